import {expect, test} from 'vitest'
import {suggest} from '../../scripts/lib/suggest.ts'

const commands = ['build', 'check', 'parse', 'search']

test.each([
  ['biuld', '; did you mean build?'],
  ['serch', '; did you mean search?'],
  ['chekc', '; did you mean check?'],
  ['par', '; did you mean parse?'],
])('a mistyped name gets the nearest known one: %s', (typed, expected) => {
  expect(suggest(typed, commands)).toBe(expected)
})

test('a name unlike all others gets no suggestion', () => {
  expect(suggest('qwerty', commands)).toBe('')
  expect(suggest('', commands)).toBe('')
})

test('the prefix of options is kept', () => {
  expect(suggest('jsno', ['json', 'out'], '--')).toBe('; did you mean --json?')
})
