/**
 * Makes the search index, source by source: of a standard no text is kept until the end, only where its words stand.
 *
 *     const builder = new SearchIndexBuilder((path, text) => files.set(path, text))
 *     for (const {resolution, standards} of sources) builder.add(resolution, standards)
 *     builder.addOffices(offices)
 *     builder.finish()
 */
import {createHash} from 'node:crypto'
import {createStemmer, learnLexicon} from '../../parser/language/stem.ts'
import type {Audience, Office, Resolution, Standard} from '../../parser/model/index.ts'
import {compareText} from '../prepare/lists.ts'
import {ministryOf} from '../prepare/ministries.ts'
import {officeDocument, officeRecord, standardDocuments, topicEntries} from './documents.ts'
import type {OfficeRecord} from './documents.ts'
import {INDEX_VERSION, MAIN_INDEX_FILE, OFFICE_INDEX_FILE, pagePath} from './format.ts'
import type {ActEntry, MainIndex, OfficeIndex, OfficePage, PostingsPage, StandardList, Table} from './format.ts'
import {Occurrences} from './occurrences.ts'
import {officePages, orderOffices, phonePages} from './office-pages.ts'
import {packNumbers} from './packing.ts'
import {TextPages} from './text-pages.ts'
import {mendingPages, vocabularyPages} from './vocabulary-pages.ts'
import type {Pages} from './vocabulary-pages.ts'
import {WordCounts} from './word-counts.ts'

/** Sizes of what is published, in characters of JSON: of texts about a quarter is left when they are gzipped, of postings two thirds. */
export interface Limits {
  /** Up to so many of texts of standards, and of offices, everything lies in the index files themselves. */
  whole: {texts: number; offices: number}
  /** Beyond that, what a page holds, if what stands on it can be parted. */
  page: {words: number; postings: number; texts: number; offices: number}
}

export const LIMITS: Limits = {
  whole: {texts: 1_500_000, offices: 800_000},
  page: {words: 24_000, postings: 16_000, texts: 10_000, offices: 4_000},
}

/** Takes a finished file: path under the site's root, and content. */
export type WriteFile = (path: string, text: string) => void

export class SearchIndexBuilder {
  readonly #write: WriteFile
  readonly #limits: Limits
  readonly #words = new WordCounts()
  readonly #main = new Occurrences(this.#words, 'main')
  readonly #places = new Occurrences(this.#words, 'offices')
  readonly #acts: ActEntry[] = []
  readonly #standards: {id: string; title: string; act: number; audience: Audience; inForce: boolean; forms: number; topics: number[]}[] =
    []
  readonly #standardOf = new Map<string, {act: number; inForce: boolean}>()
  readonly #offices: OfficeRecord[] = []
  readonly #hash = createHash('sha256')
  readonly #texts: TextPages
  /** Pages that wait for the name of the edition. */
  readonly #waiting: [path: string, json: string][] = []

  constructor(write: WriteFile, limits: Limits = LIMITS) {
    this.#write = write
    this.#limits = limits
    this.#texts = new TextPages(limits.whole.texts, limits.page.texts, (place, json) => {
      this.#hash.update(json)
      write(pagePath(MAIN_INDEX_FILE, 'texts', place), json)
    })
  }

  /** Takes in a resolution and the standards it approves; null for standards whose resolution is not known. */
  add(resolution: Resolution | null, standards: readonly Standard[]): void {
    const act = resolution === null ? -1 : this.#acts.length
    const label = resolution === null ? '' : `№ ${resolution.number}, ${resolution.date.split('-').reverse().join('.')}`
    if (resolution !== null) this.#acts.push([label, ministryOf(resolution, [...standards]) ?? ''])
    for (const standard of standards) {
      const {id, title, facts, legalStatus, status} = standard
      const inForce = legalStatus === 'in-force' && status === 'included'
      const {points, forms, documents, contexts} = standardDocuments(standard, label, resolution?.title ?? '')
      for (const document of documents) this.#main.add(document.title, document.text)
      this.#main.addContext(contexts[0], 1)
      this.#main.addContext(contexts[1], documents.length - 1)
      this.#texts.add(id, title, {points, forms})
      this.#standardOf.set(id, {act, inForce})
      const topics = points.map(({topic}) => topic + 1)
      this.#standards.push({id, title, act, audience: facts.audience ?? 'other', inForce, forms: forms.length, topics})
    }
  }

  /** Takes in offices, in any order, when the standards that name them are there. */
  addOffices(offices: Iterable<Office>): void {
    for (const office of offices) {
      const record = officeRecord(office, (standard) => this.#standardOf.get(standard))
      if (record !== null) this.#offices.push(record)
    }
  }

  /** Writes what is not written yet. The same data, added in the same order, give the same bytes. */
  finish(): void {
    const offices = orderOffices(this.#offices, this.#acts)
    const ordered = offices.list.flatMap(({offices: own}) => own)
    for (const {context, offices: own} of offices.list) {
      for (const document of own.map(officeDocument)) this.#places.add(document.title, document.text)
      this.#places.addContext(context, own.length)
    }
    const entries = this.#officeEntries(ordered)
    const whole = this.#texts.whole && entries.whole

    const lexicon = learnLexicon(this.#words.written())
    const words = this.#words.sorted(createStemmer(new Set(lexicon)))
    const main = this.#postings(MAIN_INDEX_FILE, this.#main.postings(words.termOf, words.terms.length), this.#texts.whole)
    const places = this.#postings(OFFICE_INDEX_FILE, this.#places.postings(words.termOf, words.terms.length), entries.whole)
    const limit = whole ? Infinity : this.#limits.page.words
    const mending = whole ? null : mendingPages(words, limit)
    const index: MainIndex = {
      version: INDEX_VERSION,
      edition: '',
      topics: topicEntries(),
      acts: this.#acts,
      ...this.#standardList(),
      vocabulary: this.#table(MAIN_INDEX_FILE, 'vocabulary', vocabularyPages(words, main.counts, places.counts, lexicon, limit), whole),
      mending: mending && this.#table(MAIN_INDEX_FILE, 'mending', mending.byLength, false),
      tails: mending && this.#table(MAIN_INDEX_FILE, 'tails', mending.byTail, false),
      postings: main.table,
      texts: this.#texts.finish(),
    }
    const {regions, ministries, classes, groups} = offices
    const officeIndex: OfficeIndex = {
      version: INDEX_VERSION,
      edition: '',
      regions,
      ministries,
      classes,
      groups,
      postings: places.table,
      entries: entries.table,
      phones: entries.whole ? null : this.#table(OFFICE_INDEX_FILE, 'phones', phonePages(ordered, this.#limits.page.words), false),
    }
    this.#writeAll(index, officeIndex)
  }

  #writeAll(index: MainIndex, offices: OfficeIndex): void {
    for (const one of [index, offices]) this.#hash.update(JSON.stringify(one))
    for (const [path, json] of this.#waiting) this.#hash.update(path).update(json)
    const edition = this.#hash.digest('hex').slice(0, EDITION_LENGTH)
    for (const [path, json] of this.#waiting) this.#write(path, `{"edition":"${edition}","page":${json}}`)
    this.#write(MAIN_INDEX_FILE, JSON.stringify({...index, edition}))
    this.#write(OFFICE_INDEX_FILE, JSON.stringify({...offices, edition}))
  }

  /** Pages in the index itself, where it is whole; else as files. */
  #table<Page>(file: string, name: string, {begins, pages}: Pages<Page>, whole: boolean): Table<Page> {
    if (whole) return {begins, pages}
    for (const [place, page] of pages.entries()) this.#waiting.push([pagePath(file, name, place), JSON.stringify(page)])
    return {begins}
  }

  #postings(
    file: string,
    postings: Iterable<{posting: string; documents: number}>,
    whole: boolean,
  ): {table: Table<PostingsPage>; counts: number[]} {
    const counts: number[] = []
    const pages: PostingsPage[] = []
    const steps: number[] = []
    let open: string[] = []
    let filled = 0
    const close = (): void => {
      pages.push({postings: open.join(' ')})
      steps.push(open.length)
      open = []
      filled = 0
    }
    for (const {posting, documents} of postings) {
      if (!whole && open.length > 0 && filled + posting.length > this.#limits.page.postings) close()
      counts.push(documents)
      open.push(posting)
      filled += posting.length + 1
    }
    close()
    return {counts, table: this.#table(file, 'postings', {begins: packNumbers(steps.slice(0, -1)), pages}, whole)}
  }

  #officeEntries(offices: readonly OfficeRecord[]): {table: Table<OfficePage>; whole: boolean} {
    const size = offices.reduce((sum, {entry}) => sum + JSON.stringify(entry).length, 0)
    const whole = size <= this.#limits.whole.offices
    const pages = [...officePages(offices, whole ? Infinity : this.#limits.page.offices)]
    const begins = packNumbers(pages.slice(0, -1).map(({offices: own}) => own.length))
    return {whole, table: this.#table(OFFICE_INDEX_FILE, 'entries', {begins, pages}, whole)}
  }

  #standardList(): {audiences: Audience[]; standards: StandardList} {
    const all = this.#standards
    const audiences = [...new Set(all.map(({audience}) => audience))].sort()
    const sorted = [...all.entries()].sort(([a, {title}], [b, {title: other}]) => compareText(title, other) || a - b)
    const order: number[] = []
    for (const [place, [at]] of sorted.entries()) order[at] = place
    return {
      audiences,
      standards: {
        ids: all.map(({id}) => id).join(' '),
        acts: packNumbers(all.map(({act}) => act + 1)),
        audiences: packNumbers(all.map(({audience}) => audiences.indexOf(audience))),
        inForce: packNumbers(all.map(({inForce}) => (inForce ? 1 : 0))),
        points: packNumbers(all.map(({topics}) => topics.length)),
        forms: packNumbers(all.map(({forms}) => forms)),
        topics: packNumbers(all.flatMap(({topics}) => topics)),
        order: packNumbers(order),
      },
    }
  }
}

/** Sixteen digits: no two editions that a browser may hold are called the same. */
const EDITION_LENGTH = 16
