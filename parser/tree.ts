/**
 * The tree every reader yields and every plugin works on (unist nodes).
 *
 * A source is a `Root` of blocks in document order. Three kinds of blocks exist:
 *
 * - `Line`: one line of running text. Headings, paragraphs, captions, blanks of a form: all are lines
 *   until the structure steps say what they are.
 * - `Table`: rows of cells, where the source marks rows (HTML, tab-separated Markdown).
 * - `CellRun`: cells one after another, where the source marks cells but not rows (HTML printed as text).
 *
 * In the plain-text form of a PDF nothing is marked: tables there are lines.
 */
import type {Literal, Node, Parent} from 'unist'

/** Names of the input formats, as in `sources/manifest.yaml`. */
export type SourceFormat = 'markdown' | 'html' | 'html-text' | 'pdf-text'

export interface Line extends Literal {
  type: 'line'
  /** The text with format marks removed, not trimmed; repairs change it. */
  value: string
  /** The text as the reader took it from the source, never changed. */
  raw: string
  /** 1-based line number in the source file. */
  number: number
  /** Character offsets of the line in the decoded source: [start, end). */
  start: number
  end: number
  /**
   * How the line is set: `indented` opens a paragraph, `flush` is a heading, a caption or a continued line,
   * `unknown` where the format does not tell (Markdown).
   */
  indent: 'indented' | 'flush' | 'unknown'
  /** Blank lines between this line and the block before it; a page break counts as none. */
  gap: number
  /** True where a page of the printed original ended just before this line. */
  pageBreak: boolean
  /** True for a list bullet or heading mark that the Markdown converter added. */
  bullet?: boolean
}

export interface Cell extends Parent {
  type: 'cell'
  /** The lines of text in the cell; empty for an empty cell. */
  children: Line[]
  /** 1-based [first, last] line in the source. */
  lines: [number, number]
  colspan: number
  rowspan: number
  /** True where the source shows that text was lost at this cell (HTML-as-text: a line that begins with one space). */
  damaged: boolean
  /** Blank lines between this cell's last line and the next cell. */
  gapAfter: number
}

export interface Row extends Parent {
  type: 'row'
  children: Cell[]
  lines: [number, number]
  /** Blank lines before the row; a page break shows itself as a gap in the Markdown form. */
  gap: number
}

export interface Table extends Parent {
  type: 'table'
  children: Row[]
  lines: [number, number]
}

export interface CellRun extends Parent {
  type: 'cell-run'
  children: Cell[]
  lines: [number, number]
}

export type Block = Line | Table | CellRun

export interface Root extends Parent {
  type: 'root'
  children: Block[]
  format: SourceFormat
  /** The decoded source text that all offsets refer to. */
  source: string
  /** What the readers and plugins have set aside, with the reason: [start, end) offsets. */
  setAside: SetAside[]
}

export interface SetAside {
  start: number
  end: number
  /** Why it is not in the published data: page furniture, table rule, format mark … */
  reason: string
}

/** The text of a cell: its lines joined by one space, white space folded. */
export function cellText(cell: Cell): string {
  return foldSpace(cell.children.map((line) => line.value).join(' '))
}

/** Any white space but a single blank inside the text. */
const NEEDS_FOLDING = /[^\S ]|\u200b|\ufeff| {2}|^ | $/u

/** White space of every kind folded to single spaces, ends trimmed. */
export function foldSpace(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return text
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim()
}

/** The [first, last] source lines of a run of blocks. */
export function blockLines(blocks: readonly Block[]): [number, number] {
  let first = Infinity
  let last = 0
  for (const block of blocks) {
    const [from, to] = block.type === 'line' ? [block.number, block.number] : block.lines
    first = Math.min(first, from)
    last = Math.max(last, to)
  }
  return [first === Infinity ? 0 : first, last]
}

export type {Node}
