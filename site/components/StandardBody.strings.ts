/** Texts of the page of a standard that no part of it has for itself. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('StandardBody', {
  kk: {
    allOffices: 'Барлық мекемелер',
    printText: 'Толық мәтінді басып шығару',
    /** {date} is filled in when the page is printed. */
    printed: 'Басып шығарылған күні: {date}',
  },
  ru: {allOffices: 'Все учреждения', printText: 'Распечатать полный текст', printed: 'Дата печати: {date}'},
  en: {allOffices: 'All offices', printText: 'Print the full text', printed: 'Printed on {date}'},
})
