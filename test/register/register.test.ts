import {describe, expect, it} from 'vitest'
import {Office} from '../../parser/model/index.ts'
import {buildRegister} from '../../parser/register/index.ts'
import {standardsOf} from './lists.ts'
import type {List} from './lists.ts'

const EDITIONS = new Map([
  ['2009-2223', '2013-05-08'],
  ['2010-76', '2012-08-31'],
  ['2011-431', '2013-04-19'],
  ['2012-1059', '2012-08-17'],
  ['2012-1278', '2012-10-09'],
])

/** The same offices as five acts print them. */
const AQMOLA: List[] = [
  {
    resolution: '2009-2223',
    rows: `
«Ақмола облысы бойынша ХҚО» РМК филиалы | Әуезов көшесі, 189 а | 8 (7162) 40-10-76 8 (7162) 40-10-63
Көкшетау қалалық бөлімі | Көкшетау қаласы, Біржан сал көшесі, 42-үй | 8 (7162) 25-00-67 8 (7162) 25-06-21
Бурабай аудандық бөлімі | Бурабай ауданы, Щучинск қаласы, Абылай хан көшесі, 28-үй | 8 (71636) 4-29-97 8 (71636) 4-28-91
Егіндікөл аудандық бөлімі | Егіндікөл ауданы, Егіндікөл ауылы, Победа көшесі, 7-үй | 8 (71642) 2-12-57
Зеренді аудандық бөлімі | Зеренді ауданы, Зеренді ауылы, Мир көшесі, 52-үй | 8 (71632) 2-00-74 8 (71632) 2-29-43
Степногорск қалалық бөлімі | Степногорск қаласы, 4-шағын аудан, 7-үй | 8 (71645) 2-00-40 8 (71645) 2-00-30`,
  },
  {
    resolution: '2010-76',
    rows: `
«Ақмола облысының ХҚО» РМК филиалы | Ақмола облысы, Көкшетау қ., Әуезов к-сі, 189 а | 8-7162-40-10-76 8-7162-40-10-63
Көкшетау қалалық бөлімі | Ақмола облысы, Көкшетау қ., Біржан сал к-сі, 42 | 8-7162-25-00-67 8-7162-25-06-21
Бурабай аудандық бөлімі | Ақмола облысы, Бурабай ауд., Щучинск қ., Абылай Хан к-сі, 28 | 8-71636-4-29-97 8-71636-4-28-91
Степногор аудандық бөлімі | Ақмола облысы, Степногор қ., 4 шағын аудан, 7 | 8-71645-2-00-40 8-71645-2-00-30
Егіндікөл аудандық бөлімі | Ақмола облысы, Егіндікөл ауд., Егіндікөл ауылы, Победа к-сі, 7 | 8-71642-2-12-57
Зеренді аудандық бөлімі | Ақмола облысы, Зеренді ауд., Зеренді ауылы, Мир к-сі, 52 | 8-71632-2-00-74 8-71632-2-29-43`,
  },
  {
    resolution: '2012-1059',
    heading: '«Ақмола облысы бойынша орталық» РМК филиалы',
    rows: `
«Ақмола облысы бойынша орталық» РМК филиалы | Көкшетау қаласы, Әуезов көшесі, 189 а-үй | 8 (7162) 40-10-76 8 (7162) 40-10-63
Көкшетау қалалық бөлімі | Көкшетау қаласы, Біржан сал көшесі, 42-үй | 8 (7162) 25-00-67 8 (7162) 25-06-21
Бурабай аудандық бөлімі | Щучинск қаласы, Абылайхан көшесі, 28-үй | 8 (71636) 4-29-97 8 (71636) 4-28-91
Егіндікөл аудандық бөлімі | Егіндікөл ауылы, Победа көшесі, 7-үй | 8 (71642) 2-12-57
Зеренді аудандық бөлімі | Зеренді ауылы,Мир көшесі, 52-үй | 8 (71632)2-00-74 8 (71632) 2-29-43
Степногор аудандық бөлімі | Степногор қаласы, 4-шағынаудан, 7-үй | 8 (71645) 2-00-40 8 (71645) 2-00-30`,
  },
  {
    resolution: '2012-1278',
    heading: '«Ақмола облысы бойынша ХҚКО» РМК филиалы',
    rows: `
«Ақмола облысы бойынша ХҚКО» РМК филиалы | Көкшетау қаласы, Әуезов көшесі, 189 а-үй | 8 (7162) 40-10-76 8 (7162) 40-10-63
Көкшетау қалалық бөлімі | Көкшетау қаласы, Абай көшесі, 142-үй | 8 (7162) 25-04-78
Бурабай аудандық бөлімі | Бурабай ауданы, Щучинск қаласы, Абылай хан көшесі, 42-үй | 8 (71636) 4-29-97 8 (71636) 4-28-91
Егіндікөл аудандық бөлімі | Егіндікөл ауданы, Егіндікөл ауылы, Жеңіс көшесі, 7-үй | 8 (71642) 2-12-57
Зеренді аудандық бөлімі | Зеренді ауданы, Зеренді ауылы, Мир көшесі, 52-үй | 8 (71632) 2-00-74
Степногор қалалық бөлімі | Степногор қаласы, 9 ш/а, 83 ғимарат | 8 (71645) 2-00-40 8 (71645) 2-00-30`,
  },
]

const register = (lists: readonly List[]) => buildRegister(standardsOf(...lists), {editions: EDITIONS})
const office = (lists: readonly List[], part: string) => {
  const found = register(lists).offices.find(({id}) => id.endsWith(part))
  if (!found) throw new Error(`no office ${part}`)
  return found
}
const differences = (lists: readonly List[], part: string) =>
  office(lists, part).discrepancies.map(({field, parts}) => `${field}: ${parts.join(', ')}`)

describe('the register', () => {
  it('makes one office of the rows that speak of it, whatever their spelling and order', () => {
    const {offices} = register(AQMOLA)
    expect(offices.map(({id, appearances}) => [id, appearances.length])).toEqual([
      ['aqmola-service-centre', 4],
      ['aqmola-service-centre-burabai', 4],
      ['aqmola-service-centre-egindikol', 4],
      ['aqmola-service-centre-kokshetau', 4],
      ['aqmola-service-centre-stepnogor', 4],
      ['aqmola-service-centre-zerendi', 4],
    ])
  })

  it('publishes what the latest edition prints, completed from the others', () => {
    const head = office(AQMOLA, 'service-centre')
    expect(head).toMatchObject({
      name: '«Ақмола облысы бойынша ХҚО» РМК филиалы',
      kind: 'service-centre',
      region: 'Ақмола облысы',
      locality: 'Көкшетау қаласы',
      address: 'Әуезов көшесі, 189 а',
      phones: [
        {text: '8 (7162) 40-10-76', e164: '+77162401076'},
        {text: '8 (7162) 40-10-63', e164: '+77162401063'},
      ],
      standards: ['2009-2223-1', '2010-76-1', '2012-1059-1', '2012-1278-1'],
      discrepancies: [],
    })
    expect(() => Office.parse(head)).not.toThrow()
  })

  it('tells its history by the dates of the editions', () => {
    expect(office(AQMOLA, 'kokshetau').history.map(({date, address}) => [date, address])).toEqual([
      ['2012-08-17', 'Көкшетау қаласы, Біржан сал көшесі, 42-үй'],
      ['2012-08-31', 'Ақмола облысы, Көкшетау қ., Біржан сал к-сі, 42'],
      ['2012-10-09', 'Көкшетау қаласы, Абай көшесі, 142-үй'],
      ['2013-05-08', 'Көкшетау қаласы, Біржан сал көшесі, 42-үй'],
    ])
  })

  it('lists real differences, not ways of spelling', () => {
    expect(differences(AQMOLA, 'kokshetau')).toEqual(['address: street, house', 'phones: number'])
    expect(differences(AQMOLA, 'burabai')).toEqual(['address: house'])
    expect(differences(AQMOLA, 'egindikol')).toEqual(['address: street-renamed'])
    expect(differences(AQMOLA, 'zerendi')).toEqual(['phones: missing-number'])
    expect(differences(AQMOLA, 'stepnogor')).toEqual(['address: street, house', 'name: level'])
    expect(differences(AQMOLA, 'service-centre')).toEqual([])
  })

  it('says with each value where and when it stands', () => {
    const [address] = office(AQMOLA, 'burabai').discrepancies
    expect(address?.values).toEqual([
      {
        value: 'Бурабай ауданы, Щучинск қаласы, Абылай хан көшесі, 28-үй',
        annexes: ['2009-2223-1/1', '2010-76-1/1', '2012-1059-1/1'],
        date: '2013-05-08',
        dates: ['2012-08-17', '2012-08-31', '2013-05-08'],
      },
      {
        value: 'Бурабай ауданы, Щучинск қаласы, Абылай хан көшесі, 42-үй',
        annexes: ['2012-1278-1/1'],
        date: '2012-10-09',
        dates: ['2012-10-09'],
      },
    ])
  })

  it('weighs another street more than another name of it', () => {
    const weight = (part: string) => office(AQMOLA, part).discrepancies[0]?.weight ?? 0
    expect(weight('kokshetau')).toBeGreaterThan(weight('burabai'))
    expect(weight('burabai')).toBeGreaterThan(weight('egindikol'))
    expect(weight('egindikol')).toBeGreaterThan(weight('zerendi'))
  })

  it('is the same in any order of the standards', () => {
    expect(register([...AQMOLA].reverse()).offices).toEqual(register(AQMOLA).offices)
  })

  it('keeps identifiers when a later act is added', () => {
    const before = register(AQMOLA.slice(0, 3)).offices.map(({id}) => id)
    expect(register(AQMOLA).offices.map(({id}) => id)).toEqual(before)
  })

  it('links the rows of the standards to their offices', () => {
    const {standards, offices} = register(AQMOLA)
    const rows = standards.flatMap(({annexes}) => annexes.flatMap(({groups}) => (groups ?? []).flatMap((group) => group.rows)))
    const ids = new Set(offices.map(({id}) => id))
    expect(rows).toHaveLength(24)
    expect(rows.every((row) => row.office !== null && ids.has(row.office))).toBe(true)
  })
})

describe('what is one office and what is not', () => {
  it('two rows of one table are two offices, at one address and in one building', () => {
    const rows = `
«Қарағанды облысы бойынша ХҚО» РМК филиалы | Чкалов көшесі, 7 | 8 (7212) 41-63-10
№2 қалалық бөлім | Чкалов көшесі, 7 | 8 (7212) 41-03-92`
    const lists = ['2009-2223', '2012-1059'].map((resolution) => ({
      resolution,
      heading: '«Қарағанды облысы бойынша ХҚО» РМК филиалы',
      rows,
    }))
    expect(register(lists).offices.map(({id, appearances}) => [id, appearances.length])).toEqual([
      ['qaragandy-service-centre', 2],
      ['qaragandy-service-centre-city-2', 2],
    ])
  })

  it('two offices of one district are told apart by where they are', () => {
    const heading = '«Батыс Қазақстан облысы бойынша ХҚО» РМК филиалы'
    const offices = register([
      {
        resolution: '2009-2223',
        heading,
        rows: `
Қазталов ауданы бойынша бөлім | БҚО, Казталов ауданы, Қазталов ауылы, Лұқманов көшесі, 22А | 8 (711) 44-32-204 8 (711) 44-32-205
Қазталов ауданы бойынша бөлім | БҚО, Қазталов ауданы, Жалпақтал ауылы, С.Датұлы көшесі, 23 | 8 (711) 38-21-044 8 (711) 38-21-045`,
      },
      {
        resolution: '2012-1278',
        heading,
        rows: `
Қазталов аудандық бөлімі | БҚО, Қазталов ауданы, Жалпақтал ауылы, С.Датұлы көшесі, 23-үй | 8-711-38-21-0448-711-38-21-045
Қазталов аудандық бөлімі | БҚО, Қазталов ауданы, Қазталовка ауылы, Лұкманов көшесі, 22А-үй | 8-711-44-32-2048- 711-44-32-205`,
      },
    ]).offices
    expect(offices.map(({locality, appearances}) => [locality, appearances.length])).toEqual([
      ['Жалпақтал ауылы', 2],
      ['Қазталов ауылы', 2],
    ])
    expect(offices.flatMap(({discrepancies}) => discrepancies)).toEqual([])
  })

  it('an office that changed its name and stayed is one', () => {
    const heading = '«Ақтөбе облысы бойынша ХҚО» РМК филиалы'
    const {offices} = register([
      {
        resolution: '2010-76',
        heading,
        rows: 'Қандыағаш аудандық бөлімі | Ақтөбе облысы, Мұғалжар ауд., Қандыағаш қ., Молодежный шағын ауд., 47«Б» | 8-71333-30-2-19 8-71333-30-2-18',
      },
      {
        resolution: '2012-1278',
        heading,
        rows: 'Мұғалжар аудандық бөлімі | Мұғалжар ауданы, Қандыағаш қаласы, Молодежный ш/а, 47 «Б»-үй | 8 (71333) 30-2-19 8 (71333) 30-2-18',
      },
    ])
    expect(offices).toHaveLength(1)
    expect(offices[0]?.discrepancies.map(({field, parts}) => [field, parts])).toEqual([['name', ['place']]])
  })

  it('a district’s office is not that of the town it lies in', () => {
    const heading = '«Павлодар облысы бойынша ХҚО» РМК филиалы'
    const {offices} = register([
      {resolution: '2009-2223', heading, rows: 'Павлодар қалалық бөлімі | Павлодар қаласы, Кутузов көшесі, 204-үй | 8 (7182) 34-59-04'},
      {resolution: '2012-1278', heading, rows: 'Павлодар аудандық бөлімі | Павлодар қаласы, Толстой көшесі, 10-үй | 8 (7182) 62-92-29'},
    ])
    expect(offices).toHaveLength(2)
  })

  it('a row that lost its name is known by its telephone', () => {
    const heading = '«Маңғыстау облысы бойынша ХҚО» РМК филиалы'
    const rows = (name: string) => `
${name} | Ақтау қаласы, 15-шағын аудан, 67 б-ғимараты | 8 (7292) 42-23-11 8 (7292) 42-23-12
№1 Ақтау қалалық бөлімі | Ақтау қаласы, 15-шағын ауданы, 67 б-ғимарат | 8 (7292) 42-23-17`
    const {offices} = register([
      {resolution: '2009-2223', ordinal: 4, heading, rows: rows('«Маңғыстау облысы бойынша ХҚО» РМК филиалы')},
      {resolution: '2009-2223', ordinal: 8, heading, rows: rows('')},
    ])
    expect(offices.map(({name, appearances}) => [name, appearances.length])).toEqual([
      ['«Маңғыстау облысы бойынша ХҚО» РМК филиалы', 2],
      ['№1 Ақтау қалалық бөлімі', 2],
    ])
  })

  it('a row that a table prints twice over is one office', () => {
    const {offices} = register([
      {
        resolution: '2012-1059',
        heading: 'Алматы облысының уәкілетті органдары',
        rows: `
Жамбыл ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі | Ұзынағаш ауылы, Қарасай батыр көшесі, 261-үй | 8-72770 2-22-60
Жамбыл ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі | Ұзынағаш ауылы, Қарасай батыр көшесі, 261 | 8-72770 2-22-60`,
      },
    ])
    expect(offices).toHaveLength(1)
    expect(offices[0]?.appearances).toHaveLength(2)
  })

  it('a row that names no region takes that of its town', () => {
    const {offices} = register([
      {
        resolution: '2009-2223',
        heading: 'Ақмола облысы',
        rows: 'Степногорск қалалық бөлімі | Степногорск қаласы, 4-шағын аудан, 7-үй | 8 (71645) 2-00-40',
      },
      {
        resolution: '2012-1278',
        heading: null,
        rows: 'Степногорск қаласының мемлекеттік мұрағаты | Степногорск қаласы, 2-шағын ауданы, № 3 ғимарат | жоқ',
      },
    ])
    expect(offices.map(({kind, region}) => [kind, region])).toEqual([
      ['archive', 'Ақмола облысы'],
      ['service-centre', 'Ақмола облысы'],
    ])
  })

  it('a number without its code is the one that another list gives with it', () => {
    const heading = null
    const columns = ['Уәкілетті органның атауы', 'Орналасқан мекенжайы', 'Телефон нөмірі']
    const {offices} = register([
      {
        resolution: '2012-1059',
        ordinal: 12,
        heading,
        columns,
        rows: 'Қарағанды облысының жұмыспен қамтуды үйлестіру және әлеуметтік бағдарламалар басқармасы | Қарағанды қаласы, Ержанов көшесі, 47/3-үй | 8-7212- 43-20-82',
      },
      {
        resolution: '2012-1059',
        ordinal: 13,
        heading,
        columns,
        rows: 'Қарағанды облысының жұмыспен қамтуды үйлестіру және әлеуметтік бағдарламалар басқармасы | Қарағанды, Ержанов көшесі, 47/3 | 43-20-82',
      },
    ])
    expect(offices).toHaveLength(1)
    expect(offices[0]?.discrepancies).toEqual([])
  })
})

describe('doubtful telephones', () => {
  it('are reported row by row', () => {
    const standards = standardsOf({
      resolution: '2009-2223',
      heading: 'Павлодар облысы',
      rows: 'Павлодар қалалық бөлімі | Павлодар қаласы, Кутузов көшесі, 204-үй | 8 (7182) 34-59-04 8 (8182) 34-59-05',
    })
    const {diagnostics, offices} = buildRegister(standards, {files: new Map([['2009-2223', 'a.txt']])})
    expect(diagnostics).toEqual([
      {
        file: 'a.txt',
        line: 1,
        rule: 'register/phone',
        severity: 'info',
        message: "«8 (8182) 34-59-05» has no certain international form: its code is none of Kazakhstan's",
      },
    ])
    expect(offices[0]?.phones).toEqual([
      {text: '8 (7182) 34-59-04', e164: '+77182345904'},
      {text: '8 (8182) 34-59-05', e164: null, doubt: 'unknown-code'},
    ])
  })
})
