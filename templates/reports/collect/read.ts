/** Any file that an office may send → the reports in it. What a file is shows in its bytes, not in its name. */
import {fieldPart} from '../indicators.ts'
import {META_CODES, VALUE_COLUMNS, type ValueColumn} from '../grid.ts'
import {META_FIELDS, readMark} from '../model.ts'
import {PDF_MARK_FIELD} from '../pdf.ts'
import {readCsvReport, wideEncoding} from './csv.ts'
import {readFormValues} from './pdf/fields.ts'
import {PasswordError, TruncatedError} from './pdf/file.ts'
import {latin1} from './pdf/objects.ts'
import {emptyCell, FileError, type RawCell, type RawReport, type RawRow} from './raw.ts'
import {readXlsxReports} from './xlsx.ts'

/** «percent-3-1», «numerator-row-2» */
const VALUE_FIELD = new RegExp(`^(?<column>${VALUE_COLUMNS.join('|')})-(?<part>.+)$`, 'u')

const QUESTIONNAIRE = 'this is a questionnaire, not a report; count its answers into a report'

/** The end record of a ZIP file stands within so many bytes of its end. */
const ZIP_TAIL = 66_000

/**
 * @returns the reports in a file; more than one only for a workbook of several sheets
 * @throws FileError where there is none
 */
export async function readReports(bytes: Uint8Array): Promise<RawReport[]> {
  const reports = await read(bytes)
  for (const {mark} of reports) {
    if (mark.kind === 'survey') throw new FileError('questionnaire', QUESTIONNAIRE)
  }
  return reports
}

async function read(bytes: Uint8Array): Promise<RawReport[]> {
  if (bytes.length === 0) throw new FileError('empty-file', 'the file is empty')
  const head = latin1(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return [readPdfReport(bytes)]
  if (head.startsWith('PK')) return readZip(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    if (latin1(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')) {
      throw new FileError('password', 'the workbook is protected by a password; save it without one')
    }
    throw new FileError('old-format', 'a file of an old Office program; save it as .xlsx')
  }
  if (head.includes('\0') && wideEncoding(bytes) === null) throw new FileError('not-a-report', 'this is no report in PDF, XLSX or CSV')
  return [readCsvReport(bytes)]
}

async function readZip(bytes: Uint8Array): Promise<RawReport[]> {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - ZIP_TAIL)))
  if (!tail.includes('PK\x05\x06')) throw new FileError('truncated', 'the workbook ends too early: it was not sent or saved whole')
  if (!latin1(bytes).includes('xl/workbook.')) throw new FileError('not-a-report', 'this is no report in PDF, XLSX or CSV')
  return readXlsxReports(bytes)
}

/** A form as any viewer saved it. */
function readPdfReport(bytes: Uint8Array): RawReport {
  const {fields, info, damaged} = open(bytes)
  const mark = readMark(fields.get(PDF_MARK_FIELD) ?? '') ?? readMark(info.get('Keywords') ?? '')
  if (mark?.kind === 'survey') throw new FileError('questionnaire', QUESTIONNAIRE)
  const rows = new Map<string, RawRow>()
  const cell = (name: string, value: string): RawCell => ({...emptyCell(name), text: value.trim()})
  for (const [name, value] of fields) {
    const {column, part} = VALUE_FIELD.exec(name)?.groups ?? {}
    if (column === undefined || part === undefined) continue
    let row = rows.get(part)
    if (!row) {
      row = {code: part, place: name, line: null, label: null, cells: {}, isWide: false}
      rows.set(part, row)
    }
    row.cells[column as ValueColumn] = cell(name, value)
  }
  if (fields.size === 0 && mark)
    throw new FileError('flattened', 'the fields are gone: it was printed to a PDF; send the form itself, saved')
  if (!mark || rows.size === 0)
    throw new FileError(rows.size > 0 ? 'no-mark' : 'not-a-report', 'this PDF is no report: it lacks the fields or the mark of a template')
  const meta: RawReport['meta'] = {}
  for (const field of META_FIELDS) {
    const name = [field, META_CODES[field]].find((one) => fields.has(one))
    const found = name === undefined ? undefined : cell(name, fields.get(name) ?? '')
    if (found) meta[field] = found
  }
  return {format: 'pdf', sheet: null, mark, meta, rows: [...rows.values()], commaIsUsual: true, lettersLost: false, damaged}
}

function open(bytes: Uint8Array): ReturnType<typeof readFormValues> {
  try {
    return readFormValues(bytes)
  } catch (error) {
    if (error instanceof PasswordError) throw new FileError('password', 'the PDF is protected by a password; save it without one')
    if (error instanceof TruncatedError) throw new FileError('truncated', 'the PDF ends too early: it was not sent or saved whole')
    throw new FileError('damaged', `the PDF is damaged: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The indicator's code in a field's name: «3-1» is 3.1. */
export const codeOfField = (part: string, keys: readonly string[]): string =>
  keys.find((key) => fieldPart(key) === part) ?? part.replaceAll('-', '.')
