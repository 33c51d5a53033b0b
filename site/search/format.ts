/**
 * The search indexes as they are published: two JSON files, made once per build and read by browser and terminal.
 *
 * The first holds standards, points and forms, and the language data both need, the words of the offices among them, so that it
 * can tell whether a query needs the second; the second holds the offices.
 */
import type {Options} from 'minisearch'
import type {Audience} from '../../parser/model/index.ts'
import type {PackedIndex} from './packing.ts'

/** Where the files stand under the site's root. */
export const MAIN_INDEX_FILE = 'search/services.json'
export const OFFICE_INDEX_FILE = 'search/offices.json'

export const INDEX_VERSION = 2

/** [«№ 1278, 09.10.2012», ministry or nothing] */
export type ActEntry = [label: string, ministry: string]
/** [id, title, index of the act, group of people, 1 where it is in force] */
export type StandardEntry = [id: string, title: string, act: number, audience: Audience, inForce: 0 | 1]
/** [index of the standard, number, packed lines, index of the topic or -1, packed places of the lines that open an item] */
export type PointEntry = [standard: number, number: string, lines: string, topic: number, items: string]
/** [index of the standard, number of the annex, title, packed lines] */
export type FormEntry = [standard: number, annex: number, title: string, lines: string]
/**
 * [id, name, index of the kind, of the region or -1, place (where the address does not tell), address, telephones, packed acts, 1
 * where one of them is in force]
 */
export type OfficeEntry = [
  id: string,
  name: string,
  kind: number,
  region: number,
  place: string,
  address: string,
  phones: PhoneEntry[],
  acts: string,
  inForce: 0 | 1,
]
/** As printed, where the number to dial follows from that; else with the number, or with nothing where none is certain. */
export type PhoneEntry = string | [text: string, dial: string]

export interface MainIndex {
  version: typeof INDEX_VERSION
  /** Folded lemmas, parted by blanks. */
  lexicon: string
  /** Words as they are shown, the most frequent first, parted by blanks; then those of the offices. */
  words: string
  officeWords: string
  /** Terms of the office index that no such word leads to: abbreviations, slips of the sources. */
  officeTerms: string
  /** What points are about: as shown, and what a match there counts for. */
  topics: [label: string, weight: number][]
  acts: ActEntry[]
  standards: StandardEntry[]
  /** Lines of points and forms, each once. */
  lines: string[]
  points: PointEntry[]
  forms: FormEntry[]
  /** Ids of documents count standards, then points, then forms. */
  index: PackedIndex
}

export interface OfficeIndex {
  version: typeof INDEX_VERSION
  kinds: string[]
  regions: string[]
  offices: OfficeEntry[]
  /** Ids of documents are places in `offices`. */
  index: PackedIndex
}

/** What MiniSearch indexes of a document. */
export interface SearchDocument {
  id: number
  /** What the document is called. */
  title: string
  text: string
  /** What it belongs to: the standard of a point, the region of an office. A match here alone finds nothing. */
  context: string
}

export const FIELDS = ['title', 'text', 'context'] as const
export type FieldName = (typeof FIELDS)[number]

/** Weights of the fields, found by trying on test/search/queries.json. */
export const BOOST: Record<FieldName, number> = {title: 4, text: 1, context: 0.7}

/** Options that writing and reading the index must share. */
export function indexOptions(stem: (word: string) => string, words: (text: string) => string[]): Options<SearchDocument> {
  return {fields: [...FIELDS], tokenize: words, processTerm: stem}
}
