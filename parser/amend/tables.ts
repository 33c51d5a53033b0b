/**
 * Tables as rows that can be changed: office tables as they were read, indicators row by row.
 *
 *       2. Сапасы                                                     a row that heads those below it
 *       2.1. Қызметті ұсыну үдерісінің … %-ы (үлесі)   95   96   94     row 2.1
 */
import type {Annex} from '../model/index.ts'
import {cellText, type Block, type Cell} from '../tree.ts'
import type {RowState, TableState} from './document.ts'

/** «3.2. Ақпаратқа …», «3. Қол жетімділік»: the first cell of a row of indicators. */
const CODE = /^(?<code>\d{1,2}(?:\s?\.\s?\d{1,2})?)\s?\.\s*(?=\p{L}|["«“(])/u

/** The number in the first cell of a row of indicators, '' where there is none. */
export function rowCode(cell: string): string {
  return CODE.exec(cell)?.groups?.code?.replace(/\s/gu, '') ?? ''
}

/** The same cell without it. */
export function withoutCode(cell: string): string {
  return cell.replace(CODE, '')
}

/** An annex as a table whose rows can be named; null for one that has no table, or whose rows the source does not mark. */
export function tableOf(annex: Annex, body: readonly Block[]): TableState | null {
  if (annex.kind === 'offices' && annex.groups) return officeTable(annex, annex.groups)
  return annex.kind === 'indicators' ? indicatorTable(annex, body) : null
}

function officeTable({columns = []}: Annex, groups: NonNullable<Annex['groups']>): TableState {
  const rows = groups.flatMap((group, index) =>
    group.rows.map((row): RowState => ({
      number: row.number,
      cells: [...row.cells],
      inherited: row.inherited,
      lines: row.lines,
      group: index,
      state: 'kept',
    })),
  )
  return {
    kind: 'offices',
    numbered: rows.some(({number}) => number !== ''),
    columns: [...columns],
    headings: groups.map(({heading}) => heading),
    order: groups.map((_, index) => index),
    rows,
  }
}

function indicatorTable({columns = [], indicators = []}: Annex, body: readonly Block[]): TableState | null {
  const rows = body
    .flatMap((block) =>
      block.type === 'table' ? block.children.map((row) => row.children) : block.type === 'cell-run' ? runs(block.children) : [],
    )
    .flatMap((cells): RowState[] => {
      const texts = cells.map(cellText)
      const number = rowCode(texts[0] ?? '')
      if (number === '') return []
      while (texts.length < columns.length) texts.push('')
      const lines: [number, number] = [cells[0]!.lines[0], cells.at(-1)!.lines[1]]
      return [{number, cells: texts, inherited: [], lines, group: 0, state: 'kept'}]
    })
  // Only where every indicator is a row of its own can a row be told from what stands around it.
  const codes = rows.filter(({number}) => number.includes('.')).map(({number}) => number)
  const known = indicators.map(({code}) => code)
  if (codes.join(' ') !== known.join(' ') || new Set(rows.map(({lines}) => lines[0])).size < rows.length) return null
  if (rows.some(({cells}) => cells.length !== columns.length)) return null
  return {kind: 'indicators', numbered: false, columns: [...columns], headings: [null], order: [0], rows}
}

/** Cells whose rows are not marked: a number begins one. */
function runs(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = []
  for (const cell of cells) {
    if (rowCode(cellText(cell)) !== '' || rows.length === 0) rows.push([cell])
    else rows.at(-1)!.push(cell)
  }
  return rows
}

/** The rows that still stand, under their headings, in printed order; a group whose rows are all gone is left out. */
export function livingGroups(table: TableState): {heading: string | null; rows: RowState[]}[] {
  return table.order.flatMap((group) => {
    const own = table.rows.filter((row) => row.group === group)
    const rows = own.filter(({state}) => state !== 'gone')
    return own.length > 0 && rows.length === 0 ? [] : [{heading: table.headings[group] ?? null, rows}]
  })
}

/** Whether anything of a table is not as it was read. */
export function isTableChanged(table: TableState, {columns = [], groups}: Annex): boolean {
  return (
    table.rows.some(({state}) => state !== 'kept') ||
    table.columns.some((column, index) => column !== columns[index]) ||
    (groups !== undefined &&
      (table.headings.length !== groups.length || table.headings.some((heading, index) => heading !== groups[index]?.heading)))
  )
}
