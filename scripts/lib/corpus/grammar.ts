/**
 * What the sources teach about the wording of a standard: for each point the wordings they have, with the places where a new
 * standard says something of its own.
 *
 *     learned  1) құжаттарды ресімдеу мерзімі - 1 жұмыс күні;       Қазақстан Республикасы Қорғаныс министрлігінің
 *     written  1) құжаттарды ресімдеу мерзімі - 7 жұмыс күні;       Қазақстан Республикасы Әділет министрлігінің
 */
import {MONTHS, MONTHS_OF} from '../../../parser/language/months.ts'
import type {ParsedSource} from '../../../parser/index.ts'
import type {Annex, Indicator, Standard} from '../../../parser/model/index.ts'
import type {Dice} from './dice.ts'
import type {Ministry} from './words.ts'

/** A real standard whose plan of annexes a new one follows. */
export interface Donor {
  /** Kinds of its annexes, with how many rows their tables have. */
  annexes: {kind: Annex['kind']; rows: number; columns: number; groups: number}[]
  /** Texts of points that name annexes, by number of the point. */
  bound: Map<string, string>
}

export interface Grammar {
  donors: Donor[]
  /** Texts of points that name no annex, by number of the point. */
  points: Map<string, string[]>
  sections: string[][]
  documents: string[]
  remarks: string[]
  labels: string[]
  indicators: Indicator[][]
  captions: {offices: string[]; indicators: string[]}
}

const POINTS = 26
const NAMES_ANNEX = /-қосымша/u
const NAMES_FORM_OF_ITS_OWN = /куәлік үлгісі/u
/** «1) жеке куәлік;» of a list of documents: short, and complete. */
const DOCUMENT = /^(?:\d+\)|[а-я]\)|-)?\s*([\p{L}«(][^:;]{12,180})[;.]$/u
const REMARK = /^[\p{Lu}][^:]{60,400}\.$/u

/** Learns from the standards of the sources that have all their points. */
export function learnGrammar(parsed: readonly ParsedSource[]): Grammar {
  const standards = parsed.flatMap(({standards}) => standards).filter(({points}) => points.length === POINTS)
  const points = new Map<string, string[]>()
  const documents = new Set<string>()
  const remarks = new Set<string>()
  const labels = new Set<string>()
  const donors = standards.map((standard): Donor => {
    const bound = new Map<string, string>()
    for (const {number, text} of standard.points) {
      const clean = withoutSubject(tidy(text), standard)
      if (clean === null || NAMES_FORM_OF_ITS_OWN.test(clean)) continue
      if (NAMES_ANNEX.test(clean)) bound.set(number, clean)
      else points.set(number, [...(points.get(number) ?? []), clean])
      if (number === '11') {
        for (const line of clean.split('\n')) {
          const document = DOCUMENT.exec(line)?.[1]
          if (document !== undefined && !NAMES_ANNEX.test(line) && !REMARK.test(line)) documents.add(document)
          else if (REMARK.test(line) && !NAMES_ANNEX.test(line) && !/тармақ/u.test(line)) remarks.add(line)
        }
      }
    }
    for (const {fields = []} of standard.annexes) {
      for (const {label, type} of fields) if (type === 'text' && LABEL.test(label)) labels.add(label)
    }
    return {
      bound,
      annexes: standard.annexes.map(({kind, groups = [], columns = []}) => ({
        kind,
        rows: groups.reduce((sum, {rows}) => sum + rows.length, 0),
        columns: columns.length,
        groups: groups.length,
      })),
    }
  })
  const titles = (kind: Annex['kind']) => [
    ...new Set(
      standards.flatMap(({annexes}) => annexes.flatMap((annex) => (annex.kind === kind && annex.title ? [tidy(annex.title)] : []))),
    ),
  ]
  return {
    donors,
    points,
    sections: standards.map(({sections}) => sections.map(({title}) => title)),
    documents: [...documents],
    remarks: [...remarks],
    labels: [...labels],
    indicators: standards.flatMap(({annexes}) =>
      annexes.flatMap(({indicators}) => (indicators && indicators.length > 4 ? [indicators] : [])),
    ),
    captions: {
      offices: titles('offices').filter((title) => title.length < 120 && OF_ANY_OFFICES.test(title)),
      indicators: titles('indicators'),
    },
  }
}

/** A title that says no kind of offices: «Уәкілетті органдардың тізбесі». */
const OF_ANY_OFFICES = /уәкілетті орган/iu
const LABEL = /^\p{Lu}[\p{L} ,()№-]{4,60}$/u

/** What the readers leave as the source has it, and what no new text should have: Latin letters in Cyrillic words, odd spaces. */
function tidy(text: string): string {
  return text
    .replace(/[ \u00a0]+/gu, ' ')
    .replace(/(?<=[а-яәіңғүұқөһ])i|i(?=[а-яәіңғүұқөһ])/giu, (letter) => (letter === 'i' ? 'і' : 'І'))
    .trim()
}

/** Words that any standard may have in its title. */
const COMMON = new Set(['беру', 'туралы', 'және', 'мемлекеттік', 'қызмет', 'үшін', 'Республикасының', 'Қазақстан', 'бойынша', 'немесе'])

/** A wording that speaks of this service alone says nothing of another: null where too many words of the title are in it. */
function withoutSubject(text: string, {title}: Standard): string | null {
  const own = title.split(/[^\p{L}]+/u).filter((word) => word.length > 5 && !COMMON.has(word))
  const named = own.filter((word) => text.toLowerCase().includes(word.toLowerCase().slice(0, -2)))
  return named.length > 1 ? text.replaceAll(`«${title}»`, '{title}') : text
}

/** What a text says of its own. */
export interface Setting {
  ministry: Ministry
  title: string
  dice: Dice
  /** Amounts of time that were written, in order. */
  amounts: {amount: number; unit: string}[]
}

const MONTH = `(?:${MONTHS.join('|')})`
const WORDS = ['бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз', 'он', 'он бес', 'жиырма', 'отыз']
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30]
const AMOUNT_IN_WORDS = `(?:он бес|${WORDS.filter((word) => !word.includes(' ')).join('|')})`

/** The places where a text says something of its own; the first that matches at a place counts. */
const PLACES = new RegExp(
  [
    '(?<title>\\{title\\})',
    // «Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрлігінің», not the committees of other ministries.
    '(?<ministry>Қазақстан Республикасы(?:ның)? (?:Қорғаныс|Еңбек және халықты әлеуметтік қорғау|Мәдениет және ақпарат|Индустрия және жаңа технологиялар) министр)(?=л|і)',
    // «2001 жылғы 31 қаңтардағы № 161»: the number changes with the act.
    `(?<act>\\d{4} жылғы \\d{1,2} ${MONTH}\\p{L}* № \\d{1,5})`,
    '(?<article>\\d{1,4}(?:-\\d{1,3})?)(?=-баб)',
    '(?<site>www\\.(?:mod|enbek|gcvp|mki|mint|ads|mtc|memst)(?:\\.gov)?\\.kz)',
    '(?<telephone>\\(\\d{4}\\) ?\\d{2}-\\d{2}-\\d{2}|\\(\\d{4}\\) \\d{2} \\d{2} \\d{2})',
    '(?<room>\\d{1,4})(?=-(?:кіреберіс|кабинет|бөлме))',
    '(?<opening>сағат 9\\.00-ден (?:18\\.00-ге|18\\.30-ға))',
    `(?<amount>(?<![\\d.,)-]|\\d )(?:\\d{1,4}|${AMOUNT_IN_WORDS}) (?=(?<unit>минут|жұмыс күн|күнтізбелік күн|жұмыс сағ)))`,
    `(?<calendar>күнтізбелік (?:\\d{1,4}|${AMOUNT_IN_WORDS}) (?=күн))`,
  ].join('|'),
  'gu',
)
const OPENINGS = [
  'сағат 8.30-дан 17.30-ға',
  'сағат 9.00-ден 18.00-ге',
  'сағат 9.00-ден 18.30-ға',
  'сағат 9.30-дан 18.30-ға',
  'сағат 10.00-нан 19.00-ге',
]

/** A learned text with the setting's own words in its places. */
export function fill(text: string, setting: Setting): string {
  const {ministry, dice} = setting
  return text.replace(PLACES, (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>
    const has = (name: string) => groups[name] !== undefined
    if (has('title')) return `«${setting.title}»`
    if (has('ministry')) return `Қазақстан Республикасы ${ministry.name} министр`
    if (has('act')) return `${drawDate(dice)} № ${dice.number(11, 1990)}`
    if (has('article')) return String(dice.number(2, 98))
    if (has('site')) return `www.${ministry.domain}.gov.kz`
    if (has('telephone')) return `(7172) ${dice.number(20, 99)}-${dice.number(10, 99)}-${dice.number(10, 99)}`
    if (has('room')) return String(dice.number(1, 480))
    if (has('opening')) return dice.pick(OPENINGS)
    if (has('amount')) return `${amountOf(found, groups['unit']!, setting)} `
    return `күнтізбелік ${amountOf(found.replace('күнтізбелік ', ''), 'күн', setting)} `
  })
}

function amountOf(found: string, unit: string, {dice, amounts}: Setting): string {
  const inDigits = /^\d/u.test(found)
  const value = unit === 'минут' ? dice.pick(inDigits ? MINUTES : [10, 15, 20, 30]) : dice.pick(VALUES)
  amounts.push({amount: value, unit: UNITS[unit] ?? unit})
  return inDigits ? String(value) : WORDS[VALUES.indexOf(value)]!
}

const MINUTES = [5, 10, 15, 20, 25, 30, 40]
const UNITS: Record<string, string> = {
  минут: 'minutes',
  'жұмыс күн': 'working-days',
  күн: 'calendar-days',
  'күнтізбелік күн': 'calendar-days',
  'жұмыс сағ': 'hours',
}

/** «2004 жылғы 11 мамырдағы» */
export function drawDate(dice: Dice): string {
  return `${dice.number(1995, 2012)} жылғы ${dice.number(1, 28)} ${dice.pick(MONTHS_OF)}`
}
