/** Breaking a text into lines. */

/**
 * Breaks at spaces; a word wider than a line is broken inside, so that nothing runs over the edge.
 *
 * @param text may hold line feeds, which always break
 * @param width room in points
 * @param measure width of a text in points
 * @returns at least one line
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (measure(longer) <= width) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      const pieces = breakWord(word, width, measure)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
    }
    lines.push(line)
  }
  return lines
}

/** A word in pieces that each fit the width (at least one character each). */
export function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && measure(piece + character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/** Breaks a heading into lines of about the same length: no single word on its last line. */
export function wrapBalanced(text: string, width: number, measure: (text: string) => number): string[] {
  const lines = wrapText(text, width, measure)
  if (lines.length < 2) return lines
  let low = measure(text) / lines.length
  let high = width
  let best = lines
  while (high - low > 2) {
    const middle = (low + high) / 2
    const tried = wrapText(text, middle, measure)
    if (tried.length > lines.length || tried.some((line) => measure(line) > middle + 0.01)) low = middle
    else {
      best = tried
      high = middle
    }
  }
  return best
}
