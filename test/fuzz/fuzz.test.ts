/** Damaged, mixed and invented texts: nothing thrown, nothing hung, nothing lost in silence, valid output. `npm run fuzz` runs many more. */
import {readdirSync, readFileSync} from 'node:fs'
import {beforeAll, describe, expect, it, test} from 'vitest'
import {parse} from '../../parser/index.ts'
import {InputFormatName} from '../../parser/model/index.ts'
import {random} from '../support/damage.ts'
import {caseOf, cases} from './support/cases.ts'
import {canaryFailures, check, failuresOf, measurePace, timed} from './support/invariants.ts'
import {readMaterial, type Material} from './support/texts.ts'

const SEED = 9
const CASES = 500
const FIXTURES = 'test/fuzz/fixtures'

let material: Material
let pace: number
beforeAll(() => {
  material = readMaterial('sources', 1)
  pace = measurePace(material)
}, 120_000)

test(`${String(CASES)} cases`, () => {
  const arbitrary = cases(material)
  for (let number = 0; number < CASES; number++) {
    const one = caseOf(arbitrary, SEED, number)
    expect(failuresOf(one, material, pace), `case ${String(number)}: ${one.what}`).toEqual([])
  }
}, 300_000)

/** Texts that once failed, as short as they can be: «what-was-wrong.format.txt». */
describe('what once failed', () => {
  test.each(readdirSync(FIXTURES))('%s', (name) => {
    const format = InputFormatName.options.find((one) => name.includes(`.${one}.`))
    const bytes = new Uint8Array(readFileSync(`${FIXTURES}/${name}`))
    expect(check({file: name, bytes, format}, undefined, pace)).toEqual([])
  })
})

it('holds a word put in anywhere in the data, or says that it is not there', () => {
  const next = random(SEED)
  for (let number = 0; number < 60; number++) {
    const {lines, format, name} =
      material.texts.filter((text) => text.format !== 'akn')[number % (material.texts.length - 1)] ?? material.texts[0]!
    if (format === 'akn') continue
    // With its head, and without: then it is of no act.
    const cut = number % 3 === 0 ? lines.slice(Math.floor(next() * 20)) : lines
    const at = Math.floor(next() * cut.length)
    expect(canaryFailures(cut, at, format, material.knowledge), `${name}, line ${String(at + 1)}`).toEqual([])
  }
}, 120_000)

/** Stretches of a text over and over: twice as long a text may take little more than twice the time. */
it('takes time that grows with the text, not faster', () => {
  const next = random(SEED)
  for (const {lines, format, name} of material.texts) {
    if (format === 'akn') continue
    const from = Math.floor(next() * (lines.length - 8))
    const stretch = lines.slice(from, from + 8).join('\n')
    const text = (length: number) => {
      const body = `${stretch}\n`.repeat(Math.ceil(length / (stretch.length + 1)))
      return {file: 'long.txt', format, bytes: new TextEncoder().encode(`${lines.slice(0, from).join('\n')}\n${body}`)}
    }
    const time = (length: number) => Math.min(...[0, 1].map(() => timed(() => parse(text(length), material.knowledge)).time))
    const [short, long] = [time(40_000), time(160_000)]
    expect(
      long,
      `${name}, lines ${String(from + 1)}–${String(from + 8)} over and over: ${short.toFixed(0)} ms and, four times as long,`,
    ).toBeLessThan(100 + 8 * short)
  }
}, 120_000)
