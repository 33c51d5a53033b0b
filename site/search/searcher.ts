/**
 * Search over the published indexes: the same code answers in the browser and in the terminal.
 *
 * A word of a query is understood in one of four ways, tried in this order:
 * 1. its stem is in the index («жәрдемақыларды», «жардемакы», «jardemaqy» → «жәрдемақы»);
 * 2. it begins words that are («зейнет» → «зейнетақы»); the last word, still being typed, is completed as well unless
 *    it is a whole word already;
 * 3. it is a slip away from words that are («зейнеттақы»): these are searched for instead, and the answer says so;
 * 4. otherwise it is missing, and the answer says that too.
 */
import MiniSearch from 'minisearch'
import type {SearchResult} from 'minisearch'
import {createStemmer, foldWord, tokens} from '../../parser/language/stem.ts'
import type {Stemmer} from '../../parser/language/stem.ts'
import {formUrl, officeUrl, pointUrl, standardUrl} from '../urls.ts'
import {BOOST, indexOptions} from './format.ts'
import type {MainIndex, OfficeIndex, SearchDocument} from './format.ts'
import {mark, snippet} from './snippet.ts'
import type {Marked} from './snippet.ts'
import {nearest} from './typos.ts'
import {KnownWords} from './words.ts'

export type ResultKind = 'standard' | 'point' | 'office' | 'form'

export interface Result {
  kind: ResultKind
  /** Published id: of a standard, a point (`<standard>#<number>`), an office, an annex. */
  id: string
  title: string
  url: string
  /** From 0 to about 1; comparable within one answer. */
  score: number
  /** The title again, with the places of the words searched for. */
  heading: Marked
  /** The piece of the text that shows why it was found. */
  snippet: Marked
}

export interface Answer {
  query: string
  /** The query with slips mended, where there were any. */
  suggestion: string | null
  /** Words of the query that nothing was found for, as typed. */
  missing: string[]
  results: Result[]
}

export interface SearchOptions {
  /** At most so many results; 10 where it is not said. */
  limit?: number
  /** Only these kinds; all where it is not said. */
  kinds?: readonly ResultKind[]
}

export interface Suggestion {
  /** The whole query with its last word completed, or the title of a standard. */
  text: string
  /** Page of the standard; null for a completed query. */
  url: string | null
}

export interface Searcher {
  search(query: string, options?: SearchOptions): Answer
  suggest(prefix: string, limit?: number): Suggestion[]
  /** Takes in the office index, loaded later. */
  addOffices(index: OfficeIndex): void
}

const LIMIT = 10
const SUGGESTIONS = 8
/** Words of a query beyond these are not looked at: somebody pasted a page. */
const MOST_WORDS = 32

/** Conjunctions, postpositions and words of asking: left out of a query that has other words. Folded. */
const STOP_WORDS = new Set(
  'неше кай мен бен пен жане немесе ушин туралы бойынша да де та те кандай калай кайда кашан канша кимге ким не керек болады алуга болама ма ме ба бе па пе'.split(
    ' ',
  ),
)

/** What a match counts for, by how the word was understood. */
const EXACT = 1
const COMPLETED = 0.4
const MENDED = 0.7

/** A standard is what people look for; the rest answers where no standard does. Found by trying on test/search/queries.json. */
const KIND_WEIGHT: Record<ResultKind, number> = {standard: 1.25, form: 0.9, point: 0.8, office: 1}
/** Kinds whose context is part of what they are called: the service of a point, the town of an office. */
const IN_TITLE: ReadonlySet<ResultKind> = new Set(['point', 'office'])
/** Share of the weight that does not depend on the words standing in the title. */
const OUTSIDE_TITLE = 0.55
/** Results with fewer of the words than this share of the best one's are left out. */
const LEAST_COVERAGE = 0.5
/** From here on a result counts as having all the words; a mended word is worth less than one. */
const WHOLE = 0.8

/** One word of the query, and what is looked up for it: stem → weight. */
interface QueryWord {
  typed: string
  stems: Map<string, number>
  mended: string | null
  /** How much the word tells: the rarer, the more. */
  telling: number
}

interface Shelf {
  index: MiniSearch<SearchDocument>
  /** Term → documents it stands in. */
  documents: Map<string, number>
  entry(id: number): Entry
}

interface Entry {
  kind: ResultKind
  id: string
  title: string
  url: string
  text: string
}

/**
 * Opens the published indexes. Without the office index offices are not found; it can be added later.
 */
export function createSearcher(main: MainIndex, offices?: OfficeIndex): Searcher {
  const stem = createStemmer(main.lexicon.split(' '))
  const known = new KnownWords(stem)
  known.add(main.words)
  const shelves: Shelf[] = [mainShelf(main, stem)]
  const addOffices = (index: OfficeIndex) => {
    if (shelves.length > 1) return
    known.add(index.words)
    shelves.push(officeShelf(index, stem))
  }
  if (offices !== undefined) addOffices(offices)

  const count = (term: string) => shelves.reduce((sum, {documents}) => sum + (documents.get(term) ?? 0), 0)
  const size = () => shelves.reduce((sum, {index}) => sum + index.documentCount, 0)
  const understand = (typed: string, last: boolean): QueryWord => {
    const folded = foldWord(typed)
    const stems = new Map<string, number>()
    let documents = 0
    const take = (term: string, weight: number) => {
      if (stems.has(term)) return
      const seen = count(term)
      if (seen === 0) return
      stems.set(term, weight)
      documents += seen
    }
    take(stem(typed), EXACT)
    if (documents === 0 || (last && !known.shown.has(folded))) {
      const before = documents
      for (const one of known.completions(folded)) take(one, COMPLETED)
      if (before > 0) documents = before
    }
    let mended: string | null = null
    if (documents === 0) {
      const candidates = nearest(folded, known.shown.keys())
      for (const candidate of candidates) take(stem(candidate), MENDED)
      const best = candidates[0]
      mended = best === undefined ? null : (known.shown.get(best) ?? best)
    }
    return {typed, stems, mended, telling: Math.log(1 + size() / Math.max(1, documents))}
  }

  /** The word as one meant otherwise, where it was never seen as it is typed; unchanged where it was, or nothing is near. */
  const mend = ({typed, stems, mended, telling}: QueryWord): Omit<QueryWord, 'typed'> => {
    const folded = foldWord(typed)
    const candidates = mended !== null || known.shown.has(folded) ? [] : nearest(folded, known.shown.keys())
    const best = candidates[0]
    if (best === undefined) return {stems, mended, telling}
    const others = new Map(candidates.map((candidate) => [stem(candidate), MENDED]))
    const documents = Math.max(1, count(stem(best)))
    return {stems: others, mended: known.shown.get(best) ?? best, telling: Math.log(1 + size() / documents)}
  }

  const search = (query: string, {limit = LIMIT, kinds}: SearchOptions = {}): Answer => {
    const typed = tokens(query).slice(0, MOST_WORDS)
    const rankAll = (words: readonly QueryWord[]) =>
      shelves.flatMap((shelf) => rank(shelf, words)).filter(({entry}) => kinds === undefined || kinds.includes(entry.kind))
    const telling = typed.filter(({word}) => !STOP_WORDS.has(foldWord(word)))
    let asked = (telling.length > 0 ? telling : typed).map(({word, start, end}) => ({
      start,
      end,
      ...understand(word, word === typed.at(-1)?.word && !/\s$/u.test(query)),
    }))
    // A slip can make another known word («бұқарлық» is «бұқар» + «-лық»). Where nothing has all the words, those never
    // seen as they are typed are tried mended.
    let ranked = rankAll(asked)
    if (bestCoverage(ranked) < WHOLE) {
      const mended = asked.map((word) => ({...word, ...mend(word)}))
      const again = mended.some(({mended: better}, at) => better !== asked[at]?.mended) ? rankAll(mended) : []
      if (bestCoverage(again) >= WHOLE) {
        asked = mended
        ranked = again
      }
    }
    const missing = asked.filter(({stems}) => stems.size === 0).map(({start, end}) => query.slice(start, end))
    let suggestion = ''
    let at = 0
    for (const {start, end, mended} of asked) {
      suggestion += query.slice(at, start) + (mended ?? query.slice(start, end))
      at = end
    }
    suggestion += query.slice(at)
    const best = bestCoverage(ranked)
    const results = ranked
      .filter(({coverage}) => coverage >= best * LEAST_COVERAGE)
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, limit)
      .map(({entry, score, terms}): Result => {
        const {text, ...shown} = entry
        return {
          ...shown,
          score: Math.round(score * 1000) / 1000,
          heading: mark(entry.title, terms, stem),
          snippet: snippet(text, terms, stem),
        }
      })
    return {query, suggestion: asked.some(({mended}) => mended !== null) ? suggestion.trim() : null, missing, results}
  }

  const suggest = (prefix: string, limit = SUGGESTIONS): Suggestion[] => {
    const last = tokens(prefix).at(-1)
    if (last === undefined) return []
    const titles = search(prefix, {limit: Math.ceil(limit / 2), kinds: ['standard']})
      .results.filter(({heading}) => heading.marks.length > 0)
      .map(({title, url}) => ({text: title, url}))
    if (/\s$/u.test(prefix)) return titles
    const folded = foldWord(last.word)
    const order = new Map([...known.shown.keys()].map((word, place) => [word, place]))
    const rank = (word: string) => order.get(word) ?? Infinity
    // A whole word gives way only to more frequent ones.
    const rest = known.beginning(folded).filter((word) => word !== folded && rank(word) < rank(folded))
    // Other forms of a word that is whole already are no news.
    const seen = new Set([stem(last.word)])
    const words: Suggestion[] = []
    for (const word of rest.sort((a, b) => rank(a) - rank(b))) {
      if (seen.has(stem(word))) continue
      seen.add(stem(word))
      words.push({text: prefix.slice(0, last.start) + (known.shown.get(word) ?? word), url: null})
      if (words.length === limit - titles.length) break
    }
    return [...words, ...titles]
  }

  return {search, suggest, addOffices}
}

function bestCoverage(ranked: readonly Ranked[]): number {
  return ranked.reduce((best, {coverage}) => Math.max(best, coverage), 0)
}

interface Ranked {
  entry: Entry
  score: number
  /** Share of the query found, rare words weighing more. */
  coverage: number
  terms: Set<string>
}

/** Documents of one index with at least one word in their own title or text, scored from 0 to about 1. */
function rank(shelf: Shelf, asked: readonly QueryWord[]): Ranked[] {
  const weights = new Map<string, number>()
  for (const {stems} of asked) for (const [term, weight] of stems) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  if (weights.size === 0) return []
  const found = shelf.index.search([...weights.keys()].join(' '), {
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    boost: BOOST,
    boostTerm: (term) => weights.get(term) ?? 1,
    combineWith: 'OR',
  })
  const top = found[0]?.score ?? 1
  const ranked: Ranked[] = []
  for (const result of found) {
    const fields = Object.values(result.match).flat()
    const entry = shelf.entry(result.id as number)
    if (entry.kind !== 'office' && fields.every((field) => field === 'context')) continue
    const matches = (wanted: (fields: readonly string[]) => boolean) => share(asked, result, wanted)
    const coverage = matches(() => true)
    const titled = matches((names) => names.includes('title') || (IN_TITLE.has(entry.kind) && names.includes('context')))
    const score = (result.score / top) * coverage ** 2 * (OUTSIDE_TITLE + (1 - OUTSIDE_TITLE) * titled) * KIND_WEIGHT[entry.kind]
    ranked.push({entry, score, coverage, terms: new Set(result.terms)})
  }
  return ranked
}

/** Share of the query that the document has in fields of the wanted kind: rare words and sure matches count for more. */
function share(asked: readonly QueryWord[], {match}: SearchResult, wanted: (fields: readonly string[]) => boolean): number {
  let sum = 0
  let all = 0
  for (const {stems, telling} of asked) {
    let best = 0
    for (const [term, weight] of stems) {
      const fields = match[term]
      if (fields !== undefined && wanted(fields)) best = Math.max(best, weight === COMPLETED ? EXACT : weight)
    }
    sum += best * telling
    all += telling
  }
  return all === 0 ? 0 : sum / all
}

function mainShelf(main: MainIndex, stem: Stemmer): Shelf {
  const {standards, points, forms} = main
  return {
    index: open(main.index, stem),
    documents: frequencies(main.index),
    entry(id) {
      const standard = standards[id]
      if (standard !== undefined) {
        const [standardId, title, act] = standard
        return {kind: 'standard', id: standardId, title, url: standardUrl(standardId), text: act}
      }
      const point = points[id - standards.length]
      if (point !== undefined) {
        const [at, number, text, topic] = point
        const [standardId, title] = standards[at] ?? ['', '']
        return {
          kind: 'point',
          id: `${standardId}#${number}`,
          title: `${title}, ${number}-тармақ${topic === '' ? '' : ` (${topic})`}`,
          url: pointUrl(standardId, number),
          text,
        }
      }
      const [at, number, title, text] = forms[id - standards.length - points.length] ?? [0, 0, '', '']
      const [standardId, standardTitle] = standards[at] ?? ['', '']
      const annex = `${standardId}/${String(number)}`
      return {
        kind: 'form',
        id: annex,
        title: title === '' ? `${standardTitle}, ${String(number)}-қосымша` : title,
        url: formUrl(annex),
        text,
      }
    },
  }
}

function officeShelf(offices: OfficeIndex, stem: Stemmer): Shelf {
  return {
    index: open(offices.index, stem),
    documents: frequencies(offices.index),
    entry(at) {
      const [id, name, place, address, phones] = offices.offices[at] ?? ['', '', '', '', '']
      const text = [place, name === '' ? '' : address, phones]
      return {
        kind: 'office',
        id,
        title: name === '' ? address : name,
        url: officeUrl(id),
        text: text.filter((part) => part !== '').join(' · '),
      }
    },
  }
}

function open(index: MainIndex['index'], stem: Stemmer): MiniSearch<SearchDocument> {
  return MiniSearch.loadJS<SearchDocument>(
    index,
    indexOptions(stem, (text) => tokens(text).map(({word}) => word)),
  )
}

/** How many documents each term of an index stands in, read off its published form: [term, {field: {document: times}}]. */
function frequencies(index: MainIndex['index']): Map<string, number> {
  return new Map(
    index.index.map(([term, fields]) => [
      term,
      Math.max(...Object.values(fields).map((documents) => Object.keys(documents as object).length)),
    ]),
  )
}
