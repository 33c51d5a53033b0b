/** What holds of every amendment: a comparison shows what was ordered and nothing else; what is refused changes nothing. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {consolidate} from '../../parser/amend/consolidate.ts'
import {findWords, replaceWords} from '../../parser/amend/find-words.ts'
import {compareStandards} from '../../parser/compare/index.ts'
import {learn, parse} from '../../parser/index.ts'
import {read} from './support.ts'

const base = read('bases', 'act-1278.md')
const knowledge = learn([base])
const before = parse(base, knowledge)
const standard = before.standards[0]!

function amending(...instructions: string[]) {
  const text = [
    'Қазақстан Республикасы Үкіметінің шешіміне өзгерістер енгізу туралы',
    'Қазақстан Республикасы Үкіметінің 2013 жылғы 5 сәуірдегі № 335 Қаулысы',
    'Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:',
    '1. «Өзгерістер енгізу туралы» Қазақстан Республикасы Үкіметінің 2012 жылғы 9 қазандағы № 1278 қаулысына мынадай өзгерістер енгізілсін:',
    `көрсетілген қаулымен бекітілген «${standard.title}» мемлекеттік қызмет стандартында:`,
    ...instructions,
    '2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.',
  ].join('\n\n')
  return {file: 'amending.md', bytes: new TextEncoder().encode(text)}
}

/** A point, and a word that stands in it once. */
const pointAndWord = fc
  .constantFrom(...standard.points)
  .chain((point) => {
    const words = (point.text.match(/\p{L}{5,}/gu) ?? []).filter((word) => findWords(point.text, word).length === 1)
    return fc.record({point: fc.constant(point), word: words.length > 0 ? fc.constantFrom(...words) : fc.constant('')})
  })
  .filter(({word}) => word !== '')

describe('amend, then compare', () => {
  it('shows the words that were replaced, in the point that was named, and nothing else', () => {
    fc.assert(
      fc.property(pointAndWord, ({point, word}) => {
        const result = consolidate(
          base,
          amending(`${point.number}-тармақтағы «${word}» деген сөз «сынақсөз» деген сөзбен ауыстырылсын.`),
          knowledge,
        )
        expect(result.instructions).toMatchObject([{status: 'applied', reason: null}])
        const after = result.parsed.standards[0]!
        const {changes} = compareStandards(standard, after)
        expect(changes).toHaveLength(1)
        expect(changes[0]).toMatchObject({kind: 'changed'})
        expect(changes[0]!.words.filter(({op}) => op === 'insert').map(({text}) => text.trim())).toEqual(['сынақсөз'])
        const others = (one: typeof standard) =>
          one.points.filter(({number}) => number !== point.number).map(({number, text}) => [number, text])
        expect(others(after)).toEqual(others(standard))
        expect(after.points.find(({number}) => number === point.number)!.text).toBe(
          replaceWords(point.text, [{old: word, new: 'сынақсөз'}]).text,
        )
      }),
      {numRuns: 12, seed: 7},
    )
  })

  it('leaves the text as it is, to the byte, where an instruction is refused', () => {
    const result = consolidate(base, amending('99-тармақ алып тасталсын.'), knowledge)
    expect(result.instructions).toMatchObject([{status: 'refused', reason: 'there is no point 99'}])
    expect(result.text).toBe(new TextDecoder().decode(base.bytes))
  })

  it('carries an instruction out as a whole or not at all', () => {
    const result = consolidate(
      base,
      amending(
        '6-тармақтағы «жеке» деген сөз және 10-тармақтағы «мұндайсөзжоқ» деген сөз тиісінше «кез келген», «басқа» деген сөздермен ауыстырылсын;',
        '2, 99-тармақтар алып тасталсын.',
      ),
      knowledge,
    )
    expect(result.instructions.map(({status}) => status)).toEqual(['applied', 'refused', 'refused'])
    expect(result.parsed.standards[0]!.points.some(({number}) => number === '2')).toBe(true)
  })
})

describe('words quoted by an instruction', () => {
  it.each([
    ['бөлімі – 5 минут', 'бөлiмi - 5 минут', true],
    ['«жеке кабинетінде»', '"жеке  кабинетінде"', true],
    ['қоныс аудару', 'он', false],
    ['ХҚО-ның мекенжайы', 'ХҚО', false],
    ['Комитеттің', 'комитеттің', false],
  ])('in «%s»: «%s» is found: %s', (text, words, found) => {
    expect(findWords(text, words).length > 0).toBe(found)
  })
})
