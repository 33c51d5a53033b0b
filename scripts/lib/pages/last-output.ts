/**
 * Files of the last output that are to be the same in the new one: they get a further name there, which costs less than writing them.
 * The last output goes away when the new one is in its place, so that no two outputs share files for long.
 */
import {createHash} from 'node:crypto'
import {linkSync, lstatSync, readFileSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {PageRecord} from './making.ts'

export interface LastOutput {
  /**
   * Gives a file of the last output a place in the new one, where its content is still what was written: somebody may have edited it.
   *
   * @param path of the file in the new output; its folder is there
   * @returns whether it is done; not where the file system has no such links
   */
  link(file: Pick<PageRecord, 'file' | 'bytes' | 'sha256'>, path: string): boolean
}

/** @param folder of the last output; it need not be there. Null for none. */
export function openLastOutput(folder: string | null): LastOutput {
  if (folder === null) return {link: () => false}
  const isOwn = ownFolders(folder)
  return {
    link({file, bytes, sha256}, path) {
      if (!isOwn(dirname(file))) return false
      try {
        linkSync(join(folder, file), path)
      } catch {
        return false
      }
      // Read by its new name, so that what has been checked is what is there.
      const isSame = isFile(path, bytes) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
      if (!isSame) rmSync(path)
      return isSame
    },
  }
}

/** A link or a pipe in place of a file is none. */
function isFile(path: string, bytes: number): boolean {
  const entry = lstatSync(path)
  return entry.isFile() && entry.size === bytes
}

/** Says of a folder below another one whether it is reached without links, which might lead elsewhere. */
function ownFolders(top: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([['.', true]])
  const isOwn = (folder: string): boolean => {
    let answer = known.get(folder)
    if (answer === undefined) {
      answer = isOwn(dirname(folder)) && lstatSync(join(top, folder), {throwIfNoEntry: false})?.isDirectory() === true
      known.set(folder, answer)
    }
    return answer
  }
  return isOwn
}
