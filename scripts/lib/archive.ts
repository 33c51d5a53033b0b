/**
 * A ZIP file, written as its files come: neither they nor the archive are ever in memory at once.
 *
 * Node's zlib packs several files at a time; fflate only puts the parts together. The bytes are the same from build to
 * build: fixed times, the order of the calls, no trace of the machine.
 */
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
const LEVEL = 4
/** Files being packed at a time. */
const AT_ONCE = 16
/** Packed already: packing again costs time and gains nothing. */
const PACKED = /\.(?:woff2|png|xlsx)$/u
/** The earliest and latest year a ZIP can name. */
const YEARS = [1980, 2099] as const

interface Packed {
  name: string
  method: number
  size: number
  crc: number
  data: Uint8Array
}

export class ArchiveWriter {
  private readonly stream: WriteStream
  private readonly zip: Zip
  private readonly time: Date
  private readonly waiting: Promise<Packed>[] = []
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
      this.stream.write(chunk)
    })
  }

  /** Adds a file; waits where much is still to be packed. */
  async add(name: string, content: Uint8Array): Promise<void> {
    this.waiting.push(pack(name, content))
    if (this.waiting.length > AT_ONCE) await this.writeNext()
  }

  /**
   * Ends the archive.
   *
   * @returns its size in bytes
   * @throws Error where it could not be written
   */
  async finish(): Promise<number> {
    while (this.waiting.length > 0) await this.writeNext()
    this.zip.end()
    this.stream.end()
    await finished(this.stream)
    if (this.failure) throw this.failure
    return this.bytes
  }

  /** Hands packed bytes to fflate, which writes the headers around them. */
  private async writeNext(): Promise<void> {
    const packed = await this.waiting.shift()
    if (!packed) return
    if (this.failure) throw this.failure
    const {name, method, size, crc, data} = packed
    const file: ZipInputFile & {ondata?: AsyncFlateStreamHandler} = {filename: name, size, crc, compression: method, mtime: this.time}
    this.zip.add(file)
    file.ondata?.(null, data as Uint8Array<ArrayBuffer>, true)
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain')
  }
}

async function pack(name: string, content: Uint8Array): Promise<Packed> {
  const entry = {name, size: content.length, crc: crc32(content)}
  if (PACKED.test(name)) return {...entry, method: STORED, data: content}
  return {...entry, method: DEFLATED, data: await deflateRaw(content, {level: LEVEL})}
}

/** fflate writes local time: noon of the day, which every time zone has. */
function zipTime(epoch: number): Date {
  const date = new Date(epoch * 1000)
  const year = Math.min(Math.max(date.getUTCFullYear(), YEARS[0]), YEARS[1])
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), 12)
}
