/** The piece of a text that shows why it was found. */
import {foldWord, tokens} from '../../parser/language/stem.ts'

/** The term of a word of a text where it was searched for. */
export type Wanted = (word: string) => string | undefined

/** A text with the places, [start, end), of the words that were searched for. */
export interface Marked {
  text: string
  marks: [start: number, end: number][]
}

/** Marks the words of a text that were searched for. */
export function mark(text: string, wanted: Wanted): Marked {
  const marks = tokens(text).flatMap(({word, start, end}): [number, number][] => (wanted(word) === undefined ? [] : [[start, end]]))
  return {text, marks}
}

/** Characters of a snippet, and of it before the first word found. */
const LENGTH = 180
const LEAD = 40
const SPACES = /\s+/gu
const WORD_START = /\s\S*$/u

/** The stretch of a text with the most of the words searched for, marked; «…» where it was cut. */
export function snippet(text: string, wanted: Wanted): Marked {
  const whole = mark(text.replace(SPACES, ' ').trim(), wanted)
  if (whole.text.length <= LENGTH) return whole
  let from = 0
  let most = -1
  for (const [start] of whole.marks.length === 0 ? [[0, 0] as const] : whole.marks) {
    const found = new Set(
      whole.marks.filter((other) => other[0] >= start && other[1] <= start + LENGTH - LEAD).map(([a, b]) => wanted(whole.text.slice(a, b))),
    )
    if (found.size <= most) continue
    most = found.size
    from = start
  }
  const begin = wordBefore(whole.text, Math.max(0, Math.min(from - LEAD, whole.text.length - LENGTH)))
  const end = begin + LENGTH >= whole.text.length ? whole.text.length : wordBefore(whole.text, begin + LENGTH)
  const lead = begin > 0 ? '… ' : ''
  const tail = end < whole.text.length ? ' …' : ''
  const shift = lead.length - begin
  return {
    text: lead + whole.text.slice(begin, end).trimEnd() + tail,
    marks: whole.marks.filter(([start, stop]) => start >= begin && stop <= end).map(([start, stop]) => [start + shift, stop + shift]),
  }
}

/** The place at or before `at` where a word begins. */
function wordBefore(text: string, at: number): number {
  if (at === 0) return 0
  const space = WORD_START.exec(text.slice(0, at))
  // the text begins with a word that long, or is one
  if (space === null) return at > LEAD ? at : 0
  return space.index + 1
}

/** Only what has been typed of the words marked: «жардем» in «жәрдемақылар». Words written in other letters stay marked whole. */
export function markTyped({text, marks}: Marked, typed: readonly string[]): Marked {
  return {
    text,
    marks: marks.map(([start, end]) => {
      const word = foldWord(text.slice(start, end))
      const begun = typed.find((one) => word.startsWith(one) && one.length < end - start)
      return begun === undefined || word.length !== end - start ? [start, end] : [start, start + begun.length]
    }),
  }
}

/** The beginning of a text, cut at a word; from the first mark where that would be lost. */
export function shorten({text, marks}: Marked, length: number): Marked {
  const first = marks[0]
  const begin = first === undefined || first[1] < length ? 0 : first[0]
  if (begin === 0 && text.length <= length) return {text, marks}
  const rest = text.slice(begin)
  const end = rest.length <= length ? text.length : begin + Math.max(wordBefore(rest, length), 1)
  const lead = begin > 0 ? '… ' : ''
  const shift = lead.length - begin
  return {
    text: lead + text.slice(begin, end).trimEnd() + (end < text.length ? ' …' : ''),
    marks: marks.filter(([start, stop]) => start >= begin && stop <= end).map(([start, stop]) => [start + shift, stop + shift]),
  }
}
