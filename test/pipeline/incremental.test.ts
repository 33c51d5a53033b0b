/** What earlier builds made is used again where it would be made the same, and never where it would not: same bytes, whatever is kept. */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {DataSummary} from '../../scripts/lib/data/stage.ts'
import {publishData} from '../support/data.ts'

/** A source that teaches the names of offices, and one that is read with them; small enough to be read often. */
const SOURCES = ['2010-76.md', '2011-431.pdf.txt']
const root = mkdtempSync(join(tmpdir(), 'qyzmet-incremental-'))
const sources = join(root, 'sources')
const cache = join(root, 'cache')
const texts = new Map(SOURCES.map((file) => [file, readFileSync(join('sources', file), 'utf8')]))
let build = 0

/** Writes the sources as they are now; without a manifest, so that any text may stand in them. */
function put(changed: ReadonlyMap<string, string>): void {
  for (const [file, text] of texts) writeFileSync(join(sources, file), changed.get(file) ?? text)
}

/** Every file below a folder with its checksum. */
function sums(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = files.map(({parentPath, name}) => join(parentPath, name)).sort()
  return Object.fromEntries(paths.map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]))
}

async function publish(
  options: {cache?: string | null; jobs?: number} = {},
): Promise<{sums: Record<string, string>; reused: DataSummary['reused']}> {
  const out = join(root, `dist-${String(build++)}`)
  const {reused} = await publishData(sources, out, {cache, ...options})
  const found = sums(out)
  rmSync(out, {recursive: true})
  return {sums: found, reused}
}

/** A generator of numbers below one, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

/** Changes that people make, and some that nobody makes. */
const EDITS: readonly ((text: string, random: () => number) => string)[] = [
  // a word
  (text, random) => {
    const words = [...text.matchAll(/(?<=\s)\p{Ll}{5,}(?=[\s,.;])/gu)]
    const {0: word, index} = words[Math.floor(random() * words.length)]!
    return `${text.slice(0, index)}өзгертілген${text.slice(index + word.length)}`
  },
  // a line is lost
  (text, random) => {
    const lines = text.split('\n')
    lines.splice(Math.floor(random() * lines.length), 1)
    return lines.join('\n')
  },
  // two lines change places
  (text, random) => {
    const lines = text.split('\n')
    const at = Math.floor(random() * (lines.length - 1))
    lines.splice(at, 2, lines[at + 1]!, lines[at]!)
    return lines.join('\n')
  },
  // a number
  (text, random) => {
    const found = [...text.matchAll(/\d{2,}/gu)]
    const {0: number, index} = found[Math.floor(random() * found.length)]!
    return `${text.slice(0, index)}${String(Number(number) + 1)}${text.slice(index + number.length)}`
  },
]

beforeAll(() => {
  cpSync('sources', sources, {recursive: true, filter: (path) => !/\.(?:txt|md|yaml)$/u.test(path)})
  put(new Map())
})
afterAll(() => {
  rmSync(root, {recursive: true, force: true})
})

describe('a build of data with what earlier ones made', {timeout: 300_000}, () => {
  it('takes everything where nothing has changed', async () => {
    const first = await publish()
    const second = await publish()
    expect(second.sums).toEqual(first.sums)
    expect(Object.values(second.reused).map(({made}) => made)).toEqual(Object.values(second.reused).map(() => 0))
    expect(second.reused['parse']).toEqual({made: 0, reused: SOURCES.length})
    expect(first.reused['parse']).toEqual({made: SOURCES.length, reused: 0})
  })

  it('reads one source where a word of a point is changed, and makes anew only what is made of its standard', async () => {
    put(new Map([['2010-76.md', texts.get('2010-76.md')!.replace('мемлекеттік қызметті алушы', 'мемлекеттік қызметті тұтынушы')]]))
    const {sums: kept, reused} = await publish()
    expect(kept).toEqual((await publish({cache: null})).sums)
    expect(reused['parse']).toEqual({made: 1, reused: 1})
    expect(reused['register']).toEqual({made: 0, reused: 1})
    for (const stage of ['drawn', 'standard', 'act']) expect([stage, reused[stage]?.made]).toEqual([stage, 1])
  })

  it('gives the bytes of a build that makes all anew, whatever is changed', async () => {
    const random = numbers(9)
    for (let round = 0; round < 6; round++) {
      const file = SOURCES[Math.floor(random() * SOURCES.length)]!
      const edit = EDITS[round % EDITS.length]!
      put(new Map([[file, edit(texts.get(file)!, random)]]))
      expect([round, (await publish()).sums]).toEqual([round, (await publish({cache: null})).sums])
    }
  })

  it('gives the same bytes with threads and without', async () => {
    put(new Map())
    expect((await publish({cache: null, jobs: 2})).sums).toEqual((await publish()).sums)
  })

  it('makes anew what is damaged in the store', async () => {
    const whole = await publish()
    const entries = readdirSync(cache, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
    for (const [at, {parentPath, name}] of entries.entries()) {
      const path = join(parentPath, name)
      const bytes = readFileSync(path)
      writeFileSync(path, at % 2 === 0 ? bytes.subarray(0, bytes.length >> 1) : Buffer.concat([bytes, Buffer.from('?')]))
    }
    const after = await publish()
    expect(after.sums).toEqual(whole.sums)
    expect(after.reused['parse']?.reused).toBe(0)
  })

  it('gives right bytes after builds that were killed while they filled the store', async () => {
    const folder = join(root, 'killed')
    for (const milliseconds of [600, 1200, 2000, 3000]) {
      const command = ['scripts/qyzmet.mjs', 'build', '--sources', sources, '--out', join(root, 'killed-dist'), '--cache', folder]
      const child = spawn(process.execPath, command, {detached: true, stdio: 'ignore'})
      const ended = once(child, 'exit')
      await Promise.race([sleep(milliseconds), ended])
      if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL')
      await ended
    }
    expect((await publish({cache: folder})).sums).toEqual((await publish({cache: null})).sums)
  })

  it('is not kept from its work by a store that can not be written', async () => {
    const file = join(root, 'no-folder')
    writeFileSync(file, '')
    expect((await publish({cache: join(file, 'cache')})).sums).toEqual((await publish()).sums)
  })
})
