/** What the figures were taken on, and whether it had other work. */
import {arch, availableParallelism, cpus, loadavg, platform, totalmem} from 'node:os'

export interface Machine {
  node: string
  cores: number
  cpu: string
  system: string
  memory: number
}

/** Waiting and running processes, the mean of the last minute; 0 where the system does not tell (Windows). */
export const load = (): number => loadavg()[0] ?? 0

export function machine(): Machine {
  return {
    node: process.version,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    system: `${platform()} ${arch()}`,
    memory: totalmem(),
  }
}

/** Share of the cores that may be busy with something else before times mean little. */
const BUSY = 0.5

/**
 * A warning where the machine had other work to do when the run began.
 *
 * @param before load before anything was measured
 */
export function busyWarning(before: number, cores: number): string | null {
  if (before <= BUSY * cores) return null
  return `the machine is busy (load ${before.toFixed(1)} on ${String(cores)} cores): times are too long, ratios less certain`
}
