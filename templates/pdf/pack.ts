/**
 * Makes a large file small: its dictionaries go into a compressed object stream, its cross-reference table into a compressed stream
 * (PDF 1.5). A table of a hundred cells is a hundred fields with names, appearances and tags, most of it the same words.
 *
 *     12 0 obj          →   5 0 obj << /Type /ObjStm /N 400 … >> stream … endstream endobj
 *     << /S /TD … >>
 *     endobj
 */
import {deflate} from './deflate.ts'
import {fromLatin1, hexString, latin1} from './operators.ts'

/** The dictionary before a stream that holds no text and no stream of its own: «<<\n/Subtype /Form\n/BBox [0 0 405.6 17]\n…>>\nstream» */
const SMALL_STREAM = /^\d+ 0 obj\n<<[^()<>]*>>\nstream/u
/** White space that PDF does not need: before and after a delimiter. */
const LOOSE_SPACE = /(?<![\n ])[\n ]+(?=[/[<>])|(?<=>>)\n(?=stream)|(?<=\])\n/gu

/** Of the checksum that names a file; it stands there twice, in two letters a byte. */
const ID_BYTES = 8

export interface Trailer {
  /** «3 0 R» */
  root: string
  info: string
  id: Uint8Array
}

/**
 * @param bytes a file as pdfkit writes it, without encryption
 * @param offsets where each object begins, object 1 first
 * @returns the same objects in a smaller file
 */
export async function pack(bytes: Uint8Array, offsets: readonly number[], trailer: Trailer): Promise<Uint8Array> {
  const text = latin1(bytes)
  const order = [...offsets.keys()].sort((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0))
  const end = text.lastIndexOf('\nxref\n') + 1
  const streamId = offsets.length + 1
  const xrefId = offsets.length + 2
  const parts: string[] = [text.slice(0, offsets[order[0] ?? 0])]
  let length = parts[0]?.length ?? 0
  // type, offset or number of the object stream, index in it
  const entries: [number, number, number][] = Array.from({length: xrefId + 1}, () => [0, 0, 0])
  entries[0] = [0, 0, 0xffff]
  const packed: {id: number; body: string}[] = []
  const add = (id: number, object: string): void => {
    entries[id] = [1, length, 0]
    parts.push(object)
    length += object.length
  }
  for (const [i, index] of order.entries()) {
    const object = text.slice(offsets[index], offsets[order[i + 1] ?? -1] ?? end)
    const body = /^\d+ 0 obj\n([\s\S]*)\nendobj\n$/u.exec(object)?.[1]
    if (body === undefined || body.endsWith('endstream'))
      add(
        index + 1,
        object.replace(SMALL_STREAM, (head) => head.replace(LOOSE_SPACE, '')),
      )
    else packed.push({id: index + 1, body})
  }
  let at = 0
  const head = packed.map(({id, body}, i) => {
    entries[id] = [2, streamId, i]
    const place = `${id} ${at}`
    at += body.length + 1
    return place
  })
  const first = `${head.join(' ')}\n`
  const stream = latin1(await deflate(fromLatin1(first + packed.map(({body}) => `${body}\n`).join(''))))
  add(
    streamId,
    `${streamId} 0 obj\n<< /Type /ObjStm /N ${packed.length} /First ${first.length} /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`,
  )
  const start = length
  entries[xrefId] = [1, start, 0]
  const table = Uint8Array.from(
    entries.flatMap(([type, where, place]) => [type, where >> 16, (where >> 8) & 255, where & 255, place >> 8, place & 255]),
  )
  const xref = latin1(await deflate(table))
  const id = hexString(trailer.id.subarray(0, ID_BYTES))
  add(
    xrefId,
    `${xrefId} 0 obj\n<< /Type /XRef /Size ${xrefId + 1} /W [1 3 2] /Root ${trailer.root} /Info ${trailer.info} /ID [${id} ${id}] ` +
      `/Filter /FlateDecode /Length ${xref.length} >>\nstream\n${xref}\nendstream\nendobj\n`,
  )
  return fromLatin1(`${parts.join('')}startxref\n${start}\n%%EOF\n`)
}
