import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readIndicators} from '../../parser/tables/indicators.ts'
import {blocksOf, reports} from './render.ts'
import type {SourceFormat} from '../../parser/tree.ts'

function read(name: string, format: SourceFormat) {
  const source = readFileSync(join(import.meta.dirname, 'fixtures/indicators', name), 'utf8')
  const {context, list} = reports(format)
  const table = readIndicators(blocksOf(source, format), context)
  const lines = table.indicators.map(({group, code, label, normative, target, current}) =>
    [group, code, label, normative, target, current].join(' | '),
  )
  return {columns: table.columns, lines, list}
}

describe('quality indicators', () => {
  it('reads rows of a Markdown table', () => {
    const {columns, lines} = read('rows.md', 'markdown')
    expect(columns).toEqual([
      'Сапа және қол жетімділік көрсеткіштері',
      'Көрсеткіштің нормативтік мәні',
      'Көрсеткіштің келесі жылдағы нысаналы мәні',
      'Көрсеткіш-тің есепті жылдағы ағымдағы мәні',
    ])
    expect(lines).toEqual([
      '1. Уақтылылығы | 1.1 | Құжаттарды тапсырған сәттен бастап белгіленген мерзімде қызметті ұсыну оқиғаларының %-ы (үлесі) |  |  | ',
      '2. Сапасы | 2.1 | Қызметті ұсыну үдерісінің сапасына қанағаттанған алушылардың %-ы (үлесі) |  |  | ',
      '2. Сапасы | 3.1 | Қызметті ұсынудың сапасына және оны ұсыну тәртібі туралы ақпаратқа қанағаттанған алушылардың %-ы (үлесі) |  |  | ',
      '2. Сапасы | 3.2 | Ақпаратқа электронды форматта қол жеткізуге болатын қызметтер %-ы (үлесі) |  |  | ',
    ])
  })

  it('reads cells one after another, a label and a heading that go on below a blank line', () => {
    const {columns, lines, list} = read('cells.html.txt', 'html-text')
    expect(columns[0]).toBe('Сапа және тиімділік көрсеткіштері')
    expect(columns).toHaveLength(4)
    expect(lines).toEqual([
      '1. Уақтылылығы | 1.1 | Құжаттарды тапсырған сәттен бастап белгіленген мерзімде қызметті ұсыну жағдайларының %-ы (үлесі) |  |  | ',
      '2. Сапасы | 2.1 | Қызметті ұсыну үдерісінің сапасына қанағаттанатын тұтынушылардың %-ы (үлесі) |  |  | ',
      '4. Шағымдану үдерісі | 4.1 | Шағымданудың қолданыстағы тәртібіне қанағаттанатын тұтынушылардың %-ы (үлесі) |  |  | ',
      '5. Сыпайылық | 5.1 | Персоналдың сыпайылығына қанағаттанатын тұтынушылардың %-ы (үлесі) |  |  | ',
    ])
    expect(list).toEqual([])
  })

  it('reads wrapped labels and values on lines of their own', () => {
    const {columns, lines} = read('values.pdf.txt', 'pdf-text')
    expect(columns).toHaveLength(4)
    expect(columns[1]).toBe('Көрсеткіштің нормативтік мәні')
    expect(lines).toEqual([
      '1. Уақтылық | 1.1 | Құжаттар тапсырылған сәттен бастап белгіленген мерзімде қызмет көрсету жағдайларының %-ы (үлесі) | 95 % |  | ',
      '2. Сапасы | 2.1 | Қызмет көрсету үдерісінің сапасына қанағаттанған тұтынушылардың %-ы (үлесі) | 90 % |  | ',
      '3. Қолжетімділік | 3.1 | Қызмет көрсету тәртібінің сапасына және ол туралы ақпаратқа қанағаттанған тұтынушылардың %-ы (үлесі) | 80 % |  | ',
      '3. Қолжетімділік | 3.2 | Ақпаратына электрондық форматта қол жеткізуге болатын қызметтердің %-ы (үлесі) | 50 % |  | ',
    ])
  })

  it('takes values on one line apart, alone or beside the label, and drops the column numbers', () => {
    const {columns, lines, list} = read('values-on-one-line.pdf.txt', 'pdf-text')
    expect(columns).toEqual(read('values.pdf.txt', 'pdf-text').columns)
    expect(lines).toEqual([
      '1. Уақтылық | 1.1 | Құжаттар тапсырылған сәттен бастап белгіленген мерзімде қызмет көрсету жағдайларының %-ы (үлесі) | 95 % | 96 % | 94 %',
      '2. Сапасы | 2.1 | Қызмет көрсету үдерісінің сапасына қанағаттанған тұтынушылардың %-ы (үлесі) | 90 | 91 | 89',
      '3. Қолжетімділік | 3.1 | Қызмет көрсету тәртібінің сапасына және ол туралы ақпаратқа қанағаттанған тұтынушылардың %-ы (үлесі) | 80 % | 81,5 % | 79 %',
      '3. Қолжетімділік | 3.2 | Ақпаратына электрондық форматта қол жеткізуге болатын қызметтердің %-ы (үлесі) | 50 % |  | ',
    ])
    expect(list).toEqual([])
  })

  it('puts a bracket alone on its line back, across a page break', () => {
    const {lines} = read('wrapped-bracket.pdf.txt', 'pdf-text')
    expect(lines[1]).toBe(
      '3. Қолжетiмдiлiк | 3.1 | Қызметтi ұсынудың сапасына және оны ұсыну тәртiбi туралы ақпаратқа қанағаттанған мемлекеттік қызметті алушылардың %-ы (үлесi) | 100 |  | ',
    )
  })
})
