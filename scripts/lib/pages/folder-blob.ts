/** A folder as one piece of bytes, for the store of what earlier builds made. */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

const LENGTH_BYTES = 4

/** Files below a folder, in one order on every machine, with slashes. */
export function filesBelow(folder: string): string[] {
  const files: string[] = []
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), {withFileTypes: true})) {
      if (entry.isDirectory()) walk(`${below}${entry.name}/`)
      else if (entry.isFile()) files.push(`${below}${entry.name}`)
    }
  }
  walk('')
  return files.sort()
}

/** A list of names and lengths, then the contents. */
export function packFolder(folder: string): Buffer {
  const files = filesBelow(folder).map((path) => ({path, bytes: readFileSync(join(folder, path))}))
  const index = Buffer.from(JSON.stringify(files.map(({path, bytes}) => [path, bytes.length])))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(index.length)
  return Buffer.concat([length, index, ...files.map(({bytes}) => bytes)])
}

/** Writes the files of `packFolder` below a folder that is made for them. */
export function unpackFolder(packed: Buffer, folder: string): void {
  const end = LENGTH_BYTES + packed.readUInt32BE()
  let from = end
  for (const [path, length] of JSON.parse(packed.subarray(LENGTH_BYTES, end).toString('utf8')) as [string, number][]) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), packed.subarray(from, (from += length)))
  }
}
