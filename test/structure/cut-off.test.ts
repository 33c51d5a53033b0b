import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parse} from '../../parser/index.ts'

const SOURCE = 'sources/2011-431.pdf.txt'
const text = readFileSync(SOURCE, 'utf8')

/** What is said of the source cut off before the line that begins so, the last such line. */
function cutBefore(start: string): {line: number | null; message: string}[] {
  const lines = text.split('\n')
  const at = lines.findLastIndex((line) => line.trim().startsWith(start))
  expect(at).toBeGreaterThan(0)
  return cutOffs(lines.slice(0, at).join('\n'))
}

function cutOffs(source: string): {line: number | null; message: string}[] {
  const {diagnostics} = parse({file: 'a.txt', bytes: new TextEncoder().encode(source)})
  return diagnostics.filter(({rule}) => rule === 'structure/cut-off').map(({line, message}) => ({line, message}))
}

test('a whole source is not said to be cut off', () => {
  expect(cutOffs(text)).toEqual([])
})

describe('the end is missing', () => {
  test('from the third section of the last standard on', () => {
    const [only] = cutBefore('3. Жұмыс қағидаттары')
    expect(only?.message).toContain('ends in section 2 of 5')
  })

  test('from the last annexes on: the points speak of them', () => {
    const share = text.slice(0, Math.floor(text.length * 0.8))
    const [only] = cutOffs(share)
    expect(only?.message).toMatch(/speaks of annex [\d, ]*4, and the text ends before it/u)
    expect(only?.line).toBe(share.trimEnd().split('\n').length)
  })
})
