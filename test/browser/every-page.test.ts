/**
 * What holds on a page of every kind, in every language, in both themes and in large type, on a phone and on a desk:
 * axe-core sees no fault, nothing is wider than the window, no policy is broken, no other host is asked.
 */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {createRequire} from 'node:module'
import type {AxeResults, RunOptions} from 'axe-core'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'
import {LOCALES} from '../../site/i18n/index.ts'
import {localize} from '../../site/urls.ts'
import {standardPaths} from './page-kinds.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const PHONE = {width: 360, height: 740}
const DESK = {width: 1280, height: 900}
const SMALLEST = {width: 320, height: 640}
/** The rules that a change of colours alone can break. */
const COLOURS: RunOptions = {runOnly: ['color-contrast', 'link-in-text-block']}
const SEARCHES = ['/search/?q=мекеме', '/search/?q=ъъъъъъ']
const paths = [...standardPaths(dist), ...SEARCHES]

let browser: Browser
let server: Server
let address: string
let page: Page
/** What the browser complained of, broken policies among it, and the hosts it turned to. */
let complaints: string[]
let hosts: Set<string>

beforeAll(async () => {
  ;({server, address} = await serve(dist))
  browser = await openBrowser()
  const context = await browser.newContext({serviceWorkers: 'block', reducedMotion: 'reduce'})
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => {
      setTimeout(() => {
        throw new Error(`policy: ${violatedDirective} ${blockedURI}`)
      })
    })
  })
})
afterAll(async () => {
  await browser.close()
  server.close()
})
beforeEach(() => {
  complaints = []
  hosts = new Set()
})

/** Opens a page in its plain look; a search waits for its answer. */
async function open(path: string): Promise<void> {
  await page.setViewportSize(PHONE)
  await page.emulateMedia({colorScheme: 'light'})
  const query = new URL(path, address).searchParams.get('q')
  await page.goto(address + path)
  if (query !== null) await page.locator(`[data-answered="${query}"]`).waitFor()
  await page.evaluate(AXE)
}

async function faults(look: string, options: RunOptions = {}): Promise<string[]> {
  const {violations, passes} = await page.evaluate(
    (given) => (window as unknown as {axe: {run(options: RunOptions): Promise<AxeResults>}}).axe.run(given),
    {resultTypes: ['violations' as const], ...options},
  )
  // A page where no rule finds anything to look at would prove nothing.
  expect(passes.length).toBeGreaterThan(0)
  return violations.map(({id, nodes}) => `${look}: ${id}: ${nodes.map(({html}) => html.slice(0, 300)).join('; ')}`)
}

const overflow = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function everyLook(path: string): Promise<void> {
  await open(path)
  const found: string[] = []
  found.push(...(await faults('phone')))
  await page.emulateMedia({colorScheme: 'dark'})
  found.push(...(await faults('phone, dark', COLOURS)))
  await page.setViewportSize(DESK)
  found.push(...(await faults('desk, dark', COLOURS)))
  await page.emulateMedia({colorScheme: 'light'})
  found.push(...(await faults('desk')))
  await page.locator('#large-type').check()
  found.push(...(await faults('desk, large type')))
  await page.setViewportSize(PHONE)
  found.push(...(await faults('phone, large type')))
  await page.setViewportSize(SMALLEST)
  if ((await overflow()) > 0) found.push(`320 pixels, large type: ${String(await overflow())} too wide`)
  await page.locator('#large-type').uncheck()
  if ((await overflow()) > 0) found.push(`320 pixels: ${String(await overflow())} too wide`)
  expect(found).toEqual([])
  expect(complaints).toEqual([])
  expect([...hosts]).toEqual([new URL(address).host])
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each(paths)('%s', (path) => everyLook(localize(path, locale)))
})

test('/404.html', () => everyLook('/404.html'))
