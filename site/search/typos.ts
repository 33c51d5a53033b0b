/** Slips of the finger: which known words a word may have been meant for. */

/** Words shorter than this are never corrected; from `TWO_EDITS_FROM` letters on, two slips are forgiven. */
const SHORTEST = 4
const TWO_EDITS_FROM = 7
const MOST = 3

/**
 * Known words nearest to a word, nearest first, at most three.
 *
 * @param word folded
 * @param known folded words, the most frequent first
 */
export function nearest(word: string, known: Iterable<string>): string[] {
  if (word.length < SHORTEST) return []
  const limit = word.length >= TWO_EDITS_FROM ? 2 : 1
  const found: {word: string; distance: number}[] = []
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const distance = editDistance(word, candidate, limit)
    // Two slips and another first letter: hardly the word that was meant («справка» is not «правда»).
    if (distance > 1 && candidate[0] !== word[0]) continue
    if (distance <= limit) found.push({word: candidate, distance})
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map((one) => one.word)
}

/**
 * Damerau-Levenshtein distance in its restricted form: letters inserted, dropped, changed, two neighbours swapped.
 * Anything above the limit is given as `limit + 1`.
 */
export function editDistance(one: string, other: string, limit: number): number {
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
