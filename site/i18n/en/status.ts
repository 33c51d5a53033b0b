/** Whether an act applies. */
import type {LegalStatus} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {format} from './format.ts'

const STATUSES: Record<LegalStatus, string> = {'in-force': 'In force', repealed: 'Repealed'}

/** “resolution No. 217 of 11 March 2014” */
const by = (date: string | null, number: string): string =>
  `resolution ${format.actNumber(number)}${date === null ? '' : ` ${format.dateOf(date)}`}`

export const status: Strings['status'] = {
  label: (legalStatus) => STATUSES[legalStatus],
  kept: 'The text is kept for reference: this procedure',
  notKept: 'This procedure',
  keptForm: 'The form is kept for reference: it',
  notApplied: 'is no longer in use',
  repealedBy: (date, number) => ['The act was repealed by ', by(date, number), '.'],
  repealedUnknown: 'The resolution has been repealed.',
  excluded: 'This standard has been excluded from its resolution.',
  excludedBy: (date, number) => ['This standard was excluded by ', by(date, number), '.'],
  inForce: 'The resolution is in force: the sources used here do not say that it has been repealed.',
  onThisPage: 'On this page',
}
