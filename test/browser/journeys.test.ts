/** What people come for, from beginning to end: on an old phone, with the network gone, on paper, without JavaScript. */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'
import {load} from 'cheerio'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'
import type {Catalogue, Standard} from '../../parser/model/index.ts'
import {LOCALES} from '../../site/i18n/index.ts'
import {fileOf} from '../../site/worker/edition.ts'
import {formUrl, localize, standardUrl} from '../../site/urls.ts'
import {standardPaths} from './page-kinds.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as T
const standards = json<Catalogue>('index.json').standards.map(({id}) => json<Standard>(`standards/${id}.json`))
const PHONE = {width: 360, height: 740}
/** As typed by someone in a hurry whose telephone has no Kazakh letters. */
const MISSPELT = 'жардемакы'
const BENEFIT = /жәрдемақы/iu

let browser: Browser
let server: Server
let address: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  ;({server, address} = await serve(dist))
  await newPage()
})
afterEach(async () => {
  await context.close()
  server.close()
})
async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({viewport: PHONE, hasTouch: true, ...options})
  page = await context.newPage()
}

/** From the field on the page to the papers and the form of a benefit. */
async function findBenefit(): Promise<void> {
  await page.locator('main input[name=q]').fill(MISSPELT)
  await page.locator('main input[name=q]').press('Enter')
  const first = page.locator('.found > li').first()
  await first.waitFor()
  expect(await first.locator('h2').textContent()).toMatch(BENEFIT)
  await first.locator('h2 a').click()
  await page.locator('[data-checklist]').waitFor()
  expect(await page.locator('h1').textContent()).toMatch(BENEFIT)

  // What to bring can be ticked, and leads to the form.
  const papers = page.locator('[data-checklist] input[type=checkbox]').filter({visible: true})
  expect(await papers.count()).toBeGreaterThan(1)
  await papers.first().check()
  expect(await page.locator('[data-counter]').first().textContent()).toMatch(/\b1\b/u)
}

test('on a phone without Kazakh letters: a benefit, its papers, its offices and its blank', async () => {
  await page.goto(address)
  await findBenefit()
  const id = new URL(page.url()).pathname
  expect(await page.locator('.where td a[href^="tel:"]').count()).toBeGreaterThan(0)
  const blank = page.locator('main a[href$=".pdf"]').filter({visible: true}).first()
  const download = page.waitForEvent('download')
  await blank.evaluate((link: HTMLAnchorElement) => (link.download = ''))
  await blank.click()
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 5)
      .toString('latin1'),
  ).toBe('%PDF-')
  expect(new URL(page.url()).pathname).toBe(id)
})

test('with the network gone, after one visit, the same way leads to the same benefit', async () => {
  await page.goto(address)
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const keys = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
          return keys.flat().filter(({url}) => url.endsWith('.pack')).length
        }),
      {timeout: 30_000},
    )
    .toBe(2)
  server.close()
  server.closeAllConnections()
  await context.setOffline(true)
  await page.goto(address)
  await findBenefit()
})

test('another language keeps the page and the place on it', async () => {
  const standard = standards.find(({points}) => points.length > 10)
  const point = `p${standard?.points[8]?.number ?? ''}`
  await page.goto(`${address}${standardUrl(standard?.id ?? '')}#${point}`)
  for (const locale of ['ru', 'en', 'kk'] as const) {
    await page.locator(`[data-languages] a[hreflang=${locale}]`).filter({visible: true}).first().click()
    await page.waitForURL((url) => url.pathname === localize(standardUrl(standard?.id ?? ''), locale))
    expect(new URL(page.url()).hash).toBe(`#${point}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await page.locator(':target').count()).toBe(1)
  }
})

test('the summary of a benefit is one sheet of A4', async () => {
  const benefit = standards.find(({title, facts}) => BENEFIT.test(title) && facts.documents.length > 0)
  await page.goto(address + standardUrl(benefit?.id ?? ''))
  const pdf = (await page.pdf({preferCSSPageSize: true})).toString('latin1')
  expect(Math.max(...[...pdf.matchAll(/\/Count (\d+)/gu)].map(([, count]) => Number(count)))).toBe(1)
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/u.exec(pdf) ?? []
  expect(Math.round((Number(width) / 72) * 25.4)).toBe(210)
  expect(Math.round((Number(height) / 72) * 25.4)).toBe(297)
})

describe('without JavaScript', () => {
  beforeEach(async () => {
    await context.close()
    await newPage({javaScriptEnabled: false})
  })

  test.each(LOCALES)('every kind of page shows its text in %s', async (locale) => {
    const bad: string[] = []
    for (const path of standardPaths(dist)) {
      const local = localize(path, locale)
      const response = await page.goto(address + local)
      // What the page says, but not what only scripts use or what is folded until asked for.
      const $ = load(readFileSync(join(dist, fileOf(local)), 'utf8'))
      const said = $('main h1').first().text().replace(/\s+/gu, ' ').trim()
      const shown = (await page.locator('main').innerText()).replace(/\s+/gu, ' ')
      if (response?.status() !== 200 || said === '' || !shown.includes(said)) bad.push(`${local}: no heading`)
      if (shown.length < said.length + 80) bad.push(`${local}: only «${shown.slice(0, 120)}»`)
    }
    expect(bad).toEqual([])
  })

  test('the search of a visitor is answered with the alphabet, which leads to the text and to the blank', async () => {
    await page.goto(address)
    await page.locator('main input[name=q]').fill(MISSPELT)
    await page.getByRole('search').last().getByRole('button').click()
    await page.waitForURL(/\/search\/\?q=/u)
    const withBlank = standards.find(({annexes}) => annexes.some(({pdf}) => pdf !== undefined))
    await page
      .locator(`[data-search-fallback] a[href="${standardUrl(withBlank?.id ?? '')}"]`)
      .first()
      .click()
    await page.waitForURL(`**${standardUrl(withBlank?.id ?? '')}`)
    expect(await page.locator('#whole-text .point').filter({visible: true}).count()).toBe(withBlank?.points.length)
    const blank = withBlank?.annexes.find(({pdf}) => pdf !== undefined)
    await page
      .locator(`main a[href="${formUrl(blank?.id ?? '')}"]`)
      .first()
      .click()
    expect(
      await page
        .locator(`a[href="/${blank?.pdf ?? ''}"]`)
        .filter({visible: true})
        .count(),
    ).toBeGreaterThan(0)
  })
})
