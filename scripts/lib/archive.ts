/**
 * A ZIP file of a whole folder, written as it goes: neither the files nor the archive are ever in memory at once.
 *
 * Node's zlib packs several files at a time; fflate only puts the parts together, which keeps the bytes the same from
 * build to build: fixed times, order of names, no trace of the machine.
 */
import {createWriteStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {once} from 'node:events'
import {join} from 'node:path'
import {finished} from 'node:stream/promises'
import {promisify} from 'node:util'
import {crc32, deflateRaw as deflateRawCallback} from 'node:zlib'
import {Zip} from 'fflate'
import type {AsyncFlateStreamHandler, ZipInputFile} from 'fflate'

const deflateRaw = promisify(deflateRawCallback)
const DEFLATED = 8
const STORED = 0
/** Files packed at the same time. */
const AT_ONCE = 8
/** Packed already: packing again costs time and gains nothing. */
const PACKED = /\.(?:woff2|png|xlsx|pack|zip|gz)$/u
/** The earliest and latest year a ZIP can name. */
const YEARS = [1980, 2099] as const

export interface ArchiveEntry {
  /** Name in the archive. */
  name: string
  content: Uint8Array<ArrayBuffer> | {file: string}
}

/**
 * @param target file to write
 * @param entries in the order of the archive
 * @param epoch time of every entry, in seconds since 1970
 * @returns size of the archive in bytes
 */
export async function writeArchive(target: string, entries: readonly ArchiveEntry[], epoch: number): Promise<number> {
  const stream = createWriteStream(target)
  let bytes = 0
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    bytes += chunk.length
    stream.write(chunk)
  })
  const mtime = zipTime(epoch)
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const packed = await Promise.all(entries.slice(from, from + AT_ONCE).map(pack))
    for (const one of packed) put(zip, one, mtime)
    if (stream.writableNeedDrain) await once(stream, 'drain')
  }
  zip.end()
  stream.end()
  await finished(stream)
  if (failure) throw failure as Error
  return bytes
}

interface Packed {
  name: string
  method: number
  size: number
  crc: number
  data: Uint8Array<ArrayBuffer>
}

async function pack({name, content}: ArchiveEntry): Promise<Packed> {
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(await readFile(content.file))
  const entry = {name, size: bytes.length, crc: crc32(bytes)}
  if (PACKED.test(name)) return {...entry, method: STORED, data: bytes}
  return {...entry, method: DEFLATED, data: new Uint8Array(await deflateRaw(bytes, {level: 6}))}
}

/** Hands packed bytes to fflate, which writes the headers around them. */
function put(zip: Zip, {name, method, size, crc, data}: Packed, mtime: Date): void {
  const file: ZipInputFile & {ondata?: AsyncFlateStreamHandler} = {filename: name, size, crc, compression: method, mtime}
  zip.add(file)
  file.ondata?.(null, data, true)
}

/** fflate writes local time: noon of the day, which every time zone has. */
function zipTime(epoch: number): Date {
  const date = new Date(epoch * 1000)
  const year = Math.min(Math.max(date.getUTCFullYear(), YEARS[0]), YEARS[1])
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), 12)
}
