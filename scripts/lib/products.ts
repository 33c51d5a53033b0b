/** What is made out of the model beside its data: fillable forms, report templates. */
import type {Annex} from '../../parser/model/index.ts'
import {loadAssets} from '../../templates/assets.ts'
import {isForm, renderForm} from '../../templates/forms/index.ts'
import type {AnnexContext} from '../../templates/wording.ts'
import type {Model} from './pipeline.ts'

interface Product {
  /** Shown while it is made. */
  stage: string
  detail: string
  path: string
  content: string | Uint8Array
}

/** The model with the paths of what will be made for each annex. */
export function withProducts(model: Model): Model {
  const taken = new Set<string>()
  const standards = model.standards.map((standard) => ({
    ...standard,
    annexes: standard.annexes.map((annex): Annex => {
      const name = unique(annex.id.replaceAll('/', '-'), taken)
      if (isForm(annex)) return {...annex, pdf: `forms/${name}.pdf`}
      return annex
    }),
  }))
  return {...model, standards}
}

/**
 * Makes the products one after another, so that only one is in memory beside the finished files.
 *
 * @param epoch the date of the data, in seconds since 1970
 */
export async function* productFiles(model: Model, epoch: number): AsyncGenerator<Product> {
  const assets = loadAssets()
  const date = new Date(epoch * 1000).toISOString().slice(0, 10)
  const contexts = annexContexts(model)
  const forms = contexts.flatMap((context) => (context.annex.pdf === undefined ? [] : [{context, path: context.annex.pdf}]))
  for (const [index, {context, path}] of forms.entries()) {
    yield {
      stage: 'forms',
      detail: `${path} (${String(index + 1)} of ${String(forms.length)})`,
      path,
      content: await renderForm(context, {assets, date}),
    }
  }
}

/** Every annex with its standard and resolution, in the order of the data. */
export function annexContexts({resolutions, standards}: Pick<Model, 'resolutions' | 'standards'>): AnnexContext[] {
  const byId = new Map(resolutions.map((resolution) => [resolution.id, resolution]))
  return standards.flatMap((standard) => {
    const resolution = byId.get(standard.resolution)
    return resolution ? standard.annexes.map((annex) => ({annex, standard, resolution})) : []
  })
}

/** Two annexes may carry one number in a damaged source: the second becomes «…-2». */
function unique(name: string, taken: Set<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}-${String(count)}`
  taken.add(candidate)
  return candidate
}
