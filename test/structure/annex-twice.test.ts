/** An annex of a Markdown source that stands there twice. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'

const lines = readFileSync(new URL('../../sources/2010-76.md', import.meta.url), 'utf8').split('\n')
const read = (text: string[]) => parse({file: 'act.md', bytes: new TextEncoder().encode(text.join('\n')), format: 'markdown'})
const [standard] = read(lines).standards
const form = standard!.annexes.find(({kind}) => kind === 'form')!
const printed = lines.slice(form.lines[0] - 1, form.lines[1])
const withCopy = (copy: string[]) => read([...lines.slice(0, form.lines[1]), '', ...copy, '', ...lines.slice(form.lines[1])])
const said = (act: ReturnType<typeof read>) => act.diagnostics.filter(({rule}) => rule.startsWith('structure/annex'))

describe('an annex printed twice', () => {
  it.each([
    ['in the same words', printed],
    ['with other marks', printed.map((line) => line.replace(/_{3,}/gu, '____').replace(/;$/u, ','))],
  ])('%s is published once', (_, copy) => {
    const act = withCopy(copy)
    expect(act.standards[0]?.annexes.map(({kind}) => kind)).toEqual(standard!.annexes.map(({kind}) => kind))
    expect(said(act)).toMatchObject([{rule: 'structure/annex-twice', message: expect.stringContaining('published once') as string}])
    expect(act.coverage.unaccounted).toBe(0)
  })

  it('with a line changed is said to be a repeat', () => {
    const copy = [...printed]
    const last = copy.findLastIndex((line) => line.trim() !== '')
    copy[last] = `${copy[last]!} және тағы бір сөз`
    const act = withCopy(copy)
    expect(act.standards[0]?.annexes).toHaveLength(standard!.annexes.length + 1)
    expect(said(act)[0]).toMatchObject({
      rule: 'structure/annex-twice',
      message: expect.stringContaining(`annex ${String(form.number)} is printed twice, in nearly the same words`) as string,
    })
  })
})
