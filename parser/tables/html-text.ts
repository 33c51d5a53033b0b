/**
 * Office tables of a web page printed as text: one cell a line, each after a tab, rows not marked.
 *
 *       "\t1)" "\tКөкшетау қалалық бөлімі" "\tКөкшетау қаласы, Біржан сал көшесі, 42-үй" "\t8 (7162) 25-00-67" "" "8 (7162) 25-06-21"
 *
 * becomes a row 1) with three cells, the last «8 (7162) 25-00-67 8 (7162) 25-06-21». Cells are counted up to the width of
 * the header; blank lines decide only where the count does not.
 */
import type {Block} from '../tree.ts'
import {isLostHeading, skipsCells} from './damage.ts'
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
import {embeddedHeading} from './embedded-heading.ts'
import {numberedHeading} from './numbered-heading.ts'
import {readNumber} from './numbers.ts'
import {columnRole, isHours, isNumberCell, isNumberHeading, isRegionHeading} from './patterns.ts'
import {reportTornHours, spreadHours} from './spanning-hours.ts'
import {textCells, type TextCell} from './text-cells.ts'
import {splitTitleAndHeading} from './title-and-heading.ts'
import type {OfficeTable, TableContext} from './types.ts'
import {reportUnfilled, rowName} from './unfilled.ts'

/** Reads a table from `CellRun` blocks and the lines between them. Never throws; what it doubts it reports. */
export function readHtmlTextOfficeTable(blocks: readonly Block[], context: TableContext): OfficeTable {
  return new CellTable(context).read(textCells(blocks))
}

class CellTable {
  private readonly context: TableContext
  private readonly groups: DraftGroup[] = []
  private header: Header | null = null
  private columns: readonly string[] = []
  private pendingHeading: string | null = null
  private row: TextCell[] = []
  /** Set where the number after a loss shows that a heading was lost with the cells. */
  private lostHeading = false

  constructor(context: TableContext) {
    this.context = context
  }

  private get width(): number {
    return this.header?.cells.length ?? 0
  }

  read(cells: readonly TextCell[]): OfficeTable {
    let at = 0
    while (at < cells.length) {
      const cell = cells[at]!
      if (cell.heading) {
        this.closeRow()
        this.headingLine(cell, cells.slice(at + 1))
        at++
        continue
      }
      if (!this.header) this.assumeHeader(cells.slice(at))
      if (isNumberHeading(cell.text) || !this.header) {
        this.closeRow()
        at = this.readHeader(cells, at)
        continue
      }
      this.cell(cell, cells[at + 1])
      at++
    }
    this.closeRow()
    for (const group of this.groups) reportTornHours(spreadHours(group, false), this.context)
    reportUnfilled(this.groups, this.context)
    return finishTable(this.columns, this.groups)
  }

  /** A line before a header. Before the first one, only the name of a region is a heading; the rest is the annex title. */
  private headingLine(cell: TextCell, after: readonly TextCell[]): void {
    const first = this.header === null
    if (first && !isRegionHeading(cell.text)) return
    const next = after.find((other) => !other.heading)
    if (first || (next && isNumberHeading(next.text))) this.pendingHeading = splitTitleAndHeading(cell.text)?.heading ?? cell.text
    else if (isRegionHeading(cell.text)) this.open(cell.text)
  }

  private readHeader(cells: readonly TextCell[], from: number): number {
    let to = from + 1
    while (to < cells.length && cells[to]!.gap === 0 && !cells[to]!.heading) to++
    const second = this.secondRow(cells, from, to)
    this.header = headerOf(second ?? cells.slice(from, to).map((cell) => cell.text))
    if (second) to += second.length - (to - from) + 1
    this.columns = tableColumns(this.columns, this.header)
    if (this.pendingHeading !== null || this.groups.length === 0) this.open(this.pendingHeading)
    this.pendingHeading = null
    const numbers = cells.slice(to, to + this.width)
    return isColumnNumbers(numbers.map((cell) => cell.text)) && numbers.length === this.width ? to + this.width : to
  }

  /**
   * The headings where a second row stands below one of them: «Байланыс деректері» over «телефоны» and «сайты». Cells that
   * span are not marked; the row of column numbers below tells that the second row makes up the difference.
   */
  private secondRow(cells: readonly TextCell[], from: number, to: number): string[] | null {
    let end = to
    while (end < cells.length && !cells[end]!.heading && (end === to || cells[end]!.gap === 0)) end++
    const top = cells.slice(from, to).map((cell) => cell.text)
    const below = cells.slice(to, end).map((cell) => cell.text)
    if (below.length < 2 || below.some((text) => text === '' || /\d/u.test(text))) return null
    const width = top.length - 1 + below.length
    if (!isColumnNumbers(cells.slice(end, end + width).map((cell) => cell.text)) || cells.length < end + width) return null
    const over = top.findLastIndex((heading) => columnRole(heading) === 'phone')
    const at = over === -1 ? top.length - 1 : over
    return [...top.slice(0, at), ...below.map((heading) => `${top[at]!} ${heading}`), ...top.slice(at + 1)]
  }

  /** The first row of a table without a header says how wide the table is. */
  private assumeHeader(cells: readonly TextCell[]): void {
    const end = cells.findIndex((cell, index) => index > 0 && (cell.gap > 0 || cell.heading))
    const row = cells.slice(0, end === -1 ? cells.length : end)
    if (!isHeaderless(row.map((cell) => cell.text))) return
    this.header = blankHeader(row.length)
    this.columns = this.header.columns
    this.open(this.pendingHeading)
    this.pendingHeading = null
  }

  private open(heading: string | null): void {
    this.groups.push(newGroup(heading, this.header?.columns ?? []))
  }

  private get group(): DraftGroup {
    if (this.groups.length === 0) this.open(null)
    return this.groups.at(-1)!
  }

  private cell(cell: TextCell, next: TextCell | undefined): void {
    if (cell.damaged) this.damaged(cell)
    else if (cell.torn) this.reportLoss(cell)
    if (this.row.length === 0) {
      // 1. One cell alone with text in it: a region heading.
      const alone = !next || next.gap > 0 || next.damaged || next.heading
      if (alone && cell.text !== '' && !isNumberCell(cell.text) && !isHours(cell.text) && next && (cell.gap > 0 || cell.damaged)) {
        this.open(cell.text)
        return
      }
      // 2. A cell more than the header has, right below the last one of a row.
      const above = this.group.rows.at(-1)
      if (above && cell.gap === 0 && !cell.damaged && !this.isNumber(cell.text)) {
        this.surplus(cell)
        return
      }
      // 3. A row that begins with its second cell: the number and its tab are lost.
      if (this.header?.numbered && cell.text !== '' && !this.isNumber(cell.text)) {
        this.row.push({...cell, text: ''})
        if (!cell.damaged) this.context.report('tables/lost-number', `A row without a number cell: «${cell.text}»`, cell.lines[0], 'info')
      }
    } else if (cell.gap > 0 && this.continuesNumbers(cell.text)) {
      // 4. The next number stands before the row is full.
      this.context.report('tables/short-row', `A row has ${this.row.length} of ${this.width} cells`, this.row[0]!.lines[0], 'warning')
      this.closeRow()
    }
    this.row.push(cell)
    if (this.row.length === this.width) this.closeRow()
  }

  /** Cells were lost before this one: it opens a new row unless it can stand in a later column of the row begun. */
  private damaged(cell: TextCell): void {
    this.reportLoss(cell)
    if (this.row.length > 0) {
      const column = skipsCells(this.row.length, this.header!, cell.text)
      if (column === null) this.closeRow()
      else while (this.row.length < column) this.row.push({...cell, text: ''})
    }
    if (this.row.length > 0) return
    if (isLostHeading(cell.text, this.groups)) this.lostHeading = true
    const column = skipsCells(0, this.header!, cell.text) ?? 0
    // A row that begins late: the cells before are lost, the number with them.
    if (!this.isNumber(cell.text) || cell.text === '') while (this.row.length < column) this.row.push({...cell, text: ''})
  }

  private reportLoss(cell: TextCell): void {
    this.context.report('tables/lost-cells', `Cells of this row are lost in the source: «${cell.text}»`, cell.lines[0], 'warning')
  }

  private isNumber(text: string): boolean {
    return text === '' || isNumberCell(text) || readNumber(text).group !== ''
  }

  private continuesNumbers(text: string): boolean {
    const before = /(?<!\d)\d+(?=\D*$)/u.exec(this.row[0]?.text ?? '')?.[0]
    const here = /^(\d+)[.)]{0,2}$/u.exec(text)?.[1]
    return before !== undefined && here !== undefined && Number(here) === Number(before) + 1 && this.header?.numbered === true
  }

  private surplus(cell: TextCell): void {
    const above = this.group.rows.at(-1)!
    const last = above.cells.length - 1
    if (cell.text !== '') {
      above.cells[last] = `${above.cells[last] ?? ''} ${cell.text}`.trim()
      this.context.report(
        'tables/surplus-cell',
        `There are more cells in ${rowName(above)} than the table has columns: «${cell.text}»`,
        cell.lines[0],
        'warning',
      )
    }
    above.lines[1] = cell.lines[1]
  }

  private closeRow(): void {
    const cells = this.row
    this.row = []
    if (cells.length === 0) return
    const texts = cells.map((cell) => cell.text)
    const filled = texts.filter((text) => text !== '')
    // Rows with nothing in them, and column numbers repeated in the middle of a table.
    if (filled.length === 0 || (isColumnNumbers(texts) && filled.length === this.width)) return
    const numbered = this.header?.numbered ?? true
    const heading = numbered ? numberedHeading(texts) : null
    if (heading !== null) {
      this.open(heading)
      return
    }
    const lines: [number, number] = [cells[0]!.lines[0], cells.at(-1)!.lines[1]]
    const group = this.group
    const hours = hoursColumn(group)
    const content = numbered ? texts.slice(1) : texts
    if (filled.length === 1 && isHours(filled[0]!) && (hours === -1 || content[hours] !== '' || texts.length < this.width)) {
      group.looseHours.push({text: filled[0]!, before: group.rows.length, line: lines[0]})
      return
    }
    const damaged = texts.length < this.width || cells.some((cell) => cell.damaged || cell.torn)
    if (filled.length < this.width && texts.length < this.width && !cells.some((cell) => cell.damaged)) {
      this.context.report('tables/short-row', `A row has ${texts.length} of ${this.width} cells`, lines[0], 'warning')
    }
    const {number} = readNumber(numbered ? (texts[0] ?? '') : '')
    const row = {number, cells: pad(content, this.header?.columns.length ?? content.length), inherited: [], lines, apart: true, damaged}
    const embedded = embeddedHeading(row.cells[0] ?? '')
    if (embedded && embedded.name !== '') {
      this.open(embedded.heading)
      row.cells[0] = embedded.name
    } else if (this.lostHeading) {
      // The heading was among the lost cells; the head office under it repeats it, as everywhere in this table.
      this.open(row.cells[0] ?? null)
    }
    this.lostHeading = false
    this.group.rows.push(row)
  }
}
