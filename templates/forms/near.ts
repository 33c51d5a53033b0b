/** Names that a mistyped one may have been meant for. */

/** Edit distance in which two letters swapped count once. */
function distance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({length: b.length + 1}, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}

/** At most this many are named. */
const MOST = 3

/**
 * @param typed what was typed
 * @param known the names there are
 * @returns the nearest, best first; none where nothing is near
 */
export function nearNames(typed: string, known: readonly string[]): string[] {
  const folded = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')
  return known
    .map((name) => ({name, far: folded !== '' && name.startsWith(folded) ? 0 : distance(folded, name)}))
    .filter(({name, far}) => far <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({name}) => name)
}
