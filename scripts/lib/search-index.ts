/** The search index of a finished build, from disk. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {INDEX_VERSION, MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from '../../site/search/format.ts'
import type {MainIndex, OfficeIndex} from '../../site/search/format.ts'
import {foldWord} from '../../parser/language/stem.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import type {Searcher} from '../../site/search/searcher.ts'
import {InputError, UsageError} from './command.ts'

/**
 * Opens the index of a finished build.
 *
 * @throws InputError where there is none, or one of another version
 */
export async function openIndex(dist: string): Promise<Searcher> {
  return createSearcher(await load<MainIndex>(dist, MAIN_INDEX_FILE), await load<OfficeIndex>(dist, OFFICE_INDEX_FILE))
}

/**
 * Names of the regions that begin with what is given, letters folded as a search folds them.
 *
 * @throws UsageError where there is none, with the names there are
 */
export async function regionsOf(dist: string, beginning: string): Promise<string[]> {
  const {regions} = await load<OfficeIndex>(dist, OFFICE_INDEX_FILE)
  const folded = (text: string) => text.split(/\s+/u).map(foldWord).join(' ')
  const wanted = folded(beginning.trim())
  const found = regions.filter((region) => folded(region).startsWith(wanted))
  if (found.length === 0) throw new UsageError(`--region: no region begins with «${beginning}»; there are ${regions.join(', ')}`)
  return found
}

async function load<T extends {version: number}>(dist: string, path: string): Promise<T> {
  const fail = (message: string) =>
    new InputError([{file: join(dist, path), line: null, rule: 'search/no-index', severity: 'error', message}])
  const text = await readFile(join(dist, path), 'utf8').catch(() => null)
  if (text === null) throw fail('there is no search index here; run qyzmet build first, or name the folder of a finished build with --out')
  const index = JSON.parse(text) as T
  if (index.version !== INDEX_VERSION) throw fail('made by another version of this program; run qyzmet build again')
  return index
}
