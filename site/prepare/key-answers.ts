/** The few facts that stand first: how long, what fee, how many documents, how many offices. */
import type {Annex, Deadline, Facts, Standard} from '../../parser/model/index.ts'
import type {Strings} from '../i18n/index.ts'

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
export function mainDeadline(facts: Facts): Deadline | null {
  let longest: Deadline | null = null
  for (const deadline of facts.deadlines) if (length(deadline) > length(longest)) longest = deadline
  return longest
}

/** In minutes; 0 where the text names no amount. A working day counts as one of the calendar. */
function length(deadline: Deadline | null): number {
  return deadline && deadline.amount !== null && deadline.unit !== null ? deadline.amount * MINUTES[deadline.unit] : 0
}

/** «10 жұмыс күні», or null where the text names no amount. */
export function durationText(deadline: Deadline | null, t: Strings): string | null {
  return deadline && deadline.amount !== null && deadline.unit !== null ? t.format.duration(deadline.amount, deadline.unit) : null
}

/** «Тегін», «Ақылы», or null. */
export function feeText(facts: Facts, t: Strings): string | null {
  if (!facts.fee) return null
  return facts.fee.kind === 'free' ? t.standard.free : t.standard.paid
}

/** The line under a service in a list: «10 жұмыс күні · тегін». */
export function summaryLine(standard: Standard, t: Strings): string {
  const parts = [durationText(mainDeadline(standard.facts), t), feeText(standard.facts, t)?.toLowerCase()]
  return parts.filter((part) => part !== null && part !== undefined).join(' · ')
}

/** Rows of an office table. */
export function officeRowCount(annex: Annex): number {
  return (annex.groups ?? []).reduce((sum, group) => sum + group.rows.length, 0)
}

export interface DocumentGroup {
  channel: string | null
  case: string | null
  documents: Facts['documents']
}

/** Documents by channel and case, in the order of the text; a repeated text is listed once. */
export function documentGroups(facts: Facts): DocumentGroup[] {
  const groups = new Map<string, DocumentGroup>()
  for (const document of facts.documents) {
    const key = `${document.channel ?? ''}\n${document.case ?? ''}`
    const group = groups.get(key) ?? {channel: document.channel, case: document.case, documents: []}
    if (!group.documents.some(({text}) => text === document.text)) group.documents.push(document)
    groups.set(key, group)
  }
  return [...groups.values()]
}
