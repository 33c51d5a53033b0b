/** Whether an act applies. */
import type {LegalStatus} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'

/** Words that suit a standard, a resolution and a blank alike: the genders of these nouns differ. */
const STATUSES: Record<LegalStatus, string> = {'in-force': 'Действует', repealed: 'Не действует'}

export const status: Strings['status'] = {
  label: (legalStatus) => STATUSES[legalStatus],
  kept: 'Текст сохранён для справки: сейчас этот порядок',
  notKept: 'Сейчас этот порядок',
  keptForm: 'Бланк сохранён для справки: сейчас эта форма',
  notApplied: 'не применяется',
  byAct: (number) => `постановление № ${number}`,
  repealed: '– акт признан утратившим силу.',
  repealedUnknown: 'Постановление утратило силу.',
  excluded: 'Этот стандарт исключён из постановления.',
  excludedBy: '– этот стандарт исключён из постановления.',
  inForce: 'Постановление действует: в имеющихся источниках не сказано, что оно утратило силу.',
  onThisPage: 'На этой странице',
}
