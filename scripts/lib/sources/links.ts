/** Links in folders that are read: nothing outside a folder is read because of what lies in it. */
import {realpath} from 'node:fs/promises'
import {sep} from 'node:path'

/**
 * Whether a path, its links followed, lies in a folder.
 *
 * @throws Error where one of the two is not there
 */
export async function isInside(path: string, folder: string): Promise<boolean> {
  const [real, root] = await Promise.all([realpath(path), realpath(folder)])
  return real.startsWith(root.endsWith(sep) ? root : root + sep)
}
