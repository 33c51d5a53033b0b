/** What the lists disagree on: as a matrix for one office, and over all offices by region and by what a visitor would notice. */
import {cellPhones} from '../../parser/register/telephone.ts'
import type {Office} from '../../parser/model/index.ts'
import {byRegion, compareText} from './lists.ts'
import {oncePer} from './once.ts'

type Discrepancy = Office['discrepancies'][number]
export type DiscrepancyField = Discrepancy['field']

/** What differs is read where it is shown: of all offices together it is long. */
export interface ListedDiscrepancy extends Pick<Discrepancy, 'field' | 'weight'> {
  office: Office
  /** Its place among the office's. */
  at: number
}

export const discrepancyOf = ({office, at}: ListedDiscrepancy): Discrepancy | undefined => office.discrepancies[at]

/** A page lists no more of a topic than this, the weightiest: all of them are in the table for download. */
export const MOST_DISCREPANCIES = 250

/** Over all offices, the weightiest first. */
export const discrepanciesByWeight = oncePer((offices: readonly Office[]): ListedDiscrepancy[] =>
  offices
    .flatMap((office) => office.discrepancies.map(({field, weight}, at) => ({office, at, field, weight})))
    .sort(
      (a, b) =>
        b.weight - a.weight || compareText(a.office.region ?? '', b.office.region ?? '') || compareText(a.office.name, b.office.name),
    ),
)

/** What a visitor would notice: the wrong door, the wrong number, anything else. */
export const TOPICS = ['address', 'phones', 'other'] as const
export type Topic = (typeof TOPICS)[number]

export const topicOf = (field: DiscrepancyField): Topic => (field === 'address' || field === 'phones' ? field : 'other')

export interface RegionDiscrepancies {
  /** Null for offices whose region the lists do not tell. */
  region: string | null
  list: ListedDiscrepancy[]
  /** Those that the list names. */
  offices: Office[]
  counts: Record<Topic, number>
}

/** By region in the order of the alphabet, those that have any. */
export const discrepanciesByRegion = oncePer((offices: Office[]): RegionDiscrepancies[] =>
  byRegion(offices)
    .map(({name}) => {
      const list = discrepanciesByWeight(offices).filter(({office}) => office.region === name)
      const counts = {address: 0, phones: 0, other: 0}
      for (const {field} of list) counts[topicOf(field)]++
      return {region: name, list, offices: [...new Set(list.map(({office}) => office))], counts}
    })
    .filter(({list}) => list.length > 0),
)

/** Of many lists that print a value the latest few are named. */
const NAMED = 8

/** @param lists the latest last */
export function latestFew<List>(lists: readonly List[]): {few: readonly List[]; all: number; more: number} {
  const few = lists.slice(-NAMED)
  return {few, all: lists.length, more: lists.length - few.length}
}

/**
 * Acts whose lists print a value, the latest edition last.
 *
 * @param resolutionOf the id of the act that an annex belongs to
 */
export function actsOf(
  {appearances}: Office,
  annexes: readonly string[],
  resolutionOf: (annex: string) => string | undefined,
): {act: string; date: string | null}[] {
  const own = new Set(annexes)
  const dates = new Map<string, string | null>()
  for (const {annex, date} of appearances) {
    const act = own.has(annex) ? resolutionOf(annex) : undefined
    if (act !== undefined && (date ?? '') >= (dates.get(act) ?? '')) dates.set(act, date)
  }
  return [...dates].map(([act, date]) => ({act, date})).sort((a, b) => compareText(a.date ?? '', b.date ?? ''))
}

export interface MatrixList {
  resolution: string
  /** Of the latest edition of its lists. */
  date: string | null
}

export interface MatrixRow {
  /** Empty where the lists print nothing. */
  value: string
  /** In the order of the lists: how many of an act's lists print it, of how many that name the office; null where none does. */
  cells: ({count: number; of: number} | null)[]
  /** Most lists print something else. */
  odd: boolean
}

export interface Matrix {
  lists: MatrixList[]
  fields: {field: DiscrepancyField; rows: MatrixRow[]}[]
}

/**
 * Values of an office that differ, against the acts whose lists name it, the oldest edition first. Telephone numbers stand
 * one a row where each can be told.
 *
 * @param resolutionOf the id of the act that an annex belongs to
 */
export function matrixOf(office: Office, resolutionOf: (annex: string) => string | undefined): Matrix {
  const annexes = new Map<string, {date: string | null; annexes: Set<string>}>()
  for (const {annex, date} of office.appearances) {
    const resolution = resolutionOf(annex)
    if (resolution === undefined) continue
    const entry = annexes.get(resolution) ?? {date, annexes: new Set<string>()}
    entry.annexes.add(annex)
    if (date !== null && (entry.date === null || date > entry.date)) entry.date = date
    annexes.set(resolution, entry)
  }
  const acts = [...annexes].sort(([, a], [, b]) => compareText(a.date ?? '', b.date ?? ''))
  const fields = office.discrepancies.map(({field, values}) => {
    const rows = (field === 'phones' ? numbersOf(values, office.region) : values).map(({value, annexes: own}) => ({
      value,
      cells: acts.map(([, act]) => {
        const count = own.filter((annex) => act.annexes.has(annex)).length
        return count === 0 ? null : {count, of: act.annexes.size}
      }),
    }))
    const shares = rows.map(({cells}) => cells.reduce((sum, cell) => sum + (cell === null ? 0 : cell.count / cell.of), 0))
    const most = Math.max(...shares)
    return {field, rows: rows.map((row, at) => ({...row, odd: (shares[at] ?? 0) < most && (shares[at] ?? 0) * 2 <= acts.length}))}
  })
  return {lists: acts.map(([resolution, {date}]) => ({resolution, date})), fields}
}

type Value = Pick<Discrepancy['values'][number], 'value' | 'annexes'>

/** One row a number; the values as they stand where some digits belong to no number. */
function numbersOf(values: readonly Value[], region: string | null): Value[] {
  const numbers = new Map<string, Value>()
  for (const {value, annexes} of values) {
    const phones = cellPhones(value, region)
    // Numbers of a town get the area code of the one before: more digits than printed are no loss, fewer are.
    if (phones.map(({text}) => digitsOf(text)).join('') !== digitsOf(value)) return [...values]
    if (phones.length === 0) numbers.set('', {value, annexes})
    for (const {text, digits} of phones) {
      const known = numbers.get(digits)
      numbers.set(digits, {value: known?.value ?? text, annexes: [...(known?.annexes ?? []), ...annexes]})
    }
  }
  return [...numbers.values()].map(({value, annexes}) => ({value, annexes: [...new Set(annexes)]}))
}

const digitsOf = (text: string): string => text.replace(/\D+/gu, '')
