/**
 * Tables of quality indicators: groups, and under each the indicators with up to three values.
 *
 *       "3. Қолжетімділік"  "3.2. Ақпаратына электрондық форматта қол"  "жеткізуге болатын қызметтердің %-ы (үлесі)"  "50 %"
 *
 * becomes the indicator 3.2 of the group «3. Қолжетімділік», label «Ақпаратына электрондық … (үлесі)», normative value 50 %.
 */
import {foldKey} from '../language/alphabet.ts'
import type {Indicator} from '../model/index.ts'
import {foldSpace, type Block, type Cell} from '../tree.ts'
import {joinLines, readCell, repairCell} from './cell-text.ts'
import {isColumnNumbers} from './drafts.ts'
import {isDashes} from './patterns.ts'
import type {TableContext} from './types.ts'

export interface IndicatorTable {
  /** All headings: the indicators' own, then those of the values. */
  columns: string[]
  indicators: Indicator[]
}

/** «1.1. Құжаттарды тапсырған сәттен бастап …», «3 . 2 …»: the code of an indicator. */
const INDICATOR = /^(\d{1,2})\s?\.\s?(\d{1,2})\s?\.?\s+(?=\S)/u
/** «1. Уақтылылығы», «5. Сыпайылық»: the heading of a group. */
const GROUP = /^\d{1,2}\s?\.\s*\p{L}/u
/** «95 %», «100», «98,5», «-»: a value alone. */
const VALUE = /^(?:[<>≤≥]?\s?\d{1,3}(?:[.,]\d+)?\s?%?|[-–—])$/u
/** «95 96 94», «95 % 96 % 94 %»: the values of an indicator on one line, alone or at the end of its label. */
const VALUES = /(?:^|\s)((?:[<>≤≥]?\s?\d{1,3}(?:[.,]\d+)?(?:\s?%)?\s+){1,2}[<>≤≥]?\s?\d{1,3}(?:[.,]\d+)?(?:\s?%)?|(?:[-–—]\s){1,2}[-–—])$/u
/** «(үлесі) 95 %», «(үлесі) 100»: one value at the end of a label that ends with a bracket. */
const VALUE_AFTER_BRACKET = /(?<=\))\s+(\d{1,3}(?:[.,]\d+)?(?:\s?%)?)$/u
/** «95 %», «96», «-» in them. */
const EACH_VALUE = /[<>≤≥]?\s?\d{1,3}(?:[.,]\d+)?(?:\s?%)?|[-–—]/gu
/** «ағымдағы мәні 1 2 3 4»: the row of column numbers after the last heading. */
const COLUMN_NUMBERS = /(?:^|\s)1\s+2(?:\s+3)?(?:\s+4)?$/u
/** «Кесте. Сапа және тиімділік көрсеткіштерінің мәні»: the title, not a heading of a column. */
const TITLE = /^(?:кесте\.?\s*)?сапа\s.*(?:мәні|мәндері)$/u
/** «қанағаттанатын тұтынушылардың %-ы (үлесі)» below a cell: its next line, not the line after the table. */
const CONTINUES = /^[\p{Ll}(%)]/u
/** Every value column begins so: «Көрсеткіштің нормативтік мәні». */
const VALUE_COLUMN = /(?<=\S\s)(?=Көрсетк[іi]ш-?\s?т[іi][ңн])/gu

/** Reads the indicators of an annex from lines, rows or cells, whichever the format has. Values not printed are ''. */
export function readIndicators(blocks: readonly Block[], context: TableContext): IndicatorTable {
  const reader = new IndicatorReader(context)
  for (const block of blocks) {
    if (block.type === 'line') {
      // « Қазақстан Республикасы» right below a table: a stamp, not the rest of a cell.
      if (block.gap === 0 && /^ \S/u.test(block.raw) && context.format === 'html-text') continue
      reader.line(repairCell(block.value), block.number)
    } else if (block.type === 'table') for (const row of block.children) reader.row(row.children)
    else reader.cells(block.children)
  }
  return reader.finish()
}

class IndicatorReader {
  private readonly context: TableContext
  private readonly headings: string[] = []
  private headingText = ''
  private readonly indicators: Indicator[] = []
  private readonly values: string[][] = []
  private group = ''
  /** What the next line without a mark continues. */
  private open: 'nothing' | 'heading' | 'group' | 'label' | 'value' = 'nothing'

  constructor(context: TableContext) {
    this.context = context
  }

  /** A line alone: in PDF text all there is, elsewhere the rest of the cell above it. */
  line(text: string, number: number): void {
    if (text === '' || isDashes(text)) return
    if (this.label(text)) return this.splitLabel()
    if (this.groupHeading(text)) return
    if (this.indicators.length === 0 && this.group === '') {
      if (TITLE.test(foldKey(text))) this.headingText = ''
      else if (this.headings.length > 0) this.headings.push(`${this.headings.pop()!} ${text}`)
      else this.headingText = joinLines([this.headingText, text])
      return
    }
    if (VALUE.test(text) && this.indicators.length > 0) {
      // In a page printed as text, a value can stand some lines below the tab of its own, empty cell.
      const values = this.values.at(-1)!
      if (this.context.format === 'html-text' && values.at(-1) === '') values.pop()
      this.value(text)
    } else if (COLUMN_NUMBERS.exec(text)?.index === 0) return
    else if (VALUES.exec(text)?.index === 0 && this.indicators.length > 0) this.printedValues(text)
    else if (this.open === 'group') this.group = joinLines([this.group, text])
    else if (this.open === 'label' && (this.context.format === 'pdf-text' || CONTINUES.test(text))) {
      this.extend(text)
      this.splitLabel()
    } else this.context.report('tables/loose-line', `A line between indicators: «${text}»`, number, 'info')
  }

  /** A row: label and values side by side. */
  row(cells: readonly Cell[]): void {
    const texts = cells.map(readCell)
    const [first = '', ...rest] = texts
    if (texts.every((text) => text === '' || isDashes(text)) || isColumnNumbers(texts)) return
    if (this.label(first)) for (const value of rest) this.values.at(-1)!.push(value)
    else if (!this.groupHeading(first)) {
      if (this.indicators.length === 0 && this.group === '') this.headings.push(...texts.filter((text) => text !== ''))
      else if (first !== '' && this.open === 'label') this.extend(first)
    }
  }

  /** Cells one after another: a label, then its values. */
  cells(cells: readonly Cell[]): void {
    const texts = cells.map(readCell)
    texts.forEach((text, index) => {
      if (text !== '' && (this.label(text) || this.groupHeading(text))) return
      if (this.indicators.length > 0 && this.values.at(-1)!.length < 3) this.value(text)
      else if (this.indicators.length === 0 && this.group === '' && text !== '' && !/^\d$/u.test(text)) this.headings.push(text)
      else if (text !== '' && !/^\d$/u.test(text)) {
        this.context.report('tables/surplus-cell', `A value too many: «${text}»`, cells[index]!.lines[0], 'warning')
      }
    })
  }

  private label(text: string): boolean {
    const match = INDICATOR.exec(text)
    if (!match) return false
    this.indicators.push({
      group: this.group,
      code: `${match[1]}.${match[2]}`,
      label: text.slice(match[0].length),
      normative: '',
      target: '',
      current: '',
    })
    this.values.push([])
    this.open = 'label'
    return true
  }

  private groupHeading(text: string): boolean {
    if (!GROUP.test(text)) return false
    this.group = text
    this.open = 'group'
    return true
  }

  private extend(text: string): void {
    const last = this.indicators.at(-1)
    // «(үлесi» ⏎ «)»: a bracket alone belongs to the word before it.
    if (last) last.label = /^[)\].,;]/u.test(text) ? last.label + text : joinLines([last.label, text])
  }

  /** In PDF text, values can stand in the label's last line; the label may go on below them. */
  private splitLabel(): void {
    const last = this.indicators.at(-1)
    if (this.context.format !== 'pdf-text' || !last) return
    const match = VALUES.exec(last.label) ?? VALUE_AFTER_BRACKET.exec(last.label)
    if (!match || match.index === 0) return
    last.label = last.label.slice(0, match.index)
    for (const value of match[1]!.match(EACH_VALUE) ?? []) this.values.at(-1)!.push(value.trim())
  }

  /** A line of nothing but values. */
  private printedValues(text: string): void {
    for (const value of text.match(EACH_VALUE) ?? []) this.value(value.trim())
  }

  private value(text: string): void {
    this.values.at(-1)!.push(text)
    // A label may go on after empty value cells only in a new cell.
    if (text !== '') this.open = 'value'
  }

  finish(): IndicatorTable {
    this.indicators.forEach((indicator, index) => {
      const [normative = '', target = '', current = ''] = this.values[index]!
      Object.assign(indicator, {normative, target, current, label: foldSpace(indicator.label)})
    })
    const columns = this.headings.length > 0 ? this.headings : foldSpace(this.headingText).replace(COLUMN_NUMBERS, '').split(VALUE_COLUMN)
    return {
      columns: columns.map((column) => foldSpace(column).replace(COLUMN_NUMBERS, '')).filter((column) => column !== ''),
      indicators: this.indicators,
    }
  }
}
