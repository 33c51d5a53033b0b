/** The search index of a finished build, from disk: of its pages only those that a query needs. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {INDEX_VERSION, OFFICE_INDEX_FILE} from '../../site/search/format.ts'
import type {OfficeIndex} from '../../site/search/format.ts'
import {foldWord} from '../../parser/language/stem.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import type {ReadIndex, Searcher} from '../../site/search/searcher.ts'
import {InputError, UsageError} from './command.ts'

/**
 * Opens the index of a finished build.
 *
 * @throws InputError where there is none, or one of another version; a search throws it where a page is missing
 */
export function openIndex(dist: string): Searcher {
  return createSearcher(readFrom(dist))
}

/**
 * Names of the regions that begin with what is given, letters folded as a search folds them.
 *
 * @throws UsageError where there is none, with the names there are
 */
export function regionsOf(dist: string, beginning: string): string[] {
  const {regions} = readFrom(dist)(OFFICE_INDEX_FILE) as OfficeIndex
  const folded = (text: string) => text.split(/\s+/u).map(foldWord).join(' ')
  const wanted = folded(beginning.trim())
  const found = regions.filter((region) => folded(region).startsWith(wanted))
  if (found.length === 0) throw new UsageError(`--region: no region begins with «${beginning}»; there are ${regions.join(', ')}`)
  return found
}

function readFrom(dist: string): ReadIndex {
  return (path) => {
    const fail = (message: string) =>
      new InputError([{file: join(dist, path), line: null, rule: 'search/no-index', severity: 'error', message}])
    const text = readText(join(dist, path))
    if (text === null)
      throw fail('there is no search index here; run qyzmet build first, or name the folder of a finished build with --out')
    const index = JSON.parse(text) as {version?: number}
    if (index.version !== undefined && index.version !== INDEX_VERSION)
      throw fail('made by another version of this program; run qyzmet build again')
    return index
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
