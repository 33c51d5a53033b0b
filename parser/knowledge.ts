/** What sources teach one another: words, and names and addresses of offices. */
import {sumVocabulary, type Vocabulary, type WordCounts} from './language/vocabulary.ts'
import type {InputFormatName} from './model/index.ts'
import type {TableVocabulary} from './tables/types.ts'

/** What a collection of sources teaches about words and about offices. */
export interface Knowledge {
  words: Vocabulary
  tables: TableVocabulary
}

/** What one source teaches before it is parsed. */
export interface Lesson {
  format: InputFormatName | null
  /** Null where it teaches no words: an export holds those of the source that it was made from. */
  words: WordCounts | null
}

/** Whether a source marks its cells: such sources are parsed without the names and addresses that others teach, and teach them. */
export const teachesTables = ({format}: Pick<Lesson, 'format'>): boolean => format !== 'pdf-text'

/** What sources teach together. */
export function knowledgeOf(words: Iterable<WordCounts>, tables: Iterable<TableVocabulary>): Knowledge {
  return {words: sumVocabulary(words), tables: joinTables(tables)}
}

/** Names and addresses that several sources teach. */
export function joinTables(tables: Iterable<TableVocabulary>): TableVocabulary {
  const names = new Set<string>()
  const addresses = new Set<string>()
  for (const one of tables) {
    for (const key of one.names) names.add(key)
    for (const key of one.addresses) addresses.add(key)
  }
  return {names, addresses}
}
