/** The summary as a workbook: totals, regions, offices, what is missing, what is wrong. Every text is stored as text, never as a formula. */
import {writeXlsx, type Cell, type CellStyle, type CellValue, type ColumnDef, type WriteSheet} from 'hucre/xlsx'
import {legibleIn} from '../../legible.ts'
import {cellText} from '../cell-text.ts'
import {difference} from '../compute.ts'
import type {CollectionSummary, IndicatorSummary, Sum} from './summary.ts'
import {collectTemplates} from './words.ts'

const FONT = {name: 'Arial', size: 10} as const
const HEAD: CellStyle = {
  font: {...FONT, bold: true},
  alignment: {wrapText: true, vertical: 'center'},
  border: {bottom: {style: 'medium', color: {rgb: '14202A'}}},
  fill: {type: 'pattern', pattern: 'solid', fgColor: {rgb: 'EEF2F5'}},
}
const TEXT: CellStyle = {font: FONT, alignment: {wrapText: true, vertical: 'top'}}
const COUNT: CellStyle = {font: FONT, numFmt: '#,##0', alignment: {vertical: 'top'}}
const SHARE: CellStyle = {font: FONT, numFmt: '0.00', alignment: {vertical: 'top'}}

interface Column<Row> {
  /** Name of the heading in words.hbs. */
  heading: string
  width: number
  kind: 'text' | 'count' | 'share'
  of(row: Row): CellValue
}

const STYLES = {text: TEXT, count: COUNT, share: SHARE} as const

/** Rows of a worksheet, by the format. */
const MOST_ROWS = 1_048_576

/** @returns the workbook's bytes; equal summaries give equal bytes */
export async function renderSummaryXlsx(given: CollectionSummary): Promise<Uint8Array> {
  const summary = legibleIn(given)
  const {word} = collectTemplates()
  const {standards} = summary
  const totals = standards.flatMap((standard) => standard.indicators.map((indicator) => ({standard, indicator, sum: indicator.total})))
  const regions = standards.flatMap((standard) =>
    standard.indicators.flatMap((indicator) =>
      indicator.regions.map((sum) => ({standard, indicator, sum, region: sum.region || word('region-unknown')})),
    ),
  )
  const offices = standards.flatMap((standard) =>
    standard.reports.flatMap((report) =>
      standard.indicators.map((indicator, index) => ({standard, report, indicator, value: report.values[index] ?? null})),
    ),
  )
  const moment = new Date(Date.UTC(summary.year, 11, 31))
  return writeXlsx({
    defaultFont: FONT,
    properties: {title: `${word('title')}, ${String(summary.year)}`, creator: 'Qyzmet', created: moment, modified: moment},
    sheets: [
      table('sheet-total', totals, [
        text('annex', 14, ({standard}) => standard.annex),
        text('standard', 40, ({standard}) => standard.title),
        text('code', 8, ({indicator}) => indicator.code),
        text('indicator', 48, ({indicator}) => indicator.label),
        ...sumColumns<(typeof totals)[number]>(),
      ]),
      table('sheet-regions', regions, [
        text('annex', 14, ({standard}) => standard.annex),
        text('standard', 40, ({standard}) => standard.title),
        text('code', 8, ({indicator}) => indicator.code),
        text('region', 26, ({region}) => region),
        ...sumColumns<(typeof regions)[number]>(),
      ]),
      table('sheet-offices', offices, [
        text('region', 26, ({report}) => report.region || word('region-unknown')),
        text('office', 48, ({report}) => report.office),
        text('office-id', 24, ({report}) => report.id ?? ''),
        text('annex', 14, ({standard}) => standard.annex),
        text('code', 8, ({indicator}) => indicator.code),
        count('numerator', ({value}) => value?.numerator ?? null),
        count('denominator', ({value}) => value?.denominator ?? null),
        share('share', ({value}) => value?.percent ?? null),
        text('basis', 14, ({value}) =>
          value === null ? word('no-share') : word(value.numerator === null ? 'basis-percent' : 'basis-counts'),
        ),
        share('norm', ({value}) => value?.norm ?? null),
        share('deviation', ({value}) => (value?.norm == null ? null : difference(value.percent, value.norm))),
        share('target', ({value}) => value?.target ?? null),
        text('file', 40, ({report}) => report.file),
      ]),
      table(
        'sheet-missing',
        standards.flatMap(({annex, title, missing}) => missing.map((one) => ({...one, annex, title}))),
        [
          text('region', 26, ({region}) => region || word('region-unknown')),
          text('office', 48, ({office}) => office),
          text('office-id', 24, ({id}) => id ?? ''),
          text('annex', 14, ({annex}) => annex),
          text('standard', 60, ({title}) => title),
        ],
      ),
      table('sheet-findings', summary.findings, [
        text('kind', 12, ({severity}) => word(`kind-${severity}`)),
        text('file', 48, ({file}) => file),
        text('place', 18, ({place}) => place),
        text('rule', 56, ({rule}) => word(`rule-${rule}`)),
        text('value', 40, ({value}) => value),
        text('code', 26, ({rule}) => rule),
      ]),
    ],
  })
}

const text = <Row>(heading: string, width: number, of: (row: Row) => string): Column<Row> => ({
  heading,
  width,
  kind: 'text',
  of: (row) => cellText(of(row)),
})
const count = <Row>(heading: string, of: (row: Row) => number | null): Column<Row> => ({heading, width: 13, kind: 'count', of})
const share = <Row>(heading: string, of: (row: Row) => number | null): Column<Row> => ({heading, width: 13, kind: 'share', of})

function sumColumns<Row extends {sum: Sum; indicator: IndicatorSummary}>(): Column<Row>[] {
  return [
    share('norm', ({sum}) => sum.norm),
    count('reports', ({sum}) => sum.reports),
    count('with-counts', ({sum}) => sum.counted),
    count('numerator', ({sum}) => (sum.counted > 0 ? sum.numerator : null)),
    count('denominator', ({sum}) => (sum.counted > 0 ? sum.denominator : null)),
    share('weighted', ({sum}) => sum.share),
    share('deviation', ({sum}) => (sum.share === null || sum.norm === null ? null : difference(sum.share, sum.norm))),
    count('percent-only', ({sum}) => sum.percentOnly),
    share('mean', ({sum}) => sum.mean),
    count('no-value', ({sum}) => sum.missing),
    share('least', ({sum}) => sum.least),
    share('greatest', ({sum}) => sum.greatest),
    count('meets', ({sum}) => sum.meets),
    count('judged', ({sum}) => sum.judged),
  ]
}

function table<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): WriteSheet {
  const {word} = collectTemplates()
  const shown = rows.slice(0, MOST_ROWS - 1)
  const heads = new Map<string, Partial<Cell>>(
    columns.map(({heading}, index) => [`0,${String(index)}`, {value: word(heading), type: 'string', style: HEAD}]),
  )
  return {
    name: word(name),
    columns: columns.map(({width, kind}): ColumnDef => ({width, style: STYLES[kind]})),
    rows: [columns.map(({heading}): CellValue => word(heading)), ...shown.map((row) => columns.map(({of}) => of(row)))],
    cells: heads,
    rowDefs: new Map([[0, {height: 54}]]),
    freezePane: {rows: 1},
    autoFilter: {range: `A1:${String.fromCharCode(64 + columns.length)}${String(shown.length + 1)}`},
    pageSetup: {paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1'},
  }
}
