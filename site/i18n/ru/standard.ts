/** The page of a standard and those of its annexes. */
import type {AnnexKind, Facts} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {counted, format, number} from './format.ts'

const ANNEX_KINDS: Record<AnnexKind, string> = {
  offices: 'Список учреждений',
  form: 'Бланк заявления',
  certificate: 'Форма документа',
  indicators: 'Показатели качества и эффективности',
  other: 'Приложение',
}

const FORMS: Record<NonNullable<Facts['form']>, string> = {
  full: 'Полностью автоматизированная',
  partial: 'Частично автоматизированная',
  none: 'Не автоматизированная',
}

/** Ways of asking for a service, as the data names them (`Facts`), several joined by «, ». */
const CHANNELS: Record<string, string> = {
  'service-centre': 'центр обслуживания населения',
  'mobile-centre': 'мобильный центр',
  portal: 'портал',
  'authorised-organisation': 'уполномоченная организация',
  'competent-authority': 'уполномоченный орган',
  'local-executive-body': 'местный исполнительный орган',
  akim: 'аким',
  archive: 'архив',
  post: 'почта',
}

const DOCUMENTS = {one: 'документ', few: 'документа', other: 'документов'}

export const standard: Strings['standard'] = {
  kind: 'Стандарт государственной услуги',
  approvedBy: (date, act) => ['постановление Правительства ', `${format.dateOf(date)} ${format.actNumber(act)}`, ''],
  onThisPage: 'На этой странице',
  parts: (count) => counted(count, {one: 'раздел', few: 'раздела', other: 'разделов'}),
  key: {
    time: 'Сколько ждать',
    fee: 'Плата',
    bring: 'Что принести',
    where: 'Куда обращаться',
    documents: (least, most) => (least === most ? counted(most, DOCUMENTS) : `${number(least)}–${counted(most, DOCUMENTS)}`),
    list: 'Отметить по списку',
    offices: (count) => counted(count, {one: 'учреждение', few: 'учреждения', other: 'учреждений'}),
    lists: 'Адреса и телефоны',
  },
  free: 'Бесплатно',
  paid: 'Платно',
  glance: 'Коротко',
  opening: {
    days: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
    always: 'круглосуточно',
    notOnHolidays: 'кроме праздничных дней',
  },
  facts: {
    provider: 'Кто оказывает',
    recipients: 'Кому',
    time: 'Сроки',
    fee: 'Плата',
    result: 'Результат',
    hours: 'Часы работы',
    form: 'Форма',
    phones: 'Телефон',
    websites: 'В интернете',
    emails: 'Электронная почта',
    basis: 'Правовое основание',
  },
  channel: (channel) =>
    channel
      .split(', ')
      .map((one) => CHANNELS[one] ?? one)
      .join(', '),
  form: (form) => FORMS[form],
  documents: 'Документы',
  documentsNote: 'Отмечайте готовые: отметки хранятся только на этом устройстве.',
  printList: 'Распечатать список',
  forEveryone: 'Во всех случаях',
  more: (count) => `Ещё ${number(count)}`,
  where: 'Куда обращаться',
  forms: 'Бланки',
  noForms: 'В приложениях к этому стандарту нет бланка заявления.',
  emptyPdf: 'Пустой бланк, PDF',
  papers: 'Другие бумаги по стандарту',
  paperNames: {
    checklist: 'Перечень документов для получения услуги',
    receipt: 'Расписка о приёме документов',
    'complaint-slip': 'Талон о приёме жалобы',
  },
  refusal: 'Основания для отказа',
  complaint: 'Как подать жалобу',
  address: 'Адрес',
  officialText: 'Официальный текст',
  officialNote: 'на казахском языке, как опубликован',
  pointLink: (point) => `Ссылка на пункт ${point}`,
  noPoints: 'В опубликованном тексте постановления нет пунктов этого стандарта.',
  annexes: 'Приложения',
  annexNumber: '№',
  annexTitle: 'Название',
  annexContent: 'Содержание',
  annexDownload: 'Скачать',
  fields: (count) => counted(count, {one: 'поле', few: 'поля', other: 'полей'}),
  indicators: (count) => counted(count, {one: 'показатель', few: 'показателя', other: 'показателей'}),
  text: 'текст',
  sources: 'Скачать и источник',
  notes: 'Примечания',
  download: 'Скачать',
  source: 'Источник',
  sourceText: (file, lines) => `Файл ${file}, ${lines}.`,
  howRead: 'Как это прочитано',
}

export const annex: Strings['annex'] = {
  kind: (kind) => ANNEX_KINDS[kind],
  of: (id) => `Стандарт ${id},`,
  regions: 'Регионы',
  rows: (count) => counted(count, {one: 'строка', few: 'строки', other: 'строк'}),
  number: '№',
  inherited: 'ячейка, общая для нескольких строк',
  noHeading: 'Список',
  column: (index) => `Столбец ${index}`,
  indicator: 'Показатель',
  normative: 'Нормативное значение',
  target: 'Целевое значение на следующий год',
  current: 'Текущее значение за отчётный год',
}
