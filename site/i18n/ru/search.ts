/** Search. */
import type {Strings} from '../kk/index.ts'

export const search: Strings['search'] = {
  label: 'Услуга, учреждение или бланк',
  placeholder: 'Услуга, учреждение, бланк',
  submit: 'Найти',
  title: 'Поиск',
  loading: 'Идёт поиск …',
  failed: 'Указатель поиска не загрузился. Выберите из списка ниже.',
  alphabetTitle: 'Алфавитный список услуг',
  noScript: 'Поиск работает в самом браузере, для него нужен JavaScript. Без него выберите из этого списка.',
  suggestions: 'Подсказки',
  form: 'бланк',
  otherWays: 'Не нашли, что искали?',
  alphabet: 'Алфавитный список услуг',
  officesByRegion: 'Учреждения по регионам',
  kinds: {all: 'Всё', standard: 'Услуги', point: 'Пункты', office: 'Учреждения', form: 'Бланки'},
  kindLegend: 'Вид',
  filters: 'Фильтры',
  more: 'Показать ещё',
}
