/**
 * Files of the last output that are to be the same in the new one: they get a further name there, which costs less than writing them.
 * The last output goes away when the new one is in its place, so that no two outputs share files for long.
 */
import {createHash} from 'node:crypto'
import {linkSync, lstatSync, readFileSync, rmSync} from 'node:fs'
import type {Stats} from 'node:fs'
import {dirname, join} from 'node:path'
import type {PageRecord} from './making.ts'

export interface LastOutput {
  /**
   * Gives a file of the last output a place in the new one, where its content is still what was written: somebody may have edited it.
   *
   * @param path of the file in the new output; its folder is there
   * @returns whether it is done; not where the file system has no such links, or the file is not as this process would write it
   */
  link(file: Pick<PageRecord, 'file' | 'bytes' | 'sha256'>, path: string): boolean
}

/** @param folder of the last output; it need not be there. Null for none. */
export function openLastOutput(folder: string | null): LastOutput {
  if (folder === null) return {link: () => false}
  const isOwn = ownFolders(folder)
  const isUsual = usualFile()
  return {
    link({file, bytes, sha256}, path) {
      const source = join(folder, file)
      try {
        if (!isOwn(dirname(file)) || !isUsual(lstatSync(source), bytes)) return false
        linkSync(source, path)
      } catch {
        return false
      }
      try {
        // Read by its new name, so that what has been checked is what is there.
        if (isUsual(lstatSync(path), bytes) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256) return true
      } catch {
        // It is written, as if there had been no last output.
      }
      rmSync(path, {force: true})
      return false
    },
  }
}

/**
 * Says of an entry whether it is a file of so many bytes as this process would write it. One with other permissions is to get the
 * usual ones; a link or a pipe is no file.
 */
function usualFile(): (entry: Stats, bytes: number) => boolean {
  const permissions = NEW_FILE & ~process.umask()
  const owner = process.getuid?.()
  return (entry, bytes) =>
    entry.isFile() && entry.size === bytes && (entry.mode & ALL_BITS) === permissions && (owner === undefined || entry.uid === owner)
}
const NEW_FILE = 0o666
const ALL_BITS = 0o7777

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
