/**
 * Pages that are taken from the store are those that would be made: after changes of anything anywhere in the data, the site
 * made with what earlier builds left has the bytes of one made from nothing.
 */
import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, inject, test, vi} from 'vitest'
import type {Catalogue, ComparisonEntry, Office, Standard} from '../../parser/model/index.ts'
import {openCache} from '../../scripts/lib/cache.ts'
import {filesBelow} from '../../scripts/lib/pages/folder-blob.ts'
import {openSite} from '../../scripts/lib/pages/site.ts'
import {random} from '../support/damage.ts'

const dist = inject('dist')
const STANDARDS = 5
const OFFICES = 60
const ROUNDS = 6
const CHANGES_A_ROUND = 4

let folder: string
let data: string
let store: string
let compiled: string

const json = <Type>(path: string): Type => JSON.parse(readFileSync(path, 'utf8')) as Type
const write = (path: string, value: unknown) => {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, JSON.stringify(value))
}

/** A few standards of the build, with some of their offices: every kind of page, and none of them twice a hundred times. */
function cutData(): void {
  const from = join(dist, 'data')
  const catalogue = json<Catalogue>(join(from, 'index.json'))
  const size = ({id}: {id: string}) => statSync(join(from, 'standards', `${id}.json`)).size
  const smallest = catalogue.standards.toSorted((a, b) => size(a) - size(b)).filter(({status}) => status === 'included')
  const kept = new Set(smallest.slice(0, STANDARDS).map(({id}) => id))
  const standards = catalogue.standards.filter(({id}) => kept.has(id))
  const acts = new Set(standards.map(({resolution}) => resolution))
  const named = new Set<string>()
  for (const {id} of standards) {
    cpSync(join(from, 'standards', `${id}.json`), join(data, 'standards', `${id}.json`))
    for (const {groups = []} of json<Standard>(join(data, 'standards', `${id}.json`)).annexes) {
      for (const {rows} of groups) for (const {office} of rows) if (office !== null) named.add(office)
    }
  }
  for (const act of acts) cpSync(join(from, 'resolutions', `${act}.json`), join(data, 'resolutions', `${act}.json`))
  const editions = (catalogue.editions ?? []).filter(({resolution}) => acts.has(resolution))
  for (const {id, latest} of editions) if (!latest) cpSync(join(from, 'editions', `${id}.json`), join(data, 'editions', `${id}.json`))
  const sides = new Set([...kept, ...editions.map(({id}) => id)])
  for (const name of ['amendments.json', 'diagnostics.json', 'coverage.json']) cpSync(join(from, name), join(data, name))
  write(
    join(data, 'offices.json'),
    json<Office[]>(join(from, 'offices.json'))
      .filter(({id}) => named.has(id))
      .slice(0, OFFICES),
  )
  write(
    join(data, 'comparisons.json'),
    json<ComparisonEntry[]>(join(from, 'comparisons.json')).filter((one) => sides.has(one.old) && sides.has(one.new)),
  )
  write(join(data, 'index.json'), {...catalogue, standards, resolutions: catalogue.resolutions.filter((id) => acts.has(id)), editions})
}

/** Builds the pages in place of the last ones; their contents by file. */
async function pagesOf(cache: string, jobs: number): Promise<{sums: Map<string, string>; kept: number; made: number}> {
  const [out, last, scratch] = [join(folder, 'out'), join(folder, 'last'), join(folder, 'scratch')]
  rmSync(last, {recursive: true, force: true})
  if (existsSync(out)) renameSync(out, last)
  mkdirSync(scratch, {recursive: true})
  const work = openSite({data, out, last, scratch, env: process.env, cache: openCache(cache), jobs})
  const {records, kept} = await work.build(() => undefined)
  await work.end()
  return {sums: new Map(filesBelow(out).map((path) => [path, readFileSync(join(out, path), 'base64')])), kept, made: records.length - kept}
}

/** A build without anything but the compiled pages, which would take most of the time. */
async function pagesFromNothing(): Promise<Map<string, string>> {
  const nothing = join(folder, 'nothing')
  rmSync(nothing, {recursive: true, force: true})
  if (existsSync(compiled)) cpSync(compiled, join(nothing, 'compiled'), {recursive: true})
  return (await pagesOf(nothing, 1)).sums
}

/** Texts in words: not ids, kinds, dates, paths. */
const WORDS = /\p{L}+ \p{L}+/u

/** Changes one thing somewhere in a file; false where it found nothing that it may change. */
function changeSomething(content: unknown, next: () => number): boolean {
  const pick = <Type>(list: readonly Type[]) => list[Math.floor(next() * list.length)]
  let node = content
  for (let depth = 0; depth < 12; depth++) {
    if (typeof node !== 'object' || node === null) return false
    if (Array.isArray(node) && node.length > 1 && next() < 0.08) {
      node.splice(Math.floor(next() * node.length), 1)
      return true
    }
    const holder = node as Record<string, unknown>
    const key = pick(Object.keys(holder))
    if (key === undefined) return false
    const value = holder[key]
    if (typeof value === 'string' && WORDS.test(value)) {
      holder[key] = `${value} өзгерді`
      return true
    }
    if (typeof value === 'number' && key !== 'contract') {
      holder[key] = value + 1
      return true
    }
    node = value
  }
  return false
}

describe('pages from the store', {timeout: 600_000}, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qyzmet-site-cache-'))
    data = join(folder, 'data')
    store = join(folder, 'store')
    compiled = join(store, 'compiled')
    cutData()
    await pagesOf(store, 2)
  })
  afterAll(() => {
    rmSync(folder, {recursive: true, force: true})
  })

  test('nothing has changed: the same bytes, whatever the number of threads', async () => {
    const made = await pagesFromNothing()
    for (const jobs of [1, 3]) {
      const again = await pagesOf(store, jobs)
      expect(again.sums).toEqual(made)
      expect(again.made).toBe(0)
    }
  })

  test('what somebody has changed in the last output is written anew, the rest is linked to', async () => {
    const made = await pagesFromNothing()
    await pagesOf(store, 2)
    const out = join(folder, 'out')
    const path = (name: string) => join(out, name)
    const inodes = new Map([...made.keys()].map((name) => [name, statSync(path(name)).ino]))
    const [edited, cut, linked, gone, piped, hidden] = [
      ...['', 'ru/', 'en/'].map((start) => `${start}index.html`),
      ...['', 'ru/', 'en/'].map((start) => `${start}help/index.html`),
    ] as [string, string, string, string, string, string]
    const {mode} = statSync(path(hidden))
    chmodSync(path(hidden), 0o600)
    writeFileSync(path(edited), readFileSync(path(edited), 'utf8').replace('lang="kk"', 'lang="xx"'))
    writeFileSync(path(cut), '')
    const outside = join(folder, 'outside')
    mkdirSync(outside, {recursive: true})
    renameSync(path(linked), join(outside, 'page.html'))
    symlinkSync(join(outside, 'page.html'), path(linked))
    rmSync(path(gone))
    rmSync(path(piped))
    execFileSync('mkfifo', [path(piped)])
    // A folder that is a link leads to the right files, which are not ours.
    renameSync(path('glossary'), join(outside, 'glossary'))
    symlinkSync(join(outside, 'glossary'), path('glossary'))
    const again = await pagesOf(store, 1)
    expect(again.sums).toEqual(made)
    const anew = [...made.keys()].filter((name) => name.endsWith('.html') && lstatSync(path(name)).ino !== inodes.get(name))
    expect(anew.toSorted()).toEqual([edited, cut, linked, gone, piped, hidden, 'glossary/index.html'].toSorted())
    expect(readFileSync(join(folder, 'last', edited), 'utf8')).toContain('lang="xx"')
    expect(statSync(path(hidden)).mode).toBe(mode)
    expect([...made.keys()].every((name) => lstatSync(path(name)).isFile())).toBe(true)
  })

  test('anything has changed anywhere: the bytes of a build from nothing', async () => {
    const next = random(20_260)
    let [changed, reused] = [0, 0]
    for (let round = 0; round < ROUNDS; round++) {
      const before = new Map(filesBelow(data).map((path) => [path, readFileSync(join(data, path), 'utf8')]))
      const changes: string[] = []
      while (changes.length < CHANGES_A_ROUND) {
        const files = readdirSync(data, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.json'))
        const file = join(data, files[Math.floor(next() * files.length)] ?? '')
        const content = json(file)
        if (!changeSomething(content, next)) continue
        write(file, content)
        changes.push(file)
      }
      const made = await pagesFromNothing().catch(() => null)
      if (made === null) {
        // No data that a build could have published.
        for (const [path, text] of before) writeFileSync(join(data, path), text)
        continue
      }
      changed++
      const {sums, kept} = await pagesOf(store, 1 + (round % 2))
      reused += kept
      const wrong = [...made].filter(([path, bytes]) => sums.get(path) !== bytes).map(([path]) => path)
      expect(wrong, changes.join(', ')).toEqual([])
      expect(sums.size).toBe(made.size)
    }
    expect(changed).toBeGreaterThan(ROUNDS / 2)
    expect(reused).toBeGreaterThan(changed * OFFICES)
  })

  test.each([0, 100, 1000])('a site that is given up %i ms after it was begun leaves no folder and no process', async (milliseconds) => {
    // Other tests build at the same time, in other processes.
    const own = () => readdirSync(join('.astro', 'builds')).filter((name) => name.startsWith(`${String(process.pid)}-`))
    const [out, scratch] = [join(folder, 'given-up'), join(folder, 'scratch')]
    const work = openSite({data, out, scratch, env: process.env, cache: openCache(store), jobs: 2})
    await sleep(milliseconds)
    if (milliseconds > 0) await vi.waitFor(() => expect(own()).toHaveLength(1), {timeout: 20_000})
    work.abandon()
    await expect(work.build(() => undefined)).rejects.toThrow('building the pages failed')
    expect(own()).toEqual([])
  })
})
