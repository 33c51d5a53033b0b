/** Where a service is given: the offices that a standard's lists name, counted by region and kind. */
import type {Office} from '../../parser/model/index.ts'
import {byRegion, compareText} from './lists.ts'
import {compareKinds} from './office-kinds.ts'

export interface ServiceCell {
  kind: string
  count: number
  /** All offices of the kind in the region. */
  of: number
  /** The offices themselves, where not all of the region give the service. */
  offices: Office[]
}

export interface ServiceRegion {
  /** Null for offices whose region the lists do not tell. */
  region: string | null
  /** In the order of `kinds`; null where the region has none. */
  cells: (ServiceCell | null)[]
}

export interface ServiceOffices {
  kinds: string[]
  regions: ServiceRegion[]
  count: number
}

/** Offices of a standard by region, and by kind with what most people look for first. */
export function officesOfService(offices: Office[], standard: string): ServiceOffices {
  const own = offices.filter(({standards}) => standards.includes(standard))
  const kinds = [...new Set(own.map(({kind}) => kind))].sort(compareKinds)
  const regions = byRegion(offices).map(({name, offices: all}) => ({
    region: name,
    cells: kinds.map((kind) => {
      const ofKind = all.filter((office) => office.kind === kind)
      const giving = ofKind.filter(({standards}) => standards.includes(standard))
      if (giving.length === 0) return null
      return {kind, count: giving.length, of: ofKind.length, offices: giving.length < ofKind.length ? giving : []}
    }),
  }))
  return {kinds, regions: regions.filter(({cells}) => cells.some((cell) => cell !== null)), count: own.length}
}

/** Ids of the standards whose lists name offices, by the alphabet of their titles. */
export function servicesWithOffices<Standard extends {id: string; title: string}>(
  offices: readonly Office[],
  standards: readonly Standard[],
): Standard[] {
  const named = new Set(offices.flatMap((office) => office.standards))
  return standards.filter(({id}) => named.has(id)).sort((a, b) => compareText(a.title, b.title))
}
