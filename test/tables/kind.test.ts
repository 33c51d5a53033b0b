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
