/** The harness: work is done in rounds, what is compared in turns, so that a busy machine slows both alike. */
import {performance} from 'node:perf_hooks'

/** A piece of work to be timed. */
export type Work = () => unknown

/**
 * Times every piece of work, in turns: the first of each, then the second of each, and so on. The first turn warms up and is not
 * counted.
 *
 * @returns the median of each, in milliseconds
 */
export async function inTurns<Name extends string>(rounds: number, works: Record<Name, Work>): Promise<Record<Name, number>> {
  const entries = Object.entries(works) as [Name, Work][]
  const times = new Map<Name, number[]>(entries.map(([name]) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of entries) {
      const time = await timed(work)
      if (round > 0) times.get(name)?.push(time)
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<Name, number>
}

/**
 * Milliseconds that a piece of work takes in this process: by the clock, or of processor time where that is less, since then it had
 * to wait for other programs. Not for work that waits for disks, networks or other processes.
 */
export async function timed(work: Work): Promise<number> {
  const stop = startTimer()
  const made = work()
  // waiting for what is there already has its price, too
  if (made instanceof Promise) await made
  return stop()
}

/** Starts the clock; the returned function says what has passed, as `timed` counts it. */
export function startTimer(): () => number {
  const processor = process.cpuUsage()
  const start = performance.now()
  return () => {
    const passed = performance.now() - start
    const {user, system} = process.cpuUsage(processor)
    return Math.min(passed, (user + system) / 1000)
  }
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** The value that a share of the values does not exceed: `percentile(times, 0.95)`. NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}
