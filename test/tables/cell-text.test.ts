import {describe, expect, it} from 'vitest'
import {joinLines, repairCell} from '../../parser/tables/cell-text.ts'
import {readNumber} from '../../parser/tables/numbers.ts'
import {columnRole, isHours, isNumberCell, isNumberHeading, isRegionHeading} from '../../parser/tables/patterns.ts'
import {splitTitleAndHeading} from '../../parser/tables/title-and-heading.ts'

describe('letter-spacing inside cells', () => {
  it.each([
    ['Жүргенов к - с і , 4 5 aitekebigkh@mail.ru', 'Жүргенов к-сі, 45 aitekebigkh@mail.ru'],
    ['Головацкий к - с і , 1 2 9 Jc_otdgh@bk.ru', 'Головацкий к-сі, 129 Jc_otdgh@bk.ru'],
    ['Қазақстан к - с і 2 7 Toembaeva@mail.ru', 'Қазақстан к-сі 27 Toembaeva@mail.ru'],
    ['Некрасов к-сі, 1 9 gkh_2008@mail.ru', 'Некрасов к-сі, 19 gkh_2008@mail.ru'],
    ['Жітіқара к., 6 ш / а , 6 5 ү й Gkx_jitikara@mail.ru', 'Жітіқара к., 6 ш/а, 65 үй Gkx_jitikara@mail.ru'],
    ['Бөкейхан к-сі, н / ж gorakimat_kz@list.ru', 'Бөкейхан к-сі, н/ж gorakimat_kz@list.ru'],
    ['Юбилейная к-сі, 20, 3- қ а б а т zhkh@mail.ru', 'Юбилейная к-сі, 20, 3-қабат zhkh@mail.ru'],
    ['l i e v e @ kokshetau.online.kz', 'lieve@kokshetau.online.kz'],
    ['Ш ы ғ ы с о б л ы с ы :', 'Шығыс облысы:'],
  ])('%s', (spaced, repaired) => {
    expect(repairCell(spaced)).toBe(repaired)
  })

  it.each([
    'Шейн 1 к-сі, 47 кабинет',
    '5 шағын ауд., 24',
    'Сейфуллин көшесі, 2 а akmola1@gcvp.kz',
    'Б. Момышұлы к-сі, 9',
    '8 (7102) 73-81-09',
    'Janna_et @bk.ru',
  ])('leaves «%s» as it stands', (text) => {
    expect(repairCell(text)).toBe(text)
  })

  it('joins the lines of a cell, a wrap after a hyphen without a blank', () => {
    expect(joinLines(['Лисаковск қаласы,', '', ' № 4 шағынаудан, 25-үй '])).toBe('Лисаковск қаласы, № 4 шағынаудан, 25-үй')
    expect(joinLines(['3-', 'шағын аудан'])).toBe('3-шағын аудан')
    expect(joinLines(['сағ. 13-00 -', '14-00'])).toBe('сағ. 13-00 - 14-00')
  })
})

describe('number cells', () => {
  it.each([
    ['11 1)', '11', '1)'],
    ['1 2 1)', '12', '1)'],
    ['1 3', '', '13'],
    ['12)', '', '12)'],
    ['1.7.3', '', '1.7.3'],
  ])('%s', (text, group, number) => {
    expect(readNumber(text)).toEqual({group, number})
  })

  it('are told from house numbers, telephones and headings', () => {
    expect(['1', '32', '1.', '12)', '1.20', '«13', '№ 4'].every(isNumberCell)).toBe(true)
    expect(['40-10-76', '189 а-үй', '2-16-86', '8 (7162)', 'Облыстық бөлім', ''].some(isNumberCell)).toBe(false)
    expect(['Р/с №', 'р/с№', '№', 'Р / с №', 'P/c №'].every(isNumberHeading)).toBe(true)
    expect(isNumberHeading('№ 1 бөлім')).toBe(false)
  })
})

describe('what a cell or line is', () => {
  it('hours', () => {
    expect(isHours('дс. – жм. сағ. 14:00-17:00')).toBe(true)
    expect(isHours('түскі үзіліс сағат 13-00 бастап 14-00 дейін')).toBe(true)
    expect(isHours('Демалыс және Қазақстан Республикасының 2001 жылғы')).toBe(true)
    expect(isHours('8 (72435) 21-4-51')).toBe(false)
    expect(isHours('Астана қаласы, Жеңіс даңғылы, 34-үй')).toBe(false)
  })

  it('region headings, not titles of lists', () => {
    expect(isRegionHeading('Ақтөбе облысы бойынша уәкілетті ұйым')).toBe(true)
    expect(isRegionHeading('«Астана қаласы бойынша орталық» РМК филиалы')).toBe(true)
    expect(isRegionHeading('Облыстардың, Астана және Алматы қалаларының әкімдіктерінің тізімі')).toBe(false)
    expect(isRegionHeading('Ақтөбе облысының мұрағаттарының тізбесі')).toBe(false)
  })

  it('columns', () => {
    expect(columnRole('Уәкілетті ұйым бөлімшесінің орналасқан заңды мекенжайы (қала, аудан), электронды поштаның мекенжайы')).toBe(
      'address',
    )
    expect(columnRole('Электрондық почта мекенжайы')).toBe('other')
    expect(columnRole('Байланыс деректері')).toBe('phone')
    expect(columnRole('Жұмыс кестесі (күні, сағаты, үзіліс)')).toBe('hours')
  })

  it('a title and a heading on one line', () => {
    expect(splitTitleAndHeading('Бөлімшелерінің тізбесі Ақмола облысы уәкілетті ұйымның бөлімшелері')).toEqual({
      title: 'Бөлімшелерінің тізбесі',
      heading: 'Ақмола облысы уәкілетті ұйымның бөлімшелері',
    })
    expect(splitTitleAndHeading('Уәкілетті органдардың тізбесі')).toBeNull()
  })
})
