/**
 * Texts of a source that look like HTML, script, template or address stand on every page as text. A site is built from acts
 * full of them (hostile.ts) and another from their tame twins: the two differ in words alone.
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import type {Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {load} from 'cheerio'
import {parse as parseCsv} from 'csv-parse/sync'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readXml} from '../../parser/read/akn-xml.ts'
import type {Catalogue, Office, Resolution, Standard} from '../../parser/model/index.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import {LOCALES} from '../../site/i18n/index.ts'
import {formUrl, localize, officeUrl, qualityFileUrl, resolutionUrl, standardUrl} from '../../site/urls.ts'
import {fileOf} from '../../site/worker/edition.ts'
import {closeDirections} from '../../templates/direction.ts'
import {render} from '../../scripts/lib/sources/print-source.ts'
import {HOSTILE, LONG_TITLE, actOfLittle, hostile, sayEverywhere, tame} from './hostile.ts'
import type {Say} from './hostile.ts'
import {standardPaths} from './page-kinds.ts'
import {openBrowser, serve} from './site.ts'
import {markupFaults} from './validator.ts'

/** Acts of the build, by number; that in the text of a PDF parts its tables by what the cells say, so its twin may differ. */
const FORMATS: [number: string, format: SourceFormat, file: string][] = [
  ['9901', 'html', 'a.html'],
  ['9902', 'markdown', 'b.md'],
  ['9903', 'pdf-text', 'c.pdf.txt'],
  ['9904', 'html-text', 'd.html.txt'],
]
const LITTLE = '9905'
/** What a page says when a value is missing and nobody looked. */
const LEFTOVER = /\b(?:undefined|NaN|null)\b|\[object \w+\]/u

const folder = mkdtempSync(join(tmpdir(), 'qyzmet-hostile-'))
let dist: string
let twin: string
let browser: Browser
let server: Server
let address: string
let page: Page
/** Dialogs, errors and broken policies; and the hosts that were asked. */
let happened: string[]
let hosts: Set<string>

function build(name: string, say: Say): string {
  const sources = join(folder, `${name}-sources`)
  const out = join(folder, name)
  mkdirSync(sources)
  for (const [number, format, file] of FORMATS) writeFileSync(join(sources, file), render(sayEverywhere(number, say), format))
  writeFileSync(join(sources, 'e.html'), render(actOfLittle(LITTLE), 'html'))
  const {status, stderr} = spawnSync(process.execPath, ['scripts/qyzmet.mjs', 'build', '--sources', sources, '--out', out], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return out
}

beforeAll(async () => {
  dist = build('hostile', hostile)
  twin = build('tame', tame)
  ;({server, address} = await serve(dist))
  browser = await openBrowser()
  page = await (await browser.newContext({serviceWorkers: 'block', viewport: {width: 320, height: 640}})).newPage()
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => message.type() === 'error' && happened.push(message.text()))
  page.on('pageerror', (error) => happened.push(error.message))
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
  rmSync(folder, {recursive: true, force: true})
})

const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as T
const standards = (): Standard[] => json<Catalogue>('index.json').standards.map(({id}) => json<Standard>(`standards/${id}.json`))
const html = (root: string, path: string): string => readFileSync(join(root, fileOf(`/${path.replace(/^\//u, '')}`)), 'utf8')
const pagesOf = (root: string): string[] =>
  readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(?<=^|\/)index\.html$/u, ''))
const elements = ($: ReturnType<typeof load>) =>
  $('*')
    .toArray()
    .flatMap((node) => ('attribs' in node ? [node] : []))
const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Opens a page and gives what happened on it that should not. */
async function trouble(path: string): Promise<string[]> {
  happened = []
  hosts = new Set()
  await page.goto(address + path)
  const query = new URL(path, address).searchParams.get('q')
  if (query !== null) await expect.poll(() => page.locator('[data-answered]').getAttribute('data-answered')).toBe(query)
  const {hacked, wide} = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  if (hacked) happened.push('a script of the source has run')
  if (wide > 0) happened.push(`${String(wide)} pixels wider than the window`)
  for (const host of hosts) if (host !== new URL(address).host) happened.push(`asked ${host}`)
  return happened
}

test('every hostile text stands in the data as it was printed', () => {
  // Markdown says «<» by a reference as HTML does; the text of a PDF spaces short lines out, letter by letter.
  const printed = (format: SourceFormat, text: string): string => {
    if (format === 'pdf-text') return text.replace(/\s/gu, '')
    return squeezed(format === 'markdown' ? load(`<p>${text.replaceAll('<', '&lt;')}`)('p').text() : text)
  }
  for (const [number, format] of FORMATS) {
    const wanted = sayEverywhere(number, hostile)
    const all = standards().filter(({resolution}) => resolution === wanted.resolution.id)
    expect(json<Resolution>(`resolutions/${wanted.resolution.id}.json`).title, format).toBe(wanted.resolution.title)
    expect(
      all.map(({title}) => printed(format, title)),
      format,
    ).toEqual(wanted.standards.map(({title}) => printed(format, title)))
    expect(
      all.map(({points}) => points.map(({text}) => printed(format, text))),
      format,
    ).toEqual(wanted.standards.map(({points}) => points.map(({text}) => printed(format, text))))
  }
})

test('pages have the elements of their tame twins, and no other', () => {
  const count = (text: string): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const {name} of elements(load(text))) counts[name] = (counts[name] ?? 0) + 1
    return counts
  }
  const twins = new Set(pagesOf(twin))
  const common = pagesOf(dist).filter((path) => twins.has(path) && /^(?:\w\w\/)?(?:standards|resolutions)\/./u.test(path))
  const same = common.filter((path) => !/990[35]/u.test(path))
  expect(same.length).toBeGreaterThan(50)
  for (const path of same) expect(count(html(dist, path)), path).toEqual(count(html(twin, path)))
})

test('no page holds an element, an attribute or an address that only a source can have brought', () => {
  const found: string[] = []
  for (const path of pagesOf(dist)) {
    const $ = load(html(dist, path))
    for (const {name, attribs} of elements($)) {
      for (const [attribute, value] of Object.entries(attribs)) {
        if (/^on|^style$|^autofocus$/u.test(attribute)) found.push(`${path}: ${name} ${attribute}`)
        if (/^(?:href|src|action|srcset)$/u.test(attribute) && /^\s*(?:javascript|data|vbscript):|^\/\/|evil\.example/iu.test(value)) {
          found.push(`${path}: ${attribute}="${value.slice(0, 80)}"`)
        }
      }
    }
    for (const name of ['iframe', 'object', 'embed', 'base']) {
      if ($(name).length > 0) found.push(`${path}: ${name}`)
    }
    for (const one of $('script:not([src])').toArray()) {
      if (one.attribs['type'] !== 'application/ld+json') found.push(`${path}: a script of its own`)
      else JSON.parse($(one).text())
    }
    $('script, style').remove()
    // What the data hold is described with the words of JSON.
    if (path.endsWith('data/')) continue
    const leftover = LEFTOVER.exec($('body').text().replaceAll('toString hasOwnProperty', ''))
    if (leftover) found.push(`${path}: «${leftover[0]}»`)
  }
  expect([...new Set(found)].slice(0, 20)).toEqual([])
})

test('marks of direction stand by their number in JSON and XML, and as signs where a page is named', () => {
  const marked = standards().filter(({title}) => /\p{Bidi_Control}/u.test(title))
  expect(marked.length).toBeGreaterThan(0)
  const files = readdirSync(dist, {recursive: true, encoding: 'utf8'})
  const raw = files.filter((path) => /\.(?:json|jsonld|xml)$/u.test(path) && !path.startsWith('search/'))
  const escaped = raw.filter((path) => /\\u202e|&#x202E;|⟨U\+202E⟩/u.test(readFileSync(join(dist, path), 'utf8')))
  for (const kind of [/^data\/standards\//u, /^jsonld\//u, /^akn\//u]) expect(escaped.some((path) => kind.test(path))).toBe(true)
  expect(raw.filter((path) => /\p{Bidi_Control}/u.test(readFileSync(join(dist, path), 'utf8')))).toEqual([])
  const heads = pagesOf(dist).map((path) => /<head>[\s\S]*?<\/head>/u.exec(html(dist, path))?.[0] ?? '')
  expect(heads.filter((head) => /\p{Bidi_Control}/u.test(head))).toEqual([])
  expect(heads.some((head) => /<title[^>]*>[^<]*⟨U\+202E⟩/u.test(head))).toBe(true)
})

test('every text of the acts can be read on its page', () => {
  /** Pages close marks of direction piece by piece. */
  const bare = (one: string): string => one.replace(/\p{Bidi_Control}/gu, '')
  const text = (path: string): string => {
    const $ = load(html(dist, path))
    $('script, style').remove()
    return bare(squeezed($('body').text()))
  }
  for (const {id, title, points, annexes} of standards()) {
    const shown = text(standardUrl(id))
    expect(shown, id).toContain(bare(squeezed(title)))
    // Items stand in lists, their markers apart: the words are compared without the blanks between.
    const letters = shown.replaceAll(' ', '')
    for (const point of points) {
      for (const line of point.text.split('\n')) {
        expect(letters, `${id} ${point.number}`).toContain(bare(line.replace(/^\d+\)/u, '').replace(/\s/gu, '')))
      }
    }
    for (const annex of annexes) {
      const printed = text(`/standards/${annex.id.replace('/', '/annex-')}/`)
      for (const cell of annex.groups?.flatMap(({rows}) => rows.flatMap(({cells}) => cells)) ?? []) {
        expect(printed.replaceAll(' ', ''), annex.id).toContain(bare(cell.replace(/\s/gu, '')))
      }
      // A label holds what is printed around the gap: on the blank the two stand apart.
      const blank = annex.fields && text(formUrl(annex.id)).replaceAll(' ', '')
      for (const {label} of annex.fields ?? []) {
        for (const part of label.split(/\s+\(/u)) expect(blank, annex.id).toContain(bare(part.replace(/\s/gu, '')))
      }
      for (const {label} of annex.indicators ?? []) expect(printed, annex.id).toContain(bare(squeezed(label)))
    }
  }
  for (const id of json<Catalogue>('index.json').resolutions) {
    expect(text(resolutionUrl(id))).toContain(bare(squeezed(json<Resolution>(`resolutions/${id}.json`).title)))
  }
  for (const office of json<Office[]>('offices.json')) {
    const shown = text(officeUrl(office.id))
    expect(shown).toContain(bare(squeezed(office.name)))
    expect(shown).toContain(bare(squeezed(office.address)))
  }
})

test('no text turns round what stands behind it, and those who work with it are told', () => {
  const turning = pagesOf(dist).filter((path) => html(dist, path).includes('\u202e'))
  expect(turning.length).toBeGreaterThan(10)
  // A page on which every text closes its own marks has none to be closed.
  expect(turning.filter((path) => closeDirections(html(dist, path)) !== html(dist, path))).toEqual([])
  for (const [, , file] of FORMATS) {
    for (const locale of LOCALES) {
      const $ = load(html(dist, localize(qualityFileUrl(file), locale)))
      expect($('[id$=hidden-character] .hidden-char').text(), file).toContain('U+202E')
      expect($('main').text(), file).not.toMatch(/\p{Bidi_Control}/u)
    }
  }
})

test('markup stays valid', async () => {
  const faults: string[] = []
  for (const path of [...standardPaths(dist), standardUrl('2009-9901-2'), standardUrl('2009-9904-2')]) {
    faults.push(...(await markupFaults(html(dist, path))).map((fault) => `${path}: ${fault}`))
  }
  expect(faults.slice(0, 10)).toEqual([])
})

test('feed, site map, CSV and Akoma Ntoso are read by their readers', () => {
  const files = readdirSync(dist, {recursive: true, encoding: 'utf8'})
  const xml = files.filter((path) => path.endsWith('.xml'))
  expect(xml.length).toBeGreaterThan(10)
  for (const path of xml) expect(() => readXml(readFileSync(join(dist, path), 'utf8')), path).not.toThrow()
  expect(readFileSync(join(dist, 'changes.xml'), 'utf8')).not.toMatch(/<script|<img|<svg/u)
  for (const path of files.filter((one) => one.endsWith('.csv'))) {
    const rows: string[][] = parseCsv(readFileSync(join(dist, path)), {bom: true, delimiter: path.startsWith('data/') ? ',' : ';'})
    expect(rows.length, path).toBeGreaterThan(0)
    // A spreadsheet takes what opens with one of these for a formula.
    expect(
      rows.flat().filter((cell) => /^[=@\t]/u.test(cell)),
      path,
    ).toEqual([])
  }
})

describe('in a browser nothing runs, nobody is asked, nothing is wider than the window', () => {
  test.each(LOCALES)('on every kind of page in %s', async (locale) => {
    const bad: string[] = []
    const paths = [...standardPaths(dist), ...standards().map(({id}) => standardUrl(id)), '/changes/']
    for (const path of new Set(paths)) bad.push(...(await trouble(localize(path, locale))).map((one) => `${path}: ${one}`))
    expect(bad).toEqual([])
  })

  test('when they are searched for, found and shown', async () => {
    const bad: string[] = []
    for (const query of [...HOSTILE, 'evil', 'alert', 'анықтама']) {
      bad.push(...(await trouble(`/search/?q=${encodeURIComponent(query)}`)).map((one) => `${query}: ${one}`))
    }
    expect(bad).toEqual([])
    await page.goto(`${address}/search/?q=${encodeURIComponent('әскери анықтама')}`)
    await page.locator('.found > li').first().waitFor()
    const titles = await page.locator('.found').textContent()
    expect(HOSTILE.some((text) => titles?.includes(text))).toBe(true)
  })

  test('when they stand in an address', async () => {
    const bad: string[] = []
    const office = json<Office[]>('offices.json')[0]
    const [first = ''] = json<Catalogue>('index.json').resolutions
    for (const path of [
      '/',
      '/search/',
      officeUrl(office?.id ?? ''),
      resolutionUrl(first),
      standardUrl(standards()[0]?.id ?? ''),
      '/offices/',
    ]) {
      for (const tail of [
        '#%',
        '#%E0%A4%A',
        '#"><script>alert(1)</script>',
        '?x=<script>alert(2)</script>&__proto__=3',
        '?region=%00../../x#__proto__',
      ]) {
        bad.push(...(await trouble(path + tail)).map((one) => `${path}${tail}: ${one}`))
      }
    }
    bad.push(...(await trouble('/search/?q=javascript:alert(4)#%')))
    expect(bad).toEqual([])
  })

  test('when they are suggested', async () => {
    happened = []
    await page.goto(address)
    await page.getByRole('combobox').pressSequentially('әскери', {delay: 10})
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('listbox').locator('script, img, svg, a[href*=evil]').count()).toBe(0)
    expect(happened).toEqual([])
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  })

  test('when a form with them is filled in and taken as PDF', async () => {
    const form = standards()
      .flatMap(({annexes}) => annexes)
      .find(({pdf}) => pdf !== undefined)
    await page.goto(address + formUrl(form?.id ?? ''))
    happened = []
    await page.locator('form[data-form] :is(input[type=text], textarea)').first().fill('"><script>alert(1)</script>')
    const download = page.waitForEvent('download')
    await page.locator('form[data-form]').evaluate((one: HTMLFormElement) => {
      one.requestSubmit()
    })
    expect(
      readFileSync(await (await download).path())
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-')
    expect(happened).toEqual([])
  })
})

describe('an act of little', () => {
  const little = (): Standard => {
    const found = standards().find(({resolution, title}) => resolution.endsWith(LITTLE) && title.startsWith('Өте ұзақ'))
    if (!found) throw new Error('the standard without facts is not there')
    return found
  }

  test('a title of 600 letters stands whole in its heading, and fits', async () => {
    expect(LONG_TITLE).toHaveLength(600)
    expect(squeezed(little().title)).toBe(LONG_TITLE)
    for (const locale of LOCALES) {
      const path = localize(standardUrl(little().id), locale)
      expect(await trouble(path)).toEqual([])
      expect(squeezed((await page.locator('h1').textContent()) ?? '')).toBe(LONG_TITLE)
    }
  })

  test('a standard without facts shows its text, and no heading over nothing', async () => {
    await page.goto(address + standardUrl(little().id))
    expect(await page.locator('#whole-text .point').count()).toBe(little().points.length)
    expect(await page.locator('dl.key > *').count()).toBe(0)
    const bare = await page.locator('main h2, main h3').evaluateAll((headings) =>
      headings
        .filter((one) => {
          const next = one.closest('.heading-row')?.nextElementSibling ?? one.nextElementSibling
          return next === null || next.textContent?.trim() === ''
        })
        .map((one) => one.textContent),
    )
    expect(bare).toEqual([])
  })

  test('an office without address or telephone says so', async () => {
    const bare = json<Office[]>('offices.json').find((one) => one.address === '' && one.phones.length === 0)
    expect(bare).toBeTruthy()
    for (const locale of LOCALES) {
      expect(await trouble(localize(officeUrl(bare?.id ?? ''), locale))).toEqual([])
      expect(await page.locator('h1').textContent()).toContain(bare?.name)
      const empty = await page
        .locator('main :is(dd, td, h2 + p)')
        .evaluateAll((all) => all.filter((one) => one.textContent?.trim() === '').length)
      expect(empty).toBe(0)
    }
  })
})
