/** Whether an act applies. */
import type {LegalStatus} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {format} from './format.ts'

/** Words that suit a standard, a resolution and a blank alike: the genders of these nouns differ. */
const STATUSES: Record<LegalStatus, string> = {'in-force': 'Действует', repealed: 'Не действует'}

/** «постановлением от 11 марта 2014 года № 217» */
const by = (date: string | null, number: string): string =>
  `постановлением ${date === null ? '' : `${format.dateOf(date)} `}${format.actNumber(number)}`

export const status: Strings['status'] = {
  label: (legalStatus) => STATUSES[legalStatus],
  kept: 'Текст сохранён для справки: сейчас этот порядок',
  notKept: 'Сейчас этот порядок',
  keptForm: 'Бланк сохранён для справки: сейчас эта форма',
  notApplied: 'не применяется',
  repealedBy: (date, number) => ['Акт признан утратившим силу ', by(date, number), '.'],
  repealedUnknown: 'Постановление утратило силу.',
  excluded: 'Этот стандарт исключён из постановления.',
  excludedBy: (date, number) => ['Этот стандарт исключён ', by(date, number), '.'],
  inForce: 'Постановление действует: в имеющихся источниках не сказано, что оно утратило силу.',
  onThisPage: 'На этой странице',
}
