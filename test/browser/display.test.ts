/** How the site looks by choice: large type in high contrast, light and dark ground; with and without JavaScript. */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {AxeResults} from 'axe-core'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, inject, test} from 'vitest'
import {standardPaths} from './page-kinds.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const paths = standardPaths(dist)

let browser: Browser
let server: Server
let address: string
let context: BrowserContext
let page: Page
/** What the browser complained of, broken policies among it, and the hosts it turned to. */
let complaints: string[]
let hosts: Set<string>

beforeAll(async () => {
  ;({server, address} = await serve(dist))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
})
afterEach(() => context.close())

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({serviceWorkers: 'block', ...options})
  page = await context.newPage()
  complaints = []
  hosts = new Set()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => {
      setTimeout(() => {
        throw new Error(`policy: ${violatedDirective} ${blockedURI}`)
      })
    })
  })
  await page.goto(address + path)
}

const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const LIGHT = 'rgb(255, 255, 255)'

test('the ground chosen is kept on the device, against what the device asks for', async () => {
  await open('/', {colorScheme: 'light'})
  expect(await ground()).toBe(LIGHT)
  await page.locator('#ground-dark').check()
  expect(await ground()).not.toBe(LIGHT)
  await page.goto(`${address}/ru/offices/`)
  expect(await ground()).not.toBe(LIGHT)
  expect(await page.locator('#ground-dark').isChecked()).toBe(true)
  await page.emulateMedia({colorScheme: 'dark'})
  await page.locator('#ground-light').check()
  expect(await ground()).toBe(LIGHT)
  await page.locator('#ground-auto').check()
  expect(await ground()).not.toBe(LIGHT)
  await page.emulateMedia({media: 'print'})
  expect(await ground()).toBe(LIGHT)
})

test('scripts and styles that are not what the build has made are not run', async () => {
  context = await browser.newContext({serviceWorkers: 'block'})
  page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => /integrity/iu.test(message.text()) && refused.push(message.text()))
  await page.route(/\.(?:js|css)$/u, async (route) => {
    const response = await route.fetch()
    await route.fulfill({response, body: `${await response.text()}\n/* added on the way */`})
  })
  await page.goto(`${address}/search/`)
  await expect.poll(() => refused.length).toBeGreaterThan(3)
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(0)
})

test('the choice stands before anything is drawn', async () => {
  await open('/', {colorScheme: 'light'})
  await page.locator('#ground-dark').check()
  // The script of the head comes before the first style sheet and runs at once: no module, no defer.
  const head = readFileSync(join(dist, 'index.html'), 'utf8').split('</head>')[0] ?? ''
  const script = /<script(?![^>]*\b(?:type|defer|async)\b)[^>]*src="\/assets\/display\.[^"]+"/u.exec(head)
  expect(script?.index).toBeLessThan(head.indexOf('rel="stylesheet"'))
})

test.each([true, false])('large type: 24 pixels, black on white, links underlined (JavaScript: %s)', async (javaScriptEnabled) => {
  await open('/', {javaScriptEnabled, colorScheme: 'dark'})
  await page.locator('#large-type').check()
  expect(await ground()).toBe(LIGHT)
  const look = await page
    .locator('main a')
    .first()
    .evaluate((link) => {
      const body = getComputedStyle(document.body)
      return {
        size: parseFloat(body.fontSize) * Number(body.zoom || 1),
        ink: body.color,
        link: getComputedStyle(link).textDecorationLine,
      }
    })
  expect(look.size).toBeCloseTo(24, 0)
  expect(look.ink).toBe('rgb(0, 0, 0)')
  expect(look.link).toBe('underline')
  await page.goto(`${address}/help/`)
  expect(await page.locator('#large-type').isChecked()).toBe(javaScriptEnabled)
})

describe.each(paths)('%s', (path) => {
  test('in large type nothing is wider than the page; axe-core sees no fault, no policy is broken, no other host is asked', async () => {
    await open(path, {viewport: {width: 320, height: 640}})
    await page.locator('#large-type').check()
    const {content, window} = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }))
    expect(content).toBeLessThanOrEqual(window)
    await page.setViewportSize({width: 1280, height: 900})
    await page.evaluate(AXE)
    const {violations} = await page.evaluate(() => (window as unknown as {axe: {run(): Promise<AxeResults>}}).axe.run())
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join('; ')}`)).toEqual([])
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(address).host])
  })
})
