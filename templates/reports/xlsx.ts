/**
 * The report as a workbook: one sheet, the same codes and columns as the CSV. What is printed is locked, what is filled in is open and
 * checked while it is typed; shares, deviations and what is met are formulas.
 */
import {writeXlsx, type Cell, type CellStyle, type DataValidation} from 'hucre/xlsx'
import {cellText} from './cell-text.ts'
import {META_WORDS} from './csv.ts'
import {evaluate} from './compute.ts'
import {COLUMNS_CODE, GRID_COLUMNS, groupedRows, indicatorCode, MARK_CODE, markOf, META_CODES, META_COLUMN, metaText} from './grid.ts'
import type {GridColumn} from './grid.ts'
import {printedLabel, type ReportContext, type ReportRow} from './indicators.ts'
import {META_FIELDS, type ReportData, type ReportResult} from './model.ts'
import {wordingOf, type ReportTemplates, type Wording} from './words.ts'

/** Name of the document property and of the defined name that hold the template's mark. */
export const XLSX_MARK_NAME = 'qyzmet_template'

const FONT = {name: 'Arial', size: 10} as const
const INK = {rgb: '14202A'}
const GREY = {rgb: '4A5964'}
const RED = {rgb: 'B3201B'}
const LINE = {style: 'thin', color: {rgb: '76848F'}} as const
const BORDER = {top: LINE, right: LINE, bottom: LINE, left: LINE}
/** Ground of what is to be filled in; light enough to print as white. */
const OPEN_FILL = {type: 'pattern', pattern: 'solid', fgColor: {rgb: 'FFF8E1'}} as const
const HEAD_FILL = {type: 'pattern', pattern: 'solid', fgColor: {rgb: 'EEF2F5'}} as const

const OPEN = {locked: false}
/** As typed: «0.##» would show 95 as «95.». */
const PERCENT_FORMAT = 'General'
const SHARE_FORMAT = '0.00'
const DEVIATION_FORMAT = '+0.00;−0.00;0'
const COUNT_FORMAT = '0'
const TEXT_FORMAT = '@'

const label: CellStyle = {
  font: {...FONT, color: INK},
  border: BORDER,
  alignment: {wrapText: true, vertical: 'center', horizontal: 'left', indent: 1},
}
const code: CellStyle = {font: {...FONT, size: 8, color: GREY}, border: BORDER, alignment: {vertical: 'center'}}
const heading: CellStyle = {...label, font: {...FONT, bold: true, color: INK}, fill: HEAD_FILL}
const columnHead: CellStyle = {...heading, alignment: {wrapText: true, horizontal: 'center', vertical: 'center'}}
const textInput: CellStyle = {...label, numFmt: TEXT_FORMAT, fill: OPEN_FILL, protection: OPEN}
const yearInput: CellStyle = {
  ...label,
  numFmt: COUNT_FORMAT,
  fill: OPEN_FILL,
  protection: OPEN,
  alignment: {horizontal: 'left', vertical: 'center', indent: 1},
}
const centred = {horizontal: 'center', vertical: 'center', wrapText: true} as const
const countInput: CellStyle = {...label, numFmt: COUNT_FORMAT, fill: OPEN_FILL, protection: OPEN, alignment: centred}
const percentInput: CellStyle = {...countInput, numFmt: PERCENT_FORMAT}
const percentCell: CellStyle = {...label, numFmt: PERCENT_FORMAT, alignment: centred}
const shareCell: CellStyle = {...percentCell, numFmt: SHARE_FORMAT}
const deviationCell: CellStyle = {...percentCell, numFmt: DEVIATION_FORMAT}

const WIDTHS: Readonly<Record<GridColumn, number>> = {
  code: 14,
  label: 48,
  norm: 13,
  target: 13,
  numerator: 13,
  denominator: 12,
  percent: 14,
  current: 14,
  normDeviation: 14,
  targetDeviation: 15,
  normMet: 13,
}
/** The greatest count that is believed. */
const MOST = 999_999_999

const letter = (column: GridColumn): string => String.fromCharCode(65 + GRID_COLUMNS.indexOf(column))

type Cells = Map<string, Partial<Cell>>

/** The sheet as it is put together, a row after another. */
class SheetWriter {
  readonly cells: Cells = new Map()
  readonly rowDefs = new Map<number, {height?: number; hidden?: boolean}>()
  readonly merges: {startRow: number; startCol: number; endRow: number; endCol: number}[] = []
  readonly validations: DataValidation[] = []
  row = 0

  /** Number of the row as spreadsheets count, from 1. */
  get number(): number {
    return this.row + 1
  }

  set(column: number, value: string | number | null, style: CellStyle): void {
    this.cells.set(`${String(this.row)},${String(column)}`, {
      value: typeof value === 'string' ? cellText(value) : value,
      type: value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string',
      style,
    })
  }

  formula(column: number, formula: string, result: string | number | null, style: CellStyle): void {
    this.cells.set(`${String(this.row)},${String(column)}`, {
      value: result ?? '',
      type: 'formula',
      formula,
      formulaResult: result ?? '',
      style,
    })
  }

  /** One cell over the columns from `first` to the last. */
  across(first: number, value: string | number | null, style: CellStyle): void {
    const last = GRID_COLUMNS.length - 1
    this.set(first, value, style)
    for (let column = first + 1; column <= last; column++) this.set(column, null, style)
    this.merges.push({startRow: this.row, startCol: first, endRow: this.row, endCol: last})
  }

  next(height?: number): void {
    if (height !== undefined) this.rowDefs.set(this.row, {...this.rowDefs.get(this.row), height})
    this.row += 1
  }
}

/** Lines that a text takes in a column of so many characters; words don't fill a line, hence the tenth. */
const linesOf = (text: string, width: number): number => Math.max(1, Math.ceil((text.length * 1.1) / width))
const LINE_HEIGHT = 13.2

/**
 * @param date stands in the file as the date it was made, `YYYY-MM-DD`
 * @returns the workbook's bytes; equal arguments give equal bytes
 * @throws Error when the annex has no indicators
 */
export async function renderReportXlsx(
  context: ReportContext,
  {reports, report, date}: {reports: ReportTemplates; report: ReportData; date: string},
): Promise<Uint8Array> {
  const wording = wordingOf(context, reports)
  const filled = evaluate(context, report)
  const results = new Map(filled.values.map((result) => [result.code, result]))
  const sheet = new SheetWriter()
  const plain = (style: CellStyle): CellStyle => ({...style, alignment: {wrapText: true, vertical: 'center'}})
  const whole = Object.values(WIDTHS).reduce((sum, width) => sum + width, 0)

  if (wording.repealed) {
    const text = `${wording.statusWord}. ${wording.status}`
    sheet.across(0, text, plain({font: {...FONT, size: 12, bold: true, color: RED}}))
    sheet.next(linesOf(text, whole * 0.8) * 17)
  }
  sheet.across(0, wording.head, plain({font: {...FONT, color: GREY}}))
  sheet.next(linesOf(wording.head, whole) * LINE_HEIGHT + 3)
  sheet.across(0, wording.title, plain({font: {...FONT, size: 14, bold: true, color: INK}}))
  sheet.next(24)
  sheet.across(0, wording.word('help'), plain({font: {...FONT, color: INK}}))
  sheet.next(linesOf(wording.word('help'), whole) * LINE_HEIGHT + 6)

  const named: {name: string; range: string}[] = []
  const name = (text: string, column: number): void => {
    named.push({name: text, range: `'${wording.word('sheet')}'!$${String.fromCharCode(65 + column)}$${String(sheet.number)}`})
  }
  for (const field of META_FIELDS) {
    sheet.set(0, META_CODES[field], code)
    sheet.set(1, wording.word(META_WORDS[field]), label)
    sheet.across(META_COLUMN, field === 'year' ? filled.year : metaText(filled, field), field === 'year' ? yearInput : textInput)
    name(`qyzmet_${META_CODES[field].replaceAll('-', '_')}`, META_COLUMN)
    if (field === 'year') {
      sheet.validations.push({
        ...stop(wording, wording.word('year-error')),
        type: 'whole',
        operator: 'between',
        formula1: '1990',
        formula2: '2099',
        range: `${letter('norm')}${String(sheet.number)}`,
      })
    }
    sheet.next(18)
  }
  sheet.next(8)

  GRID_COLUMNS.forEach((column, index) => {
    sheet.set(index, index === 0 ? COLUMNS_CODE : column, code)
  })
  sheet.rowDefs.set(sheet.row, {hidden: true})
  sheet.next()
  const headings = headingsOf(wording)
  const headRow = sheet.number
  GRID_COLUMNS.forEach((column, index) => {
    sheet.set(index, headings[column], columnHead)
  })
  sheet.next(Math.max(...GRID_COLUMNS.map((column) => linesOf(headings[column], WIDTHS[column] * 0.8))) * LINE_HEIGHT + 6)

  const first = sheet.number
  for (const {heading: group, rows} of groupedRows(context)) {
    if (group !== '') {
      sheet.across(0, group, heading)
      sheet.next(18)
    }
    for (const row of rows) {
      writeRow(sheet, wording, row, results.get(row.key))
      sheet.next(linesOf(printedLabel(row), WIDTHS.label - 2) * LINE_HEIGHT + 8)
    }
  }
  const last = sheet.row
  sheet.next(30)
  const under: CellStyle = {font: {...FONT, color: INK}, border: {top: LINE}}
  sheet.set(1, wording.word('signature'), under)
  sheet.next()
  sheet.next(8)
  sheet.set(0, MARK_CODE, {font: {...FONT, size: 8, color: GREY}})
  sheet.set(1, wording.word('mark'), {font: {...FONT, size: 8, color: GREY}})
  sheet.set(META_COLUMN, markOf(filled), {font: {...FONT, size: 8, color: GREY}})
  name(XLSX_MARK_NAME, META_COLUMN)
  sheet.next()

  const moment = new Date(`${date}T00:00:00Z`)
  return writeXlsx({
    defaultFont: FONT,
    properties: {
      title: wording.documentTitle,
      subject: wording.head,
      creator: 'Qyzmet',
      created: moment,
      modified: moment,
      custom: {[XLSX_MARK_NAME]: markOf(filled)},
    },
    namedRanges: named,
    sheets: [
      {
        name: wording.word('sheet'),
        columns: GRID_COLUMNS.map((column) => ({width: WIDTHS[column]})),
        rows: Array.from({length: sheet.row}, () => []),
        cells: sheet.cells,
        rowDefs: sheet.rowDefs,
        merges: sheet.merges,
        dataValidations: sheet.validations,
        conditionalRules: [
          {
            // a share that comes to more than 100, as when counts were pasted past the checks
            type: 'expression',
            priority: 1,
            formula: `AND(ISNUMBER($${letter('numerator')}${String(first)}),ISNUMBER($${letter('denominator')}${String(first)}),$${letter('numerator')}${String(first)}>$${letter('denominator')}${String(first)})`,
            range: `${letter('numerator')}${String(first)}:${letter('current')}${String(last)}`,
            style: {font: {bold: true, color: RED}},
          },
        ],
        protection: {sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true},
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: {top: 0.5, bottom: 0.6, left: 0.6, right: 0.4, header: 0.3, footer: 0.3},
          printTitlesRow: `$${String(headRow)}:$${String(headRow)}`,
          printArea: `$A$1:$${letter('normMet')}$${String(sheet.row)}`,
          horizontalCentered: true,
        },
        headerFooter: {oddFooter: `&L&8${wording.footer.replaceAll('&', '&&')}&R&8&P / &N`},
        view: {showGridLines: false},
        a11y: {summary: wording.documentTitle, headerRow: headRow - 1},
      },
    ],
  })
}

const headingsOf = (wording: Wording): Record<GridColumn, string> => ({
  code: wording.word('code'),
  label: wording.columns.indicator,
  norm: wording.columns.norm,
  target: wording.columns.target,
  numerator: wording.word('numerator'),
  denominator: wording.word('denominator'),
  percent: wording.word('share'),
  current: wording.columns.current,
  normDeviation: wording.word('norm-deviation'),
  targetDeviation: wording.word('target-deviation'),
  normMet: wording.word('norm-met'),
})

const stop = (
  wording: Wording,
  message: string,
): Pick<DataValidation, 'allowBlank' | 'showErrorMessage' | 'errorStyle' | 'errorTitle' | 'errorMessage'> => ({
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: wording.word('error-title'),
  errorMessage: message,
})

function writeRow(sheet: SheetWriter, wording: Wording, row: ReportRow, result: ReportResult | undefined): void {
  const at = (column: GridColumn): string => `${letter(column)}${String(sheet.number)}`
  const index = (column: GridColumn): number => GRID_COLUMNS.indexOf(column)
  const percentRule = (column: GridColumn): void => {
    sheet.validations.push({
      ...stop(wording, wording.word('percent-error')),
      type: 'decimal',
      operator: 'between',
      formula1: '0',
      formula2: '100',
      range: at(column),
    })
  }
  sheet.set(0, indicatorCode(row.key), code)
  sheet.set(1, printedLabel(row), label)
  // what the act prints is locked
  if (row.normative !== '') sheet.set(index('norm'), row.printedNorm ?? row.normative, percentCell)
  else {
    sheet.set(index('norm'), result?.norm ?? null, percentInput)
    percentRule('norm')
  }
  sheet.set(index('target'), result?.target ?? null, percentInput)
  percentRule('target')
  sheet.set(index('numerator'), result?.numerator ?? null, countInput)
  sheet.validations.push({
    ...stop(wording, `${wording.word('count-error')} ${wording.word('order-error')}`),
    type: 'whole',
    operator: 'between',
    formula1: '0',
    formula2: `IF(ISNUMBER(${at('denominator')}),${at('denominator')},${String(MOST)})`,
    range: at('numerator'),
  })
  sheet.set(index('denominator'), result?.denominator ?? null, countInput)
  sheet.validations.push({
    ...stop(wording, `${wording.word('count-error')} ${wording.word('order-error')} ${wording.word('zero-error')}`),
    type: 'whole',
    operator: 'between',
    formula1: `MAX(1,N(${at('numerator')}))`,
    formula2: String(MOST),
    range: at('denominator'),
  })
  sheet.set(index('percent'), result?.basis === 'percent' ? result.percent : null, percentInput)
  percentRule('percent')

  const counted = `AND(ISNUMBER(${at('numerator')}),ISNUMBER(${at('denominator')}),N(${at('denominator')})>0)`
  const given = `IF(ISNUMBER(${at('percent')}),ROUND(${at('percent')},2),"")`
  sheet.formula(
    index('current'),
    `IF(${counted},ROUND(100*${at('numerator')}/${at('denominator')},2),${given})`,
    result?.percent ?? null,
    shareCell,
  )
  const deviation = (limit: GridColumn): string =>
    `IF(AND(ISNUMBER(${at('current')}),ISNUMBER(${at(limit)})),ROUND(${at('current')}-${at(limit)},2),"")`
  sheet.formula(index('normDeviation'), deviation('norm'), result?.normDeviation ?? null, deviationCell)
  sheet.formula(index('targetDeviation'), deviation('target'), result?.targetDeviation ?? null, deviationCell)
  const [yes, no] = [wording.word('yes'), wording.word('no')]
  const met = result?.normMet == null ? null : result.normMet ? yes : no
  const sign = row.better === 'less' ? '<=' : '>='
  sheet.formula(
    index('normMet'),
    `IF(ISNUMBER(${at('normDeviation')}),IF(${at('normDeviation')}${sign}0,"${yes}","${no}"),"")`,
    met,
    percentCell,
  )
}
