/** «Did you mean …?» for a mistyped name. */

/**
 * @param typed what was typed
 * @param known the names there are
 * @param prefix what to print before a name: `--` for options
 * @returns `; did you mean --json?`, or nothing where no name is near
 */
export function suggest(typed: string, known: readonly string[], prefix = ''): string {
  const near = known
    .map((name) => ({name, distance: name.startsWith(typed) && typed !== '' ? 0 : distance(typed.toLowerCase(), name)}))
    .filter(({name, distance}) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  const [best] = near
  return best ? `; did you mean ${prefix}${best.name}?` : ''
}

/** The names nearest to what was typed, the best first: those that begin with it, hold it, or differ by few letters. */
export function nearest(typed: string, known: readonly string[], most = 5): string[] {
  const wanted = typed.toLowerCase()
  if (wanted === '') return []
  return known
    .map((name) => {
      const lower = name.toLowerCase()
      const away = lower.startsWith(wanted) ? 0 : lower.includes(wanted) ? 1 : distance(wanted, lower)
      return {name, away}
    })
    .filter(({name, away}) => away <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({name}) => name)
}

/** Edit distance in which two letters swapped count once (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, index) => index)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1)
      row.push(least)
    }
  }
  return at(a.length, b.length)
}
