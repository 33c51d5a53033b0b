import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readOfficeTable} from '../../parser/tables/offices.ts'
import {blocksOf, reports} from './render.ts'

/** What is reported of a fixture, in words. */
function messages(name: string): string[] {
  const list: string[] = []
  const source = readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
  const report = (rule: string, message: string, line: number, severity?: string) =>
    void list.push(`${String(line)} ${severity ?? ''} ${rule}: ${message}`)
  readOfficeTable(blocksOf(source, 'markdown'), {...reports('markdown').context, report})
  return list
}

test('cells that were moved to other rows are reported, once a group: where, how many rows, up to which line', () => {
  expect(messages('lagging-cells.md')).toEqual([
    expect.stringMatching(/^3 warning tables\/lagging-cells: .*under «Қарағанды облысы:».* 14 rows, to line 17, .*cells of the row above/u),
  ])
})

test('numbers that were moved to other rows are reported, with the row that is gone', () => {
  expect(messages('lagging-numbers.md')).toEqual([
    expect.stringMatching(/^4 warning tables\/lagging-numbers: .*under «Алматы қаласы:».* 7 rows .*number of the row below.*«7\)»/u),
  ])
})

test('cells that no row lacks are reported with their text', () => {
  expect(messages('stray-cells.md')).toEqual([
    expect.stringMatching(/^3 warning tables\/stray-cells: .*«Қарағанды қаласы, Ержанов көшесі, 6 \| 8 \(7212\) 43-28-24»$/u),
  ])
})

test('halves of one row that are joined are a remark', () => {
  expect(messages('heading-takes-cells.md')[0]).toMatch(/^3 info tables\/heading-cells: .*Ж\. Досмұханбетов көшесі, 21/u)
})
