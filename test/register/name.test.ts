import {describe, expect, it} from 'vitest'
import {foldKey} from '../../parser/language/alphabet.ts'
import {kindIn} from '../../parser/register/kind.ts'
import {readName} from '../../parser/register/name.ts'
import {regionIn} from '../../parser/register/region.ts'
import {distance, likeness, skeleton, within} from '../../parser/register/skeleton.ts'
import {translated} from '../../parser/register/translated.ts'

describe('names of offices', () => {
  it.each([['Ақжайық ауданы бойынша бөлімі'], ['Ақжайық аудандық бөлімі'], ['Ақжайық ауданының бөлімі']])(
    'reads the same place and rank from %s',
    (name) => {
      const {place, level, number, head} = readName(foldKey(name), null)
      expect({place, level, number, head}).toEqual({place: 'акжаик', level: 'district', number: null, head: false})
    },
  )

  it.each([
    ['«Ақмола облысы бойынша ХҚО» РМК филиалы', 'Ақмола облысы'],
    ['«Ақмола облысының ХҚО» РМК филиалы', 'Ақмола облысы'],
    ['«Ақмола облысы бойынша орталық» РМК филиалы', 'Ақмола облысы'],
    ['«Астана қаласы бойынша Халыққа қызмет көрсету орталығы» РМК филиалы', 'Астана қаласы'],
    ['«Ақтөбе облысы бойынша ХҚО» РМК филилалы', 'Ақтөбе облысы'],
    ['Ақмола облыстық филиалы', 'Ақмола облысы'],
  ])('knows %s as the head office', (name, region) => {
    expect(readName(foldKey(name), region)).toMatchObject({head: true, place: ''})
  })

  it('does not take a region’s own department for its head office', () => {
    expect(readName(foldKey('Облыстық бөлім'), 'Атырау облысы')).toMatchObject({head: false, place: '', level: 'region'})
  })

  it.each([
    ['№1 қалалық бөлім', '', '1', 'city'],
    ['Осакаров аудандық № 2 бөлім', 'осакаров', '2', 'district'],
    ['№9 Бейнеу ауданының Боранқұл бөлімшесі', 'беинеуборанкул', '9', 'district'],
    ['«Тілендиев» бөлімшесі', 'тилендиев', null, null],
  ])('reads place, number and rank of %s', (name, place, number, level) => {
    expect(readName(foldKey(name), null)).toMatchObject({place, number, level})
  })

  it.each([
    ['Ақкөл ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі', 'employment-office'],
    ['Ақмола облысы бойынша Бақылау және халықты әлеуметтік қорғау комитеті', 'social-control-department'],
    ['№ 3 медициналық-әлеуметтік сараптама бөлімі', 'medical-expertise-department'],
    ['Астана қаласының ҚІД', 'defence-department'],
    ['Ақкөл аудандық мемлекеттік мұрағаты', 'archive'],
    ['Ақмола облысының мұрағаттар мен құжаттама басқармасы', 'archive-administration'],
    ['«Ақкөл ауданы әкімінің аппараты» ММ', 'local-executive-body'],
    ['«Алға ауданының ТКШ, жолаушылар көлігі және автомобиль жолдары бөлімі» ММ', 'housing-department'],
    ['Ақкөл аудандық бөлімшесі', null],
  ])('tells the kind of %s', (name, kind) => {
    expect(kindIn(foldKey(name))).toBe(kind)
  })
})

describe('regions', () => {
  it.each([
    ['1. «Ақмола облысы бойынша ХҚО» РМК филиалы', 'Ақмола облысы'],
    ['«Алматы обылысының ХҚО» РМК филиалы', 'Алматы облысы'],
    ['БҚО, Орал қ., Жамбыл к-сі, 81/2', 'Батыс Қазақстан облысы'],
    ['Оңтүстік-Қазақстан облысының аудандық бөлімдері', 'Оңтүстік Қазақстан облысы'],
    ['Алматы қ., Жандосов к-сі, 51', 'Алматы қаласы'],
    ['Ақтөбе облыстық филиалы', 'Ақтөбе облысы'],
    ['комитеттің облыстық, Астана, Алматы қалаларының аумақтық органдары', null],
    ['Шет аудандық бөлімі', null],
  ])('finds the region of %s', (text, region) => {
    expect(regionIn(text)).toBe(region)
  })
})

describe('spelling', () => {
  const alike = (a: string, b: string) => likeness(skeleton(a), skeleton(b))

  it.each([
    ['Бұқар жырау', 'Бұхар Жырау'],
    ['Мартук', 'Мәртөк'],
    ['Степногорск', 'Степногор'],
    ['Зеленовский', 'Зеленов'],
    ['Зырян', 'Зыряновск'],
    ['Осакаровка', 'Осакаров'],
    ['Институтская', 'Институт'],
    ['Вокзальная', 'Вокзал'],
    ['Сәтпаев', 'Сәтбаев'],
    ['Нұрмағамбетов', 'Нұрмагамбетов'],
    ['Әйтеке би', 'Әйтекеби'],
    ['бөлiмi', 'бөлімі'],
  ])('takes %s and %s for one name', (a, b) => {
    expect(alike(a, b)).not.toBe('different')
  })

  it.each([
    ['Біржан сал', 'Абай'],
    ['Киров', 'Айымбаев'],
    ['Победа', 'Жеңіс'],
    ['Ақжар', 'Ақжайық'],
    ['Рысқұлов', 'Рысқұлбеков'],
    ['21', '12'],
    ['Шаңырақ-1', 'Шаңырақ-2'],
  ])('takes %s and %s for two', (a, b) => {
    expect(alike(a, b)).toBe('different')
  })

  it('knows a street in its other language', () => {
    expect(translated(skeleton('Победа'), skeleton('Жеңіс'))).toBe(true)
    expect(translated(skeleton('Темір жол'), skeleton('Железнодорожная'))).toBe(true)
    expect(translated(skeleton('Победа'), skeleton('Абай'))).toBe(false)
  })

  it('counts letters up to a limit', () => {
    expect(distance('марток', 'мартук', 2)).toBe(1)
    expect(distance('абай', 'победа', 2)).toBe(3)
  })
})

describe('names of several words', () => {
  it.each([
    [['исламов'], ['кентал', 'исламов'], true],
    [['жамбил', 'жамбил'], ['жамбил', 'абаи'], false],
    [['балакши', 'баижигитов'], ['баижигитов', 'балакши'], true],
  ])('%j in %j: %s, whichever comes first', (one, other, expected) => {
    expect([within(one, other), within(other, one)]).toEqual([expected, expected])
  })
})
