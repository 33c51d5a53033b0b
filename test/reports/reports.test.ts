/** Reports on quality indicators: what they show, what is open to fill in, and that texts are escaped. */
import {load} from 'cheerio'
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {renderReportHtml, renderReportPdf} from '../../templates/reports/index.ts'
import {context} from '../pdf/blanks.ts'
import {Viewer} from '../pdf/viewer.ts'
import {MEDIA_INDICATORS, MILITARY_INDICATORS} from './indicators.ts'

const assets = loadAssets()
const values = {year: '2013', organisation: '<b>Басқарма</b> & «Ә»', indicators: {'3.1': {target: '85 %', current: '81,4 %'}}}

test('the page shows every indicator under its group, with the norm as printed', () => {
  const $ = load(renderReportHtml(context(MILITARY_INDICATORS), {assets, values}))
  expect($('html').attr('lang')).toBe('kk')
  expect($('tbody').length).toBe(5)
  expect(
    $('tbody th[scope=rowgroup]')
      .map((_, cell) => $(cell).text())
      .get(),
  ).toEqual(['1. Уақтылық', '2. Сапасы', '3. Қолжетімділік', '4. Шағымдану үдерісі', '5. Сыпайылық'])
  const rows = $('tbody tr:has(td)')
    .map((_, row) => [
      $(row)
        .find('.code, td')
        .map((__, cell) => $(cell).text())
        .get(),
    ])
    .get() as unknown as string[][]
  expect(rows).toEqual([
    ['1.1', '95 %', '', ''],
    ['2.1', '90 %', '', ''],
    ['3.1', '80 %', '85 %', '81,4 %'],
    ['3.2', '50 %', '', ''],
    ['4.1', '95 %', '', ''],
    ['5.1', '90 %', '', ''],
  ])
  expect(
    $('thead th')
      .map((_, cell) => $(cell).text())
      .get(),
  ).toEqual(MILITARY_INDICATORS.columns)
})

test('a repealed act is named first; an act in force has no banner', () => {
  const repealed = load(renderReportHtml(context(MILITARY_INDICATORS), {assets}))
  expect(repealed('main').children().first().text()).toContain('Күшін жойған')
  expect(repealed('main').children().first().text()).toContain('2014 жылғы 11 наурыздағы № 219')
  const inForce = load(renderReportHtml(context(MILITARY_INDICATORS, {status: 'in-force', repealedBy: null}), {assets}))
  expect(inForce('.status').length).toBe(0)
  expect(inForce('footer').text()).toContain('Қолданыста')
})

test('what an office writes is text, not markup; the page needs no other file', () => {
  const html = renderReportHtml(context(MILITARY_INDICATORS), {assets, values})
  expect(html).toContain('&lt;b&gt;Басқарма&lt;/b&gt; &amp; «Ә»')
  expect(html).not.toContain('<b>')
  expect(html).not.toMatch(/\s(?:src|href|style)=|@import|url\(/u)
})

test('the PDF: target and current value are fields, the norm where the act leaves it open', async () => {
  const printed = await Viewer.open(await renderReportPdf(context(MILITARY_INDICATORS), {assets, values}))
  const fields = Object.fromEntries(printed.widgets().map((widget) => [widget.name, widget]))
  expect(fields['target-3-1']?.value).toBe('85 %')
  expect(fields['current-3-1']?.value).toBe('81,4 %')
  expect(fields['current-3-1']?.said).toContain('3.1. Қызмет көрсету тәртібінің сапасына')
  expect(fields['year']?.value).toBe('2013')
  expect(Object.keys(fields).filter((name) => name.startsWith('normative-'))).toEqual([])
  expect(printed.words(0)).toContain('95 %')
  printed.close()
  const open = await Viewer.open(
    await renderReportPdf(context(MEDIA_INDICATORS), {assets, values: {indicators: {'1.1': {normative: '95 %'}}}}),
  )
  const values2 = open.widgets().filter((widget) => widget.name.startsWith('normative-'))
  expect(values2.map((widget) => widget.value)).toEqual(['95 %', '', '', '', '', ''])
  open.close()
})

test('an annex without indicators is refused', () => {
  expect(() => renderReportHtml(context({...MILITARY_INDICATORS, indicators: []}), {assets})).toThrow('has no indicators')
})
