/**
 * Data to fill forms with: JSON (an object, or a list of them), or a table with one applicant a line.
 *
 *     full-name;iin
 *     Әлия Серікқызы;900101400016
 */
import {parse as parseCsv, CsvError} from 'csv-parse/sync'
import {isMap, isNode, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'
import {decodeSource} from '../../../parser/read/decode.ts'
import type {Diagnostic} from '../../../parser/model/index.ts'
import {InputError, reason} from '../command.ts'
import {nearest} from '../suggest.ts'

/** A value as it stands in the file. */
export interface Given {
  value: unknown
  /** Line of the file; null where it is not known yet (JSON: see `Applicant.lineOf`). */
  line: number | null
}

/** What is to be filled in for one person. */
export interface Applicant {
  /** Name of a field, as the file has it → value. */
  values: Map<string, Given>
  /** Where a field's value stands; of the applicant where no field is named. */
  lineOf(field?: string): number | null
}

/** More is no list of applicants. */
const LARGEST = 64 * 1024 * 1024
/** A line of a table longer than this has a quotation mark too many. */
const LONGEST_RECORD = 1024 * 1024
const DELIMITERS = [';', ',', '\t']
/** «full-name: (тегі, аты, әкесінің аты)»: what a table made by --template has in its first line. */
const DESCRIBED = /^(?<name>[\w.-]+)\s*:/u

/** A problem of the data, with its place. */
export const dataProblem = (file: string, line: number | null, rule: string, message: string): Diagnostic => ({
  file,
  line,
  rule: `form/${rule}`,
  severity: 'error',
  message,
})

/**
 * Reads the applicants of a file.
 *
 * @param file name for messages
 * @param names every name that a value may have: fields and cells of tables
 * @returns the applicants, in order, and what to say of the file
 * @throws InputError where the file can't be read: encoding, JSON, quotation marks, header
 */
export function readApplicants(
  file: string,
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): {applicants: Applicant[]; warnings: Diagnostic[]} {
  const fail = (rule: string, message: string, line: number | null = null) => new InputError([dataProblem(file, line, rule, message)])
  if (bytes.length > LARGEST) {
    throw fail('too-large', `the file has ${String(Math.round(bytes.length / 1024 / 1024))} MB, 64 can be read; cut it into several`)
  }
  if (bytes.length === 0) throw fail('empty', 'the file is empty')
  const {text, encoding, problem} = decodeSource(bytes)
  if (problem?.severity === 'error') throw fail('encoding', problem.message)
  if (problem?.rule === 'read/damaged-utf-8') {
    throw fail('encoding', 'the text is damaged here (not valid UTF-8); save the file as UTF-8 again', problem.line)
  }
  const warnings: Diagnostic[] = []
  if (encoding !== null && encoding !== 'utf-8' && !encoding.startsWith('utf-16')) {
    const lost = encoding === 'windows-1251' ? ', which has no letters for Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ' : ''
    const message = `read as ${encoding}${lost}; look the letters over, and save the file as UTF-8`
    warnings.push({...dataProblem(file, null, 'encoding', message), severity: 'warning'})
  }
  const applicants = /^\s*[{[]/u.test(text) ? readJson(file, text) : readTable(file, text, names)
  if (applicants.length === 0) throw fail('empty', 'the file names no applicant')
  return {applicants, warnings}
}

function readJson(file: string, text: string): Applicant[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = reason(error)
    const position = /position (?<at>\d+)/u.exec(message)?.groups?.['at']
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length
    throw new InputError([dataProblem(file, line, 'json', `not valid JSON: ${message}`)])
  }
  const places = new JsonPlaces(text)
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.map((one, index) => {
    const path = Array.isArray(value) ? [index] : []
    const lineOf = (field?: string): number | null => places.line(field === undefined ? path : [...path, field])
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      const message = 'each applicant must be an object: {"name of a field": "value"}; --fields shows the names'
      throw new InputError([dataProblem(file, lineOf(), 'json', message)])
    }
    return {values: new Map(Object.entries(one).map(([name, given]) => [name, {value: given as unknown, line: null}])), lineOf}
  })
}

/** Where the values of a JSON text stand; read only when something is wrong with one. */
export class JsonPlaces {
  private readonly text: string
  private found: {document: ReturnType<typeof parseDocument>; counter: LineCounter} | undefined

  constructor(text: string) {
    this.text = text
  }

  line(path: readonly (string | number)[]): number | null {
    if (!this.found) {
      const counter = new LineCounter()
      // JSON is YAML
      this.found = {counter, document: parseDocument(this.text, {lineCounter: counter, uniqueKeys: false})}
    }
    const {document, counter} = this.found
    let node: unknown = document.contents
    for (const [depth, step] of path.entries()) {
      if (isSeq(node) && typeof step === 'number') node = node.items[step]
      else if (isMap(node)) {
        const pair = node.items.find(({key}) => isScalar(key) && key.value === step)
        node = depth === path.length - 1 ? pair?.key : pair?.value
      } else return null
    }
    return isNode(node) && node.range ? counter.linePos(node.range[0]).line : null
  }
}

interface CsvRecord {
  info: {lines: number}
  record: string[]
}

function readTable(file: string, text: string, names: ReadonlySet<string>): Applicant[] {
  const [first = ''] = text.split('\n', 1)
  const delimiter = delimiterOf(first, names)
  let records: CsvRecord[]
  try {
    records = parseCsv(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      // only a cell that begins with one is quoted: «ТОО "Береке"» is not
      relax_quotes: true,
    }) as unknown as CsvRecord[]
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : null
    const unclosed = error instanceof CsvError && /QUOTE/u.test(error.code)
    throw new InputError([dataProblem(file, line, 'csv', unclosed ? 'a quotation mark is not closed' : `not a table: ${reason(error)}`)])
  }
  const [header, ...rows] = records
  const columns = readHeader(file, header?.record ?? [], names)
  return rows
    .map(({record, info}) => ({record, line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)}))
    .filter(({record}) => record.some((cell) => cell.trim() !== ''))
    .map(({record, line}) => {
      if (record.length !== columns.length) {
        const message = `${String(record.length)} cells, but the first line names ${String(columns.length)}; put a value that holds «${delimiter === '\t' ? 'tab' : delimiter}» into quotation marks`
        throw new InputError([dataProblem(file, line, 'csv', message)])
      }
      const values = new Map(columns.map((name, index) => [name, {value: record[index] ?? '', line}]))
      return {values, lineOf: () => line}
    })
}

/** The mark that cuts the first line into most names of fields. */
function delimiterOf(first: string, names: ReadonlySet<string>): string {
  const known = (delimiter: string): number => first.split(delimiter).filter((cell) => names.has(nameIn(cell.replaceAll('"', '')))).length
  return DELIMITERS.toSorted((a, b) => known(b) - known(a) || first.split(b).length - first.split(a).length)[0] ?? ';'
}

const nameIn = (cell: string): string => DESCRIBED.exec(cell.trim())?.groups?.['name'] ?? cell.trim()

function readHeader(file: string, header: readonly string[], names: ReadonlySet<string>): string[] {
  const columns = header.map(nameIn)
  const problems: Diagnostic[] = []
  if (!columns.some((name) => names.has(name))) {
    const message = `the first line must name the fields; none of ${columns
      .slice(0, 5)
      .map((name) => `«${name.slice(0, 40)}»`)
      .join(', ')} is one. --fields shows the names, --template csv makes an empty table`
    throw new InputError([dataProblem(file, 1, 'header', message)])
  }
  for (const [index, name] of columns.entries()) {
    if (name === '') problems.push(dataProblem(file, 1, 'header', `column ${String(index + 1)} has no name`))
    else if (columns.indexOf(name) < index) problems.push(dataProblem(file, 1, 'header', `the field «${name}» stands in two columns`))
    else if (!names.has(name)) {
      const near = nearest(name, [...names], 3)
      const meant = near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''
      problems.push(dataProblem(file, 1, 'unknown-field', `${name.slice(0, 60)}: the form has no such field${meant}`))
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  return columns
}
