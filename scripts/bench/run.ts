/** A run of the bench, as it is kept. Pure. */
import {z} from 'zod'
import {duration} from '../lib/progress.ts'
import type {Chapter} from './figures.ts'

const Chapters = z.custom<Chapter[]>((value) => Array.isArray(value))

export const Run = z.object({
  machine: z.object({node: z.string(), cores: z.number(), cpu: z.string(), system: z.string(), memory: z.number()}),
  /** Before the run began, and when its last subject was done. */
  load: z.object({before: z.number(), after: z.number()}),
  rounds: z.number(),
  milliseconds: z.number(),
  chapters: Chapters,
  /** Subjects that could not be measured. */
  failed: z.array(z.string()),
})
export type Run = z.infer<typeof Run>

/**
 * Several runs as one: of a subject that was measured more than once, the last counts.
 *
 * @throws Error where there is none, or where they were taken on different machines
 */
export function joined(runs: readonly Run[]): Run {
  const [first] = runs
  const last = runs.at(-1)
  if (!first || !last) throw new Error('there is no run to show')
  const same = (run: Run) => run.machine.cores === first.machine.cores && run.machine.cpu === first.machine.cpu
  if (!runs.every(same)) throw new Error('these runs were taken on different machines')
  const chapters = new Map(runs.flatMap((run) => run.chapters).map((chapter) => [chapter.subject, chapter]))
  return {
    ...last,
    load: {before: Math.max(...runs.map(({load}) => load.before)), after: Math.max(...runs.map(({load}) => load.after))},
    milliseconds: runs.reduce((sum, run) => sum + run.milliseconds, 0),
    chapters: [...chapters.values()],
    failed: [...new Set(runs.flatMap(({failed}) => failed))].filter((name) => !chapters.has(name)),
  }
}

/** What a run was taken on, in a line. */
export function setting({machine, load, rounds, milliseconds}: Run): string {
  const {node, cores, cpu} = machine
  return (
    `Node ${node}, ${String(cores)} cores (${cpu}), load ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after, ` +
    `medians of ${String(rounds)} rounds taken in turns, ${duration(milliseconds)} in all`
  )
}
