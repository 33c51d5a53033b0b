/** Home and search in a real browser: what is found, how it is filtered, how much is fetched, how long an answer takes. */
import {readFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'
import type {Catalogue, Office, Resolution, Standard} from '../../parser/model/index.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {ANSWER_MEASURE} from '../../site/search/client.ts'
import queries from '../search/queries.json' with {type: 'json'}
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as T
const standards = json<Catalogue>('index.json').standards.map(({id}) => json<Standard>(`standards/${id}.json`))
const offices = json<Office[]>('offices.json')

let browser: Browser
let server: Server
let address: string
let context: BrowserContext
let page: Page
let complaints: string[]
/** Sizes of what was fetched, by path, gzipped where it is not packed by itself. */
let fetched: Map<string, number>
let waiting: Promise<void>[]

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
  context = await browser.newContext({viewport: {width: 1280, height: 900}, serviceWorkers: 'block', ...options})
  page = await context.newPage()
  complaints = []
  fetched = new Map()
  waiting = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    const weigh = async (): Promise<void> => {
      const body = await response.body()
      fetched.set(path, path.endsWith('.woff2') ? body.length : gzipSync(body).length)
    }
    waiting.push(weigh().catch(() => undefined))
  })
}
const weight = async (): Promise<number> => {
  await Promise.all(waiting)
  return [...fetched.values()].reduce((sum, size) => sum + size, 0)
}
const answered = (query: string): Promise<unknown> => page.locator(`[data-answered="${query}"]`).waitFor()
const open = async (query: string, more = '', locale = ''): Promise<void> => {
  await page.goto(`${address}${locale}/search/?q=${encodeURIComponent(query)}${more}`)
  await answered(query)
}

beforeEach(() => newPage())
afterEach(() => context.close())

describe('home', () => {
  test.each(['/', '/ru/', '/en/'])('%s is under 60 KB, all in', async (path) => {
    await page.goto(address + path, {waitUntil: 'networkidle'})
    const all = await weight()
    expect(all, JSON.stringify([...fetched])).toBeLessThan(60 * 1024)
    expect(complaints).toEqual([])
  })

  test('lists every service once, under who needs it', async () => {
    await page.goto(address)
    const listed = await page
      .locator('details[data-group] [data-standard]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-standard')))
    expect(listed.sort()).toEqual(standards.map(({id}) => id).sort())
    expect(await page.locator('details[data-group]').count()).toBe(new Set(standards.map(({facts}) => facts.audience ?? 'other')).size)
  })

  test('closes all groups but the first on a phone', async () => {
    await page.setViewportSize({width: 360, height: 740})
    await page.goto(address)
    const groups = page.locator('details[data-group]')
    expect(await groups.evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open))).toEqual([
      true,
      ...Array.from({length: (await groups.count()) - 1}, () => false),
    ])
  })

  test('its examples find something', async () => {
    for (const path of ['/', '/ru/', '/en/']) {
      await page.goto(address + path)
      const words = await page.locator('.examples a').allTextContents()
      expect(words.length).toBe(5)
      await page.locator('.examples a').nth(1).click()
      await answered(words[1] ?? '')
      expect(await page.locator('.found > li').count()).toBeGreaterThan(0)
    }
  })
})

describe('suggestions', () => {
  test('stand in groups, are chosen with arrows and told to a screen reader', async () => {
    await page.goto(address)
    const field = page.getByRole('combobox')
    await field.pressSequentially('әскери')
    const list = page.getByRole('listbox')
    await list.locator('[role=group]').first().waitFor()
    expect(
      (await list.getByRole('group').evaluateAll((all) => all.map((one) => one.firstElementChild?.textContent ?? ''))).slice(0, 2),
    ).toEqual(['Қызметтер', 'Тармақтар'])
    await field.press('ArrowUp')
    const last = list.getByRole('option').last()
    expect(await last.getAttribute('aria-selected')).toBe('true')
    expect(await last.textContent()).toContain('«әскери»')
    await field.press('Enter')
    await page.waitForURL(/\/search\/\?q=/u)
    await answered('әскери')
  })

  test('show what was typed of a word, and offices once their index is there', async () => {
    await page.goto(address)
    const field = page.getByRole('combobox')
    await field.pressSequentially('оскем')
    const office = page.getByRole('group', {name: 'Мекемелер'}).getByRole('option').first()
    await office.waitFor()
    expect(await office.locator('mark').first().textContent()).toBe('Өскем')
    expect([...fetched.keys()].filter((path) => path.startsWith('/search/')).sort()).toEqual([
      '/search/offices.json',
      '/search/services.json',
    ])
  })
})

describe('the search page', () => {
  test('says how much was found, and leads to the point itself', async () => {
    await open('жардемакы')
    expect(await page.locator('h1').textContent()).toMatch(/^«жардемакы» бойынша \d+ қызмет, \d+ тармақ/u)
    const rows = page.locator('.found dt a')
    const target = (await rows.first().getAttribute('href')) ?? ''
    expect(target).toMatch(/^\/standards\/[\d-]+\/#p/u)
    expect(await page.locator('.found dd mark').first().textContent()).toMatch(/^жәрдемақы/iu)
    await rows.first().click()
    await page.waitForURL(`**${target}`)
    expect(await page.locator(`[id="${target.split('#')[1] ?? ''}"]`).count()).toBe(1)
  })

  test('every point it shows is there on its page', async () => {
    for (const query of ['құжат', 'куәлік', 'мерзімі']) {
      await open(query)
      const targets = await page
        .locator('.found dt a[href^="/standards/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      expect(targets.length).toBeGreaterThan(10)
      for (const target of targets) {
        const [path = '', anchor = ''] = target.split('#')
        expect(readFileSync(join(dist, path, 'index.html'), 'utf8').includes(`id="${anchor}"`), target).toBe(true)
      }
    }
  })

  test('filters by kind, force, ministry, group and region; the address keeps it', async () => {
    await open('бөлім')
    const count = async (value: string): Promise<number> =>
      Number((await page.locator(`label:has(input[data-value="${value}"]) [data-count]`).textContent())?.replace(/\D/gu, ''))
    const region = offices.find((one) => one.region !== null)?.region ?? ''
    const there = await count(region)
    expect(there).toBeGreaterThan(0)
    await page.locator(`input[data-value="${region}"]`).check()
    await expect.poll(() => page.locator('h1').textContent()).toContain(` ${String(there)} мекеме`)
    expect(page.url()).toContain('region=')
    await page.reload()
    await answered('бөлім')
    expect(await page.locator(`input[data-value="${region}"]`).isChecked()).toBe(true)
    expect(await page.locator('.found .place').count()).toBe(Math.min(there, 20))

    await page.locator('input[data-value="in-force"]').check()
    await expect.poll(() => page.locator('.nothing').count()).toBe(1)
    await page.getByRole('button', {name: 'Сүзгілерді алып тастау'}).click()
    await expect.poll(() => page.locator('.found > li').count()).toBe(20)
    expect(complaints).toEqual([])
  })

  test('gives an office its telephone', async () => {
    await open('Өскемен')
    expect(await page.locator('.found .phones a').first().getAttribute('href')).toMatch(/^tel:\+7\d{10}$/u)
  })

  test('says what it mended, and searches as typed on demand', async () => {
    await open('зейнеттақы')
    expect(await page.locator('[data-search-notes] b').textContent()).toBe('зейнетақы')
    await page.getByRole('link', {name: 'Дәл «зейнеттақы» деп іздеу'}).click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('«зейнеттақы» бойынша ештеңе табылмады')
    // ways on
    expect(await page.locator('[data-search-fallback] [data-standard]').count()).toBe(standards.length)
    expect(await page.locator('.ways a').count()).toBe(4)
    await page.goBack()
    await expect.poll(() => page.locator('.found > li').count()).toBeGreaterThan(0)
  })

  test('finds by Russian words, in Russian, and says by which Kazakh ones', async () => {
    await open('пособие', '', '/ru')
    expect(await page.locator('[data-search-notes]').textContent()).toContain('пособие → жәрдемақы')
    const first = page.locator('.found h2 a').first()
    expect(await first.getAttribute('lang')).toBe('kk')
    expect(await first.getAttribute('href')).toMatch(/^\/ru\/standards\//u)
  })

  test.each([
    ['', 'Мекемелер тізімі жүктелмеді'],
    ['/ru', 'Список учреждений не загрузился'],
    ['/en', 'The list of offices could not be loaded'],
  ])('%s says when offices could not be fetched, and how to have them without the network', async (locale, said) => {
    await page.route('**/search/offices.json*', (route) => route.abort())
    await open('Өскемен', '', locale)
    const note = page.locator('[data-search-notes] .lacking')
    expect(await note.textContent()).toContain(said)
    expect(await note.locator('a').getAttribute('href')).toBe(`${locale}/offline/`)
    await page.goto(`${address}${locale}/`)
    await page.getByRole('combobox').pressSequentially('оскем')
    await page.getByRole('option', {name: said}).waitFor()
  })

  test('nothing it shows at first is pushed away by what comes after', async () => {
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, {shifts})
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & {value: number}).value)
      }).observe({type: 'layout-shift', buffered: true})
    })
    for (const size of [
      {width: 360, height: 740},
      {width: 1350, height: 940},
    ]) {
      await page.setViewportSize(size)
      await open('анықтама')
      await page.waitForTimeout(300)
      const shifts = await page.evaluate(() => (window as unknown as {shifts: number[]}).shifts)
      expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.05)
    }
  })

  test('a new query needs no new page', async () => {
    await open('зейнетақы')
    const before = fetched.size
    await page.locator('main input[name=q]').fill('апостиль')
    await page.locator('main input[name=q]').press('Enter')
    await answered('апостиль')
    await Promise.all(waiting)
    expect([...fetched.keys()].slice(before).filter((path) => path.endsWith('.html') || path.endsWith('/'))).toEqual([])
    await page.goBack()
    await answered('зейнетақы')
  })

  test('closes its filters on a phone', async () => {
    await page.setViewportSize({width: 360, height: 740})
    await open('зейнетақы')
    expect(await page.locator('[data-search-filters]').getAttribute('open')).toBeNull()
  })

  test('shows a query as text', async () => {
    const query = '<img src=x onerror=alert(1)>"\'&'
    await page.goto(`${address}/search/?q=${encodeURIComponent(query)}`)
    await page.locator('[data-answered]').waitFor()
    expect(await page.locator('main input[name=q]').inputValue()).toBe(query)
    expect(await page.locator('h1').textContent()).toContain('<')
    expect(await page.locator('main img').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})

describe('what a search costs', () => {
  /** Everything but the page itself, its style and fonts, which are there before. */
  const searched = async (): Promise<number> => {
    await weight()
    return [...fetched].filter(([path]) => path.endsWith('.js') || path.endsWith('.json')).reduce((sum, [, size]) => sum + size, 0)
  }
  test.each([
    ['апостиль', 160],
    ['зейнетақы', 260],
    ['Өскемен', 260],
    ['жұмыспен қамту бөлімі', 260],
    ['әскери билет өтініш', 260],
  ])('the first answer to «%s» comes out of less than %i KB, library and indexes', async (query, most) => {
    await open(query)
    const size = await searched()
    expect(size, JSON.stringify([...fetched])).toBeLessThan(most * 1024)
    expect(size).toBeLessThan(400 * 1024)
  })

  test('from home to the results the index is fetched once', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(address)
    await page.getByRole('combobox').pressSequentially('апостиль')
    await page.getByRole('option').first().waitFor()
    await page.getByRole('combobox').press('Enter')
    await answered('апостиль')
    expect(asked.filter((path) => path === '/search/services.json')).toHaveLength(1)
    expect(await weight()).toBeLessThan(400 * 1024)
  })

  test('95 of 100 answers take under 10 ms', async () => {
    await open('Өскемен')
    const field = page.locator('main input[name=q]')
    for (const {query} of queries) {
      await field.fill(query)
      await field.press('Enter')
      await answered(query)
    }
    const times = await page.evaluate((name) => performance.getEntriesByName(name).map(({duration}) => duration), ANSWER_MEASURE)
    expect(times.length).toBeGreaterThanOrEqual(queries.length)
    const sorted = times.sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThan(10)
  }, 240_000)
})

describe('an index in pages', () => {
  const resolutions = json<Catalogue>('index.json').resolutions.map((id) => json<Resolution>(`resolutions/${id}.json`))
  const limits = {whole: {texts: 0, offices: 0}, page: {words: 4000, postings: 4000, texts: 4000, offices: 4000}}
  const files = buildSearchIndexes({standards, resolutions, offices}, limits)
  const titles = (): Promise<string[]> => page.locator('.found h2').allTextContents()

  test('shows what a whole one does, out of the pages it needs', async () => {
    const all = ['зейнетақы', 'Өскемен', 'пособие', 'зейнеттақы', 'анықтама']
    const whole: string[][] = []
    for (const query of all) {
      await open(query)
      whole.push([...(await titles()), ...(await page.locator('.found dd').allTextContents())])
    }
    await context.close()
    await newPage()
    await page.route(/\/search\/.*\.json/u, (route) => {
      const body = files.get(new URL(route.request().url()).pathname.slice(1))
      return body === undefined ? route.abort() : route.fulfill({body, contentType: 'application/json'})
    })
    for (const [at, query] of all.entries()) {
      await open(query)
      expect([...(await titles()), ...(await page.locator('.found dd').allTextContents())], query).toEqual(whole[at])
    }
    const read = [...fetched.keys()].filter((path) => path.startsWith('/search/') && path.endsWith('.json'))
    expect(read.length).toBeGreaterThan(10)
    expect(read.length).toBeLessThan(files.size / 2)
    expect(complaints).toEqual([])
  })

  test('suggests, sorts by the alphabet and shows more', async () => {
    await page.route(/\/search\/.*\.json/u, (route) => {
      const body = files.get(new URL(route.request().url()).pathname.slice(1))
      return body === undefined ? route.abort() : route.fulfill({body, contentType: 'application/json'})
    })
    await page.goto(address)
    await page.getByRole('combobox').pressSequentially('зейнет')
    await page.getByRole('option').nth(2).waitFor()
    await open('анықтама', '&order=alphabet')
    const first = await titles()
    const services = first.filter((_, at) => at < 5)
    expect(services).toEqual([...services].sort((a, b) => a.localeCompare(b, 'kk')))
    await page.locator('.search-results > button').click()
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(first.length)
    expect(complaints).toEqual([])
  })
})

describe('without JavaScript', () => {
  test('the search page answers with services by letter, regions and forms', async () => {
    await context.close()
    await newPage({javaScriptEnabled: false})
    await page.goto(`${address}/`)
    await page.getByRole('searchbox').fill('зейнетақы')
    await page.getByRole('button', {name: 'Іздеу'}).click()
    await page.waitForURL(/\/search\/\?q=/u)
    const list = page.locator('[data-search-fallback]')
    expect(await list.locator('[data-standard]').count()).toBe(standards.length)
    expect(await list.locator('a[href^="/offices/region/"]').count()).toBe(new Set(offices.flatMap(({region}) => region ?? [])).size)
    expect(await list.locator('a[href^="/forms/"]').count()).toBeGreaterThan(0)
    expect(await page.locator('[data-search-found]').isVisible()).toBe(false)
  })
})
