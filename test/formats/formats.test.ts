import {describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import type {ActModel} from '../../scripts/lib/sources/print-act.ts'
import {render} from '../../scripts/lib/sources/print-source.ts'
import {model} from './model.ts'

const FORMATS: SourceFormat[] = ['markdown', 'html', 'html-text', 'pdf-text']

/** A word set apart letter by letter and met nowhere else is a doubt in its own right. */
const DOUBTFUL: Partial<Record<SourceFormat, string[]>> = {'pdf-text': ['repair/letter-spacing']}

describe.each(FORMATS)('the same resolution as %s', (format) => {
  const result = parse({file: `sources/act.${format}`, bytes: new TextEncoder().encode(render(model, format))})

  it('is recognised by its text', () => {
    expect(result.format).toBe(format)
  })

  it('gives the same resolution', () => {
    expect(comparable(result.resolution)).toEqual(comparable(model.resolution))
  })

  it('gives the same standards, point by point', () => {
    expect(result.standards.map(({id}) => id)).toEqual(model.standards.map(({id}) => id))
    for (const [at, wanted] of model.standards.entries())
      expect(comparable({...result.standards[at], annexes: []})).toEqual(comparable({...wanted, annexes: []}))
  })

  it.each(annexesOf(model).map((annex) => [annex.kind, annex.id, annex] as const))(
    'gives the same annex of kind %s',
    (_kind, id, wanted) => {
      const got = annexesOf(result).find((annex) => annex.id === id)
      expect(comparable(got)).toEqual(comparable(wanted))
    },
  )

  it('gives the same words of each annex', () => {
    const wanted = annexesOf(parse({file: 'sources/act.html', bytes: new TextEncoder().encode(render(model, 'html'))})).map(({text}) =>
      words(text),
    )
    expect(annexesOf(result).map(({text}) => words(text))).toEqual(wanted)
    expect(wanted[1]).toContain('Әскери қызмет өткергенімді растайтын анықтама')
  })

  it('leaves nothing unaccounted for', () => {
    expect(result.coverage.unaccountedLines).toEqual([])
    expect(result.coverage.unaccounted).toBe(0)
  })

  it('leaves no doubt but where the printing itself does', () => {
    const doubts = result.diagnostics.filter(({severity, rule}) => severity !== 'info' && !DOUBTFUL[format]?.includes(rule))
    expect(doubts).toEqual([])
  })
})

function words(text: string): string {
  return text.replace(/[_|\s]+/gu, ' ').trim()
}

function annexesOf({standards}: Pick<ActModel, 'standards'>) {
  return standards.flatMap((standard) => standard.annexes)
}

/** Where a thing stands in the source, and what the pipeline adds for the products. */
const PLACE = new Set(['lines', 'source', 'office', 'pdf', 'report'])
/** How a blank is drawn: Markdown keeps neither the width of a rule nor an indent. A field's name follows its label. */
const DRAWING = new Set(['width', 'indent', 'field', 'name', 'hint'])

/** The model without what a format cannot keep. */
function comparable(value: unknown, inBlank = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => comparable(entry, inBlank))
  if (value === null || typeof value !== 'object') return value
  const annex = 'kind' in value && 'title' in value && !('date' in value)
  const entries = Object.entries(value)
    .filter(([key, entry]) => entry !== undefined && !(inBlank ? DRAWING : PLACE).has(key) && !(annex && key === 'text'))
    .map(([key, entry]) => [key, comparable(entry, inBlank || key === 'layout' || key === 'fields')] as const)
  return Object.fromEntries(
    inBlank && 'hint' in value
      ? entries.map(([key, entry]) => (key === 'label' ? [key, `${entry} (${value.hint})`] : [key, entry]))
      : entries,
  )
}
