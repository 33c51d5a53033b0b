/** Wrong reports: each is named by file, place and rule, and the rest is collected all the same. */
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {load} from 'cheerio'
import {readXlsx, writeXlsx} from 'hucre/xlsx'
import PDFDocument from 'pdfkit'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {Finding, RULES, type Rule} from '../../templates/reports/collect/findings.ts'
import {CollectionSummary} from '../../templates/reports/collect/summary.ts'
import {collectTemplates} from '../../templates/reports/collect/words.ts'
import {GRID_COLUMNS, type GridColumn} from '../../templates/reports/grid.ts'
import {renderReportCsv, renderReportPdf, renderReportXlsx, renderSurveyPdf} from '../../templates/reports/index.ts'
import {qyzmet} from '../support/command.ts'
import {assets, collected, filled, GIVEN, MEDIA, MILITARY, toWindows1251, write, writeBuild} from './collection.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-collect-'))
  writeBuild(join(folder, 'dist'))
})
afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

const csvOf = (report = filled(MEDIA)): string => renderReportCsv(MEDIA, {assets, report})

/** Our CSV with one cell of one row replaced. */
function withCell(code: string, column: GridColumn | 'meta', value: string, csv = csvOf()): string {
  const index = column === 'meta' ? 2 : GRID_COLUMNS.indexOf(column)
  return csv
    .split('\r\n')
    .map((line) => {
      if (!line.startsWith(`${code};`)) return line
      const cells = line.match(/"(?:[^"]|"")*"|[^;]+|(?<=;|^)(?=;|$)/gu) ?? []
      cells[index] = value
      return cells.join(';')
    })
    .join('\r\n')
}

describe('values', () => {
  test.each<[name: string, rule: Rule, code: string, column: GridColumn, value: string, place: string]>([
    ['a share over 100', 'out-of-range', 'indicator-3.1', 'percent', '100,1', 'G11'],
    ['a share below 0', 'out-of-range', 'indicator-3.1', 'percent', '-0,5', 'G11'],
    ['a share that is a word', 'not-a-number', 'indicator-3.1', 'percent', 'көп', 'G11'],
    ['a formula written as text', 'formula-in-text', 'indicator-3.1', 'percent', "'=100-5", 'G11'],
    ['a fraction in place of a share', 'looks-like-fraction', 'indicator-3.1', 'percent', '0,95', 'G11'],
    ['a count that is not whole', 'not-whole', 'indicator-1.1', 'numerator', '12,5', 'E9'],
    ['a count below 0', 'out-of-range', 'indicator-1.1', 'numerator', '-3', 'E9'],
    ['a numerator without its denominator', 'half-count', 'indicator-1.1', 'denominator', '', 'F9'],
    ['a denominator of 0', 'zero-denominator', 'indicator-1.1', 'denominator', '0', 'F9'],
    ['a numerator greater than the denominator', 'numerator-over-denominator', 'indicator-1.1', 'numerator', '501', 'E9'],
    ['a share that does not fit its counts', 'share-mismatch', 'indicator-1.1', 'percent', '95', 'G9'],
    ['a norm over 100', 'out-of-range', 'indicator-1.1', 'norm', '110', 'C9'],
    ['an edited label', 'edited-label', 'indicator-1.1', 'label', '"1.1. Мерзімінен бұрын көрсетілген қызметтер"', 'B9'],
  ])('%s', async (_, rule, code, column, value, place) => {
    const {reports, findings} = await collected(withCell(code, column, value))
    expect(findings.map((finding) => [finding.rule, finding.place])).toEqual([[rule, place]])
    expect(findings[0]?.line).toBe(Number(place.slice(1)))
    // the other values are there
    expect(reports[0]?.values.filter((one) => one !== null).length).toBeGreaterThanOrEqual(5)
  })

  test('what is taken and what is not', async () => {
    const value = async (code: string, column: GridColumn, given: string): Promise<object | null | undefined> => {
      const {reports} = await collected(withCell(code, column, given))
      return reports[0]?.values[code === 'indicator-1.1' ? 0 : 2]
    }
    expect(await value('indicator-3.1', 'percent', '100,1')).toBeNull()
    expect(await value('indicator-3.1', 'percent', "'=100-5")).toBeNull()
    expect(await value('indicator-1.1', 'label', 'басқа')).toBeNull()
    expect(await value('indicator-1.1', 'numerator', '501')).toBeNull()
    expect(await value('indicator-1.1', 'percent', '95')).toMatchObject({numerator: 412, denominator: 500, percent: 82.4})
    expect(await value('indicator-3.1', 'percent', '0,95')).toMatchObject({percent: 0.95})
    expect(await value('indicator-1.1', 'denominator', '1 204')).toMatchObject({denominator: 1204})
    expect(await value('indicator-3.1', 'percent', '81,4 %')).toMatchObject({percent: 81.4})
  })

  test('nothing at all', async () => {
    const {reports, findings} = await collected(withCell('indicator-3.1', 'percent', ''))
    expect(findings).toMatchObject([{rule: 'missing-value', place: 'E11', line: 11}])
    expect(reports[0]?.values.map((one) => one === null)).toEqual([false, false, true, false, false, false])
  })

  test('case, spaces and punctuation of a label may change, its words may not', async () => {
    const label = '"1.1.  ҚҰЖАТТАР тапсырылған сәттен бастап белгіленген мерзімде қызмет көрсету жағдайларының %-ы, үлесі"'
    expect((await collected(withCell('indicator-1.1', 'label', label))).rules).toEqual([])
  })

  test('the norm that the act prints can not be changed', async () => {
    const csv = withCell('indicator-1.1', 'norm', '50', renderReportCsv(MILITARY, {assets, report: filled(MILITARY)}))
    const {reports, findings} = await collected(csv)
    expect(findings).toMatchObject([{rule: 'edited-norm', place: 'C9', value: '50'}])
    expect(reports[0]?.values[0]).toMatchObject({norm: 95, percent: 82.4})
  })

  test('a decimal comma where numbers have a point', async () => {
    const commas = csvOf()
      .replaceAll(/"(\d+),(\d+)"/gu, '$1.$2')
      .replaceAll(';', ',')
    expect((await collected(commas)).rules).toEqual([])
    const quoted = await collected(commas.replace(',81.4,', ',"81,4",'))
    expect(quoted.findings).toMatchObject([{rule: 'decimal-comma', place: 'G11', value: '81,4'}])
    expect(quoted.reports[0]?.values[2]).toMatchObject({percent: 81.4})
    const bare = await collected(commas.replace(',81.4,', ',81,4,'))
    expect(bare.findings).toMatchObject([{rule: 'too-many-cells', place: 'A11'}])
    expect(bare.reports[0]?.values[2]).toBeNull()
  })

  test('codes: one that the standard has not, one twice, one that is gone', async () => {
    const lines = csvOf().split('\r\n')
    const at = lines.findIndex((line) => line.startsWith('indicator-2.1'))
    const row = lines[at] ?? ''
    const {findings, reports} = await collected(
      [
        ...lines.slice(0, at),
        row.replace('indicator-2.1', 'indicator-7.9'),
        row.replace('indicator-2.1', 'indicator-1.1'),
        ...lines.slice(at + 1),
      ].join('\r\n'),
    )
    expect(findings).toMatchObject([
      {rule: 'unknown-code', place: 'A10', value: '7.9'},
      {rule: 'duplicate-row', place: 'A11', value: '1.1'},
      {rule: 'missing-row', value: '2.1'},
    ])
    expect(reports[0]?.values[0]).toMatchObject({numerator: 412})
    expect(reports[0]?.values[1]).toBeNull()
  })

  test('a text that begins like a formula stays a text', async () => {
    const formula = '=HYPERLINK("http://example.org","Басқарма")'
    const csv = csvOf(filled(MEDIA, GIVEN, {office: formula}))
    const inCsv = await collected(csv)
    expect(inCsv.rules).toEqual(['formula-in-text'])
    expect(inCsv.reports[0]?.office).toBe(formula)
    const inXlsx = await collected(await renderReportXlsx(MEDIA, {assets, report: filled(MEDIA, GIVEN, {office: formula})}))
    expect(inXlsx.findings).toMatchObject([{rule: 'formula-in-text', place: 'C6'}])
    expect(inXlsx.reports[0]?.office).toBe(formula)
  })
})

describe('workbooks', () => {
  /** Our workbook with cells of the row of indicator 1.1 replaced. */
  async function edited(cells: Partial<Record<GridColumn, object>>): Promise<{bytes: Uint8Array; row: number}> {
    const workbook = await readXlsx(await renderReportXlsx(MEDIA, {assets, report: filled(MEDIA)}), {readStyles: true})
    const [sheet] = workbook.sheets
    if (!sheet) throw new Error('there is no sheet')
    const row = sheet.rows.findIndex(([code]) => code === 'indicator-1.1')
    const replaced = Object.entries(cells).map(
      ([column, cell]) => [`${String(row)},${String(GRID_COLUMNS.indexOf(column as GridColumn))}`, cell] as const,
    )
    const bytes = await writeXlsx({sheets: [{name: sheet.name, rows: sheet.rows, cells: new Map([...(sheet.cells ?? []), ...replaced])}]})
    return {bytes, row: row + 1}
  }

  test('a formula of the office counts by its result, shown as a percentage too', async () => {
    const {bytes} = await edited({
      numerator: {value: 45, type: 'formula', formula: '40+5', formulaResult: 45},
      denominator: {value: 50, type: 'formula', formula: 'SUM(20,30)', formulaResult: 50},
      target: {value: 0.975, type: 'number', style: {numFmt: '0.0%'}},
    })
    const {reports, findings} = await collected(bytes)
    expect(findings).toEqual([])
    expect(reports[0]?.values[0]).toMatchObject({numerator: 45, denominator: 50, percent: 90, target: 97.5})
  })

  test('a formula that can not be worked out, a number written as text with a comma', async () => {
    const {bytes, row} = await edited({
      numerator: {value: '#DIV/0!', type: 'formula', formula: '1/0', formulaResult: '#DIV/0!'},
      target: {value: '97,5', type: 'string'},
    })
    const {findings} = await collected(bytes)
    expect(findings.map(({rule, place}) => [rule, place])).toEqual([
      ['formula-error', `E${String(row)}`],
      ['decimal-comma', `D${String(row)}`],
    ])
  })
})

describe('reports', () => {
  test.each<[name: string, rule: Rule, change: (csv: string) => string, counted: boolean]>([
    ['another version of the template', 'template-version', (csv) => csv.replace('qyzmet-report/1', 'qyzmet-report/9'), false],
    ['an annex that is not there', 'unknown-annex', (csv) => csv.replace('annex=2012-1278-1/2', 'annex=1999-1-1/1'), false],
    ['another edition', 'other-edition', (csv) => csv.replace('edition=2012-10-09', 'edition=2011-01-01'), true],
    ["another year's template", 'other-year', (csv) => csv.replace('year=2013', 'year=2012'), false],
    ['a year that is none', 'no-year', (csv) => withCell('year', 'meta', 'былтыр', csv), false],
    ['no office', 'no-office', (csv) => withCell('office', 'meta', '', csv), false],
  ])('%s', async (_, rule, change, counted) => {
    const {reports, rules} = await collected(change(csvOf()))
    expect(rules).toEqual([rule])
    expect(reports[0] !== null).toBe(counted)
  })

  test('a form of another edition is not counted: its labels can not be seen', async () => {
    const old = {...MEDIA, resolution: {...MEDIA.resolution, date: '2011-01-01'}}
    const {reports, rules} = await collected(await renderReportPdf(old, {assets, report: {...filled(MEDIA), edition: '2011-01-01'}}))
    expect(rules).toEqual(['other-edition'])
    expect(reports).toEqual([null])
  })

  test('a template that nobody filled in', async () => {
    const empty = csvOf(filled(MEDIA, {}))
    const {rules} = await collected(empty.replaceAll('92,5', ''))
    expect(new Set(rules)).toEqual(new Set(['missing-value']))
  })
})

/** A folder of every kind of file, right and wrong. */
async function writeReports(reports: string): Promise<void> {
  const pdf = await renderReportPdf(MEDIA, {assets, report: filled(MEDIA, GIVEN, {office: 'Ақмола басқармасы'})})
  const xlsx = await renderReportXlsx(MEDIA, {assets, report: filled(MEDIA, GIVEN, {office: 'Атырау басқармасы', region: 'Атырау облысы'})})
  write(reports, 'good/a.pdf', pdf)
  write(reports, 'good/b.xlsx', xlsx)
  write(
    reports,
    'good/c.csv',
    csvOf(filled(MEDIA, {...GIVEN, '1.1': {percent: 50}}, {office: 'Алматы басқармасы', region: 'Алматы қаласы'})),
  )
  write(reports, 'good/military.csv', renderReportCsv(MILITARY, {assets, report: filled(MILITARY, GIVEN, {office: 'Ақмола басқармасы'})}))
  write(reports, 'bad/truncated.pdf', pdf.subarray(0, pdf.length * 0.7))
  write(reports, 'bad/truncated.xlsx', xlsx.subarray(0, xlsx.length * 0.7))
  write(reports, 'bad/empty.csv', '')
  write(reports, 'bad/notes.txt', 'Есептер кеше жіберілді.')
  write(reports, 'bad/picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  write(reports, 'bad/survey.pdf', await renderSurveyPdf(MEDIA, {assets}))
  write(reports, 'bad/locked.pdf', await lockedPdf())
  write(
    reports,
    'bad/locked.xlsx',
    await writeXlsx({sheets: [{name: 'a', rows: [['b']]}], encryption: {password: 'құпия', spinCount: 1000}}),
  )
  write(reports, 'bad/workbook.xlsx', await writeXlsx({sheets: [{name: 'a', rows: [['b', 1]]}]}))
  write(reports, 'bad/2012.csv', csvOf(filled(MEDIA, GIVEN, {year: 2012, office: 'Былтырғы басқарма'})))
  write(reports, 'bad/range.csv', withCell('indicator-3.1', 'percent', '101', csvOf(filled(MEDIA, GIVEN, {office: 'Қате басқарма'}))))
  write(reports, 'bad/twin-1.csv', csvOf(filled(MEDIA, GIVEN, {office: 'Егіз «басқарма»'})))
  write(reports, 'bad/twin-2.csv', csvOf(filled(MEDIA, {...GIVEN, '1.1': {percent: 99}}, {office: 'ЕГІЗ басқарма'})))
  write(reports, 'bad/copy.pdf', pdf)
  write(reports, '~$b.xlsx', 'left behind by a program')
}

/** A PDF that opens with a password only. */
async function lockedPdf(options: object = {userPassword: 'secret'}): Promise<Buffer> {
  const document = new PDFDocument({pdfVersion: '1.7', ...options} as PDFKit.PDFDocumentOptions)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  document.text('a')
  document.end()
  await new Promise((done) => document.on('end', done))
  return Buffer.concat(chunks)
}

describe('a folder', () => {
  const run = (...more: string[]): ReturnType<typeof qyzmet> =>
    qyzmet(['report', '--collect', join(folder, 'reports'), '--dist', join(folder, 'dist'), ...more])

  beforeAll(async () => {
    await writeReports(join(folder, 'reports'))
  })

  test('every wrong file is named by its rule, the others are counted, exit 1', async () => {
    const {code, stdout, stderr} = await run('--json')
    expect(code).toBe(1)
    const summary = CollectionSummary.parse(JSON.parse(stdout))
    const rules = Object.fromEntries(summary.findings.filter(({severity}) => severity === 'error').map(({file, rule}) => [file, rule]))
    expect(rules).toEqual({
      'bad/truncated.pdf': 'truncated',
      'bad/truncated.xlsx': 'truncated',
      'bad/empty.csv': 'empty-file',
      'bad/notes.txt': 'not-a-report',
      'bad/picture.png': 'not-a-report',
      'bad/survey.pdf': 'questionnaire',
      'bad/locked.pdf': 'password',
      'bad/locked.xlsx': 'password',
      'bad/workbook.xlsx': 'not-a-report',
      'bad/2012.csv': 'other-year',
      'bad/range.csv': 'out-of-range',
      'bad/twin-1.csv': 'duplicate-report',
      'bad/twin-2.csv': 'duplicate-report',
      'good/a.pdf': 'duplicate-report',
    })
    expect(stderr).toContain(
      `${join(folder, 'reports', 'bad/range.csv')}:11: error: G11: the share of indicator 3.1 is over 100: 101 [report/out-of-range]`,
    )
    expect(summary).toMatchObject({year: 2013, files: {read: 18, counted: 5, formats: {csv: 3, pdf: 1, xlsx: 1}}, offices: 4})
  })

  test('counts are added up, shares without counts are kept apart', async () => {
    const {standards} = CollectionSummary.parse(JSON.parse((await run('--json')).stdout))
    expect(standards.map(({annex}) => annex)).toEqual(['2009-2223-4/3', '2012-1278-1/2'])
    const media = standards[1]
    // four offices: three with 412 of 500, one with 50 % alone
    expect(media?.indicators[0]?.total).toMatchObject({
      reports: 4,
      counted: 3,
      numerator: 1236,
      denominator: 1500,
      share: 82.4,
      percentOnly: 1,
      mean: 50,
      missing: 0,
      norm: 92.5,
      meets: 0,
      judged: 4,
    })
    expect(media?.indicators[0]?.regions.map(({region, share, mean}) => [region, share, mean])).toEqual([
      ['Ақмола облысы', 82.4, null],
      ['Атырау облысы', 82.4, null],
      ['Алматы қаласы', null, 50],
    ])
    // 3.1 comes as a share only, from three of the four: the fourth is over 100
    expect(media?.indicators[2]?.total).toMatchObject({counted: 0, share: null, percentOnly: 3, mean: 81.4, missing: 1})
  })

  test('the summary is a folder of pages, a workbook and JSON, put in place whole', async () => {
    const out = join(folder, 'summary')
    const first = await run('--out', out)
    expect(first.stdout).toBe('')
    expect(readdirSync(out).sort()).toEqual(['standards', 'summary.html', 'summary.json', 'summary.xlsx'])
    const page = load(readFileSync(join(out, 'summary.html'), 'utf8'))
    expect(page('html').attr('lang')).toBe('kk')
    expect(page('h3 a').attr('href')).toBe('standards/2009-2223-4-3.html')
    expect(page('svg .share').length).toBeGreaterThan(4)
    expect(page('script, link, [style]').length).toBe(0)
    const standard = load(readFileSync(join(out, 'standards/2012-1278-1-2.html'), 'utf8'))
    expect(standard('tfoot').first().text()).toContain('82,4')
    expect(standard('body').text()).toContain('Алматы қаласы')
    const workbook = await readXlsx(readFileSync(join(out, 'summary.xlsx')))
    expect(workbook.sheets.map(({name}) => name)).toEqual(['Жиынтық', 'Өңірлер', 'Мекемелер', 'Келмеген есептер', 'Ескертулер'])
    const total = workbook.sheets[0]?.rows.find((row) => row[0] === '2012-1278-1/2' && row[2] === '1.1')
    expect(total?.slice(4, 13)).toEqual([92.5, 4, 3, 1236, 1500, 82.4, -10.1, 1, 50])
    // once more, in place of the first; the same bytes
    const bytes = readFileSync(join(out, 'summary.xlsx'))
    await run('--out', out)
    expect(readFileSync(join(out, 'summary.xlsx')).equals(bytes)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('part') || name.includes('previous'))).toEqual([])
  })

  test('with a register: offices that sent nothing, and offices that it does not know', async () => {
    write(
      folder,
      'offices.csv',
      'id;name;region;standards\r\nakm;Ақмола басқармасы;Ақмола облысы;2012-1278-1\r\npav;=Павлодар басқармасы;Павлодар облысы;\r\n',
    )
    const {stdout, stderr} = await run('--json', '--offices', join(folder, 'offices.csv'))
    expect(stderr).toContain(', 2 reports missing\n')
    const summary = CollectionSummary.parse(JSON.parse(stdout))
    expect(summary.expected).toBe('register')
    expect(summary.standards.map(({missing}) => missing)).toEqual([
      [{office: '=Павлодар басқармасы', id: 'pav', region: 'Павлодар облысы'}],
      [{office: '=Павлодар басқармасы', id: 'pav', region: 'Павлодар облысы'}],
    ])
    expect(summary.standards[1]?.reports.map(({id}) => id)).toContain('akm')
    expect(summary.findings.filter(({rule}) => rule === 'unknown-office').map(({value}) => value)).toEqual([
      'Қате басқарма',
      'Атырау басқармасы',
      'Алматы басқармасы',
    ])
  })

  test('a text like a formula stays a text in the summary, and markup is escaped', async () => {
    const reports = join(folder, 'formulas')
    const office = '=1+1 <img src=x onerror=alert(1)>'
    write(reports, 'a.csv', csvOf(filled(MEDIA, GIVEN, {office})))
    const out = join(folder, 'formulas-summary')
    const {code} = await qyzmet(['report', '--collect', reports, '--dist', join(folder, 'dist'), '--out', out])
    expect(code).toBe(1)
    const workbook = await readXlsx(readFileSync(join(out, 'summary.xlsx')), {readStyles: true})
    const offices = workbook.sheets[2]
    expect(offices?.rows[1]?.[1]).toBe(office)
    expect(offices?.cells?.get('1,1')?.formula).toBeUndefined()
    expect(readFileSync(join(out, 'standards/2012-1278-1-2.html'), 'utf8')).not.toContain('<img')
    expect(load(readFileSync(join(out, 'standards/2012-1278-1-2.html'), 'utf8'))('body').text()).toContain(office)
  })

  test('a folder without reports, an empty one, none at all; wrong usage', async () => {
    const dist = join(folder, 'dist')
    write(join(folder, 'letters'), 'letter.txt', 'Сәлеметсіз бе!')
    const letters = await qyzmet(['report', '--collect', join(folder, 'letters'), '--dist', dist, '--out', join(folder, 'none')])
    expect(letters.code).toBe(1)
    expect(letters.stderr).toContain('letter.txt: error: this is no report')
    expect(letters.stderr).toContain('[report/no-reports]')
    expect(existsSync(join(folder, 'none'))).toBe(false)
    const missing = await qyzmet(['report', '--collect', join(folder, 'nowhere'), '--dist', dist, '--out', join(folder, 'none')])
    expect([missing.code, missing.stderr.includes('[report/no-folder]')]).toEqual([1, true])
    for (const wrong of [
      ['--out', join(folder, 'reports', 'summary')],
      ['--out', dist],
      ['--year', '13'],
      ['--data', 'x.csv'],
      ['2012-1278-1'],
    ]) {
      expect([wrong, (await run(...wrong)).code]).toEqual([wrong, 2])
    }
  })
})

describe('what is doubtful', () => {
  test('100 % everywhere of a single case; an office far from the others; one that outweighs all', async () => {
    const reports = join(folder, 'doubtful')
    const codes = Object.keys(GIVEN)
    const all = (value: object): typeof GIVEN => Object.fromEntries(codes.map((code) => [code, value]))
    for (let i = 0; i < 9; i++) {
      write(reports, `${String(i)}.csv`, csvOf(filled(MEDIA, all({numerator: 90 + i, denominator: 100}), {office: `Мекеме ${String(i)}`})))
    }
    write(
      reports,
      'far.csv',
      csvOf(filled(MEDIA, {...all({numerator: 93, denominator: 100}), '2.1': {numerator: 30, denominator: 100}}, {office: 'Алыс'})),
    )
    write(reports, 'heavy.csv', csvOf(filled(MEDIA, all({numerator: 9300, denominator: 10000}), {office: 'Ауыр'})))
    write(reports, 'single.csv', csvOf(filled(MEDIA, all({numerator: 1, denominator: 1}), {office: 'Жалғыз'})))
    const {code, stdout} = await qyzmet(['report', '--collect', reports, '--dist', join(folder, 'dist'), '--json'])
    expect(code).toBe(0)
    const {findings} = CollectionSummary.parse(JSON.parse(stdout))
    const of = (rule: Rule): string[] => findings.filter((one) => one.rule === rule).map(({file, place}) => `${file} ${place}`)
    expect(of('outlier')).toEqual(['far.csv E10'])
    expect(findings.find(({rule}) => rule === 'outlier')?.message).toBe(
      'indicator 2.1: 30 %, while half of the offices are within 2.5 percentage points of 93.5 %',
    )
    expect(of('outweighs-all')).toEqual(codes.map((_, index) => `heavy.csv E${String(9 + index)}`))
    expect(of('all-hundred')).toEqual(['single.csv '])
    expect(of('tiny-denominator')).toEqual(['single.csv E9'])
    expect(findings).toHaveLength(1 + codes.length + 2)
  })

  test.each([
    [9, [], 'all other offices give 33.33 %'],
    [7, [30, 35], '7 of 10 offices give 33.33 %'],
  ])('where offices are alike, the text says how many: %i of them', async (alike, others, usual) => {
    const reports = join(folder, `alike-${String(alike)}`)
    const codes = Object.keys(GIVEN)
    const all = (percent: number): typeof GIVEN => Object.fromEntries(codes.map((code) => [code, {percent}]))
    const shares = [...Array.from({length: alike}, () => 33.33), ...others]
    shares.forEach((percent, index) => {
      write(reports, `${String(index)}.csv`, csvOf(filled(MEDIA, all(percent), {office: `Мекеме ${String(index)}`})))
    })
    write(reports, 'far.csv', csvOf(filled(MEDIA, {...all(33.33), '2.1': {percent: 90}}, {office: 'Алыс'})))
    const {stdout} = await qyzmet(['report', '--collect', reports, '--dist', join(folder, 'dist'), '--json'])
    const {findings} = CollectionSummary.parse(JSON.parse(stdout))
    expect(findings.filter(({rule}) => rule === 'outlier').map(({message}) => message)).toEqual([`indicator 2.1: 90 %, while ${usual}`])
  })

  test('an office that reports on one standard but not on another that the others report on', async () => {
    const reports = join(folder, 'missing')
    for (const name of ['А', 'Б', 'В']) {
      write(reports, `${name}-1.csv`, csvOf(filled(MEDIA, GIVEN, {office: name})))
      if (name !== 'В')
        write(reports, `${name}-2.csv`, renderReportCsv(MILITARY, {assets, report: filled(MILITARY, GIVEN, {office: name})}))
    }
    const {stdout, stderr} = await qyzmet(['report', '--collect', reports, '--dist', join(folder, 'dist'), '--json'])
    const summary = CollectionSummary.parse(JSON.parse(stdout))
    expect(summary.expected).toBe('collection')
    expect(stderr).toContain(', at least 1 report missing; how many cannot be known without --offices')
    expect(summary.standards.map(({annex, missing}) => [annex, missing.map(({office}) => office)])).toEqual([
      ['2009-2223-4/3', ['В']],
      ['2012-1278-1/2', []],
    ])
  })
})

test('without a list of offices, that none are missing is not said: it cannot be known', async () => {
  const reports = join(folder, 'unlisted')
  write(reports, 'media.csv', csvOf())
  const {stderr} = await qyzmet(['report', '--collect', reports, '--dist', join(folder, 'dist'), '--json'])
  expect(stderr).toContain('out of 1 file; whether any are missing cannot be known without --offices')
  expect(stderr).not.toContain('0 reports missing')
})

test('an office that once saved without Kazakh letters is still one office', async () => {
  const reports = join(folder, 'letters-lost')
  const office = 'Қызылорда қаласының әкімдігі'
  const at = {office, region: 'Қызылорда облысы'}
  write(reports, 'media.csv', toWindows1251(csvOf(filled(MEDIA, GIVEN, at))))
  write(reports, 'military.csv', renderReportCsv(MILITARY, {assets, report: filled(MILITARY, GIVEN, at)}))
  const {stdout, stderr} = await qyzmet(['report', '--collect', reports, '--dist', join(folder, 'dist'), '--json'])
  expect(stderr).toContain('[report/letters-lost]')
  const summary = CollectionSummary.parse(JSON.parse(stdout))
  expect(summary.offices).toBe(1)
  expect(summary.standards.map((standard) => standard.reports.map((one) => [one.office, one.region]))).toEqual([
    [[office, 'Қызылорда облысы']],
    [[office, 'Қызылорда облысы']],
  ])
})

test('every rule has a sentence in Kazakh', () => {
  const {word} = collectTemplates()
  for (const rule of Object.keys(RULES)) expect(word(`rule-${rule}`)).toMatch(/\p{Script=Cyrillic}{4}/u)
  expect(Finding.shape.rule.options.toSorted()).toEqual(Object.keys(RULES).sort())
})
