/**
 * Search over the published index: the same code answers in the browser and in the terminal.
 *
 * It is written as if the whole index were at hand. Where a page of it is still to be fetched, whatever is asked throws
 * `MissingPages` (pages.ts); with them there, it is asked again. Given a function that reads files at once, nothing is ever missing.
 */
import {foldWord, tokens} from '../../parser/language/stem.ts'
import {countFacets, passes} from './facets.ts'
import type {FacetCounts, Filter, ResultKind} from './facets.ts'
import {INDEX_VERSION, MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from './format.ts'
import type {MainIndex, OfficeIndex} from './format.ts'
import {translate} from './glossary.ts'
import type {Translated} from './glossary.ts'
import {StalePage, together} from './pages.ts'
import {PHONE_LEAST} from './phones.ts'
import {LEAST_COVERAGE, rank} from './rank.ts'
import type {QueryWord, Ranked} from './rank.ts'
import {Reader} from './reading.ts'
import type {Reading} from './reading.ts'
import {FoundResult, wantedWords} from './results.ts'
import type {Result} from './results.ts'
import {createMainShelf, createOfficeShelf} from './shelves.ts'
import type {MainShelf, Shelf} from './shelves.ts'
import {markTyped, shorten} from './snippet.ts'
import type {Marked, Wanted} from './snippet.ts'
import {Vocabulary} from './vocabulary.ts'
import type {Term} from './vocabulary.ts'

export type {ResultKind} from './facets.ts'
export type {Result} from './results.ts'

export interface Answer {
  query: string
  /** The query with slips mended, where there were any. */
  suggestion: string | null
  /** Russian and English words of the query, and what was looked for in their place. */
  translated: {from: string; to: string}[]
  /** Words of the query that nothing was found for, as typed. */
  missing: string[]
  /** How many results each choice of a facet would leave, whatever `limit` says. */
  facets: FacetCounts
  results: Result[]
}

export interface SearchOptions extends Filter {
  /**
   * At most so many results, ready to be shown; 10 where it is not said. With `Infinity`, their pages are left to `prepare` of those
   * that are shown.
   */
  limit?: number
  /** The words as they are typed: nothing is mended or translated. */
  exact?: boolean
}

/** A result while the query is still being typed. */
export interface Suggestion extends Pick<Result, 'kind' | 'id' | 'url' | 'standard' | 'item' | 'place'> {
  /** What is shown, with what has been typed of its words marked. */
  text: Marked
}

/** Everything throws `MissingPages` where there are some, unless the searcher reads by itself. */
export interface Searcher {
  search(query: string, options?: SearchOptions): Answer
  /** The best few of each kind for a query whose last word may be unfinished. */
  suggest(prefix: string): Suggestion[]
  /** Whether offices may have an answer: without the office index it would be lacking. */
  needsOffices(query: string, options?: Pick<SearchOptions, 'exact' | 'kinds'>): boolean
  /** Takes in the office index, loaded later. */
  addOffices(index: OfficeIndex): void
}

/** Reads and parses a file of the index, path under the site's root. */
export type ReadIndex = (path: string) => unknown

const LIMIT = 10
/** Suggestions of each kind, in the order they are shown. */
const SUGGESTED: readonly (readonly [kind: ResultKind, most: number])[] = [
  ['standard', 3],
  ['point', 2],
  ['office', 3],
  ['form', 2],
]
/** Characters of a suggested point. */
const SUGGESTION_LENGTH = 80
/** A service whose point was found stands this far behind it where its own words were not. */
const THROUGH_POINT = 0.97
/** From here on a result counts as having all the words; a mended word is worth less than one. */
const WHOLE = 0.8

interface Found {
  asked: readonly QueryWord[]
  ranked: readonly Ranked<Shelf>[]
}

/**
 * A searcher that reads what it needs by itself, at once.
 *
 * @param offices whether the offices are there from the beginning
 */
export function createSearcher(read: ReadIndex, offices = true): Searcher {
  const searcher = openSearcher(read(MAIN_INDEX_FILE) as MainIndex, read)
  if (offices) searcher.addOffices(read(OFFICE_INDEX_FILE) as OfficeIndex)
  return searcher
}

/** A searcher on an index that has been read; without `read`, what is missing is told by `MissingPages`. */
export function openSearcher(main: MainIndex, read?: ReadIndex): Searcher {
  if (main.version !== INDEX_VERSION) throw new StalePage(MAIN_INDEX_FILE)
  const {edition} = main
  const vocabulary = new Vocabulary(main, {file: MAIN_INDEX_FILE, edition, read})
  const mainShelf = createMainShelf(main, {file: MAIN_INDEX_FILE, edition, read})
  const shelves: Shelf[] = [mainShelf]
  const reader = new Reader(vocabulary, () => shelves.reduce((sum, {documents}) => sum + documents, 0))

  const translated = (query: string, exact: boolean): Translated => {
    if (exact) return {query, words: []}
    vocabulary.prepare(tokens(query).map(({word}) => foldWord(word)))
    return translate(query, (word) => vocabulary.shows(foldWord(word)))
  }

  const find = (query: string, reading: Reading): Found => {
    const rankAll = (words: readonly QueryWord[]) => together(shelves.map((shelf) => () => rank(shelf, words))).flat()
    let asked = reader.read(query, reading)
    // A slip can make another known word («бұқарлық» is «бұқар» + «-лық»). Where nothing has all the words, those never
    // seen as they are typed are tried mended.
    let ranked = rankAll(asked)
    if (bestCoverage(ranked) < WHOLE && reading.exact !== true) {
      const mended = together(asked.map((word) => () => reader.mend(word)))
      const again = mended.some(({mended: better}, at) => better !== asked[at]?.mended) ? rankAll(mended) : []
      if (bestCoverage(again) >= WHOLE) {
        asked = mended
        ranked = again
      }
    }
    const digits = PHONE.test(query) ? query.replace(/\D/gu, '') : ''
    if (digits.length >= PHONE_LEAST) for (const shelf of shelves) ranked.push(...withPhone(shelf, digits))
    const best = bestCoverage(ranked)
    return {
      asked,
      ranked: withServices(
        ranked.filter(({coverage}) => coverage >= best * LEAST_COVERAGE),
        mainShelf,
      ),
    }
  }

  /** What was found that passes the filter, the best first. */
  const sorted = ({ranked}: Found, filter: Filter): Ranked<Shelf>[] =>
    ranked
      .filter(({facets}) => passes(facets, filter))
      .sort((a, b) => b.score - a.score || shelves.indexOf(a.shelf) - shelves.indexOf(b.shelf) || a.document - b.document)

  const search = (query: string, {limit = LIMIT, exact = false, ...filter}: SearchOptions = {}): Answer => {
    const kazakh = translated(query, exact)
    const found = find(kazakh.query, {exact})
    const {asked, ranked} = found
    const missing = asked.filter(({terms}) => terms.size === 0).map(({start, end}) => kazakh.query.slice(start, end))
    let suggestion = ''
    let at = 0
    for (const {start, end, mended} of asked) {
      suggestion += kazakh.query.slice(at, start) + (mended ?? kazakh.query.slice(start, end))
      at = end
    }
    suggestion += kazakh.query.slice(at)
    const wanted = wantedIn(found)
    const results = sorted(found, filter)
      .slice(0, limit)
      .map((one) => new FoundResult(one, wanted))
    if (limit !== Infinity) prepare(results)
    return {
      query,
      suggestion: asked.some(({mended}) => mended !== null) ? suggestion.trim() : null,
      translated: kazakh.words,
      missing,
      facets: countFacets(
        ranked.map(({facets}) => facets),
        filter,
      ),
      results,
    }
  }

  const suggest = (prefix: string): Suggestion[] => {
    const {words, query} = translated(prefix, false)
    const found = find(query, {typing: true})
    const wanted = wantedIn(found)
    const typed = words.length > 0 ? [] : tokens(query).map(({word}) => foldWord(word))
    const ranked = sorted(found, {})
    return together(
      SUGGESTED.map(([kind, most]) => () => {
        // a service found through its points alone, or by what stands around it, is for the page of results
        const own = ranked.filter((one) => one.kind === kind && (kind === 'office' || (kind === 'point' ? one.inText : one.inTitle)))
        const suggestions: Suggestion[] = []
        for (let at = 0; at < own.length && suggestions.length < most; at += most) {
          const results = own.slice(at, at + most).map((one) => new FoundResult(one, wanted))
          prepare(results)
          for (const result of results) {
            const text = kind === 'point' ? shorten(result.snippet, SUGGESTION_LENGTH) : result.heading
            if ((text.marks.length === 0 && kind !== 'office') || suggestions.length === most) continue
            const {id, url, standard, item, place} = result
            suggestions.push({kind, id, url, standard, item, place, text: markTyped(text, typed)})
          }
        }
        return suggestions
      }),
    ).flat()
  }

  const needsOffices = (query: string, {exact = false, kinds}: Pick<SearchOptions, 'exact' | 'kinds'> = {}): boolean => {
    if (kinds !== undefined && !kinds.includes('office')) return false
    if (PHONE.test(query)) return true
    const words = reader.read(translated(query, exact).query, {exact, typing: true})
    return words.some(({terms}) => [...terms.values()].some(({term}) => term.offices > 0))
  }

  return {
    search,
    suggest,
    needsOffices,
    addOffices(index) {
      if (index.edition !== edition) throw new StalePage(OFFICE_INDEX_FILE)
      if (shelves.length === 1) shelves.push(createOfficeShelf(index, {file: OFFICE_INDEX_FILE, edition, read}))
    },
  }
}

/**
 * Asks for everything that is needed to show results.
 *
 * @throws MissingPages
 */
export function prepare(results: readonly Result[]): void {
  together(results.map((result) => () => result.prepare()))
}

/** Nothing but what a telephone is written with. */
const PHONE = /^[\s()+,.–-]*\d[\d\s()+,.–-]*$/u

function withPhone(shelf: Shelf, digits: string): Ranked<Shelf>[] {
  return shelf.withPhone(digits).map((document) => {
    const [kind, facets, standard] = [shelf.kind(document), shelf.facets(document), shelf.standard(document)]
    return {shelf, document, kind, facets, standard, score: 1, coverage: 1, inTitle: false, inText: false}
  })
}

/** The words of the texts that are marked. */
function wantedIn({asked}: Found): Wanted {
  return wantedWords(new Set(asked.flatMap(({terms}): Term[] => Array.from(terms.values(), ({term}) => term))))
}

/**
 * A service stands in the list where its point does, if not by itself: «жұмыссыз жолдама» stands in a point of the service that
 * gives directions to work, and it is the service that is meant.
 */
function withServices(ranked: readonly Ranked<Shelf>[], shelf: MainShelf): Ranked<Shelf>[] {
  const listed = new Set(ranked.flatMap(({kind, standard}) => (kind === 'standard' ? [standard] : [])))
  const best = new Map<number, Ranked<Shelf>>()
  for (const one of ranked) {
    const {standard} = one
    if (standard < 0 || listed.has(standard) || one.score <= (best.get(standard)?.score ?? 0)) continue
    best.set(standard, one)
  }
  const added = [...best].map(([standard, {score, coverage}]): Ranked<Shelf> => {
    const document = shelf.documentOf(standard)
    const [kind, facets] = [shelf.kind(document), shelf.facets(document)]
    return {shelf, document, kind, facets, standard, score: score * THROUGH_POINT, coverage, inTitle: false, inText: false}
  })
  return [...ranked, ...added]
}

function bestCoverage(ranked: readonly Ranked<Shelf>[]): number {
  return ranked.reduce((best, {coverage}) => Math.max(best, coverage), 0)
}
