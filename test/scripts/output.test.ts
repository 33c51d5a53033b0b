import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {runCleanups} from '../../scripts/lib/cleanup.ts'
import {mergeInto, openOutput, writeFiles} from '../../scripts/lib/output.ts'

let folder: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-output-'))
  target = join(folder, 'dist')
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

/** What a build before this one has left. */
function oldBuild(at = target): void {
  mkdirSync(join(at, 'data'), {recursive: true})
  writeFileSync(join(at, 'data', 'index.json'), 'old')
}

const content = () => readFileSync(join(target, 'data', 'index.json'), 'utf8')

test('the new folder takes the place of the old one, and nothing is left beside it', async () => {
  oldBuild()
  writeFileSync(join(target, 'gone.html'), '')
  const output = await openOutput(target, [])
  await writeFiles(output.folder, new Map([['data/index.json', 'new']]))
  expect(content()).toBe('old')
  await output.commit()
  expect(content()).toBe('new')
  expect(readdirSync(target)).toEqual(['data'])
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('an abandoned build leaves the old folder as it was', async () => {
  oldBuild()
  const output = await openOutput(target, [])
  await writeFiles(output.folder, new Map([['data/index.json', 'half']]))
  output.abandon()
  expect(content()).toBe('old')
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('a build that is told to stop cleans up', async () => {
  oldBuild()
  await openOutput(target, [])
  runCleanups()
  expect(content()).toBe('old')
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('the parents of a new target are made', async () => {
  const output = await openOutput(join(folder, 'a', 'b'), [])
  await writeFiles(output.folder, new Map([['x', 'y']]))
  await output.commit()
  expect(readFileSync(join(folder, 'a', 'b', 'x'), 'utf8')).toBe('y')
})

test('a link to a folder stays a link', async () => {
  oldBuild(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), target)
  const output = await openOutput(target, [])
  await writeFiles(output.folder, new Map([['data/index.json', 'new']]))
  await output.commit()
  expect(readFileSync(join(folder, 'real', 'data', 'index.json'), 'utf8')).toBe('new')
  expect(content()).toBe('new')
})

test('links in an old build go with it; what they lead to stays', async () => {
  oldBuild()
  mkdirSync(join(folder, 'home'))
  writeFileSync(join(folder, 'home', 'thesis.txt'), 'years of work')
  symlinkSync(join(folder, 'home'), join(target, 'home'))
  symlinkSync(join(folder, 'home', 'thesis.txt'), join(target, 'index.html'))
  const output = await openOutput(target, [])
  await writeFiles(
    output.folder,
    new Map([
      ['data/index.json', 'new'],
      ['index.html', 'new'],
      ['home/thesis.txt', 'new'],
    ]),
  )
  await output.commit()
  expect(readFileSync(join(folder, 'home', 'thesis.txt'), 'utf8')).toBe('years of work')
  expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe('new')
})

describe('two builds at once', () => {
  test('the second is refused, and the first goes on', async () => {
    const first = await openOutput(target, [])
    await expect(openOutput(target, [])).rejects.toThrow(`process ${String(process.pid)} is building`)
    await writeFiles(first.folder, new Map([['data/index.json', 'first']]))
    await first.commit()
    expect(content()).toBe('first')
  })

  test('the lock of a process that is gone is taken over', async () => {
    // No system gives out process numbers this high.
    writeFileSync(join(folder, '.dist.lock'), '4194399999\n')
    const output = await openOutput(target, [])
    output.abandon()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('what a killed build has left', () => {
  test('a half-written folder is removed', async () => {
    oldBuild()
    mkdirSync(join(folder, '.dist.building-1', 'out'), {recursive: true})
    ;(await openOutput(target, [])).abandon()
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(content()).toBe('old')
  })

  test('killed between the two renames: the old folder comes back', async () => {
    oldBuild(join(folder, '.dist.previous-1'))
    ;(await openOutput(target, [])).abandon()
    expect(content()).toBe('old')
  })

  test('killed after them: the old folder goes', async () => {
    oldBuild()
    oldBuild(join(folder, '.dist.previous-1'))
    ;(await openOutput(target, [])).abandon()
    expect(readdirSync(folder)).toEqual(['dist'])
  })
})

describe('a target that must not be replaced', () => {
  test('a folder that no build has made', async () => {
    mkdirSync(target)
    writeFileSync(join(target, 'thesis.txt'), 'years of work')
    await expect(openOutput(target, [])).rejects.toThrow('no build has made')
    expect(existsSync(join(target, 'thesis.txt'))).toBe(true)
  })

  test('the sources, a folder that holds them, a folder in them', async () => {
    const sources = join(target, 'sources')
    oldBuild()
    mkdirSync(sources)
    await expect(openOutput(sources, [sources])).rejects.toThrow('would replace')
    await expect(openOutput(target, [sources])).rejects.toThrow('would replace')
    await expect(openOutput(join(sources, 'dist'), [sources])).rejects.toThrow('lies inside')
    expect(existsSync(sources)).toBe(true)
  })

  test('what a link leads to, where no build has made it, or where it is a file', async () => {
    mkdirSync(join(folder, 'home'))
    writeFileSync(join(folder, 'home', 'thesis.txt'), 'years of work')
    symlinkSync(join(folder, 'home'), target)
    await expect(openOutput(target, [])).rejects.toThrow('no build has made')
    rmSync(target)
    symlinkSync(join(folder, 'home', 'thesis.txt'), target)
    await expect(openOutput(target, [])).rejects.toThrow('is a file')
    expect(readFileSync(join(folder, 'home', 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  test('the sources, by a link', async () => {
    const sources = join(folder, 'sources')
    oldBuild(sources)
    symlinkSync(sources, target)
    await expect(openOutput(target, [sources])).rejects.toThrow('would replace')
    expect(readFileSync(join(sources, 'data', 'index.json'), 'utf8')).toBe('old')
  })

  test('a file', async () => {
    writeFileSync(target, '')
    await expect(openOutput(target, [])).rejects.toThrow('is a file')
  })
})

test('merging joins folders and refuses two files of one path', async () => {
  const [a, b] = [join(folder, 'a'), join(folder, 'b')]
  await writeFiles(a, new Map([['x/1', 'a']]))
  await writeFiles(b, new Map([['x/2', 'b']]))
  await mergeInto(a, b)
  expect(readdirSync(join(b, 'x'))).toEqual(['1', '2'])
  await writeFiles(a, new Map([['x/1', 'again']]))
  await expect(mergeInto(a, b)).rejects.toThrow('both write')
})
