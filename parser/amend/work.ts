/** What every operation works with: the act, the instruction, the journal, and the small things that several of them do. */
import type {Content, Instruction} from '../structure/amendment.ts'
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import type {ActDocument, Para, TableState} from './document.ts'
import type {Journal} from './journal.ts'
import {findRegion, noTable, Refusal} from './regions.ts'
import type {Region, Scope, Step} from './regions.ts'
import {rowCode} from './tables.ts'

export type Effect = 'restated' | 'inserted' | 'excluded' | 'amended' | 'repealed' | 'renumbered'

/** What was changed, for the note of amendment. */
export interface Touch {
  scope: Scope
  what: 'point' | 'title' | 'preamble' | 'annex' | 'section' | 'standard' | 'act' | 'text'
  number: string | null
  effect: Effect
  /** Of a section: all of it, not its heading alone. */
  whole?: true
  /** The number that a renumbered point had. */
  former?: string
}

export interface Outcome {
  touches: Touch[]
  remarks: string[]
}

/** An instruction that is being carried out. */
export interface Work {
  document: ActDocument
  instruction: Instruction
  amending: ActDocument
  journal: Journal
  outcome: Outcome
}

export function contentOf(work: Work): Content {
  const {content} = work.instruction
  if (!content || (content.paragraphs.length === 0 && content.rows === null)) throw new Refusal('the new text does not follow')
  return content
}

export function touched(work: Work, region: Region, effect: Effect): void {
  const {scope, annex, last, point} = region
  const add = (what: Touch['what'], number: string | null) => work.outcome.touches.push({scope, what, number, effect})
  if (annex) {
    work.journal.touch(annex).touched = true
    work.outcome.touches.push({scope, what: 'annex', number: String(annex.number), effect: last?.unit === 'annex' ? effect : 'amended'})
  } else if (point !== null) add('point', point)
  else if (last?.unit === 'title')
    add(region.paras[0]?.role === 'heading' ? 'section' : 'title', POINT_NUMBER.exec(region.paras[0]?.text ?? '')?.[1] ?? null)
  else if (last?.unit === 'preamble') add('preamble', null)
  else add('text', null)
}

export function listOf(work: Work, region: Region): Para[] {
  return region.annex ? region.annex.paras : region.scope.paras
}

/** New paragraphs behind one that stands, of the same kind as `like`. */
export function insertAfter(work: Work, list: Para[], after: Para, texts: readonly string[], like: Para, point = like.point): void {
  const at = list.indexOf(after) + 1
  const fresh = texts.map((text): Para => ({
    text,
    role: like.role,
    point,
    lines: [0, 0],
    span: null,
    state: 'new',
    indent: like.role === 'heading' ? 'flush' : like.indent,
  }))
  list.splice(at, 0, ...fresh)
}

/** A heading of a table in new words. */
export function setHeading(work: Work, region: Region, text: string): void {
  const table = work.journal.touch(region.annex!.table!)
  if (region.heading === 'column') table.columns = table.columns.map((column, index) => (index === region.column ? text : column))
  else table.headings = table.headings.map((heading, group) => (group === region.group ? text : heading))
}

/** The words of the heading that is named. */
export function headingOf({annex, heading, column, group}: Region): string {
  return (heading === 'column' ? annex!.table!.columns[column!] : annex!.table!.headings[group!]) ?? ''
}

/** The paragraphs of the new text, cut where a new unit begins. */
export function grouped(work: Work, unit: Step['unit']): string[][] {
  const {paragraphs} = contentOf(work)
  const opens = unit === 'point' ? POINT_NUMBER : unit === 'item' ? ITEM_MARKER : null
  const groups: string[][] = []
  for (const paragraph of paragraphs) {
    if (groups.length === 0 || opens === null || opens.test(paragraph)) groups.push([paragraph])
    else groups.at(-1)!.push(paragraph)
  }
  return groups
}

/** The rows that are quoted, as wide as the table. */
export function rowsOf(work: Work, region: Region): {number: string; cells: string[]}[] {
  const table = region.annex?.table
  if (!table) throw new Refusal(region.annex ? noTable(region.annex) : 'no annex is named')
  const content = contentOf(work)
  if (table.kind === 'indicators') return indicatorRows(content, table.columns.length)
  const {rows} = content
  if (!rows) throw new Refusal('the quoted row is not set as a table: its cells can not be told apart')
  return cutRows(rows, table)
}

/** Rows of indicators; one that is quoted without its values has none. */
function indicatorRows({paragraphs, rows}: Content, width: number): {number: string; cells: string[]}[] {
  return (rows ?? paragraphs.map((text) => [text])).map((cells) => {
    const all = [...cells]
    while (all.length > width && all.at(-1) === '') all.pop()
    const number = rowCode(all[0] ?? '')
    if (number === '') throw new Refusal(`the quoted row «${all[0] ?? ''}» has no number`)
    if (all.length > width || (rows && all.length < width && all.length > 1))
      throw new Refusal(`the quoted row has ${String(all.length)} cells, the table ${String(width)} columns`)
    while (all.length < width) all.push('')
    return {number, cells: all}
  })
}

/** Quoted rows, as wide as the table. */
export function cutRows(rows: readonly string[][], table: TableState): {number: string; cells: string[]}[] {
  const {numbered} = table
  const width = table.columns.length + (numbered ? 1 : 0)
  const one = rows.length === 1 && rows[0]!.length > width && rows[0]!.length % width === 0
  const cut = one ? Array.from({length: rows[0]!.length / width}, (_, index) => rows[0]!.slice(index * width, (index + 1) * width)) : rows
  return cut.map((cells) => {
    const trimmed = [...cells]
    while (trimmed.length > width && trimmed.at(-1) === '') trimmed.pop()
    if (trimmed.length !== width)
      throw new Refusal(`the quoted row has ${String(trimmed.length)} cells, the table ${String(width)} columns`)
    return numbered ? {number: trimmed[0]!, cells: trimmed.slice(1)} : {number: '', cells: trimmed}
  })
}

export function findBelow(document: ActDocument, region: Region, step: Step): Region {
  // Counted in what is named, not in the whole act.
  return findRegion(document, {...region.scope, paras: region.paras} as Scope, [step])
}
