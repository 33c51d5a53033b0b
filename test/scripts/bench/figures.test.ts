import {describe, expect, it} from 'vitest'
import {judge, remark, shown, shownTarget, shownValue, type Figure} from '../../../scripts/bench/figures.ts'

describe('a target', () => {
  it.each([
    [{value: 0.7, target: {most: 0.7}}, 'met'],
    [{value: 0.71, target: {most: 0.7}}, 'missed'],
    [{value: 150, target: {least: 150}}, 'met'],
    [{value: 149, target: {least: 150}}, 'missed'],
    [{value: 3}, 'none'],
    [{value: null, target: {most: 1}}, 'unknown'],
  ])('%j: %s', (figure, verdict) => {
    expect(judge(figure)).toBe(verdict)
  })
})

describe('a value in words', () => {
  it.each([
    [0.583, 'ratio', '0.58'],
    [12.34, 'ratio', '12.3'],
    [0.9992, 'share', '99.92 %'],
    [1, 'share', '100 %'],
    [0.42, 'milliseconds', '0.42 ms'],
    [12.34, 'milliseconds', '12.3 ms'],
    [12_340, 'milliseconds', '12.3 s'],
    [90_000, 'milliseconds', '1.5 min'],
    [512, 'bytes', '512 B'],
    [54_067, 'bytes', '52.8 KB'],
    [1_500_000_000, 'bytes', '1.4 GB'],
    [225.4, 'per-second', '225 a second'],
    [5143, 'count', '5 143'],
    [null, 'ratio', 'n/a'],
  ] as const)('%s as %s: %s', (value, unit, words) => {
    expect(shown(value, unit)).toBe(words)
  })

  it('is as fine as it takes to see why a target is missed', () => {
    const figure: Pick<Figure, 'value' | 'unit' | 'target'> = {value: 61_463, unit: 'bytes', target: {most: 61_440}}
    expect(shown(figure.value, figure.unit)).toBe('60 KB')
    expect(shownValue(figure)).toBe('60.022 KB')
    expect(shownValue({...figure, value: 61_440})).toBe('60 KB')
  })

  it('of a target says which side is the good one', () => {
    expect(shownTarget({target: {most: 0.7}, unit: 'ratio'})).toBe('≤ 0.70')
    expect(shownTarget({target: {least: 0.97}, unit: 'share'})).toBe('≥ 97 %')
    expect(shownTarget({unit: 'share'})).toBe('')
  })
})

it('what others have stands before the note', () => {
  expect(remark({unit: 'share', others: {Pagefind: 0.25, other: null}, note: 'a note'})).toBe('Pagefind 25 %, other n/a, a note')
  expect(remark({unit: 'share'})).toBe('')
})
