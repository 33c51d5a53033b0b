/** What every structure step needs at hand. */
import type {VFile} from 'vfile'
import type {WordTest} from '../repair/letter-spacing.ts'
import type {TableVocabulary} from '../tables/types.ts'
import type {Root} from '../tree.ts'

export interface Reading {
  root: Root
  file: VFile
  words: WordTest
  tableVocabulary: TableVocabulary
}
