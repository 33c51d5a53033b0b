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
import type {TableContext} from './types.ts'

/**
 * Gives the cells of the heading's row to the offices they belong to, and reports it: nobody else can tell that a row's
 * address was printed beside another. Cells that no office lacks are reported and stay in a row of their own.
 */
export function placeStrayCells(group: DraftGroup, context: TableContext): void {
  const stray = group.stray
  if (!stray) return
  const line = stray.lines[0]
  const first = group.rows[0]
  const filled = indexes(stray).filter((index) => stray.cells[index] !== '')
  // «Атырау қаласы, Ж.» above, «Досмұханбетов көшесі, 21» and no telephone below: halves of one row.
  if (first && filled.some((index) => (first.cells[index] ?? '') === '')) {
    for (const index of filled) first.cells[index] = joinLines([stray.cells[index]!, first.cells[index] ?? ''])
    first.lines = [line, first.lines[1]]
    const message = `Cells were printed beside the heading${named(group)}; they are joined to those of the row below: «${shown(first)}»`
    context.report('tables/heading-cells', message, line, 'info')
    return
  }
  const end = group.rows.findIndex((row) => filled.every((index) => (row.cells[index] ?? '') === ''))
  if (end === -1) {
    const message = `Cells beside the heading${named(group)} belong to no office that could be found: «${shown(stray)}»`
    context.report('tables/stray-cells', message, line, 'warning')
    group.rows.unshift({...stray, damaged: true})
    return
  }
  const last = group.rows[end]!.lines[1]
  let source = stray
  for (const row of group.rows.slice(0, end + 1)) {
    const own: DraftRow = {...row, cells: [...row.cells]}
    for (const index of filled) row.cells[index] = source.cells[index] ?? ''
    row.lines = [source.lines[0], row.lines[1]]
    source = own
  }
  const rows = `${String(end + 1)} rows, to line ${String(last)},`
  const message = `The cells${named(group)} were printed a row too early, from the heading's own row on: ${rows} have been given the cells of the row above; compare with the original`
  context.report('tables/lagging-cells', message, line, 'warning')
}

/**
 * The same for the number column: the group's own number took the place of «1)», and the last number stands in a row of its own.
 *
 *       "5\tАлматы қаласы: …Орталық мемлекеттік мұрағаты"  "1)\tАлмалы аудандық мұрағаты" … "7)\t\t\t"
 *
 * becomes 1) …Орталық мемлекеттік мұрағаты, 2) Алмалы аудандық мұрағаты … and no row 7) without an office.
 */
export function shiftNumbers(group: DraftGroup, context: TableContext): void {
  const last = group.rows.at(-1)
  const first = group.rows[0]
  if (!last || !first || group.rows.length < 3) return
  if (last.number === '' || last.cells.some((cell) => cell !== '')) return
  if (!/^1[.)]+$/u.test(group.rows[1]!.number) || /\)$/u.test(first.number)) return
  const numbers = group.rows.slice(1).map((row) => row.number)
  group.rows.pop()
  group.rows.forEach((row, index) => (row.number = numbers[index] ?? row.number))
  const message = `The numbers${named(group)} were printed a row too late: ${String(group.rows.length)} rows have been given the number of the row below, and the row «${last.number}», which held nothing else, is gone`
  context.report('tables/lagging-numbers', message, first.lines[0], 'warning')
}

/** « under «Қарағанды облысы:»», for a message; nothing where the heading is not printed. */
function named({heading}: DraftGroup): string {
  return heading === null ? '' : ` under «${heading}»`
}

function shown(row: DraftRow): string {
  return row.cells.filter((cell) => cell !== '').join(' | ')
}

function indexes(row: DraftRow): number[] {
  return row.cells.map((_, index) => index).filter((index) => index > 0)
}
