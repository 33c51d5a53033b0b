/**
 * How much speaks for two rows being the same office: places in the name, number, telephones, e-mail, street, house.
 * Neither the wording of the name nor the number of the row counts.
 *
 *     Мұғалжар аудандық бөлімі | Қандыағаш қаласы, Молодежный ш/а, 47 «Б»-үй  | 8 (71333) 30-2-19 …
 *     Қандыағаш аудандық бөлімі | Қандыағаш қ., Молодежный шағын ауд., 47«Б»  | 8-71333-30-2-19 …
 *     places differ (−3), telephones (+5), locality, microdistrict and house (+4.5): the same office
 */
import {wordKeys} from './address.ts'
import type {Place} from './address.ts'
import type {Wording} from './appearance.ts'
import {memo} from '../memo.ts'
import type {OfficeName} from './name.ts'
import {distance, likeness, within} from './skeleton.ts'

/** Pairs with less are no match on their own. */
export const ENOUGH = 4
/** Pairs with less are no match even where neither has another: see `lastChance`. */
const LAST_CHANCE = 1

/** Points for a telephone that both have. */
const SHARED = 4

/** Keys of an address, made once for each wording. */
export interface PlaceKeys {
  localities: string[]
  street: string | null
  streetWords: string[]
  microdistrict: string | null
  house: string | null
}

export interface Candidate extends Wording {
  keys: PlaceKeys
  numbers: string[]
}

export function toCandidates(wordings: readonly Wording[]): Candidate[] {
  const wordsOf = memo(wordKeys)
  return wordings.map((wording) => toCandidate(wording, wordsOf))
}

function toCandidate(wording: Wording, wordsOf: (name: string) => string[]): Candidate {
  return {
    ...wording,
    keys: placeKeys(wording.readAddress, wordsOf),
    numbers: [...new Set(wording.readPhones.map(({digits}) => digits))],
  }
}

function placeKeys({localities, street, microdistrict, house}: Place, wordsOf: (name: string) => string[]): PlaceKeys {
  const keyOf = (name: string | null) => (name === null ? null : wordsOf(name).join('') || null)
  return {
    localities: localities.flatMap((locality) => keyOf(locality) ?? []),
    street: keyOf(street),
    streetWords: street === null ? [] : wordsOf(street),
    microdistrict: keyOf(microdistrict),
    house,
  }
}

/** True for two rows that a table prints twice over: the same office in the same words, but for spelling. */
export function twins(a: Candidate, b: Candidate): boolean {
  if (a.numbers.length === 0 || a.numbers.join(' ') !== b.numbers.join(' ')) return false
  const [one, other] = [a.readName, b.readName]
  if (one.bare || other.bare || one.place === '' || one.head || other.head) return false
  if (one.number !== other.number || one.level !== other.level || one.unit !== other.unit) return false
  return likeness(one.place, other.place) !== 'different' && sameHouse(a.keys, b.keys)
}

/** Points for and against two rows of the same kind and region. */
export function score(a: Candidate, b: Candidate): number {
  const called = telephones(a.numbers, b.numbers)
  // A row that lost its name is known by its telephone, or not at all.
  if ((a.readName.bare || b.readName.bare) && called < SHARED) return -SHARED
  return names(a.readName, b.readName) + called + emails(a.emails, b.emails) + places(a.keys, b.keys)
}

/**
 * True where two offices that found no partner may still be one: an office that moved and changed its number («Көкшетау
 * қалалық бөлімі» at Біржан сал көшесі, 42, then at Абай көшесі, 142), or one that changed its name and stayed.
 */
export function lastChance(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.readName, b.readName]
  if (one.bare || other.bare || one.head !== other.head || differ(one.unit, other.unit)) return false
  const both = one.place !== '' && other.place !== ''
  if (both && likeness(one.place, other.place) === 'different') return false
  if (differ(one.level, other.level)) return false
  const moved = (both || one.head) && !differ(one.number, other.number) && score(a, b) >= LAST_CHANCE
  return moved || sameHouse(a.keys, b.keys)
}

function differ<Value>(a: Value | null, b: Value | null): boolean {
  return a !== null && b !== null && a !== b
}

function sameHouse(a: PlaceKeys, b: PlaceKeys): boolean {
  if (a.localities.length > 0 && b.localities.length > 0 && !shareLocality(a, b)) return false
  return (
    (compareStreets(a, b) ?? compare(a.microdistrict, b.microdistrict)) === true &&
    a.house !== null &&
    a.house === b.house &&
    a.house !== 'none'
  )
}

function names(a: OfficeName, b: OfficeName): number {
  if (a.bare || b.bare) return 0
  if (a.head !== b.head) return -6
  let points = a.head ? 3 : 0
  if (a.place !== '' && b.place !== '') points += placeNames(a, b)
  else if (a.place === '' && b.place === '') points += 1
  // «№ 1 қалалық бөлім», «Қарағанды қалалық № 1 бөлім»
  else if (a.number === null || a.number !== b.number) points -= 2
  if (a.number !== null && b.number !== null) points += a.number === b.number ? 2 : -4
  if (a.level !== null && b.level !== null) points += a.level === b.level ? 0.5 : -1
  if (a.unit !== b.unit && a.unit !== null && b.unit !== null) points -= 3
  return points
}

function placeNames(a: OfficeName, b: OfficeName): number {
  const alike = likeness(a.place, b.place)
  if (alike !== 'different') return alike === 'same' ? 4 : 3
  return within(a.words, b.words) ? 2 : -3
}

function telephones(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const shared = a.filter((number) => b.includes(number)).length
  if (shared > 0) return shared === Math.max(a.length, b.length) ? SHARED + 1 : SHARED
  const near = a.some((number) => b.some((other) => nearNumber(number, other)))
  return near ? 2 : -1
}

/** A digit changed, lost or gained in a whole number. */
export function nearNumber(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 9 && distance(a, b, 1) <= 1
}

function emails(a: readonly string[], b: readonly string[]): number {
  return a.some((email) => b.includes(email)) ? 3 : 0
}

function places(a: PlaceKeys, b: PlaceKeys): number {
  let points = 0
  if (a.localities.length > 0 && b.localities.length > 0) points += shareLocality(a, b) ? 1 : -1.5
  const street = compareStreets(a, b)
  const micro = compare(a.microdistrict, b.microdistrict)
  if (street !== null) points += street ? 2 : -1
  if (micro !== null) points += micro ? 1.5 : -0.5
  if ((street ?? micro) === true && a.house !== null && a.house === b.house) points += 1.5
  return points
}

export function shareLocality(a: PlaceKeys, b: PlaceKeys): boolean {
  return a.localities.some((one) => b.localities.some((other) => likeness(one, other) !== 'different'))
}

/** Null where one of them names no street. */
export function compareStreets(a: PlaceKeys, b: PlaceKeys): boolean | null {
  const same = compare(a.street, b.street)
  return same === false ? within(a.streetWords, b.streetWords) : same
}

function compare(a: string | null, b: string | null): boolean | null {
  return a === null || b === null ? null : likeness(a, b) !== 'different'
}
