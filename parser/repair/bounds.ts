/**
 * Bounds of what stands in a row: no text of law has more, and what looks for patterns in it stays quick.
 *
 *       "атауы" + 900 blanks + "мекенжайы"     "атауы" + 120 blanks + "мекенжайы"     a gap says no more by being wider
 *       "________…" of 5,000 signs              ten stretches of 500 with a blank between
 *
 * A pattern such as `\s+$` or `\p{L}+-қосымша` looks through a run again from each of its characters: the time grows
 * with the square of the run, and with the length of the text only where runs are bounded.
 */

/** Characters of white space in a row that a text keeps. */
export const LONGEST_GAP = 120
/** Characters without white space in a row; the longest addresses of pages have half of it. */
export const LONGEST_WORD = 500

const LONG_GAP = new RegExp(`(\\s{${String(LONGEST_GAP)}})\\s+`, 'gu')
const LONG_WORD = new RegExp(`\\S{${String(LONGEST_WORD)}}(?=\\S)`, 'gu')

/** The text with wide gaps narrowed, and endless words parted by blanks; the same text where there are none. */
export function bounded(text: string): string {
  if (text.length <= LONGEST_GAP) return text
  const narrowed = text.replace(LONG_GAP, '$1')
  return narrowed.length <= LONGEST_WORD ? narrowed : narrowed.replace(LONG_WORD, '$& ')
}
