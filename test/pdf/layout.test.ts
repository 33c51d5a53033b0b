/** Nothing is cut off: whatever the blank and the values, all of it stands inside the margins. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {layoutForm, type FormValues} from '../../templates/forms/index.ts'
import {isElement, type Element, type FieldMark, type Mark, type Sheet, type TextMark} from '../../templates/pdf/display.ts'
import {LINE_HEIGHT} from '../../templates/pdf/fields.ts'
import {textWidth} from '../../templates/pdf/fonts.ts'
import {mm, PAGE_HEIGHT, PAGE_WIDTH} from '../../templates/pdf/page.ts'
import {STYLE} from '../../templates/pdf/style.ts'
import {parseTrueType} from '../../templates/pdf/truetype.ts'
import {wrapBalanced, wrapText} from '../../templates/pdf/wrap.ts'
import type {Inline, LayoutBlock} from '../../parser/model/index.ts'
import {annex, CERTIFICATE, context, field, gap, MEDIA, MILITARY, PRIVILEGES, text} from './blanks.ts'

const assets = loadAssets()
const fonts = {regular: parseTrueType(assets.fonts.regular), bold: parseTrueType(assets.fonts.bold)}
const LONG =
  'Солтүстік Қазақстан облысы, Ғабит Мүсірепов атындағы аудан, Новоишим ауылы, Әуезов көшесі, 108-үй, 14-пәтер, ұялы телефоны 8 (777) 123-45-67'

const marks = (nodes: readonly (Element | Mark)[]): Mark[] => nodes.flatMap((node) => (isElement(node) ? marks(node.kids) : [node]))
const width = (mark: TextMark): number => textWidth(fonts[mark.weight], mark.text, mark.size)

/** What stands outside the margins, or is longer than its field. */
function cutOff(sheets: readonly Sheet[]): string[] {
  const {left, right, top} = STYLE.margins
  const inside = (x: number, y: number, w: number, h: number): boolean =>
    x >= left - 0.1 && x + w <= PAGE_WIDTH - right + 0.6 && y >= top - 5 && y + h <= PAGE_HEIGHT - mm(5)
  return sheets.flatMap((sheet) =>
    marks([...sheet.elements, {tag: 'Div', kids: sheet.furniture}]).flatMap((mark) => {
      if (mark.kind === 'text')
        return inside(mark.x, mark.y - mark.size, width({...mark, text: mark.text.trimEnd()}), mark.size)
          ? []
          : [`text ${mark.text} at ${mark.x}, ${mark.y}`]
      if (mark.kind !== 'field') return []
      return inside(mark.x, mark.y, mark.width, mark.height) && fits(mark) ? [] : [`field ${mark.name}: ${mark.value} in ${mark.width}`]
    }),
  )
}

function fits(mark: FieldMark): boolean {
  if (typeof mark.value !== 'string' || mark.value === '') return true
  const measure = (words: string): number => textWidth(fonts.regular, words, mark.size)
  if (mark.type !== 'multiline') return measure(mark.value) <= mark.width + 0.5
  return wrapText(mark.value, mark.width, measure).length * LINE_HEIGHT * mark.size <= mark.height + 1
}

test.each(Object.entries({MILITARY, PRIVILEGES, CERTIFICATE, MEDIA}))('%s: blank and filled with long values', async (_, blank) => {
  const own = (name: string): string => `${name} ${LONG}`
  const values: FormValues = Object.fromEntries(
    (blank.fields ?? []).map(({name, type, format}) => [
      name,
      type === 'table' ? [['1.', own(name), LONG]] : type === 'date' ? '09.10.2012' : type === 'checkbox' || format ? '' : own(name),
    ]),
  )
  expect(cutOff(await layoutForm(context(blank), {assets}))).toEqual([])
  const filled = await layoutForm(context(blank), {assets, values})
  expect(cutOff(filled)).toEqual([])
  const fields = marks(filled.flatMap((sheet) => sheet.elements)).filter((mark) => mark.kind === 'field')
  expect(Math.min(...fields.map(({size}) => size))).toBeGreaterThanOrEqual(STYLE.leastFieldSize)
  for (const {name, type, format} of blank.fields ?? []) {
    if ((type !== 'text' && type !== 'multiline') || format) continue
    const places = fields.filter(
      (mark) => mark.name === name || (mark.name.startsWith(`${name}-`) && /^\d+$/u.test(mark.name.slice(name.length + 1))),
    )
    const written = places.map(({value}) => String(value)).join(' ')
    expect(
      written.split(/\s+/u).filter((word) => word !== ''),
      name,
    ).toEqual(own(name).split(' '))
  }
})

const word = fc.stringMatching(/^[а-яәғқңөұүһі]{1,60}$/u)
const words = fc.array(word, {minLength: 1, maxLength: 25}).map((list) => list.join(' '))
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map((value) => text(` ${value} `)),
  fc
    .record({name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), width: fc.integer({min: 0, max: 90}), caption: fc.option(words)})
    .map(({name, width, caption}) => gap(name, width, caption)),
)
const content = fc.array(inline, {minLength: 1, maxLength: 6})
const block: fc.Arbitrary<LayoutBlock> = fc.oneof(
  fc.record({type: fc.constant('paragraph' as const), indent: fc.boolean(), content}),
  fc.record({type: fc.constant('item' as const), marker: fc.constantFrom('1.', '10)'), content}),
  fc.record({type: fc.constant('addressee' as const), lines: fc.array(content, {maxLength: 4})}),
  fc.record({type: fc.constant('signature' as const), content}),
  fc.record({type: fc.constant('title' as const), lines: fc.array(words, {maxLength: 2})}),
  fc.record({type: fc.constant('note' as const), text: words}),
  fc.record({
    type: fc.constant('rules' as const),
    field: fc.constantFrom('a', 'd'),
    count: fc.integer({min: 1, max: 6}),
    caption: fc.option(words),
  }),
  fc.record({
    type: fc.constant('box' as const),
    number: fc.option(fc.constant('7')),
    text: words,
    field: fc.option(fc.constantFrom('a', 'd')),
    width: fc.double({min: 0.2, max: 1, noNaN: true}),
  }),
  fc.record({
    type: fc.constant('table' as const),
    field: fc.constant('t'),
    columns: fc.array(words, {minLength: 1, maxLength: 5}),
    numbers: fc.boolean(),
    rows: fc.array(fc.array(fc.oneof(fc.constant(''), words), {minLength: 1, maxLength: 5}), {maxLength: 4}),
  }),
)

test('blanks made at random, filled with values made at random', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, {minLength: 1, maxLength: 8}),
      fc.array(words, {minLength: 4, maxLength: 4}),
      async (layout, given) => {
        const fields = [
          field('a', 'Бірінші'),
          field('b', 'Екінші', 'date'),
          field('c', 'Қолы', 'signature'),
          field('d', 'Төртінші', 'multiline', {rows: 2}),
          field('e', 'М.О.', 'stamp'),
          field('t', 'Кесте', 'table'),
        ]
        const values = {a: given[0] ?? '', b: '09.10.2012', d: given[1] ?? '', t: [[given[2] ?? '', given[3] ?? '']]}
        expect(cutOff(await layoutForm(context(annex(1, 'form', 'Кездейсоқ', fields, layout)), {assets, values}))).toEqual([])
      },
    ),
    {numRuns: 60, seed: 20121009},
  )
})

test('a gap shares its line with the words that follow it', async () => {
  const blank = annex(
    1,
    'form',
    'Өтініш',
    [field('region', 'облысы')],
    [{type: 'addressee', lines: [[gap('region', 40), text(' облысы')]]}],
  )
  const [sheet] = await layoutForm(context(blank), {assets})
  const all = marks(sheet?.elements ?? [])
  const place = all.find((mark) => mark.kind === 'field')
  const after = all.find((mark) => mark.kind === 'text' && mark.text === 'облысы')
  expect(after?.kind === 'text' && place?.kind === 'field' && after.y > place.y && after.y < place.y + place.height).toBe(true)
})

const MORE = annex(
  1,
  'form',
  'Өтініш',
  [field('more', 'Қосымша мәліметтер', 'multiline', {rows: 3})],
  [
    {type: 'paragraph', indent: false, content: [text('Қосымша мәліметтер '), gap('more', 44)]},
    {type: 'rules', field: 'more', count: 2, caption: null},
  ],
)

test('a rule stands behind its label, the others under it over the whole width: two places of one field', async () => {
  const [sheet] = await layoutForm(context(MORE), {assets})
  const all = marks(sheet?.elements ?? [])
  const [head, body] = all.filter((mark) => mark.kind === 'field')
  expect([head, body]).toMatchObject([
    {name: 'more', type: 'text', label: 'Қосымша мәліметтер'},
    {name: 'more-2', type: 'multiline', label: 'Қосымша мәліметтер (жалғасы)'},
  ])
  const label = all.find((mark) => mark.kind === 'text' && mark.text.startsWith('Қосымша мәліметтер'))
  expect(label?.kind === 'text' && head && label.y > head.y && label.y < head.y + head.height).toBe(true)
  const rules = all.filter((mark) => mark.kind === 'rule')
  expect(rules.length).toBe(3)
  expect(rules[0]?.x1).toBeGreaterThan(STYLE.margins.left + 50)
  for (const rule of rules.slice(1)) expect(rule.x2 - rule.x1).toBeCloseTo(PAGE_WIDTH - STYLE.margins.left - STYLE.margins.right)
})

test('a value runs on from place to place, word by word, and asks for more rules where it needs them', async () => {
  const words = (value: string): string[] => value.split(/\s+/u).filter((word) => word !== '')
  const fill = async (value: string) => marks((await layoutForm(context(MORE), {assets, values: {more: value}}))[0]?.elements ?? [])
  const long = await fill(LONG)
  const places = long.filter((mark) => mark.kind === 'field').map(({value}) => String(value))
  expect(places.length).toBe(2)
  expect(places.every((value) => value !== '')).toBe(true)
  expect(words(places.join(' '))).toEqual(words(LONG))
  const much = await fill(`${LONG} `.repeat(5).trim())
  expect(much.filter((mark) => mark.kind === 'rule').length).toBeGreaterThan(6)
  expect(cutOff([{elements: [{tag: 'Div', kids: much}], furniture: []}])).toEqual([])
  // a line feed goes to the next rule
  const [first, second] = (await fill('бірінші\nекінші')).filter((mark) => mark.kind === 'field')
  expect([first?.value, second?.value]).toEqual(['бірінші', 'екінші'])
})

test('a caption stays under the rule it is printed under', async () => {
  const blank = annex(
    1,
    'form',
    'Өтініш',
    [field('reason', 'себебі', 'multiline', {rows: 4})],
    [
      {type: 'rules', field: 'reason', count: 1, caption: '(себебі көрсетілсін)'},
      {type: 'rules', field: 'reason', count: 3, caption: null},
    ],
  )
  const [sheet] = await layoutForm(context(blank), {assets})
  const all = marks(sheet?.elements ?? [])
  const rules = all.filter((mark) => mark.kind === 'rule').map(({y1}) => y1)
  const caption = all.find((mark) => mark.kind === 'text' && mark.text === '(себебі көрсетілсін)')
  expect(rules.length).toBe(4)
  expect(caption?.kind === 'text' && caption.y > (rules[0] ?? 0) && caption.y < (rules[1] ?? 0)).toBe(true)
})

test('words behind the last rule stand on its line', async () => {
  const blank = annex(
    1,
    'form',
    'Өтініш',
    [field('lives', 'тұрады', 'multiline', {rows: 2})],
    [{type: 'addressee', lines: [[gap('lives', 42)], [gap('lives', 36), text(' тұрады')]]}],
  )
  const [sheet] = await layoutForm(context(blank), {assets})
  const all = marks(sheet?.elements ?? [])
  const rules = all.filter((mark) => mark.kind === 'rule')
  const tail = all.find((mark) => mark.kind === 'text' && mark.text === 'тұрады')
  expect(rules.length).toBe(2)
  expect(rules[1]?.x2).toBeLessThan(rules[0]?.x2 ?? 0)
  expect(tail?.kind === 'text' && Math.abs(tail.y - (rules[1]?.y1 ?? 0)) < 4).toBe(true)
})

test('the number of a person is written one digit to a cell', async () => {
  const blank = annex(
    1,
    'form',
    'Өтініш',
    [field('iin', 'ЖСН', 'text', {format: 'iin'})],
    [{type: 'paragraph', indent: false, content: [text('ЖСН '), gap('iin', 65)]}],
  )
  const [sheet] = await layoutForm(context(blank), {assets, values: {iin: '850101 300-123'}})
  const all = marks(sheet?.elements ?? [])
  expect(all.filter((mark) => mark.kind === 'field')).toMatchObject([{type: 'comb', cells: 12, value: '850101300123', check: 'iin'}])
  const teeth = all.filter((mark) => mark.kind === 'rule' && mark.x1 === mark.x2)
  expect(teeth.length).toBe(13)
})

test('boxes that share a line stand side by side, and who signs below them', async () => {
  const [sheet] = await layoutForm(context(CERTIFICATE), {assets})
  const frames = marks(sheet?.elements ?? []).filter(
    (mark) => mark.kind === 'frame' && mark.line === STYLE.rule && mark.color === undefined,
  )
  const tops = frames.map((mark) => (mark.kind === 'frame' ? Math.round(mark.y) : 0))
  expect(tops[0]).toBe(tops[1])
  expect(tops[2]).toBe(tops[3])
  expect(tops[2]).toBeGreaterThan(tops[0] ?? 0)
  expect(new Set(tops.slice(4, 7)).size).toBe(1)
})

test('the head of a table is repeated where it goes on on the next sheet', async () => {
  const goods = Array.from({length: 60}, (_, i) => [`${i + 1}.`, 'Ұңғыма сорғысы'])
  const sheets = await layoutForm(context(CERTIFICATE), {assets, values: {goods}})
  const tables = sheets.flatMap(({elements}) => elements.filter(({tag}) => tag === 'Table'))
  expect(tables.length).toBeGreaterThan(1)
  for (const table of tables) {
    const [head] = table.kids
    expect(head && isElement(head) && head.kids.every((cell) => isElement(cell) && cell.tag === 'TH')).toBe(true)
  }
})

test('a heading is broken into lines of like length', () => {
  const measure = (words: string): number => words.length
  const title = 'Әскери билет әскерге шақыру учаскесіне тіркеу туралы куәлік беру туралы'
  expect(wrapText(title, 66, measure)).toEqual(['Әскери билет әскерге шақыру учаскесіне тіркеу туралы куәлік беру', 'туралы'])
  expect(wrapBalanced(title, 66, measure)).toEqual(['Әскери билет әскерге шақыру учаскесіне', 'тіркеу туралы куәлік беру туралы'])
})

test('a word wider than the line is broken, not cut', () => {
  expect(wrapText('abcdefghij kl', 4, (words) => words.length)).toEqual(['abcd', 'efgh', 'ij', 'kl'])
})
