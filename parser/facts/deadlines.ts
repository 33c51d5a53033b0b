/**
 * How long a service takes, and how long one waits.
 *
 *     2) кезекте күту уақыты - қажетті құжаттарды тапсырған кезде 20 минуттан артық емес;
 *     20 minutes, «20 минуттан артық емес», what: «кезекте күту уақыты - қажетті құжаттарды тапсырған кезде»
 */
import {parseNumeral} from '../language/numerals.ts'
import type {Deadline, Point} from '../model/index.ts'
import {channelBefore, channelsOf} from './channel.ts'
import {deadlineKind} from './deadline-kind.ts'
import type {DeadlineKind} from './deadline-kind.ts'
import {paragraphs, sentences} from './paragraphs.ts'

const NUMERAL = '(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз)'
/** «20», «1,5», «он бес», «жүз жиырма бес», «жарты» (half a), «бір жарым» (one and a half) */
const COUNT = `(?:(?:\\d{1,3}(?:[.,]\\d)?(?!\\d)|${NUMERAL}(?:\\s+${NUMERAL}){0,3})(?:\\s+жарым)?|жарты)`
/** «жұмыс күні», «айға», «минуттан»; not «жылғы» (of the year), not «айлық есептік көрсеткіш» (a sum of money) */
const UNIT = '(?:минут|сағат|күн|ай(?!лық\\s+есептік|мақ|ыр|т|қ|н)|апта|жыл(?!ғы|дық|дың|ы\\b))\\p{L}{0,7}'
const KIND = '(?:күнтізбелік|жұмыс)'
/** «30 (отыз) күн»: the number again in words. */
const AGAIN = '(?:\\s*\\([^()\\d]{2,20}\\))?'
const AMOUNT = `(?:${KIND}\\s+)?(?:${COUNT}\\s*[-–—]\\s*)?${COUNT}${AGAIN}\\s+(?:${KIND}\\s+)?${UNIT}`
/** What makes it a limit: «аспайды», «ішінде», «артық емес», «кешіктірмей», «дейін», «қалғанда» */
const LIMIT =
  '(?:\\s+(?:мерзім\\p{L}*\\s+)?(?:ішінде|аспайды|аспайтын|аспауы(?:\\s+(?:тиіс|керек|қажет))?|аспауға\\s+тиіс|артық\\s+емес|артық\\s+болма\\p{L}*|асырмай|кешіктір\\p{L}*|дейін(?:гі)?|қалғанда|бұрын|бойы|кем\\s+емес))'
/** «20 минуттан аспайды», «1 сағаттан 4 сағатқа дейін» */
const DEADLINE = new RegExp(`(?<![\\p{L}\\d№.,-])${AMOUNT}(?:\\s+${AMOUNT})?${LIMIT}?(?!\\p{L})`, 'giu')
/** «бес жылдан асқан кезеңнің құжаттары»: years measure something else, unless they are said to be a limit. */
const YEARS = /жыл\p{L}*$/iu
/** «мерзімі аяқталардан бір күн бұрын береді»: when the paper goes from one office to another, not how long the service takes. */
const BEFORE_THE_END = /аяқтал\p{L}+(?:\s+дейін)?\s*$/iu
const EARLIER = /\sбұрын$/iu
/** «құжаттар берілген күні жеке өзіне көрсетіледі»: on the same day. */
const SAME_DAY = /(?<!\p{L})(?:құжаттар\p{L}*|өтініш\p{L}*)\s+(?:берілген|тапсырылған|қабылданған|берген|тапсырған)\s+күні(?!\p{L})/iu

/** «… қызмет көрсетудің рұқсат берілген ең көп уақыты» ends a paragraph whose amount the source lost. */
const AMOUNT_LOST = /ең (?:көп|ұзақ) уақыты(?:\s*[–—-])?[\s.;]*$/iu
/** «бір жарым»: one and a half. */
const AND_A_HALF = /\s+жарым$/iu
/** «(мемлекеттік қызметті алу үшін …»: a bracket that the words left of a sentence no longer close. */
const UNCLOSED = /^\((?=[^)]*$)/u

/** «… кезек күтудің … ең ұзақ уақыты 20 минуттан, уәкілетті органда – 15 минуттан аспауы тиіс»: the same thing at another place. */
const ANOTHER_PLACE = /^[\s,]*\p{L}+(?:\s+\p{L}+){0,3}\s*[–—-]?\s*$/u

const LAST_COUNT = new RegExp(`(${COUNT})${AGAIN}\\s+(?:(${KIND})\\s+)?(минут|сағат|күн|ай|апта|жыл)`, 'giu')

/** Every term of the point on deadlines. Terms in numbers, terms in words and «on the same day». */
export function readDeadlines(point: Point | null): Deadline[] {
  if (!point) return []
  const found: Deadline[] = []
  let inherited: string | null = null
  let inList = false
  /** What the heading of a list says of its items: «кезекте күтудің ең ұзақ уақыты:». */
  let listed: DeadlineKind = 'service'
  for (const {text, folded, marker, opensList} of paragraphs(point)) {
    if (marker !== null) inList = true
    const matches = [...folded.matchAll(DEADLINE)].filter(
      ({0: term, index}) => !YEARS.test(term) && !(EARLIER.test(term) && BEFORE_THE_END.test(folded.slice(0, index))),
    )
    if (matches.length === 0) {
      // «өтініш берген күні … ең көп уақыты», the amount lost: the day says when one waits, not how long.
      const sameDay = AMOUNT_LOST.test(folded) ? null : SAME_DAY.exec(folded)
      if (sameDay) {
        found.push({
          text: text.slice(sameDay.index, sameDay.index + sameDay[0].length),
          amount: null,
          unit: null,
          what: what(text, 0, sameDay.index, sameDay.index + sameDay[0].length),
          kind: 'service',
          channel: channelOf(text, inherited),
          point: point.number,
        })
      } else if (opensList) {
        inherited = channelsOf(text) ?? inherited
        listed = deadlineKind({lead: folded, term: '', unit: 'minutes'})
      }
      continue
    }
    let from = 0
    let before: DeadlineKind = 'service'
    for (const match of matches) {
      const end = match.index + match[0].length
      const measured = measure(match[0])
      const own = deadlineKind({lead: what(folded, from, match.index, end), term: match[0], unit: measured.unit})
      const goesOn = from > 0 && ANOTHER_PLACE.test(folded.slice(from, match.index))
      const kind: DeadlineKind = own !== 'service' ? own : goesOn ? before : listed
      before = kind
      found.push({
        text: text.slice(match.index, end),
        ...measured,
        what: what(text, from, match.index, end),
        kind,
        channel: channelOf(text.slice(0, match.index), inherited),
        point: point.number,
      })
      from = end
    }
    // Behind the items of a list, an unmarked paragraph with a channel of its own ends what their heading says.
    if (marker === null && inList && inherited !== null && found.at(-1)?.channel !== inherited) inherited = null
    if (marker === null) inList = false
  }
  return found
}

/**
 * Under a heading («орталыққа жүгінген кезде:») the heading tells the channel, unless the paragraph begins with one:
 * «уәкілетті органға қажетті құжаттар келіп түскен күннен бастап» there only tells from when.
 */
function channelOf(lead: string, inherited: string | null): string | null {
  if (inherited === null) return channelBefore(lead)
  const sentence = sentences(lead).at(-1) ?? lead
  return channelBefore(sentence.split(/\s+/u).slice(0, 2).join(' ')) ?? inherited
}

/** The upper bound of a term: «1 сағаттан 4 сағатқа дейін» is four hours. */
function measure(term: string): Pick<Deadline, 'amount' | 'unit'> {
  const last = [...term.matchAll(LAST_COUNT)].at(-1)
  if (!last) return {amount: null, unit: null}
  const unit = unitOf(last[3]!.toLowerCase(), term.toLowerCase())
  const count = last[1]!.toLowerCase()
  // «жарты сағат» is thirty minutes, «жарты жыл» six months.
  if (count === 'жарты' && unit === 'hours') return {amount: 30, unit: 'minutes'}
  if (count === 'жарты' && unit === 'years') return {amount: 6, unit: 'months'}
  return {amount: count === 'жарты' ? 0.5 : amountOf(count), unit}
}

/** «20», «1,5», «он бес», «бір жарым»; null for words that are no number. */
function amountOf(count: string): number | null {
  const whole = count.replace(AND_A_HALF, '')
  const digits = Number(whole.replace(',', '.'))
  const amount = Number.isNaN(digits) ? parseNumeral(whole) : digits
  return amount === null || whole === count ? amount : amount + 0.5
}

function unitOf(word: string, term: string): Deadline['unit'] {
  switch (word) {
    case 'минут':
      return 'minutes'
    case 'сағат':
      return 'hours'
    case 'ай':
      return 'months'
    case 'апта':
      return 'weeks'
    case 'жыл':
      return 'years'
    default:
      return term.includes('жұмыс') ? 'working-days' : term.includes('күнтізбелік') ? 'calendar-days' : 'days'
  }
}

/** The words that lead up to a term within its sentence; what follows it where nothing does. */
function what(text: string, from: number, start: number, end: number): string {
  const before = text.slice(from, start)
  const sentence = before.split(/[\p{Ll})»]\.\s+(?=[\p{Lu}«])|;\s+/u).at(-1) ?? before
  const lead = sentence
    .replace(/^[\s.,;:)–—-]+/u, '')
    .replace(/[\s,:(–—-]+$/u, '')
    .replace(UNCLOSED, '')
  if (lead.length > 2) return lead
  return text
    .slice(end)
    .replace(/^[\s,:–—-]+/u, '')
    .split(/[.;]\s*(?=\p{Lu}|$)/u)[0]!
    .trim()
}
