/** A case: a text, what is done to it, and how it is handed to the parser. Built from a seed, the same every time. */
import fc from 'fast-check'
import type {SourceInput} from '../../../parser/index.ts'
import type {InputFormatName} from '../../../parser/model/index.ts'
import {random} from '../../support/damage.ts'
import {ENCODINGS, MUTATIONS, type Chance} from './mutations.ts'
import type {Material} from './texts.ts'

export interface Case {
  /** What was done, for people. */
  what: string
  input: SourceInput
  /** Whether the words of the sources are known to the parser, or only those of the text. */
  informed: boolean
}

const FORMATS: (InputFormatName | undefined)[] = ['markdown', 'html', 'html-text', 'pdf-text', 'akn']
/** Characters after which a case is cut: time is for many cases. */
const LONGEST = 60_000

/** Cases for fast-check. */
export function cases(material: Material): fc.Arbitrary<Case> {
  const seed = fc.integer({min: 0, max: 0x7fffffff})
  const damaged = fc
    .record({
      text: fc.nat(material.texts.length - 1),
      steps: fc.array(fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), seed), {minLength: 1, maxLength: 6}),
    })
    .map(({text, steps}) => {
      const {name, format, lines} = material.texts[text]!
      let damaged = [...lines]
      for (const [mutation, from] of steps) damaged = bounded(MUTATIONS[mutation]!(damaged, random(from), material))
      return {
        what: `${name}: ${steps.map(([mutation]) => mutation).join(', ')}`,
        text: damaged.join('\n'),
        format: format as InputFormatName | undefined,
      }
    })
  const mark = fc.constantFrom(...material.marks)
  const line = fc.oneof(
    {arbitrary: mark, weight: 6},
    {arbitrary: fc.array(mark, {maxLength: 3}).map((marks) => marks.join('\t')), weight: 1},
    {arbitrary: fc.string({unit: 'binary', maxLength: 30}), weight: 1},
    {arbitrary: fc.stringMatching(/^[ \t\u00a0]{0,8}(?:\d{1,3}[.)]|[-*#>|]|№|«|\(|_{3,9})? ?[а-яәіңғүұқөһ]{0,12}[.,;:»)]?$/u), weight: 3},
  )
  const invented = fc.array(line, {maxLength: 80}).map((lines) => ({what: 'lines at random', text: lines.join('\n'), format: undefined}))
  const noise = fc.string({unit: 'binary', maxLength: 400}).map((text) => ({what: 'characters at random', text, format: undefined}))
  return fc
    .record({
      made: fc.oneof({arbitrary: damaged, weight: 16}, {arbitrary: invented, weight: 3}, {arbitrary: noise, weight: 1}),
      // As it is, most of the time.
      format: fc.oneof(
        {arbitrary: fc.constant('own'), weight: 3},
        {arbitrary: fc.constant('detected'), weight: 6},
        {arbitrary: fc.constantFrom(...FORMATS), weight: 1},
      ),
      encoding: fc.oneof({arbitrary: fc.constant('UTF-8'), weight: 8}, {arbitrary: fc.constantFrom(...Object.keys(ENCODINGS)), weight: 2}),
      informed: fc.boolean(),
      seed,
    })
    .map(({made, format, encoding, informed, seed}) => {
      const given = format === 'own' ? made.format : format === 'detected' ? undefined : (format as InputFormatName)
      const bytes = ENCODINGS[encoding]!(made.text, random(seed))
      return {
        what: `${made.what}; ${encoding}; format ${given ?? 'detected'}${informed ? '' : ', words unknown'}`,
        input: {file: 'case.txt', bytes, format: given},
        informed,
      }
    })
}

function bounded(lines: string[]): string[] {
  let length = 0
  return lines.flatMap((line) => {
    const left = LONGEST - length
    length += line.length + 1
    return left <= 0 ? [] : [line.slice(0, left)]
  })
}

/** Case number `index` of a seed. */
export function caseOf(arbitrary: fc.Arbitrary<Case>, seed: number, index: number): Case {
  return fc.sample(arbitrary, {seed: (Math.imul(seed, 0x9e3779b1) + index) | 0, numRuns: 1})[0]!
}

export type {Chance}
