/** The report as CSV: a heading in Kazakh, the names of the columns, the office, a line for each indicator. */
import {csv} from '../exports/csv.ts'
import {decimal, evaluate} from './compute.ts'
import {COLUMNS_CODE, GRID_COLUMNS, groupedRows, indicatorCode, MARK_CODE, markOf, META_CODES, metaText} from './grid.ts'
import {printedLabel, type ReportContext} from './indicators.ts'
import {META_FIELDS, type ReportData} from './model.ts'
import {wordingOf, type ReportTemplates, type Word} from './words.ts'

/** Words for the fields about the office. */
export const META_WORDS: Readonly<Record<(typeof META_FIELDS)[number], Word>> = {
  year: 'year',
  office: 'office',
  region: 'region',
  filledBy: 'filled-by',
  date: 'date',
}

/**
 * @returns UTF-8 text with a byte order mark, semicolons, decimal commas and CRLF line ends: what spreadsheets of Kazakhstan open
 * @throws Error when the annex has no indicators
 */
export function renderReportCsv(context: ReportContext, {reports, report}: {reports: ReportTemplates; report: ReportData}): string {
  const wording = wordingOf(context, reports)
  const filled = evaluate(context, report)
  const results = new Map(filled.values.map((result) => [result.code, result]))
  const headings: Record<(typeof GRID_COLUMNS)[number], string> = {
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
  }
  const full = (cells: (string | number | null)[]): (string | number | null)[] => [
    ...cells,
    ...Array.from({length: GRID_COLUMNS.length - cells.length}, () => null),
  ]
  const percent = (value: number | null | undefined): string => decimal(value ?? null)
  const rows = groupedRows(context).flatMap((group) => group.rows)
  return csv(
    [
      GRID_COLUMNS.map((column) => headings[column]),
      [COLUMNS_CODE, ...GRID_COLUMNS.slice(1)],
      full([MARK_CODE, wording.word('mark'), markOf(filled)]),
      ...META_FIELDS.map((field) => full([META_CODES[field], wording.word(META_WORDS[field]), metaText(filled, field)])),
      ...rows.map((row) => {
        const result = results.get(row.key)
        return [
          indicatorCode(row.key),
          printedLabel(row),
          // words in place of a norm stay as printed
          row.printedNorm === null && row.normative !== '' ? row.normative : percent(result?.norm),
          percent(result?.target),
          result?.numerator ?? null,
          result?.denominator ?? null,
          result?.basis === 'percent' ? percent(result.percent) : null,
          percent(result?.percent),
          // as numbers: with the minus sign of print, «−2,22», spreadsheets take them for a text
          result?.normDeviation ?? null,
          result?.targetDeviation ?? null,
          result?.normMet == null ? null : wording.word(result.normMet ? 'yes' : 'no'),
        ]
      }),
    ],
    ';',
  )
}
