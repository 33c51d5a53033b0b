/**
 * A ZIP file, written as its files come: neither they nor the archive are ever in memory at once.
 *
 * Node's zlib packs several files at a time; fflate only puts the parts together. The bytes are the same from build to
 * build: fixed times, the order of the calls, no trace of the machine.
 */
import {createHash} from 'node:crypto'
import {createWriteStream} from 'node:fs'
import type {WriteStream} from 'node:fs'
import {once} from 'node:events'
import {finished} from 'node:stream/promises'
import {promisify} from 'node:util'
import {crc32, deflateRaw as deflateRawCallback} from 'node:zlib'
import {Zip} from 'fflate'
import type {AsyncFlateStreamHandler, ZipInputFile} from 'fflate'

const deflateRaw = promisify(deflateRawCallback)
const DEFLATED = 8
const STORED = 0
/** Past this, time doubles for two hundredths of the size. */
export const LEVEL = 4
/** Files being packed at a time. */
const AT_ONCE = 16
/** Packed already: packing again costs time and gains nothing. */
const PACKED = /\.(?:woff2|png|xlsx)$/u
export const isPacked = (name: string): boolean => PACKED.test(name)
/** What one archive holds at most. */
export interface ArchiveLimits {
  entries: number
  bytes: number
}
/** Without its later extensions, which not every program opens, ZIP counts files in 16 bits and bytes in 32. */
const LIMITS: ArchiveLimits = {entries: 65_000, bytes: 4_000_000_000}
/** For an entry of the list at the end, beside its name. */
const ENTRY_BYTES = 100
/** The earliest and latest year a ZIP can name. */
const YEARS = [1980, 2099] as const

/** A file as it lies in an archive. */
export interface Packed {
  /** Length and CRC-32 of the content. */
  size: number
  crc: number
  /** Packed, unless `isPacked` says that its kind is so already. */
  data: Uint8Array
}

/** A part of an archive, most often the only one. */
export interface ArchivePart {
  file: string
  bytes: number
  sha256: string
}

export interface ArchiveOptions {
  /** Time of every entry, in seconds since 1970. */
  epoch: number
  /** The file of a part, from 1. */
  fileOf: (part: number) => string
  /**
   * What lies at the end of every part, where there are several.
   *
   * @param first and `last`: names of the files in the part
   */
  note: (part: number, first: string, last: string) => {name: string; text: string}
  limits?: ArchiveLimits
}

/** Writes an archive, in parts that can each be opened alone where it is too large for one. */
export class ArchiveWriter {
  private readonly options: ArchiveOptions
  private readonly waiting: {name: string; packed: Promise<Packed>}[] = []
  private readonly limits: ArchiveLimits
  private readonly parts: ArchivePart[] = []
  private part: PartWriter
  /** First and last file of the part. */
  private names: [first: string, last: string] | null = null

  constructor(options: ArchiveOptions) {
    this.options = options
    this.limits = options.limits ?? LIMITS
    this.part = new PartWriter(options.fileOf(1), options.epoch)
  }

  /** Adds a file; waits where much is still to be packed. */
  async add(name: string, packed: Promise<Packed>): Promise<void> {
    // Told when its turn comes.
    packed.catch(() => undefined)
    this.waiting.push({name, packed})
    if (this.waiting.length > AT_ONCE) await this.writeNext()
  }

  /**
   * Ends the archive.
   *
   * @returns its parts
   * @throws Error where it could not be written
   */
  async finish(): Promise<ArchivePart[]> {
    while (this.waiting.length > 0) await this.writeNext()
    await this.close(this.parts.length > 0)
    return this.parts
  }

  private async writeNext(): Promise<void> {
    const next = this.waiting.shift()
    if (!next) return
    const packed = await next.packed
    const {entries, bytes} = this.limits
    const {name} = next
    // Room is kept for the note.
    const isFull = this.part.entries + 2 > entries || this.part.bytesWith(name, packed) + ENTRY_BYTES * 10 > bytes
    if (isFull && this.names !== null) {
      await this.close(true)
      this.part = new PartWriter(this.options.fileOf(this.parts.length + 1), this.options.epoch)
      this.names = null
    }
    await this.part.add(name, packed)
    this.names = [this.names?.[0] ?? name, name]
  }

  private async close(isOneOfSeveral: boolean): Promise<void> {
    if (isOneOfSeveral) {
      const {name, text} = this.options.note(this.parts.length + 1, ...(this.names ?? ['', '']))
      await this.part.add(name, await pack(name, Buffer.from(text)))
    }
    this.parts.push(await this.part.finish())
  }
}

/** One ZIP file. */
class PartWriter {
  private readonly file: string
  private readonly stream: WriteStream
  private readonly zip: Zip
  private readonly time: Date
  private readonly hash = createHash('sha256')
  private failure: Error | null = null
  private bytes = 0
  /** What the list at the end will take. */
  private listBytes = 0
  entries = 0

  constructor(file: string, epoch: number) {
    this.file = file
    this.time = zipTime(epoch)
    this.stream = createWriteStream(file)
    this.stream.on('error', (error) => (this.failure = error))
    this.zip = new Zip((error, chunk) => {
      if (error) this.failure = error
      this.bytes += chunk.length
      this.hash.update(chunk)
      this.stream.write(chunk)
    })
  }

  /** Size of the finished file with one entry more. */
  bytesWith(name: string, {data}: Packed): number {
    return this.bytes + this.listBytes + data.length + 2 * (ENTRY_BYTES + Buffer.byteLength(name))
  }

  /** Hands packed bytes to fflate, which writes the headers around them. */
  async add(name: string, {size, crc, data}: Packed): Promise<void> {
    if (this.failure) throw this.failure
    const compression = isPacked(name) ? STORED : DEFLATED
    const file: ZipInputFile & {ondata?: AsyncFlateStreamHandler} = {filename: name, size, crc, compression, mtime: this.time}
    this.zip.add(file)
    file.ondata?.(null, data as Uint8Array<ArrayBuffer>, true)
    this.entries++
    this.listBytes += ENTRY_BYTES + Buffer.byteLength(name)
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain')
  }

  async finish(): Promise<ArchivePart> {
    this.zip.end()
    this.stream.end()
    await finished(this.stream)
    if (this.failure) throw this.failure
    return {file: this.file, bytes: this.bytes, sha256: this.hash.digest('hex')}
  }
}

/** Packs a file for an archive. */
export async function pack(name: string, content: Uint8Array): Promise<Packed> {
  return {size: content.length, crc: crc32(content), data: isPacked(name) ? content : await deflateRaw(content, {level: LEVEL})}
}

/** fflate writes local time: noon of the day, which every time zone has. */
function zipTime(epoch: number): Date {
  const date = new Date(epoch * 1000)
  const year = Math.min(Math.max(date.getUTCFullYear(), YEARS[0]), YEARS[1])
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), 12)
}
