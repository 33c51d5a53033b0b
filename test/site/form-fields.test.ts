/** What a blank's page is prepared from: controls, captions, numbers, editions, the places of source lines. */
import {expect, test} from 'vitest'
import type {Annex, Field, LayoutBlock, Resolution, Standard} from '../../parser/model/index.ts'
import {Places} from '../../site/prepare/blank-places.ts'
import {checkedAnnex} from '../../site/prepare/check-fields.ts'
import {annexMention, editionOf} from '../../site/prepare/edition.ts'
import {fieldGroups} from '../../site/prepare/form-fields.ts'
import {placeFinder} from '../../site/prepare/places.ts'
import {formFileName} from '../../site/urls.ts'
import {checkValues} from '../../templates/forms/checks.ts'

const field = (name: string, label: string, type: Field['type'] = 'text', more: Partial<Field> = {}): Field => ({
  name,
  label,
  type,
  required: false,
  ...more,
})
const views = (fields: Field[], layout: LayoutBlock[] = []) => fieldGroups({fields, layout}).flatMap((group) => group.fields)

// excerpts of the annexes of № 2223, № 431 and № 1059
test('captions lose the number and the brackets they are printed in; an explanation becomes a hint', () => {
  const shown = views([
    field('full-name', '1. (тегі, аты мен әкесінің аты)'),
    field('birth-date', '2 (туған күні, айы, жылы)', 'date'),
    field('address', 'Мекенжайы (индекс, қала, аудан, облыс, көше, үйдің №, телефон)'),
    field('date', '20 __ ж. «__» _______', 'date'),
    field('iin', 'ЖСН', 'text', {hint: 'болған жағдайда'}),
  ]).map(({number, label, hint}) => ({number, label, hint}))
  expect(shown).toEqual([
    {number: 1, label: 'тегі, аты мен әкесінің аты', hint: null},
    {number: 2, label: 'туған күні, айы, жылы', hint: null},
    {number: 3, label: 'Мекенжайы', hint: 'индекс, қала, аудан, облыс, көше, үйдің №, телефон'},
    {number: 4, label: '', hint: null},
    {number: 5, label: 'ЖСН', hint: 'болған жағдайда'},
  ])
})

test('each kind of field gets its control', () => {
  const gap = (name: string, part?: 'year' | 'quarter') => ({
    type: 'gap' as const,
    field: name,
    width: 3,
    caption: null,
    ...(part ? {part} : {}),
  })
  const layout: LayoutBlock[] = [
    {
      type: 'paragraph',
      indent: true,
      content: [{type: 'text', value: 'Маған 20'}, gap('quarter', 'year'), {type: 'text', value: ' жылғы '}, gap('quarter', 'quarter')],
    },
    {
      type: 'table',
      field: 'goods',
      columns: ['Р/с №', 'Өнімнің атауы', 'Саны'],
      numbers: true,
      rows: [['1.', '', ''], ['Барлығы'], ['2.', '', '']],
    },
  ]
  const controls = views(
    [
      field('quarter', '20___ жылғы ____ тоқсанда'),
      field('goods', 'Өнімнің атауы', 'table', {columns: ['Р/с №', 'Өнімнің атауы', 'Саны'], rows: 3}),
      field('choice', 'беруіңізді, ауыстыруыңызды', 'checkbox', {options: ['беруіңізді', 'ауыстыруыңызды']}),
      field('more', 'Қосымша', 'multiline', {rows: 1}),
      field('signature', 'қолы', 'signature'),
    ],
    layout,
  ).map(({control}) => control)
  expect(controls).toEqual([
    {kind: 'parts', parts: ['year', 'quarter']},
    {
      kind: 'table',
      columns: ['Р/с №', 'Өнімнің атауы', 'Саны'],
      // the row of one cell is a heading; it keeps its place in the count
      rows: [
        {index: 0, printed: ['1.', '', '']},
        {index: 2, printed: ['2.', '', '']},
      ],
      serial: 0,
    },
    {kind: 'choice', options: ['беруіңізді', 'ауыстыруыңызды']},
    {kind: 'area', rows: 2},
    {kind: 'later'},
  ])
})

test('a blank of two sides has its fields by side, under their titles', () => {
  const rules = (name: string): LayoutBlock => ({type: 'rules', field: name, count: 1, caption: null})
  const groups = fieldGroups({
    fields: [field('a', 'Саны'), field('b', 'Парақ №')],
    layout: [
      {type: 'title', lines: ['Кепілдік', 'міндеттеме']},
      rules('a'),
      {type: 'side', text: 'Сыртқы жағы'},
      {type: 'title', lines: ['қосымша']},
      rules('b'),
    ],
  })
  expect(groups.map(({title, fields}) => [title, fields.map(({name}) => name)])).toEqual([
    ['Кепілдік міндеттеме', ['a']],
    ['қосымша', ['b']],
  ])
})

test('a number stands at the first of a field’s places; rules without a caption between are one place', () => {
  const places = new Places([field('turady', 'тұрады', 'multiline', {rows: 3}), field('stamp', '17. Импорттаушы: МО', 'stamp')], 'М.О.')
  expect([places.number('turady'), places.number('turady'), places.number('stamp')]).toEqual([1, null, 2])
  expect(places.stampOf('stamp')).toBe('МО')
  expect(places.stampOf('other')).toBe('М.О.')
  const gap = {type: 'gap' as const, field: 'turady', width: 10}
  expect(
    places.rules({
      ...gap,
      caption: null,
      more: [
        {count: 1, caption: '(а)'},
        {count: 1, caption: null},
      ],
    }),
  ).toEqual([
    {count: 2, caption: '(а)'},
    {count: 1, caption: null},
  ])
  expect(places.rules({...gap, caption: '(қолы)'})).toEqual([{count: 3, caption: '(қолы)'}])
})

test('the checks find on the page what they find with the whole annex', () => {
  const annex: Pick<Annex, 'fields' | 'layout'> = {
    fields: [field('date', '20__ ж. «__» ___', 'date'), field('iin', 'ЖСН', 'text', {format: 'iin'})],
    layout: [
      {type: 'title', lines: ['Өтініш']},
      {
        type: 'signature',
        content: [
          {type: 'text', value: '20'},
          {type: 'gap', field: 'date', width: 3, caption: null, part: 'year'},
        ],
      },
    ],
  }
  const values = {date: 'кеше', iin: '850101300125', 'date-year': '12'}
  expect(checkedAnnex(annex).layout).not.toEqual(annex.layout)
  expect(checkValues(checkedAnnex(annex), values)).toEqual(checkValues(annex, values))
  expect(checkValues(annex, values).map((problem) => problem.field)).toEqual(['date', 'iin'])
})

test('the edition is the last change of the text, not its end', () => {
  const note = (date: string, effect: Standard['notes'][number]['effect']): Standard['notes'][number] => ({
    text: '',
    date,
    number: null,
    target: '',
    effect,
    lines: [1, 1],
  })
  const resolution = {date: '2010-02-08'}
  expect(editionOf({notes: []}, resolution)).toEqual({date: '2010-02-08', original: true})
  expect(
    editionOf({notes: [note('2012-08-31', 'restated'), note('2011-01-01', 'amended'), note('2014-03-05', 'repealed')]}, resolution),
  ).toEqual({
    date: '2012-08-31',
    original: false,
  })
})

test('the first point that sends to an annex, not to one whose number ends the same', () => {
  const point = (number: string, text: string, items: [string, string][] = []): Standard['points'][number] => ({
    number,
    text,
    lines: [1, 1],
    items: items.map(([marker, words]) => ({marker, text: words, lines: [1, 1]})),
  })
  const points = [
    point('7', 'осы стандарттың 13-қосымшасында көрсетілген'),
    point('11', '', [
      ['1)', 'жеке куәлік'],
      ['2)', 'осы стандартқа 3-қосымшаға сәйкес өтініш'],
    ]),
  ]
  expect(annexMention({points}, 3)).toEqual({point: '11', item: '2)'})
  expect(annexMention({points}, 4)).toBeNull()
})

test('a source line is shown at the narrowest place that holds it', () => {
  const resolution = {id: '2012-1', source: {file: 'a.md', format: 'markdown', sha256: '', lines: 90}} as unknown as Resolution
  const standard = {
    id: '2012-1-1',
    resolution: '2012-1',
    lines: [20, 80],
    points: [{number: '7', lines: [25, 30]}],
    annexes: [{id: '2012-1-1/2', number: 2, lines: [60, 80]}],
  } as unknown as Standard
  const place = placeFinder([resolution], [standard])
  expect(place('a.md', 5)).toMatchObject({kind: 'resolution', path: '/resolutions/2012-1/'})
  expect(place('a.md', 22)).toMatchObject({kind: 'standard', path: '/standards/2012-1-1/'})
  expect(place('a.md', 26)).toMatchObject({kind: 'point', number: '7', path: '/standards/2012-1-1/#p7'})
  expect(place('a.md', 80)).toMatchObject({kind: 'annex', number: 2, path: '/standards/2012-1-1/annex-2/'})
  expect(place('b.md', 5)).toBeNull()
})

test('a file is named by the title, cut at a word, and the number of the form', () => {
  expect(formFileName('2010-76-1/3', 'Өтініш')).toBe('otinish-2010-76-1-3.pdf')
  expect(formFileName('2010-76-1/3', null)).toBe('2010-76-1-3.pdf')
  const long = formFileName(
    '1-1-1/2',
    'Қазақстан Республикасында таратылатын шетелдік мерзімді баспасөз басылымдарын есепке алу туралы өтініш',
  )
  expect(long).toBe('qazaqstan-respublikasynda-taratylatyn-sheteldik-1-1-1-2.pdf')
})
