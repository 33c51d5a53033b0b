import {expect, test} from 'vitest'
import {oncePer} from '../../site/prepare/once.ts'

test('work is done once for an object and what goes with it', () => {
  let times = 0
  const count = oncePer((list: readonly string[], unit: string) => `${String(++times)}: ${String(list.length)} ${unit}`)
  const [list, other] = [
    ['а', 'ә'],
    ['а', 'ә'],
  ]
  expect([count(list, 'әріп'), count(list, 'әріп')]).toEqual(['1: 2 әріп', '1: 2 әріп'])
  expect([count(list, 'буквы'), count(other, 'әріп'), count(list, 'әріп')]).toEqual(['2: 2 буквы', '3: 2 әріп', '1: 2 әріп'])
})

test('of large results only the latest are remembered', () => {
  let times = 0
  const count = oncePer((list: readonly string[]) => `${String(++times)}: ${list.join('')}`, 2)
  const lists = ['а', 'ә', 'б'].map((letter) => [letter])
  expect(lists.map((list) => count(list))).toEqual(['1: а', '2: ә', '3: б'])
  expect(lists.toReversed().map((list) => count(list))).toEqual(['3: б', '2: ә', '4: а'])
})
