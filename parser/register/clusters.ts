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
  const sure: [number, number, number][] = []
  const unsure: [number, number][] = []
  const twice: [number, number][] = []
  const groups = new Groups(candidates)
  for (const [a, b] of candidatePairs(candidates)) {
    if (!groups.disjoint(a, b)) {
      if (twins(candidates[a]!, candidates[b]!)) twice.push([a, b])
      continue
    }
    const points = score(candidates[a]!, candidates[b]!)
    if (points >= ENOUGH) sure.push([points, a, b])
    else if (lastChance(candidates[a]!, candidates[b]!)) unsure.push([a, b])
  }
  for (const [a, b] of twice) groups.unite(a, b)
  sure.sort(([p, a, b], [q, c, d]) => q - p || a - c || b - d)
  for (const [, a, b] of sure) groups.join(a, b)
  for (const [a, b] of onlyChoices(unsure, groups)) groups.join(a, b)
  return groups.members()
}

/** Pairs of groups that can be joined, and neither with any other. */
function onlyChoices(pairs: readonly [number, number][], groups: Groups): [number, number][] {
  const choices = new Map<number, Set<number>>()
  const add = (from: number, to: number) => {
    const known = choices.get(from)
    if (known) known.add(to)
    else choices.set(from, new Set([to]))
  }
  for (const [a, b] of pairs) {
    const [left, right] = [groups.find(a), groups.find(b)]
    if (left === right || !groups.disjoint(left, right)) continue
    add(left, right)
    add(right, left)
  }
  return [...choices].flatMap(([from, to]) => {
    const [only] = to
    return to.size === 1 && only !== undefined && from < only && choices.get(only)?.size === 1 ? [[from, only] as [number, number]] : []
  })
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
