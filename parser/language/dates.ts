/**
 * Dates and weekdays as the sources write them.
 *
 *     2012 жылғы 9 қазандағы    09.10.2012    2012.10.09    2012 жылғы
 *     2012-10-09                2012-10-09    2012-10-09    (the year alone)
 */
import {foldLookAlikes} from './alphabet.ts'
import {MONTHS} from './months.ts'

export interface FoundDate {
  /** Character offsets in the text: [start, end). */
  start: number
  end: number
  text: string
  /** `YYYY-MM-DD`; null where only the year is given. */
  iso: string | null
  year: number
}

const YEAR = '(?<![0-9.№-])(?<year>(?:18|19|20)\\d\\d)'
/** «жылғы», «жылдың», «жылы», «ж.» */
const YEAR_WORD = '[\\s\\u00a0]*(?:жыл\\p{L}*|ж\\.?(?!\\p{L}))'
/** «9», «« 9 »» */
const DAY = '[«"“]?[\\s\\u00a0]*(?<day>[0-3]?\\d)[\\s\\u00a0]*[»"”]?'
/** «қазандағы», «қазанда», «қазан»; the ending keeps «Қазантаев» out */
const MONTH = `(?<month>${MONTHS.join('|')})(?:(?:ын|ін|сын|сін|н)?(?:дағы|дегі|тағы|тегі|да|де|та|те|дан|ден|тан|тен|нан|нен|ға|ге|қа|ке|на|не|ның|нің|дың|дің|тың|тің|ы|і|сы|сі))?(?!\\p{L})`

/** Cases, in the order they are tried at a place: the fullest first. */
const PATTERNS: readonly RegExp[] = [
  // «2012 жылғы 9 қазандағы», also with the blank lost: «2000 жылғы27 желтоқсандағы»
  new RegExp(`${YEAR}${YEAR_WORD},?[\\s\\u00a0]*${DAY}[\\s\\u00a0]*${MONTH}`, 'giu'),
  // «9 қазан 2012 жылғы», «9 қазан 2012 ж.»
  new RegExp(`(?<![0-9.])${DAY}[\\s\\u00a0]+${MONTH}[\\s\\u00a0]+(?<year>(?:18|19|20)\\d\\d)(?!\\d)(?:${YEAR_WORD})?`, 'giu'),
  // «09.10.2012», «9/10/2012»
  /(?<![\d.])(?<day>[0-3]?\d)[./](?<month>[01]?\d)[./](?<year>(?:18|19|20)\d\d)(?![\d]|[./]\d)/gu,
  // «2012.10.09», «2012-10-09»
  /(?<![\d.])(?<year>(?:18|19|20)\d\d)[.-](?<month>[01]?\d)[.-](?<day>[0-3]?\d)(?![\d]|[.-]\d)/gu,
  // «2012 жылғы», «2011 ж.»
  new RegExp(`${YEAR}${YEAR_WORD}`, 'giu'),
]

/** Every date in a text, in order, none overlapping. Impossible dates (31 ақпан) are not dates. */
export function findDates(text: string): FoundDate[] {
  const folded = foldLookAlikes(text)
  const found: FoundDate[] = []
  for (const pattern of PATTERNS) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const year = Number(match.groups?.['year'])
      const day = match.groups?.['day']
      const month = match.groups?.['month']
      const iso = day === undefined || month === undefined ? null : isoDate(year, monthNumber(month), Number(day))
      if (day !== undefined && iso === null) continue
      found.push({start, end, text: text.slice(start, end), iso, year})
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The first full date in a text as `YYYY-MM-DD`; null where there is none (a year alone is none). */
export function parseDate(text: string): string | null {
  return findDates(text).find((date) => date.iso !== null)?.iso ?? null
}

/** Days of the week with their usual abbreviations, in OpenStreetMap's names. */
const WEEKDAYS: readonly (readonly [RegExp, Weekday])[] = [
  [/^(?:дүйсенбі|дс|дүй)/u, 'Mo'],
  [/^(?:сейсенбі|сс|сей)/u, 'Tu'],
  [/^(?:сәрсенбі|ср|сәр)/u, 'We'],
  [/^(?:бейсенбі|бс|бей)/u, 'Th'],
  [/^(?:жұма|жм|жұм)/u, 'Fr'],
  [/^(?:сенбі|сб|сен)/u, 'Sa'],
  [/^(?:жексенбі|жс|жек)/u, 'Su'],
]
export type Weekday = 'Mo' | 'Tu' | 'We' | 'Th' | 'Fr' | 'Sa' | 'Su'
/** «дүйсенбіден», «жұмаға», «дс.»: the full name with any ending, or the bare abbreviation. */
const WEEKDAY_WORD =
  /^(?:(?:дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі)(?:ден|дан|ге|ға|де|да|нің|ның|ні|ны|сі|сы|лер|лік){0,6}|дс|сс|ср|бс|жм|сб|жс|дүй|сей|сәр|бей|жұм|сен|жек)\.?$/u

/** The weekday a word names («дүйсенбіден», «дс.») in OpenStreetMap's abbreviation, or null. */
export function parseWeekday(word: string): Weekday | null {
  const folded = foldLookAlikes(word.trim()).toLowerCase()
  if (!WEEKDAY_WORD.test(folded)) return null
  return WEEKDAYS.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}

function monthNumber(month: string): number {
  const digits = Number(month)
  return Number.isNaN(digits) ? MONTHS.findIndex((name) => name === month.toLowerCase()) + 1 : digits
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}
