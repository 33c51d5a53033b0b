import {readFileSync, statSync} from 'node:fs'
import type {Server} from 'node:http'
import {join} from 'node:path'
import {load} from 'cheerio'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import type {ComparisonEntry} from '../../parser/model/index.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const entries = JSON.parse(readFileSync(join(dist, 'data/comparisons.json'), 'utf8')) as ComparisonEntry[]
const [entry] = entries
let browser: Browser
let server: Server
let address = ''

beforeAll(async () => {
  ;({address, server} = await serve(dist))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

const open = async (path: string, {width = 1280, script = true} = {}) => {
  const page = await browser.newPage({viewport: {width, height: 900}, javaScriptEnabled: script})
  await page.goto(`${address}${path}`)
  return page
}

describe('a comparison page', {timeout: 60_000}, () => {
  const path = `/compare/${entry?.id ?? ''}/`

  it('is there for every published comparison, in both directions, with its table', () => {
    expect(entries.length).toBeGreaterThan(5)
    for (const {id, docx} of entries) {
      for (const one of [id, id.split('--').reverse().join('--')])
        expect(statSync(join(dist, 'compare', one, 'index.html')).isFile(), one).toBe(true)
      expect(statSync(join(dist, docx ?? '')).size).toBeGreaterThan(5000)
    }
  })

  it('leaves the rest of long office lists of two services to the table, and says how many', () => {
    const cut = entries.flatMap((one) => {
      const {added, closed, moved, changed, typographic} = one.summary.offices
      const all = added + closed + moved + changed + typographic
      const back = one.id.split('--').reverse().join('--')
      return [one.id, back].flatMap((id) => {
        const $ = load(readFileSync(join(dist, 'compare', id, 'index.html'), 'utf8'))
        const ofOffices = $('.rest').filter(
          (_, note) => $(note).prevAll('table.offices, details.more').length > 0 && $(note).parent().is('.compare'),
        )
        const left = ofOffices.toArray().map((note) => Number(/\d+/u.exec($(note).text())?.[0]))
        expect($('tbody.office').length + left.reduce((sum, count) => sum + count, 0), id).toBe(all)
        for (const note of $('.rest').toArray()) expect($(note).find('a').attr('href'), id).toBe(`/${one.docx ?? ''}`)
        return left
      })
    })
    expect(cut.length).toBeGreaterThan(0)
  })

  it('goes from change to change and says where it stands', async () => {
    const page = await open(path)
    const total = await page.locator('.change:visible, .office:visible').count()
    await page.locator('[data-next]').click()
    await page.locator('[data-next]').click()
    expect(await page.locator('[data-position]').textContent()).toBe(`2 / ${String(total)}`)
    expect(await page.evaluate(() => document.activeElement?.classList.contains('change'))).toBe(true)
    await page.close()
  })

  it('shows both sides in one text, and leaves out what only looks different, without a script', async () => {
    const page = await open(path, {script: false})
    const row = page.locator('.change.changed').first()
    expect(await row.locator('.old.text').isVisible()).toBe(true)
    await page.locator('input.inline').check({force: true})
    expect(await row.locator('.old.text').isVisible()).toBe(false)
    expect(await row.locator('.both.text del').count()).toBeGreaterThan(0)
    await page.locator('.hide-typographic').check()
    expect(await page.locator('[data-kind="typographic"]:visible').count()).toBe(0)
    await page.close()
  })

  it('does not overflow the narrowest phone, and is one text there', async () => {
    const page = await open(path, {width: 320})
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await page.locator('.change .old.text:visible').count()).toBe(0)
    await page.close()
  })

  it('leads to another comparison from the selects', async () => {
    const page = await open(path)
    const other = entries.find(({old}) => old !== entry?.old)?.old ?? ''
    await Promise.all([
      page.waitForURL((url) => url.pathname.includes(`/compare/${other}--`)),
      page.locator('#compare-old').selectOption(other),
    ])
    await page.close()
  })
})

describe('other comparisons', {timeout: 60_000}, () => {
  it('an act known from instructions says what is not known', async () => {
    const page = await open('/compare/')
    await page.locator('a[href*="/compare/act-"]').first().click()
    // The click leads to another page: it is waited for.
    await page.locator('.missing').first().waitFor()
    expect(await page.locator('.instruction').first().getAttribute('href')).toMatch(/\/resolutions\/.+#i/u)
    await page.close()
  })

  it('the lists of service centres are one table of all their dates', async () => {
    const page = await open('/compare/lists-service-centre/')
    expect(await page.locator('.totals tbody tr').count()).toBeGreaterThan(2)
    expect(await page.locator('.steps-table tbody tr').count()).toBeGreaterThan(20)
    await page.close()
  })
})
