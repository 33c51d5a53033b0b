import {spawnSync} from 'node:child_process'
import {expect, test} from 'vitest'

const run = (script: string, ...args: string[]) => spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {encoding: 'utf8'})

test.each([
  'corpus',
  'crash',
  'form-pictures',
  'fuzz',
  'licences',
  'lighthouse',
  'perturb',
  'register-sample',
  'report-sample',
  'reproduce',
  'scale',
  'site-pictures',
])('%s tells how it is used, and stops at options that it has not', (script) => {
  const help = run(script, '--help')
  expect([help.status, help.stderr]).toEqual([0, ''])
  expect(help.stdout).toContain(script)
  const wrong = run(script, '--nonsense')
  expect([wrong.status, wrong.stdout]).toEqual([2, ''])
  expect(wrong.stderr).toContain('--nonsense')
  expect(wrong.stderr).toContain(help.stdout)
})
