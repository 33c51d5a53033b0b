/**
 * Tables of kinds that no source has: invented resolutions in the manner of the sources, one for each converter.
 * `<name>.expected` says what a careful reader sees in `<name>`.
 */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import {render, type RenderOptions} from '../../scripts/lib/sources/print-source.ts'
import {tableLines, withTablesOnly} from './tables.ts'

const FIXTURES = ['columns.html', 'nested.md', 'regions.pdf.txt', 'embassies.html.txt', 'fees.pdf.txt']
const FORMATS: SourceFormat[] = ['markdown', 'html', 'html-text', 'pdf-text']
const PRINTINGS: RenderOptions[] = [{}, {columnNumbers: false, seed: 2}, {headings: 'lines', hours: 'middle', seed: 3}]

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

describe.each(FIXTURES)('%s', (name) => {
  const reading = parse({file: name, bytes: fixture(name)})
  const standards = withTablesOnly(reading.standards)
  const wanted = standards.flatMap(({annexes}) => annexes.flatMap(tableLines))

  it('is read as a careful reader reads it', () => {
    const lines = reading.standards.flatMap(({annexes}) =>
      annexes.flatMap((annex) => (annex.groups || annex.indicators ? tableLines(annex) : [`## ${annex.kind} | ${annex.title}`])),
    )
    expect(`${lines.join('\n')}\n`).toBe(fixture(`${name}.expected`).toString())
  })

  it('is published to the last word', () => {
    expect(reading.coverage.unaccountedLines).toEqual([])
  })

  describe.each(FORMATS)('printed as %s', (format) => {
    it.each(PRINTINGS)('is read the same: %j', (options) => {
      const resolution = {...reading.resolution!, source: {file: name, format, sha256: '', lines: 0}}
      const source = render({resolution, standards}, format, options)
      const again = parse({file: name, bytes: new TextEncoder().encode(source), format})
      expect(again.standards.flatMap(({annexes}) => annexes.flatMap(tableLines))).toEqual(wanted)
    })
  })
})
