/** Numbers, dates, durations and the ways of naming places in an act. */
import type {Strings} from '../kk/index.ts'
import {dateParts} from '../dates.ts'
import {counter} from '../plural.ts'
import type {PluralForms} from '../plural.ts'
import type {Unit} from '../kk/format.ts'

const MONTHS = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']

const UNITS: Record<Unit, PluralForms> = {
  minutes: {one: 'минута', few: 'минуты', other: 'минут'},
  hours: {one: 'час', few: 'часа', other: 'часов'},
  'working-days': {one: 'рабочий день', few: 'рабочих дня', other: 'рабочих дней'},
  'calendar-days': {one: 'календарный день', few: 'календарных дня', other: 'календарных дней'},
  days: {one: 'день', few: 'дня', other: 'дней'},
  weeks: {one: 'неделя', few: 'недели', other: 'недель'},
  months: {one: 'месяц', few: 'месяца', other: 'месяцев'},
  quarters: {one: 'квартал', few: 'квартала', other: 'кварталов'},
  years: {one: 'год', few: 'года', other: 'лет'},
}

/** After «до»: «до 1 рабочего дня», «до 90 рабочих дней». */
const UNITS_AFTER_TO: Record<Unit, PluralForms> = {
  minutes: {one: 'минуты', few: 'минут', other: 'минут'},
  hours: {one: 'часа', few: 'часов', other: 'часов'},
  'working-days': {one: 'рабочего дня', few: 'рабочих дней', other: 'рабочих дней'},
  'calendar-days': {one: 'календарного дня', few: 'календарных дней', other: 'календарных дней'},
  days: {one: 'дня', few: 'дней', other: 'дней'},
  weeks: {one: 'недели', few: 'недель', other: 'недель'},
  months: {one: 'месяца', few: 'месяцев', other: 'месяцев'},
  quarters: {one: 'квартала', few: 'кварталов', other: 'кварталов'},
  years: {one: 'года', few: 'лет', other: 'лет'},
}

const numberFormat = new Intl.NumberFormat('ru', {useGrouping: true})

/** «1 553», with a space that does not break. */
export const number = (value: number): string => numberFormat.format(value)

/** A number and the form of the word that goes with it: «3 документа». */
export const counted = counter('ru', number)

const dayMonthYear = (iso: string): string => {
  const {year, month, day} = dateParts(iso)
  return `${day} ${MONTHS[month] ?? ''} ${year}`
}

export const format: Strings['format'] = {
  number,
  date: (iso) => `${dayMonthYear(iso)}\u00a0г.`,
  dateOf: (iso) => `от ${dayMonthYear(iso)} года`,
  duration: (amount, unit) => counted(amount, UNITS[unit]),
  upTo: (amount, unit) => `до ${counted(amount, UNITS_AFTER_TO[unit])}`,
  actNumber: (act) => `№\u00a0${act}`,
  bytes: (bytes) =>
    bytes < 1024
      ? `${bytes} Б`
      : bytes < 1024 * 1024
        ? `${Math.round(bytes / 1024)} КБ`
        : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`,
  point: (point) => `пункт ${point}`,
  annex: (annex) => `приложение ${annex}`,
  lines: (first, last) => (first === last ? `строка ${first}` : `строки ${first}–${last}`),
}
