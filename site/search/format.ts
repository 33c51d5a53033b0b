/**
 * The search indexes as they are published: two JSON files, made once per build and read by browser and terminal.
 *
 * The first holds standards, points and forms, and the language data both need; the second the offices, which are loaded
 * apart, when the first answer is already shown.
 */
import type {AsPlainObject, Options} from 'minisearch'

/** Where the files stand under the site's root. */
export const MAIN_INDEX_FILE = 'search/services.json'
export const OFFICE_INDEX_FILE = 'search/offices.json'

export const INDEX_VERSION = 1

/** [id, title, «№ 1278, 09.10.2012»] */
export type StandardEntry = [id: string, title: string, act: string]
/** [index of the standard, number, text, what it is about or nothing] */
export type PointEntry = [standard: number, number: string, text: string, topic: string]
/** [index of the standard, number of the annex, title, text] */
export type FormEntry = [standard: number, annex: number, title: string, text: string]
/** [id, name, place, address, telephones] */
export type OfficeEntry = [id: string, name: string, place: string, address: string, phones: string]

export interface MainIndex {
  version: typeof INDEX_VERSION
  /** Folded lemmas, parted by blanks. */
  lexicon: string
  /** Words as they are shown, the most frequent first, parted by blanks. */
  words: string
  standards: StandardEntry[]
  points: PointEntry[]
  forms: FormEntry[]
  /** MiniSearch; ids of documents count standards, then points, then forms. */
  index: AsPlainObject
}

export interface OfficeIndex {
  version: typeof INDEX_VERSION
  words: string
  offices: OfficeEntry[]
  /** MiniSearch; ids of documents are places in `offices`. */
  index: AsPlainObject
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
