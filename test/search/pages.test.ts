/** The index in pages: the same answers as from one file, out of little. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, it, vi} from 'vitest'
import {buildRegister, parseAll} from '../../parser/index.ts'
import type {Office, Resolution, Standard} from '../../parser/model/index.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {SearchIndexBuilder} from '../../site/search/builder.ts'
import {createSearchClient} from '../../site/search/client.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import type {Searcher} from '../../site/search/searcher.ts'
import {many} from './support/many.ts'
import {reading} from './support/reading.ts'
import queries from './queries.json' with {type: 'json'}

const files = readdirSync('sources').filter((file) => /\.(?:md|txt)$/u.test(file))
const parsed = parseAll(files.map((file) => ({file, bytes: readFileSync(join('sources', file))})))
const {standards, offices} = buildRegister(parsed.flatMap((source) => source.standards))
const resolutions = parsed.flatMap(({resolution}) => (resolution === null ? [] : [resolution as Resolution]))
const data = {standards, resolutions, offices}
const whole = createSearcher(reading(buildSearchIndexes(data)))
/** Machines differ, and there is much to ask. */
const TIMEOUT = 180_000

/** Words that every part of the search has something to do with: slips of the first letter, telephones, other letters, nothing. */
const OTHERS = ['53-01-13', '8 (7172) 53-01', '53011', 'абракадабра', 'Балхаш', 'хызмет', 'ызметтер', 'рзмет', 'IV', '№ 1278', '2012', '']
const asked = [...queries.map(({query}) => query), ...OTHERS]

/** Everything that an answer shows. */
function shown(searcher: Searcher, query: string): string {
  const {results, ...answer} = searcher.search(query, {limit: 12})
  return JSON.stringify([
    answer,
    searcher.needsOffices(query),
    results.map(({kind, id, title, headTitle, url, score, group, standard, order, facets, item, place, phones, heading, snippet}) => {
      return [kind, id, title, headTitle, url, score, group, standard, order, facets, item, place, phones, heading, snippet]
    }),
  ])
}

const answers = new Map(asked.map((query) => [query, shown(whole, query)]))
const prefixes = asked.flatMap((query, at) => (at % 4 === 0 ? [query, query.slice(0, 3), query.slice(0, 6)] : []))
const suggestions = new Map(prefixes.map((prefix) => [prefix, JSON.stringify(whole.suggest(prefix))]))

describe.each([
  ['as small as they can be', 300],
  ['middling', 4000],
])('pages %s', (_, size) => {
  const limits = {whole: {texts: 0, offices: 0}, page: {words: size, postings: size, texts: size, offices: size}}
  const built = buildSearchIndexes(data, limits)
  const paged = createSearcher(reading(built))

  it('give the same answers in the same order as one file', {timeout: TIMEOUT}, () => {
    expect(built.size).toBeGreaterThan(50)
    for (const query of asked) expect(shown(paged, query), query).toBe(answers.get(query))
  })

  it('give the same suggestions', {timeout: TIMEOUT}, () => {
    for (const [prefix, wanted] of suggestions) expect(JSON.stringify(paged.suggest(prefix)), prefix).toBe(wanted)
  })
})

describe('the builder', () => {
  it('writes texts before the end, and the same files whatever else', () => {
    const limits = {whole: {texts: 0, offices: 0}, page: {words: 4000, postings: 4000, texts: 4000, offices: 4000}}
    const written = new Map<string, string>()
    const builder = new SearchIndexBuilder((path, text) => written.set(path, text), limits)
    for (const resolution of resolutions)
      builder.add(
        resolution,
        standards.filter((one) => one.resolution === resolution.id),
      )
    expect([...written.keys()].filter((path) => path.startsWith('search/services/texts-')).length).toBeGreaterThan(20)
    builder.addOffices(offices)
    builder.finish()
    expect([...written].sort()).toEqual([...buildSearchIndexes(data, limits)].sort())
  })
})

describe('thousands of documents', () => {
  const built = buildSearchIndexes(many(data, 14))
  const sizes = new Map([...built].map(([path, text]) => [path, gzipSync(text).length]))
  /** Scripts of the search, gzipped, as the browser test weighs them. */
  const SCRIPTS = 30 * 1024

  it('lie in pages', () => {
    expect(built.size).toBeGreaterThan(500)
  })

  it('are answered about out of less than 400 KB, everything fetched counted', {timeout: TIMEOUT}, () => {
    const parse = remembered(reading(built))
    const costs = asked.map((query) => {
      let bytes = SCRIPTS
      const read = (path: string) => {
        bytes += sizes.get(path) ?? 0
        return parse(path)
      }
      const alone = createSearcher(read, false)
      const searcher = alone.needsOffices(query) ? withOffices(alone, read) : alone
      searcher.search(query, {limit: 20})
      return {query, bytes}
    })
    costs.sort((a, b) => b.bytes - a.bytes)
    expect(costs[0]?.bytes, JSON.stringify(costs.slice(0, 5))).toBeLessThan(400 * 1024)
  })

  it('are suggested from out of less than 400 KB', () => {
    for (const query of ['зей', 'зейнет', 'қыз', 'Өск', 'әскери бил', 'жум']) {
      let bytes = SCRIPTS
      createSearcher(reading(built, (path) => (bytes += sizes.get(path) ?? 0))).suggest(query)
      expect(bytes, query).toBeLessThan(400 * 1024)
    }
  })
})

describe('the browser', () => {
  const limits = {whole: {texts: 0, offices: 0}, page: {words: 4000, postings: 4000, texts: 4000, offices: 4000}}
  const built = buildSearchIndexes(data, limits)
  const server = (published: {files: ReadonlyMap<string, string>}) =>
    vi.fn<typeof fetch>((url) => {
      const text = published.files.get((typeof url === 'string' ? url : '').slice(1).split('?')[0] ?? '')
      return Promise.resolve(text === undefined ? new Response('', {status: 404}) : new Response(text))
    })
  const ask = async (client: ReturnType<typeof createSearchClient>, query: string): Promise<string[]> => {
    let ids: string[] = []
    await client.search(query, {}, ({results}, complete) => {
      if (complete) ids = results.map(({id}) => id)
    })
    return ids
  }

  it('fetches what an answer needs, each page once', async () => {
    const get = server({files: built})
    const client = createSearchClient('/', get, null)
    for (const query of ['зейнеттақы', 'Өскемен', 'пособие', 'зейнеттақы', '53-01-13'])
      expect(await ask(client, query), query).toEqual(whole.search(query).results.map(({id}) => id))
    const paths = get.mock.calls.map(([url]) => url)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.length).toBeLessThan(built.size / 2)
  })

  it('fetches what is shown of more results when it is asked to', async () => {
    const client = createSearchClient('/', server({files: built}), null)
    let titles: string[] = []
    await client.search('зейнетақы', {limit: Infinity}, ({results}, complete) => {
      if (complete) void client.prepare(results.slice(0, 3)).then(() => (titles = results.slice(0, 3).map(({title}) => title)))
    })
    await expect.poll(() => titles.length).toBe(3)
  })

  it('begins again where the site is published anew between two pages', async () => {
    const published = {files: built as ReadonlyMap<string, string>}
    const get = server(published)
    const client = createSearchClient('/', get, null)
    await ask(client, 'зейнетақы')
    const fewer: readonly Standard[] = standards.slice(1)
    const named: readonly Office[] = offices
    published.files = buildSearchIndexes({standards: fewer, resolutions, offices: named}, limits)
    const now = createSearcher(reading(published.files))
    for (const query of ['мұрағат', 'Өскемен', 'апостиль'])
      expect(await ask(client, query), query).toEqual(now.search(query).results.map(({id}) => id))
    // once, and past what the browser has kept
    expect(get.mock.calls.filter(([url]) => url === '/search/services.json').map(([, init]) => init?.cache)).toEqual([undefined, 'reload'])
  })

  it('says so where a page is missing', async () => {
    const broken = new Map([...built].filter(([path]) => !path.includes('vocabulary')))
    await expect(ask(createSearchClient('/', server({files: broken}), null), 'зейнетақы')).rejects.toThrow('vocabulary')
    const withoutOffices = new Map([...built].filter(([path]) => !path.startsWith('search/offices/')))
    const told: boolean[] = []
    await createSearchClient('/', server({files: withoutOffices}), null).search(
      'Өскемен',
      {},
      (_, complete, lacking) => void told.push(complete && lacking),
    )
    expect(told).toEqual([false, true])
  })
})

/** Reads each file once. */
function remembered(read: (path: string) => unknown): (path: string) => unknown {
  const known = new Map<string, unknown>()
  return (path) => {
    if (!known.has(path)) known.set(path, read(path))
    return known.get(path)
  }
}

function withOffices(searcher: Searcher, read: (path: string) => unknown): Searcher {
  searcher.addOffices(read('search/offices.json') as Parameters<Searcher['addOffices']>[0])
  return searcher
}
