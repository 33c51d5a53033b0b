import {describe, expect, test} from 'vitest'
import {mainDeadline} from '../../parser/facts/main-deadline.ts'
import {emptyFacts} from '../../parser/facts/empty.ts'
import type {ComparisonEntry, Deadline, Facts, Resolution, Standard} from '../../parser/model/index.ts'
import {en} from '../../site/i18n/en/index.ts'
import {kk} from '../../site/i18n/kk/index.ts'
import {ru} from '../../site/i18n/ru/index.ts'
import {choicesBeside, MOST_CHOICES, MOST_ROWS, shownRows} from '../../site/prepare/compare.ts'
import {diagnosticsByFile} from '../../site/prepare/diagnostics.ts'
import {documentGroups, durationText, serviceTime} from '../../site/prepare/key-answers.ts'
import {standardStatus} from '../../site/prepare/legal-status.ts'
import {byLetter, LONGEST_LIST, letterParts} from '../../site/prepare/lists.ts'
import {ministryOf} from '../../site/prepare/ministries.ts'
import {openingText} from '../../site/prepare/opening-hours.ts'
import {tileOf} from '../../site/prepare/region-tiles.ts'
import type {CompareRow, SameRows} from '../../templates/compare/view.ts'

const deadline = (amount: number | null, unit: Deadline['unit']): Deadline => ({
  text: '',
  amount,
  unit,
  what: '',
  channel: null,
  point: '7',
})
const facts = (over: Partial<Facts>): Facts => ({...emptyFacts(), ...over})
const standard = (over: Partial<Standard>): Standard => ({
  id: '2012-1-1',
  resolution: '2012-1',
  ordinal: 1,
  title: '',
  status: 'included',
  legalStatus: 'repealed',
  lines: [1, 1],
  notes: [],
  sections: [],
  points: [],
  facts: facts({}),
  annexes: [],
  ...over,
})
const resolution = {id: '2012-1', title: 'туралы', repealedBy: {number: '217', date: '2014-03-11'}} as Resolution

describe('how long it takes', () => {
  test('a service that may be done sooner takes at most its longest time', () => {
    const several = facts({deadlines: [deadline(1, 'working-days'), deadline(90, 'working-days')]})
    expect(serviceTime(several, kk)).toBe('90 жұмыс күніне дейін')
    expect(serviceTime(several, ru)).toBe('до 90 рабочих дней')
    expect(serviceTime(several, en)).toBe('up to 90 working days')
    expect(serviceTime(facts({deadlines: [deadline(10, 'working-days')]}), kk)).toBe('10 жұмыс күні')
    expect(serviceTime(facts({deadlines: [deadline(21, 'days'), deadline(1, 'days')]}), ru)).toBe('до 21 дня')
    const waiting = {...deadline(20, 'minutes'), kind: 'wait' as const}
    expect(serviceTime(facts({deadlines: [deadline(10, 'working-days'), waiting]}), kk)).toBe('10 жұмыс күні')
  })

  test('is the longest deadline: a person is not promised too much', () => {
    const main = mainDeadline(facts({deadlines: [deadline(1, 'working-days'), deadline(10, 'working-days'), deadline(20, 'minutes')]}))
    expect(durationText(main, kk)).toBe('10 жұмыс күні')
  })

  test('three months are longer than ninety minutes, and a text without an amount says nothing', () => {
    expect(durationText(mainDeadline(facts({deadlines: [deadline(90, 'minutes'), deadline(3, 'months')]})), kk)).toBe('3 ай')
    expect(durationText(mainDeadline(facts({deadlines: [deadline(null, null)]})), kk)).toBeNull()
  })
})

describe('what is no answer to «how long»', () => {
  const of = (amount: number | null, kind: NonNullable<Deadline['kind']>, unit: Deadline['unit'] = 'minutes'): Deadline => ({
    ...deadline(amount, amount === null ? null : unit),
    kind,
  })

  test('waiting in a queue, time at the counter, steps on the way, however long', () => {
    const deadlines = [of(10, 'service'), of(20, 'wait'), of(30, 'attendance'), of(5, 'step', 'working-days')]
    expect(mainDeadline(facts({deadlines}))).toBe(deadlines[0])
  })

  test('the time at the counter answers where the text says nothing of the service itself, a wait never does', () => {
    expect(mainDeadline(facts({deadlines: [of(20, 'wait'), of(15, 'attendance')]}))?.amount).toBe(15)
    expect(mainDeadline(facts({deadlines: [of(20, 'wait')]}))).toBeNull()
    // «on the same day», and 20 minutes at the counter: no amount is that of the service
    expect(mainDeadline(facts({deadlines: [of(null, 'service'), of(20, 'attendance')]}))).toBeNull()
  })
})

test('documents are grouped by channel and case, each once', () => {
  const document = (text: string, channel: string | null) => ({text, channel, case: null, point: '11'})
  const groups = documentGroups(facts({documents: [document('өтініш', 'portal'), document('куәлік', null), document('өтініш', 'portal')]}))
  // what stands under no way of applying is brought in every one
  expect(groups.map(({channel, documents}) => [channel, documents.map(({text}) => text)])).toEqual([
    [null, ['куәлік']],
    ['portal', ['өтініш', 'куәлік']],
  ])
})

describe('status', () => {
  test('of a standard is that of its resolution', () => {
    expect(standardStatus(standard({}), resolution)).toEqual({status: 'repealed', excluded: false, by: {number: '217', date: '2014-03-11'}})
  })

  test('of an excluded one names the act that took it out', () => {
    const note = {text: '', date: '2012-12-18', number: '1609', target: '', effect: 'excluded' as const, lines: [1, 1] as [number, number]}
    const view = standardStatus(standard({status: 'excluded', notes: [note]}), resolution)
    expect(view).toEqual({status: 'repealed', excluded: true, by: {number: '1609', date: '2012-12-18'}})
  })
})

test('titles follow the Kazakh alphabet, quotation marks aside', () => {
  const titles = ['Ғылым', '«Ақпарат»', 'Әскер', 'Гүл', 'Ән']
  expect(
    byLetter(titles.map((title) => standard({title}))).map(({letter, standards}) => [letter, ...standards.map(({title}) => title)]),
  ).toEqual([
    ['А', '«Ақпарат»'],
    ['Ә', 'Ән', 'Әскер'],
    ['Г', 'Гүл'],
    ['Ғ', 'Ғылым'],
  ])
})

test('services too many for a page are parted by letter, and a letter too long by number', () => {
  const named = (count: number, letters: string) =>
    Array.from({length: count}, (_, at) => standard({title: `${letters.charAt(at % letters.length)} ${String(at)}`}))
  expect(letterParts(named(LONGEST_LIST, 'А'))).toEqual([])
  expect(letterParts(named(LONGEST_LIST + 1, 'А')).map(({key, label, standards}) => [key, label, standards.length])).toEqual([
    ['a', 'А', LONGEST_LIST],
    ['a-2', 'А 2', 1],
  ])
  // every letter has an address of its own
  const all = letterParts(named(LONGEST_LIST * 3, 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ')).map(({key}) => key)
  expect(new Set(all).size).toBe(42)
  for (const key of all) expect(key).toMatch(/^[a-z\d-]+$/u)
})

test('the ministry is the one most providers name', () => {
  const provider = (text: string) => standard({facts: facts({provider: text})})
  const named = 'Қазақстан Республикасы Мәдениет және ақпарат министрлігінің Ақпарат және мұрағат комитеті'
  expect(ministryOf(resolution, [provider('жергілікті органдар'), provider(named)])).toBe('Мәдениет және ақпарат министрлігі')
  const title = 'Қазақстан Республикасы Қорғаныс министрлігінің мемлекеттік қызметтер стандарттарын бекіту туралы'
  expect(ministryOf({...resolution, title}, [provider('жергілікті әскери басқару органдары')])).toBe('Қорғаныс министрлігі')
  expect(ministryOf(resolution, [])).toBeNull()
})

test('regions find their tile, the city before the region of the same name', () => {
  expect(tileOf('Алматы қаласы')).toEqual({key: 'almaty-city', city: true})
  expect(tileOf('Алматы облысы')).toEqual({key: 'almaty', city: false})
  expect(tileOf('Басқа')).toBeNull()
})

test('diagnostics: errors first, every rule with its list by line', () => {
  const one = (rule: string, severity: 'error' | 'info', line: number) => ({file: 'a.md', line, rule, severity, message: ''})
  const [file] = diagnosticsByFile([one('repair/x', 'info', 2), one('repair/x', 'info', 1), one('tables/y', 'error', 3)])
  expect(file).toMatchObject({
    total: 3,
    rules: [
      {rule: 'tables/y', list: [{line: 3}]},
      {rule: 'repair/x', list: [{line: 1}, {line: 2}]},
    ],
  })
})

test('dates in words', () => {
  expect(kk.format.dateOf('2012-10-09')).toBe('2012 жылғы 9 қазандағы')
  expect(kk.format.date('2014-03-11')).toBe('2014 ж. 11 наурыз')
})

test('opening hours in words; rules of other kinds are left to the text', () => {
  const {opening} = kk.standard
  expect(openingText('Mo-Fr 09:00-13:00,14:00-18:30; PH off', opening)).toBe(
    'дүйсенбі–жұма 9.00–13.00, 14.00–18.30; мереке күндерінен басқа',
  )
  expect(openingText('24/7', opening)).toBe('тәулік бойы')
  expect(openingText('Mo-Fr sunrise-sunset', opening)).toBeNull()
})

describe('the texts to choose from on a comparison', () => {
  const chain = (length: number) =>
    Array.from({length}, (_, at) => ({old: `s-${String(at)}`, new: `s-${String(at + 1)}`}) as ComparisonEntry)

  test('are all that are compared, and of very many those compared with one of its sides', () => {
    expect(choicesBeside(chain(MOST_CHOICES), 's-4', 's-5')).toHaveLength(MOST_CHOICES)
    const beside = choicesBeside(chain(MOST_CHOICES + 1), 's-4', 's-5')
    expect(beside.map((entry) => entry.old)).toEqual(['s-3', 's-4', 's-5'])
    expect(choicesBeside(chain(MOST_CHOICES + 1), 's-5', 's-4')).toEqual(beside)
  })
})

test('of a long list the weightiest differences stand on a page, in their order; what is folded does not count', () => {
  type Difference = CompareRow | SameRows
  const row = (kind: string, at: number, typographic = false) => ({kind, typographic, oldKey: String(at)}) as CompareRow
  const fold: SameRows = {type: 'same', parts: []}
  const list: Difference[] = [
    fold,
    ...Array.from({length: MOST_ROWS}, (_, at) => row('changed', at, true)),
    ...Array.from({length: 40}, (_, at) => row('changed', MOST_ROWS + at)),
    fold,
    row('deleted', 999),
  ]
  expect(shownRows(list, false)).toEqual({rows: list, rest: 0})
  const {rows, rest} = shownRows(list, true)
  const kinds = rows.map((one) => ('type' in one ? 'fold' : one.typographic ? 'typographic' : one.kind))
  expect(rest).toBe(41)
  expect(kinds.filter((kind) => kind === 'changed')).toHaveLength(40)
  expect(kinds.filter((kind) => kind === 'typographic')).toHaveLength(59)
  expect([kinds[0], ...kinds.slice(-2)]).toEqual(['fold', 'fold', 'deleted'])
  expect(rows).toEqual(list.filter((one) => rows.includes(one)))
})
