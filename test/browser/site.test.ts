/** The built site in a real browser: what a visitor does, and what no page may do. */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {AxeResults} from 'axe-core'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'
import type {Catalogue, Standard} from '../../parser/model/index.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as T
const standards = json<Catalogue>('index.json').standards.map(({id}) => json<Standard>(`standards/${id}.json`))
const withForm = standards.find(({annexes}) => annexes.some(({pdf}) => pdf !== undefined))
const form = withForm?.annexes.find(({pdf}) => pdf !== undefined)
const withOffices = standards.find(({annexes}) => annexes.some(({kind}) => kind === 'offices'))
const officeList = withOffices?.annexes.find(({kind}) => kind === 'offices')
const indicators = standards.flatMap(({annexes}) => annexes).find(({report}) => report !== undefined)

let browser: Browser
let server: Server
let address: string
let context: BrowserContext
let page: Page
/** What the browser complained of, and the hosts it turned to. */
let complaints: string[]
let hosts: Set<string>

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
  complaints = []
  hosts = new Set()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
}

beforeEach(() => newPage())
afterEach(() => context.close())

test('a visitor searches for a word as typed on a Russian keyboard, opens a standard and downloads its form', async () => {
  expect(withForm && form).toBeTruthy()
  const word = /[\p{L}-]{7,}/u.exec(withForm?.title ?? '')?.[0] ?? ''
  await page.goto(`${address}/`)
  await page.getByRole('search').getByRole('combobox').fill(word.replaceAll('қ', 'к').replaceAll('ә', 'а'))
  await page.getByRole('button', {name: 'Іздеу'}).click()
  await page.waitForURL(/\/search\/\?q=/u)

  const found = page.locator(`.found a[href="/standards/${withForm?.id ?? ''}/"]`)
  await found.waitFor()
  await found.click()
  expect(await page.locator('h1').textContent()).toBe(withForm?.title)

  await page.locator(`#forms ~ * a[href^="/forms/"]`).first().click()
  await page.waitForURL(/\/forms\//u)
  const download = page.waitForEvent('download')
  await page.getByRole('link', {name: /PDF/u}).first().click()
  const file = await (await download).path()
  expect(readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(complaints).toEqual([])
  expect([...hosts]).toEqual([new URL(address).host])
})

test('every key answer of a standard leads to a place on its page', async () => {
  await page.goto(`${address}/standards/${withForm?.id ?? ''}/`)
  const targets = await page.locator('dl.key a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(targets.length).toBeGreaterThan(1)
  for (const target of targets) expect(await page.locator(`[id="${target.slice(1)}"]`).count(), target).toBe(1)
})

test('suggestions: arrows choose, Escape closes, Enter opens', async () => {
  await page.goto(`${address}/`)
  const field = page.getByRole('combobox')
  await field.pressSequentially(withForm?.title.slice(0, 8) ?? '')
  const list = page.getByRole('listbox')
  await list.waitFor()
  await field.press('Escape')
  expect(await list.isVisible()).toBe(false)
  await field.press('Backspace')
  await list.waitFor()
  await field.press('ArrowDown')
  const chosen = list.locator('[aria-selected=true]')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  await field.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/')
  expect(complaints).toEqual([])
})

test('ticks of the checklist are kept on the device and counted', async () => {
  const standard = standards.find(({facts}) => facts.documents.length > 1)
  await page.goto(`${address}/standards/${standard?.id ?? ''}/`)
  await page.locator('[data-checklist] input').first().check()
  expect(await page.locator('[data-counter]').first().textContent()).toMatch(/\b1\b/u)
  await page.reload()
  expect(await page.locator('[data-checklist] input').first().isChecked()).toBe(true)
})

describe('without JavaScript', () => {
  beforeEach(async () => {
    await context.close()
    await newPage({javaScriptEnabled: false})
  })

  test('the search page answers with the alphabet, the menu opens, a box ticks', async () => {
    await page.goto(`${address}/search/?q=x`)
    expect(await page.locator('[data-search-fallback] li[data-standard]').count()).toBe(standards.length)
    await page.setViewportSize({width: 360, height: 740})
    await page.locator('details.menu summary').click()
    expect(await page.locator('details.menu a').first().isVisible()).toBe(true)
  })

  test('every group of services is open on a phone', async () => {
    await page.setViewportSize({width: 360, height: 740})
    await page.goto(`${address}/`)
    for (const group of await page.locator('details[data-group]').all()) expect(await group.getAttribute('open')).not.toBeNull()
  })
})

const paths = [
  '/',
  '/standards/',
  `/standards/${withForm?.id ?? ''}/`,
  `/standards/${(officeList?.id ?? '').replace('/', '/annex-')}/`,
  `/forms/${(form?.id ?? '').replace('/', '-')}/`,
  '/resolutions/',
  `/resolutions/${withForm?.resolution ?? ''}/`,
  '/offices/',
  '/changes/',
  '/search/?q=мекеме',
  `/standards/${(indicators?.id ?? '').replace('/', '/annex-')}/`,
  '/quality/',
  '/reports/',
  '/data/',
  '/help/',
]

describe.each(paths)('%s', (path) => {
  test('has no fault that axe-core can see, and breaks no policy', async () => {
    await page.goto(address + path)
    if (path.includes('?q=')) await page.locator('.found').waitFor()
    await page.evaluate(AXE)
    const {violations} = await page.evaluate(() => (window as unknown as {axe: {run(): Promise<AxeResults>}}).axe.run())
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join('; ')}`)).toEqual([])
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(address).host])
  })

  test('fits 320 pixels', async () => {
    await page.setViewportSize({width: 320, height: 640})
    await page.goto(address + path)
    const {content, window} = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }))
    expect(content).toBeLessThanOrEqual(window)
  })
})

test('the dark theme keeps its contrast', async () => {
  await context.close()
  await newPage({colorScheme: 'dark'})
  for (const path of paths.slice(0, 5)) {
    await page.goto(address + path)
    await page.evaluate(AXE)
    const {violations} = await page.evaluate(() =>
      (window as unknown as {axe: {run(options: object): Promise<AxeResults>}}).axe.run({runOnly: ['color-contrast']}),
    )
    expect(
      violations.flatMap(({nodes}) => nodes.map(({html}) => html)),
      path,
    ).toEqual([])
  }
})

test('the site shows Kazakh in its own font', async () => {
  await page.goto(`${address}/`)
  await page.evaluate(() => document.fonts.ready)
  const loaded = await page.evaluate(() => [...document.fonts].filter(({status}) => status === 'loaded').map(({weight}) => weight))
  expect(loaded.sort()).toEqual(['400', '600', '700'])
  // A character the font lacks would be drawn by another: its width would not change with the family.
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return []
    return Array.from('ӘҒҚҢӨҰҮҺІәғқңөұүһі№«»', (letter) => {
      context.font = '100px "Noto Sans", monospace'
      const own = context.measureText(letter).width
      context.font = '100px monospace'
      return own !== context.measureText(letter).width
    })
  })
  expect(widths.every(Boolean)).toBe(true)
})
