/** What a reader waits for and fetches, in a real browser. */
import {gzipSync} from 'node:zlib'
import type {Browser, Page} from 'playwright-core'
import type {Standard} from '../../../parser/model/index.ts'
import {ANSWER_MEASURE} from '../../../site/search/client.ts'
import {formUrl, searchUrl, standardUrl} from '../../../site/urls.ts'
import {isForm} from '../../../templates/forms/index.ts'
import {openBrowser, serve} from '../../../test/browser/site.ts'
import queries from '../../../test/search/queries.json' with {type: 'json'}
import type {Bench, Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'
import {percentile} from '../measure.ts'

const KILO = 1024
/** A query that the services answer, and one that needs the offices. */
const FIRST = ['апостиль', 'Өскемен']
/** Two names, so that the second PDF is another one. */
const [FIRST_VALUE, NEXT_VALUE] = ['Әсел', 'Ұлан']

export const browser: Subject = {
  title: 'In a browser',
  async measure(bench) {
    const {standards} = await bench.published()
    const {address, server} = await serve(bench.dist())
    const chromium = await openBrowser()
    try {
      // the browser's own start is not what is measured
      await withPage(chromium, (page) => page.goto(address))
      return [
        ...(await weights(chromium, address, standards, bench)),
        ...(await searching(chromium, address, bench)),
        ...(await filling(chromium, address, standards, bench)),
      ]
    } finally {
      await chromium.close()
      server.close()
    }
  },
}

/** A page of a fresh profile, closed afterwards. A service worker would fetch other pages too. */
async function withPage<Value>(chromium: Browser, use: (page: Page) => Promise<Value>): Promise<Value> {
  const context = await chromium.newContext({viewport: {width: 1280, height: 900}, serviceWorkers: 'block'})
  try {
    return await use(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Weighs what a page fetches: gzipped, where it is not packed by itself. */
function scales(page: Page): (only?: RegExp) => Promise<number> {
  const fetched = new Map<string, number>()
  const waiting: Promise<void>[] = []
  page.on('response', (response) => {
    const weigh = async () => {
      const body = await response.body()
      fetched.set(response.url(), response.url().endsWith('.woff2') ? body.length : gzipSync(body).length)
    }
    // a response without a body weighs nothing
    waiting.push(weigh().catch(() => undefined))
  })
  return async (only = /^/u) => {
    await Promise.all(waiting)
    return [...fetched].reduce((sum, [url, size]) => (only.test(new URL(url).pathname) ? sum + size : sum), 0)
  }
}

async function weights(chromium: Browser, address: string, standards: readonly Standard[], bench: Bench): Promise<Figure[]> {
  bench.say('weights')
  const weigh = (path: string) =>
    withPage(chromium, async (page) => {
      const weight = scales(page)
      await page.goto(address + path, {waitUntil: 'networkidle'})
      const places = page.locator('.where select')
      if ((await places.count()) > 0) await places.selectOption({index: 3})
      await page.waitForLoadState('networkidle')
      return weight()
    })
  const homes = []
  for (const path of ['/', '/ru/', '/en/']) homes.push(await weigh(path))
  const rows = ({annexes}: Standard) =>
    annexes.reduce((sum, {groups = []}) => sum + groups.reduce((all, group) => all + group.rows.length, 0), 0)
  const longest = standards.toSorted((a, b) => rows(b) - rows(a))[0]
  return [
    {
      id: 'browser/home',
      what: 'home, all in, gzipped, the heaviest of three languages',
      unit: 'bytes',
      value: Math.max(...homes),
      target: {most: 60 * KILO},
      compared: 'fixed',
    },
    {
      id: 'browser/standard',
      what: `the standard with the longest tables (${String(longest ? rows(longest) : 0)} rows), all in, gzipped`,
      unit: 'bytes',
      value: longest ? await weigh(standardUrl(longest.id)) : null,
      target: {most: 120 * KILO},
      compared: 'fixed',
    },
  ]
}

const INDEX_OR_SCRIPT = /\.(?:js|json)$/u

async function searching(chromium: Browser, address: string, bench: Bench): Promise<Figure[]> {
  const answered = (page: Page, query: string) => page.locator(`[data-answered="${query}"]`).waitFor()
  const figures: Figure[] = []
  for (const [at, query] of FIRST.entries()) {
    bench.say(`first answer to «${query}»`)
    figures.push({
      id: `browser/first-answer/${at === 0 ? 'services' : 'offices'}`,
      what: `fetched for a first answer, «${query}»: index and scripts, gzipped`,
      unit: 'bytes',
      value: await withPage(chromium, async (page) => {
        const weight = scales(page)
        await page.goto(`${address}${searchUrl()}?q=${encodeURIComponent(query)}`)
        await answered(page, query)
        return weight(INDEX_OR_SCRIPT)
      }),
      target: {most: 400 * KILO},
      compared: 'fixed',
    })
  }
  const times = await withPage(chromium, async (page) => {
    // one that needs the offices, so that all of the index is there
    await page.goto(`${address}${searchUrl()}?q=${encodeURIComponent(FIRST[1] ?? '')}`)
    await answered(page, FIRST[1] ?? '')
    const field = page.locator('main input[name=q]')
    for (const [at, {query}] of queries.entries()) {
      bench.say(`query ${String(at + 1)} of ${String(queries.length)}`)
      await field.fill(query)
      await field.press('Enter')
      await answered(page, query)
    }
    return page.evaluate((name) => performance.getEntriesByName(name).map(({duration}) => duration), ANSWER_MEASURE)
  })
  return [
    ...figures,
    {
      id: 'browser/search-p50',
      what: `an answer, half of ${String(queries.length)}`,
      unit: 'milliseconds',
      value: percentile(times, 0.5),
      note: `Chromium ${chromium.version()}`,
    },
    {id: 'browser/search-p95', what: 'an answer, 95 of 100', unit: 'milliseconds', value: percentile(times, 0.95), target: {most: 10}},
  ]
}

/** Every form is filled on a page of its own: the first PDF counts fetching and compiling, the next one does not. */
async function filling(chromium: Browser, address: string, standards: readonly Standard[], bench: Bench): Promise<Figure[]> {
  const forms = standards.flatMap(({annexes}) => annexes).filter(isForm)
  const measured: {first: number; next: number; bytes: number}[] = []
  for (const [at, {id}] of forms.entries()) {
    bench.say(`form ${String(at + 1)} of ${String(forms.length)}`)
    measured.push(await withPage(chromium, (page) => fill(page, address + formUrl(id))))
  }
  const greatest = (of: 'first' | 'next' | 'bytes') => Math.max(...measured.map((one) => one[of]))
  return [
    {
      id: 'browser/first-pdf',
      what: `first filled form, the slowest of ${String(forms.length)}`,
      unit: 'milliseconds',
      value: greatest('first'),
      target: {most: 1000},
    },
    {id: 'browser/next-pdf', what: 'the next on the same page', unit: 'milliseconds', value: greatest('next')},
    {
      id: 'browser/pdf-bytes',
      what: 'fetched for it when it is asked for, gzipped',
      unit: 'bytes',
      value: greatest('bytes'),
      target: {most: 400 * KILO},
      compared: 'fixed',
    },
  ]
}

async function fill(page: Page, url: string): Promise<{first: number; next: number; bytes: number}> {
  await page.goto(url, {waitUntil: 'networkidle'})
  const weight = scales(page)
  const field = page.locator('form[data-form] :is(input[type=text], textarea)').first()
  const once = async (value: string): Promise<number> => {
    await field.fill(value)
    // measured in the page, from the press to the click on the download's link
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const start = performance.now()
          const {prototype} = HTMLAnchorElement
          prototype.click = () => {
            resolve(performance.now() - start)
          }
          document.querySelector<HTMLFormElement>('form[data-form]')?.requestSubmit()
        }),
    )
  }
  const first = await once(FIRST_VALUE)
  const bytes = await weight()
  return {first, next: await once(NEXT_VALUE), bytes}
}
