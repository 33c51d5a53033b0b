/**
 * What the parts of the first half of a build share: where files go, what earlier builds kept, and a shelf for what later
 * stages need again, so that memory holds one act at a time.
 *
 * A workshop is plain data: worker threads get it as it is.
 */
import {closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync, writeSync} from 'node:fs'
import {createHash} from 'node:crypto'
import {dirname, join} from 'node:path'
import {packBundle, unpackBundle} from './bundle.ts'
import {openCache, type Cache} from '../cache.ts'
import {checksum} from '../sources/received.ts'

export interface Workshop {
  /** Existing folder of what is published. */
  out: string
  /** Existing folder for what is needed while the build runs. */
  scratch: string
  /** Folder of what earlier builds made; null for none. */
  cache: string | null
  /** Of the program: a part of every key. */
  version: string
}

/** A file of the output. */
export interface Note {
  path: string
  sha256: string
  bytes: number
}

/** What a task has made: files, which are written, and what others need to know. */
export interface Made<Extra> {
  files: Note[]
  extra: Extra
}

export type Content = readonly [path: string, content: Uint8Array | string]

/** A content on the shelf. */
export interface Ref {
  file: string
  from: number
  bytes: number
  /** SHA-256. */
  sum: string
}

const caches = new Map<string | null, Cache>()

/** What earlier builds kept. */
export function storeOf({cache}: Workshop): Cache {
  let store = caches.get(cache)
  if (!store) caches.set(cache, (store = openCache(cache)))
  return store
}

const folders = new Set<string>()

/** Writes a file of the output. */
export function writeOut({out}: Pick<Workshop, 'out'>, [path, content]: Content, sha256: string = checksum(content)): Note {
  const file = join(out, path)
  makeParent(file)
  writeFileSync(file, content)
  return {path, sha256, bytes: Buffer.byteLength(content)}
}

function makeParent(file: string): void {
  const parent = dirname(file)
  if (!folders.has(parent)) mkdirSync(parent, {recursive: true})
  folders.add(parent)
}

/** Files longer than that are not kept in the store: one entry would be most of it. */
const MOST_KEPT = 256 * 1024 * 1024

/** What an earlier build made under a key, its files written; null where there is none. */
export function taken<Extra>(shop: Workshop, stage: string, key: string): Made<Extra> | null {
  const piece = storeOf(shop).read(stage, key)
  if (piece === null) return null
  const {header, contents} = unpackBundle<Made<Extra>>(piece)
  for (const [at, {path, sha256}] of header.files.entries()) writeOut(shop, [path, contents[at]!], sha256)
  return header
}

/** Writes files of the output and keeps them, with what others need to know, for later builds. */
export function make<Extra>(shop: Workshop, stage: string, key: string, contents: readonly Content[], extra: Extra): Made<Extra> {
  const made: Made<Extra> = {files: contents.map((content) => writeOut(shop, content)), extra}
  keep(shop, stage, key, made, () => contents.map(([, content]) => content))
  return made
}

/** Keeps files of the output that are written. */
export function keepWritten<Extra>(shop: Workshop, stage: string, key: string, made: Made<Extra>): Made<Extra> {
  keep(shop, stage, key, made, () => made.files.map(({path}) => readFileSync(join(shop.out, path))))
  return made
}

function keep(shop: Workshop, stage: string, key: string, made: Made<unknown>, contents: () => readonly (Uint8Array | string)[]): void {
  const bytes = made.files.reduce((sum, file) => sum + file.bytes, 0)
  if (shop.cache !== null && bytes <= MOST_KEPT) storeOf(shop).write(stage, key, packBundle(made, contents()))
}

/** A file that is written piece by piece, for what is too long to be held. */
class LongFile {
  private readonly file: number
  private readonly hash = createHash('sha256')
  private bytes = 0

  constructor(path: string) {
    makeParent(path)
    this.file = openSync(path, 'w')
  }

  write(piece: Uint8Array): void {
    this.hash.update(piece)
    this.bytes += piece.length
    for (let at = 0; at < piece.length;) at += writeSync(this.file, piece, at)
  }

  close(): {sum: string; bytes: number} {
    closeSync(this.file)
    return {sum: this.hash.digest('hex'), bytes: this.bytes}
  }
}

/** A long file of the output. */
export class OutFile {
  private readonly path: string
  private readonly file: LongFile
  private waiting: string[] = []
  private length = 0

  constructor({out}: Pick<Workshop, 'out'>, path: string) {
    this.path = path
    this.file = new LongFile(join(out, path))
  }

  write(text: string): void {
    this.waiting.push(text)
    this.length += text.length
    if (this.length > 1 << 20) this.flush()
  }

  close(): Note {
    this.flush()
    const {sum, bytes} = this.file.close()
    return {path: this.path, sha256: sum, bytes}
  }

  private flush(): void {
    this.file.write(Buffer.from(this.waiting.join('')))
    this.waiting = []
    this.length = 0
  }
}

/** A long content on the shelf. */
export function shelfFile({scratch}: Pick<Workshop, 'scratch'>, name: string): {write(piece: Uint8Array): void; close(): Ref} {
  const path = join(scratch, 'shelf', name)
  const file = new LongFile(path)
  return {
    write(piece) {
      file.write(piece)
    },
    close: () => ({file: path, from: 0, ...file.close()}),
  }
}

/** Contents on the shelf, one after the other, as one more. */
export function joined(shop: Pick<Workshop, 'scratch'>, name: string, refs: readonly Ref[]): Ref {
  const shelf = shelfFile(shop, name)
  for (const ref of refs) shelf.write(fetchBytes(ref))
  return shelf.close()
}

/** Contents on the shelf, one after the other, as a file of the output. */
export function writeJoined(shop: Pick<Workshop, 'out'>, path: string, head: string, refs: readonly Ref[]): Note {
  const file = new OutFile(shop, path)
  file.write(head)
  for (const ref of refs) file.write(fetchBytes(ref).toString())
  return file.close()
}

/** Puts contents on the shelf, in one file of this name. */
export function shelve({scratch}: Pick<Workshop, 'scratch'>, name: string, contents: readonly (Uint8Array | string)[]): Ref[] {
  const parts = contents.map((content) => (typeof content === 'string' ? Buffer.from(content) : content))
  const file = join(scratch, 'shelf', name)
  makeParent(file)
  writeFileSync(file, parts.length === 1 ? parts[0]! : Buffer.concat(parts))
  let from = 0
  return parts.map((part): Ref => {
    const ref = {file, from, bytes: part.length, sum: checksum(part)}
    from += part.length
    return ref
  })
}

/** Takes a content from the shelf. */
export function fetchBytes({file, from, bytes}: Ref): Buffer {
  const content = Buffer.allocUnsafe(bytes)
  const handle = openSync(file, 'r')
  try {
    for (let at = 0; at < bytes;) {
      const read = readSync(handle, content, at, bytes - at, from + at)
      if (read === 0) throw new Error(`${file} is shorter than it was`)
      at += read
    }
  } finally {
    closeSync(handle)
  }
  return content
}

export const fetchJson = <Value>(ref: Ref): Value => JSON.parse(fetchBytes(ref).toString()) as Value

/** Lines on the shelf, one after the other: for what is too long to be held. */
export function* fetchLines(ref: Ref): Generator<string> {
  const STEP = 1 << 22
  let rest: Buffer = Buffer.alloc(0)
  for (let at = 0; at < ref.bytes; at += STEP) {
    const piece = fetchBytes({...ref, from: ref.from + at, bytes: Math.min(STEP, ref.bytes - at)})
    const whole = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    let from = 0
    for (let end = whole.indexOf(0x0a, from); end !== -1; end = whole.indexOf(0x0a, from)) {
      yield whole.toString('utf8', from, end)
      from = end + 1
    }
    rest = whole.subarray(from)
  }
  if (rest.length > 0) yield rest.toString()
}
