/** Filling: counts, shares, norms of an order; every wrong value is named with its place. */
import {expect, test} from 'vitest'
import {context} from '../pdf/blanks.ts'
import {EMPLOYMENT_INDICATORS, MEDIA_INDICATORS, MILITARY_INDICATORS} from './indicators.ts'
import {fill, reportOf, resultsOf} from './support.ts'
import {evaluate} from '../../templates/reports/index.ts'

const military = context(MILITARY_INDICATORS)
const media = context(MEDIA_INDICATORS)
const employment = context(EMPLOYMENT_INDICATORS)
const ALL = ['1.1', '2.1', '3.1', '3.2', '4.1', '5.1']
const table = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`
const rest = (...without: string[]): string[] => ALL.filter((code) => !without.includes(code)).map((code) => `${code};1;1;`)
const COUNTS = 'code;numerator;denominator;percent'

test('counts and shares, from a table and from JSON', () => {
  const {report, problems} = fill(military, {
    data: table(COUNTS, 'indicator-1.1;198;200;', '2.1;;;91,25', '3.1.;1 200;1 800;', ...rest('1.1', '2.1', '3.1')),
  })
  expect(problems).toEqual([])
  const results = resultsOf(military, report ?? reportOf(military, {}))
  expect(results.get('1.1')).toMatchObject({numerator: 198, denominator: 200, percent: 99, normDeviation: 4})
  expect(results.get('2.1')).toMatchObject({numerator: null, percent: 91.25, normDeviation: 1.25})
  expect(results.get('3.1')).toMatchObject({numerator: 1200, denominator: 1800, percent: 66.67, normMet: false})
  const json = {
    office: 'Бөлім',
    values: ALL.map((code) => (code === '2.1' ? {code, percent: 91.25} : {code, numerator: 3, denominator: 4})),
  }
  expect(fill(military, {data: JSON.stringify(json)}).report).toMatchObject({year: 2013, office: 'Бөлім'})
  expect(
    fill(military, {data: JSON.stringify(Object.fromEntries(ALL.map((code) => [code, 95])))}).report?.values.every(
      ({percent}) => percent === 95,
    ),
  ).toBe(true)
})

test('what --format json writes can be read again', () => {
  const report = reportOf(military, Object.fromEntries(ALL.map((code) => [code, {numerator: 2, denominator: 3, percent: 66.67}])), {
    office: '=1',
  })
  expect(fill(military, {data: JSON.stringify(evaluate(military, report))}).report).toEqual(report)
})

test('a decimal comma in a table is read and said so; in JSON, or where it parts cells, it is an error', () => {
  const read = fill(military, {data: table('code;percent', ...ALL.map((code) => `${code};95,5`))})
  expect(read.report?.values[0]?.percent).toBe(95.5)
  expect(read.notes).toEqual(['data:2 decimal-comma «95,5» read as 95.5, and 5 more'])
  const quoted = fill(military, {data: table('code,percent', ...ALL.map((code) => `${code},"95,5"`))})
  expect(quoted.report?.values[5]?.percent).toBe(95.5)
  const bare = fill(military, {data: table('code,percent', ...ALL.map((code) => (code === '3.1' ? '3.1,95,5' : `${code},95`)))})
  expect(bare.problems).toEqual([
    'data:4 table 3 cells, but 2 columns; a decimal comma, perhaps: put the value into quotation marks, or write a point',
  ])
  const json = fill(military, {data: '{\n"values": [\n{"code": "1.1",\n"percent": "95,5"}]}'}, {partial: true})
  expect(json.problems).toEqual(['data:4 not-a-number indicator 1.1, values[0].percent: «95,5» is no number; JSON has a point: 95.5'])
})

test('every wrong value is named by line, column and rule, all at once', () => {
  const {problems} = fill(military, {
    data: table(COUNTS, '1.1;5;4;', '2.1;;;100,5', '3.1;;;-1', '3.2;1;0;', '4.1;1,5;2;', '5.1;3;;', '9.9;1;2;', '1.1;1;2;', ';1;2;'),
  })
  expect(problems).toEqual([
    'data:10 code values without the code of an indicator',
    'data:2 numerator indicator 1.1, column 2 (numerator): 5 is more than the denominator 4',
    'data:3 share-range indicator 2.1, column 4 (percent): 100.5 is no share; it must be from 0 to 100',
    'data:4 share-range indicator 3.1, column 4 (percent): -1 is no share; it must be from 0 to 100',
    'data:5 denominator-zero indicator 3.2, column 3 (denominator): the denominator is 0; leave both counts empty where there were no cases',
    'data:6 count indicator 4.1, column 2 (numerator): «1,5» is no count; it must be a whole number, 0 or more',
    'data:7 incomplete-counts indicator 5.1, column 2 (numerator): there is no denominator beside it',
    'data:8 unknown-indicator the standard has no indicator «9.9» (it has 1.1, 2.1, 3.1, 3.2, 4.1, 5.1)',
    'data:9 twice indicator 1.1 stands twice, first on line 2',
  ])
})

test('an unknown code: what was meant, or that a spreadsheet made a date of it', () => {
  const code = (typed: string) => fill(military, {data: table('code;percent', `${typed};95`)}, {partial: true}).problems[0]
  expect(code('3.3')).toContain('did you mean 3.1?')
  expect(code('03.янв')).toContain('a spreadsheet has made a date of the code: write indicator-1.1')
  expect(code('03.01.2013')).toContain('made a date')
})

test('indicators without a value are missing, unless they may stay open', () => {
  const data = table(COUNTS, ...rest('3.2', '5.1'), '5.1;;;')
  expect(fill(military, {data}).problems.map((problem) => problem.slice(0, 41))).toEqual([
    'data:null missing indicator 3.2 has no va',
    'data:null missing indicator 5.1 has no va',
  ])
  const {report, notes} = fill(military, {data}, {partial: true})
  expect(report?.values.filter(({percent}) => percent === null).map(({code}) => code)).toEqual(['3.2', '5.1'])
  expect(notes).toHaveLength(2)
})

test('a share beside its counts must be theirs, at the precision it is written with', () => {
  const share = (percent: string) => fill(military, {data: table(COUNTS, `1.1;2;3;${percent}`)}, {partial: true})
  for (const good of ['67', '66.7', '66,67', '66.667']) expect(share(good).report?.values[0]?.percent, good).toBe(66.67)
  for (const bad of ['66', '66.6', '70']) expect(share(bad).problems[0], bad).toContain('share-differs')
})

test('the norm is what the act prints; an order may set one where it prints none', () => {
  const data = table('code;percent', ...ALL.map((code) => `${code};90`))
  const norms = table('code;norm;target', '1.1;92,5;95', '2.1;;97')
  const {report} = fill(media, {data, norms})
  expect(report?.values.slice(0, 3).map(({norm, target}) => [norm, target])).toEqual([
    [92.5, 95],
    [null, 97],
    [null, null],
  ])
  expect(fill(military, {data, norms: table('code;norm', '1.1;95 %')}).report?.values[0]?.norm).toBe(95)
  expect(fill(military, {data, norms}).problems).toEqual([
    'norms:2 norm-differs indicator 1.1, column 2 (norm): norm 92.5, but the act prints 95 %',
  ])
  expect(fill(media, {data, norms: table('code;norm;percent', '1.1;95;90')}).problems[0]).toContain('sets norm and target, not values')
})

test('a file of another template, edition or year is refused', () => {
  const mark = (text: string, year = '') =>
    fill(military, {
      data: table(
        'columns;label;norm;target;numerator;denominator;percent',
        `template;;${text}`,
        `year;;${year}`,
        ...ALL.map((code) => `indicator-${code};;;;1;1;`),
      ),
    })
  expect(mark('qyzmet-report/1 annex=2009-2223-4/3 edition=2009-12-29 year=2013', '2013').problems).toEqual([])
  expect(mark('qyzmet-report/1 annex=2009-2223-5/3 edition=2009-12-29').problems).toEqual([
    'data:2 other-template made from the template of 2009-2223-5/3, not of 2009-2223-4/3',
  ])
  expect(mark('qyzmet-report/1 annex=2009-2223-4/3 edition=2012-12-29').problems[0]).toContain('data:2 other-edition')
  expect(mark('qyzmet-report/1 annex=2009-2223-4/3 edition=2009-12-29 year=2012').problems[0]).toContain('data:2 other-year')
  expect(mark('', '2012').problems[0]).toContain('data:3 other-year')
  expect(mark('', '201З').problems[0]).toContain('data:3 year')
  expect(mark('qyzmet-survey/1 annex=2009-2223-4/3 edition=2009-12-29').problems[0]).toContain('questionnaire')
})

test('files that are no report are named, not guessed at', () => {
  const problem = (data: string) => fill(military, {data}).problems[0] ?? ''
  expect(problem('')).toContain('empty')
  expect(problem('1.1;95\n')).toContain("header the table doesn't name its columns")
  expect(problem('code;persent\n1.1;95\n')).toContain('data:1 header column 2: unknown name «persent»; did you mean percent?')
  expect(problem('code;percent;percent\n1.1;95;1\n')).toContain('two columns are named «percent»')
  expect(problem('{"values": [\n{"code": "1.1" "percent": 1}]}')).toContain('data:2 json not valid JSON')
  expect(problem('{"values": [{"code": "1.1", "perzent": 1}]}')).toContain('did you mean percent?')
  expect(problem('{"valeus": []}')).not.toBe('')
  expect(problem('code;percent\n"1.1;95\n')).toContain('a quotation mark is not closed')
  expect(problem('%PDF-1.7')).toContain('PDF')
})

test('a workbook saved as CSV is read as the template is: headings, groups and the mark at its end', () => {
  const {report, problems} = fill(
    employment,
    {
      data: table(
        'Күшін жойған. Көрсеткіштерді бекіткен қаулының күші жойылды.;;;;;;',
        '«Жолдама беру» стандартына 2-қосымша;;;;;;',
        'year;Есепті жыл;2013;;;;',
        'office;Мекеме;Бөлім;;;;',
        'columns;label;norm;target;numerator;denominator;percent',
        'Коды;Көрсеткіштер;Норматив;Мақсат;Алымы;Бөлімі;Үлесі',
        '2. Сапа;;;;;;',
        'indicator-2.1;2.1. Сапасы;90;;9;10;',
        ';Басшының қолы;;;;;',
        'template;Үлгі белгісі;qyzmet-report/1 annex=2012-1059-13/2 edition=2009-12-29;;;;',
      ),
    },
    {partial: true, ignored: new Set(['Коды', '2. Сапа'])},
  )
  expect(problems).toEqual([])
  expect(report).toMatchObject({office: 'Бөлім', year: 2013})
  expect(report?.values.find(({code}) => code === '2.1')).toMatchObject({numerator: 9, denominator: 10, percent: 90, norm: 90})
})
