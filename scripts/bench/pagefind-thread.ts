/** The thread in which Pagefind's own script answers; see pagefind.ts. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parentPort, workerData} from 'node:worker_threads'
import {gzipSync} from 'node:zlib'
import {startTimer} from './measure.ts'
import type {PagefindAnswer, PagefindResult} from './pagefind.ts'

/** As much of Pagefind's script as is used. */
interface Client {
  options(options: {baseUrl: string}): Promise<void>
  search(query: string): Promise<{results: {data(): Promise<{url: string; meta: {title?: string}; content: string}>}[]}>
}

const SHOWN = 5
/** Packed by themselves. */
const PACKED = /\.(?:pf_\w+|pagefind)$/u

const {bundle, queries, first, rounds} = workerData as {bundle: string; queries: string[]; first: string[]; rounds: number}

/** Its script fetches what lies beside it. */
const BASE = `${pathToFileURL(bundle).href}/`

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
const location = {origin: 'null', href: BASE}
Object.assign(globalThis, {
  fetch: fromDisk,
  location,
  window: {location},
  document: {currentScript: null, querySelector: () => ({getAttribute: () => 'kk'})},
})

/** A client that has fetched nothing yet: what it keeps is kept by the module. */
async function open(number: number): Promise<Client> {
  const client = (await import(`${BASE}pagefind.js?${String(number)}`)) as Client
  // addresses of pages, not of files beside it
  await client.options({baseUrl: '/'})
  return client
}

async function answer(client: Client, query: string): Promise<PagefindAnswer> {
  const stop = startTimer()
  const {results} = await client.search(query)
  const data = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()))
  const milliseconds = stop()
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
