/** A finished build, read back. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Catalogue} from '../../parser/model/index.ts'
import type {Edition, Resolution, Standard} from '../../parser/model/index.ts'
import {InputError} from './command.ts'

export interface Published {
  catalogue: Catalogue
  resolutions: Resolution[]
  standards: Standard[]
  /** Earlier editions. */
  editions: Edition[]
}

/**
 * Reads the data of a finished build.
 *
 * @throws InputError where there is none, or one of another contract version
 */
export async function readPublished(dist: string): Promise<Published> {
  const index = join(dist, 'data', 'index.json')
  const text = await readFile(index, 'utf8').catch(() => null)
  if (text === null) throw fail(dist, 'there is no finished build here; run qyzmet build first, or name its folder')
  const catalogue = Catalogue.safeParse(JSON.parse(text))
  if (!catalogue.success) throw fail(index, 'made by another version of this program; run qyzmet build again')
  // The program wrote and checked these itself.
  const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(dist, 'data', path), 'utf8'))
  return {
    catalogue: catalogue.data,
    resolutions: (await Promise.all(catalogue.data.resolutions.map((id) => read(`resolutions/${id}.json`)))) as Resolution[],
    standards: (await Promise.all(catalogue.data.standards.map(({id}) => read(`standards/${id}.json`)))) as Standard[],
    editions: (await Promise.all(
      (catalogue.data.editions ?? []).filter(({latest}) => !latest).map(({id}) => read(`editions/${id}.json`)),
    )) as Edition[],
  }
}

function fail(file: string, message: string): InputError {
  return new InputError([{file, line: null, rule: 'data/missing', severity: 'error', message}])
}
