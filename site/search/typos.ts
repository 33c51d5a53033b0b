/** Slips of the finger: which known words a word may have been meant for. */
import {editDistance} from '../../parser/language/edit-distance.ts'

/** Words shorter than this are never corrected; from `TWO_EDITS_FROM` letters on, two slips are forgiven. */
export const SHORTEST = 4
const TWO_EDITS_FROM = 7
const MOST = 3
/** In a word shorter than this the first letter is no slip: «ауған» is not «туған», «фонда» not «онда». */
const FIRST_MAY_SLIP_FROM = 7
/** Words that hold sentences together: nobody looks for them, so none is meant by another word («ВТЭК» is not «тек»). Folded. */
const HOLDING = new Set(
  'тек онда осы мына бул сол сонын оны онын олар егер ушин кейин дейин туралы жане немесе болып болса емес бойынша'.split(' '),
)

/** How many slips are forgiven in a word. */
export function farthest(word: string): number {
  return word.length >= TWO_EDITS_FROM ? 2 : 1
}

/**
 * Known words nearest to a word, nearest first, at most three.
 *
 * @param word folded
 * @param known folded words and how frequent they are
 */
export function nearest(word: string, known: ReadonlyMap<string, number>): string[] {
  if (word.length < SHORTEST) return []
  const limit = farthest(word)
  const own = letters(word)
  const found: {word: string; distance: number; level: number}[] = []
  for (const [candidate, level] of known) {
    if (Math.abs(candidate.length - word.length) > limit || candidate.length < SHORTEST || HOLDING.has(candidate)) continue
    // most words have too many other letters to be looked at further
    const other = letters(candidate)
    if (ones(own & ~other) > limit || ones(other & ~own) > limit) continue
    const distance = editDistance(word, candidate, limit)
    // Two slips and another first letter: hardly the word that was meant («справка» is not «правда»).
    if (candidate[0] !== word[0] && (distance > 1 || (word.length < FIRST_MAY_SLIP_FROM && candidate[0] !== word[1]))) continue
    // … nor is the first letter of a short word one too many
    if (word.length < FIRST_MAY_SLIP_FROM && candidate === word.slice(1)) continue
    if (distance <= limit) found.push({word: candidate, distance, level})
  }
  return found
    .sort((a, b) => a.distance - b.distance || b.level - a.level || (a.word < b.word ? -1 : 1))
    .slice(0, MOST)
    .map((one) => one.word)
}

/** Which letters a word has, a bit for each (some letters share one). */
function letters(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
