/**
 * Web sites, telephones and e-mail addresses named in running text.
 *
 *     … министрлігінің 8 (7172) 74-37-23, 74-33-65 нөмірлері бойынша, http:/www.enbek.gov.kz.
 *     +77172743723, +77172743365; www.enbek.gov.kz
 */
import {foldSpace} from '../tree.ts'
import type {Phone, Point} from '../model/index.ts'
import type {Region} from '../register/region.ts'
import {internationalForm} from '../register/telephone.ts'
import {sentences} from './paragraphs.ts'

/** «www.con.gov.kz», «http://egov.kz/wps»; a blank before a dot is a torn one: «www.con .gov .kz» */
const WEBSITE =
  /(?<![@\w.-])(?:https?:\/{1,2})?(?:www(?:\s?\.\s?|\s(?=\w))[a-z\d-]+(?:\s?\.[a-z\d-]+)+|(?:[a-z\d-]+\.)+(?:kz|com|org|net|ru|info|gov)(?![\w-]))(?:\/[\w./?=&%-]*\w)?/giu
const SCHEME = /^https?:\/{1,2}/iu
const EMAIL = /(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[a-z\d-]+(?:\.[a-z\d-]+)+/giu

/**
 * A number with its parts apart.
 *
 * 1. «8 (7172) 74-37-23», «(7172) 74-05-35», «8(727) 247-16-28»: the code in brackets;
 * 2. «87172-94-99-95», «8-71631 2-16-86», «8-7172-74-37-23»: eight and the code;
 * 3. «74-33-65», «247-16-28»: the number alone, with hyphens.
 */
const PHONE =
  /(?<![\d.№-])(?:(?:(?:\+?7|8)[\s-]*)?\((?<bracketed>\d{3,5})\)[\s-]*(?<local1>\d{1,3}(?:[\s-]?\d{2,3}){1,2})|(?:\+?7|8)[\s-]?(?<plain>7\d{2,4})[\s-]+(?<local2>\d{1,3}(?:[\s-]\d{2}){1,2})|(?<local3>\d{2,3}-\d{2}-\d{2}))(?![\d-]*\d|-\p{L}|\.\d)/gu
/** «1414 телефоны», «call-орталықтың (1414) телефоны», «телефоны (1414)»: a short number needs its word. */
const SHORT_NUMBER =
  /(?:(?:call|сall|саll|колл)[\s-]?орталы\p{L}*[^\d.;]{0,30}|телефон\p{L}*\s*[:–—-]?\s*)\(?(?<after>\d{3,4})\)?(?![\d(-])|(?<![\d№(.-])\(?(?<before>\d{3,4})\)?\s+(?:телефон|нөмір)/giu
/** What may stand between two numbers of one list: «, », « және », «, факс: ». */
const LIST_GAP = /^[\s,;]*(?:және)?[\s,;]*(?:(?:теле)?факс\p{L}*|тел\.|телефон\p{L}*)?[\s.:–—-]*$/iu
/** «Астана қаласы, Республика даңғылы, 43А-үй, телефон: 94-99-95»: the town tells the code. */
const TOWN = /(?<!\p{L})(Астана|Алматы)\s+(?:қаласы|қ\.)/gu
/** Any other place in a sentence makes the town's code uncertain. */
const OTHER_PLACE = /\p{L}\s+(?:облысы|ауылы|кенті|қаласы|қ\.)/gu
/** The towns with a code of their own, by the national numbering plan, and the digits of their numbers. */
const TOWN_CODES: Record<string, {code: string; region: Region}> = {
  Астана: {code: '7172', region: 'Астана қаласы'},
  Алматы: {code: '727', region: 'Алматы қаласы'},
}

/** Every site named in the points, as printed but for the scheme and torn blanks; each once, in order. */
export function readWebsites(points: readonly Point[]): string[] {
  return websitesOf(points).map(({value}) => value)
}

/** The points that first name the sites of `readWebsites`, in the same order. */
export function pointsOfWebsites(points: readonly Point[]): string[] {
  return websitesOf(points).map(({point}) => point)
}

/** Every e-mail address named in the points; each once, in order. */
export function readEmails(points: readonly Point[]): string[] {
  return emailsOf(points).map(({value}) => value)
}

/** The points that first name the addresses of `readEmails`, in the same order. */
export function pointsOfEmails(points: readonly Point[]): string[] {
  return emailsOf(points).map(({point}) => point)
}

/** Every telephone number named in the points; each once, in order. */
export function readPhones(points: readonly Point[]): Phone[] {
  return numbersOf(points).map(({value}) => value)
}

/** The points that first name the numbers of `readPhones`, in the same order. */
export function pointsOfPhones(points: readonly Point[]): string[] {
  return numbersOf(points).map(({point}) => point)
}

interface Found<Value> {
  value: Value
  point: string
}

function websitesOf(points: readonly Point[]): Found<string>[] {
  return firstOf(
    points,
    (text) => [...text.matchAll(WEBSITE)].map((match) => website(match[0])),
    (value) => value,
  )
}

function emailsOf(points: readonly Point[]): Found<string>[] {
  return firstOf(
    points,
    (text) => text.match(EMAIL) ?? [],
    (value) => value,
  )
}

function numbersOf(points: readonly Point[]): Found<Phone>[] {
  return firstOf(points, phonesIn, ({text}) => text.replace(/\D/gu, ''))
}

/** What the points name, each thing where it stands first. */
function firstOf<Value>(
  points: readonly Point[],
  find: (text: string) => readonly Value[],
  keyOf: (value: Value) => string,
): Found<Value>[] {
  const found = new Map<string, Found<Value>>()
  for (const {text, number} of points) {
    for (const value of find(text)) if (!found.has(keyOf(value))) found.set(keyOf(value), {value, point: number})
  }
  return [...found.values()]
}

/** The telephone numbers of a text, in order. */
export function phonesIn(text: string): Phone[] {
  const found: {start: number; end: number; phone: Phone}[] = []
  let code: string | null = null
  let end = -1
  for (const match of text.matchAll(PHONE)) {
    const groups = match.groups ?? {}
    const local = (groups['local1'] ?? groups['local2'] ?? groups['local3'] ?? '').replace(/\D/gu, '')
    const own = groups['bracketed'] ?? groups['plain'] ?? null
    // «8 (7172) 74-37-23, 74-33-65»: the code goes for the whole list.
    const known: string | null = own ?? (end !== -1 && LIST_GAP.test(text.slice(end, match.index)) ? code : null)
    const form = known === null ? townForm(text.slice(0, match.index), local) : internationalForm(known + local, null)
    found.push({start: match.index, end: match.index + match[0].length, phone: {text: foldSpace(match[0]), ...form}})
    code = known
    end = match.index + match[0].length
  }
  for (const match of text.matchAll(SHORT_NUMBER)) {
    const number = match.groups?.['after'] ?? match.groups?.['before'] ?? ''
    const start = match.index + match[0].lastIndexOf(number)
    if (found.some((other) => start < other.end && other.start < start + number.length)) continue
    found.push({start, end: start + number.length, phone: {text: number, e164: null}})
  }
  return found.sort((a, b) => a.start - b.start).map((entry) => entry.phone)
}

/** The form of a number without a code, by the one town that its sentence names before it. */
function townForm(before: string, local: string): Pick<Phone, 'e164' | 'doubt'> {
  const sentence = sentences(before).at(-1) ?? ''
  const towns = new Set([...sentence.matchAll(TOWN)].map((match) => match[1]!))
  const others = [...sentence.replace(TOWN, '').matchAll(OTHER_PLACE)]
  const [name] = towns
  const town = name !== undefined && towns.size === 1 && others.length === 0 ? TOWN_CODES[name] : undefined
  const form = town ? internationalForm(town.code + local, town.region) : null
  return form?.e164 ? {e164: form.e164} : {e164: null, doubt: 'no-code'}
}

function website(printed: string): string {
  return printed
    .replace(SCHEME, '')
    .replace(/^www\s(?=\w)/iu, 'www.')
    .replace(/\s+/gu, '')
    .replace(/[./]+$/u, '')
    .toLowerCase()
}
