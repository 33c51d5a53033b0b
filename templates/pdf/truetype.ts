/**
 * Reads a TrueType font and cuts a subset out of it as a *simple* PDF font needs it.
 *
 * fontkit's own subsets are made for Type0 fonts and carry no `cmap`, `post` or `OS/2`; a form field whose font lacks them can show
 * its prefilled text but takes no typing. Hence this writer: few tables, all of them complete.
 */

import {NAMED_AFTER} from './charset.ts'

/** A font as far as setting a text needs it. Widths are in units of the em (`unitsPerEm`). */
export interface TrueType {
  readonly bytes: Uint8Array
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly bbox: readonly [number, number, number, number]
  readonly capHeight: number
  /** PostScript name, `NotoSans-Regular`. */
  readonly name: string
  /** Glyph number of a Unicode character; 0 where the font has none. */
  glyph(codePoint: number): number
  /** Advance width of a glyph. */
  advance(glyph: number): number
  /** Bytes of a glyph's outline; empty for a blank glyph. */
  outline(glyph: number): Uint8Array
  readonly tables: ReadonlyMap<string, Uint8Array>
}

const COMPOSITE_WORDS = 0x0001
const COMPOSITE_SCALE = 0x0008
const COMPOSITE_MORE = 0x0020
const COMPOSITE_XY_SCALE = 0x0040
const COMPOSITE_MATRIX = 0x0080

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function readTables(bytes: Uint8Array): Map<string, Uint8Array> {
  const data = view(bytes)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < data.getUint16(4); i++) {
    const at = 12 + 16 * i
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    tables.set(tag, bytes.subarray(data.getUint32(at + 8), data.getUint32(at + 8) + data.getUint32(at + 12)))
  }
  return tables
}

function table(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const bytes = tables.get(tag)
  if (!bytes) throw new Error(`not a usable TrueType font: table «${tag}» is missing`)
  return bytes
}

/** The format 4 subtable for Windows Unicode (3,1), as a lookup. */
function readCmap(cmap: Uint8Array): (codePoint: number) => number {
  const data = view(cmap)
  for (let i = 0; i < data.getUint16(2); i++) {
    const at = 4 + 8 * i
    const start = data.getUint32(at + 4)
    if (data.getUint16(at) !== 3 || data.getUint16(at + 2) !== 1 || data.getUint16(start) !== 4) continue
    const segments = data.getUint16(start + 6) / 2
    const ends = start + 14
    const starts = ends + 2 * segments + 2
    const deltas = starts + 2 * segments
    const offsets = deltas + 2 * segments
    return (codePoint) => {
      for (let s = 0; s < segments; s++) {
        if (codePoint > data.getUint16(ends + 2 * s)) continue
        const first = data.getUint16(starts + 2 * s)
        if (codePoint < first) return 0
        const delta = data.getUint16(deltas + 2 * s)
        const offset = data.getUint16(offsets + 2 * s)
        if (offset === 0) return (codePoint + delta) & 0xffff
        const glyph = data.getUint16(offsets + 2 * s + offset + 2 * (codePoint - first))
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff
      }
      return 0
    }
  }
  throw new Error('not a usable TrueType font: no Unicode character map (3,1) of format 4')
}

/** The PostScript name (name id 6, Windows, UTF-16). */
function readName(names: Uint8Array): string {
  const data = view(names)
  const storage = data.getUint16(4)
  for (let i = 0; i < data.getUint16(2); i++) {
    const at = 6 + 12 * i
    if (data.getUint16(at) !== 3 || data.getUint16(at + 6) !== 6) continue
    const start = storage + data.getUint16(at + 10)
    return new TextDecoder('utf-16be').decode(names.subarray(start, start + data.getUint16(at + 8)))
  }
  return 'Embedded'
}

/**
 * Reads a font file. Throws an `Error` that names what is missing when the bytes are not a TrueType font with outlines in `glyf`
 * (a woff2 file, for example: it would give blank text).
 */
export function parseTrueType(bytes: Uint8Array): TrueType {
  if (bytes.length < 12 || view(bytes).getUint32(0) !== 0x00010000) throw new Error('not a TrueType font file')
  const tables = readTables(bytes)
  const head = view(table(tables, 'head'))
  const hhea = view(table(tables, 'hhea'))
  const hmtx = view(table(tables, 'hmtx'))
  const loca = view(table(tables, 'loca'))
  const glyf = table(tables, 'glyf')
  const os2 = tables.get('OS/2')
  const metrics = hhea.getUint16(34)
  const long = head.getInt16(50) === 1
  const offset = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const lookup = readCmap(table(tables, 'cmap'))
  const cache = new Map<number, number>()
  const names = tables.get('name')
  return {
    bytes,
    tables,
    unitsPerEm: head.getUint16(18),
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    capHeight: os2 && view(os2).getUint16(0) >= 2 ? view(os2).getInt16(88) : hhea.getInt16(4),
    name: names ? readName(names) : 'Embedded',
    glyph(codePoint) {
      let glyph = cache.get(codePoint)
      if (glyph === undefined) {
        glyph = codePoint > 0xffff ? 0 : lookup(codePoint)
        cache.set(codePoint, glyph)
      }
      return glyph
    },
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    outline: (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)),
  }
}

/** Glyph numbers a composite outline is put together from, with the byte offsets at which they stand. */
function components(outline: Uint8Array): {at: number; glyph: number}[] {
  const data = view(outline)
  if (outline.length === 0 || data.getInt16(0) >= 0) return []
  const found: {at: number; glyph: number}[] = []
  let at = 10
  for (;;) {
    const flags = data.getUint16(at)
    found.push({at: at + 2, glyph: data.getUint16(at + 2)})
    at += 4 + (flags & COMPOSITE_WORDS ? 4 : 2)
    if (flags & COMPOSITE_SCALE) at += 2
    else if (flags & COMPOSITE_XY_SCALE) at += 4
    else if (flags & COMPOSITE_MATRIX) at += 8
    if (!(flags & COMPOSITE_MORE)) return found
  }
}

const pad4 = (length: number): number => (length + 3) & ~3

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) {
    sum = (sum + (((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0))) >>> 0
  }
  return sum
}

function assemble(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort()
  const size = tags.reduce((sum, tag) => sum + pad4(table(tables, tag).length), 12 + 16 * tags.length)
  const bytes = new Uint8Array(size)
  const data = view(bytes)
  const power = Math.floor(Math.log2(tags.length))
  data.setUint32(0, 0x00010000)
  data.setUint16(4, tags.length)
  data.setUint16(6, 16 * 2 ** power)
  data.setUint16(8, power)
  data.setUint16(10, 16 * tags.length - 16 * 2 ** power)
  let at = 12 + 16 * tags.length
  let head = 0
  for (const [i, tag] of tags.entries()) {
    const content = table(tables, tag)
    const entry = 12 + 16 * i
    for (let c = 0; c < 4; c++) bytes[entry + c] = tag.charCodeAt(c)
    data.setUint32(entry + 4, checksum(content))
    data.setUint32(entry + 8, at)
    data.setUint32(entry + 12, content.length)
    bytes.set(content, at)
    if (tag === 'head') head = at
    at += pad4(content.length)
  }
  // the sum of the whole file must come out at this constant (OpenType specification, table «head»)
  data.setUint32(head + 8, (0xb1b0afba - checksum(bytes)) >>> 0)
  return bytes
}

/** cmap with (1,0) format 0 for the codes and (3,1) format 4 for Unicode. */
function writeCmap(codes: ReadonlyMap<number, number>, slot: ReadonlyMap<number, number>): Uint8Array {
  const named = [...NAMED_AFTER].filter(([name, codePoint]) => slot.has(codePoint) && !slot.has(name))
  const known = new Map([...slot, ...named.map(([name, codePoint]) => [name, slot.get(codePoint) ?? 0] as const)])
  const pairs = [...codes.values(), ...named.map(([name]) => name)]
    .sort((a, b) => a - b)
    .map((codePoint) => [codePoint, known.get(codePoint) ?? 0] as const)
  const segments: {start: number; end: number; delta: number}[] = []
  for (const [codePoint, glyph] of pairs) {
    const last = segments.at(-1)
    if (last && last.end === codePoint) continue
    if (last && last.end + 1 === codePoint && ((codePoint + last.delta) & 0xffff) === glyph) last.end = codePoint
    else segments.push({start: codePoint, end: codePoint, delta: (glyph - codePoint) & 0xffff})
  }
  segments.push({start: 0xffff, end: 0xffff, delta: 1})
  const count = segments.length
  const windows = 16 + 8 * count
  const bytes = new Uint8Array(20 + 262 + windows)
  const data = view(bytes)
  data.setUint16(2, 2)
  data.setUint16(4, 1)
  data.setUint32(8, 20)
  data.setUint16(12, 3)
  data.setUint16(14, 1)
  data.setUint32(16, 282)
  data.setUint16(22, 262)
  for (const [code, codePoint] of codes) {
    const glyph = slot.get(codePoint) ?? 0
    if (glyph < 256) bytes[26 + code] = glyph
  }
  const power = Math.floor(Math.log2(count))
  data.setUint16(282, 4)
  data.setUint16(284, windows)
  data.setUint16(288, 2 * count)
  data.setUint16(290, 2 * 2 ** power)
  data.setUint16(292, power)
  data.setUint16(294, 2 * count - 2 * 2 ** power)
  for (const [i, segment] of segments.entries()) {
    data.setUint16(296 + 2 * i, segment.end)
    data.setUint16(298 + 2 * count + 2 * i, segment.start)
    data.setUint16(298 + 4 * count + 2 * i, segment.delta)
  }
  return bytes
}

/** post 2.0: ASCII glyphs by their place in the Macintosh order, the others by name. */
function writePost(order: readonly number[], glyphName: (codePoint: number) => string): Uint8Array {
  const names: string[] = []
  const indexes = order.map((codePoint) => {
    if (codePoint < 0) return 0
    if (codePoint >= 0x20 && codePoint < 0x7f) return codePoint - 0x20 + 3
    names.push(glyphName(codePoint))
    return 257 + names.length
  })
  const bytes = new Uint8Array(34 + 2 * order.length + names.reduce((sum, name) => sum + 1 + name.length, 0))
  const data = view(bytes)
  data.setUint32(0, 0x00020000)
  data.setInt16(8, -100)
  data.setInt16(10, 50)
  data.setUint16(32, order.length)
  for (const [i, index] of indexes.entries()) data.setUint16(34 + 2 * i, index)
  let at = 34 + 2 * order.length
  for (const name of names) {
    bytes[at++] = name.length
    for (let c = 0; c < name.length; c++) bytes[at++] = name.charCodeAt(c)
  }
  return bytes
}

/** name table with the family, style, full and PostScript names, for Windows. */
function writeName(postScript: string): Uint8Array {
  const [family = postScript, style = 'Regular'] = postScript.split('-')
  const entries: [number, string][] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, postScript],
  ]
  const length = entries.reduce((sum, [, text]) => sum + 2 * text.length, 0)
  const bytes = new Uint8Array(6 + 12 * entries.length + length)
  const data = view(bytes)
  data.setUint16(2, entries.length)
  data.setUint16(4, 6 + 12 * entries.length)
  let at = 0
  for (const [i, [id, text]] of entries.entries()) {
    const entry = 6 + 12 * i
    for (const [field, value] of [3, 1, 0x409, id, 2 * text.length, at].entries()) data.setUint16(entry + 2 * field, value)
    for (let c = 0; c < text.length; c++) data.setUint16(6 + 12 * entries.length + at + 2 * c, text.charCodeAt(c))
    at += 2 * text.length
  }
  return bytes
}

/**
 * Cuts a font down to the characters of a one-byte encoding.
 *
 * @param font the whole font
 * @param codes code (0-255) → Unicode character
 * @param glyphName name of a character's glyph, the same as in the PDF's `Differences`
 * @returns a complete TrueType file: head hhea maxp hmtx loca glyf cmap post OS/2 name, with right checksums
 */
export function subsetTrueType(font: TrueType, codes: ReadonlyMap<number, number>, glyphName: (codePoint: number) => string): Uint8Array {
  // new glyph number → old one; and the character each stands for (-1: none of its own)
  const old: number[] = [0]
  const order: number[] = [-1]
  const slot = new Map<number, number>()
  for (const codePoint of codes.values()) {
    if (slot.has(codePoint)) continue
    const glyph = font.glyph(codePoint)
    slot.set(codePoint, glyph === 0 ? 0 : old.push(glyph) - 1)
    if (glyph !== 0) order.push(codePoint)
  }
  const renumbered = new Map(old.map((glyph, i) => [glyph, i]))
  const outlines: Uint8Array[] = []
  for (let i = 0; i < old.length; i++) {
    const outline = font.outline(old[i] ?? 0).slice()
    for (const {at, glyph} of components(outline)) {
      let target = renumbered.get(glyph)
      if (target === undefined) {
        target = old.push(glyph) - 1
        order.push(-1)
        renumbered.set(glyph, target)
      }
      view(outline).setUint16(at, target)
    }
    outlines.push(outline)
  }
  const count = old.length
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + pad4(outline.length), 0))
  const loca = new Uint8Array(4 * (count + 1))
  const hmtx = new Uint8Array(4 * count)
  const bearings = view(table(font.tables, 'hmtx'))
  const metrics = view(table(font.tables, 'hhea')).getUint16(34)
  let at = 0
  for (const [i, outline] of outlines.entries()) {
    view(loca).setUint32(4 * i, at)
    glyf.set(outline, at)
    at += pad4(outline.length)
    const glyph = old[i] ?? 0
    view(hmtx).setUint16(4 * i, font.advance(glyph))
    const bearing = glyph < metrics ? bearings.getInt16(4 * glyph + 2) : bearings.getInt16(4 * metrics + 2 * (glyph - metrics))
    view(hmtx).setInt16(4 * i + 2, bearing)
  }
  view(loca).setUint32(4 * count, at)
  const head = table(font.tables, 'head').slice()
  view(head).setUint32(8, 0)
  view(head).setInt16(50, 1)
  const hhea = table(font.tables, 'hhea').slice()
  view(hhea).setUint16(34, count)
  const maxp = table(font.tables, 'maxp').slice()
  view(maxp).setUint16(4, count)
  const os2 = (font.tables.get('OS/2') ?? new Uint8Array(96)).slice()
  const characters = [...codes.values()]
  view(os2).setUint16(64, Math.min(...characters))
  view(os2).setUint16(66, Math.max(...characters))
  return assemble(
    new Map([
      ['head', head],
      ['hhea', hhea],
      ['maxp', maxp],
      ['hmtx', hmtx],
      ['loca', loca],
      ['glyf', glyf],
      ['cmap', writeCmap(codes, slot)],
      ['post', writePost(order, glyphName)],
      ['OS/2', os2],
      ['name', writeName(font.name)],
    ]),
  )
}
