/** Which words of a standard refer to its own points and annexes, and which do not. */
import {describe, expect, it, test} from 'vitest'
import {ownReferences} from '../../templates/exports/akn/references.ts'

const targets = {
  points: new Map([
    ['2', 'sec_1__para_2'],
    ['11', 'sec_2__para_11'],
    ['11.2)', 'sec_2__para_11__point_2'],
  ]),
  annexes: new Map(['1', '2', '4'].map((number) => [number, `att_${number}`])),
}
const found = (line: string) => ownReferences(line, targets).map(({start, end, href}) => [line.slice(start, end), href])

describe('references of a standard to itself', () => {
  test.each<[line: string, references: string[][]]>([
    ['осы стандартқа 4-қосымшаға сәйкес үлгі бойынша өтініш;', [['4-қосымшаға', '#att_4']]],
    [
      'осы стандарттың 1 және 2-қосымшаларында көрсетілген',
      [
        ['1', '#att_1'],
        ['2-қосымшаларында', '#att_2'],
      ],
    ],
    ['ЖӘБО-ның байланыс телефондары 1-қосымшада көрсетілген.', [['1-қосымшада', '#att_1']]],
    ['мерзімдері 11-тармақта анықталған қажетті құжаттарды', [['11-тармақта', '#sec_2__para_11']]],
    ['осы стандарттың 11-тармағында көрсетілген', [['11-тармағында', '#sec_2__para_11']]],
    ['осы стандарттың 11-тармағының 2) тармақшасында көрсетілген', [['11-тармағының 2) тармақшасында', '#sec_2__para_11__point_2']]],
    // There is no item 7): the point alone is certain.
    ['осы стандарттың 11-тармағының 7) тармақшасында көрсетілген', [['11-тармағының', '#sec_2__para_11']]],
  ])('%s', (line, references) => {
    expect(found(line)).toEqual(references)
  })

  test.each([
    'Қазақстан Республикасы Заңының 15-бабы 1, 2-тармақтарының және',
    'Заңының 3-бабы 2, 11-тармақтарының',
    'Заңының 50-бабы 2 және 11-тармақтарының',
    'қағидаларының 2, 11-тармақтарына сәйкес көрсетіледі.',
    'осы қаулының 1-қосымшасына сәйкес',
    'осы қаулыға 1, 2-қосымшаларға сәйкес',
    // The standard has no annex 7.
    'осы стандартқа 7-қосымшаға сәйкес',
    '№ 2-қосымша',
  ])('none in «%s»', (line) => {
    expect(found(line)).toEqual([])
  })

  it('are found in no time in a line of numbers', () => {
    const start = performance.now()
    found('осы стандартқа ' + '1, '.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
