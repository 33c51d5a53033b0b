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
const files: Record<string, unknown> = {'/qyzmet/search/services.json': built.main, '/qyzmet/search/offices.json': built.offices}
const serve = (broken: ReadonlySet<string> = new Set()) =>
  vi.fn<typeof fetch>((url) => {
    const path = typeof url === 'string' ? url : ''
    return Promise.resolve(broken.has(path) ? new Response('', {status: 404}) : Response.json(files[path]))
  })

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

  it('does without the offices where their index is missing', async () => {
    const client = createSearchClient('/qyzmet/', serve(new Set(['/qyzmet/search/offices.json'])))
    const complete: boolean[] = []
    await client.search('Өскемен', {}, (_, done) => void complete.push(done))
    expect(complete).toEqual([false, true])
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
