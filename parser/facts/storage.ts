/**
 * What becomes of a result that nobody comes for.
 *
 *     Егер тұтынушы көрсетілген мерзімде қызмет нәтижелеріне өтініш жасамаған жағдайларда орталық оларды бір ай бойы сақтауды қамтамасыз етеді, …
 *     {kind: 'storage', text: 'Егер тұтынушы … орталық оларды бір ай бойы сақтауды қамтамасыз етеді, …'}
 */
import type {Point, Step} from '../model/index.ts'
import {stepsUnderLeads} from './step-lines.ts'

/** «бір ай бойы сақтауды қамтамасыз етеді», «бір ай бойы олардың сақталуын қамтамасыз етеді» */
const KEPT = /(?<!\p{L})сақта(?:у|л)\p{L}*\s+қамтамасыз/iu

/** Whether a sentence says how long a result is kept. */
export function isStorage(folded: string): boolean {
  return KEPT.test(folded)
}

/** The sentences on keeping, out of the point on the result. */
export function readStorage(point: Point | null): Step[] {
  return stepsUnderLeads(point, 'storage', isStorage)
}
