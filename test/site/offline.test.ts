/** Packs and what goes into them: written as the build writes them, read as a device reads them. */
import {createHash} from 'node:crypto'
import {createServer} from 'node:http'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, describe, expect, test} from 'vitest'
import {openCache} from '../../scripts/lib/cache.ts'
import {PackWriter} from '../../scripts/lib/finish/pack.ts'
import {fileOf, localeOf, packOf, packsOf} from '../../site/worker/edition.ts'
import type {Pack} from '../../site/worker/edition.ts'
import {openPack} from '../../site/worker/pack.ts'
import {keepPack} from '../../site/worker/store.ts'

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

async function packed(files: Record<string, Uint8Array>): Promise<Buffer> {
  const writer = new PackWriter(openCache(null))
  for (const [path, content] of Object.entries(files)) {
    const type = path.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/pdf'
    const sha256 = createHash('sha256').update(content).digest('hex')
    await writer.add({path, type, bytes: content.length, sha256, read: () => content})
  }
  return writer.finish()
}

describe('a pack', () => {
  test('gives back every file as it was, with its type, whatever its size', async () => {
    const files: Record<string, Uint8Array> = {'index.html': Buffer.from('<h1>Қызмет</h1>'), 'empty.html': Buffer.from('')}
    for (let i = 0; i < 60; i++) files[`offices/${i}/index.html`] = Buffer.from(`мекеме ${i} `.repeat(500))
    // Larger than a block.
    files['forms/a.pdf'] = Uint8Array.from({length: 300_000}, (_, i) => (i * 7919) % 256)
    const content = await packed(files)
    const pack = await openPack(new Blob([new Uint8Array(content)]))
    expect(pack.paths()).toEqual(Object.keys(files))
    for (const [path, bytes] of Object.entries(files)) {
      const found = await pack.read(path)
      expect(found?.type).toBe(path.endsWith('.pdf') ? 'application/pdf' : 'text/html; charset=utf-8')
      expect(Buffer.from(found?.bytes ?? []).equals(bytes), path).toBe(true)
    }
    expect(await pack.read('offices/')).toBeNull()
  })

  test('is the same from the same files, and far smaller than they', async () => {
    const files = Object.fromEntries(Array.from({length: 200}, (_, i) => [`o/${i}.html`, Buffer.from(`<li>телефон ${i}</li>`.repeat(200))]))
    const [once, twice] = [await packed(files), await packed(files)]
    expect(once.equals(twice)).toBe(true)
    expect(once.length * 10).toBeLessThan(Object.values(files).reduce((sum, {length}) => sum + length, 0))
  })

  test('bytes that are no pack are refused', async () => {
    await expect(openPack(new Blob(['<html>nothing']))).rejects.toThrow('no pack')
    await expect(openPack(new Blob(['Q']))).rejects.toThrow()
  })
})

describe('where a file belongs', () => {
  test.each([
    ['index.html', 'core-kk'],
    ['ru/index.html', 'core-ru'],
    ['en/standards/2012-1278-1/index.html', 'core-en'],
    ['standards/2012-1278-1/annex-2/index.html', 'offices-kk'],
    ['ru/offices/region/aqmola-oblysy/index.html', 'offices-ru'],
    ['offices/index.html', 'core-kk'],
    ['forms/index.html', 'core-kk'],
    ['forms/2012-1278-1-2/index.html', 'forms-kk'],
    ['forms/2012-1278-1-2.json', 'forms-files'],
    ['forms/2012-1278-1-2.pdf', 'forms-files'],
    ['papers/2012-1278-1-receipt.pdf', 'forms-files'],
    ['search/services.json', 'core-files'],
    ['search/offices.json', 'offices-files'],
    ['data/index.json', null],
    ['data/index.html', null],
    ['ru/quality/index.html', null],
    ['reports/2012-1278-1.html', null],
    ['404.html', null],
    ['offline/index.html', null],
    ['assets/style.css', null],
  ])('%s → %s', (file, pack) => {
    expect(packOf(file)).toBe(pack)
  })

  test('a path is led to the file that a server gives for it', () => {
    expect(fileOf('/')).toBe('index.html')
    expect(fileOf('/ru/offices/')).toBe('ru/offices/index.html')
    expect(fileOf('/forms/a.pdf')).toBe('forms/a.pdf')
    expect(fileOf('/%E0%A4%A/')).toBe('%E0%A4%A/index.html')
    expect([localeOf('/ru/'), localeOf('/russia/'), localeOf('/en/help/'), localeOf('/')]).toEqual(['ru', 'kk', 'en', 'kk'])
    expect(packsOf('offices', 'ru')).toEqual(['offices-ru', 'offices-files'])
  })
})

describe('fetching a pack', () => {
  let server: Server
  afterEach(() => server.close())

  const content = Buffer.from(Array.from({length: 50_000}, (_, i) => i % 251))
  const pack = (path: string, over: Partial<Pack> = {}): Pack => ({
    name: 'core-kk',
    path,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
    files: 1,
    ...over,
  })
  /** A cache of the browser's, as far as it is used. */
  const emptyCache = () => {
    const stored = new Map<string, Response>()
    const cache = {match: async (key: string) => stored.get(key), put: async (key: string, value: Response) => void stored.set(key, value)}
    return {stored, cache: cache as unknown as Cache}
  }
  /** Breaks every answer off after 20 000 bytes; `ranges` whether it can go on in the middle. */
  async function breakingServer(ranges: boolean): Promise<{address: string; asked: (string | undefined)[]}> {
    const asked: (string | undefined)[] = []
    server = createServer((request, response) => {
      asked.push(request.headers.range)
      const from = ranges ? Number(/^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1] ?? 0) : 0
      response.writeHead(from > 0 ? 206 : 200, {'content-length': content.length - from})
      response.write(content.subarray(from, from + 20_000), () => {
        if (from + 20_000 >= content.length) response.end()
        else setTimeout(() => response.destroy(), 30)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked}
  }

  test('a line that breaks goes on where it broke', async () => {
    const {address, asked} = await breakingServer(true)
    const {stored, cache} = emptyCache()
    const seen: number[] = []
    await keepPack(cache, pack(`${address}/a.pack`), {pause: 1, onProgress: (bytes) => seen.push(bytes)})
    expect(asked).toEqual([undefined, 'bytes=20000-', 'bytes=40000-'])
    expect(Buffer.from((await stored.get(`${address}/a.pack`)?.arrayBuffer()) ?? new ArrayBuffer()).equals(content)).toBe(true)
    expect(seen.at(-1)).toBe(content.length)
  })

  test('a server that always begins anew and breaks off gives up in the end; nothing is stored', async () => {
    const {address, asked} = await breakingServer(false)
    const {stored, cache} = emptyCache()
    await expect(keepPack(cache, pack(`${address}/a.pack`), {pause: 1})).rejects.toThrow()
    expect(asked).toHaveLength(5)
    expect(stored.size).toBe(0)
  })

  test('other bytes than the edition names are not stored', async () => {
    const {address} = await breakingServer(true)
    const {stored, cache} = emptyCache()
    await expect(keepPack(cache, pack(`${address}/a.pack`, {sha256: '0'.repeat(64)}), {pause: 1})).rejects.toThrow('damaged')
    await expect(keepPack(cache, pack(`${address}/a.pack`, {bytes: 100}), {pause: 1})).rejects.toThrow('longer')
    expect(stored.size).toBe(0)
  })
})

test('what is unpacked is text as it was', async () => {
  const pack = await openPack(new Blob([new Uint8Array(await packed({'a.html': Buffer.from('Ұлттық «қызмет» </script>')}))]))
  expect(text((await pack.read('a.html'))?.bytes)).toBe('Ұлттық «қызмет» </script>')
})
