/** Texts of the suggestions under the search field; the script takes them from the page. */
import {translations} from '../i18n/translations.ts'

interface Texts {
  /** {query} is filled in on the page. */
  allResults: string
  groups: {standard: string; point: string; office: string; form: string}
  /** For a reader who hears that there are suggestions; {count} is filled in on the page. */
  count: string
  /** Offices could not be fetched. */
  lacking: string
}

export const strings = translations<Texts>('SearchForm', {
  kk: {
    allResults: '«{query}» бойынша барлық нәтиже',
    groups: {standard: 'Қызметтер', point: 'Тармақтар', office: 'Мекемелер', form: 'Бланкілер'},
    count: '{count} ұсыныс. Төмен қарай көрсеткі пернесімен таңдаңыз.',
    lacking: 'Мекемелер тізімі жүктелмеді. Оны құрылғыға алдын ала сақтап қоюға болады',
  },
  ru: {
    allResults: 'Все результаты по запросу «{query}»',
    groups: {standard: 'Услуги', point: 'Пункты', office: 'Учреждения', form: 'Бланки'},
    count: 'Подсказок: {count}. Выбирайте клавишей со стрелкой вниз.',
    lacking: 'Список учреждений не загрузился. Его можно заранее сохранить на устройстве',
  },
  en: {
    allResults: 'All results for “{query}”',
    groups: {standard: 'Services', point: 'Points', office: 'Offices', form: 'Forms'},
    count: 'Suggestions: {count}. Use the down arrow key to choose.',
    lacking: 'The list of offices could not be loaded. It can be kept on the device beforehand',
  },
})
