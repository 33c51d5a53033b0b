/** What the reader of Akoma Ntoso asks of an element. Whatever is not as our writer leaves it is an `AknError`. */
import type {Lines} from '../model/index.ts'
import {AKN, CHARACTER, characterOf, decodeAttribute, joinParagraphs, OWN} from './akn-names.ts'
import {isElement, type XmlElement, type XmlText} from './akn-xml.ts'

/** The XML is well-formed but is not what our own export holds. */
export class AknError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** What of the text has been read; the rest is unaccounted for. */
export type Taken = Set<XmlText>

const isNamed = (node: XmlElement | XmlText, space: string, name: string): node is XmlElement =>
  isElement(node) && node.space === space && node.name === name

/** Child elements of Akoma Ntoso with this name; all where none is given. */
export function children(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (node): node is XmlElement => isElement(node) && node.space === AKN && (name === undefined || node.name === name),
  )
}

export function child(parent: XmlElement, name: string): XmlElement | null {
  return parent.children.find((node): node is XmlElement => isNamed(node, AKN, name)) ?? null
}

/** Follows child elements by name. */
export function descend(parent: XmlElement, ...names: string[]): XmlElement | null {
  return names.reduce<XmlElement | null>((element, name) => element && child(element, name), parent)
}

export function need(parent: XmlElement, ...names: string[]): XmlElement {
  return descend(parent, ...names) ?? fail(parent, `<${parent.name}> has no <${names.join('>/<')}>`)
}

/** Child elements of our own with this name. */
export function ownChildren(parent: XmlElement | null, name: string): XmlElement[] {
  return parent?.children.filter((node): node is XmlElement => isNamed(node, OWN, name)) ?? []
}

/** An attribute of an element of Akoma Ntoso or of our own. */
export function attribute(element: XmlElement, name: string): string | null {
  const value = element.attributes.get(name)
  return value === undefined ? null : decodeAttribute(value)
}

/** An attribute of our own on an element of Akoma Ntoso. */
export function ownAttribute(element: XmlElement, name: string): string | null {
  return attribute(element, `{${OWN}}${name}`)
}

export function needAttribute(element: XmlElement, name: string, value = attribute(element, name)): string {
  return value ?? fail(element, `<${element.name}> has no attribute ${name}`)
}

/** «60 62» */
export function linesOf(element: XmlElement, value = ownAttribute(element, 'lines')): Lines {
  const found = /^(\d{1,9}) (\d{1,9})$/u.exec(value ?? '')
  return found ? [Number(found[1]), Number(found[2])] : fail(element, `<${element.name}> does not say its lines in the source («60 62»)`)
}

export function integer(element: XmlElement, value: string): number {
  return /^\d{1,9}$/u.test(value) ? Number(value) : fail(element, `«${value}» of <${element.name}> is not a number`)
}

export function boolean(element: XmlElement, value: string | null): boolean {
  return value === 'true'
    ? true
    : value === 'false'
      ? false
      : fail(element, `«${value ?? ''}» of <${element.name}> is neither true nor false`)
}

/** Whether an element is there only because the schema wants one. */
export const isFiller = (element: XmlElement): boolean => attribute(element, 'class') === 'empty'

/** The words of an element with all that stands in it. */
export function textOf(element: XmlElement, taken: Taken): string {
  let text = ''
  for (const node of element.children) {
    if (!isElement(node)) {
      taken.add(node)
      text += node.text
    } else text += characterAt(node, taken) ?? textOf(node, taken)
  }
  return text
}

/** The character that an element stands for: one that XML forbids; null where it is another element. */
export function characterAt(element: XmlElement, taken: Taken): string | null {
  const code = isNamed(element, OWN, CHARACTER)
    ? attribute(element, 'code')
    : isNamed(element, AKN, 'inline') && attribute(element, 'name') === CHARACTER
      ? ownAttribute(element, 'code')
      : null
  if (code === null) return null
  for (const node of element.children) if (!isElement(node)) taken.add(node)
  return characterOf(code) ?? fail(element, `«${code}» is the number of no character`)
}

/** The text of the `p` in an element, one a line. */
export function paragraphsOf(parent: XmlElement, taken: Taken): string {
  const paragraphs = children(parent, 'p').filter((element) => !isFiller(element))
  return joinParagraphs(paragraphs.map((element) => textOf(element, taken)))
}

/** Fields of the model that have no place of their own, as the writer left them in `further`. */
export function furtherOf(parent: XmlElement | null, taken: Taken): Record<string, unknown> {
  const [element] = ownChildren(parent, 'further')
  return element ? (valueOf(element, taken) as Record<string, unknown>) : {}
}

function valueOf(element: XmlElement, taken: Taken): unknown {
  const values = element.children.filter((node): node is XmlElement => isElement(node) && node.space === OWN)
  switch (attribute(element, 'kind')) {
    case null:
      return textOf(element, taken)
    case 'null':
      return null
    case 'number':
      return Number(textOf(element, taken))
    case 'boolean':
      return boolean(element, textOf(element, taken))
    case 'list':
      return values.map((value) => valueOf(value, taken))
    case 'object':
      return Object.fromEntries(values.map((value) => [value.name, valueOf(value, taken)]))
    default:
      return fail(element, `<${element.name}> is of no known kind`)
  }
}

export function fail(element: XmlElement, message: string): never {
  throw new AknError(message, element.line)
}
