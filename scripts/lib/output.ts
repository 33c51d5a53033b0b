/**
 * The output folder, replaced whole or not at all.
 *
 *       dist/                 the last good build, until the very end
 *       .dist.building-4711/  the new one, while it is written
 *       .dist.previous-4711/  the old one, between two renames
 *       .dist.lock            who is building
 *
 * All of them lie beside the target, on one file system, so that renaming is enough. What a killed build leaves
 * is put in order by the next one.
 */
import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {mkdir, readdir, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {onStop} from './cleanup.ts'
import {reason, UsageError} from './command.ts'
import type {Files} from './data/publish.ts'

export interface Output {
  /** The folder to write into. */
  folder: string
  /** A folder beside it for what is not published; removed at the end. */
  scratch: string
  /** The folder that will be replaced, if it is there. */
  last: string
  /** Puts the new folder in place of the old one. */
  commit(): Promise<void>
  /** Removes what was written and gives the lock back; the old folder stays. Harmless after `commit`. */
  abandon(): void
}

/**
 * Opens an output folder for writing.
 *
 * @param target where the finished folder goes; made with its parents if need be
 * @param keep folders that the target must not hold or replace: the sources
 * @throws UsageError where the target is something that no build has made
 * @throws Error where another build is writing to it, or the disk refuses
 */
export async function openOutput(target: string, keep: readonly string[]): Promise<Output> {
  const path = await resolveLink(target)
  await refuseForeign(path, target, keep)
  const parent = dirname(path)
  await makeFolder(parent).catch((error: unknown) => {
    throw new Error(`can't make ${target}: ${reason(error)}`, {cause: error})
  })
  const name = basename(path)
  const unlock = lock(join(parent, `.${name}.lock`), target)
  const building = join(parent, `.${name}.building-${String(process.pid)}`)
  const previous = join(parent, `.${name}.previous-${String(process.pid)}`)
  let open = true
  const abandon = () => {
    if (!open) return
    open = false
    // Stopped between the two renames: the old folder goes back.
    if (!existsSync(path) && existsSync(previous)) renameSync(previous, path)
    try {
      rmSync(building, {recursive: true, force: true, maxRetries: 5})
    } finally {
      unlock()
      offStop()
    }
  }
  const offStop = onStop(abandon)
  try {
    await tidy(parent, name)
    const folder = join(building, 'out')
    const scratch = join(building, 'scratch')
    await mkdir(folder, {recursive: true})
    await mkdir(scratch)
    return {
      folder,
      scratch,
      last: path,
      async commit() {
        const hadOld = existsSync(path)
        if (hadOld) await rename(path, previous)
        try {
          await rename(folder, path)
        } catch (error) {
          if (hadOld) await rename(previous, path)
          throw error
        }
        // The new one is in place; an old one that can't be removed is no failure, the next build tries again.
        removeQuietly(previous)
        abandon()
      },
      abandon,
    }
  } catch (error) {
    abandon()
    throw error
  }
}

/**
 * Makes a folder with its parents. Node's own `recursive` never ends where the system refuses with «no such file», as below /proc.
 *
 * @throws Error where the system refuses, or a part of the path is a file
 */
export async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(path).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!(await stat(path)).isDirectory()) throw Object.assign(new Error(`${path} is a file`), {code: 'ENOTDIR'})
    })
  try {
    await make()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await make()
  }
}

/** In one go: by promises thousands of files take three times as long. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, {recursive: true, force: true})
  } catch {
    // It stays for the next build to put in order.
  }
}

/** Writes files under a folder, folders included. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  const made = new Set<string>()
  for (const [path, content] of files) {
    const file = join(folder, path)
    const parent = dirname(file)
    if (!made.has(parent)) {
      await mkdir(parent, {recursive: true})
      made.add(parent)
    }
    await writeFile(file, content)
  }
}

/**
 * Moves everything in one folder into another.
 *
 * @throws Error where both hold a file of the same path: nothing published may silently replace something else
 */
export async function mergeInto(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    const existing = await stat(target).catch(() => null)
    if (!existing) await rename(source, target)
    else if (entry.isDirectory() && existing.isDirectory()) await mergeInto(source, target)
    else throw new Error(`two parts of the build both write ${relative(to, target)}`)
  }
}

/** A link to a folder stands for that folder. */
async function resolveLink(target: string): Promise<string> {
  const path = resolve(target)
  return realpath(path).catch(() => path)
}

/** A mistyped --out must not replace a folder of something else. */
async function refuseForeign(path: string, shown: string, keep: readonly string[]): Promise<void> {
  for (const folder of keep) {
    const kept = await resolveLink(folder)
    if (kept === path || kept.startsWith(path + sep)) throw new UsageError(`--out ${shown} would replace ${folder}; name another folder`)
    if (path.startsWith(kept + sep)) throw new UsageError(`--out ${shown} lies inside ${folder}; name another folder`)
  }
  const existing = await stat(path).catch(() => null)
  if (!existing) return
  if (!existing.isDirectory()) throw new UsageError(`--out ${shown} is a file; name a folder`)
  const names = await readdir(path)
  if (names.length === 0 || existsSync(join(path, 'data', 'index.json'))) return
  throw new UsageError(`--out ${shown} holds something that no build has made; name an empty or a new folder`)
}

/**
 * Takes the lock; the returned function gives it back.
 *
 * @throws Error where a living process has it
 */
function lock(file: string, shown: string): () => void {
  const mine = `${String(process.pid)}\n`
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, {flag: 'wx'})
      return () => {
        // Only what is still ours: someone may have judged it stale.
        if (contentOf(file) === mine) rmSync(file, {force: true})
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new Error(`can't write beside ${shown}: ${reason(error)}`, {cause: error})
    }
    const owner = contentOf(file)
    if (owner === null) continue
    if (isAlive(Number(owner))) {
      throw new Error(`process ${owner.trim()} is building ${shown} already; wait for it, or remove ${file} if it is no build`)
    }
    takeAway(file, owner)
  }
  throw new Error(`other builds of ${shown} are starting at the same moment; try again`)
}

/** Removes a lock whose owner is gone, unless another process has replaced it in the meantime. */
function takeAway(file: string, owner: string): void {
  const aside = `${file}-${String(process.pid)}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') === owner) rmSync(aside, {force: true})
    else renameSync(aside, file)
  } catch {
    // Somebody else was quicker.
  }
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Whether a process of this number is running. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Puts in order what a killed build has left; the lock is held. */
async function tidy(parent: string, name: string): Promise<void> {
  const names = await readdir(parent)
  for (const left of names.filter((entry) => entry.startsWith(`.${name}.previous-`))) {
    if (existsSync(join(parent, name))) await rm(join(parent, left), {recursive: true, force: true})
    else await rename(join(parent, left), join(parent, name))
  }
  for (const left of names.filter((entry) => entry.startsWith(`.${name}.building-`))) {
    // Killed a moment ago, it may have processes that still write, until they notice.
    await rm(join(parent, left), {recursive: true, force: true, maxRetries: 10})
  }
}
