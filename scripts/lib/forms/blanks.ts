/** Every blank there is to fill in: the forms and certificates of the annexes, and the papers that the standards call for. */
import {existsSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {Annex, Field, LayoutBlock, Office, Resolution, Standard} from '../../../parser/model/index.ts'
import type {Assets} from '../../../templates/assets.ts'
import {isForm, layoutForm, renderForm} from '../../../templates/forms/index.ts'
import type {FormValues} from '../../../templates/forms/index.ts'
import {hasPapers, headOf, layoutPaper, PAPER_KINDS, paperFields, paperId, renderPaper} from '../../../templates/papers/index.ts'
import type {PaperKind} from '../../../templates/papers/index.ts'
import type {Sheet} from '../../../templates/pdf/display.ts'
import {InputError, UsageError} from '../command.ts'
import {isError, located} from '../diagnostics.ts'
import {readModel} from '../sources/pipeline.ts'
import {withProducts} from '../data/products.ts'
import type {Steps} from '../progress.ts'
import {sourceEpoch} from '../data/publish.ts'
import {openLongList} from '../../../site/long-list.ts'
import {readPublished} from '../published.ts'
import {nearest} from '../suggest.ts'

export interface Library {
  resolutions: Resolution[]
  standards: Standard[]
  /** Read when somebody asks: those of a country are hundreds of megabytes. */
  offices(): readonly ListedOffice[]
  /** The date of the data, `YYYY-MM-DD`. */
  date: string
}

/** Something to fill in. */
export interface Blank {
  /** `2012-1278-1/1`, `2012-1278-1-receipt` */
  id: string
  /** Name of its file, without the ending: `2012-1278-1-1`. */
  file: string
  kind: 'form' | 'certificate' | PaperKind
  title: string
  standard: Standard
  repealed: boolean
  fields: Field[]
  /** How the blank of an annex is laid out; empty for a paper. */
  blocks: readonly LayoutBlock[]
  /** Sheets with the values on them. */
  layout(values: FormValues): Promise<Sheet[]>
  /** The PDF. */
  render(values: FormValues): Promise<Uint8Array>
}

/**
 * What there is: read from a finished build, or else made from the sources.
 *
 * @throws InputError where there is neither, or the sources have errors
 */
export async function readLibrary({dist, sources}: {dist: string; sources: string}, progress: Steps): Promise<Library> {
  if (existsSync(join(dist, 'data', 'index.json')) || !existsSync(sources)) {
    const {catalogue, resolutions, standards} = await readPublished(dist)
    const path = join(dist, 'data', 'offices.json')
    let offices: ListedOffice[] | null = null
    return {resolutions, standards, offices: () => (offices ??= officesIn(path)), date: catalogue.generated.slice(0, 10)}
  }
  const {model: parsed, problems} = await readModel(sources, progress)
  const errors = [...problems, ...located(parsed.diagnostics, sources)].filter(isError)
  if (errors.length > 0) throw new InputError(errors)
  const model = withProducts(parsed)
  return {...model, offices: () => model.offices, date: new Date(sourceEpoch(model, {}) * 1000).toISOString().slice(0, 10)}
}

/** What a blank says of an office. */
export type ListedOffice = Omit<Office, (typeof NOT_OF_A_BLANK)[number]>
const NOT_OF_A_BLANK = ['appearances', 'history', 'discrepancies'] as const

function officesIn(path: string): ListedOffice[] {
  const {ids, light} = openLongList<Office>(path, new Set(NOT_OF_A_BLANK))
  return ids.flatMap((id) => light(id) ?? [])
}

/** All blanks, in the order of the data: each standard's forms, then its papers. */
export function blanksOf(library: Library, assets: Assets): Blank[] {
  const {date} = library
  return library.standards.flatMap((standard) => {
    const resolution = library.resolutions.find(({id}) => id === standard.resolution)
    if (!resolution) return []
    const repealed = standard.legalStatus === 'repealed' || standard.status === 'excluded' || resolution.status === 'repealed'
    const forms = standard.annexes.filter(isForm).map((annex): Blank => {
      const context = {annex, standard, resolution}
      return {
        id: annex.id,
        file: fileOf(annex),
        kind: annex.kind === 'certificate' ? 'certificate' : 'form',
        title: annex.title ?? '',
        standard,
        repealed,
        fields: annex.fields ?? [],
        blocks: annex.layout ?? [],
        layout: (values) => layoutForm(context, {assets, date, values}),
        render: (values) => renderForm(context, {assets, date, values}),
      }
    })
    const context = {standard, resolution}
    const papers = (hasPapers(standard) ? PAPER_KINDS : []).map((kind): Blank => {
      const id = paperId(standard, kind)
      return {
        id,
        file: id,
        kind,
        title: headOf(kind, context, assets.papers).title,
        standard,
        repealed,
        fields: paperFields(kind, context, assets.papers),
        blocks: [],
        layout: (values) => layoutPaper(kind, context, {assets, date, values}),
        render: (values) => renderPaper(kind, context, {assets, date, values}),
      }
    })
    return [...forms, ...papers]
  })
}

const fileOf = (annex: Annex): string => (annex.pdf === undefined ? annex.id.replaceAll('/', '-') : basename(annex.pdf, '.pdf'))

/**
 * Finds a blank by its id, the name of its file or the path to it.
 *
 * @throws UsageError with the nearest ids, or those of the standard where one was named
 */
export function findBlank(blanks: readonly Blank[], typed: string): Blank {
  const name = basename(typed, '.pdf')
  const found = blanks.find(({id, file}) => id === typed || file === typed) ?? blanks.find(({file}) => file === name)
  if (found) return found
  const ofStandard = blanks.filter(({standard}) => standard.id === typed || standard.resolution === typed)
  if (ofStandard.length > 0) throw new UsageError(`«${typed}» has several blanks; name one: ${ofStandard.map(({id}) => id).join(', ')}`)
  const near = nearest(
    typed,
    blanks.map(({id}) => id),
  )
  throw new UsageError(`there is no form «${typed}»${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''} (--list shows them all)`)
}
