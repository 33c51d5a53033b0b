/** Builds that are killed, that find the disk full, that start at the same moment: `npm run crash` tries more of them. */
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {CrashSite, moments} from '../../scripts/lib/trials/crash.ts'
import {isAlive} from '../../scripts/lib/output.ts'
import {PROJECT} from '../../scripts/lib/supply/lockfile.ts'

/** The smallest source of the repository. */
const SOURCE = '2011-431.pdf.txt'
const WORKSHOPS = join(PROJECT, '.astro', 'builds')

let folder: string
let site: CrashSite
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-crash-'))
  mkdirSync(join(folder, 'sources'))
  cpSync(join('sources', SOURCE), join(folder, 'sources', SOURCE))
  site = new CrashSite(folder)
  await site.succeed()
})
afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

describe('the last good output stays whole', () => {
  test('killed at three moments, alone and with all its processes; the next build is right and cleans up', {timeout: 600_000}, async () => {
    const pids: number[] = []
    for (const [index, part] of moments(3, 2012).entries()) pids.push((await site.kill(part * 0.9, index % 2 === 1)).pid)
    await site.succeed()
    expect(site.leftovers()).toEqual([])
    const workshops = readdirSync(WORKSHOPS).map((name) => Number(name.split('-')[0]))
    expect(workshops.filter((pid) => pids.includes(pid))).toEqual([])
  })

  test.each([
    ['when the data is written', () => 64 * 1024],
    ['at the last and largest file', () => Math.floor(site.archiveBytes * 0.9)],
  ])('the disk is full %s: said in words, exit 1, nothing is left', {timeout: 600_000}, async (_, room) => {
    const {code, stderr} = await site.fill(room())
    expect(code).toBe(1)
    expect(stderr).toContain('the system allows no file as large')
    expect(stderr).toContain(`Nothing was published: ${site.dist} is as it was.`)
    expect(stderr).not.toMatch(/^\s+at /mu)
    expect(site.leftovers()).toEqual([])
  })

  test('of two builds at the same moment one is done and one refused', {timeout: 600_000}, async () => {
    const runs = await site.twice()
    const [done, refused] = runs.toSorted((a, b) => (a.code ?? 9) - (b.code ?? 9))
    expect([done?.code, refused?.code]).toEqual([0, 1])
    expect(refused?.stderr).toContain(`process ${String(done?.pid)} is building`)
    expect(site.leftovers()).toEqual([])
  })
})

describe('a place that can not be written to', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/qyzmet.mjs', ...args], {encoding: 'utf8'})
  const sources = () => ['--sources', join(folder, 'sources')]

  test('an output below a file', () => {
    writeFileSync(join(folder, 'file'), 'kept')
    try {
      const {status, stderr} = run('build', ...sources(), '--out', join(folder, 'file', 'dist'))
      expect(status).toBe(1)
      expect(stderr).toMatch(/^qyzmet: can't make .*: a part of the path is a file/u)
      expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept')
    } finally {
      rmSync(join(folder, 'file'))
    }
  })

  test.skipIf(process.platform !== 'linux')('a folder of the system', () => {
    const {status, stderr} = run('build', ...sources(), '--out', '/proc/qyzmet/dist')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^qyzmet: can't make \/proc\/qyzmet\/dist: /u)
  })

  test.skipIf(process.platform !== 'linux')('standard output on a full disk', () => {
    const {status, stderr} = spawnSync('sh', ['-c', `"${process.execPath}" scripts/qyzmet.mjs --help > /dev/full`], {encoding: 'utf8'})
    expect(status).toBe(1)
    expect(stderr).toMatch(/^qyzmet: the result can't be written: no space is left on the disk/u)
    expect(stderr).not.toMatch(/^\s+at /mu)
  })
})

test('moments are scattered over the whole time, the same for the same seed', () => {
  const found = moments(20, 1)
  expect(found).toEqual(moments(20, 1))
  expect(found).not.toEqual(moments(20, 2))
  for (const [index, part] of found.entries()) expect(Math.floor(part * 20)).toBe(index)
})

test('a process that is gone is known to be gone', () => {
  const {pid} = spawnSync(process.execPath, ['--version'])
  expect([isAlive(process.pid), isAlive(pid)]).toEqual([true, false])
})
