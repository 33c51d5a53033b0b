/**
 * A strict reader of PDF files, for tests: goes by the cross-reference alone, and throws where qpdf would warn. An offset that does not
 * lead to its object, a stream that is not as long as it says, a reference to nothing, a second `endobj`: all are errors.
 */
import {inflateSync} from 'node:zlib'

export type Value = null | boolean | number | Name | Ref | string | Value[] | Dictionary
export interface Name {
  name: string
}
export interface Ref {
  ref: number
}
export interface Dictionary {
  dict: Map<string, Value>
}

const isObject = (value: Value | undefined): value is Name | Ref | Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isDict = (value: Value | undefined): value is Dictionary => isObject(value) && 'dict' in value
export const isRef = (value: Value | undefined): value is Ref => isObject(value) && 'ref' in value
export const nameOf = (value: Value | undefined): string => (isObject(value) && 'name' in value ? value.name : '')

const SPACE = /[\0\t\n\f\r ]/u
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/u

class Parser {
  readonly source: string
  at: number

  constructor(source: string, at = 0) {
    this.source = source
    this.at = at
  }

  fail(message: string): never {
    throw new Error(`${message} at ${this.at}: ${JSON.stringify(this.source.slice(this.at, this.at + 40))}`)
  }

  space(): void {
    while (this.at < this.source.length && SPACE.test(this.source[this.at] ?? '')) this.at++
  }

  word(): string {
    this.space()
    const from = this.at
    while (this.at < this.source.length && !DELIMITER.test(this.source[this.at] ?? '')) this.at++
    return this.source.slice(from, this.at)
  }

  expect(text: string): void {
    this.space()
    if (!this.source.startsWith(text, this.at)) this.fail(`no «${text}»`)
    this.at += text.length
  }

  value(): Value {
    this.space()
    const next = this.source[this.at] ?? ''
    if (this.source.startsWith('<<', this.at)) {
      this.at += 2
      const dict = new Map<string, Value>()
      for (;;) {
        this.space()
        if (this.source.startsWith('>>', this.at)) break
        const key = nameOf(this.value())
        if (key === '') this.fail('a key that is no name')
        if (dict.has(key)) this.fail(`key ${key} twice`)
        dict.set(key, this.value())
      }
      this.at += 2
      return {dict}
    }
    if (next === '[') {
      this.at++
      const list: Value[] = []
      for (;;) {
        this.space()
        if (this.source[this.at] === ']') break
        list.push(this.value())
      }
      this.at++
      return list
    }
    if (next === '/') {
      this.at++
      const from = this.at
      while (!DELIMITER.test(this.source[this.at] ?? ' ')) this.at++
      return {
        name: this.source.slice(from, this.at).replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      }
    }
    if (next === '(') return this.string()
    if (next === '<') {
      const end = this.source.indexOf('>', this.at)
      const digits = this.source.slice(this.at + 1, end)
      if (!/^(?:[0-9a-f]{2})*$/iu.test(digits)) this.fail('a string in hexadecimal that is none')
      this.at = end + 1
      return Buffer.from(digits, 'hex').toString('latin1')
    }
    const reference = /^(\d+) 0 R(?![A-Za-z])/u.exec(this.source.slice(this.at, this.at + 20))
    if (reference) {
      this.at += reference[0].length
      return {ref: Number(reference[1])}
    }
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(word)) this.fail(`«${word}» is no value`)
    return Number(word)
  }

  private string(): string {
    let text = ''
    let depth = 0
    for (;;) {
      const c = this.source[this.at++]
      if (c === undefined) this.fail('a string without an end')
      if (c === '\\') {
        const escaped = this.source[this.at++] ?? ''
        const octal = /^[0-7]{1,3}/u.exec(this.source.slice(this.at - 1, this.at + 2))?.[0]
        if (octal) {
          this.at += octal.length - 1
          text += String.fromCharCode(parseInt(octal, 8))
        } else text += ({n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'} as Record<string, string>)[escaped] ?? escaped
        continue
      }
      if (c === '(' && depth++ === 0) continue
      if (c === ')' && --depth === 0) return text
      text += c
    }
  }
}

/** A text string: UTF-16 with its mark, or one byte a character. */
export function textOf(value: Value | undefined): string {
  if (typeof value !== 'string') return ''
  if (!value.startsWith('\xfe\xff')) return value
  let text = ''
  for (let i = 2; i + 1 < value.length; i += 2) text += String.fromCharCode(value.charCodeAt(i) * 256 + value.charCodeAt(i + 1))
  return text
}

export class PdfFile {
  readonly objects = new Map<number, Value>()
  readonly streams = new Map<number, Buffer>()
  readonly trailer: Dictionary
  readonly bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes)
    const source = this.bytes.toString('latin1')
    if (!/^%PDF-1\.\d\n%[\x80-\xff]{4}/u.test(source)) throw new Error('no PDF header')
    if (!source.endsWith('%%EOF\n') && !source.endsWith('%%EOF')) throw new Error('no end of file')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(source)?.[1])
    const offsets = new Map<number, number>()
    const inStreams = new Map<number, [number, number]>()
    if (source.startsWith('xref', start)) this.trailer = this.readTable(source, start, offsets)
    else this.trailer = this.readXrefStream(source, start, offsets, inStreams)
    for (const [id, at] of offsets) this.readObject(source, id, at)
    const containers = new Map<number, {parser: string; first: number; ids: number[]; places: number[]}>()
    for (const [id, [container, index]] of inStreams) {
      let found = containers.get(container)
      if (!found) {
        const head = this.dict({ref: container})
        const content = inflateSync(this.streams.get(container) ?? Buffer.alloc(0)).toString('latin1')
        const first = Number(head.get('First'))
        const numbers = content.slice(0, first).trim().split(/\s+/u).map(Number)
        found = {parser: content, first, ids: numbers.filter((_, i) => i % 2 === 0), places: numbers.filter((_, i) => i % 2 === 1)}
        if (found.ids.length !== head.get('N')) throw new Error(`object stream ${container} does not hold what it says`)
        containers.set(container, found)
      }
      if (found.ids[index] !== id) throw new Error(`object ${id} is not where the cross-reference says`)
      this.objects.set(id, new Parser(found.parser, found.first + (found.places[index] ?? 0)).value())
    }
    for (const value of [...this.objects.values(), this.trailer]) this.resolveAll(value)
    const size = this.trailer.dict.get('Size')
    if (size !== Math.max(...this.objects.keys()) + 1) throw new Error(`the trailer says ${String(size)} objects`)
  }

  private readTable(source: string, start: number, offsets: Map<number, number>): Dictionary {
    const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] ?[\r\n]{1,2})+)trailer/u.exec(source.slice(start))
    if (!table) throw new Error('a cross-reference table that is none')
    const lines = (table[2] ?? '').split('\n').filter((line) => line !== '')
    if (lines.length !== Number(table[1])) throw new Error('a cross-reference table of another length than it says')
    lines.forEach((line, id) => {
      if (line.length !== 19) throw new Error(`line ${id} of the cross-reference is ${line.length + 1} bytes long`)
      if (line.includes('n')) offsets.set(id, Number(line.slice(0, 10)))
    })
    const parser = new Parser(source, start + table[0].length)
    const trailer = parser.value()
    if (!isDict(trailer)) throw new Error('no trailer')
    return trailer
  }

  private readXrefStream(
    source: string,
    start: number,
    offsets: Map<number, number>,
    inStreams: Map<number, [number, number]>,
  ): Dictionary {
    const id = Number(/^(\d+) 0 obj/u.exec(source.slice(start))?.[1])
    this.readObject(source, id, start)
    const head = this.objects.get(id)
    if (!isDict(head) || nameOf(head.dict.get('Type')) !== 'XRef') throw new Error('no cross-reference')
    const content = inflateSync(this.streams.get(id) ?? Buffer.alloc(0))
    const widths = head.dict.get('W') as number[]
    const size = widths.reduce((sum, width) => sum + width, 0)
    if (content.length !== size * Number(head.dict.get('Size'))) throw new Error('a cross-reference of another length than it says')
    for (let n = 0; n * size < content.length; n++) {
      let at = n * size
      const [type = 0, second = 0, third = 0] = widths.map((width) => {
        const value = width === 0 ? 1 : content.readUIntBE(at, width)
        at += width
        return value
      })
      if (type === 1) offsets.set(n, second)
      else if (type === 2) inStreams.set(n, [second, third])
    }
    return head
  }

  private readObject(source: string, id: number, at: number): void {
    const parser = new Parser(source, at)
    if (!source.startsWith(`${id} 0 obj`, at)) throw new Error(`object ${id} is not at ${at}`)
    parser.at += `${id} 0 obj`.length
    const value = parser.value()
    this.objects.set(id, value)
    parser.space()
    if (source.startsWith('stream', parser.at)) {
      const from = parser.at + 7
      if (source[parser.at + 6] !== '\n') parser.fail('no line feed behind «stream»')
      const length = isDict(value) ? value.dict.get('Length') : undefined
      if (typeof length !== 'number') throw new Error(`stream ${id} has no length of its own`)
      this.streams.set(id, this.bytes.subarray(from, from + length))
      parser.at = from + length
      parser.expect('endstream')
    }
    parser.expect('endobj')
  }

  private resolveAll(value: Value): void {
    if (Array.isArray(value)) for (const one of value) this.resolveAll(one)
    else if (isRef(value)) {
      if (!this.objects.has(value.ref)) throw new Error(`a reference to object ${value.ref}, which is not there`)
    } else if (isDict(value)) for (const one of value.dict.values()) this.resolveAll(one)
  }

  /** Follows a reference. */
  get(value: Value | undefined): Value {
    return isRef(value) ? (this.objects.get(value.ref) ?? null) : (value ?? null)
  }

  dict(value: Value | undefined): Map<string, Value> {
    const found = this.get(value)
    if (!isDict(found)) throw new Error(`no dictionary: ${JSON.stringify(value)}`)
    return found.dict
  }

  list(value: Value | undefined): Value[] {
    const found = this.get(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }

  /** A stream's content, inflated. */
  content(ref: Value | undefined): Buffer {
    if (!isRef(ref)) throw new Error('no stream')
    const bytes = this.streams.get(ref.ref) ?? Buffer.alloc(0)
    return nameOf(this.dict(ref).get('Filter')) === 'FlateDecode' ? inflateSync(bytes) : bytes
  }

  get catalogue(): Map<string, Value> {
    return this.dict(this.trailer.dict.get('Root'))
  }

  get pages(): Map<string, Value>[] {
    return this.list(this.dict(this.catalogue.get('Pages')).get('Kids')).map((page) => this.dict(page))
  }
}
