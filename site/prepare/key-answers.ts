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

/** The deadline that answers «how long»: the first of a day or more, else the first that has an amount. */
export function mainDeadline(facts: Facts): Deadline | null {
  const timed = facts.deadlines.filter(({amount, unit}) => amount !== null && unit !== null)
  return timed.find(({unit}) => unit !== null && MINUTES[unit] >= 1440) ?? timed[0] ?? null
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

/** Documents by channel and case, in the order of the text; a repeated text is listed once. */
export function documentGroups(facts: Facts): {heading: string | null; documents: Facts['documents']}[] {
  const groups = new Map<string, {heading: string | null; documents: Facts['documents']}>()
  for (const document of facts.documents) {
    const heading = [document.channel, document.case].filter((part) => part !== null && part !== '').join(' – ') || null
    const key = heading ?? ''
    const group = groups.get(key) ?? {heading, documents: []}
    if (!group.documents.some(({text}) => text === document.text)) group.documents.push(document)
    groups.set(key, group)
  }
  return [...groups.values()]
}
