/** The comparisons that a build publishes: every two editions of an act, and standards that say much the same. */
import type {ComparisonEntry, Edition, EditionEntry, Resolution} from '../../../parser/model/index.ts'
import {dateOf} from '../../../parser/language/months.ts'
import type {CompareOrder, SideOrder} from './compare-tasks.ts'
import type {Finished, Shelved} from './shelved.ts'

/** A comparison to be made. */
export interface Comparing
  extends Pick<ComparisonEntry, 'id' | 'kind' | 'old' | 'new'>, Pick<CompareOrder, 'date' | 'oldLabel' | 'newLabel'> {
  sides: {old: SideOrder; new: SideOrder}
}

/** A standard and how it is published. */
export type Published = Shelved & Finished
/** An edition that is not the published one. */
export type ShelvedEdition = Omit<Edition, 'standards'> & {standards: readonly (Shelved & Pick<Finished, 'offices'>)[]}

interface Acts {
  resolutions: readonly Resolution[]
  standards: readonly Published[]
  editionList: readonly EditionEntry[]
  earlier: readonly ShelvedEdition[]
}

/** «2012-1278@2012-10-09» holds a sign that addresses spell otherwise. */
function comparisonId(old: string, now: string): string {
  return `${old}--${now}`.replaceAll('@', '_')
}

/** Every two editions of an act. */
export function editionPairs({editionList, earlier, resolutions, standards}: Acts): Comparing[] {
  const resolutionOf = byIds(resolutions)
  const editionOf = byIds(earlier)
  const standardsOf = Map.groupBy(standards, ({resolution}) => resolution)
  const sideOf = ({id, resolution: act}: EditionEntry): (SideOrder & {kind: 'act' | 'edition'}) | null => {
    const edition = editionOf.get(id)
    if (edition) return {kind: 'edition', resolution: edition.resolution, standards: edition.standards}
    const resolution = resolutionOf.get(act)
    return resolution ? {kind: 'act', resolution, standards: standardsOf.get(act) ?? []} : null
  }
  // The list is in the order of its identifiers: editions of an act stand together.
  return [...Map.groupBy(editionList, ({resolution}) => resolution).values()].flatMap((editions) =>
    editions.flatMap((older, at) =>
      editions.slice(at + 1).flatMap((newer): Comparing[] => {
        const [before, after] = [sideOf(older), sideOf(newer)]
        if (!before || !after) return []
        // A table that goes to others says where its text comes from.
        const label = ({edition, consolidation}: EditionEntry) =>
          `№ ${after.resolution.number} қаулы, ${dateOf(edition)} редакция${consolidation ? ' (бағдарлама жасаған, ресми мәтін емес)' : ''}`
        return [
          {
            id: comparisonId(older.id, newer.id),
            kind: 'editions',
            old: older.id,
            new: newer.id,
            sides: {old: before, new: after},
            date: newer.edition,
            oldLabel: label(older),
            newLabel: label(newer),
          },
        ]
      }),
    ),
  )
}

/** The standards in the order in which the later is read as what became of the earlier: older acts first. */
export function byAge<Kind extends Pick<Shelved, 'resolution' | 'ordinal'>>(
  standards: readonly Kind[],
  resolutions: readonly Resolution[],
): Kind[] {
  const resolutionOf = byIds(resolutions)
  const dateOfAct = ({resolution}: Kind) => resolutionOf.get(resolution)?.date ?? ''
  return [...standards].sort((a, b) => dateOfAct(a).localeCompare(dateOfAct(b)) || a.ordinal - b.ordinal)
}

export function standardPair(before: Published, after: Published, resolutionOf: ReadonlyMap<string, Resolution>): Comparing {
  const label = ({id, resolution}: Published) => {
    const act = resolutionOf.get(resolution)
    return act ? `${dateOf(act.date)} № ${act.number} қаулы` : id
  }
  return {
    id: comparisonId(before.id, after.id),
    kind: 'standards',
    old: before.id,
    new: after.id,
    sides: {old: {kind: 'standard', standard: before}, new: {kind: 'standard', standard: after}},
    date: resolutionOf.get(after.resolution)?.date ?? '1980-01-01',
    oldLabel: label(before),
    newLabel: label(after),
  }
}

export const byIds = <Kind extends {id: string}>(list: readonly Kind[]): Map<string, Kind> => new Map(list.map((one) => [one.id, one]))
