/**
 * What earlier builds made, kept by what it was made from.
 *
 *       node_modules/.cache/qyzmet/<stage>/<aa>/<key>     SHA-256 of the content (32 bytes), then the content
 *
 * A key is the checksum of everything that decides the content: the input, what was asked of other data, and the version
 * of the program's own files. So an entry is never out of date: it is asked for, or it is not. Nothing depends on the
 * store: a build without it gives the same bytes, and what is damaged counts as not there. The folder itself may be a link; a
 * link in it is neither read nor written through.
 */
import {createHash, randomUUID} from 'node:crypto'
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import type {Dirent} from 'node:fs'
import {join} from 'node:path'
import {PROJECT} from './supply/lockfile.ts'

export const DEFAULT_CACHE = join(PROJECT, 'node_modules', '.cache', 'qyzmet')

const CHECKSUM_BYTES = 32
/** Part of a file that is being written; a killed build leaves some. */
const UNFINISHED = '.unfinished'
const DAY = 24 * 60 * 60 * 1000
/** «a7»: name of a sub-folder of a stage. */
const FIRST_DIGITS = /^[\da-f]{2}$/u
/** Not there on Windows, where making a link needs a privilege. */
const WITHOUT_LINKS = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NOFOLLOW ?? 0)
/** An entry that no build has asked for this long is thrown away. */
const KEPT_DAYS = 30

export interface Cache {
  /** Where it lies, for other processes; null where nothing is kept. */
  folder: string | null
  /** The content under a key; null where there is none, or it is damaged. */
  read(stage: string, key: string): Buffer | null
  /** Keeps content under a key. A store that can't be written is no error: the next build works more, that is all. */
  write(stage: string, key: string, content: Uint8Array | string): void
}

/** @param folder null for a build that neither uses nor keeps anything */
export function openCache(folder: string | null): Cache {
  if (folder === null) return {folder, read: () => null, write: () => undefined}
  const made = new Set<string>()
  const isOurs = foldersOf(folder)
  const placeOf = (stage: string, key: string) => {
    const parent = join(folder, stage, key.slice(0, 2))
    return {parent, file: join(parent, key)}
  }
  return {
    folder,
    read(stage, key) {
      const {parent, file} = placeOf(stage, key)
      const bytes = isOurs(stage, parent) ? contentOf(file) : null
      if (bytes === null) return null
      const content = bytes.subarray(CHECKSUM_BYTES)
      if (!digest(content).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null
      keepFresh(file)
      return content
    },
    write(stage, key, content) {
      const {parent, file} = placeOf(stage, key)
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const unfinished = `${file}.${randomUUID()}${UNFINISHED}`
      try {
        if (!isOurs(stage, parent)) return
        if (!made.has(parent)) mkdirSync(parent, {recursive: true})
        made.add(parent)
        writeFileSync(unfinished, Buffer.concat([digest(bytes), bytes]))
        renameSync(unfinished, file)
      } catch {
        discard(unfinished)
      }
    },
  }
}

/**
 * A key.
 *
 * @param parts what decides the content, each told apart from its neighbours
 * @returns SHA-256 in hexadecimal digits
 */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    hash.update(`${String(bytes.length)}:`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * Version of the program: a part of every key, for another program makes other things of the same input.
 *
 * @param folders of the project, whose files make the things: «parser», «templates»
 * @returns SHA-256 over those files, the installed packages and the version of Node
 */
export function programVersion(folders: readonly string[]): string {
  const parts: (string | Uint8Array)[] = [process.version, readFileSync(join(PROJECT, 'package-lock.json'))]
  for (const folder of folders) {
    const entries = readdirSync(join(PROJECT, folder), {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
    for (const path of entries.map(({parentPath, name}) => join(parentPath, name)).sort()) {
      parts.push(path.slice(PROJECT.length), readFileSync(path))
    }
  }
  return keyOf(...parts)
}

/**
 * Throws away what no build has asked for in a long time, and what killed builds left half-written.
 *
 * @param now milliseconds since 1970
 * @returns bytes that are kept
 */
export function prune(folder: string, now: number): number {
  let kept = 0
  for (const {parentPath, name} of entriesOf(folder)) {
    const file = join(parentPath, name)
    try {
      const {mtimeMs, size} = statSync(file)
      const age = now - mtimeMs
      if (age > KEPT_DAYS * DAY || (name.endsWith(UNFINISHED) && age > DAY)) rmSync(file, {force: true})
      else kept += size
    } catch {
      // Another build was quicker.
    }
  }
  return kept
}

/**
 * `prune` where it has not been done today: to look at thousands of entries takes longer than a small change. It never fails.
 *
 * @param now milliseconds since 1970
 */
export function pruneDaily(folder: string, now: number): void {
  const marker = join(folder, PRUNED_FILE)
  try {
    const last = statSync(marker, {throwIfNoEntry: false})?.mtimeMs
    if (last !== undefined && Math.abs(now - last) < DAY) return
    prune(folder, now)
    writeFileSync(marker, '')
    utimesSync(marker, now / 1000, now / 1000)
  } catch {
    // A store that cannot be written is pruned by nobody.
  }
}
const PRUNED_FILE = 'pruned'

/** Where Node keeps what it makes of the program's own files, under names of its own: reading them takes longer than a small change. */
export const codeFolder = (folder: string): string => join(folder, CODE_FOLDER)
const CODE_FOLDER = 'code'

/**
 * The first link in place of a sub-folder of the store; null where there is none. Whoever put it there may have meant it, so it is
 * not taken away.
 */
export function linkIn(folder: string): string | null {
  for (const stage of entriesIn(folder)) {
    const path = join(folder, stage.name)
    if (stage.isSymbolicLink()) return path
    const isPart = ({name}: Dirent) => stage.name === CODE_FOLDER || FIRST_DIGITS.test(name)
    const link = stage.isDirectory() ? entriesIn(path).find((entry) => entry.isSymbolicLink() && isPart(entry)) : undefined
    if (link) return join(path, link.name)
  }
  return null
}

/** Says of a folder whether it and the one above it are no links, once for each. */
function foldersOf(folder: string): (stage: string, parent: string) => boolean {
  const known = new Map<string, boolean>()
  const isLink = (path: string) => {
    try {
      return lstatSync(path).isSymbolicLink()
    } catch {
      return false
    }
  }
  return (stage, parent) => {
    const answer = known.get(parent) ?? !(isLink(join(folder, stage)) || isLink(parent))
    known.set(parent, answer)
    return answer
  }
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch {
    return []
  }
}

/** The files of a folder. Links are not followed, as `recursive` would: what they lead to is no entry, and not ours to throw away. */
function entriesOf(folder: string): Dirent[] {
  return entriesIn(folder).flatMap((entry) => (entry.isDirectory() ? entriesOf(join(folder, entry.name)) : entry.isFile() ? [entry] : []))
}

function contentOf(file: string): Buffer | null {
  let handle: number | null = null
  try {
    handle = openSync(file, WITHOUT_LINKS)
    const bytes = readFileSync(handle)
    return bytes.length < CHECKSUM_BYTES ? null : bytes
  } catch {
    return null
  } finally {
    if (handle !== null) closeSync(handle)
  }
}

/** Says that an entry is in use: at most once a day, for a build asks for thousands. */
function keepFresh(file: string): void {
  try {
    const now = Date.now()
    if (now - statSync(file).mtimeMs > DAY) utimesSync(file, now / 1000, now / 1000)
  } catch {
    // A store that can only be read is of use too.
  }
}

function discard(file: string): void {
  try {
    rmSync(file, {force: true})
  } catch {
    // `force` is for what is not there; a path that leads through a file is refused all the same.
  }
}

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
