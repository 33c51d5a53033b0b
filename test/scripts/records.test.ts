/** Parsing as a filter: whatever shares the records out, each has its answer, in its place, as if all had been read together. */
import {spawn, spawnSync} from 'node:child_process'
import {EventEmitter} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, test} from 'vitest'
import {learnFrom, readKnowledge, type Learned} from '../../scripts/lib/sources/knowledge.ts'
import {parseSources} from '../../scripts/lib/sources/pipeline.ts'
import {parseRecords} from '../../scripts/lib/sources/records.ts'
import {readSources} from '../../scripts/lib/sources/sources.ts'
import {qyzmet} from '../support/command.ts'

const {inputs} = await readSources('sources')
const folder = mkdtempSync(join(tmpdir(), 'records-'))
const knowledge = join(folder, 'knowledge.json')
const QUIET = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}
/** Texts as records, and lines that are none, mixed. */
const SOURCES = inputs.map(({file, bytes}) => JSON.stringify({file, text: Buffer.from(bytes).toString(), note: 'not read'}))
const LINES = [
  SOURCES[2]!,
  'no JSON',
  SOURCES[4]!,
  '',
  '{"file": "empty.md"}',
  SOURCES[1]!,
  '{"file": "a.md", "text": "Бүгін ауа райы жақсы."}',
]

beforeAll(async () => {
  expect((await qyzmet(['learn', '--out', knowledge])).code).toBe(0)
}, 300_000)
afterAll(() => {
  rmSync(folder, {recursive: true})
})

const answersOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as {file: string | null; error?: string; standards?: {id: string}[]})

/** A command of this program in a process of its own. */
function run(args: readonly string[], input: string): Promise<{code: number | null; stdout: string}> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/qyzmet.mjs', ...args], {stdio: ['pipe', 'pipe', 'inherit']})
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', (code) => {
      resolve({code, stdout: Buffer.concat(chunks).toString()})
    })
    child.stdin.end(input)
  })
}

/** Five sources are read several times over. */
const LONG = {timeout: 300_000}

describe('knowledge in a file', LONG, () => {
  it('is what is learned from the sources', async () => {
    const fresh = learnFrom(inputs, QUIET)
    const read = await readKnowledge(knowledge)
    expect(read.knowledge.words.words).toEqual(fresh.knowledge.words.words)
    expect(read.knowledge.words.total).toBe(fresh.knowledge.words.total)
    expect(read.knowledge.tables).toEqual(fresh.knowledge.tables)
    expect([...read.entries.values()].map(({file}) => file)).toEqual(inputs.map(({file}) => file))
  })

  it.each([
    ['nowhere.json', null, "the file can't be read"],
    ['text.json', 'no JSON', 'this is no JSON'],
    ['other.json', '{"words": []}', 'this is not what «qyzmet learn»'],
  ])('%s is refused', async (name, content, message) => {
    const path = join(folder, name)
    if (content !== null) writeFileSync(path, content)
    const {code, stdout, stderr} = await qyzmet(['parse', '--records', 'paths', '--knowledge', path])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(message)
  })
})

describe('parse --records', LONG, () => {
  it('gives of each source alone what it gives in the collection', async () => {
    const together = parseSources(inputs, QUIET).map(
      ({input, result: {resolution, standards, amendments, diagnostics, coverage, format}}) => ({
        file: input.file,
        format,
        resolution,
        standards,
        amendments,
        diagnostics,
        coverage,
      }),
    )
    const {code, stdout, stderr} = await qyzmet(['parse', '--records', 'json', '--knowledge', knowledge], {stdin: SOURCES.join('\n')})
    expect([code, stderr]).toEqual([0, ''])
    expect(answersOf(stdout)).toEqual(JSON.parse(JSON.stringify(together)))
  })

  it('a file alone too', async () => {
    const {stdout} = await qyzmet(['parse', 'sources/2011-431.pdf.txt', '--knowledge', knowledge])
    const {stdout: known} = await qyzmet(['parse', 'sources/2011-431.pdf.txt', '--sources', 'sources'])
    expect(stdout).toBe(known)
  })

  it('answers every line in its place, those that are no records with what is wrong', async () => {
    const {code, stdout, stderr} = await qyzmet(['parse', '--records', 'json', '--knowledge', knowledge], {stdin: LINES.join('\n')})
    expect(code).toBe(0)
    expect(stderr).toBe('7 records, 3 of them not read: see their lines\n')
    expect(answersOf(stdout).map(({file, error, standards}) => [file, error ?? standards?.length])).toEqual([
      [inputs[2]!.file, 2],
      [null, 'the line is not JSON'],
      [inputs[4]!.file, 4],
      [null, 'the line is empty'],
      ['empty.md', 'the record needs either «text» or «base64»'],
      [inputs[1]!.file, 1],
      ['a.md', 0],
    ])
  })

  it('paths, texts in base64, formats', async () => {
    const stdin = ['sources/2011-431.pdf.txt\r', 'nowhere.md', 'sources', '/dev/zero'].join('\n')
    const paths = await qyzmet(['parse', '--records', 'paths', '--knowledge', knowledge], {stdin})
    expect(paths.code).toBe(0)
    const [first, ...others] = answersOf(paths.stdout)
    expect([first?.file, first?.standards?.length]).toEqual(['sources/2011-431.pdf.txt', 2])
    expect(others.map(({file, error}) => [file, error?.slice(0, 24)])).toEqual([
      ['nowhere.md', "the file can't be read: "],
      ['sources', 'this is not a file'],
      ['/dev/zero', 'this is not a file'],
    ])
    const base64 = Buffer.from(`\ufeff${inputs[2]!.bytes.toString()}`, 'utf16le').toString('base64')
    const record = JSON.stringify({file: 'a.txt', base64, format: 'pdf-text'})
    const encoded = await qyzmet(['parse', '--records', 'json', '--knowledge', knowledge], {stdin: record})
    expect(answersOf(encoded.stdout)[0]).toMatchObject({file: 'a.txt', format: 'pdf-text'})
  })

  it('wrong usage', async () => {
    for (const [args, message] of [
      [['--records', 'jsn'], 'unknown kind of records «jsn»; did you mean json?'],
      [['--records', 'paths', 'a.md'], 'records come from standard input, not from «a.md»'],
      [[], 'expected FILE|-, got nothing'],
    ] as const) {
      const {code, stderr} = await qyzmet(['parse', ...args])
      expect(code).toBe(2)
      expect(stderr).toContain(message)
    }
  })
})

describe('the stream of records', () => {
  let learned: Learned
  beforeAll(async () => {
    learned = await readKnowledge(knowledge)
  })

  async function stream(chunks: readonly Uint8Array[], longest?: number): Promise<ReturnType<typeof answersOf>> {
    let stdout = ''
    const stdin = (async function* () {
      await Promise.resolve()
      yield* chunks
    })()
    const write = (text: string | Uint8Array) => (stdout += String(text))
    await parseRecords({stdin, stdout: {write}}, {kind: 'json', learned, ...(longest === undefined ? {} : {longest})})
    return answersOf(stdout)
  }

  it('may be cut anywhere, in the middle of a letter too', async () => {
    const lines = [1, 2, 3].map((at) => JSON.stringify({file: `${at}.md`, text: `Қазақстан ${at}`}))
    const bytes = Buffer.from(lines.join('\n'))
    const whole = await stream([bytes])
    expect(whole.map(({file}) => file)).toEqual(['1.md', '2.md', '3.md'])
    for (const size of [1, 7, 40]) {
      const chunks = Array.from({length: Math.ceil(bytes.length / size)}, (_, at) => bytes.subarray(at * size, (at + 1) * size))
      expect(await stream(chunks)).toEqual(whole)
    }
  })

  it('holds no line that is too long, and goes on behind it', async () => {
    const endless = Array.from({length: 50}, () => Buffer.alloc(1000, 'x'))
    const answers = await stream([...endless, Buffer.from('\n{"file": "b.md", "text": "Бір"}\n')], 5000)
    expect(answers.map(({file, error}) => [file, error])).toEqual([
      [null, 'the line is too long to be a record'],
      ['b.md', undefined],
    ])
  })

  it('is not UTF-8 at one line: the others are read', async () => {
    const answers = await stream([Buffer.from([0xd0, 0x0a]), Buffer.from('{"file": "b.md", "text": "Бір"}')])
    expect(answers.map(({file, error}) => [file, error?.slice(0, 21)])).toEqual([
      [null, 'the line is not UTF-8'],
      ['b.md', undefined],
    ])
  })

  it('waits for a reader that is slower', async () => {
    const stdout = Object.assign(new EventEmitter(), {
      waiting: 0,
      most: 0,
      write() {
        stdout.most = Math.max(stdout.most, ++stdout.waiting)
        setTimeout(() => {
          stdout.waiting--
          stdout.emit('drain')
        }, 5)
        return false
      },
    })
    const stdin = (async function* () {
      await Promise.resolve()
      yield Buffer.from('{"file": "b.md", "text": "Бір"}\n'.repeat(10))
    })()
    expect(await parseRecords({stdin, stdout}, {kind: 'json', learned})).toEqual({records: 10, errors: 0})
    expect(stdout.most).toBe(1)
  })
})

describe('under an engine', () => {
  const command = ['parse', '--records', 'json', '--knowledge', knowledge]

  it('that shares the records out among processes: the same as one process', LONG, async () => {
    const one = await run(command, `${LINES.join('\n')}\n`)
    expect(one.code).toBe(0)
    const processes = 3
    const parts = await Promise.all(
      Array.from({length: processes}, (_, which) =>
        run(
          command,
          LINES.filter((_line, at) => at % processes === which)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      ),
    )
    expect(parts.map(({code}) => code)).toEqual([0, 0, 0])
    const lines = parts.map(({stdout}) => stdout.trimEnd().split('\n'))
    const merged = LINES.map((_, at) => lines[at % processes]![Math.floor(at / processes)])
    expect(merged).toEqual(one.stdout.trimEnd().split('\n'))
  })

  const version = spawnSync('parallel', ['--version'], {encoding: 'utf8'})
  const isThere = version.status === 0 && version.stdout.startsWith('GNU parallel')
  const why = isThere ? '' : ' (skipped: GNU parallel is not installed; Debian has it in the package «parallel»)'

  test.skipIf(!isThere)(`GNU parallel, a pipe of records and a file each${why}`, LONG, async () => {
    const qyzmetCommand = `${process.execPath} ${join(process.cwd(), 'scripts/qyzmet.mjs')} parse --knowledge ${knowledge}`
    const paths = inputs.filter(({bytes}) => bytes.length < 400_000).map(({file}) => join(process.cwd(), 'sources', file))
    const env = {...process.env, PARALLEL_HOME: folder}
    const piped = spawnSync('parallel', ['--will-cite', '-k', '-j2', '--pipe', '-N1', `${qyzmetCommand} --records paths`], {
      input: `${paths.join('\n')}\n`,
      encoding: 'utf8',
      env,
      maxBuffer: 1e9,
    })
    expect([piped.status, piped.stderr]).toEqual([0, ''])
    const one = await run(['parse', '--records', 'paths', '--knowledge', knowledge], `${paths.join('\n')}\n`)
    expect(piped.stdout).toBe(one.stdout)
    const each = spawnSync('parallel', ['--will-cite', '-j2', `${qyzmetCommand} {} --json > ${folder}/{/}.json`, ':::', ...paths], {
      encoding: 'utf8',
      env,
    })
    expect(each.status).toBe(0)
    for (const [at, answer] of answersOf(one.stdout).entries()) {
      const {standards} = JSON.parse(readFileSync(join(folder, `${basename(paths[at]!)}.json`), 'utf8')) as {standards: unknown}
      expect(standards).toEqual(answer.standards)
    }
  })
})
