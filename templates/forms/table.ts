/**
 * Tables of a blank: empty printed cells become fields, rows of values go on below them.
 *
 *     Р/с № | Өнімнің атауы және толық сипаттамасы | Саны
 *     1.    |                                      |
 */
import type {Field, LayoutBlock} from '../../parser/model/index.ts'
import type {Row, TableSpec} from '../pdf/table.ts'
import type {FormContext} from './context.ts'

type TableBlock = Extract<LayoutBlock, {type: 'table'}>

/** Room to write in a cell, in lines. */
const CELL_LINES = 2

/** The table of a block; `field` is null for a table that is only read. */
export function formTable(block: TableBlock, field: Field | null, context: FormContext): TableSpec {
  const count = Math.max(block.columns.length, field?.columns?.length ?? 0, ...block.rows.map((row) => row.length))
  const columns = Array.from({length: count}, (_, c) => block.columns[c] || field?.columns?.[c] || '')
  const value = field ? context.value(field.name) : ''
  const given = Array.isArray(value) ? (value as readonly (readonly string[])[]) : []
  // a blank may print no row at all; then it still has as many as the field says
  const printed = Math.max(block.rows.length, field?.rows ?? 0, field ? 1 : 0)
  const rows = Array.from({length: Math.max(printed, given.length)}, (_, r): Row => {
    const row = block.rows[r] ?? []
    // a single cell in a table of several columns is a heading over them
    if (row.length === 1 && count > 1) return {heading: row[0] ?? ''}
    return columns.map((heading, c) => {
      const text = row[c] ?? ''
      if (text !== '' || !field) return {text}
      const number = c > 0 && row[0] ? row[0].replace(/[.)]$/u, '') : String(r + 1)
      const filled = (given[r]?.[c] ?? '').normalize('NFC')
      return {
        field: {
          name: context.place(`${field.name}-${r + 1}-${c + 1}`),
          label: context.cellLabel(number, heading || field.label),
          value: filled,
        },
      }
    })
  })
  return {
    columns,
    numbers: block.numbers,
    rows,
    lines: CELL_LINES,
    measure: context.measure,
    overflow: (cell) => context.misfit(field?.name ?? '', cell.value),
  }
}
