/** Characters that do not show are told, whatever the format does with them; texts of the sources have none to tell. */
import {readFileSync, readdirSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findHidden, legible, partsOf, revealed, toJson, toXml, unrevealed} from '../../parser/language/hidden-characters.ts'
import {parse} from '../../parser/index.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import {formatDiagnostic} from '../../scripts/lib/command.ts'
import {render} from '../../scripts/lib/sources/print-source.ts'
import {model} from '../formats/model.ts'

const READ = {references: true, folds: true}
const messages = (text: string, references = true) => findHidden(text, {references, folds: true}).map(({message}) => message)

describe('a text and its signs', () => {
  test.each([
    ['төлем\u202eсіз\u202c', 'төлем⟨U+202E⟩сіз⟨U+202C⟩'],
    ['\u2066құқық\u2069 \u200e\u200f\u061c', '⟨U+2066⟩құқық⟨U+2069⟩ ⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩'],
    ['ақ\u200b\u200c\u200d\u2060\ufeffысыз', 'ақ⟨U+200B⟩⟨U+200C⟩⟨U+200D⟩⟨U+2060⟩⟨U+FEFF⟩ысыз'],
    ['құ\u00adқық', 'құ⟨U+00AD⟩қық'],
    ['а\u{e0041}\u{e007f}б', 'а⟨U+E0041⟩⟨U+E007F⟩б'],
    ['а\u034f\u3164\ufe0f\u0085б', 'а⟨U+034F⟩⟨U+3164⟩⟨U+FE0F⟩⟨U+0085⟩б'],
    ['а\ufffe\ufdd0\u{1ffff}б', 'а⟨U+FFFE⟩⟨U+FDD0⟩⟨U+1FFFF⟩б'],
    ['\u00a0осы\u00a0«қағида»\tй́ 🇰🇿\n', '\u00a0осы\u00a0«қағида»\tй́ 🇰🇿\n'],
  ])('%j', (text, shown) => {
    expect(revealed(text)).toBe(shown)
    expect(unrevealed(shown)).toBe(text)
    const parts = partsOf(text)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.map((part) => (part.code === null ? part.text : `⟨${part.code}⟩`)).join('')).toBe(shown)
  })

  test('a sign that stands in the text itself is text', () => {
    for (const text of ['⟨U+0041⟩', '⟨U+D800⟩', '⟨U+FFFFFF⟩', '⟨U+00202E⟩']) expect(unrevealed(text)).toBe(text)
  })

  test('nothing that does not show is left, in any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(revealed(text)).not.toMatch(/\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}|[\u0080-\u009f]/u)
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
      {seed: 4},
    )
  })
})

describe('a text in data', () => {
  const SHOWN = /\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}|[\u0080-\u009f\u2028\u2029]/u

  test('as JSON each is written by its number; the value is the text', () => {
    expect(toJson({title: 'төлем\u202eсіз\u{e0041}'})).toBe('{"title":"төлем\\u202eсіз\\udb40\\udc41"}')
    expect(toJson(['а', 1, null], 2)).toBe(JSON.stringify(['а', 1, null], null, 2))
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.constantFrom(undefined, 2), (text, space) => {
        const json = toJson({[text]: [text]}, space)
        expect(json).not.toMatch(SHOWN)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({[text]: [text]})))
      }),
      {seed: 6},
    )
  })

  test('as XML too', () => {
    expect(toXml('а &amp; \u202eб\u{e0041}\u0085')).toBe('а &amp; &#x202E;б&#xE0041;&#x0085;')
  })

  test('in a title what converters leave is left out, the others are signs', () => {
    expect(legible('құ\u00adқық төлем\u202eсіз\ufeff')).toBe('құқық төлем⟨U+202E⟩сіз')
    expect(legible('төлем\u202eсіз', ['‹', '›'])).toBe('төлем‹U+202E›сіз')
    expect(legible('төлемсіз')).toBe('төлемсіз')
  })
})

describe('what a source is told of', () => {
  test('marks of direction: line by line, with what stands around them', () => {
    expect(findHidden('1. Мемлекеттік қызмет\n2. төлем\u202eсіз\u202c, \u202eақысыз', READ)).toEqual([
      {
        line: 2,
        doubtful: true,
        message:
          'Does not show on a page: U+202E right-to-left override, 2 times; U+202C pop directional formatting. «2. төлем⟨U+202E⟩сіз⟨U+202C⟩, ⟨U+202E⟩ақысыз»',
      },
    ])
  })

  test('what converters leave: once a file, with how often', () => {
    expect(messages('құ\u00adқық қор\u00adғау\nқыз\u200bмет\nқыз\u00adмет')).toEqual([
      'Does not show on a page: U+00AD soft hyphen, 3 times on 2 lines, first on this one.',
      'Does not show on a page: U+200B zero width space (read as a blank), once.',
    ])
    expect(findHidden('құ\u00adқық', READ)[0]?.doubtful).toBe(false)
  })

  test('references too, where the format reads them', () => {
    const text = 'төлем&#8238;сіз&#x202C; &rlm; &lt; &#128; &#171;'
    expect(messages(text)).toEqual([
      'Does not show on a page: U+202E right-to-left override; U+202C pop directional formatting; U+200F right-to-left mark. «төлем⟨U+202E⟩сіз⟨U+202C⟩ ⟨U+200F⟩ &lt; &#128; &#171;»',
    ])
    expect(messages(text, false)).toEqual([])
  })

  test('a message never holds one itself, and is short', () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom('а', ' ', '\u202e', '\u{e0041}', '😀', '\ufe0f', '&#8238;'), maxLength: 400}),
        (text) => {
          for (const message of messages(text)) {
            expect(revealed(message)).toBe(message)
            expect(message).not.toMatch(/\p{Surrogate}/u)
            expect(message.length).toBeLessThan(2_000)
          }
        },
      ),
      {seed: 5},
    )
  })

  test('no-break spaces are none: nothing is told of the sources', () => {
    const files = readdirSync('sources').filter((file) => /\.(?:md|txt|html)$/u.test(file))
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) expect(findHidden(readFileSync(`sources/${file}`, 'utf8'), READ), file).toEqual([])
  })
})

test.each<SourceFormat>(['markdown', 'html', 'html-text', 'pdf-text'])(
  'a mark in a point stays in the data of %s, and is told',
  (format) => {
    const act = structuredClone(model)
    const point = act.standards.find(({points}) => points.length > 3)?.points[1]
    if (!point) throw new Error('the act of test/formats has no second point now')
    const word = 'төлемсіз'
    point.text = `Мемлекеттік қызмет халыққа ${word} көрсетіледі.`
    const source = render(act, format).replace(word, 'төлем\u202eсіз')
    const {standards, diagnostics} = parse({file: 'a', bytes: new TextEncoder().encode(source)})
    const told = diagnostics.filter(({rule}) => rule === 'repair/hidden-character')
    expect(JSON.stringify(standards)).toContain('төлем\u202eсіз')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({severity: 'warning', line: source.split('\n').findIndex((line) => line.includes('\u202e')) + 1})
    expect(told[0]?.message).toContain('төлем⟨U+202E⟩сіз')
  },
)

test('a terminal is shown signs', () => {
  const line = formatDiagnostic({file: 'a\u202etxt.md', line: 1, rule: 'x/y', severity: 'warning', message: '«\u2067б\u200b»'})
  expect(line).toBe('a⟨U+202E⟩txt.md:1: warning: «⟨U+2067⟩б⟨U+200B⟩» [x/y]')
})
