/**
 * XML as strings, with nothing in it that is not escaped: every name is a constant of ours, every value goes through
 * `attributes` or `text`.
 *
 * Running text keeps its white space: an element with text in it is written on one line. Only between elements are
 * there line feeds.
 */
import {toXml} from '../../../parser/language/hidden-characters.ts'
import {CHARACTER, encodeAttribute, OWN_PREFIX, textPieces} from '../../../parser/read/akn-names.ts'

/** What an attribute may hold; one that is undefined or null is left out. */
export type Attributes = Record<string, string | number | boolean | null | undefined>

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  // «]]>» must not stand in a text; without the bare sign it cannot.
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  // A bare one would be read as a line feed.
  '\r': '&#13;',
}
const escape = (character: string): string => ESCAPES[character] ?? character

/** ` name="value"` for each attribute. */
function attributes(values: Attributes): string {
  let written = ''
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue
    written += ` ${name}="${toXml(encodeAttribute(String(value)).replace(/[&<>"\t\n\r]/gu, escape))}"`
  }
  return written
}

/** An element that holds elements, one a line; empty ones are closed at once. */
export function element(name: string, values: Attributes, children: readonly string[] = []): string {
  const content = children.filter((child) => child !== '')
  if (content.length === 0) return `<${name}${attributes(values)}/>`
  return `<${name}${attributes(values)}>\n${content.join('\n')}\n</${name}>`
}

/** An element that holds text and elements in the text: nothing is added between them. */
export function inline(name: string, values: Attributes, content: string): string {
  return content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`
}

/** Running text of Akoma Ntoso; a character that XML forbids becomes an element with its number. */
export function text(value: string): string {
  return pieces(value, (standIn, code) => inline('inline', {name: CHARACTER, [`${OWN_PREFIX}:code`]: code}, standIn))
}

/** The same within elements of our own. */
export function ownText(value: string): string {
  return pieces(value, (standIn, code) => inline(`${OWN_PREFIX}:${CHARACTER}`, {code}, standIn))
}

function pieces(value: string, character: (standIn: string, code: string) => string): string {
  return textPieces(value)
    .map(({text: piece, code}) => (code === null ? toXml(piece.replace(/[&<>\r]/gu, escape)) : character(piece, code)))
    .join('')
}

/** A text of our own; one that is not there is left out. */
export function ownValue(name: string, content: string | null | undefined, values: Attributes = {}): string {
  return content === null || content === undefined ? '' : inline(`${OWN_PREFIX}:${name}`, values, ownText(content))
}

/**
 * Any value of the model as elements of our own, for what has no place elsewhere.
 *
 *       <qz:operation kind="object"><qz:kind>insert</qz:kind><qz:after kind="null"/></qz:operation>
 */
function structure(name: string, value: unknown): string {
  const tag = `${OWN_PREFIX}:${name}`
  if (typeof value === 'string') return inline(tag, {}, ownText(value))
  if (value === null) return inline(tag, {kind: 'null'}, '')
  if (typeof value === 'number' || typeof value === 'boolean') return inline(tag, {kind: typeof value}, ownText(String(value)))
  if (Array.isArray(value))
    return element(
      tag,
      {kind: 'list'},
      value.map((entry) => structure('entry', entry)),
    )
  return element(
    tag,
    {kind: 'object'},
    Object.entries(value as object).flatMap(([key, entry]) => (entry === undefined ? [] : structure(key, entry))),
  )
}

/** The fields of an object but those that are written elsewhere. */
export function further(value: object, written: readonly string[]): string {
  const rest = Object.entries(value).filter(([key, entry]) => !written.includes(key) && entry !== undefined)
  return rest.length === 0 ? '' : structure('further', Object.fromEntries(rest))
}
