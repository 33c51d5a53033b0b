/**
 * Office tables in the Markdown-like text of a PDF converter: one source line a row, cells parted by tabs, cut by page breaks.
 *
 *       "«Ақтөбе облысы бойынша ХҚКО» РМК филиалы\t\t\t"
 *       "1)\tАқтөбе қалалық № 1 бөлімі\tАқтөбе қаласы, Тургенев көшесі, 109-үй\t8 (7132) 57-80-27"
 *
 * becomes the group «Ақтөбе облысы бойынша ХҚКО» РМК филиалы with a row 1).
 */
import type {Block, Row} from '../tree.ts'
import {readCell, readLine} from './cell-text.ts'
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
  underHeader,
  type DraftGroup,
  type DraftRow,
  type Header,
} from './drafts.ts'
import {embeddedHeading} from './embedded-heading.ts'
import {placeStrayCells, shiftNumbers} from './lagging.ts'
import {numberedHeading} from './numbered-heading.ts'
import {isNextNumber, isNumberAlone, lacksNumber} from './number-alone.ts'
import {readNumber} from './numbers.ts'
import {isDashes, isHours, isNumberCell, isRegionHeading} from './patterns.ts'
import {reportTornHours, spreadHours} from './spanning-hours.ts'
import {joinSplitRows} from './split-row.ts'
import {splitTitleAndHeading} from './title-and-heading.ts'
import type {OfficeTable, TableContext} from './types.ts'
import {reportUnfilled, rowName} from './unfilled.ts'

/** «көшесі, 26/1», «13-үй»: the rest of a cell begins with a small letter or a number. */
const CONTINUES = /^[\p{Ll}\d(]/u

/** Reads a table from `Table` blocks and the lines between them. Rows that fit no rule are kept and reported. */
export function readMarkdownOfficeTable(blocks: readonly Block[], context: TableContext): OfficeTable {
  const reader = new MarkdownTable(context)
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'line') reader.line(readLine(block), block.number, blocks[index + 1])
    else if (block.type === 'table') for (const row of block.children) reader.row(row)
  }
  return reader.finish()
}

/** True for rows that begin with a header or with a number 1: the line before them is the heading of a part. */
function startsPart(block: Block | undefined): boolean {
  if (block?.type !== 'table') return false
  const first = block.children[0]!.children.map(readCell)
  return headerOf(first).numbered || /^1[.)]{0,2}$/u.test(first[0] ?? '')
}

class MarkdownTable {
  private readonly context: TableContext
  private header: Header | null = null
  private columns: readonly string[] = []
  private readonly groups: DraftGroup[] = []
  /** Set where the row before was a header. */
  private fresh = false
  /** Set where a line parted the row from the one before it. */
  private parted = false
  /** A number alone on its line, for the row below. */
  private numberAbove: {text: string; line: number} | null = null

  constructor(context: TableContext) {
    this.context = context
  }

  private get group(): DraftGroup {
    const current = this.groups.at(-1)
    return current ?? this.open(null)
  }

  private open(heading: string | null): DraftGroup {
    const group = newGroup(heading, this.header?.columns ?? this.columns)
    this.groups.push(group)
    return group
  }

  /** A line between rows: working hours, a heading, or the rest of the row above. */
  line(text: string, number: number, next: Block | undefined): void {
    this.parted = true
    const beforePart = startsPart(next)
    if (text === '' || isDashes(text)) return
    if (!this.header) {
      if (isRegionHeading(text)) this.open(splitTitleAndHeading(text)?.heading ?? text)
      return
    }
    const unnumbered = this.header.numbered && next?.type === 'table' && lacksNumber(next.children[0]!.children.map(readCell))
    if (unnumbered && isNextNumber(text, this.group.rows)) {
      this.numberAbove = {text, line: number}
      return
    }
    if (isHours(text)) {
      this.group.looseHours.push({text, before: this.group.rows.length, line: number})
      return
    }
    if (isRegionHeading(text) || /^[«"]/u.test(text) || (beforePart && !CONTINUES.test(text))) {
      this.open(text)
      return
    }
    const above = this.group.rows.at(-1)
    if (above && CONTINUES.test(text)) {
      const last = above.cells.findLastIndex((cell) => cell !== '')
      above.cells[Math.max(0, last)] = `${above.cells[Math.max(0, last)] ?? ''} ${text}`.trim()
      above.lines[1] = number
    }
    this.context.report('tables/loose-line', `A line between table rows: «${text}»`, number, 'warning')
  }

  row(row: Row): void {
    const above = this.numberAbove
    this.numberAbove = null
    const texts = this.withNumber(row.children.map(readCell), above?.text ?? '')
    const lines: [number, number] = [above?.line ?? row.lines[0], row.lines[1]]
    const apart = row.gap > 0 || this.parted
    this.parted = false
    const filled = texts.filter((text) => text !== '')
    // 1. Debris of table rules, and rows with nothing in them.
    if (filled.every(isDashes)) return
    // 2. The header, on the first page and repeated.
    const header = headerOf(texts)
    if (!this.header && isHeaderless(texts)) this.setHeader(blankHeader(texts.length))
    if ((header.numbered && filled.length >= 2) || !this.header) return this.setHeader(header)
    // The second row of a header, directly below the first.
    const second = this.fresh ? underHeader(this.header, texts) : null
    this.fresh = false
    if (second) {
      this.columns = []
      return this.setHeader(second)
    }
    // 3. The row of column numbers.
    if (isColumnNumbers(texts) && filled.length >= Math.min(3, this.header.cells.length)) return
    // 4. A region heading takes the whole row.
    if (filled.length === 1 && texts[0] !== '' && !isNumberCell(texts[0]!) && readNumber(texts[0]!).group === '') {
      this.open(texts[0]!)
      return
    }
    const numbered = this.header.numbered ? numberedHeading(texts) : null
    if (numbered !== null) {
      this.open(numbered)
      return
    }
    // 5. Hours alone in a row.
    if (filled.length === 1 && isHours(filled[0]!)) {
      this.group.looseHours.push({text: filled[0]!, before: this.group.rows.length, line: row.lines[0]})
      return
    }
    this.office(texts, lines, apart)
  }

  /** The cells with the number from the line above, or with room for it where the row above is a number and nothing else. */
  private withNumber(texts: readonly string[], number: string): string[] {
    const above = this.groups.at(-1)?.rows.at(-1)
    const expected = number !== '' || (this.header?.numbered === true && above !== undefined && isNumberAlone(above))
    if (!expected || !lacksNumber(texts)) return [...texts]
    return [number, ...(texts[0] === '' ? texts.slice(1) : texts)]
  }

  private setHeader(header: Header): void {
    this.header = header
    this.fresh = true
    this.columns = tableColumns(this.columns, header)
    const opened = this.groups.at(-1)
    if (opened?.rows.length === 0) opened.columns = header.columns
  }

  private office(texts: readonly string[], lines: [number, number], apart: boolean): void {
    const numbered = this.header?.numbered ?? true
    const {group, number} = readNumber(numbered ? (texts[0] ?? '') : '')
    const {cells, missing} = this.fit(number, numbered ? texts.slice(1) : [...texts], lines[0])
    const row: DraftRow = {number, cells, inherited: [], lines: [...lines], apart, missing}
    const embedded = embeddedHeading(cells[0] ?? '')
    if (embedded) {
      const opened = this.open(embedded.heading)
      if (embedded.name === '') {
        if (cells.slice(1).some((cell) => cell !== '')) opened.stray = row
        row.cells[0] = ''
        return
      }
      cells[0] = embedded.name
    } else if (group !== '') {
      // «6 1)»: a new group whose heading is not printed.
      this.open(null)
    }
    this.group.rows.push(row)
  }

  /** As many cells as the table has columns: pages differ in the number of cells they show. */
  private fit(number: string, cells: string[], line: number): {cells: string[]; missing: number[]} {
    const texts = [...cells]
    const width = this.columns.length
    const hours = hoursColumn(this.group)
    while (cells.length > width && cells.at(-1) === '') cells.pop()
    if (cells.length > width) {
      const surplus = cells.splice(width).filter((cell) => cell !== '')
      for (const cell of surplus) {
        if (hours !== -1 && cells[hours] === '' && isHours(cell)) cells[hours] = cell
        else {
          cells[Math.max(0, width - 1)] = `${cells[width - 1] ?? ''} ${cell}`.trim()
          this.context.report(
            'tables/surplus-cell',
            `There are more cells in ${rowName({number, cells: texts})} than the table has columns: «${cell}»`,
            line,
            'warning',
          )
        }
      }
    }
    const short = width - cells.length
    // «Есіл ауданы …\t-\t8-71727-9-55-55\tдс. – жм. сағ. 09.00-18.00»: a cell before the hours was left out.
    if (short > 0 && hours === width - 1 && cells.length > 1 && isHours(cells.at(-1)!)) {
      const last = cells.pop()!
      return {cells: [...pad(cells, width - 1), last], missing: range(cells.length, width - 1)}
    }
    return {cells: pad(cells, width), missing: range(cells.length, width)}
  }

  finish(): OfficeTable {
    for (const group of this.groups) {
      joinSplitRows(group)
      shiftNumbers(group, this.context)
      placeStrayCells(group, this.context)
      reportTornHours(spreadHours(group, true), this.context)
    }
    reportUnfilled(this.groups, this.context)
    return finishTable(this.columns, this.groups)
  }
}

/** The whole numbers from `from` up to `to`, which is not among them. */
function range(from: number, to: number): number[] {
  return Array.from({length: Math.max(0, to - from)}, (_, index) => from + index)
}
