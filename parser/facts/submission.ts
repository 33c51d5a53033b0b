/**
 * Where the documents are handed in.
 *
 *     Құжаттарды қабылдау тікелей:⏎1) мемлекеттік қызмет алушының тұрғылықты жері бойынша уәкілетті ұйым бөлімшесінің ғимаратында жүзеге асырылады.
 *     {kind: 'submission', lead: 'Құжаттарды қабылдау тікелей:', text: 'мемлекеттік қызмет алушының … ғимаратында жүзеге асырылады'}
 */
import type {Point, Step} from '../model/index.ts'
import {stepsUnderLeads} from './step-lines.ts'

/** «құжаттарды … тапсырады», «құжаттарды қабылдау … жүзеге асырылады», «электронды сұрауды жіберу …», «өтініштің толтырылған нысаны … тапсырылады» */
const HANDED_IN = /(?:құжат|өтініш|сұра|сауал)[^\n]{0,1000}(?:тапсыр|қабылда|жібер)|операциялық\s+зал|ғимаратында/iu
/** «Уәкілетті органның жауапты адамының деректері …», «Жауапты адамдардың кабинет нөмірлері туралы мәліметтер …»: where one reads a name. */
const OFFICER_DATA = /(?:адам|тұлға)\p{L}*\s[^\n]{0,40}(?:деректер|мәліметтер)/iu
/** «Сауал автоматты түрде … жіберіледі»: what the machine does then. */
const FORWARDED = /автоматты\s+түрде/iu

/** Each way of handing in, under the words that lead to it. */
export function readSubmission(point: Point | null): Step[] {
  return stepsUnderLeads(point, 'submission', (folded) => HANDED_IN.test(folded) && !OFFICER_DATA.test(folded) && !FORWARDED.test(folded))
}
