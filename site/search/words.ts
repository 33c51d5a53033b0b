/** The words a searcher knows: what queries are read, completed and corrected by. */
import {foldWord} from '../../parser/language/stem.ts'
import type {Stemmer} from '../../parser/language/stem.ts'

/** Completions of a word that are looked up, and the shortest beginning they are looked up for. */
const COMPLETIONS = 24
const PREFIX_FROM = 3
/** Words that are taken in at one go. */
const PORTION = 200

export class KnownWords {
  /** Folded → as shown; in the order of frequency within each list that was added. */
  readonly shown = new Map<string, string>()
  /** Folded words in alphabetical order, for finding beginnings. */
  #sorted: string[] = []
  readonly #stem: Stemmer

  constructor(stem: Stemmer) {
    this.#stem = stem
  }

  /** Adds a published list of words (parted by blanks, the most frequent first), in portions (portions.ts). */
  *adding(words: string): Generator<undefined, void> {
    for (const [place, word] of words.split(' ').entries()) {
      if (place % PORTION === PORTION - 1) yield undefined
      if (word === '') continue
      const folded = foldWord(word)
      if (!this.shown.has(folded)) this.shown.set(folded, word)
    }
    yield undefined
    this.#sorted = [...this.shown.keys()].sort()
  }

  /** Folded words that begin so, alphabetically. */
  beginning(prefix: string): string[] {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? '') < prefix) low = middle + 1
      else high = middle
    }
    let end = low
    while (this.#sorted[end]?.startsWith(prefix) === true) end++
    return this.#sorted.slice(low, end)
  }

  /** Stems of the words that begin so; none for beginnings too short to mean anything. */
  completions(prefix: string): string[] {
    if (prefix.length < PREFIX_FROM) return []
    const stems = new Set<string>()
    for (const word of this.beginning(prefix)) {
      stems.add(this.#stem(word))
      if (stems.size === COMPLETIONS) break
    }
    return [...stems]
  }
}
