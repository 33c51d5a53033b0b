import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {editDistance} from '../../parser/language/edit-distance.ts'
import {nearest as nearestOf} from '../../site/search/typos.ts'

/** Words given the most frequent first. */
const nearest = (word: string, known: readonly string[]) => nearestOf(word, new Map(known.map((one, at) => [one, -at])))

describe('edit distance', () => {
  it.each([
    ['билет', 'билет', 0],
    ['билет', 'билт', 1],
    ['билет', 'биелт', 1],
    ['билет', 'балет', 1],
    ['билет', 'билетт', 1],
    ['зейнетакы', 'зайнетаккы', 2],
    ['билет', 'куалик', 3],
    ['', 'аб', 2],
  ])('%s – %s', (one, other, distance) => expect(editDistance(one, other, 2)).toBe(distance))

  it('is the same both ways and never above the limit by more than one', () => {
    const word = fc.string({unit: fc.constantFrom(...'абв'), maxLength: 8})
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 2)
        expect(distance).toBe(editDistance(other, one, 2))
        expect(distance).toBeLessThanOrEqual(3)
        expect(distance === 0).toBe(one === other)
      }),
    )
  })
})

describe('known words near a word', () => {
  const known = ['кызмет', 'билет', 'балет', 'мурагат', 'зейнетакы', 'ол', 'алу']
  it('forgives one slip in four to six letters, two in more', () => {
    expect(nearest('биелт', known)).toEqual(['билет'])
    expect(nearest('биелтт', known)).toEqual([])
    expect(nearest('зайнетакк', known)).toEqual(['зейнетакы'])
  })
  it('puts the nearer before the more frequent, and gives three at most', () => {
    expect(nearest('балет', known)).toEqual(['балет', 'билет'])
    expect(nearest('аббб', ['абба', 'аббв', 'аббг', 'аббд'])).toHaveLength(3)
  })
  it('does not change the first letter and another one', () => expect(nearest('справка', ['правда', 'справки'])).toEqual(['справки']))
  it('keeps the first letter of a short word', () => {
    expect(nearest('ауган', ['туган', 'ауданы'])).toEqual([])
    expect(nearest('фонда', ['онда', 'фонды'])).toEqual(['фонды'])
    expect(nearest('ибелт', ['билет', 'белет'])).toEqual([])
    expect(nearest('иблет', ['билет'])).toEqual(['билет'])
  })
  it('makes no word that holds sentences together, and none too short to be mended itself', () => {
    expect(nearest('втэк', ['тек', 'втек'])).toEqual(['втек'])
    expect(nearest('кейім', ['кейин'])).toEqual([])
    expect(nearest('сайт', ['сай'])).toEqual([])
  })
  it('leaves short words alone', () => expect(nearest('алa', known)).toEqual([]))
})
