/**
 * When an act enters into force.
 *
 *       2. Осы қаулы алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.
 *
 * is the rule «ten calendar days after first official publication»; the act does not say on which day it was published,
 * so there is no date. «қол қойылған күнінен бастап» and «2013 жылғы 1 қаңтардан бастап» give one.
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import {parseDate} from '../language/dates.ts'
import {findNumerals} from '../language/numerals.ts'
import type {Amendment} from '../model/index.ts'
import {readPlaces} from './amendment-place.ts'
import {POINT_NUMBER, type Paragraph} from './paragraphs.ts'

const IN_FORCE = /қолданысқа\s+енгізіледі|күшіне\s+енеді/u
const THIS_ACT = /^осы\s+қаулы/iu
const PUBLICATION = /ресми\s+жариялан|жарияланған/u
const SIGNED = /қол\s+қой(?:ыл)?ған/u
/** «күнтізбелік он күн», «он күнтізбелік күн», «10 күн өткен соң» */
const DAYS =
  /(?<before>\p{L}{1,40}|\d{1,3})?\s*(?:күнтізбелік\s+)?(?<count>(?:\p{L}{1,40}\s+)?\p{L}{1,40}|\d{1,3})\s+(?:күнтізбелік\s+)?күн\s+(?:өткен|өткеннен)/u
const PUBLICATION_UNKNOWN = 'date of first official publication'

type Force = NonNullable<Amendment['inForce']>

export interface EntryIntoForce {
  /** The rule of all instructions for which there is none of their own; null where the act says nothing of it. */
  general: Amendment['inForce']
  /** Rules of their own, by point and item of the act: «1.2)» is item 2) of point 1 with all that stands under it. */
  exceptions: {item: string; force: Force}[]
}

/** «2014 жылғы 1 шілдеден бастап қолданысқа енгізілетін 1-тармақтың 2) тармақшасын қоспағанда» */
const EXCEPTION = /(?<=^осы\s+қаулы,?\s+)(?<rule>[^,]*?қолданысқа\s+енгізілетін)\s+(?<places>[^.]*?)\s+қоспағанда\s*,?/iu
/** «… 1-тармағының екінші абзацы 2014 жылғы 1 наурыздан бастап, қалған абзацтары …»: not one rule for all */
const PARTS_OF_THE_ACT = /тармағының|тармақшасы|абзац|қалған|қоспағанда|тармағы\s/u
/** «және 2014 жылғы 1 қаңтардан бастап туындаған қатынастарға таралады» */
const RETROACTIVE = /қатынастарға\s+(?:таралады|қолданылады)|таратылады/u
const SEVERAL = 'the act has several rules of entry into force, and which of them is meant is not certain'
const ALSO_BEFORE = 'the act also applies to relations that arose before'

/** The rules by which the instructions of an act enter into force. */
export function entryIntoForce(points: readonly (readonly Paragraph[])[], signed: string | null): EntryIntoForce {
  for (const paragraphs of points) {
    const text = paragraphs
      .map((paragraph) => paragraph.text)
      .join(' ')
      .replace(POINT_NUMBER, '')
    const folded = foldLookAlikes(text)
    if (!IN_FORCE.test(folded) || !THIS_ACT.test(folded)) continue
    const own = paragraphs.length > 1 && PARTS_OF_THE_ACT.test(folded) ? text : paragraphs[0]!.text.replace(POINT_NUMBER, '')
    const exception = EXCEPTION.exec(folded)
    const rest = exception ? `${folded.slice(0, exception.index)} ${folded.slice(exception.index + exception[0].length)}` : folded
    const several: Force = {text: own, rule: 'other', date: null, unknown: SEVERAL}
    if (PARTS_OF_THE_ACT.test(rest)) return {general: several, exceptions: []}
    const general = ruleOf(rest, own, signed)
    if (!exception) return {general, exceptions: []}
    const ruled = ruleOf(exception.groups!.rule!, exception.groups!.rule!.trim().replace(/енгізілетін$/u, 'енгізіледі'), signed)
    const named = readPlaces(exception.groups!.places!, [])
    const items = named.paths.map((path) => path.flatMap(({unit, number}) => (unit === 'point' || unit === 'item' ? [number ?? ''] : [])))
    // A place that can not be told for certain: neither rule is claimed for what may be in it.
    if (named.unknown.length > 0 || items.some((path) => path.length === 0)) return {general: several, exceptions: []}
    return {
      general: {...general, text: withoutException(own, exception[0])},
      exceptions: named.paths.map((path, at) => ({
        item: items[at]!.join('.'),
        force: path.length === items[at]!.length ? ruled : several,
      })),
    }
  }
  return {general: null, exceptions: []}
}
function ruleOf(folded: string, own: string, signed: string | null): Force {
  const also = RETROACTIVE.test(folded) ? ALSO_BEFORE : null
  const unknown = (what: string | null) => {
    const all = [what, also].filter((one) => one !== null)
    return all.length > 0 ? {unknown: all.join('; ')} : {}
  }
  const days = daysIn(folded)
  if (PUBLICATION.test(folded)) {
    const rule =
      days === null
        ? 'on-publication'
        : days === 10
          ? 'ten-calendar-days-after-publication'
          : `${String(days)}-calendar-days-after-publication`
    return {text: own, rule, date: null, ...unknown(PUBLICATION_UNKNOWN)}
  }
  if (SIGNED.test(folded)) return {text: own, rule: 'on-signature', date: signed, ...unknown(null)}
  const date = parseDate(folded)
  if (date) return {text: own, rule: 'on-date', date, ...unknown(null)}
  return {text: own, rule: 'other', date: null, unknown: 'the rule is not one that is known'}
}

/** The words of the general rule alone, where they can be parted from the exception as printed. */
function withoutException(own: string, exception: string): string {
  const at = foldLookAlikes(own).indexOf(exception)
  return at === -1 ? own : `${own.slice(0, at)} ${own.slice(at + exception.length)}`.replace(/\s+/gu, ' ').trim()
}

/** The rule of an instruction, by where it stands in the act: «1.2)». */
export function forceOf({general, exceptions}: EntryIntoForce, item: string): Amendment['inForce'] {
  return exceptions.find((one) => item === one.item || item.startsWith(`${one.item}.`))?.force ?? general
}

function daysIn(text: string): number | null {
  if (!DAYS.test(text)) return null
  const part = DAYS.exec(text)![0]
  const digits = /\d{1,3}/u.exec(part)
  if (digits) return Number(digits[0])
  return findNumerals(part)[0]?.value ?? null
}
