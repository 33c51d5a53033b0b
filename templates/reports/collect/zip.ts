/**
 * A ZIP file unpacked with bounded memory, and packed again as plain as can be: what reads the workbook afterwards sees only
 * what fits. Sizes that the file names are not believed (a file of 20 MB can hold 20 GB).
 *
 * Source: APPNOTE.TXT 6.3.10 of PKWARE, 4.3.7 (local header), 4.3.12 (central directory), 4.5.3 (ZIP64).
 */
import {inflateRawSync} from 'node:zlib'
import {zipSync} from 'fflate'
import {FileError} from './raw.ts'

/** All entries of a workbook together; a report has some 200 KB. */
const MOST_UNPACKED = 32 * 1024 * 1024
/** Entries in a workbook; a report has some fifteen. */
const MOST_ENTRIES = 2000
const END_RECORD = 0x06054b50
const CENTRAL_HEADER = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_BYTES = 22
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30
/** Longest comment after the end record. */
const MOST_COMMENT = 0xffff
/** «Look into the ZIP64 field». */
const ELSEWHERE = 0xffffffff
const ZIP64 = 0x0001
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

/**
 * @param bytes a ZIP file
 * @returns a ZIP file of the same entries, unpacked
 * @throws FileError where it is damaged, protected or would fill the memory
 */
export function boundedZip(bytes: Uint8Array): Uint8Array {
  const files: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>
  let left = MOST_UNPACKED
  for (const {name, method, start, packed} of entries(bytes)) {
    const data = bytes.subarray(start, start + packed)
    const content = method === STORED ? data : inflate(data, left)
    left -= content.length
    if (left < 0) throw tooLarge()
    files[name] = content
  }
  return zipSync(files, {level: 0})
}

interface Entry {
  name: string
  method: number
  /** Where its bytes begin, and how many there are. */
  start: number
  packed: number
}

function entries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endRecord(view)
    const count = view.getUint16(end + 10, true)
    if (count > MOST_ENTRIES) throw tooLarge()
    const found: Entry[] = []
    let at = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged()
      if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) {
        throw new FileError('password', 'the workbook is protected by a password; save it without one')
      }
      const method = view.getUint16(at + 10, true)
      if (method !== STORED && method !== DEFLATED) throw damaged()
      const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
        number,
        number,
        number,
      ]
      const {packed, offset} = places(view, at, nameBytes, extraBytes)
      if (view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged()
      const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
      if (start + packed > bytes.length) throw damaged()
      const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes))
      // Folders have a name and no content.
      if (!name.endsWith('/')) found.push({name, method, start, packed})
      at += CENTRAL_BYTES + nameBytes + extraBytes + commentBytes
    }
    return found
  } catch (error) {
    // Places outside the file.
    throw error instanceof RangeError ? damaged() : error
  }
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= first; at--) if (view.getUint32(at, true) === END_RECORD) return at
  throw damaged()
}

/** Packed size and place of an entry; large ones, and those of some programs, stand in the ZIP64 field. */
function places(view: DataView, at: number, nameBytes: number, extraBytes: number): {packed: number; offset: number} {
  let packed = view.getUint32(at + 20, true)
  const unpacked = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  if (packed !== ELSEWHERE && offset !== ELSEWHERE) return {packed, offset}
  const from = at + CENTRAL_BYTES + nameBytes
  for (let field = from; field + 4 <= from + extraBytes; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64) continue
    let value = field + 4 + (unpacked === ELSEWHERE ? 8 : 0)
    if (packed === ELSEWHERE) {
      packed = Number(view.getBigUint64(value, true))
      value += 8
    }
    if (offset === ELSEWHERE) offset = Number(view.getBigUint64(value, true))
    return {packed, offset}
  }
  throw damaged()
}

function inflate(data: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(data, {maxOutputLength: Math.max(1, most)})
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged()
  }
}

const damaged = (): FileError => new FileError('damaged', 'the workbook is damaged: it cannot be unpacked')
const tooLarge = (): FileError =>
  new FileError('too-large', `the workbook holds more than ${String(MOST_UNPACKED / 1024 / 1024)} MB unpacked; no report is so large`)
