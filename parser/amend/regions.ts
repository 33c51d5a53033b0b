/**
 * What a place of an instruction is in an act: the paragraphs, the part of a paragraph, or the rows that it names.
 *
 *       point 7, item 2), paragraph 2      →  the second paragraph under «2)» of point 7
 *
 * A place is found exactly or not at all: one that is not there, or that could be two, is refused with the reason.
 */
import type {AmendmentStep} from '../model/index.ts'
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import {
  alive,
  type ActDocument,
  type ActState,
  type AnnexState,
  type AttachmentState,
  type Para,
  type RowState,
  type StandardState,
} from './document.ts'
import {nameKey} from './find-words.ts'

export type Step = AmendmentStep
export type Scope = ActState | StandardState | AttachmentState

export interface Region {
  scope: Scope
  annex: AnnexState | null
  /** The paragraphs named; of a table, none. */
  paras: Para[]
  /** The part of the only paragraph: a sentence. */
  part: [number, number] | null
  rows: RowState[] | null
  /** Group of the table that is named. */
  group: number | null
  /** Index of the column in `cells`; -1 for the number. */
  column: number | null
  /** A heading of the table: of the column or of the group that is named. */
  heading: 'column' | 'group' | null
  /** Only words at this edge of the place are meant. */
  edge: 'end' | 'start' | null
  /** The last step, and the number of the point that holds the place. */
  last: Step | null
  point: string | null
}

/** Why a place can't be found. */
export class Refusal extends Error {}

/** Why no row of an annex can be named. */
export function noTable({number, model}: AnnexState): string {
  const name = `annex ${String(number)}`
  return model.kind === 'indicators' ? `the rows of ${name} are not marked in the source` : `${name} has no table of offices`
}

/** «X-тармақ» for messages. */
export function nameOf(step: Step): string {
  const number = step.number === null ? '' : step.number === 'last' ? 'last ' : step.number
  const names: Record<Step['unit'], string> = {
    'act-annex': 'annex',
    attachment: 'document',
    annex: 'annex',
    section: 'section',
    corner: 'stamp',
    title: 'title',
    preamble: 'preamble',
    point: 'point',
    item: 'item',
    part: 'part',
    paragraph: 'paragraph',
    sentence: 'sentence',
    'table-section': 'section',
    row: 'row',
    column: 'column',
    text: 'text',
    end: 'end',
    start: 'beginning',
  }
  return `${names[step.unit]}${number === '' ? '' : ` ${number.trim()}`}${step.name === undefined ? '' : ` «${step.name}»`}`
}

/** The scope of an instruction: the act itself, or the standard whose title it quotes. */
export function findScope(document: ActDocument, standard: string | null): Scope {
  if (standard === null) return document.act
  const key = nameKey(standard)
  const found = document.standards.filter(({model}) => nameKey(model.title) === key)
  if (found.length === 1) {
    if (found[0]!.model.status === 'excluded' || found[0]!.state === 'excluded') throw new Refusal(`the standard «${standard}» is excluded`)
    return found[0]!
  }
  if (found.length > 1) throw new Refusal(`the base has ${String(found.length)} standards «${standard}»`)
  const attachment = document.attachments.find(({title}) => nameKey(title).includes(key))
  if (attachment) return attachment
  throw new Refusal(`the base has no standard «${standard}»`)
}

/** Finds a place below a scope. @throws Refusal */
export function findRegion(document: ActDocument, scope: Scope, path: readonly Step[]): Region {
  let region: Region = {
    scope,
    annex: null,
    paras: alive(scope.paras),
    part: null,
    rows: null,
    group: null,
    column: null,
    heading: null,
    edge: null,
    last: null,
    point: null,
  }
  const steps = path.filter((step) => step.unit !== 'text')
  for (const [index, step] of steps.entries()) region = {...narrow(document, region, step, steps.slice(index + 1)), last: step}
  return region
}

function narrow(document: ActDocument, region: Region, step: Step, rest: readonly Step[]): Region {
  switch (step.unit) {
    case 'act-annex':
      return actAnnex(document, region, step)
    case 'annex':
      return region.scope.kind === 'standard' ? annexOf(region, region.scope, step) : actAnnex(document, region, step)
    case 'section':
      return section(region, step, rest)
    case 'title':
      return title(region, step)
    case 'corner':
      return corner(region)
    case 'preamble':
      return preamble(region)
    case 'point':
      return point(region, step)
    case 'item':
      return item(region, step)
    case 'part':
      return part(region, step)
    case 'paragraph':
      return paragraph(region, step)
    case 'sentence':
      return sentence(region, step)
    case 'table-section':
      return tableSection(region, step)
    case 'row':
      return row(region, step)
    case 'column':
      return column(region, step)
    case 'end':
    case 'start':
      return {...region, edge: step.unit}
    case 'attachment':
    case 'text':
      return region
  }
}

function actAnnex(document: ActDocument, region: Region, step: Step): Region {
  const number = step.number === null ? null : Number(step.number)
  const standards = document.standards.filter(({model, state}) =>
    number === null ? model.status === 'included' && state !== 'excluded' : model.ordinal === number,
  )
  if (number === null && standards.length > 1)
    throw new Refusal(`the act has ${String(standards.length)} standards, and the instruction does not say which is meant`)
  const attachments = document.attachments.filter((one) => number === null || one.number === number)
  if (standards.length + attachments.length !== 1) throw new Refusal(`the act has no ${nameOf(step)}`)
  const scope = standards[0] ?? attachments[0]!
  return {...region, scope, paras: alive(scope.paras)}
}

function annexOf(region: Region, standard: StandardState, step: Step): Region {
  const annexes = standard.annexes.filter(({state}) => state !== 'gone')
  const found = step.number === null ? annexes : annexes.filter(({number}) => number === Number(step.number))
  if (found.length === 0) throw new Refusal(`the standard has no ${nameOf(step)}`)
  if (found.length > 1) throw new Refusal(`the instruction names no number, and the standard has ${String(found.length)} annexes`)
  const annex = found[0]!
  if (annex.state === 'replaced') throw new Refusal(`${nameOf(step)} is restated as a whole by the same act`)
  return {...region, annex, paras: alive(annex.paras), rows: annex.table ? annex.table.rows.filter(({state}) => state !== 'gone') : null}
}

function section(region: Region, step: Step, rest: readonly Step[]): Region {
  const headings = region.paras.filter(({role}) => role === 'heading')
  const heading = headings.find(({text}) => POINT_NUMBER.exec(text)?.[1] === step.number)
  if (!heading) throw new Refusal(`there is no section ${step.number ?? ''}`)
  if (step.name !== undefined && !isNamed(heading, step.name))
    throw new Refusal(`section ${step.number ?? ''} is called «${heading.text.replace(POINT_NUMBER, '')}», not «${step.name}»`)
  if (rest[0]?.unit === 'title') return {...region, paras: [heading]}
  const from = region.paras.indexOf(heading)
  const next = region.paras.findIndex((para, index) => index > from && para.role === 'heading')
  return {...region, paras: region.paras.slice(from, next === -1 ? undefined : next)}
}

/** «3. Жұмыс қағидаттары» by its words, with the number or without. */
function isNamed({text}: Para, name: string): boolean {
  return [text, text.replace(POINT_NUMBER, '')].some((one) => nameKey(one) === nameKey(name))
}

function title(region: Region, step: Step): Region {
  if (region.annex?.table && region.last !== null && region.last.unit !== 'annex' && region.last.unit !== 'act-annex') {
    if (region.last?.unit === 'column') {
      if (region.rows?.length !== region.annex.table.rows.filter(({state}) => state !== 'gone').length)
        throw new Refusal('a row or a section has no headings of columns of its own')
      if (region.column === -1) throw new Refusal('the heading over the numbers of the rows can not be changed')
      return {...region, paras: [], rows: null, heading: 'column'}
    }
    if (region.last?.unit === 'table-section') return {...region, paras: [], rows: null, heading: 'group'}
    throw new Refusal(`${region.last ? nameOf(region.last) : 'the place'} has no title`)
  }
  if (step.name !== undefined && !region.annex) {
    const named = region.paras.filter((para) => (para.role === 'heading' || para.role === 'title') && isNamed(para, step.name!))
    if (named.length !== 1) throw new Refusal(`there is no title «${step.name}»`)
    return {...region, paras: named}
  }
  if (region.annex) {
    if (step.name !== undefined && nameKey(step.name) !== nameKey(region.annex.model.title ?? ''))
      throw new Refusal(`annex ${String(region.annex.number)} has no title «${step.name}»`)
    const {title: text, kind} = region.annex.model
    if (text === null) throw new Refusal(`annex ${String(region.annex.number)} has no title`)
    // The title is some lines that stand together.
    const lines = region.paras.filter(({role}) => role === 'line')
    for (let from = 0; from < lines.length; from++) {
      for (let to = from + 1; to <= Math.min(lines.length, from + 12); to++) {
        if (
          nameKey(
            lines
              .slice(from, to)
              .map((para) => para.text)
              .join(' '),
          ) === nameKey(text)
        )
          return {...region, paras: lines.slice(from, to), rows: null}
      }
    }
    throw new Refusal(`the title of annex ${String(region.annex.number)} (${kind}) does not stand on lines of its own`)
  }
  const headings =
    region.paras.length > 0 && (region.last?.unit === 'section' || region.last?.unit === 'table-section')
      ? region.paras.slice(0, 1)
      : region.paras.filter(({role}) => role === 'title')
  if (headings.length !== 1) throw new Refusal('there is no title')
  return {...region, paras: headings}
}

function corner(region: Region): Region {
  const captions = region.annex?.paras.filter(({role}) => role === 'caption') ?? []
  if (captions.length === 0) throw new Refusal('there is no stamp that can be changed')
  return {...region, paras: captions, rows: null}
}

function preamble(region: Region): Region {
  const paras = region.paras.filter(({role}) => role === 'preamble')
  if (paras.length === 0) throw new Refusal('there is no preamble')
  return {...region, paras}
}

function point(region: Region, step: Step): Region {
  if (region.annex) {
    const own = numberedIn(region.paras, step)
    if (own) return {...region, paras: own, rows: null, point: step.number}
    // A table has no points: the standard is meant, the lines before spoke of an annex.
    if (region.annex.table === null && region.annex.model.kind === 'other')
      throw new Refusal(`annex ${String(region.annex.number)} has no ${nameOf(step)}`)
    return point({...region, annex: null, paras: alive(region.scope.paras), rows: null}, step)
  }
  const paras = region.paras.filter((para) => para.role === 'point' && para.point === step.number)
  if (paras.length === 0) {
    const gone = region.scope.paras.some((para) => para.state === 'gone' && para.point === step.number)
    throw new Refusal(gone ? `${nameOf(step)} is excluded by an instruction before this one` : `there is no ${nameOf(step)}`)
  }
  return {...region, paras, point: step.number}
}

function numberedIn(paras: readonly Para[], step: Step): Para[] | null {
  const from = paras.findIndex((para) => para.role === 'line' && POINT_NUMBER.exec(para.text)?.[1] === step.number)
  if (from === -1) return null
  const to = paras.findIndex((para, index) => index > from && POINT_NUMBER.test(para.text))
  return paras.slice(from, to === -1 ? undefined : to)
}

const BEGINS_ANEW = /^[\p{Lu}«"“]/u
const GOES_ON = /[:,]$/u
const FULL_STOP = /\.$/u

/** Whether a paragraph goes on with what stands before it: a list that a full stop has closed is closed, small letter or not. */
function beginsAnew({text}: Para, before: Para): boolean {
  return BEGINS_ANEW.test(text) ? !GOES_ON.test(before.text) : FULL_STOP.test(before.text)
}

/** Marker of an item: «2)»; null for a paragraph that is none. The first paragraph of a point may hold number and item. */
export function markerOf(para: Para): string | null {
  const text = para.role === 'point' ? para.text.replace(POINT_NUMBER, '') : para.text
  const marker = ITEM_MARKER.exec(text)
  return marker ? `${marker[1]!})` : null
}

/** Items of a run of paragraphs with all that belongs to them. */
export function itemsOf(paras: readonly Para[]): {marker: string; paras: Para[]}[] {
  const starts = paras.flatMap((para, index) => (markerOf(para) === null ? [] : [index]))
  return starts.map((from, place) => {
    const next = starts[place + 1]
    let to = next ?? paras.length
    // Behind the last item of a list, what begins anew is the point's own again.
    const continued = next !== undefined && continues(markerOf(paras[from]!)!, markerOf(paras[next]!)!)
    if (!continued) {
      const ends = paras.findIndex((para, index) => index > from && index < to && beginsAnew(para, paras[index - 1]!))
      if (ends !== -1) to = ends
    }
    return {marker: markerOf(paras[from]!)!, paras: paras.slice(from, to)}
  })
}

function continues(before: string, after: string): boolean {
  const [one, other] = [Number.parseInt(before, 10), Number.parseInt(after, 10)]
  return Number.isNaN(one) || Number.isNaN(other) ? before < after : other > one
}

function item(region: Region, step: Step): Region {
  if (region.annex?.table && region.rows !== null && region.paras.every(({role}) => role !== 'line'))
    throw new Refusal(`a table has no ${nameOf(step)}`)
  const found = itemsOf(region.paras).filter(({marker}) => marker === step.number)
  if (found.length === 0) throw new Refusal(`there is no ${nameOf(step)}${region.point === null ? '' : ` in point ${region.point}`}`)
  if (found.length > 1) throw new Refusal(`${nameOf(step)} is there ${String(found.length)} times`)
  return {...region, paras: found[0]!.paras}
}

/** The parts of a point: each begins anew, with a capital, outside the items. */
export function partsOf(paras: readonly Para[]): Para[][] {
  const inItem = new Set(itemsOf(paras).flatMap(({paras: own}) => own))
  const parts: Para[][] = []
  paras.forEach((para, index) => {
    const opens = index === 0 || (!inItem.has(para) && beginsAnew(para, paras[index - 1]!))
    if (opens) parts.push([para])
    else parts.at(-1)!.push(para)
  })
  return parts
}

function nth<T>(list: readonly T[], step: Step): T {
  const found = step.number === 'last' ? list.at(-1) : list[Number(step.number) - 1]
  if (found === undefined) throw new Refusal(`there is no ${nameOf(step)}: ${String(list.length)} are there`)
  return found
}

function part(region: Region, step: Step): Region {
  return {...region, paras: nth(partsOf(region.paras), step)}
}

/** The paragraphs that are counted: those of items are items, unless an item is what is counted in. */
export function countedParagraphs(region: Region): {paras: Para[]; doubtful: boolean} {
  const {paras} = region
  if (region.last?.unit === 'item') return {paras, doubtful: false}
  const inItems = new Set(itemsOf(paras).flatMap(({paras: own}) => own))
  const own = paras.filter((para, index) => index === 0 || !inItems.has(para))
  return {paras: own, doubtful: own.length !== paras.length}
}

function paragraph(region: Region, step: Step): Region {
  const {paras, doubtful} = countedParagraphs(region)
  const all = region.paras
  const found = step.number === 'last' ? paras.at(-1) : paras[Number(step.number) - 1]
  const other = step.number === 'last' ? all.at(-1) : all[Number(step.number) - 1]
  // Where items stand before it, «екінші абзац» may count them or not.
  if (doubtful && found !== other) {
    if (found === undefined || other === undefined) return {...region, paras: [nth(found === undefined ? all : paras, step)]}
    throw new Refusal(`${nameOf(step)} may be two: with the items counted, or without them`)
  }
  return {...region, paras: [nth(paras, step)]}
}

const SENTENCE_BREAK = /(?<=[.!?…]["»”)]?)\s+(?=[\p{Lu}«"“\d])/gu
/** «К. Мәсімов», «010000, Астана қ. Есіл», «т.б.»: a stop that ends no sentence. */
const ABBREVIATION = /(?:^|[\s(«"])(?:\p{L}{1,3}|\d+|т\.\s?б)\.$/u

/** Offsets of the sentences of a text. */
export function sentencesOf(text: string): [number, number][] {
  const sentences: [number, number][] = []
  let from = POINT_NUMBER.exec(text)?.[0].length ?? ITEM_MARKER.exec(text)?.[0].length ?? 0
  for (const match of text.matchAll(SENTENCE_BREAK)) {
    if (match.index <= from || ABBREVIATION.test(text.slice(from, match.index))) continue
    sentences.push([from, match.index])
    from = match.index + match[0].length
  }
  sentences.push([from, text.length])
  return sentences
}

function sentence(region: Region, step: Step): Region {
  const all = region.paras.flatMap((para) => sentencesOf(para.text).map((span) => ({para, span})))
  const {para, span} = nth(all, step)
  return {...region, paras: [para], part: span}
}

function tableSection(region: Region, step: Step): Region {
  const {table} = region.annex ?? {}
  // ««Жалпы ережелер» деген бөлімде»: a section of the standard, not of a table.
  if (!region.annex && region.scope.kind === 'standard') {
    const headings = region.paras.filter((para) => para.role === 'heading' && isNamed(para, step.name ?? ''))
    const number = POINT_NUMBER.exec(headings[0]?.text ?? '')?.[1]
    if (headings.length === 1 && number !== undefined) return section(region, {unit: 'section', number}, [])
    throw new Refusal(`there ${headings.length === 0 ? 'is no' : `are ${String(headings.length)}`} ${nameOf(step)}`)
  }
  if (!table) throw new Refusal(`${nameOf(step)}: ${region.annex ? noTable(region.annex) : 'no annex is named'}`)
  const key = nameKey(step.name ?? '')
  const found = table.headings.flatMap((heading, index) => (heading !== null && nameKey(heading) === key ? [index] : []))
  if (found.length === 0) throw new Refusal(`the table has no ${nameOf(step)}`)
  if (found.length > 1) throw new Refusal(`the table has ${nameOf(step)} ${String(found.length)} times`)
  return {...region, group: found[0]!, rows: region.rows?.filter(({group}) => group === found[0]) ?? []}
}

/** «13», «13)», «13.»: the number that counts. */
export function rowNumber(text: string): string {
  return /\d+(?:[-.]\d+)*/u.exec(text)?.[0] ?? ''
}

/** «Жиілігі _____»: a line of a blank without the rule behind it. */
const BLANK_RULE = /(?<![\s_])\s*_[\s_]*[.;,]?$/u

function row(region: Region, step: Step): Region {
  if (step.name !== undefined) return rowCalled(region, step)
  if (region.rows === null) throw new Refusal(`${nameOf(step)}: ${region.annex ? noTable(region.annex) : 'no annex is named'}`)
  const found = region.rows.filter(
    ({number}) => rowNumber(number) === rowNumber(step.number ?? '') && (!step.number?.endsWith(')') || number.endsWith(')')),
  )
  if (found.length === 0) throw new Refusal(`the table has no ${nameOf(step)}`)
  if (found.length > 1) throw new Refusal(`the table has ${nameOf(step)} ${String(found.length)} times: its section is not named`)
  return {...region, rows: found, paras: []}
}

/** A row by what it says: the line of a blank, or a row one of whose cells says just this. */
function rowCalled(region: Region, step: Step): Region {
  const key = nameKey(step.name ?? '')
  if (region.rows !== null) {
    const found = region.rows.filter(({cells}) =>
      cells.some((cell) => nameKey(cell) === key || nameKey(cell.replace(ROW_CODE, '')) === key),
    )
    if (found.length !== 1)
      throw new Refusal(
        `the table has ${found.length === 0 ? 'no' : String(found.length)} ${found.length > 1 ? 'rows' : 'row'} «${step.name ?? ''}»`,
      )
    return {...region, rows: found, paras: []}
  }
  const lines = region.paras.filter(({role, text}) => (role === 'line' || role === 'cell') && nameKey(text.replace(BLANK_RULE, '')) === key)
  if (!region.annex || lines.length === 0) throw new Refusal(`there is no line «${step.name ?? ''}»`)
  if (lines.length > 1) throw new Refusal(`there are ${String(lines.length)} lines «${step.name ?? ''}»`)
  return {...region, paras: lines}
}

/** «3.2. »: the number in the first cell of a row. */
const ROW_CODE = /^\d{1,2}(?:\.\d{1,2})?\s?\.\s*/u

function column(region: Region, step: Step): Region {
  const table = region.annex?.table
  if (!table || region.rows === null)
    throw new Refusal(`${nameOf(step)}: ${region.annex && region.annex.table === null ? noTable(region.annex) : 'no table is named'}`)
  const numbered = table.numbered ? 1 : 0
  const index =
    step.name === undefined
      ? Number(step.number) - 1 - numbered
      : table.columns.findIndex((heading) => nameKey(heading) === nameKey(step.name!))
  if (index < -numbered || index >= table.columns.length || Number.isNaN(index) || (step.name !== undefined && index === -1))
    throw new Refusal(`the table has no ${nameOf(step)}`)
  return {...region, column: index}
}
