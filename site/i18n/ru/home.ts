/** The home page and the list of all services. */
import type {Strings} from '../kk/index.ts'
import {counted, number} from './format.ts'

export const home: Strings['home'] = {
  question: 'Какая услуга вам нужна?',
  lead: 'Какие документы нужны, куда обращаться, сколько ждать – со ссылкой на пункт самого стандарта.',
  allRepealed: (count) =>
    count === 1
      ? 'Приведённое здесь постановление утратило силу. Текст сохранён для справки – сейчас порядок другой.'
      : `Все приведённые здесь постановления (${number(count)}) утратили силу. Тексты сохранены для справки – сейчас порядок другой.`,
  someRepealed: (repealed, count) =>
    `Из приведённых здесь постановлений (${number(count)}) утратили силу ${number(repealed)}. Их тексты сохранены для справки – сейчас порядок другой.`,
  alphabetical: (count) => `${counted(count, {one: 'услуга', few: 'услуги', other: 'услуг'})} по алфавиту`,
  regions: 'Куда обращаться',
  regionsNote: 'Число учреждений в регионе. Схема условная: регионы стоят примерно на своих местах.',
  allOffices: 'Все учреждения',
  latestResolutions: (shown, count) => `Последние ${shown}; все постановления: ${count}`,
  resolutions: 'По министерствам',
  ministry: 'Министерство',
  resolution: 'Постановление',
  subject: 'Название',
  standards: 'Стандарты',
  force: 'Действие',
  examples: 'Например:',
}

export const services: Strings['services'] = {
  title: 'Алфавитный список услуг',
  lead: (count) => `${counted(count, {one: 'стандарт услуги', few: 'стандарта услуг', other: 'стандартов услуг'})} по алфавиту.`,
  letters: 'Буквы',
}
