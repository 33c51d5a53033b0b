/** What a source, a name of a file or an argument holds does nothing to the terminal that shows it. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {columns, printable} from '../../scripts/lib/command.ts'
import {Progress} from '../../scripts/lib/progress.ts'
import {render} from '../../scripts/lib/sources/print-source.ts'
import {model} from '../formats/model.ts'
import {qyzmet} from '../support/command.ts'

/** A title of the window, a cleared screen, red letters, one byte for the same, a line written over, letters turned round. */
const HOSTILE = '\u001b]0;hacked\u0007\u001b[2J\u001b[31mқызыл\u009b31m\rжаңа\u202eжол\u200b\b\b'
/** All but line feeds and tabs that a terminal obeys, or does not show. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}/u

const folder = mkdtempSync(join(tmpdir(), 'qyzmet-terminal-'))
afterAll(() => {
  rmSync(folder, {recursive: true})
})

test('what it shows are signs', () => {
  expect(printable(HOSTILE)).not.toMatch(OBEYED)
  expect(printable('төлем\u202eсіз\tа\nб')).toBe('төлем⟨U+202E⟩сіз\tа\nб')
  expect(columns([[HOSTILE, HOSTILE]])).not.toMatch(OBEYED)
})

test('messages and the line of progress', () => {
  let shown = ''
  const progress = new Progress(
    {stdin: empty(), stdout: {write: () => 0}, stderr: {write: (text) => (shown += text), isTTY: true}, env: {}},
    () => 0,
  )
  progress.begin('parse')
  progress.step(HOSTILE)
  progress.say(HOSTILE)
  progress.end()
  expect(shown).toContain('қызыл')
  // Its own way back to the start of the line.
  expect(shown.replaceAll('\r\u001b[K', '')).not.toMatch(OBEYED)
})

test.each([
  ['a command', [HOSTILE]],
  ['an option', ['check', `--${HOSTILE}`]],
  ['a file', ['parse', join('nowhere', HOSTILE)]],
  ['a format', ['parse', 'a', '--format', HOSTILE]],
  ['a form', ['form', HOSTILE]],
  ['a comparison', ['compare', HOSTILE, HOSTILE]],
])('arguments: %s', async (_, argv) => {
  const {code, stdout, stderr} = await qyzmet(argv, {isTTY: true})
  expect(code).not.toBe(0)
  expect(stdout).toBe('')
  expect(stderr).not.toBe('')
  expect(stderr.replaceAll('\r\u001b[K', '')).not.toMatch(OBEYED)
})

test('a source, by name and by text: checked and parsed', async () => {
  const act = structuredClone(model)
  for (const standard of act.standards) standard.points = standard.points.map((point) => ({...point, text: `${point.text} ${HOSTILE}`}))
  const file = join(folder, `${HOSTILE.replaceAll('/', '')}.md`)
  writeFileSync(file, render(act, 'markdown'))
  for (const argv of [
    ['check', file],
    ['check', file, '--json'],
    ['parse', file],
  ]) {
    const {stdout, stderr} = await qyzmet(argv)
    expect(stdout + stderr).toContain('hacked')
    expect(stdout).not.toMatch(OBEYED)
    expect(stderr).not.toMatch(OBEYED)
  }
})

async function* empty(): AsyncGenerator<string> {
  yield ''
}
