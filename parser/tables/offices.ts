/** Office tables of annexes: the reader for each source format behind one function. */
import type {Block, Line} from '../tree.ts'
import {readHtmlOfficeTable} from './html.ts'
import {readHtmlTextOfficeTable} from './html-text.ts'
import {readMarkdownOfficeTable} from './markdown.ts'
import {readPdfOfficeTable} from './pdf-text.ts'
import type {OfficeTable, TableContext} from './types.ts'

/**
 * Reads the office table of an annex.
 *
 * In: the blocks of the annex after its title, and the context (format, vocabulary, where to report doubts).
 * Out: column headings without the number column; groups with their region heading as printed (null where the table has
 * none); rows with the cells after the number column, as many as there are columns. A cell that spans rows is repeated in
 * each, its index in `inherited` where it is not printed. Never throws.
 */
export function readOfficeTable(blocks: readonly Block[], context: TableContext): OfficeTable {
  // Cells that are marked need not be told from the words.
  if (context.format === 'pdf-text' && !blocks.some((block) => block.type === 'table'))
    return readPdfOfficeTable(
      blocks.filter((block): block is Line => block.type === 'line'),
      context,
    )
  if (context.format === 'html-text') return readHtmlTextOfficeTable(blocks, context)
  if (context.format === 'html') return readHtmlOfficeTable(blocks, context)
  return readMarkdownOfficeTable(blocks, context)
}
