import {describe, expect, it} from 'vitest'
import {findNumerals, parseNumeral} from '../../parser/language/numerals.ts'

describe('numbers in words', () => {
  it.each([
    ['он бес', 15],
    ['он бестен', 15],
    ['жиырма төртінші', 24],
    ['сегiз', 8],
    ['отызға', 30],
    ['жүз елу', 150],
    ['мың', 1000],
    ['үш мың екі жүз қырық бесінші', 3245],
    ['15', 15],
  ])('%s', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each(['үшін', 'онда', 'бірге', 'бес он', 'он бес жұмыс күні', 'екінші бесінші', ''])('«%s» is no number', (text) =>
    expect(parseNumeral(text)).toBeNull(),
  )

  it('finds them in running text, with places', () => {
    const text = 'бiрiншi басшы үшін он бес жұмыс күнi iшiнде, екінші бөлігі'
    const found = findNumerals(text)
    expect(found.map(({value, ordinal}) => [value, ordinal])).toEqual([
      [1, true],
      [15, false],
      [2, true],
    ])
    for (const {start, end, text: part} of found) expect(text.slice(start, end)).toBe(part)
  })

  it('takes «тоқсан» for a quarter of a year unless something is counted', () => {
    expect(findNumerals('тоқсан сайын')).toEqual([])
    expect(findNumerals('тоқсан күн').map(({value}) => value)).toEqual([90])
    expect(findNumerals('тоқсан бес теңге').map(({value}) => value)).toEqual([95])
  })
})
