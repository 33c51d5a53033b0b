/** Makes the search indexes out of published data. Pure: writing the files is for others. */
import MiniSearch from 'minisearch'
import {createStemmer, foldWord, learnLexicon, tokens} from '../../parser/language/stem.ts'
import type {Stemmer} from '../../parser/language/stem.ts'
import {isLatinWord} from '../../parser/language/transliteration.ts'
import type {Office, Resolution, Standard} from '../../parser/model/index.ts'
import {mainEntries, officeEntries} from './documents.ts'
import {indexOptions, INDEX_VERSION} from './format.ts'
import type {MainIndex, OfficeIndex, SearchDocument} from './format.ts'
import {packIndex} from './packing.ts'
import type {PackedIndex} from './packing.ts'

export interface SearchData {
  standards: readonly Standard[]
  resolutions: readonly Resolution[]
  offices: readonly Office[]
}

/** Both indexes, ready for `JSON.stringify`. The same data give the same bytes. */
export function buildSearchIndexes({standards, resolutions, offices}: SearchData): {main: MainIndex; offices: OfficeIndex} {
  const {documents, ...entries} = mainEntries(standards, resolutions)
  const {documents: placeDocuments, ...places} = officeEntries(offices, standards, resolutions)
  const mainWords = countWords(documents)
  const officeWords = countWords(placeDocuments)
  const lexicon = learnLexicon(merge(mainWords, officeWords))
  const stem = createStemmer(lexicon)
  const placeIndex = indexOf(placeDocuments, stem)
  const shown = shownWords(officeWords)
  const told = new Set(shown.split(' ').map((word) => stem(foldWord(word))))
  return {
    main: {
      version: INDEX_VERSION,
      lexicon: lexicon.join(' '),
      words: shownWords(mainWords),
      officeWords: shown,
      officeTerms: placeIndex.terms
        .split(' ')
        .filter((term) => !told.has(term) && !DIGITS.test(term))
        .join(' '),
      ...entries,
      index: indexOf(documents, stem),
    },
    offices: {version: INDEX_VERSION, ...places, index: placeIndex},
  }
}

const DIGITS = /^\d/u

function indexOf(documents: readonly SearchDocument[], stem: Stemmer): PackedIndex {
  const index = new MiniSearch<SearchDocument>(indexOptions(stem, wordsOf))
  index.addAll(documents)
  return packIndex(index.toJSON())
}

function wordsOf(text: string): string[] {
  return tokens(text).map(({word}) => word)
}

const WORD = /\p{L}{2,}/gu

/** Words as written, capitals kept, with how often they stand there. */
function countWords(documents: readonly SearchDocument[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {title, text, context} of documents) {
    for (const [word] of `${title}\n${text}\n${context}`.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

function merge(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Map<string, number> {
  const sum = new Map(one)
  for (const [word, count] of other) sum.set(word, (sum.get(word) ?? 0) + count)
  return sum
}

/** The words that queries are completed and corrected by, one for each folded form: names with their capital, others small. */
function shownWords(counts: ReadonlyMap<string, number>): string {
  const shown = new Map<string, {word: string; best: number; count: number}>()
  for (const [written, count] of counts) {
    if (isLatinWord(written.toLowerCase())) continue
    const small = written.toLowerCase()
    const word = counts.has(small) ? small : written === written.toUpperCase() ? written : written.charAt(0) + small.slice(1)
    const folded = foldWord(written)
    const entry = shown.get(folded)
    if (entry === undefined) shown.set(folded, {word, best: count, count})
    else {
      entry.count += count
      if (count > entry.best) Object.assign(entry, {word, best: count})
    }
  }
  return [...shown.values()]
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({word}) => word)
    .join(' ')
}
