/** The register of the real sources: every list of service centres is the same network, and the known changes show. */
import {beforeAll, describe, expect, it} from 'vitest'
import {parseAll} from '../../parser/index.ts'
import {Office} from '../../parser/model/index.ts'
import type {Office as OfficeType, Standard} from '../../parser/model/index.ts'
import {buildRegister} from '../../parser/register/index.ts'
import {readSources} from '../../scripts/lib/sources/sources.ts'

let offices: OfficeType[]
let standards: Standard[]

beforeAll(async () => {
  const {inputs} = await readSources('sources')
  const parsed = parseAll(inputs)
  const editions = new Map(
    parsed.flatMap(({resolution}, at) => (resolution ? [[resolution.id, inputs[at]?.manifest?.edition ?? ''] as const] : [])),
  )
  ;({offices, standards} = buildRegister(
    parsed.flatMap((source) => source.standards),
    {editions},
  ))
}, 60_000)

describe('the register of the sources', () => {
  it('gives every row of every office table its office', () => {
    const rows = standards.flatMap(({annexes}) =>
      annexes.flatMap(({kind, groups}) => (kind === 'offices' ? (groups ?? []).flatMap((group) => group.rows) : [])),
    )
    const said = rows.filter(({cells}) => cells.some((cell) => cell !== ''))
    expect(said.length).toBeGreaterThan(9_700)
    expect(said.filter(({office}) => office === null)).toEqual([])
    expect(offices.reduce((sum, {appearances}) => sum + appearances.length, 0)).toBe(said.length)
  })

  it('follows the schema, and no two offices share an identifier', () => {
    for (const office of offices) Office.parse(office)
    expect(new Set(offices.map(({id}) => id)).size).toBe(offices.length)
    expect(offices.filter(({id}) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))).toEqual([])
  })

  it('finds each service centre in all 21 lists, but for those that a list leaves out', () => {
    const centres = offices.filter(({kind}) => kind === 'service-centre')
    const lists = centres.map(({appearances}) => new Set(appearances.map(({annex}) => annex)).size)
    expect(lists.filter((count) => count === 21).length / centres.length).toBeGreaterThan(0.95)
    // An office of one list only would be a match that was missed.
    expect(Math.min(...lists)).toBeGreaterThan(1)
  })

  it('names an office once a table, unless the table prints it twice', () => {
    const twice = offices.filter(({appearances}) => new Set(appearances.map(({annex}) => annex)).size < appearances.length)
    for (const {appearances} of twice) expect(new Set(appearances.map(({phones}) => phones.replace(/\D/gu, ''))).size).toBe(1)
    expect(twice.length).toBeLessThan(10)
  })

  it('knows the region of all but rows that lost everything', () => {
    expect(offices.filter(({region, name, address}) => region === null && `${name}${address}` !== '')).toEqual([])
  })

  it.each([
    ['kokshetau', 'address', ['street', 'house'], ['Біржан сал көшесі, 42', 'Абай көшесі, 142']],
    ['kokshetau', 'phones', ['number'], ['25-00-67', '25-04-78']],
    ['burabai', 'address', ['house'], ['Абылай хан көшесі, 28', 'Абылай хан көшесі, 42']],
    ['korgaljin', 'address', ['street', 'house'], ['Абай көшесі, 44а', 'Болғанбаев көшесі, 19']],
    ['stepnogor', 'address', ['street', 'house'], ['4-шағын аудан, 7', '9 ш/а, 83']],
  ])('shows what changed at aqmola-service-centre-%s: %s', (place, field, parts, values) => {
    expectDifference(`aqmola-service-centre-${place}`, field, parts, values)
  })

  it.each([
    ['alga', 'address', ['street', 'house'], ['Киров көшесі, 23', 'Айымбаев көшесі, 23-1']],
    ['alga', 'phones', ['digit'], ['3-20-79', '4-20-79']],
    ['embi', 'address', ['street', 'house'], ['Әміров көшесі, 10', 'Тлепбергенов көшесі, 1']],
  ])('shows what changed at aqtobe-service-centre-%s: %s', (place, field, parts, values) => {
    expectDifference(`aqtobe-service-centre-${place}`, field, parts, values)
  })

  it('says nothing of an office that only spelling tells apart', () => {
    const head = offices.find(({id}) => id === 'aqmola-service-centre')
    expect(head?.appearances).toHaveLength(21)
    expect(new Set(head?.appearances.map(({address}) => address)).size).toBeGreaterThan(2)
    expect(head?.discrepancies).toEqual([])
  })
})

function expectDifference(id: string, field: string, parts: string[], values: string[]) {
  const found = offices.find((office) => office.id === id)?.discrepancies.find((discrepancy) => discrepancy.field === field)
  expect(found?.parts).toEqual(parts)
  expect(found?.values).toHaveLength(values.length)
  for (const [at, value] of values.entries()) expect(found?.values[at]?.value).toContain(value)
}
