/**
 * An act as something that can be changed in place.
 *
 * Each paragraph, heading and table row knows the stretch of source it came from. A change touches that stretch and
 * nothing else, so what an amending act does not speak of stays as it is, to the byte.
 */
import {linesOf} from '../coverage.ts'
import {parse, readTree, type Knowledge, type ParsedSource, type SourceInput} from '../index.ts'
import type {Annex, Standard} from '../model/index.ts'
import {isNote, takeNotes} from '../structure/note.ts'
import {readOutline, type AnnexPart, type AttachmentPart, type StandardPart} from '../structure/outline.ts'
import {toParagraphs, type Paragraph} from '../structure/paragraphs.ts'
import {readPoints} from '../structure/point.ts'
import {readResolution} from '../structure/resolution.ts'
import {blockLines, foldSpace, type Block, type Line, type SourceFormat} from '../tree.ts'
import {tableOf} from './tables.ts'

export type Role = 'title' | 'requisites' | 'note' | 'heading' | 'preamble' | 'point' | 'other' | 'caption' | 'line' | 'cell'

export interface Para {
  text: string
  role: Role
  /** Number of the point it belongs to. */
  point: string | null
  lines: [number, number]
  /** Where it stands in the source; null for one that is new. */
  span: [number, number] | null
  state: 'kept' | 'changed' | 'gone' | 'new'
  indent: Line['indent']
}

export interface RowState {
  number: string
  cells: string[]
  inherited: number[]
  lines: [number, number]
  group: number
  state: 'kept' | 'changed' | 'gone' | 'new'
}

export interface TableState {
  kind: 'offices' | 'indicators'
  /** Whether the number of a row has a column of its own; else it is only what the row is called by. */
  numbered: boolean
  columns: string[]
  /** By group; those behind the groups of the source are new. */
  headings: (string | null)[]
  /** The groups in printed order. */
  order: number[]
  rows: RowState[]
}

export interface AnnexState {
  number: number
  model: Annex
  part: AnnexPart
  /** Caption and lines; the cells of a table that is read as rows are in `table`. */
  paras: Para[]
  table: TableState | null
  range: [number, number]
  state: 'kept' | 'gone' | 'replaced'
  /** Source text in the place of the whole annex below its caption. */
  replacement: string | null
  touched: boolean
}

export interface StandardState {
  kind: 'standard'
  id: string
  model: Standard
  part: StandardPart
  paras: Para[]
  annexes: AnnexState[]
  range: [number, number]
  state: 'kept' | 'replaced' | 'excluded'
  replacement: Transplant | null
  /** Annexes that are added behind the last, as source text. */
  added: {number: number; text: string}[]
}

/** A standard as text of the base's format, without a stamp. */
export interface Transplant {
  title: string
  body: string
  /** What it reads as in the amending act. */
  model: Standard
  sameFormat: boolean
  /** The number of the annex of the act that it becomes, where one is named. */
  number?: number
}

export interface ActState {
  kind: 'act'
  paras: Para[]
}

export interface AttachmentState {
  kind: 'attachment'
  part: AttachmentPart
  number: number | null
  title: string
  paras: Para[]
}

export interface ActDocument {
  file: string
  source: string
  format: SourceFormat
  parsed: ParsedSource
  act: ActState
  /** The points of act and attachments as paragraphs: what instructions are read from. */
  points: Paragraph[][]
  attachments: AttachmentState[]
  standards: StandardState[]
  /** Standards that are added behind the last, as source text. */
  added: Transplant[]
  /** Places that an instruction has restated: no other may do so again. */
  restated: string[]
  /** Offsets at which the physical lines begin. */
  lineStarts: number[]
}

/**
 * Opens a source for changing; null where its format can't be told or it is no resolution.
 *
 * @param parsed what `parse` made of it with the same knowledge, where that is known already
 */
export function openDocument(input: SourceInput, knowledge: Knowledge, parsed: ParsedSource = parse(input, knowledge)): ActDocument | null {
  const read = readTree(input, knowledge)
  if (!read) return null
  const {tree, file, words, format} = read
  const outline = readOutline(tree)
  const lineStarts = startsOf(tree.source)
  const paragraphsOf = (blocks: readonly Block[], byRow = false) => toParagraphs(blocks, format, words, file, byRow)
  const actParagraphs = paragraphsOf(outline.act)
  const reading = readResolution(actParagraphs)
  const points: Paragraph[][] = []
  const attachments: AttachmentState[] = []
  const standards: StandardState[] = []
  for (const part of outline.parts) {
    if (part.kind === 'attachment') {
      const paragraphs = paragraphsOf(part.body, true)
      const own = readPoints(paragraphs, (paragraph) => format === 'markdown' || paragraph.indent === 'indented')
      points.push(...own.paragraphs)
      const [title, ...rest] = own.before
      attachments.push({
        kind: 'attachment',
        part,
        number: part.annexNumber,
        title: title?.text ?? '',
        paras: [
          ...(title ? [para(title, 'title')] : []),
          ...rest.map((paragraph) => para(paragraph, 'other')),
          ...own.paragraphs.flatMap((group, index) => group.map((paragraph) => para(paragraph, 'point', own.points[index]!.number))),
        ],
      })
      continue
    }
    const first = part.stamp[0]?.number ?? blockLines([...part.titleLines, ...part.body])[0]
    const model = parsed.standards.find((standard) => standard.lines[0] === first && standard.title === part.title)
    if (model) standards.push(standardState(part, model, paragraphsOf(part.body), tree.source, lineStarts))
  }
  points.push(...reading.pointParagraphs)
  const pointOf = new Map(
    reading.pointParagraphs.flatMap((group, index) => group.map((paragraph) => [paragraph, reading.points[index]!.number] as const)),
  )
  const preamble = new Set(reading.preamble.split('\n'))
  const titles = actParagraphs.filter(({text}) => text === reading.title)
  const act: ActState = {
    kind: 'act',
    paras: actParagraphs.map((paragraph) => {
      const number = pointOf.get(paragraph)
      if (number !== undefined) return para(paragraph, 'point', number)
      if (isNote(paragraph.text)) return para(paragraph, 'note')
      if (reading.requisites.includes(paragraph)) return para(paragraph, 'requisites')
      if (paragraph === titles.at(-1)) return para(paragraph, 'title')
      return para(paragraph, preamble.has(paragraph.text) ? 'preamble' : 'other')
    }),
  }
  return {file: input.file, source: tree.source, format, parsed, act, points, attachments, standards, added: [], restated: [], lineStarts}
}

function para(paragraph: Paragraph, role: Role, point: string | null = null): Para {
  return {
    text: paragraph.text,
    role,
    point,
    lines: [...paragraph.lines],
    span: paragraph.span ? [...paragraph.span] : null,
    state: 'kept',
    indent: paragraph.indent,
  }
}

function standardState(
  part: StandardPart,
  model: Standard,
  paragraphs: readonly Paragraph[],
  source: string,
  starts: readonly number[],
): StandardState {
  const {rest} = takeNotes(paragraphs)
  const isText = new Set(rest)
  const headingOf = (paragraph: Paragraph) =>
    model.sections.some(
      ({lines, title, number}) =>
        lines[0] === paragraph.lines[0] && paragraph.text.startsWith(String(number)) && paragraph.text.endsWith(title),
    )
  const titleText = foldSpace(part.titleLines.map((line) => line.value).join(' '))
  const first = part.titleLines[0]!
  const last = part.titleLines.at(-1)!
  const paras: Para[] = [
    {
      text: titleText,
      role: 'title',
      point: null,
      lines: [first.number, last.number],
      span: [first.start, last.end],
      state: 'kept',
      indent: 'flush',
    },
    ...paragraphs.map((paragraph): Para => {
      if (!isText.has(paragraph)) return para(paragraph, 'note')
      if (headingOf(paragraph)) return {...para(paragraph, 'heading'), indent: 'flush'}
      const point = model.points.find(
        ({lines, number}) => number !== '' && lines[0] <= paragraph.lines[0] && paragraph.lines[1] <= lines[1],
      )
      return point ? para(paragraph, 'point', point.number) : para(paragraph, 'other')
    }),
  ]
  const annexes = part.annexes.flatMap((annexPart): AnnexState[] => {
    const lines = blockLines([...annexPart.caption, ...annexPart.body])
    const annex = model.annexes.find((one) => one.lines[0] === lines[0] && one.lines[1] === lines[1])
    return annex ? [annexState(annexPart, annex, source, starts)] : []
  })
  const end = Math.max(last.end, ...part.body.map((block) => endOf(block, source, starts)), ...annexes.map(({range}) => range[1]))
  return {
    kind: 'standard',
    id: model.id,
    model,
    part,
    paras,
    annexes,
    range: [first.start, end],
    state: 'kept',
    replacement: null,
    added: [],
  }
}

function annexState(part: AnnexPart, model: Annex, source: string, starts: readonly number[]): AnnexState {
  const line =
    (role: Role) =>
    (one: Line): Para => ({
      text: foldSpace(one.value),
      role,
      point: null,
      lines: [one.number, one.number],
      span: [one.start, one.end],
      state: 'kept',
      indent: one.indent,
    })
  const table = tableOf(model, part.body)
  const inRow = (number: number) => table?.rows.some(({lines}) => lines[0] <= number && number <= lines[1]) === true
  const body = part.body
    .flatMap((block) => (block.type === 'line' ? [line('line')(block)] : [...linesOf([block])].map(line('cell'))))
    .filter((one) => !inRow(one.lines[0]))
  const first = part.caption[0]!
  const end = Math.max(part.caption.at(-1)!.end, ...part.body.map((block) => endOf(block, source, starts)))
  return {
    number: model.number,
    model,
    part,
    paras: [...part.caption.map(line('caption')), ...body],
    table,
    range: [first.start, end],
    state: 'kept',
    replacement: null,
    touched: false,
  }
}

/** Where a block ends in the source: with its last physical line, or with its last character where lines hold several blocks. */
function endOf(block: Block, source: string, starts: readonly number[]): number {
  const last = [...linesOf([block])].at(-1)
  if (block.type === 'line') return block.end
  if (block.type === 'table' && last) {
    const closing = source.indexOf('</table>', last.end)
    if (closing !== -1 && /<t[dr][\s>]/iu.test(source.slice(starts[block.lines[0] - 1] ?? 0, closing))) return closing + '</table>'.length
  }
  const next = starts[block.lines[1]]
  const lineEnd = next === undefined ? source.length : next - 1
  return Math.max(last?.end ?? 0, /<[a-z]/iu.test(source.slice(starts[block.lines[1] - 1] ?? 0, lineEnd)) ? (last?.end ?? 0) : lineEnd)
}

function startsOf(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The paragraphs that still stand. */
export function alive(paras: readonly Para[]): Para[] {
  return paras.filter(({state}) => state !== 'gone')
}
