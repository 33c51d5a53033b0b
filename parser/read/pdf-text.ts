/**
 * Reader for the plain text of a PDF.
 *
 *       "      2. Осы қаулы алғаш рет ресми жарияланған күнінен бастап он күнтізбелік күн"
 *       "өткен соң қолданысқа енгізіледі."
 *
 * becomes two lines, the first `indented` (it opens a paragraph), the second `flush`. Three blank lines are
 * the end of a printed page and say nothing about the text; fewer are a gap in the text.
 */
import type {Block, Root} from '../tree.ts'
import {isBlank, lineNode, physicalLines} from './lines.ts'

/** Blank lines that the converter leaves at the end of a page. */
const PAGE_BREAK = 3
/** «      1. …»: six blanks open a paragraph. */
const PARAGRAPH_INDENT = /^[ \u00a0]{6,}/u

/** Reads the text of a PDF into a tree of lines; tables are lines too. Never throws. */
export function readPdfText(source: string): Root {
  const children: Block[] = []
  let blank = 0
  for (const physical of physicalLines(source)) {
    if (isBlank(physical.text)) {
      blank++
      continue
    }
    const pageBreak = blank >= PAGE_BREAK && children.length > 0
    children.push(
      lineNode(physical, {
        indent: PARAGRAPH_INDENT.test(physical.text) ? 'indented' : 'flush',
        gap: pageBreak ? blank - PAGE_BREAK : blank,
        pageBreak,
      }),
    )
    blank = 0
  }
  return {type: 'root', children, format: 'pdf-text', source, setAside: []}
}
