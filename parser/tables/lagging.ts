/**
 * Columns that run ahead of the rows they belong to: the heading's own row took the first office's cells.
 *
 *       "13\tҚарағанды облысы:\tҚарағанды қаласы, Ержанов көшесі, 6\t8 (7212) 43-28-24"
 *       "1)\tҚарағанды облыстық мемлекеттік мұрағаты\tҚарағанды қаласы, Гончарная көшесі, 13\t8 (7212) 77-38-06"
 *
 * becomes row 1) with Ержанов көшесі, 6; every row below takes its cells from the row above it, down to the row that has none.
 */
import {joinLines} from './cell-text.ts'
import type {DraftGroup, DraftRow} from './drafts.ts'

/** Gives the cells of the heading's row to the office they belong to. Returns the source line of a row it could not place, or 0. */
export function placeStrayCells(group: DraftGroup): number {
  const stray = group.stray
  if (!stray) return 0
  const first = group.rows[0]
  if (!first) return stray.lines[0]
  const filled = indexes(stray).filter((index) => stray.cells[index] !== '')
  // «Атырау қаласы, Ж.» above, «Досмұханбетов көшесі, 21» and no telephone below: halves of one row.
  if (filled.some((index) => (first.cells[index] ?? '') === '')) {
    for (const index of filled) first.cells[index] = joinLines([stray.cells[index]!, first.cells[index] ?? ''])
    first.lines = [stray.lines[0], first.lines[1]]
    return 0
  }
  const end = group.rows.findIndex((row) => filled.every((index) => (row.cells[index] ?? '') === ''))
  if (end === -1) return stray.lines[0]
  let source = stray
  for (const row of group.rows.slice(0, end + 1)) {
    const own: DraftRow = {...row, cells: [...row.cells]}
    for (const index of filled) row.cells[index] = source.cells[index] ?? ''
    row.lines = [source.lines[0], row.lines[1]]
    source = own
  }
  return 0
}

/**
 * The same for the number column: the group's own number took the place of «1)», and the last number stands in a row of its own.
 *
 *       "5\tАлматы қаласы: …Орталық мемлекеттік мұрағаты"  "1)\tАлмалы аудандық мұрағаты" … "7)\t\t\t"
 *
 * becomes 1) …Орталық мемлекеттік мұрағаты, 2) Алмалы аудандық мұрағаты … and no row 7) without an office.
 */
export function shiftNumbers(group: DraftGroup): void {
  const last = group.rows.at(-1)
  const first = group.rows[0]
  if (!last || !first || group.rows.length < 3) return
  if (last.number === '' || last.cells.some((cell) => cell !== '')) return
  if (!/^1[.)]+$/u.test(group.rows[1]!.number) || /\)$/u.test(first.number)) return
  const numbers = group.rows.slice(1).map((row) => row.number)
  group.rows.pop()
  group.rows.forEach((row, index) => (row.number = numbers[index] ?? row.number))
}

function indexes(row: DraftRow): number[] {
  return row.cells.map((_, index) => index).filter((index) => index > 0)
}
