/** Sums are exact, whatever is added up. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {Gatherer} from '../../templates/reports/collect/gather.ts'
import {readReports} from '../../templates/reports/collect/read.ts'
import type {Sum} from '../../templates/reports/collect/summary.ts'
import {renderReportCsv} from '../../templates/reports/index.ts'
import {assets, filled, known, MEDIA} from './collection.ts'

type Given = {percent: number} | {numerator: number; denominator: number}

async function summed(all: readonly Given[]): Promise<Sum | undefined> {
  const gatherer = new Gatherer({known})
  for (const [index, given] of all.entries()) {
    const report = filled(MEDIA, {'1.1': given}, {office: `Мекеме ${String(index)}`})
    const raw = await readReports(Buffer.from(renderReportCsv(MEDIA, {assets, report})))
    gatherer.add(`${String(index)}.csv`, raw)
  }
  return gatherer.finish()?.standards[0]?.indicators[0]?.total
}

test('a mean that floating point would round down', async () => {
  // 326.3 ÷ 4 = 81.575
  expect(await summed([{percent: 75.1}, {percent: 84.7}, {percent: 80.2}, {percent: 86.3}])).toMatchObject({mean: 81.58, share: null})
})

test('any counts and shares: weighted share and plain mean by whole numbers', async () => {
  const counts = fc
    .tuple(fc.integer({min: 1, max: 999_999_999}), fc.double({min: 0, max: 1, noNaN: true}))
    .map(([denominator, part]): Given => ({numerator: Math.floor(denominator * part), denominator}))
  const share = fc.integer({min: 0, max: 10_000}).map((hundredths): Given => ({percent: hundredths / 100}))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(counts, share), {minLength: 1, maxLength: 6}), async (all) => {
      const total = await summed(all)
      const counted = all.flatMap((one) => ('denominator' in one ? [one] : []))
      const alone = all.flatMap((one) => ('percent' in one ? [BigInt(Math.round(one.percent * 100))] : []))
      const n = counted.reduce((sum, {numerator}) => sum + BigInt(numerator), 0n)
      const d = counted.reduce((sum, {denominator}) => sum + BigInt(denominator), 0n)
      const half = (top: bigint, bottom: bigint): number | null =>
        bottom === 0n ? null : Number((2n * top + bottom) / (2n * bottom)) / 100
      expect(total).toMatchObject({
        counted: counted.length,
        percentOnly: alone.length,
        missing: 0,
        share: half(10_000n * n, d),
        mean: half(
          alone.reduce((sum, one) => sum + one, 0n),
          BigInt(alone.length),
        ),
      })
    }),
    {numRuns: 60},
  )
})

test('no cases at all: nothing is divided by nothing', async () => {
  expect(await summed([{percent: 100}])).toMatchObject({denominator: 0, share: null, mean: 100})
})
