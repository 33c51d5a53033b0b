/**
 * The search index as it is published, made once per build and read by browser and terminal.
 *
 * It is a few sorted tables, cut into pages. Where there are few data, each table is one page and lies in the index file itself;
 * where there are many, pages are files of their own, and the index file says only what each page begins with, so that an answer
 * is read out of the few pages it needs (docs/search.md). Reading is the same for both.
 *
 * `search/services.json` holds what is known of standards, points and forms, and the words of everything, those of the offices
 * among them; so it can tell whether a query needs `search/offices.json`.
 */
import type {Audience} from '../../parser/model/index.ts'

/** Where the files stand under the site's root; the pages of each lie in a folder beside it. */
export const MAIN_INDEX_FILE = 'search/services.json'
export const OFFICE_INDEX_FILE = 'search/offices.json'

export const INDEX_VERSION = 3

/** Where a page of a table lies: `search/services/postings-3.json`. */
export function pagePath(index: string, table: string, page: number): string {
  return `${index.replace(/\.json$/u, '')}/${table}-${String(page)}.json`
}

/**
 * A table in pages.
 *
 *     begins «ба жар» of a table of words: what is sorted before «ба» stands on page 0, what follows «жар» on page 2
 */
export interface Table<Page> {
  /** What each page after the first begins with: keys parted by blanks, or for tables by number packed steps (packing.ts). */
  begins: string
  /** The pages where they lie in the index file itself; else page 3 of «postings» is the file `search/services/postings-3.json`. */
  pages?: Page[]
}

/** A page as a file of its own. */
export interface PageFile<Page> {
  /** The index it belongs to; text pages are written before it is known and have none. */
  edition?: string
  page: Page
}

/** Words and what is known of them; sorted by `sortKey` (keys.ts) of the folded word. */
export interface VocabularyPage {
  /**
   * Words as they are shown, parted by blanks: names with their capital. What no query is completed or mended by (numbers, words in
   * Latin letters) stands folded behind «=».
   */
  words: string
  /** For each word one sign: how often it stands there (packing.ts, `levelOfCount`). */
  levels: string
  /** For each word a packed number: its term (vocabulary.ts). */
  refs: string
  /** Number of the first term that no earlier page has. */
  first: number
  /** For each such term, in the order they come: how many letters its first word has more, and one; 0 for one of `irregular`. */
  cuts: string
  /** Terms that their first word does not begin with, parted by blanks. */
  irregular: string
  /** In how many documents each stands: of the main index, of the offices; packed pairs. */
  counts: string
  /** Of these terms the words that stand on other pages. */
  elsewhere: [place: number, words: string][]
  /** Terms of earlier pages that words here have, or that are sorted in here. */
  others: OtherTerm[]
  /** Which of the words are lemmas: packed steps. */
  lemmas: string
  /** Folded lemmas that are sorted in here and are no words, parted by blanks. */
  otherLemmas: string
}
export type OtherTerm = [number: number, text: string, main: number, offices: number, elsewhere: string]

/** Folded words by which queries are mended: by first letter and length, or by what follows the first letter. */
export interface MendingPage {
  words: string
  levels: string
}

/** For each term its documents (packing.ts), parted by blanks; nothing where it has none. */
export interface PostingsPage {
  postings: string
}

/** What is shown of standards. */
export interface TextPage {
  /** Id of the first standard. */
  first: string
  /** Lines of points and forms, each once. */
  lines: string[]
  standards: StandardTexts[]
}
export type StandardTexts = [
  title: string,
  points: [number: string, lines: string, items: string][],
  forms: [annex: number, title: string, lines: string][],
]

/** [id, name, kind, place (where the address does not tell), address, telephones] */
export type OfficeEntry = [id: string, name: string, kind: string, place: string, address: string, phones: PhoneEntry[]]
/** As printed, where the number to dial follows from that; else with the number, or with nothing where none is certain. */
export type PhoneEntry = string | [text: string, dial: string]

export interface OfficePage {
  offices: OfficeEntry[]
}

/** Endings of telephone numbers, sorted, and the offices that have them. */
export interface PhonePage {
  digits: string
  /** Packed. */
  offices: string
}

/** [«№ 1278, 09.10.2012», ministry or nothing] */
export type ActEntry = [label: string, ministry: string]

/** What is known of every standard, in the order of the data; all but the ids packed numbers. */
export interface StandardList {
  /** Parted by blanks. */
  ids: string
  /** Place in `acts` and one; 0 where there is none. */
  acts: string
  /** Place in `audiences`. */
  audiences: string
  /** 1 where it is in force. */
  inForce: string
  /** How many points and forms it has. */
  points: string
  forms: string
  /** For each point of each: place in `topics` and one; 0 where it has none. */
  topics: string
  /** Place in the order of the alphabet. */
  order: string
}

export interface MainIndex {
  version: typeof INDEX_VERSION
  /** Changes with the data. */
  edition: string
  topics: [label: string, weight: number][]
  audiences: Audience[]
  acts: ActEntry[]
  standards: StandardList
  vocabulary: Table<VocabularyPage>
  /** By first letter and length, and by what follows the first letter; nothing where the vocabulary is one page. */
  mending: Table<MendingPage> | null
  tails: Table<MendingPage> | null
  /** By number of the term. Documents: a standard, its points, its forms, the next standard. */
  postings: Table<PostingsPage>
  /** By number of the standard. */
  texts: Table<TextPage>
}

export interface OfficeIndex {
  version: typeof INDEX_VERSION
  edition: string
  regions: string[]
  ministries: string[]
  /** By what else offices are filtered: packed places of the ministries of the acts that name them, 1 where one of them is in force. */
  classes: [ministries: string, inForce: 0 | 1][]
  /** Neighbours that have all of this in common: how many they are, place of the region and one, place of the class. Packed. */
  groups: {sizes: string; regions: string; classes: string}
  postings: Table<PostingsPage>
  /** By number of the office. */
  entries: Table<OfficePage>
  /** Nothing where the entries are one page. */
  phones: Table<PhonePage> | null
}

export const FIELDS = ['title', 'text', 'context'] as const

/** Weights of the fields, found by trying on test/search/queries.json. */
export const BOOST: readonly number[] = [4, 1, 0.7]
