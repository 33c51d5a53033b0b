/** In a large collection each standard is weighed against some others only: the right ones. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {choosePairs} from '../../parser/compare/index.ts'
import {parseAll} from '../../parser/index.ts'

const files = readdirSync('sources').filter((file) => /\.(?:md|txt)$/u.test(file))
const standards = parseAll(files.map((file) => ({file, bytes: readFileSync(join('sources', file))})))
  .flatMap((source) => source.standards)
  .filter(({points}) => points.length > 0)

describe('standards worth a comparison', () => {
  it('are the same as if each was weighed against all', () => {
    const later = standards.map((standard) => ({
      ...standard,
      id: `${standard.id}-later`,
      points: standard.points.filter((_, at) => at % 7 !== 3),
    }))
    const idsOf = (nearest?: number) => choosePairs([...standards, ...later], nearest).map(([a, b]) => [a.id, b.id])
    expect(idsOf().length).toBeGreaterThan(20)
    expect(idsOf()).toEqual(idsOf(Infinity))
    expect(idsOf(12)).toEqual(idsOf(Infinity))
  })
})
