import {describe, expect, it} from 'vitest'
import {asBaseline, compareWith, type Baseline} from '../../../scripts/bench/baseline.ts'
import type {Chapter, Figure} from '../../../scripts/bench/figures.ts'

const baseline: Baseline = {about: '', node: 'v24.0.0', cores: 4, figures: {'parse/ratio': 0.6, 'forms/bytes': 50_000, 'search/right': 0.9}}
const ratio = (value: number | null): Figure => ({id: 'parse/ratio', what: '', unit: 'ratio', value, compared: 'ratio'})
const bytes = (value: number): Figure => ({id: 'forms/bytes', what: '', unit: 'bytes', value, compared: 'fixed'})
const right = (value: number): Figure => ({id: 'search/right', what: '', unit: 'share', value, compared: 'fixed', more: true})

describe('a figure against the baseline', () => {
  it.each([
    ['a quarter slower is within what rounds differ by', ratio(0.74), 'same'],
    ['more than that is worse', ratio(0.76), 'worse'],
    ['less than that is better', ratio(0.45), 'better'],
    ['bytes may grow by one of a hundred', bytes(50_500), 'same'],
    ['and not by three', bytes(51_500), 'worse'],
    ['fewer right answers are worse', right(0.85), 'worse'],
    ['more of them are better', right(0.95), 'better'],
  ])('%s', (_, figure, change) => {
    expect(compareWith(baseline, figure)?.change).toBe(change)
  })

  it('takes the direction from the target where there is one', () => {
    const {more: _, ...figure} = right(0.8)
    expect(compareWith(baseline, {...figure, target: {least: 0.5}})?.change).toBe('worse')
    expect(compareWith(baseline, {...figure, target: {most: 0.5}})?.change).toBe('better')
  })

  it('says nothing of times, of what was not measured, and without a baseline', () => {
    const {compared: _, ...time} = ratio(9)
    expect(compareWith(baseline, time)).toBeNull()
    expect(compareWith(baseline, ratio(null))).toBeNull()
    expect(compareWith(null, ratio(9))).toBeNull()
  })

  it('names what was not there before, whatever it is called', () => {
    expect(compareWith(baseline, {...ratio(1), id: 'constructor'})).toEqual({before: null, change: 'new'})
  })
})

describe('a new baseline', () => {
  const chapters: Chapter[] = [
    {
      subject: 'parse',
      title: '',
      figures: [ratio(0.123456), {id: 'parse/time', what: '', unit: 'milliseconds', value: 5}, {...ratio(null), id: 'parse/none'}],
    },
  ]

  it('keeps ratios to four digits, no times, nothing unmeasured', () => {
    expect(asBaseline(chapters, {node: 'v25', cores: 2}, null)).toMatchObject({node: 'v25', cores: 2, figures: {'parse/ratio': 0.1235}})
    expect(Object.keys(asBaseline(chapters, {node: 'v25', cores: 2}, null).figures)).toEqual(['parse/ratio'])
  })

  it('leaves what was not measured this time as it was, in order', () => {
    expect(Object.entries(asBaseline(chapters, {node: 'v25', cores: 2}, baseline).figures)).toEqual([
      ['forms/bytes', 50_000],
      ['parse/ratio', 0.1235],
      ['search/right', 0.9],
    ])
  })
})
