/**
 * Cells that span columns or rows, laid out on a grid.
 *
 *       <tr><td>2</td><td rowspan="2">күн сайын</td></tr><tr><td>3</td></tr>
 *
 * becomes two rows of two cells; the second «күн сайын» is marked as inherited.
 */
import type {Row, Table} from '../tree.ts'
import {readCell} from './cell-text.ts'

export interface GridCell {
  text: string
  /** True in every row but the first that the cell covers. */
  inherited: boolean
  /** The number of columns that the cell covers. */
  span: number
}

export interface GridRow {
  cells: GridCell[]
  lines: [number, number]
}

/** Widest table that a span may ask for: a page cannot make us fill millions of cells. */
const MAX_COLUMNS = 64

/** The table as a grid: a cell that spans stands in every place it covers. */
export function grid(table: Table): GridRow[] {
  const rows: GridRow[] = []
  const below = new Map<number, {cell: GridCell; rows: number}>()
  for (const row of table.children) rows.push({cells: gridRow(row, below), lines: row.lines})
  return rows
}

function gridRow(row: Row, below: Map<number, {cell: GridCell; rows: number}>): GridCell[] {
  const cells: GridCell[] = []
  const takeCovered = () => {
    for (let covered = below.get(cells.length); covered; covered = below.get(cells.length)) {
      if (covered.rows <= 1) below.delete(cells.length)
      else covered.rows--
      cells.push({...covered.cell, inherited: true})
    }
  }
  for (const cell of row.children) {
    takeCovered()
    const text = readCell(cell)
    const span = Math.min(Math.max(1, cell.colspan), MAX_COLUMNS)
    for (let column = 0; column < span && cells.length < MAX_COLUMNS; column++) {
      // The text of a cell over several columns is given once.
      const placed: GridCell = {text: column === 0 ? text : '', inherited: false, span}
      if (cell.rowspan > 1) below.set(cells.length, {cell: placed, rows: cell.rowspan - 1})
      cells.push(placed)
    }
  }
  takeCovered()
  return cells
}
