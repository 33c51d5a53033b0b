/** Offices by kind: what most people look for goes first. */
import type {Office} from '../../parser/model/index.ts'

/** In this order; kinds not named here come last, by the alphabet. */
const ORDER = [
  'service-centre',
  'employment-office',
  'pension-department',
  'medical-expertise-department',
  'social-control-department',
  'housing-department',
  'local-executive-body',
  'defence-department',
  'archive',
  'archive-administration',
]

const rank = (kind: string): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)

export const compareKinds = (a: string, b: string): number => rank(a) - rank(b) || a.localeCompare(b)

export interface KindGroup {
  kind: string
  offices: Office[]
}

/** Offices by kind, service centres first; within a kind in the order given. */
export function byKind(offices: readonly Office[]): KindGroup[] {
  return [...Map.groupBy(offices, ({kind}) => kind)]
    .map(([kind, list]) => ({kind, offices: list}))
    .sort((a, b) => compareKinds(a.kind, b.kind))
}
