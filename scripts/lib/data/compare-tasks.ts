/** Comparisons: which standards are worth one, and the comparative tables. */
import {choosePairs, pairActs, pairStandards, summarize, type Act} from '../../../parser/compare/index.ts'
import type {ComparisonEntry, Resolution, Standard} from '../../../parser/model/index.ts'
import {compareDocx} from '../../../templates/compare/docx.ts'
import type {Finished} from './shelved.ts'
import {finished, linked} from './taking.ts'
import {fetchJson, make, type Made, type Ref, type Workshop} from './workshop.ts'

export interface ChooseOrder {
  shop: Workshop
  /** Their prose. */
  standards: readonly Ref[]
}

/** Pairs of standards that are worth laying side by side: places in the list. */
export function chooseTask({standards}: ChooseOrder): [number, number][] {
  // Only its points tell what a standard is about.
  const all = standards.map((ref): Standard => ({...fetchJson<Standard>(ref), annexes: []}))
  const places = new Map(all.map((standard, at) => [standard, at]))
  return choosePairs(all).map(([a, b]) => [places.get(a)!, places.get(b)!])
}

/** A text of the data: a standard, or an act with all its standards. */
export type SideOrder =
  | {kind: 'standard'; standard: Finished}
  | {kind: 'act'; resolution: Resolution; standards: readonly Finished[]}
  | {kind: 'edition'; resolution: Resolution; standards: readonly Pick<Finished, 'text' | 'offices'>[]}

export interface CompareOrder {
  shop: Workshop
  key: string
  id: string
  old: SideOrder
  new: SideOrder
  /** Edition of the new text. */
  date: string
  oldLabel: string
  newLabel: string
}

/** Makes the comparative table; what the list of comparisons says of it. */
export async function compareTask(order: CompareOrder): Promise<Made<Pick<ComparisonEntry, 'summary' | 'docx'>>> {
  const {shop, key, id, old, new: now, date, oldLabel, newLabel} = order
  const pair =
    old.kind === 'standard' && now.kind === 'standard'
      ? pairStandards(finished(old.standard), finished(now.standard))
      : pairActs(actOf(old), actOf(now))
  const docx = `compare/${id}.docx`
  const table = await compareDocx(pair, {date, oldLabel, newLabel})
  return make(shop, 'compare', key, [[docx, table]], {summary: summarize(pair), docx})
}

function actOf(side: SideOrder): Act {
  if (side.kind === 'standard') throw new Error('a standard is no act')
  const {resolution} = side
  return {resolution, standards: side.kind === 'act' ? side.standards.map(finished) : side.standards.map(linked)}
}
