/** The search over everything the sources hold, measured as people would use it. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {buildRegister, parseAll} from '../../parser/index.ts'
import type {Resolution} from '../../parser/model/index.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import type {Result} from '../../site/search/searcher.ts'
import {reading, shownWords} from './support/reading.ts'
import queries from './queries.json' with {type: 'json'}

const files = readdirSync('sources').filter((file) => /\.(?:md|txt)$/u.test(file))
const parsed = parseAll(files.map((file) => ({file, bytes: readFileSync(join('sources', file))})))
const {standards, offices} = buildRegister(parsed.flatMap((source) => source.standards))
const resolutions = parsed.flatMap(({resolution}) => (resolution === null ? [] : [resolution as Resolution]))
const built = buildSearchIndexes({standards, resolutions, offices})
const searcher = createSearcher(reading(built))

interface Expected {
  kind: string
  id?: string
  /** What must stand in the office's name or address. */
  text?: string
}

const fits = (result: Result, {kind, id, text}: Expected) =>
  result.kind === kind &&
  (id === undefined || result.id === id) &&
  (text === undefined || `${result.title} ${result.snippet.text}`.includes(text))

const groups = Map.groupBy(queries, ({group}) => group)
/** Share of each group that must be right. */
const LEAST = 0.97

describe.each([...groups])('queries: %s', (_, all) => {
  it('has the right answer among the first five', () => {
    const wrong = all.flatMap(({query, expect: wanted}) => {
      const {results} = searcher.search(query)
      if (results.slice(0, 5).some((result) => (wanted as Expected[]).some((one) => fits(result, one)))) return []
      return [`${query}:\n${results.map(({kind, id, title}) => `  ${kind} ${id} ${title}`).join('\n')}`]
    })
    expect(1 - wrong.length / all.length, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST)
  })

  it('knows from the first index alone when the offices are needed', () => {
    const alone = createSearcher(reading(built), false)
    for (const {query, expect: wanted} of all) {
      if ((wanted as Expected[]).some(({kind}) => kind === 'office')) expect(alone.needsOffices(query), query).toBe(true)
    }
  })
})

it('has enough queries in every group', () => {
  expect([...groups.keys()].sort()).toEqual(['base', 'everyday', 'inflected', 'latin-i', 'latin-kazakh', 'russian-keyboard', 'typo'])
  for (const [, all] of groups) expect(all.length).toBeGreaterThanOrEqual(28)
  expect(queries.length).toBeGreaterThanOrEqual(180)
  expect(new Set(queries.map(({query}) => query)).size).toBe(queries.length)
})

it('answers out of little: both indexes together are under 260 KB', () => {
  expect([...built.keys()].sort()).toEqual(['search/offices.json', 'search/services.json'])
  expect(gzipSync(built.get('search/services.json') ?? '').length).toBeLessThan(150 * 1024)
  expect(gzipSync(built.get('search/offices.json') ?? '').length).toBeLessThan(110 * 1024)
})

/** The time is measured in a real browser (test/browser/search.test.ts); here only that nothing has gone wrong by orders. */
it('answers in the time between two keystrokes', () => {
  for (const {query} of queries) searcher.search(query)
  const times = queries.map(({query}) => {
    const start = performance.now()
    searcher.search(query)
    return performance.now() - start
  })
  const sorted = times.sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThan(50)
})

it('puts no Kazakh word of the texts in another’s place', () => {
  const known = shownWords(built)
  expect(known.length).toBeGreaterThan(2000)
  const changed = known.filter((word) => searcher.search(word, {limit: 1}).translated.length > 0)
  expect(changed).toEqual([])
})
