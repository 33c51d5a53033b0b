/** Characters that do not show, in PDFs: signs where somebody reads them, in fields, print, titles and descriptions. */
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {legibleIn, typedIn} from '../../templates/legible.ts'
import {renderForm} from '../../templates/forms/index.ts'
import {layoutCover} from '../../templates/papers/cover.ts'
import {writeDocument} from '../../templates/pdf/document.ts'
import {prepareFonts} from '../../templates/pdf/fonts.ts'
import {renderChecklist, renderReceipt} from '../../templates/papers/index.ts'
import {renderReportHtml, renderReportPdf, renderReportXlsx} from '../../templates/reports/index.ts'
import {readXlsx} from 'hucre'
import {context as paperContext, LISTED, standard} from '../papers/standards.ts'
import {MILITARY_INDICATORS} from '../reports/indicators.ts'
import {reportOf} from '../reports/support.ts'
import {annex, context, field, gap, text} from './blanks.ts'
import {Viewer} from './viewer.ts'

const assets = loadAssets()
const WORD = 'төлем\u202eсіз'
const SIGN = 'төлем‹U+202E›сіз'
const HIDDEN = /\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}/u

const FORM = annex(
  1,
  'form',
  WORD,
  [field('name', `Аты ${WORD}`), field('soft', 'Тегі')],
  [
    {type: 'paragraph', indent: false, content: [text(`${WORD} құ\u00adқық `), gap('name', 40)]},
    {type: 'paragraph', indent: false, content: [gap('soft', 40)]},
  ],
)

/** All that a file shows or says. */
async function said(bytes: Uint8Array) {
  const viewer = await Viewer.open(bytes)
  const words = Array.from({length: viewer.pages}, (_, page) => viewer.words(page)).join(' ')
  const widgets = viewer.widgets()
  const found = {title: viewer.meta('Title'), subject: viewer.meta('Subject'), words, widgets}
  viewer.close()
  expect(JSON.stringify(found)).not.toMatch(HIDDEN)
  // The title stands in the XML of the file as well.
  expect(new TextDecoder().decode(bytes).includes('\u202e')).toBe(false)
  return found
}

test('a form: what is typed, printed, read out and said of the file', async () => {
  const blank = context(FORM, {}, {title: `Қызмет ${WORD}`})
  const {title, subject, words, widgets} = await said(await renderForm(blank, {assets, values: {name: WORD, soft: 'құ\u00adқық'}}))
  expect(title + subject).toContain(SIGN)
  expect(words).toContain('төлем‹U+202E›сіз құқық')
  expect(widgets.map(({value}) => value)).toEqual([SIGN, 'құ‹U+00AD›қық'])
  expect(widgets[0]?.said).toContain(SIGN)
})

test('papers', async () => {
  const paper = paperContext({
    ...standard([LISTED], [{text: `анықтама ${WORD}`, channel: null, case: null, point: '11'}]),
    title: `Қызмет ${WORD}`,
  })
  const list = await said(await renderChecklist(paper, {assets}))
  expect(list.subject).toBe(`Қызмет ${SIGN}`)
  expect(list.words).toContain(`анықтама ${SIGN}`)
  const receipt = await said(await renderReceipt(paper, {assets, values: {office: WORD}}))
  expect(receipt.widgets.some(({value}) => value === SIGN)).toBe(true)
})

test('the list of a pack: an office, titles of standards', async () => {
  const fonts = await prepareFonts(assets.fonts)
  const entry = {id: '2012-1-1/1', kind: 'form' as const, where: 'a.pdf', standard: `Қызмет ${WORD}`, repealed: false}
  const sheets = await layoutCover({id: 'a', name: WORD, address: WORD, phones: []}, [entry], assets)
  const {words} = await said(await writeDocument(fonts, {title: WORD, subject: WORD, date: '2014-01-01', dateError: ''}, sheets))
  expect(words.split(SIGN).length).toBeGreaterThan(2)
})

test('reports: the PDF, the page, what is printed in the workbook; what an office typed stays as it is where it is read back', async () => {
  const indicators = MILITARY_INDICATORS.indicators?.map((one) => ({...one, label: `${one.label} ${WORD}`})) ?? []
  const report = context({...MILITARY_INDICATORS, indicators}, {}, {title: WORD})
  const filled = reportOf(report, {}, {office: WORD})
  const pdf = await said(await renderReportPdf(report, {assets, report: filled}))
  expect(pdf.words).toContain(SIGN)
  expect(pdf.widgets.some(({value}) => value === SIGN)).toBe(true)
  const page = renderReportHtml(report, {assets, report: filled})
  expect(page).not.toMatch(HIDDEN)
  expect(page.split('төлем⟨U+202E⟩сіз').length).toBeGreaterThan(3)
  const workbook = await readXlsx(await renderReportXlsx(report, {assets, report: filled}))
  const cells = workbook.sheets.flatMap(({rows}) => rows.flat()).filter((cell) => typeof cell === 'string')
  expect(cells.filter((cell) => HIDDEN.test(cell))).toEqual([WORD])
  expect(cells.some((cell) => cell.endsWith('төлем⟨U+202E⟩сіз'))).toBe(true)
})

test('texts without such characters are not copied', () => {
  const value = {a: ['б', {в: 'г'}], d: 1, e: null, f: true}
  expect(legibleIn(value)).toBe(value)
  expect(typedIn(value)).toBe(value)
  expect(typedIn([['\u200b']])).toEqual([['‹U+200B›']])
})
