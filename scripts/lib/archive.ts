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

export class ArchiveWriter {
  private readonly stream: WriteStream
  private readonly zip: Zip
  private readonly time: Date
  private readonly waiting: {name: string; packed: Promise<Packed>}[] = []
  private readonly hash = createHash('sha256')
  private failure: Error | null = null
  private bytes = 0

  /**
   * @param target file to write
   * @param epoch time of every entry, in seconds since 1970
   */
  constructor(target: string, epoch: number) {
    this.time = zipTime(epoch)
    this.stream = createWriteStream(target)
    this.stream.on('error', (error) => (this.failure = error))
    this.zip = new Zip((error, chunk) => {
      if (error) this.failure = error
      this.bytes += chunk.length
      this.hash.update(chunk)
      this.stream.write(chunk)
    })
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
   * @returns its size in bytes and its checksum
   * @throws Error where it could not be written
   */
  async finish(): Promise<{bytes: number; sha256: string}> {
    while (this.waiting.length > 0) await this.writeNext()
    this.zip.end()
    this.stream.end()
    await finished(this.stream)
    if (this.failure) throw this.failure
    return {bytes: this.bytes, sha256: this.hash.digest('hex')}
  }

  /** Hands packed bytes to fflate, which writes the headers around them. */
  private async writeNext(): Promise<void> {
    const next = this.waiting.shift()
    if (!next) return
    const {size, crc, data} = await next.packed
    if (this.failure) throw this.failure
    const compression = isPacked(next.name) ? STORED : DEFLATED
    const file: ZipInputFile & {ondata?: AsyncFlateStreamHandler} = {filename: next.name, size, crc, compression, mtime: this.time}
    this.zip.add(file)
    file.ondata?.(null, data as Uint8Array<ArrayBuffer>, true)
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain')
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
