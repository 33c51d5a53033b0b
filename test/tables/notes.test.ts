import {describe, expect, it} from 'vitest'
import {partNotes} from '../../parser/tables/notes.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import {blocksOf} from './render.ts'

const notesOf = (source: string, format: SourceFormat) => partNotes(blocksOf(source, format)).notes.map(({value}) => value.trim())

describe('notes beside a table', () => {
  it('are told from the last row, wrapped or not', () => {
    const rows = '16 Оңтүстік Қазақстан облысының ҚІД Шымкент қаласы, Сарбаздар көшесі, 8 8(7252) 54-95-88 \n55-81-29\n\n'
    expect(notesOf(`${rows}      Ескертпе: ҚІД – қорғаныс істері жөніндегі \nдепартамент.\n`, 'pdf-text')).toEqual([
      'Ескертпе: ҚІД – қорғаныс істері жөніндегі',
      'департамент.',
    ])
    expect(notesOf(`${rows}* деректер жыл сайын жаңартылады\n`, 'pdf-text')).toEqual(['* деректер жыл сайын жаңартылады'])
    expect(notesOf(`${rows}      Тізбе жыл сайын жергілікті басылымдарда жарияланады.\n`, 'pdf-text')).toHaveLength(1)
  })

  it('are not looked for among rows', () => {
    const table = '1 Ақмола облысының ҚІД Көкшетау қаласы, Кенесары көшесі, 42\n8(7162) 25-77-82\n'
    expect(notesOf(table, 'pdf-text')).toEqual([])
    expect(
      notesOf(`      Ескертпе: бірінші бөлік.\n\n${table}\n2 Ақтөбе облысының ҚІД Ақтөбе қаласы, 12 8(7132) 54-54-64\n`, 'pdf-text'),
    ).toEqual(['Ескертпе: бірінші бөлік.'])
  })

  it('stand over the header too: notes of amendment', () => {
    const source =
      '      Ескерту. 1-қосымша жаңа редакцияда - ҚР Үкіметінің 2012.08.31 \n№ 1131 қаулысымен.\n\nОрталықтардың тізбесі\n\n1 Көкшетау бөлімі Абай көшесі, 2 8 (7162) 25-00-67\n'
    const {table, notes} = partNotes(blocksOf(source, 'pdf-text'))
    expect(notes).toHaveLength(2)
    expect(table).toHaveLength(2)
  })

  it('end where the next block begins in Markdown', () => {
    const table = '1)\tКөкшетау қалалық бөлімі\tАбай көшесі, 142\t8 (7162) 25-00-67\n'
    expect(notesOf(`${table}\nЕ с к е р т п е : филиалдар кірмейді.\n`, 'markdown')).toEqual(['Е с к е р т п е : филиалдар кірмейді.'])
    expect(notesOf(table, 'markdown')).toEqual([])
  })
})
