/**
 * How much two parts say the same: words they share, rare words counting more than those that stand everywhere.
 *
 *     жеке басын куәландыратын құжаттың көшірмесі      өтініш берушінің жеке басын куәландыратын құжат      0.6
 */
import {wholeText, type Part} from './document.ts'
import {createStemmer} from '../language/stem.ts'
import {wordKeys} from './words.ts'

/** «құжаттың» and «құжат» are one word here. */
const stem = createStemmer([])
const stemsOf = (text: string): string[] => wordKeys(text).map(stem)

/** Words of a part, as numbers in rising order, a word that stands twice twice. */
interface Bag {
  words: Int32Array
  weight: number
}

/** Weight of a word that stands once. */
const RARE = 1000
/** In looking for parts that are near: so many of the rarest words of each, and so many parts of each word. */
const TELLING_WORDS = 64
const MOST_HOLDERS = 128

export class Similarity {
  private readonly numbers = new Map<string, number>()
  private readonly weights: number[] = []
  private readonly bags = new Map<Part, Bag>()

  /**
   * Tables of offices are left out of the counting, they would drown the text.
   *
   * @param roots the documents whose words are counted
   * @param common what counts as common: `each`, a word that stands often in a document; `all`, one that stands in many of them
   */
  constructor(roots: readonly Part[], common: 'each' | 'all' = 'each') {
    const counts: number[] = []
    const count = (part: Part): void => {
      if (part.part === 'row') return
      for (const key of stemsOf(part.text)) {
        let number = this.numbers.get(key)
        if (number === undefined) this.numbers.set(key, (number = this.numbers.size))
        counts[number] = (counts[number] ?? 0) + 1
      }
      part.children.forEach(count)
    }
    roots.forEach(count)
    const share = common === 'each' ? roots.length : 1
    // Whole numbers, so that a sum is the same in any order.
    for (const times of counts) this.weights.push(Math.round(RARE / (1 + Math.log2(Math.max(1, times / share)))))
  }

  /** 0 to 1. */
  of(a: Part, b: Part): number {
    const [one, other] = [this.bagOf(a), this.bagOf(b)]
    const whole = one.weight + other.weight
    if (whole === 0) return 1
    if (one.weight === 0 || other.weight === 0) return 0
    const shared = this.shared(one, other)
    // What was made longer still says what it said.
    return (((2 * shared) / whole) * 2 + shared / Math.min(one.weight, other.weight)) / 3
  }

  /**
   * For each part the places of others that share most of its rare words; all others where there are no more than wanted.
   * The work grows with the number of parts, not with its square.
   */
  nearest(parts: readonly Part[], most: number): number[][] {
    if (parts.length <= most + 1) return parts.map((_, at) => [...parts.keys()].filter((other) => other !== at))
    const words = parts.map((part) => new Set(this.bagOf(part).words))
    const holders = new Map<number, number[]>()
    for (const [at, own] of words.entries()) {
      for (const word of own) {
        const others = holders.get(word)
        if (others) others.push(at)
        else holders.set(word, [at])
      }
    }
    const rarity = (word: number) => holders.get(word)!.length
    return words.map((own, at) => {
      const shared = new Map<number, number>()
      const telling = [...own].filter((word) => rarity(word) > 1).sort((a, b) => rarity(a) - rarity(b) || a - b)
      for (const word of telling.slice(0, TELLING_WORDS)) {
        const others = holders.get(word)!
        // Of a word that many hold, those that stand next in the list: parts of one act, and of acts of one time.
        const from = Math.max(0, Math.min(others.indexOf(at) - MOST_HOLDERS / 2, others.length - MOST_HOLDERS))
        for (const other of others.slice(from, from + MOST_HOLDERS)) {
          if (other !== at) shared.set(other, (shared.get(other) ?? 0) + this.weightOf(word))
        }
      }
      return [...shared]
        .sort(([a, m], [b, n]) => n - m || a - b)
        .slice(0, most)
        .map(([other]) => other)
    })
  }

  /** The share of the words of `part` that are among `words`, and how many words there are. */
  contained(part: Part, words: readonly string[]): {share: number; words: number} {
    const own = this.bagOf(part)
    const other = this.bag(words.map(stem))
    return {share: own.weight === 0 ? 0 : this.shared(own, other) / own.weight, words: own.words.length}
  }

  private shared(one: Bag, other: Bag): number {
    let shared = 0
    for (let i = 0, j = 0; i < one.words.length && j < other.words.length;) {
      const [left, right] = [one.words[i]!, other.words[j]!]
      if (left === right) {
        shared += this.weightOf(left)
        i++
        j++
      } else if (left < right) i++
      else j++
    }
    return shared
  }

  private bagOf(part: Part): Bag {
    let bag = this.bags.get(part)
    if (!bag) this.bags.set(part, (bag = this.bag(stemsOf(wholeText(part)))))
    return bag
  }

  private bag(keys: readonly string[]): Bag {
    const words = Int32Array.from(keys, (key) => {
      let number = this.numbers.get(key)
      if (number === undefined) this.numbers.set(key, (number = this.numbers.size))
      return number
    }).sort()
    return {words, weight: words.reduce((sum, word) => sum + this.weightOf(word), 0)}
  }

  /** A word that was not counted stands in a table: it says as much as a rare one. */
  private weightOf(word: number): number {
    return this.weights[word] ?? RARE
  }
}
