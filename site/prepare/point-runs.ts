/** Numbers of points for a list of links. */

const WHOLE = /^\d+$/u

/**
 * Points without repeats, in the order of their first mention; three or more that follow each other make one run.
 *
 * @returns first and last of each run, the same where a point stands alone
 */
export function pointRuns(points: readonly (string | null | undefined)[]): [first: string, last: string][] {
  const numbers = [...new Set(points.filter((point): point is string => point !== null && point !== undefined && point !== ''))]
  const runs: string[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before !== undefined && WHOLE.test(before) && WHOLE.test(number) && Number(number) === Number(before) + 1) run.push(number)
    else runs.push([number])
  }
  return runs.flatMap((run) =>
    run.length > 2 ? [[run[0]!, run.at(-1)!] as [string, string]] : run.map((number) => [number, number] as [string, string]),
  )
}
