/**
 * A report on the quality indicators of one standard, by one office, for one year: what is filled in by hand or by a program, what is
 * read back from every format, what is added up. docs/reports.md says where each value stands in each format.
 */
import {z} from 'zod'
import {IsoDate} from '../../parser/model/index.ts'

/** Version of the templates: goes up when a name or a place that readers look for changes. */
export const TEMPLATE_VERSION = 1

/** What the marks of a report and of a questionnaire begin with. */
export const MARK_KINDS = {report: 'qyzmet-report', survey: 'qyzmet-survey'} as const
export type MarkKind = keyof typeof MARK_KINDS

export const ReportYear = z.int().min(1990).max(2099)
const Count = z.int().min(0)
export const Percent = z.number().min(0).max(100)

export const ReportValue = z
  .object({
    code: z.string().describe('the indicator, as `keys` of the annex name it: «3.1»; `row-2` where the act prints no code'),
    numerator: Count.nullable().describe('how many cases satisfy the indicator'),
    denominator: Count.min(1).nullable().describe('how many cases there were'),
    percent: Percent.nullable().describe('the share, where it is known without its counts; with counts, the share they give'),
    norm: Percent.nullable().describe('normative value: the one that the act prints, or else the one that an order sets'),
    target: Percent.nullable().describe('value aimed at in the next year'),
  })
  .refine(({numerator, denominator}) => (numerator === null) === (denominator === null), 'numerator and denominator come together')
  .refine(({numerator, denominator}) => (numerator ?? 0) <= (denominator ?? Infinity), 'the numerator is greater than the denominator')
export type ReportValue = z.infer<typeof ReportValue>

export const ReportData = z.object({
  template: z.int().describe('version of the template'),
  standard: z.string(),
  annex: z.string(),
  edition: IsoDate.describe('date of the last act that changed the text the indicators are taken from'),
  year: ReportYear.nullable(),
  office: z.string(),
  region: z.string(),
  filledBy: z.string(),
  date: z.string().describe('when it was filled in, as written'),
  values: z.array(ReportValue).describe('in the order of the annex, one for each indicator'),
})
export type ReportData = z.infer<typeof ReportData>

/** The texts about the office, by the names that all formats use. */
export const META_FIELDS = ['year', 'office', 'region', 'filledBy', 'date'] as const
export type MetaField = (typeof META_FIELDS)[number]

/** An indicator with everything that follows from its values. */
export const ReportResult = ReportValue.safeExtend({
  group: z.string(),
  label: z.string(),
  basis: z.enum(['counts', 'percent']).nullable().describe('what the share comes from; null where it is open'),
  better: z.enum(['more', 'less']).describe('`less` for a share of complaints: the norm is then its upper limit'),
  normDeviation: z.number().nullable().describe('share − norm, in percentage points'),
  targetDeviation: z.number().nullable(),
  normMet: z.boolean().nullable(),
  targetMet: z.boolean().nullable(),
})
export type ReportResult = z.infer<typeof ReportResult>

export const FilledReport = z.object({...ReportData.shape, title: z.string(), values: z.array(ReportResult)})
export type FilledReport = z.infer<typeof FilledReport>

/** Which template a file was made from. */
export interface TemplateMark {
  kind: MarkKind
  version: number
  annex: string
  edition: string
  year: number | null
}

/** `qyzmet-report/1 annex=2013-100-1/2 edition=2013-02-01 year=2013` */
const MARK =
  /(?<kind>qyzmet-(?:report|survey))\/(?<version>\d{1,4}) annex=(?<annex>\S{1,80}) edition=(?<edition>\d{4}-\d{2}-\d{2})(?: year=(?<year>\d{4}))?/u

/** The mark as it stands in a cell, a field or the metadata of a file. */
export function writeMark({kind, version, annex, edition, year}: TemplateMark): string {
  return `${MARK_KINDS[kind]}/${String(version)} annex=${annex} edition=${edition}${year === null ? '' : ` year=${String(year)}`}`
}

/** Finds a mark anywhere in a text; null where there is none. */
export function readMark(text: string): TemplateMark | null {
  const {kind, version, annex, edition, year} = MARK.exec(text)?.groups ?? {}
  if (kind === undefined || version === undefined || annex === undefined || edition === undefined) return null
  return {
    kind: kind === MARK_KINDS.report ? 'report' : 'survey',
    version: Number(version),
    annex,
    edition,
    year: year === undefined ? null : Number(year),
  }
}
