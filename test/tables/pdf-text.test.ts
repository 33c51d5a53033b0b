import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readPdfText} from '../../parser/read/pdf-text.ts'
import {readPdfOfficeTable} from '../../parser/tables/pdf-text.ts'
import type {OfficeTable, TableVocabulary} from '../../parser/tables/types.ts'
import {cellKey, EMPTY_VOCABULARY} from '../../parser/tables/vocabulary.ts'
import type {Line} from '../../parser/tree.ts'

const folder = new URL('pdf-text/', import.meta.url)
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

function linesOf(text: string): Line[] {
  return readPdfText(text).children.filter((block): block is Line => block.type === 'line')
}

function fixture(name: string): Line[] {
  return linesOf(readFileSync(new URL(`${name}.txt`, folder), 'utf8'))
}

function read(lines: readonly Line[], vocabulary: TableVocabulary = EMPTY_VOCABULARY): {table: OfficeTable; reports: [string, number][]} {
  const reports: [string, number][] = []
  const table = readPdfOfficeTable(lines, {format: 'pdf-text', vocabulary, report: (rule, _, line) => reports.push([rule, line])})
  return {table, reports}
}

/** The rows as the fixtures write them: number, cells, lines. */
function rowsOf(table: OfficeTable) {
  return table.groups.map(({heading, rows}) => ({heading, rows: rows.map((row) => [row.number, ...row.cells, row.lines])}))
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '')

describe('readPdfOfficeTable', () => {
  it.each(fixtures)('reads %s', (name) => {
    const {table, reports} = read(fixture(name))
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as unknown
    expect({columns: table.columns, groups: rowsOf(table), reports}).toEqual(expected)
  })

  it('needs no blanks at line ends', () => {
    for (const name of fixtures) {
      const trimmed = fixture(name).map((line) => ({...line, raw: line.raw.trimEnd(), value: line.value.trimEnd()}))
      expect(rowsOf(read(trimmed).table), name).toEqual(rowsOf(read(fixture(name)).table))
    }
  })

  it('needs no blank lines where wraps show at line ends', () => {
    const complete = fixtures.filter((name) => !['second-half-of-row', 'lost-name'].includes(name))
    for (const name of complete) {
      const header = fixture(name).findIndex((line) => line.value.trim() === '1 2 3 4')
      const closed = fixture(name).map((line, index) => (index > header ? {...line, gap: 0, pageBreak: false} : line))
      expect(rowsOf(read(closed).table), name).toEqual(rowsOf(read(fixture(name)).table))
    }
  })

  it('takes a header printed again on the next page out of the rows', () => {
    const lines = fixture('departments')
    const header = lines.slice(0, lines.findIndex((line) => line.value.trim() === '1 2 3 4') + 1)
    const cut = lines.findIndex((line) => line.value.startsWith('3 '))
    const repeated = [...lines.slice(0, cut), ...header, ...lines.slice(cut)]
    expect(rowsOf(read(repeated).table)).toEqual(rowsOf(read(lines).table))
  })

  it('lets a name known from elsewhere decide a cut that the line leaves open', () => {
    const line = linesOf('11) Қарғалы аудандық бөлiмi Бадамша ауылы Қарғалы ауданы, Әйтеке би көшесi, 27-үй 8 (71342) 23-4-64')
    const cells = (vocabulary?: TableVocabulary) => read(line, vocabulary).table.groups[0]?.rows[0]?.cells.slice(0, 2)
    const known = {names: new Set([cellKey('Қарғалы аудандық бөлімі, Бадамша ауылы')]), addresses: new Set<string>()}
    expect(cells()).toEqual(['Қарғалы аудандық бөлiмi', 'Бадамша ауылы Қарғалы ауданы, Әйтеке би көшесi, 27-үй'])
    expect(cells(known)).toEqual(['Қарғалы аудандық бөлiмi Бадамша ауылы', 'Қарғалы ауданы, Әйтеке би көшесi, 27-үй'])
  })

  it('reads columns of other kinds by their titles', () => {
    const lines = linesOf(
      [
        'Р/с №',
        '',
        'Уәкілетті ұйым бөлімшесінің ',
        'атауы',
        '',
        'Орналасқан заңды мекенжайы Телефон нөмірі',
        'Жұмыс кестесі',
        '',
        '1 2 3 4 5',
        '',
        '1 Ақмола облыстық филиалы Көкшетау қаласы, М. Горький көшесі, 73 ',
        'akmola@gcvp.kz 8-71622 5-26-49 күн сайын сағат 9-00 бастап 18-00 ',
        'дейін, түскі үзіліс сағат 13-00 бастап 14-00 дейін',
        '',
        '3',
        'Ақкөл аудандық ',
        'бөлімшесі Ақкөл қаласы, Нұрмағамбетов көшесі, 116 akmola4@gcvp.kz',
        '8-71638 2-16-54',
      ].join('\n'),
    )
    const {table} = read(lines)
    expect(table.columns).toEqual(['Уәкілетті ұйым бөлімшесінің атауы', 'Орналасқан заңды мекенжайы', 'Телефон нөмірі', 'Жұмыс кестесі'])
    expect(table.groups[0]?.rows.map(({number, cells}) => [number, ...cells])).toEqual([
      [
        '1',
        'Ақмола облыстық филиалы',
        'Көкшетау қаласы, М. Горький көшесі, 73 akmola@gcvp.kz',
        '8-71622 5-26-49',
        'күн сайын сағат 9-00 бастап 18-00 дейін, түскі үзіліс сағат 13-00 бастап 14-00 дейін',
      ],
      [
        '3',
        'Ақкөл аудандық бөлімшесі',
        'Ақкөл қаласы, Нұрмағамбетов көшесі, 116 akmola4@gcvp.kz',
        '8-71638 2-16-54',
        'күн сайын сағат 9-00 бастап 18-00 дейін, түскі үзіліс сағат 13-00 бастап 14-00 дейін',
      ],
    ])
    expect(table.groups[0]?.rows.map(({inherited}) => inherited)).toEqual([[], [3]])
  })

  it('takes the name of a region that stands alone for a heading, numbers or none', () => {
    const lines = linesOf('Атауы Мекенжайы Телефоны\n\nАқмола облысы\n\nАқкөл бөлімі Ақкөл қаласы, Абай көшесі, 1 8 (7162) 25-00-11\n')
    expect(rowsOf(read(lines).table)).toEqual([
      {heading: 'Ақмола облысы', rows: [['', 'Ақкөл бөлімі', 'Ақкөл қаласы, Абай көшесі, 1', '8 (7162) 25-00-11', [5, 5]]]},
    ])
  })

  it('gives an empty table for no lines', () => {
    expect(read([]).table).toEqual({columns: [], groups: []})
  })

  it('loses no word, whatever lines it is given', () => {
    const all = fixtures
      .filter((name) => !name.startsWith('header'))
      .flatMap(fixture)
      .filter((line) => !/^(?:1 2 3[\d ]*|р\/с.*|№)$/iu.test(line.value.trim()))
    fc.assert(
      fc.property(fc.subarray(all, {minLength: 1}), fc.boolean(), (lines, trim) => {
        const given = trim ? lines.map((line) => ({...line, raw: line.raw.trim()})) : lines
        const {table} = read(given)
        const printed = table.groups.map(({heading, rows}) =>
          [heading ?? '', ...rows.map((row) => [row.number, ...row.cells.filter((_, at) => !row.inherited.includes(at))].join(''))].join(
            '',
          ),
        )
        // Titles of columns are put together from lines that do not follow each other.
        const signs = (texts: readonly string[]) => [...squeeze(texts.join(''))].sort().join('')
        expect(signs([...table.columns, ...printed])).toBe(signs(given.map((line) => line.value)))
      }),
      {numRuns: 200},
    )
  })
})
