/**
 * Numbers written in words.
 *
 *     он бес жұмыс күні    жиырма төртінші    үш мың екі жүзге
 *     15                   24                 3200
 */
import {foldLookAlikes} from './alphabet.ts'

const UNITS = numbered(['бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'], 1)
const TENS = numbered(['он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'], 10)
const ZERO = 'нөл'
const HUNDRED = 'жүз'
const THOUSAND = 'мың'

/** «төртінші», «жиырмасыншы», «екінші»: ordinal endings, on which case endings may follow. */
const ORDINAL = '(?:с?ыншы|с?інші|ншы|нші)(?:сы|сі)?'
/** «онға», «бестен», «екіншіге»: case endings. */
const CASE = '(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен)'
/** Adjectives made from numbers: «бескүндік» is not one, «жүздік», «ондық» are. */
const NUMERAL_WORD = new RegExp(
  `^(${[...UNITS.keys(), ...TENS.keys(), HUNDRED, THOUSAND, ZERO].sort((a, b) => b.length - a.length).join('|')})(${ORDINAL})?(${CASE})?$`,
  'u',
)
/** Words that look like a numeral with an ending and are something else: «онда» (there), «бірге» (together). */
const NOT_NUMERALS = new Set(['онда', 'бірге', 'бірде', 'бірден', 'бірне', 'бірдің', 'жүзде'])

interface NumeralWord {
  value: number
  rank: 'zero' | 'unit' | 'ten' | 'hundred' | 'thousand'
  ordinal: boolean
  /** Whether it has an ending, so that the number ends here. */
  closed: boolean
}

export interface FoundNumeral {
  /** Character offsets in the text: [start, end). */
  start: number
  end: number
  text: string
  value: number
  ordinal: boolean
}

/**
 * The value of a number in words, endings allowed on its last word: «он бес» → 15, «жиырма төртінші» → 24.
 * Digits alone are read too («15» → 15). Null where the text is anything but one number.
 */
export function parseNumeral(text: string): number | null {
  const trimmed = text.trim()
  if (DIGITS.test(trimmed)) return Number(trimmed)
  const found = findAll(trimmed, false)
  const only = found[0]
  return found.length === 1 && only !== undefined && only.start === 0 && only.end === trimmed.length ? only.value : null
}

const DIGITS = /^\d{1,9}$/u
/** Runs of letters; what stands between two of them must be blank for one number to go on. */
const WORD = /\p{L}+/gu
/** «тоқсан» is 90 before one of these («тоқсан күн»), and a quarter of a year otherwise («тоқсан сайын»). */
const COUNTED = /^[\s\u00a0]+(?:күн|минут|сағат|жұмыс|күнтізбелік|жыл|ай(?!сын)|теңге|пайыз|адам|апта)/u
const QUARTER = 90

/**
 * Every number in words in a text, in order. «тоқсан» alone counts only where something countable follows, because
 * it is also the word for a quarter of a year.
 */
export function findNumerals(text: string): FoundNumeral[] {
  return findAll(text, true)
}

function findAll(text: string, wary: boolean): FoundNumeral[] {
  const folded = foldLookAlikes(text).toLowerCase()
  const found: FoundNumeral[] = []
  let run: {word: NumeralWord; start: number; end: number}[] = []
  const close = () => {
    const first = run[0]
    const last = run.at(-1)
    if (first !== undefined && last !== undefined) {
      const quarter = run.length === 1 && first.word.value === QUARTER && !first.word.ordinal
      if (!(wary && quarter && !COUNTED.test(folded.slice(last.end)))) {
        found.push({
          start: first.start,
          end: last.end,
          text: text.slice(first.start, last.end),
          value: sum(run.map((entry) => entry.word)),
          ordinal: last.word.ordinal,
        })
      }
    }
    run = []
  }
  for (const match of folded.matchAll(WORD)) {
    const word = numeralWord(match[0])
    const start = match.index
    if (word === null) {
      close()
      continue
    }
    const last = run.at(-1)
    if (
      last !== undefined &&
      (last.word.closed ||
        folded.slice(last.end, start).trim() !== '' ||
        !continues(
          run.map((entry) => entry.word),
          word,
        ))
    )
      close()
    run.push({word, start, end: start + match[0].length})
  }
  close()
  return found
}

function numeralWord(word: string): NumeralWord | null {
  if (NOT_NUMERALS.has(word)) return null
  const match = NUMERAL_WORD.exec(word)
  const base = match?.[1]
  if (match === null || base === undefined) return null
  const ordinal = match[2] !== undefined
  const closed = ordinal || match[3] !== undefined
  if (base === ZERO) return {value: 0, rank: 'zero', ordinal, closed}
  if (base === HUNDRED) return {value: 100, rank: 'hundred', ordinal, closed}
  if (base === THOUSAND) return {value: 1000, rank: 'thousand', ordinal, closed}
  const unit = UNITS.get(base)
  if (unit !== undefined) return {value: unit, rank: 'unit', ordinal, closed}
  return {value: TENS.get(base) ?? 0, rank: 'ten', ordinal, closed}
}

/** Whether a number may go on with the word: units after tens, hundreds after a unit, thousands after anything smaller. */
function continues(before: readonly NumeralWord[], next: NumeralWord): boolean {
  const last = before.at(-1)
  if (last === undefined) return true
  const group = before.slice(before.findLastIndex((word) => word.rank === 'thousand') + 1)
  switch (next.rank) {
    case 'unit':
      return last.rank === 'ten' || last.rank === 'hundred' || last.rank === 'thousand'
    case 'ten':
      return last.rank === 'hundred' || last.rank === 'thousand'
    case 'hundred':
      return last.rank === 'thousand' || (last.rank === 'unit' && group.length === 1)
    case 'thousand':
      return last.rank !== 'zero' && !before.some((word) => word.rank === 'thousand')
    case 'zero':
      return false
  }
}

function sum(words: readonly NumeralWord[]): number {
  let total = 0
  let group = 0
  for (const word of words) {
    if (word.rank === 'thousand') {
      total += (group === 0 ? 1 : group) * 1000
      group = 0
    } else if (word.rank === 'hundred') {
      group = (group === 0 ? 1 : group) * 100
    } else {
      group += word.value
    }
  }
  return total + group
}

function numbered(words: readonly string[], step: number): Map<string, number> {
  return new Map(words.map((word, at) => [word, (at + 1) * step]))
}
