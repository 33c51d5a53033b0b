/** Whether an act applies. */
import type {LegalStatus} from '../../../parser/model/index.ts'

const STATUSES: Record<LegalStatus, string> = {'in-force': 'Қолданыста', repealed: 'Күшін жойған'}

export const status = {
  label: (status: LegalStatus): string => STATUSES[status],
  kept: 'Мәтін анықтама үшін сақталған: қазір бұл тәртіп',
  /** Where no text is left to keep. */
  notKept: 'Қазір бұл тәртіп',
  keptForm: 'Бланк анықтама үшін сақталған: қазір бұл нысан',
  notApplied: 'қолданылмайды',
  /** After the date («2014 жылғы 11 наурыздағы») and before «күші жойылды». */
  byAct: (number: string): string => `№ ${number} қаулымен`,
  repealed: 'күші жойылды.',
  repealedUnknown: 'Қаулының күші жойылған.',
  excluded: 'Бұл стандарт қаулыдан алып тасталған.',
  excludedBy: 'бұл стандарт қаулыдан алып тасталды.',
  inForce: 'Қаулы қолданыста: мұндағы дереккөздерде күшін жойғаны айтылмаған.',
  onThisPage: 'Осы бетте',
}
