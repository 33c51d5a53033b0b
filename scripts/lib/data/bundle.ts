/** Several contents in one piece: a header in JSON, then the contents one after the other. */

interface Head<Header> {
  header: Header
  /** Bytes of each content. */
  sizes: number[]
}

export interface Bundle<Header> {
  header: Header
  contents: Buffer[]
}

const LENGTH_BYTES = 4

/** @param header anything that JSON can say */
export function packBundle(header: unknown, contents: readonly (Uint8Array | string)[]): Buffer {
  const parts = contents.map((content) => (typeof content === 'string' ? Buffer.from(content) : content))
  const head: Head<unknown> = {header, sizes: parts.map((part) => part.length)}
  const written = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(written.length)
  return Buffer.concat([length, written, ...parts])
}

/** The contents are views of the piece. */
export function unpackBundle<Header>(piece: Buffer): Bundle<Header> {
  let at = LENGTH_BYTES + piece.readUInt32BE(0)
  const {header, sizes} = JSON.parse(piece.toString('utf8', LENGTH_BYTES, at)) as Head<Header>
  return {header, contents: sizes.map((size) => piece.subarray(at, (at += size)))}
}
