/**
 * The fonts of one document. Page text and fields share one *simple* TrueType font with a fixed encoding (charset.ts); bold type and
 * characters outside that encoding go into further simple fonts that hold exactly what the document uses.
 *
 * Why simple fonts: PDFium lets a reader type only what a form font's own encoding and `cmap` reach. A Type0 subset, as pdfkit makes
 * it, shows Kazakh and still loses it while typing.
 */
import {FIELD_CODES, glyphName} from './charset.ts'
import {deflate} from './deflate.ts'
import {parseTrueType, subsetTrueType, type TrueType} from './truetype.ts'

export type Weight = 'regular' | 'bold'

/** Font files, as bytes: where they come from is the caller's matter (a file in Node, a request in the browser). */
export interface FontFiles {
  regular: Uint8Array
  bold: Uint8Array
}

/** A font file made ready once and used by every document after. */
export interface PreparedFonts {
  readonly regular: TrueType
  readonly bold: TrueType
  /** The field font's file, compressed (zlib). */
  readonly fieldFile: Uint8Array
  readonly fieldFileLength: number
}

/** Characters of one font, in the font's own codes. */
export interface Run {
  /** Resource key of the font on a page: `F1`. */
  font: string
  bytes: Uint8Array
}

const FIRST_CODE = 0x20
/** U+FFFD, the sign for «not known»: stands for what no font here has. */
const REPLACEMENT = 0xfffd

const prepared = new WeakMap<FontFiles, Promise<PreparedFonts>>()

/**
 * Prepares the fonts, once for each `files` object.
 * Throws when the bytes are not TrueType.
 */
export function prepareFonts(files: FontFiles): Promise<PreparedFonts> {
  let promise = prepared.get(files)
  if (!promise) {
    promise = prepare(files)
    prepared.set(files, promise)
  }
  return promise
}

/**
 * The fonts cut down to what forms are written in (22 KB each in place of 600): for a page that draws forms in the browser and has to
 * fetch them. Forms come out the same; a letter outside `FIELD_CHARACTERS` is shown as a box.
 */
export function slimFonts(files: FontFiles): FontFiles {
  const slim = (bytes: Uint8Array): Uint8Array => subsetTrueType(parseTrueType(bytes), FIELD_CODES, glyphName)
  return {regular: slim(files.regular), bold: slim(files.bold)}
}

async function prepare(files: FontFiles): Promise<PreparedFonts> {
  const regular = parseTrueType(files.regular)
  const file = subsetTrueType(regular, FIELD_CODES, glyphName)
  return {regular, bold: parseTrueType(files.bold), fieldFile: await deflate(file), fieldFileLength: file.length}
}

/** A simple font being filled, or the fixed one. */
interface SimpleFont {
  key: string
  weight: Weight
  codes: Map<number, number>
  /** Character → code. */
  reverse: Map<number, number>
  fixed: boolean
}

const reversed = (codes: ReadonlyMap<number, number>): Map<number, number> =>
  new Map([...codes].map(([code, codePoint]) => [codePoint, code]))
const FIELD_REVERSE = reversed(FIELD_CODES)

/** Width of a text in points. */
export function textWidth(font: TrueType, text: string, size: number): number {
  let width = 0
  for (const character of text) width += font.advance(font.glyph(character.codePointAt(0) ?? 0))
  return (width * size) / font.unitsPerEm
}

/** What a font needs of the document it is written into. */
export interface ObjectWriter<Ref> {
  ref(data: Record<string, unknown>): Ref
  /** Writes a stream, `compressed` when the bytes already are. */
  stream(data: Record<string, unknown>, bytes: Uint8Array, compressed: boolean): Ref
}

/** The fonts of one document: hands out codes while the pages are drawn, writes the font objects at the end. */
export class FontBook {
  readonly files: PreparedFonts
  private readonly fonts: SimpleFont[]

  constructor(files: PreparedFonts) {
    this.files = files
    this.fonts = [{key: 'F1', weight: 'regular', codes: new Map(FIELD_CODES), reverse: FIELD_REVERSE, fixed: true}]
  }

  /** Key of the font that fields use. */
  get fieldFont(): string {
    return 'F1'
  }

  /** The metrics of a weight. */
  face(weight: Weight): TrueType {
    return this.files[weight]
  }

  width(text: string, size: number, weight: Weight = 'regular'): number {
    return textWidth(this.files[weight], text, size)
  }

  /** Text → codes, cut where the font changes. The text is composed first (NFC): separate marks would stand beside their letters. */
  encode(text: string, weight: Weight = 'regular'): Run[] {
    const runs: {font: string; bytes: number[]}[] = []
    for (const character of text.normalize('NFC')) {
      const codePoint = character.codePointAt(0) ?? REPLACEMENT
      const font = this.fontFor(codePoint, weight)
      const last = runs.at(-1)
      const code = font.reverse.get(codePoint) ?? FIRST_CODE
      if (last?.font === font.key) last.bytes.push(code)
      else runs.push({font: font.key, bytes: [code]})
    }
    return runs.map(({font, bytes}) => ({font, bytes: Uint8Array.from(bytes)}))
  }

  private fontFor(codePoint: number, weight: Weight): SimpleFont {
    for (const font of this.fonts) if (font.weight === weight && font.reverse.has(codePoint)) return font
    let open = this.fonts.find((font) => font.weight === weight && !font.fixed && FIRST_CODE + font.codes.size < 0x100)
    if (!open) {
      open = {key: `F${this.fonts.length + 1}`, weight, codes: new Map(), reverse: new Map(), fixed: false}
      this.fonts.push(open)
    }
    const code = FIRST_CODE + open.codes.size
    open.codes.set(code, codePoint)
    open.reverse.set(codePoint, code)
    return open
  }

  /** Writes the font objects; `fill` receives each key's dictionary for the reference that was handed out before. */
  write<Ref>(writer: ObjectWriter<Ref>, fill: (key: string, dictionary: Record<string, unknown>) => void): void {
    for (const font of this.fonts) fill(font.key, this.dictionary(writer, font))
  }

  private dictionary<Ref>(writer: ObjectWriter<Ref>, font: SimpleFont): Record<string, unknown> {
    const face = this.files[font.weight]
    const scale = 1000 / face.unitsPerEm
    let file: Ref
    if (font.fixed) {
      file = writer.stream({Filter: 'FlateDecode', Length1: this.files.fieldFileLength}, this.files.fieldFile, true)
    } else {
      const bytes = subsetTrueType(face, font.codes, glyphName)
      file = writer.stream({Length1: bytes.length}, bytes, false)
    }
    const descriptor = writer.ref({
      Type: 'FontDescriptor',
      FontName: face.name,
      Flags: 32,
      FontBBox: face.bbox.map((n) => n * scale),
      ItalicAngle: 0,
      Ascent: face.ascender * scale,
      Descent: face.descender * scale,
      CapHeight: face.capHeight * scale,
      StemV: font.weight === 'bold' ? 140 : 84,
      FontFile2: file,
    })
    const codes = [...font.codes.keys()]
    const last = Math.max(...codes)
    const widths: number[] = []
    const differences: (number | string)[] = []
    for (let code = FIRST_CODE; code <= last; code++) {
      const codePoint = font.codes.get(code)
      widths.push(codePoint === undefined ? 0 : face.advance(face.glyph(codePoint)) * scale)
      if (codePoint === undefined || codePoint === code) continue
      if (font.codes.get(code - 1) === undefined || font.codes.get(code - 1) === code - 1) differences.push(code)
      differences.push(glyphName(codePoint))
    }
    return {
      Type: 'Font',
      Subtype: 'TrueType',
      // the real name, without a subset tag: some viewers take a tagged font for unfit to type with
      BaseFont: face.name,
      FirstChar: FIRST_CODE,
      LastChar: last,
      Widths: widths,
      FontDescriptor: descriptor,
      Encoding: writer.ref({Type: 'Encoding', BaseEncoding: 'WinAnsiEncoding', Differences: differences}),
      ToUnicode: writer.stream({}, new TextEncoder().encode(toUnicode(font.codes)), false),
    }
  }
}

const hex = (n: number, digits: number): string => n.toString(16).toUpperCase().padStart(digits, '0')

/** UTF-16BE, in hexadecimal. */
function utf16(codePoint: number): string {
  return [...Array(codePoint > 0xffff ? 2 : 1).keys()].map((i) => hex(String.fromCodePoint(codePoint).charCodeAt(i), 4)).join('')
}

function toUnicode(codes: ReadonlyMap<number, number>): string {
  const lines = [...codes].map(([code, codePoint]) => `<${hex(code, 2)}> <${utf16(codePoint)}>`)
  // a block takes at most a hundred lines (PDF reference, CMaps)
  const blocks: string[] = []
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    `1 begincodespacerange\n<00> <FF>\nendcodespacerange\n${blocks.join('\n')}\n` +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend'
  )
}
