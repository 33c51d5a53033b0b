/**
 * From what a data file gives to what a form is filled with, and everything that is wrong with it, by line and field.
 *
 *     applicants.csv:3: error: iin: has a wrong check digit: «900101400016» [form/number]
 */
import {findDates} from '../../../parser/language/dates.ts'
import type {Diagnostic, Field} from '../../../parser/model/index.ts'
import {checkValues, FormValueError} from '../../../templates/forms/checks.ts'
import type {Problem} from '../../../templates/forms/checks.ts'
import type {FormValue, FormValues} from '../../../templates/forms/index.ts'
import {isElement, type Element, type FieldMark, type Mark, type Sheet} from '../../../templates/pdf/display.ts'
import {LINE_HEIGHT} from '../../../templates/pdf/fields.ts'
import {textWidth, type PreparedFonts} from '../../../templates/pdf/fonts.ts'
import {wrapText} from '../../../templates/pdf/wrap.ts'
import type {Blank} from './blanks.ts'
import {dataProblem, type Applicant} from './data.ts'

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
/** «documents-2-3»: row and column of a cell. */
const CELL = /^(?<table>.+)-(?<row>\d+)-(?<column>\d+)$/u
/** A day in figures. */
const FIGURES = /^[\d./\s-]+$/u

/** Every name that values may have: fields, the parts of dates, the open cells of tables, and those of rows that a table may grow by. */
export function namesOf(blank: Blank, sheets: readonly Sheet[]): Set<string> {
  const open = blank.fields.filter(({type}) => type !== 'signature' && type !== 'stamp')
  const places = marksOf(sheets).map(({name}) => name)
  const further = open.flatMap(({name, type, columns}) => {
    if (type !== 'table') return []
    const {rows, open: columnsOpen} = openCells(name, columns, places)
    return Array.from({length: Math.max(0, MOST_ROWS - rows)}, (_, r) =>
      columnsOpen(rows + r + 1).map((column) => `${name}-${String(rows + r + 1)}-${String(column)}`),
    ).flat()
  })
  return new Set([...open.map(({name}) => name), ...places, ...further])
}

/** The open cells of a table, in order. */
export function cellsOf(table: string, places: readonly string[]): {name: string; row: number; column: number}[] {
  return [...new Set(places)].flatMap((name) => {
    const cell = CELL.exec(name)?.groups
    return cell?.['table'] === table ? [{name, row: Number(cell['row']), column: Number(cell['column'])}] : []
  })
}

/** What of a table can be written in. */
interface OpenCells {
  /** Rows of the blank. */
  rows: number
  /** Open columns of a row, from 1; of a row that the table grows by, those that are open in any row. */
  open(row: number): number[]
}

/** The columns of a table that have an open cell; the others are printed: «1.», «2.» */
export const openColumns = (table: string, places: readonly string[]): number[] =>
  [...new Set(cellsOf(table, places).map(({column}) => column))].toSorted((a, b) => a - b)

function openCells(table: string, columns: readonly string[] | undefined, places: readonly string[]): OpenCells {
  const cells = cellsOf(table, places)
  const rows = Math.max(0, ...cells.map(({row}) => row))
  const any = cells.length > 0 ? openColumns(table, places) : (columns ?? ['']).map((_, c) => c + 1)
  const byRow = new Map<number, number[]>()
  for (const {row, column} of cells) byRow.set(row, [...(byRow.get(row) ?? []), column])
  return {rows, open: (row) => (row > rows ? any : (byRow.get(row) ?? []).toSorted((a, b) => a - b))}
}

/**
 * Puts the cells of rows into their columns. A row may have a cell for every column, those that are printed left empty, or one for every
 * open column.
 *
 *     Р/с № | Атауы | Саны        [["нан", "1"]]  →  [["", "нан", "1"]]
 *     1.    |       |
 */
function placeRows(rows: readonly (readonly string[])[], table: Field, {open}: OpenCells): {rows: string[][]; problems: string[]} {
  const count = table.columns?.length ?? 0
  const problems: string[] = []
  const placed = rows.map((cells, r): string[] => {
    const columns = open(r + 1)
    if (columns.length >= count || cells.length > count) return [...cells]
    if (cells.length === columns.length) return Array.from({length: count}, (_, c) => cells[columns.indexOf(c + 1)] ?? '')
    if (cells.length < count && cells.some((cell) => cell !== '')) {
      const names = columns.map((column) => `«${table.columns?.[column - 1] ?? ''}»`).join(', ')
      const wanted =
        columns.length === 0 ? 'nothing can be written into it' : `give ${String(columns.length)} (${names}) or all ${String(count)}`
      problems.push(`row ${String(r + 1)} has ${String(cells.length)} cells; ${wanted}`)
    }
    return [...cells]
  })
  return {rows: placed, problems}
}

/** Cells that are given a text but are printed in the blank; rows that it grows by are seen when they are laid out. */
function printedCells(rows: readonly (readonly string[])[], table: Field, cells: OpenCells): string[] {
  return rows.flatMap((row, r) =>
    row.flatMap((text, c) => {
      if (text === '' || r + 1 > cells.rows || cells.open(r + 1).includes(c + 1)) return []
      return [printedCell(table, r + 1, c + 1, text)]
    }),
  )
}

const printedCell = (table: Field, row: number, column: number, text: string): string => {
  const name = table.columns?.[column - 1] ?? ''
  return `row ${String(row)}, column ${String(column)}${name === '' ? '' : ` («${name}»)`} is printed, nothing can be written there: «${shown(text)}»`
}

/**
 * The values of an applicant, ready to be written.
 *
 * @param places names of the places in the empty blank
 * @returns what can be written, and everything that is wrong
 */
export function valuesOf(
  file: string,
  applicant: Applicant,
  blank: Blank,
  fonts: PreparedFonts,
  places: readonly string[],
): {values: FormValues; problems: Diagnostic[]} {
  const fields = new Map(blank.fields.map((field) => [field.name, field]))
  const values: Record<string, FormValue> = {}
  /** Name of a field in the form → names in the file that went into it. */
  const origins = new Map<string, string>()
  const problems: Diagnostic[] = []
  for (const [name, {value, line}] of applicant.values) {
    const cell = CELL.exec(name)?.groups
    const table = fields.get(cell?.['table'] ?? '')
    if (cell && table?.type === 'table' && !fields.has(name)) {
      const text = plain(value)
      const [row, column] = [Number(cell['row']), Number(cell['column'])]
      const {rows, open} = openCells(table.name, table.columns, places)
      const closed = typeof text === 'string' && text !== '' && row >= 1 && row <= rows && column <= (table.columns?.length ?? column)
      const wrong =
        typeof text !== 'string'
          ? text.message
          : closed && !open(row).includes(column)
            ? printedCell(table, row, column, text)
            : setCell(values, table, row, column, text)
      if (wrong !== null) problems.push(dataProblem(file, line ?? applicant.lineOf(name), 'table', `${name}: ${wrong}`))
      origins.set(table.name, name)
      continue
    }
    const read = convert(value, fields.get(name))
    if ('message' in read) problems.push(dataProblem(file, line ?? applicant.lineOf(name), 'kind', `${name}: ${read.message}`))
    else if (Array.isArray(read.value) && fields.get(name)?.type === 'table') {
      const field = fields.get(name) as Field
      const cells = openCells(name, field.columns, places)
      const {rows, problems: wrong} = placeRows(read.value as string[][], field, cells)
      for (const message of wrong.length > 0 ? wrong : printedCells(rows, field, cells)) {
        problems.push(dataProblem(file, line ?? applicant.lineOf(name), 'table', `${name}: ${message}`))
      }
      values[name] = rows
    } else if (read.value !== '' || !fields.has(name)) values[name] = read.value
  }
  const has = (codePoint: number): boolean => fonts.regular.glyph(codePoint) !== 0
  for (const problem of checkValues({fields: blank.fields, layout: [...blank.blocks]}, values, {has})) {
    problems.push(asDiagnostic(file, applicant, problem, origins))
  }
  return {values, problems}
}

/** A problem of a form as one of the file. */
function asDiagnostic(file: string, applicant: Applicant, problem: Problem, origins: ReadonlyMap<string, string> = new Map()): Diagnostic {
  const {rule, message, value, detail} = problem
  const field = applicant.values.has(problem.field) ? problem.field : (origins.get(problem.field) ?? problem.field)
  const line = applicant.values.get(field)?.line ?? applicant.lineOf(applicant.values.has(field) ? field : undefined)
  const digits = value.replace(/\D/gu, '').length
  // Excel takes 012345678901 for a number
  const zeros =
    detail === 'digits' && digits > 8 && digits < 12 ? '; a spreadsheet takes zeros off at the front: format the column as text' : ''
  const what = rule === 'unknown-field' || rule === 'character' || rule === 'too-long' ? '' : `: «${shown(value)}»`
  return dataProblem(file, line, rule, `${field}: ${message}${what}${zeros}`)
}

/** A text as the forms take it: composed, with plain blanks and line ends. */
function plain(value: unknown): string | {message: string} {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return {message: 'a text is wanted here'}
  return value.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').trim()
}

function convert(value: unknown, field: Field | undefined): {value: FormValue} | {message: string} {
  if (field?.type === 'table') return convertTable(value)
  if (typeof value === 'boolean') return {value: value ? true : ''}
  const text = plain(value)
  if (typeof text !== 'string') return text
  if (field?.type === 'checkbox') return {value: tick(text, field)}
  if (field?.type === 'date') return {value: dotted(text)}
  return {value: text}
}

/** «иә» ticks a box; a word among those to choose from ticks that one, however its letters are written. */
function tick(text: string, field: Field): FormValue {
  const lower = text.toLowerCase()
  const option = field.options?.find((one) => one.toLowerCase() === lower)
  if (option !== undefined) return option
  if (NO.has(lower)) return ''
  return YES.has(lower) ? true : text
}

/** A day in figures as the forms write it: «21.11.2012». */
function dotted(text: string): string {
  const [date, more] = findDates(text)
  if (!date?.iso || more || !FIGURES.test(text)) return text
  return date.iso.split('-').reverse().join('.')
}

function convertTable(value: unknown): {value: FormValue} | {message: string} {
  if (value === null || value === '') return {value: ''}
  const message = 'a table is a list of rows, each a list of texts'
  if (!Array.isArray(value) || value.length > MOST_ROWS) {
    return {message: Array.isArray(value) ? `has ${String(value.length)} rows; a form takes ${String(MOST_ROWS)}` : message}
  }
  const rows: string[][] = []
  for (const [index, row] of value.entries()) {
    const cells = Array.isArray(row) ? row.map(plain) : [{message}]
    const texts = cells.filter((cell) => typeof cell === 'string')
    if (texts.length < cells.length) return {message: `row ${String(index + 1)}: ${message}`}
    rows.push(texts)
  }
  return {value: rows}
}

/** Puts a text into a cell of a table; what is wrong, or null. */
function setCell(values: Record<string, FormValue>, table: Field, row: number, column: number, text: string): string | null {
  const columns = table.columns?.length ?? column
  if (row < 1 || row > MOST_ROWS || column < 1 || column > columns) return `the table has no such cell (${String(columns)} columns)`
  if (text === '') return null
  const given = values[table.name]
  const rows = Array.isArray(given) ? given.map((cells: readonly string[]) => [...cells]) : []
  while (rows.length < row) rows.push([])
  const cells = rows[row - 1] ?? []
  while (cells.length < column) cells.push('')
  cells[column - 1] = text
  values[table.name] = rows
  return null
}

/**
 * Lays a form out with values that were checked.
 *
 * @param blankSheets how many sheets the form has when it is empty
 * @throws InputError-ready problems as a list in `problems` where something does not fit
 */
export async function fitted(
  file: string,
  applicant: Applicant | undefined,
  blank: Blank,
  values: FormValues,
  blankSheets: number,
  fonts: PreparedFonts,
): Promise<{sheets: Sheet[]; problems: Diagnostic[]}> {
  const nobody: Applicant = {values: new Map(), lineOf: () => null}
  const who = applicant ?? nobody
  try {
    const sheets = await blank.layout(values)
    const problems = checkRoom(sheets, blankSheets, fonts).map(({name, message}) => {
      if (name === null) return dataProblem(file, who.lineOf(), 'too-long', message)
      const field = fieldOf(name, blank.fields)
      return asDiagnostic(file, who, {field: who.values.has(name) ? name : field, value: '', rule: 'too-long', message})
    })
    return {sheets, problems: [...problems, ...unwritten(file, who, blank, values, sheets)]}
  } catch (error) {
    if (!(error instanceof FormValueError)) throw error
    return {sheets: [], problems: error.problems.map((problem) => asDiagnostic(file, who, problem))}
  }
}

/** Cells of tables that were given a text, but have no place on the sheets. */
function unwritten(file: string, who: Applicant, blank: Blank, values: FormValues, sheets: readonly Sheet[]): Diagnostic[] {
  const places = new Set(marksOf(sheets).map(({name}) => name))
  return blank.fields.flatMap((field) => {
    const rows = field.type === 'table' ? values[field.name] : undefined
    if (!Array.isArray(rows)) return []
    return (rows as readonly (readonly string[])[]).flatMap((row, r) =>
      row.flatMap((text, c) => {
        const name = `${field.name}-${String(r + 1)}-${String(c + 1)}`
        if (text === '' || places.has(name)) return []
        const given = who.values.has(name) ? name : field.name
        const line = who.values.get(given)?.line ?? who.lineOf(who.values.has(given) ? given : undefined)
        return [dataProblem(file, line, 'table', `${given}: ${printedCell(field, r + 1, c + 1, text)}`)]
      }),
    )
  })
}

/** The field that a place of the PDF belongs to: «documents-1-2» → «documents». */
function fieldOf(place: string, fields: readonly Field[]): string {
  const owners = fields.filter(({name}) => place === name || place.startsWith(`${name}-`))
  return owners.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? place
}

/** What does not fit into its place. */
function checkRoom(sheets: readonly Sheet[], sheetsOfBlank: number, fonts: PreparedFonts): {name: string | null; message: string}[] {
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
