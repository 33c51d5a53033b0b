import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {LayoutBlock, Field} from '../../parser/model/annex.ts'
import {drawn, printed, read} from './support.ts'

const folder = new URL('fixtures/', import.meta.url)
const formats = {md: 'markdown', 'html.txt': 'html-text', 'pdf.txt': 'pdf-text'} as const
const excerpts = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => {
    const [title = '', ...rest] = name.split('.')
    return {title, format: formats[rest.join('.') as keyof typeof formats], text: readFileSync(new URL(name, folder), 'utf8')}
  })

/** Letters and digits with their number of occurrences. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

describe.each(excerpts)('blank «$title»', ({title, format, text}) => {
  const reading = read(text, format)

  it('gives the fields and the layout of the pair', () => {
    const expected = JSON.parse(readFileSync(new URL(`${title}.json`, folder), 'utf8')) as unknown
    expect({title: reading.title, fields: reading.fields, layout: reading.layout}).toEqual(expected)
  })

  it('fits the published model', () => {
    for (const field of reading.fields) expect(Field.safeParse(field).error).toBeUndefined()
    for (const block of reading.layout) expect(LayoutBlock.safeParse(block).error).toBeUndefined()
  })

  it('draws every field, and nothing that is no field', () => {
    const names = reading.fields.map((field) => field.name)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(drawn(reading.layout))).toEqual(new Set(names))
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*$/u)
  })

  it('prints every word of the source', () => {
    const stamps = reading.fields.filter((field) => field.type === 'stamp').map((field) => field.label.split(' ').at(-1))
    const columnNumbers = reading.layout.map((block) =>
      block.type === 'table' && block.numbers ? block.columns.map((_, index) => index + 1).join(' ') : '',
    )
    const got = letters([printed(reading.layout), ...stamps, ...columnNumbers].join(' '))
    const missing = [...letters(text)].filter(([letter, count]) => (got.get(letter) ?? 0) < count)
    expect(missing).toEqual([])
  })
})

describe('a title that another step has taken out', () => {
  const {text} = excerpts.find((excerpt) => excerpt.title === 'numbered-captions')!
  const title = 'Қазақстан Республикасының шегінен тыс тұрақты тұруға шығатын азаматқа анықтама беру туралы ӨТІНІШ'

  it('still parts the addressee from the rest', () => {
    const first = text.split('\n').findIndex((line) => line.startsWith('Қазақстан Республикасының шегінен')) + 1
    const whole = read(text, 'pdf-text', title)
    const cut = read(text, 'pdf-text', title, [first, first + 1, first + 2])
    expect(whole.layout[0]?.type).toBe('addressee')
    expect(cut.fields).toEqual(whole.fields)
    expect(cut.layout.map((block) => block.type)).toEqual(whole.layout.map((block) => block.type))
  })
})
