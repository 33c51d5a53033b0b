import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readHtml} from '../../parser/read/html.ts'
import {cellText, foldSpace} from '../../parser/tree.ts'
import type {Line, Table} from '../../parser/tree.ts'
import {outline, unaccounted} from './outline.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const lines = (html: string) => readHtml(html).children.filter((block): block is Line => block.type === 'line')
const texts = (html: string) => lines(html).map((line) => foldSpace(line.value))
const tables = (html: string) => readHtml(html).children.filter((block): block is Table => block.type === 'table')

describe('a page of the official database', () => {
  const root = readHtml(fixture('act.html'))

  it('becomes lines and tables with their places', () => {
    expect(outline(root)).toEqual(JSON.parse(fixture('act.json')))
  })

  it('leaves nothing unaccounted for and names what is not the act', () => {
    expect(unaccounted(root)).toBe('')
    const aside = (reason: string) =>
      root.setAside
        .filter((part) => part.reason === reason)
        .map((part) => root.source.slice(part.start, part.end))
        .join('|')
    expect(aside('page furniture')).toContain('Ресми жарияланым')
    expect(aside('page furniture')).toContain('© 2012')
    expect(aside('script')).toContain('Жарнама')
    expect(aside('style sheet')).toContain('.note')
    expect(aside('hidden text')).toBe('жасырын мәтін')
    expect(aside('markup')).toContain('есептегіш')
  })

  it('gives offsets that point at the text', () => {
    for (const line of root.children.filter((block): block is Line => block.type === 'line')) {
      const source = root.source.slice(line.start, line.end)
      expect(source.startsWith(line.value.trimStart().slice(0, 3)) || /^&|^\s*$/u.test(source.slice(0, 1))).toBe(true)
      expect(root.source.slice(0, line.start).split('\n').length).toBe(line.number)
    }
  })
})

describe('running text', () => {
  it('reads through nested marks and references, and folds the line feeds of the source', () => {
    expect(texts('<p>1. <b>Қоса <i>бері</i>ліп</b> отырған\n &laquo;стандарт&raquo; &#8470;&nbsp;5</p>')).toEqual([
      '1. Қоса беріліп отырған «стандарт» № 5',
    ])
  })

  it('opens a new line at each br and tells continued lines from paragraphs by their blanks', () => {
    const [first, second, third] = lines('<p>&nbsp;&nbsp;&nbsp;&nbsp; 1. бірінші<br>жалғасы<br>&nbsp;&nbsp;&nbsp;&nbsp; 2. екінші</p>')
    expect([first?.indent, second?.indent, third?.indent]).toEqual(['indented', 'flush', 'indented'])
    expect(lines('<p>1) бір;<br>2) екі.</p>').map((line) => line.indent)).toEqual(['indented', 'indented'])
  })

  it('counts empty paragraphs and doubled breaks as gaps', () => {
    expect(lines('<p>а</p><p>&nbsp;</p><p>б</p>').map((line) => line.gap)).toEqual([0, 2])
    expect(lines('<div>а<br>б<br><br>в</div>').map((line) => line.gap)).toEqual([0, 0, 1])
  })

  it('sets headings, centred and right-aligned paragraphs flush', () => {
    const html =
      '<h2>1. Жалпы ережелер</h2><p align="center">Өтініш</p><p style="text-align:right">2-қосымша</p><p class="right">№ 76</p><p>1. мәтін</p>'
    expect(lines(html).map((line) => line.indent)).toEqual(['flush', 'flush', 'flush', 'flush', 'indented'])
  })

  it('keeps the lines of preformatted text', () => {
    expect(lines('<pre>Азамат ____\n  (Т.А.Ә.)</pre>').map((line) => line.value)).toEqual(['Азамат ____', '  (Т.А.Ә.)'])
  })
})

describe('tables', () => {
  it('keep spans, empty cells and the lines of a cell', () => {
    const [table] = tables(
      '<table border="1"><tr><td rowspan="2">1</td><td colspan="3">а<br>б</td></tr>\n<tr><td></td><td rowspan="x" colspan="-2">в</td></tr></table>',
    )
    expect(table?.children.map((row) => row.children.map(cellText))).toEqual([
      ['1', 'а б'],
      ['', 'в'],
    ])
    expect(table?.children.map((row) => row.children.map((cell) => [cell.rowspan, cell.colspan]))).toEqual([
      [
        [2, 1],
        [1, 3],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ])
    expect(table?.children.map((row) => row.lines)).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  it('that only place a stamp or a signature are running text', () => {
    expect(outline(readHtml('<table><tr><td></td><td>№ 76 қаулысына<br>1-қосымша</td></tr></table>'))).toEqual([
      {line: 1, indent: 'flush', text: '№ 76 қаулысына'},
      {line: 1, indent: 'flush', text: '1-қосымша'},
    ])
    expect(texts('<table><tr><td>Қазақстан Республикасының<br>Премьер-Министрі</td><td>К. Мәсімов</td></tr></table>')).toEqual([
      'Қазақстан Республикасының',
      'Премьер-Министрі К. Мәсімов',
    ])
  })

  it('inside a table: layout around data is read through, a table in a cell is text of the cell', () => {
    const data = '<table border="1"><tr><td>1</td><td>а</td></tr><tr><td>2</td><td>б</td></tr></table>'
    expect(outline(readHtml(`<table><tr><td><p>Тізбе</p>${data}</td></tr></table>`))).toEqual([
      {line: 1, indent: 'flush', text: 'Тізбе'},
      {
        table: [1, 1],
        rows: [
          ['1', 'а'],
          ['2', 'б'],
        ],
      },
    ])
    const [outer] = tables(`<table border="1"><tr><td>3</td><td>${data}</td></tr></table>`)
    expect(outer?.children[0]?.children.map(cellText)).toEqual(['3', '1 а 2 б'])
  })
})

describe('hostile pages', () => {
  it.each([
    ['unclosed tags', '<p>1. бір<p>2. екі<b><i><table border=1><tr><td>3<td>4', ['1. бір', '2. екі']],
    ['text between table tags', '<table border=1>а<tr><td>1<td>2</tr>б</table>в', ['аб', 'в']],
    ['crossed tags', '<b><p>1. бір</b> екі</p>', ['1. бір екі']],
    ['an unclosed script', '<p>1. бір</p><script>alert("<p>2. екі</p>")', ['1. бір']],
    ['an unclosed frame', '<nav>Мәзір<p>1. бір</p>', ['Мәзір', '1. бір']],
    ['cells without a table', '<td>а</td><tr>б', ['аб']],
    ['a frame around everything', `<form class="search"><p>1. ${'сөз '.repeat(1200)}</p></form>`, [`1. ${'сөз '.repeat(1200).trim()}`]],
    ['not a page', '1. Қоса беріліп отырған < 5 & 6', ['1. Қоса беріліп отырған < 5 & 6']],
    ['nothing', '', []],
  ])('%s', (_, html, expected) => {
    expect(texts(html)).toEqual(expected)
    expect(unaccounted(readHtml(html))).toBe('')
  })

  it('nested ten thousand deep', () => {
    expect(texts(`${'<span>'.repeat(10000)}мәтін`)).toEqual(['мәтін'])
  })

  it('nested deeper than any parser bears give their text all the same', () => {
    const html = `${'<div>'.repeat(100000)}1. бір\n<b>екі</b><script>alert(1)</script>`
    expect(texts(html)).toEqual(['1. бір', 'екі'])
    expect(lines(html).map((line) => [line.number, html.slice(line.start, line.end)])).toEqual([
      [1, '1. бір'],
      [2, 'екі'],
    ])
    expect(texts(`${'<table border="1"><tr><td>'.repeat(20000)}мәтін`)).toEqual(['мәтін'])
  })

  it('of very many paragraphs do not overflow the stack', () => {
    expect(lines('<p>а'.repeat(130000))).toHaveLength(130000)
  })

  it('made of any tags in any order lose no letter', () => {
    const token = fc.constantFrom(
      '<p>',
      '</p>',
      '<table>',
      '<table border="1">',
      '</table>',
      '<tr>',
      '<td>',
      '</td>',
      '<br>',
      '<b>',
      '</b>',
      '<h3>',
      '</h3>',
      '<div align="right">',
      '</div>',
      '&nbsp;',
      '&amp;',
      ' ',
      '\n',
      'мәтін',
      '1.',
      '<!-- -->',
      '<a name="z">',
      '<center>',
      '<caption>',
    )
    fc.assert(
      fc.property(fc.array(token, {maxLength: 40}), (tokens) => {
        const html = tokens.join('')
        const root = readHtml(html)
        const words = (text: string) =>
          text
            .replace(/[^\p{L}\d.&]/gu, '')
            .split('')
            .sort()
            .join('')
        const read = root.children.flatMap((block) =>
          block.type === 'line' ? [block.value] : block.type === 'table' ? block.children.flatMap((row) => row.children.map(cellText)) : [],
        )
        expect(words(read.join(''))).toBe(
          words(
            html
              .replace(/<[^>]*>/gu, '')
              .replaceAll('&nbsp;', '')
              .replaceAll('&amp;', '&'),
          ),
        )
        expect(unaccounted(root)).toBe('')
      }),
      {numRuns: 300},
    )
  })
})
