/**
 * Lines of a blank as rows of words and marks.
 *
 *       "(тегі, аты, әкесінің аты, туған жылы)______________________________________"
 *       "_ _ _ _"
 *       "Қосымша: 1. -----"
 *
 * become a caption row and a row with one rule (its letter-spaced end joined); a text row and a row with marker «1.».
 */
import {foldSpace, type Block, type CellRun, type Line, type SourceFormat, type Table} from '../tree.ts'
import {hasRule, readMarks, type Mark} from './marks.ts'

/** One field of the blank while it is being read. */
export interface Slot {
  label: string
  type: 'text' | 'multiline' | 'date' | 'signature' | 'table' | 'checkbox' | 'stamp'
  line: number
  hint?: string
  columns?: string[]
  rows?: number
  options?: string[]
  /** Who signs, for the captions of a block of signatures: part of the label and of the name. */
  party?: string
  name: string
}

export type Item = Mark & {slot?: Slot; caption?: string}

export interface Row {
  kind: 'words' | 'caption' | 'table'
  /** `words`: what stands in the row. */
  items: Item[]
  /** `words`: «1.», «2)» before everything else. */
  marker: string | null
  /** `caption`: the words in brackets, one or several next to each other. */
  captions: string[]
  /** `caption`: rules printed between the lines of the caption. */
  inside: number
  /** `caption`: its lines, cut where those rules stand. */
  captionParts: string[]
  table: Table | CellRun | null
  /** First and last source line. */
  lines: [number, number]
  indented: boolean
  /** Stands apart from the row before: another paragraph. */
  apart: boolean
  /** A gap that a reader sees: other blocks before and after. */
  blank: boolean
  /** Blank lines before the row in the source. */
  gap: number
  /** The source no longer knows how long a rule was. */
  widthLost: boolean
}

/** «1.», «2)», «6. », «2 » before a rule; «1. Жеке куәліктің көшірмесін» */
const MARKER = /^\s*(?<marker>\d{1,2} ?[.)])\s*(?=\S|$)/u
/** «2 ____»: the dot is lost. */
const BARE_MARKER = /^\s*(?<marker>\d{1,2})\s+(?=_)/u
/** «20__ ж.» is no marker. */
const YEAR = /^\s*(?:19|20) ?_/u
/** «Қосымша: 1. -----»: a list begins behind its heading. */
const LIST_IN_LINE = /^(?<heading>[^_:]{3,80}:)\s*(?<item>\d{1,2} ?[.)]\s*(?:_+|-{3,})\s*)$/u
/** «(тегі, аты)_____»: the caption of the rule above, then the next rule. */
const CAPTION_THEN_RULE = /^(?<caption>\s*\([^_]*\)\s*)(?<rule>_+\s*)$/u
/** Blank lines at the end of a printed page (PDF text), which the readers leave out of a line's gap. */
const PAGE_BREAK = 3
/** How many lines a caption in brackets may take. */
const LONGEST_CAPTION = 8

/** Rows from the blocks of a blank, in order; nothing is dropped. */
export function readRows(blocks: readonly Block[], format: SourceFormat): Row[] {
  const rows: Row[] = []
  const lines: Piece[] = []
  const flush = () => {
    rows.push(...lineRows(lines, format))
    lines.length = 0
  }
  for (const block of blocks) {
    if (block.type === 'line') lines.push(...cut(block))
    else {
      flush()
      rows.push({...emptyRow(), kind: 'table', table: block, lines: block.lines, apart: true, blank: true})
    }
  }
  flush()
  if (rows[0]) rows[0] = {...rows[0], apart: true, blank: true}
  return rows
}

interface Piece {
  text: string
  line: Line
  gap: number
}

function cut(line: Line): Piece[] {
  const text = line.value.replaceAll('\u00a0', ' ')
  const list = LIST_IN_LINE.exec(text)?.groups
  if (list)
    return [
      {text: list['heading']!, line, gap: line.gap},
      {text: list['item']!, line, gap: 0},
    ]
  const caption = CAPTION_THEN_RULE.exec(text)?.groups
  if (caption && depth(caption['caption']!) === 0)
    return [
      {text: caption['caption']!, line, gap: line.gap},
      {text: caption['rule']!, line, gap: 0},
    ]
  return [{text, line, gap: line.gap}]
}

function lineRows(pieces: readonly Piece[], format: SourceFormat): Row[] {
  const rows: Row[] = []
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!
    if (foldSpace(piece.text) === '') continue
    const caption = readCaption(pieces, index, format)
    if (caption) {
      rows.push({
        ...place(pieces.slice(index, caption.next), format),
        kind: 'caption',
        captions: caption.captions,
        inside: caption.inside,
        captionParts: caption.parts,
      })
      index = caption.next - 1
      continue
    }
    const row: Row = {...place([piece], format), ...readItems(piece.text)}
    const last = rows.at(-1)
    // «_ _ _ _» alone: the end of the rule above, which did not fit into its line.
    if (last && /^\s*_(?: _)+\s*$/u.test(piece.text) && isRule(last.items.at(-1)) && row.items.length === 1) {
      const rule = last.items.at(-1)
      if (rule?.kind === 'gap') rule.width += (row.items[0] as {width: number}).width
      last.lines[1] = row.lines[1]
      continue
    }
    rows.push(row)
  }
  return rows
}

function readItems(text: string): Pick<Row, 'items' | 'marker'> {
  const mark = YEAR.test(text) ? null : (MARKER.exec(text) ?? BARE_MARKER.exec(text))
  const rest = mark ? text.slice(mark[0].length) : text
  return {
    marker: mark?.groups?.['marker']?.replaceAll(' ', '') ?? null,
    items: readMarks(rest.trim()).filter((item) => item.kind !== 'text' || item.value.trim() !== ''),
  }
}

/**
 * A caption: words wholly in brackets, over one line or several, with the rules that stand between its lines.
 * «(бөлімінің) бастығына» is none.
 */
function readCaption(
  pieces: readonly Piece[],
  from: number,
  format: SourceFormat,
): {captions: string[]; inside: number; parts: string[]; next: number} | null {
  if (!/^\s*\(/u.test(pieces[from]!.text)) return null
  let text = ''
  let inside = 0
  const parts = ['']
  for (let next = from; next < pieces.length && next < from + LONGEST_CAPTION; next++) {
    const line = pieces[next]!.text
    if (/^[\s_]+$/u.test(line) && hasRule(line)) {
      inside++
      parts.push('')
      continue
    }
    if (hasRule(line)) return null
    text += `${text === '' ? '' : ' '}${line.trim()}`
    parts.push(foldSpace(`${parts.pop() ?? ''} ${line}`))
    // A bracket that is never closed ends with its paragraph.
    const after = pieces[next + 1]
    if (
      depth(text) === 1 &&
      (from === 0 || isBlankBefore(pieces[from]!, format)) &&
      (after === undefined || isBlankBefore(after, format))
    ) {
      text += ')'
      parts.push(`${parts.pop() ?? ''})`)
    }
    if (depth(text) > 0) continue
    const captions = groups(text)
    return captions ? {captions, inside, parts, next: next + 1} : null
  }
  return null
}

/** Brackets opened and not closed. */
export function depth(text: string): number {
  return (text.match(/\(/gu)?.length ?? 0) - (text.match(/\)/gu)?.length ?? 0)
}

/** «(қолы)   (тегі, аты)» → both without their brackets; null where words stand outside brackets. */
function groups(text: string): string[] | null {
  const found: string[] = []
  let level = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '(') {
      if (level === 0) start = at + 1
      level++
    } else if (character === ')') {
      level--
      if (level === 0) found.push(foldSpace(text.slice(start, at)))
    } else if (level === 0 && !/[\s.,;:]/u.test(character)) return null
  }
  return found.length > 0 ? found : null
}

function place(pieces: readonly Piece[], format: SourceFormat): Row {
  const first = pieces[0]!
  const last = pieces.at(-1)!
  return {
    ...emptyRow(),
    lines: [first.line.number, last.line.number],
    indented: first.line.indent === 'indented',
    apart: isApart(first, format),
    blank: isBlankBefore(first, format),
    gap: first.gap + (first.line.pageBreak ? PAGE_BREAK : 0),
    widthLost: format === 'markdown',
  }
}

/** HTML printed as text leaves one blank line between the lines of a paragraph and none between paragraphs. */
function isApart({line, gap}: Piece, format: SourceFormat): boolean {
  if (line.indent === 'indented') return true
  return format === 'html-text' ? gap !== 1 : gap >= 1
}

function isBlankBefore({gap}: Piece, format: SourceFormat): boolean {
  return format === 'html-text' ? gap >= 2 : gap >= 1
}

export function emptyRow(): Row {
  return {
    kind: 'words',
    items: [],
    marker: null,
    captions: [],
    inside: 0,
    captionParts: [],
    table: null,
    lines: [0, 0],
    indented: false,
    apart: false,
    blank: false,
    gap: 0,
    widthLost: false,
  }
}

/** True for something to write on: a rule or a date. */
export function isRule(item: Item | undefined): boolean {
  return item !== undefined && item.kind !== 'text' && item.kind !== 'stamp'
}

/** The words of a row, without its marks, white space folded. */
export function rowWords(row: Row): string {
  return foldSpace(row.items.map((item) => (item.kind === 'text' ? item.value : ' ')).join(''))
}

/** The row as printed, marker and rules included. */
export function rowPrinted(row: Row): string {
  if (row.kind === 'caption') return row.captions.map((caption) => `(${caption})`).join(' ')
  return foldSpace(`${row.marker ?? ''} ${row.items.map((item) => (item.kind === 'text' ? item.value : item.printed)).join('')}`)
}

/** A row with nothing but one rule: «______;». */
export function isRuleOnly(row: Row): boolean {
  return (
    row.kind === 'words' &&
    row.items.filter((item) => item.kind === 'gap').length === 1 &&
    row.items.every((item) => item.kind === 'gap' || (item.kind === 'text' && !/[\p{L}\p{N}/]/u.test(item.value)))
  )
}
