/** What scripts write on a page is in the page's language, and what they show of the acts is marked as Kazakh. */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import type {Catalogue, Office, Standard} from '../../parser/model/index.ts'
import {formUrl, localize, regionUrl, standardUrl} from '../../site/urls.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as T
const standards = json<Catalogue>('index.json').standards.map(({id}) => json<Standard>(`standards/${id}.json`))
const offices = json<Office[] | {offices: Office[]}>('offices.json')
const region = (Array.isArray(offices) ? offices : offices.offices).find((office) => office.region !== null)?.region ?? ''
const standard = standards.find(({facts, annexes}) => facts.documents.length > 1 && annexes.some(({kind}) => kind === 'offices'))
const form = standards.flatMap(({annexes}) => annexes).find(({fields}) => fields?.some(({format}) => format === 'iin'))
const word = 'жәрдемақы'

let browser: Browser
let server: Server
let address: string

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

/** Shown texts with Kazakh letters where the nearest `lang` is another language. */
const leftovers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent ?? ''
      if (!element || element.closest('script, style, noscript') || !/[әғқңөұүһі]/iu.test(text)) continue
      if (element.closest('[lang]')?.getAttribute('lang') !== 'kk') found.push(text.trim().slice(0, 80))
    }
    return [...new Set(found)].slice(0, 10)
  })

describe.each(['ru', 'en'] as const)('in %s', (locale) => {
  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage()
    await page.goto(`${address}${localize(path, locale)}`)
    return page
  }

  test('search results and suggestions', async () => {
    const page = await open(`/search/?q=${encodeURIComponent(word)}`)
    await page.locator('[data-search-results] a').first().waitFor()
    expect(await page.locator('[data-search-results] a').count()).toBeGreaterThan(2)
    expect(await page.locator('[data-search-title]').textContent()).toContain(word)
    expect((await leftovers(page)).filter((text) => !text.includes(word))).toEqual([])
    const lead = await page.locator('[data-search-results] a').first().getAttribute('href')
    expect(lead).toMatch(new RegExp(`^/${locale}/`, 'u'))

    const home = await open('/')
    await home.locator('main input[type=search]').pressSequentially(word.slice(0, 5), {delay: 20})
    await home.locator('[role=option]').first().waitFor()
    expect((await leftovers(home)).filter((text) => !text.includes(word.slice(0, 5)))).toEqual([])
    await Promise.all([page.close(), home.close()])
  })

  test('another language keeps what was searched for', async () => {
    const page = await open(`/search/?q=${encodeURIComponent(word)}`)
    await page.locator(`[data-languages] a[hreflang=kk]`).click()
    await page.waitForURL((url) => url.pathname === '/search/')
    expect(new URL(page.url()).searchParams.get('q')).toBe(word)
    await page.close()
  })

  test('the counter of documents', async () => {
    expect(standard).toBeTruthy()
    const page = await open(standardUrl(standard?.id ?? ''))
    const box = page.locator('#documents ~ * input[type=checkbox]:visible, [data-checklist] input[type=checkbox]:visible').first()
    await box.check()
    await page.locator('[data-counter]:visible').first().waitFor()
    expect(await page.locator('[data-counter]:visible').first().textContent()).toMatch(/1/u)
    expect(await leftovers(page)).toEqual([])
    await page.close()
  })

  test('errors of a form', async () => {
    expect(form).toBeTruthy()
    const page = await open(formUrl(form?.id ?? ''))
    const name = form?.fields?.find(({format}) => format === 'iin')?.name ?? ''
    await page.locator(`[data-field="${name}"] input`).first().fill('123')
    await page.locator('form[data-form] [type=submit]').click()
    await page.locator('[data-summary]').waitFor()
    expect(await page.locator('[data-summary] li').first().textContent()).toContain(
      locale === 'ru' ? 'должно быть 12 цифр' : 'have to be 12 digits',
    )
    expect(await leftovers(page)).toEqual([])
    await page.close()
  })

  test('the filter of a region', async () => {
    const page = await open(regionUrl(region))
    const filter = page.locator('main input[type=search]').first()
    await filter.fill('қала')
    await page.waitForTimeout(300)
    expect(await leftovers(page)).toEqual([])
    await page.close()
  })
})
