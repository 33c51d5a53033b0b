/**
 * Why a service may be refused.
 *
 *     16. Егер осы стандарттың 11-тармағында көрсетілген барлық құжаттар ұсынылмаған жағдайда мемлекеттік қызмет көрсетуден бас тартады.
 *     Егер осы стандарттың 11-тармағында көрсетілген барлық құжаттар ұсынылмаған жағдайда мемлекеттік қызмет көрсетуден бас тартады
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Point} from '../model/index.ts'
import {bare, paragraphs, sentences} from './paragraphs.ts'

/** A ground in running text names refusal or suspension. */
const GROUND = /бас\s+тарт|тоқтат|қайтар(?:ыл|ад)/iu
/** «ұсынбаған жағдайда», «ұсынылмаған кезде», «сәйкес келмесе»: what is lacking is the ground; «немесе» (or) is no condition. */
const LACKING = /(?:[мбп]аған|[мбп]еген)\s+(?:жағдай|кез)|(?<!(?<!\p{L})не)[мбп](?:аса|есе)(?!\p{L})/iu
/** Other words of a condition. */
const REASON = /жағдай|егер|негіз|себеп|байланысты|кезде|(?<!(?<!\p{L})не)[мбп](?:аса|есе)(?!\p{L})/iu
/** That there is no ground is none; how or when a refusal is told is none either. */
const NO_GROUND = /негіз\S*\s+(?:жоқ|көзделмеген)|құқығы\s+жоқ|бас\s+тарту?\p{L}*\s+кез\p{L}*|бас\s+тартқан\s+(?:кезде|жағдайда)/iu
/** «бас тарту туралы дәлелді жауапты … алушы:» tells where the answer is given. */
const ANSWER = /туралы\s+(?:дәлелді\s+)?(?:жауап|хабарлама)/iu

/** The grounds, one for each item; in running text, the sentences that name one. */
export function readRefusal(point: Point | null): string[] {
  if (!point) return []
  const grounds: string[] = []
  let listed = true
  for (const {text, folded, marker, opensList} of paragraphs(point)) {
    if (opensList) listed = !NO_GROUND.test(folded) && !ANSWER.test(folded)
    else if (marker !== null) grounds.push(...(listed ? [bare(text)] : []))
    else grounds.push(...sentences(text).filter(namesGround).map(bare))
  }
  return grounds
}

function namesGround(sentence: string): boolean {
  const folded = foldLookAlikes(sentence)
  if (!GROUND.test(folded) || NO_GROUND.test(folded)) return false
  return LACKING.test(folded) || (REASON.test(folded) && !ANSWER.test(folded))
}
