/**
 * How a person gets the result.
 *
 *     15. Жолдама беру мемлекеттік қызмет алушы тұрғылықты жеріндегі уәкілетті органға жеке өзінің баруы арқылы жүзеге асырылады.
 *     {kind: 'delivery', channel: 'competent-authority', text: 'Жолдама беру … жеке өзінің баруы арқылы жүзеге асырылады'}
 */
import type {Point, Step} from '../model/index.ts'
import {stepsUnderLeads} from './step-lines.ts'
import {isStorage} from './storage.ts'

/** «беру … жүзеге асырылады», «алушыға … беріледі», «кабинетіне жіберіледі», «шотына аударады», «нәтижесін қабылдайды», «… анықтаманы мемлекеттік қызмет алушы:» */
const ISSUED =
  /(?<!\p{L})(?:беру(?:ді|і)?|беріледі|береді|жіберіледі|жібереді|алады|аудар(?:ады|уды|ылады)|жүргізіледі|қабылдайды)(?!\p{L})|жеке\s+кабинет|дайын\s+құжаттар|алушы:/iu
/** «бас тартылған жағдайда …», «… қолына берілмейді»: not how it is got. */
const NOT_ISSUED = /бас\s+тарт|берілмейді/iu
/** «Мемлекеттік қызмет алушы өтініш берген кезде … жолдама беріледі.»: in hand at once. */
const AT_ONCE = /өтініш\s+берген\s+кезде[^\n]{0,1000}(?:анықтама|жолдама|куәлік|шешім|хабарлама)\s+беріледі/iu
const RECEIPT = /қабылда|қолхат|талон/iu

/** Each way of getting the result out of the point on it. */
export function readDelivery(point: Point | null): Step[] {
  return stepsUnderLeads(point, 'delivery', (folded) => ISSUED.test(folded) && !NOT_ISSUED.test(folded) && !isStorage(folded))
}

/** A result given the moment one applies, out of the point that elsewhere speaks of a receipt. */
export function readDeliveryAtOnce(point: Point | null): Step[] {
  return stepsUnderLeads(point, 'delivery', (folded) => AT_ONCE.test(folded) && !RECEIPT.test(folded))
}
