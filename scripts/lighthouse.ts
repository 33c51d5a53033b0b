/**
 * What Lighthouse says of the pages that most people see, on a phone and on a desk.
 *
 *       npm run lighthouse                         pages of dist/
 *       npm run lighthouse -- OTHER --runs 3       another finished build; the median of three runs
 *       npm run lighthouse -- --json               [{path, device, scores: {category: 0–100}}]
 *
 * The build is served as a real server does it: compressed, its hashed files to be kept for a year. Ends with 1 where a
 * category has less than it should, or where another host was asked for anything.
 */
import {createReadStream, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import type {Server} from 'node:http'
import {createServer as listen} from 'node:net'
import type {AddressInfo} from 'node:net'
import {loadavg} from 'node:os'
import {extname, join, normalize} from 'node:path'
import {createGzip} from 'node:zlib'
import lighthouse, {desktopConfig} from 'lighthouse'
import type {Config} from 'lighthouse'
import {Catalogue, Standard} from '../parser/model/index.ts'
import {officesUrl, searchUrl, standardUrl} from '../site/urls.ts'
import {openBrowser, typeOf} from '../test/browser/site.ts'
import {columns} from './lib/command.ts'
import {trialOptions} from './lib/trials/options.ts'

const LEAST = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** What a server compresses; fonts, pictures and archives are packed as they are. */
const COMPRESSED = /\.(?:html|css|js|json|svg|xml|csv|webmanifest|txt)$/u
/** A word that finds much. */
const QUERY = 'анықтама'

const HELP = `npm run lighthouse -- [DIST] [options]

What Lighthouse says of the pages that most people see, on a phone and on a desk.

  DIST             finished build (dist)
  --runs N         median of so many runs (1)
  --json           [{path, device, scores: {category: 0–100}}]

Exits 1 where a category has less than it should, or another host was asked for anything.
`

const {values, positionals} = trialOptions(
  HELP,
  {runs: {type: 'string', default: '1'}, json: {type: 'boolean', default: false}},
  {operands: true},
)
const dist = positionals[0] ?? 'dist'
const runs = Number(values.runs)

const {address, server} = await serveCompressed(dist)
const port = await freePort()
const browser = await openBrowser([`--remote-debugging-port=${String(port)}`])
let failed = false
try {
  const rows: [string, string][] = [['', CATEGORIES.join('  ')]]
  const found: {path: string; device: string; scores: Record<string, number>}[] = []
  for (const path of ['/', longestStandard(), officesUrl(), `${searchUrl()}?q=${encodeURIComponent(QUERY)}`]) {
    for (const [device, config] of [
      ['phone', undefined],
      ['desk', desktopConfig],
    ] as const) {
      const scores = await measure(address + path, config)
      found.push({path: decodeURIComponent(path), device, scores: Object.fromEntries(CATEGORIES.map((name, i) => [name, scores[i] ?? 0]))})
      rows.push([
        `${decodeURIComponent(path)} ${device}`,
        scores.map((score, i) => String(score).padEnd(CATEGORIES[i]?.length ?? 0)).join('  '),
      ])
      failed ||= scores.some((score) => score < LEAST)
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`)
  else process.stdout.write(`Lighthouse, ${browser.version()}, load ${(loadavg()[0] ?? 0).toFixed(1)}\n${columns(rows)}`)
} finally {
  await browser.close()
  server.close()
}
process.exitCode = failed ? 1 : 0

/** The median score of each category; what is not perfect is named on standard error. */
async function measure(url: string, config: Config | undefined): Promise<number[]> {
  const all: number[][] = []
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url, {port, logLevel: 'error', onlyCategories: [...CATEGORIES]}, config)
    if (!result) throw new Error(`Lighthouse gave no result for ${url}`)
    const {lhr} = result
    const {details} = lhr.audits['network-requests'] ?? {}
    const asked = details?.type === 'table' ? details.items.map(({url: one}) => String(one)) : []
    const foreign = asked.filter((one) => /^https?:/u.test(one) && !one.startsWith(address))
    if (asked.length === 0 || foreign.length > 0) {
      process.stderr.write(`${url}: asked ${foreign.join(', ') || 'for nothing at all'}\n`)
      failed = true
    }
    all.push(CATEGORIES.map((category) => Math.round((lhr.categories[category]?.score ?? 0) * 100)))
    for (const category of CATEGORIES) {
      for (const {id, weight} of lhr.categories[category]?.auditRefs ?? []) {
        const audit = lhr.audits[id]
        if (weight > 0 && audit && audit.score !== null && audit.score < 0.9) {
          process.stderr.write(`${url} ${category}: ${id} ${audit.displayValue ?? audit.explanation ?? audit.title}\n`)
        }
      }
    }
  }
  return CATEGORIES.map((_, i) => all.map((scores) => scores[i] ?? 0).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0)
}

/** The standard with the most rows in its tables: the heaviest page of its kind. */
function longestStandard(): string {
  const data = (path: string): unknown => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8'))
  const rowsOf = ({annexes}: Standard): number =>
    annexes.reduce((sum, {groups = []}) => sum + groups.reduce((rows, group) => rows + group.rows.length, 0), 0)
  const standards = Catalogue.parse(data('index.json')).standards.map(({id}) => Standard.parse(data(`standards/${id}.json`)))
  return standardUrl(standards.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0]?.id ?? '')
}

async function serveCompressed(folder: string): Promise<{address: string; server: Server}> {
  const made = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const file = join(folder, path, path.endsWith('/') ? 'index.html' : '')
    if (!statSync(file, {throwIfNoEntry: false})?.isFile()) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', typeOf(file))
    response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (COMPRESSED.test(extname(file))) {
      response.setHeader('content-encoding', 'gzip')
      createReadStream(file).pipe(createGzip()).pipe(response)
    } else createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  return {address: `http://127.0.0.1:${String((made.address() as AddressInfo).port)}`, server: made}
}

async function freePort(): Promise<number> {
  const probe = listen()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const {port: free} = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return free
}
