/**
 * Patterns over text from outside are linear: every one of the program is attacked with strings made to hold it up, literals
 * and those put together. These get their strings as they come; those of the parser (patterns-parser.test.ts) get what the
 * bounds leave of them.
 */
import {spawnSync} from 'node:child_process'
import {beforeAll, describe, expect, it, test} from 'vitest'
import {bounded, LONGEST_GAP, LONGEST_WORD} from '../../parser/repair/bounds.ts'
import {attacksOn, attackThatHolds, findBuilders, findPatterns, parsePattern, type Built} from './support/patterns.ts'

/** Time is measured: what a busy machine has slowed once passes when tried again, what is held up does not. */
const MACHINE = 2

test.each(['templates', 'scripts', 'site'])('no pattern of %s can be held up', {timeout: 300_000, retry: MACHINE}, (folder) => {
  const patterns = findPatterns([folder])
  expect(patterns.length).toBeGreaterThan(50)
  expect(patterns.flatMap((pattern) => attackThatHolds(pattern) ?? [])).toEqual([])
})

describe('patterns that are put together', () => {
  /** Made of a number of the program, of a literal that is tested, or of words whose signs are escaped: none can be chosen. */
  const READ = [
    'parser/amend/insert.ts',
    'parser/forms/choice.ts',
    'parser/register/name.ts',
    'site/prepare/edition.ts',
    'templates/reports/collect/offices.ts',
  ]
  let built: Built[]
  beforeAll(() => {
    const {stdout, stderr, status} = spawnSync(process.execPath, ['test/fuzz/support/collect-patterns.ts'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    expect(status, stderr).toBe(0)
    built = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Built)
  }, 300_000)

  it('are all seen, but those that cannot be chosen', () => {
    const seen = new Set(built.map(({file, line}) => `${file}:${String(line)}`))
    const unseen = findBuilders(['parser', 'templates', 'site', 'scripts']).filter((place) => !seen.has(place))
    expect(unseen.map((place) => place.split(':')[0]).filter((file) => !READ.includes(file ?? ''))).toEqual([])
  })

  it('cannot be held up', {timeout: 300_000, retry: MACHINE}, () => {
    const held = built.flatMap((pattern) => attackThatHolds(pattern, pattern.file.startsWith('parser/') ? bounded : undefined) ?? [])
    expect(held).toEqual([])
  })
})

describe('the attacks', () => {
  const verdict = (source: string) => attackThatHolds({file: '', line: 0, source, flags: 'u'})

  it.each(['(?:a+)+$', '^(?:a|a)*b$', 'a*a*b', '\\s+$', '(?:\\d+-?)+x', '«.*».*;', ',\\s*\\S*\\s*;', '^(?:ф\\.?|[\\d.])+$'])(
    'hold up /%s/',
    (source) => {
      expect(verdict(source)).not.toBeNull()
    },
  )

  it.each(['^a+b', '(?<!\\s)\\s+$', 'қосымша', '[^;]{0,40};', '^\\d{1,3}[.)]\\s?'])('do not hold up /%s/', (source) => {
    expect(verdict(source)).toBeNull()
  })

  it('repeat what the pattern repeats, behind what leads there', () => {
    expect(attacksOn(parsePattern('x(?:ab)+', 'u'))).toContainEqual({prefix: 'x', pump: 'ab', suffix: '\u0001'})
  })
})

describe('the bounds', () => {
  it('leave a text of law as it is', () => {
    const line = `      1. Өтініш ${'_'.repeat(200)} ${' '.repeat(60)} қолы`
    expect(bounded(line)).toBe(line)
  })

  it('narrow a gap and part a word', () => {
    expect(bounded(`а${' '.repeat(5000)}б`)).toBe(`а${' '.repeat(LONGEST_GAP)}б`)
    const parts = bounded('ә'.repeat(1200)).split(' ')
    expect(parts.map(({length}) => length)).toEqual([LONGEST_WORD, LONGEST_WORD, 200])
  })
})
