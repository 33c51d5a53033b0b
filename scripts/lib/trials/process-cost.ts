/**
 * Preloaded into a program that is measured (`scripts/scale.ts`): leaves in the file QYZMET_COST names what it took, its greatest
 * resident memory in bytes and its processor time in seconds, with that of the processes it started and waited for.
 */
import {readFileSync, writeFileSync} from 'node:fs'

/** Clock ticks a second, in /proc: fixed by Linux for programs. */
const TICKS = 100
/** Places of the times of children behind the name of the program, which stands in brackets and may hold anything. */
const CHILD_TIMES = [13, 14] as const

process.on('exit', () => {
  const file = process.env['QYZMET_COST']
  if (file === undefined) return
  const {user, system} = process.cpuUsage()
  try {
    const cost = {bytes: process.resourceUsage().maxRSS * 1024, seconds: (user + system) / 1e6 + secondsOfChildren()}
    writeFileSync(file, JSON.stringify(cost))
  } catch {
    // A figure for the table; its folder may be gone.
  }
})

/** Nothing where the system does not tell. */
function secondsOfChildren(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    return CHILD_TIMES.reduce((sum, at) => sum + Number(fields[at]), 0) / TICKS
  } catch {
    return 0
  }
}
