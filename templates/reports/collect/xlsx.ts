/** Reports as workbooks: ours, saved by Excel, LibreOffice or another program; one report on a sheet. */
import {EncryptedFileError, readXlsx} from 'hucre'
import type {Cell, CellValue, Workbook} from 'hucre'
import {readMark, type TemplateMark} from '../model.ts'
import {fromGrid, type Grid} from './grid.ts'
import {cellName, emptyCell, FileError, type RawCell, type RawReport} from './raw.ts'
import {XLSX_MARK_NAME} from '../xlsx.ts'
import {boundedZip} from './zip.ts'

/** Rows and columns that are looked at; a report has some thirty rows of eleven columns. */
const MOST_ROWS = 2000
const MOST_COLUMNS = 100
const RANGE = `A1:${cellName(MOST_ROWS - 1, MOST_COLUMNS - 1)}`

/** «#DIV/0!», «#REF!», «#N/A», «#ЗНАЧ!»: what a spreadsheet shows in place of a result. */
const ERROR = /^#[\p{Lu}/0-9]+[!?]?$/u
/** «0%», «0.00 %»; not a percent sign in quotation marks. */
const PERCENT_FORMAT = /^(?:[^"%]|"[^"]*")*%/u

/**
 * @returns the reports, one for each sheet that holds one
 * @throws FileError
 */
export async function readXlsxReports(bytes: Uint8Array): Promise<RawReport[]> {
  const workbook = await open(bytes)
  const kept = markIn(workbook)
  const reports = workbook.sheets.flatMap((sheet) => {
    const report = fromGrid(gridOf(sheet.rows, sheet.cells), 'xlsx', workbook.sheets.length === 1 ? kept : null)
    return report ? [{...report, sheet: sheet.name}] : []
  })
  if (reports.length === 0) {
    const inside = kept === null ? 'not-a-report' : 'no-mark'
    throw new FileError(inside, 'this workbook is no report: no sheet has the codes of the template in its first column')
  }
  return reports.length === 1 ? reports.map((report) => ({...report, sheet: null})) : reports
}

async function open(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(boundedZip(bytes), {readStyles: true, range: RANGE})
  } catch (error) {
    if (error instanceof FileError) throw error
    if (error instanceof EncryptedFileError) throw new FileError('password', 'the workbook is protected by a password; save it without one')
    throw new FileError('damaged', `the workbook is damaged: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The mark in the properties of the file. */
function markIn({properties}: Workbook): TemplateMark | null {
  const value = properties?.custom?.[XLSX_MARK_NAME]
  return typeof value === 'string' ? readMark(value) : null
}

function gridOf(rows: readonly (readonly CellValue[])[], cells: ReadonlyMap<string, Cell> | undefined): Grid {
  return rows
    .slice(0, MOST_ROWS)
    .map((row, r) => row.slice(0, MOST_COLUMNS).map((value, c) => cellOf(value, cells?.get(`${String(r)},${String(c)}`), cellName(r, c))))
}

function cellOf(plain: CellValue, cell: Cell | undefined, place: string): RawCell {
  const isFormula = cell?.formula !== undefined
  const value = isFormula ? (cell.formulaResult ?? cell.value) : plain
  const isError = cell?.type === 'error' || (isFormula && typeof value === 'string' && ERROR.test(value))
  const of = (text: string, number: number | null = null): RawCell => ({
    place,
    line: null,
    text,
    number,
    isFormula,
    isError,
    isPercent: number !== null && PERCENT_FORMAT.test(cell?.style?.numFmt ?? ''),
  })
  if (value === null || value === undefined) return {...emptyCell(place), isFormula, isError}
  if (typeof value === 'number') return of(String(value), value)
  if (value instanceof Date) return of(Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10))
  return of(String(value))
}
