import {describe, expect, it} from 'vitest'
import {foldKey, foldLookAlikes, harmony, KAZAKH_LOWER, KAZAKH_UPPER} from '../../parser/language/alphabet.ts'

describe('Latin look-alikes', () => {
  it.each([
    ['уәкiлеттi ұйымның бөлiмшесi', 'уәкілетті ұйымның бөлімшесі'],
    ['Tөлеби ауданы', 'Төлеби ауданы'],
    ['www.con.gov.kz, e-mail: shu_ozo@mail.ru', 'www.con.gov.kz, e-mail: shu_ozo@mail.ru'],
    ['III топ, XXI ғасыр', 'III топ, XXI ғасыр'],
    ['IIтоптағы мүгедек', 'IIтоптағы мүгедек'],
  ])('%s', (printed, folded) => {
    expect(foldLookAlikes(printed)).toBe(folded)
    expect(foldLookAlikes(printed)).toHaveLength(printed.length)
  })

  it('has the whole alphabet in its classes', () => {
    const letters = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
    expect(letters.replace(new RegExp(`[${KAZAKH_LOWER}]`, 'gu'), '')).toBe('')
    expect(letters.toUpperCase().replace(new RegExp(`[${KAZAKH_UPPER}]`, 'gu'), '')).toBe('')
  })
})

describe('keys of comparison', () => {
  it('are the same where only type differs', () => {
    expect(foldKey('“Бөлiмi” –\u00a0Астана')).toBe(foldKey('«БӨЛІМІ»  - астана'))
  })
  it('differ where a word does', () => {
    expect(foldKey('бөлімі')).not.toBe(foldKey('бөлім'))
  })
})

it('tells harmony by the last vowel that has one', () => {
  expect(harmony('қызметкер')).toBe('front')
  expect(harmony('облыс')).toBe('back')
  expect(harmony('ЖСН')).toBeNull()
})
