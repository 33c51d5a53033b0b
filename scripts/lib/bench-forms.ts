/** How fast forms are drawn: figures for `npm run bench`. */
import {performance} from 'node:perf_hooks'
import {loadAssets} from '../../templates/assets.ts'
import {isForm, renderForm} from '../../templates/forms/index.ts'
import type {AnnexContext} from '../../templates/wording.ts'
import type {Model} from './pipeline.ts'

export interface FormFigures {
  forms: number
  /** Forms a second, warm, in one process; the median of the rounds. */
  perSecond: number
  /** Bytes of the largest blank, and of the largest filled one. */
  largestBlank: number
  largestFilled: number
}

/**
 * Draws every form of the model, round after round.
 *
 * @param rounds how many are counted; one more warms up
 */
export async function benchForms(model: Pick<Model, 'resolutions' | 'standards'>, rounds: number): Promise<FormFigures> {
  const assets = loadAssets()
  const contexts: AnnexContext[] = model.standards.flatMap((standard) => {
    const resolution = model.resolutions.find(({id}) => id === standard.resolution)
    return resolution ? standard.annexes.filter(isForm).map((annex) => ({annex, standard, resolution})) : []
  })
  const times: number[] = []
  let largestBlank = 0
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    for (const context of contexts) largestBlank = Math.max(largestBlank, (await renderForm(context, {assets})).length)
    if (round > 0) times.push(performance.now() - start)
  }
  let largestFilled = 0
  for (const context of contexts) {
    const texts = (context.annex.fields ?? []).filter(({type, format}) => type === 'text' && format === undefined)
    const values = Object.fromEntries(texts.map(({name, label}) => [name, label]))
    largestFilled = Math.max(largestFilled, (await renderForm(context, {assets, values})).length)
  }
  times.sort((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)] ?? Infinity
  return {forms: contexts.length, perSecond: (contexts.length * 1000) / median, largestBlank, largestFilled}
}
