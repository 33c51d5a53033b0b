/**
 * Rows gathered into offices: the surest pairs first, never two rows of one table in the same office.
 *
 * A table names an office once, unless it prints a row twice over. So where two rows of one table both resemble a third, the better one gets it, and the
 * other stays an office of its own. What is left over then is joined on less, where each is the other's only choice.
 */
import {candidatePairs} from './blocking.ts'
import {ENOUGH, lastChance, score, twins} from './matching.ts'
import type {Candidate} from './matching.ts'

/** Groups of candidates, each an office; in the order of their first member. */
export function clusters(candidates: readonly Candidate[]): Candidate[][] {
  const groups = new Groups(candidates)
  const classes = classesOf(candidates)
  const sure = new Map<number, [Class, Class][]>()
  const unsure: [Class, Class][] = []
  const twice: [Class, Class][] = []
  for (const [x, y] of candidatePairs(classes)) {
    if (twins(x, y)) twice.push([x, y])
    const points = score(x, y)
    if (points >= ENOUGH) {
      const alike = sure.get(points)
      if (alike) alike.push([x, y])
      else sure.set(points, [[x, y]])
    } else if (lastChance(x, y)) unsure.push([x, y])
  }
  for (const [a, b] of membersOf(twice)) if (shareTable(candidates[a]!, candidates[b]!)) groups.unite(a, b)
  for (const [, pairs] of [...sure].sort(([p], [q]) => q - p)) joinAll(pairs, groups, candidates.length)
  for (const [a, b] of onlyChoices(unsure, groups)) groups.join(a, b)
  return groups.members()
}

/**
 * Rows that say the same in other words: «Абай к-сі, 5» and «Абай көшесі, 5-үй». What speaks for two rows is what is read of
 * them, so it is weighed once for all rows of two classes: a country's lists print each office in a dozen ways.
 */
interface Class extends Candidate {
  /** Indexes of the candidates, ascending. */
  members: number[]
}

function classesOf(candidates: readonly Candidate[]): Class[] {
  const classes = new Map<string, Class>()
  for (const [at, candidate] of candidates.entries()) {
    const {kind, region, readName, keys, numbers, emails} = candidate
    const key = JSON.stringify([kind, region, readName, keys, numbers, emails])
    const known = classes.get(key)
    if (known) known.members.push(at)
    else classes.set(key, {...candidate, members: [at]})
  }
  return [...classes.values()]
}

/** Pairs of members of two classes, or of one; the smaller index first. */
function* membersOf(pairs: readonly [Class, Class][]): Generator<[number, number]> {
  for (const [x, y] of pairs) {
    for (const a of x.members) {
      for (const b of y.members) {
        if (x === y ? a < b : a !== b) yield a < b ? [a, b] : [b, a]
      }
    }
  }
}

/** Joins what has the same points: the pairs that stand first in the tables come first. */
function joinAll(pairs: readonly [Class, Class][], groups: Groups, count: number): void {
  const open: number[] = []
  for (const [a, b] of membersOf(pairs)) if (groups.find(a) !== groups.find(b)) open.push(a * count + b)
  for (const pair of Float64Array.from(open).sort()) groups.join(Math.floor(pair / count), pair % count)
}

/** Pairs of groups that can be joined, and neither with any other. */
function onlyChoices(pairs: readonly [Class, Class][], groups: Groups): [number, number][] {
  const choices = new Map<number, Set<number>>()
  const add = (from: number, to: number) => {
    const known = choices.get(from)
    // Two are as many as a hundred.
    if (known === undefined) choices.set(from, new Set([to]))
    else if (known.size < 2) known.add(to)
  }
  const settled = (group: number) => (choices.get(group)?.size ?? 0) > 1
  for (const [a, b] of membersOf(pairs)) {
    const [left, right] = [groups.find(a), groups.find(b)]
    if (left === right || (settled(left) && settled(right)) || !groups.disjoint(left, right)) continue
    add(left, right)
    add(right, left)
  }
  return [...choices].flatMap(([from, to]) => {
    const [only] = to
    return to.size === 1 && only !== undefined && from < only && choices.get(only)?.size === 1 ? [[from, only] as [number, number]] : []
  })
}

/** True where a table names both. */
function shareTable({tables: one}: Candidate, {tables: other}: Candidate): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  for (const table of small) if (large.has(table)) return true
  return false
}

/** Disjoint sets of candidates, each with the tables its members stand in. */
class Groups {
  private readonly candidates: readonly Candidate[]
  private readonly parents: number[]
  private readonly tables: Set<string>[]

  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates
    this.parents = candidates.map((_, at) => at)
    this.tables = candidates.map(({tables}) => new Set(tables))
  }

  find(at: number): number {
    while (this.parents[at]! !== at) at = this.parents[at] = this.parents[this.parents[at]!]!
    return at
  }

  /** True where no table names both. */
  disjoint(a: number, b: number): boolean {
    const [one, other] = [this.tables[a]!, this.tables[b]!]
    const [small, large] = one.size < other.size ? [one, other] : [other, one]
    for (const table of small) if (large.has(table)) return false
    return true
  }

  join(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)]
    if (left !== right && this.disjoint(left, right)) this.unite(left, right)
  }

  /** Joins even what one table names twice. */
  unite(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)]
    if (left === right) return
    const [root, child] = left < right ? [left, right] : [right, left]
    this.parents[child] = root
    for (const table of this.tables[child]!) this.tables[root]!.add(table)
  }

  members(): Candidate[][] {
    const groups = new Map<number, Candidate[]>()
    for (const [at, candidate] of this.candidates.entries()) {
      const root = this.find(at)
      const group = groups.get(root)
      if (group) group.push(candidate)
      else groups.set(root, [candidate])
    }
    return [...groups.values()]
  }
}
