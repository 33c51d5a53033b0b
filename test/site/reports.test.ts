import {describe, expect, test} from 'vitest'
import type {Annex, Indicator, Resolution, Standard} from '../../parser/model/index.ts'
import {normsByCode, reportsByResolution, templateFiles, withNorm} from '../../site/prepare/reports.ts'

const indicator = (code: string, group: string, normative: string): Indicator => ({
  code,
  group,
  label: '',
  normative,
  target: '',
  current: '',
})
const annexOf = (...indicators: Indicator[]) =>
  ({id: 'x/1', number: 1, kind: 'indicators', title: null, text: '', lines: [1, 1], indicators}) as Annex
const standard = (id: string, resolution: string, annexes: Annex[], points: number = 1) =>
  ({id, resolution, annexes, points: Array.from({length: points}, () => ({}))}) as Standard
const resolution = (id: string) => ({id}) as Resolution

const first = [resolution('a'), resolution('b')]
const timely = (norm: string) => indicator('1.1', '1. Уақтылық', norm)

describe('norms that the acts set', () => {
  test('are counted by standard; a dash sets none; a standard without points does not count', () => {
    const [a, b] = reportsByResolution(first, [
      standard('a-1', 'a', [annexOf(timely('95 %'), indicator('2.1', '2. Сапа', ''))]),
      standard('a-2', 'a', [annexOf(timely('–'))]),
      standard('a-3', 'a', [], 0),
      standard('b-1', 'b', []),
    ])
    expect([a?.set, a?.unset, a?.entries.length]).toEqual([1, 1, 2])
    expect([b?.set, b?.unset, b?.entries[0]?.annex]).toEqual([0, 1, null])
  })

  test('stand by code and resolution as printed, different ones side by side, an unknown code in no cell', () => {
    const rows = normsByCode(
      reportsByResolution(first, [
        standard('a-1', 'a', [annexOf(timely('95 %'))]),
        standard('a-2', 'a', [annexOf(timely('95 %'))]),
        standard('a-3', 'a', [annexOf(timely('100'), indicator('10.1', '10. Басқа', '7'), indicator('2.1', '2. Сапа', ''))]),
        standard('b-1', 'b', [annexOf(indicator('1.1.', '1. Уақтылылығы', ''), indicator('2.1', '2. Тиiмдiлiк', ''))]),
        standard('b-2', 'b', [annexOf(indicator('2.1', '2. Тиімділік', ''))]),
        standard('b-3', 'b', [annexOf(indicator('2.1', '2. Сапасы', ''))]),
        standard('b-4', 'b', [annexOf(indicator('2.1', '2. Сапасы', ''))]),
      ]),
    )
    expect(rows).toEqual([
      {
        code: '1.1',
        groups: ['Уақтылық'],
        cells: [
          [
            {normative: '95 %', standards: 2},
            {normative: '100', standards: 1},
          ],
          [{normative: '', standards: 1}],
        ],
      },
      // «Сапасы» and «Сапа» are one name, «Тиімділік» is another, with a Latin i or not.
      {code: '2.1', groups: ['Сапасы', 'Тиімділік'], cells: [[{normative: '', standards: 1}], [{normative: '', standards: 4}]]},
      {code: '10.1', groups: ['Басқа'], cells: [[{normative: '7', standards: 1}], []]},
    ])
  })

  test('of an annex are those with a value', () => {
    expect(withNorm(annexOf(timely('95 %'), indicator('2.1', '2. Сапа', ' '))).map(({code}) => code)).toEqual(['1.1'])
  })
})

test('templates: what the data names, the questionnaire apart', () => {
  const report = {pdf: 'r.pdf', csv: 'r.csv', html: 'r.html', survey: {pdf: 's.pdf', html: 's.html', csv: 's.csv'}}
  const files = templateFiles({...annexOf(), report})
  expect(files.report).toEqual([
    {format: 'PDF', path: 'r.pdf'},
    {format: 'CSV', path: 'r.csv'},
    {format: 'HTML', path: 'r.html'},
  ])
  expect(files.survey.map(({path}) => path)).toEqual(['s.pdf', 's.html', 's.csv'])
  expect(templateFiles(annexOf())).toEqual({report: [], survey: []})
})
