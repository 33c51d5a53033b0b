/**
 * What the reading of one source asks of what all sources teach, and the answers: a reading that would get the same answers
 * again gives the same result, whatever else was learned in the meantime.
 *
 *       «к е п і л д і к   т у р а л ы»      known: «кепілдік»; segment: «кепілдіктуралы» …
 *       «3) Қарғалы ауылы Ақтөбе қаласы …»   cells: «3», «қарғалы», «ауылы», «ақтөбе» …
 */
import type {Knowledge} from './knowledge.ts'
import type {WordTest} from './repair/letter-spacing.ts'
import {wordTest} from './repair/words.ts'
import {cellIndex, cellsOf} from './tables/vocabulary.ts'

/** Each list in the order of asking, nothing twice. */
export interface Questions {
  /** Words of which it was asked whether they are known, or are with an ending. */
  known: string[]
  inflected: string[]
  /** First and second word of pairs, by turns. */
  follows: string[]
  /** Runs of letters to be split. */
  segment: string[]
  /** Parts of texts in which known names and addresses were looked for. */
  cells: string[]
}

/** Takes down what is asked. */
export class Asking {
  private readonly known = new Set<string>()
  private readonly inflected = new Set<string>()
  private readonly follows = new Map<string, Set<string>>()
  private readonly segment = new Set<string>()
  private readonly cells = new Set<string>()

  /** What one knows, taking down what it is asked. */
  words(words: WordTest): WordTest {
    return {
      known: (word) => {
        this.known.add(word)
        return words.known(word)
      },
      inflected: (word) => {
        this.inflected.add(word)
        return words.inflected(word)
      },
      follows: (first, second) => {
        const seconds = this.follows.get(first)
        if (seconds) seconds.add(second)
        else this.follows.set(first, new Set([second]))
        return words.follows(first, second)
      },
      segment: (run) => {
        this.segment.add(run)
        return words.segment(run)
      },
    }
  }

  tables({names, addresses}: Knowledge['tables']): Knowledge['tables'] {
    return {
      names,
      addresses,
      asked: (parts) => {
        for (const part of parts) this.cells.add(part)
      },
    }
  }

  get questions(): Questions {
    return {
      known: [...this.known],
      inflected: [...this.inflected],
      follows: [...this.follows].flatMap(([first, seconds]) => [...seconds].flatMap((second) => [first, second])),
      segment: [...this.segment],
      cells: [...this.cells],
    }
  }
}

/** All answers in one text: the same for two bodies of knowledge that would make a source read alike. */
export function answersTo({known, inflected, follows, segment, cells}: Questions, {words, tables}: Knowledge): string {
  const test = wordTest(words)
  const parts = new Set(cells)
  return JSON.stringify([
    known.map((word) => Number(test.known(word))).join(''),
    inflected.map((word) => Number(test.inflected(word))).join(''),
    follows.flatMap((first, at) => (at % 2 === 0 ? Number(test.follows(first, follows[at + 1]!)) : [])).join(''),
    segment.map((run) => test.segment(run)),
    cellsOf(cellIndex(tables.names), parts),
    cellsOf(cellIndex(tables.addresses), parts),
  ])
}
