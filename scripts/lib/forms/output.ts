/** Writing what was made: all of it or nothing. */
import {randomUUID} from 'node:crypto'
import {mkdtemp, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {existsSync, rmSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {onStop} from '../cleanup.ts'
import {reason, UsageError} from '../command.ts'
import {makeFolder} from '../output.ts'

export interface Product {
  /** Name of the file. */
  name: string
  bytes: Uint8Array
}

/**
 * Writes files into a folder, one at a time as they are made; they appear in it when all are done.
 *
 * @param folder made with its parents if need be; files of the same name are replaced, others stay
 * @throws UsageError where it is a file; whatever `products` throws, with nothing written
 */
export async function writeFolder(folder: string, products: AsyncIterable<Product>): Promise<number> {
  const path = resolve(folder)
  const existing = await stat(path).catch(() => null)
  if (existing && !existing.isDirectory()) throw new UsageError(`--out ${folder} is a file; name a folder`)
  await makeFolder(dirname(path)).catch(cantWrite(folder))
  // inside a folder that is there already: the one it lies in may not be ours to write to
  const scratch = await mkdtemp(join(existing ? path : dirname(path), `.${basename(path)}.part-`)).catch(cantWrite(folder))
  const remove = (): void => {
    rmSync(scratch, {recursive: true, force: true, maxRetries: 5})
  }
  const off = onStop(remove)
  try {
    let count = 0
    for await (const {name, bytes} of products) {
      await writeFile(join(scratch, name), bytes)
      count++
    }
    await makeFolder(path)
    for (const name of await readdir(scratch)) await rename(join(scratch, name), join(path, name))
    return count
  } finally {
    off()
    remove()
  }
}

/**
 * Writes one file beside its place and renames it: no half-written file is left. What is no file, a device or a pipe, is
 * written into: renaming would put a file in its place.
 *
 * @throws UsageError where the place is a folder
 */
export async function writeOne(path: string, bytes: Uint8Array): Promise<void> {
  const existing = await stat(path).catch(() => null)
  if (existing?.isDirectory()) throw new UsageError(`--out ${path} is a folder; name a file`)
  if (existing && !existing.isFile()) {
    await writeFile(path, bytes).catch(cantWrite(path))
    return
  }
  // A name that nobody can have put a link in the place of.
  const temporary = `${path}.${randomUUID()}.part`
  const off = onStop(() => {
    rmSync(temporary, {force: true})
  })
  try {
    await makeFolder(dirname(resolve(path)))
    await writeFile(temporary, bytes, {flag: 'wx'})
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, {force: true}).catch(() => undefined)
    cantWrite(path)(error)
  } finally {
    off()
  }
}

/** Whether a name is meant as a folder: it is one, or ends like one. */
export const isFolder = async (path: string): Promise<boolean> =>
  /[/\\]$/u.test(path) || (existsSync(path) && (await stat(path)).isDirectory())

const cantWrite =
  (folder: string) =>
  (error: unknown): never => {
    throw new Error(`can't write to ${folder}: ${reason(error)}`, {cause: error})
  }
