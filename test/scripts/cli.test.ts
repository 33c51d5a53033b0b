import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest'
import {checksum} from '../../scripts/lib/sources/received.ts'
import {qyzmet} from '../support/command.ts'

describe('arguments', () => {
  test('no command: the overview on standard error, exit 2', async () => {
    const {code, stdout, stderr} = await qyzmet([])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('Usage: qyzmet COMMAND')
  })

  test('--help: the overview on standard output, exit 0, with every command', async () => {
    const {code, stdout, stderr} = await qyzmet(['--help'])
    expect(code).toBe(0)
    expect(stderr).toBe('')
    for (const name of ['build', 'check', 'parse', 'search', 'form']) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'mu'))
  })

  test.each(['build', 'check', 'parse', 'search', 'form'])('%s --help tells its options', async (name) => {
    const {code, stdout} = await qyzmet([name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain(`Usage: qyzmet ${name} [options]`)
    expect(stdout).toContain('--help')
  })

  test.each([
    [['biuld'], 'unknown command «biuld»; did you mean build?'],
    [['--hlep'], 'unknown option «--hlep»; did you mean --help?'],
    [['build', '--source', 'x'], 'unknown option --source; did you mean --sources?'],
    [['build', '--out'], '--out needs a value: --out PATH'],
    [['build', '--out', '--json'], '--out needs a value: --out PATH'],
    [['build', '--out='], '--out has an empty value'],
    [['build', '--json=yes'], '--json takes no value'],
    [['build', '--jobs', '0'], '--jobs is «0»; it must be a whole number from 1 to 256'],
    [['build', '--jobs=2.5'], '--jobs is «2.5»'],
    [['build', '--cache', 'x', '--no-cache'], '--cache and --no-cache exclude each other'],
    [['build', '--cache', 'package.json'], '--cache package.json is a file; name a folder'],
    [['build', '--cache', 'dist/kept', '--out', 'dist'], '--cache dist/kept and dist lie in each other'],
    [['build', 'sources'], 'expected no operands, got «sources»'],
    [['parse'], 'expected FILE|-, got nothing'],
    [['parse', 'a', 'b'], 'expected FILE|-, got «a» «b»'],
    [['parse', '-', '--format', 'markdwon'], 'unknown format «markdwon»; did you mean markdown?'],
    [['search', '--limit', 'many', 'x'], '--limit needs a whole number above 0'],
    [['constructor'], 'unknown command «constructor»'],
  ])('%j is wrong usage', async (argv, message) => {
    const {code, stdout, stderr} = await qyzmet(argv)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/See qyzmet .*--help\./u)
  })
})

test('a store with a link in the place of a folder is refused: nothing is written where it leads to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-store-'))
  const [store, outside] = [join(folder, 'store'), join(folder, 'outside')]
  for (const path of [store, outside]) mkdirSync(path)
  symlinkSync(outside, join(store, 'parse'))
  const {code, stderr} = await qyzmet(['build', '--cache', store, '--out', join(folder, 'dist')])
  expect(code).toBe(2)
  expect(stderr).toContain(`${join(store, 'parse')} is a link, and the build would write where it leads to`)
  expect(readdirSync(outside)).toEqual([])
  rmSync(folder, {recursive: true})
})

/** Makes this Node one that runs no TypeScript. */
const WITHOUT_TYPES = '--no-experimental-strip-types'

describe('the launcher', () => {
  test('passes arguments, streams and the exit code', () => {
    const run = spawnSync(process.execPath, ['scripts/qyzmet.mjs', 'parse'], {encoding: 'utf8'})
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('expected FILE|-')
  })

  test.skipIf(process.platform === 'win32')(
    'killed outright while it builds: the other Node stops too, and nothing is swapped',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'qyzmet-killed-'))
      try {
        mkdirSync(join(folder, 'sources'))
        cpSync(SOURCE, join(folder, 'sources', 'a.txt'))
        const command = [WITHOUT_TYPES, 'scripts/qyzmet.mjs', 'build', '--sources', join(folder, 'sources'), '--out', join(folder, 'dist')]
        const launcher = spawn(process.execPath, command, {stdio: ['ignore', 'pipe', 'inherit'], env: {PATH: process.env['PATH']}})
        // Standard output closes when the last process that has it ends: the launcher has passed it on.
        const closed = once(launcher.stdout.resume(), 'close')
        await vi.waitUntil(() => existsSync(join(folder, '.dist.lock')), {timeout: 20_000})
        launcher.kill('SIGKILL')
        await closed
        expect(readdirSync(folder)).toEqual(['sources'])
      } finally {
        rmSync(folder, {recursive: true, force: true})
      }
    },
  )

  test('starting the other Node passes arguments, streams and the exit code', () => {
    const launch = [WITHOUT_TYPES, 'scripts/qyzmet.mjs', 'parse', '-', '--sources', 'nowhere']
    const run = spawnSync(process.execPath, launch, {encoding: 'utf8', input: 'Бүгін ауа райы жақсы.\n', env: {PATH: process.env['PATH']}})
    expect(run.status).toBe(1)
    expect(JSON.parse(run.stdout)).toMatchObject({resolution: null})
    expect(run.stderr).toMatch(/^stdin:1: error: /u)
  })

  test('a reader that leaves early is no error', () => {
    const run = spawnSync('sh', ['-c', `"${process.execPath}" scripts/qyzmet.mjs --help | head -n 1`], {encoding: 'utf8'})
    expect(run.status).toBe(0)
    expect(run.stderr).toBe('')
  })
})

/** The smallest source of the repository, to try things on. */
const SOURCE = 'sources/2011-431.pdf.txt'

describe('parse', () => {
  let whole: string
  beforeAll(() => {
    whole = readFileSync(SOURCE, 'utf8')
  })

  test('prints one JSON value; messages stay off standard output', async () => {
    const {code, stdout, stderr} = await qyzmet(['parse', SOURCE, '--sources', 'nowhere'])
    expect(code).toBe(0)
    const {resolution, standards, coverage} = JSON.parse(stdout) as {
      resolution: {id: string; source: unknown}
      standards: {id: string}[]
      coverage: {characters: number}
    }
    expect(resolution.id).toBe('2011-431')
    expect(resolution.source).toMatchObject({file: '2011-431.pdf.txt', format: 'pdf-text'})
    expect(standards.map(({id}) => id)).toEqual(['2011-431-1', '2011-431-2'])
    expect(coverage.characters).toBe(whole.length)
    expect(stderr).toMatch(/№ 431 of 2011-04-21, pdf-text: 2 standards/u)
  })

  test('standard input gives what the file gives, but for the name', async () => {
    const fromFile = await qyzmet(['parse', SOURCE, '--sources', 'nowhere'])
    const fromStdin = await qyzmet(['parse', '-', '--sources', 'nowhere'], {stdin: whole})
    expect(fromStdin.code).toBe(0)
    expect(fromStdin.stdout.replaceAll('"stdin"', '"2011-431.pdf.txt"')).toBe(fromFile.stdout)
  })

  test('a text that is no resolution: exit 1, the JSON all the same', async () => {
    const {code, stdout, stderr} = await qyzmet(['parse', '-', '--sources', 'nowhere'], {stdin: 'Бүгін ауа райы жақсы.\n'})
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({resolution: null, standards: []})
    expect(stderr).toMatch(/stdin:1: error: /u)
  })

  test('UTF-16 is decoded, said, and gives what UTF-8 gives', async () => {
    const plain = JSON.parse((await qyzmet(['parse', '-', '--sources', 'nowhere'], {stdin: whole})).stdout) as {standards: unknown}
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')])
    const {code, stdout} = await qyzmet(['parse', '-', '--sources', 'nowhere'], {stdin: bytes})
    expect(code).toBe(0)
    const decoded = JSON.parse(stdout) as {standards: unknown; diagnostics: unknown[]}
    expect(decoded.standards).toEqual(plain.standards)
    expect(decoded.diagnostics).toContainEqual(expect.objectContaining({rule: 'read/encoding', severity: 'info'}))
  })

  test('a name that would command the terminal is shown without its commands', async () => {
    const {stderr} = await qyzmet(['parse', 'a\u001b[2Jb.md'])
    expect(stderr).toContain('a\ufffd[2Jb.md: error: ')
  })

  test('a text whose letters were lost in a code page: the cause is printed beside the error', async () => {
    const {code, stderr} = await qyzmet(['parse', '-', '--sources', 'nowhere'], {stdin: lossy(whole)})
    expect(code).toBe(1)
    expect(stderr).toMatch(/^stdin: warning: decoded from windows-1251 .*\[read\/encoding\]$/mu)
    expect(stderr).toMatch(/^stdin:\d+: warning: .*\[read\/lost-letters\]$/mu)
    expect(stderr).toMatch(/^stdin:1: error: /mu)
  })

  test('a source that is cut off and that no manifest confirms: exit 1, the JSON all the same', async () => {
    const {code, stdout, stderr} = await qyzmet(['parse', '-', '--sources', 'nowhere'], {stdin: cutOff(whole)})
    expect(code).toBe(1)
    expect((JSON.parse(stdout) as {standards: unknown[]}).standards).not.toEqual([])
    expect(stderr).toMatch(/^stdin:\d+: error: The text seems to be cut off: .*manifest/mu)
  })

  test('a file that is not there', async () => {
    const {code, stdout, stderr} = await qyzmet(['parse', 'nowhere.md'])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^nowhere\.md: error: the file can't be read/mu)
  })
})

describe('check', () => {
  test('the coverage table and the doubts of a file, with file and line', async () => {
    const {code, stdout, stderr} = await qyzmet(['check', SOURCE, '--sources', 'nowhere'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^source +characters +published +set aside +unaccounted$/mu)
    expect(stdout).toMatch(/^2011-431\.pdf\.txt +[\d ]+ 0$/mu)
    expect(stderr).toMatch(/^1 source, 0 errors, /mu)
  })

  test('--json', async () => {
    const {stdout} = await qyzmet(['check', SOURCE, '--sources', 'nowhere', '--json'])
    const {diagnostics, coverage} = JSON.parse(stdout) as {diagnostics: {file: string}[]; coverage: unknown[]}
    expect(coverage).toHaveLength(1)
    for (const {file} of diagnostics) expect(file).toBe(SOURCE)
  })
})

describe('check of a source that is cut off', () => {
  let folder: string
  let file: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qyzmet-check-'))
    file = join(folder, 'a.txt')
    writeFileSync(file, cutOff(readFileSync(SOURCE, 'utf8')))
  })
  afterEach(() => {
    rmSync(folder, {recursive: true, force: true})
  })

  /** A manifest with an entry for the file. */
  function confirm(sha256: string): void {
    const entry = "{file: a.txt, act: {number: '431', date: 2011-04-21}, edition: 2013-04-19, format: pdf-text, provenance: cut"
    writeFileSync(join(folder, 'manifest.yaml'), `sources: [${entry}, sha256: ${sha256}}]\n`)
  }

  test.each([
    ['the file', () => ['check', file, '--sources', 'nowhere']],
    ['the folder', () => ['check', '--sources', folder]],
    ['the file, with an entry for another text', () => (confirm('a'.repeat(64)), ['check', file, '--sources', folder])],
  ])('%s: an error as in a build', async (_, command) => {
    const {code, stdout} = await qyzmet(command())
    expect(code).toBe(1)
    expect(stdout).toMatch(/a\.txt:\d+: error: The text seems to be cut off: .*manifest/u)
  })

  test.each([
    ['the file', () => ['check', file, '--sources', folder]],
    ['the folder', () => ['check', '--sources', folder]],
  ])('%s, confirmed by the manifest: a doubt', async (_, command) => {
    confirm(checksum(readFileSync(file)))
    const {code, stdout} = await qyzmet(command())
    expect(code).toBe(0)
    expect(stdout).toMatch(/a\.txt:\d+: warning: The text seems to be cut off/u)
  })
})

describe('build on bad input: a message with the place, exit 1, the old dist/ untouched', () => {
  let folder: string
  let sources: string
  let dist: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qyzmet-build-'))
    sources = join(folder, 'sources')
    dist = join(folder, 'dist')
    mkdirSync(sources)
    mkdirSync(join(dist, 'data'), {recursive: true})
    writeFileSync(join(dist, 'data', 'index.json'), 'old')
  })
  afterEach(() => {
    rmSync(folder, {recursive: true, force: true})
  })

  async function failedBuild(): Promise<string> {
    const {code, stdout, stderr} = await qyzmet(['build', '--sources', sources, '--out', dist])
    expect(stdout).toBe('')
    expect(code).toBe(1)
    expect(readFileSync(join(dist, 'data', 'index.json'), 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(existsSync(sources) ? ['dist', 'sources'] : ['dist'])
    return stderr.replaceAll(folder, '')
  }

  test('no sources folder', async () => {
    rmSync(sources, {recursive: true})
    expect(await failedBuild()).toMatch(/^\/sources: error: there is no such folder; .*--sources/mu)
  })

  test('an empty one', async () => {
    expect(await failedBuild()).toMatch(/^\/sources: error: the folder holds no source texts/mu)
  })

  test('a binary file', async () => {
    writeFileSync(join(sources, 'a.pdf'), '%PDF-1.7\n\u0000\u0001')
    expect(await failedBuild()).toMatch(/^\/sources\/a\.pdf: error: this is a PDF, not text; .*pdftotext/mu)
  })

  test('an unknown format', async () => {
    writeFileSync(join(sources, 'a.json'), '{"a": 1}\n')
    expect(await failedBuild()).toMatch(/^\/sources\/a\.json:1: error: .*format.*--format/mu)
  })

  test('not a resolution at all', async () => {
    writeFileSync(join(sources, 'a.md'), 'Бүгін ауа райы жақсы.\n')
    expect(await failedBuild()).toMatch(/^\/sources\/a\.md:1: error: .*not a resolution/mu)
  })

  test('a text whose letters were lost in a code page: the cause is printed too', async () => {
    writeFileSync(join(sources, 'a.txt'), lossy(readFileSync(SOURCE, 'utf8')))
    const messages = await failedBuild()
    expect(messages).toMatch(/^\/sources\/a\.txt:1: error: .*not a resolution/mu)
    expect(messages).toMatch(/^\/sources\/a\.txt: warning: decoded from windows-1251 .*\[read\/encoding\]$/mu)
    expect(messages).toMatch(/^\/sources\/a\.txt:\d+: warning: .*\[read\/lost-letters\]$/mu)
  })

  test('more errors than fit into a pipe: every one is printed', async () => {
    const entry = (n: number) =>
      `  - {file: ${String(n)}.md, act: {number: '${String(n)}', date: 2011-04-21}, edition: 2011-04-21, format: markdown, sha256: ${'a'.repeat(64)}, provenance: none}\n`
    writeFileSync(join(sources, 'manifest.yaml'), `sources:\n${Array.from({length: 3000}, (_, n) => entry(n)).join('')}`)
    expect((await failedBuild()).match(/\[manifest\/no-file\]$/gmu)).toHaveLength(3000)
  })

  test('a line of 100 MB', async () => {
    writeFileSync(join(sources, 'a.md'), `Қаулы\n${'x'.repeat(100 * 1024 * 1024)}`)
    expect(await failedBuild()).toMatch(/^\/sources\/a\.md:2: error: a line of 104857600 characters/mu)
  })

  test('a source cut off in the middle of a table', async () => {
    writeFileSync(join(sources, 'a.txt'), cutOff(readFileSync(SOURCE, 'utf8')))
    expect(await failedBuild()).toMatch(/^\/sources\/a\.txt:\d+: error: The text seems to be cut off: .*manifest/mu)
  })

  test('a manifest entry without its file', async () => {
    cpSync('sources/manifest.yaml', join(sources, 'manifest.yaml'))
    cpSync(SOURCE, join(sources, '2011-431.pdf.txt'))
    expect(await failedBuild()).toMatch(
      /^\/sources\/manifest\.yaml:\d+: error: there is no file \/sources\/2010-76\.md; add it or remove this entry/mu,
    )
  })

  test('a file that was changed', async () => {
    const manifest = readFileSync('sources/manifest.yaml', 'utf8')
    writeFileSync(join(sources, 'manifest.yaml'), onlyEntry(manifest, '2011-431.pdf.txt'))
    writeFileSync(join(sources, '2011-431.pdf.txt'), `${readFileSync(SOURCE, 'utf8')}\n`)
    expect(await failedBuild()).toMatch(/^\/sources\/manifest\.yaml:\d+: error: .*its sha256 is/mu)
  })

  test('two files that claim the same edition, one without an entry', async () => {
    cpSync(SOURCE, join(sources, 'a.txt'))
    cpSync(SOURCE, join(sources, 'b.txt'))
    expect(await failedBuild()).toMatch(
      /^\/sources\/b\.txt:1: error: this and \/sources\/a\.txt both are № 431 of 2011-04-21 in the edition of 2013-04-19/mu,
    )
  })

  test('an entry that speaks of another act', async () => {
    const manifest = onlyEntry(readFileSync('sources/manifest.yaml', 'utf8'), '2011-431.pdf.txt')
    writeFileSync(join(sources, 'manifest.yaml'), manifest.replace("'431'", "'432'"))
    cpSync(SOURCE, join(sources, '2011-431.pdf.txt'))
    expect(await failedBuild()).toMatch(/^\/sources\/manifest\.yaml:\d+: error: the entry says № 432 of 2011-04-21, the text № 431/mu)
  })

  test('a SOURCE_DATE_EPOCH that is no number', async () => {
    cpSync(SOURCE, join(sources, 'a.txt'))
    const {code, stderr} = await qyzmet(['build', '--sources', sources, '--out', dist], {env: {SOURCE_DATE_EPOCH: 'today'}})
    expect(code).toBe(2)
    expect(stderr).toContain('SOURCE_DATE_EPOCH is «today»')
    expect(readFileSync(join(dist, 'data', 'index.json'), 'utf8')).toBe('old')
  })
})

describe('progress', () => {
  test('on a terminal one line is written over; elsewhere nothing but the summary', async () => {
    const quiet = await qyzmet(['check', SOURCE, '--sources', 'nowhere'])
    expect(quiet.stderr.split('\n')).toHaveLength(2)
    const live = await qyzmet(['check', SOURCE, '--sources', 'nowhere'], {isTTY: true})
    expect(live.stderr).toContain('\r\u001b[Kparse')
    expect(live.stderr.endsWith(quiet.stderr)).toBe(true)
    expect(live.stdout).toBe(quiet.stdout)
  })
})

/** The text as a program saves it in windows-1251: what the code page lacks becomes «?». */
function lossy(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) return code
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : ({'«': 0xab, '»': 0xbb, '№': 0xb9, і: 0xb3}[letter] ?? 0x3f)
  })
}

/** Ends in the middle of a table. */
function cutOff(text: string): string {
  const lines = text.split('\n')
  return lines.slice(0, Math.floor(lines.length * 0.4)).join('\n')
}

/** A manifest with one of its entries only. */
function onlyEntry(manifest: string, file: string): string {
  const [head = '', ...entries] = manifest.split(/^(?= {2}- file:)/mu)
  return head + entries.filter((entry) => entry.includes(file)).join('')
}
