/**
 * A pack: many files in one, kept as it came over the line and opened file by file.
 *
 *       4 bytes    QYZ1
 *       4 bytes    length of the index, big-endian
 *       index      JSON, gzipped (`PackIndex`)
 *       blocks     each some files one after the other, gzipped
 *
 * One request and one entry in the device's storage in place of some hundred, and a tenth of the room: pages of a kind
 * differ little, and a block of them shrinks to what differs. The build writes packs (scripts/lib/finish/pack.ts).
 */
export const MAGIC = 'QYZ1'
export const HEADER_BYTES = 8

export interface PackIndex {
  /** Content types. */
  types: string[]
  /** Length of each block as it lies in the pack. */
  blocks: number[]
  /** Path, place of its type in `types`, number of its block, where it begins in the block, how long it is. */
  files: [string, number, number, number, number][]
}

export interface PackedFile {
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** An opened pack. */
export interface OpenPack {
  /** @returns null where the pack has no such file */
  read(path: string): Promise<PackedFile | null>
  paths(): string[]
}

/**
 * Opens a pack; only the index is read until a file is asked for.
 *
 * @throws Error where the bytes are no pack
 */
export async function openPack(pack: Blob): Promise<OpenPack> {
  const header = new DataView(await pack.slice(0, HEADER_BYTES).arrayBuffer())
  const magic = Array.from(MAGIC, (_, i) => String.fromCharCode(header.getUint8(i))).join('')
  if (magic !== MAGIC) throw new Error('This is no pack')
  const body = HEADER_BYTES + header.getUint32(4)
  const {types, blocks, files} = JSON.parse(new TextDecoder().decode(await inflate(pack.slice(HEADER_BYTES, body)))) as PackIndex
  const byPath = new Map(files.map((file) => [file[0], file]))
  const starts: number[] = []
  let end = body
  for (const length of blocks) {
    starts.push(end)
    end += length
  }
  return {
    async read(path) {
      const file = byPath.get(path)
      if (!file) return null
      const [, type, block, start, length] = file
      const at = starts[block] ?? 0
      const content = await inflate(pack.slice(at, at + (blocks[block] ?? 0)))
      return {type: types[type] ?? 'application/octet-stream', bytes: content.slice(start, start + length)}
    },
    paths: () => [...byPath.keys()],
  }
}

async function inflate(part: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(part.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
}
