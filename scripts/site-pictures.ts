/**
 * Photographs pages of a finished build into `docs/site/`: each kind that most people see, on a phone or on a desk, light or dark.
 *
 *       node scripts/site-pictures.ts              pages of dist/
 *       node scripts/site-pictures.ts OTHER        another finished build
 *
 * JPEG, first screens only: small enough for a repository, and enough to see whether a change of style did what it should.
 */
import {mkdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {Catalogue, Office, Standard} from '../parser/model/index.ts'
import {comparisonUrl, formUrl, localize, officesUrl, regionUrl, searchUrl, standardUrl} from '../site/urls.ts'
import type {Locale} from '../site/urls.ts'
import {openBrowser, serve} from '../test/browser/site.ts'
import {trialOptions} from './lib/trials/options.ts'

const FOLDER = 'docs/site'
const HELP = `node scripts/site-pictures.ts [DIST]

Photographs pages of a finished build (dist) into ${FOLDER}/.
`

const dist = trialOptions(HELP, {}, {operands: true}).positionals[0] ?? 'dist'
const data = (path: string): unknown => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8'))

const standards = Catalogue.parse(data('index.json')).standards.map(({id}) => Standard.parse(data(`standards/${id}.json`)))
const told = standards.toSorted((a, b) => b.facts.documents.length - a.facts.documents.length)[0]
const form = standards
  .flatMap(({annexes}) => annexes)
  .find(({pdf, fields}) => pdf !== undefined && fields?.some(({format}) => format === 'iin'))
const region = Office.array()
  .parse(data('offices.json'))
  .find((office) => office.region !== null && office.discrepancies.length > 2)?.region
const [comparison] = data('comparisons.json') as {id: string}[]

interface Shot {
  name: string
  path: string
  width?: number
  height?: number
  dark?: boolean
  large?: boolean
  locale?: Locale
}

const PHONE = {width: 360, height: 780}
const search = `${searchUrl()}?q=${encodeURIComponent('жардемакы')}`
const shots: Shot[] = [
  {name: 'home', path: '/'},
  {name: 'home-phone', path: '/', ...PHONE},
  {name: 'standard', path: standardUrl(told?.id ?? ''), height: 1000},
  {name: 'standard-phone-dark', path: standardUrl(told?.id ?? ''), ...PHONE, dark: true},
  {name: 'standard-large', path: standardUrl(told?.id ?? ''), large: true},
  {name: 'search', path: search},
  {name: 'search-phone-ru', path: search, ...PHONE, locale: 'ru'},
  {name: 'offices', path: officesUrl()},
  {name: 'region-dark', path: regionUrl(region ?? ''), dark: true},
  {name: 'form-en', path: formUrl(form?.id ?? ''), locale: 'en'},
  {name: 'comparison', path: comparisonUrl(comparison?.id ?? '')},
]

mkdirSync(FOLDER, {recursive: true})
const {address, server} = await serve(dist)
const browser = await openBrowser()
try {
  for (const shot of shots) {
    const file = join(FOLDER, `${shot.name}.jpg`)
    await photograph(browser, shot, file)
    process.stdout.write(`${file} ${String(Math.round(statSync(file).size / 1024))} KB\n`)
  }
} finally {
  await browser.close()
  server.close()
}

async function photograph(of: Browser, {path, width = 1280, height = 900, dark, large, locale = 'kk'}: Shot, file: string): Promise<void> {
  const context = await of.newContext({
    viewport: {width, height},
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  try {
    const page = await context.newPage()
    const response = await page.goto(address + localize(path, locale), {waitUntil: 'networkidle'})
    if (!response?.ok()) throw new Error(`${path}: ${String(response?.status())}`)
    if (path.includes('?q=')) await page.locator('[data-answered]').waitFor()
    if (large) await page.locator('#large-type').check()
    await page.evaluate(async () => {
      await document.fonts.ready
      scrollTo(0, 0)
    })
    await page.screenshot({path: file, type: 'jpeg', quality: 72})
  } finally {
    await context.close()
  }
}
