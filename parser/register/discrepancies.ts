/**
 * What the printings of one office disagree on, spelling aside, and how much it matters.
 *
 *     Көкшетау қаласы, Біржан сал көшесі, 42-үй   Егіндікөл ауылы, Победа көшесі, 7-үй   Ақмола облысы, Көкшетау қ., Әуезов к-сі, 189 а
 *     Көкшетау қаласы, Абай көшесі, 142-үй        Егіндікөл ауылы, Жеңіс көшесі, 7-үй    Әуезов көшесі, 189 а
 *     another street and house                    a street renamed or translated         none
 */
import type {Office} from '../model/index.ts'
import {compareStreets, shareLocality} from './matching.ts'
import type {Candidate, PlaceKeys} from './matching.ts'
import {EMAIL} from './appearance.ts'
import {distance, likeness, within} from './skeleton.ts'
import {translated} from './translated.ts'

export type Discrepancy = Office['discrepancies'][number]
type Part = Discrepancy['parts'][number]

/** How much a difference matters to somebody who wants to go there or call: 1 is most. */
const WEIGHTS: Record<Part, number> = {
  locality: 0.9,
  street: 0.8,
  number: 0.75,
  'no-number': 0.7,
  digit: 0.65,
  house: 0.6,
  'locality-renamed': 0.5,
  'street-renamed': 0.5,
  'missing-number': 0.4,
  'missing-street': 0.4,
  'missing-house': 0.35,
  'second-address': 0.3,
  hours: 0.3,
  place: 0.3,
  'office-number': 0.25,
  email: 0.2,
  level: 0.15,
}
/** Every further part adds so much. */
const MORE = 0.05

/** A printing with what it says of one field. */
interface Printing {
  candidate: Candidate
  value: string
}

/** What the register knows beside the rows. */
export interface Context {
  /** Date of a resolution's edition. */
  dateOf: (resolution: string) => string | null
  /** `opening_hours` of printed hours, null where they are not certain. */
  openingOf: (hours: string) => string | null
}

/** Every field on which the printings of an office really differ, the weightiest first. */
export function discrepancies(group: readonly Candidate[], context: Context): Discrepancy[] {
  if (group.length < 2) return []
  const found = [
    addresses(group, context),
    telephones(group, context),
    names(group, context),
    emails(group, context),
    hours(group, context),
  ]
  return found.flatMap((discrepancy) => discrepancy ?? []).sort((a, b) => b.weight - a.weight)
}

function addresses(group: readonly Candidate[], context: Context): Discrepancy | null {
  const printed = group.filter(({address}) => address !== '')
  const keys = printed.map((candidate) => candidate.keys)
  const localities = classes(keys, ({localities: named}) => named.length > 0, shareLocality)
  const streets = classes(keys, hasStreet, sameStreet)
  const houses = classes(
    keys,
    ({house}) => house !== null,
    (a, b) => a.house === b.house,
  )
  const seconds = printed.map(({readAddress}) => readAddress.second)
  const parts = new Set<Part>()
  if (localities.count > 1)
    parts.add(
      allOrRenamed(keys, ({localities: named}) => named.length > 0, shareLocality, renamedLocality) ? 'locality-renamed' : 'locality',
    )
  if (streets.count > 1) parts.add(allOrRenamed(keys, hasStreet, sameStreet, renamedStreet) ? 'street-renamed' : 'street')
  if (streets.count > 0 && streets.missing) parts.add('missing-street')
  const numbered = keys.some(({house}) => house !== null && house !== 'none')
  if (houses.count > 1) parts.add('house')
  if (numbered && houses.missing) parts.add('missing-house')
  if (seconds.some((second) => second !== null) && seconds.some((second) => second === null)) parts.add('second-address')
  if (parts.size === 0) return null
  const byKey = printed.map((candidate, at) => {
    // A town that is left out is the one that the others name.
    const locality = localities.of[at] ?? (localities.count === 1 ? 0 : -1)
    const house = houses.of[at] ?? (numbered ? -1 : 0)
    const key = [locality, streets.of[at] ?? -1, house, parts.has('second-address') && seconds[at] !== null].join('|')
    return {key, printing: {candidate, value: withoutEmails(candidate)}}
  })
  return assemble('address', parts, byKey, context)
}

/** An address without the e-mail addresses that stand in its cell. */
export function withoutEmails({address, emails}: {address: string; emails: readonly string[]}): string {
  return emails.length === 0 ? address : address.replace(EMAIL, '').replace(/[\s,]+$/u, '')
}

function hasStreet({street, microdistrict}: PlaceKeys): boolean {
  return street !== null || microdistrict !== null
}

function sameStreet(a: PlaceKeys, b: PlaceKeys): boolean {
  const same = compareStreets(a, b)
  if (same !== null) return same
  if (a.microdistrict !== null && b.microdistrict !== null) return likeness(a.microdistrict, b.microdistrict) !== 'different'
  return false
}

function renamedStreet(a: PlaceKeys, b: PlaceKeys): boolean {
  return a.street !== null && b.street !== null && translated(a.street, b.street)
}

function renamedLocality(a: PlaceKeys, b: PlaceKeys): boolean {
  return a.localities.some((one) => b.localities.some((other) => translated(one, other)))
}

/** True where all that say something say the same, or the same in the other language. */
function allOrRenamed(
  keys: readonly PlaceKeys[],
  says: (keys: PlaceKeys) => boolean,
  same: typeof sameStreet,
  renamed: typeof sameStreet,
): boolean {
  const saying = keys.filter(says)
  return saying.every((a) => saying.every((b) => same(a, b) || renamed(a, b)))
}

function telephones(group: readonly Candidate[], context: Context): Discrepancy | null {
  const whole = group.flatMap(({numbers}) => numbers.filter((number) => number.length === 10))
  const sets = group.map(({numbers}) => new Set(numbers.filter((number) => number.length > 4).map((number) => completed(number, whole))))
  const keys = sets.map((set) => [...set].sort().join(' '))
  const different = [...new Set(keys)]
  if (different.length < 2) return null
  const parts = new Set<Part>()
  const lists = different.map((key) => (key === '' ? [] : key.split(' ')))
  for (const [i, a] of lists.entries()) {
    for (const b of lists.slice(0, i)) {
      if (a.length === 0 || b.length === 0) parts.add('no-number')
      else {
        const [onlyA, onlyB] = [a.filter((number) => !b.includes(number)), b.filter((number) => !a.includes(number))]
        if (onlyA.length === 0 || onlyB.length === 0) parts.add('missing-number')
        else parts.add(onlyA.some((one) => onlyB.some((other) => distance(one, other, 2) <= 2)) ? 'digit' : 'number')
      }
    }
  }
  return assemble(
    'phones',
    parts,
    group.map((candidate, at) => ({key: keys[at]!, printing: {candidate, value: candidate.phones}})),
    context,
  )
}

/** «24-41-33» is «8 (7282) 24-41-33» of another list. */
function completed(number: string, whole: readonly string[]): string {
  return number.length < 8 ? (whole.find((other) => other.endsWith(number)) ?? number) : number
}

function names(group: readonly Candidate[], context: Context): Discrepancy | null {
  const printed = group.filter(({readName}) => !readName.bare)
  const read = printed.map(({readName}) => readName)
  const places = classes(
    read,
    ({place}) => place !== '',
    (a, b) => {
      return likeness(a.place, b.place) !== 'different' || within(a.words, b.words)
    },
  )
  const numbers = classes(
    read,
    ({number}) => number !== null,
    (a, b) => a.number === b.number,
  )
  const levels = classes(
    read,
    ({level}) => level === 'city' || level === 'district',
    (a, b) => a.level === b.level,
  )
  const parts = new Set<Part>()
  if (places.count > 1) parts.add('place')
  if (numbers.count > 1) parts.add('office-number')
  if (levels.count > 1) parts.add('level')
  if (parts.size === 0) return null
  const byKey = printed.map((candidate, at) => ({
    key: [places, numbers, levels].map(({of, count}) => of[at] ?? (count === 1 ? 0 : -1)).join('|'),
    printing: {candidate, value: candidate.name},
  }))
  return assemble('name', parts, byKey, context)
}

function emails(group: readonly Candidate[], context: Context): Discrepancy | null {
  const printed = group.filter((candidate) => candidate.emails.length > 0)
  const byKey = printed.map((candidate) => ({
    key: [...candidate.emails].sort().join(', '),
    printing: {candidate, value: candidate.emails.join(', ')},
  }))
  return new Set(byKey.map(({key}) => key)).size > 1 ? assemble('emails', new Set<Part>(['email']), byKey, context) : null
}

/** «Mo-Fr 09:00-18:00; PH off» */
const HOLIDAYS_OFF = '; PH off'

/** Hours differ only where both can be told for certain. */
function hours(group: readonly Candidate[], context: Context): Discrepancy | null {
  const byKey = group.flatMap((candidate) => {
    const texts = new Map(
      candidate.appearances.flatMap((appearance) => (appearance.hours === null ? [] : [[appearance.hours, appearance] as const])),
    )
    return [...texts.keys()].flatMap((value) => {
      // A list that is silent on holidays says nothing against one that speaks of them.
      const key = context.openingOf(value)?.replace(HOLIDAYS_OFF, '') ?? null
      const same = candidate.appearances.filter((appearance) => appearance.hours === value)
      return key === null ? [] : [{key, printing: {candidate: {...candidate, appearances: same}, value}}]
    })
  })
  return new Set(byKey.map(({key}) => key)).size > 1 ? assemble('hours', new Set<Part>(['hours']), byKey, context) : null
}

/** Things that say something sorted into classes of the same; `of` is null for a thing that says nothing. */
function classes<Thing>(things: readonly Thing[], says: (thing: Thing) => boolean, same: (a: Thing, b: Thing) => boolean) {
  const of: (number | null)[] = []
  let next = 0
  for (const [at, thing] of things.entries()) {
    if (!says(thing)) {
      of.push(null)
      continue
    }
    const alike = new Set(of.flatMap((known, before) => (known !== null && same(things[before]!, thing) ? known : [])))
    const [first = next++, ...merged] = alike
    for (const [before, known] of of.entries()) if (known !== null && merged.includes(known)) of[before] = first
    of[at] = first
  }
  return {of, count: new Set(of.filter((known) => known !== null)).size, missing: of.includes(null)}
}

function assemble(
  field: Discrepancy['field'],
  parts: ReadonlySet<Part>,
  byKey: readonly {key: string; printing: Printing}[],
  context: Context,
): Discrepancy | null {
  const groups = new Map<string, Printing[]>()
  for (const {key, printing} of byKey) {
    const known = groups.get(key)
    if (known) known.push(printing)
    else groups.set(key, [printing])
  }
  if (groups.size < 2) return null
  const values = [...groups.values()].map((printings) => {
    const dated = printings.flatMap(({candidate, value}) =>
      candidate.appearances.map(({standard, annex}) => ({value, annex: annex.id, date: context.dateOf(standard.resolution) ?? ''})),
    )
    const dates = [...new Set(dated.map(({date}) => date))].filter((date) => date !== '').sort()
    const latest = dates.at(-1) ?? ''
    const value = dated.find(({date}) => date === latest)?.value ?? dated[0]?.value ?? ''
    return {value, annexes: [...new Set(dated.map(({annex}) => annex))], date: latest === '' ? null : latest, dates}
  })
  values.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.annexes.length - a.annexes.length)
  const ordered = [...parts].sort((a, b) => WEIGHTS[b] - WEIGHTS[a])
  const weight = Math.min(1, WEIGHTS[ordered[0]!] + MORE * (ordered.length - 1))
  return {field, weight: Number(weight.toFixed(2)), parts: ordered, values}
}
