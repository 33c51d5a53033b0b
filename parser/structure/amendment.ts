/**
 * Amending instructions.
 *
 *       2. «…» Қазақстан Республикасы Үкіметінің 2011 жылғы 7 сәуірдегі № 393 қаулысында:
 *       2) 1-тармақта:
 *       7) тармақшадағы «стандарты бекітілсін.» деген сөздер «стандарты;» деген сөзбен ауыстырылсын;
 *
 * is: in resolution № 393, point 1, item 7): replace «стандарты бекітілсін.» by «стандарты;». Lines that end in a
 * colon narrow the target for what follows; quoted paragraphs after «мынадай редакцияда жазылсын:» are the new text.
 */
import {parseDate} from '../language/dates.ts'
import {foldLookAlikes} from '../language/alphabet.ts'
import type {ActReference, Amendment} from '../model/index.ts'
import {ITEM_MARKER, POINT_NUMBER, type Paragraph} from './paragraphs.ts'

/** «2011 жылғы 7 сәуірдегі № 393 қаулысында» */
const TARGET_ACT = /(?<date>\d{4}\s+жылғы\s+\d{1,2}\s+\p{L}+)\s+(?:№|N)\s*(?<number>\d+)\s+қаулысы/u
/** «көрсетілген қаулымен бекітілген «Бұқаралық …» мемлекеттік қызмет стандартында» */
const TARGET_STANDARD = /бекітілген\s+[«"](?<title>.+)[»"]\s*мемлекеттік\s+қызмет(?:тің|ті)?\s+(?:көрсету\s+)?стандарт/u
/** «1-тармақта:», «көрсетілген стандарттың 1-қосымшасында:», ««…» деген бөлімде:» */
const NARROWS = /:$/u

type Action = Amendment['action']

/** The drafting formulas, first match wins. «QUOTE» formulas take the quoted paragraphs that follow as their text. */
const FORMULAS: {action: Action; pattern: RegExp; quoted?: boolean}[] = [
  {action: 'restate-standard', pattern: /стандарт\p{L}*\s+осы\s+қаулының\s+\d+-қосымшасына\s+сәйкес\s+(?:жаңа\s+)?редакцияда\s+жазылсын/u},
  {action: 'restate', pattern: /(?:жаңа|мынадай|келесі)\s+редакцияда\s+жазылсын/u, quoted: true},
  {action: 'insert-standards', pattern: /қосымша\p{L}*\s+сәйкес\s+.*стандарттар\p{L}*\s+толықтырылсын/u},
  {action: 'insert-row', pattern: /жол\p{L}*мен\s+толықтырылсын/u, quoted: true},
  {action: 'replace-words', pattern: /ауыстырылсын/u},
  {action: 'insert', pattern: /толықтырылсын/u, quoted: true},
  {action: 'exclude', pattern: /(?:алып|алынып)\s+тасталсын/u},
  {action: 'repeal', pattern: /күші\s+жойылды\s+деп\s+танылсын/u},
]
/** «… «old» деген сөздер «new» деген сөзбен ауыстырылсын» */
const REPLACED_WORDS =
  /[«"](?<old>.+?)[»"]\s+деген\s+(?:сөз|цифр|сөйлем|сан)\p{L}*\s+[«"](?<new>.+)[»"]\s+деген\s+(?:сөз|цифр|сөйлем|сан)\p{L}*\s+ауыстырылсын/u
/** «… «ХҚО», «ХҚО-ның» деген сөздер тиісінше «орталық», «орталықтың» деген сөздермен ауыстырылсын» */
const REPLACED_PAIRS = /(?<olds>[«"].+[»"])\s+деген\s+\p{L}+\s+тиісінше\s+(?<news>[«"].+[»"])\s+деген\s+\p{L}+\s+ауыстырылсын/u
const QUOTED = /[«"](?<text>[^«»"]+)[»"]/gu
/** «… «кеңседе» деген сөзден кейін «және порталда» деген сөздермен толықтырылсын» */
const WORDS_AFTER =
  /[«"](?<old>.+?)[»"]\s+деген\s+(?:сөз|цифр|сөйлем|сан)\p{L}*\s+кейін\s+[«"](?<added>.+)[»"]\s+деген\s+(?:сөз|цифр|сөйлем|сан)\p{L}*\s+толықтырылсын/u
/** «… «жазбаша» деген сөз алып тасталсын» */
const WORDS_OUT = /[«"](?<old>.+)[»"]\s+деген\s+(?:сөз|цифр|сөйлем|сан)\p{L}*\s+(?:алып|алынып)\s+тасталсын/u
/** ««Анықтама беру» мемлекеттік қызмет стандарты осы қаулының 1-қосымшасына сәйкес …» */
const RESTATED_STANDARD =
  /^(?:\d+\s*\)\s*)?[«"](?<title>.+)[»"]\s*мемлекеттік\s+қызмет\p{L}*\s+(?:көрсету\p{L}*\s+)?стандарты\s+осы\s+қаулы/u
/** What stands before the formula names the place: «7) тармақшадағы», «кіріспе», «тақырыбы», «3-тармақ». */
const FORMULA_WORDS =
  /\s*(?:[«"].*|мынадай\s.*|жаңа\s+редакцияда.*|осы\s+қаулы\p{L}*\s.*|алып\s+тасталсын.*|алынып\s+тасталсын.*|күші\s+жойылды.*)$/u
/** «мынадай мазмұндағы 8), 9) тармақшалармен толықтырылсын» */
const INSERTED_PLACE = /мазмұндағы\s+(?<place>.+?)(?:мен|пен|бен)\s+толықтырылсын/u
const MOST_QUOTED = 400
const IN_FORCE = /қолданысқа\s+енгізіледі/u
const TEN_DAYS = /он\s+(?:күнтізбелік\s+)?күн|күнтізбелік\s+он\s+күн/u

interface Context {
  resolution: ActReference | null
  standard: string | null
  places: string[]
}

/**
 * Reads the instructions of an act.
 *
 * @param points the paragraphs of each point, in order; the first of each begins with its number
 * @param by id of the amending resolution
 */
export function readAmendments(points: readonly (readonly Paragraph[])[], by: string): Amendment[] {
  const amendments: Amendment[] = []
  const inForce = entryIntoForce(points)
  for (const paragraphs of points) {
    const pointNumber = POINT_NUMBER.exec(paragraphs[0]?.text ?? '')?.[1] ?? ''
    const context: Context = {resolution: null, standard: null, places: []}
    let marker = ''
    for (let index = 0; index < paragraphs.length; index++) {
      const paragraph = paragraphs[index]!
      let text = foldLookAlikes(index === 0 ? paragraph.text.replace(POINT_NUMBER, '') : paragraph.text)
      const item = ITEM_MARKER.exec(text)
      // «7) тармақшадағы …» speaks of an item and is none.
      if (item && !/^\p{L}*тармақша/u.test(text.slice(item[0].length))) {
        marker = `${item[1]})`
        text = text.slice(item[0].length)
        context.standard = null
        context.places = []
      }
      narrow(context, text)
      const formula = FORMULAS.find(({pattern}) => pattern.test(outsideQuotes(text)))
      if (!formula) {
        if (NARROWS.test(text) && !TARGET_ACT.test(outsideQuotes(text)) && !TARGET_STANDARD.test(text)) addPlace(context, text.slice(0, -1))
        continue
      }
      if (context.resolution === null) continue
      const quoted = formula.quoted ? takeQuoted(paragraphs, index) : null
      const changes = quoted ? [] : changedWords(text, formula.action)
      const place = changes.length > 0 ? text.replace(FORMULA_WORDS, '').trim() : placeOf(text, formula.action)
      const standard = formula.action === 'restate-standard' ? (RESTATED_STANDARD.exec(text)?.groups?.title ?? null) : null
      // Words replaced pairwise are an instruction for each pair.
      for (const words of changes.length > 0 ? changes : [null]) {
        amendments.push({
          id: `${by}/${String(amendments.length + 1)}`,
          by,
          item: [pointNumber, marker].filter(Boolean).join('.'),
          target: {
            resolution: context.resolution,
            standard: context.standard ?? standard,
            place: [...context.places, place].filter(Boolean).join(', '),
          },
          action: formula.action,
          text: words ? null : (quoted?.text ?? text.replace(/[;.]$/u, '')),
          words,
          inForce,
          lines: [paragraph.lines[0], quoted?.last ?? paragraph.lines[1]],
          applied: false,
        })
      }
      if (quoted) index = quoted.index
    }
  }
  return amendments
}

/** Takes over the act and the standard that a line names as the target. */
function narrow(context: Context, text: string): void {
  // A quoted title may name other acts; the act that is amended stands outside the quotation marks.
  const act = TARGET_ACT.exec(outsideQuotes(text))?.groups
  if (act && (NARROWS.test(text) || /қаулысы(?:на|нда|ның)\s/u.test(text)) && context.resolution === null) {
    context.resolution = {number: act.number!, date: parseDate(act.date!)}
  }
  const standard = TARGET_STANDARD.exec(text)?.groups?.title
  if (standard) {
    context.standard = standard
    context.places = []
  }
}

/** A place of the same rank replaces the one before, a smaller one is added to it. */
function addPlace(context: Context, text: string): void {
  const rank = (place: string) => (/бөлім(?:де|інде)$/u.test(place) ? 2 : /тармақшас?ы?нда|тармақшада$/u.test(place) ? 3 : 1)
  const own = rank(text)
  context.places = [...context.places.filter((place) => rank(place) < own), text]
}

/** The text with quoted passages blanked, so that formulas inside a quotation are not taken for instructions. */
function outsideQuotes(text: string): string {
  let depth = 0
  let result = ''
  for (const character of text) {
    if (character === '«') depth++
    result += depth > 0 ? ' ' : character
    if (character === '»' && depth > 0) depth--
  }
  // An opening mark that is never closed hides nothing.
  return depth > 0 ? text : result
}

function takeQuoted(paragraphs: readonly Paragraph[], from: number): {text: string; index: number; last: number} | null {
  const first = paragraphs[from + 1]
  if (!first || !/^["«]/u.test(first.text)) return null
  const texts: string[] = []
  let depth = 0
  for (let index = from + 1; index < Math.min(paragraphs.length, from + 1 + MOST_QUOTED); index++) {
    const {text, lines} = paragraphs[index]!
    texts.push(text)
    depth += [...text.matchAll(/«/gu)].length - [...text.matchAll(/»/gu)].length
    if (depth <= 0 && /[»"]\s*[;.,]?$/u.test(text)) {
      const quoted = texts
        .join('\n')
        .replace(/^[«"]\s*/u, '')
        .replace(/\s*[»"]\s*[;.,]?$/u, '')
      return {text: quoted, index, last: lines[1]}
    }
  }
  return null
}

/** The words that an instruction changes, before and after; none where it changes more than words. */
function changedWords(text: string, action: Action): {old: string; new: string}[] {
  if (action === 'replace-words') {
    const pairs = REPLACED_PAIRS.exec(text)?.groups
    if (pairs) {
      const [olds, news] = [pairs.olds!, pairs.news!].map((list) => [...list.matchAll(QUOTED)].map((match) => match.groups!.text!))
      // Lists of different length pair nothing.
      return olds!.length === news!.length ? olds!.map((old, index) => ({old, new: news![index]!})) : []
    }
    const groups = REPLACED_WORDS.exec(text)?.groups
    return groups ? [{old: groups.old!, new: groups.new!}] : []
  }
  if (action === 'insert') {
    const groups = WORDS_AFTER.exec(text)?.groups
    return groups ? [{old: groups.old!, new: `${groups.old!} ${groups.added!}`}] : []
  }
  if (action === 'exclude') {
    const groups = WORDS_OUT.exec(text)?.groups
    return groups ? [{old: groups.old!, new: ''}] : []
  }
  return []
}

function placeOf(text: string, action: Action): string {
  if (action === 'insert' || action === 'insert-row')
    return INSERTED_PLACE.exec(text)?.groups?.place ?? text.replace(/\s*толықтырылсын.*$/u, '')
  if (action === 'restate-standard' || action === 'insert-standards') return ''
  return text.replace(FORMULA_WORDS, '').trim()
}

/** «… алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.» */
function entryIntoForce(points: readonly (readonly Paragraph[])[]): Amendment['inForce'] {
  for (const paragraphs of points) {
    const text = (paragraphs[0]?.text ?? '').replace(POINT_NUMBER, '')
    if (!IN_FORCE.test(text) || !/^осы\s+қаулы/iu.test(text)) continue
    return {text, rule: TEN_DAYS.test(text) ? 'ten-calendar-days-after-publication' : 'on-publication'}
  }
  return null
}
