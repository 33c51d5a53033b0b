/** Where the words of a shelf stand, noted document by document in a few numbers each. */
import {FIELDS} from './format.ts'
import {packPosting} from './packing.ts'
import {levelOf} from './scoring.ts'
import type {ShelfName, WordCounts} from './word-counts.ts'

const [TITLE, TEXT, CONTEXT] = FIELDS.keys() as unknown as [number, number, number]
const MOST_TIMES = 0xffff

export class Occurrences {
  readonly #words: WordCounts
  readonly #shelf: ShelfName
  #size = 0
  #forms = new Uint32Array(1024)
  /** Document; of the context, group. */
  #places = new Uint32Array(1024)
  #fields = new Uint8Array(1024)
  #times = new Uint16Array(1024)
  /** By field: how many different words each document or group has. */
  readonly #lengths: number[][] = FIELDS.map(() => [])
  readonly #groups: number[] = []

  constructor(words: WordCounts, shelf: ShelfName) {
    this.#words = words
    this.#shelf = shelf
  }

  /** Takes in the next document. */
  add(title: string, text: string): void {
    this.#note(title, TITLE, 1)
    this.#note(text, TEXT, 1)
  }

  /** Takes in what the next so many documents of those without a context belong to. */
  addContext(text: string, documents: number): void {
    this.#groups.push(documents)
    this.#note(text, CONTEXT, documents)
  }

  #note(text: string, field: number, weight: number): void {
    const times = this.#words.read(text, this.#shelf, weight)
    const lengths = this.#lengths[field] ?? []
    const place = lengths.push(times.size) - 1
    if (this.#size + times.size > this.#forms.length) this.#grow(this.#size + times.size)
    for (const [form, count] of times) {
      this.#forms[this.#size] = form
      this.#places[this.#size] = place
      this.#fields[this.#size] = field
      this.#times[this.#size] = Math.min(count, MOST_TIMES)
      this.#size++
    }
  }

  #grow(least: number): void {
    const size = Math.max(least, this.#forms.length * 2)
    const grown = <List extends Uint8Array | Uint16Array | Uint32Array>(list: List, larger: List): List => {
      larger.set(list)
      return larger
    }
    this.#forms = grown(this.#forms, new Uint32Array(size))
    this.#places = grown(this.#places, new Uint32Array(size))
    this.#fields = grown(this.#fields, new Uint8Array(size))
    this.#times = grown(this.#times, new Uint16Array(size))
  }

  get #documents(): number {
    return this.#lengths[TITLE]?.length ?? 0
  }

  /** Mean length of each field, over all documents. */
  #means(): number[] {
    return this.#lengths.map((lengths, field) => {
      const sum = lengths.reduce((all, length, place) => all + length * (field === CONTEXT ? (this.#groups[place] ?? 0) : 1), 0)
      return Math.round((sum / Math.max(1, this.#documents)) * 1000) / 1000
    })
  }

  /**
   * For each term in order: its documents, packed, and how many they are in the field where they are most.
   *
   * @param termOf term by number of the form
   */
  *postings(termOf: Uint32Array, terms: number): Generator<{posting: string; documents: number}> {
    const means = this.#means()
    const starts = new Uint32Array(terms + 1)
    for (let at = 0; at < this.#size; at++) starts[(termOf[this.#forms[at] ?? 0] ?? 0) + 1]! += 1
    for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term] ?? 0
    const order = new Uint32Array(this.#size)
    const next = starts.slice()
    for (let at = 0; at < this.#size; at++) order[next[termOf[this.#forms[at] ?? 0] ?? 0]!++] = at
    for (let term = 0; term < terms; term++) {
      const fields = FIELDS.map(() => ({ids: [] as number[], times: [] as number[]}))
      // noted in the order of the documents; forms of one term in one field stand together
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
        const place = order[at] ?? 0
        const {ids, times} = fields[this.#fields[place] ?? 0] as (typeof fields)[number]
        const id = this.#places[place] ?? 0
        if (ids.at(-1) === id) times[times.length - 1]! += this.#times[place] ?? 0
        else {
          ids.push(id)
          times.push(this.#times[place] ?? 0)
        }
      }
      const packed = fields.map(({ids, times}, field) => ({
        ids,
        levels: times.map((count, at) => levelOf(count, this.#lengths[field]?.[ids[at] ?? 0] ?? 0, means[field] ?? 1)),
        documents: field === CONTEXT ? ids.reduce((sum, group) => sum + (this.#groups[group] ?? 0), 0) : ids.length,
      }))
      const documents = Math.max(...packed.map((one) => one.documents))
      yield {posting: documents === 0 ? '' : packPosting(packed), documents}
    }
  }
}
