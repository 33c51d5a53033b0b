/** The thread in which Pagefind's own script answers; see pagefind.ts. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {pathToFileURL} from 'node:url'
import {parentPort, workerData} from 'node:worker_threads'
import {gzipSync} from 'node:zlib'
import type {PagefindAnswer, PagefindResult} from './pagefind.ts'

/** As much of Pagefind's script as is used. */
interface Client {
  options(options: {basePath: string}): Promise<void>
  search(query: string): Promise<{results: {data(): Promise<{url: string; meta: {title?: string}; content: string}>}[]}>
}

const SHOWN = 5
const HOST = 'http://site.invalid/'
const BASE = `${HOST}pagefind/`
/** Packed by themselves. */
const PACKED = /\.(?:pf_\w+|pagefind)$/u

const {bundle, queries, first, rounds} = workerData as {bundle: string; queries: string[]; first: string[]; rounds: number}

let fetched = 0
const sizes = new Map<string, number>()
const weigh = (name: string, bytes: Uint8Array): number => {
  const size = sizes.get(name) ?? (PACKED.test(name) ? bytes.length : gzipSync(bytes).length)
  sizes.set(name, size)
  return size
}
const fromDisk = (url: string | URL): Promise<Response> => {
  const name = (String(url).split('?')[0] ?? '').slice(BASE.length)
  const bytes = readFileSync(join(bundle, name))
  fetched += weigh(name, bytes)
  return Promise.resolve(new Response(bytes))
}
const location = {origin: HOST.slice(0, -1), href: BASE}
Object.assign(globalThis, {
  fetch: fromDisk,
  location,
  window: {location},
  document: {currentScript: null, querySelector: () => ({getAttribute: () => 'kk'})},
})

/** A client that has fetched nothing yet: what it keeps is kept by the module. */
async function open(number: number): Promise<Client> {
  const client = (await import(`${pathToFileURL(join(bundle, 'pagefind.js')).href}?${String(number)}`)) as Client
  await client.options({basePath: BASE})
  return client
}

async function answer(client: Client, query: string): Promise<PagefindAnswer> {
  const start = performance.now()
  const {results} = await client.search(query)
  const data = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()))
  const milliseconds = performance.now() - start
  return {results: data.map(({url, meta, content}): PagefindResult => ({url, title: meta.title ?? '', content})), milliseconds}
}

const firstAnswer: number[] = []
for (const [number, query] of first.entries()) {
  fetched = weigh('pagefind.js', readFileSync(join(bundle, 'pagefind.js')))
  await answer(await open(number), query)
  firstAnswer.push(fetched)
}
const client = await open(first.length)
const all: PagefindAnswer[][] = []
for (let round = 0; round <= rounds; round++) {
  const answers: PagefindAnswer[] = []
  for (const query of queries) answers.push(await answer(client, query))
  // the first round fetches the index
  if (round > 0) all.push(answers)
}
parentPort?.postMessage({rounds: all, firstAnswer})
