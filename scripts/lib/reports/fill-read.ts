/**
 * What an office reports, as it stands in a file: JSON, or a table. Nothing is judged here but the form; every value keeps its place.
 *
 *     code;numerator;denominator
 *     indicator-1.1;198;200
 */
import {parse as parseCsv, CsvError} from 'csv-parse/sync'
import {decodeSource} from '../../../parser/read/decode.ts'
import type {Diagnostic} from '../../../parser/model/index.ts'
import {COLUMNS_CODE, GRID_COLUMNS, MARK_CODE, META_CODES, META_COLUMN, VALUE_COLUMNS} from '../../../templates/reports/grid.ts'
import type {GridColumn, ValueColumn} from '../../../templates/reports/grid.ts'
import {META_FIELDS, readMark, ReportData, ReportResult} from '../../../templates/reports/model.ts'
import type {MetaField, TemplateMark} from '../../../templates/reports/model.ts'
import {InputError, reason} from '../command.ts'
import {JsonPlaces} from '../forms/data.ts'
import {suggest} from '../suggest.ts'

/** A value as it stands in the file. */
export interface Cell {
  value: unknown
  line: number | null
  /** «column 5 (numerator)», «values[2].numerator» */
  place: string
}

/** One indicator, as it stands in the file. */
export interface DraftValue {
  code: Cell
  cells: Map<ValueColumn, Cell>
}

export interface Draft {
  file: string
  /** Whether decimals may have a comma: in a table, never in JSON. */
  commas: boolean
  mark: {mark: TemplateMark; line: number | null} | null
  meta: Map<MetaField, Cell>
  values: DraftValue[]
  /** Rows and names that are left out of `values`, each with what is wrong with it. */
  problems: Diagnostic[]
}

/** More is no report. */
const LARGEST = 16 * 1024 * 1024
const LONGEST_RECORD = 64 * 1024
const DELIMITERS = [';', ',', '\t'] as const
/** What stands between quotation marks is no delimiter. */
const QUOTED = /"[^"]*"/gu
const CODE_HEADER = 'code'

/** A problem of a report, with its place. */
export const problemOf = (
  file: string,
  line: number | null,
  rule: string,
  message: string,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic => ({file, line, rule: `report/${rule}`, severity, message})

/** A row of a table with the line it begins on. */
export interface TableRow {
  line: number
  cells: string[]
}

/**
 * The text of a file.
 *
 * @throws InputError where it is empty, too large or no text
 */
export function readText(file: string, bytes: Uint8Array, warn: (problem: Diagnostic) => void): string {
  const fail = (rule: string, message: string, line: number | null = null) => new InputError([problemOf(file, line, rule, message)])
  if (bytes.length > LARGEST) throw fail('too-large', 'the file has more than 16 MB; that is no report')
  const {text, encoding, problem} = decodeSource(bytes)
  if (bytes.length === 0 || (problem === undefined && text.trim() === '')) throw fail('empty', 'the file is empty')
  if (problem?.severity === 'error') throw fail('encoding', problem.message)
  if (problem?.rule === 'read/damaged-utf-8')
    throw fail('encoding', 'the text is damaged here (not valid UTF-8); save the file as UTF-8', problem.line)
  if (encoding !== null && encoding !== 'utf-8' && !encoding.startsWith('utf-16')) {
    warn(problemOf(file, null, 'encoding', `read as ${encoding}; look the letters over, and save the file as UTF-8`, 'warning'))
  }
  return text
}

/**
 * A table: the delimiter is the one that the first line has most of.
 *
 * @throws InputError where a quotation mark is not closed
 */
export function readTable(file: string, text: string): {rows: TableRow[]; delimiter: string} {
  const first = text.split('\n', 1)[0]?.replaceAll(QUOTED, '') ?? ''
  const count = (delimiter: string): number => first.split(delimiter).length
  const delimiter = DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ';'
  try {
    const records = parseCsv(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as {info: {lines: number}; record: string[]}[]
    const rows = records.map(({record, info}) => ({
      line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0),
      cells: record.map(plain),
    }))
    return {rows: rows.filter(({cells}) => cells.some((cell) => cell !== '')), delimiter}
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : null
    const unclosed = error instanceof CsvError && /QUOTE/u.test(error.code)
    throw new InputError([problemOf(file, line, 'table', unclosed ? 'a quotation mark is not closed' : `not a table: ${reason(error)}`)])
  }
}

/** «'=SUM(A1)» → «=SUM(A1)»: the apostrophe that keeps a text from being computed is no part of it. */
const INERT = /^'(?=[\s\u00a0]*[=+\-@＝＋－＠|%\t\r]|')/u
const plain = (cell: string): string => cell.replace(INERT, '').normalize('NFC').trim()

/**
 * Reads what an office reports.
 *
 * @param ignored texts that stand in the first column of our own templates and are no codes: headings
 * @returns what can be read; rows that can't are among its problems
 * @throws InputError where the file can't be read as a whole: encoding, JSON, quotation marks, header
 */
export function readDraft(file: string, bytes: Uint8Array, ignored: ReadonlySet<string>, warn: (problem: Diagnostic) => void): Draft {
  const text = readText(file, bytes, warn)
  return /^\s*[{[]/u.test(text) ? readJson(file, text) : readGrid(file, text, ignored)
}

// --- tables

function readGrid(file: string, text: string, ignored: ReadonlySet<string>): Draft {
  const {rows, delimiter} = readTable(file, text)
  const draft: Draft = {file, commas: true, mark: null, meta: new Map(), values: [], problems: []}
  const {problems} = draft
  const headerAt = rows.findIndex(({cells}, index) => cells[0] === COLUMNS_CODE || (index === 0 && cells[0]?.toLowerCase() === CODE_HEADER))
  const header = rows[headerAt]
  if (!header) {
    const message = `the table doesn't name its columns; its first line must be: ${CODE_HEADER};numerator;denominator;percent;norm;target`
    throw new InputError([problemOf(file, rows[0]?.line ?? 1, 'header', message)])
  }
  const columns = readHeader(file, header, problems)
  if (problems.length > 0) throw new InputError(problems)
  const meta = new Map<string, MetaField>(META_FIELDS.map((field) => [META_CODES[field], field]))
  for (const [index, {line, cells}] of rows.entries()) {
    const [code = ''] = cells
    const field = meta.get(code)
    if (field) draft.meta.set(field, {value: cells[META_COLUMN] ?? '', line, place: `column ${String(META_COLUMN + 1)} (${code})`})
    else if (code === MARK_CODE) {
      const mark = readMark(cells.join(' '))
      if (mark) draft.mark = {mark, line}
    }
    if (field || code === MARK_CODE || index <= headerAt || ignored.has(code)) continue
    const filled = cells.filter((cell, column) => cell !== '' && columns[column] !== 'label' && columns[column] !== 'code')
    if (code === '') {
      if (filled.length > 0) problems.push(problemOf(file, line, 'code', 'values without the code of an indicator'))
      continue
    }
    const last = cells.findLastIndex((cell) => cell !== '')
    if (last >= columns.length) {
      const hint = delimiter === ',' ? '; a decimal comma, perhaps: put the value into quotation marks, or write a point' : ''
      problems.push(problemOf(file, line, 'table', `${String(last + 1)} cells, but ${String(columns.length)} columns${hint}`))
      continue
    }
    draft.values.push({
      code: {value: code, line, place: 'column 1 (code)'},
      cells: new Map(
        VALUE_COLUMNS.flatMap((name) => {
          const column = columns.indexOf(name)
          return column < 0 ? [] : [[name, {value: cells[column] ?? '', line, place: `column ${String(column + 1)} (${name})`}] as const]
        }),
      ),
    })
  }
  return draft
}

function readHeader(file: string, {line, cells}: TableRow, problems: Diagnostic[]): (GridColumn | null)[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  const columns = cells.slice(0, last + 1).map((cell, index): GridColumn | null => {
    if (index === 0) return 'code'
    const name = GRID_COLUMNS.find((column) => column.toLowerCase() === cell.toLowerCase())
    if (name) return name
    problems.push(
      problemOf(file, line, 'header', `column ${String(index + 1)}: unknown name «${cell.slice(0, 40)}»${suggest(cell, GRID_COLUMNS)}`),
    )
    return null
  })
  for (const [index, name] of columns.entries()) {
    if (name !== null && columns.indexOf(name) < index) problems.push(problemOf(file, line, 'header', `two columns are named «${name}»`))
  }
  if (!columns.some((name) => VALUE_COLUMNS.some((column) => column === name))) {
    problems.push(problemOf(file, line, 'header', `no column holds values; there can be ${VALUE_COLUMNS.join(', ')}`))
  }
  return columns
}

// --- JSON

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readJson(file: string, text: string): Draft {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = reason(error)
    const position = /position (?<at>\d+)/u.exec(message)?.groups?.['at']
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length
    throw new InputError([problemOf(file, line, 'json', `not valid JSON: ${message}`)])
  }
  const places = new JsonPlaces(text)
  const draft: Draft = {file, commas: false, mark: null, meta: new Map(), values: [], problems: []}
  const {problems} = draft
  const known = [...Object.keys(ReportData.shape), 'title']
  let values: unknown = value
  let path: (string | number)[] = []
  if (isRecord(value) && Object.hasOwn(value, 'values')) {
    values = value['values']
    path = ['values']
    for (const [name, given] of Object.entries(value)) {
      const line = places.line([name])
      if (!known.includes(name))
        problems.push(problemOf(file, line, 'unknown-name', `«${name.slice(0, 40)}» is no part of a report${suggest(name, known)}`))
      const field = META_FIELDS.find((one) => one === name)
      if (field) draft.meta.set(field, {value: given, line, place: name})
    }
    const {template, annex, edition, year} = value
    if (typeof annex === 'string' && typeof edition === 'string') {
      draft.mark = {
        mark: {
          kind: 'report',
          version: typeof template === 'number' ? template : 1,
          annex,
          edition,
          year: typeof year === 'number' ? year : null,
        },
        line: places.line(['annex']),
      }
    }
  }
  if (Array.isArray(values)) {
    for (const [index, one] of values.entries()) readJsonValue(one, [...path, index], null)
  } else if (isRecord(values)) {
    for (const [code, one] of Object.entries(values)) readJsonValue(one, [...path, code], code)
  } else {
    throw new InputError([
      problemOf(
        file,
        places.line(path),
        'json',
        'expected the indicators: {"values": [{"code": "1.1", "numerator": 198, "denominator": 200}]}',
      ),
    ])
  }
  return draft

  function readJsonValue(one: unknown, at: (string | number)[], key: string | null): void {
    const line = places.line(at)
    const place = at.map((step, i) => (typeof step === 'number' ? `[${String(step)}]` : i === 0 ? step : `.${step}`)).join('')
    if (key !== null && (typeof one === 'number' || typeof one === 'string' || one === null)) {
      draft.values.push({code: {value: key, line, place}, cells: new Map([['percent', {value: one, line, place}]])})
      return
    }
    if (!isRecord(one)) {
      problems.push(problemOf(file, line, 'json', `${place}: expected an object: {"code": "1.1", "numerator": 198, "denominator": 200}`))
      return
    }
    const names = Object.keys(ReportResult.shape)
    for (const name of Object.keys(one)) {
      if (!names.includes(name)) {
        problems.push(
          problemOf(
            file,
            places.line([...at, name]),
            'unknown-name',
            `${place}: «${name.slice(0, 40)}» is no part of an indicator${suggest(name, names)}`,
          ),
        )
      }
    }
    const code = key ?? one['code']
    if (typeof code !== 'string') {
      problems.push(problemOf(file, line, 'code', `${place}: no "code" of an indicator, as text: "1.1"`))
      return
    }
    draft.values.push({
      code: {value: code, line, place: `${place}.code`},
      cells: new Map(
        VALUE_COLUMNS.flatMap((name) =>
          Object.hasOwn(one, name)
            ? [[name, {value: one[name], line: places.line([...at, name]), place: `${place}.${name}`}] as const]
            : [],
        ),
      ),
    })
  }
}
