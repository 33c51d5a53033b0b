/**
 * Column titles over a table that is printed as lines: wrapped, cut by a page, out of order.
 *
 *     "Орталықтардың (" ⏎ "филиалдардың, " ⏎ "" ⏎ "Орналасқан жерінің мекенжайы Байланыс деректері"
 *     ⏎ (page) "р/с" ⏎ "№" ⏎ "" ⏎ "бөлімдердің, " ⏎ "бөлімшелердің) атауы" ⏎ "" ⏎ "1 2 3 4"
 *
 *     «Орталықтардың (филиалдардың, бөлімдердің, бөлімшелердің) атауы», «Орналасқан жерінің мекенжайы», «Байланыс деректері»
 */
import {foldKey} from '../language/alphabet.ts'
import type {Line} from '../tree.ts'
import {joinTokens, tokenize, type Token} from './pdf-text-tokens.ts'
import {hasPhone, isRegionHeading} from './patterns.ts'
import {columnKind, type ColumnKind} from './pdf-text-words.ts'

export interface TableHeader {
  /** Titles without the number column. */
  columns: string[]
  kinds: ColumnKind[]
  /** Lines that belong to the header, counted from the first. */
  length: number
  /** True where the row of column numbers («1 2 3 4») tells how many columns there are. */
  counted: boolean
}

/** «1 2 3 4». */
const COLUMN_NUMBERS = /^1(?:\s+\d){2,9}$/u
/** The header is not longer than this many lines. */
const MOST_LINES = 40
/** «Р/с № Атауы», «№ р/с», «№»: the number column's title; «№» inside another title is part of it. */
const NUMBER_TITLE = /^(?:№\s?)?(?:(?:р\/с|рет)(?=\s|№|$))?(?:\s?№)?(?=\s|$)/iu
/** «1», «1.», «1) Көкшетау …», «1.1 …»: the first row. */
const FIRST_ROW = /^1(?:\.1)?[.)]{0,2}(?:\s|$)/u
/** ««Ақмола облысы бойынша ХҚО» РМК филиалы»: a heading, for titles of columns have no quotation marks. */
const QUOTED = /^[«"]\p{Lu}/u
/** What a header names: addresses, telephones, hours, names. */
const COLUMN_SIGNS = [
  /мекен-?\s?жай|орналасқан/u,
  /телефон|байланыс|факс/u,
  /жұмыс\s+(?:кестесі|уақыты|тәртібі|режимі)/u,
  /атауы/u,
] as const
/** A header names at least so many kinds of columns. */
const FEWEST_TELLING = 2
/** «Басшысының | Т.А.Ә.» is one title: the genitive wants its noun. */
const GENITIVE = /[нтд][ыі]ң$/u
/** «мекенжайы | Директоры», «нөмірі | Басшысы», «Өңір | Ұйымның атауы»: the last word of a title, and a new one begins. */
const ENDS_TITLE =
  /^(?:мекен-?жай(?:ы|лары)?|телефон(?:ы|дары)?|нөмір(?:і|лері)|деректері|кестесі|уақыты|пошта(?:сы)?|сайты|өңір|облыс|аймақ)$/u
/** Before a capital that no comma, bracket or genitive ties to the word before: «Өңір | Ұйымның атауы». */
const TITLE_IN_TITLE = /(?<![,(]|[нтд][ыі]ң|\p{Lu}|\sмен|\sжәне)\s(?=\p{Lu}\p{Ll}+)/u
const OPENS_TITLE = /^[«("]?\p{Lu}/u
/** The order every list of the sources keeps where nothing says otherwise. */
const USUAL: readonly ColumnKind[] = ['name', 'address', 'phone']
/** Kinds that a title may be told by; a title of no such kind is a part of another. */
const TELLING: ReadonlySet<ColumnKind> = new Set(['address', 'phone', 'hours', 'web', 'person', 'region'])

/** Reads the header at the top of the table. Without one, the usual columns are assumed and have no titles. */
export function readHeader(lines: readonly Line[]): TableHeader {
  const numbers = columnNumbers(lines)
  if (!numbers) return uncountedHeader(lines)
  const counted = numbers.count - 1
  const columns = titles(lines.slice(0, numbers.from), counted)
  const kinds = columns.map(columnKind)
  if (columns.length !== counted || kinds.every((kind) => kind === 'other')) {
    const assumed = USUAL.slice(0, counted)
    while (assumed.length < counted) assumed.push('other')
    return {columns, kinds: columns.length === counted ? kinds : assumed, length: numbers.to, counted: true}
  }
  return {columns, kinds: withName(kinds), length: numbers.to, counted: true}
}

/** The first column that nothing else claims is the name. */
function withName(kinds: ColumnKind[]): ColumnKind[] {
  return !kinds.includes('name') && kinds[0] === 'other' ? ['name', ...kinds.slice(1)] : kinds
}

/** A header over a table that does not count its columns ends where the first row or the first region begins. */
function uncountedHeader(lines: readonly Line[]): TableHeader {
  const none: TableHeader = {columns: [], kinds: [...USUAL], length: 0, counted: false}
  const length = headerLength(lines)
  if (length === 0) return none
  const columns = wholeTitles(lines.slice(0, length))
  const kinds = columns.map(columnKind)
  if (columns.length < 2 || new Set(kinds.filter((kind) => TELLING.has(kind))).size < FEWEST_TELLING) return none
  return {columns, kinds: withName(kinds), length, counted: false}
}

/** The number of lines before the first row or region heading; 0 where they do not name at least two columns. */
function headerLength(lines: readonly Line[]): number {
  let text = ''
  for (let index = 0; index < Math.min(lines.length, MOST_LINES); index++) {
    const line = lines[index]!.value.trim()
    const told = COLUMN_SIGNS.filter((sign) => sign.test(foldKey(text))).length
    if (told >= FEWEST_TELLING && (FIRST_ROW.test(line) || isRegionHeading(line) || QUOTED.test(line))) return index
    if (FIRST_ROW.test(line) || hasPhone(line)) return 0
    text += ` ${line}`
  }
  return 0
}

/** True for the row of column numbers, which a table repeats after a page break. */
export function isColumnNumbers(line: Line): boolean {
  return COLUMN_NUMBERS.test(line.value.trim()) && ascending(line.value)
}

function columnNumbers(lines: readonly Line[]): {from: number; to: number; count: number} | null {
  for (let index = 0; index < Math.min(lines.length, MOST_LINES); index++) {
    const line = lines[index]!
    if (isColumnNumbers(line)) return {from: index, to: index + 1, count: line.value.trim().split(/\s+/u).length}
    // «1» ⏎ «2» ⏎ «3» ⏎ «4»
    let count = 0
    while (lines[index + count]?.value.trim() === String(count + 1)) count++
    if (count >= 3) return {from: index, to: index + count, count}
  }
  return null
}

function ascending(text: string): boolean {
  return text
    .trim()
    .split(/\s+/u)
    .every((number, index) => Number(number) === index + 1)
}

/** Titles in the order of their columns, of which there are `count`. */
function titles(lines: readonly Line[], count: number): string[] {
  const parts = titleParts(lines)
  if (parts.length === count) return parts
  if (parts.length < count) return cutFurther(parts, count)
  const whole = wholeTitles(lines)
  if (whole.length === count) return whole
  // More parts than columns: one title, most often the longest, that of the name, was cut.
  const told = parts.filter((part) => TELLING.has(columnKind(part)))
  const name = parts
    .filter((part) => !TELLING.has(columnKind(part)))
    .join(' ')
    .replace(/\(\s/gu, '(')
  return name ? [name, ...told] : told
}

function titleParts(lines: readonly Line[]): string[] {
  return blocks(tokenize(lines))
    .flatMap(splitTitles)
    .map((part) => joinTokens(part, 0, part.length).replace(NUMBER_TITLE, '').trim())
    .filter(Boolean)
}

/** Cuts «Өңір Ұйымның атауы» where the count wants more titles, if there are just as many capitals as it wants. */
function cutFurther(parts: readonly string[], count: number): string[] {
  const cut = parts.flatMap((part) => part.split(TITLE_IN_TITLE))
  return cut.length === count ? cut : [...parts]
}

/** Titles where nothing says how many there are: a part that begins small, or inside an open bracket, belongs to the one before. */
function wholeTitles(lines: readonly Line[]): string[] {
  const whole: string[] = []
  for (const part of titleParts(lines)) {
    const open = whole.findLastIndex(isCut)
    const target = open === -1 && !OPENS_TITLE.test(part) ? whole.length - 1 : open
    if (target >= 0 && (open === target || !OPENS_TITLE.test(part)) && !(OPENS_TITLE.test(part) && TELLING.has(columnKind(part)))) {
      whole[target] = `${whole[target]!} ${part}`.replace(/\(\s/gu, '(')
    } else whole.push(part)
  }
  return whole
}

/** «Орталықтардың (филиалдардың,»: a title that goes on elsewhere. */
function isCut(title: string): boolean {
  return /[,(–-]$/u.test(title) || (title.match(/\(/gu)?.length ?? 0) > (title.match(/\)/gu)?.length ?? 0)
}

/** Runs of words without a blank line between them. */
function blocks(tokens: readonly Token[]): Token[][] {
  const found: Token[][] = []
  for (const token of tokens) {
    const open = found.at(-1)
    if (!open || token.break === 'gap' || token.break === 'page') found.push([token])
    else open.push(token)
  }
  return found
}

/** Cuts «ХҚО атауы (…) Орналасқан мекенжайы Байланыс деректерi» where a new title with a capital begins. */
function splitTitles(tokens: readonly Token[]): Token[][] {
  const telling = (from: number, to: number): boolean => TELLING.has(columnKind(joinTokens(tokens, from, to)))
  const parts: Token[][] = []
  let from = 0
  for (let index = 1; index < tokens.length; index++) {
    if (!OPENS_TITLE.test(tokens[index]!.text)) continue
    let next = index + 1
    while (next < tokens.length && !OPENS_TITLE.test(tokens[next]!.text)) next++
    const before = foldKey(tokens[index - 1]!.text)
    if (before.endsWith(',') || GENITIVE.test(before) || (!telling(index, next) && !(ENDS_TITLE.test(before) && telling(from, index))))
      continue
    parts.push(tokens.slice(from, index))
    from = index
  }
  parts.push(tokens.slice(from))
  return parts
}
