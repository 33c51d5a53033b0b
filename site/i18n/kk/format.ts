/** Numbers, dates, durations and the ways of naming places in an act. */
import {MONTHS, MONTHS_OF} from '../../../parser/language/months.ts'
import {UNIT_NAMES} from '../../../parser/language/units.ts'
import type {Deadline} from '../../../parser/model/index.ts'
import {dateParts} from '../dates.ts'

export type Unit = NonNullable<Deadline['unit']>

/** With the ending that «дейін» asks for. */
const UNITS_BEFORE: Record<Unit, string> = {
  minutes: 'минутқа',
  hours: 'сағатқа',
  'working-days': 'жұмыс күніне',
  'calendar-days': 'күнтізбелік күнге',
  days: 'күнге',
  weeks: 'аптаға',
  months: 'айға',
  quarters: 'тоқсанға',
  years: 'жылға',
}

const numberFormat = new Intl.NumberFormat('kk', {useGrouping: true})

/** «1 553», with a space that does not break. */
export const number = (value: number): string => numberFormat.format(value)

export const format = {
  number,
  /** «2012 ж. 9 қазан» */
  date: (iso: string): string => {
    const {year, month, day} = dateParts(iso)
    return `${year} ж. ${day} ${MONTHS[month] ?? ''}`
  },
  /** «2012 жылғы 9 қазандағы» */
  dateOf: (iso: string): string => {
    const {year, month, day} = dateParts(iso)
    return `${year} жылғы ${day} ${MONTHS_OF[month] ?? ''}`
  },
  duration: (amount: number, unit: Unit): string => `${number(amount)} ${UNIT_NAMES[unit]}`,
  /** «90 жұмыс күніне дейін» */
  upTo: (amount: number, unit: Unit): string => `${number(amount)} ${UNITS_BEFORE[unit]} дейін`,
  actNumber: (number: string): string => `№\u00a0${number}`,
  bytes: (bytes: number): string =>
    bytes < 1024
      ? `${bytes} Б`
      : bytes < 1024 * 1024
        ? `${Math.round(bytes / 1024)} КБ`
        : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`,
  point: (number: string): string => `${number}-тармақ`,
  annex: (number: number | string): string => `${number}-қосымша`,
  lines: (first: number, last: number): string => (first === last ? `${first}-жол` : `${first}–${last}-жолдар`),
}
