/** What looks like a template expression in a text of an act, or in what an office fills in, stands in the output as it was written. */
import {load} from 'cheerio'
import {expect, test} from 'vitest'
import {pairStandards} from '../../parser/compare/index.ts'
import {loadAssets, loadComparePage} from '../../templates/assets.ts'
import {compareHtml} from '../../templates/compare/html.ts'
import {renderReportHtml} from '../../templates/reports/index.ts'
import {standardOf} from '../compare/support/standards.ts'
import {context} from '../pdf/blanks.ts'
import {MEDIA_INDICATORS, MILITARY_INDICATORS} from '../reports/indicators.ts'
import {reportOf} from '../reports/support.ts'

const EXPRESSIONS = [
  '{{words.title}}',
  '{{{words.title}}}',
  '{{> row this}} {{> @partial-block}}',
  '{{#each this}}{{this}}{{/each}}',
  '{{lookup this "constructor"}} {{constructor.constructor}}',
  '{{#*inline "old"}}x{{/inline}} {{!-- y --}} \\{{z}}',
  '${1 + 1} #{1 + 1} `1`',
  '<%= 1 + 1 %> <? 2 ?> [[ 3 ]]',
]
const assets = loadAssets()
const squeezed = (text: string): string => text.replace(/\s+/gu, ' ')

test.each(EXPRESSIONS)('%s in a comparison', (text) => {
  const before = standardOf(['1. Мемлекеттік қызмет ақылы.', '2. Осы тармақ өзгермейді.'])
  const after = standardOf([`1. Мемлекеттік қызмет ${text} тегін.`, `2. Осы тармақ өзгермейді. ${text}`, `3. ${text}`])
  const page = compareHtml(pairStandards(before, after), {page: loadComparePage(), oldLabel: text, newLabel: text, status: text})
  const $ = load(page)
  const shown = squeezed($('body').text())
  // In labels, status and both sides of three points, in one view or the other.
  expect(shown.split(squeezed(text)).length).toBeGreaterThan(5)
  expect($('script').length).toBe(0)
})

test.each(EXPRESSIONS)('%s in a report', (text) => {
  const act = context({
    ...MEDIA_INDICATORS,
    title: text,
    indicators: MEDIA_INDICATORS.indicators?.map((one) => ({...one, label: text})) ?? [],
  })
  const shown = squeezed(load(renderReportHtml(act, {assets}))('body').text())
  expect(shown).toContain(squeezed(text))
  const filled = reportOf(context(MILITARY_INDICATORS), {}, {office: text, region: text, filledBy: text, date: '15.01.2014'})
  const html = renderReportHtml(context(MILITARY_INDICATORS), {assets, report: filled})
  expect(squeezed(load(html)('body').text()).split(squeezed(text)).length).toBeGreaterThan(3)
})
