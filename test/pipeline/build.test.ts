import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterEach, beforeEach, describe, expect, inject, test} from 'vitest'
import {parse as parseYaml} from 'yaml'
import type {Catalogue, Coverage, Manifest, Office, Resolution, Standard} from '../../parser/model/index.ts'
import {checksum} from '../../scripts/lib/sources/received.ts'

const dist = inject('dist')
const {sources} = parseYaml(readFileSync('sources/manifest.yaml', 'utf8')) as Manifest
const read = (path: string): unknown => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8'))
const catalogue = read('index.json') as Catalogue
const standards = catalogue.standards.map(({id}) => read(`standards/${id}.json`) as Standard)

function filesOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
}

describe('what is published', () => {
  test('every source is a resolution, with the identity that the manifest gives', () => {
    const resolutions = catalogue.resolutions.map((id) => read(`resolutions/${id}.json`) as Resolution)
    const found = resolutions.map(({number, date, source}) => ({
      number,
      date,
      file: source.file,
      format: source.format,
      sha256: source.sha256,
    }))
    expect(found).toEqual(sources.map(({act, file, format, sha256}) => ({...act, file, format, sha256})))
  })

  test('30 standards, 27 with text and 3 excluded', () => {
    expect(catalogue.counts).toMatchObject({standards: 30, included: 27, excluded: 3})
    for (const {status, points, sections} of standards) {
      expect(sections).toHaveLength(status === 'included' ? 5 : 0)
      expect(points.length > 0).toBe(status === 'included')
    }
  })

  test('no character of a source is unaccounted for', () => {
    const coverage = read('coverage.json') as Coverage[]
    expect(coverage.map(({file}) => file)).toEqual(sources.map(({file}) => file))
    for (const {characters, published, setAside, unaccounted} of coverage) {
      expect(unaccounted).toBe(0)
      expect(published + Object.values(setAside).reduce((sum, count) => sum + count, 0)).toBe(characters)
    }
  })

  test('the catalogue names every file beside the pages, with its size and checksum', () => {
    const listed = new Map(catalogue.files.map(({path, ...rest}) => [path, rest]))
    const data = filesOf(join(dist, 'data')).map((path) => `data/${path}`)
    expect([...listed.keys()].filter((path) => path.startsWith('data/'))).toEqual(
      data.filter((path) => path !== 'data/index.json' && !path.endsWith('.html')),
    )
    for (const [path, {sha256, bytes}] of listed) {
      const content = readFileSync(join(dist, path))
      expect({path, sha256: checksum(content), bytes: content.length}).toEqual({path, sha256, bytes})
    }
  })

  test('every form and report that the data name is there', () => {
    const annexes = standards.flatMap((standard) => standard.annexes)
    const paths = annexes.flatMap(({pdf, report}) => [pdf ?? [], report ? [report.pdf, report.html] : []].flat())
    for (const path of paths) expect(existsSync(join(dist, path)), path).toBe(true)
    const expected = annexes.filter(({kind}) => kind === 'form' || kind === 'certificate' || kind === 'indicators')
    expect(expected.filter(({pdf, report}) => !pdf && !report).map(({id}) => id)).toEqual([])
  })

  test('offices.csv has a line for each office', () => {
    const offices = read('offices.json') as Office[]
    const lines = readFileSync(join(dist, 'data', 'offices.csv'), 'utf8').split('\r\n')
    expect(lines[0]).toBe('\ufeffid,name,kind,region,district,locality,address,phones,phones_e164,emails,hours,annexes,discrepancies')
    expect(lines.slice(1, -1).map((line) => line.slice(0, line.indexOf(',')))).toEqual(offices.map(({id}) => id))
  })

  test('nothing names the machine it was made on', () => {
    for (const path of filesOf(dist).filter((name) => /\.(?:json|html|js|css|csv)$/u.test(name))) {
      const text = readFileSync(join(dist, path), 'utf8')
      expect(text.includes(resolve('.')) || text.includes(dist), path).toBe(false)
    }
  })
})

describe('another build', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qyzmet-again-'))
  })
  afterEach(() => {
    rmSync(folder, {recursive: true, force: true})
  })

  const command = [resolve('scripts/qyzmet.mjs'), 'build', '--sources', resolve('sources')]

  test('stopped in the middle, leaves the old folder and nothing else; a second one is refused meanwhile', async () => {
    const target = join(folder, 'dist')
    mkdirSync(join(target, 'data'), {recursive: true})
    writeFileSync(join(target, 'data', 'index.json'), 'old')
    const child = spawn(process.execPath, [...command, '--out', target], {stdio: 'ignore'})
    const ended = once(child, 'exit')
    while (!readdirSync(folder).some((name) => name.startsWith('.dist.building-'))) await sleep(20)

    const second = spawnSync(process.execPath, [...command, '--out', target], {encoding: 'utf8'})
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`process ${String(child.pid)} is building`)

    child.kill('SIGTERM')
    expect(await ended).toEqual([143, null])
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(readFileSync(join(target, 'data', 'index.json'), 'utf8')).toBe('old')
  })
})
