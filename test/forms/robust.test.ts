import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {drawn, read} from './support.ts'

const piece = fc.constantFrom(
  '____',
  '(',
  ')',
  '«',
  '»',
  '20__ ж.',
  '«__» ____',
  'М.О.',
  'қолы',
  'Күні',
  '1.',
  '2)',
  'Өтініш',
  '\n',
  '\n\n',
  '\n\n\n\n',
  '      ',
  '\t',
  ':',
  'Сыртқы жағы',
  'Ескертпе:',
  '№',
  'Р/с',
  '1 2 3',
  '(керегі сызылсын)',
  'а/б',
  '□',
  ' ',
  'толық атауы',
)

describe('readBlank', () => {
  it.each(['markdown', 'html-text', 'pdf-text'] as const)('reads any mixture of marks (%s): unique names, every field drawn', (format) => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
        const {fields, layout} = read(pieces.join(''), format)
        const names = fields.map((field) => field.name)
        expect(new Set(names).size).toBe(names.length)
        expect(new Set(drawn(layout))).toEqual(new Set(names))
      }),
      {numRuns: 300},
    )
  })

  it('gives nothing for nothing', () => {
    expect(read('', 'pdf-text')).toEqual({fields: [], layout: [], title: null, reports: []})
  })
})
