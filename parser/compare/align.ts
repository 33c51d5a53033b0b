/**
 * Which parts of two lists are the same part: by number and by content.
 *
 *     1) өтініш;                                      1) жәрдемақы тағайындау үшін өтініш;
 *     2) жеке басын куәландыратын құжат;              2) баланың туу туралы куәлігі;             (new)
 *                                                     3) жеке басын куәландыратын құжат;         (2 → 3)
 *
 * First in order, so that as much as possible stays in place; what is left over and says nearly the same has moved.
 */
import type {ComparedPart} from '../model/index.ts'
import type {Part} from './document.ts'
import type {Similarity} from './similarity.ts'
import {matchRows} from './tables.ts'
import {typographicKey} from './typographic.ts'
import {inOrder} from './words.ts'

/** Places in the old and in the new list. */
export type Match = readonly [old: number, now: number]

export interface Alignment {
  /** Parts that correspond, by their place in the new list. */
  matches: Match[]
  /** Those of them that changed their order. */
  moved: ReadonlySet<Match>
}

/** How alike two parts must be to be taken for one, with the same number and without. */
const LEAST: Record<ComparedPart, readonly [sameKey: number, otherKey: number]> = {
  act: [0, 0],
  standard: [0.3, 0.5],
  title: [0, 0],
  preamble: [0, 0],
  signatory: [0, 0],
  section: [0.3, 0.6],
  point: [0.12, 0.5],
  paragraph: [0.3, 0.45],
  item: [0.2, 0.33],
  attachment: [0.2, 0.5],
  annex: [0.15, 0.45],
  line: [0.45, 0.45],
  column: [0.2, 0.5],
  group: [0.45, 0.45],
  row: [0.6, 0.6],
  cell: [0, 2],
  indicator: [0.1, 0.6],
  field: [0.5, 0.5],
  attribute: [0, 2],
}
/** What the same number is worth beside likeness, and the same kind of annex. */
const SAME_KEY = 0.25
/** Items of one number that begin with the same word: «2) порталда: …» was cut behind «порталда:», it is no other item. */
const SAME_START = 0.25
/** What standing first in a point is worth. */
const OPENING = 0.05
/** A part that left its place must be this much alike: another in its place would be taken for it otherwise. */
const MOVED = 0.7
/** Larger tables of all pairs are cut at parts that are the same on both sides. */
const LARGEST_TABLE = 40_000

export function alignParts(a: readonly Part[], b: readonly Part[], similarity: Similarity): Alignment {
  const matches: Match[] = matchRows(a, b)
  const takenA = new Set(matches.map(([old]) => old))
  const takenB = new Set(matches.map(([, now]) => now))
  const restA = indexes(a, takenA)
  const restB = indexes(b, takenB)
  const monotone = matchInOrder(a, restA, b, restB, similarity)
  for (const [old, now] of monotone) {
    takenA.add(old)
    takenB.add(now)
  }
  matches.push(...monotone)
  matches.push(...matchMoved(a, indexes(a, takenA), b, indexes(b, takenB), similarity))
  matches.sort(([, one], [, other]) => one - other)
  const byOld = [...matches].sort(([one], [other]) => one - other)
  const kept = new Set(inOrder(byOld))
  return {matches, moved: new Set(matches.filter((match) => !kept.has(match)))}
}

function indexes(parts: readonly Part[], taken: ReadonlySet<number>): number[] {
  const rest: number[] = []
  for (let at = 0; at < parts.length; at++) if (!taken.has(at)) rest.push(at)
  return rest
}

/** 0 where two parts can't be one; else how well they go together. */
function score(a: Part, b: Part, similarity: Similarity): number {
  if (!mayBeOne(a, b)) return 0
  const [sameKey, otherKey] = LEAST[a.part === b.part ? a.part : 'paragraph']
  const same = a.key === b.key || (a.key !== '' && typographicKey(a.key) === typographicKey(b.key))
  // A cell is that of its column, whatever it says.
  if (a.part === 'cell' || a.part === 'attribute') return same ? 1 : 0
  const alike = likeness(a, b, similarity)
  // The paragraph that opens a point is that paragraph, whatever it says.
  const opening = a.part === 'paragraph' && b.part === 'paragraph' && a.name === undefined && b.name === undefined
  if (!opening && alike < (same ? sameKey : otherKey)) return 0
  return alike + (same ? SAME_KEY + (a.part === 'item' && startAlike(a, b) ? SAME_START : 0) : 0) + (opening ? OPENING : 0)
}

const FIRST_WORD = /[\p{L}\p{M}\p{N}]+/u

function startAlike(a: Part, b: Part): boolean {
  const [one, other] = [a, b].map(({text}) => FIRST_WORD.exec(text)?.[0])
  return one !== undefined && other !== undefined && typographicKey(one) === typographicKey(other)
}

function likeness(a: Part, b: Part, similarity: Similarity): number {
  if (a.part === 'standard' || a.part === 'annex') return headLikeness(a, b, similarity)
  return a.text === b.text && a.children.length === 0 && b.children.length === 0 ? 1 : similarity.of(a, b)
}

/** Standards and annexes are long: they are told by their titles, tables by the offices they list. */
function headLikeness(a: Part, b: Part, similarity: Similarity): number {
  const [one, other] = [a.children.find(({part}) => part === 'title'), b.children.find(({part}) => part === 'title')]
  const titles = one && other ? similarity.of(one, other) : one || other ? 0 : 0.5
  const offices = shareOfOffices(a, b)
  if (offices !== null) return (titles + 2 * offices) / 3
  if (titles >= 0.5 || a.part === 'annex') return titles
  // A standard that was renamed keeps its points.
  return similarity.of(points(a), points(b))
}

const pointsOf = new WeakMap<Part, Part>()
function points(standard: Part): Part {
  let part = pointsOf.get(standard)
  if (!part) {
    part = {...standard, children: standard.children.filter((child) => child.part === 'point')}
    pointsOf.set(standard, part)
  }
  return part
}

function shareOfOffices(a: Part, b: Part): number | null {
  if (a.kind !== 'offices' || b.kind !== 'offices') return null
  const ids = (annex: Part) =>
    new Set(annex.children.flatMap(({part, office, name = ''}) => (part === 'row' ? (office ?? typographicKey(name)) : [])))
  const [one, other] = [ids(a), ids(b)]
  if (one.size === 0 || other.size === 0) return null
  let shared = 0
  for (const id of one) if (other.has(id)) shared++
  return (2 * shared) / (one.size + other.size)
}

/** A paragraph may have become an item; otherwise only parts of one sort are compared. */
function mayBeOne(a: Part, b: Part): boolean {
  if (a.part === b.part) return sameKind(a, b)
  return (a.part === 'paragraph' && b.part === 'item') || (a.part === 'item' && b.part === 'paragraph')
}

/** An office table is never a blank; a certificate may have become a form. */
function sameKind(a: Part, b: Part): boolean {
  const family = (kind: Part['kind']) => (kind === 'certificate' ? 'form' : kind)
  return family(a.kind) === family(b.kind)
}

/** The best pairs that keep the order. */
function matchInOrder(
  a: readonly Part[],
  inA: readonly number[],
  b: readonly Part[],
  inB: readonly number[],
  similarity: Similarity,
): Match[] {
  const matches: Match[] = []
  let [a0, b0, a1, b1] = [0, 0, inA.length, inB.length]
  const same = (i: number, j: number) => {
    const [one, other] = [a[inA[i]!]!, b[inB[j]!]!]
    return (
      one.part === other.part &&
      one.key === other.key &&
      one.text === other.text &&
      one.children.length === 0 &&
      other.children.length === 0
    )
  }
  while (a0 < a1 && b0 < b1 && same(a0, b0)) matches.push([inA[a0++]!, inB[b0++]!])
  const ends: Match[] = []
  while (a1 > a0 && b1 > b0 && same(a1 - 1, b1 - 1)) ends.push([inA[--a1]!, inB[--b1]!])
  const [rows, columns] = [a1 - a0, b1 - b0]
  if (rows > 0 && columns > 0) {
    const middle =
      rows * columns <= LARGEST_TABLE
        ? fill(a, inA.slice(a0, a1), b, inB.slice(b0, b1), similarity)
        : cut(a, inA.slice(a0, a1), b, inB.slice(b0, b1), similarity)
    matches.push(...middle)
  }
  return [...matches, ...ends.reverse()]
}

function fill(a: readonly Part[], inA: readonly number[], b: readonly Part[], inB: readonly number[], similarity: Similarity): Match[] {
  const width = inB.length + 1
  const best = new Float64Array((inA.length + 1) * width)
  const scores = new Float64Array(inA.length * inB.length)
  for (let i = inA.length - 1; i >= 0; i--) {
    for (let j = inB.length - 1; j >= 0; j--) {
      const own = score(a[inA[i]!]!, b[inB[j]!]!, similarity)
      scores[i * inB.length + j] = own
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
      best[i * width + j] = own > 0 ? Math.max(skip, best[(i + 1) * width + j + 1]! + own) : skip
    }
  }
  const matches: Match[] = []
  for (let i = 0, j = 0; i < inA.length && j < inB.length;) {
    const own = scores[i * inB.length + j]!
    if (own > 0 && best[i * width + j] === best[(i + 1) * width + j + 1]! + own) matches.push([inA[i++]!, inB[j++]!])
    else if (best[i * width + j] === best[(i + 1) * width + j]) i++
    else j++
  }
  return matches
}

/** Long lists: parts that stand once on either side, word for word, cut both; what lies between is matched for itself. */
function cut(a: readonly Part[], inA: readonly number[], b: readonly Part[], inB: readonly number[], similarity: Similarity): Match[] {
  const once = (parts: readonly Part[], at: readonly number[]) => {
    const places = new Map<string, number>()
    at.forEach((index, place) => {
      const key = `${parts[index]!.part} ${typographicKey(parts[index]!.text)}`
      places.set(key, places.has(key) ? -1 : place)
    })
    return places
  }
  const others = once(b, inB)
  const anchors: Match[] = []
  for (const [key, at] of once(a, inA)) {
    const other = others.get(key) ?? -1
    if (at >= 0 && other >= 0) anchors.push([at, other])
  }
  const matches: Match[] = []
  let [fromA, fromB] = [0, 0]
  for (const [toA, toB] of [...inOrder(anchors), [inA.length, inB.length] as const]) {
    const [rows, columns] = [toA - fromA, toB - fromB]
    // A stretch that is still too long stays as taken out and put in.
    if (rows > 0 && columns > 0 && rows * columns <= LARGEST_TABLE)
      matches.push(...fill(a, inA.slice(fromA, toA), b, inB.slice(fromB, toB), similarity))
    if (toA < inA.length && toB < inB.length) matches.push([inA[toA]!, inB[toB]!])
    ;[fromA, fromB] = [toA + 1, toB + 1]
  }
  return matches
}

/** What is left over and nearly the same, the likest first. */
function matchMoved(
  a: readonly Part[],
  inA: readonly number[],
  b: readonly Part[],
  inB: readonly number[],
  similarity: Similarity,
): Match[] {
  if (inA.length * inB.length > LARGEST_TABLE) return []
  const candidates = inA.flatMap((old) =>
    inB.flatMap((now) => {
      const [one, other] = [a[old]!, b[now]!]
      if (!score(one, other, similarity)) return []
      const alike = likeness(one, other, similarity)
      return alike >= MOVED ? [{old, now, alike}] : []
    }),
  )
  candidates.sort((one, other) => other.alike - one.alike || one.old - other.old || one.now - other.now)
  const [takenA, takenB] = [new Set<number>(), new Set<number>()]
  return candidates.flatMap(({old, now}) => {
    if (takenA.has(old) || takenB.has(now)) return []
    takenA.add(old)
    takenB.add(now)
    return [[old, now] as const]
  })
}
