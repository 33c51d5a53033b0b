/**
 * New text in the format of the source it goes into, so that the reader of that format reads it back as it is meant.
 *
 *       paragraph «2. Көрсетілетін …»      markdown: as it is · pdf-text: six blanks before it · html: <p>…</p>
 *       row 13 | бөлімі | Абай к.          markdown, pdf-text: cells parted by tabs · html-text: a cell a line
 */
import type {Line, SourceFormat} from '../tree.ts'

const NO_BREAK_INDENT = '\u00a0\u00a0\u00a0\u00a0\u00a0 '
const BLANK_INDENT = '      '
/** Signs that Markdown would take for marks. */
const MARKDOWN_SIGN = /[\\*`]/gu
/** «# », «- », «+ », «> » at the beginning of a line. */
const MARKDOWN_LINE = /^(?=(?:[#>]|[-+]\s|={2,}$|-{2,}$))/u
const REFERENCE = /&(?=(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});)/giu
/** How a finished paragraph ends; Markdown joins an unfinished one to the next. */
export const FINISHED = /[.;:!?…»”")\]]$/u
/** «2)», «11.», «б)», «Ескерту.»: the reader of Markdown begins a paragraph here whatever stands before. */
export const OPENS_ITSELF = /^(?:\d{1,3}(?:-\d{1,2})?\s?[.)]|[а-яәіңғүұқөһ]\s?\)|Ескерту|РҚАО-ның)/u

export type Indent = Line['indent']

/** The characters of a text in a format: what would be taken for a mark is protected. */
export function escapeFor(text: string, format: SourceFormat): string {
  if (format === 'html') return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
  if (format !== 'markdown') return text
  return text.replace(MARKDOWN_SIGN, '\\$&').replace(REFERENCE, '\\&').replace(MARKDOWN_LINE, '\\')
}

/** A paragraph as a line of its own; `bullet` where Markdown must be told that it begins here. */
export function emitParagraph(text: string, format: SourceFormat, indent: Indent, bullet = false): string {
  const escaped = escapeFor(text, format)
  switch (format) {
    case 'html':
      return indent === 'flush' ? `<h3>${escaped}</h3>` : `<p>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ${escaped}</p>`
    case 'html-text':
      return indent === 'flush' ? escaped : NO_BREAK_INDENT + escaped
    case 'pdf-text':
      return indent === 'flush' ? escaped : BLANK_INDENT + escaped
    case 'markdown':
      return bullet ? `- ${escaped}` : escaped
  }
}

/** Between two paragraphs. */
export function paragraphBreak(format: SourceFormat): string {
  return format === 'markdown' ? '\n\n' : '\n'
}

/** A row of a table, its number first. */
export function emitRow(cells: readonly string[], format: SourceFormat): string {
  const clean = cells.map((cell) => escapeFor(cell.replace(/[\t\n]+/gu, ' ').trim(), format))
  switch (format) {
    case 'html':
      return `<tr>${clean.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    case 'html-text':
      return clean.map((cell) => `\t${cell}`).join('\n')
    case 'markdown':
    case 'pdf-text':
      return clean.join('\t')
  }
}

export interface PlainTable {
  numbered: boolean
  columns: readonly string[]
  /** Whether «1 2 3 4» stands under the head. */
  columnNumbers?: boolean
  groups: readonly {
    heading: string | null
    columns?: readonly string[] | undefined
    rows: readonly {number: string; cells: readonly string[]}[]
  }[]
}

/** A whole table: its head, then each group under its heading. */
export function emitTable({numbered, columns, columnNumbers, groups}: PlainTable, format: SourceFormat): string {
  const head = emitRow([...(numbered ? ['Р/с №'] : []), ...columns], format)
  const width = columns.length + (numbered ? 1 : 0)
  const numbers = columnNumbers
    ? [
        emitRow(
          Array.from({length: width}, (_, index) => String(index + 1)),
          format,
        ),
      ]
    : []
  const rows = groups.flatMap(({heading, rows}) => [
    ...(heading === null ? [] : [emitHeading(heading, width, format)]),
    ...rows.map(({number, cells}) => emitRow(numbered ? [number, ...cells] : cells, format)),
  ])
  if (format === 'html') return `<table>\n${[head, ...numbers, ...rows].join('\n')}\n</table>`
  return [head, ...numbers, ...rows].join(format === 'html-text' ? '\n\n' : '\n')
}

/** The heading of a section, over the whole width of the table. */
export function emitHeading(heading: string, width: number, format: SourceFormat): string {
  if (format === 'html') return `<tr><td colspan="${String(width)}">${escapeFor(heading, format)}</td></tr>`
  if (format === 'html-text') return `\t${heading}`
  return emitRow([heading, ...Array.from({length: width - 1}, () => '')], format)
}
