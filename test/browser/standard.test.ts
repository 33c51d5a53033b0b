/** The page of a standard in a real browser: lists to tick, offices of a region, the printed sheet. */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, expect, inject, test} from 'vitest'
import type {Catalogue, Standard} from '../../parser/model/index.ts'
import {documentOptions} from '../../site/prepare/document-options.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as T
const standards = json<Catalogue>('index.json').standards.map(({id}) => json<Standard>(`standards/${id}.json`))
const longest = standards.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0]
const twoWays = standards.find(({facts}) => documentOptions(facts).length > 1)
const withSteps = standards.find(({facts}) => (facts.steps?.length ?? 0) > 3)
const LOCALES = ['', '/ru', '/en']

function rowsOf({annexes}: Standard): number {
  return annexes.reduce((sum, {groups = []}) => sum + groups.reduce((rows, group) => rows + group.rows.length, 0), 0)
}

let browser: Browser
let server: Server
let address: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const served = await serve(dist)
  server = served.server
  address = served.address
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
  page = await context.newPage()
}
beforeEach(() => newPage())
afterEach(() => context.close())

const visible = (selector: string): Promise<number> => page.locator(selector).filter({visible: true}).count()

test('the way of applying changes the list without a script', async () => {
  expect(twoWays).toBeTruthy()
  await context.close()
  await newPage({javaScriptEnabled: false})
  await page.goto(`${address}/standards/${twoWays?.id ?? ''}/`)
  expect(await visible('.panel')).toBe(1)
  const before = await page.locator('.panel').filter({visible: true}).innerText()
  await page.locator('.switch input').nth(1).check()
  expect(await visible('.panel')).toBe(1)
  expect(await page.locator('.panel').filter({visible: true}).innerText()).not.toBe(before)
  // and what is not chosen is not printed
  await page.emulateMedia({media: 'print'})
  expect(await visible('.panel')).toBe(1)
})

test('ticks and the way of applying are kept on the device and counted', async () => {
  await page.goto(`${address}/standards/${twoWays?.id ?? ''}/`)
  await page.locator('.switch input').nth(1).check()
  await page.locator('.panel-2 input[type=checkbox]').first().check()
  const said = await page.locator('[data-counter]').innerText()
  expect(said).toMatch(/1/u)
  await page.reload()
  expect(await page.locator('.switch input').nth(1).isChecked()).toBe(true)
  expect(await page.locator('.panel-2 input[type=checkbox]').first().isChecked()).toBe(true)
  expect(await page.locator('[data-counter]').innerText()).toBe(said)
})

test('another region is shown in place and remembered by the next standard', async () => {
  await page.goto(`${address}/standards/${longest?.id ?? ''}/`)
  const first = await page.locator('.where tbody').first().innerText()
  const select = page.locator('.where select')
  const last = await select.locator('option').nth(5).getAttribute('value')
  await select.selectOption(last)
  await expect.poll(() => page.locator('.where tbody').first().innerText()).not.toBe(first)
  const other = standards.findLast((standard) => rowsOf(standard) > 200 && standard.id !== longest?.id)
  await page.goto(`${address}/standards/${other?.id ?? ''}/`)
  await expect.poll(() => page.locator('.where select').inputValue()).toBe(last)
})

test('without a script every region is a link to its offices', async () => {
  await context.close()
  await newPage({javaScriptEnabled: false})
  await page.goto(`${address}/standards/${longest?.id ?? ''}/`)
  expect(await visible('.where select')).toBe(0)
  await page.locator('.where summary').click()
  await page.locator('.where details a').nth(4).click()
  expect(await page.locator(':target').count()).toBe(1)
})

test('every step and every answer names a point that is on the page', async () => {
  await page.goto(`${address}/standards/${withSteps?.id ?? ''}/`)
  const links = await page
    .locator('.columns .main > :not(#whole-text) a[href^="#p"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash.slice(1)))
  expect(links.length).toBeGreaterThan(15)
  const missing = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(decodeURIComponent(id))), links)
  expect(missing).toEqual([])
})

test('the strip stays on top with a link to the contents, and covers no point that is linked to', async () => {
  await context.close()
  await newPage({viewport: {width: 360, height: 740}})
  const {id, points} = withSteps ?? {id: '', points: []}
  await page.goto(`${address}/standards/${id}/#p${points[10]?.number ?? ''}`)
  const strip = await page.locator('[data-strip] a').boundingBox()
  const point = await page.locator(':target').boundingBox()
  expect(strip?.y).toBeLessThan(40)
  expect(strip?.height).toBeGreaterThanOrEqual(44)
  expect(point?.y).toBeGreaterThan((strip?.y ?? 0) + 50)
  await page.locator('[data-strip] a').click()
  await expect.poll(() => page.locator('#on-this-page details').getAttribute('open')).not.toBeNull()
})

test(
  'answers, list, offices and complaints fit one sheet of A4, in every standard, in one of them in every language',
  {timeout: 180_000},
  async () => {
    const sheets: string[] = []
    for (const {id} of standards) {
      for (const locale of id === twoWays?.id ? LOCALES : LOCALES.slice(0, 1)) {
        await page.goto(`${address}${locale}/standards/${id}/`)
        const pages = pagesOf(await page.pdf({preferCSSPageSize: true}))
        if (pages !== 1) sheets.push(`${locale}/standards/${id}/: ${String(pages)}`)
      }
    }
    expect(sheets).toEqual([])
  },
)

test('the sheet says when it was printed and where from; the whole text is printed where it is asked for', async () => {
  await page.goto(`${address}/standards/${withSteps?.id ?? ''}/`)
  await page.emulateMedia({media: 'print'})
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await page.locator('[data-print-date]').innerText()).toMatch(/\d\d\.\d\d\.\d{4}/u)
  expect(await page.locator('[data-print-address]').innerText()).toBe(`${address}/standards/${withSteps?.id ?? ''}/`)
  expect(await visible('#whole-text .point')).toBe(0)
  await page.goto(`${address}/standards/${withSteps?.id ?? ''}/#whole-text`)
  expect(await visible('#whole-text .point')).toBe(withSteps?.points.length ?? -1)
  expect(await visible('.where')).toBe(0)
})

test('a standard with the longest tables weighs less than 120 KB with all that it loads', async () => {
  await context.close()
  // a service worker fetches other pages too
  await newPage({serviceWorkers: 'block'})
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    sizes.push(
      response
        .body()
        .then((body) => (/\.woff2$/u.test(response.url()) ? body.length : gzipSync(body).length))
        .catch(() => 0),
    )
  })
  await page.goto(`${address}/standards/${longest?.id ?? ''}/`, {waitUntil: 'networkidle'})
  await page.locator('.where select').selectOption({index: 3})
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(120 * 1024)
})

/** Pages of a PDF as its page tree counts them. */
function pagesOf(pdf: Buffer): number {
  return Math.max(0, ...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/gu)].map((match) => Number(match[1])))
}
