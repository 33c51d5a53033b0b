import {describe, expect, it} from 'vitest'
import {Office, Resolution, Standard} from '../../parser/model/index.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import type {Answer, Result} from '../../site/search/searcher.ts'
import type {OfficeIndex} from '../../site/search/format.ts'
import {reading, shownWords} from './support/reading.ts'
import data from './fixtures/data.json' with {type: 'json'}

const input = {
  standards: Standard.array().parse(data.standards),
  resolutions: Resolution.array().parse(data.resolutions),
  offices: Office.array().parse(data.offices),
}
const built = buildSearchIndexes(input)
const searcher = createSearcher(reading(built))
const first = (answer: Answer) => answer.results[0]

describe('what a query finds', () => {
  it.each([
    ['базалық зейнетақы', 'standard', '2012-1059-1'],
    ['базалык зейнетакы', 'standard', '2012-1059-1'],
    ['bazalyq zeinetaqy', 'standard', '2012-1059-1'],
    ['жерлеуге арналған төлемдердің', 'standard', '2012-1059-11'],
    ['мұрағаттардан анықтама', 'standard', '2012-1278-4'],
    ['әскери билет', 'standard', '2009-2223-6'],
  ])('%s', (query, kind, id) => expect(first(searcher.search(query))).toMatchObject({kind, id}))

  it('gives addresses of the site', () => {
    const urls = searcher.search('базалық зейнетақы', {limit: 50}).results.map(({kind, url}) => [kind, url])
    expect(urls).toContainEqual(['standard', '/standards/2012-1059-1/'])
    expect(urls).toContainEqual(['point', '/standards/2012-1059-1/#p5'])
  })

  it('finds blanks, and offices by name, place, kind and telephone', () => {
    expect(first(searcher.search('әскери билет өтініш', {kinds: ['form']}))).toMatchObject({
      kind: 'form',
      id: '2009-2223-6/4',
      url: '/forms/2009-2223-6-4/',
    })
    expect(first(searcher.search('Өскеменде'))).toMatchObject({kind: 'office', title: expect.stringContaining('Өскемен') as string})
    expect(first(searcher.search('Көкшетау халыққа қызмет көрсету орталығы'))?.title).toContain('Көкшетау')
    const [office] = input.offices
    const phone = office?.phones[0]?.text ?? ''
    expect(
      searcher
        .search(phone)
        .results.filter(({kind}) => kind === 'office')
        .map(({id}) => id),
    ).toContain(office?.id)
  })

  it('keeps to the kinds and the number asked for', () => {
    const answer = searcher.search('тағайындау', {limit: 2, kinds: ['point']})
    expect(answer.results.length).toBeLessThanOrEqual(2)
    for (const {kind} of answer.results) expect(kind).toBe('point')
  })

  it('scores in falling order', () => {
    const scores = searcher.search('зейнетақы төлемі', {limit: 50}).results.map(({score}) => score)
    expect(scores.length).toBeGreaterThan(3)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })
})

describe('what a point is about', () => {
  const [about] = input.standards
  const standard = about === undefined ? null : {...about, facts: {...about.facts, fee: {kind: 'free' as const, text: 'тегін', point: '8'}}}
  const asked = buildSearchIndexes({...input, standards: standard === null ? [] : [standard]})

  it('is found by the words people ask with, beside the name of the service', () => {
    const result = first(createSearcher(reading(asked), false).search('базалық зейнетақы ақысы', {kinds: ['point']}))
    expect(result?.id).toBe('2012-1059-1#8')
    expect(result?.title).toContain('8-тармақ (ақысы)')
  })
})

describe('words that are not there', () => {
  it('says that nothing was found', () => {
    expect(searcher.search('абракадабра')).toMatchObject({query: 'абракадабра', suggestion: null, missing: ['абракадабра'], results: []})
    for (const query of ['', '  ', '«»—', '<script>']) expect(searcher.search(query).results).toEqual([])
  })

  it('mends a slip and says so', () => {
    const answer = searcher.search('базалық зейнеттақы')
    expect(answer.suggestion).toBe('базалық зейнетақы')
    expect(first(answer)?.id).toBe('2012-1059-1')
  })

  it('mends nothing that is known, in any alphabet', () => {
    for (const query of ['зейнетақысының', 'зейнетакы', 'zeinetaqy', 'зейнет']) expect(searcher.search(query).suggestion).toBeNull()
  })

  it('answers with what is there and names what is not', () => {
    const answer = searcher.search('Абракадабра зейнетақы')
    expect(answer.missing).toEqual(['Абракадабра'])
    expect(first(answer)?.id).toBe('2012-1059-1')
  })

  it('does not break words by name of an object’s own methods', () => {
    for (const query of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) expect(searcher.search(query).results).toEqual([])
  })
})

describe('what is shown', () => {
  it('marks the words searched for in title and text', () => {
    const result = first(searcher.search('zeinetaqy tólemi'))
    const marked = result?.heading.marks.map(([start, end]) => result.heading.text.slice(start, end))
    expect(marked).toEqual(['зейнетақы', 'төлемін'])
    const point = searcher.search('зейнетақы', {kinds: ['point']}).results[0]
    expect(point?.snippet.marks.length).toBeGreaterThan(0)
    for (const [start, end] of point?.snippet.marks ?? []) expect(point?.snippet.text.slice(start, end)).toMatch(/^зейнетақы/u)
    expect(point?.snippet.text.length).toBeLessThan(240)
  })

  it('suggests the best few of each kind for a word that is still being typed, with what was typed marked', () => {
    const suggestions = searcher.suggest('базалык зейнет')
    expect(suggestions[0]).toMatchObject({kind: 'standard', id: '2012-1059-1', url: '/standards/2012-1059-1/'})
    const {text, marks} = suggestions[0]?.text ?? {text: '', marks: []}
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['базалық', 'зейнет'])
    for (const kind of ['standard', 'point', 'office', 'form'])
      expect(suggestions.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(3)
    expect(searcher.suggest('Өскем').map(({kind, place}) => `${kind} ${place}`)).toContain('office Шығыс Қазақстан облысы')
    expect(searcher.suggest('')).toEqual([])
    expect(searcher.suggest('щщщ')).toEqual([])
  })

  it('goes on from a whole word to the words it begins, the frequent ones first', () => {
    expect(searcher.suggest('зей')[0]?.text.text).toContain('зейнетақы')
    expect(searcher.suggest('төлем').filter(({kind}) => kind === 'standard').length).toBeGreaterThan(0)
  })

  it('leads to the item of a point where the words stand in one, by the anchor the page gives it', () => {
    const [about] = input.standards
    const lines: [number, number] = [1, 1]
    const item = (marker: string, text: string) => ({marker, text, lines})
    const point = {
      number: '11',
      text: 'Мынадай құжаттарды тапсырады:\n1) өтінішті;\n2) туу туралы куәлікті.\nАуылда:\n1) әкімнің қолхатын.',
      lines,
      items: [item('1)', 'өтінішті;'), item('2)', 'туу туралы куәлікті.'), item('1)', 'әкімнің қолхатын.')],
    }
    const standards = about === undefined ? [] : [{...about, points: [point]}]
    const one = createSearcher(reading(buildSearchIndexes({...input, standards})), false)
    const found = (query: string) =>
      one.search(query, {kinds: ['point']}).results.map(({item: marker, url, snippet}) => [marker, url, snippet.text])
    const page = '/standards/2012-1059-1/'
    expect(found('куәлік')).toEqual([['2)', `${page}#p11-2`, 'туу туралы куәлікті.']])
    expect(found('қолхат')).toEqual([['1)', `${page}#p11-1~2`, 'әкімнің қолхатын.']])
    expect(found('құжат')).toEqual([['', `${page}#p11`, 'Мынадай құжаттарды тапсырады:']])
  })
})

describe('filters', () => {
  const all = searcher.search('төлем', {limit: Infinity})

  it('count what each choice would leave', () => {
    const counts = all.facets.kinds
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.results.length)
    for (const [kind, count] of Object.entries(counts)) {
      const only = searcher.search('төлем', {limit: Infinity, kinds: [kind as Result['kind']]})
      expect(only.results).toHaveLength(count)
      // other choices of the same facet keep their numbers
      expect(only.facets.kinds).toEqual(counts)
    }
  })

  it('are told by region, ministry, group of people and force', () => {
    const offices = searcher.search('бөлім', {limit: Infinity}).results.filter(({kind}) => kind === 'office')
    const region = offices[0]?.facets.region ?? ''
    const there = searcher.search('бөлім', {limit: Infinity, regions: [region]}).results
    expect(there.length).toBeGreaterThan(0)
    for (const {facets} of there) expect(facets.region).toBe(region)
    expect(searcher.search('төлем', {statuses: ['in-force']}).results).toEqual([])
    expect(searcher.search('төлем', {statuses: ['repealed'], limit: Infinity}).results).toHaveLength(all.results.length)
    for (const ministry of Object.keys(all.facets.ministries))
      expect(searcher.search('төлем', {ministries: [ministry], limit: Infinity}).results).toHaveLength(all.facets.ministries[ministry] ?? 0)
  })
})

describe('words as typed', () => {
  it('are neither mended nor translated', () => {
    expect(searcher.search('базалық зейнеттақы', {exact: true}).suggestion).toBeNull()
    const answer = searcher.search('пособие', {exact: true})
    expect(answer).toMatchObject({translated: [], missing: ['пособие'], results: []})
  })
})

describe('everyday Russian and English words', () => {
  it.each([
    ['пенсия', 'зейнетақы', '2012-1059-1'],
    ['пенсию', 'зейнетақы', '2012-1059-1'],
    ['военный билет', 'әскери билет', '2009-2223-6'],
    ['pension', 'зейнетақы', '2012-1059-1'],
  ])('%s leads to %s', (query, kazakh, id) => {
    const answer = searcher.search(query)
    expect(answer.translated).toEqual([{from: query, to: kazakh}])
    expect(first(answer)?.id).toBe(id)
  })

  it('are found beside Kazakh ones', () => {
    expect(searcher.search('ЦОН Кокшетау').results.some(({kind, title}) => kind === 'office' && title.includes('Көкшетау'))).toBe(true)
  })
})

describe('services found through their points', () => {
  it('stand in the list behind the point', () => {
    const {results} = searcher.search('телнұсқа', {limit: Infinity})
    for (const {standard, score} of results) {
      if (standard === null) continue
      const service = results.find(({id}) => id === standard)
      expect(service).toBeDefined()
      expect(score).toBeGreaterThan(0)
    }
  })
})

describe('the two indexes', () => {
  it('work one without the other', () => {
    const alone = createSearcher(reading(built), false)
    expect(first(alone.search('базалық зейнетақы'))?.id).toBe('2012-1059-1')
    expect(alone.search('Өскемен')).toMatchObject({results: [], suggestion: null, missing: []})
    alone.addOffices(reading(built)('search/offices.json') as OfficeIndex)
    expect(first(alone.search('Өскемен'))?.kind).toBe('office')
  })

  it('tell from the first alone whether the offices are needed', () => {
    const alone = createSearcher(reading(built), false)
    for (const query of ['Өскемен', 'oskemen', 'Өскеман', 'архив', '53-01-13']) expect(alone.needsOffices(query), query).toBe(true)
    for (const query of ['зейнетақы', 'пенсия', 'апостиль', '']) expect(alone.needsOffices(query), query).toBe(false)
    expect(alone.needsOffices('Өскемен', {kinds: ['standard']})).toBe(false)
    // what is not asked for would not have been found
    const whole = createSearcher(reading(built))
    const words = shownWords(built).slice(0, 400)
    for (const word of words) {
      if (!alone.needsOffices(word)) expect(whole.search(word, {kinds: ['office']}).results, word).toEqual([])
    }
  })

  it('are the same from build to build', () => {
    expect([...buildSearchIndexes(input)]).toEqual([...built])
  })

  it('hold with nothing in them', () => {
    const empty = buildSearchIndexes({standards: [], resolutions: [], offices: []})
    expect(createSearcher(reading(empty)).search('зейнетақы').results).toEqual([])
  })
})
