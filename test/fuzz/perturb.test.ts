/** Excerpts of sources damaged at seeded places, in the ways converters damage them, give the same model or a doubt at the place. */
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {learn, parse, type SourceInput} from '../../parser/index.ts'
import {cutExcerpts, damage, firstDifference, KINDS, modelOf, random} from '../support/damage.ts'

const CASES = 102
const SEED = 20_120_817
/** The beginnings of sources: a standard or two with its first annexes, so that a case takes milliseconds. */
const BEGINNINGS: [file: string, lines: number][] = [
  ['2011-431.pdf.txt', 520],
  ['2012-1278.md', 700],
  ['2012-1059.html.txt', 900],
]

const inputs = BEGINNINGS.map(([file, lines]): SourceInput => {
  const text = readFileSync(`sources/${file}`, 'utf8').split('\n').slice(0, lines).join('\n')
  return {file, bytes: new TextEncoder().encode(text)}
})
const knowledge = learn(inputs)
const excerpts = inputs.flatMap((input) => cutExcerpts(input, knowledge))

test.each(KINDS)('%s', (kind) => {
  let done = 0
  for (let number = 0; done < CASES / KINDS.length; number++) {
    expect(number, 'cases tried for places that this kind of damage fits').toBeLessThan(10 * CASES)
    const next = random(SEED + number)
    const excerpt = excerpts[Math.floor(next() * excerpts.length)]!
    const damaged = damage(excerpt, kind, next)
    if (!damaged) continue
    done++
    const parsed = parse({file: excerpt.file, bytes: new TextEncoder().encode(damaged.text), format: excerpt.format}, knowledge)
    const reported = parsed.diagnostics.some(
      ({line, severity}) => severity !== 'info' && line !== null && damaged.lines.some((at) => Math.abs(at - line) <= 1),
    )
    if (!reported)
      expect(firstDifference(excerpt.model, modelOf(parsed)), `${excerpt.file}, case ${String(number)}: ${damaged.what}`).toBeNull()
  }
})
