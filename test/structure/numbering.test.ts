import {describe, expect, it} from 'vitest'
import {approvedItems, approvingItem} from '../../parser/structure/approved.ts'
import {assignNumbers} from '../../parser/structure/numbering.ts'

describe('numbers of annexes', () => {
  it.each([
    ['as printed', [1, 2, 3], [1, 2, 3]],
    ['as printed, in another order', [1, 3, 2], [1, 3, 2]],
    ['none printed', [null, null], [1, 2]],
    ['one missing in its place', [1, null, 3], [1, 2, 3]],
    ['printed twice, the next place free', [1, 2, 2, 4], [1, 2, 3, 4]],
    ['printed twice, no place free', [1, 2, 2, 3], [1, 2, 4, 3]],
    ['missing where no place is free', [1, null, 2], [1, 3, 2]],
  ])('%s', (_, printed, assigned) => {
    expect(assignNumbers(printed)).toEqual(assigned)
  })
})

describe('items that approve standards', () => {
  const point = (...texts: string[]) => ({
    number: '1',
    text: '',
    lines: [1, 1] as [number, number],
    items: texts.map((text, index) => ({marker: `${String(index + 1)})`, text, lines: [1, 1] as [number, number]})),
  })
  const items = approvedItems([
    point(
      'алынып тасталды - ҚР Үкіметінің 08.05.2013 N 473 қаулысымен;',
      '«Запастағы офицерлерге әскери билеттер беру» мемлекеттік қызмет стандарты;',
      '„Азаматтың әскери қызметке қатыстылығы туралы анықтамалар беру“ мемлекеттік қызмет стандарты бекітілсін.',
    ),
  ])

  it('are those that name one', () => {
    expect(items.map(({number}) => number)).toEqual([2, 3])
  })

  it('are found by a title that differs a little, and by no other', () => {
    expect(approvingItem('Азаматтардың әскери қызметке қатыстылығы туралы анықтама беру', items)).toBe(3)
    expect(approvingItem('Туу туралы актіні тіркеу', items)).toBeNull()
  })

  it('are none where two points count from 1)', () => {
    expect(approvedItems([point('«А беру» мемлекеттік қызмет стандарты;'), point('«Б беру» мемлекеттік қызмет стандарты.')])).toEqual([])
  })
})
