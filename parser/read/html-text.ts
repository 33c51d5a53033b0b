/**
 * Reader for a web page printed as text: a table cell is a line that begins with a tab.
 *
 *       "\t1)"
 *       "\tКөкшетау қалалық бөлімі"
 *       "\t8 (7162) 25-00-67"
 *
 * becomes a run of three cells. A paragraph begins with no-break spaces and a blank, a heading with nothing.
 * Lines without a tab that follow a cell after a blank line may belong to it or not: the tables step decides.
 */
import type {Block, Cell, CellRun, Line, Root} from '../tree.ts'
import {cellNode, isBlank, lineNode, physicalLines} from './lines.ts'

/** «     1. …»: no-break spaces, then a blank. */
const PARAGRAPH_INDENT = /^\u00a0{3,}[ \u00a0]*/u
/** One tab opens a cell; a blank before it shows that cells of the row were lost. */
const CELL = /^( ?)\t(?!\t)/u

/** Reads HTML printed as text into lines and runs of cells. Never throws. */
export function readHtmlText(source: string): Root {
  const children: Block[] = []
  let run: CellRun | null = null
  let cell: Cell | null = null
  let blank = 0
  const closeCell = (gap: number) => {
    if (cell) cell.gapAfter = gap
  }
  for (const physical of physicalLines(source)) {
    const {text, number} = physical
    const mark = CELL.exec(text)
    if (mark) {
      closeCell(blank)
      const content = text.slice(mark[0].length)
      const lines: Line[] = isBlank(content)
        ? []
        : [lineNode(physical, {value: content, start: physical.start + mark[0].length, indent: 'flush', gap: 0})]
      cell = cellNode(lines, number, {damaged: mark[1] !== ''})
      if (!run) {
        run = {type: 'cell-run', children: [], lines: [number, number]}
        children.push(run)
      }
      run.children.push(cell)
      run.lines[1] = number
      blank = 0
      continue
    }
    if (isBlank(text)) {
      blank++
      continue
    }
    const line = lineNode(physical, {indent: PARAGRAPH_INDENT.test(text) ? 'indented' : 'flush', gap: blank})
    // Directly under a line of a cell: the cell goes on. A leading blank is the mark of a torn-off stamp.
    if (cell && run && blank === 0 && cell.children.length > 0 && line.indent === 'flush' && !text.startsWith(' ')) {
      cell.children.push(line)
      cell.lines[1] = number
      run.lines[1] = number
    } else {
      closeCell(blank)
      run = null
      cell = null
      children.push(line)
    }
    blank = 0
  }
  return {type: 'root', children, format: 'html-text', source, setAside: []}
}
