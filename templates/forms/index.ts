/**
 * Fillable, or filled, application forms and certificates as PDF.
 *
 * The same code draws the blank and the filled form, in Node and in a browser: fonts and templates are handed in (`Assets`).
 */
import type {Annex, Field} from '../../parser/model/index.ts'
import type {Element} from '../pdf/display.ts'
import {writeDocument} from '../pdf/document.ts'
import {prepareFonts, textWidth, type FontFiles, type PreparedFonts} from '../pdf/fonts.ts'
import {PAGE_HEIGHT} from '../pdf/page.ts'
import {Pager} from '../pdf/pager.ts'
import {wrapText} from '../pdf/wrap.ts'
import {wordingData, type AnnexContext, type Template, type WordingData} from '../wording.ts'
import {setForm, type FormContext, type FormValues} from './layout.ts'
import {GREY, LINE, RED, STYLE} from './style.ts'

export type {FormValue, FormValues} from './layout.ts'

/** Names of the templates a form needs; each is a file `<name>.hbs` beside this one. */
export const FORM_TEMPLATES = ['head', 'status-word', 'status', 'footer', 'form-number', 'document-title', 'cell-label', 'part-label', 'date-label', 'date-error', 'stamp'] as const
export type FormTemplates = Record<(typeof FORM_TEMPLATES)[number], Template>

export interface FormAssets {
  fonts: FontFiles
  forms: FormTemplates
}

export interface FormOptions {
  /** Values by field name; `Field.name` in the annex. Unknown names are left out. */
  values?: FormValues
  assets: FormAssets
  /** Date written into the file, `YYYY-MM-DD`; the act's own date where left out. */
  date?: string
}

/** An annex that can be drawn: it has fields and a layout. */
export const isForm = (annex: Annex): boolean => (annex.kind === 'form' || annex.kind === 'certificate') && (annex.layout?.length ?? 0) > 0

/**
 * Draws a form.
 *
 * @param context the annex (with `layout` and `fields`), its standard and its resolution, as published
 * @returns the PDF's bytes: A4, tagged, in Kazakh, every field typable in Kazakh; equal arguments give equal bytes
 * @throws Error when the annex has no layout, or the fonts are not TrueType
 */
export async function renderForm(context: AnnexContext, options: FormOptions): Promise<Uint8Array> {
  const {annex} = context
  if (!annex.layout || annex.layout.length === 0) throw new Error(`annex ${annex.id} has no layout to draw a form from`)
  const {forms} = options.assets
  const fonts = await prepareFonts(options.assets.fonts)
  const wording = wordingData(context)
  const pager = new Pager(STYLE.margins)
  setHead(pager, fonts, wording, forms)
  setForm(pager, annex.layout, formContext(annex.fields ?? [], options.values ?? {}, fonts, forms))
  setFooters(pager, fonts, forms.footer(wording), (page, pages) => forms['form-number']({...wording, page, pages}))
  return writeDocument(
    fonts,
    {
      title: forms['document-title'](wording),
      subject: forms.head(wording),
      date: options.date ?? context.resolution.date,
      keywords: annex.id,
      dateError: forms['date-error'](wording),
    },
    pager.sheets,
  )
}

function formContext(fields: readonly Field[], values: FormValues, fonts: PreparedFonts, forms: FormTemplates): FormContext {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const names = new Set<string>()
  const label = (field: Field): string => {
    // «20__ ж. «__» _____» is a caption to look at, not one to hear
    const words = field.label.replace(/_+/gu, ' ').replace(/\s+/gu, ' ').trim()
    const said = field.type === 'date' && field.label.includes('_') ? forms['date-label']({}) : words
    return field.hint ? `${said}. ${field.hint}` : said
  }
  return {
    measure: (text, size, weight) => textWidth(fonts[weight], text, size),
    // a gap whose field is not listed is still a place to write in
    field: (name) => byName.get(name) ?? {name, label: name, type: 'text', required: false},
    value: (name) => (Object.hasOwn(values, name) ? (values[name] ?? '') : ''),
    place(name) {
      let place = name
      for (let i = 2; names.has(place); i++) place = `${name}-${i}`
      names.add(place)
      return place
    },
    label,
    partLabel: (field, part) => forms['part-label']({label: label(field), [part]: true}),
    cellLabel: (row, column) => forms['cell-label']({row, column}),
    stamp: forms.stamp({}),
  }
}

const HEAD_SHARE = 0.46
const BANNER_PADDING = 7

/** The top of the first page: whether the act is in force, if it is not; then which annex this is. */
export function setHead(pager: Pager, fonts: PreparedFonts, wording: WordingData, forms: FormTemplates): void {
  if (wording.repealed) setBanner(pager, fonts, forms['status-word'](wording), forms.status(wording))
  const size = STYLE.headSize
  const width = pager.width * HEAD_SHARE
  const lines = wrapText(forms.head(wording), width, (text) => textWidth(fonts.regular, text, size))
  const pitch = size * 1.3
  pager.add({
    tag: 'P',
    kids: lines.map((text, i) => ({
      kind: 'text',
      x: pager.left + pager.width - textWidth(fonts.regular, text, size),
      y: pager.y + size + i * pitch,
      text,
      size,
      weight: 'regular',
    })),
  })
  pager.y += lines.length * pitch + 10
}

function setBanner(pager: Pager, fonts: PreparedFonts, word: string, sentence: string): void {
  const size = 9
  const wordSize = 11.5
  const wordWidth = textWidth(fonts.bold, word, wordSize)
  const textX = pager.left + 4 + BANNER_PADDING + wordWidth + 14
  const width = pager.left + pager.width - BANNER_PADDING - textX
  const lines = wrapText(sentence, width, (text) => textWidth(fonts.regular, text, size))
  const pitch = size * 1.36
  const height = Math.max(lines.length * pitch, wordSize * 1.3) + 2 * BANNER_PADDING - 2
  const element: Element = {
    tag: 'P',
    kids: [
      {kind: 'frame', x: pager.left, y: pager.y, width: pager.width, height, line: STYLE.hairline + 0.2, color: RED},
      {kind: 'frame', x: pager.left, y: pager.y, width: 4, height, fill: RED},
      {kind: 'text', x: pager.left + 4 + BANNER_PADDING, y: pager.y + BANNER_PADDING + wordSize * 0.86, text: `${word} `, size: wordSize, weight: 'bold', color: RED},
      ...lines.map((text, i) => ({kind: 'text' as const, x: textX, y: pager.y + BANNER_PADDING + wordSize * 0.86 + i * pitch, text: `${text} `, size, weight: 'regular' as const})),
    ],
  }
  pager.add(element)
  pager.y += height + 12
}

/** The foot of every page: act, annex, whether in force; number of the form and of the page. */
export function setFooters(pager: Pager, fonts: PreparedFonts, left: string, right: (page: number, pages: number) => string): void {
  const size = STYLE.footerSize
  for (const [i, sheet] of pager.sheets.entries()) {
    const number = right(i + 1, pager.sheets.length)
    const numberWidth = textWidth(fonts.regular, number, size)
    const lines = wrapText(left, pager.width - numberWidth - 16, (text) => textWidth(fonts.regular, text, size))
    const top = PAGE_HEIGHT - STYLE.margins.bottom + 14
    sheet.furniture.push(
      {kind: 'rule', x1: pager.left, y1: top, x2: pager.left + pager.width, y2: top, width: STYLE.hairline, color: LINE},
      ...lines.map((text, l) => ({kind: 'text' as const, x: pager.left, y: top + 10 + l * size * 1.3, text, size, weight: 'regular' as const, color: GREY})),
      {kind: 'text', x: pager.left + pager.width - numberWidth, y: top + 10, text: number, size, weight: 'regular', color: GREY},
    )
  }
}
