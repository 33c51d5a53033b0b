/**
 * An office out of all rows that speak of it: what the latest edition prints, completed from the others.
 */
import type {Office} from '../model/index.ts'
import type {Appearance} from './appearance.ts'
import {discrepancies, withoutEmails} from './discrepancies.ts'
import type {Context} from './discrepancies.ts'
import type {Candidate} from './matching.ts'

/** A row with its wording and date. */
interface Dated {
  candidate: Candidate
  appearance: Appearance
  date: string
}

const SETTLED = /\s(?:қаласы|ауылы|кенті|станциясы)$/u
/** ««Ақкөл ауданы әкімінің аппараты» ММ», «Ақкөл аудандық бөлімі», «Осакаров аудандық № 2 бөлімі» */
const DISTRICT_IN_NAME =
  /^[«"]?(?:№\s?\d+\s+)?(?:\p{L}+\s+облыс\p{L}*\s+)?((?:\p{Lu}\.\s?)?\p{Lu}[\p{L}-]+(?:\s\p{L}+){0,2}?)\s+ауда(?:ндық|ны)/u
const NOT_A_DISTRICT = /ауыл|село|қала|облыс/u

/** Makes the published office. `id` is its slug. */
export function toOffice(id: string, group: readonly Candidate[], context: Context): Office {
  const rows = datedRows(group, context)
  const newest = rows.map(({candidate}) => candidate)
  const first = <Value>(pick: (candidate: Candidate) => Value | null): Value | null => {
    for (const candidate of newest) {
      const value = pick(candidate)
      if (value !== null) return value
    }
    return null
  }
  const named = first((candidate) =>
    candidate.name !== '' && (candidate.readName.place !== '' || candidate.readName.head) ? candidate.name : null,
  )
  const phones = first(({readPhones}) => (readPhones.length > 0 ? readPhones : null)) ?? []
  const hours = rows.find(({appearance}) => appearance.hours !== null)?.appearance.hours ?? null
  const region = newest[0]?.region ?? null
  const inOrder = [...rows].sort((a, b) => a.appearance.order - b.appearance.order)
  return {
    id,
    name: named ?? first(({name}) => name || null) ?? first(({address}) => address || null) ?? '',
    kind: newest[0]?.kind ?? 'other',
    region,
    district: first(({readAddress}) => readAddress.district) ?? first(({name}) => districtIn(name)),
    locality:
      first(({readAddress}) => readAddress.localities.findLast((locality) => SETTLED.test(locality)) ?? null) ??
      (region?.endsWith('қаласы') ? region : null),
    address: first((candidate) => withoutEmails(candidate) || null) ?? '',
    phones: phones.map(({text, e164, doubt}) => (doubt ? {text, e164, doubt} : {text, e164})),
    emails: first((candidate) => (candidate.emails.length > 0 ? candidate.emails : null)) ?? [],
    hours,
    standards: [...new Set(inOrder.map(({appearance}) => appearance.standard.id))],
    appearances: [...inOrder]
      .sort((a, b) => compare(a.date, b.date))
      .map(({candidate: {name, address, phones: printed}, appearance, date}) => {
        return {annex: appearance.annex.id, lines: appearance.row.lines, name, address, phones: printed, date: date || null}
      }),
    history: history(rows),
    discrepancies: discrepancies(group, context),
  }
}

/** Latest first; in one edition the wording that more tables print. */
function datedRows(group: readonly Candidate[], {dateOf}: Context): Dated[] {
  const rows = group.flatMap((candidate) =>
    candidate.appearances.map((appearance) => ({candidate, appearance, date: dateOf(appearance.standard.resolution) ?? ''})),
  )
  const counts = new Map<string, number>()
  const key = (row: Dated) => `${row.date}|${String(group.indexOf(row.candidate))}`
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)
  const counted = rows.map((row) => ({row, count: counts.get(key(row)) ?? 0}))
  counted.sort((a, b) => compare(b.row.date, a.row.date) || b.count - a.count || a.row.appearance.order - b.row.appearance.order)
  return counted.map(({row}) => row)
}

/** What each edition prints, oldest first. */
function history(rows: readonly Dated[]): Office['history'] {
  const editions = new Map<string, Dated>()
  for (const row of rows) {
    const edition = `${row.date}|${row.appearance.standard.resolution}`
    if (!editions.has(edition)) editions.set(edition, row)
  }
  return [...editions.values()].reverse().map(({candidate, appearance, date}) => ({
    date: date || null,
    resolution: appearance.standard.resolution,
    name: candidate.name,
    address: withoutEmails(candidate),
    phones: candidate.phones,
  }))
}

function districtIn(name: string): string | null {
  const district = DISTRICT_IN_NAME.exec(name)?.[1]
  return district === undefined || NOT_A_DISTRICT.test(district) ? null : `${district} ауданы`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
