/** pdf-lib drawing what we have laid out, without fields: what our forms are measured against. */
import {createRequire} from 'node:module'
import {PDFDocument, rgb, type PDFFont, type PDFPage} from 'pdf-lib'
import {isElement, type Color, type Element, type Mark, type Sheet} from '../../templates/pdf/display.ts'
import type {FontFiles} from '../../templates/pdf/fonts.ts'

const A4 = {width: 595.28, height: 841.89}
const BLACK: Color = [0, 0, 0]

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0]

/** What pdf-lib asks of a subset, and what the fontkit of today gives in its place. */
interface Subset {
  encode(): Uint8Array
  encodeStream(): unknown
}
interface Font {
  createSubset(): Subset
}

const {create} = createRequire(import.meta.url)('fontkit') as {create(bytes: Uint8Array): Font}

/** pdf-lib was written for a fontkit that gave subsets as streams. */
const fontkit = {
  create(bytes: Uint8Array): Font {
    const font = create(bytes)
    const createSubset = font.createSubset.bind(font)
    font.createSubset = () => {
      const subset = createSubset()
      subset.encodeStream = () => streamOf(() => subset.encode())
      return subset
    }
    return font
  },
} as unknown as Fontkit

type Listener = (value?: unknown) => void

/** As much of a stream as pdf-lib listens to: one piece, then the end. */
function streamOf(make: () => Uint8Array): {on(event: string, listener: Listener): unknown} {
  const listeners = new Map<string, Listener>()
  const stream = {
    on(event: string, listener: Listener) {
      listeners.set(event, listener)
      return stream
    },
  }
  queueMicrotask(() => {
    try {
      listeners.get('data')?.(make())
      listeners.get('end')?.()
    } catch (error) {
      listeners.get('error')?.(error)
    }
  })
  return stream
}

/**
 * Draws laid-out sheets: every text, line, frame and square in its place, no fields, no tags.
 *
 * @param subset whether the fonts are cut down to the letters used
 */
export async function drawWithPdfLib(sheets: readonly Sheet[], files: FontFiles, subset: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const fonts = {regular: await document.embedFont(files.regular, {subset}), bold: await document.embedFont(files.bold, {subset})}
  for (const {elements, furniture} of sheets) {
    const page = document.addPage([A4.width, A4.height])
    const walk = (node: Element | Mark): void => {
      if (isElement(node)) node.kids.forEach(walk)
      else draw(page, node, fonts)
    }
    elements.forEach(walk)
    furniture.forEach(walk)
  }
  return document.save()
}

/** pdf-lib counts from the lower left corner. */
const up = (y: number) => A4.height - y

function draw(page: PDFPage, mark: Mark, fonts: Record<'regular' | 'bold', PDFFont>): void {
  switch (mark.kind) {
    case 'text':
      page.drawText(mark.text, {x: mark.x, y: up(mark.y), size: mark.size, font: fonts[mark.weight], color: rgb(...(mark.color ?? BLACK))})
      break
    case 'rule': {
      const {x1, y1, x2, y2, width, color} = mark
      page.drawLine({start: {x: x1, y: up(y1)}, end: {x: x2, y: up(y2)}, thickness: width, color: rgb(...(color ?? BLACK))})
      break
    }
    case 'frame':
      page.drawRectangle({
        x: mark.x,
        y: up(mark.y + mark.height),
        width: mark.width,
        height: mark.height,
        ...(mark.fill ? {color: rgb(...mark.fill)} : {opacity: 0}),
        ...(mark.line === undefined ? {} : {borderWidth: mark.line, borderColor: rgb(...(mark.color ?? BLACK))}),
      })
      break
    case 'matrix':
      page.drawSvgPath(squares(mark.rows, mark.module), {x: mark.x, y: up(mark.y), color: rgb(...BLACK)})
      break
    case 'field':
      break
  }
}

/** One path of all dark squares, as our own drawing has it. */
function squares(rows: readonly (readonly boolean[])[], module: number): string {
  const side = module.toFixed(3)
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${(x * module).toFixed(3)} ${(y * module).toFixed(3)}h${side}v${side}h-${side}z`] : [])),
    )
    .join('')
}
