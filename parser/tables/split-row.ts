/**
 * A row that a page break cut in two: each half has part of the cells, the number stands on either.
 *
 *       "11\t«Тасқала ауданының ТКШ, жолаушылар көлігі және\t\t8-71139-21-553\t"
 *       "\tавтомобиль жолдары бөлімі» ММ\tБҚО, Тасқала ауд., Тасқала к. Абай к-сі, 23\t\t"
 *
 * becomes one row: 11, «Тасқала ауданының ТКШ, жолаушылар көлігі және автомобиль жолдары бөлімі» ММ, address, telephone.
 */
import type {DraftGroup, DraftRow} from './drafts.ts'
import {joinLines} from './cell-text.ts'
import {isNumberAlone} from './number-alone.ts'

/** Joins the halves in a group; rows that are whole on both sides of a page break stay two. */
export function joinSplitRows(group: DraftGroup): void {
  const rows: DraftRow[] = []
  for (const row of group.rows) {
    const above = rows.at(-1)
    if (above && areHalves(above, row)) rows[rows.length - 1] = joined(above, row)
    else {
      // Loose hours are counted in rows: a joined row is one row less for all that follow.
      rows.push(row)
      continue
    }
    for (const loose of group.looseHours) if (loose.before >= rows.length) loose.before--
  }
  group.rows = rows
}

/** Numbers on both halves, or on neither, are two rows; so are two rows that lack no name (a sub-office has no number). */
function areHalves(above: DraftRow, below: DraftRow): boolean {
  if ((above.number === '') === (below.number === '')) return false
  // With nothing but a number above, no page break is needed.
  if (isNumberAlone(above)) return true
  if (!below.apart) return false
  const [name = '', rest = ''] = [above.cells[0], below.cells[0]]
  return name === '' || rest === '' || isCutName(name, rest)
}

/** A name goes on below when it begins there with a small letter, or a quotation is still open above. */
function isCutName(above: string, below: string): boolean {
  return /^\p{Ll}/u.test(below) || (open(above) > 0 && open(below) < 0)
}

function open(text: string): number {
  return (text.match(/«/gu)?.length ?? 0) - (text.match(/»/gu)?.length ?? 0)
}

function joined(above: DraftRow, below: DraftRow): DraftRow {
  const width = Math.max(above.cells.length, below.cells.length)
  const cells = Array.from({length: width}, (_, index) => joinLines([above.cells[index] ?? '', below.cells[index] ?? '']))
  const missing = (above.missing ?? []).filter((index) => below.missing?.includes(index))
  return {...above, number: above.number || below.number, cells, missing, lines: [above.lines[0], below.lines[1]]}
}
