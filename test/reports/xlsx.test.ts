/** The workbook, read back: types, locks, checks, formulas, print set-up. */
import {strFromU8, unzipSync} from 'fflate'
import {readXlsx, type Cell, type Sheet} from 'hucre/xlsx'
import {beforeAll, describe, expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {GRID_COLUMNS} from '../../templates/reports/grid.ts'
import {renderReportXlsx} from '../../templates/reports/index.ts'
import {readMark} from '../../templates/reports/model.ts'
import {context} from '../pdf/blanks.ts'
import {EMPLOYMENT_INDICATORS, MEDIA_INDICATORS, MILITARY_INDICATORS} from './indicators.ts'
import {reportOf} from './support.ts'

const assets = loadAssets()

/** A sheet by the codes of its first column and the names of its columns. */
class Book {
  readonly sheet: Sheet
  readonly rows = new Map<string, number>()

  constructor(sheet: Sheet) {
    this.sheet = sheet
    for (const [index, [code]] of sheet.rows.entries()) if (typeof code === 'string' && !this.rows.has(code)) this.rows.set(code, index)
  }

  static async of(bytes: Uint8Array): Promise<Book> {
    const {sheets} = await readXlsx(bytes, {readStyles: true})
    if (!sheets[0]) throw new Error('the workbook has no sheet')
    return new Book(sheets[0])
  }

  cell(code: string, column: (typeof GRID_COLUMNS)[number]): Cell | undefined {
    return this.sheet.cells?.get(`${String(this.rows.get(code))},${String(GRID_COLUMNS.indexOf(column))}`)
  }

  value(code: string, column: (typeof GRID_COLUMNS)[number]): unknown {
    return this.sheet.rows[this.rows.get(code) ?? -1]?.[GRID_COLUMNS.indexOf(column)]
  }

  /** «E14» */
  ref(code: string, column: (typeof GRID_COLUMNS)[number]): string {
    return `${String.fromCharCode(65 + GRID_COLUMNS.indexOf(column))}${String((this.rows.get(code) ?? -1) + 1)}`
  }

  isOpen(code: string, column: (typeof GRID_COLUMNS)[number]): boolean {
    return this.cell(code, column)?.style?.protection?.locked === false
  }
}

let printed: Book
let open: Book
const military = context(MILITARY_INDICATORS)
beforeAll(async () => {
  const report = reportOf(
    military,
    {'1.1': {numerator: 198, denominator: 200, target: 100}, '3.1': {percent: 75.5}},
    {office: '=HYPERLINK("x")', region: '+7', filledBy: '@a', date: '-1'},
  )
  printed = await Book.of(await renderReportXlsx(military, {assets, report}))
  open = await Book.of(await renderReportXlsx(context(MEDIA_INDICATORS), {assets}))
})

describe('workbook', () => {
  test('numbers are numbers, texts are texts, whatever they begin with', () => {
    expect(printed.value('indicator-1.1', 'numerator')).toBe(198)
    expect(printed.value('indicator-1.1', 'norm')).toBe(95)
    expect(printed.value('year', 'norm')).toBe(2013)
    expect(['office', 'region', 'filled-by', 'date'].map((code) => printed.value(code, 'norm'))).toEqual([
      '=HYPERLINK("x")',
      '+7',
      '@a',
      '-1',
    ])
    for (const code of ['office', 'region', 'filled-by', 'date']) {
      expect(printed.cell(code, 'norm')?.formula).toBeUndefined()
      // what is typed there later stays text as well
      expect(printed.cell(code, 'norm')?.style?.numFmt).toBe('@')
    }
  })

  test('what workbooks read as characters is read as it was typed; what XML forbids does not damage the file', async () => {
    const report = reportOf(military, {}, {office: '_x202E_ _x0041_ _x005F_', region: 'а\ufffeб\ud800в', filledBy: 'а\u0000б'})
    const bytes = await renderReportXlsx(military, {assets, report})
    const book = await Book.of(bytes)
    expect(book.value('office', 'norm')).toBe('_x202E_ _x0041_ _x005F_')
    expect(book.value('region', 'norm')).toBe('а\ufffdб\ufffdв')
    expect(book.value('filled-by', 'norm')).toBe('а\u0000б')
    const strings = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(strings).toContain('_x005F_x202E_')
    expect(strings).not.toMatch(/[\u0000-\u0008\ufffe\uffff]/u)
  })

  test('labels and printed norms are locked, what is filled in is open', () => {
    expect(printed.sheet.protection?.sheet).toBe(true)
    for (const column of ['code', 'label', 'norm', 'current', 'normDeviation', 'normMet'] as const)
      expect(printed.isOpen('indicator-1.1', column), column).toBe(false)
    for (const column of ['target', 'numerator', 'denominator', 'percent'] as const)
      expect(printed.isOpen('indicator-1.1', column), column).toBe(true)
    expect(open.isOpen('indicator-1.1', 'norm')).toBe(true)
    for (const code of ['year', 'office', 'region', 'filled-by', 'date']) expect(open.isOpen(code, 'norm'), code).toBe(true)
  })

  test('shares take 0-100, counts whole numbers in their order, the year four digits', () => {
    const rule = (book: Book, ref: string) => book.sheet.dataValidations?.find(({range}) => range === ref)
    for (const column of ['target', 'percent'] as const) {
      expect(rule(printed, printed.ref('indicator-3.1', column))).toMatchObject({
        type: 'decimal',
        formula1: '0',
        formula2: '100',
        errorStyle: 'stop',
      })
    }
    expect(rule(printed, printed.ref('indicator-3.1', 'norm'))).toBeUndefined()
    expect(rule(open, open.ref('indicator-3.1', 'norm'))).toMatchObject({type: 'decimal', formula2: '100'})
    const [n, d] = [printed.ref('indicator-3.1', 'numerator'), printed.ref('indicator-3.1', 'denominator')]
    expect(rule(printed, n)).toMatchObject({type: 'whole', formula1: '0', formula2: `IF(ISNUMBER(${d}),${d},999999999)`})
    expect(rule(printed, d)).toMatchObject({type: 'whole', formula1: `MAX(1,N(${n}))`})
    expect(rule(printed, printed.ref('year', 'norm'))).toMatchObject({type: 'whole', formula1: '1990'})
  })

  test('share, deviations and what is met are formulas, with their results beside them', () => {
    const [n, d, p, c] = (['numerator', 'denominator', 'percent', 'current'] as const).map((column) => printed.ref('indicator-1.1', column))
    expect(printed.cell('indicator-1.1', 'current')?.formula).toBe(
      `IF(AND(ISNUMBER(${n}),ISNUMBER(${d}),N(${d})>0),ROUND(100*${n}/${d},2),IF(ISNUMBER(${p}),ROUND(${p},2),""))`,
    )
    expect(printed.cell('indicator-1.1', 'normDeviation')?.formula).toContain(`ROUND(${c}-${printed.ref('indicator-1.1', 'norm')},2)`)
    const results = (code: string) =>
      (['current', 'normDeviation', 'targetDeviation', 'normMet'] as const).map((column) => printed.value(code, column))
    expect(results('indicator-1.1')).toEqual([99, 4, -1, 'иә'])
    expect(results('indicator-3.1').slice(0, 2)).toEqual([75.5, -4.5])
    expect(results('indicator-3.1')[3]).toBe('жоқ')
  })

  test('a share of complaints is met from below', async () => {
    const book = await Book.of(await renderReportXlsx(context(EMPLOYMENT_INDICATORS), {assets}))
    expect(book.cell('indicator-4.1', 'normMet')?.formula).toContain('<=0')
    expect(book.cell('indicator-4.2', 'normMet')?.formula).toContain('>=0')
  })

  test('prints on A4 across, the heading on every sheet; the repeal is said first', () => {
    const head = printed.sheet.rows.findIndex(([code]) => code === 'Коды') + 1
    expect(printed.sheet.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${String(head)}:$${String(head)}`,
    })
    expect(printed.sheet.rows[0]?.[0]).toMatch(/^Күшін жойған\./u)
  })

  test('the mark is in a cell, a name and a property; names lead to what the office says of itself', async () => {
    const bytes = await renderReportXlsx(military, {assets, report: reportOf(military, {})})
    const {properties, namedRanges = [], sheets} = await readXlsx(bytes)
    const mark = properties?.custom?.['qyzmet_template']
    expect(readMark(String(mark))).toMatchObject({annex: '2009-2223-4/3', year: 2013})
    const at = (name: string): unknown => {
      const {column = '', row = ''} =
        /\$(?<column>[A-Z])\$(?<row>\d+)$/u.exec(namedRanges.find((one) => one.name === name)?.range ?? '')?.groups ?? {}
      return sheets[0]?.rows[Number(row) - 1]?.[column.charCodeAt(0) - 65]
    }
    expect(at('qyzmet_template')).toBe(mark)
    expect(at('qyzmet_year')).toBe(2013)
    expect(namedRanges.map(({name}) => name)).toContain('qyzmet_filled_by')
  })

  test('equal arguments give equal bytes', async () => {
    const [one, other] = [await renderReportXlsx(military, {assets}), await renderReportXlsx(military, {assets})]
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
