/**
 * Fillable, or filled, application forms and certificates as PDF.
 *
 * The same code draws the blank and the filled form, in Node and in a browser: fonts and templates are handed in (`Assets`).
 */
import type {Annex, Field} from '../../parser/model/index.ts'
import type {Sheet} from '../pdf/display.ts'
import {writeDocument} from '../pdf/document.ts'
import {setBanner, setFooters, setHead} from '../pdf/furniture.ts'
import {prepareFonts, textWidth, type FontFiles, type PreparedFonts} from '../pdf/fonts.ts'
import {Pager} from '../pdf/pager.ts'
import {qrCode} from '../pdf/qr.ts'
import {STYLE} from '../pdf/style.ts'
import {wordingData, type AnnexContext, type Template} from '../wording.ts'
import {DEFAULT_SITE, shortAddress, standardAddress} from './address.ts'
import {checkCenturies, FormValueError, type Problem} from './checks.ts'
import {CLOSE, NORMAL, type Density, type FormContext, type FormValue, type FormValues} from './context.ts'
import {setForm} from './layout.ts'
import {partGaps} from './parts.ts'
import {legibleContext, PRINTED, typedIn} from '../legible.ts'

export {bareNumber, checkBin, checkFormat, checkIin, checkValues, FormValueError, isDay, LONGEST_VALUE} from './checks.ts'
export type {CheckOptions, NumberFault, Problem} from './checks.ts'
export type {FormValue, FormValues} from './context.ts'
export {DEFAULT_SITE, standardAddress} from './address.ts'
export {isForm} from './kind.ts'

/** Names of the templates a form needs; each is a file `<name>.hbs` beside this one. */
export const FORM_TEMPLATES = [
  'head',
  'status-word',
  'status',
  'footer',
  'form-number',
  'document-title',
  'cell-label',
  'part-label',
  'continued-label',
  'date-label',
  'unnamed-label',
  'date-error',
  'number-error',
  'phone-error',
  'email-error',
  'stamp',
] as const
export type FormTemplates = Record<(typeof FORM_TEMPLATES)[number], Template>

export interface FormAssets {
  fonts: FontFiles
  forms: FormTemplates
  /** Address of the site that the QR code leads to; `DEFAULT_SITE` where left out. */
  site?: string
}

export interface FormOptions {
  /** Values by field name; `Field.name` in the annex. Unknown names are left out. */
  values?: FormValues
  assets: FormAssets
  /** Date written into the file, `YYYY-MM-DD`; the act's own date where left out. */
  date?: string
}

/**
 * Lays a form out without writing it: what stands where, and which field holds what.
 *
 * @returns sheets of A4; coordinates are points from the upper left corner
 * @throws Error when the annex has no layout, or the fonts are not TrueType
 * @throws FormValueError when a value does not fit its place, however small it is set, or a year the century printed before it
 */
export async function layoutForm(given: AnnexContext, options: FormOptions): Promise<Sheet[]> {
  const context = legibleContext(given, PRINTED)
  const {annex} = context
  if (!annex.layout || annex.layout.length === 0) throw new Error(`annex ${annex.id} has no layout to draw a form from`)
  const {forms} = options.assets
  const fonts = await prepareFonts(options.assets.fonts)
  const wording = wordingData(context)
  const {layout} = annex
  const values = typedIn(options.values ?? {})
  let problems = checkCenturies(annex, values)
  if (problems.length > 0) throw new FormValueError(problems)
  const set = (density: Density): Pager => {
    problems = []
    const pager = new Pager(STYLE.margins)
    if (wording.repealed) setBanner(pager, fonts, forms['status-word'](wording), forms.status(wording))
    setHead(pager, fonts, forms.head(wording))
    setForm(pager, layout, formContext(annex, values, fonts, forms, density, problems))
    return pager
  }
  let pager = set(NORMAL)
  if (problems.length > 0) throw new FormValueError(problems)
  // more sheets than the blank has sides: set closer, if that saves one
  if (pager.sheets.length > 1 + layout.filter((block) => block.type === 'side').length) {
    const close = set(CLOSE)
    if (close.sheets.length < pager.sheets.length) pager = close
  }
  const address = standardAddress(options.assets.site ?? DEFAULT_SITE, context.standard.id)
  setFooters(pager, fonts, forms.footer(wording), (page, pages) => forms['form-number']({...wording, page, pages}), {
    rows: qrCode(address),
    address: shortAddress(address),
  })
  return pager.sheets
}

/**
 * Draws a form.
 *
 * @param context the annex (with `layout` and `fields`), its standard and its resolution, as published
 * @returns the PDF's bytes: A4, tagged, in Kazakh, every field typable in Kazakh; equal arguments give equal bytes
 * @throws Error when the annex has no layout, or the fonts are not TrueType
 * @throws FormValueError when a value does not fit its place, however small it is set, or a year the century printed before it
 */
export async function renderForm(context: AnnexContext, options: FormOptions): Promise<Uint8Array> {
  const {forms} = options.assets
  const sheets = await layoutForm(context, options)
  const wording = wordingData(legibleContext(context, PRINTED))
  return writeDocument(
    await prepareFonts(options.assets.fonts),
    {
      title: forms['document-title'](wording),
      subject: forms.head(wording),
      date: options.date ?? context.resolution.date,
      keywords: context.annex.id,
      dateError: forms['date-error'](wording),
      errors: {number: forms['number-error'](wording), phone: forms['phone-error'](wording), email: forms['email-error'](wording)},
    },
    sheets,
  )
}

function formContext(
  {fields = [], layout = []}: Annex,
  values: FormValues,
  fonts: PreparedFonts,
  forms: FormTemplates,
  density: Density,
  problems: Problem[],
): FormContext {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const names = new Set<string>()
  const gaps = partGaps(layout)
  const value = (name: string): FormValue => (Object.hasOwn(values, name) ? (values[name] ?? '') : '')
  const label = (field: Field): string => {
    // «20__ ж. «__» _____» is a caption to look at, not one to hear
    const words = field.label.replace(/_+/gu, ' ').replace(/\s+/gu, ' ').trim()
    const unnamed = !/\p{L}|№/u.test(words)
    const said = field.type === 'date' && field.label.includes('_') ? forms['date-label']({}) : unnamed ? forms['unnamed-label']({}) : words
    return field.hint ? `${said}. ${field.hint}` : said
  }
  return {
    measure: (text, size, weight) => textWidth(fonts[weight], text, size),
    // a gap whose field is not listed is still a place to write in
    field: (name) => byName.get(name) ?? {name, label: name, type: 'text', required: false},
    value,
    unwritten: (name) => (names.has(name) ? '' : value(name)),
    hasYear: (name) => gaps.get(name)?.some(({part}) => part === 'year') ?? false,
    place(name) {
      let place = name
      // another field may be called «full-name-2» already
      for (let i = 2; names.has(place) || (place !== name && byName.has(place)); i++) place = `${name}-${i}`
      names.add(place)
      return place
    },
    misfit(field, value) {
      if (!problems.some((problem) => problem.field === field && problem.value === value))
        problems.push({field, value, rule: 'too-long', message: `«${value}» does not fit its place on the blank`})
    },
    label,
    continuedLabel: (field) => forms['continued-label']({label: label(field)}),
    partLabel: (field, part) => forms['part-label']({label: label(field), [part]: true}),
    cellLabel: (row, column) => forms['cell-label']({row, column}),
    stamp: forms.stamp({}),
    density,
  }
}
