/** The frame of every page: names of the site and its sections, header, footer, the page that is not there. */
import type {Strings} from '../kk/index.ts'

export const language: Strings['language'] = {name: 'Русский', short: 'Рус'}

export const site: Strings['site'] = {
  name: 'Qyzmet',
  tagline: 'Стандарты государственных услуг',
  about:
    'Справочник стандартов государственных услуг. Официальный текст приводится на казахском языке, в том виде, в каком он опубликован.',
  skip: 'Перейти к содержанию',
  menu: 'Меню',
  mainSections: 'Основные разделы',
  sections: 'Разделы',
  breadcrumbs: 'Где находится эта страница',
  languages: 'Язык',
  home: 'Главная страница',
}

export const nav: Strings['nav'] = {
  services: 'Услуги',
  offices: 'Учреждения',
  forms: 'Бланки',
  changes: 'Изменения',
  data: 'Данные',
  resolutions: 'Постановления',
  reports: 'Показатели качества',
}

export const footer: Strings['footer'] = {
  help: 'Справка',
  reading: 'Как прочитаны эти тексты',
  howTo: 'Помощь',
  download: 'Скачать',
  openData: 'Открытые данные',
}

export const notFound: Strings['notFound'] = {
  title: 'Страница не найдена',
  text: 'В адресе есть ошибка, или страница перенесена. Воспользуйтесь поиском или выберите один из разделов.',
}
