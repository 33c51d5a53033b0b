/** Tables of a blank: printed cells as text, empty ones as fields. */
import type {Field, LayoutBlock} from '../../parser/model/index.ts'
import type {Element, Mark} from '../pdf/display.ts'
import {FIELD_PADDING, LINE_HEIGHT} from '../pdf/fields.ts'
import type {Pager} from '../pdf/pager.ts'
import {wrapText} from '../pdf/wrap.ts'
import type {FormContext} from './layout.ts'
import {STYLE} from './style.ts'

type TableBlock = Extract<LayoutBlock, {type: 'table'}>

const PADDING = 4
const LEADING = 1.28
/** Lines to write in an empty cell. */
const CELL_LINES = 2

/**
 * Widths of the columns: none narrower than its longest word, the rest shared by how much each has to hold.
 *
 * @param texts per column, what is printed in it
 * @param open per column, whether it has empty cells to write in
 */
export function columnWidths(texts: readonly (readonly string[])[], open: readonly boolean[], width: number, measure: (text: string) => number): number[] {
  const least = texts.map((column) => Math.max(16, ...column.flatMap((text) => text.split(/\s+/u)).map(measure)) + 2 * PADDING + 1)
  const wish = texts.map((column, i) => {
    const longest = Math.max(0, ...column.map(measure))
    // a long heading breaks into lines; a column to write in wants room whatever its heading
    return Math.max(least[i] ?? 0, open[i] ? Math.max(70, Math.sqrt(longest) * 9) : Math.min(longest + 2 * PADDING + 1, Math.sqrt(longest) * 11))
  })
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
  const leastSum = sum(least)
  if (leastSum >= width) return least.map((w) => (w * width) / leastSum)
  const spare = width - leastSum
  const wanted = wish.map((w, i) => Math.max(0, w - (least[i] ?? 0)))
  const share = sum(wanted)
  // what is left over beyond the wishes goes to the columns to write in
  const takers = open.some(Boolean) ? open : open.map((_, i) => i === open.length - 1 || open.length === 1)
  const over = Math.max(0, spare - share)
  const takerSum = sum(wish.map((w, i) => (takers[i] ? w : 0)))
  return least.map((w, i) => w + (share > 0 ? (wanted[i] ?? 0) * Math.min(1, spare / share) : 0) + (takers[i] ? (over * (wish[i] ?? 0)) / takerSum : 0))
}

interface Cell {
  lines: string[]
  /** Name and value of the field in an empty cell. */
  field: {name: string; label: string; value: string} | null
}

/** Sets a table; its head is repeated on every sheet it goes on to. */
export function setTable(pager: Pager, column: {x: number; width: number}, block: TableBlock, field: Field | null, context: FormContext): void {
  const size = STYLE.cellSize
  const measure = (text: string): number => context.measure(text, size, 'regular')
  const count = Math.max(block.columns.length, ...block.rows.map((row) => row.length))
  const headings = Array.from({length: count}, (_, c) => block.columns[c] ?? field?.columns?.[c] ?? '')
  const value = field ? context.value(field.name) : ''
  const given = Array.isArray(value) ? (value as readonly (readonly string[])[]) : []
  // more rows may be given than are printed: the table goes on
  const rows = Array.from({length: Math.max(block.rows.length, given.length)}, (_, r) => Array.from({length: count}, (_, c) => block.rows[r]?.[c] ?? ''))
  const texts = headings.map((heading, c) => [heading, ...rows.map((row) => row[c] ?? '')])
  const open = headings.map((_, c) => field !== null && rows.some((row) => row[c] === ''))
  const widths = columnWidths(texts, open, column.width, measure)
  const hasHead = headings.some((heading) => heading !== '')

  const cells = rows.map((row, r) =>
    row.map((text, c): Cell => {
      const width = (widths[c] ?? 0) - 2 * PADDING
      if (text !== '' || !field) return {lines: wrapText(text, width, measure), field: null}
      const label = context.cellLabel(row[0] && c > 0 ? row[0].replace(/[.)]$/u, '') : String(r + 1), headings[c] || field.label)
      return {lines: [], field: {name: `${field.name}-${r + 1}-${c + 1}`, label, value: (given[r]?.[c] ?? '').normalize('NFC')}}
    }),
  )
  const linePitch = size * LEADING
  const fieldPitch = STYLE.cellFieldSize * LINE_HEIGHT
  const headLines = headings.map((heading, c) => wrapText(heading, (widths[c] ?? 0) - 2 * PADDING, measure))
  const headHeight = hasHead ? Math.max(...headLines.map((lines) => lines.length)) * linePitch + 2 * PADDING : 0
  const numberHeight = block.numbers ? linePitch + 4 : 0

  let table: Element | null = null
  const begin = (): void => {
    table = {tag: 'Table', kids: []}
    pager.add(table)
    if (hasHead) row(headLines.map((lines) => ({lines, field: null})), headHeight, 'TH')
    if (block.numbers) row(headings.map((_, c) => ({lines: [String(c + 1)], field: null})), numberHeight, 'TD', true)
  }
  const row = (list: readonly Cell[], height: number, tag: 'TH' | 'TD', centred = tag === 'TH'): void => {
    const element: Element = {tag: 'TR', kids: []}
    table?.kids.push(element)
    let x = column.x
    for (const [c, cell] of list.entries()) {
      const width = widths[c] ?? 0
      const kids: Mark[] = [{kind: 'frame', x, y: pager.y, width, height, line: STYLE.hairline + 0.1}]
      const top = centred ? pager.y + (height - cell.lines.length * linePitch) / 2 : pager.y + PADDING
      cell.lines.forEach((text, i) => {
        if (text === '') return
        kids.push({kind: 'text', x: centred ? x + (width - measure(text)) / 2 : x + PADDING, y: top + i * linePitch + size * 0.95, text, size, weight: 'regular'})
      })
      if (cell.field) {
        kids.push({kind: 'field', ...cell.field, type: 'multiline', x: x + PADDING - FIELD_PADDING, y: pager.y + 1, width: width - 2 * (PADDING - FIELD_PADDING), height: height - 2, size: STYLE.cellFieldSize})
      }
      element.kids.push({tag, kids, ...(tag === 'TH' ? {scope: 'Column' as const} : {})})
      x += width
    }
    pager.y += height
  }
  const heights = cells.map((list) =>
    Math.max(
      ...list.map((cell, c) => {
        if (!cell.field) return cell.lines.length * linePitch + 2 * PADDING
        const lines = cell.field.value === '' ? 1 : wrapText(cell.field.value, (widths[c] ?? 0) - 2 * PADDING, (text) => context.measure(text, STYLE.cellFieldSize, 'regular')).length
        return Math.max(CELL_LINES, lines) * fieldPitch + 3
      }),
    ),
  )
  pager.need(headHeight + numberHeight + (heights[0] ?? 0))
  begin()
  for (const [r, list] of cells.entries()) {
    if (pager.need(heights[r] ?? 0)) begin()
    row(list, heights[r] ?? 0, 'TD')
  }
}
