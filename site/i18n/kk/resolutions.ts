/** Resolutions and the amendments they make. */
import type {Amendment, Note} from '../../../parser/model/index.ts'
import type {LinkParts} from '../link-parts.ts'
import {format} from './format.ts'

const ACTIONS: Record<Amendment['action'], string> = {
  restate: 'жаңа редакция',
  'replace-words': 'сөздер ауыстырылады',
  insert: 'толықтыру',
  exclude: 'алып тастау',
  repeal: 'күшін жою',
  renumber: 'нөмірін өзгерту',
  'insert-row': 'жол қосылады',
  'restate-standard': 'стандарттың жаңа редакциясы',
  'insert-standards': 'стандарттар қосылады',
}

const EFFECTS: Record<Note['effect'], string> = {
  restated: 'жаңа редакцияда',
  inserted: 'толықтырылған',
  excluded: 'алып тасталған',
  amended: 'өзгертілген',
  repealed: 'күші жойылған',
  other: 'ескерту',
}

export const resolutions = {
  title: 'Қаулылар',
  one: 'Үкімет қаулысы',
  /** «2012 жылғы 9 қазандағы № 1278 қаулысы» */
  name: (date: string, act: string): string => `${format.dateOf(date)} ${format.actNumber(act)} қаулысы`,
  /** «Қазақстан Республикасы Үкіметінің 2012 жылғы 9 қазандағы № 1278 қаулысы» */
  fullName: (date: string, act: string): LinkParts => [
    `Қазақстан Республикасы Үкіметінің ${format.dateOf(date)} `,
    `${format.actNumber(act)} қаулысы`,
    '',
  ],
  act: (number: string): string => `№ ${number} қаулысы`,
  date: 'Қабылданған күні',
  number: 'Нөмірі',
  status: 'Күші',
  repealedBy: 'Күшін жойған акт',
  signatory: 'Қол қойған',
  standards: 'Бекіткен стандарттары',
  noStandards: 'Бұл қаулы стандарт бекітпейді.',
  text: 'Қаулының мәтіні',
  amendments: 'Басқа актілерге енгізетін өзгерістері',
  facts: 'Қысқаша',
  download: 'Жүктеу және дереккөз',
}

export const changes = {
  title: 'Өзгерістер',
  lead: 'Қаулылар басқа актілерге енгізетін өзгерістер және стандарттардың өз мәтініндегі ескертулер.',
  instructions: 'Қаулылардың нұсқаулары',
  notes: 'Стандарттар мен қаулылардағы ескертулер',
  item: 'Тармағы',
  target: 'Өзгеретін акт',
  action: 'Не істейді',
  wording: 'Мәтіні',
  none: 'Дереккөздерде өзгеріс туралы нұсқау жоқ.',
  noNotes: 'Дереккөздерде өзгеріс туралы ескерту жоқ.',
  moreNotes: (count: number): string => `Қалған ескертулер: ${count}`,
  actionName: (action: Amendment['action']): string => ACTIONS[action],
  effectName: (effect: Note['effect']): string => EFFECTS[effect],
  where: 'Қайда',
  effect: 'Түрі',
  note: 'Ескерту',
  oldWords: 'ескі сөздер',
  newWords: 'жаңа сөздер',
}
