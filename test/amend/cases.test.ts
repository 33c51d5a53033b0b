/**
 * Amending acts in the wording of Kazakh drafting, applied to excerpts of the real acts.
 *
 * Each case is an amending act and what is expected of it: what becomes of each instruction, and the lines of the base
 * that go («-») and come («+»); every other line must stay as it was.
 */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {consolidate} from '../../parser/amend/consolidate.ts'
import {reaches, placedChanges} from '../../parser/amend/reach.ts'
import {pairActs} from '../../parser/compare/index.ts'
import {learn, parse} from '../../parser/index.ts'
import cases from './cases.json' with {type: 'json'}
import {lineChanges, read} from './support.ts'

const bases = [...new Set(Object.values(cases))].map((name) => read('bases', name))
const knowledge = learn(bases)

describe.each(Object.entries(cases))('%s', (name, baseName) => {
  const base = bases.find(({file}) => file === baseName)!
  const result = consolidate(base, read('cases', name), knowledge)

  it('is applied, or refused with the reason, and leaves the rest as it was', () => {
    const report = result.instructions.map(({status, item, action, reason, remarks}) =>
      [`${status} ${item} ${action}`, ...(reason === null ? [] : [reason]), ...remarks].join(': '),
    )
    const found = `${[...report, ...lineChanges(new TextDecoder().decode(base.bytes), result.text)].join('\n')}\n`
    const path = new URL(`cases/${name}.expected`, import.meta.url)
    expect(found).toBe(readFileSync(path, 'utf8'))
  })

  it('reads back as what was returned', () => {
    const again = parse({file: base.file, bytes: new TextEncoder().encode(result.text), format: result.format}, knowledge)
    expect(again.standards).toEqual(result.parsed.standards)
    expect(again.resolution).toEqual(result.parsed.resolution)
  })

  it('shows in a comparison what the instructions name, each of them, and nothing else', () => {
    const before = parse({...base}, knowledge)
    const changes = placedChanges(
      pairActs(
        {resolution: before.resolution!, standards: before.standards},
        {resolution: result.parsed.resolution!, standards: result.parsed.standards},
      ),
    )
    // What the published data does not hold is not compared: the status of the act, the caption over an annex.
    const unseen = ({action, target}: (typeof result.instructions)[number]) =>
      (action === 'repeal' && target.place === '') || target.paths?.some((path) => path.some(({unit}) => unit === 'corner')) === true
    const applied = result.instructions.filter((one) => one.status === 'applied')
    expect(changes.filter(({place}) => !applied.some((one) => reaches(one, place))).map(({place}) => place)).toEqual([])
    const shown = applied.filter((one) => !unseen(one))
    expect(shown.filter((one) => !changes.some(({place}) => reaches(one, place))).map(({target}) => target)).toEqual([])
  })
})
