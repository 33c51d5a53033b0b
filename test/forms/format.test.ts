/** Captions that say what is written in their field, and captions that do not. */
import {expect, test} from 'vitest'
import {formatOf} from '../../parser/forms/format.ts'

test.each([
  ['ЖСН', 'iin'],
  ['(ЖСН)', 'iin'],
  ['ЖИН', 'iin'],
  ['Өтініш берушінің ЖСН-і', 'iin'],
  ['Жеке сәйкестендіру нөмірі', 'iin'],
  ['БСН', 'bin'],
  ['6. БИН', 'bin'],
  ['Бизнес-сәйкестендіру нөмірі', 'bin'],
  ['ЖИН/БИН', 'iin-bin'],
  ['ЖСН (БСН)', 'iin-bin'],
  ['ЖСН немесе БСН', 'iin-bin'],
  ['телефоны', 'phone'],
  ['ұялы телефон нөмірі', 'phone'],
  ['электрондық пошта мекенжайы', 'email'],
  ['E-mail', 'email'],
])('«%s» is %s', (label, format) => {
  expect(formatOf(label)).toBe(format)
})

test.each([
  'ЖИН/БИН, СТН, тіркелу құжатының нөмірі және берілген күні',
  'Өтініш берушінің деректемелері (ЗТ/ДТ мемлекеттік тіркеу туралы куәлік №, БСН, ЖСН)',
  'Мекенжайы (индекс, қала, аудан, облыс, көше, үйдің №, телефон)',
  'көше, үй және пәтердің №, телефон',
  'тіркелген орны, нақты мекенжайы, байланыс телефондары, электрондық поштасы',
  'тіркеу нөмірі',
  'Жеке куәлік (паспорт) деректері: №',
])('«%s» asks for something else as well', (label) => {
  expect(formatOf(label)).toBeUndefined()
})
