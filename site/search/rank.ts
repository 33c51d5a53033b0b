/** Which documents of a shelf a query finds, and how well each fits. */
import type {ResultKind} from './facets.ts'
import type {Facets} from './facets.ts'
import {BOOST, FIELDS} from './format.ts'
import type {Posting} from './packing.ts'
import {rarity, WORTH} from './scoring.ts'
import type {Term} from './vocabulary.ts'

/** One word of the query, and what is looked up for it. */
export interface QueryWord {
  typed: string
  /** Where it stands in the query. */
  start: number
  end: number
  /** By text. */
  terms: ReadonlyMap<string, WeightedTerm>
  mended: string | null
  /** How much the word tells: the rarer, the more. */
  telling: number
}

export interface WeightedTerm {
  term: Term
  weight: number
}

/** The documents that are ranked together, and what is known of each without its text. */
export interface RankedShelf {
  documents: number
  /** Where each group of documents that share a context begins, and behind the last one. */
  groups: Uint32Array
  /** Where a term stands; null where it does not. */
  posting(term: Term): Posting | null
  kind(document: number): ResultKind
  /** What a match counts for, beside others of the kind. */
  weight(document: number): number
  facets(document: number): Facets
  /** Place of the standard it is or belongs to; -1 for an office. */
  standard(document: number): number
}

export interface Ranked<Shelf extends RankedShelf> {
  shelf: Shelf
  document: number
  kind: ResultKind
  standard: number
  facets: Facets
  /** From 0 to about 1. */
  score: number
  /** Share of the query found, rare words weighing more. */
  coverage: number
  /** Whether a word stands in what it is called itself, in its own text. */
  inTitle: boolean
  inText: boolean
}

/** What a match of a mended word is worth of one as it was typed. */
export const MENDED = 0.7

/** A standard is what people look for; the rest answers where no standard does. Found by trying on test/search/queries.json. */
const KIND_WEIGHT: Record<ResultKind, number> = {standard: 1.25, form: 0.9, point: 0.8, office: 1}
/** Kinds whose context is part of what they are called: the service of a point, the town of an office. */
const IN_TITLE: ReadonlySet<ResultKind> = new Set(['point', 'office'])
/** Share of the weight that does not depend on the words standing in the title. */
const OUTSIDE_TITLE = 0.55

const [TITLE, TEXT, CONTEXT] = [1, 2, 4]
/** What a document has of one word of the query: nothing, the word mended, the word. */
const VALUES = [0, MENDED, 1]

/** Results with fewer of the words than this share of the best one's are left out. */
export const LEAST_COVERAGE = 0.6

/**
 * Documents with at least one word in their own title or text (of offices, in what they belong to as well) that have about as many
 * of the words as the best of them.
 */
export function rank<Shelf extends RankedShelf>(shelf: Shelf, asked: readonly QueryWord[]): Ranked<Shelf>[] {
  const weighted = new Map<string, WeightedTerm>()
  for (const {terms} of asked) {
    for (const [text, one] of terms) if (one.weight > (weighted.get(text)?.weight ?? 0)) weighted.set(text, one)
  }
  const found = [...weighted.values()].flatMap(({term, weight}) => {
    const posting = shelf.posting(term)
    return posting === null ? [] : [{text: term.text, weight, posting}]
  })
  if (found.length === 0) return []
  const scores = new Float64Array(shelf.documents)
  /** How many of the terms a document has, and which of them was counted last. */
  const counts = new Uint16Array(shelf.documents)
  const counted = new Uint16Array(shelf.documents)
  const fields = new Uint8Array(shelf.documents)
  const documents: number[] = []
  for (const [number, {weight, posting}] of found.entries()) {
    each(shelf, posting, (document, field, level, rare) => {
      if (fields[document] === 0) documents.push(document)
      fields[document]! |= 1 << field
      scores[document]! += weight * (BOOST[field] ?? 1) * rare * (WORTH[level] ?? 0)
      if (counted[document] === number + 1) return
      counted[document] = number + 1
      counts[document]! += 1
    })
  }
  let top = 0
  for (const document of documents) {
    scores[document]! *= counts[document] ?? 0
    top = Math.max(top, scores[document] ?? 0)
  }
  const coverage = new Float64Array(shelf.documents)
  const titled = new Float64Array(shelf.documents)
  const all = asked.reduce((sum, {telling}) => sum + telling, 0)
  const postings = new Map(found.map(({text, posting}) => [text, posting]))
  for (const {terms, telling} of asked) {
    const best = new Uint8Array(shelf.documents)
    const bestTitled = new Uint8Array(shelf.documents)
    const touched: number[] = []
    for (const [text, {weight}] of terms) {
      const posting = postings.get(text)
      if (posting === undefined) continue
      const value = weight === MENDED ? 1 : 2
      each(shelf, posting, (document, field) => {
        if (best[document] === 0) touched.push(document)
        if ((best[document] ?? 0) < value) best[document] = value
        const called = 1 << field === TITLE || (1 << field === CONTEXT && IN_TITLE.has(shelf.kind(document)))
        if (called && (bestTitled[document] ?? 0) < value) bestTitled[document] = value
      })
    }
    for (const document of touched) {
      coverage[document]! += ((VALUES[best[document] ?? 0] ?? 0) * telling) / all
      titled[document]! += ((VALUES[bestTitled[document] ?? 0] ?? 0) * telling) / all
    }
  }
  const isFound = (document: number): boolean => fields[document] !== CONTEXT || shelf.kind(document) === 'office'
  let best = 0
  for (const document of documents) if (isFound(document)) best = Math.max(best, coverage[document] ?? 0)
  const ranked: Ranked<Shelf>[] = []
  for (const document of documents) {
    const share = coverage[document] ?? 0
    if (share < best * LEAST_COVERAGE || !isFound(document)) continue
    const kind = shelf.kind(document)
    const where = fields[document] ?? 0
    const called = OUTSIDE_TITLE + (1 - OUTSIDE_TITLE) * (titled[document] ?? 0)
    const score = ((scores[document] ?? 0) / top) * share ** 2 * called * KIND_WEIGHT[kind] * shelf.weight(document)
    ranked.push({
      shelf,
      document,
      kind,
      standard: shelf.standard(document),
      facets: shelf.facets(document),
      score,
      coverage: share,
      inTitle: (where & TITLE) > 0,
      inText: (where & TEXT) > 0,
    })
  }
  return ranked
}

/** Goes through the documents of a posting, a context's groups document by document. */
function each(
  {documents, groups}: RankedShelf,
  {fields}: Posting,
  visit: (document: number, field: number, level: number, rare: number) => void,
): void {
  for (const [field, {ids, levels, documents: standing}] of fields.entries()) {
    const rare = rarity(standing, documents)
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0
      const level = levels[at] ?? 0
      if (field < FIELDS.length - 1) visit(id, field, level, rare)
      else for (let document = groups[id] ?? 0; document < (groups[id + 1] ?? 0); document++) visit(document, field, level, rare)
    }
  }
}
