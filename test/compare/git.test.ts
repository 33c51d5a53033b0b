import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'
import {pairStandards, walk} from '../../parser/compare/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'qyzmet-git-'))
const hasGit = spawnSync('git', ['--version']).status === 0

afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

const letters = (text: string) => text.replace(/\s+/gu, '').length

/** Letters that `git diff --word-diff` takes out and puts in. */
function byGit(before: string, after: string): number {
  writeFileSync(join(folder, 'a'), `${before}\n`)
  writeFileSync(join(folder, 'b'), `${after}\n`)
  const {stdout} = spawnSync('git', ['diff', '--no-index', '--no-color', '--word-diff=porcelain', '-U99', 'a', 'b'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const [, ...lines] = stdout.slice(stdout.indexOf('@@')).split('\n')
  return lines.filter((line) => /^[+-]/u.test(line)).reduce((sum, line) => sum + letters(line.slice(1)), 0)
}

describe.skipIf(!hasGit)('word differences, against git diff --word-diff', () => {
  const {standards} = parse({file: '2012-1278.md', bytes: readFileSync('sources/2012-1278.md')})
  const pairs = standards.flatMap((before, i) => standards.slice(i + 1).map((after) => ({before, after})))

  it('are no longer on the same points', {timeout: 60_000}, () => {
    let [ours, theirs] = [0, 0]
    for (const {before, after} of pairs) {
      for (const point of pairStandards(before, after).children) {
        if (point.now?.part.part !== 'point' || !point.old || point.same) continue
        const text = (standard: typeof before, number: string) => standard.points.find((one) => one.number === number)?.text ?? ''
        theirs += byGit(text(before, point.old.part.key), text(after, point.now.part.key))
        for (const {words} of walk(point)) for (const word of words) if (word.op !== 'equal') ours += letters(word.text)
      }
    }
    expect(theirs).toBeGreaterThan(1000)
    expect(ours / theirs).toBeLessThanOrEqual(1)
  })
})
