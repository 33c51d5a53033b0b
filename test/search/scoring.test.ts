import fc from 'fast-check'
import MiniSearch from 'minisearch'
import {describe, expect, it} from 'vitest'
import {LEVELS} from '../../site/search/packing.ts'
import {levelOf, rarity, WORTH, worthOf} from '../../site/search/scoring.ts'

describe('what a match is worth', () => {
  const word = fc.constantFrom('ай', 'бала', 'жыл', 'күн', 'төлем')
  const words = fc.array(word, {minLength: 1, maxLength: 12})

  it('is what MiniSearch, an engine of good repute, gives for it', () => {
    fc.assert(
      fc.property(fc.array(words, {minLength: 1, maxLength: 8}), word, (texts, query) => {
        const engine = new MiniSearch<{id: number; text: string}>({fields: ['text'], tokenize: (text) => text.split(' ')})
        engine.addAll(texts.map((text, id) => ({id, text: text.join(' ')})))
        const lengths = texts.map((text) => new Set(text).size)
        const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
        const standing = texts.filter((text) => text.includes(query)).length
        for (const {id, score} of engine.search(query)) {
          const text = texts[id as number] ?? []
          const times = text.filter((one) => one === query).length
          expect(rarity(standing, texts.length) * worthOf(times, new Set(text).size, mean)).toBeCloseTo(score, 6)
        }
      }),
    )
  })

  it('is kept to the nearest of forty levels', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 500}),
        fc.integer({min: 1, max: 2000}),
        fc.double({min: 1, max: 500, noNaN: true}),
        (times, length, mean) => {
          const level = levelOf(times, length, mean)
          expect(level).toBeGreaterThanOrEqual(0)
          expect(level).toBeLessThan(LEVELS)
          expect(Math.abs((WORTH[level] ?? 0) - worthOf(times, length, mean))).toBeLessThan(0.03)
        },
      ),
    )
  })
})
