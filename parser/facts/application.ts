/**
 * Where the blank of an application is to be had, or that none is filled in.
 *
 *     1) уәкілетті органда өтініштің бланкісін уәкілетті органның қызметкері береді;
 *     {kind: 'application', channel: 'competent-authority', text: 'уәкілетті органда өтініштің бланкісін уәкілетті органның қызметкері береді'}
 */
import type {Point, Step} from '../model/index.ts'
import {stepsUnderLeads} from './step-lines.ts'

/** «өтініштің бланкісін …», «өтінім нысаны», «электронды сұрау нысанын толтыру қажет», «өтініштер үлгісі» */
const BLANK =
  /(?:өтін(?:іш|ім)\p{L}*|сұра\p{L}*|сауал\p{L}*)\s+(?:\p{L}+\s+)?(?:бланк|нысан|үлгі)|бланкі?лер|(?:өтініш|сұрау|үлгі)\p{L}*[^\n]{0,40}толтыр|толтыру\s+үлгі/iu

/** Each paragraph on the blank, under the words that lead to it. */
export function readApplication(point: Point | null): Step[] {
  return stepsUnderLeads(point, 'application', (folded) => BLANK.test(folded))
}
