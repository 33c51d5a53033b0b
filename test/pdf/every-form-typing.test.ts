/**
 * Every form and certificate, not a sample: what people type looks as it does prefilled.
 *
 * PDFium (Chrome, Edge) types into every text field, live and after saving and opening again; pdf.js (Firefox) fills and saves. Together
 * the fields of each form take all Kazakh, Russian and Latin letters, the digits and №.
 */
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {expect, test} from 'vitest'
import {layoutForm} from '../../templates/forms/index.ts'
import type {FieldMark} from '../../templates/pdf/display.ts'
import {writeDocument} from '../../templates/pdf/document.ts'
import {prepareFonts, textWidth} from '../../templates/pdf/fonts.ts'
import type {AnnexContext} from '../../templates/wording.ts'
import {assets, everyForm, fieldMarks} from './every-form.ts'
import {differenceIn, inkIn, Viewer, type Picture} from './viewer.ts'

const LETTERS = [
  ...'ӘәҒғҚқҢңӨөҰұҮүҺһІіАаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя№',
  ...'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz0123456789',
]
const KAZAKH = [...'ӘәҒғҚқҢңӨөҰұҮүҺһ']
const DIGITS = '850101300123'
/** Pixels in a point. */
const SCALE = 2
/** pdf.js sets text two points from the edge of a field. */
const PDFJS_INSET = 2
/** Share of a letter's ink that may differ. */
const APART = 0.15

const info = {title: 'Ә', subject: 'Ә', date: '2012-10-09', dateError: 'Ә'}
const forms = await everyForm()
const fonts = await prepareFonts(assets.fonts)

interface Filled {
  empty: Uint8Array
  /** Where the letters stand, and each page prefilled and open. */
  pages: {letters: Character[]; filled: Picture; open: Picture}[]
  marks: ReadonlyMap<string, FieldMark & {value: string}>
}

const known = new Map<AnnexContext, Promise<Filled>>()

function fill(form: AnnexContext): Promise<Filled> {
  const filled = known.get(form) ?? fillNew(form)
  known.set(form, filled)
  return filled
}

/** The form, empty and with its fields full of letters: the next ones of the list, as many as each has room for. */
async function fillNew(form: AnnexContext): Promise<Filled> {
  const sheets = await layoutForm(form, {assets})
  const empty = await writeDocument(fonts, info, sheets)
  const marks = new Map<string, FieldMark & {value: string}>()
  let next = 0
  for (const mark of sheets.flatMap(({elements}) => fieldMarks(elements))) {
    if (mark.type === 'checkbox') continue
    const room = mark.type === 'multiline' ? mark.width * 0.7 : mark.width - 8
    let value = mark.type === 'comb' ? DIGITS : ''
    while (mark.type !== 'comb') {
      const longer = value + (LETTERS[next % LETTERS.length] ?? '')
      if (textWidth(fonts.regular, longer, mark.size) > room) break
      value = longer
      next++
    }
    mark.value = value
    marks.set(mark.name, {...mark, value})
  }
  const [reference, blank] = [await Viewer.open(await writeDocument(fonts, info, sheets)), await Viewer.open(empty)]
  const pages = Array.from({length: reference.pages}, (_, page) => ({
    letters: characters(reference, page, marks),
    filled: reference.draw(page, SCALE),
    open: blank.draw(page, SCALE),
  }))
  reference.close()
  blank.close()
  return {empty, pages, marks}
}

interface Character {
  letter: string
  x: number
  y: number
  width: number
  height: number
}

/** How far a letter is from how it looks prefilled, as a share of its ink. */
type Apart = (letter: Character, prefilled: Picture, blank: Picture, shown: Picture) => number

/** Where each character of a page stands. */
function characters(viewer: Viewer, page: number, marks: Filled['marks']): Character[] {
  return viewer.widgets().flatMap((widget) => {
    const mark = marks.get(widget.name)
    if (widget.page !== page || !mark) return []
    let x = widget.x
    return [...mark.value].map((letter) => {
      const width = mark.type === 'comb' ? mark.width / DIGITS.length : textWidth(fonts.regular, letter, mark.size)
      const place = {letter, x, y: widget.y, width, height: widget.height}
      x += width
      return place
    })
  })
}

/** Letters that a viewer shows otherwise than they look prefilled. */
function lost({pages}: Filled, viewer: Viewer, apart: Apart): Set<string> {
  const found = new Set<string>()
  for (const [page, {letters, filled, open}] of pages.entries()) {
    const shown = viewer.draw(page, SCALE)
    for (const letter of letters) if (apart(letter, filled, open, shown) > APART) found.add(letter.letter)
  }
  return found
}

/** By the amount of ink, `inset` points further right than prefilled. */
const byInk =
  (inset: number): Apart =>
  ({x, y, width, height}, filled, open, shown) => {
    const of = (picture: Picture, left: number): number => inkIn(picture, left, y, width, height) - inkIn(open, left, y, width, height)
    const before = of(filled, x)
    return Math.abs(of(shown, x + inset) - before) / Math.max(1, before)
  }

/**
 * Pixel by pixel: PDFium sets typed text where this project sets prefilled text. In fields of several lines the two may be apart by less
 * than a pixel, which moves the ink but does not change it.
 */
const byPixels: Apart = (letter, filled, open, shown) => {
  const {x, y, width, height} = letter
  const pixels = differenceIn(filled, shown, x, y, width, height) / Math.max(1, differenceIn(filled, open, x, y, width, height))
  return Math.min(pixels, byInk(0)(letter, filled, open, shown))
}

async function typeAll(bytes: Uint8Array, marks: Filled['marks']): Promise<Viewer> {
  const viewer = await Viewer.open(bytes)
  for (const widget of viewer.widgets()) viewer.type(widget, marks.get(widget.name)?.value ?? '')
  return viewer
}

const valuesOf = (viewer: Viewer): Map<string, string> => new Map(viewer.widgets().map(({name, value}) => [name, value]))

test('there are forms, and each has room for all letters', async () => {
  expect(forms.length).toBeGreaterThanOrEqual(18)
  for (const form of forms) {
    const {marks} = await fill(form)
    const shown = new Set([...marks.values()].map(({value}) => value).join(''))
    expect(
      LETTERS.filter((letter) => !shown.has(letter)),
      form.annex.id,
    ).toEqual([])
  }
})

test.each(forms.map((form) => [form.annex.id, form] as const))('%s: typed in PDFium, saved and opened again', async (_, form) => {
  const filled = await fill(form)
  const viewer = await typeAll(filled.empty, filled.marks)
  for (const [name, {value}] of filled.marks) expect(valuesOf(viewer).get(name)).toBe(value)
  expect(lost(filled, viewer, byPixels)).toEqual(new Set())
  const reopened = await Viewer.open(viewer.save())
  viewer.close()
  for (const [name, {value}] of filled.marks) expect(valuesOf(reopened).get(name)).toBe(value)
  expect(lost(filled, reopened, byPixels)).toEqual(new Set())
  reopened.close()
})

test.each(forms.map((form) => [form.annex.id, form] as const))('%s: filled and saved by pdf.js', async (_, form) => {
  const filled = await fill(form)
  const viewer = await Viewer.open(await fillWithPdfjs(filled.empty, filled.marks))
  for (const [name, {value}] of filled.marks) expect(valuesOf(viewer).get(name)).toBe(value)
  expect(lost(filled, viewer, byInk(PDFJS_INSET))).toEqual(new Set())
  viewer.close()
})

async function fillWithPdfjs(bytes: Uint8Array, marks: Filled['marks']): Promise<Uint8Array> {
  const document = await getDocument({data: bytes.slice(), verbosity: 0}).promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    for (const {id, fieldName} of (await page.getAnnotations()) as {id: string; fieldName: string}[]) {
      const mark = marks.get(fieldName)
      if (mark) document.annotationStorage.setValue(id, {value: mark.value})
    }
  }
  const saved = await document.saveDocument()
  await document.loadingTask.destroy()
  return saved
}

test('under another resource key the Kazakh letters are lost in PDFium: the proof can fail', async () => {
  const [form] = forms
  if (!form) throw new Error('no form')
  const filled = await fill(form)
  const text = Buffer.from(filled.empty).toString('latin1')
  expect(text).toContain('/Wingdings2 ')
  const viewer = await typeAll(new Uint8Array(Buffer.from(text.replaceAll('/Wingdings2', '/NotoSansKz'), 'latin1')), filled.marks)
  const missing = lost(filled, viewer, byPixels)
  viewer.close()
  expect(KAZAKH.filter((letter) => !missing.has(letter))).toEqual([])
})

test('a font that lacks a letter is noticed in what pdf.js saves: the proof can fail', async () => {
  const [form] = forms
  if (!form) throw new Error('no form')
  const filled = await fill(form)
  const marks = new Map(
    [...filled.marks].map(([name, mark]) => [name, {...mark, value: mark.value.replaceAll('Ә', ' ').replaceAll('ғ', 'г')}]),
  )
  const viewer = await Viewer.open(await fillWithPdfjs(filled.empty, marks))
  const missing = lost(filled, viewer, byInk(PDFJS_INSET))
  viewer.close()
  expect(missing.has('Ә')).toBe(true)
})
