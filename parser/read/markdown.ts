/**
 * Reader for the Markdown-like text of a PDF converter.
 *
 *       "- 2) осы стандартқа 4-қосымшаға сәйкес өтініш;"   a bullet that the converter added
 *       "1)\tКөкшетау қалалық бөлімі\tАбай көшесі, 142-үй"  a row of a table, cells parted by tabs
 *
 * remark-parse says which characters are marks (bullets, emphasis, heading signs); everything else is text,
 * numbers of points included, although Markdown would call them list markers.
 */
import type {Nodes, Root as MdastRoot} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Block, Line, Root, Row, SetAside, Table} from '../tree.ts'
import {withoutControls} from './characters.ts'
import {cellNode, isBlank, lineNode, physicalLines, type PhysicalLine} from './lines.ts'

/**
 * «\_», «\*»: a sign that the converter protected; «&lt;», «&#171;»: one that it wrote by a reference. Both in one go, for
 * what either yields is text: «\&#60;» is «&#60;», and so is «&amp;#60;».
 */
const WRITTEN = /\\([!-/:-@[-`{-~])|&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/giu
const NAMED_REFERENCES: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'}
/** «----	--	--»: a rule between table parts. */
const RULE = /^(?=.*--)[\s|:*_-]*$/u

const parser = unified().use(remarkParse)

/** Reads Markdown into lines and tables. Never throws. */
export function readMarkdown(source: string): Root {
  const marks = formatMarks(parser.parse(source), source)
  const children: Block[] = []
  const setAside: SetAside[] = []
  let table: Table | null = null
  let blank = 0
  let next = 0
  for (const physical of physicalLines(source)) {
    if (isBlank(physical.text)) {
      blank++
      continue
    }
    let bullet = false
    const removed: SetAside[] = []
    while (next < marks.length && marks[next]!.start < physical.end) {
      const mark = marks[next++]!
      if (mark.start < physical.start) continue
      removed.push(mark)
      if (mark.reason === 'list bullet') bullet = true
    }
    setAside.push(...removed)
    if (physical.text.includes('\t')) {
      const row = readRow(physical, removed, blank, setAside)
      if (!table) {
        table = {type: 'table', children: [], lines: [physical.number, physical.number]}
        children.push(table)
      }
      table.children.push(row)
      table.lines[1] = physical.number
    } else if (RULE.test(physical.text)) {
      setAside.push({start: physical.start, end: physical.end, reason: 'table rule'})
      continue
    } else {
      table = null
      const line = textLine(physical, physical.start, physical.end, removed, blank)
      if (bullet) line.bullet = true
      children.push(line)
    }
    blank = 0
  }
  return {type: 'root', children, format: 'markdown', source, setAside}
}

function readRow(physical: PhysicalLine, removed: readonly SetAside[], gap: number, setAside: SetAside[]): Row {
  const cells = []
  let start = physical.start
  for (const part of physical.text.split('\t')) {
    const end = start + part.length
    const line = textLine(physical, start, end, removed, 0)
    cells.push(cellNode(isBlank(line.value) ? [] : [line], physical.number))
    // «&nbsp;» and marks without text
    if (isBlank(line.value) && !isBlank(part)) setAside.push({start, end, reason: 'format mark'})
    start = end + 1
  }
  return {type: 'row', children: cells, lines: [physical.number, physical.number], gap}
}

function textLine(physical: PhysicalLine, start: number, end: number, removed: readonly SetAside[], gap: number): Line {
  let value = ''
  let from = start
  const base = physical.start
  for (const mark of removed) {
    if (mark.end <= start || mark.start >= end) continue
    value += physical.text.slice(from - base, mark.start - base)
    from = mark.end
  }
  value += physical.text.slice(from - base, end - base)
  const raw = physical.text.slice(start - base, end - base)
  return lineNode(physical, {value: decode(value), raw, start, end, indent: 'unknown', gap})
}

function decode(value: string): string {
  if (!value.includes('\\') && !value.includes('&')) return value
  return value.replace(WRITTEN, (whole, sign: string | undefined, name = '') => {
    if (sign !== undefined) return sign
    const known = NAMED_REFERENCES[name.toLowerCase()]
    if (known) return known
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? withoutControls(String.fromCodePoint(code)) : whole
  })
}

/** The characters that are Markdown and not text, in order. */
function formatMarks(tree: MdastRoot, source: string): SetAside[] {
  const marks: SetAside[] = []
  const add = (start: number, end: number, reason: string) => {
    if (end > start) marks.push({start, end, reason})
  }
  const visit = (node: Nodes) => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (node.type === 'listItem') {
      const mark = /^[-*+](?:[ \t]+|$)/u.exec(source.slice(start, start + 8))
      if (mark) add(start, start + mark[0].length, 'list bullet')
    } else if (node.type === 'heading') {
      const mark = /^#{1,6}[ \t]*/u.exec(source.slice(start, start + 8))
      if (mark) add(start, start + mark[0].length, 'heading mark')
    } else if (node.type === 'emphasis' || node.type === 'strong') {
      const width = node.type === 'strong' ? 2 : 1
      // Underscores are the rules of a blank, not emphasis.
      if (source[start] === '*') {
        add(start, start + width, 'emphasis mark')
        add(end - width, end, 'emphasis mark')
      }
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return marks.sort((a, b) => a.start - b.start)
}
