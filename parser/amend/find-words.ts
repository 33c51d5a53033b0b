/**
 * Words that an instruction quotes, found in a text.
 *
 *       quoted: «бөлiмi – 5 минут»      text: бөлімі - 5 минут
 *
 * The letters must be the same, but a Latin look-alike counts as the Cyrillic letter, any quotation mark as any other, any
 * dash as any other, and any white space as one blank. Words are found whole: «он» is not in «қоныс».
 */
import {foldLookAlikes} from '../language/alphabet.ts'

export interface Occurrence {
  /** Offsets in the text: [start, end). */
  start: number
  end: number
  /** False where letters, marks or spaces look the same and are not. */
  exact: boolean
}

const LATIN = 'aceikopxyhtəɵABCEHIKMOPTXYƏƟ'
const CYRILLIC = 'асеікорхуһтәөАВСЕНІКМОРТХУӘӨ'
const UNITS = new Map([...LATIN].map((letter, at) => [letter, [...CYRILLIC][at]!]))
for (const quote of '«»“”„‟″‹›') UNITS.set(quote, '"')
for (const dash of '‐‑‒–—―−') UNITS.set(dash, '-')
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/u
const BLANK = /[\s\u00a0]/u
const WORD_UNIT = /[\p{L}\p{M}\p{N}]/u

interface Folded {
  text: string
  /** Offset in the original of each unit, and the end of the text. */
  at: number[]
}

function fold(text: string): Folded {
  let folded = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index++) {
    const unit = text[index]!
    if (INVISIBLE.test(unit)) continue
    if (BLANK.test(unit)) {
      if (folded === '' || folded.endsWith(' ')) continue
      folded += ' '
    } else folded += UNITS.get(unit) ?? unit
    at.push(index)
  }
  at.push(text.length)
  return {text: folded, at}
}

/** Every place where the words stand whole. With `loose`, a number may go on with an ending: «11» in «11-тармақ». */
export function findWords(text: string, words: string, loose = false): Occurrence[] {
  const wanted = fold(words.trim()).text.trimEnd()
  if (wanted === '') return []
  const {text: folded, at} = fold(text)
  const found: Occurrence[] = []
  for (let from = folded.indexOf(wanted); from !== -1; from = folded.indexOf(wanted, from + 1)) {
    const to = from + wanted.length
    if (!isWhole(folded, from, to, loose)) continue
    const last = found.at(-1)
    const start = at[from]!
    if (last && start < last.end) continue
    const end = at[to - 1]! + 1
    found.push({start, end, exact: text.slice(start, end) === words.trim()})
  }
  return found
}

function isWhole(text: string, from: number, to: number, loose: boolean): boolean {
  if (WORD_UNIT.test(text[from]!) && WORD_UNIT.test(text[from - 1] ?? ' ')) return false
  if (!WORD_UNIT.test(text[to - 1]!)) return true
  const next = text[to] ?? ' '
  if (WORD_UNIT.test(next)) return false
  // «ХҚО» is not in «ХҚО-ның»: the ending belongs to the word.
  return loose || next !== '-' || !WORD_UNIT.test(text[to + 1] ?? ' ')
}

export interface Pair {
  old: string
  new: string
}

/** All pairs replaced at once, the longest of those that begin at one place first. `counts` says how often each was found. */
export function replaceWords(text: string, pairs: readonly Pair[], loose = false): {text: string; counts: number[]; inexact: boolean[]} {
  const counts = pairs.map(() => 0)
  const inexact = pairs.map(() => false)
  const all = pairs
    .flatMap((pair, index) => findWords(text, pair.old, loose).map((found) => ({...found, index})))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let result = ''
  let from = 0
  for (const {start, end, exact, index} of all) {
    if (start < from) continue
    result += text.slice(from, start)
    result = pairs[index]!.new === '' ? result : result + pairs[index]!.new
    from = end
    counts[index]!++
    if (!exact) inexact[index] = true
    // What is taken out takes its blank with it.
    if (pairs[index]!.new === '' && (result === '' || /\s$/u.test(result) || /^[\s]*[,;:.)]/u.test(text.slice(from)))) {
      if (/^\s*[,;:.)]/u.test(text.slice(from))) result = result.trimEnd()
      while (from < text.length && BLANK.test(text[from]!)) from++
    }
  }
  return {text: (result + text.slice(from)).trim(), counts, inexact}
}

/** A name without look-alikes, quotation marks, blanks and case: how titles and headings are compared. */
export function nameKey(text: string): string {
  return fold(foldLookAlikes(text.normalize('NFC')))
    .text.toLowerCase()
    .replace(/["'\s-]+/gu, '')
    .replace(/[.;:,]+$/u, '')
}
