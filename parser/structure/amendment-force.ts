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
import {POINT_NUMBER, type Paragraph} from './paragraphs.ts'

const IN_FORCE = /қолданысқа\s+енгізіледі|күшіне\s+енеді/u
const THIS_ACT = /^осы\s+қаулы/iu
const PUBLICATION = /ресми\s+жариялан|жарияланған/u
const SIGNED = /қол\s+қой(?:ыл)?ған/u
/** «күнтізбелік он күн», «он күнтізбелік күн», «10 күн өткен соң» */
const DAYS =
  /(?<before>\p{L}+|\d{1,3})?\s*(?:күнтізбелік\s+)?(?<count>(?:\p{L}+\s+)?\p{L}+|\d{1,3})\s+(?:күнтізбелік\s+)?күн\s+(?:өткен|өткеннен)/u
const PUBLICATION_UNKNOWN = 'date of first official publication'

/** The rule by which the instructions of an act enter into force; null where the act says nothing of it. */
export function entryIntoForce(points: readonly (readonly Paragraph[])[], signed: string | null): Amendment['inForce'] {
  for (const paragraphs of points) {
    const text = paragraphs
      .map((paragraph) => paragraph.text)
      .join(' ')
      .replace(POINT_NUMBER, '')
    const folded = foldLookAlikes(text)
    if (!IN_FORCE.test(folded) || !THIS_ACT.test(folded)) continue
    const days = daysIn(folded)
    const own = paragraphs[0]!.text.replace(POINT_NUMBER, '')
    if (PUBLICATION.test(folded)) {
      const rule =
        days === null
          ? 'on-publication'
          : days === 10
            ? 'ten-calendar-days-after-publication'
            : `${String(days)}-calendar-days-after-publication`
      return {text: own, rule, date: null, unknown: PUBLICATION_UNKNOWN}
    }
    if (SIGNED.test(folded)) return {text: own, rule: 'on-signature', date: signed}
    const date = parseDate(folded)
    if (date) return {text: own, rule: 'on-date', date}
    return {text: own, rule: 'other', date: null, unknown: 'the rule is not one that is known'}
  }
  return null
}

function daysIn(text: string): number | null {
  if (!DAYS.test(text)) return null
  const part = DAYS.exec(text)![0]
  const digits = /\d{1,3}/u.exec(part)
  if (digits) return Number(digits[0])
  return findNumerals(part)[0]?.value ?? null
}
