/**
 * An act or a standard as a tree of what is compared: every part with its number, its own words and the parts in it.
 *
 *       11. … мынадай құжаттарды тапсырады:        point 11
 *       1) өтініш;                                   paragraph, item 1)
 *
 * Points and section headings stand in one row, so that a point that changed its section has only moved. So do the
 * rows of a table and the headings above them.
 */
import type {Annex, ComparedPart, Inline, LayoutBlock, Point, Resolution, Standard} from '../model/index.ts'
import {typographicKey} from './typographic.ts'

export interface Part {
  part: ComparedPart
  /** Number, marker or caption by which it is called among its neighbours. */
  key: string
  /** Its own words, without those of the parts in it. */
  text: string
  /** Unique in the document. */
  id: string
  children: Part[]
  /** Rows: id in the register, null where it is not known. */
  office?: string | null
  /** Annexes: what kind of annex. */
  kind?: Annex['kind']
  /**
   * How it is called in running text, where that is not its key: the name of an office, a heading, the number of a
   * paragraph (the one that opens a point has none).
   */
  name?: string
  /** Standards: what they tell the applicant. */
  facts?: Standard['facts']
}

export interface Act {
  resolution: Resolution | Omit<Resolution, 'source'>
  standards: readonly Standard[]
}

/** A resolution with its standards. */
export function actPart({resolution, standards}: Act): Part {
  const {id} = resolution
  const own: Part[] = [
    leaf('title', '', resolution.title, `${id}#title`),
    ...(resolution.preamble === '' ? [] : [leaf('preamble', '', resolution.preamble, `${id}#preamble`)]),
    ...resolution.points.map((point) => pointPart(point, id)),
    ...(resolution.signatory
      ? [leaf('signatory', '', `${resolution.signatory.role} ${resolution.signatory.name}`.trim(), `${id}#signatory`)]
      : []),
    ...resolution.attachments.map(({number, title, text, points}, at) => {
      const attachment = `${id}#attachment-${String(at + 1)}`
      return {
        part: 'attachment' as const,
        key: String(number ?? at + 1),
        text: '',
        id: attachment,
        name: title,
        children: [
          leaf('title', '', title, `${attachment}-title`),
          ...points.map((point) => pointPart(point, attachment)),
          ...(points.length > 0 ? [] : lineParts(text, attachment)),
        ],
      }
    }),
    ...standards.map((standard) => ({...standardPart(standard), key: String(standard.ordinal)})),
  ]
  return {part: 'act', key: '', text: '', id, children: unique(own), name: resolution.title}
}

/** A standard with its annexes. Which number it has in its act is the act's business. */
export function standardPart(standard: Standard): Part {
  const {id, title, sections, points, annexes} = standard
  const children: Part[] = [leaf('title', '', title, `${id}#title`)]
  const sectionOf = new Map(sections.flatMap((section, at) => section.points.map((number) => [number, at] as const)))
  let printed = 0
  const headings = (upTo: number) => {
    for (; printed < upTo; printed++) {
      const section = sections[printed]!
      children.push(leaf('section', String(section.number), section.title, `${id}#s${String(section.number)}`))
    }
  }
  for (const point of points) {
    headings((sectionOf.get(point.number) ?? -1) + 1)
    children.push(pointPart(point, id))
  }
  headings(sections.length)
  for (const annex of annexes) children.push(annexPart(annex))
  return {part: 'standard', key: '', text: '', id, children: unique(children), name: title, facts: standard.facts}
}

function pointPart(point: Point, owner: string): Part {
  const id = `${owner}#${point.number}`
  const lines = point.text === '' ? [] : point.text.split('\n')
  let next = 0
  let paragraph = 0
  const children = lines.map((line) => {
    const item = point.items[next]
    if (item && line === `${item.marker} ${item.text}`.trim()) {
      next++
      return leaf('item', item.marker, item.text, `${id}.${item.marker.replace(/[).]+$/u, '')}`)
    }
    paragraph++
    const number = String(paragraph)
    return {...leaf('paragraph', '', line, `${id}-p${number}`), ...(paragraph === 1 && next === 0 ? {} : {name: number})}
  })
  return {part: 'point', key: point.number, text: '', id, children: unique(children)}
}

function annexPart(annex: Annex): Part {
  const {id, number, kind, title} = annex
  const children: Part[] = title === null ? [] : [leaf('title', '', title, `${id}#title`)]
  if (kind === 'offices' && annex.groups) children.push(...officeParts(annex))
  else if (kind === 'indicators' && annex.indicators) children.push(...indicatorParts(annex))
  else {
    children.push(...lineParts(annex.layout ? annex.layout.map(blockText).join('\n') : annex.text, id))
    children.push(...fieldParts(annex))
  }
  return {part: 'annex', key: String(number), text: '', id, children: unique(children), kind, ...(title === null ? {} : {name: title})}
}

function officeParts({id, columns = [], groups = []}: Annex): Part[] {
  const parts: Part[] = columns.map((text, at) => leaf('column', String(at + 1), text, `${id}#column-${String(at + 1)}`))
  const keys = columnKeys(columns)
  let row = 0
  groups.forEach((group, at) => {
    if (group.heading !== null) parts.push(leaf('group', '', group.heading, `${id}#group-${String(at + 1)}`))
    const own = group.columns ? columnKeys(group.columns) : keys
    for (const {number, cells, office} of group.rows) {
      const rowId = `${id}#row-${String(++row)}`
      parts.push({
        part: 'row',
        key: number,
        text: '',
        id: rowId,
        office,
        name: cells[0] ?? '',
        children: cells.map((text, column) => ({
          ...leaf('cell', own[column] ?? `column-${String(column + 1)}`, text, `${rowId}-${String(column + 1)}`),
          name: (group.columns ?? columns)[column] ?? String(column + 1),
        })),
      })
    }
  })
  return parts
}

/** What a column of an office table holds, told by its heading: lists of different acts name the same column differently. */
const COLUMN_KINDS: readonly (readonly [key: string, heading: RegExp])[] = [
  // «Байланыс деректері», «Қала коды және телефон нөмірі»
  ['phones', /телефон|байланыс/iu],
  // «Жұмыс кестесі»
  ['hours', /кесте|жұмыс\s+уақыты/iu],
  // «Орналасқан мекенжайы»
  ['address', /мекен-?\s?жай|орналас/iu],
  // «Орталықтардың атауы»
  ['name', /атауы|атаулары/iu],
]

function columnKeys(columns: readonly string[]): string[] {
  const taken = new Set<string>()
  return columns.map((heading, at) => {
    const kind = COLUMN_KINDS.find(([key, pattern]) => !taken.has(key) && pattern.test(heading))?.[0]
    const key = kind ?? `column-${String(at + 1)}`
    taken.add(key)
    return key
  })
}

function indicatorParts({id, columns = [], indicators = []}: Annex): Part[] {
  const parts: Part[] = columns.map((text, at) => leaf('column', String(at + 1), text, `${id}#column-${String(at + 1)}`))
  let heading: string | null = null
  let groups = 0
  for (const {group, code, label, normative, target, current} of indicators) {
    if (group !== heading) parts.push(leaf('group', '', (heading = group), `${id}#group-${String(++groups)}`))
    const indicator = `${id}#${code}`
    parts.push({
      part: 'indicator',
      key: code,
      text: '',
      id: indicator,
      name: label,
      children: Object.entries({label, normative, target, current}).map(([key, text]) => leaf('cell', key, text, `${indicator}-${key}`)),
    })
  }
  return parts
}

/** «______», «_ _ _»: a rule to write on, however long. */
const RULE = /_(?:[\s_]*_)?/gu

/** Paragraphs of a text without numbers. */
function lineParts(text: string, owner: string): Part[] {
  return text
    .split('\n')
    .map((line) => line.replace(RULE, '___').replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '' && line !== '___')
    .map((line, at) => leaf('line', '', line, `${owner}#line-${String(at + 1)}`))
}

/** The words of a block of a blank, gaps as rules: where its lines were wrapped is no difference. */
function blockText(block: LayoutBlock): string {
  const inline = (content: readonly Inline[]) =>
    content.map((one) => (one.type === 'text' ? one.value : `___${one.caption ?? ''}`)).join('')
  switch (block.type) {
    case 'addressee':
      return block.lines.map(inline).join(' ')
    case 'title':
      return block.lines.join(' ')
    case 'paragraph':
    case 'signature':
      return inline(block.content)
    case 'item':
      return `${block.marker} ${inline(block.content)}`
    case 'rules':
      return `___ ${block.caption ?? ''}`
    case 'table':
      return [block.columns, ...block.rows].map((cells) => cells.join(' | ')).join('\n')
    case 'box':
      return [block.number ?? '', block.text, ...(block.lines ?? []).map(inline)].join(' ')
    case 'note':
    case 'side':
      return block.text
  }
}

/** The fields of a blank by their captions; what is asked for is a part of its own, so that a changed caption reads as such. */
function fieldParts({id, fields = []}: Annex): Part[] {
  return fields.map((field) => {
    const fieldId = `${id}#${field.name}`
    const attributes: [string, string][] = [
      ['type', field.type],
      ['required', String(field.required)],
      ...(field.columns ? [['columns', field.columns.join(' | ')] as [string, string]] : []),
      ...(field.options ? [['options', field.options.join(' | ')] as [string, string]] : []),
    ]
    return {
      part: 'field',
      key: '',
      text: field.label,
      id: fieldId,
      name: field.label,
      children: attributes.map(([key, text]) => leaf('attribute', key, text, `${fieldId}-${key}`)),
    }
  })
}

function leaf(part: ComparedPart, key: string, text: string, id: string): Part {
  return {part, key, text, id, children: []}
}

/** Ids told apart where a text gives a number twice: the second is «…~2». */
function unique(parts: Part[]): Part[] {
  const seen = new Map<string, number>()
  for (const part of parts) {
    const count = (seen.get(part.id) ?? 0) + 1
    seen.set(part.id, count)
    if (count > 1) rename(part, part.id, `${part.id}~${String(count)}`)
  }
  return parts
}

function rename(part: Part, from: string, to: string): void {
  if (part.id.startsWith(from)) part.id = to + part.id.slice(from.length)
  for (const child of part.children) rename(child, from, to)
}

/** All words of a part, each line with its number: what is shown of a part that is there on one side only. */
export function wholeText(part: Part): string {
  if (part.children.length === 0) return part.text
  const lines = part.children.map((child) => {
    const text = wholeText(child)
    return child.part === 'item' ? `${child.key} ${text}` : child.part === 'point' ? `${child.key}. ${text}` : text
  })
  return [part.text, ...lines].filter((line) => line !== '').join('\n')
}

/** Whether two parts are the same in everything that is compared. */
export function samePart(a: Part, b: Part): boolean {
  return (
    a.key === b.key &&
    a.text === b.text &&
    a.part === b.part &&
    a.children.length === b.children.length &&
    a.children.every((child, at) => samePart(child, b.children[at]!))
  )
}

/** An order of documents by their content: negative where `a` goes first, 0 where both say the same. */
export function orderOf(a: Part, b: Part): number {
  return (
    order(a.part, b.part) ||
    order(a.key, b.key) ||
    order(a.text, b.text) ||
    a.children.length - b.children.length ||
    a.children.reduce((found, child, at) => found || orderOf(child, b.children[at]!), 0)
  )
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Whether the words of two parts are the same but for what only looks different. */
export function looksSame(a: Part, b: Part): boolean {
  return a.text === b.text || typographicKey(a.text) === typographicKey(b.text) || sameNumbers(a, b)
}

/** «8 (7162) 40-10-76» and «8-7162-40-10-76» */
const NOT_DIGITS = /\D+/gu
const LETTER = /\p{L}/u

function sameNumbers(a: Part, b: Part): boolean {
  if (a.part !== 'cell' || a.key !== 'phones' || LETTER.test(a.text) || LETTER.test(b.text)) return false
  const digits = a.text.replace(NOT_DIGITS, '')
  return digits !== '' && digits === b.text.replace(NOT_DIGITS, '')
}
