/**
 * Names that the writer of Akoma Ntoso (templates/exports/akn) and its reader share, and how a string becomes XML.
 *
 * XML cannot hold some characters, not even as references (XML 1.0, section 2.2). None may be lost, so each is shown
 * by a stand-in, and what it was is written beside it: an element in running text, `\u{B}` in an attribute.
 */
import type {ActReference} from '../model/index.ts'

/** Akoma Ntoso 3.0 (OASIS LegalDocML 1.0). */
export const AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
/** Elements and attributes of our own: what Akoma Ntoso has no place for. */
export const OWN = 'urn:x-qyzmet:akn'
/** The prefix of `OWN`; a reader must go by the name space. */
export const OWN_PREFIX = 'qz'
/** Version of the export; a reader refuses another. */
export const EXPORT_VERSION = '1'
/** `name` of the element that stands for a character which XML forbids. */
export const CHARACTER = 'character'

/** What XML 1.0 cannot hold: most control characters, U+FFFE, U+FFFF, halves of surrogate pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** «\u{B}», «\\» */
const ESCAPED = /\\(?:u\{(?<code>[\dA-F]{1,4})\}|(?<backslash>\\))/gu

/** A piece of text as XML can hold it, or a character that it cannot. */
export interface TextPiece {
  text: string
  /** The character's number in hexadecimal digits, where `text` is its stand-in. */
  code: string | null
}

/** Cuts a text at the characters that XML forbids; each becomes a visible stand-in with its number. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const {0: character, index} of text.matchAll(FORBIDDEN)) {
    if (index > end) pieces.push({text: text.slice(end, index), code: null})
    const code = character.charCodeAt(0)
    // The pictures of control characters: «␀», «␋»; the replacement character for the rest.
    pieces.push({text: code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd', code: code.toString(16).toUpperCase()})
    end = index + 1
  }
  if (end < text.length || pieces.length === 0) pieces.push({text: text.slice(end), code: null})
  return pieces
}

/** The character with this number; null where the number is none. */
export function characterOf(code: string): string | null {
  return /^[\dA-F]{1,4}$/u.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : null
}

/** A string for an attribute: forbidden characters as `\u{B}`, the backslash doubled. */
export function encodeAttribute(value: string): string {
  return value.replaceAll('\\', '\\\\').replace(FORBIDDEN, (character) => `\\u{${character.charCodeAt(0).toString(16).toUpperCase()}}`)
}

/** The string of an attribute written by `encodeAttribute`. */
export function decodeAttribute(value: string): string {
  return value.replace(ESCAPED, (_, code: string | undefined) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** A text as paragraphs: none for an empty text, else its lines. `joinParagraphs` is the way back. */
export function splitParagraphs(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join('\n')
}

/** Numbers of points in one attribute: «1 2 7-1». A blank in a number becomes «%20;». */
export function joinNumbers(numbers: readonly string[]): string {
  return numbers.map((number) => number.replace(/[%\s]/gu, (character) => `%${character.charCodeAt(0).toString(16)};`)).join(' ')
}

/** Acts in one attribute: «2011-07-22/848 2012-12-29/1741»; an act without a date begins with the stroke. */
export function joinActs(acts: readonly ActReference[]): string {
  return joinNumbers(acts.map(({number, date}) => `${date ?? ''}/${number}`))
}

export function splitActs(value: string): ActReference[] {
  if (value === '') return []
  return splitNumbers(value).map((act) => {
    const stroke = act.indexOf('/')
    return {number: act.slice(stroke + 1), date: stroke > 0 ? act.slice(0, stroke) : null}
  })
}

export function splitNumbers(value: string): string[] {
  return value
    .split(' ')
    .map((number) => number.replace(/%([\da-f]+);/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
}
