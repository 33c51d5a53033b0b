import {describe, expect, test} from 'vitest'
import {openingHours} from '../../parser/facts/hours.ts'
import type {Annex, Office, Resolution, Standard} from '../../parser/model/index.ts'
import {actsOf, discrepanciesByRegion, discrepanciesByWeight, discrepancyOf, latestFew, matrixOf} from '../../site/prepare/discrepancies.ts'
import {byDistrict} from '../../site/prepare/districts.ts'
import {sharedHours} from '../../site/prepare/hours-text.ts'
import {hoursOf} from '../../site/prepare/office-hours.ts'
import {byKind} from '../../site/prepare/office-kinds.ts'
import {listsStatus} from '../../site/prepare/office-lists.ts'
import {otherNames} from '../../site/prepare/office-names.ts'
import {openingText, weekOf, weekText} from '../../site/prepare/opening-hours.ts'
import {outlineOf, SHEET} from '../../site/prepare/region-outlines.ts'
import {tileOf} from '../../site/prepare/region-tiles.ts'
import {officesOfService, servicesWithOffices} from '../../site/prepare/service-offices.ts'

let next = 0
const office = (over: Partial<Office>): Office => ({
  id: `office-${String(next++)}`,
  name: 'Көкшетау қалалық бөлімі',
  kind: 'service-centre',
  region: 'Ақмола облысы',
  district: null,
  locality: null,
  address: '',
  phones: [],
  emails: [],
  hours: null,
  standards: [],
  appearances: [],
  history: [],
  discrepancies: [],
  ...over,
})
const row = (annex: string, date: string | null, name = 'Көкшетау қалалық бөлімі'): Office['appearances'][number] => ({
  annex,
  lines: [1, 1],
  name,
  address: '',
  phones: '',
  date,
})
/** «2012-1278-2/2» → «2012-1278» */
const resolutionOf = (annex: string): string => annex.split('-').slice(0, 2).join('-')

const WORDS = {days: ['Дс', 'Сс', 'Ср', 'Бс', 'Жм', 'Сн', 'Жс'], notOnHolidays: 'мереке күндерінен басқа'}

describe('offices by district', () => {
  const names = (offices: Office[]) => byDistrict(offices).map(({name, offices: own}) => `${name ?? '–'}: ${String(own.length)}`)
  const of = (district: string | null, locality: string | null = null, count = 1) =>
    Array.from({length: count}, () => office({district, locality}))

  test('ways of writing one district come together under the most frequent', () => {
    expect(names([...of('Мәртөк ауданы', null, 3), ...of('Мартөк ауданы', null, 2), ...of('Мартук ауданы')])).toEqual(['Мәртөк ауданы: 6'])
    expect(names([...of('Мағжан Жұмабаев ауданы', null, 3), ...of('М. Жұмабаев атындағы ауданы')])).toEqual(['Мағжан Жұмабаев ауданы: 4'])
  })

  test('the nearer of two like names is taken', () => {
    expect(names([...of('Амангелді ауданы', null, 5), ...of('Жангелдин ауданы', null, 3), ...of('Жангелді ауданы', null, 2)])).toEqual([
      'Амангелді ауданы: 5',
      'Жангелдин ауданы: 5',
    ])
  })

  test('an office that names only its town goes where others of the town are', () => {
    expect(names([...of('Бурабай ауданы', 'Щучинск қаласы', 4), ...of(null, 'Щучинск қаласы')])).toEqual(['Бурабай ауданы: 5'])
  })

  test('a city and the district of its name stay two, a settlement joins its district', () => {
    expect(names([...of('Қостанай ауданы', null, 4), ...of(null, 'Қостанай қаласы', 20)])).toEqual([
      'Қостанай ауданы: 4',
      'Қостанай қаласы: 20',
    ])
    expect(names([...of('Хромтау ауданы', null, 5), ...of(null, 'Хромтау кенті')])).toEqual(['Хромтау ауданы: 6'])
  })

  test('an office without any place comes last', () => {
    expect(names([...of(null), ...of('Шет ауданы')])).toEqual(['Шет ауданы: 1', '–: 1'])
  })
})

test('service centres come first, kinds nobody named last', () => {
  const kinds = ['archive', 'sea-port', 'service-centre', 'employment-office'].map((kind) => office({kind}))
  expect(byKind(kinds).map(({kind}) => kind)).toEqual(['service-centre', 'employment-office', 'archive', 'sea-port'])
})

describe('a week', () => {
  test('of days that are named one by one, with a break', () => {
    const opening = openingHours('сс, бс. сағ. 09.00-18.00, түскі ас сағ. 13.00-14.00')
    expect(opening).toBe('Tu,Th 09:00-13:00,14:00-18:00')
    const week = weekOf(opening ?? '')
    expect(week?.days.map((spans) => spans.length)).toEqual([0, 2, 0, 2, 0, 0, 0])
    expect(week && weekText(week, WORDS)).toBe('Сс 9.00–13.00, 14.00–18.00; Бс 9.00–13.00, 14.00–18.00')
    expect(openingText(opening ?? '', {days: ['1', '2', '3', '4', '5', '6', '7'], always: '', notOnHolidays: ''})).toBe(
      '2, 4 9.00–13.00, 14.00–18.00',
    )
  })

  test('of abbreviated days in a table, and none where two spans are named for different days', () => {
    expect(openingHours('дс. – жм. сағ. 09:00-18:30, түскі ас сағ. 13:00-14:30')).toBe('Mo-Fr 09:00-13:00,14:30-18:30')
    expect(openingHours('дс., сс., ср., бс. сағ. 14:00-17:00, жм. сағ. 09:00-12:00')).toBeNull()
  })

  test('holidays are said, days that follow each other are one span, other rules give none', () => {
    const week = weekOf('Mo-Sa 09:00-20:00; PH off')
    expect(week && weekText(week, WORDS)).toBe('Дс–Сн 9.00–20.00; мереке күндерінен басқа')
    expect(week?.pause).toBe(false)
    expect(weekOf('24/7')).toBeNull()
    expect(weekOf('sunrise-sunset')).toBeNull()
  })
})

describe('hours of an office', () => {
  const hours = [
    {text: 'уәкілетті органда …', channel: 'competent-authority', opening: 'Mo-Fr 09:00-13:00,15:00-17:00; PH off', point: '9'},
    {text: 'орталықта …', channel: 'service-centre', opening: 'Mo-Sa 09:00-20:00; PH off', point: '9'},
  ]
  const standard = (id: string, own = hours) => ({id, facts: {hours: own}}) as Standard
  const annexes = new Map([
    ['2009-2223-4/1', {standard: standard('2009-2223-4'), annex: {columns: ['ҚІД атауы']} as Annex}],
    ['2009-2223-4/2', {standard: standard('2009-2223-4'), annex: {columns: ['Орталықтардың (филиалдардың, бөлімдердің) атауы']} as Annex}],
    ['2012-1059-5/2', {standard: standard('2012-1059-5'), annex: {columns: ['Орталықтардың атауы']} as Annex}],
  ])
  const find = (id: string) => annexes.get(id)

  test('its own row comes before any point', () => {
    const [own] = hoursOf(office({hours: 'дс. – жм. сағ. 09:00-12:30', appearances: [row('2009-2223-4/2', null)]}), find)
    expect(own?.points).toEqual([])
    expect(own?.week?.days[0]).toEqual([{from: '9.00', to: '12.30'}])
  })

  test('else the points about the way that its list serves, those that agree once', () => {
    const found = hoursOf(office({appearances: [row('2012-1059-5/2', '2012-08-17'), row('2009-2223-4/2', '2013-05-08')]}), find)
    expect(found).toHaveLength(1)
    expect(found[0]?.text).toBe('орталықта …')
    expect(found[0]?.points.map((point) => point.standard)).toEqual(['2009-2223-4', '2012-1059-5'])
  })

  test('a list whose heading tells no way gives none', () => {
    expect(hoursOf(office({kind: 'defence-department', appearances: [row('2009-2223-4/1', null)]}), find)).toEqual([])
  })

  test('in a list what most have is said once', () => {
    const own = [
      office({hours: 'дс. – жм. сағ. 09:00-12:30'}),
      office({hours: 'дс. – жм. сағ. 09:00-12:30'}),
      office({hours: 'Демалыс және'}),
    ]
    const {common, others} = sharedHours(own, WORDS, find)
    expect(common).toBe('Дс–Жм 9.00–12.30')
    expect([...others.values()]).toEqual(['Демалыс және'])
  })
})

describe('differences between lists', () => {
  const rows = [
    row('2012-1059-1/2', '2012-08-17'),
    row('2012-1059-2/2', '2012-08-17'),
    row('2010-76-1/2', '2012-08-31'),
    row('2012-1278-2/2', '2012-10-09'),
  ]
  const most = ['2012-1059-1/2', '2012-1059-2/2', '2010-76-1/2']
  const disputed = office({
    appearances: rows,
    discrepancies: [
      {
        field: 'address',
        weight: 0.85,
        parts: ['street', 'house'],
        values: [
          {value: 'Көкшетау қаласы, Біржан сал көшесі, 42-үй', annexes: most, date: '2012-08-31', dates: []},
          {value: 'Көкшетау қаласы, Абай көшесі, 142-үй', annexes: ['2012-1278-2/2'], date: '2012-10-09', dates: []},
        ],
      },
      {
        field: 'phones',
        weight: 0.75,
        parts: ['number'],
        values: [
          {value: '8 (7162) 25-00-67 8 (7162) 25-06-21', annexes: most, date: '2012-08-31', dates: []},
          {value: '8-7162-25-00-67', annexes: ['2012-1278-2/2'], date: '2012-10-09', dates: []},
        ],
      },
    ],
  })

  test('are a matrix of values against acts, the oldest edition first', () => {
    const {lists, fields} = matrixOf(disputed, resolutionOf)
    expect(lists.map(({resolution}) => resolution)).toEqual(['2012-1059', '2010-76', '2012-1278'])
    expect(fields[0]?.rows.map(({cells, odd}) => [cells.map((cell) => cell !== null), odd])).toEqual([
      [[true, true, false], false],
      [[false, false, true], true],
    ])
    expect(fields[0]?.rows[0]?.cells[0]).toEqual({count: 2, of: 2})
  })

  test('numbers stand one a row, however they are grouped', () => {
    const phones = matrixOf(disputed, resolutionOf).fields[1]
    expect(phones?.rows.map(({value, cells}) => [value, cells.filter((cell) => cell !== null).length])).toEqual([
      ['8 (7162) 25-00-67', 3],
      ['8 (7162) 25-06-21', 2],
    ])
  })

  test('two values in as many lists are neither of them the odd one', () => {
    const even = {...disputed, appearances: [rows[0], rows[3]].flatMap((one) => one ?? [])}
    expect(matrixOf(even, resolutionOf).fields[0]?.rows.map(({odd}) => odd)).toEqual([false, false])
  })

  test('are counted by region and by what a visitor would notice', () => {
    expect(discrepanciesByRegion([disputed, office({region: null})]).map(({region, counts}) => [region, counts])).toEqual([
      ['Ақмола облысы', {address: 1, phones: 1, other: 0}],
    ])
  })
})

test('another name says what alone sets it apart', () => {
  const names = otherNames({
    name: 'Көкшетау қалалық бөлімі',
    appearances: [
      row('a-1-1/1', null, 'Көкшетау қалалық бөлiмi'),
      row('a-1-1/2', null),
      row('a-1-1/3', null, 'Көкшетау бөлімі'),
      row('a-1-2/3', null, 'Көкшетау бөлімі'),
    ],
  })
  expect(names.map(({name, only, annexes}) => [name, only, annexes.length])).toEqual([
    ['Көкшетау бөлімі', null, 2],
    ['Көкшетау қалалық бөлiмi', 'latin', 1],
  ])
})

test('what the lists are worth: their years, and when their acts were repealed', () => {
  const acts = [
    {id: '2012-1059', number: '1059', status: 'repealed', repealedBy: {number: '217', date: '2014-03-11'}},
    {id: '2012-1278', number: '1278', status: 'in-force', repealedBy: null},
    {id: '2011-431', number: '431', status: 'repealed', repealedBy: null},
  ] as Resolution[]
  const status = listsStatus(
    [office({appearances: [row('2012-1059-1/2', '2012-08-17'), row('2012-1278-2/2', '2013-01-09')]})],
    acts,
    resolutionOf,
  )
  expect(status).toEqual({
    acts: 2,
    repealed: 1,
    from: '2012',
    to: '2013',
    repealedIn: ['2014'],
    editions: [
      {number: '1059', date: '2012-08-17'},
      {number: '1278', date: '2013-01-09'},
    ],
  })
})

test('a service names its offices where not all of a kind give it', () => {
  const giving = office({region: 'Астана қаласы', standards: ['2012-1278-4']})
  const others = [
    office({region: 'Астана қаласы'}),
    office({standards: ['2012-1278-4']}),
    office({kind: 'archive', region: 'Астана қаласы'}),
  ]
  const {kinds, regions, count} = officesOfService([giving, ...others], '2012-1278-4')
  expect([kinds, count]).toEqual([['service-centre'], 2])
  expect(regions.map(({region, cells}) => [region, cells[0]?.count, cells[0]?.of, cells[0]?.offices.map(({id}) => id)])).toEqual([
    ['Ақмола облысы', 1, 1, []],
    ['Астана қаласы', 1, 2, [giving.id]],
  ])
  const standards = [
    {id: '2012-1278-4', title: 'Мұрағаттық анықтамалар беру'},
    {id: '2012-1278-1', title: 'Апостильдеу'},
  ]
  expect(servicesWithOffices([giving], standards).map(({id}) => id)).toEqual(['2012-1278-4'])
})

describe('the sketch of the regions', () => {
  const regions = [
    'Ақмола облысы',
    'Ақтөбе облысы',
    'Алматы облысы',
    'Атырау облысы',
    'Батыс Қазақстан облысы',
    'Жамбыл облысы',
    'Қарағанды облысы',
    'Қостанай облысы',
    'Қызылорда облысы',
    'Маңғыстау облысы',
    'Оңтүстік Қазақстан облысы',
    'Павлодар облысы',
    'Солтүстік Қазақстан облысы',
    'Шығыс Қазақстан облысы',
  ]
  const outlines = regions.map((name) => outlineOf(tileOf(name)?.key ?? ''))

  test('has a closed outline for each region and a mark for each city', () => {
    for (const [at, outline] of outlines.entries()) expect(outline?.path, regions[at]).toMatch(/^M(?:\d+ \d+L){4,}\d+ \d+Z$/u)
    for (const city of ['Алматы қаласы', 'Астана қаласы']) expect(outlineOf(tileOf(city)?.key ?? '')?.path).toBeNull()
    expect(outlineOf('atlantis')).toBeNull()
  })

  test('neighbours share their edges, and no corner leaves the sheet', () => {
    const edges = new Map<string, number>()
    for (const outline of outlines) {
      const corners = (outline?.path ?? '').slice(1, -1).split('L')
      for (const [at, corner] of corners.entries()) {
        const [x = 0, y = 0] = corner.split(' ').map(Number)
        expect(x >= 0 && x <= SHEET.width && y >= 0 && y <= SHEET.height).toBe(true)
        const edge = [corner, corners[(at + 1) % corners.length] ?? ''].sort().join('–')
        edges.set(edge, (edges.get(edge) ?? 0) + 1)
      }
    }
    const counts = [...edges.values()]
    expect(Math.max(...counts)).toBe(2)
    expect(counts.filter((count) => count === 2).length).toBeGreaterThan(60)
  })

  test('a name stands inside its region', () => {
    for (const [at, outline] of outlines.entries()) {
      const corners = (outline?.path ?? '')
        .slice(1, -1)
        .split('L')
        .map((corner) => corner.split(' ').map(Number))
      const [x, y] = outline?.at ?? [0, 0]
      let inside = false
      for (const [i, [ax = 0, ay = 0]] of corners.entries()) {
        const [bx = 0, by = 0] = corners[(i + 1) % corners.length] ?? []
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      }
      expect(inside, regions[at]).toBe(true)
    }
  })
})

test('of many lists the latest few are named, and how many there are', () => {
  const acts = Array.from({length: 20}, (_, i) => `2012-${String(i)}`)
  expect(latestFew(acts)).toEqual({few: acts.slice(12), all: 20, more: 12})
  expect(latestFew(acts.slice(0, 8))).toEqual({few: acts.slice(0, 8), all: 8, more: 0})
})

test('acts that print a value stand by the date of their edition, whatever the order of the lists', () => {
  const one = office({
    appearances: [row('2012-1278-2/2', '2013-01-09'), row('2012-1059-1/2', '2012-08-17'), row('2012-1059-3/2', '2014-03-01')],
  })
  expect(actsOf(one, ['2012-1278-2/2', '2012-1059-1/2'], resolutionOf)).toEqual([
    {act: '2012-1059', date: '2012-08-17'},
    {act: '2012-1278', date: '2013-01-09'},
  ])
  expect(actsOf(one, ['2012-1059-1/2', '2012-1059-3/2'], resolutionOf)).toEqual([{act: '2012-1059', date: '2014-03-01'}])
})

test('differences are listed by weight and region, and read where they are shown', () => {
  const discrepancy = (field: 'address' | 'phones', weight: number) => ({field, weight, parts: [], values: []})
  const [one, other] = [
    office({region: 'Астана қаласы', name: 'Б', discrepancies: [discrepancy('phones', 0.4), discrepancy('address', 0.9)]}),
    office({region: 'Ақмола облысы', name: 'А', discrepancies: [discrepancy('phones', 0.4)]}),
  ]
  const listed = discrepanciesByWeight([one, other])
  expect(listed.map(({office: of, field, weight}) => [of.name, field, weight])).toEqual([
    ['Б', 'address', 0.9],
    ['А', 'phones', 0.4],
    ['Б', 'phones', 0.4],
  ])
  expect(listed.map(discrepancyOf)).toEqual([one.discrepancies[1], other.discrepancies[0], one.discrepancies[0]])
  expect(discrepanciesByRegion([one, other]).map(({region, offices, counts}) => [region, offices, counts])).toEqual([
    ['Ақмола облысы', [other], {address: 0, phones: 1, other: 0}],
    ['Астана қаласы', [one], {address: 1, phones: 1, other: 0}],
  ])
})
