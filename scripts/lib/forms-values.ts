/**
 * Whether what is given for a form can be written into it: names, kinds, days, check digits, letters, room.
 *
 *     line 3, iin: «900101400015»: the check digit is wrong
 */
import {findDates} from '../../parser/language/dates.ts'
import type {Diagnostic, Field} from '../../parser/model/index.ts'
import type {FormValue, FormValues} from '../../templates/forms/index.ts'
import {isElement, type Element, type FieldMark, type Mark, type Sheet} from '../../templates/pdf/display.ts'
import {LINE_HEIGHT} from '../../templates/pdf/fields.ts'
import {textWidth, type PreparedFonts} from '../../templates/pdf/fonts.ts'
import {wrapText} from '../../templates/pdf/wrap.ts'
import {dataProblem, type Applicant} from './forms-data.ts'
import {nearest} from './suggest.ts'

/** What a form can be told. */
export interface FormNames {
  fields: ReadonlyMap<string, Field>
  /** Places of the PDF that are part of a field: a day of a date, a cell of a table. */
  places: ReadonlySet<string>
}

/** Longer than anything a blank has room for. */
const LONGEST_VALUE = 2000
/** Cells of a table beyond its printed rows. */
const MOST_ROWS = 200
/** Smaller type can't be read. */
const LEAST_SIZE = 5.5
/** Sheets that long answers may add to a blank. */
const MORE_SHEETS = 2
/** A value is shown in a message up to here. */
const SHOWN = 40

const YES = new Set(['1', 'true', 'yes', 'x', 'х', '+', 'v', '✓', 'иә', 'ия', 'да'])
const NO = new Set(['', '0', 'false', 'no', '-', '–', 'жоқ', 'нет'])

/** Marks without a shape of their own: controls, text direction, joiners, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/u
const NAMES_OF_MARKS: Record<string, string> = {
  '00AD': 'a soft hyphen',
  '200B': 'a zero-width space',
  '200E': 'a left-to-right mark',
  '200F': 'a right-to-left mark',
  '202A': 'a text direction mark',
  '202B': 'a text direction mark',
  '202D': 'a text direction mark',
  '202E': 'a text direction mark',
  '2066': 'a text direction mark',
  '2067': 'a text direction mark',
  FEFF: 'a byte order mark',
}
/** «documents-2-3»: row and column of a cell. */
const CELL = /^(?<table>.+)-(?<row>\d+)-(?<column>\d+)$/u

/** What stands open in a blank: fields a person fills in, and the places they are made of. */
export function formNames(fields: readonly Field[], blank: readonly Sheet[]): FormNames {
  const open = fields.filter(({type}) => type !== 'signature' && type !== 'stamp')
  const places = new Set(marksOf(blank).map(({name}) => name))
  return {fields: new Map(open.map((field) => [field.name, field])), places}
}

/** Every name that values may have. */
export const allNames = ({fields, places}: FormNames): Set<string> => new Set([...fields.keys(), ...places])

/**
 * The values of an applicant, ready to be written.
 *
 * @returns what can be written, and everything that is wrong, each with its line and field
 */
export function checkApplicant(
  file: string,
  applicant: Applicant,
  names: FormNames,
  fonts: PreparedFonts,
): {values: FormValues; problems: Diagnostic[]} {
  const values: Record<string, FormValue> = {}
  const cells: {table: Field; row: number; column: number; text: string}[] = []
  const problems: Diagnostic[] = []
  for (const [name, {value, line}] of applicant.values) {
    const fail = (rule: string, message: string): void => {
      problems.push(dataProblem(file, line ?? applicant.lineOf(name), rule, `${name}: ${message}`))
    }
    const cell = CELL.exec(name)?.groups
    const table = names.fields.get(cell?.['table'] ?? '')
    if (cell && table?.type === 'table' && !names.fields.has(name)) {
      const [row, column] = [Number(cell['row']), Number(cell['column'])]
      if (row < 1 || row > MOST_ROWS || column < 1 || column > Math.max(1, table.columns?.length ?? column)) {
        fail('unknown-field', `the table has no such cell${table.columns ? ` (${String(table.columns.length)} columns)` : ''}`)
        continue
      }
      const text = readText(value, false, fonts)
      if (typeof text !== 'string') fail(text.rule, text.message)
      else if (text !== '') cells.push({table, row, column, text})
      continue
    }
    const field = names.fields.get(name)
    if (!field && !names.places.has(name)) {
      const near = nearest(name, [...names.fields.keys()], 3)
      fail('unknown-field', `the form has no such field${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`)
      continue
    }
    const read = readValue(value, field, fonts)
    if ('message' in read) fail(read.rule, read.message)
    else if (read.value !== '') values[name] = read.value
  }
  for (const {table, row, column, text} of cells) {
    const rows = (Array.isArray(values[table.name]) ? [...(values[table.name] as string[][])] : []) as string[][]
    while (rows.length < row) rows.push([])
    const cellsOfRow = [...(rows[row - 1] ?? [])]
    while (cellsOfRow.length < column) cellsOfRow.push('')
    cellsOfRow[column - 1] = text
    rows[row - 1] = cellsOfRow
    values[table.name] = rows
  }
  return {values, problems}
}

interface Fault {
  rule: string
  message: string
}

function readValue(value: unknown, field: Field | undefined, fonts: PreparedFonts): {value: FormValue} | Fault {
  if (field?.type === 'table') return readTable(value, field, fonts)
  if (field?.type === 'checkbox') return readTick(value, field)
  if (typeof value === 'boolean') return {rule: 'kind', message: 'a text is wanted here, not true or false'}
  const text = readText(value, field === undefined || field.type === 'multiline' || field.type === 'text', fonts)
  if (typeof text !== 'string') return text
  if (text === '') return {value: ''}
  if (field?.type === 'date') return readDay(text)
  if (field?.format) {
    const wrong = wrongFormat(text, field.format)
    if (wrong !== null) return {rule: 'format', message: `«${shown(text)}»: ${wrong}`}
  }
  return {value: text}
}

/** A text as it can be drawn, or what is wrong with it. */
function readText(value: unknown, lines: boolean, fonts: PreparedFonts): string | Fault {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return {rule: 'kind', message: 'a text is wanted here'}
  const text = value.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').trim()
  if (text.length > LONGEST_VALUE) {
    return {
      rule: 'too-long',
      message: `has ${String([...text].length)} characters; no blank has room for more than ${String(LONGEST_VALUE)}`,
    }
  }
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (character === '\n' && lines) continue
    const hex = code.toString(16).toUpperCase().padStart(4, '0')
    if (character === '\n') return {rule: 'character', message: 'a line break has no place here'}
    if (INVISIBLE.test(character)) {
      return {rule: 'character', message: `holds ${NAMES_OF_MARKS[hex] ?? 'a control character'} (U+${hex}); remove it`}
    }
    if (fonts.regular.glyph(code) === 0) return {rule: 'character', message: `«${character}» (U+${hex}) is not in the font of the forms`}
  }
  return text
}

function readTick(value: unknown, field: Field): {value: FormValue} | Fault {
  const options = field.options ?? []
  if (typeof value === 'boolean' && options.length === 0) return {value: value ? true : ''}
  if (typeof value !== 'string' && typeof value !== 'boolean')
    return {rule: 'kind', message: 'true or false is wanted here, or one of the words to choose from'}
  const word = String(value).normalize('NFC').trim()
  const lower = word.toLowerCase()
  const option = options.find((one) => one.toLowerCase() === lower)
  if (option !== undefined) return {value: option}
  if (options.length > 0) {
    if (NO.has(lower)) return {value: ''}
    return {rule: 'choice', message: `«${shown(word)}» is not among the words to choose from: ${options.join(', ')}`}
  }
  if (YES.has(lower)) return {value: true}
  if (NO.has(lower)) return {value: ''}
  return {rule: 'choice', message: `«${shown(word)}»: a box is ticked with «иә» and left open with «жоқ»`}
}

function readTable(value: unknown, field: Field, fonts: PreparedFonts): {value: FormValue} | Fault {
  if (value === '' || value === null) return {value: ''}
  const columns = field.columns ?? []
  const wrong: Fault = {
    rule: 'table',
    message: `a table is a list of rows, each a list of ${columns.length > 0 ? `up to ${String(columns.length)} ` : ''}texts`,
  }
  if (!Array.isArray(value)) return wrong
  if (value.length > MOST_ROWS) return {rule: 'table', message: `has ${String(value.length)} rows; a form takes ${String(MOST_ROWS)}`}
  const rows: string[][] = []
  for (const [r, row] of value.entries()) {
    if (!Array.isArray(row) || (columns.length > 0 && row.length > columns.length))
      return {...wrong, message: `row ${String(r + 1)}: ${wrong.message}`}
    const cells: string[] = []
    for (const cell of row) {
      const text = readText(cell, false, fonts)
      if (typeof text !== 'string') return {...text, message: `row ${String(r + 1)}: ${text.message}`}
      cells.push(text)
    }
    rows.push(cells)
  }
  return {value: rows}
}

/** A day that exists, written as the forms write it: «21.11.2012»; a day in words stays as it is. */
function readDay(text: string): {value: FormValue} | Fault {
  const [date, more] = findDates(text)
  if (date?.iso && !more && date.text.length >= text.length - 2) {
    const [year = '', month = '', day = ''] = date.iso.split('-')
    return {value: /^[\d.\-/\s]+$/u.test(text) ? `${day}.${month}.${year}` : text}
  }
  const digits = /^\D*\d{1,4}\D+\d{1,2}\D+\d{1,4}\D*$/u.test(text)
  return {rule: 'date', message: `«${shown(text)}» is ${digits ? 'no day of the calendar' : 'no date'}; write it as 21.11.2012`}
}

/** Weights of the check digit: the second row is used where the first gives 10. */
const WEIGHTS = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
] as const

/** Whether the last of twelve digits is the check digit of the others (IIN and BIN alike). */
export function hasCheckDigit(digits: string): boolean {
  for (const weights of WEIGHTS) {
    const rest = weights.reduce<number>((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11
    if (rest < 10) return rest === Number(digits[11])
  }
  return false
}

/** What is wrong with a number or an address; null where nothing is. */
function wrongFormat(text: string, format: NonNullable<Field['format']>): string | null {
  if (format === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text) ? null : 'no e-mail address'
  if (format === 'phone') {
    const digits = text.replace(/\D/gu, '').length
    return digits >= 3 && digits <= 30 ? null : 'no telephone number'
  }
  const digits = text.replace(/[\s-]/gu, '')
  if (!/^\d*$/u.test(digits)) return 'only digits stand in an IIN or BIN'
  if (digits.length !== 12) {
    const lost = digits.length < 12 && digits.length > 8 ? '; a spreadsheet takes zeros off at the front: format the column as text' : ''
    return `an IIN or BIN has 12 digits, this has ${String(digits.length)}${lost}`
  }
  if (!hasCheckDigit(digits)) return 'the check digit is wrong'
  return null
}

/**
 * What does not fit into its place.
 *
 * @param sheets the form with its values
 * @param sheetsOfBlank how many sheets the form has when it is empty
 */
export function checkRoom(sheets: readonly Sheet[], sheetsOfBlank: number, fonts: PreparedFonts): {name: string | null; message: string}[] {
  const found: {name: string | null; message: string}[] = []
  for (const mark of marksOf(sheets)) {
    if (typeof mark.value !== 'string' || mark.value === '') continue
    const width = (text: string): number => textWidth(fonts.regular, text, mark.size)
    const lines = mark.type === 'multiline' ? wrapText(mark.value, mark.width, width) : [mark.value]
    const wide = Math.max(...lines.map(width)) > mark.width + 1
    const high = lines.length > 1 && lines.length * mark.size * LINE_HEIGHT > mark.height + 3
    if (mark.size < LEAST_SIZE || wide || high) found.push({name: mark.name, message: `«${shown(mark.value)}» does not fit; shorten it`})
  }
  if (sheets.length > sheetsOfBlank + MORE_SHEETS) {
    const message = `the answers are too long for the form: it would grow from ${String(sheetsOfBlank)} to ${String(sheets.length)} sheets`
    found.push({name: null, message})
  }
  return found
}

/** Every field on the sheets. */
export function marksOf(sheets: readonly Sheet[]): FieldMark[] {
  const found: FieldMark[] = []
  const look = (node: Element | Mark): void => {
    if (isElement(node)) for (const kid of node.kids) look(kid)
    else if (node.kind === 'field') found.push(node)
  }
  for (const sheet of sheets) for (const element of sheet.elements) look(element)
  return found
}

const shown = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ')
  return [...line].length > SHOWN ? `${[...line].slice(0, SHOWN).join('')}…` : line
}
