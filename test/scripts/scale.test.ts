/** The measure of growth: what it says, and that it notices a text that is not read as it was written. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'

const work = mkdtempSync(join(tmpdir(), 'scale-'))
afterAll(() => {
  rmSync(work, {recursive: true})
})

describe('npm run scale', {timeout: 300_000}, () => {
  const json = join(work, 'scale.json')
  const scale = () =>
    spawnSync(process.execPath, ['scripts/scale.ts', '--sizes', '1', '--unit', '2', '--steps', 'parse', '--work', work, '--json', json], {
      encoding: 'utf8',
    })

  it('measures learning and parsing, each in a process of its own', () => {
    const {status, stdout} = scale()
    expect(status).toBe(0)
    expect(stdout).toMatch(/^learn +2 .* ms +× 1\.00 +\d+ MB\nparse +2 /mu)
    const {results, wrong} = JSON.parse(readFileSync(json, 'utf8')) as {
      results: {step: string; seconds: number; megabytes: number}[]
      wrong: string[]
    }
    expect(results.map(({step}) => step)).toEqual(['learn', 'parse'])
    for (const {seconds, megabytes} of results) expect([seconds > 0.1, megabytes > 50]).toEqual([true, true])
    expect(wrong).toEqual([])
  })

  it('fails where what is read is not what was written', () => {
    const truth = join(work, 'corpus-2.expected.jsonl')
    const [first = '', second = ''] = readFileSync(truth, 'utf8').trimEnd().split('\n')
    const {id, points, ...rest} = JSON.parse(first) as {id: string; points: number}
    const missing = second.replace(/"id":"[^"]+"/u, '"id":"2001-1-1"')
    writeFileSync(truth, `${JSON.stringify({id, points: points + 1, ...rest})}\n${missing}\n`)
    const {status, stderr} = scale()
    expect(status).toBe(1)
    expect(stderr).toContain(`${id}: not as written`)
    expect(stderr).toContain('2001-1-1: not read')
  })

  it('tells wrong usage', () => {
    const {status, stderr} = spawnSync(process.execPath, ['scripts/scale.ts', '--steps', 'pars'], {encoding: 'utf8'})
    expect(status).toBe(2)
    expect(stderr).toContain('npm run scale -- [options]')
  })
})
