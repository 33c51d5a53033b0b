/**
 * What can only be done when every file is there: packs and service worker, site map, archive, the manifest of checksums.
 *
 * Of the pages, whoever made them has told what is needed, and left them packed (pages/making.ts); other files go through memory
 * one at a time. What is packed is taken from the store where an earlier build has packed the same.
 */
import {createHash} from 'node:crypto'
import {closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, dirname, extname, join} from 'node:path'
import {crc32} from 'node:zlib'
import {siteAddress} from '../../../site/address.ts'
import {stickPart, stickReadme} from '../../../site/i18n/stick.strings.ts'
import {ARCHIVE_FILE, ARCHIVE_NOTE, archivePart, PACKS_FILE, packOf} from '../../../site/worker/edition.ts'
import type {Archive, Pack, PackName, ShellFile} from '../../../site/worker/edition.ts'
import {ArchiveWriter, isPacked, pack} from './archive.ts'
import type {ArchiveLimits, Packed} from './archive.ts'
import {openCache} from '../cache.ts'
import type {Cache} from '../cache.ts'
import {CHECKSUMS_FILE, checksumsText} from './checksums.ts'
import {filesBelow} from '../pages/folder-blob.ts'
import {PackWriter} from './pack.ts'
import type {FileToPack} from './pack.ts'
import {PACKED_STAGE, packedKey} from '../pages/making.ts'
import type {PageRecord} from '../pages/making.ts'
import {robots, sitemap} from './sitemap.ts'
import {checksum} from '../sources/received.ts'
import {buildWorker} from './worker.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
}
/** Always kept on a device: what pages are made of, and the pages that explain. */
const SHELL = /^assets\/|^icons\/|^favicon\.svg$|(?:^|\/)site\.webmanifest$|(?:^|\/)offline\/(?:missing\/)?index\.html$/u
/** Pages that stand in for others, and whole documents that are no pages of the site. */
const UNLISTED = /^404\.html$|(?:^|\/)offline\/missing\/index\.html$/u
const INDEX = /(?:^|\/)index\.html$/u
/** Folder of the site in the archive, beside README.txt. */
const ARCHIVE_FOLDER = 'site'
const CHECKSUM_LETTERS = 12
/** Beside README.txt in each part of an archive of several: `PART-2.txt`. */
const partNote = (part: number): string => `PART-${String(part)}.txt`
/** A pack that would have more bytes is parted: a telephone takes it into its memory to check it. */
const PACK_WEIGHT = 16 * 1024 * 1024
/** Pages of a pack are packed to less than this share: they are alike. */
const PAGE_WEIGHT = 1 / 12

export interface Finished {
  packs: Pack[]
  archiveBytes: number
  /** Checksum of the list of checksums. */
  manifest: string
}

export interface FinishOptions {
  /** What earlier builds made. */
  cache?: Cache
  /** What is known of files already: those of the pages, and those that `digestsOf` has seen. */
  records?: readonly PageRecord[]
  digests?: readonly FileDigest[]
  /** Where archive and packs are parted; for tests, which have no site of that size. */
  archiveLimits?: ArchiveLimits
  packWeight?: number
}

/** What a file is told apart by. */
export interface FileDigest {
  /** Below the output. */
  path: string
  bytes: number
  sha256: string
  crc: number
}

/** Looks at the files that are there already, while others are still being made. */
export async function digestsOf(folder: string): Promise<FileDigest[]> {
  const digests: FileDigest[] = []
  for (const path of filesBelow(folder)) {
    const content = await readFile(join(folder, path))
    digests.push({path, bytes: content.length, sha256: checksum(content), crc: crc32(content)})
  }
  return digests
}

/** A finished file. */
interface FinishedFile {
  path: string
  bytes: number
  sha256: string
  /** As it lies in the archive. */
  packed: Promise<Packed>
  read(): Uint8Array
}

/**
 * @param folder the whole output; nothing may be added to it afterwards
 * @param epoch date of the data, in seconds since 1970
 * @param site environment variable QYZMET_SITE
 * @param onStep called with what is being done
 * @throws Error where QYZMET_SITE is no address, or something can't be written
 */
export async function finishSite(
  folder: string,
  epoch: number,
  site: string | undefined,
  onStep: (step: string) => void,
  {cache = openCache(null), records = [], digests = [], archiveLimits, packWeight = PACK_WEIGHT}: FinishOptions = {},
): Promise<Finished> {
  const address = siteAddress(site)
  const files = filesBelow(folder)
  const {fileOf, close} = openFiles(folder, records, digests, cache)
  const sums = new Map<string, string>()
  const publish = (path: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, path), content)
    sums.set(path, checksum(content))
  }

  const writePack = (name: PackName, content: Uint8Array): WrittenPack => {
    const sha256 = checksum(content)
    const path = `${dirname(PACKS_FILE)}/${name}.${sha256.slice(0, CHECKSUM_LETTERS)}.pack`
    mkdirSync(join(folder, dirname(path)), {recursive: true})
    writeFileSync(join(folder, path), content)
    return {path, sha256, bytes: content.length}
  }

  onStep('site map')
  const pages = files.filter((path) => INDEX.test(path) && !UNLISTED.test(path)).map(servedAt)
  const day = new Date(epoch * 1000).toISOString().slice(0, 10)
  const listed = [...sitemap(pages, address, day), ['robots.txt', robots(address)] as const]
  for (const [name, text] of listed) publish(name, text)

  onStep('archive')
  const writers = new Map<PackName, PackParts>()
  const shell: ShellFile[] = []
  const archive = new ArchiveWriter({
    epoch,
    fileOf: (part) => join(folder, part === 1 ? ARCHIVE_FILE : archivePart(part)),
    note: (part, first, last) => ({name: partNote(part), text: stickPart(part, first, last)}),
    ...(archiveLimits && {limits: archiveLimits}),
  })
  const readme = 'README.txt'
  await archive.add(readme, pack(readme, Buffer.from(stickReadme())))
  for (const path of files) {
    const {bytes, sha256, packed, read} = fileOf(path)
    sums.set(path, sha256)
    await archive.add(`${ARCHIVE_FOLDER}/${path}`, packed)
    const name = packOf(path)
    if (SHELL.test(path)) shell.push({path: servedAt(path), sha256})
    else if (name !== null) {
      const writer = writers.get(name) ?? new PackParts(cache, packWeight, (content) => writePack(name, content))
      writers.set(name, writer)
      await writer.add({path, type: TYPES[extname(path)] ?? 'application/octet-stream', bytes, sha256, read})
    }
  }
  for (const [name] of listed) await archive.add(`${ARCHIVE_FOLDER}/${name}`, fileOf(name).packed)
  // The copy on the stick can be checked as well.
  await archive.add(`${ARCHIVE_FOLDER}/${CHECKSUMS_FILE}`, pack(CHECKSUMS_FILE, Buffer.from(checksumsText(sums))))
  close()
  const written = archive.finish()
  written.catch(() => undefined)

  // Not in the archive: a copy on a stick is on the device already, and would carry everything twice.
  onStep('packs')
  const packs: Pack[] = []
  for (const [name, parts] of [...writers].toSorted(([a], [b]) => a.localeCompare(b))) {
    const finished = await parts.finish()
    for (const {from, size, path, sha256, bytes} of finished) {
      sums.set(path, sha256)
      packs.push({name, path: `/${path}`, sha256, bytes, files: size, ...(finished.length > 1 && {from})})
    }
  }
  const version = createHash('sha256').update(JSON.stringify({shell, packs})).digest('hex').slice(0, CHECKSUM_LETTERS)
  const list = JSON.stringify({version, packs})
  publish(PACKS_FILE, list)
  shell.push({path: `/${PACKS_FILE}`, sha256: checksum(list)})
  publish('sw.js', await buildWorker({version, shell, packs}))
  const archived = (await written).map(({file, bytes, sha256}) => ({path: basename(file), bytes, sha256}))
  for (const {path, sha256} of archived) sums.set(path, sha256)
  const archiveBytes = archived.reduce((sum, {bytes}) => sum + bytes, 0)
  const further = archived.slice(1).map(({path, bytes}) => ({path, bytes}))
  const note: Archive = {bytes: archiveBytes, ...(further.length > 0 && {parts: further})}
  publish(ARCHIVE_NOTE, JSON.stringify(note))

  onStep('checksums')
  const manifest = checksumsText(sums)
  writeFileSync(join(folder, CHECKSUMS_FILE), manifest)
  return {packs, archiveBytes, manifest: checksum(manifest)}
}

interface WrittenPack {
  path: string
  sha256: string
  bytes: number
}

/** The packs of one name: each is written as soon as the next begins, so that no two are in memory. */
class PackParts {
  private readonly written: (WrittenPack & {from: string; size: number})[] = []
  private readonly cache: Cache
  private readonly most: number
  private readonly write: (content: Uint8Array) => WrittenPack
  private part: {from: string; writer: PackWriter; weight: number} | null = null

  constructor(cache: Cache, most: number, write: (content: Uint8Array) => WrittenPack) {
    this.cache = cache
    this.most = most
    this.write = write
  }

  async add(file: FileToPack): Promise<void> {
    const weight = file.bytes * (file.path.endsWith('.html') ? PAGE_WEIGHT : 1)
    if (this.part && this.part.weight + weight > this.most) await this.finish()
    this.part ??= {from: file.path, writer: new PackWriter(this.cache), weight: 0}
    this.part.weight += weight
    await this.part.writer.add(file)
  }

  /** Writes what has not been written yet; all of it is returned. */
  async finish(): Promise<readonly (WrittenPack & {from: string; size: number})[]> {
    if (this.part) {
      const {from, writer} = this.part
      this.part = null
      this.written.push({...this.write(await writer.finish()), from, size: writer.size})
    }
    return this.written
  }
}

/** What is known of the files of the output, or found out when it is asked for. */
function openFiles(
  folder: string,
  records: readonly PageRecord[],
  digests: readonly FileDigest[],
  cache: Cache,
): {fileOf: (path: string) => FinishedFile; close: () => void} {
  const known = new Map(records.map((record) => [record.file, record]))
  const seen = new Map(digests.map((digest) => [digest.path, digest]))
  const segments = new Map<string, number>()
  const slice = (segment: string, from: number, length: number) => {
    let handle = segments.get(segment)
    if (handle === undefined) segments.set(segment, (handle = openSync(segment, 'r')))
    const bytes = Buffer.allocUnsafe(length)
    readSync(handle, bytes, 0, length, from)
    return bytes
  }
  const fileOf = (path: string): FinishedFile => {
    const read = () => readFileSync(join(folder, path))
    const record = known.get(path)
    if (record?.packed) {
      const {bytes, sha256, crc, packed} = record
      const data = slice(packed.segment, packed.from, packed.length)
      return {path, bytes, sha256, packed: Promise.resolve({size: bytes, crc, data}), read}
    }
    const digest = seen.get(path)
    if (digest) return {...digest, packed: packedFile(digest, read, cache), read}
    const content = read()
    const found = {path, bytes: content.length, sha256: checksum(content), crc: crc32(content)}
    return {...found, packed: packedFile(found, () => content, cache), read: () => content}
  }
  const close = () => {
    for (const handle of segments.values()) closeSync(handle)
  }
  return {fileOf, close}
}

async function packedFile({path, bytes, sha256, crc}: FileDigest, read: () => Uint8Array, cache: Cache): Promise<Packed> {
  if (isPacked(path)) return pack(path, read())
  const key = packedKey(sha256)
  const known = cache.read(PACKED_STAGE, key)
  if (known) return {size: bytes, crc, data: known}
  const packed = await pack(path, read())
  cache.write(PACKED_STAGE, key, packed.data)
  return packed
}

/** `ru/offices/index.html` → `/ru/offices/` */
const servedAt = (path: string): string => `/${path.replace(/(^|\/)index\.html$/u, '$1')}`
