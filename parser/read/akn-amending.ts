/** Points with instructions out of Akoma Ntoso: the lines of their text, quoted ones among them. */
import type {Item} from '../model/index.ts'
import {AKN} from './akn-names.ts'
import {attribute, characterAt, children, fail, linesOf, ownAttribute, textOf, type Taken} from './akn-nodes.ts'
import {isElement, type XmlElement} from './akn-xml.ts'

/** Text and items of a point whose instructions are told apart. */
export function readAmendingPoint(paragraph: XmlElement, taken: Taken): {text: string; items: Item[]} {
  const reading: Reading = {lines: [], lead: '', items: [], taken}
  for (const part of children(paragraph)) if (part.name !== 'num') readBlock(part, reading)
  const items = reading.items.map(({element, marker, line}) => {
    const printed = reading.lines[line] ?? ''
    if (!printed.startsWith(`${marker} `)) fail(element, `the text of item «${marker}» does not begin with its number`)
    return {marker, text: printed.slice(marker.length + 1), lines: linesOf(element)}
  })
  return {text: reading.lines.join('\n'), items}
}

interface Reading {
  lines: string[]
  /** What the next line begins with. */
  lead: string
  items: {element: XmlElement; marker: string; line: number}[]
  taken: Taken
}

function readBlock(element: XmlElement, reading: Reading): void {
  const {lines, items, taken} = reading
  const listed = ownAttribute(element, 'lines') !== null
  if (element.name === 'p') {
    const marker = ownAttribute(element, 'item')
    if (marker !== null) items.push({element, marker, line: lines.length})
    lines.push(reading.lead)
    reading.lead = ''
    readInline(element, reading)
    return
  }
  for (const part of children(element)) {
    if (part.name !== 'num') {
      readBlock(part, reading)
      continue
    }
    const marker = textOf(part, taken)
    if (listed) items.push({element, marker, line: lines.length})
    reading.lead += `${marker} `
  }
}

function readInline(element: XmlElement, reading: Reading): void {
  const {lines, taken} = reading
  const add = (words: string) => {
    lines.push((lines.pop() ?? '') + words)
  }
  for (const node of element.children) {
    if (!isElement(node)) {
      taken.add(node)
      add(node.text)
      continue
    }
    const character = characterAt(node, taken)
    if (character !== null) {
      add(character)
      continue
    }
    if (node.space !== AKN) continue
    const [start, end] = [attribute(node, 'startQuote') ?? '', attribute(node, 'endQuote') ?? '']
    if (node.name === 'quotedStructure') {
      reading.lead = start
      for (const part of children(node)) readBlock(part, reading)
    } else {
      add(start)
      readInline(node, reading)
    }
    add(end)
  }
}
