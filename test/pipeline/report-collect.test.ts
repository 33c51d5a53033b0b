/**
 * Many offices, every standard, one command: the totals are worked out here once more, from what was put into the files.
 *
 * QYZMET_TEST_OFFICES=300 collects as many as the bench does.
 */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {readPublished} from '../../scripts/lib/published.ts'
import {renderSample, sampleReports, type SampleReport} from '../../scripts/lib/reports/sample.ts'
import {loadAssets} from '../../templates/assets.ts'
import {CollectionSummary, type Sum} from '../../templates/reports/collect/summary.ts'
import {qyzmet} from '../support/command.ts'

const dist = inject('dist')
const OFFICES = Number(process.env['QYZMET_TEST_OFFICES'] ?? '10')

let folder = ''
let summary: CollectionSummary
const samples: SampleReport[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-many-'))
  const {resolutions, standards} = await readPublished(dist)
  for (const sample of sampleReports({resolutions, standards, offices: OFFICES, year: 2013, seed: 20})) {
    const path = join(folder, sample.path)
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, await renderSample(sample, loadAssets()))
    samples.push(sample)
  }
  const {code, stdout, stderr} = await qyzmet(['report', '--collect', folder, '--dist', dist, '--json'])
  expect(stderr).not.toContain('error:')
  expect(code).toBe(0)
  summary = CollectionSummary.parse(JSON.parse(stdout))
})
afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

/** The same sums by another way: whole numbers without end, fractions rounded at the end. */
function added(
  reports: readonly SampleReport[],
  code: string,
): Pick<Sum, 'reports' | 'counted' | 'numerator' | 'denominator' | 'share' | 'percentOnly' | 'mean'> {
  const values = reports.map(({report}) => report.values.find((value) => value.code === code))
  const counts = values.filter((value) => value?.denominator != null)
  const alone = values.flatMap((value) => (value?.denominator == null && value?.percent != null ? [value.percent] : []))
  const numerator = counts.reduce((sum, value) => sum + BigInt(value?.numerator ?? 0), 0n)
  const denominator = counts.reduce((sum, value) => sum + BigInt(value?.denominator ?? 0), 0n)
  const hundredths = (n: bigint, d: bigint): number => Number((n * 2n + d) / (2n * d)) / 100
  return {
    reports: reports.length,
    counted: counts.length,
    numerator: Number(numerator),
    denominator: Number(denominator),
    share: denominator === 0n ? null : hundredths(numerator * 10_000n, denominator),
    percentOnly: alone.length,
    // shares have one decimal at most
    mean:
      alone.length === 0
        ? null
        : hundredths(alone.reduce((sum, percent) => sum + BigInt(Math.round(percent * 10)), 0n) * 10n, BigInt(alone.length)),
  }
}

test('every report of every office is counted, whatever its format', () => {
  expect(samples.length).toBe(OFFICES * summary.standards.length)
  expect(summary.files).toMatchObject({read: samples.length, reports: samples.length, counted: samples.length})
  expect(Object.keys(summary.files.formats)).toEqual(['csv', 'pdf', 'xlsx'])
  expect(summary.offices).toBe(OFFICES)
  expect(new Set(samples.map(({format}) => format)).size).toBe(5)
})

test('the totals of every indicator, over all and by region, are those of the files', () => {
  let compared = 0
  for (const standard of summary.standards) {
    const own = samples.filter(({report}) => report.annex === standard.annex)
    for (const indicator of standard.indicators) {
      const place = `${standard.annex} ${indicator.code}`
      expect([place, indicator.total]).toMatchObject([place, added(own, indicator.code)])
      const regions = Map.groupBy(own, ({report}) => report.region)
      expect(indicator.regions.map(({region}) => region).sort()).toEqual([...regions.keys()].sort())
      for (const sum of indicator.regions) {
        expect([place, sum]).toMatchObject([place, added(regions.get(sum.region) ?? [], indicator.code)])
        compared++
      }
    }
  }
  expect(compared).toBeGreaterThan(summary.standards.length * 4)
})

test('the weighted share is not the mean of the shares', () => {
  const differing = summary.standards.flatMap(({indicators, reports}) =>
    indicators.filter(({total}, index) => {
      const shares = reports.flatMap(({values}) => values[index]?.percent ?? [])
      return total.share !== null && Math.abs(total.share - shares.reduce((sum, share) => sum + share, 0) / shares.length) > 0.02
    }),
  )
  expect(differing.length).toBeGreaterThan(0)
})
