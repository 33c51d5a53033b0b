/**
 * Two documents laid side by side: every part with its counterpart, in the order of the new text, what was taken out
 * where it stood. This is what pages and tables draw; the list of changes is read off it.
 */
import type {ComparisonSummary, WordChange} from '../model/index.ts'
import {isRelocated} from './address.ts'
import {alignParts, type Alignment} from './align.ts'
import {looksSame, orderOf, samePart, type Part} from './document.ts'
import {Similarity} from './similarity.ts'
import {typographicKey} from './typographic.ts'
import {compareWords, cutWords, mirrorWords, wordKeys} from './words.ts'

export interface Side {
  part: Part
  /** Place among its neighbours. */
  index: number
  parent: Part
}

export interface Pair {
  old: Side | null
  now: Side | null
  /** `equal`: the part itself is the same, though parts in it may differ. */
  kind: 'equal' | 'changed' | 'inserted' | 'deleted' | 'moved' | 'renumbered'
  typographic: boolean
  words: WordChange[]
  /** Whether the part and everything in it is the same. */
  same: boolean
  /** Left empty where all of them are the same. */
  children: Pair[]
  /** Inserted: the old part whose words these were; deleted: the new part that took them over. */
  related?: Part
}

/** Lays two parts side by side that are known to be the same part. */
export function pairParts(a: Part, b: Part): Pair {
  // Where several ways are equally good, both directions take the same one.
  const flipped = orderOf(a, b) > 0
  const context = {flipped, similarity: new Similarity(flipped ? [b, a] : [a, b])}
  const pair = pairOf(side(a, 0, a), side(b, 0, b), false, context)
  relocate([...walk(pair)], context)
  prune(pair)
  relate(pair, context)
  return pair
}

interface Context {
  flipped: boolean
  similarity: Similarity
}

/** All pairs, outer ones before inner ones. */
export function* walk(pair: Pair): Generator<Pair> {
  yield pair
  for (const child of pair.children) yield* walk(child)
}

const side = (part: Part, index: number, parent: Part): Side => ({part, index, parent})

function pairOf(old: Side, now: Side, moved: boolean, context: Context): Pair {
  const [a, b] = [old.part, now.part]
  const same = samePart(a, b) && !moved
  if (same) return {old, now, kind: 'equal', typographic: false, words: [], same, children: []}
  const renumbered = a.key !== b.key || a.part !== b.part
  const changed = a.text !== b.text
  const kind = moved ? 'moved' : renumbered ? 'renumbered' : changed ? 'changed' : 'equal'
  const typographic = kind !== 'equal' && !moved && looksSame(a, b) && (!renumbered || bareKey(a.key) === bareKey(b.key))
  return {
    old,
    now,
    kind,
    typographic,
    words: changed ? compareWords(a.text, b.text) : [],
    same: false,
    children: samePart(a, {...b, key: a.key, text: a.text}) ? [] : pairChildren(a, b, context),
  }
}

/** «2.» and «2)» are one number, printed differently. */
const bareKey = (key: string): string => typographicKey(key.replace(/[).]+$/u, ''))

function align(a: Part, b: Part, {flipped, similarity}: Context): Alignment {
  if (!flipped) return alignParts(a.children, b.children, similarity)
  const {matches, moved} = alignParts(b.children, a.children, similarity)
  const turned = matches.map((match) => [match, [match[1], match[0]] as const] as const)
  return {
    matches: turned.map(([, match]) => match).sort(([, one], [, other]) => one - other),
    moved: new Set(turned.flatMap(([match, turn]) => (moved.has(match) ? [turn] : []))),
  }
}

function pairChildren(a: Part, b: Part, context: Context): Pair[] {
  const {matches, moved} = align(a, b, context)
  const oldOf = new Map(matches.map((match) => [match[1], match]))
  const matched = new Set(matches.map(([old]) => old))
  const pairs: Pair[] = []
  let printed = 0
  const flush = (upTo: number) => {
    for (; printed < upTo; printed++) {
      if (!matched.has(printed)) pairs.push(alone(side(a.children[printed]!, printed, a), null))
    }
  }
  b.children.forEach((part, at) => {
    const match = oldOf.get(at)
    if (!match) {
      pairs.push(alone(null, side(part, at, b)))
      return
    }
    const [from] = match
    if (!moved.has(match)) flush(from)
    pairs.push(pairOf(side(a.children[from]!, from, a), side(part, at, b), moved.has(match), context))
  })
  flush(a.children.length)
  return deletedFirst(pairs)
}

/** Of neighbours that were taken out and put in, those taken out first. */
function deletedFirst(pairs: Pair[]): Pair[] {
  const result: Pair[] = []
  let inserted: Pair[] = []
  for (const pair of pairs) {
    if (pair.kind === 'inserted') inserted.push(pair)
    else {
      if (pair.kind !== 'deleted') {
        result.push(...inserted)
        inserted = []
      }
      result.push(pair)
    }
  }
  return [...result, ...inserted]
}

function alone(old: Side | null, now: Side | null): Pair {
  const {part} = (old ?? now)!
  const text = part.text
  return {
    old,
    now,
    kind: old ? 'deleted' : 'inserted',
    typographic: false,
    words: text === '' ? [] : [{op: old ? 'delete' : 'insert', text}],
    same: false,
    children: [],
  }
}

/** Items and paragraphs say the same when they have so many words in common; fewer words say too little. */
const RELOCATED = 0.85
const LEAST_WORDS = 5
const RELOCATABLE = new Set(['item', 'paragraph'])

/** Items that went to another point: taken out here, put in there. */
function relocate(all: readonly Pair[], {similarity, flipped}: Context): void {
  const gone = all.filter(({kind, old}) => kind === 'deleted' && RELOCATABLE.has(old!.part.part))
  const come = all.filter(({kind, now}) => kind === 'inserted' && RELOCATABLE.has(now!.part.part))
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > 250_000) return
  const candidates = gone.flatMap((from, i) =>
    come.flatMap((to, j) => {
      const [a, b] = [from.old!.part, to.now!.part]
      // Of both, so that it is the same seen from the other side.
      if ([a, b].some((part) => similarity.contained(part, []).words < LEAST_WORDS)) return []
      const alike = similarity.of(a, b)
      return alike >= RELOCATED ? [{from, to, alike, i, j}] : []
    }),
  )
  candidates.sort(
    (one, other) => other.alike - one.alike || (flipped ? one.j - other.j || one.i - other.i : one.i - other.i || one.j - other.j),
  )
  const taken = new Set<Pair>()
  for (const {from, to} of candidates) {
    if (taken.has(from) || taken.has(to)) continue
    taken.add(from).add(to)
    to.old = from.old
    to.kind = 'moved'
    to.words = from.old!.part.text === to.now!.part.text ? [] : compareWords(from.old!.part.text, to.now!.part.text)
    // The place it left shows nothing more.
    from.old = null
  }
}

function prune(pair: Pair): void {
  if (pair.same) return
  pair.children = pair.children.filter(({old, now}) => old ?? now)
  pair.children.forEach(prune)
}

/** A part has gone into another, or come out of it, when so many of its words did; beside that part fewer tell. */
const RELATED = 0.75
const RELATED_NEIGHBOUR = 0.45

/** Parts that came out of a part that was cut in two, or went into one. */
function relate(root: Pair, {similarity}: Context): void {
  for (const pair of walk(root)) {
    if (pair.same || pair.children.length === 0) continue
    relateIn(pair.children, similarity)
  }
}

interface Changed {
  pair: Pair
  /** Words that it lost on the other side of the loose parts, as they were before any were shared out. */
  lost: string[]
  /** The pair and the loose parts straight behind it that took its words over. */
  parts: Pair[]
}

interface Relations {
  own: 'old' | 'now'
  loose: Pair[]
  changed: Changed[]
}

/**
 * What belongs together, read before anything is written: the same from either side.
 *
 * @param own the side on which the loose parts stand: `now` for a part that was cut in two, `old` for parts made one
 */
function relationsOf(pairs: readonly Pair[], own: 'old' | 'now', similarity: Similarity): Relations {
  const other = own === 'now' ? 'old' : 'now'
  const loose = pairs.filter((pair) => pair[own] && !pair[other] && RELOCATABLE.has(pair[own].part.part))
  if (loose.length === 0) return {own, loose, changed: []}
  const gone = own === 'now' ? 'delete' : 'insert'
  const changed = pairs
    .filter((pair) => pair.old && pair.now && pair.children.length === 0 && pair.words.some(({op}) => op === gone))
    .map((pair): Changed => {
      const lost = pair.words.flatMap((word) => (word.op === gone ? wordKeys(word.text) : []))
      return {pair, lost, parts: [pair]}
    })
  const taken = new Set<Pair>()
  for (const one of changed) {
    // Straight behind the part it may have come out of: the two are read as one.
    for (let index = one.pair[own]!.index + 1; ; index++) {
      const next = loose.find((pair) => pair[own]!.index === index && !taken.has(pair))
      if (!next) break
      const {share, words} = similarity.contained(next[own]!.part, one.lost)
      if (words < LEAST_WORDS || share < RELATED_NEIGHBOUR) break
      taken.add(next)
      one.parts.push(next)
    }
  }
  return {own, loose, changed}
}

/** Writes down what was cut in two and what was made one. A part that seems to be both is told as neither. */
function relateIn(pairs: readonly Pair[], similarity: Similarity): void {
  const both = [relationsOf(pairs, 'now', similarity), relationsOf(pairs, 'old', similarity)]
  const [cut, joined] = both.map(({changed}) => new Set(changed.flatMap(({pair, parts}) => (parts.length > 1 ? [pair] : []))))
  for (const {own, changed} of both) {
    for (const {pair, parts} of changed) {
      if (parts.length === 1 || (cut!.has(pair) && joined!.has(pair))) continue
      for (const part of parts.slice(1)) part.related = pair[own === 'now' ? 'old' : 'now']!.part
      shareWords(pair, parts, own)
    }
  }
  for (const {own, loose, changed} of both) {
    for (const pair of loose) {
      if (pair.related) continue
      const found = changed.flatMap(({pair: from, lost}) => {
        const {share, words} = similarity.contained(pair[own]!.part, lost)
        return words >= LEAST_WORDS && share >= RELATED ? [{from, share}] : []
      })
      const best = Math.max(...found.map(({share}) => share))
      const [first, second] = found.filter(({share}) => share === best)
      // Two that took over as much: it can't be told which.
      if (first && !second) pair.related = first.from[own === 'now' ? 'old' : 'now']!.part
    }
  }
}

/** The words of a part against those of all the parts it was cut into, each of which gets its own. */
function shareWords(whole: Pair, parts: readonly Pair[], own: 'old' | 'now'): void {
  const texts = parts.map((pair) => pair[own]!.part.text)
  const text = whole[own === 'now' ? 'old' : 'now']!.part.text
  const words = cutWords(compareWords(text, texts.join('\n')), texts)
  if (!words) return
  parts.forEach((pair, at) => {
    pair.words = own === 'now' ? words[at]! : mirrorWords(words[at]!)
  })
}

/** Counts of the differences; rows of office tables are counted by office. */
export function summarize(pair: Pair): ComparisonSummary {
  const summary: ComparisonSummary = {
    changed: 0,
    inserted: 0,
    deleted: 0,
    moved: 0,
    renumbered: 0,
    typographic: 0,
    unchanged: 0,
    offices: {added: 0, closed: 0, moved: 0, changed: 0, typographic: 0, unchanged: 0},
  }
  const untouched = (part: Part): void => {
    if (part.part === 'row') summary.offices.unchanged++
    else if (part.part === 'point') summary.unchanged++
    else part.children.forEach(untouched)
  }
  const count = (one: Pair): void => {
    const {part} = (one.now ?? one.old)!
    if (one.same) {
      untouched(part)
      return
    }
    if (part.part === 'row') {
      summary.offices[officeKind(one)]++
      return
    }
    if (one.typographic) summary.typographic++
    else if (one.kind !== 'equal') summary[one.kind]++
    // Renumbered, moved: the part says what it said.
    if (one.old && one.now && one.children.length === 0) part.children.forEach(untouched)
    one.children.forEach(count)
  }
  count(pair)
  return summary
}

/** What happened to an office between two lists: its address decides whether it has moved. */
export function officeKind(pair: Pair): keyof ComparisonSummary['offices'] {
  if (!pair.old) return 'added'
  if (!pair.now) return 'closed'
  const cells = pair.children.filter(({kind}) => kind !== 'equal')
  if (cells.length === 0) return pair.kind === 'moved' ? 'moved' : 'unchanged'
  if (cells.every(({typographic}) => typographic)) return 'typographic'
  const moved = cells.some(({old, now}) => old?.part.key === 'address' && now && isRelocated(old.part.text, now.part.text))
  return moved ? 'moved' : 'changed'
}
