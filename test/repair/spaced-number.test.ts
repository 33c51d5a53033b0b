/** Lines of a Markdown source whose point number a converter set apart. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'
import {joinSpacedNumber} from '../../parser/repair/spaced-number.ts'

const TEXT = 'Уәкілетті органда өтініштің нысаны күту залындағы арнайы тағанда орналастырылады'

describe('the number of a point, its digits apart', () => {
  it.each([
    [`1 2 . ${TEXT}`, `12. ${TEXT}`],
    [`      1 2. ${TEXT}`, `      12. ${TEXT}`],
    [`1 1 - 1 . ${TEXT}`, `11-1. ${TEXT}`],
  ])('«%s»', (line, expected) => {
    expect(joinSpacedNumber(line)).toBe(expected)
  })

  it.each([`12. ${TEXT}`, '1 2 қосымша', '8 (7172) 74-05-29', '1 2. 05. 2010', 'Абай көшесі, 1 2 . үй'])('leaves «%s»', (line) => {
    expect(joinSpacedNumber(line)).toBe(line)
  })

  it.each(['1 2 . ', '1 2. '])('keeps the point of a Markdown source: «%s»', (number) => {
    const source = readFileSync(new URL('../../sources/2010-76.md', import.meta.url), 'utf8')
    const points = (text: string) =>
      parse({file: 'act.md', bytes: new TextEncoder().encode(text), format: 'markdown'}).standards[0]?.points.map((point) => point.number)
    const spaced = source.replace(/^12\. (?=Уәкілетті органда өтініштің)/mu, number)
    expect(spaced).not.toBe(source)
    expect(points(spaced)).toEqual(points(source))
  })
})
