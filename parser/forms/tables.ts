/**
 * Tables to fill in.
 *
 *       "Р/с №⇥Шетелдік мерзімді баспасөз басылымдары атауының тізбесі⇥Мерзімділігі"   cells marked (Markdown, HTML)
 *       "1.⇥⇥"
 *
 *       "Саны Өлшем бірліктері"      not marked (PDF): the row of column numbers «1 2 3 4 5 6» tells how many
 *       "1 2 3 4 5 6"                columns there are, and capitals where one heading ends and the next begins
 */
import {cellText, foldSpace, type CellRun, type Table} from '../tree.ts'
import type {Report} from './captions.ts'
import {squeezed} from './kazakh-terms.ts'
import {rowPrinted, rowWords, type Row, type Slot} from './rows.ts'

export interface BlankTable {
  columns: string[]
  numbers: boolean
  rows: string[][]
}

/** «Р/с №», «№», «р/с»: numbers the rows. */
const ROW_NUMBER_HEAD = /^(?:р\/[снб]№?|№(?:р\/[снб])?|қ\/с№?)$/u
/** «1 2 3 4 5 6» */
const COLUMN_NUMBERS = /^1(?: \d{1,2})+$/u
const ALL_CAPITALS = /^\p{Lu}{2,}$/u
const CAPITAL = /^\p{Lu}/u
/** A heading takes so many rows of text at most. */
const MOST_HEADING_ROWS = 20
const NUMBER_CELL = /^\d{1,2}\.?$/u

/** A table whose cells the source marks. */
export function readMarkedTable(block: Table | CellRun): BlankTable {
  const rows = block.type === 'table' ? block.children.map((row) => row.children.map(cellText)) : runRows(block.children.map(cellText))
  const [columns = [], ...rest] = rows
  const numbers = rest[0] !== undefined && rest[0].every((cell, index) => cell === String(index + 1))
  return {
    columns,
    numbers,
    rows: (numbers ? rest.slice(1) : rest).map((row) => [...row, ...Array<string>(Math.max(0, columns.length - row.length)).fill('')]),
  }
}

/** Cells one after another: the column numbers «1», «2» … tell how many there are in a row. */
function runRows(cells: readonly string[]): string[][] {
  const one = cells.indexOf('1')
  let width = cells.length
  if (one > 0 && cells.slice(one, 2 * one).every((cell, index) => cell === String(index + 1))) width = one
  const rows: string[][] = []
  for (let from = 0; from < cells.length; from += width) rows.push(cells.slice(from, from + width))
  return rows
}

/** A table printed as lines, from row `from`; null where none begins there. */
export function readPrintedTable(rows: readonly Row[], from: number, report: Report): {table: BlankTable; to: number} | null {
  let at = from
  let head = ''
  // «Р/с» ⏎ «№»
  while (at < rows.length && at < from + 2 && isWords(rows[at]) && !ROW_NUMBER_HEAD.test(head + squeezed(rowWords(rows[at]!))))
    head += squeezed(rowWords(rows[at++]!))
  if (at >= rows.length || !isWords(rows[at]) || !ROW_NUMBER_HEAD.test(head + squeezed(rowWords(rows[at]!)))) return null
  at++
  if (isWords(rows[at]) && squeezed(rowWords(rows[at]!)) === '№') at++
  const first = rows.slice(from, at).map(rowWords).join(' ')
  const headings: string[][] = []
  while (isWords(rows[at]) && rows[at]!.marker === null && !COLUMN_NUMBERS.test(rowWords(rows[at]!)) && at - from < MOST_HEADING_ROWS) {
    if (rows[at]!.blank || headings.length === 0) headings.push([])
    headings.at(-1)!.push(rowWords(rows[at]!))
    at++
  }
  const numbers = isWords(rows[at]) && COLUMN_NUMBERS.test(rowWords(rows[at]!))
  if (headings.length === 0 || (!numbers && !isEmptyNumbered(rows[at]))) return null
  const width = numbers ? rowWords(rows[at++]!).split(' ').length : headings.length + 1
  const columns = [
    first,
    ...splitHeadings(
      headings.map((lines) => foldSpace(lines.join(' '))),
      width - 1,
      () =>
        report(
          'forms/table-header',
          `The blank's table has ${width} columns; their headings could not be told apart.`,
          rows[from]!.lines[0],
          'warning',
        ),
    ),
  ]
  const cells: string[][] = []
  while (isEmptyNumbered(rows[at])) cells.push([rowPrinted(rows[at++]!), ...Array<string>(columns.length - 1).fill('')])
  return {table: {columns, numbers, rows: cells}, to: at}
}

function isWords(row: Row | undefined): row is Row {
  return row?.kind === 'words' && row.items.every((item) => item.kind === 'text')
}

function isEmptyNumbered(row: Row | undefined): boolean {
  return (
    row?.kind === 'words' &&
    ((row.marker !== null && row.items.length === 0) || (row.marker === null && row.items.length === 1 && NUMBER_CELL.test(rowWords(row))))
  )
}

/** «сипаттамасы КО СЭҚ ТН коды»: headings on one line are cut before capitals, where that gives the right number. */
function splitHeadings(headings: readonly string[], wanted: number, doubt: () => void): string[] {
  if (headings.length === wanted) return [...headings]
  const split = headings.flatMap((heading) => {
    const parts: string[] = []
    for (const word of heading.split(' ')) {
      const before = parts.at(-1)?.split(' ').at(-1) ?? ''
      if (parts.length === 0 || (CAPITAL.test(word) && !ALL_CAPITALS.test(before))) parts.push(word)
      else parts[parts.length - 1] += ` ${word}`
    }
    return parts
  })
  if (split.length === wanted) return split
  doubt()
  return [...headings]
}

/** The field of a table: named by the words above it, else by its first heading. */
export function tableSlot(table: BlankTable, line: number, heading: string): Slot {
  const own = table.columns.find((column) => !ROW_NUMBER_HEAD.test(squeezed(column)))
  return {label: heading || own || table.columns[0] || '', type: 'table', line, columns: table.columns, rows: table.rows.length, name: ''}
}
