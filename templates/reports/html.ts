/** The report as a page of its own: no files beside it, no script, prints on A4. */
import {barOf, SCALE, type Bar} from './chart.ts'
import {decimal, evaluate, signed} from './compute.ts'
import {groupedRows, markOf, metaText} from './grid.ts'
import {printedLabel, type ReportContext} from './indicators.ts'
import {META_WORDS} from './csv.ts'
import {META_FIELDS, type ReportData, type ReportResult} from './model.ts'
import {wordingOf, type ReportTemplates} from './words.ts'

/** Where a bar's parts stand, as SVG takes it. */
const drawn = (bar: Bar): object => ({
  value: `${String(bar.value)}%`,
  norm: bar.norm === null ? null : `${String(bar.norm)}%`,
  target: bar.target === null ? null : `${String(bar.target)}%`,
})

/**
 * @returns HTML; every text is escaped
 * @throws Error when the annex has no indicators
 */
export function renderReportHtml(context: ReportContext, {reports, report}: {reports: ReportTemplates; report: ReportData}): string {
  const wording = wordingOf(context, reports)
  const filled = evaluate(context, report)
  const results = new Map(filled.values.map((result) => [result.code, result]))
  const isFilled = filled.values.some(({percent}) => percent !== null)
  const {word, columns} = wording
  const cellsOf = (result: ReportResult | undefined, printedNorm: string): object[] => [
    {text: printedNorm || decimal(result?.norm ?? null)},
    {text: decimal(result?.target ?? null)},
    {text: decimal(result?.numerator ?? null)},
    {text: decimal(result?.denominator ?? null)},
    {text: decimal(result?.percent ?? null), strong: true},
    ...(isFilled
      ? [
          {text: signed(result?.normDeviation ?? null)},
          {text: signed(result?.targetDeviation ?? null)},
          {text: result?.normMet == null ? '' : word(result.normMet ? 'yes' : 'no')},
        ]
      : []),
  ]
  const groups = groupedRows(context)
  return reports.page({
    repealed: wording.repealed,
    documentTitle: wording.documentTitle,
    statusWord: wording.statusWord,
    status: wording.status,
    head: wording.head,
    title: wording.title,
    mark: markOf(filled),
    isFilled,
    help: isFilled ? null : word('help'),
    meta: META_FIELDS.filter((field) => field !== 'date').map((field) => ({
      code: META_WORDS[field],
      label: word(META_WORDS[field]),
      text: metaText(filled, field),
    })),
    columns: [
      columns.indicator,
      columns.norm,
      columns.target,
      word('numerator'),
      word('denominator'),
      columns.current,
      ...(isFilled ? [word('norm-deviation'), word('target-deviation'), word('norm-met')] : []),
    ],
    groups: groups.map(({heading, rows}) => ({
      heading,
      span: isFilled ? 9 : 6,
      rows: rows.map((row) => ({code: row.code, label: row.label, cells: cellsOf(results.get(row.key), row.normative)})),
    })),
    chartTitle: word('chart-title'),
    legend: {value: word('legend-value'), norm: word('legend-norm'), target: word('legend-target')},
    scale: SCALE.map((mark) => ({at: `${String(mark)}%`, mark})),
    charts: groups
      .flatMap(({rows}) => rows)
      .flatMap((row, index) => {
        const result = results.get(row.key)
        const bar = result ? barOf(result) : null
        return result && bar ? [{index, label: printedLabel(row), bar: drawn(bar), sentence: wording.result(result)}] : []
      }),
    signatureLabel: word('signature'),
    dateLabel: word('date'),
    date: filled.date,
    footer: wording.footer,
  })
}
