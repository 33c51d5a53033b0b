/**
 * Reader for web pages as the official legal database publishes acts: headings, paragraphs, tables, anchors.
 *
 *       <h3>1. Жалпы ережелер</h3>
 *       <p id="z12">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; 2. Көрсетілетін мемлекеттік қызмет нысаны: <b>ішінара</b> автоматтандырылған.</p>
 *
 * becomes two lines: a flush one (heading), and an indented one (it opens a paragraph) that reads through the
 * marks. Every character of the page is either in a line, or set aside with a reason: marks, the blanks
 * between them, scripts and styles, the menus around the act.
 */
import {load} from 'cheerio'
import {foldSpace} from '../tree.ts'
import type {Block, Cell, Line, Root, Row, SetAside, Table} from '../tree.ts'
import {withoutControls} from './characters.ts'
import {cellNode, isBlank, lineNode, physicalLines} from './lines.ts'

/** What is used here of the nodes that cheerio's parser yields. */
interface DomText {
  type: string
  data: string
  sourceCodeLocation?: {startOffset: number; endOffset: number} | null
}
interface DomElement {
  type: string
  name: string
  attribs: Record<string, string>
  children: DomNode[]
  sourceCodeLocation?: {startLine: number; endTag?: unknown} | null
}
type DomNode = DomText | DomElement | {type: string}

/** Elements whose text is not part of an act, and why. */
const SET_ASIDE: Record<string, string> = {
  script: 'script',
  noscript: 'script',
  template: 'script',
  iframe: 'script',
  object: 'script',
  canvas: 'script',
  style: 'style sheet',
  title: 'page head',
  svg: 'picture',
  math: 'picture',
  nav: 'page furniture',
  footer: 'page furniture',
  aside: 'page furniture',
  form: 'page furniture',
  button: 'page furniture',
  select: 'page furniture',
  textarea: 'page furniture',
  datalist: 'page furniture',
}
/** These run to the end of the page when their end tag is missing: then they are read as text. */
const NEEDS_END_TAG = new Set(['nav', 'footer', 'aside', 'form'])
/** `class="top-menu"`, `id="breadcrumbs"`: the frame that the site puts around an act. */
const FURNITURE_NAME =
  /(?:^|[-_\s])(?:menu|nav|navbar|navigation|breadcrumbs?|tabs?|toolbar|share|social|search|footer|sidebar|banner|cookies?|pagination)(?:$|[-_\s])/iu
const FURNITURE_ELEMENTS = new Set(['div', 'ul', 'ol', 'section', 'header'])
/** A frame is never the act itself: an element longer than this is read whatever its name. */
const FURNITURE_LENGTH = 4000
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/iu

const BLOCKS = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])
const HEADING = /^(?:h[1-6]|center|caption|legend|summary|figcaption|hgroup)$/u
const PARAGRAPH = /^(?:p|li|dd|blockquote|pre)$/u
/** `align="right"`, `style="text-align: center"`, `class="center"`: a title, a stamp, a caption. */
const ALIGNED_ASIDE = /(?:^|[\s:;"-])(?:right|center|centre)(?:$|[\s;"-])/iu
const PARAGRAPH_INDENT = /^[ \t\r\n\f]*\u00a0{3,}/u
const COLLAPSIBLE = /[ \t\r\n\f]+/gu
const NOT_SPACE = /[^ \t\r\n\f]/u
const OPEN_REFERENCE = /&#?\w*$/u
const REST_OF_REFERENCE = /^#?\w*;/u
const LONGEST_REFERENCE = 32
const MAX_SPAN = 1000
/** Opening and closing tags of elements that an HTML parser looks for through all that are open. */
const NESTING = /<(\/?)(table|div|center|ul|ol|dl|blockquote|section|article|main|form|fieldset|details|pre)(?![\w-])/giu
const DEEPEST = 5000
const DEEPEST_TABLES = 500
/** Scripts, styles, comments and tags, without a tree. */
const MARKUP = /<(script|style)(?![\w-])[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)/giu
/** A table without rules that has no more rows than this may be a layout: a stamp at the right, a signature. */
const LAYOUT_ROWS = 4

/** A stretch of text with its place in the source; the value is shorter where the source has character references. */
interface Piece {
  value: string
  start: number
  end: number
}

/** How running text is set where the reader stands. */
interface Setting {
  /** In a heading, a caption, a centred or right-aligned part. */
  aside: boolean
  /** In a paragraph: its lines are indented without blanks of their own. */
  paragraph: boolean
  preformatted: boolean
}

const PLAIN: Setting = {aside: false, paragraph: false, preformatted: false}

/** Reads a page (or a fragment of one) into lines and tables. Never throws on any text. */
export function readHtml(source: string): Root {
  const page = isTooDeep(source) ? readWithoutTree(source) : new PageReader(source)
  return {type: 'root', children: page.blocks, format: 'html', source, setAside: page.setAside}
}

/** Parsing time grows with the square of the depth: no page of the database comes near such depths, an attack does. */
function isTooDeep(source: string): boolean {
  let depth = 0
  let tables = 0
  for (const [, closing, name] of source.matchAll(NESTING)) {
    const step = closing ? -1 : 1
    depth = Math.max(0, depth + step)
    if (name!.toLowerCase() === 'table') tables = Math.max(0, tables + step)
    if (depth > DEEPEST || tables > DEEPEST_TABLES) return true
  }
  return false
}

/** The text between tags, line by line: all that can be had of a page that is too deep to be parsed. */
function readWithoutTree(source: string): {blocks: Block[]; setAside: SetAside[]} {
  const blocks: Block[] = []
  const setAside: SetAside[] = []
  let at = 0
  const text = (end: number) => {
    for (const physical of physicalLines(source.slice(at, end))) {
      const start = at + physical.start
      const stop = at + physical.end
      if (isBlank(physical.text)) continue
      blocks.push(lineNode({...physical, number: number + physical.number - 1, start, end: stop}, {indent: 'unknown', gap: 0}))
    }
    number += lineFeeds(source, at, end)
  }
  let number = 1
  for (const mark of source.matchAll(MARKUP)) {
    text(mark.index)
    at = mark.index + mark[0].length
    number += lineFeeds(source, mark.index, at)
    setAside.push({start: mark.index, end: at, reason: 'markup'})
  }
  text(source.length)
  return {blocks, setAside}
}

function lineFeeds(source: string, from: number, to: number): number {
  return source.slice(from, to).split('\n').length - 1
}

class PageReader {
  readonly blocks: Block[]
  readonly setAside: SetAside[] = []
  private readonly source: string
  private readonly lineStarts: number[]
  /** Every stretch of text that the page shows or hides. */
  private readonly seen: Piece[] = []

  constructor(source: string) {
    this.source = source
    this.lineStarts = lineStarts(source)
    const $ = load(source, {sourceCodeLocationInfo: true, scriptingEnabled: true})
    const roots: readonly DomNode[] = $.root().toArray()[0]!.children
    const flow = new Flow(this.lineAt)
    this.read(roots, flow, PLAIN, false)
    this.blocks = flow.finish()
    this.accountForTheRest()
  }

  private readonly lineAt = (offset: number): number => {
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.lineStarts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /** Walks nodes in document order without recursion: hostile pages nest thousands deep. */
  private read(nodes: readonly DomNode[], flow: Flow, setting: Setting, inCell: boolean): void {
    type Step = {node: DomNode; setting: Setting} | {leave: true}
    const steps: Step[] = []
    const push = (children: readonly DomNode[], inner: Setting) => {
      for (let index = children.length - 1; index >= 0; index--) steps.push({node: children[index]!, setting: inner})
    }
    push(nodes, setting)
    while (steps.length > 0) {
      const step = steps.pop()!
      if ('leave' in step) {
        flow.endBlock()
        continue
      }
      const {node, setting: outer} = step
      if (isText(node)) {
        for (const piece of this.pieces(node)) {
          this.seen.push(piece)
          flow.add(piece, outer)
        }
        continue
      }
      if (!isElement(node)) continue
      const reason = setAsideReason(node)
      if (reason) {
        this.remove(node, reason)
        continue
      }
      const name = node.name
      if (name === 'br') {
        flow.lineBreak()
      } else if (name === 'table' && !inCell) {
        flow.endBlock()
        this.readTable(node, flow, outer, push)
        continue
      } else if (BLOCKS.has(name)) {
        flow.beginBlock(name === 'p' || name === 'hr' || HEADING.test(name))
        steps.push({leave: true})
        push(node.children, {
          aside: outer.aside || HEADING.test(name) || alignedAside(node),
          paragraph: outer.paragraph || PARAGRAPH.test(name),
          preformatted: outer.preformatted || name === 'pre',
        })
      } else {
        push(node.children, outer)
      }
    }
    flow.endBlock()
  }

  private readTable(table: DomElement, flow: Flow, setting: Setting, push: (children: readonly DomNode[], inner: Setting) => void): void {
    const rows = tableRows(table)
    const captions = table.children.filter((child): child is DomElement => isElement(child) && child.name === 'caption')
    const layout = layoutOf(table, rows)
    if (layout === 'flow') {
      push(table.children, {...setting, aside: true})
      return
    }
    for (const caption of captions) this.read([caption], flow, {...setting, aside: true}, false)
    const children = rows.map((row) => this.readRow(row))
    if (layout === 'columns') {
      for (const row of children) for (const line of sideBySide(row)) flow.blocks.push(line)
      return
    }
    if (children.length === 0) return
    const block: Table = {
      type: 'table',
      children,
      lines: [children[0]!.lines[0], children.reduce((last, row) => Math.max(last, row.lines[1]), 0)],
    }
    flow.blocks.push(block)
  }

  private readRow(row: DomElement): Row {
    const cells = row.children.filter((child): child is DomElement => isElement(child) && (child.name === 'td' || child.name === 'th'))
    const at = this.lineOf(row)
    const children = cells.map((cell) => this.readCell(cell, at))
    const lines: [number, number] = [children[0]?.lines[0] ?? at, Math.max(at, ...children.map((cell) => cell.lines[1]))]
    return {type: 'row', children, lines, gap: 0}
  }

  private readCell(cell: DomElement, rowLine: number): Cell {
    const flow = new Flow(this.lineAt)
    this.read(cell.children, flow, {...PLAIN, aside: true}, true)
    const lines = flow.finish().filter((block): block is Line => block.type === 'line')
    const at = this.lineOf(cell, rowLine)
    const node = cellNode(lines, at, {colspan: span(cell, 'colspan'), rowspan: span(cell, 'rowspan')})
    const last = lines.at(-1)
    if (last) node.lines = [Math.min(at, lines[0]!.number), this.lineAt(Math.max(last.start, last.end - 1))]
    return node
  }

  private lineOf(element: DomElement, otherwise = 1): number {
    return element.sourceCodeLocation?.startLine ?? otherwise
  }

  /** The text of a node, cut where the parser joined texts that stand apart in the source. */
  private pieces(node: DomText): Piece[] {
    const value = node.data
    const at = node.sourceCodeLocation
    if (!at || value === '') return []
    const start = this.startOfReference(at.startOffset)
    const end = at.endOffset
    const raw = this.source.slice(start, end)
    if (raw.length === value.length || !raw.includes('<')) return [{value, start, end}]
    // Text between table tags is moved before the table and joined: «<table>а<tr>…</tr>б» gives one node «аб».
    const pieces: Piece[] = []
    let rest = value
    let offset = start
    for (const part of raw.split(/(<[^>]*>?)/u)) {
      if (rest !== '' && part !== '' && !part.startsWith('<')) {
        const taken = part.includes('&') ? rest.length : part.length
        if (part.includes('&') || rest.startsWith(part)) {
          pieces.push({value: rest.slice(0, taken), start: offset, end: offset + part.length})
          rest = rest.slice(taken)
        }
      }
      offset += part.length
    }
    return rest === '' ? pieces : [{value, start, end}]
  }

  /** After dropped blanks the parser places the start of a text inside its first character reference: «&nbsp|;». */
  private startOfReference(start: number): number {
    const opened = OPEN_REFERENCE.exec(this.source.slice(Math.max(0, start - LONGEST_REFERENCE), start))
    return opened && REST_OF_REFERENCE.test(this.source.slice(start, start + LONGEST_REFERENCE)) ? start - opened[0].length : start
  }

  private remove(element: DomElement, reason: string): void {
    for (const text of textNodes(element)) {
      for (const piece of this.pieces(text)) {
        this.seen.push(piece)
        this.setAside.push({start: piece.start, end: piece.end, reason})
      }
    }
  }

  /** Whatever is not text is a mark; whatever text shows nothing is white space. */
  private accountForTheRest(): void {
    const taken = [...this.setAside]
    for (const block of this.blocks) for (const line of linesOf(block)) taken.push({start: line.start, end: line.end, reason: ''})
    const pieces = [...this.seen].sort((a, b) => a.start - b.start)
    let at = 0
    for (const piece of pieces) {
      if (piece.start > at) this.setAside.push({start: at, end: piece.start, reason: 'markup'})
      at = Math.max(at, piece.end)
    }
    if (at < this.source.length) this.setAside.push({start: at, end: this.source.length, reason: 'markup'})
    taken.sort((a, b) => a.start - b.start)
    let next = 0
    let covered = 0
    for (const piece of pieces) {
      let from = piece.start
      while (from < piece.end) {
        while (next < taken.length && taken[next]!.start <= from) covered = Math.max(covered, taken[next++]!.end)
        if (covered > from) {
          from = covered
          continue
        }
        const to = Math.min(piece.end, taken[next]?.start ?? piece.end)
        this.setAsideSpace(from, to)
        from = to
      }
    }
    this.setAside.sort((a, b) => a.start - b.start || a.end - b.end)
  }

  /** Only blanks are set aside here: text that no line took up must show in the coverage. */
  private setAsideSpace(start: number, end: number): void {
    const text = this.source.slice(start, end).replace(/&(?:nbsp|#160|#xa0);?/giu, (reference) => ' '.repeat(reference.length))
    for (const blank of text.matchAll(/[\s\u00a0\u200b\ufeff]+/gu)) {
      this.setAside.push({start: start + blank.index, end: start + blank.index + blank[0].length, reason: 'white space'})
    }
  }
}

/** Running text gathered into lines. */
class Flow {
  readonly blocks: Block[] = []
  private value = ''
  private raw = ''
  private start = -1
  private end = -1
  private setting = PLAIN
  private gap = 0
  /** True while the lines of one paragraph are read, and how its first line was set. */
  private firstOfBlock = true
  private firstHadIndent = false
  private readonly lineAt: (offset: number) => number

  constructor(lineAt: (offset: number) => number) {
    this.lineAt = lineAt
  }

  add(piece: Piece, setting: Setting): void {
    if (setting.preformatted && piece.value.includes('\n')) {
      this.addPreformatted(piece, setting)
      return
    }
    const space = this.value === '' || this.value.endsWith(' ')
    let text = setting.preformatted ? piece.value : piece.value.replace(COLLAPSIBLE, ' ')
    if (space && text.startsWith(' ') && !setting.preformatted) text = text.slice(1)
    if (text === '') return
    if (this.start === -1) {
      const first = piece.value.search(NOT_SPACE)
      // Character references make the value shorter than the source: then the whole piece is the place.
      this.start = piece.value.length === piece.end - piece.start ? piece.start + Math.max(0, first) : piece.start
      this.setting = setting
    }
    this.value += text
    this.raw += piece.value
    this.end = piece.end
  }

  private addPreformatted(piece: Piece, setting: Setting): void {
    const exact = piece.value.length === piece.end - piece.start
    let offset = 0
    piece.value.split('\n').forEach((part, index) => {
      if (index > 0) this.lineBreak()
      const start = exact ? piece.start + offset : piece.start
      if (part !== '') this.add({value: part, start, end: exact ? start + part.length : piece.end}, setting)
      offset += part.length + 1
    })
  }

  lineBreak(): void {
    if (!this.emit()) this.gap++
  }

  beginBlock(paragraph: boolean): void {
    this.endBlock()
    if (paragraph) this.gap++
  }

  endBlock(): void {
    this.emit()
    this.firstOfBlock = true
    this.firstHadIndent = false
  }

  /** The blocks as they stand in the source: text between table tags is moved before its table by the HTML parser. */
  finish(): Block[] {
    this.endBlock()
    return inSourceOrder(this.blocks)
  }

  /** Closes the line; false when it showed nothing. */
  private emit(): boolean {
    const {value, raw, start, end} = this
    this.value = ''
    this.raw = ''
    this.start = -1
    if (start === -1 || foldSpace(value) === '') return false
    const hasIndent = PARAGRAPH_INDENT.test(value)
    // A line after <br> goes on from the one before, unless the paragraph marks its beginnings with blanks.
    const opens = this.firstOfBlock || hasIndent || !this.firstHadIndent
    if (this.firstOfBlock) this.firstHadIndent = hasIndent
    const indent = !this.setting.aside && opens && (this.setting.paragraph || hasIndent) ? 'indented' : 'flush'
    this.blocks.push({
      type: 'line',
      value: withoutControls(value.trimEnd()),
      raw,
      number: this.lineAt(start),
      start,
      end,
      indent,
      gap: this.blocks.length > 0 ? this.gap : 0,
      pageBreak: false,
    })
    this.firstOfBlock = false
    this.gap = 0
    return true
  }
}

function inSourceOrder(blocks: Block[]): Block[] {
  let last = 0
  const placed = blocks.map((block) => ({block, start: (last = block.type === 'line' ? block.start : (linesOf(block)[0]?.start ?? last))}))
  const moved = placed.some(({start}, index) => index > 0 && start < placed[index - 1]!.start)
  return moved ? placed.sort((a, b) => a.start - b.start).map(({block}) => block) : blocks
}

/** Rows of the table itself, not of tables inside it. */
function tableRows(table: DomElement): DomElement[] {
  const rows: DomElement[] = []
  for (const child of table.children) {
    if (!isElement(child)) continue
    if (child.name === 'tr') rows.push(child)
    else if (/^t(?:body|head|foot)$/u.test(child.name))
      for (const row of child.children) if (isElement(row) && row.name === 'tr') rows.push(row)
  }
  return rows
}

/**
 * What a table is for.
 *
 * 1. `flow`: it only puts text in its place: no row holds more than one text («<td></td><td>1-қосымша</td>»), or tables stand in it.
 * 2. `columns`: one row without rules, two texts side by side: office and name of the signatory.
 * 3. `data`: a table.
 */
function layoutOf(table: DomElement, rows: readonly DomElement[]): 'flow' | 'columns' | 'data' {
  const texts = rows.map((row) => row.children.filter((cell) => isElement(cell) && hasText(cell)).length)
  const widest = Math.max(0, ...texts)
  if (widest <= 1 && (holdsTable(table) || (rows.length <= LAYOUT_ROWS && !isRuled(table)))) return 'flow'
  if (rows.length === 1 && widest === 2 && !isRuled(table)) return 'columns'
  return 'data'
}

function isRuled(table: DomElement): boolean {
  const border = table.attribs['border']
  if (border !== undefined && border.trim() !== '0') return true
  if (/border(?:\s*-[a-z-]+)?\s*:\s*(?!0|none)/iu.test(table.attribs['style'] ?? '')) return true
  const steps: DomNode[] = [...table.children]
  while (steps.length > 0) {
    const node = steps.pop()!
    if (!isElement(node) || node.name === 'table') continue
    if (node.name === 'th' || /border(?:\s*-[a-z-]+)?\s*:\s*(?!0|none)/iu.test(node.attribs['style'] ?? '')) return true
    if (node.name !== 'td') for (const child of node.children) steps.push(child)
  }
  return false
}

/** «Премьер-Министрі» | «К. Мәсімов»: the last line of the left column and the first of the right are one. */
function sideBySide(row: Row): Line[] {
  const [left = [], ...others] = row.children.map((cell) => cell.children).filter((lines) => lines.length > 0)
  const right = others.flat()
  const last = left.at(-1)
  const first = right[0]
  if (!last || !first || first.start < last.end) return [...left, ...right]
  const joined: Line = {
    ...last,
    value: `${last.value.trimEnd()}   ${first.value.trimStart()}`,
    raw: `${last.raw}   ${first.raw}`,
    end: first.end,
  }
  return [...left.slice(0, -1), joined, ...right.slice(1)]
}

function setAsideReason(element: DomElement): string | null {
  const {name, attribs} = element
  const reason = SET_ASIDE[name]
  const closed = Boolean(element.sourceCodeLocation?.endTag)
  if (reason && (closed || !NEEDS_END_TAG.has(name))) return holdsAct(element, reason) ? null : reason
  if (attribs['hidden'] !== undefined || HIDDEN.test(attribs['style'] ?? '')) return 'hidden text'
  if (closed && FURNITURE_ELEMENTS.has(name) && FURNITURE_NAME.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`)) {
    return holdsAct(element, 'page furniture') ? null : 'page furniture'
  }
  return null
}

/** A page may wrap everything in one `<form>` or `<div class="tabs">`. */
function holdsAct(element: DomElement, reason: string): boolean {
  if (reason !== 'page furniture') return false
  let length = 0
  for (const text of textNodes(element)) {
    length += text.data.trim().length
    if (length > FURNITURE_LENGTH) return true
  }
  return false
}

function alignedAside(element: DomElement): boolean {
  const {align = '', style = '', class: classes = ''} = element.attribs
  return ALIGNED_ASIDE.test(align) || /text-align\s*:\s*(?:right|center)/iu.test(style) || ALIGNED_ASIDE.test(classes)
}

function span(cell: DomElement, attribute: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attribs[attribute] ?? '1', 10)
  return Number.isFinite(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1
}

function hasText(element: DomElement): boolean {
  for (const text of textNodes(element)) if (foldSpace(text.data) !== '') return true
  return false
}

function holdsTable(element: DomElement): boolean {
  const steps: DomNode[] = [...element.children]
  while (steps.length > 0) {
    const node = steps.pop()!
    if (!isElement(node)) continue
    if (node.name === 'table') return true
    for (const child of node.children) steps.push(child)
  }
  return false
}

/** Every text under an element, in order, without recursion. */
function* textNodes(element: DomElement): Generator<DomText> {
  const steps: DomNode[] = [...element.children].reverse()
  while (steps.length > 0) {
    const node = steps.pop()!
    if (isText(node)) yield node
    else if (isElement(node)) for (let index = node.children.length - 1; index >= 0; index--) steps.push(node.children[index]!)
  }
}

function isElement(node: DomNode): node is DomElement {
  return 'attribs' in node
}

function isText(node: DomNode): node is DomText {
  return node.type === 'text'
}

function linesOf(block: Block): Line[] {
  if (block.type === 'line') return [block]
  if (block.type === 'cell-run') return block.children.flatMap((cell) => cell.children)
  return block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
