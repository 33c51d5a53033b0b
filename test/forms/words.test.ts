import {describe, expect, it} from 'vitest'
import {splitCaption, typeOf} from '../../parser/forms/field-type.ts'
import {readMarks} from '../../parser/forms/marks.ts'
import {nameFields} from '../../parser/forms/names.ts'

describe('types of fields', () => {
  it.each([
    ['туған жылы, айы, күні', 'date'],
    ['Толтырған күні', 'date'],
    ['Күні', 'date'],
    ['өтініш берушінің қолы', 'signature'],
    ['ҚОЛЫ', 'signature'],
    ['М.О.', 'stamp'],
    ['МО', 'stamp'],
    ['Қосымша:', 'multiline'],
    ['ЖИН/БИН, СТН, тіркелу құжатының нөмірі және берілген күні', 'text'],
    ['тегі, аты, әкесінің аты, туған жылы', 'text'],
    ['Қызмет, жұмыс кезеңі (келген және кеткен жылы, айы)', 'text'],
    ['Кім және қашан берді', 'text'],
    ['12. Сертификатты сұрау үшін негіздеме (келісімшарт немесе шарт, нұсқаулықтың № және қол қойылған күні)', 'text'],
  ])('«%s» is %s', (caption, type) => {
    expect(typeOf(caption)).toBe(type)
  })

  it('part captions only where they ask for different things', () => {
    expect(splitCaption('күні, қолы')).toEqual(['күні', 'қолы'])
    expect(splitCaption('туған жылы, айы, күні')).toBeNull()
    expect(splitCaption('ауданы, қаласы')).toBeNull()
  })
})

describe('marks', () => {
  it.each([
    ['МО 20__ ж. «__»_____', ['stamp МО', 'text', 'date 20__ ж. «__»_____']],
    ['20___ жылғы «____» __________', ['date 20___ жылғы «____» __________']],
    ['Туған күні «__» ________ 19__ ж., мекенжайы бойынша тұратын:', ['text', 'date «__» ________ 19__ ж.', 'text']],
    ['      Маған 20___ жылғы ____ тоқсанда мен шын мәнінде мемлекеттік', ['text', 'quarter 20___ жылғы ____ тоқсанда', 'text']],
    ['№ _____ 20__ ж. «__» _____', ['text', 'gap _____', 'text', 'date 20__ ж. «__» _____']],
    ['_ _ _ _', ['gap ____']],
    ['2. -----', ['text', 'gap -----']],
    ['Қазақстан – 3х4 – 2 дана', ['text']],
    ['МОМ қатысушысы', ['text']],
  ])('of «%s»', (line, expected) => {
    expect(readMarks(line).map((mark) => (mark.kind === 'text' ? 'text' : `${mark.kind} ${mark.printed}`))).toEqual(expected)
  })

  it('of a date know which rule is what', () => {
    const [date] = readMarks('20__ жылғы «___» _____')
    expect(date).toMatchObject({
      pieces: [
        {text: '20'},
        {part: 'year', width: 2},
        {text: ' жылғы «'},
        {part: 'day', width: 3},
        {text: '» '},
        {part: 'month', width: 5},
      ],
    })
  })
})

describe('names', () => {
  const named = (...labels: string[]) => {
    const slots = labels.map((label) => ({label, type: 'text' as const, line: 1, name: ''}))
    nameFields(slots)
    return slots.map((slot) => slot.name)
  }

  it.each([
    ['ЖСН', 'iin'],
    ['ЖИН/БИН', 'iin-bin'],
    ['1. (тегі, аты мен әкесінің аты)', 'full-name'],
    ['2 (туған күні, айы, жылы)', 'birth-date'],
    ['Редакцияның мекенжайы', 'redaktsiyanyn-mekenzhaiy'],
    ['бөлiмi', 'bolimi'],
    ['______', 'text'],
  ])('of «%s» is %s', (label, name) => {
    expect(named(label)).toEqual([name])
  })

  it('are unique', () => {
    expect(named('ЖСН', 'ЖСН', 'iin 2', 'ЖСН')).toEqual(['iin', 'iin-2', 'iin-2-2', 'iin-3'])
  })
})
