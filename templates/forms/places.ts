/**
 * Shares a value among the places of its field: the rule behind the label, the rules below, the rule before the last words.
 *
 *     Қызмет, жұмыс кезеңі (келген және кеткен жылы, айы) ___________    first place
 *     ______________________________________________________________    second place
 */
import {breakWord} from '../pdf/wrap.ts'

export interface Place {
  /** Room in points. */
  width: number
  rows: number
}

interface Line {
  text: string
  /** A line feed follows in the value. */
  ends: boolean
}

/** More letters than this never fit a line. */
const LONGEST_LINE = 400

/** What of a text fits one line: whole words, or a piece of a word that is wider than the line. */
function firstLine(text: string, width: number, measure: (text: string) => number): string {
  let line = ''
  for (const word of text.slice(0, LONGEST_LINE).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) > width) break
    line = longer
  }
  return line === '' && text !== '' ? (breakWord(text.slice(0, LONGEST_LINE).split(' ')[0] ?? '', width, measure)[0] ?? '') : line
}

/** The words of a value that fit one line, and the rest. */
function takeLine(text: string, width: number, measure: (text: string) => number): {line: Line; rest: string} {
  const [paragraph = ''] = text.split('\n', 1)
  const ends = text.length > paragraph.length
  const first = firstLine(paragraph, width, measure)
  const whole = first.length === paragraph.length
  const rest = whole ? text.slice(paragraph.length + 1) : text.slice(first.length).replace(/^ /u, '')
  return {line: {text: first, ends: whole && ends}, rest}
}

const joinLines = (lines: readonly Line[]): string =>
  lines.map(({text, ends}, i) => (i === lines.length - 1 ? text : `${text}${ends ? '\n' : ' '}`)).join('')

/**
 * @param text a value; line feeds break
 * @param places in order
 * @param grows index of the place that takes more rows where the value needs them
 * @param measure width of a text in points
 * @returns the text of each place, and the rows it needs (never fewer than it has)
 */
export function shareOut(
  text: string,
  places: readonly Place[],
  grows: number,
  measure: (text: string) => number,
): {text: string; rows: number}[] {
  let rest = text
  return places.map((place, index) => {
    const lines: Line[] = []
    const after = places[index + 1]
    // what comes behind the growing place is one line: the value's last
    const fitsAfter = (): boolean => after !== undefined && !rest.includes('\n') && measure(rest) <= after.width
    while (rest !== '' && (lines.length < place.rows || (index === grows && !fitsAfter()))) {
      const taken = takeLine(rest, place.width, measure)
      lines.push(taken.line)
      rest = taken.rest
    }
    return {text: joinLines(lines), rows: Math.max(place.rows, lines.length)}
  })
}
