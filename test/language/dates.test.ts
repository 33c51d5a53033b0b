import {describe, expect, it} from 'vitest'
import {findDates, parseDate, parseWeekday} from '../../parser/language/dates.ts'

describe('dates', () => {
  it.each([
    ['Қазақстан Республикасы Үкіметінің 2012 жылғы 9 қазандағы № 1278 Қаулысы', '2012-10-09'],
    ['ҚР Үкіметінің 11.03.2014 № 217 қаулысымен', '2014-03-11'],
    ['ҚР Үкіметінің 2012.08.31 № 1131', '2012-08-31'],
    ['2000 жылғы27 желтоқсандағы', '2000-12-27'],
    ['2007 жылғы 21 шiлдедегi', '2007-07-21'],
    ['2012 жылғы «9» қазандағы', '2012-10-09'],
    ['9 қазан 2012 ж.', '2012-10-09'],
    ['2011 жылғы', null],
    ['31.02.2012', null],
    ['8(7172) 74-01-01, 1.2.1 көрсеткіш', null],
    ['2012 жылы Қазантаев көшесі', null],
  ])('%s', (text, iso) => expect(parseDate(text)).toBe(iso))

  it('finds all of them once, years alone too', () => {
    const text = '2008 жылғы 4 желтоқсандағы Бюджет кодексі, 2011 ж., № 31; 05.03.2014 № 185'
    const found = findDates(text)
    expect(found.map(({iso, year}) => iso ?? year)).toEqual(['2008-12-04', 2011, '2014-03-05'])
    for (const {start, end, text: part} of found) expect(text.slice(start, end)).toBe(part)
  })
})

it.each([
  ['дүйсенбіден', 'Mo'],
  ['жұмаға', 'Fr'],
  ['дс.', 'Mo'],
  ['сенбi', 'Sa'],
  ['жексенбі', 'Su'],
  ['жұмаған', null],
  ['жұмыс', null],
])('weekday %s', (word, day) => expect(parseWeekday(word)).toBe(day))
