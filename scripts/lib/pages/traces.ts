/**
 * What the pages of the last build have read, and what it yielded: who has read nothing but what is still the same need not be
 * made again. One piece of the store holds all of it.
 *
 * Readings are kept as numbers of their names, and what is shared by pages once (site/reads.ts).
 */
import {checksumOf} from '../../../site/reads.ts'
import type {PageRecord, Readings} from './making.ts'
import type {PagePath} from './renderer.ts'

/** Of frames and pages alike: numbers of names, numbers of frames before it. */
interface Trace {
  reads: Uint32Array
  frames: Uint32Array
}

export interface KnownPage extends Trace {
  props: string
  record: PageRecord
}

export interface Traces {
  names: string[]
  /** What each reading yielded, by the number of its name. */
  sums: string[]
  frames: Trace[]
  /** By file. */
  pages: Map<string, KnownPage>
}

interface Header {
  names: string[]
  sums: string[]
  asked: string[]
  frames: [reads: number, frames: number][]
  pages: [file: string, props: string, bytes: number, sha256: string, crc: number, asked: number, reads: number, frames: number][]
}

const LENGTH_BYTES = 4
const NUMBER_BYTES = 4

/**
 * Pages that are what they were.
 *
 * @param checksum what a reading yields now
 */
export function unchanged(traces: Traces, paths: readonly PagePath[], checksum: (name: string) => string): Map<number, KnownPage> {
  const changed = traces.names.map((name, i) => checksum(name) !== traces.sums[i])
  const frameChanged: boolean[] = []
  const isChanged = ({reads, frames}: Trace) =>
    reads.some((one) => changed[one] !== false) || frames.some((one) => frameChanged[one] !== false)
  for (const frame of traces.frames) frameChanged.push(isChanged(frame))
  const found = new Map<number, KnownPage>()
  for (const [index, {file, props}] of paths.entries()) {
    const known = traces.pages.get(file)
    if (known?.props === props && !isChanged(known)) found.set(index, known)
  }
  return found
}

/** Checksums of readings, each worked out once. */
export function checksums(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    let sum = known.get(name)
    if (sum === undefined) known.set(name, (sum = checksumOf(name)))
    return sum
  }
}

/**
 * Traces of this build: of pages that were kept and of those that were made.
 *
 * @param kept by index
 * @param made readings of each thread
 * @param records of all pages, by index
 */
export function joined(
  paths: readonly PagePath[],
  records: ReadonlyMap<number, PageRecord>,
  kept: {traces: Traces; pages: ReadonlyMap<number, KnownPage>} | null,
  made: readonly Readings[],
  checksum: (name: string) => string,
): Traces {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const frames: Trace[] = []
  const pages = new Map<string, KnownPage>()
  const numberOf = (name: string) => {
    let number = numbers.get(name)
    if (number === undefined) numbers.set(name, (number = names.push(name) - 1))
    return number
  }
  /** Takes over traces of another numbering, and of its frames those that are used. */
  const adopter = (theirNames: readonly string[], theirFrames: readonly {reads: Iterable<number>; frames: Iterable<number>}[]) => {
    const nameNumbers: (number | undefined)[] = []
    const frameNumbers: (number | undefined)[] = []
    const adopt = ({reads, frames: below}: {reads: Iterable<number>; frames: Iterable<number>}): Trace => ({
      reads: Uint32Array.from(reads, (one) => (nameNumbers[one] ??= numberOf(theirNames[one] ?? ''))),
      frames: Uint32Array.from(below, (one) => (frameNumbers[one] ??= frames.push(adopt(theirFrames[one] ?? NOTHING)) - 1)),
    })
    return adopt
  }
  const add = (index: number, trace: Trace) => {
    const [path, record] = [paths[index], records.get(index)]
    if (path && record) pages.set(path.file, {...trace, props: path.props, record})
  }
  if (kept) {
    const adopt = adopter(kept.traces.names, kept.traces.frames)
    for (const [index, page] of kept.pages) add(index, adopt(page))
  }
  for (const {names: theirs, frames: theirFrames, pages: theirPages} of made) {
    const adopt = adopter(theirs, theirFrames)
    for (const [index, page] of theirPages) add(index, adopt(page))
  }
  return {names, sums: names.map(checksum), frames, pages}
}

const NOTHING = {reads: [], frames: []}

export function packTraces({names, sums, frames, pages}: Traces): Buffer {
  const asked = new Map<string, number>()
  const header: Header = {
    names,
    sums,
    asked: [],
    frames: frames.map((one) => [one.reads.length, one.frames.length]),
    pages: [...pages].map(([file, {props, record, reads, frames: below}]) => {
      const number = asked.get(record.asked) ?? asked.size
      asked.set(record.asked, number)
      return [file, props, record.bytes, record.sha256, record.crc, number, reads.length, below.length]
    }),
  }
  header.asked = [...asked.keys()]
  const index = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(index.length)
  const bodies = [...frames, ...pages.values()].flatMap((one) => [one.reads, one.frames])
  return Buffer.concat([length, index, ...bodies.map(({buffer, byteOffset, byteLength}) => Buffer.from(buffer, byteOffset, byteLength))])
}

/** @throws Error where the bytes are none of `packTraces` */
export function unpackTraces(packed: Buffer): Traces {
  const end = LENGTH_BYTES + packed.readUInt32LE()
  const header = JSON.parse(packed.subarray(LENGTH_BYTES, end).toString('utf8')) as Header
  // Copied: numbers must lie at a multiple of their size.
  const body = new Uint32Array(packed.buffer.slice(packed.byteOffset + end, packed.byteOffset + packed.length))
  let from = 0
  const take = (count: number) => body.subarray(from, (from += count))
  const frames = header.frames.map(([reads, below]): Trace => ({reads: take(reads), frames: take(below)}))
  const pages = new Map<string, KnownPage>()
  for (const [file, props, bytes, sha256, crc, asked, reads, below] of header.pages) {
    const record: PageRecord = {file, bytes, sha256, crc, packed: null, asked: header.asked[asked] ?? ''}
    pages.set(file, {props, record, reads: take(reads), frames: take(below)})
  }
  if (from * NUMBER_BYTES !== body.byteLength) throw new Error('the traces of the pages are damaged')
  return {names: header.names, sums: header.sums, frames, pages}
}
