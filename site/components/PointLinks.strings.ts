/** Texts of links to points. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('PointLinks', {
  kk: {run: (first: string, last: string): string => `${first}–${last}-тармақтар`},
  ru: {run: (first: string, last: string): string => `пункты ${first}–${last}`},
  en: {run: (first: string, last: string): string => `points ${first}–${last}`},
})
