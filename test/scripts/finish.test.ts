/** The end of a build on a small folder: what is packed for sticks and devices, also where there is too much for one file. */
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {openCache} from '../../scripts/lib/cache.ts'
import {CHECKSUMS_FILE, verifyFolder} from '../../scripts/lib/finish/checksums.ts'
import {digestsOf, finishSite} from '../../scripts/lib/finish/finish.ts'
import type {FinishOptions} from '../../scripts/lib/finish/finish.ts'
import {ARCHIVE_FILE, ARCHIVE_FILES, ARCHIVE_NOTE, partFor} from '../../site/worker/edition.ts'
import type {Archive} from '../../site/worker/edition.ts'
import {openPack} from '../../site/worker/pack.ts'

const EPOCH = 1_400_000_000
const NOTHING = {changed: [], missing: [], added: []}

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qyzmet-finish-'))
})
afterEach(() => {
  rmSync(root, {recursive: true, force: true})
})

const pages = Array.from({length: 12}, (_, i) => `offices/${String.fromCharCode(97 + i)}/index.html`)

function makeFolder(name: string, word = 'мекеме'): string {
  const folder = join(root, name)
  const files = {
    'index.html': '<h1>Қызмет</h1>',
    'data/index.json': '{"files":[]}',
    ...Object.fromEntries(pages.map((path) => [path, `<p>${path} ${word}</p>`.repeat(90)])),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const finish = (folder: string, options?: FinishOptions) => finishSite(folder, EPOCH, undefined, () => undefined, options)
const archives = (folder: string) => readdirSync(folder).filter((name) => ARCHIVE_FILES.test(name))
const note = (folder: string) => JSON.parse(readFileSync(join(folder, ARCHIVE_NOTE), 'utf8')) as Archive

describe('a finished site', {timeout: 60_000}, () => {
  test('is listed whole; its archive holds all of it in one file', async () => {
    const folder = makeFolder('whole')
    const {archiveBytes, manifest} = await finish(folder)
    expect(verifyFolder(folder)).toMatchObject({...NOTHING, manifest})
    expect(archives(folder)).toEqual([ARCHIVE_FILE])
    const archive = readFileSync(join(folder, ARCHIVE_FILE))
    expect(note(folder)).toEqual({bytes: archive.length})
    expect(archiveBytes).toBe(archive.length)
    const names = Object.keys(unzipSync(archive))
    expect(names[0]).toBe('README.txt')
    expect(names).toEqual(expect.arrayContaining(pages.map((path) => `site/${path}`)))
  })

  test('is the same where its files have been looked at before, with and without a store', async () => {
    const {manifest} = await finish(makeFolder('unseen'))
    const folder = makeFolder('seen')
    const digests = await digestsOf(folder)
    expect(digests.map(({path}) => path)).toEqual(expect.arrayContaining(pages))
    expect(await finish(folder, {digests})).toMatchObject({manifest})
    const cache = openCache(join(makeFolder('store'), 'cache'))
    for (const name of ['filling', 'filled']) {
      const again = makeFolder(name)
      expect(await finish(again, {digests: await digestsOf(again), cache})).toMatchObject({manifest})
    }
  })

  test.each([
    ['files', {entries: 6, bytes: 1_000_000}],
    ['bytes', {entries: 1000, bytes: 4_000}],
  ])('what is too much for one archive comes in parts that open alone: too many %s', async (_, archiveLimits) => {
    const folder = makeFolder('parts')
    await finish(folder, {archiveLimits})
    expect(verifyFolder(folder)).toMatchObject(NOTHING)
    const {bytes, parts = []} = note(folder)
    const files = [ARCHIVE_FILE, ...parts.map(({path}) => path)]
    expect(files.length).toBeGreaterThan(2)
    expect(archives(folder).sort()).toEqual(files.toSorted())
    const seen = new Map<string, Uint8Array>()
    let all = 0
    for (const [index, file] of files.entries()) {
      const content = readFileSync(join(folder, file))
      all += content.length
      const entries = Object.entries(unzipSync(content))
      expect(entries.length).toBeLessThanOrEqual(archiveLimits.entries)
      expect(content.length).toBeLessThanOrEqual(archiveLimits.bytes)
      const about = entries.find(([name]) => name === `PART-${String(index + 1)}.txt`)?.[1]
      expect(strFromU8(about ?? new Uint8Array())).toContain(String(index + 1))
      for (const [name, one] of entries) {
        expect(seen.has(name), name).toBe(false)
        seen.set(name, one)
      }
    }
    expect(all).toBe(bytes)
    // Unpacked into one folder, they are the site.
    for (const [name, one] of seen) {
      mkdirSync(dirname(join(root, 'stick', name)), {recursive: true})
      writeFileSync(join(root, 'stick', name), one)
    }
    expect(verifyFolder(join(root, 'stick', 'site'))).toMatchObject(NOTHING)
  })

  test('a pack that grows too large is parted, and each file is found in its part', async () => {
    const folder = makeFolder('packs')
    const {packs} = await finish(folder, {packWeight: 1000})
    const parts = packs.filter(({name}) => name === 'offices-kk')
    expect(parts.length).toBeGreaterThan(2)
    for (const path of pages) {
      const part = partFor(parts, path)
      const open = await openPack(new Blob([new Uint8Array(readFileSync(join(folder, part?.path ?? '')))]))
      expect(Buffer.from((await open.read(path))?.bytes ?? []).toString()).toBe(readFileSync(join(folder, path), 'utf8'))
    }
    expect(packs.filter(({name}) => name === 'core-kk')).toEqual([expect.not.objectContaining({from: expect.anything() as unknown})])
  })

  test('what earlier builds packed is taken from the store, to the same bytes', async () => {
    const cache = openCache(join(root, 'store'))
    const sums = async (name: string, options?: FinishOptions, word?: string) => {
      const folder = makeFolder(name, word)
      await finish(folder, options)
      return readFileSync(join(folder, CHECKSUMS_FILE), 'utf8')
    }
    const made = await sums('made')
    expect(await sums('first', {cache})).toBe(made)
    expect(await sums('again', {cache})).toBe(made)
    expect(await sums('other', {cache}, 'бөлім')).toBe(await sums('other-made', {}, 'бөлім'))
  })
})
