import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {countFacets, passes} from '../../site/search/facets.ts'
import type {Facets, Filter} from '../../site/search/facets.ts'
import {LEVELS, packCount, packNumbers, packPosting, unpackCount, unpackNumbers, unpackPosting} from '../../site/search/packing.ts'
import {packPhone, unpackPhone} from '../../site/search/phones.ts'

describe('numbers as text', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (numbers) => {
        expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers)
      }),
    )
    expect(packNumbers([3, 41])).toBe('dBb')
  })
  it('need nothing escaped in JSON', () => {
    const text = packNumbers(Array.from({length: 5000}, (_, number) => number))
    expect(JSON.stringify(text)).toBe(`"${text}"`)
  })
})

describe('where a word stands', () => {
  const ids = fc.uniqueArray(fc.nat({max: 100_000}), {maxLength: 40}).map((all) => all.sort((a, b) => a - b))
  const field = ids.chain((all) =>
    fc.record({ids: fc.constant(all), levels: fc.array(fc.nat({max: LEVELS - 1}), {minLength: all.length, maxLength: all.length})}),
  )

  it('comes back as it was', () => {
    fc.assert(
      fc.property(field, field, field, fc.nat(), (title, text, context, behind) => {
        const all = [title, text, context].map((one, at) => ({
          ...one,
          documents: at === 2 && one.ids.length > 0 ? behind : at === 2 ? 0 : one.ids.length,
        }))
        const {fields} = unpackPosting(packPosting(all))
        expect(fields.map((one) => ({ids: [...one.ids], levels: [...one.levels], documents: one.documents}))).toEqual(all)
      }),
    )
  })
})

describe('how often a word stands there', () => {
  it('keeps the order, words of services before those that only offices have', () => {
    const signs = [
      packCount(0, 1),
      packCount(0, 7),
      packCount(0, 900),
      packCount(1, 0),
      packCount(2, 900),
      packCount(30, 0),
      packCount(5000, 1),
    ]
    const levels = signs.map(unpackCount)
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    expect(new Set(levels).size).toBe(levels.length)
    for (const sign of signs) expect(sign).toHaveLength(1)
  })
})

describe('telephones', () => {
  it.each([
    ['8 (727) 278-00-23', '+77272780023'],
    ['8-71236-2-14-16', '+77123621416'],
    ['2-19-93', '+77123621993'],
    ['8 (3362) 27-54-81', null],
    ['2-19-93', null],
  ])('%s dials %s', (printed, e164) => expect(unpackPhone(packPhone({text: printed, e164}))).toEqual({text: printed, dial: e164}))

  it('need no number of their own where the printed one tells it', () => {
    expect(packPhone({text: '8 (727) 278-00-23', e164: '+77272780023'})).toBe('8 (727) 278-00-23')
  })
})

describe('counts of facets', () => {
  const facets = fc.record<Facets>({
    kind: fc.constantFrom('standard', 'point', 'office'),
    status: fc.constantFrom('in-force', 'repealed'),
    ministries: fc.subarray(['A', 'B']),
    region: fc.constantFrom('north', 'south', null),
    audience: fc.constantFrom('families', 'other', null),
  })
  const filter = fc.record<Filter>(
    {
      kinds: fc.subarray(['standard', 'office'], {minLength: 1}),
      statuses: fc.subarray(['in-force', 'repealed'], {minLength: 1}),
      regions: fc.subarray(['north', 'south'], {minLength: 1}),
    },
    {requiredKeys: []},
  )
  it('are what choosing the value would leave', () => {
    fc.assert(
      fc.property(fc.array(facets, {maxLength: 20}), filter, (all, chosen) => {
        const counts = countFacets(all, chosen)
        for (const kind of ['standard', 'point', 'office'] as const)
          expect(counts.kinds[kind] ?? 0).toBe(all.filter((one) => passes(one, {...chosen, kinds: [kind]})).length)
        for (const region of ['north', 'south'])
          expect(counts.regions[region] ?? 0).toBe(all.filter((one) => passes(one, {...chosen, regions: [region]})).length)
      }),
    )
  })
})
