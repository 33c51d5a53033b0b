/**
 * The objects a PDF is made of, read from its bytes (ISO 32000-1, 7.2 and 7.3).
 *
 *     << /T (current-1-1) /V <FEFF00390035> /Kids [12 0 R] >>
 *     a dictionary of a literal string, a hexadecimal string and an array with a reference
 */

export class PdfError extends Error {}

export interface Name {
  readonly name: string
}
export interface Reference {
  readonly number: number
  readonly generation: number
}
export type Dictionary = Map<string, PdfObject>
export interface Stream {
  readonly dictionary: Dictionary
  /** Where the stream's bytes begin. */
  readonly start: number
}
export type PdfObject = null | boolean | number | Name | Uint8Array | Reference | PdfObject[] | Dictionary | Stream

export const isName = (object: PdfObject | undefined): object is Name =>
  typeof object === 'object' && object !== null && 'name' in object && typeof object.name === 'string'
export const isReference = (object: PdfObject | undefined): object is Reference =>
  typeof object === 'object' && object !== null && 'generation' in object
export const isStream = (object: PdfObject | undefined): object is Stream =>
  typeof object === 'object' && object !== null && 'dictionary' in object
export const isDictionary = (object: PdfObject | undefined): object is Dictionary => object instanceof Map
export const isString = (object: PdfObject | undefined): object is Uint8Array => object instanceof Uint8Array

/** Arrays and dictionaries deeper than this are made to break readers. */
const DEEPEST = 64

const WHITE = new Set([0, 9, 10, 12, 13, 32])
/** ( ) < > [ ] { } / % */
const DELIMITERS = new Set([0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d, 0x2f, 0x25])

/** «-12», «+.5», «4.»; some writers double the sign. */
const NUMBER = /^[+-]{0,2}(?:\d+(?:\.\d*)?|\.\d+)$/u

const ESCAPES: Record<number, number> = {0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12}

/** Reads objects one after the other. */
export class Lexer {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  /** Goes over white space and comments. */
  skip(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined) return
      if (byte === 0x25) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++
      } else if (WHITE.has(byte)) this.at++
      else return
    }
  }

  /** The next run of regular characters: a number, `obj`, `true`, `R`. */
  word(): string {
    this.skip()
    const start = this.at
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined || WHITE.has(byte) || DELIMITERS.has(byte)) break
      this.at++
    }
    return latin1(this.bytes.subarray(start, this.at))
  }

  /** A whole number where the format demands one. */
  integer(): number {
    const word = this.word()
    if (!/^\d{1,15}$/u.test(word)) throw new PdfError(`a number was expected at byte ${String(this.at)}`)
    return Number(word)
  }

  /** The next object; a dictionary followed by `stream` is a stream. */
  object(depth = 0): PdfObject {
    if (depth > DEEPEST) throw new PdfError('objects are nested too deep')
    this.skip()
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new PdfError('the file ends inside an object')
    if (byte === 0x2f) return this.name()
    if (byte === 0x28) return this.literal()
    if (byte === 0x5b) return this.array(depth)
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.hexadecimal()
    const word = this.word()
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    if (!NUMBER.test(word)) throw new PdfError(`«${word.slice(0, 20)}» at byte ${String(this.at)} is no object`)
    return this.referenceOr(word)
  }

  /** `12 0 R`, or the number 12. */
  private referenceOr(word: string): Reference | number {
    const after = this.at
    if (/^\d+$/u.test(word)) {
      const generation = this.word()
      if (/^\d{1,5}$/u.test(generation) && this.word() === 'R') return {number: Number(word), generation: Number(generation)}
      this.at = after
    }
    return Number(word.replace(/^[+-](?=[+-])/u, ''))
  }

  private name(): Name {
    this.at++
    const start = this.at
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined || WHITE.has(byte) || DELIMITERS.has(byte)) break
      this.at++
    }
    const raw = latin1(this.bytes.subarray(start, this.at))
    return {name: raw.replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}
  }

  private array(depth: number): PdfObject[] {
    this.at++
    const items: PdfObject[] = []
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 0x5d) {
        this.at++
        return items
      }
      items.push(this.object(depth + 1))
    }
  }

  private dictionary(depth: number): Dictionary | Stream {
    this.at += 2
    const dictionary: Dictionary = new Map()
    for (;;) {
      this.skip()
      const byte = this.bytes[this.at]
      if (byte === 0x3e && this.bytes[this.at + 1] === 0x3e) break
      if (byte !== 0x2f) throw new PdfError(`a key was expected at byte ${String(this.at)}`)
      const {name} = this.name()
      dictionary.set(name, this.object(depth + 1))
    }
    this.at += 2
    const after = this.at
    if (depth === 0 && this.word() === 'stream') {
      if (this.bytes[this.at] === 13) this.at++
      if (this.bytes[this.at] === 10) this.at++
      return {dictionary, start: this.at}
    }
    this.at = after
    return dictionary
  }

  /** (text \(with\) \101 escapes) */
  private literal(): Uint8Array {
    const out: number[] = []
    let open = 0
    for (;;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new PdfError('the file ends inside a string')
      if (byte === 0x28 && open++ === 0) continue
      if (byte === 0x29 && --open === 0) return Uint8Array.from(out)
      if (byte === 13) {
        if (this.bytes[this.at] === 10) this.at++
        out.push(10)
      } else if (byte === 0x5c) this.escape(out)
      else out.push(byte)
    }
  }

  private escape(out: number[]): void {
    const byte = this.bytes[this.at++]
    if (byte === undefined) return
    const known = ESCAPES[byte]
    if (known !== undefined) out.push(known)
    else if (byte >= 0x30 && byte <= 0x37) {
      let value = byte - 0x30
      for (let i = 0; i < 2; i++) {
        const digit = this.bytes[this.at]
        if (digit === undefined || digit < 0x30 || digit > 0x37) break
        value = value * 8 + digit - 0x30
        this.at++
      }
      out.push(value & 255)
    } else if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at++
    } else if (byte !== 10) out.push(byte)
  }

  private hexadecimal(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) throw new PdfError('the file ends inside a string')
    const digits = latin1(this.bytes.subarray(this.at + 1, end)).replace(/[^0-9a-f]/giu, '')
    this.at = end + 1
    return Uint8Array.from({length: Math.ceil(digits.length / 2)}, (_, i) =>
      Number.parseInt(digits.slice(2 * i, 2 * i + 2).padEnd(2, '0'), 16),
    )
  }
}

/** Bytes as characters of the same number. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** PDFDocEncoding where it differs from Latin-1 (ISO 32000-1, table D.2): codes 0x18-0x1F and 0x80-0xA0. */
const DOC_LOW = '\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'
const DOC_HIGH = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€'

/** A text string: UTF-16 or UTF-8 with a byte order mark, otherwise PDFDocEncoding. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutLanguage(new TextDecoder('utf-16be').decode(bytes.subarray(2)))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutLanguage(new TextDecoder('utf-16le').decode(bytes.subarray(2)))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3))
  let text = ''
  for (const byte of bytes) {
    if (byte >= 0x18 && byte < 0x20) text += DOC_LOW[byte - 0x18] ?? ''
    else if (byte >= 0x80 && byte <= 0xa0) text += DOC_HIGH[byte - 0x80] ?? ''
    else text += String.fromCharCode(byte)
  }
  return text
}

/** A language code between two escapes, as some writers put before the text: ESC «kk» ESC. */
function withoutLanguage(text: string): string {
  return text.replace(/\u001b[a-z]{2}(?:[A-Z]{2})?\u001b/gu, '')
}
