/** The site with the network gone: what is kept by itself, what on demand, what is said of the rest, and how an edition follows another. */
import {copyFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'
import type {Catalogue, Standard} from '../../parser/model/index.ts'
import {buildWorker} from '../../scripts/lib/finish/worker.ts'
import type {Edition} from '../../site/worker/edition.ts'
import {openBrowser, serve} from './site.ts'

const dist = inject('dist')
const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, path), 'utf8')) as T
const standards = json<Catalogue>('data/index.json').standards.map(({id}) => json<Standard>(`data/standards/${id}.json`))
const withForm = standards.find(({annexes}) => annexes.some(({pdf}) => pdf !== undefined))
const form = withForm?.annexes.find(({pdf}) => pdf !== undefined)
const region = readdirSync(join(dist, 'offices', 'region'))[0]

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
  context = await browser.newContext()
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  server.close()
})

const cached = () =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const paths = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({url}) => new URL(url).pathname)),
    )
    return {names, paths: paths.flat()}
  })

/** Opens a page and waits until what is kept by itself is there. */
async function visit(path: string): Promise<void> {
  await page.goto(address + path)
  await expect.poll(async () => (await cached()).paths.filter((one) => one.endsWith('.pack')).length, {timeout: 20_000}).toBe(2)
}

/** A small site of the real one: the shell, the list of packs and the packs themselves. */
function copySite(folder: string): void {
  for (const name of readdirSync(dist)) {
    if (['assets', 'icons', 'offline', 'ru', 'en'].includes(name)) {
      if (name.length > 2) cpSync(join(dist, name), join(folder, name), {recursive: true})
      else for (const part of ['offline', 'site.webmanifest']) cpSync(join(dist, name, part), join(folder, name, part), {recursive: true})
    } else if (statSync(join(dist, name)).isFile() && !name.endsWith('.zip')) copyFileSync(join(dist, name), join(folder, name))
  }
}

/** Asks for a portion on the page for it and waits until it is kept. */
async function keep(portion: string): Promise<void> {
  const row = page.locator(`[data-portion=${portion}]`)
  await row.locator('[data-store]').click()
  await row.locator('[data-remove]').waitFor({timeout: 20_000})
}

async function goOffline(): Promise<void> {
  server.close()
  server.closeAllConnections()
  await context.setOffline(true)
}

test('one visit is enough to read standards and to search with the network gone', async () => {
  await visit('/')
  await goOffline()
  await page.goto(`${address}/standards/${withForm?.id ?? ''}/`)
  expect(await page.locator('h1').textContent()).toBe(withForm?.title)
  // Styled, in its own font.
  expect(
    await page.evaluate(() => document.fonts.ready.then(() => [...document.fonts].filter(({status}) => status === 'loaded').length)),
  ).toBeGreaterThan(0)
  await page.goto(`${address}/search/?q=${encodeURIComponent(withForm?.title.split(' ')[0] ?? '')}`)
  await page
    .locator(`.found a[href^="/standards/${withForm?.id ?? ''}/"]`)
    .first()
    .waitFor()
})

test('offices and forms are kept when asked for; a form is filled in offline for the first time', async () => {
  await visit('/offline/')
  await keep('offices')
  await keep('forms')
  await goOffline()
  await page.goto(`${address}/offices/region/${region ?? ''}/`)
  expect(await page.locator('main a[href^="/offices/"]').count()).toBeGreaterThan(0)

  const url = `/forms/${(form?.id ?? '').replace('/', '-')}`
  await page.goto(`${address}${url}/`)
  await page.locator('form[data-form] :is(input[type=text], textarea)').first().fill('Әсел')
  const download = page.waitForEvent('download')
  await page.locator('form[data-form]').evaluate((one: HTMLFormElement) => {
    one.requestSubmit()
  })
  const file = readFileSync(await (await download).path())
  expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  // The empty blank is there too.
  const blank = await page.evaluate(async (path) => (await (await fetch(path)).text()).slice(0, 5), `${url}.pdf`)
  expect(blank).toBe('%PDF-')
})

describe('an edition whose first portion is large', () => {
  const {packs} = json<Pick<Edition, 'packs'>>('offline/packs.json')
  // The same packs again and again: each could be kept.
  const large = packs.flatMap((pack) => Array.from({length: pack.name.startsWith('core-') ? 8 : 1}, () => pack))
  const core = async () => (await cached()).paths.filter((path) => /\/core-.*\.pack$/u.test(path))
  let folder = ''
  const serveEdition = async (name: string, list: Edition['packs']) => {
    writeFileSync(join(folder, 'offline/packs.json'), JSON.stringify({version: name, packs: list}))
    writeFileSync(join(folder, 'sw.js'), await buildWorker({version: name, shell: [], packs: list}))
  }
  const update = async (name: string) => {
    await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.update()))
    await expect
      .poll(async () => (await cached()).names.filter((one) => one.startsWith('qyzmet-') && one !== 'qyzmet-earlier'), {timeout: 20_000})
      .toEqual([`qyzmet-${name}`])
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qyzmet-large-'))
    copySite(folder)
    server.close()
    ;({server, address} = await serve(folder))
  })
  afterEach(() => {
    rmSync(folder, {recursive: true, force: true})
  })

  test('is not kept unasked, and the page for it does not say so', async () => {
    await serveEdition('large', large)
    await page.goto(`${address}/offline/`)
    await page.locator('[data-portion=core] [data-store]').waitFor()
    expect(await page.locator('[data-portion=core] [data-unasked]').isVisible()).toBe(false)
    await page.waitForTimeout(1500)
    expect(await core()).toEqual([])
  })

  test('does not follow one that was small, unless the visitor has asked for it', async () => {
    await serveEdition('small', packs)
    await visit('/offline/')
    expect(await page.locator('[data-portion=core] [data-unasked]').isVisible()).toBe(true)
    await serveEdition('large', large)
    await update('large')
    expect(await core()).toEqual([])
    await page.reload()
    await keep('core')
    expect(await core()).toHaveLength(2)
    await serveEdition('larger', [...large, ...large])
    await update('larger')
    expect(await core()).toHaveLength(2)
  })
})

test('a page that is not kept says so in its own language, and leads on', async () => {
  await visit('/')
  await goOffline()
  const response = await page.goto(`${address}/ru/quality/`)
  expect(response?.status()).toBe(503)
  expect(await page.locator('html').getAttribute('lang')).toBe('ru')
  expect(await page.locator('h1').textContent()).toContain('не сохранена')
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(links).toContain('/ru/offline/')
})

test('what is kept can be removed, and is not kept again by itself', async () => {
  await visit('/offline/')
  await page.reload()
  await page.locator('[data-portion=core] [data-remove]').click()
  await page.locator('[data-portion=core] [data-store]').waitFor()
  await page.goto(`${address}/`)
  await page.waitForTimeout(1500)
  expect((await cached()).paths.filter((path) => path.endsWith('.pack'))).toEqual([])
})

test('a portion is kept or not: broken off in the middle, it says so and can be asked for again', async () => {
  await visit('/offline/')
  await page.reload()
  await page.route('**/offices-kk.*.pack', (route) => route.fulfill({status: 500, body: ''}))
  // The worker lets packs through to the network, where the page is stopped.
  const row = page.locator('[data-portion=offices]')
  await row.locator('[data-store]').click()
  await expect.poll(() => row.locator('[data-state]').textContent()).toContain('Сақталмады')
  await page.unroute('**/offices-kk.*.pack')
  await keep('offices')
})

test('a new edition comes whole, with all that the old one kept, and the old one goes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-editions-'))
  try {
    copySite(folder)
    server.close()
    ;({server, address} = await serve(folder))
    await visit('/offline/')
    await keep('forms')
    const [before] = (await cached()).names

    const source = readFileSync(join(folder, 'sw.js'), 'utf8')
    const {version} = json<Omit<Edition, 'shell'>>('offline/packs.json')
    const next = `${version.slice(0, -4)}beef`
    // A worker whose new edition can't be had whole: the old one stays.
    const broken = source.replaceAll(version, next).replaceAll('/offline/missing/', '/offline/gone/')
    writeFileSync(join(folder, 'sw.js'), broken)
    await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.update()).catch(() => null))
    await page.waitForTimeout(1000)
    expect(await page.evaluate(() => caches.match('/site.webmanifest').then((one) => one !== undefined))).toBe(true)
    expect((await cached()).names).toContain(before)

    writeFileSync(join(folder, 'sw.js'), source.replaceAll(version, next))
    await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.update()))
    await expect
      .poll(async () => (await cached()).names.filter((name) => name !== 'qyzmet-earlier'), {timeout: 20_000})
      .toEqual([`qyzmet-${next}`])
    expect((await cached()).paths.filter((path) => path.endsWith('.pack'))).toHaveLength(4)
    await goOffline()
    await page.goto(`${address}/`)
    expect(await page.locator('h1').count()).toBe(1)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})

test('the worker is one file, and says the same from the same edition', async () => {
  const edition: Edition = {version: 'v', shell: [], packs: []}
  const text = await buildWorker(edition)
  expect(text).not.toMatch(/\bimport\b/u)
  expect(await buildWorker(edition)).toBe(text)
})

test('the manifest is one that browsers take for an app', async () => {
  for (const path of ['', 'ru/', 'en/']) {
    const manifest = json<{name: string; start_url: string; display: string; icons: {src: string; sizes: string; purpose?: string}[]}>(
      `${path}site.webmanifest`,
    )
    expect(manifest.start_url).toBe(`/${path}`)
    expect(manifest.display).toBe('standalone')
    expect(manifest.icons.map(({sizes}) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
    for (const {src} of manifest.icons) expect(statSync(join(dist, src)).size).toBeGreaterThan(0)
  }
  await page.goto(`${address}/`)
  const client = await context.newCDPSession(page)
  expect((await client.send('Page.getAppManifest')).errors).toEqual([])
  expect((await client.send('Page.getInstallabilityErrors')).installabilityErrors.map(({errorId}) => errorId)).toEqual([])
})

test('the archive holds the site, opens from any server, and is not in itself', async () => {
  const files = unzipSync(new Uint8Array(readFileSync(join(dist, 'qyzmet-offline.zip'))))
  const names = Object.keys(files)
  const readme = new TextDecoder().decode(files['README.txt'])
  expect(readme).toContain('python3 -m http.server')
  expect(readme).toContain('ҚАЗАҚША')
  const missing = readdirSync(dist, {recursive: true, encoding: 'utf8'})
    .filter((path) => statSync(join(dist, path)).isFile() && !names.includes(`site/${path}`))
    .filter((path) => !path.endsWith('.pack'))
  expect(missing.sort()).toEqual(['offline/packs.json', 'qyzmet-offline.json', 'qyzmet-offline.zip', 'sw.js'])
  for (const name of ['index.html', 'sitemap.xml', 'search/index.html']) {
    expect(Buffer.from(files[`site/${name}`] ?? []).equals(readFileSync(join(dist, name))), name).toBe(true)
  }
})
