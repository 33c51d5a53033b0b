/** Makes the search index out of published data that are all at hand; `SearchIndexBuilder` takes them source by source. */
import type {Office, Resolution, Standard} from '../../parser/model/index.ts'
import {LIMITS, SearchIndexBuilder} from './builder.ts'

export interface SearchData {
  standards: readonly Standard[]
  resolutions: readonly Resolution[]
  offices: readonly Office[]
}

/** The files of the index: path under the site's root → content. The same data give the same bytes. */
export function buildSearchIndexes({standards, resolutions, offices}: SearchData, limits = LIMITS): Map<string, string> {
  const files = new Map<string, string>()
  const builder = new SearchIndexBuilder((path, text) => files.set(path, text), limits)
  const known = new Set(resolutions.map(({id}) => id))
  for (const resolution of resolutions)
    builder.add(
      resolution,
      standards.filter((standard) => standard.resolution === resolution.id),
    )
  builder.add(
    null,
    standards.filter((standard) => !known.has(standard.resolution)),
  )
  builder.addOffices(offices)
  builder.finish()
  return files
}
