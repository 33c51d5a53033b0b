/** Texts of the foot of every page that the shared table has not. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('Footer', {
  kk: {glossary: 'Сөздік', offline: 'Интернетсіз оқу', feed: 'Өзгерістер таспасы'},
  ru: {glossary: 'Словарь', offline: 'Чтение без интернета', feed: 'Лента изменений'},
  en: {glossary: 'Glossary', offline: 'Reading offline', feed: 'Feed of changes'},
})
