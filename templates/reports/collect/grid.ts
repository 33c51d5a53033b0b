/**
 * Reports in rows and columns. They are found by the codes in the first column of the template, wherever that column has got to.
 *
 *     columns      label  norm  target  numerator  denominator  percent …
 *     template     …      qyzmet-report/1 annex=2012-1278-1/2 edition=2012-10-09 year=2013
 *     indicator-3.1  …    80            412        500
 */
import {COLUMNS_CODE, GRID_COLUMNS, indicatorKey, MARK_CODE, META_CODES, META_COLUMN, VALUE_COLUMNS, type ValueColumn} from '../grid.ts'
import {META_FIELDS, readMark, type TemplateMark} from '../model.ts'
import type {RawCell, RawReport, RawRow, ReportFormat} from './raw.ts'

export type Grid = readonly (readonly RawCell[])[]

/** Rows and columns in which the names of the columns are looked for. */
const HEAD_ROWS = 200
const HEAD_COLUMNS = 50

/**
 * @param mark the template's mark where the file keeps it outside of the table
 * @returns null where the table is no report
 */
export function fromGrid(grid: Grid, format: ReportFormat, mark: TemplateMark | null): RawReport | null {
  const head = findHead(grid)
  const codes = head?.column ?? 0
  const code = (row: readonly RawCell[]): string => row[codes]?.text.trim() ?? ''
  const marked = grid.find((row) => code(row) === MARK_CODE)
  const found = marked?.map(({text}) => readMark(text)).find((one) => one !== null) ?? mark
  const at = columnsOf(head ? (grid[head.row] ?? []) : [], codes)
  const rows = grid.flatMap((row): RawRow[] => {
    const key = indicatorKey(code(row))
    const first = row[codes]
    if (key === null || !first) return []
    const isWide = format === 'csv' && head !== null && row.slice(grid[head.row]?.length ?? 0).some(({text}) => text.trim() !== '')
    return [{code: key, place: first.place, line: first.line, label: row[codes + 1] ?? null, cells: cellsOf(row, at), isWide}]
  })
  if (!found || (!head && rows.length === 0)) return null
  const meta: RawReport['meta'] = {}
  for (const field of META_FIELDS) {
    const cell = grid.find((row) => code(row) === META_CODES[field])?.[codes + META_COLUMN]
    if (cell) meta[field] = cell
  }
  return {format, sheet: null, mark: found, meta, rows, commaIsUsual: false, lettersLost: false, damaged: false}
}

/** Where the row with the names of the columns is. */
function findHead(grid: Grid): {row: number; column: number} | null {
  for (const [row, cells] of grid.slice(0, HEAD_ROWS).entries()) {
    const column = cells.slice(0, HEAD_COLUMNS).findIndex(({text}) => text.trim() === COLUMNS_CODE)
    if (column >= 0) return {row, column}
  }
  return null
}

/** Where each column is: by its name, or, where the row of names has been deleted, by its place in the template. */
function columnsOf(head: readonly RawCell[], codes: number): Map<ValueColumn, number> {
  const names = head.map(({text}) => text.trim())
  return new Map(
    VALUE_COLUMNS.map((column) => {
      const named = names.indexOf(column)
      return [column, named >= 0 ? named : head.length > 0 ? -1 : codes + GRID_COLUMNS.indexOf(column)]
    }),
  )
}

function cellsOf(row: readonly RawCell[], at: ReadonlyMap<ValueColumn, number>): RawRow['cells'] {
  const cells: RawRow['cells'] = {}
  for (const [column, index] of at) {
    const cell = row[index]
    if (cell) cells[column] = cell
  }
  return cells
}
