/**
 * Writes laid-out sheets as a tagged PDF with form fields, through pdfkit's objects.
 *
 * pdfkit does pages, streams, structure elements and metadata. Its form methods are not used: their option filter drops `TU`, `AP` and
 * `MaxLen`, and `initForm` sets `NeedAppearances`, which spoils the result in several viewers.
 */
import PDFDocument from 'pdfkit'
import {
  isElement,
  type Color,
  type Element,
  type FieldMark,
  type FrameMark,
  type Mark,
  type MatrixMark,
  type RuleMark,
  type Sheet,
  type TextMark,
} from './display.ts'
import {appearance, checkboxAppearance, fieldEntries, FIELD_FONT_KEY, onState} from './fields.ts'
import {glyphName, isListed} from './charset.ts'
import {FontBook, type PreparedFonts, type Run, type Weight} from './fonts.ts'
import {legible} from '../../parser/language/hidden-characters.ts'
import {PRINTED, typedIn} from '../legible.ts'
import {fromLatin1, hexString, number} from './operators.ts'
import {pack} from './pack.ts'
import {checkScript, type Check, type CheckMessages} from './validation.ts'

export interface DocumentInfo {
  title: string
  subject: string
  /** `YYYY-MM-DD`: the date that stands in the file, so that the same input gives the same bytes. */
  date: string
  keywords?: string
  /** Message of the date check, shown by the viewer. */
  dateError: string
  /** Messages of the other checks, where the document has such fields. */
  errors?: Omit<CheckMessages, 'date'>
}

/** pdfkit's reference to an object of the file. */
interface Reference {
  data: Record<string, unknown>
  compress: boolean
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array | string): void
  toString(): string
}

interface StructureElement {
  readonly dictionary: Reference
  add(child: StructureElement | StructureContent): StructureElement
  end(): void
}

interface StructureContent {
  readonly refs: readonly unknown[]
}

/** The part of pdfkit that is used here; its published types leave most of it out. */
interface LowLevel {
  _root: Reference
  page: {
    fonts: Record<string, Reference>
    xobjects: Record<string, Reference>
    annotations: Reference[]
    readonly structParentTreeKey: number
  }
  info: Record<string, unknown>
  ref(data: Record<string, unknown>): Reference
  addPage(): void
  addContent(content: string): void
  struct(type: string, options?: {scope?: string}): StructureElement
  addStructure(element: StructureElement): void
  getStructParentTree(): {limits: boolean}
  markStructureContent(tag: string): StructureContent
  markContent(tag: string, options?: {type: string}): void
  endMarkedContent(): void
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void
  end(): void
}

/** What pdfkit knows of a document it has written. */
interface Finished {
  _offsets: number[]
  _root: Reference
  _info: Reference
  _id: Uint8Array
}

/** Bytes from which a file is packed. Smaller ones stay as they are: any tool reads them, and they are made faster. */
const PACK_ABOVE = 56 * 1024

const escapeXml = (text: string): string => text.replace(/[&<>"]/gu, (c) => `&#${c.charCodeAt(0)};`)

/** pdfkit's document with its output collected at once, and two of its steps put right. */
class CollectedDocument extends PDFDocument {
  declare chunks: Uint8Array[]
  declare acroForm: Reference | undefined

  /** Called by pdfkit for every piece of the file; the stream machinery behind it is not needed. */
  push(chunk: Uint8Array | null): boolean {
    this.chunks ??= []
    if (chunk) this.chunks.push(chunk)
    return true
  }

  /** pdfkit puts the title into the XML metadata as it is; a title with & or < would break it. */
  _addInfo(): void {
    const document = this as unknown as {info: Record<string, unknown>}
    const plain = document.info
    document.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    )
    ;(PDFDocument.prototype as unknown as {_addInfo(this: unknown): void})._addInfo.call(this)
    document.info = plain
  }

  override endAcroForm(): this {
    this.acroForm?.end()
    return this
  }
}

const tenth = (n: number): number => Math.round(n * 10) / 10
const rgb = (color: Color | undefined, operator: string): string => `${(color ?? [0, 0, 0]).map(number).join(' ')} ${operator}`

/**
 * Whether a file may call itself PDF/UA. Tags, language, title and the rest are the same for all; what a text may spoil is the fonts: each
 * character needs a glyph, and the glyph a name of the Adobe Glyph List (ISO 14289-1, 7.21.6 and 7.21.8).
 */
function earnsUa(fonts: PreparedFonts, sheets: readonly Sheet[]): boolean {
  const fine = (text: string, weight: Weight): boolean =>
    [...text.normalize('NFC')].every((character) => {
      const codePoint = character.codePointAt(0) ?? 0
      return character === '\n' || (isListed(glyphName(codePoint)) && fonts[weight].glyph(codePoint) !== 0)
    })
  const node = (one: Element | Mark): boolean => {
    if (isElement(one)) return one.kids.every(node)
    if (one.kind === 'text') return fine(one.text, one.weight)
    return one.kind !== 'field' || typeof one.value !== 'string' || fine(one.value, 'regular')
  }
  return sheets.every((sheet) => sheet.elements.every(node) && sheet.furniture.every(node))
}

/** Text operators for runs that follow each other on a line. */
const showRuns = (runs: readonly Run[], size: number, key: (font: string) => string): string =>
  runs.map((run) => `/${key(run.font)} ${number(size)} Tf ${hexString(run.bytes)} Tj`).join(' ')

/**
 * Writes the sheets.
 *
 * @param fonts prepared fonts
 * @param info title, date and subject of the file
 * @param sheets pages in order
 * @returns the PDF; the same arguments give the same bytes
 */
export async function writeDocument(fonts: PreparedFonts, info: DocumentInfo, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const collected = new CollectedDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'kk',
    tagged: true,
    displayTitle: true,
    ...(earnsUa(fonts, sheets) ? {subset: 'PDF/UA'} : {}),
    font: null,
    info: {
      Title: legible(info.title, PRINTED),
      Subject: legible(info.subject, PRINTED),
      Author: 'Qyzmet',
      Creator: 'Qyzmet',
      Producer: 'Qyzmet',
      CreationDate: new Date(`${info.date}T00:00:00Z`),
      ...(info.keywords ? {Keywords: info.keywords} : {}),
    },
  } as unknown as PDFKit.PDFDocumentOptions)
  const writer = new Writer(collected as unknown as LowLevel, new FontBook(fonts), info, sheets)
  collected.acroForm = writer.write()
  collected.end()
  const bytes = concatenate(collected.chunks)
  if (bytes.length <= PACK_ABOVE) return bytes
  const {_offsets, _root, _info, _id} = collected as unknown as Finished
  return pack(bytes, _offsets, {root: _root.toString(), info: _info.toString(), id: _id})
}

/** The dark squares as one path, a unit each; neighbours in a row are one rectangle, so that no hair line shows between them. */
function matrixContent(rows: MatrixMark['rows']): string {
  const path: string[] = []
  for (const [r, row] of rows.entries()) {
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue
      let to = from
      while (row[to]) to++
      path.push(`${from} ${r} ${to - from} 1 re`)
      from = to
    }
  }
  return `0 g ${path.join(' ')} f`
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

class Writer {
  private readonly document: LowLevel
  private readonly fonts: FontBook
  private readonly info: DocumentInfo
  private readonly sheets: readonly Sheet[]
  private readonly fontRefs = new Map<string, Reference>()
  private readonly fields: Reference[] = []
  /** Fields that stand at more than one place: one field, several widgets. */
  private readonly parents = new Map<string, Reference>()
  private readonly places = new Map<string, number>()
  private readonly grids = new Map<MatrixMark['rows'], {key: string; ref: Reference}>()
  private readonly resources = new Map<string, Reference>()
  private readonly actions = new Map<Check, Reference>()

  constructor(document: LowLevel, fonts: FontBook, info: DocumentInfo, sheets: readonly Sheet[]) {
    this.document = document
    this.fonts = fonts
    this.info = info
    this.sheets = sheets
  }

  /** Draws all pages; returns the AcroForm dictionary, to be ended by the document. */
  write(): Reference | undefined {
    for (const sheet of this.sheets) for (const element of sheet.elements) this.count(element)
    // the tree has a root only, and limits are for the nodes below (ISO 32000-1, table 37)
    this.document.getStructParentTree().limits = false
    const root = this.document.struct('Document')
    this.document.addStructure(root)
    for (const sheet of this.sheets) {
      this.document.addPage()
      // the getter makes the page's entry in the parent tree
      void this.document.page.structParentTreeKey
      for (const element of sheet.elements) this.element(element, root)
      this.artifact(sheet.furniture, 'Pagination')
    }
    root.end()
    for (const parent of this.parents.values()) parent.end()
    const acroForm = this.fields.length > 0 ? this.acroForm() : undefined
    this.writeFonts()
    return acroForm
  }

  private count(node: Element | Mark): void {
    if (isElement(node)) for (const kid of node.kids) this.count(kid)
    else if (node.kind === 'field') this.places.set(node.name, (this.places.get(node.name) ?? 0) + 1)
  }

  private element(element: Element, parent: StructureElement): void {
    // a Note needs an identifier and a tree of them (ISO 14289-1, 7.9); read out, it is a paragraph like any other
    const tag = element.tag === 'Note' ? 'P' : element.tag
    const structure = this.document.struct(tag, element.scope ? {scope: element.scope} : {})
    if (element.columns !== undefined && element.columns > 1)
      structure.dictionary.data['A'] = {...(structure.dictionary.data['A'] as object), O: 'Table', ColSpan: element.columns}
    parent.add(structure)
    let texts: TextMark[] = []
    const flush = (): void => {
      if (texts.length === 0) return
      const content = this.document.markStructureContent(tag)
      for (const mark of texts) this.text(mark)
      this.document.endMarkedContent()
      structure.add(content)
      texts = []
    }
    // grounds and frames lie under the words
    this.artifact(
      element.kids.filter((kid): kid is RuleMark | FrameMark => !isElement(kid) && (kid.kind === 'rule' || kid.kind === 'frame')),
      'Layout',
    )
    for (const kid of element.kids) {
      if (!isElement(kid) && kid.kind === 'text') {
        texts.push(kid)
        continue
      }
      if (isElement(kid)) {
        flush()
        this.element(kid, structure)
      } else if (kid.kind === 'field') {
        flush()
        this.field(kid, structure)
      }
    }
    flush()
    // a Form element's object reference takes the page that is open when it ends: everything ends on its own page
    structure.end()
  }

  private artifact(marks: readonly Mark[], type: 'Layout' | 'Pagination'): void {
    if (marks.length === 0) return
    this.document.markContent('Artifact', {type})
    for (const mark of marks) {
      if (mark.kind === 'text') this.text(mark)
      else if (mark.kind === 'rule') {
        this.document.addContent(
          `${rgb(mark.color, 'RG')} ${number(mark.width)} w ${number(mark.x1)} ${number(mark.y1)} m ${number(mark.x2)} ${number(mark.y2)} l S`,
        )
      } else if (mark.kind === 'frame') {
        const path = `${number(mark.x)} ${number(mark.y)} ${number(mark.width)} ${number(mark.height)} re`
        if (mark.fill) this.document.addContent(`${rgb(mark.fill, 'rg')} ${path} f`)
        if (mark.line) this.document.addContent(`${rgb(mark.color, 'RG')} ${number(mark.line)} w ${path} S`)
      } else if (mark.kind === 'matrix') this.matrix(mark)
    }
    this.document.endMarkedContent()
  }

  private text(mark: TextMark): void {
    const runs = this.fonts.encode(legible(mark.text, PRINTED), mark.weight)
    for (const run of runs) this.document.page.fonts[run.font] = this.fontRef(run.font)
    // pdfkit's pages count from above: the text is turned back upright
    this.document.addContent(
      `BT ${rgb(mark.color, 'rg')} 1 0 0 -1 ${number(mark.x)} ${number(mark.y)} Tm ${showRuns(runs, mark.size, (font) => font)} ET`,
    )
  }

  private fontRef(key: string): Reference {
    let ref = this.fontRefs.get(key)
    if (!ref) {
      ref = this.document.ref({})
      this.fontRefs.set(key, ref)
    }
    return ref
  }

  /** A grid stands on every page and is written once. */
  private matrix({x, y, module, rows}: MatrixMark): void {
    let grid = this.grids.get(rows)
    if (!grid) {
      const ref = this.document.ref({Type: 'XObject', Subtype: 'Form', BBox: [0, 0, rows[0]?.length ?? 0, rows.length], Resources: {}})
      ref.end(matrixContent(rows))
      grid = {key: `G${this.grids.size + 1}`, ref}
      this.grids.set(rows, grid)
    }
    this.document.page.xobjects[grid.key] = grid.ref
    this.document.addContent(`q ${number(module)} 0 0 ${number(module)} ${number(x)} ${number(y)} cm /${grid.key} Do Q`)
  }

  /** A small stream. Not compressed: most are some fifty bytes. */
  private form(width: number, height: number, content: string, fonts: readonly string[]): Reference {
    const ref = this.document.ref({
      Subtype: 'Form',
      BBox: [0, 0, tenth(width), tenth(height)],
      Resources: this.resourcesOf(fonts),
    })
    ref.compress = false
    ref.end(fromLatin1(content))
    return ref
  }

  /** Resources of small streams: one object for all that use the same fonts. */
  private resourcesOf(fonts: readonly string[]): Reference {
    const key = fonts.join(' ')
    let ref = this.resources.get(key)
    if (!ref) {
      const used = fonts.map((font) => [font === this.fonts.fieldFont ? FIELD_FONT_KEY : font, this.fontRef(font)])
      ref = this.document.ref(fonts.length > 0 ? {Font: Object.fromEntries(used)} : {})
      ref.end()
      this.resources.set(key, ref)
    }
    return ref
  }

  private field(given: FieldMark, parent: StructureElement): void {
    const mark: FieldMark = {
      ...given,
      label: legible(given.label, PRINTED),
      ...(given.value === undefined ? {} : {value: typedIn(given.value)}),
    }
    const structure = this.document.struct('Form')
    parent.add(structure)
    const key = (font: string): string => (font === this.fonts.fieldFont ? FIELD_FONT_KEY : font)
    const entries = fieldEntries(mark, (check) => this.action(check))
    const widget: Record<string, unknown> = {Subtype: 'Widget', F: 4, ...this.dictionaryAppearance(mark, key), structParent: structure}
    const repeated = (this.places.get(mark.name) ?? 0) > 1
    if (!repeated) Object.assign(widget, entries)
    else {
      let field = this.parents.get(mark.name)
      if (!field) {
        field = this.document.ref({...entries, Kids: []})
        this.parents.set(mark.name, field)
        this.fields.push(field)
      }
      widget['Parent'] = field
      widget['DA'] = entries['DA']
      if (mark.option) {
        widget['Contents'] = new String(mark.label)
        if (mark.value === true) field.data['V'] = onState(mark)
      }
    }
    this.document.annotate(tenth(mark.x), tenth(mark.y), tenth(mark.width), tenth(mark.height), widget)
    const ref = this.document.page.annotations.at(-1)
    if (!ref) throw new Error('pdfkit kept no reference to the widget it has just written')
    if (!repeated) this.fields.push(ref)
    else (this.parents.get(mark.name)?.data['Kids'] as Reference[]).push(ref)
    structure.end()
  }

  /** The script of a check: one object, however many fields it is for. */
  private action(check: Check): Reference {
    let ref = this.actions.get(check)
    if (!ref) {
      const {dateError, errors = {number: '', phone: '', email: ''}} = this.info
      ref = this.document.ref({S: 'JavaScript', JS: new String(checkScript(check, {...errors, date: dateError}))})
      ref.end()
      this.actions.set(check, ref)
    }
    return ref
  }

  private dictionaryAppearance(mark: FieldMark, key: (font: string) => string): Record<string, unknown> {
    if (mark.type === 'checkbox') {
      const on = onState(mark)
      return {
        AS: mark.value === true ? on : 'Off',
        AP: {
          N: {
            [on]: this.form(mark.width, mark.height, checkboxAppearance(mark.width, mark.height), []),
            Off: this.form(mark.width, mark.height, 'q Q', []),
          },
        },
      }
    }
    const {content, fonts} = appearance(mark, this.fonts, key)
    return {AP: {N: this.form(mark.width, mark.height, content, fonts)}}
  }

  private acroForm(): Reference {
    const ref = this.document.ref({
      Fields: this.fields,
      NeedAppearances: false,
      DA: new String(`/${FIELD_FONT_KEY} 12 Tf 0 g`),
      DR: {Font: {[FIELD_FONT_KEY]: this.fontRef(this.fonts.fieldFont)}},
    })
    this.document._root.data['AcroForm'] = ref
    return ref
  }

  private writeFonts(): void {
    const document = this.document
    this.fonts.write<Reference>(
      {
        ref(data) {
          const ref = document.ref(data)
          ref.end()
          return ref
        },
        stream(data, bytes) {
          const ref = document.ref(data)
          ref.end(bytes)
          return ref
        },
      },
      (key, dictionary) => {
        const ref = this.fontRef(key)
        Object.assign(ref.data, dictionary)
        ref.end()
      },
    )
  }
}
