/**
 * Why a service may be refused.
 *
 *     16. Егер осы стандарттың 11-тармағында көрсетілген барлық құжаттар ұсынылмаған жағдайда мемлекеттік қызмет көрсетуден бас тартады.
 *     Егер осы стандарттың 11-тармағында көрсетілген барлық құжаттар ұсынылмаған жағдайда мемлекеттік қызмет көрсетуден бас тартады
 */
import type {Point} from '../model/index.ts'
import {bare, paragraphs} from './paragraphs.ts'

/** A ground in running text names refusal or suspension. */
const GROUND = /бас\s+тарт|тоқтат|қайтар(?:ыл|ад)/iu
/** «… тоқтата тұру үшін негіздеме жоқ»: that there is none is no ground; how a refusal is told is none either. */
const NO_GROUND = /негіз\S*\s+(?:жоқ|көзделмеген)|бас\s+тарту?(?:ған)?\s+кез\p{L}*|бас\s+тартқан\s+(?:кезде|жағдайда)|туралы\s+(?:дәлелді\s+)?(?:жауап|хабарлама)/iu
/** Without a reason a sentence names no ground: «жағдайда», «егер», «болмаса», «себебі» */
const REASON = /жағдай|егер|(?:ма|ме)са(?!\p{L})|(?:ма|ме)се(?!\p{L})|негіз|себеп|байланысты|кезде/iu

/** The grounds, one for each item; without items, the sentences that name one. */
export function readRefusal(point: Point | null): string[] {
  if (!point) return []
  const grounds: string[] = []
  for (const {text, folded, marker, opensList} of paragraphs(point)) {
    if (marker !== null && !opensList) grounds.push(bare(text))
    else if (!opensList && GROUND.test(folded) && REASON.test(folded) && !NO_GROUND.test(folded)) grounds.push(bare(text))
  }
  return grounds
}
