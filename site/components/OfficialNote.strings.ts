import {translations} from '../i18n/translations.ts'

export const strings = translations('OfficialNote', {
  kk: {text: 'Актілердің мәтіні, атаулар мен мекенжайлар қазақ тілінде, жарияланған күйінде беріледі.'},
  ru: {text: 'Тексты актов, названия и адреса приводятся на казахском языке, как опубликованы.'},
  en: {text: 'The texts of the acts, names and addresses are in Kazakh, as published.'},
})
