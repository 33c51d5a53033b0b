/** Whether an act applies. */
import type {LegalStatus} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'

const STATUSES: Record<LegalStatus, string> = {'in-force': 'In force', repealed: 'Repealed'}

export const status: Strings['status'] = {
  label: (legalStatus) => STATUSES[legalStatus],
  kept: 'The text is kept for reference: this procedure',
  notKept: 'This procedure',
  keptForm: 'The form is kept for reference: it',
  notApplied: 'is no longer in use',
  byAct: (number) => `resolution No. ${number}`,
  repealed: '– the act is repealed.',
  repealedUnknown: 'The resolution has been repealed.',
  excluded: 'This standard has been excluded from its resolution.',
  excludedBy: '– this standard is excluded from its resolution.',
  inForce: 'The resolution is in force: the sources used here do not say that it has been repealed.',
  onThisPage: 'On this page',
}
