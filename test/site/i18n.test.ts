import {describe, expect, test} from 'vitest'
import {LOCALES, stringsOf} from '../../site/i18n/index.ts'
import {ministryName, regionName, shortRegionName} from '../../site/i18n/names.ts'
import {translations} from '../../site/i18n/translations.ts'
import type {Translations} from '../../site/i18n/translations.ts'

const {kk, ru, en} = Object.fromEntries(LOCALES.map((locale) => [locale, stringsOf(locale)])) as Translations<ReturnType<typeof stringsOf>>

describe('a translation that is missing stops the build', () => {
  const model = {title: 'Атауы', nested: {list: ['бір', 'екі'], count: (n: number) => `${String(n)} жол`}}
  type Model = typeof model
  const whole = (): Model => structuredClone({...model, nested: {...model.nested, count: null}}) as unknown as Model
  const check = (change: (texts: Model) => void) => {
    const texts = whole()
    texts.nested.count = (n) => String(n)
    change(texts)
    return () => translations('Thing', {kk: model, ru: texts, en: model})
  }

  test('complete tables pass', () => {
    expect(check(() => undefined)().ru.title).toBe('Атауы')
  })
  test('the message names table, language and text', () => {
    expect(check((texts) => Reflect.deleteProperty(texts, 'title'))).toThrow('Thing: ru.title')
    expect(check((texts) => Reflect.deleteProperty(texts.nested, 'count'))).toThrow('Thing: ru.nested.count')
  })
  test('forms of a word by number are those of each language', () => {
    const forms = {
      kk: {other: 'құжат'},
      ru: {one: 'документ', few: 'документа', other: 'документов'},
      en: {one: 'document', other: 'documents'},
    }
    expect(translations<Record<string, string>>('Words', forms)).toBe(forms)
    expect(() => translations<Record<string, string>>('Words', {...forms, ru: {one: 'документ'}})).toThrow('Words: ru.other')
    expect(() => translations<Record<string, string>>('Words', {...forms, ru: {...forms.ru, few: ''}})).toThrow('Words: ru')
  })
  test('an empty text, a shorter list, a text where a function belongs, a text too many', () => {
    expect(check((texts) => (texts.title = ' '))).toThrow('Thing: ru.title is empty')
    expect(check((texts) => texts.nested.list.pop())).toThrow('Thing: ru.nested.list.1')
    expect(check((texts) => Object.assign(texts.nested, {count: 'строк'}))).toThrow('Thing: ru.nested.count')
    expect(check((texts) => Object.assign(texts, {old: 'старый'}))).toThrow('Thing: ru.old')
  })
})

describe('numbers and words', () => {
  test('durations take the form of the word that their number asks for', () => {
    const durations = (unit: 'working-days' | 'hours' | 'years', ...amounts: number[]) => amounts.map((n) => ru.format.duration(n, unit))
    expect(durations('working-days', 1, 2, 4, 5, 11, 21, 22, 90)).toEqual([
      '1 рабочий день',
      '2 рабочих дня',
      '4 рабочих дня',
      '5 рабочих дней',
      '11 рабочих дней',
      '21 рабочий день',
      '22 рабочих дня',
      '90 рабочих дней',
    ])
    expect(durations('years', 1, 3, 14)).toEqual(['1 год', '3 года', '14 лет'])
    expect(en.format.duration(1, 'working-days')).toBe('1 working day')
    expect(en.format.duration(10, 'working-days')).toBe('10 working days')
    expect(kk.format.duration(10, 'working-days')).toBe('10 жұмыс күні')
  })
  test('part of a day too', () => {
    expect(ru.format.duration(1.5, 'hours')).toBe('1,5 часа')
    expect(en.format.duration(1.5, 'hours')).toBe('1.5 hours')
  })
  test('counts', () => {
    expect([1, 3, 12, 1554].map((n) => ru.offices.count(n).replace(/\s/gu, ' '))).toEqual([
      '1 учреждение',
      '3 учреждения',
      '12 учреждений',
      '1 554 учреждения',
    ])
    expect([1, 1554].map((n) => en.offices.count(n))).toEqual(['1 office', '1,554 offices'])
    expect(ru.standard.key.documents(2, 5)).toBe('2–5 документов')
    expect(en.standard.key.documents(1, 1)).toBe('1 document')
  })
  test('dates', () => {
    const all = [kk, ru, en]
    // spaces that do not break keep a number with its sign
    const plain = (texts: string[]): string[] => texts.map((text) => text.replaceAll('\u00a0', ' '))
    expect(plain(all.map(({format}) => format.date('2012-10-09')))).toEqual(['2012 ж. 9 қазан', '9 октября 2012 г.', '9 October 2012'])
    expect(plain(all.map(({resolutions}) => resolutions.fullName('2012-10-09', '1278').join('')))).toEqual([
      'Қазақстан Республикасы Үкіметінің 2012 жылғы 9 қазандағы № 1278 қаулысы',
      'Постановление Правительства Республики Казахстан от 9 октября 2012 года № 1278',
      'Resolution No. 1278 of the Government of the Republic of Kazakhstan of 9 October 2012',
    ])
    expect(plain(all.map(({status}) => status.repealedBy(null, '217').join('')))).toEqual([
      '№ 217 қаулымен күші жойылды.',
      'Акт признан утратившим силу постановлением № 217.',
      'The act was repealed by resolution No. 217.',
    ])
  })
})

describe('names', () => {
  test('of regions and ministries in the language of the page', () => {
    expect(regionName('Ақмола облысы', 'ru')).toEqual({text: 'Акмолинская область', lang: undefined})
    expect(regionName('Ақмола облысы', 'en')).toEqual({text: 'Akmola region', lang: undefined})
    expect(shortRegionName('Батыс Қазақстан облысы', 'en').text).toBe('West Kazakhstan')
    expect(ministryName('Қорғаныс министрлігі', 'ru').text).toBe('Министерство обороны')
  })
  test('a name that nobody translated stands as published and is marked', () => {
    expect(regionName('Абай облысы', 'ru')).toEqual({text: 'Абай облысы', lang: 'kk'})
    expect(regionName('constructor', 'en')).toEqual({text: 'constructor', lang: 'kk'})
    expect(regionName('Абай облысы', 'kk')).toEqual({text: 'Абай облысы', lang: undefined})
  })
})
