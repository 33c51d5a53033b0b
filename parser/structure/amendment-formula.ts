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
  /** Indexes of the quotations that are the new text; null where the operation has none, or it is still to come. */
  content: number[] | null
  /** True where a text must follow («мынадай редакцияда жазылсын:»). */
  wantsText: boolean
}

/** Verbs of command that end an instruction. */
export const VERB =
  /(?:жазылсын|баяндалсын|мазмұндалсын|ауыстырылсын|алмастырылсын|толықтырылсын|тасталсын|шығарылсын|алынсын|танылсын|жойылсын|жойсын|есептелсін|саналсын|өзгертілсін|аталсын|(?:ауыстырылып|алмастырылып|толықтырылып|тасталып|жазылып|танылып)(?=,|\s(?:және|ал)\s|$))(?!\p{L})/iu
/** «… ауыстырылып, … толықтырылсын»: the first of two commands. */
const GOES_ON = /ып$/iu
const EACH_VERB = new RegExp(VERB.source, 'giu')

/** «жаңа редакцияда жазылсын», «мынадай редакцияда баяндалсын» */
const RESTATE =
  /(?:(?:мынадай|мына|жаңа|келесі|төмендегі|төмендегідей|осындай)\s)?редакция(?:да|сында|мен)(?=[\s:])(?=.*(?:жазылсын|баяндалсын|мазмұндалсын|өзгертілсін)$)/iu
/** «… «жаңа мәтін» деген редакцияда» */
const SAYS_NEW_TEXT = /^\sдеген\s?$/iu
/** «22-тармақтағы»: something in it is meant, not the place itself. */
const IN_A_PLACE = /(?:[дт]ағы|[дт]егі|н?[дт][ае]|ның|нің|тың|тің|дың|дің)$/iu
const RESTATE_VERB = /\s?:?\s?(?:жазылсын|баяндалсын|мазмұндалсын|өзгертілсін)$/iu
/** «осы қаулының 1-қосымшасына сәйкес», «осы қаулыға 7, 8-қосымшаларға сәйкес», «осы қаулыға қосымшаға сәйкес» */
const SOURCE_ANNEX =
  /осы\sқаулы(?:ға|ның)\s(?<numbers>(?:\s?(?:№\s?)?\d{1,3}(?!\d)(?:\s?(?:,|және|мен|–|-(?=\d)))?){0,40})\s?[-–]?\s?қосымша\p{L}*\s(?:сәйкес|сай)/iu
const ADD_STANDARDS = /стандарт(?:тар)?(?:ы|дар)?(?:мен|ымен)\sтолықтырылсын/iu
const ANY_STANDARDS = /стандарт\p{L}*\sтолықтырылсын/iu
/** «… бөлімнің атауы «Қызмет нәтижелері» деп өзгертілсін» */
const RETITLE = new RegExp(`\\s(?<quote>${Q})\\sдеп\\s(?:өзгертілсін|аталсын)$`, 'iu')
const REPLACE = /(?:ауыстырылсын|алмастырылсын|өзгертілсін)$/iu
const INSERT = /толықтырылсын$/iu
const EXCLUDE = /(?:(?:алып|алынып)\sтасталсын|шығарып\sтасталсын|шығарылсын|алынсын)$/iu
const REPEAL = /(?:күші\sжойылды\sдеп\sтанылсын|күшін?\sжой(?:ылсын|сын)|күшін\sжойған\sдеп\sтанылсын)$/iu
const RENUMBER = /(?:деп|болып)\s(?:есептелсін|саналсын|өзгертілсін)$/iu
/** Words that say what is quoted: «деген сөздер», «деген цифрлармен», «деген сөз тіркесінен». */
const KIND =
  'сөз\\p{L}*(?:\\sтіркес\\p{L}*)?|цифр\\p{L}*|сан\\p{L}*|сөйлем\\p{L}*|аббревиатура\\p{L}*|белгі\\p{L}*|әрі?п\\p{L}*|мәтін\\p{L}*|дерек\\p{L}*|атау\\p{L}*|мекенжай\\p{L}*|телефон\\p{L}*|нөмір\\p{L}*|жазу\\p{L}*|сілтеме\\p{L}*|көрсеткіш\\p{L}*|мағына\\p{L}*|күн\\p{L}*|сома\\p{L}*|таңба\\p{L}*|тыныс\\sбелгі\\p{L}*|үтір\\p{L}*|нүкте\\p{L}*'
const CONNECTORS = new RegExp(`^(?:[\\s,;:]|(?:деген|және|мен|пен|бен|тиісінше|тиісті|${KIND})(?!\\p{L}))*$`, 'iu')
/** The same at the beginning of what stands between two quotations: the rest names a place. */
const CONNECTED = new RegExp(
  `^(?:[\\s,;:]|деген(?!\\p{L})|және(?!\\p{L})|тиісінше(?!\\p{L})|(?:мен|пен|бен|кейін|соң|алдынан|алдында|алдына|бұрын)(?!\\p{L})|(?:${KIND})(?!\\p{L}))*`,
  'iu',
)
const JOINS = /^\s?(?:,|,?\s?және|мен|пен|бен)\s?$/u
/** A quotation that names a part of a table, or a document, belongs to the place. */
const NAMES_A_PART = /^\s(?:деген\s|атты\s)?(?:кіші\s|\d{1,2}\s?[-–]\s?)?(?:бөлім|баған|тақыры[пб]|жол(?!дама)|стандарт|мемлекеттік)/u
const AFTER = /(?:кейін|соң)/iu
const BEFORE = /(?:алдына(?:н)?|алдында|алды|бұрын)/iu
const AT_END = /(?:соңы(?:нда|на)?|аяғы(?:нда|на)?)(?!\p{L})/iu
const AT_START = /(?:басы(?:нда|на)?)(?!\p{L})/iu
const CONTENT_PHRASE =
  /(?:мынадай|мына|төмендегі(?:дей)?|келесі)\s(?:мазмұндағы|мазмұндалған|мазмұнды|(?=(?:сөйлем|абзац|бөлік|жол)\p{L}*(?:мен|пен|бен)))/iu
/** The mark before which words at the end of a text go. */
const QUOTE_TOKEN = new RegExp(Q, 'gu')

/** Cuts a statement into its clauses, each up to its verb, and what is left. A text quoted behind the verb belongs to the clause. */
export function splitClauses(skeleton: string): {clauses: string[]; rest: string} {
  const clauses: string[] = []
  let from = 0
  for (const match of skeleton.matchAll(EACH_VERB)) {
    let to = match.index + match[0].length
    const quoted = new RegExp(`^\\s?[:–-]?\\s?${Q}\\s?(?:(?:;\\s?)?${Q}\\s?(?=[;.,]|$))*`, 'u').exec(skeleton.slice(to))
    // «… мынадай редакцияда жазылсын: «…»»
    if (quoted && /^\s?[:–-]|^\s?\ue000/u.test(quoted[0])) to += quoted[0].length
    clauses.push(
      skeleton
        .slice(from, to)
        .replace(/^[\s,;.]+/u, '')
        .replace(/^(?:ал|және|сондай-ақ|әрі)\s/u, '')
        .trim(),
    )
    from = to
  }
  const rest = skeleton.slice(from).replace(/^[\s,;.]+|[\s,;.]+$/gu, '')
  return {clauses: clauses.filter((clause) => clause !== ''), rest}
}

/** Reads one clause: everything up to a verb of command, and the text quoted behind it. What is half understood is not understood. */
export function readClause(skeleton: string, quotes: readonly string[]): Clause[] {
  const clauses = readParts(skeleton, quotes)
  const doubt = clauses.find(({operation}) => operation.kind === 'unknown')
  return doubt ? [doubt] : clauses
}

function readParts(skeleton: string, quotes: readonly string[]): Clause[] {
  const verb = VERB.exec(skeleton)
  if (!verb) return [unknown(skeleton, 'no verb of command')]
  const head = skeleton
    .slice(0, verb.index + verb[0].length)
    .trim()
    .replace(GOES_ON, 'сын')
  const behind = [...skeleton.slice(verb.index + verb[0].length).matchAll(PLACEHOLDER)].map((match) => Number(match[1]))
  const source = SOURCE_ANNEX.exec(head)
  const annexes = source ? [...source.groups!.numbers!.matchAll(/\d+/gu)].map(([number]) => Number(number)) : []
  if (source && /\d\s?[–-]\s?\d/u.test(source.groups!.numbers!)) fillRange(annexes)
  const own = source ? `${head.slice(0, source.index)} ${head.slice(source.index + source[0].length)}`.replace(/\s+/gu, ' ').trim() : head
  if (source && ADD_STANDARDS.test(own))
    return [{operation: {kind: 'insert-standards', annexes}, paths: [], place: '', content: null, wantsText: false}]
  if (source && INSERT.test(own) && ANY_STANDARDS.test(own))
    return [{operation: {kind: 'insert-standards', annexes}, paths: [], place: '', content: null, wantsText: false}]
  if (RESTATE.test(own)) return [restate(own, quotes, behind, source ? annexes : null)]
  if (REPEAL.test(own)) return [placed(own.replace(REPEAL, ''), quotes, {kind: 'repeal'})]
  const retitle = RETITLE.exec(own)
  if (retitle) return [retitled(own.slice(0, retitle.index), quotes, Number(retitle.groups!.quote!.slice(1, -1)))]
  if (RENUMBER.test(own)) return [renumber(own.replace(RENUMBER, ''), quotes)]
  if (REPLACE.test(own)) return replaceWords(own.replace(REPLACE, ''), quotes, behind)
  if (INSERT.test(own)) return insert(own.replace(INSERT, ''), quotes, behind, source ? annexes : null)
  if (EXCLUDE.test(own)) return exclude(own.replace(EXCLUDE, ''), quotes)
  return [unknown(skeleton, `the formula «${verb[0]}» stands with words that are not known`)]
}

function fillRange(numbers: number[]): void {
  const [from, to] = [numbers[0]!, numbers.at(-1)!]
  numbers.splice(0, numbers.length, ...Array.from({length: Math.max(0, to - from) + 1}, (_, index) => from + index))
}

function unknown(place: string, why: string): Clause {
  return {operation: {kind: 'unknown', why}, paths: [], place, content: null, wantsText: false}
}

/** An operation on the places named, and nothing else but them. */
function placed(text: string, quotes: readonly string[], operation: Operation, content: number[] | null = null, wantsText = false): Clause {
  const place = readPlaces(text, quotes)
  if (place.unknown.length > 0) return unknown(text, `not understood: «${place.unknown.join(' ')}»`)
  if (place.quotes.length > 0) return unknown(text, `«${quotes[place.quotes[0]!] ?? ''}» names no known part of an act`)
  return {operation, paths: place.paths, place: text.trim(), content, wantsText}
}

function restate(own: string, quotes: readonly string[], behind: readonly number[], annexes: number[] | null): Clause {
  const before = own.replace(RESTATE, '').replace(RESTATE_VERB, '').replace(/\s+/gu, ' ').trim()
  if (annexes) return placed(before, quotes, {kind: 'restate-from-annex', annexes})
  // «… деген сөздер мынадай редакцияда жазылсын: «…»»
  const words = wordGroups(before)
  if (words?.length === 1 && CONNECTORS.test(words[0]!.tail)) {
    const {quotes: old, place} = words[0]!
    if (behind.length === old.length) {
      const pairs = old.map((index, at) => ({old: quotes[index]!, new: quotes[behind[at]!]!}))
      return placed(place, quotes, {kind: 'replace-words', pairs})
    }
    // «8-тармақ «…» деген редакцияда жазылсын»: what is quoted is the new text, unless it is said to be in a place.
    if (behind.length === 0 && old.length === 1 && SAYS_NEW_TEXT.test(words[0]!.tail) && !IN_A_PLACE.test(place.trim()))
      return placed(place, quotes, {kind: 'restate'}, old, true)
    return unknown(own, 'the new text does not follow')
  }
  return placed(before, quotes, {kind: 'restate'}, behind.length > 0 ? [...behind] : null, true)
}

/** A title that gets another name; nothing else is called by one. */
function retitled(text: string, quotes: readonly string[], quote: number): Clause {
  const clause = placed(text, quotes, {kind: 'restate'}, [quote], true)
  if (clause.operation.kind === 'unknown' || clause.paths.every((path) => path.at(-1)?.unit === 'title')) return clause
  return unknown(text, 'only a title can be renamed so')
}

interface WordGroup {
  /** Indexes of the quotations. */
  quotes: number[]
  /** The place that is named before them; empty for the place of the group before. */
  place: string
  /** What stands between them and the next group, or the end: «деген сөздер». */
  tail: string
}

/** Quotations of words in groups: those joined by «,» or «және» are one. Null where only parts of tables are quoted. */
function wordGroups(text: string): WordGroup[] | null {
  const tokens = [...text.matchAll(QUOTE_TOKEN)].filter(
    (token) => !NAMES_A_PART.test(text.slice(token.index + token[0].length).toLowerCase()),
  )
  if (tokens.length === 0) return null
  const groups: WordGroup[] = []
  let end = 0
  for (const token of tokens) {
    const number = Number(token[0].slice(1, -1))
    const gap = text.slice(end, token.index)
    const last = groups.at(-1)
    if (last && JOINS.test(gap)) last.quotes.push(number)
    else {
      const lead = last ? CONNECTED.exec(gap)![0] : ''
      if (last) last.tail = lead
      groups.push({quotes: [number], place: gap.slice(lead.length), tail: ''})
    }
    end = token.index + token[0].length
  }
  groups.at(-1)!.tail = text.slice(end)
  return groups
}

/** The first word group that has words around it which belong neither to a place nor to the formula. */
function strayWords(groups: readonly WordGroup[]): string | null {
  return groups.find(({tail}) => !CONNECTORS.test(tail))?.tail.trim() ?? null
}

/** «деген сөзбен», «деген цифрлармен»: the new words stand in the instrumental. */
const INSTRUMENTAL = /(?:мен|бен|пен)(?=[\s,;:]*(?:\s(?:және|тиісінше)\s?)?$)/iu

/** «стандарттың бүкіл мәтіні бойынша» */
const THROUGHOUT = /\s(?:(?:осы\s|көрсетілген\s)?(?:стандарт|қаулы)\p{L}*\s)?(?:бүкіл|барлық|күллі|толық)\sмәтін\p{L}*\sбойынша(?=\s)/iu

/** «тиісінше», «тиісті» */
const RESPECTIVELY = /(?<!\p{L})тиісінше|(?<!\p{L})тиісті\s\ue000/iu

function replaceWords(own: string, quotes: readonly string[], behind: readonly number[]): Clause[] {
  let text = own
  // «X» деген сөз бүкіл мәтін бойынша «Y» деген сөзбен: the place may stand behind the first words.
  const throughout = THROUGHOUT.exec(own)
  const first = own.indexOf('\ue000')
  if (throughout && first !== -1 && throughout.index > first)
    text = `${own.slice(0, first)}${throughout[0].trim()} ${own.slice(first, throughout.index)}${own.slice(throughout.index + throughout[0].length)}`
  const groups = wordGroups(text)
  if (!groups) return [unknown(text, 'no words are quoted that are to be replaced')]
  const stray = strayWords(groups)
  if (stray !== null) return [unknown(text, `not understood: «${stray}»`)]
  if (behind.length > 0) groups.push({quotes: [...behind], place: '', tail: ' сөздермен'})
  // Old words and new ones in turn, or first all the old and then all the new.
  const marked = groups.map(({tail}) => INSTRUMENTAL.test(tail.replace(/\s(?:мен|пен|бен)\s*$/iu, '')))
  const isNew = marked.some(Boolean) && !marked[0] && marked.at(-1) ? marked : groups.map((_, index) => index % 2 === 1)
  const clauses: Clause[] = []
  let olds: {place: string; quote: number}[] = []
  let place = ''
  for (let index = 0; index < groups.length;) {
    olds = []
    while (index < groups.length && !isNew[index]) {
      place = groups[index]!.place.trim() === '' ? place : groups[index]!.place
      for (const quote of groups[index]!.quotes) olds.push({place, quote})
      index++
    }
    const news: number[] = []
    while (index < groups.length && isNew[index]) {
      if (groups[index]!.place.trim() !== '') return [unknown(text, `not understood: «${groups[index]!.place.trim()}»`)]
      news.push(...groups[index]!.quotes)
      index++
    }
    const [only] = olds
    if (only && olds.length === 1 && news.length > 1 && RESPECTIVELY.test(text)) {
      // «2) және 3) тармақшалардағы «5» деген цифр тиісінше «10», «15» деген цифрлармен»: to each place its own.
      const clause = placed(only.place, quotes, {kind: 'replace-words', pairs: []})
      if (clause.operation.kind === 'unknown') return [clause]
      if (clause.paths.length !== news.length)
        return [unknown(text, `${String(clause.paths.length)} places are named and ${String(news.length)} new texts`)]
      for (const [at, path] of clause.paths.entries()) {
        const pairs = [{old: quotes[only.quote]!, new: quotes[news[at]!]!}]
        clauses.push({...clause, paths: [path], operation: {kind: 'replace-words', pairs}})
      }
      continue
    }
    if (olds.length === 0 || (news.length !== olds.length && news.length !== 1))
      return [unknown(text, `${String(olds.length)} quotations are to be replaced by ${String(news.length)}`)]
    olds.forEach((old, at) => {
      const pair = {old: quotes[old.quote]!, new: quotes[news[news.length === 1 ? 0 : at]!]!}
      const last = clauses.at(-1)
      if (last?.operation.kind === 'replace-words' && last.place === old.place.trim()) last.operation.pairs.push(pair)
      else clauses.push(placed(old.place, quotes, {kind: 'replace-words', pairs: [pair]}))
    })
  }
  return clauses
}

function exclude(text: string, quotes: readonly string[]): Clause[] {
  const groups = wordGroups(text)
  if (!groups) return [placed(text, quotes, {kind: 'exclude'})]
  const stray = strayWords(groups)
  if (stray !== null) return [unknown(text, `not understood: «${stray}»`)]
  let place = ''
  return groups.map((group) => {
    place = group.place.trim() === '' ? place : group.place
    return placed(place, quotes, {kind: 'delete-words', words: group.quotes.map((index) => quotes[index]!)})
  })
}

function insert(text: string, quotes: readonly string[], behind: readonly number[], annexes: number[] | null): Clause[] {
  const phrase = CONTENT_PHRASE.exec(text)
  const words = wordGroups(text)
  if (annexes) {
    const units = readPlaces(text, quotes, true)
    if (units.unknown.length > 0) return [unknown(text, `not understood: «${units.unknown.join(' ')}»`)]
    const steps = units.paths.flatMap((path) => path.slice(-1))
    const paths = [units.paths[0]?.slice(0, -1) ?? []]
    return [{operation: {kind: 'insert-from-annex', annexes, units: steps}, paths, place: text, content: null, wantsText: false}]
  }
  if (words) return insertWords(text, words, quotes, behind)
  // «2) тармақшадан кейін мынадай мазмұндағы абзацпен», «мынадай мазмұндағы 8), 9) тармақшалармен»
  const lead = phrase ? text.slice(0, phrase.index).trimEnd() : ''
  // «18-тармақтың соңы мынадай сөйлеммен»: the end is where a sentence without a number goes.
  const head =
    AT_END.test(lead) && /^\s?(?:жаңа\s)?сөйлем/iu.test(text.slice(lead.length).replace(CONTENT_PHRASE, '').trimStart())
      ? lead.replace(AT_END, '').trimEnd()
      : lead
  const tail = phrase ? text.slice(phrase.index + phrase[0].length) : text
  const anchor = /^(?<outer>.*?)(?<named>\S*)$/su.exec(head.trim()) ? splitAnchor(head) : null
  const units = readPlaces(tail, quotes, true)
  if (units.unknown.length > 0) return [unknown(text, `not understood: «${units.unknown.join(' ')}»`)]
  const place = readPlaces(anchor?.text ?? head, quotes)
  if (place.unknown.length > 0) return [unknown(text, `not understood: «${place.unknown.join(' ')}»`)]
  let paths = place.paths
  // Without «мазмұндағы» the units and their place stand together: «3-тармақ 5) тармақшамен толықтырылсын».
  let steps = units.paths.flatMap((path) => path.slice(-1))
  if (!phrase) paths = [units.paths[0]?.slice(0, -1) ?? []]
  if (units.paths.some((path) => path.length > 1) && phrase) {
    paths = place.paths.map((path) => [...path, ...units.paths[0]!.slice(0, -1)])
    steps = units.paths.flatMap((path) => path.slice(-1))
  }
  if (steps.length === 0) return [unknown(text, 'what is to be inserted is not named')]
  let after: Step | null = null
  let before: Step | null = null
  if (anchor) {
    const step = paths[0]?.at(-1) ?? null
    paths = [paths[0]?.slice(0, -1) ?? []]
    if (anchor.side === 'after') after = step
    else before = step
  }
  return [
    {
      operation: {kind: 'insert', units: steps, after, before},
      paths,
      place: [head, tail].join(' ').replace(/\s+/gu, ' ').trim(),
      content: behind.length > 0 ? [...behind] : null,
      wantsText: true,
    },
  ]
}

/** «… деген сөзден кейін … деген сөзбен, … деген сөздің алдынан … деген сөзбен толықтырылсын» */
function insertWords(text: string, groups: readonly WordGroup[], quotes: readonly string[], behind: readonly number[]): Clause[] {
  const clauses: Clause[] = []
  let place = ''
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index]!
    place = group.place.trim() === '' ? place : group.place
    const side = AFTER.test(group.tail) ? 'after' : BEFORE.test(group.tail) ? 'before' : null
    const next = groups[index + 1]
    const rest = group.tail.replace(AFTER, '').replace(BEFORE, '').replace(CONTENT_PHRASE, '')
    if (!CONNECTORS.test(rest)) return [unknown(text, `not understood: «${rest.trim()}»`)]
    if (side && next && next.place.trim() === '' && next.quotes.length === group.quotes.length) {
      if (!CONNECTORS.test(next.tail)) return [unknown(text, `not understood: «${next.tail.trim()}»`)]
      for (const [at, anchor] of group.quotes.entries())
        clauses.push(placed(place, quotes, {kind: 'insert-words', anchor: quotes[anchor]!, side, words: quotes[next.quotes[at]!]!}))
      index++
    } else if (side && !next && group.quotes.length === 1 && behind.length <= 1) {
      // «… деген сөздерден кейін мынадай мазмұндағы сөздермен толықтырылсын: «…»»
      const operation: Operation = {
        kind: 'insert-words',
        anchor: quotes[group.quotes[0]!]!,
        side,
        words: behind.length > 0 ? quotes[behind[0]!]! : '',
      }
      clauses.push({...placed(place, quotes, operation), wantsText: behind.length === 0})
    } else if (!side && groups.length === 1 && group.quotes.length === 1 && behind.length === 0) {
      const end = AT_END.test(place) ? 'end' : AT_START.test(place) ? 'start' : null
      if (end === null) return [unknown(text, 'the instruction does not say behind which words the new ones go')]
      clauses.push(
        placed(place.replace(AT_END, '').replace(AT_START, ''), quotes, {
          kind: 'insert-words',
          anchor: null,
          side: end,
          words: quotes[group.quotes[0]!]!,
        }),
      )
    } else return [unknown(text, 'the quotations do not say what goes where')]
  }
  return clauses
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
