/** Offices, their lists and where the lists disagree. */
import type {Strings} from '../kk/index.ts'
import {counted, number} from './format.ts'

/** Field names of an office, as the data names them. */
const OFFICE_FIELDS: Record<string, string> = {
  name: 'Название',
  address: 'Адрес',
  phones: 'Телефон',
  hours: 'Часы работы',
  emails: 'Электронная почта',
}

/** What of a field differs between the lists of an office. */
const DISCREPANCY_PARTS: Record<string, string> = {
  locality: 'населённый пункт',
  'locality-renamed': 'населённый пункт переименован',
  street: 'улица',
  'street-renamed': 'улица переименована',
  house: 'номер дома',
  'missing-street': 'в одном из списков нет улицы',
  'missing-house': 'в одном из списков нет номера дома',
  'second-address': 'второй адрес',
  number: 'номер телефона',
  digit: 'цифра номера',
  'missing-number': 'номера нет в одном из списков',
  'no-number': 'в одном из списков нет телефона',
  place: 'место',
  'office-number': 'номер отдела',
  level: 'городской или районный',
  email: 'электронная почта',
  hours: 'часы работы',
}

const OFFICE_KINDS: Record<string, string> = {
  'service-centre': 'Центр обслуживания населения',
  'pension-department': 'Отделение центра по выплате пенсий',
  'defence-department': 'Управление или отдел по делам обороны',
  archive: 'Архив',
  'local-executive-body': 'Местный исполнительный орган',
  'employment-office': 'Отдел занятости и социальных программ',
  'housing-department': 'Отдел или управление жилья',
  'medical-expertise-department': 'Отдел медико-социальной экспертизы',
  'social-control-department': 'Департамент по контролю и социальной защите',
  'archive-administration': 'Управление архивов и документации',
  'competent-authority': 'Уполномоченный орган',
  other: 'Другое учреждение',
}

const OFFICES = {one: 'учреждение', few: 'учреждения', other: 'учреждений'}

export const offices: Strings['offices'] = {
  title: 'Учреждения',
  lead: (count) => `${counted(count, OFFICES)} из приложений к стандартам, по регионам.`,
  none: 'В данных нет учреждений.',
  unknownRegion: 'Регион не указан',
  region: 'Регион',
  count: (count) => counted(count, OFFICES),
  filter: 'Район, город или улица',
  print: 'Распечатать список',
  name: 'Название',
  address: 'Адрес',
  phones: 'Телефон',
  emails: 'Электронная почта',
  hours: 'Часы работы',
  kindName: (kind) => OFFICE_KINDS[kind] ?? 'Учреждение',
  inLists: 'В списках',
  same: 'одинаково',
  differences: (count) => counted(count, {one: 'расхождение', few: 'расхождения', other: 'расхождений'}),
  differencesTitle: 'Расхождения в списках',
  field: 'Поле',
  value: 'Значение',
  fieldName: (field) => OFFICE_FIELDS[field] ?? field,
  discrepancies: 'Расхождения в списках',
  discrepanciesLead: (count, all) =>
    `Списки расходятся в сведениях об одном и том же учреждении: мест – ${number(count)}, учреждений – ${number(all)}. Более важные стоят выше. Различия в написании (сокращения, похожие буквы, дефисы) не учтены.`,
  noDiscrepancies: 'Списки согласуются друг с другом.',
  partName: (part) => DISCREPANCY_PARTS[part] ?? part,
  office: 'Учреждение',
  what: 'Что отличается',
  services: 'Услуги, которые здесь оказывают',
  appearances: 'Как записано в списках',
}
