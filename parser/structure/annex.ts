/** An annex of a standard: its number, title and kind, and what its kind holds. */
import {readBlank} from '../forms/index.ts'
import type {Annex, AnnexKind} from '../model/index.ts'
import {restoreTornWords} from '../repair/torn-words.ts'
import {readIndicators} from '../tables/indicators.ts'
import {annexKind} from '../tables/kind.ts'
import {partNotes} from '../tables/notes.ts'
import {readOfficeTable} from '../tables/offices.ts'
import type {TableContext} from '../tables/types.ts'
import {blockLines, cellText, foldSpace, type Block, type Line} from '../tree.ts'
import type {AnnexPart} from './outline.ts'
import {takeAnnexTitle} from './annex-title.ts'
import type {Reading} from './reading.ts'
import {indicatorLines, officeLines} from './table-text.ts'

const RULE = /_{3,}/u

/** Reads one annex. `id` and `number` are already settled by the caller. */
export function readAnnex(part: AnnexPart, id: string, number: number, reading: Reading): Annex {
  const {root, file, words} = reading
  const table = takeTable(part.body)
  const isTable = table.kind === 'offices' || table.kind === 'indicators'
  // Remarks of a blank are part of the blank; only a table is parted from its notes.
  const {title, body} = isTable ? table : takeAnnexTitle(part.body)
  const kind = isTable ? table.kind : annexKind(title, body)
  const notes = joinNotes(table.notes)
  const context: TableContext = {
    format: root.format,
    vocabulary: reading.tableVocabulary,
    report(rule, message, line, severity = 'warning') {
      // A line that belongs to no row is published with the notes.
      if (rule === 'tables/loose-line') notes.push(...linesAt(body, line))
      const [source = 'tables', ruleId = rule] = rule.includes('/') ? rule.split('/') : ['tables', rule]
      const options = {place: {line, column: 1}, ruleId, source}
      if (severity === 'info') file.info(`${id}: ${message}`, options)
      else file.message(`${id}: ${message}`, options).fatal = severity === 'error'
    },
  }
  const base = {id, number, kind, title, lines: blockLines([...part.caption, ...part.body])}
  if (kind === 'offices') {
    const {columns, groups} = readOfficeTable(body, context)
    return {...base, text: [title ?? '', ...officeLines(columns, groups), ...notes].filter(Boolean).join('\n'), columns, groups}
  }
  if (kind === 'indicators') {
    const {columns, indicators} = readIndicators(body, context)
    return {
      ...base,
      text: [title ?? '', ...indicatorLines(columns, indicators), ...notes].filter(Boolean).join('\n'),
      columns,
      indicators,
    }
  }
  if (root.format === 'pdf-text') {
    body.forEach((block, index) => {
      const previous = body[index - 1]
      if (block.type === 'line' && !RULE.test(block.value)) restoreTornWords(block, previous?.type === 'line' ? previous : null, words)
    })
  }
  const text = [title ?? '', ...body.map(blockText)].filter(Boolean).join('\n')
  if (kind === 'other') return {...base, text}
  const {fields, layout} = readBlank(part.body, {format: root.format, ...(title === null ? {} : {title}), report: context.report})
  if (fields.length === 0) context.report('forms/no-fields', 'The blank has no fields that could be recognised.', base.lines[0])
  return {...base, text, fields, layout}
}

/** The annex as a table: title, rows, and the notes over and under them. */
function takeTable(blocks: readonly Block[]): {title: string | null; body: Block[]; kind: AnnexKind; notes: Line[]} {
  const outer = partNotes(blocks)
  const {title, body} = takeAnnexTitle(outer.table)
  const inner = partNotes(body)
  return {title, body: inner.table, kind: annexKind(title, inner.table), notes: [...inner.notes, ...outer.notes]}
}

function linesAt(blocks: readonly Block[], number: number): string[] {
  return blocks.flatMap((block) => (block.type === 'line' && block.number === number ? [foldSpace(block.value)] : []))
}

/** Notes as paragraphs: lines that follow each other without a gap are one. */
function joinNotes(lines: readonly Line[]): string[] {
  const notes: string[] = []
  for (const line of lines) {
    const text = foldSpace(line.value)
    if (notes.length === 0 || line.gap > 0 || line.indent === 'indented') notes.push(text)
    else notes.push(`${notes.pop()!} ${text}`)
  }
  return notes
}

function blockText(block: Block): string {
  if (block.type === 'line') return foldSpace(block.value)
  if (block.type === 'table') return block.children.map((row) => row.children.map(cellText).join(' | ')).join('\n')
  return block.children.map(cellText).join(' | ')
}
