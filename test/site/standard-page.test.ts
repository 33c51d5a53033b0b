/** What the page of a standard is made of; texts are cut from the sources. */
import {describe, expect, test} from 'vitest'
import {emptyFacts} from '../../parser/facts/empty.ts'
import type {Amendment, Annex, Facts, Note, Office, Point, Step} from '../../parser/model/index.ts'
import {complaintKind} from '../../site/prepare/complaints.ts'
import {dialled, dialParts} from '../../site/prepare/dial.ts'
import {documentText} from '../../site/prepare/document-note.ts'
import {documentOptions} from '../../site/prepare/document-options.ts'
import {byPoint, placeFinder} from '../../site/prepare/fact-places.ts'
import {resolutionHistory} from '../../site/prepare/history.ts'
import {documentGroups, tellsFacts} from '../../site/prepare/key-answers.ts'
import {officialText} from '../../site/prepare/official-text.ts'
import {pointRuns} from '../../site/prepare/point-runs.ts'
import {sheetDensity} from '../../site/prepare/sheet.ts'
import {listTitle, shortTitle} from '../../site/prepare/short-title.ts'
import {applicationParts, stepViews} from '../../site/prepare/steps.ts'
import {whereToGo} from '../../site/prepare/where-to-go.ts'

const facts = (over: Partial<Facts>): Facts => ({...emptyFacts(), ...over})
const document = (text: string, channel: string | null = null, under: string | null = null) => ({text, channel, case: under, point: '11'})

describe('what to bring', () => {
  const originals = {
    text: 'Уәкілетті ұйым бөлімшесіне өтініш бергенде … түпнұсқалары мен көшірмелері ұсынылады.',
    channel: 'authorised-organisation',
    point: '11',
  }
  const certified = {text: '… орталық арқылы өтініш бергенде … куәландырылады.', channel: 'service-centre', point: '11'}

  test('is one list where the act makes no difference between the ways of applying', () => {
    const options = documentOptions(facts({documents: [document('жеке куәлік', 'competent-authority, service-centre')]}))
    expect(options).toEqual([
      {channels: ['competent-authority', 'service-centre'], remarks: [], cases: [{case: null, documents: [expect.anything()]}]},
    ])
  })

  test('is a list for each way where the sentences on originals differ', () => {
    const options = documentOptions(
      facts({documents: [document('өтініш'), document('жеке куәлік')], documentRemarks: [originals, certified]}),
    )
    expect(options.map(({channels, remarks, cases}) => [channels, remarks.length, cases[0]?.documents.length])).toEqual([
      [['authorised-organisation'], 1, 2],
      [['service-centre'], 1, 2],
    ])
  })

  test('has what holds for everybody in the list of every way', () => {
    const options = documentOptions(
      facts({documents: [document('жеке куәлік'), document('өтініш', 'service-centre'), document('электрондық сұрау', 'portal')]}),
    )
    expect(options.map(({channels, cases}) => [channels[0], cases.flatMap(({documents}) => documents.map(({text}) => text))])).toEqual([
      ['service-centre', ['жеке куәлік', 'өтініш']],
      ['portal', ['жеке куәлік', 'электрондық сұрау']],
    ])
  })

  test('has a list for the way that the act does not name, where only the other has documents of its own', () => {
    const options = documentOptions(facts({documents: [document('жеке куәлік'), document('электрондық сұрау', 'portal')]}))
    expect(options.map(({channels, cases}) => [channels, cases[0]?.documents.map(({text}) => text)])).toEqual([
      [[], ['жеке куәлік']],
      [['portal'], ['жеке куәлік', 'электрондық сұрау']],
    ])
  })

  test('keeps cases apart, and says a repeated document once', () => {
    const groups = documentGroups(
      facts({
        documents: [
          document('өтініш', null, 'қайта есепке алу үшін'),
          document('өтініш', null, 'қайта есепке алу үшін'),
          document('өтініш'),
        ],
      }),
    )
    expect(groups.map(({case: under, documents}) => [under, documents.length])).toEqual([
      ['қайта есепке алу үшін', 1],
      [null, 1],
    ])
  })

  test('is nothing where the act names no document, whatever it remarks', () => {
    expect(documentOptions(facts({documentRemarks: [originals]}))).toEqual([])
  })
})

test('a document keeps every word, a long bracket at its end set apart', () => {
  const long =
    'мемлекеттік қызмет алушының тұрғылықты жерін растайтын құжат (азаматтарды тіркеу кітапшасы не мекенжай бюросының анықтамасы)'
  const {name, note} = documentText(long)
  expect(`${name} ${note ?? ''}`).toBe(long)
  expect(note).toMatch(/^\(азаматтарды .*\)$/u)
  for (const whole of [
    'баланың (балалардың) тууы туралы куәлігі',
    'өтініш (түпнұсқа)',
    '(жеке өзі келгенде) жеке басын куәландыратын құжат',
  ]) {
    expect(documentText(whole)).toEqual({name: whole, note: null})
  }
})

describe('the place of an answer', () => {
  const point: Point = {
    number: '11',
    lines: [1, 6],
    text: 'Мемлекеттік қызмет алу үшін:\n1) бірінші жағдайда:\nжеке куәлік;\nанықтама.\n2) екінші жағдайда:\nжеке куәлік;',
    items: [
      {marker: '1)', text: 'бірінші жағдайда:', lines: [2, 4]},
      {marker: '2)', text: 'екінші жағдайда:', lines: [5, 6]},
    ],
  }
  const finder = () => placeFinder(officialText({sections: [], points: [point], notes: []}))

  test('is the item whose words it has; words in two items are found in their order', () => {
    const find = finder()
    expect(
      [find('11', 'жеке куәлік'), find('11', 'анықтама'), find('11', 'жеке куәлік')].map((place) => [place?.anchor, place?.item]),
    ).toEqual([
      ['p11-1', '1)'],
      ['p11-1', '1)'],
      ['p11-2', '2)'],
    ])
  })

  test('is the point alone where no item has the words', () => {
    expect(finder()('11', 'туу туралы куәлік')).toEqual({anchor: 'p11', point: '11', item: null})
  })

  test('is nothing where the data name no point', () => {
    expect([finder()(null), finder()(undefined, 'жеке куәлік')]).toEqual([null, null])
  })

  test('joins telephones of one point and keeps those of others apart; older data name none', () => {
    expect(byPoint(['1414', '1411', '74-37-23'], ['4', '4', '26'])).toEqual([
      {point: '4', values: ['1414', '1411']},
      {point: '26', values: ['74-37-23']},
    ])
    expect(byPoint(['1414'])).toEqual([{point: null, values: ['1414']}])
  })
})

test('points that follow each other make a run of three or more', () => {
  expect(pointRuns(['20', '21', '21', '22', '23', '26', '11-1', null])).toEqual([
    ['20', '23'],
    ['26', '26'],
    ['11-1', '11-1'],
  ])
  expect(pointRuns(['4', '5'])).toEqual([
    ['4', '4'],
    ['5', '5'],
  ])
})

describe('the steps', () => {
  const step = (kind: Step['kind'], text: string, lead: string | null = null): Step => ({
    kind,
    lead,
    text,
    channel: null,
    states: [],
    point: {application: '12', submission: '13', confirmation: '14', delivery: '15', storage: '15'}[kind],
  })
  const steps = [
    step('application', 'бланкіні маман береді'),
    step('submission', 'бөлімшенің ғимаратында', 'Құжаттарды қабылдау тікелей:'),
    step('submission', 'орталықта', 'Құжаттарды қабылдау тікелей:'),
    step('delivery', 'алушы жеке өзі келген кезде'),
    step('storage', 'бір ай мерзімде сақтауды қамтамасыз етеді'),
  ]

  test('stand in the order they are taken; one that no point tells is left out', () => {
    const views = stepViews(facts({documents: [document('өтініш')], steps}))
    expect(views.map(({kind, points}) => [kind, points])).toEqual([
      ['documents', ['11']],
      ['submission', ['13']],
      ['delivery', ['15']],
    ])
    expect(views[1]?.parts.map(({lead, entries}) => [lead, entries.length])).toEqual([['Құжаттарды қабылдау тікелей:', 2]])
    expect(views[2]?.kept).toHaveLength(1)
  })

  test('are none where the act tells only what to bring, or the data know no steps', () => {
    expect(stepViews(facts({documents: [document('өтініш')], steps: []}))).toEqual([])
    expect(stepViews({documents: []})).toEqual([])
  })

  test('leave the blank to the section on forms', () => {
    expect(applicationParts(facts({steps})).flatMap(({entries}) => entries.map(({text}) => text))).toEqual(['бланкіні маман береді'])
  })
})

describe('where to go', () => {
  const row = (number: number, cells: string[], office: string | null = null) => ({
    number: String(number),
    cells,
    inherited: [],
    office,
    lines: [number, number] as [number, number],
  })
  const office = (id: string, region: string | null): Office =>
    ({
      id,
      name: id,
      kind: 'service-centre',
      region,
      phones: [{text: '8 (7162) 25-00-67', e164: '+77162250067'}],
      appearances: [],
    }) as unknown as Office
  const register = new Map([
    ['a', office('a', 'Ақтөбе облысы')],
    ['b', office('b', 'Ақмола облысы')],
    ['c', office('c', null)],
  ])
  const list = (rows: ReturnType<typeof row>[]): Annex =>
    ({
      id: '2012-1-1/2',
      number: 2,
      kind: 'offices',
      title: null,
      text: '',
      lines: [1, 9],
      columns: [],
      groups: [{heading: null, rows}],
    }) as unknown as Annex

  test('has regions by the alphabet, a few offices of each list, and those without a region last', () => {
    const rows = [
      row(1, ['Ақтөбе бөлімі', 'Ақтөбе қаласы, 1'], 'a'),
      ...[2, 3, 4, 5, 6, 7].map((n) => row(n, [`Бөлім ${String(n)}`, 'Көкшетау қаласы, 73 akmola@gcvp.kz'], 'b')),
      row(8, ['Белгісіз', ''], 'c'),
    ]
    const {lists, regions} = whereToGo([list(rows)], (id) => register.get(id))
    expect(lists.map(({kind, count}) => [kind, count])).toEqual([['service-centre', 8]])
    expect(regions.map(({name, count}) => [name, count])).toEqual([
      ['Ақмола облысы', 6],
      ['Ақтөбе облысы', 1],
      [null, 1],
    ])
    const [akmola] = regions[0]?.lists ?? []
    expect(akmola).toMatchObject({count: 6, path: '/standards/2012-1-1/annex-2/#r2'})
    expect(akmola?.offices).toHaveLength(4)
    expect(akmola?.offices[0]).toMatchObject({address: 'Көкшетау қаласы, 73', phones: [['8 (7162) 25-00-67', '+77162250067']]})
  })

  test('is nowhere without rows', () => {
    expect(whereToGo([list([])], () => undefined)).toEqual({lists: [], regions: []})
  })
})

describe('telephones', () => {
  test('are dialled where they are certain, and short numbers as they are', () => {
    expect([
      dialled({text: '8 (7172) 74-37-23', e164: '+77172743723'}),
      dialled({text: '1414', e164: null}),
      dialled({text: '74-33-65', e164: null}),
      dialled({text: '1', e164: 'javascript:alert(1)'}),
    ]).toEqual(['+77172743723', '1414', null, null])
  })

  test('are cut out of a cell letter for letter', () => {
    const phones = [
      {text: '8 (7162) 40-10-76', e164: '+77162401076'},
      {text: '8 (7162) 40-10-63', e164: '+77162401063'},
      {text: '99-99-99', e164: null},
    ]
    const cell = '8 (7162) 40-10-76 8 (7162) 40-10-63, 99-99-99'
    const parts = dialParts(cell, phones)
    expect(parts.map(({text}) => text).join('')).toBe(cell)
    expect(parts.map(({dialled: number}) => number)).toEqual(['+77162401076', null, '+77162401063', null])
    expect(dialParts('', phones)).toEqual([])
  })
})

describe('a way of complaint', () => {
  const complaint = (text: string, over: Partial<Facts['complaint'][number]> = {}) => ({
    text,
    to: null,
    address: null,
    phones: [],
    point: '21',
    ...over,
  })

  test.each([
    [
      'help',
      complaint('Орталық қызметкерінің әрекетіне шағымдану тәртібі туралы ақпаратты call-орталықтың (1414) телефоны бойынша алуға болады'),
    ],
    ['court', complaint('мемлекеттік қызмет алушы заңнамада белгіленген тәртіппен сотқа жүгінуге құқылы')],
    [
      'address',
      complaint('Жазбаша шағыммен 010000, Астана қаласы', {address: '010000, Астана қаласы', phones: [{text: '1414', e164: null}]}),
    ],
    ['phone', complaint('«сенім телефонына»', {phones: [{text: '74-37-23', e164: null}]})],
    ['head', complaint('тікелей уәкілетті ұйым бөлімшесінің басшысына')],
    ['online', complaint('министрлігінің www.enbek.gov.kz мекенжайы бойынша интернет-ресурсында «сұрақ-жауап» бөлімінде')],
    ['other', complaint('шағым беріледі')],
  ])('%s', (kind, one) => {
    expect(complaintKind(one)).toBe(kind)
  })
})

describe('the history of a resolution', () => {
  const note = (date: string | null, number: string | null, effect: Note['effect'], target: string): Note => ({
    date,
    number,
    effect,
    target,
    text: `Ескерту. ${target}`,
    lines: [1, 1],
  })
  const resolution = {
    id: '2010-76',
    number: '76',
    date: '2010-02-08',
    notes: [note('2014-03-05', '185', 'repealed', ''), note('2012-08-31', '1131', 'restated', 'Кіріспе')],
  }

  test('runs from the adoption on, what one act changed together, notes of the standards among it', () => {
    const standards = [{id: '2010-76-1', title: 'Тұрғын үй', notes: [note('2012-08-31', '1131', 'restated', 'Стандарт')]}]
    const events = resolutionHistory(resolution, standards)
    expect(events.map(({date, number, adopted, changes}) => [date, number, adopted, changes.map(({what}) => what)])).toEqual([
      ['2010-02-08', '76', true, []],
      ['2012-08-31', '1131', false, ['Кіріспе', 'Тұрғын үй']],
      ['2014-03-05', '185', false, [null]],
    ])
    expect(events[1]?.changes[1]?.path).toBe('/standards/2010-76-1/')
  })

  test('leads to the instructions of acts whose text the data hold, dated where a note dates them', () => {
    const made = (by: string) => ({by, target: {resolution: {number: '76', date: '2010-02-08'}}}) as Amendment
    const events = resolutionHistory(resolution, [], [made('2012-1131'), made('2012-1131'), made('2011-9')])
    expect(events.map(({number, date, instructions}) => [number, date, instructions])).toEqual([
      ['76', '2010-02-08', null],
      ['1131', '2012-08-31', {path: '/resolutions/2012-1131/#amendments', count: 2}],
      ['185', '2014-03-05', null],
      ['9', null, {path: '/resolutions/2011-9/#amendments', count: 1}],
    ])
  })
})

test('a title of hundreds of letters is cut at a word where there is room for one line', () => {
  const long = 'Мүгедек баланы тәрбиелеуші анасына немесе әкесіне, бала асырап алушыға жәрдемақы тағайындау '.repeat(6).trim()
  expect(long.length).toBeGreaterThan(500)
  expect(shortTitle(long)).toBe('Мүгедек баланы тәрбиелеуші анасына немесе әкесіне, бала асырап алушыға жәрдемақы …')
  expect(shortTitle('Тұрғын үй')).toBe('Тұрғын үй')
  expect(shortTitle('х'.repeat(600)).length).toBeLessThan(100)
})

test('a title in a list of many keeps its beginning and what it is about', () => {
  const brackets =
    'Запастағы сарбаздарға, сержанттарға әскери билеттер (әскери билеттердің орнына уақытша куәліктер) және олардың телнұсқаларын беру'
  expect(listTitle(brackets)).toBe('Запастағы сарбаздарға, сержанттарға әскери билеттер және олардың телнұсқаларын беру')
  expect(listTitle('Кепілдік міндеттемені (түпкі пайдаланушының сертификатын) беру')).toContain('(түпкі пайдаланушының сертификатын)')
  const long =
    'Еңбек ету қабілетінен айырылу; асыраушысынан айырылу; жұмысынан айырылу; жүктілігіне және босануына байланысты табысынан айырылу; жаңа туған баланы асырап алуына байланысты табысынан айырылу әлеуметтік қатер жағдайларына әлеуметтік төлемдер тағайындау'
  expect(listTitle(long)).toBe(
    'Еңбек ету қабілетінен айырылу; асыраушысынан айырылу … айырылу әлеуметтік қатер жағдайларына әлеуметтік төлемдер тағайындау',
  )
  expect(listTitle('х'.repeat(600)).length).toBeLessThan(160)
})

test('the printed sheet is set closer the more there is to bring', () => {
  const sheet = (count: number) =>
    sheetDensity({
      title: 'Анықтама беру',
      facts: facts({documents: Array.from({length: count}, (_, i) => document(`${String(i)} ${'құжат '.repeat(20)}`))}),
      annexes: [],
    })
  expect([sheet(2), sheet(12), sheet(15), sheet(30)]).toEqual(['usual', 'close', 'closest', 'columns'])
})

test('an excluded standard tells no facts, whatever the data say of its readers', () => {
  expect(tellsFacts(facts({audience: 'military'}))).toBe(false)
  expect(tellsFacts(facts({provider: 'уәкілетті орган'}))).toBe(true)
})
