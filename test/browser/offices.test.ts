/** Offices in a real browser: found by district, opened in place, read without a script and from paper. */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {AxeResults} from 'axe-core'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, inject, test} from 'vitest'
import type {Office} from '../../parser/model/index.ts'
import {districtsUrl, officeUrl, regionDiscrepanciesUrl, regionUrl, serviceOfficesUrl} from '../../site/urls.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const offices = JSON.parse(readFileSync(join(dist, 'data', 'offices.json'), 'utf8')) as Office[]

/** A service centre of a district that can be called, with and without differences between its lists. */
const centre = (differs: boolean): Office => {
  const found = offices.find(
    ({kind, region, district, phones, discrepancies}) =>
      kind === 'service-centre' &&
      region !== null &&
      /[әғқңөұүһі]/u.test(district ?? '') &&
      phones.some(({e164}) => e164 !== null) &&
      discrepancies.some(({field}) => field === 'address' || field === 'phones') === differs,
  )
  if (!found) throw new Error('no such office in the data')
  return found
}
const plain = centre(false)
const disputed = centre(true)
const FOLDED: Record<string, string> = {ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и'}
/** «Ақкөл ауданы» → «аккол» */
const typed = ({district}: Office): string =>
  (district ?? '')
    .replace(/ аудан.*$/u, '')
    .toLowerCase()
    .replace(/[әғқңөұүһі]/gu, (letter) => FOLDED[letter] ?? letter)

let browser: Browser
let server: Server
let address: string
let context: BrowserContext | undefined

beforeAll(async () => {
  const served = await serve(dist)
  server = served.server
  address = served.address
  browser = await openBrowser()
})

afterEach(() => context?.close())

afterAll(async () => {
  await browser.close()
  server.close()
})

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext({viewport: {width: 1280, height: 900}, serviceWorkers: 'block', ...options})
  const page = await context.newPage()
  await page.goto(address + path)
  return page
}

const row = (page: Page, {id}: Office) => page.locator('tr[data-row]').filter({has: page.locator(`a[href$="${officeUrl(id)}"]`)})

test('a visitor finds the office of a district: map, filter without Kazakh letters, telephone', async () => {
  const page = await open('/offices/')
  await page.locator(`svg a[href="${regionUrl(plain.region ?? '')}"]`).click()
  await page.waitForURL(/\/offices\/region\//u)
  const all = await page.locator('tr[data-row]').count()
  await page.getByRole('searchbox').fill(typed(plain))

  expect(await row(page, plain).isVisible()).toBe(true)
  const shown = await page.locator('tr[data-row]:visible').count()
  expect(shown).toBeGreaterThan(0)
  expect(shown).toBeLessThan(all / 2)
  expect(await page.getByRole('status').last().textContent()).toContain(String(shown))
  const number = plain.phones.find(({e164}) => e164 !== null)?.e164 ?? ''
  expect(await row(page, plain).locator(`a[href="tel:${number}"]`).count()).toBe(1)

  await page.getByRole('searchbox').fill('ъъъъъ')
  expect(await page.locator('tr[data-row]:visible').count()).toBe(0)
  expect(await page.getByRole('status').last().textContent()).not.toBe('')
})

test('a row opens in place with the week and the differences, and closes again', async () => {
  const page = await open(regionUrl(disputed.region ?? ''))
  const link = row(page, disputed).locator('a[data-office]')
  await link.click()
  const box = page.locator('.opened-box')
  await box.waitFor()
  expect(await link.getAttribute('aria-expanded')).toBe('true')
  expect(await box.locator('.week').count()).toBe(1)
  expect(await box.locator('.matrix tbody').count()).toBe(disputed.discrepancies.length)
  expect(new URL(page.url()).pathname).toBe(regionUrl(disputed.region ?? ''))

  await box.getByRole('button').click()
  expect(await box.count()).toBe(0)
  expect(await link.getAttribute('aria-expanded')).toBe('false')
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('a row that cannot be opened in place leads to the page of its office', async () => {
  const page = await open(regionUrl(plain.region ?? ''))
  let refused = false
  await page.route(`**${officeUrl(plain.id)}`, (route) => {
    if (refused) return route.continue()
    refused = true
    return route.abort()
  })
  await row(page, plain).locator('a[data-office]').click()
  await page.waitForURL(`**${officeUrl(plain.id)}`)
  expect(await page.locator('h1').textContent()).toContain(plain.name)
})

describe('without JavaScript', () => {
  test('district, office and its row in the annex are reached by links alone', async () => {
    const page = await open('/offices/', {javaScriptEnabled: false})
    const summary = page.locator('details').filter({has: page.locator(`a[href^="${districtsUrl(plain.region ?? '')}"]`)})
    await summary.locator('summary').click()
    const district = summary.getByRole('link', {name: plain.district ?? '', exact: false}).first()
    await district.click()
    await page.waitForURL(/districts\/#/u)
    const section = page.locator(new URL(page.url()).hash)
    await section.locator(`a[href="${officeUrl(plain.id)}"]`).click()
    await page.waitForURL(`**${officeUrl(plain.id)}`)
    await page.locator('.wordings a').first().click()
    await page.waitForURL(/annex-[^#]*#/u)
    const target = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`)
    await target.waitFor({state: 'attached'})
    expect(await target.count()).toBe(1)
  })

  test('the filter, which would do nothing, does not show', async () => {
    const page = await open(regionUrl(plain.region ?? ''), {javaScriptEnabled: false})
    expect(await page.locator('[data-tools]').isVisible()).toBe(false)
    expect(await page.locator('tr[data-row]:visible').count()).toBe(offices.filter(({region}) => region === plain.region).length)
  })
})

test('on a phone kinds after the first are closed until asked for', async () => {
  const page = await open(regionUrl(plain.region ?? ''), {viewport: {width: 360, height: 740}})
  const sections = page.locator('details[data-section]')
  expect(await sections.first().getAttribute('open')).not.toBeNull()
  expect(await sections.nth(1).getAttribute('open')).toBeNull()
  await page.locator(`nav a[href="#${(await sections.nth(1).getAttribute('id')) ?? ''}"]`).click()
  await expect.poll(() => sections.nth(1).getAttribute('open')).not.toBeNull()
})

test('paper gets every office with its hours and the date of printing', async () => {
  const page = await open(regionUrl(plain.region ?? ''), {viewport: {width: 360, height: 740}})
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({media: 'print'})
  expect(await page.locator('tr[data-row]:visible').count()).toBe(offices.filter(({region}) => region === plain.region).length)
  expect(await page.locator('[data-printed]').textContent()).toMatch(/\d/u)
  expect(
    await page
      .locator('thead')
      .first()
      .evaluate((head) => getComputedStyle(head).display),
  ).toBe('table-header-group')
  expect(
    await page
      .locator('tr[data-row]')
      .first()
      .evaluate((one) => getComputedStyle(one).breakInside),
  ).toBe('avoid')
})

const region = disputed.region ?? ''
const paths = [
  '/offices/',
  regionUrl(region),
  districtsUrl(region),
  officeUrl(disputed.id),
  `/ru${officeUrl(plain.id)}`,
  `/ru${serviceOfficesUrl(disputed.standards[0] ?? '')}`,
  '/en/offices/discrepancies/',
  regionDiscrepanciesUrl(region),
]

describe.each(paths)('%s', (path) => {
  test('has no fault that axe-core can see, on a desk and on a dark phone', async () => {
    for (const options of [{}, {viewport: {width: 320, height: 700}, colorScheme: 'dark' as const}]) {
      const page = await open(path, options)
      const first = page.locator('a[data-office]').first()
      if ((await first.count()) > 0) {
        await first.click()
        await page.locator('.opened-box').waitFor()
      }
      await page.evaluate(AXE)
      const {violations} = await page.evaluate(() =>
        (globalThis as unknown as {axe: {run: (within: string) => Promise<AxeResults>}}).axe.run('main'),
      )
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(options.viewport?.width ?? 1280)
      await page.context().close()
    }
  })
})
