/** Where a service is given: the offices that a standard's lists name, counted by region and kind. */
import type {Office} from '../../parser/model/index.ts'
import {byRegion, compareText} from './lists.ts'
import {compareKinds} from './office-kinds.ts'
import {oncePer} from './once.ts'

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

/** What every service asks for, found out in one go over all offices. */
const giving = oncePer((offices: Office[]) => {
  const ofStandard = new Map<string, Office[]>()
  for (const office of offices) {
    for (const standard of office.standards) {
      const list = ofStandard.get(standard)
      if (list) list.push(office)
      else ofStandard.set(standard, [office])
    }
  }
  const regions = byRegion(offices).map(({name, offices: all}) => ({name, kinds: Map.groupBy(all, ({kind}) => kind)}))
  // Offices of a region in the order of its list.
  const places = new Map(regions.flatMap(({kinds}) => [...kinds.values()].flat()).map((office, place) => [office, place]))
  return {ofStandard, regions, places}
})

/** Offices of a standard by region, and by kind with what most people look for first. */
export function officesOfService(offices: Office[], standard: string): ServiceOffices {
  const {ofStandard, regions: all, places} = giving(offices)
  const own = ofStandard.get(standard) ?? []
  const ofRegion = Map.groupBy(own, ({region}) => region)
  const kinds = [...new Set(own.map(({kind}) => kind))].sort(compareKinds)
  const regions = all.flatMap(({name, kinds: ofKind}) => {
    const here = Map.groupBy(ofRegion.get(name) ?? [], ({kind}) => kind)
    if (here.size === 0) return []
    const cells = kinds.map((kind) => {
      const list = here.get(kind) ?? []
      if (list.length === 0) return null
      const of = ofKind.get(kind)?.length ?? 0
      const named = list.length < of ? list.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)) : []
      return {kind, count: list.length, of, offices: named}
    })
    return [{region: name, cells}]
  })
  return {kinds, regions, count: own.length}
}

/** How many offices give a service. */
export const countOfService = (offices: Office[], standard: string): number => giving(offices).ofStandard.get(standard)?.length ?? 0

/** Whether offices of more than one region give a service. */
export const isInRegions = (offices: Office[], standard: string): boolean =>
  new Set(
    giving(offices)
      .ofStandard.get(standard)
      ?.map(({region}) => region),
  ).size > 1

/** Standards whose lists name offices, by the alphabet of their titles. */
export function servicesWithOffices<Standard extends {id: string; title: string}>(
  offices: Office[],
  standards: readonly Standard[],
): Standard[] {
  const {ofStandard} = giving(offices)
  return standards.filter(({id}) => ofStandard.has(id)).sort((a, b) => compareText(a.title, b.title))
}
