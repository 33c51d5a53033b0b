/** Small acts put together from lines of the sources, in the PDF-as-text form. */
import {describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'

const head = `
Экспорттық бақылау саласындағы мемлекеттік қызметтер стандарттарын бекіту
туралы

Күшін жойған

Экспорттық бақылау саласындағы мемлекеттік қызметтер стандарттарын бекіту
туралы

Күшін жойған
Қазақстан Республикасы Үкіметінің 2011 жылғы 21 сәуірдегі № 431 Қаулысы.
Күші жойылды - Қазақстан Республикасы Үкіметінің 2014 жылғы 26 ақпандағы
№ 155 қаулысымен
      Ескерту. Күші жойылды - ҚР Үкіметінің 26.02.2014  қаулысымен (№ 155
алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа
енгізіледі).
      Бюджет кодексінің 34-бабына сәйкес Қазақстан Республикасының Үкіметі  ҚАУЛЫ ЕТЕДІ:
      1. Қоса беріліп отырған стандарт бекітілсін.
      2. Осы қаулы алғашқы ресми жарияланғанынан кейін күнтізбелік он күн
өткен соң қолданысқа енгізіледі.
      Қ а з а қ с т а н  Р е с п у б л и к а с ы н ы ң
      Премьер-Министрі                                  К. Мәсімов
`
const stamp = `Қ а з а қ с т а н  Р е с п у б л и к а с ы
Ү к і м е т і н і ң
2 0 1 1  ж ы л ғ ы  2 1  с ә у і р д е г і
№  4 3 1  қ а у л ы с ы м е н
бекітілген
`
const standard = `
 «Кепілдік міндеттемені (түпкі пайдаланушының сертификатын)
беру» мемлекеттік қызмет стандарты

      Ескерту. Стандарт жаңа редакцияда - ҚР Үкіметінің 19.04.2013  № 379
қаулысымен (алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн
өткен соң қолданысқа енгізіледі).



1. Жалпы ережелер

      1. Мемлекеттік қызметті уәкілетті орган көрсетеді.
      2. Мемлекеттік қызметтің нысаны: ішінара автоматтандырылған.

2. Мемлекеттік қызмет көрсету тәртібі

      3. Мемлекеттік қызметті алу үшін мыналар ұсынылады:
      1) өтініш;
      2) құжат
көшірмесі.
«Кепілдік міндеттемені
беру»  мемлекеттiк  қызмет  стандартына
1-қосымша
______________________________________________
(уәкілетті органның толық атауы)

ӨТІНІШ

      Басшы ______________
                (қолы)
`
const bytes = (text: string) => new TextEncoder().encode(text)
const act = parse({file: 'act.txt', bytes: bytes(head + stamp + standard), format: 'pdf-text'})

describe('the resolution', () => {
  it('has number, date, title, status and repealing act', () => {
    expect(act.resolution).toMatchObject({
      id: '2011-431',
      number: '431',
      date: '2011-04-21',
      title: 'Экспорттық бақылау саласындағы мемлекеттік қызметтер стандарттарын бекіту туралы',
      status: 'repealed',
      repealedBy: {number: '155', date: '2014-02-26'},
      signatory: {name: 'К. Мәсімов'},
    })
  })

  it('has its preamble, its points and its note, with the number that fell into the bracket put back', () => {
    expect(act.resolution?.preamble).toMatch(/ҚАУЛЫ ЕТЕДІ:$/u)
    expect(act.resolution?.points.map(({number}) => number)).toEqual(['1', '2'])
    expect(act.resolution?.notes).toMatchObject([{effect: 'repealed', date: '2014-02-26', number: '155'}])
  })
})

describe('the standard', () => {
  const [only] = act.standards
  it('has the title without quotation marks, and the note that restated it', () => {
    expect(only).toMatchObject({
      id: '2011-431-1',
      title: 'Кепілдік міндеттемені (түпкі пайдаланушының сертификатын) беру',
      status: 'included',
      legalStatus: 'repealed',
    })
    expect(only?.notes).toMatchObject([{target: 'Стандарт', effect: 'restated', date: '2013-04-19', number: '379'}])
  })

  it('tells headings from points', () => {
    expect(only?.sections.map(({number, title, points}) => [number, title, points])).toEqual([
      [1, 'Жалпы ережелер', ['1', '2']],
      [2, 'Мемлекеттік қызмет көрсету тәртібі', ['3']],
    ])
  })

  it('has points with items, wrapped lines joined', () => {
    expect(only?.points[2]).toMatchObject({
      number: '3',
      text: 'Мемлекеттік қызметті алу үшін мыналар ұсынылады:\n1) өтініш;\n2) құжат көшірмесі.',
      items: [
        {marker: '1)', text: 'өтініш;'},
        {marker: '2)', text: 'құжат көшірмесі.'},
      ],
    })
  })

  it('has its annex with number, kind and title', () => {
    expect(only?.annexes).toMatchObject([{id: '2011-431-1/1', number: 1, kind: 'form', title: 'ӨТІНІШ'}])
  })

  it('loses nothing', () => {
    expect(act.coverage.unaccounted).toBe(0)
  })
})

it('marks a standard that the act no longer holds', () => {
  const taken = `
«Запастағы офицерлерді әскери есепке алу»
мемлекеттік қызмет стандарты

      Ескерту. Стандарт алынып тасталды - ҚР Үкіметінің 08.05.2013  N 473
қаулысымен (алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн
өткен соң қолданысқа енгізіледі).
`
  const {standards} = parse({file: 'act.txt', bytes: bytes(head + stamp + taken + stamp + standard), format: 'pdf-text'})
  expect(standards.map(({id, status, legalStatus}) => [id, status, legalStatus])).toEqual([
    ['2011-431-1', 'excluded', 'repealed'],
    ['2011-431-2', 'included', 'repealed'],
  ])
})

it('reports points that a lost page took', () => {
  const torn = standard.replace(/ {6}2\. .*\n/u, '')
  const parsed = parse({file: 'act.txt', bytes: bytes(head + stamp + torn), format: 'pdf-text'})
  expect(parsed.standards[0]?.points.map(({number}) => number)).toEqual(['1', '3'])
  expect(parsed.diagnostics).toContainEqual(expect.objectContaining({rule: 'structure/missing-points', severity: 'warning'}))
})

it('takes no list inside a point for points', () => {
  const listed = standard.replace(
    '      2) құжат\nкөшірмесі.',
    '      1. Көші-қон полициясының рұқсаты.\n      2. Жеке куәліктің көшірмесі.\n      4. Төртінші тармақ.',
  )
  const parsed = parse({file: 'act.txt', bytes: bytes(head + stamp + listed), format: 'pdf-text'})
  expect(parsed.standards[0]?.points.map(({number}) => number)).toEqual(['1', '2', '3', '4'])
  expect(parsed.standards[0]?.points[2]?.text).toContain('2. Жеке куәліктің көшірмесі.')
})

it('says that a text is not a resolution, and still accounts for it', () => {
  const parsed = parse({file: 'letter.txt', bytes: bytes('Құрметті әріптестер!\n\nСіздерге хат жазып отырмыз.\n'), format: 'markdown'})
  expect(parsed.resolution).toBeNull()
  expect(parsed.diagnostics).toContainEqual(expect.objectContaining({rule: 'structure/not-a-resolution', severity: 'error', line: 1}))
  expect(parsed.coverage).toMatchObject({published: 0, unaccounted: 0})
  expect(parsed.coverage.setAside['not of a resolution']).toBeGreaterThan(0)
})
