/**
 * Which point of a standard speaks of what.
 *
 *     8. Мемлекеттік қызмет тегін көрсетіледі.
 *     8 → fee
 *
 * The points of a standard have a usual order, but points are lost and renumbered: a point is taken for a topic
 * when its words say so, and by its number only when no point's words do.
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import {inFirstLine, inText} from '../language/in-order.ts'
import type {Point} from '../model/index.ts'

export type Topic =
  | 'provider'
  | 'form'
  | 'legal-basis'
  | 'information'
  | 'result'
  | 'recipients'
  | 'deadlines'
  | 'fee'
  | 'hours'
  | 'documents'
  | 'application'
  | 'submission'
  | 'confirmation'
  | 'delivery'
  | 'refusal'
  | 'complaint-help'
  | 'complaint-result'
  | 'complaint-rudeness'
  | 'complaint-court'
  | 'contacts'

interface TopicRule {
  /** The usual number of the point. */
  number: number
  /** How the point reads, most telling first. */
  patterns: readonly RegExp[]
}

const RULES: Record<Topic, TopicRule> = {
  // «Мемлекеттік қызметті … аумақтық органдары (бұдан әрі – уәкілетті орган) көрсетеді.»
  provider: {number: 1, patterns: [inFirstLine(/мемлекеттік қызмет/iu, /көрсетеді|ұсынады|арқылы көрсетіледі/iu)]},
  // «Көрсетілетін мемлекеттік қызметтің нысаны: ішінара автоматтандырылған.»
  form: {number: 2, patterns: [/нысан[^\n]{0,1000}автоматтандырыл/iu, /автоматтандырыл(?:ған|маған)\.?\s*$/iu]},
  // «Мемлекеттік қызмет «…» Заңының 15-бабы негізінде көрсетіледі.»
  'legal-basis': {
    number: 3,
    patterns: [inText(/жылғы/iu, /Заң|кодекс|қаулы|бұйры/iu, /(?:негізінде|сәйкес)\s+(?:көрсетіледі|ұсынылады|жүзеге асырылады)/iu)],
  },
  // «Мемлекеттік қызмет туралы ақпарат:»
  information: {number: 4, patterns: [inFirstLine(/мемлекеттік қызмет/iu, /туралы/iu, /ақпарат/iu)]},
  // «Көрсетілетін мемлекеттік қызметтің нәтижесі:»
  result: {number: 5, patterns: [/^[^\n]{0,80}қызмет\S*(?:\s+көрсету\S*)?\s+нәтижес/iu]},
  // «Мемлекеттік қызмет … азаматтарына (бұдан әрі – мемлекеттік қызмет алушы) көрсетіледі.»
  recipients: {
    number: 6,
    patterns: [
      inText(
        /^[^\n]*?мемлекеттік қызмет/iu,
        /\(бұдан әрі\s*[-–—]\s*(?=[^)]{0,200}(?:алушы|тұтынушы|өтініш беруші))[^)]{0,300}\)/iu,
        /көрсетіледі/iu,
      ),
    ],
  },
  // «Мемлекеттік қызмет көрсету мерзімдері:»
  deadlines: {number: 7, patterns: [/^[^\n]{0,60}қызмет\S*\s+көрсету\S*\s+(?:шектік\s+|шекті\s+)?мерзім/iu, /^[^\n]{0,40}мерзімдері/iu]},
  // «Мемлекеттік қызмет тегін көрсетіледі.»
  fee: {number: 8, patterns: [/^[^\n]{0,80}(?:тегін|ақылы|ақысыз)/iu, /^[^\n]*мемлекеттік баж/iu]},
  // «Жұмыс кестесі:»
  hours: {number: 9, patterns: [/^[^\n]{0,80}жұмыс\s+кестесі/iu, /сағат\s+\d{1,2}[.:-]\d\d[\s\S]*түскі үзіліс/iu]},
  // «Мемлекеттік қызметті алу үшін … мынадай құжаттарды тапсырады:»
  // and not «… барлық қажетті құжаттарды тапсырған кезде:», which speaks of the receipt
  documents: {
    number: 11,
    patterns: [
      inFirstLine(/^(?![^\n]*(?:тапсыр|ұсын|өткіз)(?:ыл)?ған)[^\n]*?алу үшін/iu, /құжаттар|мыналарды/iu, /:/u),
      /^[^\n]*құжаттар(?:дың)?\s+тізбесі/iu,
    ],
  },
  // «уәкілетті органда өтініштің бланкісін уәкілетті органның қызметкері береді»
  application: {number: 12, patterns: [/(?:өтін(?:іш|ім)|сұра)\p{L}*\s+(?:\p{L}+\s+)?(?:бланк|нысан|үлгі)|өтініш\p{L}*\s+толтыр/iu]},
  // «Құжаттарды қабылдау тікелей:», «… құжаттарды … орталыққа тапсырады.»
  submission: {
    number: 13,
    patterns: [/құжат[^\n]{0,1000}(?:тапсыр(?:ады|ылады)|қабылдау(?:ды)?(?=[\s:]))|операциялық\s+зал|толтырылған\s+(?:өтініш|нысан)/iu],
  },
  // «… тиісті құжаттардың қабылданғаны туралы қолхат беріледі.», «… өтініш берген кезде … жолдама беріледі.»
  confirmation: {
    number: 14,
    patterns: [
      /қабылда\p{L}+\s+туралы\s[^\n]*(?:қолхат|талон|хабарлама)|қабылда\p{L}+\s+раста/iu,
      /өтініш\s+берген\s+кезде[^\n]{0,1000}\sберіледі/iu,
    ],
  },
  // «Мемлекеттік қызмет көрсету нәтижесі тұтынушыға беріледі:»
  delivery: {
    number: 15,
    patterns: [
      /қызмет\p{L}*\s+көрсету\p{L}*\s+нәтижес[^\n]{0,1000}(?:беріледі|:$)/imu,
      /(?:дайын\s+құжаттар|хабарлама\s+беру|анықтама|жолдама\s+беру|куәлік|төлемді)[^\n]{0,1000}(?:беру|алушы|аудар)/iu,
      /нәтижесі[^\n]{0,1000}(?:беру|қабылдайды|жіберіледі)/iu,
    ],
  },
  // «… мемлекеттік қызмет көрсетуден бас тартылады.»
  refusal: {
    number: 16,
    patterns: [/(?:көрсетуден|ұсынудан|беруден|қабылдаудан|тағайындаудан|қоюдан)\s+бас\s+тарт|көрсетуді\s+(?:ұсынудан|тоқтат)/iu],
  },
  // «… шағымдану тәртібін түсіндіретін …»
  'complaint-help': {number: 20, patterns: [/шағымдану(?:дың)?\s+тәртібін?/iu]},
  // «Көрсетілген мемлекеттік қызмет нәтижелерімен келіспеген жағдайларда шағым …»
  'complaint-result': {number: 21, patterns: [/нәтиже\S*\s+келіспеген[^]{0,1000}шағым/iu]},
  // «Қызмет дөрекі көрсетілген жағдайларда шағым …»
  'complaint-rudeness': {number: 22, patterns: [/(?:дөрекі|дұрыс\s+көрсетілме|сыпайы\S*\s+емес)[^]{0,1000}шағым|шағым[^]{0,1000}дөрекі/iu]},
  // «… сотқа жүгінуге құқылы.»
  'complaint-court': {number: 23, patterns: [/сотқа\s+(?:жүгін|шағым)/iu]},
  // «Қазақстан Республикасы … министрлігінің мекенжайы: 010000, Астана қаласы …»
  contacts: {number: 26, patterns: [/мекенжайы?:?\s+\d{6}/iu]},
}

/** The number that the point on a topic usually bears. */
export function usualNumber(topic: Topic): number {
  return RULES[topic].number
}

/** The point that speaks of a topic; null where neither words nor number tell one. */
export function findPoint(points: readonly Point[], topic: Topic): Point | null {
  const {number, patterns} = RULES[topic]
  const usual = points.find((point) => Number(point.number) === number)
  for (const pattern of patterns) {
    if (usual && pattern.test(foldLookAlikes(usual.text))) return usual
    const near = points
      .filter((point) => pattern.test(foldLookAlikes(point.text)))
      .sort((a, b) => Math.abs(Number(a.number) - number) - Math.abs(Number(b.number) - number))[0]
    if (near && Math.abs(Number(near.number) - number) <= MAX_SHIFT) return near
  }
  return usual ?? null
}

/** A point that only shares some words with a topic stands further from its usual place than this. */
const MAX_SHIFT = 4
