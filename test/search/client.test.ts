import {describe, expect, it, vi} from 'vitest'
import {Office, Resolution, Standard} from '../../parser/model/index.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {createSearchClient} from '../../site/search/client.ts'
import data from './fixtures/data.json' with {type: 'json'}

const built = buildSearchIndexes({
  standards: Standard.array().parse(data.standards),
  resolutions: Resolution.array().parse(data.resolutions),
  offices: Office.array().parse(data.offices),
})
const serve = (broken: ReadonlySet<string> = new Set(), files = built) =>
  vi.fn<typeof fetch>((url) => {
    const path = typeof url === 'string' ? (url.split('?')[0] ?? '') : ''
    const text = files.get(path.replace('/qyzmet/', ''))
    return Promise.resolve(broken.has(path) || text === undefined ? new Response('', {status: 404}) : new Response(text))
  })

/** Storage of a tab. */
function storage(): Storage {
  const all = new Map<string, string>()
  return {
    length: 0,
    clear: () => all.clear(),
    getItem: (key) => all.get(key) ?? null,
    key: () => null,
    removeItem: (key) => void all.delete(key),
    setItem: (key, value) => void all.set(key, value),
  }
}

describe('search in the browser', () => {
  it('fetches the offices only for a query they may have an answer to, and each file once', async () => {
    const get = serve()
    const client = createSearchClient('/qyzmet', get)
    const shown: [string, number, boolean][] = []
    const show = vi.fn(
      (answer: {query: string; results: unknown[]}, complete: boolean) => void shown.push([answer.query, answer.results.length, complete]),
    )
    await client.search('зейнетақы', {}, show)
    expect(get.mock.calls.map(([url]) => url)).toEqual(['/qyzmet/search/services.json'])
    await client.search('Өскемен', {}, show)
    await client.search('Өскеменде', {}, show)
    expect(get).toHaveBeenCalledTimes(2)
    expect(shown.map(([query, , complete]) => [query, complete])).toEqual([
      ['зейнетақы', true],
      ['Өскемен', false],
      ['Өскемен', true],
      ['Өскеменде', true],
    ])
    expect(shown[1]?.[1]).toBe(0)
    expect(shown[2]?.[1]).toBeGreaterThan(0)
  })

  it('shows nothing of a search that a newer one has overtaken', async () => {
    const client = createSearchClient('/qyzmet/', serve())
    const queries: string[] = []
    const show = ({query}: {query: string}) => void queries.push(query)
    await Promise.all([client.search('зейнет', {}, show), client.search('зейнетақы', {}, show)])
    expect(new Set(queries)).toEqual(new Set(['зейнетақы']))
  })

  it('does without the offices where their index is missing, says so, and tries again next time', async () => {
    const broken = new Set(['/qyzmet/search/offices.json'])
    const client = createSearchClient('/qyzmet/', serve(broken))
    const told: [boolean, boolean][] = []
    await client.search('Өскемен', {}, (_, complete, lacking) => void told.push([complete, lacking]))
    await client.suggest('Өскем', (_, complete, lacking) => void told.push([complete, lacking]))
    await client.search('апостиль', {}, (_, complete, lacking) => void told.push([complete, lacking]))
    broken.clear()
    await client.search('Өскемен', {}, (_, complete, lacking) => void told.push([complete, lacking]))
    expect(told).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [true, true],
      [true, false],
      [false, false],
      [true, false],
    ])
  })

  it('keeps an index from one page to the next, for a while', async () => {
    const get = serve()
    const kept = storage()
    const ask = async () => {
      const found: number[] = []
      await createSearchClient('/qyzmet', get, kept).search('Өскемен', {}, ({results}) => void found.push(results.length))
      return found.at(-1)
    }
    const first = await ask()
    expect(await ask()).toBe(first)
    expect(get).toHaveBeenCalledTimes(2)
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * 60 * 1000)
    await ask()
    expect(get).toHaveBeenCalledTimes(4)
    vi.restoreAllMocks()
  })

  it('does with storage that is full or spoilt', async () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('full')
      },
    }
    const spoilt = {...storage(), getItem: () => `${String(Date.now())} {"version"`}
    for (const kept of [full, spoilt]) {
      const found: unknown[] = []
      await createSearchClient('/qyzmet', serve(), kept).search('зейнетақы', {}, ({results}) => void found.push(...results))
      expect(found).not.toEqual([])
    }
  })

  it('says so where there is no index, and tries again next time', async () => {
    const broken = new Set(['/qyzmet/search/services.json'])
    const client = createSearchClient('/qyzmet/', serve(broken))
    await expect(client.search('зейнетақы', {}, () => undefined)).rejects.toThrow('services.json')
    broken.clear()
    const found: unknown[] = []
    await client.suggest('зейнет', (suggestions) => void found.push(...suggestions))
    expect(found).not.toEqual([])
  })
})
