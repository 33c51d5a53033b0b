import {spawnSync} from 'node:child_process'
import {expect, test} from 'vitest'

const run = (script: string, ...args: string[]) => spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {encoding: 'utf8'})

test.each(['corpus', 'crash', 'fuzz', 'licences', 'lighthouse', 'perturb', 'report-sample', 'reproduce', 'scale'])(
  '%s tells how it is used, and stops at options that it has not',
  (script) => {
    const help = run(script, '--help')
    expect([help.status, help.stderr]).toEqual([0, ''])
    expect(help.stdout).toContain(script)
    const wrong = run(script, '--nonsense')
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toContain('--nonsense')
    expect(wrong.stderr).toContain(help.stdout)
  },
)
