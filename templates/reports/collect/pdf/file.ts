/**
 * A PDF as a store of objects: the cross-reference tables and streams of its first writing and of every later one, newest first
 * (ISO 32000-1, 7.5). Viewers save a filled form by adding the changed objects at the end, so the last word on a field is what counts.
 *
 *     xref … trailer << /Root 1 0 R … >> startxref 48211 %%EOF     as made
 *     17 0 obj << … /V (95) >> endobj                              added by a viewer
 *     xref … trailer << /Root 1 0 R /Prev 48211 >> startxref 51900 %%EOF
 */
import {inflateSync} from 'node:zlib'
import {Decryptor} from './decrypt.ts'
import {Lexer, PdfError, isDictionary, isName, isReference, isStream, isString, latin1} from './objects.ts'
import type {Dictionary, PdfObject, Reference, Stream} from './objects.ts'

/** The file ends before it should. */
export class TruncatedError extends PdfError {}
/** The file can't be read without a password. */
export class PasswordError extends PdfError {}

/** No report needs more than this unpacked; what does is made to fill the memory. */
const MOST_UNPACKED = 32 * 1024 * 1024
/** Objects in a report: far fewer. */
const MOST_OBJECTS = 500_000
/** Bytes at the end within which the last «%%EOF» must stand. */
const TAIL = 1024

/** Where an object is: at a byte, or in an object stream. */
type Entry = {at: number; generation: number} | {inside: number}

/** An object stream, unpacked: where each of its objects begins. */
interface Packed {
  content: Uint8Array
  places: ReadonlyMap<number, number>
}

export class PdfFile {
  readonly bytes: Uint8Array
  /** The tables were damaged, and the objects were found by looking through the file. */
  damaged = false
  private readonly entries = new Map<number, Entry | null>()
  private readonly cache = new Map<number, PdfObject>()
  private readonly packed = new Map<number, Packed>()
  /** Bytes before «%PDF», which offsets don't count. */
  private readonly shift: number
  private trailer: Dictionary = new Map()
  private decryptor: Decryptor | null = null

  /**
   * @throws TruncatedError, PasswordError, PdfError
   */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.shift = Math.max(0, latin1(bytes.subarray(0, TAIL)).indexOf('%PDF-'))
    const start = lastStart(bytes)
    try {
      this.readTables(start + this.shift)
      if (!isDictionary(this.get('Root')) || !isDictionary(this.pages())) throw new PdfError('there is no catalogue')
    } catch (error) {
      if (error instanceof PasswordError) throw error
      this.rebuild()
    }
  }

  /** An entry of the trailer, resolved: `Root`, `Info`. */
  get(key: string): PdfObject {
    return this.resolve(this.trailer.get(key))
  }

  private pages(): PdfObject {
    const root = this.get('Root')
    return isDictionary(root) ? this.resolve(root.get('Pages')) : null
  }

  /** The object that a reference stands for; anything else as it is. */
  resolve(object: PdfObject | undefined): PdfObject {
    let current: PdfObject = object ?? null
    for (let hops = 0; isReference(current); hops++) {
      if (hops > 16) throw new PdfError('references go round in a circle')
      current = this.load(current)
    }
    return current
  }

  private load({number}: Reference): PdfObject {
    const known = this.cache.get(number)
    if (known !== undefined) return known
    const entry = this.entries.get(number)
    if (!entry) return null
    const object = 'at' in entry ? this.direct(number, entry) : this.fromStream(number, entry.inside)
    this.cache.set(number, object)
    return object
  }

  private direct(number: number, {at, generation}: {at: number; generation: number}): PdfObject {
    const lexer = new Lexer(this.bytes, at)
    if (lexer.integer() !== number || lexer.integer() !== generation || lexer.word() !== 'obj') {
      throw new PdfError(`object ${String(number)} is not where the table says`)
    }
    const object = lexer.object()
    return this.decryptor ? this.decryptor.strings(object, number, generation) : object
  }

  /** Objects in an object stream are not encrypted by themselves: the stream is. */
  private fromStream(number: number, container: number): PdfObject {
    let packed = this.packed.get(container)
    if (!packed) {
      packed = this.unpack(container)
      this.packed.set(container, packed)
    }
    const at = packed.places.get(number)
    return at === undefined ? null : new Lexer(packed.content, at).object(1)
  }

  private unpack(container: number): Packed {
    const entry = this.entries.get(container)
    if (!entry || !('at' in entry)) throw new PdfError(`object stream ${String(container)} is missing`)
    const stream = this.load({number: container, generation: entry.generation})
    if (!isStream(stream)) throw new PdfError(`object ${String(container)} is no object stream`)
    const content = this.content(stream, {number: container, generation: entry.generation})
    const [count, first] = [this.number(stream, 'N'), this.number(stream, 'First')]
    if (count > MOST_OBJECTS) throw new PdfError('an object stream is too large')
    const head = new Lexer(content, 0)
    const places = new Map<number, number>()
    for (let i = 0; i < count; i++) {
      const number = head.integer()
      places.set(number, first + head.integer())
    }
    return {content, places}
  }

  /** A stream's bytes, decrypted and unpacked. */
  content(stream: Stream, id?: Reference): Uint8Array {
    const declared = this.resolve(stream.dictionary.get('Length'))
    let length = typeof declared === 'number' ? declared : -1
    if (length < 0 || !this.endsAt(stream.start + length)) {
      const end = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).indexOf('endstream', stream.start)
      if (end < 0) throw new PdfError('a stream has no end')
      length = end - stream.start
    }
    let bytes = this.bytes.subarray(stream.start, stream.start + length)
    const isTable = isNamed(stream.dictionary.get('Type'), 'XRef')
    if (this.decryptor && id && !isTable) bytes = this.decryptor.stream(bytes, id.number, id.generation)
    const filters = asList(this.resolve(stream.dictionary.get('Filter') ?? stream.dictionary.get('F')))
    const parameters = asList(this.resolve(stream.dictionary.get('DecodeParms') ?? stream.dictionary.get('DP')))
    for (const [i, filter] of filters.entries()) {
      const name = this.resolve(filter)
      if (!isNamed(name, 'FlateDecode') && !isNamed(name, 'Fl')) throw new PdfError('a stream is packed in a way that forms do not use')
      try {
        bytes = inflateSync(bytes, {maxOutputLength: MOST_UNPACKED})
      } catch {
        throw new PdfError('a stream cannot be unpacked')
      }
      const settings = this.resolve(parameters[i])
      if (isDictionary(settings)) bytes = this.unpredict(bytes, settings)
    }
    return bytes
  }

  private endsAt(at: number): boolean {
    return /^\s*endstream/u.test(latin1(this.bytes.subarray(at, at + 13)))
  }

  /** PNG predictors (ISO 32000-1, 7.4.4.4), which tables are packed with. */
  private unpredict(bytes: Uint8Array, settings: Dictionary): Uint8Array {
    const of = (key: string, otherwise: number): number => {
      const value = this.resolve(settings.get(key))
      return typeof value === 'number' ? value : otherwise
    }
    const predictor = of('Predictor', 1)
    if (predictor === 1) return bytes
    if (predictor < 10) throw new PdfError('a stream is packed in a way that forms do not use')
    const pixel = Math.max(1, (of('Colors', 1) * of('BitsPerComponent', 8)) >> 3)
    const width = Math.ceil((of('Columns', 1) * of('Colors', 1) * of('BitsPerComponent', 8)) / 8)
    const rows = Math.floor(bytes.length / (width + 1))
    const out = new Uint8Array(rows * width)
    for (let row = 0; row < rows; row++) {
      const kind = bytes[row * (width + 1)] ?? 0
      for (let i = 0; i < width; i++) {
        const left = i >= pixel ? (out[row * width + i - pixel] ?? 0) : 0
        const up = row > 0 ? (out[(row - 1) * width + i] ?? 0) : 0
        const corner = row > 0 && i >= pixel ? (out[(row - 1) * width + i - pixel] ?? 0) : 0
        const added = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0
        out[row * width + i] = (bytes[row * (width + 1) + 1 + i] ?? 0) + added
      }
    }
    return out
  }

  private number(stream: Stream, key: string): number {
    const value = this.resolve(stream.dictionary.get(key))
    if (typeof value !== 'number' || value < 0) throw new PdfError(`a stream lacks its ${key}`)
    return value
  }

  /** Every table from the newest back. */
  private readTables(start: number): void {
    const seen = new Set<number>()
    for (let at: number | null = start; at !== null && !seen.has(at);) {
      seen.add(at)
      const lexer: Lexer = new Lexer(this.bytes, at)
      const before = lexer.at
      const dictionary: Dictionary = lexer.word() === 'xref' ? this.readTable(lexer) : this.readTableStream(new Lexer(this.bytes, before))
      if (seen.size === 1) this.adopt(dictionary)
      const previous: PdfObject | undefined = dictionary.get('Prev')
      at = typeof previous === 'number' ? previous + this.shift : null
    }
    this.prepareDecryption()
  }

  private adopt(dictionary: Dictionary): void {
    this.trailer = dictionary
  }

  /** «xref 0 2 0000000000 65535 f 0000000017 00000 n trailer << … >>» */
  private readTable(lexer: Lexer): Dictionary {
    for (;;) {
      lexer.skip()
      const at = lexer.at
      if (lexer.word() === 'trailer') break
      lexer.at = at
      const [first, count] = [lexer.integer(), lexer.integer()]
      if (count > MOST_OBJECTS) throw new PdfError('the table of objects is too large')
      for (let i = 0; i < count; i++) {
        const [offset, generation, kind] = [lexer.integer(), lexer.integer(), lexer.word()]
        this.enter(first + i, kind === 'n' ? {at: offset + this.shift, generation} : null)
      }
    }
    const dictionary = lexer.object(1)
    if (!isDictionary(dictionary)) throw new PdfError('there is no trailer')
    const stream = dictionary.get('XRefStm')
    if (typeof stream === 'number') this.readTableStream(new Lexer(this.bytes, stream + this.shift))
    return dictionary
  }

  private readTableStream(lexer: Lexer): Dictionary {
    lexer.integer()
    lexer.integer()
    if (lexer.word() !== 'obj') throw new PdfError('there is no table of objects')
    const stream = lexer.object()
    if (!isStream(stream) || !isNamed(stream.dictionary.get('Type'), 'XRef')) throw new PdfError('there is no table of objects')
    const content = this.content(stream)
    const widths = asList(stream.dictionary.get('W') ?? null).map((width) => (typeof width === 'number' ? width : 0))
    const [a = 0, b = 0, c = 0] = widths
    if (a + b + c === 0 || a + b + c > 24) throw new PdfError('the table of objects has no columns')
    const index = asList(stream.dictionary.get('Index') ?? [0, stream.dictionary.get('Size') ?? 0])
    let at = 0
    const field = (width: number): number => {
      let value = 0
      for (let i = 0; i < width; i++) value = value * 256 + (content[at++] ?? 0)
      return value
    }
    for (let i = 0; i + 1 < index.length; i += 2) {
      const [first, count] = [Number(index[i]), Number(index[i + 1])]
      for (let n = 0; n < count && at < content.length; n++) {
        const kind = a === 0 ? 1 : field(a)
        const [second, third] = [field(b), field(c)]
        if (kind === 2) this.enter(first + n, {inside: second})
        else this.enter(first + n, kind === 1 ? {at: second + this.shift, generation: third} : null)
      }
    }
    return stream.dictionary
  }

  /** What a newer table says stands. */
  private enter(number: number, entry: Entry | null): void {
    if (!this.entries.has(number)) this.entries.set(number, entry)
  }

  private prepareDecryption(): void {
    const encrypt = this.resolve(this.trailer.get('Encrypt'))
    if (!isDictionary(encrypt)) return
    const resolved: Dictionary = new Map([...encrypt].map(([key, value]) => [key, this.resolve(value)]))
    const [id] = asList(this.resolve(this.trailer.get('ID')))
    this.cache.clear()
    const decryptor = Decryptor.open(resolved, isString(id) ? id : new Uint8Array())
    if (!decryptor) throw new PasswordError('the file is encrypted')
    this.decryptor = decryptor
  }

  /** «17 0 obj» anywhere; of two objects of one number the later one counts. */
  private rebuild(): void {
    this.damaged = true
    this.entries.clear()
    this.cache.clear()
    this.packed.clear()
    this.decryptor = null
    const text = latin1(this.bytes)
    const streams: number[] = []
    for (const match of text.matchAll(/(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b/gu)) {
      if (this.entries.size > MOST_OBJECTS) throw new PdfError('there are too many objects')
      this.entries.set(Number(match[1]), {at: match.index, generation: Number(match[2])})
      if (/^\s*<<[^>]*\/Type\s*\/ObjStm/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 300))) {
        streams.push(Number(match[1]))
      }
    }
    for (const dictionary of this.trailers(text)) for (const [key, value] of dictionary) this.trailer.set(key, value)
    this.prepareDecryption()
    for (const container of streams) {
      for (const number of this.unpack(container).places.keys()) {
        const direct = this.entries.get(number)
        const at = this.entries.get(container)
        const isOlder = direct && 'at' in direct && at && 'at' in at && direct.at > at.at
        if (!isOlder) this.entries.set(number, {inside: container})
      }
    }
    if (!isDictionary(this.get('Root'))) throw new PdfError('there is no catalogue')
  }

  private *trailers(text: string): Iterable<Dictionary> {
    this.trailer = new Map()
    for (const match of text.matchAll(/\btrailer\s*(?=<<)/gu)) {
      const dictionary = attempt(() => new Lexer(this.bytes, match.index + 7).object(1))
      if (isDictionary(dictionary)) yield dictionary
    }
    for (const match of text.matchAll(/\/Type\s*\/XRef\b/gu)) {
      const at = text.lastIndexOf(' obj', match.index) + 4
      const stream = attempt(() => new Lexer(this.bytes, at).object())
      if (isStream(stream)) yield stream.dictionary
    }
  }
}

function attempt(read: () => PdfObject): PdfObject {
  try {
    return read()
  } catch {
    return null
  }
}

/**
 * The offset behind the last «startxref».
 *
 * @throws TruncatedError where the file doesn't end as a PDF does
 */
function lastStart(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf('%%EOF')
  // A file that was cut while a viewer was adding to it still holds the mark of its first writing.
  const rest = end < 0 ? '' : latin1(bytes.subarray(end + 5))
  if (end < 0 || rest.length > TAIL || /\d\s+obj\b|\bxref\b/u.test(rest)) throw new TruncatedError('the file ends too early')
  const start = buffer.lastIndexOf('startxref', end)
  const offset = /^startxref\s+(\d{1,15})\s/u.exec(latin1(bytes.subarray(start, start + 40)))?.[1]
  if (start < 0 || offset === undefined) throw new TruncatedError('the file ends too early')
  return Number(offset)
}

function isNamed(object: PdfObject | undefined, name: string): boolean {
  return isName(object) && object.name === name
}

function asList(object: PdfObject): PdfObject[] {
  return object === null ? [] : Array.isArray(object) ? object : [object]
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
