/**
 * Patterns over text from outside are linear: every literal of these folders is attacked with strings made to hold it up.
 * What the tree of a source holds has come through `bounded`, and so have the strings.
 */
import {describe, expect, it, test} from 'vitest'
import {bounded, LONGEST_GAP, LONGEST_WORD} from '../../parser/repair/bounds.ts'
import {attacksOn, attackThatHolds, findPatterns, parsePattern} from './support/patterns.ts'

/** Folders all of whose patterns are held to it. */
const FOLDERS = ['templates', 'scripts/lib', 'site/search', 'site/scripts']

test.each(FOLDERS)(
  'no pattern of %s can be held up',
  (folder) => {
    const patterns = findPatterns([folder])
    expect(patterns.length).toBeGreaterThan(3)
    const held = patterns.flatMap((pattern) => {
      const verdict = attackThatHolds(pattern, bounded)
      return verdict ? [`${pattern.file}:${String(pattern.line)} ${JSON.stringify(verdict)}`] : []
    })
    expect(held).toEqual([])
  },
  600_000,
)

describe('the attacks', () => {
  const verdict = (source: string) => attackThatHolds({file: '', line: 0, source, flags: 'u'})

  it.each(['(?:a+)+$', '^(?:a|a)*b$', 'a*a*b', '\\s+$', '(?:\\d+-?)+x', '«.*».*;', ',\\s*\\S*\\s*;'])('hold up /%s/', (source) => {
    expect(verdict(source)).not.toBeNull()
  })

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
