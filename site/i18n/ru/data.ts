/** Open data. */
import type {Strings} from '../kk/index.ts'
import {counted, number} from './format.ts'

const COUNT_NAMES: Record<string, string> = {
  resolutions: 'постановления',
  standards: 'стандарты',
  included: 'стандарты с текстом',
  excluded: 'исключённые стандарты',
  points: 'пункты',
  annexes: 'приложения',
  officeTables: 'таблицы учреждений',
  officeRows: 'строки таблиц учреждений',
  offices: 'учреждения',
  forms: 'бланки',
  papers: 'вспомогательные бумаги',
  indicatorTables: 'таблицы показателей',
  amendments: 'изменения',
  errors: 'ошибки',
  warnings: 'сомнительные места',
  unaccounted: 'неучтённые знаки',
}

export const data: Strings['data'] = {
  title: 'Открытые данные',
  lead: 'Всё на этом сайте составлено из этих файлов. Их можно свободно скачивать и использовать.',
  contract: (version) => `Версия соглашения о данных: ${version}.`,
  date: (date) => `Состояние данных на ${date}.`,
  counts: 'Что есть в данных',
  countName: (key) => COUNT_NAMES[key] ?? key,
  file: 'Файл',
  size: 'Размер',
  files: (count) => counted(count, {one: 'файл', few: 'файла', other: 'файлов'}),
  firstFiles: (shown, count) => [`Показаны первые ${number(shown)} из ${number(count)}; все – в перечне `, 'index.json', '.'],
}
