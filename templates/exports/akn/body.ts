/**
 * Points of acts and standards as the hierarchy of Akoma Ntoso.
 *
 *       бөлім, тарау   section     sec_1
 *       тармақ         paragraph   sec_1__para_7
 *       тармақша       point       sec_1__para_7__point_2
 *       бөлік          alinea      sec_1__para_7__al_1   (unnumbered text between and behind the items)
 */
import {joinNumbers, joinParagraphs, OWN_PREFIX, splitParagraphs} from '../../../parser/read/akn-names.ts'
import type {Amendment, Item, Lines, Point, Section} from '../../../parser/model/index.ts'
import {amendingPoint, type Modification} from './amending.ts'
import type {Identifiers} from './names.ts'
import {apart, ownReferences, type Reference, type Targets} from './references.ts'
import {element, inline, text, type Attributes} from './xml.ts'

/** The name of an attribute of our own. */
export const own = (name: string): string => `${OWN_PREFIX}:${name}`

/** Where a piece of text stands in the source: «60 62». */
export const sourceLines = ([first, last]: Lines): string => `${String(first)} ${String(last)}`

/** Where elements that hold lines of the source ended up, for references to them. */
export interface Anchor {
  eId: string
  lines: Lines
  /** Identifier of the document it stands in; empty for the outermost. */
  document: string
  /** Number of the point, as printed. */
  point: string
  /** Marker of the item, as printed; null where it is the point itself. */
  item: string | null
}

/** What the elements of one document share. */
export interface Place {
  ids: Identifiers
  /** Identifier of the document within the file; empty for the outermost. */
  prefix: string
  anchors: Anchor[]
  /** Words that cite another act. */
  citations: readonly Citation[]
  /** What the text can refer to in the same document; null where mentions are not looked for. */
  targets: Targets | null
  /** Instructions that stand in the document, and where each ended up. */
  amendments: readonly Amendment[]
  modifications: Map<Amendment, Modification>
}

/** The words in which an act is cited, and its address. */
export interface Citation {
  words: string
  href: string
}

/** A text as block elements, one a line. */
export function paragraphs(value: string, attributes: Attributes = {}): string[] {
  return splitParagraphs(value).map((line) => inline('p', attributes, text(line)))
}

/** Points under their sections, in the order of the points. Those of no section stand beside the sections. */
export function sectionsWithPoints(sections: readonly Section[], points: readonly Point[], place: Place): string[] {
  const written: string[] = []
  let next = 0
  for (const section of sections) {
    const start = points.findIndex((point, index) => index >= next && point.number === section.points[0])
    const held = start === -1 ? [] : holds(points, start, section.points)
    if (held.length > 0) {
      written.push(...points.slice(next, start).map((point) => paragraph(point, place.prefix, place)))
      next = start + held.length
    }
    written.push(writeSection(section, held, place))
  }
  return [...written, ...points.slice(next).map((point) => paragraph(point, place.prefix, place))]
}

/** The points from `start` on that have these numbers, if all have. */
function holds(points: readonly Point[], start: number, numbers: readonly string[]): readonly Point[] {
  const held = points.slice(start, start + numbers.length)
  return held.length === numbers.length && held.every(({number}, index) => number === numbers[index]) ? held : []
}

function writeSection(section: Section, held: readonly Point[], place: Place): string {
  const eId = place.ids.take(place.prefix, 'sec', section.number)
  // Where the numbers are not those of the points in it, they are said apart.
  const apart = held.length === section.points.length ? null : joinNumbers(section.points)
  return element('section', {eId, [own('lines')]: sourceLines(section.lines), [own('points')]: apart}, [
    inline('num', {}, text(`${String(section.number)}.`)),
    section.title === '' ? '' : inline('heading', {eId: place.ids.take(eId, 'heading')}, text(section.title)),
    ...held.map((point) => paragraph(point, eId, place)),
  ])
}

/** One point with its items. */
export function paragraph(point: Point, parent: string, place: Place): string {
  const eId = place.ids.take(parent, 'para', point.number)
  place.anchors.push({eId, lines: point.lines, document: place.prefix, point: point.number, item: null})
  const lines = sourceLines(point.lines)
  const num = point.number === '' ? '' : inline('num', {}, text(`${point.number}.`))
  const amending = amendingPoint(point, eId, place)
  if (amending !== null) return element('paragraph', {eId, [own('lines')]: lines, [own('items')]: 'quoted'}, [num, ...amending])
  const parts = cutAtItems(point)
  // Items that are not in the words of the text stand behind it.
  const apart = parts === null ? 'apart' : null
  return element('paragraph', {eId, [own('lines')]: lines, [own('items')]: apart}, [
    num,
    ...(parts === null
      ? [container('intro', point.text, eId, place), ...point.items.map((item) => writeItem(item, point.number, eId, place))]
      : contents(parts, point.number, eId, place)),
  ])
}

function contents(parts: readonly (string | Item)[], point: string, eId: string, place: Place): string[] {
  const [first, ...rest] = parts
  if (rest.length === 0 && typeof first === 'string') return [container('content', first, eId, place)]
  return parts.map((part, index) => {
    if (typeof part !== 'string') return writeItem(part, point, eId, place)
    if (index === 0) return container('intro', part, eId, place)
    const alinea = place.ids.take(
      eId,
      'al',
      parts.slice(0, index + 1).filter((one) => typeof one === 'string').length - Number(typeof first === 'string'),
    )
    return element('alinea', {eId: alinea}, [container('content', part, alinea, place)])
  })
}

function writeItem(item: Item, point: string, parent: string, place: Place): string {
  const eId = place.ids.take(parent, 'point', item.marker)
  place.anchors.push({eId, lines: item.lines, document: place.prefix, point, item: item.marker})
  return element('point', {eId, [own('lines')]: sourceLines(item.lines)}, [
    item.marker === '' ? '' : inline('num', {}, text(item.marker)),
    container('content', item.text, eId, place),
  ])
}

function container(name: 'intro' | 'content', value: string, parent: string, place: Place): string {
  return element(
    name,
    {eId: place.ids.take(parent, name)},
    splitParagraphs(value).map((line) => inline('p', {}, withReferences(line, parent, place))),
  )
}

/** A line whose citations are references, each where it stands first: «… <ref href="/akn/kz/act/…">№ 819 қаулысымен</ref> …». */
function withReferences(line: string, parent: string, place: Place): string {
  const cited = place.citations.flatMap(({words, href}): Reference[] => {
    const start = words === '' ? -1 : line.indexOf(words)
    return start === -1 ? [] : [{start, end: start + words.length, href}]
  })
  const references = apart([...cited, ...(place.targets === null ? [] : ownReferences(line, place.targets))])
  let next = 0
  const written = references.map(({start, end, href}) => {
    const before = line.slice(next, start)
    next = end
    return `${before === '' ? '' : text(before)}${inline('ref', {eId: place.ids.next(parent, 'ref'), href}, text(line.slice(start, end)))}`
  })
  return `${written.join('')}${text(line.slice(next))}`
}

/** How an item stands in the text of its point: «1) уәкілетті органға:». */
export function itemText({marker, text: words}: Item): string {
  return [marker, words].filter((part) => part !== '').join(' ')
}

/** The text of a point as its items and what stands between them; null where the items are not in it as they are. */
function cutAtItems({text: whole, items}: Point): (string | Item)[] | null {
  const lines = whole.split('\n')
  const parts: (string | Item)[] = []
  let next = 0
  for (const item of items) {
    const printed = itemText(item).split('\n')
    const start = lines.findIndex((_, index) => index >= next && printed.every((line, offset) => lines[index + offset] === line))
    if (start === -1) return null
    if (start > next) parts.push(lines.slice(next, start).join('\n'))
    parts.push(item)
    next = start + printed.length
  }
  if (next < lines.length) parts.push(lines.slice(next).join('\n'))
  // An empty line at an end is no paragraph.
  const again = joinParagraphs(parts.map((part) => (typeof part === 'string' ? part : itemText(part))))
  return again === whole && !(items.length > 0 && parts.includes('')) ? parts : null
}
