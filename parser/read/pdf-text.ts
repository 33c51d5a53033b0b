/**
 * Reader for the plain text of a PDF.
 *
 *       "      2. Осы қаулы алғаш рет ресми жарияланған күнінен бастап он күнтізбелік күн"
 *       "өткен соң қолданысқа енгізіледі."
 *
 * becomes two lines, the first `indented` (it opens a paragraph), the second `flush`. Three blank lines are
 * the end of a printed page and say nothing about the text; fewer are a gap in the text. No converter leaves tabs; where
 * there are some, somebody set a table («13 ⇥ бөлімі ⇥ Абай к.»), and its cells are taken as they are marked.
 */
import type {Block, Root, Row, Table} from '../tree.ts'
import {cellNode, isBlank, lineNode, physicalLines, type PhysicalLine} from './lines.ts'

/** Blank lines that the converter leaves at the end of a page. */
const PAGE_BREAK = 3
/** «      1. …»: six blanks open a paragraph. */
const PARAGRAPH_INDENT = /^[ \u00a0]{6,}/u

/** «13 ⇥ бөлімі ⇥ Абай к.»: three cells at least, the first not empty; a single tab is white space. */
const ROW = /^[^\S\t]*[^\s\t][^\t]*\t[^\t]*\t/u

/** Reads the text of a PDF into a tree of lines; tables are lines too. Never throws. */
export function readPdfText(source: string): Root {
  const children: Block[] = []
  let blank = 0
  let table: Table | null = null
  for (const physical of physicalLines(source)) {
    if (isBlank(physical.text)) {
      blank++
      continue
    }
    if (ROW.test(physical.text)) {
      table ??= newTable(children, physical.number)
      table.children.push(readRow(physical, blank))
      table.lines[1] = physical.number
      blank = 0
      continue
    }
    table = null
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

function newTable(children: Block[], number: number): Table {
  const table: Table = {type: 'table', children: [], lines: [number, number]}
  children.push(table)
  return table
}

function readRow(physical: PhysicalLine, gap: number): Row {
  let start = physical.start
  const cells = physical.text.split('\t').map((value) => {
    const end = start + value.length
    const line = lineNode(physical, {value, raw: value, start, end, indent: 'flush', gap: 0})
    start = end + 1
    return cellNode(isBlank(value) ? [] : [line], physical.number)
  })
  return {type: 'row', children: cells, lines: [physical.number, physical.number], gap}
}
