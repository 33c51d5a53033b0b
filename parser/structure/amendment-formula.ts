/**
 * Drafting formulas: what an instruction does.
 *
 *       1) тармақшадағы «он жұмыс күні» деген сөздер «бес жұмыс күні» деген сөздермен ауыстырылсын
 *
 * is: at item 1), replace «он жұмыс күні» by «бес жұмыс күні». A formula ends in a verb of command; what stands before it
 * is read in the order place, words, formula. What cannot be read to the last word is no instruction but a doubt.
 */
import type {AmendmentOperation} from '../model/index.ts'
import {PLACEHOLDER, Q} from './amendment-quotes.ts'
import {readPlaces, type Step} from './amendment-place.ts'

export type Operation = AmendmentOperation

export interface Clause {
  operation: Operation
  /** Paths as named here, without what the lines before narrowed. */
  paths: Step[][]
  /** The words that name the place, quotations masked. */
  place: string
  /** Index of the quotation that is the new text; null where the operation has none, or it is still to come. */
  content: number | null
  /** True where a text must follow («мынадай редакцияда жазылсын:»). */
  wantsText: boolean
}

/** Verbs of command that end an instruction. */
export const VERB =
  /(?:жазылсын|баяндалсын|мазмұндалсын|ауыстырылсын|алмастырылсын|толықтырылсын|тасталсын|шығарылсын|алынсын|танылсын|жойылсын|жойсын|есептелсін|саналсын|өзгертілсін)(?!\p{L})/iu
const EACH_VERB = new RegExp(VERB.source, 'giu')

/** «жаңа редакцияда жазылсын», «мынадай редакцияда баяндалсын» */
const RESTATE =
  /(?:(?:мынадай|мына|жаңа|келесі|төмендегі|төмендегідей|осындай)\s)?редакция(?:да|сында|мен)\s?:?\s?(?:жазылсын|баяндалсын|мазмұндалсын|өзгертілсін)/iu
/** «осы қаулының 1-қосымшасына сәйкес», «осы қаулыға 7, 8-қосымшаларға сәйкес», «осы қаулыға қосымшаға сәйкес» */
const SOURCE_ANNEX =
  /осы\sқаулы(?:ға|ның)\s(?<numbers>(?:№?\s?\d{1,3}(?:\s?(?:,|және|мен|–|-(?=\d))\s?)?)*)\s?[-–]?\s?қосымша\p{L}*\s(?:сәйкес|сай)/iu
const ADD_STANDARDS = /стандарт(?:тар)?(?:ы|дар)?(?:мен|ымен)\sтолықтырылсын/iu
const ANY_STANDARDS = /стандарт\p{L}*\sтолықтырылсын/iu
const REPLACE = /(?:ауыстырылсын|алмастырылсын|өзгертілсін)$/iu
const INSERT = /толықтырылсын$/iu
const EXCLUDE = /(?:(?:алып|алынып)\sтасталсын|шығарып\sтасталсын|шығарылсын|алынсын)$/iu
const REPEAL = /(?:күші\sжойылды\sдеп\sтанылсын|күшін?\sжой(?:ылсын|сын)|күшін\sжойған\sдеп\sтанылсын)$/iu
const RENUMBER = /(?:деп|болып)\s(?:есептелсін|саналсын|өзгертілсін)$/iu
/** Words that say what is quoted: «деген сөздер», «деген цифрлармен», «деген сөз тіркесінен». */
const KIND =
  'сөз\\p{L}*(?:\\sтіркес\\p{L}*)?|цифр\\p{L}*|сан\\p{L}*|сөйлем\\p{L}*|аббревиатура\\p{L}*|белгі\\p{L}*|әріп\\p{L}*|мәтін\\p{L}*|дерек\\p{L}*|атау\\p{L}*|мекенжай\\p{L}*|телефон\\p{L}*|нөмір\\p{L}*|жазу\\p{L}*|сілтеме\\p{L}*|көрсеткіш\\p{L}*|мағына\\p{L}*|күн\\p{L}*|сома\\p{L}*|таңба\\p{L}*|тыныс\\sбелгі\\p{L}*|үтір\\p{L}*|нүкте\\p{L}*'
const CONNECTORS = new RegExp(`^(?:[\\s,;:]|деген|және|мен|пен|бен|тиісінше|тиісті|${KIND})*$`, 'iu')
const AFTER = /(?:кейін|соң)/iu
const BEFORE = /(?:алдына(?:н)?|алдында|алды|бұрын)/iu
const AT_END = /(?:соңы(?:нда|на)?|аяғы(?:нда|на)?)(?!\p{L})/iu
const AT_START = /(?:басы(?:нда|на)?)(?!\p{L})/iu
const CONTENT_PHRASE = /(?:мынадай|мына|төмендегі(?:дей)?|келесі)\s(?:мазмұндағы|мазмұндалған|мазмұнды)/iu
/** The mark before which words at the end of a text go. */
const QUOTE_TOKEN = new RegExp(Q, 'gu')

/** Cuts a statement into its clauses, each up to its verb. A text quoted behind the verb belongs to the clause. */
export function splitClauses(skeleton: string): string[] {
  const clauses: string[] = []
  let from = 0
  for (const match of skeleton.matchAll(EACH_VERB)) {
    let to = match.index + match[0].length
    const quoted = new RegExp(`^\\s?[:–-]?\\s?(?:${Q}\\s?)+`, 'u').exec(skeleton.slice(to))
    // «… мынадай редакцияда жазылсын: «…»»
    if (quoted && /^\s?[:–-]|^\s?\ue000/u.test(quoted[0])) to += quoted[0].length
    clauses.push(
      skeleton
        .slice(from, to)
        .replace(/^[\s,;.]+|^\s*(?:ал|және|сондай-ақ)\s/gu, '')
        .trim(),
    )
    from = to
  }
  return clauses.filter((clause) => clause !== '')
}

/** Reads one clause: everything up to a verb of command, and the text quoted behind it. */
export function readClause(skeleton: string, quotes: readonly string[]): Clause {
  const verb = VERB.exec(skeleton)
  if (!verb) return unknown(skeleton, 'no verb of command')
  const head = skeleton.slice(0, verb.index + verb[0].length).trim()
  const behind = [...skeleton.slice(head.length).matchAll(PLACEHOLDER)].map((match) => Number(match[1]))
  const source = SOURCE_ANNEX.exec(head)
  const annexes = source ? [...source.groups!.numbers!.matchAll(/\d+/gu)].map(([number]) => Number(number)) : []
  if (source && /\d\s?[–-]\s?\d/u.test(source.groups!.numbers!)) fillRange(annexes)
  const own = source ? `${head.slice(0, source.index)} ${head.slice(source.index + source[0].length)}`.replace(/\s+/gu, ' ').trim() : head
  if (source && ADD_STANDARDS.test(own))
    return {operation: {kind: 'insert-standards', annexes}, paths: [], place: '', content: null, wantsText: false}
  if (source && INSERT.test(own) && ANY_STANDARDS.test(own))
    return {operation: {kind: 'insert-standards', annexes}, paths: [], place: '', content: null, wantsText: false}
  if (RESTATE.test(own)) return restate(own, quotes, behind, source ? annexes : null)
  if (REPEAL.test(own)) return placed(own.replace(REPEAL, ''), quotes, {kind: 'repeal'})
  if (RENUMBER.test(own)) return renumber(own.replace(RENUMBER, ''), quotes)
  if (REPLACE.test(own)) return replaceWords(own.replace(REPLACE, ''), quotes, behind)
  if (INSERT.test(own)) return insert(own.replace(INSERT, ''), quotes, behind, source ? annexes : null)
  if (EXCLUDE.test(own)) return exclude(own.replace(EXCLUDE, ''), quotes)
  return unknown(skeleton, `the formula «${verb[0]}» stands with words that are not known`)
}

function fillRange(numbers: number[]): void {
  const [from, to] = [numbers[0]!, numbers.at(-1)!]
  numbers.splice(0, numbers.length, ...Array.from({length: Math.max(0, to - from) + 1}, (_, index) => from + index))
}

function unknown(place: string, why: string): Clause {
  return {operation: {kind: 'unknown', why}, paths: [], place, content: null, wantsText: false}
}

/** An operation on the places named, and nothing else but them. */
function placed(text: string, quotes: readonly string[], operation: Operation, content: number | null = null, wantsText = false): Clause {
  const place = readPlaces(text, quotes)
  if (place.unknown.length > 0) return unknown(text, `not understood: «${place.unknown.join(' ')}»`)
  if (place.quotes.length > 0) return unknown(text, `«${quotes[place.quotes[0]!] ?? ''}» names no known part of an act`)
  return {operation, paths: place.paths, place: text.trim(), content, wantsText}
}

function restate(own: string, quotes: readonly string[], behind: readonly number[], annexes: number[] | null): Clause {
  const before = own.replace(RESTATE, '').trim()
  if (annexes) return placed(before, quotes, {kind: 'restate-from-annex', annexes})
  // «… деген сөздер мынадай редакцияда жазылсын: «…»»
  const words = wordGroups(before)
  if (words && words.groups.length === 1) {
    const [old] = words.groups
    if (behind.length === old!.length) {
      const pairs = old!.map((index, at) => ({old: quotes[index]!, new: quotes[behind[at]!]!}))
      return placed(words.place, quotes, {kind: 'replace-words', pairs})
    }
    return {
      ...placed(words.place, quotes, {kind: 'replace-words', pairs: old!.map((index) => ({old: quotes[index]!, new: ''}))}),
      wantsText: true,
    }
  }
  return placed(before, quotes, {kind: 'restate'}, behind[0] ?? null, true)
}

/** The place before the first quotation of words, and the quotations in groups: those joined by «,» or «және» are one. */
function wordGroups(text: string): {place: string; groups: number[][]; between: string[]; tail: string} | null {
  const tokens = [...text.matchAll(QUOTE_TOKEN)]
  // A quotation that names a part of a table belongs to the place.
  const first = tokens.findIndex(
    (token) =>
      !/^\s(?:деген\s|атты\s)?(?:кіші\s)?(?:бөлім|баған|тақырып|стандарт|мемлекеттік)/u.test(
        text.slice(token.index + token[0].length).toLowerCase(),
      ),
  )
  if (first === -1) return null
  const words = tokens.slice(first)
  const groups: number[][] = []
  const between: string[] = []
  words.forEach((token, index) => {
    const number = Number(token[0].slice(1, -1))
    const previous = words[index - 1]
    const gap = previous ? text.slice(previous.index + previous[0].length, token.index) : ''
    if (previous && /^\s?(?:,|,?\s?және|мен|пен|бен)\s?$/u.test(gap)) groups.at(-1)!.push(number)
    else {
      if (previous) between.push(gap)
      groups.push([number])
    }
  })
  const last = words.at(-1)!
  return {place: text.slice(0, words[0]!.index), groups, between, tail: text.slice(last.index + last[0].length)}
}

function replaceWords(text: string, quotes: readonly string[], behind: readonly number[]): Clause {
  const words = wordGroups(text)
  if (!words) return unknown(text, 'no words are quoted that are to be replaced')
  const bad = [...words.between, words.tail].find((gap) => !CONNECTORS.test(gap))
  if (bad !== undefined) return unknown(text, `not understood: «${bad.trim()}»`)
  if (behind.length > 0) words.groups.push([...behind])
  if (words.groups.length % 2 === 1) return unknown(text, 'the words quoted do not make pairs of old and new')
  const pairs: {old: string; new: string}[] = []
  for (let at = 0; at < words.groups.length; at += 2) {
    const [olds, news] = [words.groups[at]!, words.groups[at + 1]!]
    if (news.length !== olds.length && news.length !== 1)
      return unknown(text, `${String(olds.length)} quotations are to be replaced by ${String(news.length)}`)
    olds.forEach((index, place) => pairs.push({old: quotes[index]!, new: quotes[news[news.length === 1 ? 0 : place]!]!}))
  }
  return placed(words.place, quotes, {kind: 'replace-words', pairs})
}

function exclude(text: string, quotes: readonly string[]): Clause {
  const words = wordGroups(text)
  if (!words) return placed(text, quotes, {kind: 'exclude'})
  const bad = [...words.between, words.tail].find((gap) => !CONNECTORS.test(gap))
  if (bad !== undefined) return unknown(text, `not understood: «${bad.trim()}»`)
  return placed(words.place, quotes, {kind: 'delete-words', words: words.groups.flat().map((index) => quotes[index]!)})
}

function insert(text: string, quotes: readonly string[], behind: readonly number[], annexes: number[] | null): Clause {
  const phrase = CONTENT_PHRASE.exec(text)
  const words = wordGroups(text)
  if (annexes) {
    const units = readPlaces(text, quotes, true)
    if (units.unknown.length > 0) return unknown(text, `not understood: «${units.unknown.join(' ')}»`)
    const steps = units.paths.flatMap((path) => path.slice(-1))
    const paths = [units.paths[0]?.slice(0, -1) ?? []]
    return {operation: {kind: 'insert-from-annex', annexes, units: steps}, paths, place: text, content: null, wantsText: false}
  }
  if (words && !(phrase && words.groups.length === 0)) {
    const [first, second] = words.groups
    const anchored = words.between[0] ?? ''
    if (words.groups.length === 2 && first!.length === 1 && second!.length === 1 && (AFTER.test(anchored) || BEFORE.test(anchored))) {
      const rest = anchored.replace(AFTER, '').replace(BEFORE, '').replace(CONTENT_PHRASE, '')
      if (!CONNECTORS.test(rest) || !CONNECTORS.test(words.tail)) return unknown(text, `not understood: «${(rest + words.tail).trim()}»`)
      const side = AFTER.test(anchored) ? 'after' : 'before'
      return placed(words.place, quotes, {kind: 'insert-words', anchor: quotes[first![0]!]!, side, words: quotes[second![0]!]!})
    }
    // «… деген сөздерден кейін мынадай мазмұндағы сөздермен толықтырылсын: «…»»
    if (
      words.groups.length === 1 &&
      first!.length === 1 &&
      (AFTER.test(words.tail) || BEFORE.test(words.tail)) &&
      /сөз|цифр|сөйлем/u.test(words.tail)
    ) {
      const side = AFTER.test(words.tail) ? 'after' : 'before'
      const operation: Operation = {
        kind: 'insert-words',
        anchor: quotes[first![0]!]!,
        side,
        words: behind.length > 0 ? quotes[behind[0]!]! : '',
      }
      return {...placed(words.place, quotes, operation), wantsText: behind.length === 0}
    }
    if (words.groups.length === 1 && first!.length === 1 && behind.length === 0) {
      const side = AT_END.test(words.place) ? 'end' : AT_START.test(words.place) ? 'start' : null
      const place = words.place.replace(AT_END, '').replace(AT_START, '')
      if (side === null) return unknown(text, 'the instruction does not say behind which words the new ones go')
      if (!CONNECTORS.test(words.tail)) return unknown(text, `not understood: «${words.tail.trim()}»`)
      return placed(place, quotes, {kind: 'insert-words', anchor: null, side, words: quotes[first![0]!]!})
    }
    return unknown(text, 'the quotations do not say what goes where')
  }
  // «2) тармақшадан кейін мынадай мазмұндағы абзацпен», «мынадай мазмұндағы 8), 9) тармақшалармен»
  const head = phrase ? text.slice(0, phrase.index) : ''
  const tail = phrase ? text.slice(phrase.index + phrase[0].length) : text
  const anchor = /^(?<outer>.*?)(?<named>\S*)$/su.exec(head.trim()) ? splitAnchor(head) : null
  const units = readPlaces(tail, quotes, true)
  if (units.unknown.length > 0) return unknown(text, `not understood: «${units.unknown.join(' ')}»`)
  const place = readPlaces(anchor?.text ?? head, quotes)
  if (place.unknown.length > 0) return unknown(text, `not understood: «${place.unknown.join(' ')}»`)
  let paths = place.paths
  // Without «мазмұндағы» the units and their place stand together: «3-тармақ 5) тармақшамен толықтырылсын».
  let steps = units.paths.flatMap((path) => path.slice(-1))
  if (!phrase) paths = [units.paths[0]?.slice(0, -1) ?? []]
  if (units.paths.some((path) => path.length > 1) && phrase) {
    paths = place.paths.map((path) => [...path, ...units.paths[0]!.slice(0, -1)])
    steps = units.paths.flatMap((path) => path.slice(-1))
  }
  if (steps.length === 0) return unknown(text, 'what is to be inserted is not named')
  let after: Step | null = null
  let before: Step | null = null
  if (anchor) {
    const step = paths[0]?.at(-1) ?? null
    paths = [paths[0]?.slice(0, -1) ?? []]
    if (anchor.side === 'after') after = step
    else before = step
  }
  return {
    operation: {kind: 'insert', units: steps, after, before},
    paths,
    place: [head, tail].join(' ').trim(),
    content: behind[0] ?? null,
    wantsText: true,
  }
}

/** «… екінші абзацтан кейін»: the place without the word that says on which side. */
function splitAnchor(head: string): {text: string; side: 'after' | 'before'} | null {
  const match = /^(?<text>.*?)\s(?<word>кейін|соң|алдынан|алдында|алдына|бұрын)[\s,]*$/isu.exec(` ${head.trim()}`)
  if (!match?.groups) return null
  return {text: match.groups.text!, side: AFTER.test(match.groups.word!) ? 'after' : 'before'}
}

function renumber(text: string, quotes: readonly string[]): Clause {
  const places = readPlaces(text, quotes)
  if (places.unknown.length > 0) return unknown(text, `not understood: «${places.unknown.join(' ')}»`)
  const half = places.paths.length / 2
  if (!Number.isInteger(half) || half === 0) return unknown(text, 'the numbers before and after do not make pairs')
  const to = places.paths.slice(half).map((path) => path.at(-1)!)
  return {operation: {kind: 'renumber', to}, paths: places.paths.slice(0, half), place: text.trim(), content: null, wantsText: false}
}
