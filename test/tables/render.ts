/** An office table as text, so that expected results can be read beside the source they come from. */
import {readHtml} from '../../parser/read/html.ts'
import {readHtmlText} from '../../parser/read/html-text.ts'
import {readMarkdown} from '../../parser/read/markdown.ts'
import {readPdfText} from '../../parser/read/pdf-text.ts'
import {readOfficeTable} from '../../parser/tables/offices.ts'
import type {TableContext} from '../../parser/tables/types.ts'
import type {Block, SourceFormat} from '../../parser/tree.ts'

export interface Reports {
  context: TableContext
  /** «tables/lost-cells 12» for every report made. */
  list: string[]
}

export function reports(format: SourceFormat): Reports {
  const list: string[] = []
  const vocabulary = {names: new Set<string>(), addresses: new Set<string>()}
  return {list, context: {format, vocabulary, report: (rule, _message, line) => list.push(`${rule} ${line}`)}}
}

export function blocksOf(source: string, format: SourceFormat): Block[] {
  const read = {html: readHtml, 'html-text': readHtmlText, markdown: readMarkdown, 'pdf-text': readPdfText}[format]
  return read(source).children
}

/**
 * Columns in the first line, `# heading` for a group (`#` for one without), a row as `[lines] number | cell | cell`;
 * headings of a group's own after `=`; an inherited cell begins with `~`; reports at the end.
 */
export function renderOffices(source: string, format: SourceFormat): string {
  const {context, list} = reports(format)
  const table = readOfficeTable(blocksOf(source, format), context)
  const lines = [table.columns.join(' | ')]
  for (const group of table.groups) {
    lines.push(group.heading === null ? '#' : `# ${group.heading}`)
    if (group.columns) lines.push(`= ${group.columns.join(' | ')}`)
    for (const row of group.rows) {
      const cells = row.cells.map((cell, index) => (row.inherited.includes(index) ? `~${cell}` : cell))
      lines.push(`[${row.lines.join('-')}] ${[row.number, ...cells].join(' | ')}`)
    }
  }
  return [...lines, ...list.map((report) => `! ${report}`), ''].join('\n')
}
