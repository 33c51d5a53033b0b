import {describe, expect, it} from 'vitest'
import {joined, Run, setting} from '../../../scripts/bench/run.ts'

const machine = {node: 'v24.0.0', cores: 2, cpu: 'a processor', system: 'linux x64', memory: 1}
const run = (subject: string, value: number, load: number, more: Partial<Run> = {}): Run => ({
  machine,
  load: {before: load, after: load},
  rounds: 3,
  milliseconds: 1000,
  chapters: [{subject, title: subject, figures: [{id: `${subject}/one`, what: '', unit: 'count', value}]}],
  failed: [],
  ...more,
})

describe('several runs as one', () => {
  it('take the last of a subject, the greatest load, all of the time', () => {
    const all = joined([run('parse', 1, 5), run('forms', 2, 0.2), run('parse', 3, 1)])
    expect(all.chapters.map(({subject, figures}) => [subject, figures[0]?.value])).toEqual([
      ['parse', 3],
      ['forms', 2],
    ])
    expect(all).toMatchObject({load: {before: 5, after: 5}, milliseconds: 3000})
  })

  it('have failed only where no run had the subject', () => {
    const failing = (...failed: string[]) => run('parse', 1, 0, {failed})
    expect(joined([failing('forms', 'build'), run('forms', 2, 0)]).failed).toEqual(['build'])
  })

  it('must be of one machine, and some', () => {
    expect(() => joined([run('parse', 1, 0), run('forms', 1, 0, {machine: {...machine, cores: 8}})])).toThrow('different machines')
    expect(() => joined([])).toThrow('no run')
  })
})

it('a run says what it was taken on', () => {
  expect(setting(run('parse', 1, 5.31))).toBe(
    'Node v24.0.0, 2 cores (a processor), load 5.3 before and 5.3 after, medians of 3 rounds taken in turns, 1.0 s in all',
  )
})

it('what was kept is read back as it was, and nothing else is', () => {
  const kept = run('parse', 1, 0)
  expect(Run.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(Run.safeParse({chapters: []}).success).toBe(false)
})
