/**
 * What a deadline measures, told by its words: the service itself, waiting in a queue, being served at the counter, a step on the way.
 *
 *     мемлекеттік қызметті алуға дейін күтудің шекті ең көп уақыты – 20 минуттан аспайды;
 *     wait
 *
 *     мемлекеттік қызмет алушыға қызмет көрсетудің шекті ең көп уақыты – 10 минуттан аспайды.
 *     attendance
 */
import type {Deadline} from '../model/index.ts'

export type DeadlineKind = NonNullable<Deadline['kind']>

/** «кезекте күту мерзімі», «күтудің рұқсат берілген ең көп уақыты»; not «бала күтіміне», «баланы күту» (care of a child). */
const WAITING = /(?<!бала(?:ны|сын)?\s)(?<!\p{L})күту(?!ші)\p{L}*/iu
/** «мемлекеттік қызметті алуға дейін жол берілген ең ұзақ уақыт»: the time before the service is got. */
const BEFORE_SERVICE = /(?:алғанға|алуға|алу)\s+дейін(?:гі)?\s(?:\p{L}+\s+){0,4}ең\s+(?:көп|ұзақ)\s+(?:\p{L}+\s+)?уақыт/iu
/** «қызмет көрсетудің шекті ең көп уақыты»; a term of days is the service's own. */
const AT_THE_COUNTER = /көрсетудің\s+(?:\p{L}+\s+){0,4}ең\s+(?:көп|ұзақ)\s+(?:\p{L}+\s+)?уақыт/iu
/** «мерзімі аяқталуға дейін бір күн қалғанда»: how long before the end a paper goes to another office. */
const AHEAD = /\s(?:қалғанда|бұрын)$/iu
/**
 * «бұл туралы құжаттар тіркелген күнінен бастап»: when the applicant is told; «шешім қабылданған сәттен бастап»: what comes after
 * the decision; «берілді деп есептеледі және … бес жұмыс күнінен кешіктірмей»: what follows where nobody answered.
 */
const ON_THE_WAY = /(?<!\p{L})бұл\s+туралы(?!\p{L})|шешім\s+қабылдан?ған\s+(?:сәттен|күннен)|деп\s+есептел/iu
/** «Мемлекеттік қызмет көрсету мерзімдері»: the heading of all terms, whatever else it names. */
const SERVICE_TERMS = /көрсету(?:дің)?\s+мерзім/iu

/**
 * @param lead the words that lead up to the term, letters that look alike folded
 * @param term the term itself: «бір күн қалғанда»
 */
export function deadlineKind({lead, term, unit}: {lead: string; term: string; unit: Deadline['unit']}): DeadlineKind {
  if (AHEAD.test(term)) return 'step'
  if (ON_THE_WAY.test(lead)) return 'step'
  if (WAITING.test(lead)) return term === '' && SERVICE_TERMS.test(lead) ? 'service' : 'wait'
  if (unit !== 'minutes' && unit !== 'hours') return 'service'
  if (BEFORE_SERVICE.test(lead)) return 'wait'
  return AT_THE_COUNTER.test(lead) ? 'attendance' : 'service'
}
