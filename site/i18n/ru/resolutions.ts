/** Resolutions and the amendments they make. */
import type {Amendment, Note} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {format} from './format.ts'

const ACTIONS: Record<Amendment['action'], string> = {
  restate: 'новая редакция',
  'replace-words': 'замена слов',
  insert: 'дополнение',
  exclude: 'исключение',
  repeal: 'признание утратившим силу',
  renumber: 'изменение нумерации',
  'insert-row': 'дополнение строкой',
  'restate-standard': 'новая редакция стандарта',
  'insert-standards': 'дополнение стандартами',
}

const EFFECTS: Record<Note['effect'], string> = {
  restated: 'в новой редакции',
  inserted: 'дополнено',
  excluded: 'исключено',
  amended: 'изменено',
  repealed: 'утратило силу',
  other: 'примечание',
}

export const resolutions: Strings['resolutions'] = {
  title: 'Постановления',
  one: 'Постановление Правительства',
  name: (date, act) => `Постановление ${format.dateOf(date)} ${format.actNumber(act)}`,
  fullName: (date, act) => ['Постановление Правительства Республики Казахстан ', `${format.dateOf(date)} ${format.actNumber(act)}`, ''],
  act: (act) => `Постановление ${format.actNumber(act)}`,
  date: 'Дата принятия',
  number: 'Номер',
  status: 'Действие',
  repealedBy: 'Чем признано утратившим силу',
  signatory: 'Подписал',
  standards: 'Утверждённые стандарты',
  noStandards: 'Это постановление не утверждает стандартов.',
  text: 'Текст постановления',
  amendments: 'Изменения, которые оно вносит в другие акты',
  facts: 'Коротко',
  download: 'Скачать и источник',
}

export const changes: Strings['changes'] = {
  title: 'Изменения',
  lead: 'Изменения, которые постановления вносят в другие акты, и примечания в текстах самих стандартов.',
  instructions: 'Указания постановлений',
  notes: 'Примечания в стандартах и постановлениях',
  item: 'Пункт',
  target: 'Изменяемый акт',
  action: 'Что делается',
  wording: 'Текст',
  none: 'В источниках нет указаний об изменениях.',
  noNotes: 'В источниках нет примечаний об изменениях.',
  moreNotes: (count) => `Остальные примечания: ${count}`,
  actionName: (action) => ACTIONS[action],
  effectName: (effect) => EFFECTS[effect],
  where: 'Где',
  effect: 'Вид',
  note: 'Примечание',
  oldWords: 'прежние слова',
  newWords: 'новые слова',
}
