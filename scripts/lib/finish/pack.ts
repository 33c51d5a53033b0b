/** Writes the packs that devices keep; site/worker/pack.ts says how they are built and reads them. */
import {promisify} from 'node:util'
import {gzip as gzipCallback} from 'node:zlib'
import {HEADER_BYTES, MAGIC} from '../../../site/worker/pack.ts'
import type {PackIndex} from '../../../site/worker/pack.ts'
import {keyOf} from '../cache.ts'
import type {Cache} from '../cache.ts'

const gzip = promisify(gzipCallback)
const LEVEL = 7
/** Content of a block: as large as can be opened at once on an old telephone. */
const BLOCK_BYTES = 128 * 1024
/** Blocks being gzipped at a time: more would only wait in memory. */
const AT_ONCE = 8

/** Stage of the store that holds blocks, by the checksums of the files in them. */
const STAGE = 'blocks'

export interface FileToPack {
  /** Below the root, without a leading slash. */
  path: string
  type: string
  /** Length of the content. */
  bytes: number
  sha256: string
  /** Gives the content, where its block has to be made. */
  read(): Uint8Array
}

/** Takes files one by one, in the order they are to lie in: alike beside alike. */
export class PackWriter {
  private readonly cache: Cache
  private readonly types: string[] = []
  private readonly files: PackIndex['files'] = []
  private readonly blocks: Promise<Buffer>[] = []
  private waited = 0
  private open: FileToPack[] = []
  private filled = 0

  /** @param cache what earlier builds made */
  constructor(cache: Cache) {
    this.cache = cache
  }

  get size(): number {
    return this.files.length
  }

  async add(file: FileToPack): Promise<void> {
    const {path, type, bytes} = file
    if (this.filled > 0 && this.filled + bytes > BLOCK_BYTES) this.close()
    while (this.blocks.length - this.waited > AT_ONCE) await this.blocks[this.waited++]
    let place = this.types.indexOf(type)
    if (place < 0) place = this.types.push(type) - 1
    this.files.push([path, place, this.blocks.length, this.filled, bytes])
    this.open.push(file)
    this.filled += bytes
  }

  /** The finished pack. */
  async finish(): Promise<Buffer> {
    if (this.filled > 0) this.close()
    const blocks = await Promise.all(this.blocks)
    const index: PackIndex = {types: this.types, blocks: blocks.map(({length}) => length), files: this.files}
    const packedIndex = await gzip(JSON.stringify(index), {level: LEVEL})
    const header = Buffer.alloc(HEADER_BYTES)
    header.write(MAGIC, 'latin1')
    header.writeUInt32BE(packedIndex.length, MAGIC.length)
    return Buffer.concat([header, packedIndex, ...blocks])
  }

  private close(): void {
    const files = this.open
    // Another zlib packs to other bytes.
    const key = keyOf(process.versions.zlib, String(LEVEL), ...files.map(({sha256}) => sha256))
    const known = this.cache.read(STAGE, key)
    this.blocks.push(known ? Promise.resolve(known) : this.pack(key, files))
    this.open = []
    this.filled = 0
  }

  private async pack(key: string, files: readonly FileToPack[]): Promise<Buffer> {
    const block = await gzip(Buffer.concat(files.map((file) => file.read())), {level: LEVEL})
    this.cache.write(STAGE, key, block)
    return block
  }
}
