/** Loads fonts and templates from disk. Node only: in a browser the same `Assets` are put together from requests. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import Handlebars from 'handlebars'
import {COMPARE_PAGES} from './compare/html.ts'
import {FORM_TEMPLATES, type FormAssets, type FormTemplates} from './forms/index.ts'
import {PAPER_TEMPLATES, type PaperAssets, type PaperTemplates} from './papers/index.ts'
import {REPORT_PAGES, REPORT_TEMPLATES, type ReportAssets, type ReportTemplates} from './reports/index.ts'
import type {Template} from './wording.ts'

export interface Assets extends FormAssets, ReportAssets, PaperAssets {}

const REGULAR = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'
const BOLD = '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'

const handlebars = Handlebars.create()

/** Plain-text templates are not escaped: what they give goes into a PDF, which has no markup. */
function compile(folder: string, name: string, options: {noEscape: boolean}): Template {
  const source = readFileSync(new URL(`${folder}/${name}.hbs`, import.meta.url), 'utf8')
  const template = handlebars.compile<object>(options.noEscape ? source.trim() : source, {...options, strict: false})
  return (data) => template(data)
}

let loaded: Assets | undefined

/**
 * The address of the site (environment `QYZMET_SITE`), the fonts (from the npm package @expo-google-fonts/noto-sans) and the compiled templates. Read once; later calls give the same object,
 * for which the fonts are prepared only once.
 *
 * @throws Error when the font package is not installed
 */
export function loadAssets(): Assets {
  if (loaded) return loaded
  const require = createRequire(import.meta.url)
  const font = (path: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(path)))
  const site = process.env['QYZMET_SITE']
  loaded = {
    ...(site ? {site} : {}),
    fonts: {regular: font(REGULAR), bold: font(BOLD)},
    forms: Object.fromEntries(FORM_TEMPLATES.map((name) => [name, compile('./forms', name, {noEscape: true})])) as FormTemplates,
    papers: Object.fromEntries(PAPER_TEMPLATES.map((name) => [name, compile('./papers', name, {noEscape: true})])) as PaperTemplates,
    reports: Object.fromEntries(
      REPORT_TEMPLATES.map((name) => [name, compile('./reports', name, {noEscape: !REPORT_PAGES.includes(name)})]),
    ) as ReportTemplates,
  }
  return loaded
}

/** The page of a comparison. */
export function loadComparePage(): Template {
  return compile('./compare', COMPARE_PAGES[0], {noEscape: false})
}
