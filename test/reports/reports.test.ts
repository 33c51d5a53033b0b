/** Templates and filled reports as page, PDF and CSV: what they show, what is open, what checks what is typed. */
import {runInNewContext} from 'node:vm'
import {load} from 'cheerio'
import {parse as parseCsv} from 'csv-parse/sync'
import {describe, expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {renderReportCsv, renderReportHtml, renderReportPdf} from '../../templates/reports/index.ts'
import {readMark} from '../../templates/reports/model.ts'
import {countCheck, percentCheck} from '../../templates/reports/scripts.ts'
import {context} from '../pdf/blanks.ts'
import {Viewer} from '../pdf/viewer.ts'
import {EMPLOYMENT_INDICATORS, MEDIA_INDICATORS, MILITARY_INDICATORS} from './indicators.ts'
import {fill, reportOf} from './support.ts'

const assets = loadAssets()
const military = context(MILITARY_INDICATORS)
const media = context(MEDIA_INDICATORS)
const filled = reportOf(
  military,
  {'1.1': {numerator: 198, denominator: 200, percent: 99, target: 100}, '3.1': {percent: 75.5, target: 85}},
  {office: '<b>Басқарма</b> & «Ә»', region: '=1+1', filledBy: '@аты', date: '15.01.2014'},
)

test('a heading that the act breaks with a hyphen is joined where another heading has the word; other hyphens stay', () => {
  // sources/2012-1278.md, 291
  const columns = [
    'Сапа және қол жетімділік көрсеткіштері',
    'Көрсеткіштің нормативтік мәні',
    'Көрсеткіштің келесі жылдағы нысаналы мәні',
    'Көрсеткіш-тің есепті жылдағы ағымдағы мәні',
  ]
  const headings = (printed: string[]): string[] => {
    const $ = load(renderReportHtml(context({...MEDIA_INDICATORS, columns: printed}), {assets}))
    return $('thead th')
      .map((_, cell) => $(cell).text())
      .get()
  }
  expect(headings(columns).at(-1)).toBe('Көрсеткіштің есепті жылдағы ағымдағы мәні, %')
  expect(headings(columns.with(0, 'Іс-шаралар мен көрсеткіштері'))[0]).toBe('Іс-шаралар мен көрсеткіштері')
  expect(headings(columns.with(1, 'Нормативтік мәні').with(2, 'Нысаналы мәні')).at(-1)).toContain('Көрсеткіш-тің')
})

describe('page', () => {
  test('shows every indicator under its group, with the norm as printed', () => {
    const $ = load(renderReportHtml(military, {assets}))
    expect($('html').attr('lang')).toBe('kk')
    const texts = (selector: string) =>
      $(selector)
        .map((_, cell) => $(cell).text())
        .get()
    expect(texts('tbody th[scope=rowgroup]')).toEqual([
      '1. Уақтылық',
      '2. Сапасы',
      '3. Қолжетімділік',
      '4. Шағымдану үдерісі',
      '5. Сыпайылық',
    ])
    expect(texts('tbody tr td:first-of-type')).toEqual(['95 %', '90 %', '80 %', '50 %', '95 %', '90 %'])
    expect(texts('thead th').slice(0, 3)).toEqual(MILITARY_INDICATORS.columns?.slice(0, 3))
    expect(texts('thead th').at(-1)).toBe('Көрсеткіштің есептілік жылындағы ағымдағы мәні, %')
    expect($('svg').length).toBe(0)
  })

  test('a repealed act is named first; an act in force has no banner', () => {
    const repealed = load(renderReportHtml(military, {assets}))
    expect(repealed('main').children().first().text()).toContain('Күшін жойған')
    expect(repealed('main').children().first().text()).toContain('2014 жылғы 11 наурыздағы № 219')
    const inForce = load(renderReportHtml(context(MILITARY_INDICATORS, {status: 'in-force', repealedBy: null}), {assets}))
    expect(inForce('.status').length).toBe(0)
    expect(inForce('footer').text()).toContain('Қолданыста')
  })

  test('what an office writes is text, not markup; the page needs no other file and no script', () => {
    const html = renderReportHtml(military, {assets, report: filled})
    expect(html).toContain('&lt;b&gt;Басқарма&lt;/b&gt; &amp; «Ә»')
    expect(html).not.toContain('<b>')
    expect(html).not.toMatch(/\s(?:src|href|style|on\w+)=|@import|url\(|<script/u)
  })

  test('a bar for each value, with its outcome in words', () => {
    const $ = load(renderReportHtml(military, {assets, report: filled}))
    expect($('figure').length).toBe(2)
    const [first, second] = $('figure').toArray()
    expect($(first).find('.bar').attr('width')).toBe('99%')
    expect($(first).find('line.norm').attr('x1')).toBe('95%')
    expect($(first).find('line.target').attr('x1')).toBe('100%')
    const svg = $(second).find('svg').first()
    expect(svg.attr('role')).toBe('img')
    const said = $(`#${svg.attr('aria-labelledby') ?? ''}`).text()
    expect(said).toBe(
      'Ағымдағы мәні 75,5 %; нормативтік мәні 80 %, ауытқуы −4,5: орындалмады; келесі жылдағы мақсатты мәні 85 %, ауытқуы −9,5.',
    )
    expect($(first).find('figcaption').text()).toContain('(198/200); нормативтік мәні 95 %, ауытқуы +4: орындалды')
  })

  test('carries the mark of its template', () => {
    const $ = load(renderReportHtml(military, {assets, report: filled}))
    expect(readMark($('meta[name=qyzmet-template]').attr('content') ?? '')).toMatchObject({
      annex: '2009-2223-4/3',
      edition: '2009-12-29',
      year: 2013,
    })
  })
})

describe('PDF', () => {
  test('values and office are fields; the norm only where the act leaves it open', async () => {
    const printed = await Viewer.open(await renderReportPdf(military, {assets, report: filled}))
    const fields = Object.fromEntries(printed.widgets().map((widget) => [widget.name, widget]))
    expect(fields['numerator-1-1']?.value).toBe('198')
    expect(fields['denominator-1-1']?.value).toBe('200')
    expect(fields['percent-1-1']?.value).toBe('99')
    expect(fields['percent-3-1']?.value).toBe('75,5')
    expect(fields['target-3-1']?.value).toBe('85')
    expect(fields['percent-3-1']?.said).toContain('3.1. Қызмет көрсету тәртібінің сапасына')
    expect([fields['year'], fields['office'], fields['region'], fields['filled-by'], fields['date']].map((field) => field?.value)).toEqual([
      '2013',
      '<b>Басқарма</b> & «Ә»',
      '=1+1',
      '@аты',
      '15.01.2014',
    ])
    expect(Object.keys(fields).filter((name) => name.startsWith('norm-'))).toEqual([])
    expect(printed.words(0)).toContain('95 %')
    printed.close()
    const open = await Viewer.open(await renderReportPdf(media, {assets, report: reportOf(media, {'1.1': {norm: 95}})}))
    const norms = open.widgets().filter((widget) => widget.name.startsWith('norm-'))
    expect(norms.map((widget) => widget.value)).toEqual(['95', '', '', '', '', ''])
    open.close()
  })

  test('the mark of the template is in a field that cannot be changed, and in the metadata', async () => {
    const viewer = await Viewer.open(await renderReportPdf(military, {assets, report: filled}))
    const field = viewer.widgets().find(({name}) => name === 'template')
    if (!field) throw new Error('no field holds the mark')
    expect(readMark(field.value)).toMatchObject({kind: 'report', version: 1, annex: '2009-2223-4/3', year: 2013})
    expect(viewer.meta('Keywords')).toBe(field.value)
    viewer.type(field, 'x')
    const saved = await Viewer.open(viewer.save())
    expect(saved.widgets().find(({name}) => name === 'template')?.value).toBe(field.value)
    viewer.close()
    saved.close()
  })

  test('six indicators fit one sheet; the outcome in words follows the table when filled', async () => {
    const blank = await Viewer.open(await renderReportPdf(media, {assets}))
    expect(blank.pages).toBe(1)
    blank.close()
    const done = await Viewer.open(await renderReportPdf(military, {assets, report: filled}))
    const text = Array.from({length: done.pages}, (_, page) => done.words(page))
      .join(' ')
      .replace(/\s+/gu, ' ')
    expect(text).toContain('нормативтік мәні 80 %, ауытқуы −4,5: орындалмады')
    done.close()
  })

  test('equal arguments give equal bytes', async () => {
    const [one, other] = await Promise.all([
      renderReportPdf(military, {assets, report: filled}),
      renderReportPdf(military, {assets, report: filled}),
    ])
    expect(Buffer.compare(one, other)).toBe(0)
  })
})

describe('checks in the viewer', () => {
  /** Runs a field's script as a viewer does; other fields by name. */
  function leave(script: string, value: string, others: Record<string, string> = {}) {
    const event = {value, rc: true}
    const alerts: string[] = []
    const fields = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, {value: text}]))
    const sandbox = {event, app: {alert: (text: string) => alerts.push(text)}, getField: (name: string) => fields[name] ?? null}
    runInNewContext(script, sandbox)
    return {taken: event.rc, alerts, fields}
  }
  const messages = {whole: 'whole', zero: 'zero', order: 'order'}

  test('a share is from 0 to 100, with comma or point', () => {
    const script = percentCheck('share')
    for (const good of ['', '0', '100', '95,5', '95.25', ' 80 % ']) expect(leave(script, good).taken, good).toBe(true)
    for (const bad of ['101', '-1', '100,5', '95,123', 'көп', '1 000'])
      expect(leave(script, bad), bad).toMatchObject({taken: false, alerts: ['share']})
  })

  test('counts are whole, the numerator no greater; they write their share', () => {
    const numerator = countCheck('numerator', 'd', 'p', messages)
    const denominator = countCheck('denominator', 'n', 'p', messages)
    expect(leave(numerator, '2', {d: '3', p: ''}).fields['p']?.value).toBe('66,67')
    expect(leave(denominator, '800', {n: '201', p: ''}).fields['p']?.value).toBe('25,13')
    expect(leave(numerator, '2', {d: '', p: '50'}).fields['p']?.value).toBe('50')
    expect(leave(numerator, '4', {d: '3', p: ''})).toMatchObject({taken: false, alerts: ['order']})
    expect(leave(denominator, '1', {n: '3', p: ''})).toMatchObject({taken: false, alerts: ['order']})
    expect(leave(denominator, '0', {n: '', p: ''})).toMatchObject({taken: false, alerts: ['zero']})
    expect(leave(numerator, '2,5', {d: '3', p: ''})).toMatchObject({taken: false, alerts: ['whole']})
    expect(leave(numerator, '2', {}).taken).toBe(true)
  })
})

describe('CSV', () => {
  const rowsOf = (text: string) => parseCsv(text, {delimiter: ';', bom: true}) as string[][]

  test('begins with a byte order mark and a heading in Kazakh; codes stand in the first column', () => {
    const text = renderReportCsv(military, {assets, report: filled})
    expect(text.startsWith('\ufeffКоды;')).toBe(true)
    const rows = rowsOf(text)
    expect(new Set(rows.map(({length}) => length)).size).toBe(1)
    expect(rows[1]?.slice(0, 7)).toEqual(['columns', 'label', 'norm', 'target', 'numerator', 'denominator', 'percent'])
    expect(rows.slice(2).map(([code]) => code)).toEqual([
      ...['template', 'year', 'office', 'region', 'filled-by', 'date'],
      ...['1.1', '2.1', '3.1', '3.2', '4.1', '5.1'].map((code) => `indicator-${code}`),
    ])
    expect(rows.find(([code]) => code === 'indicator-1.1')?.slice(2)).toEqual(['95', '100', '198', '200', '', '99', '4', '-1', 'иә'])
    expect(rows.find(([code]) => code === 'indicator-3.1')?.slice(2)).toEqual(['80', '85', '', '', '75,5', '75,5', '-4,5', '-9,5', 'жоқ'])
    expect(rows.find(([code]) => code === 'indicator-2.1')?.slice(2)).toEqual(['90', '', '', '', '', '', '', '', ''])
  })

  test('what looks like a formula stays text, and comes back as it was', () => {
    const text = renderReportCsv(military, {assets, report: filled})
    expect(rowsOf(text).find(([code]) => code === 'region')?.[2]).toBe("'=1+1")
    const {report} = fill(military, {data: text}, {partial: true})
    expect(report).toEqual(filled)
  })

  test('a share of complaints that stays below its norm has met it', () => {
    const employment = context(EMPLOYMENT_INDICATORS)
    const report = reportOf(employment, {'4.1': {numerator: 1, denominator: 200, norm: 2}})
    const row = rowsOf(renderReportCsv(employment, {assets, report})).find(([code]) => code === 'indicator-4.1')
    expect(row?.slice(2)).toEqual(['2', '', '1', '200', '', '0,5', '-1,5', '', 'иә'])
  })
})

test('an annex without indicators is refused', () => {
  expect(() => renderReportHtml(context({...MILITARY_INDICATORS, indicators: []}), {assets})).toThrow('has no indicators')
})
