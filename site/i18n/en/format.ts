/** Numbers, dates, durations and the ways of naming places in an act. */
import type {Strings} from '../kk/index.ts'
import {dateParts} from '../dates.ts'
import {counter} from '../plural.ts'
import type {PluralForms} from '../plural.ts'
import type {Unit} from '../kk/format.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const UNITS: Record<Unit, PluralForms> = {
  minutes: {one: 'minute', other: 'minutes'},
  hours: {one: 'hour', other: 'hours'},
  'working-days': {one: 'working day', other: 'working days'},
  'calendar-days': {one: 'calendar day', other: 'calendar days'},
  days: {one: 'day', other: 'days'},
  weeks: {one: 'week', other: 'weeks'},
  months: {one: 'month', other: 'months'},
  quarters: {one: 'quarter', other: 'quarters'},
  years: {one: 'year', other: 'years'},
}

const numberFormat = new Intl.NumberFormat('en-GB', {useGrouping: true})

/** “1,553” */
export const number = (value: number): string => numberFormat.format(value)

/** A number and the form of the word that goes with it: “3 documents”. */
export const counted = counter('en', number)

const dayMonthYear = (iso: string): string => {
  const {year, month, day} = dateParts(iso)
  return `${day} ${MONTHS[month] ?? ''} ${year}`
}

export const format: Strings['format'] = {
  number,
  date: dayMonthYear,
  dateOf: (iso) => `of ${dayMonthYear(iso)}`,
  duration: (amount, unit) => counted(amount, UNITS[unit]),
  upTo: (amount, unit) => `up to ${counted(amount, UNITS[unit])}`,
  actNumber: (act) => `No.\u00a0${act}`,
  bytes: (bytes) =>
    bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  point: (point) => `point ${point}`,
  annex: (annex) => `annex ${annex}`,
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
}
