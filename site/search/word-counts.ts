/** The words of everything that is indexed, counted while it is read; made a vocabulary when all is read. */
import {foldWord, tokens} from '../../parser/language/stem.ts'
import type {Stemmer} from '../../parser/language/stem.ts'
import {isLatinWord} from '../../parser/language/transliteration.ts'
import {placeOrder, sortKey} from './keys.ts'

export type ShelfName = 'main' | 'offices'

interface Written {
  form: number
  /** Whether it can be shown and learned from: letters only, more than one. */
  word: boolean
  main: number
  offices: number
}

/** Folded words, sorted as in the index, and their terms, numbered in the order in which those words have them. */
export interface SortedWords {
  forms: {folded: string; key: string; shown: string | null; main: number; offices: number; term: number}[]
  terms: {text: string; forms: number[]}[]
  /** By number of a form as `WordCounts` counts it: the number of its term. */
  termOf: Uint32Array
}

const WORD = /^\p{L}{2,}$/u

export class WordCounts {
  readonly #written = new Map<string, Written>()
  readonly #folded: string[] = []
  readonly #numbers = new Map<string, number>()

  /**
   * How often a text has which forms, by number.
   *
   * @param weight how many documents have the text
   */
  read(text: string, shelf: ShelfName, weight: number): Map<number, number> {
    const times = new Map<number, number>()
    for (const {start, end} of tokens(text)) {
      const known = this.#known(text.slice(start, end))
      known[shelf] += weight
      times.set(known.form, (times.get(known.form) ?? 0) + 1)
    }
    return times
  }

  #known(written: string): Written {
    let known = this.#written.get(written)
    if (known === undefined) {
      const folded = foldWord(written)
      let form = this.#numbers.get(folded)
      if (form === undefined) {
        form = this.#folded.push(folded) - 1
        this.#numbers.set(folded, form)
      }
      known = {form, word: WORD.test(written), main: 0, offices: 0}
      this.#written.set(written, known)
    }
    return known
  }

  /** Words as written with how often they stand there, as `learnLexicon` takes them. */
  written(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const [written, {word, main, offices}] of this.#written) if (word) counts.set(written, main + offices)
    return counts
  }

  sorted(stem: Stemmer): SortedWords {
    const entries = this.#folded.map((folded, number) => ({number, folded, key: sortKey(folded)}))
    entries.sort((a, b) => placeOrder(a.key, b.key) || placeOrder(a.folded, b.folded))
    const shown = this.#shown()
    const terms: SortedWords['terms'] = []
    const numbers = new Map<string, number>()
    const termOf = new Uint32Array(this.#folded.length)
    const forms = entries.map(({number, folded, key}, place) => {
      const text = stem(folded)
      let term = numbers.get(text)
      if (term === undefined) {
        term = terms.push({text, forms: []}) - 1
        numbers.set(text, term)
      }
      terms[term]?.forms.push(place)
      termOf[number] = term
      const {word = null, main = 0, offices = 0} = shown[number] ?? {}
      return {folded, key, shown: word, main, offices, term}
    })
    return {forms, terms, termOf}
  }

  /** The words that queries are completed and mended by, by number of the form: names with their capital, others small. */
  #shown(): {word: string; main: number; offices: number; best: number}[] {
    const shown: {word: string; main: number; offices: number; best: number}[] = []
    for (const [written, {form, word, main, offices}] of this.#written) {
      const small = written.toLowerCase()
      if (!word || isLatinWord(small)) continue
      const as = this.#written.has(small) ? small : written === written.toUpperCase() ? written : written.charAt(0) + small.slice(1)
      const entry = (shown[form] ??= {word: as, main: 0, offices: 0, best: 0})
      entry.main += main
      entry.offices += offices
      if (main + offices > entry.best) Object.assign(entry, {word: as, best: main + offices})
    }
    return shown
  }
}
