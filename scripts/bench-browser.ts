/**
 * How long a reader waits for a filled form in a real browser, and what is fetched for it.
 *
 *       node scripts/bench-browser.ts              forms of dist/
 *       node scripts/bench-browser.ts OTHER        another finished build
 *
 * Every form is filled on a page of its own in a fresh browser profile; «first» counts fetching and compiling the drawing code,
 * «next» is a second PDF on the same page.
 */
import {availableParallelism, loadavg} from 'node:os'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Browser} from 'playwright-core'
import {Catalogue, Standard} from '../parser/model/index.ts'
import {isForm} from '../templates/forms/index.ts'
import {openBrowser, serve} from '../test/browser/site.ts'
import {columns} from './lib/command.ts'

const dist = process.argv[2] ?? 'dist'
const data = (path: string): unknown => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8'))
const forms = Catalogue.parse(data('index.json'))
  .standards.flatMap(({id}) => Standard.parse(data(`standards/${id}.json`)).annexes)
  .filter(isForm)

const {address, server} = await serve(dist)
const browser = await openBrowser()
try {
  // the browser's own start is not what is measured
  await (await browser.newPage()).goto(address)
  const rows: [string, string][] = []
  for (const {id} of forms) {
    const {first, next, bytes} = await measure(browser, `${address}/forms/${id.replace('/', '-')}/`)
    rows.push([
      id,
      `first ${first.toFixed(0).padStart(4)} ms  next ${next.toFixed(0).padStart(4)} ms  ${(bytes / 1024).toFixed(0).padStart(4)} KB gzipped`,
    ])
  }
  process.stdout.write(
    `${browser.version()}, ${String(availableParallelism())} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}\n${columns(rows)}`,
  )
} finally {
  await browser.close()
  server.close()
}

async function measure(of: Browser, url: string): Promise<{first: number; next: number; bytes: number}> {
  const context = await of.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url, {waitUntil: 'networkidle'})
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
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
    const first = await once('Әсел')
    const urls = fetched.filter((one) => one.startsWith('http'))
    const next = await once('Ұлан')
    const sizes = await Promise.all(urls.map(async (one) => gzipSync(new Uint8Array(await (await fetch(one)).arrayBuffer())).length))
    return {first, next, bytes: sizes.reduce((sum, size) => sum + size, 0)}
  } finally {
    await context.close()
  }
}
