/**
 * The lists of offices of one kind, edition by edition, as one table of changes: which offices each list adds or leaves
 * out, which have another address, telephone or name there. Ways of spelling are no changes.
 */
import {isRelocated} from '../../parser/compare/address.ts'
import {compareWords, typographicKey} from '../../parser/compare/index.ts'
import type {Office} from '../../parser/model/index.ts'
import {runsOf, type Run} from '../../templates/compare/view.ts'
import {oncePer} from './once.ts'

/** Kinds whose lists come again in several editions; the list of one edition is no history. */
const LEAST_DATES = 3
const KINDS = ['service-centre'] as const

export function officeListKinds(offices: readonly Office[]): string[] {
  return KINDS.filter((kind) => listDates(offices, kind).length >= LEAST_DATES)
}

/** A column a date; the older ones are on the offices' own pages. */
const MOST_DATES = 8

function listDates(offices: readonly Office[], kind: string): string[] {
  const dates = offices.filter((office) => office.kind === kind).flatMap(({history}) => history.flatMap(({date}) => date ?? []))
  return [...new Set(dates)].sort()
}

type Field = 'name' | 'address' | 'phones'

export interface ListCell {
  kind: 'absent' | 'first' | 'same' | 'added' | 'closed' | 'moved' | 'changed'
  /** The fields that differ from the list before, as this list prints them. */
  fields: {field: Field; old: Run[]; new: Run[]}[]
}

export interface ListedOffice {
  office: Office
  /** One for each date. */
  cells: ListCell[]
}

export interface OfficeLists {
  /** Lists older than those shown. */
  older: number
  dates: string[]
  /** Changes of each date against the one before. */
  counts: {added: number; closed: number; moved: number; changed: number; total: number}[]
  /** Offices with a change, by region. */
  regions: {region: string | null; offices: ListedOffice[]}[]
  changed: number
  total: number
}

/** The table of changes of one kind of office. */
export const officeLists = oncePer((offices: readonly Office[], kind: string): OfficeLists => {
  const everyDate = listDates(offices, kind)
  const dates = everyDate.slice(-MOST_DATES)
  const counts = dates.map(() => ({added: 0, closed: 0, moved: 0, changed: 0, total: 0}))
  const all = offices.filter((office) => office.kind === kind)
  const listed = all.map((office): ListedOffice => {
    const cells = dates.map((date, at) => cellOf(office, dates, at, date))
    cells.forEach(({kind: what}, at) => {
      const count = counts[at]!
      if (what === 'added' || what === 'closed' || what === 'moved' || what === 'changed') count[what]++
      if (what !== 'absent' && what !== 'closed') count.total++
    })
    return {office, cells}
  })
  const touched = listed.filter(({cells}) => cells.some(({kind: what}) => what !== 'same' && what !== 'first' && what !== 'absent'))
  const groups = Map.groupBy(touched, ({office}) => office.region)
  return {
    older: everyDate.length - dates.length,
    dates,
    counts,
    regions: [...groups]
      .map(([region, own]) => ({region, offices: own}))
      .sort((a, b) => (a.region ?? 'я').localeCompare(b.region ?? 'я', 'kk')),
    changed: touched.length,
    total: all.length,
  }
})

function cellOf(office: Office, dates: readonly string[], at: number, date: string): ListCell {
  const now = printed(office, date)
  const before = at === 0 ? undefined : printed(office, dates[at - 1]!)
  if (!now) return {kind: before ? 'closed' : 'absent', fields: []}
  if (at === 0) return {kind: 'first', fields: []}
  if (!before) return {kind: 'added', fields: []}
  const fields = (['name', 'address', 'phones'] as const).filter((field) => differs(field, before[field], now[field]))
  return {
    kind: fields.includes('address') ? 'moved' : fields.length > 0 ? 'changed' : 'same',
    fields: fields.map((field) => {
      const words = compareWords(before[field], now[field])
      return {field, old: runsOf(words, 'old'), new: runsOf(words, 'new')}
    }),
  }
}

function printed({history}: Office, date: string) {
  return history.findLast((one) => one.date === date)
}

const NUMBER = /\d[\d\s()-]{4,}\d/gu
const NOT_DIGITS = /\D+/gu
/** «42-58-51» and «8 (7172) 42-58-51» end alike. */
const LOCAL_DIGITS = 5

function differs(field: Field, before: string, now: string): boolean {
  if (typographicKey(before) === typographicKey(now) || before === '' || now === '') return false
  switch (field) {
    case 'address':
      return isRelocated(before, now)
    case 'phones': {
      const numbers = (text: string) =>
        new Set((text.match(NUMBER) ?? []).map((number) => number.replace(NOT_DIGITS, '').slice(-LOCAL_DIGITS)))
      const [one, other] = [numbers(before), numbers(now)]
      return one.size > 0 && other.size > 0 && (one.size !== other.size || [...one].some((number) => !other.has(number)))
    }
    case 'name':
      // Lists name the same office with and without its branch: that is no change of name.
      return false
  }
}
