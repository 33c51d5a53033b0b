/** Rows that do not fill their columns: what is said of them, and how gravely. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {SourceFormat} from '../../parser/tree.ts'
import {readOfficeTable} from '../../parser/tables/offices.ts'
import {blocksOf} from './render.ts'

function messages(source: string, format: SourceFormat): string[] {
  const list: string[] = []
  const vocabulary = {names: new Set<string>(), addresses: new Set<string>()}
  readOfficeTable(blocksOf(source, format), {
    format,
    vocabulary,
    report: (rule, message, line, severity) => list.push(`${line} ${severity} ${rule}: ${message}`),
  })
  return list
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

test('a missing cell is a warning, an empty one a remark; each names the row and the column', () => {
  expect(messages(fixture('fixtures/unfilled-rows.md'), 'markdown')).toEqual([
    expect.stringMatching(/^3 warning tables\/missing-cells: .*row 10 ««Мамлют ауданының .*…».*«Байланыс деректері»$/u),
    expect.stringMatching(/^4 info tables\/empty-cell: .*row 11 ««Мүсірепов .*«Байланыс деректері»$/u),
    expect.stringMatching(/^5 warning tables\/missing-cells: .*row 12 ««Тайынша .*«Байланыс деректері»$/u),
  ])
})

test('cells of a web page as text that are printed empty are remarks', () => {
  expect(messages(fixture('fixtures/unfilled-rows-text.html.txt'), 'html-text')).toEqual([
    expect.stringMatching(/^11 info tables\/empty-cell: .*row 2\) «Аққөл аудандық бөлімі».*«Мекенжайы»$/u),
    expect.stringMatching(/^16 info tables\/empty-cell: .*row 3\) «Аршалы кенті.*«Орталықтардың атауы»$/u),
  ])
})

test('cells of a web page that are printed empty are remarks, missing ones are not', () => {
  const head = '<tr><td>№</td><td>Атауы</td><td>Мекенжайы</td><td>Телефоны</td></tr>'
  const rows =
    '<tr><td>1</td><td>Ақкөл бөлімі</td><td>Ақкөл қаласы, Нұрмағамбетов көшесі, 102</td><td>8 (71638) 2-18-49</td></tr>' +
    '<tr><td>2</td><td>Аршалы бөлімі</td><td></td><td>8 (71644) 2-10-77</td></tr>' +
    '<tr><td>3</td><td>Астрахан бөлімі</td><td>Астраханка ауылы, Әл-Фараби көшесі, 44</td></tr>'
  expect(messages(`<table>${head}${rows}</table>`, 'html')).toEqual([
    expect.stringMatching(/info tables\/empty-cell: .*row 2 «Аршалы бөлімі».*«Мекенжайы»$/u),
    expect.stringMatching(/warning tables\/missing-cells: .*row 3 «Астрахан бөлімі».*«Телефоны»$/u),
  ])
})

test('a row of PDF text without a telephone is a warning', () => {
  expect(messages(fixture('pdf-text/sub-offices.txt'), 'pdf-text')).toEqual([
    expect.stringMatching(/^63 warning tables\/empty-cell: .*row .*«.+».*: phone$/u),
  ])
})

test('a cell too many names the row it stands in', () => {
  const source = `${fixture('fixtures/unfilled-rows.md').split('\n')[0]!}\n11\tТасқала ауданының бөлімі\tТасқала к. Абай к-сі, 23\t8-71139-21-553\t\t\t4-33-55\n`
  expect(messages(source, 'markdown')).toEqual([
    expect.stringMatching(/tables\/surplus-cell: .*row 11 «Тасқала ауданының бөлімі».*«4-33-55»$/u),
  ])
})
