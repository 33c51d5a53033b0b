/** Texts of the search page; the script takes them from the page, so they are all plain strings with names in braces. */
import type {PluralForms} from '../i18n/plural.ts'
import {translations} from '../i18n/translations.ts'

interface Texts {
  script: {
    /** {query} and {counts}: «5 қызмет, 50 тармақ». */
    found: string
    counts: {standard: PluralForms; point: PluralForms; office: PluralForms; form: PluralForms}
    /** Of a list of services and offices together. */
    entries: PluralForms
    /** {first}, {last}, {all}: the number with its noun. */
    range: string
    nothing: string
    nothingHelp: string
    nothingFiltered: string
    clear: string
    /** Offices could not be fetched; the way to the page about offline use stands between {link} and {/link}. */
    lacking: string
    /** {query}, {used}. */
    mended: string
    /** {pairs}: «пособие → жәрдемақы». */
    translated: string
    /** {query}. */
    exact: string
    /** {words}. */
    missing: string
    /** {count}. */
    allPoints: string
    /** {number}. */
    point: string
    /** Before the status of the act whose list names an office. */
    listed: string
  }
  facets: {statuses: string; ministries: string; audiences: string; regions: string}
  order: string
  byFit: string
  byAlphabet: string
  glossary: string
  forms: string
  or: string
}

/** Every language has the same forms, needed or not. */
const forms = (one: string, few: string, other: string): PluralForms => ({one, few, other})
const same = (word: string): PluralForms => forms(word, word, word)

export const strings = translations<Texts>('SearchResults', {
  kk: {
    script: {
      found: '«{query}» бойынша {counts}',
      counts: {standard: same('қызмет'), point: same('тармақ'), office: same('мекеме'), form: same('бланк')},
      entries: same('нәтиже'),
      range: '{first}–{last}, барлығы {all}',
      nothing: '«{query}» бойынша ештеңе табылмады',
      nothingHelp:
        'Сөздің жазылуын тексеріңіз немесе қысқарақ етіп, бір-екі сөзбен іздеңіз. Мұнда тек осы жинақтағы қаулылардың қызметтері бар.',
      nothingFiltered: 'Таңдалған сүзгілерге сай нәтиже жоқ.',
      clear: 'Сүзгілерді алып тастау',
      lacking:
        'Мекемелер тізімі жүктелмеді, сондықтан нәтижеде мекемелер жоқ. Желіні тексеріңіз; мекемелерді құрылғыға алдын ала {link}сақтап қоюға{/link} болады.',
      mended: '«{query}» деген сөз мәтіндерде кездеспейді, сондықтан {used} деп іздедік.',
      translated: 'Мәтіндер қазақша, сондықтан мына сөздермен іздедік: {pairs}.',
      exact: 'Дәл «{query}» деп іздеу',
      missing: 'Мына сөз табылмады: {words}.',
      allPoints: 'Осы стандарттағы {count} тармақтың бәрі',
      point: '{number}-тармақ',
      listed: 'тізімі бар қаулы:',
    },
    facets: {statuses: 'Күші', ministries: 'Министрлік', audiences: 'Кімге', regions: 'Өңір'},
    order: 'Реті:',
    byFit: 'дәлдігі бойынша',
    byAlphabet: 'әліпби',
    glossary: 'сөздік',
    forms: 'бланкілер',
    or: 'немесе',
  },
  ru: {
    script: {
      found: 'По запросу «{query}»: {counts}',
      counts: {
        standard: forms('услуга', 'услуги', 'услуг'),
        point: forms('пункт', 'пункта', 'пунктов'),
        office: forms('учреждение', 'учреждения', 'учреждений'),
        form: forms('бланк', 'бланка', 'бланков'),
      },
      entries: forms('результат', 'результата', 'результатов'),
      range: '{first}–{last}, всего {all}',
      nothing: 'По запросу «{query}» ничего не найдено',
      nothingHelp:
        'Проверьте написание или сократите запрос до одного-двух слов. Тексты на казахском языке; здесь только услуги из постановлений этого собрания.',
      nothingFiltered: 'По выбранным фильтрам ничего нет.',
      clear: 'Снять фильтры',
      lacking:
        'Список учреждений не загрузился, поэтому среди результатов нет учреждений. Проверьте сеть; учреждения можно заранее {link}сохранить на устройстве{/link}.',
      mended: 'Слово «{query}» в текстах не встречается, поэтому искали {used}.',
      translated: 'Тексты на казахском языке, поэтому искали так: {pairs}.',
      exact: 'Искать именно «{query}»',
      missing: 'Не найдены слова: {words}.',
      allPoints: 'Все пункты этого стандарта: {count}',
      point: 'Пункт {number}',
      listed: 'постановление со списком:',
    },
    facets: {statuses: 'Действие', ministries: 'Министерство', audiences: 'Кому', regions: 'Регион'},
    order: 'Порядок:',
    byFit: 'по точности',
    byAlphabet: 'по алфавиту',
    glossary: 'словарь',
    forms: 'бланки',
    or: 'или',
  },
  en: {
    script: {
      found: '“{query}”: {counts}',
      counts: {
        standard: forms('service', 'services', 'services'),
        point: forms('point', 'points', 'points'),
        office: forms('office', 'offices', 'offices'),
        form: forms('form', 'forms', 'forms'),
      },
      entries: forms('result', 'results', 'results'),
      range: '{first}–{last} of {all}',
      nothing: 'Nothing was found for “{query}”',
      nothingHelp:
        'Check the spelling or search for one or two words only. The texts are in Kazakh; only services of the resolutions collected here can be found.',
      nothingFiltered: 'Nothing fits the chosen filters.',
      clear: 'Remove the filters',
      lacking:
        'The list of offices could not be loaded, so the results contain no offices. Check the network; offices can be {link}kept on the device{/link} beforehand.',
      mended: 'The word “{query}” does not occur in the texts, so we searched for {used}.',
      translated: 'The texts are in Kazakh, so we searched for: {pairs}.',
      exact: 'Search for exactly “{query}”',
      missing: 'Words not found: {words}.',
      allPoints: 'All {count} points of this standard',
      point: 'Point {number}',
      listed: 'resolution that lists it:',
    },
    facets: {statuses: 'Legal force', ministries: 'Ministry', audiences: 'For whom', regions: 'Region'},
    order: 'Order:',
    byFit: 'best match',
    byAlphabet: 'alphabetical',
    glossary: 'glossary',
    forms: 'forms',
    or: 'or',
  },
})
