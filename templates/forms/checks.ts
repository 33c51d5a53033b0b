/**
 * What may be written into a form: numbers with a check digit, real days, known fields, letters that can be printed.
 *
 * Nothing here is about room: a value that does not fit is found while the form is laid out (`FormValueError`).
 */
import {parseDate} from '../../parser/language/dates.ts'
import {MONTHS} from '../../parser/language/months.ts'
import type {Annex, Field} from '../../parser/model/index.ts'
import {FIELD_CHARACTERS} from '../pdf/charset.ts'
import type {FormValue, FormValues} from './context.ts'
import {nearNames} from './near.ts'
import {isoDate, otherCentury, partGaps, type PartGap} from './parts.ts'

/** What is wrong with the number of a person or an organisation. */
export type NumberFault = 'digits' | 'birth-date' | 'month' | 'check-digit'

const DIGITS = /^\d{12}$/u

/** Blanks and hyphens that people part the digits with: «850101 300-123». */
export const bareNumber = (value: string): string => value.replace(/[\s\u00a0-]/gu, '')

/**
 * The official test of IIN and BIN: the sum of the first eleven digits times 1 … 11, modulo 11, is the twelfth; where that gives 10,
 * the weights are 3 … 11, 1, 2; where it gives 10 again, there is no such number.
 */
function checkDigit(digits: string): number {
  const sum = (offset: number): number =>
    [...digits.slice(0, 11)].reduce((total, d, i) => total + Number(d) * (((i + offset) % 11) + 1), 0) % 11
  const first = sum(0)
  return first === 10 ? sum(2) : first
}

const hasCheckDigit = (digits: string): boolean => checkDigit(digits) === Number(digits[11])

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * Checks an individual identification number (IIN, ЖСН): twelve digits, date of birth, check digit.
 *
 * @param value blanks and hyphens between the digits are allowed
 * @returns null where the number is right
 */
export function checkIin(value: string): NumberFault | null {
  const digits = bareNumber(value)
  if (!DIGITS.test(digits)) return 'digits'
  // the seventh digit: 1, 2 for the 19th century, 3, 4 for the 20th, 5, 6 for the 21st; 0 for foreigners
  const century = Number(digits[6])
  if (century > 6) return 'birth-date'
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)))
  const centuries = century === 0 ? [1900, 2000] : [1700 + Math.ceil(century / 2) * 100]
  if (!centuries.some((first) => isDay(first + (year ?? 0), month ?? 0, day ?? 0))) return 'birth-date'
  return hasCheckDigit(digits) ? null : 'check-digit'
}

/**
 * Checks a business identification number (BIN, БСН): twelve digits, month of registration, check digit.
 *
 * @returns null where the number is right
 */
export function checkBin(value: string): NumberFault | null {
  const digits = bareNumber(value)
  if (!DIGITS.test(digits)) return 'digits'
  const month = Number(digits.slice(2, 4))
  if (month < 1 || month > 12) return 'month'
  return hasCheckDigit(digits) ? null : 'check-digit'
}

/** Checks a value against the format of its field. */
export function checkFormat(value: string, format: NonNullable<Field['format']>): NumberFault | 'phone' | 'email' | null {
  switch (format) {
    case 'iin':
      return checkIin(value)
    case 'bin':
      return checkBin(value)
    case 'iin-bin': {
      // either; what is neither is told as what it looks like: the fifth digit of a BIN is 4, 5 or 6, which no day of birth begins with
      const faults = [checkIin(value), checkBin(value)]
      return faults.includes(null) ? null : (faults[/^\d{4}[456]/u.test(bareNumber(value)) ? 1 : 0] ?? null)
    }
    case 'phone':
      return PHONE.test(value.trim()) && (value.match(/\d/gu)?.length ?? 0) >= LEAST_PHONE_DIGITS ? null : 'phone'
    case 'email':
      return EMAIL.test(value.trim()) ? null : 'email'
  }
}

/** «8 (7172) 74-02-62, 74-03-40», «+7 701 123 45 67 (ішкі 12)» */
const PHONE = /^\+?[\d\s()/,;.+-]+(?:\(?\p{L}+\.? ?\d+\)?)?$/u
const LEAST_PHONE_DIGITS = 5
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/u

export interface Problem {
  /** Name of the field, as given. */
  field: string
  /** The value, or the cell of it that is wrong. */
  value: string
  rule: 'unknown-field' | 'wrong-type' | 'number' | 'date' | 'century' | 'phone' | 'email' | 'option' | 'character' | 'too-long' | 'columns'
  /** What is wrong, in English, without the field's name. */
  message: string
  /** Rule `number`: which of its rules; rule `character`: which; rule `century`: the digits that the blank prints. */
  detail?: string
  /** Names or options that may have been meant, best first. */
  suggestions?: string[]
}

/** A value that cannot be printed as it is, with the field it belongs to. */
export class FormValueError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({field, message}) => `${field}: ${message}`).join('\n'))
    this.name = 'FormValueError'
    this.problems = problems
  }
}

export interface CheckOptions {
  /** Whether the fonts have a character; where left out, those that can be typed into a field are the ones. */
  has?: (codePoint: number) => boolean
}

/** Longer values are refused: no blank asks for two pages of text in one field. */
export const LONGEST_VALUE = 4000
/** Control characters but the line feed, marks of writing direction, characters that show nothing, and halves of a pair. */
const UNPRINTABLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}|\p{Co}/u
/** «31.02.2013», «2013-02-31» */
const DATE_IN_NUMBERS = /(?<![\d.])(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/u
/** «31 ақпан» */
const DATE_IN_WORDS = new RegExp(`\\d{1,2}[»"]?\\s+(?:${MONTHS.join('|')})`, 'iu')
/** «2012»: a year given by itself. */
const FOUR_DIGITS = /^\d{4}$/u
const TYPABLE: ReadonlySet<number> = new Set([...FIELD_CHARACTERS].map((character) => character.codePointAt(0) ?? 0))

const FAULTS: Readonly<Record<NumberFault, string>> = {
  digits: 'must have twelve digits',
  'birth-date': 'does not begin with a date of birth',
  month: 'does not begin with a year and a month',
  'check-digit': 'has a wrong check digit',
}

/**
 * Checks values before a form is filled with them.
 *
 * @param annex a form or certificate, as published
 * @param values by field name; a part of a date may be given by itself (`date-day`)
 * @returns what is wrong, in the order of the values; empty where nothing is
 */
export function checkValues(annex: Pick<Annex, 'fields' | 'layout'>, values: FormValues, options: CheckOptions = {}): Problem[] {
  const fields = new Map((annex.fields ?? []).map((field) => [field.name, field]))
  const parts = partGaps(annex.layout ?? [])
  const partNames = new Set([...parts].flatMap(([name, own]) => own.map(({part}) => `${name}-${part}`)))
  const centuries = checkCenturies(annex, values)
  const has = options.has ?? ((codePoint: number) => TYPABLE.has(codePoint))
  return Object.entries(values).flatMap(([name, value]): Problem[] => {
    const field = fields.get(name)
    if (!field && !partNames.has(name)) {
      const suggestions = nearNames(name, [...fields.keys()])
      const meant = suggestions.length > 0 ? `; did you mean ${suggestions.join(', ')}?` : ''
      return [{field: name, value: shown(value), rule: 'unknown-field', message: `the form has no such field${meant}`, suggestions}]
    }
    const texts = typeof value === 'string' ? [value] : typeof value === 'boolean' ? [] : value.flat()
    const wrong = texts.flatMap((text) => wrongText(name, text, has))
    if (wrong.length > 0) return wrong
    const fault = field ? wrongValue(field, value, parts.get(name) ?? []) : []
    return fault.length > 0 ? fault : centuries.filter((problem) => problem.field === name)
  })
}

const shown = (value: FormValue): string => (typeof value === 'string' ? value : JSON.stringify(value))

function wrongText(field: string, value: string, has: (codePoint: number) => boolean): Problem[] {
  const length = [...value].length
  if (length > LONGEST_VALUE)
    return [{field, value, rule: 'too-long', message: `has ${length} characters; at most ${LONGEST_VALUE} can be printed`}]
  const text = value.replaceAll('\r\n', '\n').normalize('NFC')
  const bad = UNPRINTABLE.exec(text)?.[0] ?? [...text].find((character) => character !== '\n' && !has(character.codePointAt(0) ?? 0))
  if (bad === undefined) return []
  const code = `U+${(bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = UNPRINTABLE.test(bad) ? code : `«${bad}» (${code})`
  return [{field, value, rule: 'character', message: `holds ${name}, which cannot be printed`, detail: code}]
}

function wrongValue(field: Field, value: FormValue, gaps: readonly PartGap[]): Problem[] {
  const problem = (rule: Problem['rule'], message: string, more: Partial<Problem> = {}): Problem[] => [
    {field: field.name, value: shown(value), rule, message, ...more},
  ]
  if (value === '' || value === false) return []
  switch (field.type) {
    case 'signature':
    case 'stamp':
      return problem('wrong-type', 'is left open for a signature or a stamp')
    case 'table': {
      if (typeof value === 'string' || typeof value === 'boolean')
        return problem('wrong-type', 'is a table: a list of rows, each a list of texts')
      const columns = field.columns?.length ?? 0
      const row = value.findIndex((cells) => columns > 0 && cells.length > columns)
      return row === -1 ? [] : problem('columns', `row ${row + 1} has ${value[row]?.length ?? 0} cells; the table has ${columns} columns`)
    }
    case 'checkbox': {
      const options = field.options ?? []
      if (value === true) return options.length > 1 ? problem('option', `is one of: ${options.join(', ')}`) : []
      const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly (readonly string[])[]).flat() : []
      const unknown = chosen.find((option) => !options.includes(option))
      if (unknown === undefined) return []
      const message =
        options.length > 0 ? `has no option «${unknown}»; there are: ${options.join(', ')}` : 'is a box to tick: true or false'
      return problem('option', message, {suggestions: nearNames(unknown, options)})
    }
    case 'date':
    case 'text':
    case 'multiline':
      if (typeof value !== 'string') return problem('wrong-type', 'is a text')
  }
  if (field.type === 'date') {
    const real = parseDate(value) !== null
    const looksLike = DATE_IN_NUMBERS.test(value) || DATE_IN_WORDS.test(value)
    if (!real && looksLike) return problem('date', 'there is no such day')
    if (!real && gaps.length > 0) return problem('date', 'must be a date with day, month and year: 09.10.2012')
    // the year stands in its own gap or beside the month
    if (gaps.length > 0 && !gaps.some(({part}) => part === 'year' || part === 'month'))
      return problem('date', 'the blank has no place for the month and the year')
    return []
  }
  const fault = field.format ? checkFormat(value, field.format) : null
  if (fault === null) return []
  if (fault === 'phone') return problem('phone', 'is no telephone number')
  if (fault === 'email') return problem('email', 'is no e-mail address')
  return problem('number', FAULTS[fault], {detail: fault})
}

/** A year that the digits printed before its gap contradict: «19__ ж.» and 2005. */
function wrongCentury(name: string, value: string, gaps: readonly PartGap[]): Problem[] {
  const year = isoDate(value)?.slice(0, 4) ?? FOUR_DIGITS.exec(value)?.[0]
  if (year === undefined) return []
  const printed = gaps.flatMap(({part, before}) => (part === 'year' ? [otherCentury(year, before)] : [])).find((digits) => digits !== null)
  if (printed === undefined || printed === null) return []
  const message = `the blank prints «${printed}» before the place of the year: ${year} cannot be written there`
  return [{field: name, value, rule: 'century', message, detail: printed}]
}

/**
 * Years that cannot be printed on a blank: its own digits say another century.
 *
 * @param annex a form or certificate, as published
 * @param values by field name; the year may be given by itself (`date-year`)
 */
export function checkCenturies({layout = []}: Pick<Annex, 'layout'>, values: FormValues): Problem[] {
  return [...partGaps(layout)].flatMap(([name, gaps]) =>
    [name, `${name}-year`].flatMap((given) => {
      const value = Object.hasOwn(values, given) ? values[given] : undefined
      return typeof value === 'string' ? wrongCentury(given, value, gaps) : []
    }),
  )
}
