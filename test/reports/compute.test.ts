/** Shares, deviations, what is met; what the labels of the acts tell of an indicator. */
import {expect, test} from 'vitest'
import type {Annex} from '../../parser/model/index.ts'
import {decimal, roundPercent, shareOf, signed} from '../../templates/reports/compute.ts'
import {editionOf, printedPercent, reportRows, surveyRows} from '../../templates/reports/indicators.ts'
import {readMark, ReportValue, writeMark} from '../../templates/reports/model.ts'
import {context} from '../pdf/blanks.ts'
import {EMPLOYMENT_INDICATORS, EXPORT_INDICATORS, MILITARY_INDICATORS} from './indicators.ts'
import {reportOf, resultsOf} from './support.ts'

test('a share is rounded half up to two decimals, exactly', () => {
  expect(shareOf(1, 3)).toBe(33.33)
  expect(shareOf(2, 3)).toBe(66.67)
  // 1/800 is 0.125 %, 201/800 is 25.125 %
  expect(shareOf(1, 800)).toBe(0.13)
  expect(shareOf(201, 800)).toBe(25.13)
  expect(shareOf(0, 7)).toBe(0)
  expect(shareOf(7, 7)).toBe(100)
  expect(shareOf(9_007_199_254_740_990, 9_007_199_254_740_991)).toBe(100)
  expect(roundPercent(1.005)).toBe(1.01)
  expect(roundPercent(0.0000001)).toBe(0)
})

test('deviations are in percentage points; a norm is met when the printed share reaches it', () => {
  const report = reportOf(context(MILITARY_INDICATORS), {
    '1.1': {numerator: 19, denominator: 20, target: 96.5},
    '2.1': {numerator: 89996, denominator: 100000},
    '3.1': {percent: 79.99},
  })
  const results = resultsOf(context(MILITARY_INDICATORS), report)
  expect(results.get('1.1')).toMatchObject({
    percent: 95,
    norm: 95,
    normDeviation: 0,
    normMet: true,
    targetDeviation: -1.5,
    targetMet: false,
  })
  // 89.996 is printed as 90, and so it is judged
  expect(results.get('2.1')).toMatchObject({percent: 90, norm: 90, normMet: true, basis: 'counts'})
  expect(results.get('3.1')).toMatchObject({percent: 79.99, normDeviation: -0.01, normMet: false, basis: 'percent'})
  expect(results.get('5.1')).toMatchObject({percent: null, normDeviation: null, normMet: null, basis: null})
})

test('of complaints there should be few; of complaints dealt with, many', () => {
  const rows = new Map(reportRows(EMPLOYMENT_INDICATORS).map((row) => [row.key, row]))
  expect([...rows].filter(([, {better}]) => better === 'less').map(([key]) => key)).toEqual(['4.1'])
  const results = resultsOf(
    context(EMPLOYMENT_INDICATORS),
    reportOf(context(EMPLOYMENT_INDICATORS), {
      '4.1': {numerator: 3, denominator: 200, norm: 2, target: 1},
      '4.2': {numerator: 3, denominator: 200, norm: 2},
    }),
  )
  expect(results.get('4.1')).toMatchObject({percent: 1.5, normDeviation: -0.5, normMet: true, targetMet: false})
  expect(results.get('4.2')).toMatchObject({percent: 1.5, normDeviation: -0.5, normMet: false})
})

test('recipients are asked about shares of satisfied recipients, in the words of the act', () => {
  const asked = (annex: Annex) => surveyRows(annex).map(({key, satisfaction}) => `${key} ${satisfaction}`)
  expect(asked(MILITARY_INDICATORS)).toEqual([
    '2.1 Қызмет көрсету үдерісінің сапасына',
    '3.1 Қызмет көрсету тәртібінің сапасына және ол туралы ақпаратқа',
    '4.1 Қолданыстағы шағымдану тәртібіне',
    '5.1 Персоналдың сыпайылығына',
  ])
  expect(asked(EMPLOYMENT_INDICATORS)).toEqual(['2.1 Қызмет көрсету процесі сапасына', '4.4 Шағымдану мерзімдеріне'])
  expect(asked(EXPORT_INDICATORS)).toEqual(['4.1 Шағымданудың қолданыстағы тәртiбiне', '5.1 Персоналдың сыпайылығына'])
})

test('a printed norm is a number alone', () => {
  expect(['95 %', '100', '97,5%', '', 'кем дегенде 95', '120 %', '90-95'].map(printedPercent)).toEqual([
    95,
    100,
    97.5,
    null,
    null,
    null,
    null,
  ])
})

test('every indicator has a key of its own, also where codes are lost or doubled', () => {
  const [first, second, third] = MILITARY_INDICATORS.indicators ?? []
  if (!first || !second || !third) throw new Error('the fixture has too few indicators')
  const annex = {...MILITARY_INDICATORS, indicators: [first, {...second, code: '1.1.'}, {...third, code: ''}]}
  expect(reportRows(annex).map(({key}) => key)).toEqual(['1.1', '1.1-2', 'row-3'])
})

test('the edition is the date of the last act that changed the text; a repeal changes none', () => {
  const note = (date: string, effect: 'amended' | 'repealed') => ({
    text: '',
    date,
    number: '1',
    target: '',
    effect,
    lines: [1, 1] as [number, number],
  })
  const base = context(MILITARY_INDICATORS)
  expect(editionOf(base)).toBe('2009-12-29')
  const noted = {
    ...base,
    resolution: {...base.resolution, notes: [note('2014-03-11', 'repealed')]},
    standard: {...base.standard, notes: [note('2012-12-29', 'amended'), note('2011-05-01', 'amended')]},
  }
  expect(editionOf(noted)).toBe('2012-12-29')
})

test('a mark is read from any text that holds it', () => {
  const mark = {kind: 'report', version: 1, annex: '2012-1278-1/2', edition: '2012-10-09', year: 2013} as const
  expect(writeMark(mark)).toBe('qyzmet-report/1 annex=2012-1278-1/2 edition=2012-10-09 year=2013')
  expect(readMark(`Үлгі белгісі: ${writeMark(mark)}; басқа`)).toEqual(mark)
  expect(readMark(writeMark({...mark, kind: 'survey', year: null}))).toEqual({...mark, kind: 'survey', year: null})
  expect(readMark('2012-1278-1/2')).toBeNull()
})

test('the schema of a value refuses what no report can hold', () => {
  const value = {code: '1.1', numerator: 3, denominator: 4, percent: 75, norm: null, target: null}
  expect(ReportValue.safeParse(value).success).toBe(true)
  for (const wrong of [{numerator: 5}, {denominator: 0}, {denominator: null}, {numerator: 1.5}, {percent: 100.5}, {norm: -1}]) {
    expect(ReportValue.safeParse({...value, ...wrong}).success, JSON.stringify(wrong)).toBe(false)
  }
})

test('numbers are written as in Kazakh', () => {
  expect([decimal(96.5), decimal(0), decimal(null), signed(1.5), signed(-0.25), signed(0)]).toEqual(['96,5', '0', '', '+1,5', '−0,25', '0'])
})
