/**
 * The manifest of checksums: every file of a finished folder with its SHA-256, in the format of `sha256sum -c`, and the
 * comparison of a folder with it.
 *
 * The folder is walked, the manifest only looked up in: a manifest that names paths elsewhere reads nothing there.
 */
import {createHash} from 'node:crypto'
import {closeSync, openSync, readdirSync, readFileSync, readSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {checksum} from '../sources/received.ts'

export const CHECKSUMS_FILE = 'checksums.sha256'
/** «5891b5b5…be03  data/index.json»; `sha256sum -b` puts a star before the name. */
const LINE = /^([0-9a-f]{64}) [ *](.+)$/u
/** Names that `sha256sum` spells in another way; no build writes such. */
const UNSPEAKABLE = /[\\\n\r]/u
const BLOCK = 1024 * 1024

/** What differs from the manifest; paths below the folder, with slashes, sorted. */
export interface Differences {
  /** Files with another content, and files that the data index describes otherwise. */
  changed: string[]
  /** Files of the manifest that are not there. */
  missing: string[]
  /** What is there and not in the manifest: files, links, anything that is no folder. */
  added: string[]
}

export interface Verification extends Differences {
  /** Files in the manifest. */
  files: number
  /** Checksum of the manifest itself, to be compared with the one that its publisher names elsewhere. */
  manifest: string
}

/**
 * The text of a manifest.
 *
 * @param sums path below the folder → SHA-256 in hexadecimal
 * @throws Error for a name that the format cannot hold
 */
export function checksumsText(sums: ReadonlyMap<string, string>): string {
  const odd = [...sums.keys()].find((path) => UNSPEAKABLE.test(path))
  if (odd !== undefined) throw new Error(`${JSON.stringify(odd)} is no name for a published file`)
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join('')
}

/**
 * Writes the manifest of a finished folder into it; nothing may be added to the folder afterwards.
 *
 * @returns the checksum of the manifest
 */
export function writeChecksums(folder: string): string {
  const text = checksumsText(new Map(entriesOf(folder).map(({path}) => [path, sumOf(join(folder, path))])))
  writeFileSync(join(folder, CHECKSUMS_FILE), text)
  return checksum(text)
}

/**
 * Reads a manifest.
 *
 * @throws Error with the line that is none of a manifest
 */
export function readChecksums(text: string): Map<string, string> {
  const sums = new Map<string, string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const [, sum, path] = LINE.exec(line) ?? []
    if (sum === undefined || path === undefined || sums.has(path)) throw new Error(`line ${String(index + 1)} is no line of a manifest`)
    sums.set(path, sum)
  }
  return sums
}

/**
 * Compares a folder with the manifest in it, and with the data index, where it has one.
 *
 * @throws Error where there is no manifest or none that can be read
 */
export function verifyFolder(folder: string): Verification {
  const text = readFileSync(join(folder, CHECKSUMS_FILE), 'utf8')
  const expected = readChecksums(text)
  const present = entriesOf(folder)
  const found = new Map(present.map(({path, isFile}) => [path, isFile && expected.has(path) ? sumOf(join(folder, path)) : null]))
  const changed = new Set([...expected].flatMap(([path, sum]) => (found.has(path) && found.get(path) !== sum ? path : [])))
  for (const [path, sum] of indexSums(folder, found)) if (found.has(path) && found.get(path) !== sum) changed.add(path)
  return {
    files: expected.size,
    manifest: checksum(text),
    changed: [...changed].sort(),
    missing: [...expected.keys()].filter((path) => !found.has(path)).sort(),
    added: [...found.keys()].filter((path) => !expected.has(path)).sort(),
  }
}

const DATA_INDEX = 'data/index.json'

/** What the data index says of its files: a second witness, written before there is a manifest. */
function indexSums(folder: string, found: ReadonlyMap<string, string | null>): [path: string, sum: string][] {
  if (found.get(DATA_INDEX) == null) return []
  try {
    const {files} = JSON.parse(readFileSync(join(folder, DATA_INDEX), 'utf8')) as {files: {path: string; sha256: string}[]}
    return files.map(({path, sha256}) => [path, sha256])
  } catch {
    // Then it is another file than the build has written, and found to be changed.
    return []
  }
}

/** Everything below a folder but folders and its own manifest; links are not followed. */
function entriesOf(folder: string, below = ''): {path: string; isFile: boolean}[] {
  return readdirSync(join(folder, below), {withFileTypes: true}).flatMap((entry) => {
    const path = `${below}${entry.name}`
    if (entry.isDirectory()) return entriesOf(folder, `${path}/`)
    return path === CHECKSUMS_FILE ? [] : [{path, isFile: entry.isFile()}]
  })
}

/** Checksum of a file, which is never in memory whole. */
function sumOf(file: string): string {
  const hash = createHash('sha256')
  const block = Buffer.allocUnsafe(BLOCK)
  const handle = openSync(file, 'r')
  try {
    for (;;) {
      const length = readSync(handle, block)
      if (length === 0) return hash.digest('hex')
      hash.update(block.subarray(0, length))
    }
  } finally {
    closeSync(handle)
  }
}
