/**
 * Cuts a TrueType font down to the characters the site needs and packs it as WOFF2.
 *
 * Glyphs are renumbered, composites keep their components, hinting and layout tables are dropped (the alphabets
 * of the site need neither). Tables are stored untransformed, which WOFF2 allows; Brotli comes from Node.
 *
 * Sources: OpenType 1.9 (tables glyf, loca, cmap 4, hmtx, maxp, head), WOFF File Format 2.0 (W3C), sections 4 and 5.
 */
import {brotliCompressSync, constants} from 'node:zlib'

/** Tables copied as they are. */
const COPIED = ['OS/2', 'head', 'hhea', 'maxp', 'name'] as const

/** Numbers of the known table tags in a WOFF2 directory (section 4.1); those this file writes. */
const KNOWN_TAG: Record<string, number> = {cmap: 0, head: 1, hhea: 2, hmtx: 3, maxp: 4, name: 5, 'OS/2': 6, post: 7, glyf: 10, loca: 11}

/** «No transformation» is version 3 for glyf and loca, 0 for the rest. */
const NULL_TRANSFORM = 3 << 6

/** Flags of a component of a composite glyph. */
const ARGS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_MATRIX = 0x0080
const HAS_INSTRUCTIONS = 0x0100

const ARGS_ARE_PLACES = 0x0002

/** A sign that the font lacks, put together from two that it has. */
export interface ComposedSign {
  code: number
  base: number
  added: number
  /** `tip`: the added sign at the right end of the base, at its height; `pair`: one above the other. */
  arrangement: 'tip' | 'pair'
}

/** Names of the name table that are kept: family, subfamily, full name, version, licence, its address. */
const KEPT_NAMES = new Set([0, 1, 2, 4, 5, 6, 13, 14])

/**
 * A font with only the given characters.
 *
 * @param font a TrueType file (glyf outlines)
 * @param codePoints characters to keep; those the font lacks are left out
 * @param composed signs to add where the font lacks them but has their parts
 * @returns a WOFF2 file
 * @throws where the file is not a TrueType font with a format 4 character map
 */
export function subsetFont(font: Buffer, codePoints: Iterable<number>, composed: readonly ComposedSign[] = []): Buffer {
  const tables = readTables(font)
  const table = (tag: string): Buffer => {
    const found = tables.get(tag)
    if (!found) throw new Error(`The font has no ${tag} table`)
    return found
  }
  const map = readCharacterMap(table('cmap'))
  const offsets = readOffsets(table('loca'), table('head').readInt16BE(50) === 1)
  const outlines = table('glyf')
  const outline = (glyph: number): Buffer => outlines.subarray(offsets[glyph] ?? 0, offsets[glyph + 1] ?? 0)

  const characters = [...new Set(codePoints)].filter((code) => map.has(code) && code <= 0xffff).sort((a, b) => a - b)
  const kept = [0]
  const newNumber = new Map([[0, 0]])
  const keep = (glyph: number): number => {
    const known = newNumber.get(glyph)
    if (known !== undefined) return known
    const number = kept.push(glyph) - 1
    newNumber.set(glyph, number)
    return number
  }
  for (const code of characters) keep(map.get(code) ?? 0)
  const added = composed.filter(({code, base, added: second}) => !map.has(code) && map.has(base) && map.has(second))
  for (const {base, added: second} of added) [base, second].forEach((code) => keep(map.get(code) ?? 0))

  const glyphs: Buffer[] = []
  // `kept` grows while composites name their components.
  for (let i = 0; i < kept.length; i++) glyphs.push(rewriteGlyph(outline(kept[i] ?? 0), keep))

  const metrics = writeMetrics(table('hmtx'), table('hhea').readUInt16BE(34), kept)
  const coded: [number, number][] = characters.map((code) => [code, newNumber.get(map.get(code) ?? 0) ?? 0])
  for (const sign of added) {
    const [base, second] = [keep(map.get(sign.base) ?? 0), keep(map.get(sign.added) ?? 0)]
    const [made, advance] = compose(sign, {number: base, outline: glyphs[base]}, {number: second, outline: glyphs[second]}, metrics)
    coded.push([sign.code, glyphs.push(made) - 1])
    metrics.push(metric(advance, made.readInt16BE(2)))
  }
  coded.sort(([a], [b]) => a - b)

  const out = new Map<string, Buffer>(COPIED.map((tag) => [tag, Buffer.from(table(tag))]))
  out.set('name', keepNames(table('name')))
  out.set('cmap', writeCharacterMap(coded))
  out.set('glyf', Buffer.concat(glyphs))
  out.set('loca', writeOffsets(glyphs))
  out.set('hmtx', Buffer.concat(metrics))
  out.set('post', Buffer.from([0, 3, 0, 0, ...table('post').subarray(4, 32)]))
  out.get('maxp')?.writeUInt16BE(glyphs.length, 4)
  out.get('hhea')?.writeUInt16BE(glyphs.length, 34)
  out.get('head')?.writeInt16BE(1, 50)
  return writeWoff2(out)
}

function readTables(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    const offset = font.readUInt32BE(entry + 8)
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + font.readUInt32BE(entry + 12)))
  }
  return tables
}

/** Character → glyph, out of the first format 4 subtable. */
function readCharacterMap(cmap: Buffer): Map<number, number> {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const sub = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4))
    if (sub.readUInt16BE(0) !== 4) continue
    const map = new Map<number, number>()
    const size = sub.readUInt16BE(6)
    for (let s = 0; s < size; s += 2) {
      const end = sub.readUInt16BE(14 + s)
      const start = sub.readUInt16BE(16 + size + s)
      const delta = sub.readUInt16BE(16 + 2 * size + s)
      const rangeAt = 16 + 3 * size + s
      const range = sub.readUInt16BE(rangeAt)
      for (let code = start; code <= end && code < 0xffff; code++) {
        const direct = range === 0 ? code : sub.readUInt16BE(rangeAt + range + (code - start) * 2)
        const glyph = direct === 0 ? 0 : (direct + delta) & 0xffff
        if (glyph !== 0) map.set(code, glyph)
      }
    }
    return map
  }
  throw new Error('The font has no format 4 character map')
}

function readOffsets(loca: Buffer, long: boolean): number[] {
  const offsets: number[] = []
  for (let at = 0; at < loca.length; at += long ? 4 : 2) offsets.push(long ? loca.readUInt32BE(at) : loca.readUInt16BE(at) * 2)
  return offsets
}

/** The glyph without instructions, its components renumbered, padded to four bytes. */
function rewriteGlyph(glyph: Buffer, keep: (glyph: number) => number): Buffer {
  if (glyph.length === 0) return glyph
  const contours = glyph.readInt16BE(0)
  if (contours >= 0) {
    const at = 10 + contours * 2
    const length = glyph.readUInt16BE(at)
    return padded(Buffer.concat([glyph.subarray(0, at), Buffer.from([0, 0]), glyph.subarray(at + 2 + length)]))
  }
  const copy = Buffer.from(glyph)
  let at = 10
  for (;;) {
    const flags = copy.readUInt16BE(at)
    copy.writeUInt16BE(flags & ~HAS_INSTRUCTIONS, at)
    copy.writeUInt16BE(keep(copy.readUInt16BE(at + 2)), at + 2)
    at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2)
    if (flags & HAS_SCALE) at += 2
    else if (flags & HAS_XY_SCALE) at += 4
    else if (flags & HAS_MATRIX) at += 8
    if (!(flags & MORE_COMPONENTS)) break
  }
  return padded(copy.subarray(0, at))
}

function writeOffsets(glyphs: Buffer[]): Buffer {
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  let offset = 0
  glyphs.forEach((glyph, i) => {
    offset += glyph.length
    loca.writeUInt32BE(offset, (i + 1) * 4)
  })
  return loca
}

/** Advance and left bearing of each kept glyph; past `count` the old table holds bearings only. */
function writeMetrics(hmtx: Buffer, count: number, kept: number[]): Buffer[] {
  return kept.map((glyph) =>
    metric(
      hmtx.readUInt16BE(Math.min(glyph, count - 1) * 4),
      hmtx.readInt16BE(glyph < count ? glyph * 4 + 2 : count * 4 + (glyph - count) * 2),
    ),
  )
}

function metric(advance: number, bearing: number): Buffer {
  const out = Buffer.alloc(4)
  out.writeUInt16BE(advance)
  out.writeInt16BE(bearing, 2)
  return out
}

interface Part {
  number: number
  outline: Buffer | undefined
}

/** A composite glyph of two, and its advance: that of the base, and what the second sign adds on the right. */
function compose({arrangement}: ComposedSign, base: Part, second: Part, metrics: readonly Buffer[]): [Buffer, number] {
  const [first, other] = [boxOf(base.outline), boxOf(second.outline)]
  const places: [Part, Box, number, number][] =
    arrangement === 'tip'
      ? [
          [base, first, 0, 0],
          // The point of the tip stands a little before the end of the line, whatever the weight.
          [second, other, first.right - other.right + TIP, middle(first) - middle(other)],
        ]
      : [
          [base, first, 0, Math.round((first.top - first.bottom) * SPREAD)],
          [second, other, 0, -Math.round((other.top - other.bottom) * SPREAD)],
        ]
  const head = Buffer.alloc(10)
  head.writeInt16BE(-1, 0)
  head.writeInt16BE(Math.min(...places.map(([, {left}, dx]) => left + dx)), 2)
  head.writeInt16BE(Math.min(...places.map(([, {bottom}, , dy]) => bottom + dy)), 4)
  head.writeInt16BE(Math.max(...places.map(([, {right}, dx]) => right + dx)), 6)
  head.writeInt16BE(Math.max(...places.map(([, {top}, , dy]) => top + dy)), 8)
  const parts = places.map(([{number}, , dx, dy], i) => {
    const part = Buffer.alloc(8)
    part.writeUInt16BE(ARGS_ARE_WORDS | ARGS_ARE_PLACES | (i < places.length - 1 ? MORE_COMPONENTS : 0), 0)
    part.writeUInt16BE(number, 2)
    part.writeInt16BE(dx, 4)
    part.writeInt16BE(dy, 6)
    return part
  })
  return [padded(Buffer.concat([head, ...parts])), (metrics[base.number]?.readUInt16BE(0) ?? 0) + (arrangement === 'tip' ? TIP : 0)]
}

/** In units of a face of a thousand: how far a tip goes past its line; in heights of the sign: how far a pair stands apart. */
const TIP = 20
const SPREAD = 0.75

interface Box {
  left: number
  bottom: number
  right: number
  top: number
}

function boxOf(outline: Buffer | undefined): Box {
  if (!outline || outline.length < 10) return {left: 0, bottom: 0, right: 0, top: 0}
  return {left: outline.readInt16BE(2), bottom: outline.readInt16BE(4), right: outline.readInt16BE(6), top: outline.readInt16BE(8)}
}

const middle = ({top, bottom}: Box): number => Math.round((top + bottom) / 2)

/** A cmap with one format 4 subtable (Windows, Unicode), one segment for each run of characters and glyphs. */
function writeCharacterMap(pairs: [number, number][]): Buffer {
  const segments: {start: number; end: number; glyph: number}[] = []
  for (const [code, glyph] of pairs) {
    const last = segments.at(-1)
    if (last && code === last.end + 1 && glyph === last.glyph + code - last.start) last.end = code
    else segments.push({start: code, end: code, glyph})
  }
  segments.push({start: 0xffff, end: 0xffff, glyph: 0})
  const n = segments.length
  const power = 2 ** Math.floor(Math.log2(n))
  const sub = Buffer.alloc(16 + n * 8)
  const header = [4, sub.length, 0, n * 2, power * 2, Math.log2(power), (n - power) * 2]
  header.forEach((value, i) => sub.writeUInt16BE(value, i * 2))
  segments.forEach(({start, end, glyph}, i) => {
    sub.writeUInt16BE(end, 14 + i * 2)
    sub.writeUInt16BE(start, 16 + n * 2 + i * 2)
    sub.writeUInt16BE((glyph - start) & 0xffff, 16 + n * 4 + i * 2)
  })
  const head = Buffer.from([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12])
  return Buffer.concat([head, sub])
}

function keepNames(name: Buffer): Buffer {
  const strings = name.readUInt16BE(4)
  const records: {head: Buffer; text: Buffer}[] = []
  for (let i = 0; i < name.readUInt16BE(2); i++) {
    const record = name.subarray(6 + i * 12, 18 + i * 12)
    if (!KEPT_NAMES.has(record.readUInt16BE(6))) continue
    const offset = strings + record.readUInt16BE(10)
    records.push({head: record.subarray(0, 8), text: name.subarray(offset, offset + record.readUInt16BE(8))})
  }
  const out = Buffer.alloc(6 + records.length * 12)
  out.writeUInt16BE(records.length, 2)
  out.writeUInt16BE(out.length, 4)
  let offset = 0
  records.forEach(({head, text}, i) => {
    head.copy(out, 6 + i * 12)
    out.writeUInt16BE(text.length, 14 + i * 12)
    out.writeUInt16BE(offset, 16 + i * 12)
    offset += text.length
  })
  return Buffer.concat([out, ...records.map(({text}) => text)])
}

function writeWoff2(tables: Map<string, Buffer>): Buffer {
  // loca must directly follow glyf.
  const order = [...tables.keys()].filter((tag) => tag !== 'loca').sort()
  order.splice(order.indexOf('glyf') + 1, 0, 'loca')
  const data = order.map((tag) => tables.get(tag) ?? Buffer.alloc(0))
  const directory = order.flatMap((tag, i) => {
    const flags = (KNOWN_TAG[tag] ?? 63) | (tag === 'glyf' || tag === 'loca' ? NULL_TRANSFORM : 0)
    return [flags, ...base128(data[i]?.length ?? 0)]
  })
  const raw = Buffer.concat(data)
  const compressed = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  })
  const header = Buffer.alloc(48)
  const body = padded(Buffer.concat([header, Buffer.from(directory), compressed]))
  body.write('wOF2', 0, 'latin1')
  body.writeUInt32BE(0x00010000, 4)
  body.writeUInt32BE(body.length, 8)
  body.writeUInt16BE(order.length, 12)
  // Size of the unpacked font: header, directory, tables each padded to four bytes.
  body.writeUInt32BE(
    data.reduce((sum, table) => sum + ((table.length + 3) & ~3), 12 + 16 * order.length),
    16,
  )
  body.writeUInt32BE(compressed.length, 20)
  body.writeUInt16BE(1, 24)
  return body
}

/** UIntBase128 of WOFF2: seven bits a byte, the most significant first. */
function base128(value: number): number[] {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}

function padded(bytes: Buffer): Buffer {
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])
}
