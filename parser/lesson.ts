/** What one source teaches, apart from the reading, which takes longer to load than a source to be learned from. */
import type {SourceInput} from './index.ts'
import type {Lesson} from './knowledge.ts'
import {countWords} from './language/vocabulary.ts'
import {decodeInput} from './read/input.ts'

/** What a source teaches before it is parsed. */
export function lessonOf(input: SourceInput): Lesson {
  const {text, format} = decodeInput(input)
  return {format, words: format === 'akn' ? null : countWords(text)}
}
