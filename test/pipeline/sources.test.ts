/** What the five sources become: counts, coverage, and the promise that the build repeats itself. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, inject, it} from 'vitest'
import {parse, parseAll} from '../../parser/index.ts'
import {Catalogue, Coverage, Standard} from '../../parser/model/index.ts'

const data = join(inject('dist'), 'data')
const read = (path: string): unknown => JSON.parse(readFileSync(join(data, path), 'utf8'))
const inputs = readdirSync('sources')
  .filter((file) => !file.endsWith('.yaml'))
  .map((file) => ({file, bytes: new Uint8Array(readFileSync(join('sources', file)))}))

describe('the published data', () => {
  it('holds 30 standards, three of them excluded', () => {
    const {standards} = Catalogue.parse(read('index.json'))
    expect(standards).toHaveLength(30)
    expect(standards.filter(({status}) => status === 'excluded')).toHaveLength(3)
  })

  it('leaves no character of a source unaccounted for', () => {
    const coverage = Coverage.array().parse(read('coverage.json'))
    expect(coverage).toHaveLength(5)
    for (const source of coverage) {
      const setAside = Object.values(source.setAside).reduce((sum, count) => sum + count, 0)
      expect(source.published + setAside + source.unaccounted, source.file).toBe(source.characters)
      expect({file: source.file, unaccounted: source.unaccounted}).toEqual({file: source.file, unaccounted: 0})
    }
  })

  it('gives every point the lines it came from', () => {
    for (const {id} of Catalogue.parse(read('index.json')).standards) {
      const standard = Standard.parse(read(`standards/${id}.json`))
      let last = 0
      for (const point of standard.points) {
        expect(point.lines[0], `${id}#${point.number}`).toBeGreaterThan(last)
        expect(point.lines[1]).toBeGreaterThanOrEqual(point.lines[0])
        last = point.lines[1]
      }
    }
  })
})

describe('the parser', () => {
  it('yields the same twice', () => {
    expect(JSON.stringify(parseAll(inputs))).toBe(JSON.stringify(parseAll(inputs)))
  })

  it('never throws on text, wherever a source is cut off', () => {
    for (const {file, bytes} of inputs) {
      const text = new TextDecoder().decode(bytes)
      for (const share of [0.003, 0.21, 0.62]) {
        const cut = new TextEncoder().encode(text.slice(0, Math.floor(text.length * share)))
        const parsed = parse({file, bytes: cut})
        const {published, setAside} = parsed.coverage
        // Cut in its head, the act does not say which it is.
        expect(published + (setAside['not of a resolution'] ?? 0), `${file} cut at ${String(share)}`).toBeGreaterThan(0)
        for (const standard of parsed.standards) expect(Standard.safeParse(standard).error).toBeUndefined()
      }
    }
  })
})
