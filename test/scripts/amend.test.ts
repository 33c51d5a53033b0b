/** `qyzmet amend` on the command line: what it prints where, and how it ends. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {qyzmet} from '../support/command.ts'

const folder = new URL('../amend/', import.meta.url).pathname
const base = `${folder}bases/act-1278.md`
const nowhere = ['--sources', '/no/such/folder']

describe('qyzmet amend', () => {
  it('prints the consolidated text, and what became of each instruction on standard error', async () => {
    const {code, stdout, stderr} = await qyzmet(['amend', base, `${folder}cases/restate-point.md`, ...nowhere])
    expect(code).toBe(0)
    expect(Buffer.from(stdout).toString()).toContain('2. Көрсетілетін мемлекеттік қызмет нысаны: толық автоматтандырылған.')
    expect(stderr).toContain('restate-point.md:11: applied: 1 «Бұқаралық ақпарат құралдарын есепке қою», 2-тармақ (restate)')
    expect(stderr).toContain('1 instruction applied, 0 refused')
  })

  it('with --json gives instructions, resolution and standards, and ends with 1 where one is refused', async () => {
    const amending = readFileSync(`${folder}cases/contradictory.md`)
    const {code, stdout} = await qyzmet(['amend', base, '-', '--json', ...nowhere], {stdin: amending})
    const result = JSON.parse(stdout) as {
      instructions: {status: string}[]
      resolution: {id: string; source: object}
      standards: {id: string}[]
    }
    expect(code).toBe(1)
    expect(result.instructions.map(({status}) => status)).toEqual(['refused', 'refused', 'applied', 'refused', 'refused'])
    expect(result.resolution).toMatchObject({id: '2012-1278', source: {format: 'markdown'}})
    expect(result.standards.map(({id}) => id)).toEqual(['2012-1278-1', '2012-1278-2'])
  })

  it('writes to --out', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'amend-'))
    try {
      const out = join(scratch, 'consolidated.md')
      const {code, stdout} = await qyzmet(['amend', base, `${folder}cases/exclude-point.md`, '--out', out, ...nowhere])
      expect([code, stdout]).toEqual([0, ''])
      expect(readFileSync(out, 'utf8')).toContain('Ескерту. 23-тармақ алып тасталды –')
    } finally {
      rmSync(scratch, {recursive: true})
    }
  })

  it.each([[['amend', base]], [['amend', '-', '-']], [['amend', '1999-1', base, ...nowhere]]])(
    'refuses %j as wrong usage',
    async (argv) => {
      expect((await qyzmet(argv)).code).toBe(2)
    },
  )

  it('says that a base is no resolution', async () => {
    const {code, stderr} = await qyzmet(['amend', '-', `${folder}cases/exclude-point.md`, ...nowhere], {stdin: 'Бұл қаулы емес.\n'})
    expect(code).toBe(1)
    expect(stderr).toContain('stdin is no resolution that could be amended')
  })
})
