/**
 * How the words of a query are understood, in one of four ways, tried in this order:
 * 1. its stem is in the index («жәрдемақыларды», «жардемакы», «jardemaqy» → «жәрдемақы»);
 * 2. it begins words that are («зейнет» → «зейнетақы»); the last word, still being typed, is completed as well unless
 *    it is a whole word already;
 * 3. it is a slip away from words that are («зейнеттақы»): these are searched for instead, and the answer says so;
 * 4. otherwise it is missing, and the answer says that too.
 */
import {foldWord, tokens} from '../../parser/language/stem.ts'
import {nounsOfParticiple, nounsOfVerb} from '../../parser/language/verb-forms.ts'
import {relatedWords} from './glossary.ts'
import {together} from './pages.ts'
import {MENDED} from './rank.ts'
import type {QueryWord, WeightedTerm} from './rank.ts'
import {nearest} from './typos.ts'
import {documentsOf} from './vocabulary.ts'
import type {Term, Vocabulary} from './vocabulary.ts'

export interface Reading {
  exact?: boolean
  /** The last word may go on, even where it is a whole one. */
  typing?: boolean
}

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

/** What a match counts for, by how the word was understood; mended ones see rank.ts. */
const EXACT = 1
const COMPLETED = 0.4
/** Another word for the same thing. */
const RELATED = 0.65
/** While the word is being typed, what it begins may well be meant. */
const TYPED = 0.9

export class Reader {
  readonly #vocabulary: Vocabulary
  readonly #documents: () => number

  /** @param documents how many there are in all */
  constructor(vocabulary: Vocabulary, documents: () => number) {
    this.#vocabulary = vocabulary
    this.#documents = documents
  }

  /** The words of a query that tell something, as they are understood. */
  read(query: string, reading: Reading): QueryWord[] {
    const typed = tokens(query).slice(0, MOST_WORDS)
    const telling = typed.filter(({word}) => !STOP_WORDS.has(foldWord(word)))
    const words = telling.length > 0 ? telling : typed
    return together(
      words.map(({word, start, end}) => () => {
        const last = word === typed.at(-1)?.word && !/\s$/u.test(query)
        return {typed: word, start, end, ...this.#understand(word, last, reading)}
      }),
    )
  }

  #understand(typed: string, last: boolean, {exact = false, typing = false}: Reading): Understood {
    const vocabulary = this.#vocabulary
    const folded = foldWord(typed)
    const terms = new Map<string, WeightedTerm>()
    let documents = 0
    const take = (term: Term | undefined, weight: number): void => {
      if (term === undefined || terms.has(term.text)) return
      terms.set(term.text, {term, weight})
      documents += documentsOf(term)
    }
    take(vocabulary.term(typed), EXACT)
    if (!exact) {
      // Participles stand in the texts themselves and then mean the same; other forms only where nothing else is known.
      const related = relatedWords(folded)
      const [relatedTerms = [], spelled = []] = together([
        () => together(related.map((one) => () => vocabulary.term(one))),
        () => together(otherSpellings(folded).map((one) => () => vocabulary.term(one))),
      ])
      for (const term of relatedTerms) take(term, RELATED)
      const nouns = documents === 0 ? nounsOfVerb(folded) : nounsOfParticiple(folded)
      for (const term of together(nouns.map((noun) => () => (vocabulary.begins(noun) ? vocabulary.term(noun) : undefined))))
        take(term, RELATED)
      for (const term of spelled) take(term, EXACT)
    }
    if (documents === 0 || (last && (typing || !vocabulary.shows(folded)))) {
      const before = documents
      const completions = vocabulary.completions(folded)
      // while typing, the more frequent word is the likelier; search itself favours the rare ones
      const most = typing ? Math.max(...completions.map(documentsOf)) : 0
      for (const one of completions) take(one, typing ? TYPED * (Math.log1p(documentsOf(one)) / Math.log1p(most)) ** 2 : COMPLETED)
      if (before > 0) documents = before
    }
    let mended: string | null = null
    if (documents === 0 && !exact) {
      const candidates = this.#nearest(folded)
      for (const {term} of candidates) take(term, MENDED)
      mended = candidates[0]?.shown ?? null
    }
    return {terms, mended, telling: this.#telling(documents)}
  }

  /** The word as one meant otherwise, where it was never seen as it is typed; unchanged where it was, or nothing is near. */
  mend(word: QueryWord): QueryWord {
    const folded = foldWord(word.typed)
    const candidates = word.mended !== null || this.#vocabulary.shows(folded) ? [] : this.#nearest(folded)
    const [best] = candidates
    if (best === undefined) return word
    const terms = new Map(candidates.map(({term}) => [term.text, {term, weight: MENDED}]))
    return {...word, terms, mended: best.shown, telling: this.#telling(documentsOf(best.term))}
  }

  /** Words that may be meant, the nearest first. */
  #nearest(folded: string): {term: Term; shown: string}[] {
    const near = nearest(folded, this.#vocabulary.candidates(folded))
    const words = together(near.map((one) => () => this.#vocabulary.word(one)))
    return words.flatMap((word) => (word === undefined ? [] : [{term: word.term, shown: word.shown ?? word.folded}]))
  }

  #telling(documents: number): number {
    return Math.log(1 + this.#documents() / Math.max(1, documents))
  }
}

type Understood = Omit<QueryWord, 'typed' | 'start' | 'end'>
