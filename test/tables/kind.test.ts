import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {annexKind} from '../../parser/tables/kind.ts'
import {blocksOf} from './render.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

describe('kind of an annex', () => {
  it('knows lists of offices by header and content, whatever the title', () => {
    expect(annexKind(null, blocksOf(fixture('wrapped-cells.html.txt'), 'html-text'))).toBe('offices')
    expect(annexKind('Мемлекеттік мұрағаттардың мекенжайы', blocksOf(fixture('lagging-cells.md'), 'markdown'))).toBe('offices')
    expect(
      annexKind('Облыстардың, Астана және Алматы қалаларының әкімдіктерінің тізімі', blocksOf(fixture('lost-cells.html.txt'), 'html-text')),
    ).toBe('offices')
  })

  it('knows offices whose header has no number column, or stands on one line', () => {
    const rows = [1, 2, 3].map((at) => `${at} Ақкөл бөлімі Ақкөл қаласы, Абай көшесі, ${at} 8 (7162) 25-00-1${at}\n\n`).join('')
    expect(annexKind('Тізбе', blocksOf(`Атауы\n\nМекенжайы Телефоны Жұмыс кестесі\n\n${rows}`, 'pdf-text'))).toBe('offices')
    expect(annexKind('Тізбе', blocksOf(`Р/с №\n\nАтауы Мекенжайы Телефоны Жұмыс кестесі\n\n${rows}`, 'pdf-text'))).toBe('offices')
    for (const [name, format] of [
      ['no-number-column.md', 'markdown'],
      ['no-number-column-page.html', 'html'],
      ['no-number-column-text.html.txt', 'html-text'],
    ] as const)
      expect(annexKind(null, blocksOf(fixture(name), format)), name).toBe('offices')
  })

  it('takes no price list for offices, though it says where to pay', () => {
    const source =
      'Р/с №\tҚызметтің атауы\tМөлшері, теңгемен\n1\tСараптама жүргізу\t24 500\n2\tКуәлік беру\t39 800\n3\tТөлем орны\tКөкшетау қаласы, Абай көшесі, 1\n'
    expect(annexKind('Мемлекеттік қызмет көрсету ақысының мөлшерлері', blocksOf(source, 'markdown'))).toBe('other')
  })

  it('knows indicators by their codes and headings', () => {
    expect(annexKind('Кесте. Сапа мен тиімділік көрсеткіштерінің мәні', blocksOf(fixture('indicators/cells.html.txt'), 'html-text'))).toBe(
      'indicators',
    )
    expect(annexKind(null, blocksOf(fixture('indicators/values.pdf.txt'), 'pdf-text'))).toBe('indicators')
  })

  it('tells an application for a certificate from the certificate', () => {
    const blank = blocksOf('(қолы) _________\nМ.О. ________\n', 'pdf-text')
    expect(annexKind('АНЫҚТАМА', blank)).toBe('certificate')
    expect(annexKind('Импорттаушының (түпкі пайдаланушының) кепілдік міндеттемесі', blank)).toBe('certificate')
    expect(annexKind('Кепiлдiк мiндеттемені (түпкi пайдаланушының сертификатын) алуға ӨТІНІШ', blank)).toBe('form')
    expect(annexKind('Өнімді жатқызу туралы қорытынды алу үшін мәліметтер нысаны', blank)).toBe('form')
  })

  it('knows a blank with a table of its own by its title', () => {
    const source = 'Р/с №\tШетелдік мерзімді баспасөз басылымдары атауының тізбесі\tТаралу аумағы\n1.\t\t\n2.\t\t\n\nҚосымша: 1. _____\n'
    expect(annexKind('Шетелдік мерзімді баспасөз басылымдарын есепке алу туралы өтініш', blocksOf(source, 'markdown'))).toBe('form')
  })

  it('does not guess', () => {
    expect(annexKind('Қызмет көрсету кезеңдері', blocksOf('Бірінші кезең.\nЕкінші кезең.\n', 'pdf-text'))).toBe('other')
  })
})
