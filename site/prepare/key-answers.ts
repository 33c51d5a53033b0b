/** The few facts that stand first: how long, what fee, how many documents, how many offices. */
import {isAtMost, mainDeadline} from '../../parser/facts/main-deadline.ts'
import type {Annex, Deadline, Facts, Standard} from '../../parser/model/index.ts'
import type {Strings} from '../i18n/index.ts'
import {documentOptions} from './document-options.ts'

/** «10 жұмыс күні», or null where the text names no amount. */
export function durationText(deadline: Deadline | null, t: Strings): string | null {
  return deadline && deadline.amount !== null && deadline.unit !== null ? t.format.duration(deadline.amount, deadline.unit) : null
}

/** How long the service takes: «10 жұмыс күні»; «90 жұмыс күніне дейін» where it may be done sooner; or null. */
export function serviceTime(facts: Facts, t: Strings): string | null {
  const main = mainDeadline(facts)
  return main && main.amount !== null && main.unit !== null && isAtMost(facts)
    ? t.format.upTo(main.amount, main.unit)
    : durationText(main, t)
}

/** «Тегін», «Ақылы», or null. */
export function feeText(facts: Facts, t: Strings): string | null {
  if (!facts.fee) return null
  return facts.fee.kind === 'free' ? t.standard.free : t.standard.paid
}

/** The line under a service in a list: «10 жұмыс күні · тегін». */
export function summaryLine(standard: Standard, t: Strings): string {
  const parts = [serviceTime(standard.facts, t), feeText(standard.facts, t)?.toLowerCase()]
  return parts.filter((part) => part !== null && part !== undefined).join(' · ')
}

/** Facts that stand under «at a glance»; the others have sections of their own. */
const AT_A_GLANCE = [
  'provider',
  'recipients',
  'deadlines',
  'fee',
  'result',
  'hours',
  'form',
  'formText',
  'phones',
  'websites',
  'emails',
  'legalBasis',
] as const satisfies readonly (keyof Facts)[]

/** Whether a standard tells anything that stands under «at a glance». */
export function tellsFacts(facts: Facts): boolean {
  return AT_A_GLANCE.some((name) => {
    const fact = facts[name]
    return Array.isArray(fact) ? fact.length > 0 : fact !== null
  })
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

/** Documents by way of applying and case, in the order of the text; what holds for every way is in the list of each. */
export function documentGroups(facts: Facts): DocumentGroup[] {
  return documentOptions(facts).flatMap(({channels, cases}) =>
    cases.map((one) => ({channel: channels.length > 0 ? channels.join(', ') : null, case: one.case, documents: one.documents})),
  )
}
