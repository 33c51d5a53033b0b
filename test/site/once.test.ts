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
