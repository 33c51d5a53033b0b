import {describe, expect, it} from 'vitest'
import {Office, Resolution, Standard} from '../../parser/model/index.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import type {Answer} from '../../site/search/searcher.ts'
import data from './fixtures/data.json' with {type: 'json'}

const input = {
  standards: Standard.array().parse(data.standards),
  resolutions: Resolution.array().parse(data.resolutions),
  offices: Office.array().parse(data.offices),
}
const built = buildSearchIndexes(input)
const published = JSON.parse(JSON.stringify(built)) as typeof built
const searcher = createSearcher(published.main, published.offices)
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
    const result = first(createSearcher(asked.main).search('базалық зейнетақы ақысы', {kinds: ['point']}))
    expect(result?.id).toBe('2012-1059-1#8')
    expect(result?.title).toContain('8-тармақ (ақысы)')
  })
})

describe('words that are not there', () => {
  it('says that nothing was found', () => {
    expect(searcher.search('абракадабра')).toEqual({query: 'абракадабра', suggestion: null, missing: ['абракадабра'], results: []})
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

  it('completes a word and offers standards', () => {
    const suggestions = searcher.suggest('базалық зейнет')
    expect(suggestions).toContainEqual({text: 'базалық зейнетақы', url: null})
    expect(suggestions).toContainEqual({text: 'Мемлекеттік базалық зейнетақы төлемін тағайындау', url: '/standards/2012-1059-1/'})
    expect(searcher.suggest('')).toEqual([])
    expect(searcher.suggest('щщщ')).toEqual([])
  })
})

describe('the two indexes', () => {
  it('work one without the other', () => {
    const alone = createSearcher(published.main)
    expect(first(alone.search('базалық зейнетақы'))?.id).toBe('2012-1059-1')
    expect(alone.search('Өскемен').results).toEqual([])
    alone.addOffices(published.offices)
    expect(first(alone.search('Өскемен'))?.kind).toBe('office')
  })

  it('are the same from build to build', () => {
    expect(JSON.stringify(buildSearchIndexes(input))).toBe(JSON.stringify(built))
  })

  it('hold with nothing in them', () => {
    const empty = buildSearchIndexes({standards: [], resolutions: [], offices: []})
    expect(createSearcher(empty.main, empty.offices).search('зейнетақы').results).toEqual([])
  })
})
