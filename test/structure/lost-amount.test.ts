/** An item of a Markdown source that ends where its amount is lost: the paragraph below is no part of it. */
import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'

it('an item without its amount does not run into the next paragraph', () => {
  const bytes = readFileSync(new URL('../../sources/2012-1278.md', import.meta.url))
  const standard = parse({file: 'act.md', bytes, format: 'markdown'}).standards.find(({id}) => id === '2012-1278-4')
  const point = standard?.points.find(({number}) => number === '7')
  expect(point?.text.split('\n').map((line) => line.slice(-13))).toContain('ең көп уақыты')
  expect(point?.text).toMatch(/^Уәкілетті орган, ЖАО, Мұрағат мемлекеттік қызмет көрсетудің нәтижесін/mu)
})
