/** Titles, points, items, paragraphs and rows in a new wording. */
import type {Content} from '../structure/amendment.ts'
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import type {Para, RowState} from './document.ts'
import {nameOf, Refusal, rowNumber} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {restateGroup, restateSection} from './sections.ts'
import {writeAnnex} from './transplant.ts'
import {replaceAnnex} from './whole.ts'
import {contentOf, grouped, insertAfter, listOf, rowsOf, setHeading, touched} from './work.ts'
import type {Work} from './work.ts'

export function restate(work: Work, regions: readonly Region[]): void {
  if (regions.length === 1) {
    restateOne(work, regions[0]!, contentOf(work))
    return
  }
  // «2 және 3-тармақтар мынадай редакцияда жазылсын: «2. … 3. …»»: to each its own.
  const unit = regions[0]!.last?.unit
  if (unit === 'row') {
    const rows = rowsOf(work, regions[0]!)
    if (rows.length !== regions.length) throw new Refusal(`${String(regions.length)} rows are named and ${String(rows.length)} follow`)
    regions.forEach((region, index) => restateRow(work, region, rows[index]!))
    return
  }
  const groups = grouped(work, unit ?? 'paragraph')
  if (groups.length !== regions.length)
    throw new Refusal(`${String(regions.length)} places are named and ${String(groups.length)} texts follow`)
  regions.forEach((region, index) => restateOne(work, region, {paragraphs: groups[index]!, rows: null}))
}

function restateOne(work: Work, region: Region, content: Content): void {
  const {last, scope} = region
  if (last === null) {
    if (scope.kind !== 'standard') throw new Refusal('what is to be restated is not named')
    throw new Refusal('a whole standard is restated from an annex of the amending act, not from a quotation')
  }
  if (last.unit === 'row' && region.rows !== null) {
    restateRow(work, region, rowsOf(work, region)[0]!)
    return
  }
  if (region.heading !== null) {
    if (content.rows) throw new Refusal('a heading is one cell, and a table follows')
    setHeading(work, region, content.paragraphs.join(' '))
    touched(work, region, 'amended')
    return
  }
  if (last.unit === 'table-section' && region.annex) {
    restateGroup(work, region)
    return
  }
  if (last.unit === 'row' && region.rows === null) {
    if (content.paragraphs.length !== 1) throw new Refusal('a line of a blank is to be restated, and more than one follows')
    replaceParas(work, region, content.paragraphs)
    touched(work, region, 'amended')
    return
  }
  if (last.unit === 'section' || last.unit === 'table-section') {
    restateSection(work, region, content, (paras, texts) => {
      replaceParas(work, {...region, paras: [...paras]}, texts)
    })
    return
  }
  if (last.unit === 'column') {
    if (region.rows?.length !== 1) throw new Refusal('the row is not named')
    const index = region.column!
    const [row] = region.rows as [RowState]
    work.journal.touch(row)
    row.cells = row.cells.map((cell, at) => (at === index ? content.paragraphs.join(' ') : cell))
    if (index === -1) row.number = content.paragraphs.join(' ')
    if (row.state === 'kept') row.state = 'changed'
    touched(work, region, 'amended')
    return
  }
  if (last.unit === 'annex') {
    replaceAnnex(work, region.annex!, writeAnnex(content, work.document.format))
    touched(work, region, 'restated')
    return
  }
  if (content.rows) throw new Refusal(`${nameOf(last)} has no table that the quoted one could stand for`)
  touched(work, region, restates(last) ? 'restated' : 'amended')
  const paragraphs = checked(work, region, last, content.paragraphs)
  if (region.part) {
    const [para] = region.paras as [Para]
    work.journal.touch(para)
    para.text = para.text.slice(0, region.part[0]) + paragraphs.join(' ') + para.text.slice(region.part[1])
    if (para.state === 'kept') para.state = 'changed'
    return
  }
  replaceParas(work, region, paragraphs)
}

/** The new paragraphs, with the number of the place they are for. */
function checked(work: Work, region: Region, last: Step, paragraphs: readonly string[]): string[] {
  const [first = '', ...rest] = paragraphs
  const own = region.paras[0]!
  if (last.unit === 'point') {
    const number = POINT_NUMBER.exec(first)?.[1]
    if (number === undefined) return [`${last.number ?? ''}. ${first}`, ...rest]
    if (number !== last.number) throw new Refusal(`point ${last.number ?? ''} is to be restated, and the new text is numbered ${number}`)
    if (rest.some((text) => isNextPoint(text, number))) throw new Refusal(`the new text of point ${number} holds more than one point`)
  }
  if (last.unit === 'item') {
    const marker = ITEM_MARKER.exec(first)
    if (!marker) return [`${last.number ?? ''} ${first}`, ...rest]
    if (`${marker[1]!})` !== last.number)
      throw new Refusal(`item ${last.number ?? ''} is to be restated, and the new text is marked ${marker[1]!})`)
  }
  if (last.unit === 'title') {
    const text = [first, ...rest].join(' ')
    if (own.role === 'heading') return [POINT_NUMBER.test(text) ? text : `${POINT_NUMBER.exec(own.text)?.[0].trim() ?? ''} ${text}`]
    if (own.role === 'title' && region.scope.kind === 'standard')
      return [/стандарты?$/u.test(text) ? text : `«${text}» мемлекеттік қызмет стандарты`]
    return [text]
  }
  // The first paragraph of a point keeps its number, that of an item its marker.
  const lead = own.role === 'point' && (last.unit === 'paragraph' || last.unit === 'part') ? leadOf(own) : ''
  if (lead !== '' && !first.startsWith(lead.trim())) {
    if (POINT_NUMBER.test(first)) throw new Refusal(`the new text is numbered ${POINT_NUMBER.exec(first)![1]!}, the place ${lead.trim()}`)
    return [lead + first, ...rest]
  }
  return [first, ...rest]
}

function replaceParas(work: Work, region: Region, texts: readonly string[]): void {
  const list = listOf(work, region)
  const {paras} = region
  work.journal.list(list)
  paras.forEach((para, index) => {
    work.journal.touch(para)
    const text = texts[index]
    if (text === undefined) para.state = 'gone'
    else {
      para.text = text
      if (para.state !== 'new') para.state = 'changed'
    }
  })
  const last = paras[Math.min(paras.length, texts.length) - 1]!
  insertAfter(work, list, last, texts.slice(paras.length), last)
}

function restateRow(work: Work, region: Region, row: {number: string; cells: string[]}): void {
  const [own] = region.rows as [RowState]
  if (row.number !== '' && rowNumber(row.number) !== rowNumber(own.number))
    throw new Refusal(`row ${own.number} is to be restated, and the new one is numbered ${row.number}`)
  const {table} = region.annex!
  if (table!.kind === 'indicators' && work.instruction.content?.rows == null && own.cells.slice(1).some((cell) => cell !== ''))
    throw new Refusal(`row ${own.number} has values, and the new one is quoted without them`)
  work.journal.touch(own)
  // A cell that spans rows is not quoted with each of them.
  own.inherited = own.inherited.filter((index) => row.cells[index] === '')
  const spanning = own.cells
  own.cells = row.cells.map((cell, index) => (own.inherited.includes(index) ? spanning[index]! : cell))
  own.number = row.number === '' ? own.number : row.number
  if (own.state === 'kept') own.state = 'changed'
  touched(work, region, 'amended')
}

function restates({unit}: Step): boolean {
  return unit === 'point' || unit === 'title' || unit === 'preamble' || unit === 'annex'
}

function isNextPoint(text: string, number: string): boolean {
  const next = POINT_NUMBER.exec(text)?.[1]
  return next !== undefined && Number(next) === Number(number) + 1
}

function leadOf(para: Para): string {
  const number = POINT_NUMBER.exec(para.text)?.[0] ?? ''
  return number || (ITEM_MARKER.exec(para.text)?.[0] ?? '')
}
