/**
 * The summary as pages: one over all standards, one for each. They need no other file and no script, and print on A4.
 *
 * Bars: solid for the weighted share; hatched, above or in its place, for the plain mean of reports without counts; a line for the norm.
 */
import {legibleIn} from '../../legible.ts'
import {decimal} from '../compute.ts'
import {compareRegions, compareText} from './offices.ts'
import type {CollectionSummary, IndicatorSummary, OfficeReport, StandardSummary, Sum} from './summary.ts'
import {collectTemplates} from './words.ts'

/** Rows of a list on the page over all standards; the rest is in the workbook and the JSON. */
const MOST_LISTED = 1000

/** Width of a bar's drawing, and where its scale has marks. */
const WIDTH = 200
const TICKS = [50, 100, 150]

/** Path of a standard's page under the folder of the summary. */
export const standardPage = ({annex}: Pick<StandardSummary, 'annex'>): string => `standards/${annex.replaceAll('/', '-')}.html`

/** @returns pages by path; every text is escaped */
export function renderSummaryPages(given: CollectionSummary): Map<string, string> {
  const summary = legibleIn(given)
  const templates = collectTemplates()
  return new Map([
    ['summary.html', templates.index(indexData(summary))],
    ...summary.standards.map((standard) => [standardPage(standard), templates.standard(standardData(standard, summary))] as const),
  ])
}

function barData({share, mean, norm}: Pick<Sum, 'share' | 'mean' | 'norm'>): object {
  const at = (percent: number | null): number => Math.round(((percent ?? 0) * WIDTH) / 10) / 10
  const both = share !== null && mean !== null
  return {
    ticks: TICKS,
    hasShare: share !== null,
    share: at(share),
    shareTop: 3,
    shareHeight: both ? 9 : 14,
    hasMean: mean !== null,
    mean: at(mean),
    meanTop: both ? 12 : 3,
    meanHeight: both ? 5 : 14,
    hasNorm: norm !== null,
    norm: at(norm),
  }
}

function legend(): object[] {
  const {word} = collectTemplates()
  const only = {share: null, mean: null, norm: null}
  return [
    {text: word('legend-share'), bar: barData({...only, share: 70})},
    {text: word('legend-mean'), bar: barData({...only, mean: 70})},
    {text: word('legend-norm'), bar: barData({...only, norm: 70})},
  ]
}

const labelOf = ({code, label}: IndicatorSummary): string => (code.startsWith('row-') ? label : `${code}. ${label}`)
/** «12 345»: a narrow space that no line breaks at. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3}){1,9}$)/gu, '\u202f')
const regionName = (region: string): string => region || collectTemplates().word('region-unknown')
const hasPercentOnly = ({indicators}: StandardSummary): boolean => indicators.some(({total}) => total.percentOnly > 0)

function basisOf({expected}: CollectionSummary): string {
  return collectTemplates().word(expected === 'register' ? 'missing-register' : 'missing-collection')
}

function indexData(summary: CollectionSummary): object {
  const {word} = collectTemplates()
  const {standards, findings} = summary
  const errors = findings.filter(({severity}) => severity === 'error')
  const missing = missingByOffice(standards)
  return {
    year: summary.year,
    figures: [
      {label: word('files'), value: grouped(summary.files.read)},
      {label: word('reports-counted'), value: grouped(summary.files.counted)},
      {label: word('offices'), value: grouped(summary.offices)},
      {label: word('standards'), value: grouped(standards.length)},
      {label: word('missing'), value: grouped(standards.reduce((sum, standard) => sum + standard.missing.length, 0))},
      {label: word('errors'), value: grouped(errors.length)},
      {label: word('warnings'), value: grouped(findings.length - errors.length)},
    ],
    legend: legend(),
    hasPercentOnly: standards.some(hasPercentOnly),
    standards: standards.map((standard) => ({
      href: standardPage(standard),
      title: standard.title,
      annex: standard.annex,
      reports: grouped(standard.reports.length),
      missing: grouped(standard.missing.length),
      indicators: standard.indicators.map((indicator) => {
        const {total} = indicator
        const isMet = metBy(indicator)
        return {
          label: labelOf(indicator),
          norm: decimal(total.norm),
          share: total.share === null ? '' : decimal(total.share),
          counts: total.counted === 0 ? '' : `${grouped(total.numerator)} / ${grouped(total.denominator)}`,
          mean: total.mean === null ? '' : `${decimal(total.mean)} (${grouped(total.percentOnly)})`,
          verdict: isMet === null ? null : word(isMet ? 'met' : 'unmet'),
          verdictClass: isMet === false ? 'unmet' : '',
          bar: barData(total),
        }
      }),
    })),
    missingBasis: basisOf(summary),
    missing: missing.slice(0, MOST_LISTED),
    missingCut: missing.length > MOST_LISTED,
    findings: [...errors, ...findings.filter(({severity}) => severity !== 'error')].slice(0, MOST_LISTED).map((one) => ({
      ...one,
      kind: word(`kind-${one.severity}`),
      text: word(`rule-${one.rule}`),
    })),
    findingsCut: findings.length > MOST_LISTED,
  }
}

/** One line an office, with every report that lacks. */
function missingByOffice(standards: readonly StandardSummary[]): {region: string; office: string; annexes: string}[] {
  const all = standards.flatMap(({annex, missing}) => missing.map((one) => ({...one, annex})))
  return [...Map.groupBy(all, ({office, region, id}) => JSON.stringify([office, region, id])).values()]
    .flatMap(([first, ...rest]) =>
      first ? [{region: first.region, office: first.office, annexes: [first, ...rest].map(({annex}) => annex).join(', ')}] : [],
    )
    .sort((a, b) => compareRegions(a.region, b.region) || compareText(a.office, b.office))
}

/** Whether the weighted share meets the norm. */
function metBy({total, better}: IndicatorSummary): boolean | null {
  if (total.share === null || total.norm === null) return null
  return better === 'more' ? total.share >= total.norm : total.share <= total.norm
}

function standardData(standard: StandardSummary, summary: CollectionSummary): object {
  return {
    title: standard.title,
    annex: standard.annex,
    year: summary.year,
    reports: grouped(standard.reports.length),
    missingCount: grouped(standard.missing.length),
    legend: legend(),
    hasPercentOnly: hasPercentOnly(standard),
    indicators: standard.indicators.map((indicator) => ({
      label: labelOf(indicator),
      norm: decimal(indicator.total.norm),
      less: indicator.better === 'less',
      meets: `${grouped(indicator.total.meets)} / ${grouped(indicator.total.judged)}`,
      total: sumData(indicator.total),
      regions: indicator.regions.map((region) => ({...sumData(region), region: regionName(region.region)})),
    })),
    codes: standard.indicators.map(({code}) => code),
    offices: standard.reports.map((report) => ({...report, region: regionName(report.region), cells: cellsOf(report, standard)})),
    missingBasis: basisOf(summary),
    missing: standard.missing,
  }
}

function sumData(sum: Sum): object {
  return {
    reports: grouped(sum.reports),
    numerator: sum.counted === 0 ? '' : grouped(sum.numerator),
    denominator: sum.counted === 0 ? '' : grouped(sum.denominator),
    share: sum.share === null ? '' : decimal(sum.share),
    percentOnly: sum.percentOnly === 0 ? '' : grouped(sum.percentOnly),
    mean: sum.mean === null ? '' : decimal(sum.mean),
    bar: barData(sum),
  }
}

function cellsOf({values}: OfficeReport, {indicators}: StandardSummary): object[] {
  return values.map((value, index) => {
    if (!value) return {text: '—'}
    const isMore = indicators[index]?.better !== 'less'
    const unmet = value.norm !== null && (isMore ? value.percent < value.norm : value.percent > value.norm)
    if (value.numerator === null || value.denominator === null) return {text: `${decimal(value.percent)}*`, unmet}
    return {text: decimal(value.percent), counts: `${grouped(value.numerator)} / ${grouped(value.denominator)}`, unmet}
  })
}
