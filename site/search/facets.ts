/** By what results are filtered, and how many each choice would leave. */
import type {Audience, LegalStatus} from '../../parser/model/index.ts'

export type ResultKind = 'standard' | 'point' | 'office' | 'form'

export interface Facets {
  kind: ResultKind
  /** Of an office: in force where one of the acts that name it is. */
  status: LegalStatus
  ministries: readonly string[]
  /** Of an office. */
  region: string | null
  /** Of a service and what belongs to it. */
  audience: Audience | null
}

/** What is wanted; what is not said does not matter. Several values of one facet: any of them. */
export interface Filter {
  kinds?: readonly ResultKind[]
  statuses?: readonly LegalStatus[]
  ministries?: readonly string[]
  regions?: readonly string[]
  audiences?: readonly Audience[]
}

export type Dimension = keyof Filter
export type FacetCounts = Record<Dimension, Record<string, number>>

const VALUES: Record<Dimension, (facets: Facets) => readonly string[]> = {
  kinds: ({kind}) => [kind],
  statuses: ({status}) => [status],
  ministries: ({ministries}) => ministries,
  regions: ({region}) => (region === null ? [] : [region]),
  audiences: ({audience}) => (audience === null ? [] : [audience]),
}
export const DIMENSIONS = Object.keys(VALUES) as Dimension[]

/** Whether a result is wanted. */
export function passes(facets: Facets, filter: Filter): boolean {
  return failing(facets, filter).length === 0
}

function failing(facets: Facets, filter: Filter): Dimension[] {
  return DIMENSIONS.filter((dimension) => {
    const wanted: readonly string[] | undefined = filter[dimension]
    return wanted !== undefined && !VALUES[dimension](facets).some((value) => wanted.includes(value))
  })
}

/** For every value: how many results have it that pass the filters of the other dimensions. */
export function countFacets(all: Iterable<Facets>, filter: Filter): FacetCounts {
  const counts = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, {}])) as FacetCounts
  // many results share the facets of their standard or of their kind of office
  const times = new Map<Facets, number>()
  for (const facets of all) times.set(facets, (times.get(facets) ?? 0) + 1)
  for (const [facets, count] of times) {
    const failed = failing(facets, filter)
    if (failed.length > 1) continue
    // what fails one filter alone would be found by another choice of that one
    for (const dimension of failed.length === 1 ? failed : DIMENSIONS) {
      for (const value of VALUES[dimension](facets)) counts[dimension][value] = (counts[dimension][value] ?? 0) + count
    }
  }
  return counts
}
