/** How far apart two words are: for suggestions in the terminal and on forms, and for slips in a search. */

/**
 * Damerau-Levenshtein distance in its restricted form: letters inserted, dropped, changed, two neighbours swapped.
 * Anything above the limit is given as `limit + 1`.
 */
export function editDistance(one: string, other: string, limit = Infinity): number {
  const width = other.length
  let before: number[] = []
  let previous = Array.from({length: width + 1}, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= width; column++) {
      const same = one[row - 1] === other[column - 1]
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = previous
    previous = current
  }
  return Math.min(previous[width] ?? 0, limit + 1)
}
