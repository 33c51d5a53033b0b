/** The way to a service, step by step; points are cut from the sources. */
import {describe, expect, it} from 'vitest'
import {readFacts} from '../../parser/facts/index.ts'
import type {Point} from '../../parser/model/index.ts'

const point = (number: number, text: string): Point => ({number: String(number), text, lines: [1, 1], items: []})
const steps = (...points: Point[]) => readFacts({points}).steps ?? []
const told = (...points: Point[]) => steps(...points).map(({kind, channel, lead, text}) => [kind, channel, lead, text])

describe('where documents are handed in', () => {
  it('is told item by item under the line that leads to them; who is responsible is no place', () => {
    const text = `Құжаттарды қабылдау тікелей:
1) мемлекеттік қызмет алушының тұрғылықты жері бойынша уәкілетті ұйым бөлімшесінің ғимаратында жүзеге асырылады.
Мемлекеттік қызметті алу үшін қажетті құжаттарды қабылдауды жүзеге асыратын жауапты адамның деректері www.gcvp.kz интернет-ресурсында, сондай-ақ уәкілетті ұйым бөлімшесі үй-жайларының көрнекті жерінде мемлекеттік және орыс тілдерінде орналастырылады.
2) орталықта «кедергісіз» қызмет көрсету арқылы операциялық залда жүзеге асырылады.`
    const lead = 'Құжаттарды қабылдау тікелей:'
    expect(told(point(13, text))).toEqual([
      [
        'submission',
        'authorised-organisation',
        lead,
        'мемлекеттік қызмет алушының тұрғылықты жері бойынша уәкілетті ұйым бөлімшесінің ғимаратында жүзеге асырылады',
      ],
      ['submission', 'service-centre', lead, 'орталықта «кедергісіз» қызмет көрсету арқылы операциялық залда жүзеге асырылады'],
    ])
  })

  it('leaves out what the portal does by itself', () => {
    const text =
      'Веб-порталға жүгінген кезде электронды сұрауды жіберу мемлекеттік қызмет алушының «жеке кабинетінен» жүзеге асырылады. Сұрау таңдалған қызметке сәйкес адресат мемлекеттік органға автоматты түрде жіберіледі.'
    expect(told(point(13, `Орталықтарда құжаттарды қабылдау операциялық залда жүзеге асырылады.\n${text}`))[1]?.[3]).toBe(
      'Веб-порталға жүгінген кезде электронды сұрауды жіберу мемлекеттік қызмет алушының «жеке кабинетінен» жүзеге асырылады',
    )
  })
})

describe('what is given for the documents', () => {
  it('gathers what the receipt states, whichever side of it stands the list', () => {
    const before = `Мемлекеттік қызметті алу үшін барлық қажетті құжаттарды тапсырған кезде уәкілетті органда немесе орталықта тұтынушыға мыналарды:
1) құжаттардың нөмірлері мен қабылданған күнін;
2) тұтынушының тегін, атын, әкесінің атын, оның байланыс телефонын көрсете отырып, тиісті құжаттардың қабылданғаны туралы қолхат беріледі.`
    const after = `Орталыққа өтініш білдірген кезде мемлекеттік қызмет алушыға мыналар көрсетіле отырып тиісті құжаттардың қабылданғаны туралы қолхат беріледі:
1) сауалдың нөмірі мен қабылданған күні;
2) сұратылған мемлекеттік қызмет түрі.`
    expect(steps(point(14, before))).toEqual([
      {
        kind: 'confirmation',
        lead: null,
        text: 'Мемлекеттік қызметті алу үшін барлық қажетті құжаттарды тапсырған кезде уәкілетті органда немесе орталықта тұтынушыға … тиісті құжаттардың қабылданғаны туралы қолхат беріледі',
        channel: 'competent-authority, service-centre',
        states: ['құжаттардың нөмірлері мен қабылданған күнін', 'тұтынушының тегін, атын, әкесінің атын, оның байланыс телефонын'],
        point: '14',
      },
    ])
    expect(steps(point(14, after))[0]).toMatchObject({
      channel: 'service-centre',
      states: ['сауалдың нөмірі мен қабылданған күні', 'сұратылған мемлекеттік қызмет түрі'],
    })
  })

  it('is one for each way of applying', () => {
    const text = `Мемлекеттік қызмет алушыға барлық қажетті құжаттарды тапсырған кезде:
1) уәкілетті ұйымның бөлімшесіне жүгінген кезде мемлекеттік қызмет алушыға мемлекеттік қызметті алатын күні көрсетілген құжаттардың қабылданғаны туралы белгісі бар өтініштің үзбелі талоны беріледі;
2) орталыққа өтініш бергенде:
сұраудың нөмірі мен қабылдаған күні;
уәкілетті өкілдің тегі, аты, әкесінің аты, және олардың байланыс телефондары көрсетілген тиісті құжаттарды қабылдау туралы қолхат беріледі.`
    expect(steps(point(14, text)).map(({channel, states}) => [channel, states.length])).toEqual([
      ['authorised-organisation', 0],
      ['service-centre', 2],
    ])
    expect(steps(point(14, text))[1]?.text).toBe('орталыққа өтініш бергенде … тиісті құжаттарды қабылдау туралы қолхат беріледі')
  })

  it('is nothing where the office only writes it down for itself', () => {
    const text =
      'Құжаттар орталық арқылы қабылданған кезде орталық қызметкері халыққа қызмет көрсету орталықтарының ақпараттық жүйесінде тиісті жазбаны жүргізеді.'
    expect(told(point(14, text))).toEqual([])
  })
})

describe('how the result is got', () => {
  it('stands apart from how long it is kept', () => {
    const text =
      'Егер алушы көрсетілген қызметтердің нәтижесін алуға келмеген жағдайда Орталық бір ай бойы олардың сақталуын қамтамасыз етеді, содан кейін құжаттарды Орталықтың мұрағатына тапсырады. Портал арқылы – «жеке кабинетте».'
    const issued =
      'Орталықта дайын құжаттарды алушыға орталықтың инспекторы «терезелер» арқылы қолхат негізінде онда көрсетілген мерзімде жүзеге асырады.'
    expect(steps(point(15, `${issued}\n${text}`)).map(({kind, channel}) => [kind, channel])).toEqual([
      ['delivery', 'service-centre'],
      ['delivery', 'portal'],
      ['storage', null],
    ])
  })

  it('may be in the point on receipts, where it is given at once', () => {
    const text =
      'Мемлекеттік қызмет алушы өтініш берген кезде жұмыспен қамтуға жәрдемдесудің белсенді нысандарына қатысуға жолдама беріледі.'
    expect(told(point(14, text))).toEqual([['delivery', null, null, text.slice(0, -1)]])
  })

  it('has an item whose semicolon was misprinted as a colon', () => {
    const text = `Салымшының транзиттік шоттары бойынша айналым туралы анықтаманы мемлекеттік қызмет алушы:
1) сұрауды жіберген орталық қызметкерінен:
2) порталдағы жеке кабинетте – сұрауды өз бетінше жіберген кезде алады.`
    expect(steps(point(15, text)).map(({channel, text: words}) => [channel, words])).toEqual([
      ['service-centre', 'сұрауды жіберген орталық қызметкерінен'],
      ['portal', 'порталдағы жеке кабинетте – сұрауды өз бетінше жіберген кезде алады'],
    ])
  })
})

describe('where the blank is', () => {
  it('is told for each way of applying', () => {
    const text = `Мемлекеттік қызметті алу үшін:
1) уәкілетті органда өтініштің бланкісін уәкілетті органның қызметкері береді;
2) орталықтарда бекітілген үлгідегі өтініштің бланкісі күту залындағы арнайы тағанда, сондай-ақ орталықтың интернет-ресурсында орналастырылады.`
    expect(steps(point(12, text)).map(({kind, channel}) => [kind, channel])).toEqual([
      ['application', 'competent-authority'],
      ['application', 'service-centre'],
    ])
  })

  it('is a point of its own, not one that names a blank among the documents', () => {
    expect(told(point(5, 'Көрсетілетін мемлекеттік қызметтің нәтижесі анықтама беру болып табылады.'))).toEqual([])
  })
})

describe('points of the facts', () => {
  it('are those that the facts were read from; telephones and sites have one each', () => {
    const {points, phones, websites} = readFacts({
      points: [
        point(1, 'Мемлекеттік қызметті уәкілетті орган көрсетеді.'),
        point(
          4,
          'Мемлекеттік қызмет туралы ақпарат:\n1) www.con.gov.kz интернет-ресурсында;\ncall-орталықтың (1414) телефоны бойынша алуға болады.',
        ),
        point(26, 'Министрліктің мекенжайы: 010000, Астана қаласы, www.con.gov.kz, телефон: 8 (7172) 74-37-23.'),
      ],
    })
    expect(points).toMatchObject({provider: '1', recipients: null, result: null, refusal: null})
    expect(phones.map(({text}, at) => [text, points?.phones[at]])).toEqual([
      ['1414', '4'],
      ['8 (7172) 74-37-23', '26'],
    ])
    expect(websites.map((site, at) => [site, points?.websites[at]])).toEqual([['www.con.gov.kz', '4']])
  })
})

describe('remarks on all documents', () => {
  it('carry their point and the way of applying that they speak of', () => {
    const text = `Мемлекеттік қызметті алу үшін мемлекеттік қызмет алушы мынадай құжаттарды тапсырады:
1) өтініш;
2) жеке басын куәландыратын құжат.
Уәкілетті ұйым бөлімшесіне өтініш бергенде салыстырып тексеру үшін құжаттардың түпнұсқалары мен көшірмелері ұсынылады.
Мемлекеттік қызмет алу үшін алушы орталық арқылы өтініш бергенде осы тармақта көрсетілген құжаттардың көшірмелері «Нотариат туралы» Қазақстан Республикасының Заңында белгіленген тәртіппен куәландырылады.`
    expect(readFacts({points: [point(11, text)]}).documentRemarks?.map(({channel, point: from}) => [channel, from])).toEqual([
      ['authorised-organisation', '11'],
      ['service-centre', '11'],
    ])
  })
})
