/** The summary's pages in a browser: every bar is in sight without scrolling, from a telephone to a wide screen. */
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {Gatherer} from '../../templates/reports/collect/gather.ts'
import {renderSummaryPages} from '../../templates/reports/collect/html.ts'
import {readReports} from '../../templates/reports/collect/read.ts'
import {renderReportCsv} from '../../templates/reports/index.ts'
import {openBrowser} from '../browser/site.ts'
import {assets, filled, GIVEN, known, MILITARY} from './collection.ts'

let browser: Browser
const pages = new Map<string, string>()
beforeAll(async () => {
  const gatherer = new Gatherer({known})
  const values = {...GIVEN, '2.1': {numerator: 1_234_567, denominator: 1_654_321}, '3.1': {percent: 81.4}}
  for (const region of ['Солтүстік Қазақстан облысы', 'Алматы қаласы']) {
    const report = filled(MILITARY, values, {office: `${region} басқармасы`, region})
    gatherer.add(`${region}.csv`, await readReports(Buffer.from(renderReportCsv(MILITARY, {assets, report}))))
  }
  const summary = gatherer.finish()
  if (!summary) throw new Error('nothing was collected')
  for (const [path, html] of renderSummaryPages(summary)) pages.set(path, html)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
})

test.each([320, 360, 768, 1024, 1088, 1089, 1100, 1440])(
  'at %i px the bars are in sight, and no value is without its name',
  async (width) => {
    const page = await browser.newPage({viewport: {width, height: 900}})
    expect(pages.size).toBe(2)
    for (const html of pages.values()) {
      await page.setContent(html)
      const seen = await page.evaluate(() => {
        const bars = [...document.querySelectorAll('td.chart svg')]
        const right = (element: Element | null): number => element?.getBoundingClientRect().right ?? 0
        const heading = document.querySelector('.bars thead')?.getBoundingClientRect()
        return {
          bars: bars.length,
          hidden: bars.filter((bar) => right(bar) > Math.min(right(bar.closest('.scroll')), window.innerWidth) + 1).length,
          thin: bars.filter((bar) => bar.getBoundingClientRect().width < 150).length,
          page: document.documentElement.scrollWidth,
          // a heading over the column, or a name in the cell
          named:
            (heading?.height ?? 0) > 1 ||
            [...document.querySelectorAll('.bars td.n')].every(
              (cell) => (getComputedStyle(cell, '::before').content || 'none').length > 2 && cell.getAttribute('data-label') !== null,
            ),
        }
      })
      expect(seen).toEqual({bars: seen.bars, hidden: 0, thin: 0, page: width, named: true})
      expect(seen.bars).toBeGreaterThanOrEqual(6)
    }
    await page.close()
  },
  30_000,
)
