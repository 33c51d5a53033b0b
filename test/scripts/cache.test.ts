import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {codeFolder, keyOf, linkIn, openCache, programVersion, prune, pruneDaily} from '../../scripts/lib/cache.ts'

const DAY = 24 * 60 * 60 * 1000

let folder: string
const files = () =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-cache-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true})
})

describe('the store of what earlier builds made', () => {
  it('gives back what it was given, by stage and key', () => {
    const cache = openCache(folder)
    cache.write('parse', keyOf('a'), 'мәтін')
    expect(openCache(folder).read('parse', keyOf('a'))?.toString()).toBe('мәтін')
    expect(cache.read('forms', keyOf('a'))).toBeNull()
    expect(cache.read('parse', keyOf('b'))).toBeNull()
  })

  it('has nothing where an entry is damaged or cut off', () => {
    const cache = openCache(folder)
    cache.write('parse', keyOf('a'), 'мәтін')
    const [file = ''] = files()
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, -1))
    expect(cache.read('parse', keyOf('a'))).toBeNull()
    whole[whole.length - 1]! ^= 1
    writeFileSync(file, whole)
    expect(cache.read('parse', keyOf('a'))).toBeNull()
    writeFileSync(file, '')
    expect(cache.read('parse', keyOf('a'))).toBeNull()
  })

  it('is no obstacle where it can not be written', () => {
    const file = join(folder, 'a file')
    writeFileSync(file, '')
    const cache = openCache(join(file, 'below'))
    cache.write('parse', keyOf('a'), 'мәтін')
    expect(cache.read('parse', keyOf('a'))).toBeNull()
  })

  it('keeps nothing where none is wanted', () => {
    const cache = openCache(null)
    cache.write('parse', keyOf('a'), 'мәтін')
    expect(cache.read('parse', keyOf('a'))).toBeNull()
  })

  it('writes no file that a link in it leads to, and throws none away', () => {
    const outside = mkdtempSync(join(tmpdir(), 'qyzmet-outside-'))
    const secret = join(outside, 'thesis.txt')
    writeFileSync(secret, 'years of work')
    utimesSync(secret, 1, 1)
    const cache = openCache(folder)
    cache.write('parse', keyOf('a'), 'мәтін')
    const [file = ''] = files()
    rmSync(file)
    symlinkSync(secret, file)
    symlinkSync(outside, join(folder, 'parse', 'zz'))
    // What lies there is no entry: it has not the checksum of one.
    expect(cache.read('parse', keyOf('a'))).toBeNull()
    cache.write('parse', keyOf('a'), 'мәтін')
    expect(cache.read('parse', keyOf('a'))?.toString()).toBe('мәтін')
    prune(folder, Date.now())
    expect(readFileSync(secret, 'utf8')).toBe('years of work')
    rmSync(outside, {recursive: true})
  })

  it('reads no entry that is a link, however right, and replaces it', () => {
    const outside = mkdtempSync(join(tmpdir(), 'qyzmet-outside-'))
    const cache = openCache(folder)
    cache.write('parse', keyOf('a'), 'мәтін')
    const [file = ''] = files()
    const elsewhere = join(outside, 'entry')
    renameSync(file, elsewhere)
    symlinkSync(elsewhere, file)
    expect(cache.read('parse', keyOf('a'))).toBeNull()
    cache.write('parse', keyOf('a'), 'мәтін')
    expect(lstatSync(file).isFile()).toBe(true)
    expect(cache.read('parse', keyOf('a'))?.toString()).toBe('мәтін')
    rmSync(outside, {recursive: true})
  })

  it.each(['parse', `parse/${keyOf('a').slice(0, 2)}`])(
    'writes and reads nothing through a link in the place of %s, and names it',
    (name) => {
      const outside = mkdtempSync(join(tmpdir(), 'qyzmet-outside-'))
      const [whole, other] = [join(outside, 'whole'), join(outside, 'other')]
      openCache(whole).write('parse', keyOf('a'), 'мәтін')
      mkdirSync(dirname(join(folder, name)), {recursive: true})
      expect(linkIn(folder)).toBeNull()
      // What lies there is an entry, and right.
      symlinkSync(join(whole, name), join(folder, name))
      const cache = openCache(folder)
      expect(cache.read('parse', keyOf('a'))).toBeNull()
      rmSync(join(folder, name))
      mkdirSync(other)
      symlinkSync(other, join(folder, name))
      openCache(folder).write('parse', keyOf('a'), 'мәтін')
      expect(readdirSync(other)).toEqual([])
      expect(linkIn(folder)).toBe(join(folder, name))
      rmSync(outside, {recursive: true})
    },
  )

  it('tells of a link where Node keeps code, whatever its name', () => {
    const outside = mkdtempSync(join(tmpdir(), 'qyzmet-outside-'))
    mkdirSync(codeFolder(folder))
    expect(linkIn(folder)).toBeNull()
    symlinkSync(outside, join(codeFolder(folder), 'v24.21.0-x64-1a2b3c-0'))
    expect(linkIn(folder)).toBe(join(codeFolder(folder), 'v24.21.0-x64-1a2b3c-0'))
    rmSync(outside, {recursive: true})
  })

  it('may lie behind a link itself: who names it means that', () => {
    const link = `${folder}-link`
    symlinkSync(folder, link)
    openCache(link).write('parse', keyOf('a'), 'мәтін')
    expect(openCache(link).read('parse', keyOf('a'))?.toString()).toBe('мәтін')
    expect(linkIn(link)).toBeNull()
    rmSync(link)
  })

  it('throws away what has long not been asked for, and keeps what has', () => {
    const cache = openCache(folder)
    const [old, used, young] = [keyOf('old'), keyOf('used'), keyOf('young')]
    for (const key of [old, used, young]) cache.write('parse', key, key)
    const now = Date.now()
    for (const file of files().filter((one) => !one.endsWith(young))) utimesSync(file, (now - 40 * DAY) / 1000, (now - 40 * DAY) / 1000)
    cache.read('parse', used)
    const kept = prune(folder, now)
    expect(cache.read('parse', old)).toBeNull()
    expect(cache.read('parse', used)?.toString()).toBe(used)
    expect(cache.read('parse', young)?.toString()).toBe(young)
    expect(kept).toBe(files().reduce((sum, file) => sum + statSync(file).size, 0))
  })
})

describe('throwing away', () => {
  it('is done once a day, whatever day the clock says', () => {
    const now = Date.now()
    const later = (days: number) => {
      openCache(folder).write('parse', keyOf('a'), 'a')
      const [file = ''] = files().filter((one) => one.includes('parse'))
      utimesSync(file, (now - 40 * DAY) / 1000, (now - 40 * DAY) / 1000)
      pruneDaily(folder, now + days * DAY)
      return files().includes(file)
    }
    expect([later(0), later(0.5), later(1.5), later(0)]).toEqual([false, true, false, false])
  })
})

describe('a key', () => {
  it('tells parts apart that read the same in a row', () => {
    expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'))
    expect(keyOf('a')).not.toBe(keyOf('a', ''))
    expect(keyOf('a', new TextEncoder().encode('b'))).toBe(keyOf('a', 'b'))
  })

  it('has the program in it: other folders, another version', () => {
    expect(programVersion(['parser'])).toBe(programVersion(['parser']))
    expect(programVersion(['parser'])).not.toBe(programVersion(['parser', 'templates']))
  })
})
