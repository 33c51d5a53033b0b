/**
 * What an earlier run found, to hold a new one against: ratios, sizes and shares, never times, which mean nothing on another machine.
 * Pure: reading and writing the file is for others.
 */
import {z} from 'zod'
import {moreIsBetter, type Chapter, type Figure} from './figures.ts'

/**
 * A ratio may grow by this factor (or fall by it, where more is better) before it counts as worse: medians of a few rounds on a machine
 * with other work differ by a fifth from run to run.
 */
export const RATIO_TOLERANCE = 1.25
/** The same for what depends on program and sources alone: room for a few words more. */
export const FIXED_TOLERANCE = 1.02

export const Baseline = z.object({
  /** What the file is, for whoever opens it. */
  about: z.string(),
  node: z.string(),
  cores: z.number(),
  figures: z.record(z.string(), z.number()),
})
export type Baseline = z.infer<typeof Baseline>

const ABOUT = 'Ratios, sizes and shares of an earlier npm run bench; written by npm run bench -- --update-baseline.'

export type Change = 'same' | 'better' | 'worse' | 'new'

export interface Comparison {
  before: number | null
  change: Change
}

/** Figures of a run as a baseline. What this run did not measure stays as it was. */
export function asBaseline(chapters: readonly Chapter[], machine: {node: string; cores: number}, old: Baseline | null): Baseline {
  const measured = chapters
    .flatMap(({figures}) => figures)
    .flatMap(({id, value, compared}): [string, number][] => (compared && value !== null ? [[id, Number(value.toPrecision(4))]] : []))
  const figures = {...old?.figures, ...Object.fromEntries(measured)}
  return {
    about: ABOUT,
    node: machine.node,
    cores: machine.cores,
    figures: Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** A figure against the baseline; null where it is not one that is compared, or was not measured. */
export function compareWith(baseline: Baseline | null, figure: Figure): Comparison | null {
  const {id, value, compared} = figure
  if (!compared || value === null || baseline === null) return null
  const before = Object.hasOwn(baseline.figures, id) ? (baseline.figures[id] ?? null) : null
  if (before === null) return {before, change: 'new'}
  const factor = compared === 'ratio' ? RATIO_TOLERANCE : FIXED_TOLERANCE
  const [least, most] = [before / factor, before * factor]
  if (value >= least && value <= most) return {before, change: 'same'}
  return {before, change: value > most === moreIsBetter(figure) ? 'better' : 'worse'}
}
