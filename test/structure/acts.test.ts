/** Acts that no source is like, invented in the manner of the Government's of 2007 to 2013, each read in all four formats. */
import {describe, expect, it} from 'vitest'
import type {ParsedSource} from '../../parser/index.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import {doubts, FORMATS, readAs, readFixture} from './printed.ts'

/** The fixture in every format. */
function inEveryFormat(name: string, prove: (act: ParsedSource, format: SourceFormat) => void): void {
  const printed = readFixture(name)
  it.each(FORMATS)('%s', (format) => {
    const act = readAs(printed, format)
    prove(act, format)
    expect(act.coverage.unaccounted).toBe(0)
  })
}

const SECTIONS = ['Жалпы ережелер', 'Мемлекеттік қызмет көрсету тәртібі', 'Жұмыс қағидаттары', 'Жұмыс нәтижелері', 'Шағымдану тәртібі']

function outlineOf({standards}: ParsedSource) {
  return standards.map(({id, title, status, sections, annexes}) => ({
    id,
    title,
    status,
    points: sections.map(({points}) => points.join(' ')),
    annexes: annexes.map(({number, kind}) => `${String(number)} ${kind}`),
  }))
}

describe('an act in force, one standard without a stamp, six sections', () => {
  inEveryFormat('six-sections', (act) => {
    expect(act.resolution).toMatchObject({id: '2009-512', status: 'in-force', repealedBy: null, signatory: {name: 'К. Мәсімов'}})
    expect(act.resolution?.preamble).toMatch(/^«Әкімшілік рәсімдер туралы» .* ҚАУЛЫ ЕТЕДІ:$/u)
    expect(outlineOf(act)).toEqual([
      {
        id: '2009-512-1',
        title: 'Туу туралы актіні тіркеу',
        status: 'included',
        points: ['1 2', '3 4', '5', '6', '7', '8'],
        annexes: ['1 indicators'],
      },
    ])
    expect(act.standards[0]?.sections.map(({title}) => title)).toEqual([
      ...SECTIONS.slice(0, 2),
      'Жұмыс принциптері',
      ...SECTIONS.slice(3),
      'Байланыс ақпараты',
    ])
    expect(doubts(act)).toEqual([])
  })
})

describe('titles without quotation marks, and in low ones', () => {
  inEveryFormat('unquoted-titles', (act) => {
    expect(act.resolution).toMatchObject({status: 'repealed', repealedBy: {number: '1392', date: '2012-11-01'}})
    expect(outlineOf(act).map(({id, title}) => [id, title])).toEqual([
      ['2010-102-1', 'Жер учаскесіне жеке меншік құқығына акт беру'],
      ['2010-102-2', 'Жер учаскесінің кадастрлық құнын бекіту'],
    ])
    expect(doubts(act)).toEqual([])
  })
})

describe('an act printed with its head, signed on three lines, its standard without stamp and quotation marks', () => {
  inEveryFormat('printed-head', (act) => {
    expect(act.resolution).toMatchObject({
      id: '2007-613',
      date: '2007-07-20',
      title: 'Мемлекеттік қызмет көрсетудің стандартын бекіту туралы',
      preamble: 'Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:',
      signatory: {name: 'К. Мәсімов', role: 'Қазақстан Республикасының Премьер-Министрі'},
    })
    expect(outlineOf(act)).toMatchObject([
      {id: '2007-613-1', title: 'Азаматтарға жеке куәлік беру', points: ['1 2 3 3-1 4', '5', '6', '7', '8', '9']},
    ])
    expect(doubts(act)).toEqual([])
  })
})

describe('items that approve standards, two of them excluded without a trace, one standard repealed', () => {
  inEveryFormat('items-without-text', (act) => {
    expect(act.resolution?.signatory).toEqual({name: 'А. Есімов', role: 'Қазақстан Республикасы Премьер-Министрінің орынбасары'})
    expect(act.standards.map(({id, status}) => [id, status])).toEqual([
      ['2011-464-2', 'included'],
      ['2011-464-4', 'excluded'],
    ])
    expect(doubts(act)).toEqual([])
  })

  it('keeps inserted points, sub-points, lists, excluded points and notes', () => {
    const [standard] = readAs(readFixture('items-without-text'), 'html-text').standards
    expect(standard?.points.map(({number}) => number)).toEqual(['1', '2', '3', '3-1', '3-2', '4', '5', '7', '8', '9'])
    expect(standard?.points[4]?.text).toBe('Төлем банк арқылы жүргізіледі:\n3.1. Қолма-қол ақшамен.\n3.2. Аударыммен.')
    expect(standard?.points[5]?.text).toBe('Паспорт мынадай кезекпен беріледі:\n1. Өтініш қабылданады.\n2. Жануар тексеріледі.')
    expect(standard?.points[6]?.text).toMatch(/^Алынып тасталды - ҚР Үкіметінің/u)
    expect(standard?.notes.map(({effect, target}) => [effect, target])).toEqual([
      ['other', ''],
      ['restated', '2-тармақ'],
      ['inserted', 'Стандарт 3-1, 3-2-тармақтармен'],
      ['excluded', '6-тармақ'],
    ])
  })
})

describe('annexes of the act that are no standards', () => {
  inEveryFormat('lists-and-tables', (act, format) => {
    expect(act.standards.map(({id}) => id)).toEqual(['2012-307-2'])
    expect(act.resolution?.attachments).toMatchObject([
      {number: 1, title: 'Көлік саласындағы мемлекеттік қызметтер тізілімі'},
      {
        number: 3,
        title: 'Қазақстан Республикасы Үкіметінің күші жойылған кейбір шешімдерінің тізбесі',
        points: [{number: '1'}, {number: '2'}],
      },
    ])
    if (format === 'html' || format === 'markdown')
      expect(act.resolution?.attachments[0]?.text).toContain('2 | Көлікті тіркеу | Ішкі істер органдары | автоматтандырылмаған')
    expect(doubts(act)).toEqual([])
  })
})

describe('captions letter-spaced, without a number, with a number that another annex has', () => {
  inEveryFormat('captions', (act) => {
    expect(act.resolution?.signatory).toEqual({name: 'Ө. Шөкеев', role: 'Қазақстан Республикасы Премьер-Министрінің бірінші орынбасары'})
    expect(outlineOf(act)[0]?.annexes).toEqual(['1 offices', '2 form', '3 certificate', '4 indicators'])
    expect(doubts(act)).toEqual(['structure/annex-without-number', 'structure/annex-number'])
  })
})

describe('an annex printed twice, a standard that stops at point 12, two stamps of one number', () => {
  inEveryFormat('broken', (act) => {
    expect(outlineOf(act)).toEqual([
      {
        id: '2012-415-1',
        title: 'Тұрғын үй көмегін тағайындау',
        status: 'included',
        points: ['1 2 3 4 5 6 7 8 9 10', '11 12 13 14 15 16', '17', '18 19', '20 21'],
        annexes: ['1 form', '2 form'],
      },
      {id: '2012-415-2', title: 'Тұрғын үйге кезекке қою', status: 'included', points: ['1 2 3 4 5 6 7 8 9 10', '11 12'], annexes: []},
      {
        id: '2012-415-3',
        title: 'Анықтама беру',
        status: 'included',
        points: ['1 2 3 4 5 6 7 8 9 10', '11 12 13 14 15 16', '17', '18 19', '20 21'],
        annexes: [],
      },
    ])
    expect(doubts(act)).toEqual([
      'structure/standard-number',
      'structure/annex-twice',
      'structure/missing-sections',
      'structure/missing-annex',
      'structure/cut-off',
    ])
  })
})

describe('a lost preamble, lost points of which the ends are left, a text that ends in the middle', () => {
  inEveryFormat('lost', (act) => {
    const [standard] = act.standards
    expect(standard?.points.map(({number}) => number)).toEqual(['1', '2', '3', '4', '8', '9', '10', '11', '12'])
    expect(standard?.points[3]?.text).toBe('Мемлекеттік қызмет туралы ақпарат:\n1) мұрағаттың интернет-ресурсында;')
    expect(standard?.points[5]?.text).toBe('Порталдың жұмыс кестесі – тәулік бойы.')
    expect(standard?.points[7]?.items.map(({marker}) => marker)).toEqual(['1)', '2)', 'б)'])
    expect(doubts(act)).toEqual([
      'structure/lost-point',
      'structure/lost-point',
      'structure/missing-points',
      'structure/missing-sections',
      'structure/missing-preamble',
      'structure/cut-off',
    ])
  })
})

describe('stamps and captions in other wordings', () => {
  inEveryFormat('stamps', (act) => {
    expect(act.resolution?.signatory).toEqual({name: 'К. Мәсімов', role: 'Қазақстан Республикасының Премьер-Министрі'})
    expect(outlineOf(act)).toEqual([
      {id: '2012-981-1', title: 'Спорттық разрядтар беру', status: 'included', points: ['1 2', '3', '4', '5'], annexes: ['1 form']},
      {
        id: '2012-981-2',
        title: 'Жаттықтырушыға санат беру',
        status: 'included',
        points: ['1 2', '3', '4', '5', '6'],
        annexes: ['1 form', '2 indicators'],
      },
    ])
    expect(doubts(act)).toEqual([])
  })
})

describe('instructions of an amending act', () => {
  inEveryFormat('amending', (act) => {
    const standard = 'Тұрғын үй көмегін тағайындау'
    expect(
      act.amendments.map(({item, action, target, words}) => [
        item,
        action,
        target.resolution?.number,
        target.standard,
        target.place,
        words,
      ]),
    ).toEqual([
      ['1.1)', 'restate', '2121', null, 'тақырыбы', null],
      ['1.2)', 'replace-words', '2121', null, 'кіріспедегі', {old: '34-бабына', new: '35-бабына'}],
      ['1.3)', 'exclude', '2121', null, '1-тармақтың 3) тармақшасы', null],
      ['1.4)', 'restate', '2121', standard, '5-тармақтың екінші бөлігі', null],
      ['1.4)', 'replace-words', '2121', standard, '7-тармақтағы', {old: '10', new: '15'}],
      ['1.4)', 'insert', '2121', standard, '11-1-тармақ', null],
      ['1.4)', 'insert', '2121', standard, '12-тармақтағы', {old: 'кеңседе', new: 'кеңседе және порталда'}],
      ['1.4)', 'replace-words', '2121', standard, 'бүкіл мәтін бойынша', {old: 'ХҚО', new: 'орталық'}],
      ['1.4)', 'replace-words', '2121', standard, 'бүкіл мәтін бойынша', {old: 'ХҚО-ның', new: 'орталықтың'}],
      ['1.4)', 'exclude', '2121', standard, '16-тармақтағы', {old: 'жазбаша', new: ''}],
      ['1.5)', 'restate-standard', '2121', 'Анықтама беру', '', null],
      ['1.6)', 'insert-standards', '2121', null, '', null],
      ['2', 'repeal', '985', null, '', null],
    ])
    expect(act.amendments[5]?.text).toBe('11-1. Құжаттар портал арқылы берілуі мүмкін.')
    expect(doubts(act)).toEqual([])
  })
})
