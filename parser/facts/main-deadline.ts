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

/** The deadline that answers «how long»: the longest the standard names, so that nobody is promised too much. */
export function mainDeadline({deadlines}: Pick<Facts, 'deadlines'>): Deadline | null {
  let longest: Deadline | null = null
  for (const deadline of deadlines) if (length(deadline) > length(longest)) longest = deadline
  return longest
}

/** In minutes; 0 where the text names no amount. A working day counts as one of the calendar. */
function length(deadline: Deadline | null): number {
  return deadline && deadline.amount !== null && deadline.unit !== null ? deadline.amount * MINUTES[deadline.unit] : 0
}
