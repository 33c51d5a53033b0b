/**
 * Rows that do not fill their columns: printed empty, or with fewer cells than the header.
 *
 *       "3\tАстрахан аудандық мұрағаты\tАстраханка ауылы, Әл-Фараби көшесі, 50\t"      "4\tАтбасар аудандық мұрағаты\tАтбасар қаласы, Агыбай батыр көшесі, 36"
 *
 * become rows without a telephone. The first is as printed (a note), in the second a cell is missing (a doubt).
 */
import type {DraftGroup, DraftRow} from './drafts.ts'
import {columnRole} from './patterns.ts'
import type {TableContext} from './types.ts'

/** Longest part of a cell that a message quotes. */
const QUOTED = 60

/** «row 11 «Мүсірепов …»»: names a row in a message, by its number and its first cell with text. */
export function rowName({number, cells}: Pick<DraftRow, 'number' | 'cells'>): string {
  const first = cells.find((cell) => cell !== '') ?? ''
  const quoted = first.length > QUOTED ? `${first.slice(0, QUOTED).trimEnd()}…` : first
  return ['row', number, quoted === '' ? '' : `«${quoted}»`].filter((part) => part !== '').join(' ')
}

/**
 * Reports each row with an empty name, address or telephone once: `tables/missing-cells` (warning) where the row has fewer cells
 * than the header, `tables/empty-cell` (info) where the cell is printed empty. Working hours are left out: one cell of them
 * covers many rows. So is a column that this group fills nowhere, and a row whose damage is reported already.
 */
export function reportUnfilled(groups: readonly DraftGroup[], {report}: TableContext): void {
  for (const group of groups) {
    const asked = group.columns.flatMap((heading, index) => (['name', 'address', 'phone'].includes(columnRole(heading)) ? [index] : []))
    const kept = asked.filter((index) => group.rows.some((row) => (row.cells[index] ?? '') !== ''))
    for (const row of group.rows) {
      const empty = row.damaged === true ? [] : kept.filter((index) => (row.cells[index] ?? '') === '')
      if (empty.length === 0) continue
      const missing = empty.some((index) => row.missing?.includes(index) === true)
      const columns = empty.map((index) => `«${group.columns[index]!}»`).join(', ')
      if (missing)
        report('tables/missing-cells', `In ${rowName(row)} cells are missing: nothing is printed for ${columns}`, row.lines[0], 'warning')
      else report('tables/empty-cell', `In ${rowName(row)} nothing is printed for ${columns}`, row.lines[0], 'info')
    }
  }
}
