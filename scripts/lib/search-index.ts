/** The search index of a finished build, from disk. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {INDEX_VERSION, MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from '../../site/search/format.ts'
import type {MainIndex, OfficeIndex} from '../../site/search/format.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import type {Searcher} from '../../site/search/searcher.ts'
import {InputError} from './command.ts'

/**
 * Opens the index of a finished build.
 *
 * @throws InputError where there is none, or one of another version
 */
export async function openIndex(dist: string): Promise<Searcher> {
  return createSearcher(await load<MainIndex>(dist, MAIN_INDEX_FILE), await load<OfficeIndex>(dist, OFFICE_INDEX_FILE))
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
