/**
 * Office tables of a web page: rows, and cells that span columns or rows, are marked.
 *
 *       <tr><td>1</td><td>Ақкөл …</td><td rowspan="2">күн сайын …</td></tr>
 *       <tr><td>2</td><td>Аршалы …</td></tr>
 *
 * becomes two rows with the same hours, inherited in the second.
 */
import type {Block} from '../tree.ts'
import {readLine} from './cell-text.ts'
import {
  blankHeader,
  finishTable,
  headerOf,
  hoursColumn,
  isColumnNumbers,
  isHeaderless,
  newGroup,
  pad,
  tableColumns,
  type DraftGroup,
  type Header,
} from './drafts.ts'
import {grid, type GridCell, type GridRow} from './grid.ts'
import {isDashes, isHours, isNumberHeading, isRegionHeading} from './patterns.ts'
import {numberedHeading} from './numbered-heading.ts'
import {readNumber} from './numbers.ts'
import {spreadHours} from './spanning-hours.ts'
import {splitTitleAndHeading} from './title-and-heading.ts'
import type {OfficeTable, TableContext} from './types.ts'
import {reportUnfilled, rowName} from './unfilled.ts'

/** Reads a table from `Table` blocks with spans, and the lines between them (region headings). */
export function readHtmlOfficeTable(blocks: readonly Block[], context: TableContext): OfficeTable {
  let header: Header | null = null
  let columns: readonly string[] = []
  let heading: string | null = null
  const groups: DraftGroup[] = []
  const open = (text: string | null) => {
    groups.push(newGroup(text, header?.columns ?? columns))
    return groups.at(-1)!
  }
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'line') {
      const text = readLine(block)
      // Before the first table only a region's name is a heading; what stands between two tables heads the second.
      if (isRegionHeading(text)) heading = splitTitleAndHeading(text)?.heading ?? text
      else if (header && blocks[index + 1]?.type === 'table') heading = text
      else if (header && text !== '') context.report('tables/loose-line', `A line beside the table: «${text}»`, block.number, 'warning')
      continue
    }
    if (block.type !== 'table') continue
    for (const row of joinHeaderRows(grid(block))) {
      const texts = row.cells.map((cell) => cell.text)
      const filled = row.cells.filter((cell) => cell.text !== '' && !cell.inherited)
      if (filled.every((cell) => isDashes(cell.text))) continue
      const asHeader = headerOf(texts)
      if (!header && isHeaderless(texts)) {
        header = blankHeader(texts.length)
        columns = header.columns
      }
      if (asHeader.numbered || !header) {
        header = asHeader
        columns = tableColumns(columns, header)
        if (heading !== null || groups.length === 0) open(heading)
        heading = null
        continue
      }
      if (isColumnNumbers(texts) && filled.length >= Math.min(3, header.cells.length)) continue
      // A cell over the whole width, or alone in its row, is a region heading; alone under hours it is hours.
      const only = filled.length === 1 ? filled[0]! : null
      if (only && isHours(only.text)) {
        const group = groups.at(-1) ?? open(null)
        group.looseHours.push({text: only.text, before: group.rows.length, line: row.lines[0]})
        continue
      }
      if (only && (only.span > 1 || isRegionHeading(only.text))) {
        open(only.text)
        continue
      }
      const numbered = header.numbered ? numberedHeading(row.cells.map((cell) => (cell.inherited ? '' : cell.text))) : null
      if (numbered !== null) {
        open(numbered)
        heading = null
        continue
      }
      if (heading !== null) {
        open(heading)
        heading = null
      }
      const group = groups.at(-1) ?? open(null)
      const body = header.numbered ? row.cells.slice(1) : row.cells
      const number = header.numbered ? readNumber(texts[0] ?? '').number : ''
      const width = header.columns.length
      const cells = pad(
        body.map((cell) => cell.text),
        width,
      )
      if (cells.length > width) {
        const surplus = cells.splice(width).filter((cell) => cell !== '')
        if (surplus.length > 0) {
          cells[Math.max(0, width - 1)] = [cells[width - 1] ?? '', ...surplus].join(' ').trim()
          context.report(
            'tables/surplus-cell',
            `There are more cells in ${rowName({number, cells})} than the table has columns: «${surplus.join(' ')}»`,
            row.lines[0],
            'warning',
          )
        }
      }
      const inherited = body.flatMap((cell, index) => (cell.inherited && cell.text !== '' && index < width ? [index] : []))
      const missing = cells.flatMap((_, index) => (index >= body.length ? [index] : []))
      group.rows.push({number, cells, inherited, lines: row.lines, apart: false, missing})
    }
  }
  for (const group of groups)
    if (hoursColumn(group) !== -1 && !group.rows.some((row) => row.inherited.length > 0)) spreadHours(group, false)
  reportUnfilled(groups, context)
  return finishTable(columns, groups)
}

/**
 * A header over two rows as one: «Байланыс деректері» over «телефоны» and «сайты» heads two columns, «Байланыс деректері
 * телефоны» and «Байланыс деректері сайты». The rows belong together while the number column's heading covers them.
 */
function joinHeaderRows(rows: readonly GridRow[]): GridRow[] {
  const joined: GridRow[] = []
  let open = false
  for (const row of rows) {
    const above = joined.at(-1)
    const first = row.cells[0]
    if (open && above && first?.inherited) {
      joined[joined.length - 1] = {
        cells: above.cells.map((cell, index) => underHeading(above.cells, index, row.cells[index] ?? cell)),
        lines: [above.lines[0], row.lines[1]],
      }
      continue
    }
    open = first !== undefined && !first.inherited && isNumberHeading(first.text)
    joined.push(row)
  }
  return joined
}

function underHeading(above: readonly GridCell[], index: number, below: GridCell): GridCell {
  const cell = above[index]!
  if (below.inherited || below.text === '') return {...cell, inherited: false, span: 1}
  // A heading over several columns stands in the first of them.
  let from = index
  while (from > 0 && above[from]!.text === '' && above[from]!.span > 1) from--
  return {text: `${above[from]!.text} ${below.text}`.trim(), inherited: false, span: 1}
}
