/** Standards on the shelf: what all stages know of each. */
import type {Annex, Standard} from '../../../parser/model/index.ts'
import type {ListedAnnex, Listing} from '../../../parser/register/index.ts'
import type {Ref} from './workshop.ts'

/** A standard as it was parsed. */
export interface Shelved extends Pick<Standard, 'id' | 'resolution' | 'ordinal' | 'title' | 'status' | 'legalStatus' | 'notes'> {
  /** All of it, as JSON. */
  text: Ref
  /** What it says beside its tables of offices, which are most of it: see `proseOf`. */
  prose: Ref
  /** Its tables of offices alone. */
  lists: Ref
  annexes: Pick<Annex, 'id'>[]
  tally: Tally
}

/** What a standard holds, in numbers. */
export interface Tally {
  points: number
  annexes: number
  officeTables: number
  forms: number
  indicatorTables: number
  officeRows: number
}

/** A standard as it is published. */
export interface Finished {
  text: Ref
  /** The office of each row of its tables, in their order; null for a row that names none. */
  offices: readonly (string | null)[]
  /** Of each annex: what files that are made from it are called. */
  names: readonly string[]
}

/** The part of a standard that the register reads. */
export const listingOf = ({id, resolution, ordinal, annexes}: Standard): Listing => ({
  id,
  resolution,
  ordinal,
  annexes: annexes.flatMap(({id: annex, kind, title, columns, groups}): ListedAnnex[] =>
    groups ? [{id: annex, kind, title, groups, ...(columns && {columns})}] : [],
  ),
})

/** A standard as far as it is searched and weighed against others: the register says better what its tables hold. */
export const proseOf = (standard: Standard): Standard => ({
  ...standard,
  annexes: standard.annexes.map(({groups: _groups, layout: _layout, fields: _fields, ...annex}) =>
    annex.kind === 'offices' ? {...annex, text: ''} : annex,
  ),
})

export function tallyOf({points, annexes}: Standard): Tally {
  const ofKind = (...kinds: Annex['kind'][]) => annexes.filter(({kind}) => kinds.includes(kind)).length
  return {
    points: points.length,
    annexes: annexes.length,
    officeTables: ofKind('offices'),
    forms: ofKind('form', 'certificate'),
    indicatorTables: ofKind('indicators'),
    officeRows: annexes.reduce((sum, {groups = []}) => sum + groups.reduce((rows, group) => rows + group.rows.length, 0), 0),
  }
}
