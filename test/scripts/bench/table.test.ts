import {describe, expect, it} from 'vitest'
import type {Baseline} from '../../../scripts/bench/baseline.ts'
import type {Chapter} from '../../../scripts/bench/figures.ts'
import {markdownTable, shortfalls, terminalTable} from '../../../scripts/bench/table.ts'

const chapters: Chapter[] = [
  {
    subject: 'parse',
    title: 'Parsing | reading',
    figures: [
      {id: 'parse/ratio', what: 'all sources', unit: 'ratio', value: 0.82, target: {most: 0.7}, compared: 'ratio', note: '120 ms'},
      {id: 'parse/memory', what: 'memory', unit: 'bytes', value: 1024, target: {most: 2048}},
    ],
  },
  {
    subject: 'search',
    title: 'Search',
    figures: [{id: 'search/right', what: 'right', unit: 'share', value: 1, compared: 'fixed', more: true, others: {Pagefind: 0.25}}],
  },
]
const baseline: Baseline = {about: '', node: '', cores: 1, figures: {'parse/ratio': 0.5, 'search/right': 1}}

describe('the table for the terminal', () => {
  it('has its columns under each other, and what was before', () => {
    expect(terminalTable(chapters, baseline)).toBe(
      [
        '               measured  target          baseline',
        '',
        'Parsing | reading',
        '  all sources      0.82  ≤ 0.70  MISSED  0.50 worse',
        '      120 ms',
        '  memory           1 KB  ≤ 2 KB  met',
        '',
        'Search',
        '  right           100 %                  100 %',
        '      Pagefind 25 %',
        '',
      ].join('\n'),
    )
  })

  it('says nothing of a baseline where there is none', () => {
    expect(terminalTable(chapters, null)).not.toContain('baseline')
  })
})

it('Markdown has a row for each figure, bars escaped', () => {
  expect(markdownTable(chapters).split('\n')).toEqual([
    '| figure | target | measured | |',
    '| --- | --- | --- | --- |',
    '| **Parsing \\| reading** | | | |',
    '| all sources (120 ms) | ≤ 0.70 | 0.82 | **missed** |',
    '| memory | ≤ 2 KB | 1 KB | met |',
    '| **Search** | | | |',
    '| right (Pagefind 25 %) |  | 100 % |  |',
    '',
  ])
})

it('what is short: missed targets, and what has become worse', () => {
  expect(shortfalls(chapters, baseline)).toEqual(['parse/ratio: 0.82, target ≤ 0.70', 'parse/ratio: 0.82, was 0.50'])
  expect(shortfalls(chapters, null)).toEqual(['parse/ratio: 0.82, target ≤ 0.70'])
})
