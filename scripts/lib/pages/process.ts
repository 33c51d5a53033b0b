/**
 * Makes the pages, in a process of its own and as many threads as it is told: `node process.ts '<PageOrder as JSON>'`.
 * It loads what it needs at once, and begins when its parent says BEGIN: then the data are there.
 *
 * Pages that are what they were come from the store (traces.ts). The threads take the next few pages from one count, so
 * that none waits for another; how far they are goes to the parent as `PageProgress`, and what was made into MADE_FILE. When all
 * pages are there, it takes down what they have read for the next build, and ends.
 */
import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads'
import {keyOf, openCache} from '../cache.ts'
import {openMaker} from './making.ts'
import type {PageMaker, PageOrder, PageRecord, Readings} from './making.ts'
import {checksums, joined, packTraces, unchanged, unpackTraces} from './traces.ts'
import type {KnownPage, Traces} from './traces.ts'

/** What the parent says when the data are there. */
export const BEGIN = 'begin'
/** In the scratch folder: the records of all pages, a line each. */
export const MADE_FILE = 'pages.jsonl'

/** What the parent is told. */
export interface PageProgress {
  /** Files of pages so far. */
  pages: number
  /** When all pages are there: how many of them earlier builds have left. */
  kept?: number
  /** At the beginning: resident memory in bytes, with the compiled pages and no data. */
  waiting?: number
}

/** Stage of the store that holds the traces of the last build. */
const TRACES_STAGE = 'traces'
/** Pages that a thread takes at a time. */
const PORTION = 4
/** To open the compiled pages costs a thread about as much as to make this many. */
const WORTH_THREADS = 300
/** Between two reports of how far it is. */
const REPORT_MILLISECONDS = 50

/** What there is to do; the same for all threads. */
interface Work {
  missing: number[]
  kept: number[]
  known: Map<number, PageRecord>
}

/** Counts that the threads share: places in `missing` and `kept`, pages done. */
const COUNTS = {missing: 0, kept: 1, done: 2} as const

interface Done {
  records: Map<number, PageRecord>
  readings: Readings
  sheets: Map<string, string>
}

type FromThread = {done: Done} | {failed: string}

interface ThreadData {
  order: PageOrder
  name: string
  counts: Int32Array
}

/** What a thread is told: to find out which pages there are, for the data are there; then which to make. */
type ToThread = 'open' | {work: Work}

interface Thread {
  open(): void
  run(work: Work): Promise<Done>
}

async function main(order: PageOrder, begun: Promise<void>): Promise<void> {
  const counts = new Int32Array(new SharedArrayBuffer(Object.keys(COUNTS).length * Int32Array.BYTES_PER_ELEMENT))
  const cache = openCache(order.cache)
  const tracesKey = keyOf(order.version)
  const traces = tracesOf(cache.read(TRACES_STAGE, tracesKey))
  const openThreads = () => Array.from({length: order.jobs - 1}, (_, i) => openThread({order, name: String(i + 1), counts}))
  // Where there is a last build, most of its pages will be what they were: threads would load the program for little.
  const firstThreads = traces ? [] : openThreads()
  const maker = openMaker(order, '0')
  await maker.load()
  const early = traces ? await placeEarly(traces, maker, begun) : new Map<string, PageRecord>()
  await begun
  process.send?.({pages: 0, waiting: process.memoryUsage.rss()} satisfies PageProgress)
  for (const thread of firstThreads) thread.open()
  const {paths} = await maker.renderer()
  const checksum = checksums()
  const kept = traces ? unchanged(traces, paths, checksum) : new Map<number, KnownPage>()
  const missing = [...paths.keys()].filter((index) => !kept.has(index))
  for (const [index, {record}] of kept) {
    const placed = early.get(record.file)
    if (!placed) continue
    maker.take(index, placed)
    Atomics.add(counts, COUNTS.done, 1)
    early.delete(record.file)
  }
  for (const placed of early.values()) maker.discard(placed)
  const later = [...kept].filter(([index]) => !maker.records.has(index))
  const work: Work = {missing, kept: later.map(([index]) => index), known: new Map(later.map(([index, {record}]) => [index, record]))}

  let reported = 0
  const report = async () => {
    const now = performance.now()
    if (now - reported < REPORT_MILLISECONDS) return
    reported = now
    process.send?.({pages: Atomics.load(counts, COUNTS.done)} satisfies PageProgress)
    await setImmediate()
  }
  const threads = traces && missing.length >= WORTH_THREADS ? openThreads() : firstThreads
  const timer = setInterval(() => void report(), REPORT_MILLISECONDS)
  const others = Promise.all(threads.map((thread) => thread.run(work)))
  const [done] = await Promise.all([others, takePages(maker, work, counts, report)])
  clearInterval(timer)
  const all = [doneOf(maker), ...done]
  const records = new Map(all.flatMap((one) => [...one.records]).sort(([a], [b]) => a - b))

  for (const path of maker.assets.files) {
    mkdirSync(dirname(join(order.out, path)), {recursive: true})
    copyFileSync(join(order.client, path), join(order.out, path))
  }
  for (const {sheets} of all) for (const [path, text] of sheets) writeFileSync(join(order.out, path), text)
  writeFileSync(join(order.scratch, MADE_FILE), [...records.values()].map((record) => `${JSON.stringify(record)}\n`).join(''))
  process.send?.({pages: records.size, kept: kept.size} satisfies PageProgress)
  if (order.cache === null || missing.length === 0) return
  // While the site is finished; the next build asks for it.
  const readings = all.map((one) => one.readings)
  cache.write(TRACES_STAGE, tracesKey, packTraces(joined(paths, records, traces && {traces, pages: kept}, readings, checksum)))
}

/**
 * While the data are made, writes the pages of the last build: most of them will be what they were.
 *
 * @returns what has been written when the data are there, by file
 */
async function placeEarly(traces: Traces, maker: PageMaker, begun: Promise<void>): Promise<Map<string, PageRecord>> {
  const placed = new Map<string, PageRecord>()
  let isOver = false
  void begun.then(() => (isOver = true))
  for (const [file, {record}] of traces.pages) {
    await setImmediate()
    if (isOver) break
    const one = maker.place(record)
    if (one) placed.set(file, one)
  }
  return placed
}

/** Takes pages as long as there are any. */
async function takePages(maker: PageMaker, {missing, kept, known}: Work, counts: Int32Array, onPage: () => Promise<void>): Promise<void> {
  const take = async (pages: readonly number[], count: number) => {
    for (;;) {
      const from = Atomics.add(counts, count, PORTION)
      if (from >= pages.length) return
      for (const index of pages.slice(from, from + PORTION)) {
        await maker.make(index, known.get(index))
        Atomics.add(counts, COUNTS.done, 1)
        await onPage()
      }
    }
  }
  await take(missing, COUNTS.missing)
  await take(kept, COUNTS.kept)
}

const doneOf = (maker: PageMaker): Done => {
  maker.close()
  return {records: maker.records, readings: maker.readings(), sheets: maker.assets.sheets.used}
}

/** Damaged ones count as none. */
function tracesOf(packed: Buffer | null): Traces | null {
  try {
    return packed && unpackTraces(packed)
  } catch {
    return null
  }
}

/** Starts a thread, which gets its work once. */
function openThread(data: ThreadData): Thread {
  const thread = new Worker(fileURLToPath(import.meta.url), {workerData: data})
  const done = new Promise<Done>((resolve, reject) => {
    thread.on('message', (message: FromThread) => {
      if ('done' in message) resolve(message.done)
      else reject(new Error(message.failed))
    })
    thread.on('error', reject)
    thread.on('exit', (code) => {
      reject(new Error(`a thread ended with ${String(code)}`))
    })
  })
  // Told at once, wherever the others are.
  done.catch(fail)
  const tell = (message: ToThread) => {
    thread.postMessage(message)
  }
  return {
    open: () => {
      tell('open')
    },
    run: (work) => {
      tell({work})
      return done
    },
  }
}

function inThread({order, name, counts}: ThreadData): void {
  const maker = openMaker(order, name)
  const say = (message: FromThread) => parentPort?.postMessage(message)
  // Who needs it next is told what went wrong.
  const ignore = () => undefined
  maker.load().catch(ignore)
  const take = async (work: Work) => {
    await takePages(maker, work, counts, () => Promise.resolve())
    say({done: doneOf(maker)})
    parentPort?.close()
  }
  parentPort?.on('message', (message: ToThread) => {
    if (message === 'open') {
      maker.renderer().catch(ignore)
      return
    }
    take(message.work).catch((error: unknown) => {
      say({failed: error instanceof Error ? error.message : String(error)})
    })
  })
}

/** Waits for the parent; a process that was started by hand has none. */
function parentBegins(): Promise<void> {
  if (!process.send) return Promise.resolve()
  return new Promise((begin) => {
    // While it waits, nothing else may keep the process alive (peak-memory.ts has taken this from the channel).
    process.channel?.ref()
    process.once('message', () => {
      process.channel?.unref()
      begin()
    })
  })
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

if (!isMainThread) inThread(workerData as ThreadData)
else if (process.argv[1] === fileURLToPath(import.meta.url))
  main(JSON.parse(process.argv[2] ?? '') as PageOrder, parentBegins()).catch(fail)
