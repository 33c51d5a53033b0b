/**
 * Which standards are worth laying side by side: those that say much the same. Any two can be compared; pages and tables
 * are made for these.
 */
import type {Standard} from '../model/index.ts'
import {standardPart, type Part} from './document.ts'
import {Similarity} from './similarity.ts'

/** Standards that share less of their words are about different things. */
const LEAST_ALIKE = 0.5
/** Each standard is weighed against so many others, those that share most of its rare words: in a large collection no more. */
const NEAREST = 32

/**
 * Pairs of standards, each standard in one pair at most, the likest first taken; in the order of the list.
 *
 * @param nearest how many others each is weighed against at most
 */
export function choosePairs(standards: readonly Standard[], nearest: number = NEAREST): [Standard, Standard][] {
  const parts = standards.map((one): Part => {
    const part = standardPart({...one, annexes: []})
    return {...part, children: part.children.filter(({part: name}) => name === 'point')}
  })
  const similarity = new Similarity(parts, 'all')
  const candidates = nearPairs(parts, similarity, nearest).flatMap(([i, j]) => {
    const alike = similarity.of(parts[i]!, parts[j]!)
    return alike >= LEAST_ALIKE ? [{i, j, alike}] : []
  })
  candidates.sort((one, other) => other.alike - one.alike || one.i - other.i || one.j - other.j)
  const taken = new Set<number>()
  const chosen = candidates.filter(({i, j}) => {
    if (taken.has(i) || taken.has(j)) return false
    taken.add(i).add(j)
    return true
  })
  return chosen.sort((one, other) => one.i - other.i).map(({i, j}) => [standards[i]!, standards[j]!])
}

/** Pairs of places in the list, the smaller first, that are worth weighing; a standard without points is like none. */
function nearPairs(parts: readonly Part[], similarity: Similarity, nearest: number): [number, number][] {
  const places = [...parts.keys()].filter((place) => parts[place]!.children.length > 0)
  const some = places.map((place) => parts[place]!)
  const found = new Set<number>()
  for (const [at, near] of similarity.nearest(some, nearest).entries()) {
    for (const other of near) found.add(Math.min(at, other) * some.length + Math.max(at, other))
  }
  return [...found].map((pair) => [places[Math.floor(pair / some.length)]!, places[pair % some.length]!])
}
