/**
 * What a standard says an office has to write on a receipt or a slip, in the standard's own words.
 *
 *     Орталыққа өтініш білдірген кезде мемлекеттік қызмет алушыға мыналар көрсетіле отырып тиісті құжаттардың қабылданғаны туралы қолхат беріледі:
 *     1) сауалдың нөмірі мен қабылданған күні;
 *     2) сұратылған мемлекеттік қызмет түрі;
 *
 *     → point 14; request: «Сауалдың нөмірі мен қабылданған күні», service: «Сұратылған мемлекеттік қызмет түрі»
 */
import type {Point} from '../../parser/model/index.ts'

export interface Details<Kind extends string> {
  /** Number of the point that asks for the paper; null where no point does. */
  point: string | null
  /** The act calls the paper a slip («талон»), not a receipt («қолхат»). */
  slip: boolean
  /** What the point asks for, and how it calls it; null where its sentence can't stand alone. */
  asked: ReadonlyMap<Kind, string | null>
  /** Sentences of the point that the applicant should know: how the answer comes. */
  notes: readonly string[]
}

export type ReceiptDetail = 'request' | 'time' | 'service' | 'documents' | 'handover' | 'officer' | 'applicant' | 'representative' | 'phone'
export type SlipDetail = 'request' | 'time' | 'documents' | 'officer' | 'answer' | 'contact'

/** «тиісті құжаттардың қабылданғаны туралы қолхат беріледі», «құжаттарды қабылдау туралы қолхат» */
const RECEIPT =
  /құжат[^.;]{0,120}қабылда\p{L}{0,12}[^.;]{0,40}(?:қолхат|талон)|(?:қолхат|талон)[^.;]{0,60}қабылдан\p{L}{0,12} растау|қабылдан\p{L}{0,12} растайтын[^.;]{0,220}талон/iu
/** Points that speak of a receipt for something else: what was refused, what is handed out on showing it, what shows the waiting time. */
const OTHER_RECEIPT = /қолхат негізінде|қолхаттың негізінде|талон(?:ның)? негізінде|тіркеу, талон/iu
/** «… шағымның қабылданғаны туралы талон беріледі», «шағымды қабылдағанын растайтын құжат» */
const SLIP = /талон/iu
const COMPLAINT = /шағым|өтініш иесіне/iu
const SECOND_COPY = /шағым[^.]{0,90}қабылда\p{L}{0,12} растайтын құжат/iu
/** Asked for by wire, not on paper: «Портал арқылы өтініш берілген кезде …». */
const PORTAL = /портал/iu
const REFUSED = /бас тарт/iu
/** «… хабарланады», «… жауап жіберіледі»: how the answer comes. */
const ANSWERED = /нәтиже[^.]{0,120}(?:хабарла|жіберіл)/iu

const RECEIPT_PATTERNS: readonly (readonly [ReceiptDetail, RegExp])[] = [
  ['documents', /саны (?:мен|және) атау/iu], // қоса берілген құжаттардың саны мен атаулары
  ['service', /қызмет(?:тің)? түр/iu], // сұралған мемлекеттік қызмет түрі
  ['request', /нөмір\p{L}* (?:мен|және) қабылда|күні (?:мен|және) нөмір/iu], // сауалдың нөмірі мен қабылданған күні
  ['handover', /бер(?:у|етін) күн|қызметті ал(?:у|атын) күн/iu], // құжаттарды беру күні (уақыты) мен орны
  ['applicant', /(?:алушының|тұтынушының) тегі|^тегі, аты/iu], // тұтынушының тегі, аты, әкесінің аты
  ['officer', /қабылдаған.{0,80}тегі/iu], // өтінішті қабылдаған қызметкердің тегі, аты
]
const RECEIPT_EXTRAS: readonly (readonly [ReceiptDetail, RegExp])[] = [
  ['time', /(?<!көрсете отырып, )(?:^|\s)күні мен уақыты, құжат/iu], // күні мен уақыты, құжатты қабылдаған … қызметкері
  ['representative', /өкілдің/iu],
  ['phone', /байланыс (?:телефон|дерек)/iu],
]
const SLIP_PATTERNS: readonly (readonly [SlipDetail, RegExp])[] = [
  ['documents', /саны (?:мен|және) атау/iu],
  ['answer', /жауап(?:ты)? (?:алатын|алу|беру)|жауап алуға/iu], // жауап алатын күні мен уақыты
  ['officer', /қабылдаған\s[^.;]{0,300}тегі/iu],
  ['request', /нөмірі,? |қабылда(?:ған|у) күн/iu],
]
const SLIP_EXTRAS: readonly (readonly [SlipDetail, RegExp])[] = [
  ['time', /қабылдаған күні мен уақыты|Өтініш берушіге күні мен уақыты/iu],
  ['contact', /байланыс (?:телефон|дерек)/iu],
]

/** «1) », «б) » */
const MARKER = /^\s*(?:\d+|\p{L})\)\s*/u
/** From here on a sentence speaks of the paper itself: «… көрсете отырып, қолхат беріледі». */
const SHOWN = /\s*көрсет(?:е|іл).*$/u
/** «уәкілетті органда немесе орталықта: сауалдың нөмірі …» */
const LEAD = /^[^:]*:\s*/u
/** A phrase longer than this is a sentence, not a name for a line. */
const LONGEST_LABEL = 110
/** Words that only a sentence has. */
const SENTENCE = /кезде|бергенде|жүгінген|үшін|осы стандарт/iu
/** The accusative of what the act wants shown: «күнін, уақыты мен орнын» → «күні, уақыты мен орны». */
const ACCUSATIVE = /(?<=\p{L}[ыі])н(?=$|,|\s(?:мен|және)\s|\s?\()/gu
/** «тұтынушының тегі, аты, әкесінің аты, оның байланыс телефоны»: the name, without what follows. */
const NAME = /^.*?(?:әкесінің аты|аты-жөні)/u

/** The words of a list entry as a caption; null where they are part of a sentence. */
function caption(entry: string): string | null {
  const whole = entry.replace(SHOWN, '').trim()
  const words = whole.length > LONGEST_LABEL ? (NAME.exec(whole)?.[0] ?? whole) : whole
  if (words === '' || words.length > LONGEST_LABEL || SENTENCE.test(words)) return null
  const plain = /[ыі]н$/u.test(words) ? words.replace(ACCUSATIVE, '') : words
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** A point's lists and sentences, one entry each. */
const entriesOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !PORTAL.test(line) && !REFUSED.test(line))
    .flatMap((line) => line.split(';'))
    .map((entry) => entry.replace(MARKER, '').replace(LEAD, (lead) => (SHOWN.test(lead) ? lead : '')))
    .map((entry) => entry.replace(/[.:]\s*$/u, '').trim())
    .filter((entry) => entry !== '')

function read<Kind extends string>(
  point: Point | undefined,
  patterns: readonly (readonly [Kind, RegExp])[],
  extras: readonly (readonly [Kind, RegExp])[],
): Map<Kind, string | null> {
  const asked = new Map<Kind, string | null>()
  for (const entry of point ? entriesOf(point.text) : []) {
    const [kind] = patterns.find(([, pattern]) => pattern.test(entry)) ?? []
    if (kind !== undefined && (asked.get(kind) ?? null) === null) asked.set(kind, caption(entry))
    for (const [extra, pattern] of extras) if (pattern.test(entry) && !asked.has(extra)) asked.set(extra, null)
  }
  return asked
}

const isReceipt = (text: string): boolean =>
  RECEIPT.test(text) &&
  !COMPLAINT.test(text) &&
  !text.split('\n').some((line) => OTHER_RECEIPT.test(line) && RECEIPT.test(line)) &&
  !text.split('\n').every((line) => REFUSED.test(line))

/** What the receipt for accepted documents has to say: of the points that speak of one, the one that says most. */
export function receiptDetails(points: readonly Point[]): Details<ReceiptDetail> {
  const candidates = points
    .filter(({text}) => isReceipt(text))
    .map((point) => ({point, asked: read(point, RECEIPT_PATTERNS, RECEIPT_EXTRAS)}))
    .toSorted((a, b) => b.asked.size - a.asked.size)
  const [{point, asked} = {point: undefined, asked: new Map<ReceiptDetail, string | null>()}] = candidates
  const applicant = asked.get('applicant')
  // «тегі, аты, әкесінің аты (жеке тұлғалар үшін) …» does not say whose
  if (applicant) asked.set('applicant', /^тегі/iu.test(applicant) ? null : (NAME.exec(applicant)?.[0] ?? applicant))
  return {point: point?.number ?? null, slip: point !== undefined && !/қолхат/iu.test(point.text), asked, notes: []}
}

/** What the slip for an accepted complaint has to say; the last point that asks for one. */
export function slipDetails(points: readonly Point[]): Details<SlipDetail> {
  const point =
    points.findLast(({text}) => text.split('\n').some((line) => SLIP.test(line)) && COMPLAINT.test(text) && !OTHER_RECEIPT.test(text)) ??
    points.findLast(({text}) => SECOND_COPY.test(text))
  const asked = read(point, SLIP_PATTERNS, SLIP_EXTRAS)
  // «шағымды қабылдау күні»: the number is written beside it all the same
  if (asked.has('request') && !/нөмір/iu.test(asked.get('request') ?? '')) asked.set('request', null)
  const notes = (point?.text ?? '').split('\n').filter((line) => !PORTAL.test(line) && !SLIP.test(line) && ANSWERED.test(line))
  return {point: point?.number ?? null, slip: true, asked, notes: [...new Set(notes)].slice(0, 1)}
}
