/** Reports that are in order, but can hardly be right. */
import {finding, type Finding} from './findings.ts'
import type {Gathered} from './gather.ts'
import type {KnownAnnex} from './known.ts'

/** Fewer reports than this don't show what is usual. */
const FEW = 8
/** Robust z-score (median and median absolute deviation; Iglewicz and Hoaglin 1993) beyond which a value stands apart. */
const FAR = 5
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL = 1.4826
/** Percentage points below which nothing stands apart, however much alike the others are. */
const LEAST_DISTANCE = 15
/** An office that has more than this share of all cases decides the sum alone. */
const MOST_WEIGHT = 0.5
/** A single indicator at 100 % is a success; all of at least so many are a doubt. */
const MANY = 3

export function suspiciousReports(known: KnownAnnex, reports: readonly Gathered[]): Finding[] {
  return [
    ...reports.flatMap(({report, office}) => perfect(report, office.name)),
    ...known.rows.flatMap((_, index) => apart(known, index, reports)),
  ]
}

/** 100 % everywhere; shares of a single case. */
function perfect(report: Gathered['report'], office: string): Finding[] {
  const findings: Finding[] = []
  const place = report.sheet ?? ''
  const values = report.values.flatMap((value) => value ?? [])
  const single = values.filter(({denominator}) => denominator === 1)
  if (values.length >= MANY && values.every(({percent}) => percent === 100)) {
    const by = single.length === values.length ? ', each of a single case' : ''
    findings.push(finding('all-hundred', report.file, `«${office}» gives 100 % for every indicator${by}`, {place, value: '100'}))
  }
  if (single.length > 0) {
    const places = single.map((value) => value.place).join(', ')
    findings.push(
      finding('tiny-denominator', report.file, `a single case decides: the denominator is 1 at ${places}`, {
        place: single[0]?.place ?? place,
        value: '1',
      }),
    )
  }
  return findings
}

/** Values far from those of the other offices, and counts that outweigh all others together. */
function apart(known: KnownAnnex, index: number, reports: readonly Gathered[]): Finding[] {
  const key = known.rows[index]?.row.key ?? ''
  const given = reports.flatMap(({report}) => {
    const value = report.values[index]
    return value?.percent == null ? [] : [{report, value, percent: value.percent}]
  })
  if (given.length < FEW) return []
  const findings: Finding[] = []
  const middle = median(given.map(({percent}) => percent))
  const spread = NORMAL * median(given.map(({percent}) => Math.abs(percent - middle)))
  const limit = Math.max(LEAST_DISTANCE, FAR * spread)
  const cases = given.reduce((sum, {value}) => sum + (value.denominator ?? 0), 0)
  const usual = usualOf(
    given.map(({percent}) => percent),
    round(middle),
    round(spread / NORMAL),
  )
  for (const {report, value, percent} of given) {
    const at = {place: [report.sheet, value.place].filter((part) => part !== null).join('!'), value: String(percent)}
    if (Math.abs(percent - middle) > limit) {
      const message = `indicator ${key}: ${String(percent)} %, while ${usual}`
      findings.push(finding('outlier', report.file, message, at))
    }
    if (value.denominator !== null && value.denominator > cases * MOST_WEIGHT) {
      const message = `indicator ${key}: ${String(value.denominator)} of all ${String(cases)} cases are this office's, so that the sum is its share`
      findings.push(finding('outweighs-all', report.file, message, {...at, value: String(value.denominator)}))
    }
  }
  return findings
}

/** What the offices give: «half of the offices are within 2.5 of 93 %», or, where most are alike, how many. */
function usualOf(percents: readonly number[], middle: number, distance: number): string {
  if (distance > 0) return `half of the offices are within ${String(distance)} percentage points of ${String(middle)} %`
  const same = percents.filter((percent) => round(percent) === middle).length
  return `${same === percents.length - 1 ? 'all other' : `${String(same)} of ${String(percents.length)}`} offices give ${String(middle)} %`
}

const round = (value: number): number => Math.round(value * 100) / 100

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
