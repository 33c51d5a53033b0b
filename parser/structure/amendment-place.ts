/**
 * Places in an act, as instructions name them.
 *
 *       көрсетілген стандарттың 7-тармағының 1) және 2) тармақшаларында, 9-тармақтың екінші бөлігінде
 *
 * is three places: point 7 item 1), point 7 item 2), point 9 part 2. Numbers before a unit join on its last word; a unit
 * as large as one before it begins another place.
 */
import type {AmendmentStep} from '../model/index.ts'
import {parseNumeral} from '../language/numerals.ts'
import {Q} from './amendment-quotes.ts'

export type Step = AmendmentStep
export type Unit = Step['unit']

/** A larger unit has a smaller rank. */
export const RANK: Record<Unit, number> = {
  'act-annex': 1,
  attachment: 1,
  annex: 2,
  corner: 3,
  section: 3,
  'table-section': 3,
  preamble: 4,
  point: 4,
  row: 4,
  item: 5,
  part: 6,
  column: 7,
  paragraph: 7,
  sentence: 8,
  title: 9,
  text: 9,
  end: 10,
  start: 10,
}

/** «1», «11-1», «3.2», «1)», «б)» */
const LABEL = '(?:\\d{1,3}(?:\\.\\d{1,2})*(?:-\\d{1,2})?|[а-яәіңғүұқөһ](?=\\)))\\)?'
const AND = '(?<=\\s)(?:және|мен|пен|бен)(?=\\s)'
const JOIN = `\\s*(?:,(?:\\s*және(?=\\s))?|${AND}|–|(?<=\\))-)\\s*`
/** «1», «1, 2 және 3», «3–5», «17), 18)» */
const NUMBERS = `${LABEL}(?:${JOIN}${LABEL})*`
const ORDINAL_WORD = '(?:(?:он|жиырма|отыз|қырық|елу)\\s)?\\p{L}+(?:ыншы|інші|ншы|нші)(?:сы|сі)?|соңғы'
const ORDINALS = `(?:${ORDINAL_WORD})(?:\\s*(?:,|${AND}|–)\\s*(?:${ORDINAL_WORD}))*`
const NUMBERED_OR_ORDINAL = `(?:${ORDINALS}|${NUMBERS})`

interface Found {
  unit: Unit
  numbers: string[]
  /** Index of the quotation that names it. */
  quote: number | null
  suffix: string
}

/** Every unit with the words that name it; the numbers stand before it. */
const UNITS: {unit: Unit; pattern: RegExp}[] = [
  // «көрсетілген қаулыға 3-қосымшада»: an annex of the act that is amended
  {
    unit: 'act-annex',
    pattern: sticky(`қаулы(?:ға|ның|сына|сының)\\s(?:(?:№\\s?)?(?<numbers>${NUMBERS})\\s?[-–]?\\s?)?қосымша(?<suffix>\\p{L}*)`),
  },
  {unit: 'annex', pattern: sticky(`(?:(?:№\\s?)?(?<numbers>${NUMBERS})\\s?[-–]?\\s?)?қосымша(?<suffix>\\p{L}*)`)},
  {unit: 'item', pattern: sticky(`(?:(?<numbers>${NUMBERS})\\s?[-–]?\\s?)тармақша(?<suffix>\\p{L}*)`)},
  {unit: 'point', pattern: sticky(`(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?тарма[қғ](?!ша)(?<suffix>\\p{L}*)`)},
  {
    unit: 'row',
    pattern: sticky(
      `(?:р/с|реттік\\s(?:нөмір\\p{L}*|сан\\p{L}*))\\s?(?:№\\s?)?(?<numbers>${NUMBERS})(?:\\s?[-–]?\\s?жол(?!дама)(?<suffix>\\p{L}*))?`,
    ),
  },
  {
    unit: 'row',
    pattern: sticky(`(?:№\\s?)?(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?(?:реттік\\s)?жол(?!дама|ы\\s?бой)(?<suffix>\\p{L}*)`),
  },
  // «Жиілігі» деген жол
  {unit: 'row', pattern: sticky(`(?<quote>${Q})\\s(?:деген\\s|атты\\s)?жол(?!дама|ы\\s?бой)(?<suffix>\\p{L}*)`)},
  {unit: 'column', pattern: sticky(`(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?баған(?<suffix>\\p{L}*)`)},
  {unit: 'column', pattern: sticky(`(?<quote>${Q})\\s(?:деген\\s|атты\\s)?баған(?<suffix>\\p{L}*)`)},
  // «Жұмыс қағидаттары» деген 3-бөлімде
  {
    unit: 'section',
    pattern: sticky(`(?<quote>${Q})\\s(?:деген\\s|атты\\s)?(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?бөлім(?!ш)(?<suffix>\\p{L}*)`),
  },
  {unit: 'table-section', pattern: sticky(`(?<quote>${Q})\\s(?:деген\\s|атты\\s)?(?:кіші\\s)?бөлім(?<suffix>\\p{L}*)`)},
  {unit: 'section', pattern: sticky(`(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?бөлім(?!ш)(?<suffix>\\p{L}*)`)},
  {unit: 'part', pattern: sticky(`(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?бөл(?:ік|іг)(?<suffix>\\p{L}*)`)},
  {unit: 'paragraph', pattern: sticky(`(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?(?:абзац|азат\\sжол)(?<suffix>\\p{L}*)`)},
  {unit: 'sentence', pattern: sticky(`(?<numbers>${NUMBERED_OR_ORDINAL})\\s?[-–]?\\s?сөйлем(?<suffix>\\p{L}*)`)},
  {unit: 'corner', pattern: sticky('(?:жоғарғы\\s)?оң\\sжақ\\p{L}*\\s(?:жоғарғы\\s)?бұрыш(?<suffix>\\p{L}*)')},
  {unit: 'preamble', pattern: sticky('(?:кіріспе|преамбула)(?<suffix>\\p{L}*)')},
  {unit: 'end', pattern: sticky('(?:соңын|аяғын)(?:да|дағы)(?!\\p{L})(?<suffix>)')},
  {unit: 'start', pattern: sticky('басын(?:да|дағы)(?!\\p{L})(?<suffix>)')},
  // «Жұмыс қағидаттары» деген тақырып
  {unit: 'title', pattern: sticky(`(?<quote>${Q})\\s(?:деген\\s|атты\\s)?тақыры(?:п(?!ша)|б)(?<suffix>\\p{L}*)`)},
  {unit: 'title', pattern: sticky('(?:тақырып(?!ша)|тақырыб|атауы)(?<suffix>\\p{L}*)')},
  {unit: 'text', pattern: sticky('(?:(?:бүкіл|барлық|күллі|толық)\\s)мәтін(?<suffix>\\p{L}*)(?:\\sбойынша)?')},
  {unit: 'text', pattern: sticky('мәтін(?<suffix>і)?\\sбойынша')},
]
/** Units that an insertion may name without a number: «абзацпен», «сөйлеммен», «жолмен». */
const BARE_UNITS: {unit: Unit; pattern: RegExp}[] = [
  {unit: 'paragraph', pattern: sticky('(?:жаңа\\s)?(?:абзац|азат\\sжол)(?<suffix>\\p{L}*)')},
  {unit: 'part', pattern: sticky('(?:жаңа\\s)?бөл(?:ік|іг)(?<suffix>\\p{L}*)')},
  {unit: 'sentence', pattern: sticky('(?:жаңа\\s)?сөйлем(?<suffix>\\p{L}*)')},
  {unit: 'row', pattern: sticky('(?:жаңа\\s)?жол(?!дама)(?<suffix>\\p{L}*)')},
  {unit: 'table-section', pattern: sticky('(?:жаңа\\s)?бөлім(?!ш)(?<suffix>\\p{L}*)')},
  {unit: 'item', pattern: sticky('(?:жаңа\\s)?тармақша(?<suffix>\\p{L}*)')},
  {unit: 'point', pattern: sticky('(?:жаңа\\s)?тармақ(?!ша)(?<suffix>\\p{L}*)')},
]

/** Words around a place that name nothing more. */
const FILLER =
  /^(?:көрсетілген|көрсетілетін|осы|аталған|жоғарыда|жоғарыдағы|оның|онда|стандарт\p{L}*|қаулы\p{L}*|мемлекеттік|қызмет\p{L}*|көрсету\p{L}*|бекітілген|және|мен|пен|бен|да|де|бойынша|мәтін\p{L}*|кесте\p{L}*|тізбе\p{L}*|тізім\p{L}*|нысан\p{L}*|деген|сондай-ақ|мынадай|мазмұндағы|келесі|сәйкес|тиісінше|жаңа|бар|үзінді\p{L}*|бұдан|әрі|өзінде|мемлекеттік|сөздер|болып|ішінде|аталмыш|бөлігінде)$/u

export interface PlaceReading {
  /** The places named, each from its largest unit to its smallest; one empty path where none is named. */
  paths: Step[][]
  /** Words that are no part of a place. */
  unknown: string[]
  /** Quotations that name no unit. */
  quotes: number[]
}

/**
 * Reads the places that a part of an instruction names.
 *
 * @param skeleton the words, with quotations masked
 * @param quotes the quotations
 * @param bare whether units without a number count («абзацпен»)
 */
export function readPlaces(skeleton: string, quotes: readonly string[], bare = false): PlaceReading {
  const text = skeleton.toLowerCase()
  const unknown: string[] = []
  const loose: number[] = []
  const found: Found[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const skipped = /^[\s,;:.()–-]+/u.exec(rest)
    if (skipped) {
      at += skipped[0].length
      continue
    }
    const match = findUnit(text, at, bare)
    if (match) {
      found.push(match.found)
      at = match.end
      continue
    }
    const quote = new RegExp(`^${Q}`, 'u').exec(rest)
    if (quote) {
      loose.push(Number(quote[0].slice(1, -1)))
      at += quote[0].length
      continue
    }
    const word = /^[^\s,;:.()\ue000]+/u.exec(rest)
    if (!word) {
      at++
      continue
    }
    if (!FILLER.test(word[0])) unknown.push(word[0])
    at += word[0].length
  }
  return {paths: assemble(found, quotes), unknown, quotes: loose}
}

function findUnit(text: string, at: number, bare: boolean): {found: Found; end: number} | null {
  for (const {unit, pattern} of bare ? [...UNITS, ...BARE_UNITS] : UNITS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const {numbers, quote, suffix = ''} = match.groups ?? {}
    const labels = numbers === undefined ? [] : readNumbers(numbers, suffix)
    if (labels === null) continue
    return {
      found: {unit, numbers: labels, quote: quote === undefined ? null : Number(quote.slice(1, -1)), suffix},
      end: at + match[0].length,
    }
  }
  return null
}

/** «тар», «тер», «лар», «лер», «дар», «дер»: more than one. */
const PLURAL = /^(?:[тлд][ае]р)/u
const ONE_LABEL = new RegExp(
  `(?<label>${LABEL})|(?<dash>–|-)|(?<word>(?:(?:он|жиырма|отыз|қырық|елу)\\s)?\\p{L}+(?:ыншы|інші|ншы|нші)(?:сы|сі)?|соңғы)`,
  'gu',
)
const MOST = 200

/** «1, 3–5» → 1, 3, 4, 5; «1)» → 1); «екінші» → 2; null where the words are no numbers. */
function readNumbers(text: string, suffix: string): string[] | null {
  const labels: string[] = []
  let range = false
  for (const {groups} of text.matchAll(ONE_LABEL)) {
    if (groups?.dash !== undefined) {
      range = true
      continue
    }
    const label = groups?.label ?? ordinal(groups?.word ?? '')
    if (label === null) return null
    const run = range ? runOf(labels.at(-1) ?? '', label) : []
    // A range whose numbers between are not known is no list of its two ends.
    if (run === null) return null
    // «2 – 4)»: the mark of an item stands behind the last of them.
    if (range && label.endsWith(')') && !labels.at(-1)?.endsWith(')')) labels.push(`${labels.pop() ?? ''})`)
    labels.push(...run, label)
    range = false
  }
  // «3-5-тармақтар»: a range, where «11-1-тармақ» is one number.
  const only = /^(\d{1,3})-(\d{1,3})$/u.exec(labels.length === 1 ? labels[0]! : '')
  if (only && PLURAL.test(suffix) && Number(only[1]) < Number(only[2])) {
    return Array.from({length: Number(only[2]) - Number(only[1]) + 1}, (_, index) => String(Number(only[1]) + index))
  }
  return labels
}

/** What stands between the ends of a range: «2)», «5)» → 3), 4); «3.1», «3.3» → 3.2; null where that is not certain. */
function runOf(first: string, last: string): string[] | null {
  const [from, to] = [first, last].map((label) => /^(?<lead>(?:\d+[.-])*)(?<number>\d+)\)?$/u.exec(label)?.groups)
  if (!from || !to || from.lead !== to.lead) return null
  const count = Number(to.number) - Number(from.number)
  if (count <= 0 || count >= MOST) return null
  const closing = last.endsWith(')') ? ')' : ''
  return Array.from({length: count - 1}, (_, index) => `${from.lead ?? ''}${String(Number(from.number) + index + 1)}${closing}`)
}

function ordinal(word: string): string | null {
  if (word === 'соңғы') return 'last'
  const value = parseNumeral(word.replace(/(?:сы|сі)$/u, ''))
  return value === null ? null : String(value)
}

/** Units in a row to paths: a unit not smaller than the one before begins another place. */
function assemble(found: readonly Found[], quotes: readonly string[]): Step[][] {
  const done: Step[][] = []
  let open: Step[][] = [[]]
  let last = 0
  let before: Found | null = null
  for (const one of found) {
    const {unit, numbers, quote} = one
    const rank = RANK[unit]
    const steps: Step[] = (numbers.length > 0 ? numbers : [null]).map((number) => ({
      unit,
      number: unit === 'item' && number !== null && !number.endsWith(')') ? `${number})` : number,
      ...(quote === null ? {} : {name: quotes[quote] ?? ''}),
    }))
    // «тақырыбы мен бүкіл мәтіні бойынша»: two places of the same unit.
    // «екінші бөлігінің 1) тармақшасы»: an item stands in a part as well as a part in an item.
    const inPart = unit === 'item' && before?.unit === 'part' && /нің$/u.test(before.suffix)
    if (rank <= last && !inPart) {
      done.push(...open)
      const prefix = open[0]!.filter((step) => RANK[step.unit] < rank)
      open = [prefix]
    }
    open = open.flatMap((path) => steps.map((step) => [...path, step]))
    last = rank
    before = one
  }
  return [...done, ...open]
}

/** A path below what the lines before it have narrowed the target to. */
export function within(context: readonly Step[], path: readonly Step[]): Step[] {
  const first = path[0]
  if (!first) return [...context]
  // «тақырыбы» and «бүкіл мәтіні» belong to whatever is spoken of.
  const holds = (step: Step) => RANK[step.unit] < RANK[first.unit] || (first.unit === 'item' && step.unit === 'part')
  return [...context.filter(holds), ...path]
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'yu')
}
