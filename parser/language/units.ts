/** Units of time in Kazakh, as they follow a number: «10 жұмыс күні». */
import type {Deadline} from '../model/index.ts'

export const UNIT_NAMES: Record<NonNullable<Deadline['unit']>, string> = {
  minutes: 'минут',
  hours: 'сағат',
  'working-days': 'жұмыс күні',
  'calendar-days': 'күнтізбелік күн',
  days: 'күн',
  weeks: 'апта',
  months: 'ай',
  quarters: 'тоқсан',
  years: 'жыл',
}
