/**
 * Reports one after the other → their summary. Of a file only its values are kept; the sums are made at the end, when it is known which
 * reports come twice and which year is meant.
 */
import {roundPercent, shareOf} from '../compute.ts'
import {TEMPLATE_VERSION} from '../model.ts'
import {checkReport, type CheckedReport, type CheckedValue} from './check.ts'
import {finding, type Finding} from './findings.ts'
import type {Known, KnownAnnex, KnownRow} from './known.ts'
import {compareRegions, compareText, type Identity, Offices, type ExpectedOffice} from './offices.ts'
import {suspiciousReports} from './outliers.ts'
import type {FileError} from './raw.ts'
import {type RawReport, type ReportFormat} from './raw.ts'
import type {CollectionSummary, IndicatorSummary, OfficeReport, StandardSummary, Sum} from './summary.ts'

export interface GatherOptions {
  known: Known
  /** The register of offices; without it, missing reports are told from the collection itself. */
  offices?: readonly ExpectedOffice[]
  /** The year that is collected; the one of most reports where left out. */
  year?: number
}

/** A report with its office. */
export interface Gathered {
  report: CheckedReport
  office: Identity
  format: ReportFormat
}

/** Without a register: a standard that at least this share of the offices report on is expected of all of them. */
const USUAL = 0.5

export class Gatherer {
  readonly findings: Finding[] = []
  private readonly known: Known
  private readonly offices: Offices
  private readonly year: number | undefined
  private readonly gathered: Gathered[] = []
  private filesRead = 0
  private reportsFound = 0

  constructor({known, offices = [], year}: GatherOptions) {
    this.known = known
    this.offices = new Offices(offices)
    this.year = year
  }

  /** Takes a file that was read. */
  add(file: string, reports: readonly RawReport[]): void {
    this.filesRead++
    for (const raw of reports) {
      this.reportsFound++
      const {report, findings} = checkReport(raw, file, this.known)
      this.findings.push(...findings)
      if (!report) continue
      const office = this.offices.identify(report, file, report.lettersLost)
      this.gathered.push({report, office, format: raw.format})
    }
  }

  /** Takes a file that could not be read. */
  refuse(file: string, error: FileError): void {
    this.filesRead++
    this.findings.push(finding(error.rule, file, error.message))
  }

  /** The summary; null where not one report can be counted. */
  finish(): CollectionSummary | null {
    this.restoreLetters()
    const year = this.year ?? usualYear(this.gathered)
    const counted = this.withoutTwins(this.ofYear(year))
    if (year === null || counted.length === 0) return null
    const standards = [...Map.groupBy(counted, ({report}) => report.annex)]
      .flatMap(([annex, reports]) => {
        const known = this.known.get(annex)
        return known ? [{known, reports: reports.sort(byOffice)}] : []
      })
      .sort((a, b) => compareIds(a.known.id, b.known.id))
    for (const {known, reports} of standards) this.findings.push(...suspiciousReports(known, reports))
    this.checkOffices(counted)
    const missing = this.missing(standards, counted)
    const order = new Map(this.findings.map((one, index) => [one, index]))
    return {
      contract: 1,
      template: TEMPLATE_VERSION,
      year,
      files: {
        read: this.filesRead,
        reports: this.reportsFound,
        counted: counted.length,
        formats: Object.fromEntries(
          [...Map.groupBy(counted, ({format}) => format)]
            .map(([format, reports]) => [format, reports.length] as const)
            .sort(([a], [b]) => compareText(a, b)),
        ),
      },
      expected: this.offices.expected.length > 0 ? 'register' : 'collection',
      offices: new Set(counted.map(({office}) => office.key)).size,
      standards: standards.map(({known, reports}) => summaryOf(known, reports, missing.get(known.id) ?? [])),
      findings: this.findings.toSorted((a, b) => compareText(a.file, b.file) || (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    }
  }

  /** An office that once lost its letters is the same as it is with them. */
  private restoreLetters(): void {
    const whole = new Map(this.gathered.flatMap(({report, office}) => (report.lettersLost ? [] : [[office.key, office] as const])))
    for (const one of this.gathered) {
      if (one.report.lettersLost && one.office.id === null) one.office = Offices.restore(one.office, whole)
    }
  }

  private ofYear(year: number | null): Gathered[] {
    return this.gathered.filter(({report}) => {
      if (report.year === year) return true
      const why = this.year === undefined ? 'most reports are for' : 'the year collected is'
      this.findings.push(
        finding('other-year', report.file, `a report for ${String(report.year)}, but ${why} ${String(year)}; it is not counted`, {
          value: String(report.year),
        }),
      )
      return false
    })
  }

  /** Of two reports of one office on one standard the first counts where they are equal; where they differ, neither does. */
  private withoutTwins(gathered: readonly Gathered[]): Gathered[] {
    return [...Map.groupBy(gathered, ({report, office}) => `${report.annex}\n${office.key}`).values()].flatMap((twins) => {
      const [first] = twins
      if (!first || twins.length === 1) return twins
      const isSame = new Set(twins.map(({report}) => JSON.stringify(report.values.map(contentOf)))).size === 1
      const files = twins.map(({report}) => placeOf(report))
      for (const [index, {report}] of twins.entries()) {
        if (isSame && index === 0) continue
        const others = files.filter((_, other) => other !== index).join(', ')
        const message = isSame
          ? `a second report of «${first.office.name}» on ${report.annex}, equal to ${files[0] ?? ''}; it is counted once`
          : `«${first.office.name}» reports on ${report.annex} differently in ${others}; none of them is counted`
        this.findings.push(finding('duplicate-report', report.file, message, {place: report.sheet ?? '', value: first.office.name}))
      }
      return isSame ? [first] : []
    })
  }

  private checkOffices(counted: readonly Gathered[]): void {
    const seen = new Set<string>()
    for (const {office, report} of counted) {
      if (seen.has(office.key)) continue
      seen.add(office.key)
      const at = {value: office.name}
      if (office.ambiguous) {
        this.findings.push(
          finding(
            'ambiguous-office',
            report.file,
            `several offices of the register are called «${office.name}»; give the region or the id`,
            at,
          ),
        )
      } else if (office.id === null && this.offices.expected.length > 0) {
        this.findings.push(finding('unknown-office', report.file, `the register has no office «${office.name}»`, at))
      }
      if (office.region === '') this.findings.push(finding('no-region', report.file, `the region of «${office.name}» is not known`, at))
    }
  }

  /** By annex, the offices whose report has not come. */
  private missing(
    standards: readonly {known: KnownAnnex; reports: readonly Gathered[]}[],
    counted: readonly Gathered[],
  ): Map<string, StandardSummary['missing']> {
    const here = new Map(
      [...Map.groupBy(counted, ({office}) => office.key)].flatMap(([key, [first]]) => (first ? [[key, first.office] as const] : [])),
    )
    return new Map(
      standards.map(({known, reports}) => {
        const sent = new Set(reports.map(({office}) => office.key))
        const listed =
          this.offices.expected.length > 0
            ? this.offices.expected
                .filter(({standards: given}) => given === null || given.includes(known.standard.id))
                .map(({id, name, region}) => this.offices.identify({office: id, region: region ?? ''}, name, false))
            : sent.size >= here.size * USUAL
              ? [...here.values()]
              : []
        const lacking = listed
          .filter(({key}) => !sent.has(key))
          .map(({name, id, region}) => ({office: name, id, region}))
          .sort((a, b) => compareRegions(a.region, b.region) || compareText(a.office, b.office))
        return [known.id, lacking] as const
      }),
    )
  }
}

/** The file, with the sheet where it holds several reports. */
const placeOf = ({file, sheet}: CheckedReport): string => (sheet === null ? file : `${file} (${sheet})`)

/** What counts of a value, without its place in the file. */
const contentOf = (value: CheckedValue | null): unknown =>
  value && [value.numerator, value.denominator, value.percent, value.norm, value.target]

function usualYear(gathered: readonly Gathered[]): number | null {
  const years = [...Map.groupBy(gathered, ({report}) => report.year)].map(([year, reports]) => ({year, count: reports.length}))
  return years.sort((a, b) => b.count - a.count || b.year - a.year)[0]?.year ?? null
}

const byOffice = (a: Gathered, b: Gathered): number =>
  compareRegions(a.office.region, b.office.region) || compareText(a.office.name, b.office.name) || compareText(a.report.file, b.report.file)

/** «2012-1059-2/3» before «2012-1059-10/3». */
function compareIds(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.split(/\D+/u).map(Number))
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const by = (left?.[i] ?? 0) - (right?.[i] ?? 0)
    if (by !== 0) return by
  }
  return compareText(a, b)
}

function summaryOf(known: KnownAnnex, reports: readonly Gathered[], missing: StandardSummary['missing']): StandardSummary {
  const regions = [...Map.groupBy(reports, ({office}) => office.region)].sort(([a], [b]) => compareRegions(a, b))
  return {
    annex: known.id,
    standard: known.standard.id,
    title: known.standard.title,
    indicators: known.rows.map((row, index): IndicatorSummary => ({
      code: row.row.key,
      group: row.row.group,
      label: row.row.label,
      better: row.row.better,
      total: sumOf(row, index, reports),
      regions: regions.map(([region, own]) => ({region, ...sumOf(row, index, own)})),
    })),
    reports: reports.map(({report, office}): OfficeReport => ({
      office: office.name,
      id: office.id,
      region: office.region,
      file: placeOf(report),
      values: report.values.map((value) =>
        value?.percent == null
          ? null
          : {
              numerator: value.numerator,
              denominator: value.denominator,
              percent: roundPercent(value.percent),
              norm: value.norm,
              target: value.target,
            },
      ),
    })),
    missing,
  }
}

function sumOf({row}: KnownRow, index: number, reports: readonly Gathered[]): Sum {
  const sum: Sum = {
    reports: reports.length,
    counted: 0,
    numerator: 0,
    denominator: 0,
    share: null,
    percentOnly: 0,
    mean: null,
    missing: 0,
    least: null,
    greatest: null,
    norm: null,
    meets: 0,
    judged: 0,
  }
  // whole hundredths: sums of decimals would be a hair off, and round the wrong way
  let hundredths = 0n
  const norms = new Set<number>()
  for (const {report} of reports) {
    const value = report.values[index]
    if (value?.percent == null) {
      sum.missing++
      continue
    }
    const percent = roundPercent(value.percent)
    if (value.numerator !== null && value.denominator !== null) {
      sum.counted++
      sum.numerator += value.numerator
      sum.denominator += value.denominator
    } else {
      sum.percentOnly++
      hundredths += BigInt(Math.round(percent * 100))
    }
    sum.least = Math.min(sum.least ?? percent, percent)
    sum.greatest = Math.max(sum.greatest ?? percent, percent)
    if (value.norm !== null) {
      norms.add(value.norm)
      sum.judged++
      if (row.better === 'more' ? percent >= value.norm : percent <= value.norm) sum.meets++
    }
  }
  if (sum.denominator > 0) sum.share = shareOf(sum.numerator, sum.denominator)
  if (sum.percentOnly > 0) sum.mean = meanOf(hundredths, BigInt(sum.percentOnly))
  sum.norm = row.printedNorm ?? (norms.size === 1 ? ([...norms][0] ?? null) : null)
  return sum
}

/** Rounded half up to two decimals. */
const meanOf = (hundredths: bigint, count: bigint): number => Number((2n * hundredths + count) / (2n * count)) / 100
