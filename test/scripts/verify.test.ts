import {spawnSync} from 'node:child_process'
import {appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {CHECKSUMS_FILE, checksumsText, readChecksums, writeChecksums} from '../../scripts/lib/finish/checksums.ts'
import {checksum} from '../../scripts/lib/sources/received.ts'
import {qyzmet} from '../support/command.ts'

let folder: string
let site: string
let sum: string

/** A finished site in small: a page, a file of the data, the index that names it, something beside them. */
const PAGES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Мемлекеттік қызмет стандарттары</title>\n',
  'standards/2012-1278-1/index.html': '<!doctype html><title>Стандарт</title>\n',
  'data/standards/2012-1278-1.json': '{"id": "2012-1278-1"}\n',
  'sw.js': 'self.addEventListener("fetch",()=>{})\n',
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-verify-'))
  site = join(folder, 'dist')
  for (const [path, text] of Object.entries(PAGES)) write(path, text)
  const path = 'data/standards/2012-1278-1.json'
  const text = PAGES[path] ?? ''
  write('data/index.json', JSON.stringify({files: [{path, sha256: checksum(text), bytes: text.length}]}))
  sum = writeChecksums(site)
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), {recursive: true})
  writeFileSync(join(site, path), text)
}

const verify = async (...args: string[]) => {
  const {code, stdout, stderr} = await qyzmet(['verify', site, '--json', ...args])
  return {code, stderr, found: JSON.parse(stdout) as Record<string, unknown>}
}

test('a copy as it was made: exit 0, and the checksum that was printed when it was made', async () => {
  const copy = join(folder, 'stick')
  cpSync(site, copy, {recursive: true})
  const {code, stdout, stderr} = await qyzmet(['verify', copy])
  expect(code).toBe(0)
  expect(stdout).toBe(`${CHECKSUMS_FILE}: sha256 ${sum}\n`)
  expect(stderr).toBe('untouched: 5 files as they were made\n')
})

test('sha256sum reads the list', () => {
  const run = spawnSync('sha256sum', ['--check', '--strict', '--quiet', CHECKSUMS_FILE], {cwd: site, encoding: 'utf8'})
  expect(run.error ?? run.stdout + run.stderr).toBe('')
  expect(run.status).toBe(0)
})

describe('what is not as it was made', () => {
  test('a page with another word, a page that is gone, a script that nobody has published', async () => {
    appendFileSync(join(site, 'index.html'), '<script src="/miner.js"></script>')
    rmSync(join(site, 'sw.js'))
    write('standards/miner.js', 'mine()')
    const {code, found, stderr} = await verify()
    expect(code).toBe(1)
    expect(found).toMatchObject({whole: false, changed: ['index.html'], missing: ['sw.js'], added: ['standards/miner.js']})
    expect(stderr).toBe('not as it was made: 1 changed, 1 missing, 1 added\n')
    expect((await qyzmet(['verify', site])).stdout).toBe(
      `changed: index.html\nmissing: sw.js\nadded: standards/miner.js\n${CHECKSUMS_FILE}: sha256 ${sum}\n`,
    )
  })

  test('a link in place of a page, even one to the same bytes', async () => {
    writeFileSync(join(folder, 'outside.html'), PAGES['index.html'] ?? '')
    rmSync(join(site, 'index.html'))
    symlinkSync(join(folder, 'outside.html'), join(site, 'index.html'))
    symlinkSync(folder, join(site, 'everything'))
    expect((await verify()).found).toMatchObject({whole: false, changed: ['index.html'], added: ['everything']})
  })

  test('data with a list of checksums to match: the index of the data is a second witness', async () => {
    appendFileSync(join(site, 'data/standards/2012-1278-1.json'), ' ')
    writeChecksums(site)
    expect((await verify()).found).toMatchObject({whole: false, changed: ['data/standards/2012-1278-1.json']})
  })

  test('a list of checksums made anew: found by the checksum that its publisher names', async () => {
    expect(await verify('--sum', sum.toUpperCase())).toMatchObject({code: 0, found: {whole: true, expected: true}})
    appendFileSync(join(site, 'index.html'), '<p>Тегін емес</p>')
    writeChecksums(site)
    expect(await verify()).toMatchObject({code: 0, found: {whole: true, expected: null}})
    const {code, found, stderr} = await verify('--sum', sum)
    expect({code, whole: found['whole'], expected: found['expected']}).toEqual({code: 1, whole: false, expected: false})
    expect(stderr).toContain('its checksum is not the one given with --sum')
  })

  test('a name that drives the terminal is shown with signs in its place', async () => {
    write('\u001b[2Jwiped\u202e.html', '')
    const {stdout} = await qyzmet(['verify', site])
    expect(stdout).toMatch(/^added: .*wiped/mu)
    expect(stdout).not.toMatch(/[\u001b\u202e]/u)
  })
})

describe('a list of checksums that is none', () => {
  test('paths outside the folder are not read: they are missing', async () => {
    writeFileSync(join(folder, 'secret'), 'secret')
    appendFileSync(join(site, CHECKSUMS_FILE), `${checksum('secret')}  ../secret\n`)
    expect((await verify()).found).toMatchObject({whole: false, missing: ['../secret']})
  })

  test.each([
    ['cut off', 'abc'],
    ['twice the same file', `${'0'.repeat(64)}  index.html\n${'0'.repeat(64)}  index.html\n`],
  ])('%s', async (_, text) => {
    writeFileSync(join(site, CHECKSUMS_FILE), text)
    const {code, stderr} = await qyzmet(['verify', site])
    expect(code).toBe(1)
    expect(stderr).toMatch(/checksums\.sha256: error: can't be compared: line \d is no line of a manifest/u)
  })

  test('none at all, no such folder, no checksum after --sum', async () => {
    rmSync(join(site, CHECKSUMS_FILE))
    expect(await qyzmet(['verify', site])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no list of checksums here') as string,
    })
    expect(await qyzmet(['verify', join(folder, 'nowhere')])).toMatchObject({code: 1})
    expect(await qyzmet(['verify', site, '--sum', 'abc'])).toMatchObject({code: 2})
  })
})

test('what is written is what is read; names that the format spells otherwise are refused', () => {
  const sums = new Map([
    ['ә/б в.html', '1'.repeat(64)],
    ['a.html', '2'.repeat(64)],
  ])
  expect([...readChecksums(checksumsText(sums))]).toEqual([...sums].reverse())
  expect(() => checksumsText(new Map([['a\nb', '0'.repeat(64)]]))).toThrow('no name for a published file')
  expect(readFileSync(join(site, CHECKSUMS_FILE), 'utf8').split('\n')).toHaveLength(6)
})
