/** The words of the index: what queries are read, completed and mended by. */
import {createStemmer, foldWord} from '../../parser/language/stem.ts'
import type {Stemmer} from '../../parser/language/stem.ts'
import type {MainIndex, MendingPage, VocabularyPage} from './format.ts'
import {END, HIDDEN, lengthKey, pagesByKey, placeIn, sortKey, tailKey} from './keys.ts'
import {unpackCount, unpackNumbers} from './packing.ts'
import {Pages, together} from './pages.ts'
import type {Origin} from './pages.ts'
import {farthest} from './typos.ts'

/** What words are looked for by: the stem all forms share. */
export interface Term {
  number: number
  text: string
  /** In how many documents it stands, of the main index and of the offices. */
  main: number
  offices: number
  /** Its folded words. */
  forms: string[]
}

export interface Word {
  folded: string
  /** With its capital where it has one; null where no query is completed or mended by it. */
  shown: string | null
  /** The more frequent, the higher. */
  level: number
  term: Term
}

interface Opened {
  words: Word[]
  /** `sortKey` of each word. */
  keys: string[]
  byFolded: Map<string, Word>
  terms: Map<string, Term>
  lemmas: Set<string>
}

/** Completions of a word that are looked up, and the shortest beginning they are looked up for. */
const COMPLETIONS = 24
const PREFIX_FROM = 3
/** Together they stand in no more documents than this: the rarer of too many are left out. */
const COMPLETED_DOCUMENTS = 60_000
/** Words that are taken in at one go. */
const PORTION = 200

export class Vocabulary {
  readonly #pageOf: (key: string) => number
  readonly #pages: Pages<VocabularyPage, Opened>
  readonly #stem: Stemmer
  readonly #mending: Mending | null
  /** All words, where they are one page. */
  #all: Map<string, number> | null = null

  constructor({vocabulary, mending, tails}: MainIndex, origin: Origin) {
    this.#pageOf = pagesByKey(vocabulary.begins).pageOf
    this.#pages = new Pages(vocabulary, 'vocabulary', origin, opening)
    this.#mending = mending && tails && new Mending({mending, tails}, origin)
    this.#stem = createStemmer({has: (lemma) => this.#page(lemma).lemmas.has(lemma)})
  }

  #page(folded: string): Opened {
    return this.#pages.get(this.#pageOf(sortKey(folded)))
  }

  /** Asks for the pages of several words at once. */
  prepare(folded: readonly string[]): void {
    together(folded.map((word) => () => this.#page(word)))
  }

  /** A word that stands there, in the spelling given. */
  word(folded: string): Word | undefined {
    return this.#page(folded).byFolded.get(folded)
  }

  /** The term of a word in any form and spelling; nothing where it stands nowhere. */
  term(word: string): Term | undefined {
    const folded = foldWord(word)
    const known = this.word(folded)
    if (known !== undefined) return known.term
    const text = this.#stem(folded)
    return this.#page(text).terms.get(text)
  }

  /** Whether a word can be shown as it is spelled. */
  shows(folded: string): boolean {
    return (this.word(folded)?.shown ?? null) !== null
  }

  /** Words that begin so. */
  beginning(prefix: string): Word[] {
    const key = sortKey(prefix)
    return this.#pages.range(this.#pageOf(key), this.#pageOf(key + END)).flatMap(({words, keys}) => {
      let at = placeIn(keys, key)
      while (at > 0 && keys[at - 1] === key) at--
      const found: Word[] = []
      for (; keys[at]?.startsWith(key) === true; at++) {
        const word = words[at]
        if (word !== undefined && word.shown !== null && word.folded.startsWith(prefix)) found.push(word)
      }
      return found
    })
  }

  /** Whether any word begins so. */
  begins(prefix: string): boolean {
    return this.beginning(prefix).length > 0
  }

  /** Terms of the words that begin so, the most frequent first; none for beginnings too short to mean anything. */
  completions(prefix: string): Term[] {
    if (prefix.length < PREFIX_FROM) return []
    const terms = new Map(this.beginning(prefix).map(({term}) => [term.text, term]))
    const sorted = [...terms.values()].sort((a, b) => documentsOf(b) - documentsOf(a) || a.number - b.number).slice(0, COMPLETIONS)
    let documents = 0
    return sorted.filter((term, at) => (documents += documentsOf(term)) <= COMPLETED_DOCUMENTS || at === 0)
  }

  /** Words that may be meant by one that is not known, with how frequent they are: all that `nearest` would take, and others. */
  candidates(folded: string): Map<string, number> {
    if (this.#mending !== null) return this.#mending.candidates(folded)
    return (this.#all ??= new Map(this.#pages.get(0).words.flatMap((word) => (word.shown === null ? [] : [[word.folded, word.level]]))))
  }
}

export function documentsOf({main, offices}: Term): number {
  return main + offices
}

/** Reads a page: what is written there says vocabulary-pages.ts. */
function* opening({
  words,
  levels,
  refs,
  first,
  cuts,
  irregular,
  counts,
  elsewhere,
  others,
  lemmas,
  otherLemmas,
}: VocabularyPage): Generator<undefined, Opened> {
  const terms = new Map<string, Term>()
  const keep = (term: Term): Term => {
    terms.set(term.text, term)
    return term
  }
  const wordsOf = (text: string): string[] => (text === '' ? [] : text.split(' '))
  const other = others.map(([number, text, main, offices, more]) => keep({number, text, main, offices, forms: wordsOf(more)}))
  const cutNumbers = unpackNumbers(cuts)
  const irregularTexts = wordsOf(irregular)
  const countNumbers = unpackNumbers(counts)
  const refNumbers = unpackNumbers(refs)
  const own: Term[] = []
  const opened: Word[] = []
  const keys: string[] = []
  const byFolded = new Map<string, Word>()
  let unlike = 0
  for (const [place, written] of wordsOf(words).entries()) {
    if (place % PORTION === PORTION - 1) yield undefined
    const hidden = written.startsWith(HIDDEN)
    const folded = hidden ? written.slice(1) : foldWord(written)
    const ref = refNumbers[place] ?? 0
    let term = ref > own.length ? other[ref - own.length - 1] : own[own.length - ref]
    if (ref === 0 || term === undefined) {
      const at = own.length
      const cut = cutNumbers[at] ?? 1
      const text = cut === 0 ? (irregularTexts[unlike++] ?? '') : folded.slice(0, folded.length - cut + 1)
      term = keep({number: first + at, text, main: countNumbers[at * 2] ?? 0, offices: countNumbers[at * 2 + 1] ?? 0, forms: []})
      own.push(term)
    }
    term.forms.push(folded)
    const word = {folded, shown: hidden ? null : written, level: unpackCount(levels.charAt(place)), term}
    opened.push(word)
    keys.push(sortKey(folded))
    byFolded.set(folded, word)
  }
  for (const [place, more] of elsewhere) own[place]?.forms.push(...wordsOf(more))
  const allLemmas = new Set(wordsOf(otherLemmas))
  let at = 0
  for (const step of unpackNumbers(lemmas)) {
    at += step
    allLemmas.add(opened[at]?.folded ?? '')
  }
  return {words: opened, keys, byFolded, terms, lemmas: allLemmas}
}

/** Words by which queries are mended, where they are too many to look at all of them. */
class Mending {
  readonly #byLength: {pageOf: (key: string) => number; pages: Pages<MendingPage, [string, number][]>}
  readonly #byTail: {pageOf: (key: string) => number; pages: Pages<MendingPage, [string, number][]>}

  constructor({mending, tails}: {mending: NonNullable<MainIndex['mending']>; tails: NonNullable<MainIndex['tails']>}, origin: Origin) {
    this.#byLength = {pageOf: pagesByKey(mending.begins).pageOf, pages: new Pages(mending, 'mending', origin, openingMending)}
    this.#byTail = {pageOf: pagesByKey(tails.begins).pageOf, pages: new Pages(tails, 'tails', origin, openingMending)}
  }

  candidates(folded: string): Map<string, number> {
    const slips = farthest(folded)
    const {pageOf, pages} = this.#byLength
    const length = folded.length
    const places = [pageOf(lengthKey(folded, length - slips)), pageOf(lengthKey(folded, length + slips) + END)] as const
    // another first letter: changed, left out, one too many, or in the place of the second
    const tails = [folded.slice(1), folded, folded.slice(2), folded.charAt(0) + folded.slice(2)].map((tail) => `.${tail}`)
    const wanted = new Set(tails.map(tailKey))
    const [near = [], others = []] = together([
      () => pages.range(...places).flat(),
      () => together([...wanted].map((key) => () => this.#byTail.pages.get(this.#byTail.pageOf(key)))).flat(),
    ])
    return new Map([...near, ...others.filter(([word]) => wanted.has(tailKey(word)))])
  }
}

function* openingMending({words, levels}: MendingPage): Generator<undefined, [string, number][]> {
  yield undefined
  return words === '' ? [] : words.split(' ').map((word, at) => [word, unpackCount(levels.charAt(at))])
}
