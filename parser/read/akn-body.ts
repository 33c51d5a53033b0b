/** Sections, points and items out of the hierarchy of Akoma Ntoso. */
import type {Item, Point, Section} from '../model/index.ts'
import {readAmendingPoint} from './akn-amending.ts'
import {joinParagraphs, splitNumbers} from './akn-names.ts'
import {child, children, integer, linesOf, ownAttribute, paragraphsOf, textOf, type Taken} from './akn-nodes.ts'
import type {XmlElement} from './akn-xml.ts'

/** «7.» → «7»; the full stop is the writer's. */
const FULL_STOP = /\.$/u

/** Sections and points of the main part of a standard, in order. */
export function readHierarchy(body: XmlElement, taken: Taken): {sections: Section[]; points: Point[]} {
  const sections: Section[] = []
  const points: Point[] = []
  for (const element of children(body)) {
    if (element.name === 'paragraph') points.push(readPoint(element, taken))
    if (element.name !== 'section') continue
    const held = children(element, 'paragraph').map((paragraph) => readPoint(paragraph, taken))
    points.push(...held)
    const heading = child(element, 'heading')
    const apart = ownAttribute(element, 'points')
    sections.push({
      number: integer(element, numberOf(element, taken)),
      title: heading ? textOf(heading, taken) : '',
      points: apart === null ? held.map(({number}) => number) : splitNumbers(apart),
      lines: linesOf(element),
    })
  }
  return {sections, points}
}

/** The points that stand in an element, in order. */
export function readPoints(body: XmlElement, taken: Taken): Point[] {
  return children(body, 'paragraph').map((paragraph) => readPoint(paragraph, taken))
}

function readPoint(element: XmlElement, taken: Taken): Point {
  const items: Item[] = []
  const parts: string[] = []
  const written = ownAttribute(element, 'items')
  if (written === 'quoted') return {number: numberOf(element, taken), lines: linesOf(element), ...readAmendingPoint(element, taken)}
  const apart = written === 'apart'
  for (const part of children(element)) {
    if (part.name === 'intro' || part.name === 'content') parts.push(paragraphsOf(part, taken))
    if (part.name === 'alinea') parts.push(contentOf(part, taken))
    if (part.name !== 'point') continue
    const num = child(part, 'num')
    const item = {marker: num ? textOf(num, taken) : '', text: contentOf(part, taken), lines: linesOf(part)}
    items.push(item)
    if (!apart) parts.push([item.marker, item.text].filter((words) => words !== '').join(' '))
  }
  return {number: numberOf(element, taken), text: joinParagraphs(parts), lines: linesOf(element), items}
}

function contentOf(element: XmlElement, taken: Taken): string {
  const content = child(element, 'content')
  return content ? paragraphsOf(content, taken) : ''
}

function numberOf(element: XmlElement, taken: Taken): string {
  const num = child(element, 'num')
  return num ? textOf(num, taken).replace(FULL_STOP, '') : ''
}
