/**
 * Makes pages in one thread, and keeps account of them: each is rendered or taken from the store, finished, written, and
 * packed once, for the archive and for the store.
 */
import {createHash} from 'node:crypto'
import {closeSync, mkdirSync, openSync, rmdirSync, rmSync, writeFileSync, writeSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {crc32, deflateRawSync, inflateRawSync} from 'node:zlib'
import {readingNames} from '../../../site/reads.ts'
import type {Frame} from '../../../site/reads.ts'
import {closeDirections} from '../../../templates/direction.ts'
import {isPacked, LEVEL} from '../finish/archive.ts'
import {keyOf, openCache} from '../cache.ts'
import {readAssets} from './assets.ts'
import type {PageAssets} from './assets.ts'
import {openLastOutput} from './last-output.ts'
import {loadPages, openRenderer} from './renderer.ts'
import type {LoadedPages, PageRenderer} from './renderer.ts'

/** What the threads have to do, the same for all. */
export interface PageOrder {
  /** Folders of the compiled pages, and of the scripts and style sheets. */
  compiled: string
  client: string
  /** Where the pages go. */
  out: string
  /** The last output, on the same file system, which may or may not be there; null for none. */
  last: string | null
  /** Folder for what is not published. */
  scratch: string
  jobs: number
  /** Folder of the store; null for none. */
  cache: string | null
  /** Version of everything that makes a page, but the data. */
  version: string
}

/** A finished page. */
export interface PageRecord {
  file: string
  bytes: number
  sha256: string
  crc: number
  /** Where its packed bytes lie; null for what does not pack. */
  packed: {segment: string; from: number; length: number} | null
  /** What `StyleSheets.use` wants for it. */
  asked: string
}

/** What pages have read, with numbers instead of objects, as it can be sent to another thread. */
export interface Readings {
  names: string[]
  frames: {reads: number[]; frames: number[]}[]
  /** By index of the page; pages from the store are not among them. */
  pages: Map<number, {reads: Uint32Array; frames: number[]}>
}

export interface PageMaker {
  assets: PageAssets
  /** Loads the compiled pages; the data need not be there yet. */
  load(): Promise<LoadedPages>
  renderer(): Promise<PageRenderer>
  /** @param known the page as the last build left it, if it still holds */
  make(index: number, known: PageRecord | undefined): Promise<void>
  /**
   * Writes a page as the last build left it, before it is known whether it still holds; then it is taken, or discarded.
   *
   * @returns null where the store has lost it
   */
  place(known: PageRecord): PageRecord | null
  take(index: number, placed: PageRecord): void
  discard(placed: PageRecord): void
  /** Everything made, by index; nothing for a page without content. */
  records: Map<number, PageRecord>
  readings(): Readings
  close(): void
}

/** Stage of the store that holds packed files, by the checksum of the file. */
export const PACKED_STAGE = 'packed'
/** Another zlib packs to other bytes. */
export const packedKey = (sha256: string): string => keyOf(process.versions.zlib, String(LEVEL), sha256)

/** Never into a file that is there: it might be one of the last output. */
function writeNew(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes, {flag: 'wx'})
}

/** @param thread name of the thread */
export function openMaker(order: PageOrder, thread: string): PageMaker {
  const cache = openCache(order.cache)
  const last = openLastOutput(order.last)
  const assets = readAssets(order.client)
  const segment = join(order.scratch, `packed-${thread}`)
  const handle = openSync(segment, 'w')
  let end = 0
  const folders = new Set<string>()
  const records = new Map<number, PageRecord>()
  const numbers = new Map<Frame, number>()
  const frames: Readings['frames'] = []
  const pages: Readings['pages'] = new Map()
  let loading: Promise<LoadedPages> | null = null
  let opening: Promise<PageRenderer> | null = null
  const load = () => (loading ??= loadPages(order.compiled))
  const renderer = () => (opening ??= load().then(openRenderer))

  const numberOf = (frame: Frame): number => {
    const known = numbers.get(frame)
    if (known !== undefined) return known
    const below = [...frame.frames].map(numberOf)
    numbers.set(frame, frames.length)
    return frames.push({reads: frame.reads, frames: below}) - 1
  }
  const openPlace = (file: string): string => {
    const path = join(order.out, file)
    const folder = dirname(path)
    if (!folders.has(folder)) mkdirSync(folder, {recursive: true})
    folders.add(folder)
    return path
  }
  const append = (packed: Uint8Array) => {
    writeSync(handle, packed)
    end += packed.length
    return {segment, from: end - packed.length, length: packed.length}
  }
  const place = (known: PageRecord): PageRecord | null => {
    const packed = cache.read(PACKED_STAGE, packedKey(known.sha256))
    if (packed === null) return null
    const path = openPlace(known.file)
    if (!last.link(known, path)) writeNew(path, isPacked(known.file) ? packed : inflateRawSync(packed))
    return {...known, packed: isPacked(known.file) ? null : append(packed)}
  }
  const take = (index: number, placed: PageRecord) => {
    assets.sheets.use(placed.asked)
    records.set(index, placed)
  }
  return {
    assets,
    load,
    renderer,
    records,
    place,
    take,
    discard({file}) {
      rmSync(join(order.out, file), {force: true})
      for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
        try {
          rmdirSync(join(order.out, folder))
        } catch {
          // Something else is in it.
          return
        }
        folders.delete(join(order.out, folder))
      }
    },
    async make(index, known) {
      const placed = known && place(known)
      if (placed) {
        take(index, placed)
        return
      }
      const from = await renderer()
      const made = await from.render(index)
      const file = from.paths[index]?.file
      if (made === null || file === undefined) return
      let {bytes} = made
      let asked = ''
      if (file.endsWith('.html')) {
        const finished = assets.finish(closeDirections(bytes.toString('utf8')))
        bytes = Buffer.from(finished.html)
        asked = finished.asked
      }
      writeNew(openPlace(file), bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const packed = isPacked(file) ? bytes : deflateRawSync(bytes, {level: LEVEL})
      cache.write(PACKED_STAGE, packedKey(sha256), packed)
      records.set(index, {file, bytes: bytes.length, sha256, crc: crc32(bytes), packed: isPacked(file) ? null : append(packed), asked})
      if (order.cache !== null) pages.set(index, {reads: Uint32Array.from(made.frame.reads), frames: [...made.frame.frames].map(numberOf)})
    },
    readings: () => ({names: [...readingNames], frames, pages}),
    close: () => {
      closeSync(handle)
    },
  }
}
