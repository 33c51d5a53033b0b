/**
 * Telephone numbers of a cell: each as printed, as digits for comparing, and as E.164 where that is certain.
 *
 *     8-711-40-21-8478- 711-40-21-835          8-7132 51-64-18 51-22-49       8 (71832) 22-91-12
 *     +77114021847, +77114021835               +77132516418, +77132512249     null (a digit too many)
 */
import {parsePhoneNumberFromString} from 'libphonenumber-js/core'
import type {MetadataJson} from 'libphonenumber-js/core'
import allCountries from 'libphonenumber-js/max/metadata'
import type {Phone} from '../model/index.ts'
import {regionsOfNumber} from './area-codes.ts'

/** Why a number has no international form. */
export type PhoneDoubt = NonNullable<Phone['doubt']>

export interface CellPhone extends Phone {
  /** Ten national digits where they are complete, else the digits as printed. */
  digits: string
}

/** Digits of a national number, area code and all. */
const NATIONAL = 10
/** Shortest and longest number inside a town. */
const LOCAL = {min: 5, max: 7}

/** What may stand between the digits of one number: «8 (71 331) 22-4-13», «8.(71331)», «8-71234+2-12-96». */
const INSIDE = /[\s()+.\u2010-\u2015-]/u
/** «8 (7162)», «8-716-2», «(8-7282)», «+7 7162»: the prefix of a long-distance number. */
const PREFIXED = /\(?\s?(?:8|\+7)[\s.(\u2010-\u2015-]{0,3}(?=[1-9])/uy
/** «8 711…», «8-(711)…»: so a further number begins after a whole one, with or without a blank. */
const NEXT_PREFIXED = /8[\s.(\u2010-\u2015-]{0,3}7\d{2}/uy
/** «(8-7282)», «8 (7162)», «(723 2)», «(71234)»: a code in brackets. */
const BRACKETED_CODE = /(?:8[\s.-]{0,2})?\((?:8[\s-])?(\d[\d\s-]{2,5})\)/uy
/** «51-22-49», «2-13-76», «51253», «35 -45-51», «3-6578»: a number without a code. */
const BARE = /\d{1,4}(?:\s?[\u2010-\u2015-]\s?\d{1,4}){1,3}|\d{5,7}/uy
/** «8-71642 2-16-862-16-87», «8-72-83 2-12-57 2-15-37»: a further number of the town. Also, a blank and a number of a town after enough digits end a number that is too short. */
const NEXT_BARE = /\d{1,3}-\d{1,3}-\d{1,3}/uy
/** What is left of a run of digits that is too long. */
const REST = /[\d\u2010-\u2015-]*\d/uy
/** «Ішкі (106)», «№ 3 кабинет»: a number inside the building. */
const EXTENSION = /(?:ішкі|iшкi|№)\s*\(?\d{1,4}\)?/giu
/** «depatyrau_enbek@mail.ru», «www.kostanay.kz» */
const EMAIL_OR_SITE = /[a-z_][\w.+-]*\s?@\s?\S+|www\.\S+/giu

/** Metadata of the countries with code 7 only; the patterns of area codes are in the full set alone. */
const METADATA = {
  ...allCountries,
  country_calling_codes: {'7': ['RU', 'KZ']},
  countries: {RU: allCountries.countries.RU, KZ: allCountries.countries.KZ},
} as MetadataJson

/** Numbers seen before, so that twenty printings of a list cost one check each. */
const verdicts = new Map<string, boolean>()

/** True for ten digits that are a number of Kazakhstan's numbering plan, by area code and length. */
export function isKazakhNumber(national: string): boolean {
  let verdict = verdicts.get(national)
  if (verdict === undefined) {
    const parsed = parsePhoneNumberFromString(`+7${national}`, METADATA)
    verdict = parsed?.country === 'KZ' && parsed.isValid()
    verdicts.set(national, verdict)
  }
  return verdict
}

/**
 * E.164 of an area code and a local number; null with a reason where it is not certain. A number of another region
 * than the office's is taken for a misprinted code.
 */
export function internationalForm(national: string, region: string | null): {e164: string | null; doubt?: PhoneDoubt} {
  if (national.length !== NATIONAL) return {e164: null, doubt: national.length < NATIONAL ? 'too-short' : 'too-long'}
  if (!isKazakhNumber(national)) return {e164: null, doubt: 'unknown-code'}
  const regions = regionsOfNumber(national)
  if (region !== null && regions.length > 0 && !regions.some((known) => known === region)) return {e164: null, doubt: 'other-region'}
  return {e164: `+7${national}`}
}

/** Every telephone number of a cell, in order. `region` is the office's, or null. */
export function cellPhones(cell: string, region: string | null): CellPhone[] {
  const text = cell.replace(EMAIL_OR_SITE, blank).replace(EXTENSION, blank)
  const found: CellPhone[] = []
  /** Area code, or the whole number before: its first digits are the code of the numbers that follow without one. */
  let code: string | null = null
  let at = 0
  const add = (to: number, digits: string, doubt?: PhoneDoubt) => {
    const form = doubt ? {e164: null, doubt} : internationalForm(digits, region)
    found.push({text: printed(cell.slice(at, to)), digits, ...form})
    at = to
  }
  while (at < text.length) {
    if (isDigit(text, at - 1) && at !== lastEnd(found, text, at)) {
      at++
      continue
    }
    const bracketed = match(BRACKETED_CODE, text, at)
    const prefix = match(PREFIXED, text, at)
    if (prefix !== null || bracketed !== null) {
      const {digits, end} = gather(text, at + (prefix ?? ['('])[0].length)
      // 1. «8 (7162) 25-00-67», «(71234) 2-12-96»: a whole number, or a digit too many.
      if (digits.length === NATIONAL) {
        const rest = continuation(text, end)
        if (rest === null) add(end, digits)
        else add(rest, digits + text.slice(end, rest).replace(/\D/gu, ''), 'too-long')
        code = digits
        continue
      }
      // 2. «(8-7132) ф. 56-25-26»: the code stands alone, its numbers follow.
      if (bracketed !== null) {
        code = bracketed[1]!.replace(/\D/gu, '')
        if (digits.length > code.length) add(end, digits)
        else at += bracketed[0].length
        continue
      }
      // 3. «8-727-3-11-30»: digits are missing.
      if (digits.startsWith('7')) {
        add(end, digits)
        code = null
        continue
      }
    }
    // 4. «51-22-49» alone: its code is that of the number before.
    const local = match(BARE, text, at)?.[0] ?? ''
    const digits = local.replace(/\D/gu, '')
    if (digits.length >= 4) {
      const end = at + local.length
      const area = code?.length === NATIONAL ? code.slice(0, NATIONAL - digits.length) : code
      if (digits.length < LOCAL.min) add(end, digits, 'too-short')
      else if (area === null || digits.length > LOCAL.max) add(end, digits, 'no-code')
      else add(end, area + digits)
      continue
    }
    at++
  }
  return found
}

/** Digits from a place on, up to a whole number; what parts numbers (a comma, a letter) ends it early. */
function gather(text: string, from: number): {digits: string; end: number} {
  let digits = ''
  let end = from
  for (let at = from; at < text.length && digits.length < NATIONAL; at++) {
    if (isDigit(text, at)) {
      const fresh = digits.length > 6 && /\s/u.test(text.charAt(at - 1))
      if (fresh && (match(NEXT_PREFIXED, text, at) || (digits.length > 7 && match(NEXT_BARE, text, at)))) break
      digits += text.charAt(at)
      end = at + 1
    } else if (!INSIDE.test(text.charAt(at))) break
  }
  return {digits, end}
}

/** Where the digits end that go on after a whole number without a stop; null where what follows is a number of its own. */
function continuation(text: string, end: number): number | null {
  if (!/^-?\d/u.test(text.slice(end, end + 2))) return null
  // «…40-21-8478- 711-40-21-835»: the next number's prefix without a blank.
  if (match(NEXT_PREFIXED, text, end)) return null
  // «8-71642 2-16-862-16-87»: a number of the town without a blank.
  if (match(NEXT_BARE, text, isDigit(text, end) ? end : end + 1)) return null
  return end + (match(REST, text, end)?.[0].length ?? 0)
}

/** The end of the last number found, if that is the place looked at: only there a number may begin right after a digit. */
function lastEnd(found: readonly CellPhone[], text: string, at: number): number {
  const last = found.at(-1)
  return last?.digits.length === NATIONAL && last.doubt !== 'too-long' && (match(NEXT_PREFIXED, text, at) || match(NEXT_BARE, text, at))
    ? at
    : -1
}

/** As printed, without what parts it from its neighbours. */
function printed(text: string): string {
  const trimmed = text.replace(/^[\s,;.-]+|[\s,;.-]+$/gu, '').replace(/\s+/gu, ' ')
  return /^\([^)]*$/u.test(trimmed) ? trimmed.slice(1) : trimmed
}

function isDigit(text: string, at: number): boolean {
  const letter = text.charAt(at)
  return letter >= '0' && letter <= '9'
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function blank(match: string): string {
  return ' '.repeat(match.length)
}
