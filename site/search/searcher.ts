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
import type {AsPlainObject, Options, SearchResult} from 'minisearch'
import {createStemmer, foldWord, tokens} from '../../parser/language/stem.ts'
import type {Stemmer} from '../../parser/language/stem.ts'
import {nounsOfParticiple, nounsOfVerb} from '../../parser/language/verb-forms.ts'
import {formUrl, officeUrl, pointUrl, standardUrl} from '../urls.ts'
import {countFacets, passes} from './facets.ts'
import type {FacetCounts, Facets, Filter} from './facets.ts'
import {BOOST, indexOptions} from './format.ts'
import type {MainIndex, OfficeIndex, PhoneEntry, SearchDocument} from './format.ts'
import {relatedWords, translate} from './glossary.ts'
import {itemAnchors, markerOf} from './lines.ts'
import {unpacking, unpackNumbers} from './packing.ts'
import type {PackedIndex} from './packing.ts'
import {unpackPhone} from './phones.ts'
import {atOnce, inPortions} from './portions.ts'
import {mark, markTyped, shorten, snippet} from './snippet.ts'
import type {Marked} from './snippet.ts'
import {nearest} from './typos.ts'
import {KnownWords} from './words.ts'

export type ResultKind = 'standard' | 'point' | 'office' | 'form'

export interface Result {
  kind: ResultKind
  /** Published id: of a standard, a point (`<standard>#<number>`), an office, an annex. */
  id: string
  title: string
  /** Address of the site; of a point, the item that was found, where it was one. */
  url: string
  /** From 0 to about 1; comparable within one answer. */
  score: number
  /** By what the result can be filtered. */
  facets: Facets
  /** Id of the standard a point or form belongs to. */
  standard: string | null
  /** The marker of the item of a point that was found, «1)»; empty where it was none. */
  item: string
  /** Of an office: its kind as published, its region, its telephones. */
  officeKind: string | null
  place: string
  phones: {text: string; dial: string | null}[]
  /** The title again, with the places of the words searched for; worked out when it is asked for. */
  readonly heading: Marked
  /** The piece of the text that shows why it was found; worked out when it is asked for. */
  readonly snippet: Marked
}

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
  /** At most so many results; 10 where it is not said. */
  limit?: number
  /** The words as they are typed: nothing is mended or translated. */
  exact?: boolean
}

/** A result while the query is still being typed. */
export interface Suggestion extends Pick<Result, 'kind' | 'id' | 'url' | 'standard' | 'item' | 'place'> {
  /** What is shown, with what has been typed of its words marked. */
  text: Marked
}

interface Reading {
  exact?: boolean
  /** The last word may go on, even where it is a whole one. */
  typing?: boolean
}

export interface Searcher {
  search(query: string, options?: SearchOptions): Answer
  /** The best few of each kind for a query whose last word may be unfinished. */
  suggest(prefix: string): Suggestion[]
  /** Whether offices may have an answer: without the office index it would be lacking. */
  needsOffices(query: string, options?: Pick<SearchOptions, 'exact' | 'kinds'>): boolean
  /** Takes in the office index, loaded later. */
  addOffices(index: OfficeIndex): void
  /** The same for a page, which stays answering meanwhile. */
  addOfficesSlowly(index: OfficeIndex): Promise<void>
}

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
/** Words of a query beyond these are not looked at: somebody pasted a page. */
const MOST_WORDS = 32

/**
 * Conjunctions, postpositions and words of asking: left out of a query that has other words. Folded; the verbs of asking in the
 * forms they are asked with.
 */
const STOP_WORDS = new Set(
  (
    'неше кай мен бен пен жане немесе ушин туралы бойынша да де та те кандай калай кайда кайдан кашан канша кимге ким не нени ' +
    'керек болады алуга алу алам аламын аламыз алады алсам алгым келеди болама ма ме ба бе па пе маган менин ' +
    'истеу истеймин истейин берем беремин барам барамын болып болдым калдым калды тиис журмин жур бар жок едим шыктым шыкты келдим келди ' +
    'на в во о об с со к ко у по для как где и за от до из что какие какой какая нужно нужны нужен надо получить оформить оформление ' +
    'получение хочу могу можно мой моя мое мои моему моей мне меня я мы нас есть ли же если или через сколько куда когда кто кому ' +
    'сделать узнать подать взять стать встать выдача выдают выдать дают дать потерял потеряла свой своего ' +
    'of for the to how get a an and in i my me is are am do does can where what which when who need want with at on have has from it ' +
    'apply obtain much many'
  )
    .split(' ')
    .map(foldWord),
)

/** Words from this length on may be spelled with «х» for «қ» and the other way about: «Балхаш», «Балқаш». */
const RESPELLED_FROM = 5

/** The folded word with one «х» for «к» or one «к» for «х». */
function otherSpellings(folded: string): string[] {
  if (folded.length < RESPELLED_FROM) return []
  return Array.from(folded.matchAll(/[кх]/gu), ({0: letter, index}) => {
    return folded.slice(0, index) + (letter === 'к' ? 'х' : 'к') + folded.slice(index + 1)
  })
}

/** What a match counts for, by how the word was understood. */
const EXACT = 1
const COMPLETED = 0.4
const MENDED = 0.7
/** Another word for the same thing. */
const RELATED = 0.65
/** While the word is being typed, what it begins may well be meant. */
const TYPED = 0.9

/** A standard is what people look for; the rest answers where no standard does. Found by trying on test/search/queries.json. */
const KIND_WEIGHT: Record<ResultKind, number> = {standard: 1.25, form: 0.9, point: 0.8, office: 1}
/** Kinds whose context is part of what they are called: the service of a point, the town of an office. */
const IN_TITLE: ReadonlySet<ResultKind> = new Set(['point', 'office'])
/** Share of the weight that does not depend on the words standing in the title. */
const OUTSIDE_TITLE = 0.55
/** A service whose point was found stands this far behind it where its own words were not. */
const THROUGH_POINT = 0.97
/** Results with fewer of the words than this share of the best one's are left out. */
const LEAST_COVERAGE = 0.6
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
  /** The entry of a standard, where it is here. */
  standard(id: string): Entry | undefined
  /** Ids of the documents with this telephone. */
  withPhone(digits: string): number[]
}

interface Entry {
  kind: ResultKind
  id: string
  title: string
  url: string
  facets: Facets
  standard: string | null
  officeKind: string | null
  place: string
  phones: readonly PhoneEntry[]
  /** What a match here counts for, beside others of the kind. */
  weight: number
  lines(): string[]
  /** Of a point: its number, and the places of the lines that open an item. */
  number: string
  items(): number[]
}

/** Opens the published indexes. Without the office index offices are not found; it can be added later. */
export function createSearcher(main: MainIndex, offices?: OfficeIndex): Searcher {
  const searcher = atOnce(opening(main, (index, options) => MiniSearch.loadJS(index, options)))
  if (offices !== undefined) searcher.addOffices(offices)
  return searcher
}

/** `createSearcher` for a page, which stays answering meanwhile. */
export function openSearcher(main: MainIndex): Promise<Searcher> {
  return inPortions(opening(main, (index, options) => MiniSearch.loadJSAsync(index, options)))
}

/** How the engine is given its index: at once or by and by. */
type Load = (index: AsPlainObject, options: Options<SearchDocument>) => MiniSearch<SearchDocument> | Promise<MiniSearch<SearchDocument>>
/** Work in portions (portions.ts) that waits for the engine once. */
type Opening<Result> = Generator<ReturnType<Load> | undefined, Result, MiniSearch<SearchDocument> | undefined>

/** Words that are stemmed in one go. */
const PORTION = 200

function* opening(main: MainIndex, load: Load): Opening<Searcher> {
  const stem = createStemmer(main.lexicon.split(' '))
  const known = new KnownWords(stem)
  yield* known.adding(main.words)
  yield* known.adding(main.officeWords)
  const ofOffices = new Set(main.officeTerms.split(' '))
  for (const [place, word] of main.officeWords.split(' ').entries()) {
    if (place % PORTION === PORTION - 1) yield undefined
    ofOffices.add(stem(foldWord(word)))
  }
  const shelves: Shelf[] = [mainShelf(main, yield* open(main.index, stem, load))]
  const addOffices = (index: OfficeIndex) => {
    if (shelves.length === 1) shelves.push(atOnce(takingOffices(index, (packed, options) => MiniSearch.loadJS(packed, options))))
  }
  const addOfficesSlowly = async (index: OfficeIndex) => {
    const shelf = await inPortions(takingOffices(index, (packed, options) => MiniSearch.loadJSAsync(packed, options)))
    if (shelves.length === 1) shelves.push(shelf)
  }
  const takingOffices = function* (index: OfficeIndex, how: Load): Opening<Shelf> {
    return officeShelf(index, main, yield* open(index.index, stem, how))
  }

  // A word of the offices counts before they are there: it must not be mended into another.
  const count = (term: string) => shelves.reduce((sum, {documents}) => sum + (documents.get(term) ?? 0), 0) || (ofOffices.has(term) ? 1 : 0)
  const size = () => shelves.reduce((sum, {index}) => sum + index.documentCount, 0)
  const understand = (typed: string, last: boolean, {exact = false, typing = false}: Reading): QueryWord => {
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
    if (!exact) {
      for (const related of relatedWords(folded)) take(stem(related), RELATED)
      // Participles stand in the texts themselves and then mean the same; other forms only where nothing else is known.
      const nouns = documents === 0 ? nounsOfVerb(folded) : nounsOfParticiple(folded)
      for (const noun of nouns) if (known.beginning(noun).length > 0) take(stem(noun), RELATED)
      for (const other of otherSpellings(folded)) take(stem(other), EXACT)
    }
    if (documents === 0 || (last && (typing || !known.shown.has(folded)))) {
      const before = documents
      const completions = known.completions(folded)
      // while typing, the more frequent word is the likelier; search itself favours the rare ones
      const most = typing ? Math.max(...completions.map(count)) : 0
      for (const one of completions) take(one, typing ? TYPED * (Math.log1p(count(one)) / Math.log1p(most)) ** 2 : COMPLETED)
      if (before > 0) documents = before
    }
    let mended: string | null = null
    if (documents === 0 && !exact) {
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

  /** The words of a query that tell something, as they are understood. */
  const read = (query: string, reading: Reading) => {
    const typed = tokens(query).slice(0, MOST_WORDS)
    const telling = typed.filter(({word}) => !STOP_WORDS.has(foldWord(word)))
    return (telling.length > 0 ? telling : typed).map(({word, start, end}) => ({
      start,
      end,
      ...understand(word, word === typed.at(-1)?.word && !/\s$/u.test(query), reading),
    }))
  }

  const find = (query: string, reading: Reading) => {
    const rankAll = (words: readonly QueryWord[]) => shelves.flatMap((shelf) => rank(shelf, words))
    let asked = read(query, reading)
    // A slip can make another known word («бұқарлық» is «бұқар» + «-лық»). Where nothing has all the words, those never
    // seen as they are typed are tried mended.
    let ranked = rankAll(asked)
    if (bestCoverage(ranked) < WHOLE && !reading.exact) {
      const mended = asked.map((word) => ({...word, ...mend(word)}))
      const again = mended.some(({mended: better}, at) => better !== asked[at]?.mended) ? rankAll(mended) : []
      if (bestCoverage(again) >= WHOLE) {
        asked = mended
        ranked = again
      }
    }
    const digits = PHONE.test(query) ? query.replace(/\D/gu, '') : ''
    if (digits.length >= PHONE_LEAST) {
      for (const shelf of shelves) {
        for (const id of shelf.withPhone(digits)) ranked.push({entry: shelf.entry(id), score: 1, coverage: 1, terms: new Set()})
      }
    }
    const best = bestCoverage(ranked)
    return {
      asked,
      ranked: withServices(
        ranked.filter(({coverage}) => coverage >= best * LEAST_COVERAGE),
        shelves[0],
      ),
    }
  }

  const search = (query: string, {limit = LIMIT, exact = false, typing = false, ...filter}: SearchOptions & Reading = {}): Answer => {
    const translated = exact ? {query, words: []} : translate(query, (word) => known.shown.has(foldWord(word)))
    const {asked, ranked} = find(translated.query, {exact, typing})
    const missing = asked.filter(({stems}) => stems.size === 0).map(({start, end}) => translated.query.slice(start, end))
    let suggestion = ''
    let at = 0
    for (const {start, end, mended} of asked) {
      suggestion += translated.query.slice(at, start) + (mended ?? translated.query.slice(start, end))
      at = end
    }
    suggestion += translated.query.slice(at)
    const results = ranked
      .filter(({entry}) => passes(entry.facets, filter))
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, limit)
      .map((found) => resultOf(found, stem))
    return {
      query,
      suggestion: asked.some(({mended}) => mended !== null) ? suggestion.trim() : null,
      translated: translated.words,
      missing,
      facets: countFacets(
        ranked.map(({entry}) => entry.facets),
        filter,
      ),
      results,
    }
  }

  const suggest = (prefix: string): Suggestion[] => {
    const {words, query} = translate(prefix, (word) => known.shown.has(foldWord(word)))
    const {results} = search(prefix, {limit: Infinity, typing: true})
    const typed = words.length > 0 ? [] : tokens(query).map(({word}) => foldWord(word))
    const shown = (marked: Marked) => markTyped(marked, typed)
    return SUGGESTED.flatMap(([kind, most]) => {
      const found: Suggestion[] = []
      for (const result of results) {
        if (result.kind !== kind) continue
        const text = kind === 'point' ? shorten(result.snippet, SUGGESTION_LENGTH) : result.heading
        // a service found through its points alone, or by what stands around it, is for the page of results
        if (text.marks.length === 0 && kind !== 'office') continue
        const {id, url, standard, item, place} = result
        found.push({kind, id, url, standard, item, place, text: shown(text)})
        if (found.length === most) break
      }
      return found
    })
  }

  const needsOffices = (query: string, {exact = false, kinds}: Pick<SearchOptions, 'exact' | 'kinds'> = {}): boolean => {
    if (kinds !== undefined && !kinds.includes('office')) return false
    if (PHONE.test(query)) return true
    const {query: kazakh} = exact ? {query} : translate(query, (word) => known.shown.has(foldWord(word)))
    return read(kazakh, {exact, typing: true}).some(({stems}) => [...stems.keys()].some((term) => ofOffices.has(term)))
  }

  return {search, suggest, needsOffices, addOffices, addOfficesSlowly}
}

/** Nothing but what a telephone is written with. */
const PHONE = /^[\s()+,.–-]*\d[\d\s()+,.–-]*$/u
const PHONE_LEAST = 5

/** Marks, headings and the item that was found are worked out only for results that are shown. */
function resultOf({entry, score, terms}: Ranked, stem: Stemmer): Result {
  const {kind, id, title, facets, standard, officeKind, place} = entry
  let line: {text: Marked; item: string; anchor: string} | null = null
  const shownLine = () => (line ??= bestLine(entry, terms, stem))
  return {
    kind,
    id,
    title,
    get url() {
      const {anchor} = shownLine()
      return anchor === '' ? entry.url : `${entry.url.split('#')[0] ?? ''}#${anchor}`
    },
    score: Math.round(score * 1000) / 1000,
    facets,
    standard,
    get item() {
      return shownLine().item
    },
    officeKind,
    place,
    phones: entry.phones.map(unpackPhone),
    get heading() {
      return mark(title, terms, stem)
    },
    get snippet() {
      return shownLine().text
    },
  }
}

/** The line of a text with the most of the words searched for; of a point, the item it is or belongs to. */
function bestLine(entry: Entry, terms: ReadonlySet<string>, stem: Stemmer): {text: Marked; item: string; anchor: string} {
  const lines = entry.lines()
  if (lines.length < 2) return {text: snippet(lines[0] ?? '', terms, stem), item: '', anchor: ''}
  let best = 0
  let most = -1
  for (const [place, line] of lines.entries()) {
    const found = new Set(tokens(line).flatMap(({word}) => (terms.has(stem(word)) ? [stem(word)] : []))).size
    if (found <= most) continue
    most = found
    best = place
  }
  // found by what it is about, or by its service: the beginning says most
  if (most === 0) return {text: snippet(lines.join(' '), terms, stem), item: '', anchor: ''}
  const items = entry.items()
  const line = lines[best] ?? ''
  if (!items.includes(best)) return {text: snippet(line, terms, stem), item: '', anchor: ''}
  const marker = markerOf(line)
  return {
    text: snippet(line.slice(marker.length).trim(), terms, stem),
    item: marker,
    anchor: itemAnchors(entry.number, lines, items).get(best) ?? '',
  }
}

/**
 * A service stands in the list where its point does, if not by itself: «жұмыссыз жолдама» stands in a point of the service that
 * gives directions to work, and it is the service that is meant.
 */
function withServices(ranked: readonly Ranked[], shelf: Shelf | undefined): Ranked[] {
  const listed = new Set(ranked.flatMap(({entry}) => (entry.kind === 'standard' ? [entry.id] : [])))
  const best = new Map<string, Ranked>()
  for (const one of ranked) {
    const {standard} = one.entry
    if (standard === null || listed.has(standard) || one.score <= (best.get(standard)?.score ?? 0)) continue
    best.set(standard, one)
  }
  const added = [...best].flatMap(([id, {score, coverage, terms}]): Ranked[] => {
    const entry = shelf?.standard(id)
    return entry === undefined ? [] : [{entry, score: score * THROUGH_POINT, coverage, terms}]
  })
  return [...ranked, ...added]
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
    const score =
      (result.score / top) * coverage ** 2 * (OUTSIDE_TITLE + (1 - OUTSIDE_TITLE) * titled) * KIND_WEIGHT[entry.kind] * entry.weight
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
      if (fields !== undefined && wanted(fields)) best = Math.max(best, weight === MENDED ? MENDED : EXACT)
    }
    sum += best * telling
    all += telling
  }
  return all === 0 ? 0 : sum / all
}

function mainShelf(main: MainIndex, {index, documents}: Opened): Shelf {
  const {acts, standards, lines, points, forms, topics} = main
  const linesOf = (packed: string) => unpackNumbers(packed).map((at) => lines[at] ?? '')
  const facetsOf = (kind: ResultKind, at: number): Facets => {
    const [, , act, audience, inForce] = standards[at] ?? ['', '', -1, 'other', 0]
    const ministry = acts[act]?.[1] ?? ''
    return {kind, status: inForce ? 'in-force' : 'repealed', ministries: ministry === '' ? [] : [ministry], region: null, audience}
  }
  const common = {officeKind: null, place: '', phones: [], weight: 1, number: '', items: () => []}
  const standardAt = (at: number): Entry | undefined => {
    const standard = standards[at]
    if (standard === undefined) return undefined
    const [id, title, act] = standard
    const lines = () => [acts[act]?.[0] ?? '']
    return {...common, kind: 'standard', id, title, url: standardUrl(id), facets: facetsOf('standard', at), standard: null, lines}
  }
  return {
    index,
    documents,
    withPhone: () => [],
    standard: (id) => standardAt(standards.findIndex(([one]) => one === id)),
    entry: remembered((id): Entry => {
      const standard = standardAt(id)
      if (standard !== undefined) return standard
      const point = points[id - standards.length]
      if (point !== undefined) {
        const [at, number, packed, topic, items] = point
        const [standardId, title] = standards[at] ?? ['', '']
        const [label = '', weight = 1] = topics[topic] ?? []
        return {
          ...common,
          kind: 'point',
          id: `${standardId}#${number}`,
          title: `${title}, ${number}-тармақ${label === '' ? '' : ` (${label})`}`,
          url: pointUrl(standardId, number),
          facets: facetsOf('point', at),
          standard: standardId,
          weight,
          number,
          lines: () => linesOf(packed),
          items: () => unpackNumbers(items),
        }
      }
      const [at, number, title, packed] = forms[id - standards.length - points.length] ?? [0, 0, '', '']
      const [standardId, standardTitle] = standards[at] ?? ['', '']
      const annex = `${standardId}/${String(number)}`
      return {
        ...common,
        kind: 'form',
        id: annex,
        title: title === '' ? `${standardTitle}, ${String(number)}-қосымша` : title,
        url: formUrl(annex),
        facets: facetsOf('form', at),
        standard: standardId,
        lines: () => [linesOf(packed).join(' ')],
      }
    }),
  }
}

function officeShelf({kinds, regions, offices}: OfficeIndex, main: MainIndex, {index, documents}: Opened): Shelf {
  return {
    index,
    documents,
    standard: () => undefined,
    withPhone: (digits) => {
      const wanted = digits.length > LOCAL_DIGITS ? digits.slice(-LOCAL_DIGITS) : digits
      return offices.flatMap(([, , , , , , phones], at) =>
        phones.some((phone) => unpackPhone(phone).text.replace(/\D/gu, '').includes(wanted)) ? [at] : [],
      )
    },
    entry: remembered((at): Entry => {
      const [id, name, kind, region, district, address, phones, acts, inForce] = offices[at] ?? ['', '', 0, -1, '', '', [], '', 0]
      const ministries = unpackNumbers(acts).flatMap((act) => main.acts[act]?.[1] || [])
      const place = regions[region] ?? ''
      const text = [stands(place, address) ? '' : place, district, name === '' ? '' : address]
      return {
        kind: 'office',
        id,
        title: name === '' ? address : name,
        url: officeUrl(id),
        facets: {
          kind: 'office',
          status: inForce ? 'in-force' : 'repealed',
          ministries,
          region: place === '' ? null : place,
          audience: null,
        },
        standard: null,
        officeKind: kinds[kind] ?? null,
        place,
        phones,
        weight: 1,
        number: '',
        lines: () => [text.filter((part) => part !== '').join(', ')],
        items: () => [],
      }
    }),
  }
}

/** A function that makes each thing once. */
function remembered<Made>(make: (at: number) => Made): (at: number) => Made {
  const made = new Map<number, Made>()
  return (at) => {
    let one = made.get(at)
    if (one === undefined) {
      one = make(at)
      made.set(at, one)
    }
    return one
  }
}

/** Whether an address names a place itself, be it shortened: «Қызылорда к.» for «Қызылорда қаласы». */
function stands(place: string, address: string): boolean {
  return address.includes(place.split(' ')[0] ?? '')
}

/** Digits of a telephone without the long-distance prefix. */
const LOCAL_DIGITS = 10

type Opened = Pick<Shelf, 'index' | 'documents'>

function* open(packed: PackedIndex, stem: Stemmer, load: Load): Opening<Opened> {
  const {index, frequencies} = yield* unpacking(packed)
  const options = indexOptions(stem, (text) => tokens(text).map(({word}) => word))
  const engine = yield load(index, options)
  if (engine === undefined) throw new Error('the work was run by other means than portions.ts')
  return {index: engine, documents: frequencies}
}
