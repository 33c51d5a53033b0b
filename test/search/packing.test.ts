import fc from 'fast-check'
import MiniSearch from 'minisearch'
import {describe, expect, it} from 'vitest'
import {countFacets, passes} from '../../site/search/facets.ts'
import type {Facets, Filter} from '../../site/search/facets.ts'
import {FIELDS, indexOptions} from '../../site/search/format.ts'
import type {SearchDocument} from '../../site/search/format.ts'
import {packIndex, packNumbers, unpackIndex, unpackNumbers} from '../../site/search/packing.ts'
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

describe('a packed index', () => {
  const options = indexOptions(
    (word) => word,
    (text) => text.split(' '),
  )
  const word = fc.constantFrom('ай', 'бала', 'жыл', 'күн', 'төлем')
  const text = fc.array(word, {maxLength: 6}).map((words) => words.join(' '))

  it('finds and scores as the plain one does', () => {
    fc.assert(
      fc.property(fc.array(fc.record({title: text, text, context: text}), {minLength: 1, maxLength: 8}), word, (entries, query) => {
        const plain = new MiniSearch<SearchDocument>(options)
        plain.addAll(entries.map((entry, id) => ({id, ...entry})))
        const {index, frequencies} = unpackIndex(packIndex(plain.toJSON()))
        const packed = MiniSearch.loadJS<SearchDocument>(index, options)
        // means of lengths are rounded
        const scores = (search: MiniSearch<SearchDocument>) => new Map(search.search(query).map(({id, score}) => [id as number, score]))
        const [found, wanted] = [scores(packed), scores(plain)]
        expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort())
        for (const [id, score] of wanted) expect(found.get(id)).toBeCloseTo(score, 2)
        const most = Math.max(...FIELDS.map((field) => entries.filter((entry) => entry[field].split(' ').includes(query)).length))
        expect(frequencies.get(query) ?? 0).toBe(most)
      }),
    )
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
