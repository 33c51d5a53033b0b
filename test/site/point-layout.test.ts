import {expect, test} from 'vitest'
import {officialText} from '../../site/prepare/official-text.ts'
import {layoutPoint} from '../../site/prepare/point-layout.ts'

const lines: [number, number] = [1, 1]
const item = (marker: string, text: string) => ({marker, text, lines})

test('paragraphs that continue an item stay under it, the rest of the point does not', () => {
  const point = layoutPoint(
    {
      number: '11',
      text: [
        'Мемлекеттік қызмет алу үшін алушы мыналарды ұсынады:',
        '1) уәкілетті органға:',
        'осы стандарттың 1-қосымшасына сәйкес нысан бойынша белгіленген үлгідегі өтініш;',
        'тіркеу алымын бюджетке төлегенін растайтын құжат.',
        'Алушыны заңды тұлға ретінде мемлекеттік тіркеу туралы куәлігін уәкілетті орган алады.',
      ].join('\n'),
      lines,
      items: [item('1)', 'уәкілетті органға:')],
    },
    new Set(),
  )
  expect(point.id).toBe('p11')
  expect(point.blocks).toEqual([
    {kind: 'paragraph', text: 'Мемлекеттік қызмет алу үшін алушы мыналарды ұсынады:'},
    {
      kind: 'item',
      id: 'p11-1',
      marker: '1)',
      nested: false,
      paragraphs: [
        'уәкілетті органға:',
        'осы стандарттың 1-қосымшасына сәйкес нысан бойынша белгіленген үлгідегі өтініш;',
        'тіркеу алымын бюджетке төлегенін растайтын құжат.',
      ],
    },
    {kind: 'paragraph', text: 'Алушыны заңды тұлға ретінде мемлекеттік тіркеу туралы куәлігін уәкілетті орган алады.'},
  ])
})

test('two lists in one point: the second has anchors of its own', () => {
  const text = 'Ставка:\n1) екі көрсеткіш;\n2) бес көрсеткіш.\nТелнұсқасы үшін:\n1) 1,6 көрсеткіш;\n2) 4 көрсеткіш.'
  const items = [item('1)', 'екі көрсеткіш;'), item('2)', 'бес көрсеткіш.'), item('1)', '1,6 көрсеткіш;'), item('2)', '4 көрсеткіш.')]
  const {blocks} = layoutPoint({number: '8', text, lines, items}, new Set())
  expect(blocks.flatMap((block) => (block.kind === 'item' ? [block.id] : []))).toEqual(['p8-1', 'p8-2', 'p8-1~2', 'p8-2~2'])
})

test('the text of a point is laid out whole, whatever its items are', () => {
  const text = 'Орталықта:\n1) үй-жай;\nа) күту залы\n2) орындықтар.'
  const items = [item('1)', 'үй-жай;'), item('а)', 'күту залы'), item('2)', 'орындықтар.')]
  const {blocks} = layoutPoint({number: '10', text, lines, items}, new Set())
  const back = blocks.map((block) => (block.kind === 'item' ? `${block.marker} ${block.paragraphs.join('\n')}` : block.text)).join('\n')
  expect(back).toBe(text)
  expect(blocks[2]).toMatchObject({marker: 'а)', nested: true})
})

test('a note of amendment stands after the point it follows in the source', () => {
  const point = (number: string, first: number) => ({number, text: 'мәтін', lines: [first, first] as [number, number], items: []})
  const note = {
    text: 'Ескерту. 1-тармақ жаңа редакцияда - ҚР Үкіметінің 2012.08.31 N 1128 қаулысымен.',
    date: '2012-08-31',
    number: '1128',
    target: '1-тармақ',
    effect: 'restated' as const,
    lines: [12, 12] as [number, number],
  }
  const [opening, section] = officialText({
    sections: [{number: 1, title: 'Жалпы ережелер', points: ['1', '2'], lines: [10, 20]}],
    points: [point('1', 11), point('2', 13)],
    notes: [{...note, lines: [9, 9]}, note],
  })
  expect(opening).toMatchObject({title: null, entries: [{kind: 'note'}]})
  expect(section).toMatchObject({
    id: 's1',
    title: 'Жалпы ережелер',
    entries: [{kind: 'point', point: {id: 'p1'}}, {kind: 'note'}, {kind: 'point', point: {id: 'p2'}}],
  })
})
