/**
 * Which standards are worth laying side by side: those that say much the same. Any two can be compared; pages and tables
 * are made for these.
 */
import type {Standard} from '../model/index.ts'
import {standardPart, type Part} from './document.ts'
import {Similarity} from './similarity.ts'

/** Standards that share less of their words are about different things. */
const LEAST_ALIKE = 0.5

/** Pairs of standards, each standard in one pair at most, the likest first taken; in the order of the list. */
export function choosePairs(standards: readonly Standard[]): [Standard, Standard][] {
  const parts = standards.map((one): Part => {
    const part = standardPart({...one, annexes: []})
    return {...part, children: part.children.filter(({part: name}) => name === 'point')}
  })
  const similarity = new Similarity(parts, 'all')
  const candidates = parts.flatMap((a, i) =>
    parts.slice(i + 1).flatMap((b, distance) => {
      if (a.children.length === 0 || b.children.length === 0) return []
      const alike = similarity.of(a, b)
      return alike >= LEAST_ALIKE ? [{i, j: i + 1 + distance, alike}] : []
    }),
  )
  candidates.sort((one, other) => other.alike - one.alike || one.i - other.i || one.j - other.j)
  const taken = new Set<number>()
  const chosen = candidates.filter(({i, j}) => {
    if (taken.has(i) || taken.has(j)) return false
    taken.add(i).add(j)
    return true
  })
  return chosen.sort((one, other) => one.i - other.i).map(({i, j}) => [standards[i]!, standards[j]!])
}
