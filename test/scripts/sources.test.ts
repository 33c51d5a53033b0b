import {mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {formatDiagnostic} from '../../scripts/lib/command.ts'
import {checksum} from '../../scripts/lib/sources/received.ts'
import {readSources} from '../../scripts/lib/sources/sources.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-sources-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

const TEXT = 'Қазақстан Республикасы Үкіметінің 2012 жылғы 9 қазандағы № 1278 Қаулысы.\n'

function put(name: string, content = TEXT): void {
  writeFileSync(join(folder, name), content)
}

/** An entry as it should be; `change` replaces lines. */
function entry(file: string, change: Record<string, string> = {}): string {
  const fields = {
    file,
    act: "{number: '1278', date: 2012-10-09}",
    edition: '2012-10-09',
    format: 'markdown',
    sha256: checksum(TEXT),
    provenance: 'test',
    ...change,
  }
  return `  - ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n    ')}\n`
}

function manifest(...entries: string[]): void {
  writeFileSync(join(folder, 'manifest.yaml'), `sources:\n${entries.join('')}`)
}

async function problems(): Promise<string[]> {
  return (await readSources(folder)).diagnostics.map((problem) => formatDiagnostic(problem).replace(folder, 'S').replaceAll(folder, 'S'))
}

test('a file and its entry belong together', async () => {
  put('a.md')
  manifest(entry('a.md'))
  const {inputs, diagnostics} = await readSources(folder)
  expect(diagnostics).toEqual([])
  expect(inputs).toMatchObject([{file: 'a.md', format: 'markdown', manifest: {edition: '2012-10-09', act: {number: '1278'}}}])
})

test('a file without an entry is read, with nothing known of it', async () => {
  put('a.md')
  const {inputs, diagnostics} = await readSources(folder)
  expect(diagnostics).toEqual([])
  expect(inputs).toEqual([{file: 'a.md', bytes: expect.anything() as Uint8Array}])
})

test('files come in the order of their names; hidden files, backups, folders and descriptions are no sources', async () => {
  for (const name of ['b.md', 'a.md', '.hidden', 'a.md~', 'README.md']) put(name)
  mkdirSync(join(folder, 'old'))
  expect((await readSources(folder)).inputs.map(({file}) => file)).toEqual(['a.md', 'b.md'])
})

test('a folder or a dead link among the sources is said not to be read', async () => {
  put('a.md')
  manifest(entry('a.md'))
  mkdirSync(join(folder, '2013'))
  mkdirSync(join(folder, '.git'))
  symlinkSync(join(folder, 'gone.md'), join(folder, 'b.md'))
  expect((await problems()).sort()).toEqual([
    'S/2013: warning: this is a folder and was not read; put source texts themselves here [sources/not-read]',
    'S/b.md: warning: this is a link that leads nowhere and was not read; put source texts themselves here [sources/not-read]',
  ])
})

describe('links', () => {
  test('to a text of the folder: a file like others', async () => {
    put('.a.md')
    symlinkSync('.a.md', join(folder, 'a.md'))
    expect((await readSources(folder)).inputs.map(({file}) => file)).toEqual(['a.md'])
    expect(await problems()).toEqual([])
  })

  test.each([
    ['a text', 'a.md'],
    ['the manifest', 'manifest.yaml'],
  ])('%s that leads out of the folder is refused, not read', async (_, name) => {
    const outside = mkdtempSync(join(tmpdir(), 'qyzmet-outside-'))
    try {
      put('b.md')
      writeFileSync(join(outside, 'secret'), TEXT)
      symlinkSync(join(outside, 'secret'), join(folder, name))
      expect((await readSources(folder)).inputs.map(({file}) => file)).toEqual(['b.md'])
      expect(await problems()).toEqual([
        `S/${name}: error: this is a link that leads out of the folder and was not read; put the text itself here [sources/outside]`,
      ])
    } finally {
      rmSync(outside, {recursive: true, force: true})
    }
  })

  test('the folder itself may be one', async () => {
    put('a.md')
    const link = `${folder}-link`
    symlinkSync(folder, link)
    try {
      expect((await readSources(link)).inputs.map(({file}) => file)).toEqual(['a.md'])
    } finally {
      rmSync(link)
    }
  })
})

describe('a folder that can not be used', () => {
  test('missing', async () => {
    const {diagnostics} = await readSources(join(folder, 'nowhere'))
    expect(diagnostics).toMatchObject([
      {severity: 'error', rule: 'sources/no-folder', message: expect.stringContaining('--sources') as string},
    ])
  })

  test('empty', async () => {
    expect(await problems()).toEqual(['S: error: the folder holds no source texts; put at least one into it [sources/empty]'])
  })

  test('with an empty manifest only', async () => {
    manifest()
    expect(await problems()).toEqual(['S: error: the folder holds no source texts; put at least one into it [sources/empty]'])
  })

  test('a file in its place', async () => {
    put('a.md')
    expect((await readSources(join(folder, 'a.md'))).diagnostics).toMatchObject([{severity: 'error', rule: 'sources/unreadable'}])
  })

  test('with a file of a size no text has', async () => {
    put('a.md')
    truncateSync(join(folder, 'a.md'), 300 * 1024 * 1024)
    expect((await readSources(folder)).diagnostics).toMatchObject([{severity: 'error', rule: 'sources/too-large'}])
  })
})

describe('a manifest that is wrong', () => {
  beforeEach(() => {
    put('a.md')
  })

  test('an entry without its file', async () => {
    manifest(entry('a.md'), entry('b.md', {edition: '2013-01-01'}))
    expect(await problems()).toEqual(['S/manifest.yaml:8: error: there is no file S/b.md; add it or remove this entry [manifest/no-file]'])
  })

  test('another checksum', async () => {
    manifest(entry('a.md', {sha256: 'f'.repeat(64)}))
    const [only, ...more] = await problems()
    expect(only).toMatch(/^S\/manifest\.yaml:6: error: S\/a\.md is not the file this entry describes: its sha256 is [\da-f]{64}; /u)
    expect(more).toEqual([])
  })

  test('two files that claim the same edition', async () => {
    put('b.md')
    manifest(entry('a.md'), entry('b.md'))
    expect(await problems()).toEqual([
      'S/manifest.yaml:8: error: b.md and a.md (line 2) both claim to be № 1278 of 2012-10-09 in the edition of 2012-10-09; correct the edition or remove one [manifest/same-edition]',
    ])
  })

  test('two editions of one act are no error', async () => {
    put('b.md')
    manifest(entry('a.md'), entry('b.md', {edition: '2013-05-08'}))
    expect(await problems()).toEqual([])
  })

  test('two entries for one file', async () => {
    manifest(entry('a.md'), entry('a.md'))
    expect(await problems()).toEqual([
      'S/manifest.yaml:8: error: a.md already has an entry on line 2; remove one of the two [manifest/duplicate-file]',
    ])
  })

  test.each([
    ['a number without quotation marks', {act: '{number: 1278, date: 2012-10-09}'}, /:3: error: .*quotation marks: '1278'/u],
    ['a date in another form', {edition: '09.10.2012'}, /:4: error: .*write the date as 2012-10-09/u],
    ['an unknown format', {format: 'docx'}, /:5: error: .*"markdown"\|"html"\|"html-text"\|"pdf-text"/u],
    ['a shortened checksum', {sha256: 'abc'}, /:6: error: .*64 hexadecimal digits/u],
    ['a field of no meaning', {colour: 'red'}, /:2: error: .*colour/u],
    ['a path out of the folder', {file: '../a.md'}, /:2: error: .*without a path/u],
  ])('%s', async (_, change, message) => {
    manifest(entry('a.md', change))
    expect((await problems()).join('\n')).toMatch(message)
  })

  test('no YAML', async () => {
    writeFileSync(join(folder, 'manifest.yaml'), 'sources:\n  - file: "a.md\n')
    expect((await problems())[0]).toMatch(/^S\/manifest\.yaml:\d: error: not valid YAML: /u)
  })

  test('doubtful YAML is named and read', async () => {
    put('a.md')
    writeFileSync(join(folder, 'manifest.yaml'), `sources:\n${entry('a.md', {provenance: '!made-up test'})}`)
    expect((await problems())[0]).toMatch(/^S\/manifest\.yaml:7: warning: doubtful YAML: .*made-up/u)
  })

  test('aliases of aliases that would fill the memory', async () => {
    const levels = Array.from(
      {length: 12},
      (_, n) => `l${String(n)}: &l${String(n)} [${n === 0 ? 'a, a' : `${`*l${String(n - 1)}, `.repeat(9)}a`}]\n`,
    )
    writeFileSync(join(folder, 'manifest.yaml'), `${levels.join('')}sources: *l11\n`)
    expect((await problems())[0]).toMatch(/^S\/manifest\.yaml:1: error: not usable YAML: /u)
  })
})
