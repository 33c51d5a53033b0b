/** The words that decide in the repairs, out of the vocabulary learned from the sources. */
import {foldLookAlikes} from '../language/alphabet.ts'
import {agrees, ANY} from '../language/suffixes.ts'
import {segment, type Vocabulary} from '../language/vocabulary.ts'
import type {WordTest} from './letter-spacing.ts'

const ENDINGS = new Set(ANY)
const LONGEST_ENDING = 5

/** A test of words on a vocabulary; answers are remembered. */
export function wordTest(vocabulary: Vocabulary): WordTest {
  const known = new Map<string, boolean>()
  return {
    known(word) {
      const remembered = known.get(word)
      if (remembered !== undefined) return remembered
      const answer = vocabulary.words.has(foldLookAlikes(word).toLowerCase())
      known.set(word, answer)
      return answer
    },
    inflected(word) {
      const folded = foldLookAlikes(word).toLowerCase()
      for (let length = 1; length <= LONGEST_ENDING && length < folded.length - 1; length++) {
        const ending = folded.slice(-length)
        const stem = folded.slice(0, -length)
        if (ENDINGS.has(ending) && vocabulary.words.has(stem) && agrees(stem, ending)) return true
      }
      return false
    },
    follows: (first, second) => vocabulary.pairs.has(`${foldLookAlikes(first).toLowerCase()} ${foldLookAlikes(second).toLowerCase()}`),
    segment: (run) => segment(run, vocabulary),
  }
}
