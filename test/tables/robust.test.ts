import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readIndicators} from '../../parser/tables/indicators.ts'
import {annexKind} from '../../parser/tables/kind.ts'
import {readOfficeTable} from '../../parser/tables/offices.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import {blocksOf, reports} from './render.ts'

const folder = join(import.meta.dirname, 'fixtures')
const sources = (suffix: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => readFileSync(join(folder, name), 'utf8').split('\n'))

/** Lines of a fixture with some of them lost, doubled or moved, as converters do. */
function damaged(lines: readonly (readonly string[])[]) {
  return fc
    .integer({min: 0, max: lines.length - 1})
    .chain((which) =>
      fc
        .array(fc.integer({min: 0, max: lines[which]!.length - 1}), {minLength: 1, maxLength: 60})
        .map((picked) => picked.map((index) => lines[which]![index]!).join('\n')),
    )
}

describe('damaged tables', () => {
  for (const [suffix, format] of [
    ['.html.txt', 'html-text'],
    ['.md', 'markdown'],
  ] as [string, SourceFormat][]) {
    it(`never throw, and every row is as wide as the table: ${format}`, () => {
      fc.assert(
        fc.property(damaged(sources(suffix)), (source) => {
          const blocks = blocksOf(source, format)
          const {context} = reports(format)
          const table = readOfficeTable(blocks, context)
          for (const row of table.groups.flatMap((group) => group.rows)) {
            expect(row.cells.length).toBe(table.columns.length)
            expect(row.inherited.every((index) => index >= 0 && index < row.cells.length)).toBe(true)
            expect(row.lines[0]).toBeLessThanOrEqual(row.lines[1])
          }
          readIndicators(blocks, context)
          annexKind(null, blocks)
        }),
        {numRuns: 150},
      )
    })
  }
})
