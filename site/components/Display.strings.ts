import {translations} from '../i18n/translations.ts'

export const strings = translations('Display', {
  kk: {
    title: 'Көрініс',
    large: 'Нашар көретіндерге арналған нұсқа',
    ground: 'Фон',
    grounds: {auto: 'Құрылғыдағыдай', light: 'Ақ', dark: 'Қараңғы'},
  },
  ru: {
    title: 'Вид',
    large: 'Версия для слабовидящих',
    ground: 'Фон',
    grounds: {auto: 'Как на устройстве', light: 'Светлый', dark: 'Тёмный'},
  },
  en: {
    title: 'Display',
    large: 'Version for the visually impaired',
    ground: 'Background',
    grounds: {auto: 'As on the device', light: 'Light', dark: 'Dark'},
  },
})
