/** Whether an act applies. */
import type {LegalStatus} from '../../../parser/model/index.ts'
import type {LinkParts} from '../link-parts.ts'
import {format} from './format.ts'

const STATUSES: Record<LegalStatus, string> = {'in-force': 'Қолданыста', repealed: 'Күшін жойған'}

/** «2014 жылғы 11 наурыздағы » */
const before = (date: string | null): string => (date === null ? '' : `${format.dateOf(date)} `)

export const status = {
  label: (status: LegalStatus): string => STATUSES[status],
  kept: 'Мәтін анықтама үшін сақталған: қазір бұл тәртіп',
  /** Where no text is left to keep. */
  notKept: 'Қазір бұл тәртіп',
  keptForm: 'Бланк анықтама үшін сақталған: қазір бұл нысан',
  notApplied: 'қолданылмайды',
  repealedBy: (date: string | null, number: string): LinkParts => [before(date), `${format.actNumber(number)} қаулымен`, ' күші жойылды.'],
  repealedUnknown: 'Қаулының күші жойылған.',
  excluded: 'Бұл стандарт қаулыдан алып тасталған.',
  excludedBy: (date: string | null, number: string): LinkParts => [
    before(date),
    `${format.actNumber(number)} қаулымен`,
    ' бұл стандарт қаулыдан алып тасталды.',
  ],
  inForce: 'Қаулы қолданыста: мұндағы дереккөздерде күшін жойғаны айтылмаған.',
  onThisPage: 'Осы бетте',
}
