/** The summary of a collection, as it is published: `summary.json`. */
import {z} from 'zod'
import {ReportYear, TEMPLATE_VERSION} from '../model.ts'
import {Finding} from './findings.ts'

const Count = z.int().min(0)
const Share = z.number().min(0).max(100)

/** Many reports on one indicator, added up. */
export const Sum = z.object({
  reports: Count.describe('reports that were counted for the standard'),
  counted: Count.describe('of these, those that give counts for the indicator'),
  numerator: Count.describe('sum over those with counts'),
  denominator: Count.describe('sum over those with counts'),
  share: Share.nullable().describe(
    '100 × numerator ÷ denominator, rounded half up to two decimals: the weighted share; null without counts',
  ),
  percentOnly: Count.describe('reports that give a share without its counts: these are not in `share`'),
  mean: Share.nullable().describe(
    'plain mean of the shares of those reports (of two decimals), each weighing the same; null where there are none',
  ),
  missing: Count.describe('reports that leave the indicator open, or whose value was refused'),
  least: Share.nullable().describe('least share of a single report'),
  greatest: Share.nullable(),
  norm: z.number().nullable().describe('what the act sets, or else what all reports give alike'),
  meets: Count.describe('reports whose share meets the norm that applies to them'),
  judged: Count.describe('reports that have both a share and a norm'),
})
export type Sum = z.infer<typeof Sum>

export const IndicatorSummary = z.object({
  code: z.string(),
  group: z.string(),
  label: z.string(),
  better: z.enum(['more', 'less']),
  total: Sum,
  regions: z.array(z.object({region: z.string().describe('empty where it is not known'), ...Sum.shape})),
})
export type IndicatorSummary = z.infer<typeof IndicatorSummary>

export const OfficeValue = z.object({
  numerator: Count.nullable(),
  denominator: Count.nullable(),
  percent: Share,
  norm: Share.nullable(),
  target: Share.nullable(),
})
export type OfficeValue = z.infer<typeof OfficeValue>

export const OfficeReport = z.object({
  office: z.string().describe('name'),
  id: z.string().nullable().describe('in the register of offices'),
  region: z.string(),
  file: z.string(),
  values: z.array(OfficeValue.nullable()).describe('in the order of the indicators; null where there is nothing to count'),
})
export type OfficeReport = z.infer<typeof OfficeReport>

export const StandardSummary = z.object({
  annex: z.string(),
  standard: z.string(),
  title: z.string(),
  indicators: z.array(IndicatorSummary),
  reports: z.array(OfficeReport),
  missing: z
    .array(z.object({office: z.string(), id: z.string().nullable(), region: z.string()}))
    .describe('offices whose report has not come'),
})
export type StandardSummary = z.infer<typeof StandardSummary>

export const CollectionSummary = z.object({
  contract: z.literal(1),
  template: z.literal(TEMPLATE_VERSION),
  year: ReportYear,
  files: z.object({
    read: Count.describe('files looked at'),
    reports: Count.describe('reports found in them'),
    counted: Count.describe('reports that are in the sums'),
    formats: z.record(z.string(), Count).describe('counted reports by format'),
  }),
  expected: z
    .enum(['register', 'collection'])
    .describe('how missing reports are known: from the register of offices, or by what the other offices of the collection have sent'),
  offices: Count,
  standards: z.array(StandardSummary).describe('those that any report speaks of'),
  findings: z.array(Finding),
})
export type CollectionSummary = z.infer<typeof CollectionSummary>
