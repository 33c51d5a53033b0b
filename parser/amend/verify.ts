/**
 * Whether a consolidated text reads back as what was meant: every part that an instruction changed as it was changed,
 * every other as it was.
 */
import type {ParsedSource} from '../index.ts'
import type {Annex, Indicator, OfficeRow, Point, Standard} from '../model/index.ts'
import {buildPoint} from '../structure/point.ts'
import {foldSpace} from '../tree.ts'
import {alive, type ActDocument, type AnnexState, type Para, type StandardState, type TableState, type Transplant} from './document.ts'
import {livingGroups, withoutCode} from './tables.ts'

export interface Mismatch {
  /** Id of the standard; null for the act itself. */
  standard: string | null
  point: string | null
  annexId: string | null
  /** True for a standard that was added. */
  added?: boolean
  message: string
}

/** Everything in which the text that was read again differs from what was meant. */
export function mismatches(document: ActDocument, parsed: ParsedSource): Mismatch[] {
  const wrong: Mismatch[] = []
  const before = document.parsed.resolution!
  const after = parsed.resolution
  if (!after) return [{standard: null, point: null, annexId: null, message: 'the text is no resolution any more'}]
  const act = (message: string, point: string | null = null) => wrong.push({standard: null, point, annexId: null, message})
  if (after.id !== before.id) act(`the act reads as ${after.id}`)
  const title = document.act.paras.find(({role}) => role === 'title')
  if (same(after.title, title?.state === 'changed' ? title.text : before.title) === false) act('the title of the act')
  const preamble = alive(document.act.paras).filter(({role}) => role === 'preamble')
  const meant =
    preamble.some(({state}) => state !== 'kept') || preamble.length === 0 ? preamble.map(({text}) => text).join('\n') : before.preamble
  if (!same(after.preamble, meant)) act('the preamble')
  for (const one of points(document.act.paras, before.points, after.points)) act(one.message, one.point)
  if (after.attachments.length !== before.attachments.length) act('the documents approved')
  before.attachments.forEach((attachment, index) => {
    const state = document.attachments[index]
    const now = after.attachments[index]
    if (state && now)
      for (const one of points(state.paras, attachment.points, now.points)) act(`«${attachment.title}»: ${one.message}`, one.point)
  })
  const added = document.added.length
  if (parsed.standards.length !== document.standards.length + added)
    act(`the act reads as having ${String(parsed.standards.length)} standards`)
  document.added.forEach((transplant, index) => {
    const now = parsed.standards[document.standards.length + index]
    const message = now ? transplantMismatch(transplant, now) : null
    if (message !== null)
      wrong.push({standard: null, point: null, annexId: null, added: true, message: `«${transplant.model.title}»: ${message}`})
  })
  document.standards.forEach((standard, index) => {
    const now = parsed.standards[index]
    if (!now) return
    if (now.id !== standard.id) act(`${standard.id} reads as ${now.id}`)
    wrong.push(...standardMismatches(standard, now))
  })
  return wrong
}

function standardMismatches(standard: StandardState, now: Standard): Mismatch[] {
  const wrong: Mismatch[] = []
  const add = (message: string, point: string | null = null, annexId: string | null = null) =>
    wrong.push({standard: standard.id, point, annexId, message: `${standard.id}: ${message}`})
  if (standard.state === 'excluded') {
    if (now.points.length > 0) add('the standard reads as having points still')
    return wrong
  }
  if (standard.state === 'replaced') {
    const message = transplantMismatch(standard.replacement!, now)
    if (message !== null) add(message)
    return wrong
  }
  const {model} = standard
  const title = standard.paras.find(({role}) => role === 'title')!
  if (!(title.state === 'changed' ? title.text.includes(now.title) : same(now.title, model.title))) add('the title')
  const headings = alive(standard.paras).filter(({role}) => role === 'heading')
  const added = standard.paras.filter(({role, state}) => role === 'heading' && state === 'new').length
  const gone = standard.paras.filter(({role, state, span}) => role === 'heading' && state === 'gone' && span !== null).length
  const expected = model.sections.length + added - gone
  if (now.sections.length !== expected) add(`${String(now.sections.length)} sections where there should be ${String(expected)}`)
  now.sections.forEach((section, index) => {
    if (headings.length === expected && !headings[index]!.text.includes(section.title))
      add(`the heading of section ${String(section.number)}`)
  })
  for (const one of points(
    standard.paras,
    model.points.filter(({number}) => number !== ''),
    now.points.filter(({number}) => number !== ''),
  ))
    add(one.message, one.point)
  const annexes = standard.annexes.filter(({state}) => state !== 'gone')
  if (now.annexes.length !== annexes.length + standard.added.length)
    add(`${String(now.annexes.length)} annexes where there should be ${String(annexes.length + standard.added.length)}`)
  annexes.forEach((annex, index) => {
    const read = now.annexes[index]
    if (!read) return
    const message = annexMismatch(annex, read)
    if (message !== null) add(`annex ${String(annex.number)}: ${message}`, null, annex.model.id)
  })
  return wrong
}

/** In what a standard that was taken over from the amending act differs from what it is there. */
export function transplantMismatch({model, sameFormat}: Pick<Transplant, 'model' | 'sameFormat'>, now: Standard): string | null {
  if (!same(now.title, model.title)) return `its title reads «${now.title}»`
  const texts = (standard: Standard) => standard.points.map(({number, text}) => `${number}. ${foldSpace(text)}`).join('\n')
  if (texts(now) !== texts(model))
    return `its points read otherwise than in the amending act: «${firstDifference(texts(now), texts(model))}»`
  if (now.annexes.length !== model.annexes.length)
    return `${String(now.annexes.length)} annexes where the amending act has ${String(model.annexes.length)}`
  for (const [index, annex] of model.annexes.entries()) {
    const read = now.annexes[index]!
    const row = differentRow(annex, read, sameFormat)
    if (row !== null) return `the table of annex ${String(annex.number)} reads otherwise than in the amending act: «${row}»`
    if (sameFormat && annex.kind !== read.kind) return `annex ${String(annex.number)} reads as ${read.kind}, not as ${annex.kind}`
    if (annex.kind !== 'offices' && !(sameFormat ? sameWords : sameLetters)(annex.text, read.text))
      return `annex ${String(annex.number)} reads otherwise than in the amending act`
  }
  return null
}

function annexMismatch(annex: AnnexState, now: Annex): string | null {
  if (annex.number !== now.number) return `it reads as annex ${String(now.number)}`
  if (annex.state === 'replaced') return null
  const {model, table} = annex
  if (now.kind !== model.kind) return `it reads as ${now.kind}, not as ${model.kind}`
  const changedLines = annex.paras.some(({state}) => state !== 'kept')
  if (!table) {
    if (!changedLines) return same(now.text, model.text) ? null : 'its text'
    return sameWords(now.text, expectedText(annex)) ? null : 'its text'
  }
  if (!changedLines && !same(now.title ?? '', model.title ?? '')) return 'its title'
  const headed = table.columns.some((column, index) => column !== model.columns?.[index])
  if ((!changedLines || headed) && !same((now.columns ?? []).join('|'), table.columns.join('|'))) return 'the headings of its columns'
  if (table.kind === 'indicators') return indicatorMismatch(table, model.indicators ?? [], now.indicators ?? [])
  const rows = now.groups?.flatMap((group) => group.rows) ?? []
  const wanted = livingGroups(table)
  const meant = wanted.flatMap((group) => group.rows)
  if (rows.length !== meant.length) return `${String(rows.length)} rows where there should be ${String(meant.length)}`
  const off = meant.findIndex(
    (row, index) => !same([row.number, ...row.cells].join('|'), [rows[index]!.number, ...rows[index]!.cells].join('|')),
  )
  if (off !== -1) return `row ${meant[off]!.number} reads «${rows[off]!.cells.join(' | ').slice(0, 120)}»`
  const named = (groups: readonly {heading: string | null; rows: readonly unknown[]}[]) =>
    groups.map(({heading, rows: own}) => `${heading ?? ''}: ${String(own.length)}`).join('|')
  const renamed = table.headings.some((heading, index) => heading !== null && heading !== model.groups?.[index]?.heading)
  if ((!changedLines || renamed) && !same(named(now.groups ?? []), named(wanted))) return 'the headings of its sections'
  return null
}

/** Indicators in the order of their rows, each under the row that heads it. */
function indicatorMismatch(table: TableState, before: readonly Indicator[], after: readonly Indicator[]): string | null {
  let group = ''
  const meant = table.rows.flatMap((row) => {
    if (row.state === 'gone') return []
    if (!row.number.includes('.')) {
      group = row.cells[0] ?? ''
      return []
    }
    const [label = '', normative = '', target = '', current = ''] = row.cells
    // One that is untouched must be what it was, whatever its cells look like here.
    const known = row.state === 'kept' ? before.find(({code}) => code === row.number) : undefined
    const own = known ?? {label: withoutCode(label), normative, target, current}
    return [[group, row.number, own.label, own.normative, own.target, own.current].map(foldSpace).join('|')]
  })
  const read = after.map((one) => [one.group, one.code, one.label, one.normative, one.target, one.current].map(foldSpace).join('|'))
  if (read.length !== meant.length) return `${String(read.length)} indicators where there should be ${String(meant.length)}`
  const off = meant.findIndex((line, index) => line !== read[index])
  return off === -1 ? null : `an indicator reads «${read[off]!.slice(0, 120)}»`
}

/** The text of an annex with the changed lines in the place of the old ones: order does not matter, words do. */
function expectedText(annex: AnnexState): string {
  return alive(annex.paras)
    .filter(({role}) => role !== 'caption')
    .map(({text}) => text)
    .join(' ')
}

function points(paras: readonly Para[], before: readonly Point[], after: readonly Point[]): {point: string | null; message: string}[] {
  const groups = new Map<string, Para[]>()
  for (const para of alive(paras))
    if (para.role === 'point' && para.point !== null) groups.set(para.point, [...(groups.get(para.point) ?? []), para])
  const known = new Map(before.map((point) => [point.number, point]))
  const numbers = [...groups.keys()]
  const read = after.map(({number}) => number)
  if (numbers.join(' ') !== read.join(' ')) {
    const odd = numbers.find((number) => !read.includes(number)) ?? read.find((number) => !numbers.includes(number)) ?? null
    return [{point: odd, message: `the points read as ${read.join(', ')}, not as ${numbers.join(', ')}`}]
  }
  return after.flatMap((point) => {
    const group = groups.get(point.number)!
    // One that is untouched must be what it was, whatever its paragraphs look like here.
    const isKept = group.every(({state}) => state === 'kept') && !paras.some((para) => para.state === 'gone' && para.point === point.number)
    const meant = isKept && known.has(point.number) ? known.get(point.number)!.text : buildPoint(point.number, group.map(asParagraph)).text
    return same(point.text, meant)
      ? []
      : [{point: point.number, message: `point ${point.number} reads «${firstDifference(point.text, meant)}»`}]
  })
}

function asParagraph({text, lines, indent}: Para) {
  return {text, lines, indent, table: false}
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return one.slice(Math.max(0, at - 20), at + 60)
}

function same(one: string, other: string): boolean {
  return one === other || foldSpace(one) === foldSpace(other)
}

/** The first row that reads otherwise; null where none does. In another format a cell that was lost may be found to span rows. */
function differentRow(one: Annex, other: Annex, sameFormat: boolean): string | null {
  const [meant, read] = [one, other].map(({groups = []}) => groups.flatMap(({rows}) => rows)) as [OfficeRow[], OfficeRow[]]
  if (meant.length !== read.length) return `${String(read.length)} rows for ${String(meant.length)}`
  const off = meant.findIndex((row, index) => {
    const now = read[index]!
    const sameCell = (cell: string, column: number) =>
      same(cell, now.cells[column] ?? '') || (!sameFormat && cell === '' && now.inherited.includes(column))
    return row.number !== now.number || row.cells.length !== now.cells.length || !row.cells.every(sameCell)
  })
  return off === -1 ? null : read[off]!.cells.join(' | ').slice(0, 120)
}

/** Another format sets rules, brackets and lines otherwise; letters and digits stay. */
function sameLetters(one: string, other: string): boolean {
  const letters = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('')
  return letters(one) === letters(other)
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string) => text.replace(/[|\\]/gu, ' ').split(/\s+/u).filter(Boolean).sort().join(' ')
  return words(one) === words(other)
}
