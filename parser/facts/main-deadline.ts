/** Which of the deadlines of a standard answers «how long». */
import type {Deadline, Facts} from '../model/index.ts'

const MINUTES: Record<NonNullable<Deadline['unit']>, number> = {
  minutes: 1,
  hours: 60,
  'working-days': 1440,
  'calendar-days': 1440,
  days: 1440,
  weeks: 10_080,
  months: 43_200,
  quarters: 129_600,
  years: 525_600,
}

/**
 * The deadline that answers «how long»: the longest of the service itself, so that nobody is promised too much. Waiting in a queue is
 * no part of it, nor are steps on the way. Where the text says nothing of the service itself, the time at the counter answers.
 *
 * @returns null where no such deadline has an amount: «on the same day»
 */
export function mainDeadline({deadlines}: Pick<Facts, 'deadlines'>): Deadline | null {
  const of = (wanted: NonNullable<Deadline['kind']>) => deadlines.filter(({kind = 'service'}) => kind === wanted)
  const service = of('service')
  return longest(service.length > 0 ? service : of('attendance'))
}

/** True where the standard names a shorter time for the service as well: the main deadline is then the most it may take. */
export function isAtMost({deadlines}: Pick<Facts, 'deadlines'>): boolean {
  const main = mainDeadline({deadlines})
  return deadlines.some((one) => one !== main && one.kind === main?.kind && length(one) > 0 && length(one) < length(main))
}

function longest(deadlines: readonly Deadline[]): Deadline | null {
  let found: Deadline | null = null
  for (const deadline of deadlines) if (length(deadline) > length(found)) found = deadline
  return found
}

/** In minutes; 0 where the text names no amount. A working day counts as one of the calendar. */
function length(deadline: Deadline | null): number {
  return deadline && deadline.amount !== null && deadline.unit !== null ? deadline.amount * MINUTES[deadline.unit] : 0
}
