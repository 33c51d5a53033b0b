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
import queries from './queries.json' with {type: 'json'}

const files = readdirSync('sources').filter((file) => /\.(?:md|txt)$/u.test(file))
const parsed = parseAll(files.map((file) => ({file, bytes: readFileSync(join('sources', file))})))
const {standards, offices} = buildRegister(parsed.flatMap((source) => source.standards))
const resolutions = parsed.flatMap(({resolution}) => (resolution === null ? [] : [resolution as Resolution]))
const built = buildSearchIndexes({standards, resolutions, offices})
const [main, places] = [JSON.stringify(built.main), JSON.stringify(built.offices)]
const searcher = createSearcher(JSON.parse(main) as typeof built.main, JSON.parse(places) as typeof built.offices)

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

describe.each([...groups])('queries: %s', (_, all) => {
  it.each(all.map(({query, expect: wanted}) => [query, wanted as Expected[]] as const))('%s', (query, wanted) => {
    const {results} = searcher.search(query)
    const shown = results.map(({kind, id, title}) => `${kind} ${id} ${title}`).join('\n')
    expect(
      results.slice(0, 5).some((result) => wanted.some((one) => fits(result, one))),
      shown,
    ).toBe(true)
  })
})

it('has enough queries in every group', () => {
  expect([...groups.keys()].sort()).toEqual(['base', 'inflected', 'latin-i', 'latin-kazakh', 'russian-keyboard', 'typo'])
  for (const [, all] of groups) expect(all.length).toBeGreaterThanOrEqual(10)
})

it('answers first out of less than 400 KB', () => {
  expect(gzipSync(main).length).toBeLessThan(400 * 1024)
  expect(gzipSync(places).length).toBeLessThan(400 * 1024)
})

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
