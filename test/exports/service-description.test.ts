import {describe, expect, test} from 'vitest'
import {readFacts} from '../../parser/facts/index.ts'
import type {Facts, Point, Standard} from '../../parser/model/index.ts'
import {durationOf} from '../../templates/exports/cpsv/duration.ts'
import {standardSchema} from '../../templates/exports/schema-org.ts'
import {describeService} from '../../templates/exports/service-description.ts'
import {tableCsv, tableMetadata} from '../../templates/exports/tables/table.ts'
import type {Table} from '../../templates/exports/tables/table.ts'

const points = (...texts: [number, string][]): Point[] =>
  texts.map(([number, text]) => ({number: String(number), text, lines: [1, 1], items: []}))
const standard = (facts: Facts): Standard => ({
  id: '2012-1-1',
  resolution: '2012-1',
  ordinal: 1,
  title: 'т',
  status: 'included',
  legalStatus: 'in-force',
  lines: [1, 1],
  notes: [],
  sections: [],
  points: [],
  facts,
  annexes: [],
})

describe('the neutral description of a service', () => {
  const DEADLINES =
    'Мемлекеттік қызметті көрсету мерзімдері:\n1) мемлекеттік қызмет алушы өтініш берген сәттен бастап – 10 минуттан аспайды;\n' +
    '2) мемлекеттік қызметті алуға дейін күтудің шекті ең көп уақыты – 20 минуттан аспайды;'

  test('where no way of asking is named, one of no name has all deadlines; a wait is no processing time', () => {
    const {channels, processingTime} = describeService(standard(readFacts({points: points([7, DEADLINES])})), [])
    expect(processingTime).toBe('PT10M')
    expect(channels.map(({code, processingTime: time}) => [code, time])).toEqual([[null, 'PT10M']])
    expect(channels[0]?.wording).toContain('20 минуттан аспайды – мемлекеттік қызметті алуға дейін күтудің')
  })

  test('a fact of no way in particular holds for every way that is named', () => {
    const facts = readFacts({points: points([7, DEADLINES])})
    const hours = [{text: 'сағат 9.00-ден', channel: 'service-centre, portal', opening: null, point: '9'}]
    const {channels} = describeService(standard({...facts, hours}), [])
    expect(channels.map(({code, deadlines}) => [code, deadlines.length])).toEqual([
      ['service-centre', 2],
      ['portal', 2],
    ])
  })

  test('telephones that the points on complaints name are no way to the service', () => {
    const facts = readFacts({points: []})
    const phone = (text: string) => ({text, e164: null})
    const complaint = [{text: 'шағым', to: null, address: null, phones: [phone('24-07-45')], point: '20'}]
    const of = {websites: [], emails: ['20', '4']}
    const told: Facts = {
      ...facts,
      phones: [phone('1414'), phone('24-07-45')],
      emails: ['shagym@a.kz', 'qyzmet@a.kz'],
      complaint,
      points: {provider: null, recipients: null, form: null, result: null, refusal: null, ...of, phones: ['4', '20']},
    }
    expect(describeService(standard(told), []).contact).toEqual({telephones: ['1414'], emails: ['qyzmet@a.kz'], websites: []})
  })

  test('schema.org gets the same: time and hours of each way', () => {
    const facts = readFacts({points: points([7, DEADLINES])})
    const opening = 'Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-13:00; PH off'
    const hours = [{text: 'дүйсенбіден жұмаға дейін', channel: 'service-centre', opening, point: '9'}]
    const resolution = {id: '2012-1', title: 'т', number: '1', date: '2012-01-01', status: 'in-force', repealedBy: null} as never
    const place = (id: string) => `https://s/${id}/`
    const {'@graph': graph} = standardSchema(
      standard({...facts, hours}),
      resolution,
      {resolution: place, standard: place, office: place},
      null,
    ) as {'@graph': Record<string, unknown>[]}
    const spans = [
      {
        dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => `https://schema.org/${day}`),
        opens: '09:00',
        closes: '13:00',
      },
      {opens: '14:00', closes: '18:00'},
      {dayOfWeek: ['https://schema.org/Saturday'], opens: '10:00', closes: '13:00'},
    ]
    expect(graph[0]?.['availableChannel']).toMatchObject([
      {'@type': 'ServiceChannel', processingTime: 'PT10M', serviceLocation: {openingHoursSpecification: spans}},
    ])
  })
})

test.each([
  [1.5, 'hours', 'PT90M'],
  [2, 'hours', 'PT2H'],
  [1.5, 'months', 'P1M15D'],
  [0.5, 'months', 'P15D'],
  [0.5, 'quarters', 'P1M15D'],
  [1.5, 'years', 'P18M'],
  [1.5, 'days', 'P1DT12H'],
  [0.5, 'days', 'PT12H'],
  [1.5, 'weeks', 'P11D'],
  [2.5, 'minutes', 'PT2M30S'],
  [10, 'working-days', 'P14D'],
  [1.5, 'working-days', 'P3D'],
  [-1, 'days', null],
  [null, 'days', null],
] as const)('%s %s last %s', (amount, unit, duration) => {
  expect(durationOf({amount, unit})).toBe(duration)
})

describe('a list in a cell of a table', () => {
  const table: Table<string[]> = {
    name: 't',
    title: {kk: 'т', en: 't'},
    description: '',
    key: [],
    columns: [{name: 'list', title: 'т', description: '', list: true, value: (parts) => parts}],
  }

  test('comes back as it was, whatever its parts hold', () => {
    const parts = ['бір; екі', 'үш;', ';төрт', 'бес;; алты; ']
    const [, cell = ''] = tableCsv(table, [parts]).split('\r\n')
    const {separator} = (JSON.parse(tableMetadata(table, '2012-01-01')) as {tableSchema: {columns: [{separator: string}]}}).tableSchema
      .columns[0]
    const read = cell.replace(/^"|"$/gu, '').split(separator)
    expect(read.map((part) => part.replaceAll(';\u00A0', '; '))).toEqual(parts)
  })
})
