/**
 * PDFium, the engine of Chrome and Edge, as WebAssembly: opens a PDF, clicks into its fields, types, draws pages. It has no system fonts,
 * so what it draws is the same on every machine, and a letter that the document's own font cannot give is not there.
 */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {init, type WrappedPdfiumModule} from '@embedpdf/pdfium'

export interface Picture {
  width: number
  height: number
  /** Darkness of each pixel, 0-255. */
  ink: Uint8Array
  /** Pixels in a point. */
  scale: number
}

export interface Widget {
  page: number
  name: string
  /** `TU`: what a screen reader says. */
  said: string
  type: number
  value: string
  /** Points from the page's upper left corner. */
  x: number
  y: number
  width: number
  height: number
}

export interface StructureNode {
  type: string
  children: StructureNode[]
}

export const CHECKBOX = 2
const WIDGET = 20
const ANNOTATIONS = 1
const HEIGHT = 841.89

let engine: Promise<WrappedPdfiumModule> | undefined

async function load(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await init({wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer})
  pdfium.PDFiumExt_Init()
  return pdfium
}

export class Viewer {
  private readonly m: WrappedPdfiumModule
  private readonly file: number
  private readonly document: number
  private readonly info: number
  private readonly form: number
  private readonly open = new Map<number, number>()

  private constructor(m: WrappedPdfiumModule, bytes: Uint8Array) {
    this.m = m
    this.file = m.pdfium.wasmExports.malloc(bytes.length)
    this.memory.set(bytes, this.file)
    this.document = m.FPDF_LoadMemDocument(this.file, bytes.length, '')
    if (this.document === 0) throw new Error(`PDFium cannot open the file: error ${m.FPDF_GetLastError()}`)
    this.info = m.PDFiumExt_OpenFormFillInfo()
    this.form = m.PDFiumExt_InitFormFillEnvironment(this.document, this.info)
  }

  /** The engine's memory; its view changes when the memory grows. */
  private get memory(): Uint8Array {
    return (this.m.pdfium as unknown as {HEAPU8: Uint8Array}).HEAPU8
  }

  static async open(bytes: Uint8Array): Promise<Viewer> {
    engine ??= load()
    return new Viewer(await engine, bytes)
  }

  get pages(): number {
    return this.m.FPDF_GetPageCount(this.document)
  }

  private page(index: number): number {
    let page = this.open.get(index)
    if (page === undefined) {
      page = this.m.FPDF_LoadPage(this.document, index)
      this.m.FORM_OnAfterLoadPage(page, this.form)
      this.open.set(index, page)
    }
    return page
  }

  private text(read: (buffer: number, length: number) => number): string {
    const length = read(0, 0)
    const buffer = this.m.pdfium.wasmExports.malloc(Math.max(length, 2))
    read(buffer, length)
    const text = this.m.pdfium.UTF16ToString(buffer)
    this.m.pdfium.wasmExports.free(buffer)
    return text
  }

  /** Title, or another entry of the document's description. */
  meta(key: string): string {
    return this.text((buffer, length) => this.m.FPDF_GetMetaText(this.document, key, buffer, length))
  }

  get language(): string {
    return this.text((buffer, length) => this.m.FPDFCatalog_GetLanguage(this.document, buffer, length))
  }

  get tagged(): boolean {
    return this.m.FPDFCatalog_IsTagged(this.document)
  }

  /** The words of a page, as they are copied. */
  words(index: number): string {
    const page = this.m.FPDFText_LoadPage(this.page(index))
    const count = this.m.FPDFText_CountChars(page)
    const buffer = this.m.pdfium.wasmExports.malloc(2 * (count + 1))
    this.m.FPDFText_GetText(page, 0, count, buffer)
    const text = this.m.pdfium.UTF16ToString(buffer)
    this.m.pdfium.wasmExports.free(buffer)
    this.m.FPDFText_ClosePage(page)
    return text
  }

  widgets(): Widget[] {
    const found: Widget[] = []
    const rect = this.m.pdfium.wasmExports.malloc(16)
    for (let index = 0; index < this.pages; index++) {
      const page = this.page(index)
      for (let i = 0; i < this.m.FPDFPage_GetAnnotCount(page); i++) {
        const annotation = this.m.FPDFPage_GetAnnot(page, i)
        if (this.m.FPDFAnnot_GetSubtype(annotation) === WIDGET) {
          this.m.FPDFAnnot_GetRect(annotation, rect)
          const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((at) => this.m.pdfium.getValue(rect + at, 'float'))
          found.push({
            page: index,
            name: this.text((b, n) => this.m.FPDFAnnot_GetFormFieldName(this.form, annotation, b, n)),
            said: this.text((b, n) => this.m.FPDFAnnot_GetFormFieldAlternateName(this.form, annotation, b, n)),
            type: this.m.FPDFAnnot_GetFormFieldType(this.form, annotation),
            value: this.text((b, n) => this.m.FPDFAnnot_GetFormFieldValue(this.form, annotation, b, n)),
            x: left,
            y: HEIGHT - top,
            width: right - left,
            height: top - bottom,
          })
        }
        this.m.FPDFPage_CloseAnnot(annotation)
      }
    }
    this.m.pdfium.wasmExports.free(rect)
    return found
  }

  /** Clicks into the field and types, character by character, then leaves it. */
  type(widget: Widget, text: string): void {
    const page = this.page(widget.page)
    const [x, y] = [widget.x + 3, HEIGHT - widget.y - Math.min(8, widget.height / 2)]
    this.m.FORM_OnMouseMove(this.form, page, 0, x, y)
    this.m.FORM_OnLButtonDown(this.form, page, 0, x, y)
    this.m.FORM_OnLButtonUp(this.form, page, 0, x, y)
    for (const character of text) this.m.FORM_OnChar(this.form, page, character.codePointAt(0) ?? 0, 0)
    this.m.FORM_ForceToKillFocus(this.form)
  }

  /** Draws a page with its fields. */
  draw(index: number, scale: number): Picture {
    const page = this.page(index)
    const width = Math.ceil(this.m.FPDF_GetPageWidthF(page) * scale)
    const height = Math.ceil(this.m.FPDF_GetPageHeightF(page) * scale)
    const bitmap = this.m.FPDFBitmap_Create(width, height, 0)
    this.m.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    this.m.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS)
    this.m.FPDF_FFLDraw(this.form, bitmap, page, 0, 0, width, height, 0, ANNOTATIONS)
    const data = this.m.FPDFBitmap_GetBuffer(bitmap)
    const stride = this.m.FPDFBitmap_GetStride(bitmap)
    const ink = new Uint8Array(width * height)
    const bytes = this.memory
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = data + y * stride + 4 * x
        ink[y * width + x] = 255 - Math.round(((bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0)) / 3)
      }
    }
    this.m.FPDFBitmap_Destroy(bitmap)
    return {width, height, ink, scale}
  }

  /** The tags of a page. */
  structure(index: number): StructureNode[] {
    const tree = this.m.FPDF_StructTree_GetForPage(this.page(index))
    if (tree === 0) return []
    const read = (element: number): StructureNode => ({
      type: this.text((b, n) => this.m.FPDF_StructElement_GetType(element, b, n)),
      children: Array.from({length: Math.max(0, this.m.FPDF_StructElement_CountChildren(element))}, (_, i) =>
        this.m.FPDF_StructElement_GetChildAtIndex(element, i),
      )
        .filter((child) => child !== 0)
        .map(read),
    })
    const nodes = Array.from({length: this.m.FPDF_StructTree_CountChildren(tree)}, (_, i) =>
      read(this.m.FPDF_StructTree_GetChildAtIndex(tree, i)),
    )
    this.m.FPDF_StructTree_Close(tree)
    return nodes
  }

  /** The file with what was typed. */
  save(): Uint8Array {
    const writer = this.m.PDFiumExt_OpenFileWriter()
    this.m.PDFiumExt_SaveAsCopy(this.document, writer)
    const size = this.m.PDFiumExt_GetFileWriterSize(writer)
    const buffer = this.m.pdfium.wasmExports.malloc(size)
    this.m.PDFiumExt_GetFileWriterData(writer, buffer, size)
    const bytes = this.memory.slice(buffer, buffer + size)
    this.m.pdfium.wasmExports.free(buffer)
    this.m.PDFiumExt_CloseFileWriter(writer)
    return bytes
  }

  close(): void {
    for (const page of this.open.values()) {
      this.m.FORM_OnBeforeClosePage(page, this.form)
      this.m.FPDF_ClosePage(page)
    }
    this.m.PDFiumExt_ExitFormFillEnvironment(this.form)
    this.m.PDFiumExt_CloseFormFillInfo(this.info)
    this.m.FPDF_CloseDocument(this.document)
    this.m.pdfium.wasmExports.free(this.file)
  }
}

/** How much ink differs between two pictures in a part, pixel by pixel. */
export function differenceIn(one: Picture, other: Picture, x: number, y: number, width: number, height: number): number {
  let sum = 0
  const {scale} = one
  for (let py = Math.round(y * scale); py < Math.round((y + height) * scale); py++) {
    for (let px = Math.round(x * scale); px < Math.round((x + width) * scale); px++) {
      const at = py * one.width + px
      sum += Math.abs((one.ink[at] ?? 0) - (other.ink[at] ?? 0))
    }
  }
  return sum
}

/** How much ink a part of a picture has. */
export function inkIn({ink, scale, width: across}: Picture, x: number, y: number, width: number, height: number): number {
  let sum = 0
  for (let py = Math.round(y * scale); py < Math.round((y + height) * scale); py++)
    for (let px = Math.round(x * scale); px < Math.round((x + width) * scale); px++) sum += ink[py * across + px] ?? 0
  return sum
}
