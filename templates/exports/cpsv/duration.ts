/**
 * A deadline as a duration of XML Schema (ISO 8601), which knows no working days.
 *
 *     ten working days      P14D    of the calendar: five of seven days are worked
 *     thirty minutes        PT30M
 *     one quarter           P3M
 *     one and a half hours  PT90M
 *     one and a half months P1M15D
 *
 * `cv:processingTime` is «the (estimated) time needed»: the exact words stand beside it, in the description of the channel.
 */
import type {Deadline} from '../../../parser/model/index.ts'

const WORKING_DAYS_A_WEEK = 5
const DAYS_A_WEEK = 7
const MONTHS_A_QUARTER = 3

const MINUTES_AN_HOUR = 60
const SECONDS_A_MINUTE = 60
const HOURS_A_DAY = 24
const MONTHS_A_YEAR = 12
/** Half a month is fifteen days. */
const DAYS_A_MONTH = 30

/** @returns null where the text names no amount, or one that is no positive number */
export function durationOf({amount, unit}: Pick<Deadline, 'amount' | 'unit'>): string | null {
  if (amount === null || unit === null || !Number.isFinite(amount) || amount < 0) return null
  switch (unit) {
    case 'minutes':
      return `PT${parts(amount, 'M', SECONDS_A_MINUTE, 'S')}`
    case 'hours':
      return Number.isInteger(amount) ? `PT${String(amount)}H` : `PT${parts(amount * MINUTES_AN_HOUR, 'M', SECONDS_A_MINUTE, 'S')}`
    case 'working-days':
      return `P${String(Math.ceil((amount * DAYS_A_WEEK) / WORKING_DAYS_A_WEEK))}D`
    case 'calendar-days':
    case 'days':
      return Number.isInteger(amount) ? `P${String(amount)}D` : `P${parts(amount, 'DT', HOURS_A_DAY, 'H')}`.replace(/^P(?=\d+H$)/u, 'PT')
    case 'weeks':
      return `P${String(Math.ceil(amount * DAYS_A_WEEK))}D`
    case 'months':
      return `P${parts(amount, 'M', DAYS_A_MONTH, 'D')}`
    case 'quarters':
      return `P${parts(amount * MONTHS_A_QUARTER, 'M', DAYS_A_MONTH, 'D')}`
    case 'years':
      return Number.isInteger(amount) ? `P${String(amount)}Y` : `P${parts(amount * MONTHS_A_YEAR, 'M', DAYS_A_MONTH, 'D')}`
  }
}

/** «1M15D» of one and a half months: what is over whole units, in smaller ones rounded up, so that nobody is promised too much. */
function parts(amount: number, unit: string, per: number, smaller: string): string {
  const whole = Math.floor(amount)
  const rest = Math.ceil(Number(((amount - whole) * per).toFixed(6)))
  if (rest === 0) return `${String(whole)}${unit}`
  return `${whole === 0 ? '' : `${String(whole)}${unit}`}${String(rest)}${smaller}`
}
