/** Sets tables: printed cells as text, open ones as fields; the head is repeated on every sheet. */
import type {Element, Mark} from './display.ts'
import {LINE_HEIGHT} from './fields.ts'
import type {Weight} from './fonts.ts'
import type {Pager} from './pager.ts'
import {STYLE} from './style.ts'
import {wrapText} from './wrap.ts'

export interface OpenCell {
  name: string
  label: string
  value: string
  /** What the viewer runs when the reader leaves the cell. */
  script?: string
}

/** A cell: printed text, or a field to write in. */
export type Cell = {text: string; centred?: boolean} | {field: OpenCell; centred?: boolean}

/** A row of cells, or a heading over all columns. */
export type Row = readonly Cell[] | {heading: string}

export interface TableSpec {
  columns: readonly string[]
  /** A row of column numbers is printed under the head. */
  numbers: boolean
  rows: readonly Row[]
  /** Lines to write in an open cell. */
  lines: number
  /** Shares of the width, one a column; where left out, by what the columns hold. */
  shares?: readonly number[]
  measure(text: string, size: number, weight: Weight): number
  /** Told of the values in a row that is higher than a sheet. */
  overflow?(cell: OpenCell): void
}

const PADDING = 4
const LEADING = 1.28
const HEADING_LINES = 2.5
/** Least width of a column to write in. */
const LEAST_OPEN = 70

const isHeading = (row: Row): row is {heading: string} => 'heading' in row
const isOpen = (cell: Cell): cell is {field: OpenCell; centred?: boolean} => 'field' in cell

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

/**
 * Widths of the columns: none narrower than its longest word, the rest shared by how much each has to hold.
 *
 * @param texts per column, what is printed in it
 * @param open per column, whether it has cells to write in
 */
function columnWidths(
  texts: readonly (readonly string[])[],
  open: readonly boolean[],
  width: number,
  measure: (text: string) => number,
): number[] {
  const least = texts.map((column) => Math.max(16, ...column.flatMap((text) => text.split(/\s+/u)).map(measure)) + 2 * PADDING + 1)
  const wish = texts.map(([heading = '', ...column], i) => {
    const longest = Math.max(0, ...column.map(measure))
    // a heading may take three lines or so; long cells break; a column to write in wants room whatever is printed in it
    const body = Math.min(longest + 2 * PADDING + 1, Math.sqrt(longest) * 14)
    return Math.max(least[i] ?? 0, measure(heading) / HEADING_LINES + 2 * PADDING, body, open[i] ? LEAST_OPEN : 0)
  })
  const leastSum = sum(least)
  if (leastSum >= width) return least.map((w) => (w * width) / leastSum)
  const wanted = wish.map((w, i) => Math.max(0, w - (least[i] ?? 0)))
  const spare = width - leastSum
  const share = sum(wanted)
  // what is left over beyond the wishes goes to the columns with most to hold
  const over = Math.max(0, spare - share)
  const takers = wish.map((w) => w ** 2)
  const takerSum = sum(takers)
  return least.map((w, i) => w + (share > 0 ? (wanted[i] ?? 0) * Math.min(1, spare / share) : 0) + (over * (takers[i] ?? 0)) / takerSum)
}

/** Sets a table into a column of the pager's sheets. */
export function setTable(pager: Pager, column: {x: number; width: number}, table: TableSpec): void {
  const size = STYLE.cellSize
  const measure = (text: string): number => table.measure(text, size, 'regular')
  const measureBold = (text: string): number => table.measure(text, size, 'bold')
  const measureField = (text: string): number => table.measure(text, STYLE.cellFieldSize, 'regular')
  const cellRows = table.rows.filter((row): row is readonly Cell[] => !isHeading(row))
  const count = Math.max(table.columns.length, ...cellRows.map((row) => row.length))
  const headings = Array.from({length: count}, (_, c) => table.columns[c] ?? '')
  const texts = headings.map((heading, c) => [heading, ...cellRows.map((row) => printed(row[c]))])
  const open = headings.map((_, c) => cellRows.some((row) => row[c] !== undefined && isOpen(row[c])))
  const widths = table.shares
    ? table.shares.map((share) => (share * column.width) / sum(table.shares ?? []))
    : columnWidths(texts, open, column.width, measure)
  const linePitch = size * LEADING
  const fieldPitch = STYLE.cellFieldSize * LINE_HEIGHT
  const inner = (c: number): number => (widths[c] ?? 0) - 2 * PADDING
  const headLines = headings.map((heading, c) => wrapText(heading, inner(c), measure))
  const headHeight = headings.some((heading) => heading !== '')
    ? Math.max(...headLines.map((lines) => lines.length)) * linePitch + 2 * PADDING
    : 0
  const numberHeight = table.numbers ? linePitch + 4 : 0

  const height = (row: Row): number => {
    if (isHeading(row)) return wrapText(row.heading, column.width - 2 * PADDING, measureBold).length * linePitch + 2 * PADDING
    return Math.max(
      ...row.map((cell, c) => {
        if (!isOpen(cell)) return wrapText(cell.text, inner(c), measure).length * linePitch + 2 * PADDING
        const lines = cell.field.value === '' ? 1 : wrapText(cell.field.value, inner(c), measureField).length
        return Math.max(table.lines, lines) * fieldPitch + 3
      }),
    )
  }

  let target: Element = {tag: 'Table', kids: []}
  const cells = (
    list: readonly {lines: readonly string[]; field: OpenCell | null; centred: boolean; width: number; weight?: Weight; columns?: number}[],
    rowHeight: number,
    tag: 'TH' | 'TD',
    scope?: 'Column' | 'Row',
  ): void => {
    const row: Element = {tag: 'TR', kids: []}
    target.kids.push(row)
    let x = column.x
    for (const {lines, field, centred, width, weight = 'regular', columns} of list) {
      const kids: Mark[] = [{kind: 'frame', x, y: pager.y, width, height: rowHeight, line: STYLE.hairline + 0.1}]
      const top = centred ? pager.y + (rowHeight - lines.length * linePitch) / 2 : pager.y + PADDING
      lines.forEach((text, i) => {
        if (text === '') return
        kids.push({
          kind: 'text',
          x: centred ? x + (width - measure(text)) / 2 : x + PADDING,
          y: top + i * linePitch + size * 0.95,
          text,
          size,
          weight,
        })
      })
      if (field) {
        // one line stands in the middle of its cell, several begin at the top
        const single = table.lines === 1 && wrapText(field.value, width - 2 * PADDING, measureField).length <= 1
        kids.push({
          kind: 'field',
          ...field,
          type: single ? 'text' : 'multiline',
          x: x + PADDING,
          y: pager.y + 1,
          width: width - 2 * PADDING,
          height: rowHeight - 2,
          size: STYLE.cellFieldSize,
          centred,
        })
      }
      row.kids.push({tag, kids, ...(scope ? {scope} : {}), ...(columns === undefined ? {} : {columns})})
      x += width
    }
    pager.y += rowHeight
  }
  const begin = (): void => {
    target = {tag: 'Table', kids: []}
    pager.add(target)
    if (headHeight > 0)
      cells(
        headLines.map((lines, c) => ({lines, field: null, centred: true, width: widths[c] ?? 0})),
        headHeight,
        'TH',
        'Column',
      )
    if (table.numbers)
      cells(
        headings.map((_, c) => ({lines: [String(c + 1)], field: null, centred: true, width: widths[c] ?? 0})),
        numberHeight,
        'TD',
      )
  }
  const heights = table.rows.map(height)
  // a heading does not stay behind alone at the foot of a sheet
  const block = (r: number): number => (heights[r] ?? 0) + (table.rows[r] && isHeading(table.rows[r]) ? (heights[r + 1] ?? 0) : 0)
  pager.need(headHeight + numberHeight + block(0))
  begin()
  for (const [r, row] of table.rows.entries()) {
    if ((heights[r] ?? 0) > pager.bottom - pager.margins.top - headHeight - numberHeight && !isHeading(row))
      for (const cell of row) if (isOpen(cell) && cell.field.value !== '') table.overflow?.(cell.field)
    if (pager.need(block(r))) begin()
    if (isHeading(row)) {
      cells(
        [
          {
            lines: wrapText(row.heading, column.width - 2 * PADDING, measureBold),
            field: null,
            centred: false,
            width: column.width,
            weight: 'bold',
            columns: count,
          },
        ],
        heights[r] ?? 0,
        'TH',
        'Row',
      )
    } else {
      cells(
        Array.from({length: count}, (_, c) => row[c] ?? {text: ''}).map((cell, c) => ({
          lines: isOpen(cell) ? [] : wrapText(cell.text, inner(c), measure),
          field: isOpen(cell) ? cell.field : null,
          centred: cell.centred ?? false,
          width: widths[c] ?? 0,
        })),
        heights[r] ?? 0,
        'TD',
      )
    }
  }
}

const printed = (cell: Cell | undefined): string => (cell && !isOpen(cell) ? cell.text : '')
