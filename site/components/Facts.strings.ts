/** Of the list of facts. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('Facts', {
  kk: {everyWay: 'Қайда тапсырсаңыз да'},
  ru: {everyWay: 'При любом способе подачи'},
  en: {everyWay: 'However you apply'},
})
