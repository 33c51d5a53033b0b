/**
 * A deadline as a duration of XML Schema (ISO 8601), which knows no working days.
 *
 *     ten working days      P14D    of the calendar: five of seven days are worked
 *     thirty minutes        PT30M
 *     one quarter           P3M
 *
 * `cv:processingTime` is «the (estimated) time needed»: the exact words stand beside it, in the description of the channel.
 */
import type {Deadline} from '../../../parser/model/index.ts'

const WORKING_DAYS_A_WEEK = 5
const DAYS_A_WEEK = 7
const MONTHS_A_QUARTER = 3

/** @returns null where the text names no amount, or one that is no whole number */
export function durationOf({amount, unit}: Pick<Deadline, 'amount' | 'unit'>): string | null {
  if (amount === null || unit === null || !Number.isInteger(amount)) return null
  switch (unit) {
    case 'minutes':
      return `PT${String(amount)}M`
    case 'hours':
      return `PT${String(amount)}H`
    case 'working-days':
      return `P${String(Math.ceil((amount * DAYS_A_WEEK) / WORKING_DAYS_A_WEEK))}D`
    case 'calendar-days':
    case 'days':
      return `P${String(amount)}D`
    case 'weeks':
      return `P${String(amount * DAYS_A_WEEK)}D`
    case 'months':
      return `P${String(amount)}M`
    case 'quarters':
      return `P${String(amount * MONTHS_A_QUARTER)}M`
    case 'years':
      return `P${String(amount)}Y`
  }
}
