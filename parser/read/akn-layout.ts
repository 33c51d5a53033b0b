/** The layout of a blank out of Akoma Ntoso. */
import type {Inline, LayoutBlock} from '../model/index.ts'
import {
  attribute,
  boolean,
  characterAt,
  children,
  fail,
  integer,
  isFiller,
  needAttribute,
  ownAttribute,
  textOf,
  type Taken,
} from './akn-nodes.ts'
import {isElement, type XmlElement} from './akn-xml.ts'

/** The blocks of a blank, from the top. */
export function readLayout(drawn: XmlElement, taken: Taken): LayoutBlock[] {
  return children(drawn).map((element) => readBlock(element, taken))
}

function readBlock(element: XmlElement, taken: Taken): LayoutBlock {
  if (element.name === 'table') return readTable(element, taken)
  const type = attribute(element, element.name === 'container' ? 'name' : 'class')
  const indent = ownAttribute(element, 'indent')
  switch (type) {
    case 'addressee':
      return {type, lines: paragraphs(element).map((line) => readInlines(line, taken))}
    case 'title':
      return {type, lines: paragraphs(element).map((line) => textOf(line, taken))}
    case 'paragraph':
      return {type, indent: boolean(element, indent), content: readInlines(element, taken)}
    case 'item':
      return {
        type,
        marker: markerOf(element, taken) ?? fail(element, 'an item has no marker'),
        ...(indent === null ? {} : {indent: boolean(element, indent)}),
        content: readInlines(element, taken),
      }
    case 'rules':
      return readRules(element, taken)
    case 'box': {
      const lines = ownAttribute(element, 'lines')
      return {
        type,
        number: ownAttribute(element, 'number'),
        text: paragraphs(element, 'text').map((line) => textOf(line, taken))[0] ?? fail(element, 'a box has no text'),
        field: ownAttribute(element, 'field'),
        width: decimal(element, ownAttribute(element, 'width')),
        ...(lines === null ? {} : {lines: paragraphs(element, 'line').map((line) => readInlines(line, taken))}),
      }
    }
    case 'signature':
      return {type, content: readInlines(element, taken)}
    case 'note':
    case 'side':
      return {type, text: textOf(element, taken)}
    default:
      return fail(element, `<${element.name}> «${type ?? ''}» is no block of a blank`)
  }
}

function paragraphs(element: XmlElement, kind?: string): XmlElement[] {
  return children(element, 'p').filter((line) => !isFiller(line) && (kind === undefined || attribute(line, 'class') === kind))
}

function readRules(element: XmlElement, taken: Taken): LayoutBlock {
  const [caption] = paragraphs(element, 'caption').map((line) => textOf(line, taken))
  const [tail] = paragraphs(element, 'tail').map((line) => textOf(line, taken))
  const markers = paragraphs(element, 'rule').flatMap((line) => markerOf(line, taken) ?? [])
  return {
    type: 'rules',
    field: needAttribute(element, 'field', ownAttribute(element, 'field')),
    count: integer(element, needAttribute(element, 'count', ownAttribute(element, 'count'))),
    caption: caption ?? null,
    ...(ownAttribute(element, 'markers') === null ? {} : {markers}),
    ...(tail === undefined ? {} : {tail}),
  }
}

function readTable(element: XmlElement, taken: Taken): LayoutBlock {
  const rows = children(element, 'tr').filter((row) => !isFiller(row))
  const cellsOf = (row: XmlElement) => (ownAttribute(row, 'cells') === '0' ? [] : children(row).map((cell) => textOf(cell, taken)))
  const head = rows.find((row) => attribute(row, 'class') === 'head')
  return {
    type: 'table',
    field: ownAttribute(element, 'field'),
    columns: head ? cellsOf(head) : [],
    numbers: boolean(element, ownAttribute(element, 'numbers')),
    rows: rows.filter((row) => row !== head).map(cellsOf),
  }
}

const isMarker = (element: XmlElement): boolean => element.name === 'span' && attribute(element, 'class') === 'marker'

function markerOf(element: XmlElement, taken: Taken): string | null {
  const marker = children(element).find(isMarker)
  return marker ? textOf(marker, taken) : null
}

/** Words and gaps; words that follow words are in a `span`. */
function readInlines(element: XmlElement, taken: Taken): Inline[] {
  const inlines: Inline[] = []
  let words: string | null = null
  const close = () => {
    if (words !== null) inlines.push({type: 'text', value: words})
    words = null
  }
  for (const node of element.children) {
    if (!isElement(node)) {
      taken.add(node)
      words = (words ?? '') + node.text
      continue
    }
    const character = characterAt(node, taken)
    if (character !== null) {
      words = (words ?? '') + character
      continue
    }
    close()
    if (node.name === 'fillIn') inlines.push(readGap(node, taken))
    else if (!isMarker(node)) inlines.push({type: 'text', value: textOf(node, taken)})
  }
  close()
  return inlines
}

function readGap(element: XmlElement, taken: Taken): Inline {
  const part = ownAttribute(element, 'part')
  const caption = textOf(element, taken)
  return {
    type: 'gap',
    field: needAttribute(element, 'field', ownAttribute(element, 'field')),
    width: decimal(element, attribute(element, 'width')),
    caption: caption === '' ? ownAttribute(element, 'caption') : caption,
    ...(part === null ? {} : {part: part as NonNullable<Extract<Inline, {type: 'gap'}>['part']>}),
  }
}

function decimal(element: XmlElement, value: string | null): number {
  const number = Number(value ?? 'nothing')
  return Number.isFinite(number) ? number : fail(element, `«${value ?? ''}» of <${element.name}> is not a number`)
}
