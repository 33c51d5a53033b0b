import {describe, expect, it} from 'vitest'
import {cellKey, cellParts, learnTableVocabulary} from '../../parser/tables/vocabulary.ts'

const row = (number: string, ...cells: string[]) => ({number, cells, inherited: [], office: null, lines: [1, 1] as [number, number]})

describe('cellKey', () => {
  it('is the same for spellings that differ in marks, spaces and look-alike letters', () => {
    expect(cellKey('№1 Ақтау қалалық бөлiмi')).toBe(cellKey('№ 1 Ақтау қалалық бөлімі'))
    expect(cellKey('Абай көшесі, 44 «а» үй')).toBe(cellKey('Абай көшесi, 44а-үй'))
  })

  it('keeps numbers apart', () => {
    expect(cellParts('Абай көшесі, 12/2')).toEqual(['абай', 'көшесі', '12', '2'])
    expect(cellKey('№ 1 бөлім')).not.toBe(cellKey('№ 11 бөлім'))
  })
})

describe('learnTableVocabulary', () => {
  it('takes names and addresses from the columns their headings tell', () => {
    const {names, addresses} = learnTableVocabulary([
      {
        columns: ['Орналасқан мекенжайы', 'Орталықтардың атауы', 'Байланыс деректері'],
        groups: [{heading: null, rows: [row('1)', 'Есік қаласы, Абай көшесі, 314А', 'Еңбекшіқазақ аудандық бөлімі', '8 (72775) 4-54-70')]}],
      },
    ])
    expect([...names]).toEqual([cellKey('Еңбекшіқазақ аудандық бөлімі')])
    expect([...addresses]).toEqual([cellKey('Есік қаласы, Абай көшесі, 314А')])
  })

  it('goes by the order of the columns where there are no headings', () => {
    const {names, addresses} = learnTableVocabulary([
      {columns: [], groups: [{heading: null, rows: [row('', 'Қапал бөлімшесі', 'Қапал ауылы, Алпысбаев көшесі, 3', '')]}]},
    ])
    expect([names.size, addresses.size]).toEqual([1, 1])
    expect(names.has(cellKey('Қапал бөлімшесі'))).toBe(true)
  })

  it('learns no name from rows with a cell missing, single words, and cells that swallowed a page or a neighbour', () => {
    const address = 'Қапал ауылы, Алпысбаев көшесі, 3'
    const rows = [
      ['Қапал бөлімшесі', ''],
      ['', address],
      ['Алматы', address],
      ['бөлім '.repeat(60), address],
      ['Шу бөлімі Абай көшесі, 3', address],
    ]
    const {names} = learnTableVocabulary([{columns: [], groups: [{heading: null, rows: rows.map((cells) => row('', ...cells))}]}])
    expect(names.size).toBe(0)
  })
})
