/** Why characters of a source are set aside: the parser's reasons, in the words of the page. One that is not here stands as the parser gives it. */
import {translations} from '../i18n/translations.ts'

interface Texts {
  reasons: Record<string, string>
}

const kk: Texts = {
  reasons: {
    'white space': 'бос орындар',
    'page heading': 'беттің тақырыбы',
    'number, date and status of the act': 'актінің нөмірі, күні, күші',
    'stamp of the act': 'актінің мөртаңбасы («… қаулысымен бекітілген»)',
    'annex caption': 'қосымшаның белгісі («Стандартқа 1-қосымша»)',
    'emphasis mark': 'ерекшелеу таңбасы',
    'list bullet': 'тізім таңбасы',
    'table rule': 'кесте сызығы',
    'foot of the publisher': 'жариялаушының бет соңындағы жазуы',
    'format mark': 'пішім таңбасы',
    markup: 'беттің белгілеуі',
    'printed twice': 'екі рет басылған мәтін',
    'not read': 'оқылмаған мәтін',
    'text of no act': 'актіге жатпайтын мәтін',
  },
}

const ru: Texts = {
  reasons: {
    'white space': 'пробелы',
    'page heading': 'заголовок страницы',
    'number, date and status of the act': 'номер, дата и статус акта',
    'stamp of the act': 'гриф акта («утверждён постановлением …»)',
    'annex caption': 'обозначение приложения («Приложение 1 к стандарту»)',
    'emphasis mark': 'знак выделения',
    'list bullet': 'знак списка',
    'table rule': 'линия таблицы',
    'foot of the publisher': 'подпись издателя внизу страницы',
    'format mark': 'знак формата',
    markup: 'разметка страницы',
    'printed twice': 'напечатанное дважды',
    'not read': 'непрочитанный текст',
    'text of no act': 'текст, не относящийся к акту',
  },
}

const en: Texts = {
  reasons: {
    'white space': 'white space',
    'page heading': 'page heading',
    'number, date and status of the act': 'number, date and status of the act',
    'stamp of the act': 'stamp of the act (“approved by resolution …”)',
    'annex caption': 'annex caption (“Annex 1 to the standard”)',
    'emphasis mark': 'emphasis mark',
    'list bullet': 'list bullet',
    'table rule': 'table rule',
    'foot of the publisher': 'foot of the publisher',
    'format mark': 'format mark',
    markup: 'markup of the page',
    'printed twice': 'text printed twice',
    'not read': 'text that was not read',
    'text of no act': 'text of no act',
  },
}

export const strings = translations('CoverageTable', {kk, ru, en})
