import {expect, it} from 'vitest'
import {busyWarning} from '../../../scripts/bench/machine.ts'
import {inTurns, median, percentile, timed} from '../../../scripts/bench/measure.ts'

it('works are done in turns, one round more than is counted', async () => {
  const done: string[] = []
  const times = await inTurns(2, {
    ours: () => done.push('ours'),
    async theirs() {
      await Promise.resolve()
      done.push('theirs')
    },
  })
  expect(done).toEqual(['ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs'])
  expect(Object.keys(times)).toEqual(['ours', 'theirs'])
  expect(times.ours).toBeGreaterThanOrEqual(0)
})

it('waiting for others is not counted', async () => {
  expect(await timed(() => new Promise((resolve) => setTimeout(resolve, 200)))).toBeLessThan(150)
})

it('work is', async () => {
  const busy = () => {
    const until = process.cpuUsage().user + 20_000
    while (process.cpuUsage().user < until);
  }
  expect(await timed(busy)).toBeGreaterThan(10)
})

it('medians and percentiles', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
  const hundred = Array.from({length: 100}, (_, i) => 100 - i)
  expect(percentile(hundred, 0.95)).toBe(95)
  expect(percentile([7], 0.5)).toBe(7)
})

it('a busy machine is told of', () => {
  expect(busyWarning(0.9, 2)).toBeNull()
  expect(busyWarning(5.31, 2)).toContain('load 5.3 on 2 cores')
})
