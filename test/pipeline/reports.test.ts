/** The templates of all standards, as a build publishes them, and `qyzmet report` on that build. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {load} from 'cheerio'
import {parse as parseCsv} from 'csv-parse/sync'
import {readXlsx} from 'hucre/xlsx'
import {afterAll, describe, expect, inject, test} from 'vitest'
import type {Annex, Catalogue, Standard} from '../../parser/model/index.ts'
import {GRID_COLUMNS} from '../../templates/reports/grid.ts'
import {readMark} from '../../templates/reports/model.ts'
import type {FilledReport} from '../../templates/reports/model.ts'
import {Viewer} from '../pdf/viewer.ts'
import {qyzmet} from '../support/command.ts'

const dist = inject('dist')
const file = (path: string): Uint8Array => new Uint8Array(readFileSync(join(dist, path)))
const json = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8'))
const standards = (json('data/index.json') as Catalogue).standards.map(({id}) => json(`data/standards/${id}.json`) as Standard)
const reports = standards.flatMap(({annexes}) => annexes.filter(({report}) => report !== undefined))
const pathsOf = ({report}: Annex) => {
  if (report?.xlsx === undefined || report.csv === undefined || report.survey === undefined) throw new Error('a template is missing')
  return {...report, xlsx: report.xlsx, csv: report.csv, survey: report.survey}
}

/** What the acts print, read off the official texts; all other tables leave the column empty. */
const SIX = ['1.1', '2.1', '3.1', '3.2', '4.1', '5.1']
const MILITARY = [95, 90, 80, 50, 95, 90]
const PRINTED: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries([4, 5, 6, 7, 8, 9, 10].map((ordinal) => [`2009-2223-${String(ordinal)}/3`, MILITARY])),
  '2011-431-1/4': [100, 100, 100, 100, 100, 100],
  '2011-431-2/4': [100, 100, 100, 100, 100, 100],
}
const normsOf = (annex: Annex): Record<string, number> =>
  Object.fromEntries((PRINTED[annex.id] ?? []).map((norm, index) => [SIX[index] ?? '', norm]))
const codesOf = (annex: Annex): string[] => (annex.indicators ?? []).map(({code}) => code)

test('27 standards have a report, each with 5 to 12 indicators', () => {
  expect(reports).toHaveLength(27)
  expect(new Set(reports.map(({id}) => id.split('/')[0])).size).toBe(27)
  for (const annex of reports) {
    expect(annex.indicators?.length).toBeGreaterThanOrEqual(5)
    expect(annex.indicators?.length).toBeLessThanOrEqual(12)
  }
  expect(Object.keys(PRINTED).filter((id) => !reports.some((annex) => annex.id === id))).toEqual([])
})

describe.each(reports.map((annex) => [annex.id, annex] as const))('%s', (id, annex) => {
  const paths = pathsOf(annex)
  const open = codesOf(annex).filter((code) => !Object.hasOwn(normsOf(annex), code))

  test('CSV: the norm where the act prints one', () => {
    const rows = parseCsv(file(paths.csv), {delimiter: ';', bom: true}) as string[][]
    const norms = rows.flatMap(([code = '', , norm = '']) =>
      code.startsWith('indicator-') && norm !== '' ? [[code.slice(10), Number(norm)]] : [],
    )
    expect(Object.fromEntries(norms)).toEqual(normsOf(annex))
    expect(rows.filter(([code = '']) => code.startsWith('indicator-')).map(([code = '']) => code.slice(10))).toEqual(codesOf(annex))
    expect(readMark(rows.find(([code]) => code === 'template')?.[2] ?? '')).toMatchObject({annex: id, year: null})
  })

  test('workbook: the norm where the act prints one is locked, the others are open', async () => {
    const {sheets} = await readXlsx(file(paths.xlsx), {readStyles: true})
    const sheet = sheets[0]
    const column = GRID_COLUMNS.indexOf('norm')
    const rows = (sheet?.rows ?? []).flatMap((row, index) => {
      const code = String(row[0] ?? '')
      return code.startsWith('indicator-')
        ? [{code: code.slice(10), norm: row[column] ?? null, cell: sheet?.cells?.get(`${String(index)},${String(column)}`)}]
        : []
    })
    expect(Object.fromEntries(rows.flatMap(({code, norm}) => (norm === null ? [] : [[code, norm]])))).toEqual(normsOf(annex))
    expect(rows.filter(({cell}) => cell?.style?.protection?.locked === false).map(({code}) => code)).toEqual(open)
  })

  test('PDF: a field for the norm where the act prints none; one sheet of questions', async () => {
    const viewer = await Viewer.open(file(paths.pdf))
    const fields = viewer.widgets().map(({name}) => name)
    expect(fields.filter((name) => name.startsWith('norm-'))).toEqual(open.map((code) => `norm-${code.replaceAll('.', '-')}`))
    for (const kind of ['target', 'numerator', 'denominator', 'percent']) {
      expect(fields.filter((name) => name.startsWith(`${kind}-`))).toHaveLength(codesOf(annex).length)
    }
    viewer.close()
    const survey = await Viewer.open(file(paths.survey.pdf))
    expect(survey.pages).toBe(1)
    survey.close()
  })

  test('page: the norm as printed; repealed is said first', () => {
    const $ = load(Buffer.from(file(paths.html)).toString('utf8'))
    const norms = $('tbody tr:has(td)')
      .map((_, row) => $(row).find('td').first().text())
      .get()
    expect(norms.map((norm) => (norm === '' ? null : parseFloat(norm)))).toEqual(codesOf(annex).map((code) => normsOf(annex)[code] ?? null))
    expect($('main').children().first().text()).toMatch(/^Күшін жойған/u)
  })
})

test('recipients are asked about 2.1, 3.1, the complaint procedure and courtesy, as far as the standard has them', () => {
  const asked = new Map<string, number>()
  for (const annex of reports) {
    const [header = []] = parseCsv(file(pathsOf(annex).survey.csv), {delimiter: ';', bom: true}) as string[][]
    const codes = header
      .filter((name) => name.startsWith('indicator-'))
      .map((name) => name.slice(10))
      .join(' ')
    asked.set(codes, (asked.get(codes) ?? 0) + 1)
  }
  // one standard has no indicator of courtesy; one has twelve indicators, and codes of its own
  expect(Object.fromEntries(asked)).toEqual({'2.1 3.1 4.1 5.1': 25, '2.1 3.1 4.1': 1, '2.1 3.1 4.3 4.4 5.1': 1})
})

describe('qyzmet report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-report-'))
  afterAll(() => {
    rmSync(folder, {recursive: true, force: true})
  })
  const write = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const run = (...argv: string[]) => qyzmet(['report', '--dist', dist, ...argv])
  const standard = reports[0]?.id.split('/')[0] ?? ''

  test('fills from counts, in every format, by the id of the standard or of the annex', async () => {
    const data = write('counts.csv', `code;numerator;denominator\n${SIX.map((code) => `${code};9;10`).join('\n')}\n`)
    const {code, stdout} = await run(standard, '--year', '2013', '--data', data, '--json', '--office', 'Бөлім')
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as FilledReport
    expect(report).toMatchObject({standard, annex: reports[0]?.id, year: 2013, office: 'Бөлім'})
    expect(report.values.map(({percent, normMet}) => [percent, normMet])).toEqual(MILITARY.map((norm) => [90, norm <= 90]))
    for (const [format, begins] of Object.entries({pdf: '%PDF-', xlsx: 'PK', csv: '\ufeffКоды', html: '<!doctype html>'})) {
      const out = join(folder, `report.${format}`)
      expect((await run(reports[0]?.id ?? '', '--year', '2013', '--data', data, '--out', out)).code, format).toBe(0)
      expect(readFileSync(out, 'utf8').startsWith(begins), format).toBe(true)
    }
  })

  test('wrong input: file, line and rule on standard error, nothing written, exit 1', async () => {
    const out = join(folder, 'never.pdf')
    const data = write('wrong.csv', `code;numerator;denominator\n${SIX.map((code) => `${code};11;10`).join('\n')}\n`)
    const {code, stdout, stderr} = await run(standard, '--year', '2013', '--data', data, '--out', out)
    expect({code, stdout}).toEqual({code: 1, stdout: ''})
    expect(stderr.split('\n')[0]).toBe(
      `${data}:2: error: indicator 1.1, column 2 (numerator): 11 is more than the denominator 10 [report/numerator]`,
    )
    expect(() => readFileSync(out)).toThrow()
    const missing = await run(standard, '--year', '2013', '--data', join(folder, 'no.csv'))
    expect(missing.code).toBe(1)
    expect(missing.stderr).toContain("can't be read")
  })

  test('wrong usage: exit 2, and what to do', async () => {
    for (const [argv, says] of [
      [[standard], 'Add --year'],
      [[standard, '--year', '13'], '--year is «13»'],
      [[standard, '--year', '2013', '--format', 'xls'], 'did you mean xlsx?'],
      [[standard, '--year', '2013', '--out', 'report.doc'], 'the ending of --out'],
      [[`${standard}0`, '--year', '2013'], `did you mean ${standard}`],
      [[], '--list shows the ids'],
      [[standard, '--questionnaire', '--data', 'x'], 'takes no --data'],
    ] as const) {
      const {code, stderr} = await run(...argv)
      expect({argv, code}).toEqual({argv, code: 2})
      expect(stderr).toContain(says)
    }
    const excluded = standards.find(({status}) => status === 'excluded')
    expect((await run(excluded?.id ?? '', '--year', '2013')).stderr).toContain('the act no longer holds its text')
  })

  test('answers to the questionnaire are counted; the questionnaire is written', async () => {
    const survey = write('answers.csv', 'respondent;indicator-2.1\n1;иә\n2;жоқ\n3;айта алмаймын\n')
    const {code, stdout, stderr} = await run(standard, '--year', '2013', '--survey', survey, '--json')
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as FilledReport).values.find((value) => value.code === '2.1')).toMatchObject({
      numerator: 1,
      denominator: 2,
      percent: 50,
    })
    expect(stderr).toContain('warning: indicator 1.1 has no value')
    expect((await run(standard, '--questionnaire', '--format', 'html')).stdout).toContain('қанағаттанасыз ба?')
  })
})
