import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {parse as parseCsv} from 'csv-parse/sync'
import {DataFactory} from 'n3'
import type {Store} from 'n3'
import {describe, expect, inject, test} from 'vitest'
import type {Catalogue, Office, Standard} from '../../parser/model/index.ts'
import {checksum} from '../../scripts/lib/sources.ts'
import {shapesOf, triplesOf, violations} from '../exports/shacl.ts'

const dist = inject('dist')
const json = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8'))
const catalogue = json('data/index.json') as Catalogue
const standards = catalogue.standards.map(({id}) => json(`data/standards/${id}.json`) as Standard)
const offices = json('data/offices.json') as Office[]

const CV = 'http://data.europa.eu/m8g/'
const CPSV = 'http://purl.org/vocab/cpsv#'
const DCT = 'http://purl.org/dc/terms/'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

describe('services in CPSV-AP', () => {
  const shapes = shapesOf('test/schemas/cpsv-ap/cpsv-ap-3.2.0-shapes.ttl')
  const subjects = (store: Store, type: string) => store.getSubjects(TYPE, type, null)

  test('each standard has a document, and no shape finds fault with any', async () => {
    for (const {id} of standards) {
      const triples = await triplesOf(json(`jsonld/${id}.jsonld`) as object)
      expect(await violations(triples, shapes), id).toEqual([])
      expect(subjects(triples, `${CPSV}PublicService`)).toHaveLength(1)
    }
  })

  test('the catalogue has every service and office, and no shape finds fault with it', async () => {
    const triples = await triplesOf(json('jsonld/catalogue.jsonld') as object)
    expect(await violations(triples, shapes)).toEqual([])
    expect(subjects(triples, `${CPSV}PublicService`)).toHaveLength(standards.length)
    const named = subjects(triples, `${CV}PublicOrganisation`).filter(({value}) => value.endsWith('#office'))
    expect(named).toHaveLength(offices.length)
  })

  test('what a standard says stands in its document: documents, deadlines, fee, status, offices', async () => {
    for (const {id, facts, legalStatus, status} of standards) {
      const triples = await triplesOf(json(`jsonld/${id}.jsonld`) as object)
      const titles = (type: string) =>
        subjects(triples, type).flatMap((node) => triples.getObjects(node, `${DCT}title`, null).map(({value}) => value))
      expect(titles(`${CV}Evidence`).sort()).toEqual(facts.documents.map(({text}) => text).sort())
      expect(titles(`${CV}Output`).sort()).toEqual([...facts.result].sort())
      const [standing] = triples.getObjects(null, 'http://www.w3.org/ns/adms#status', null)
      expect(standing?.value).toBe(
        `http://purl.org/adms/status/${legalStatus === 'in-force' && status === 'included' ? 'Completed' : 'Withdrawn'}`,
      )
      const free = triples.getObjects(null, `${CV}hasValue`, null).map(({value}) => Number(value))
      expect(free).toEqual(facts.fee?.kind === 'free' ? [0] : [])
      const channels = subjects(triples, `${CV}Channel`)
      const names = new Set([...facts.deadlines, ...facts.hours, ...facts.documents].flatMap(({channel}) => channel?.split(', ') ?? []))
      expect(channels).toHaveLength(names.size)
      const owners = new Set(triples.getObjects(null, `${CV}ownedBy`, null).map(({value}) => value))
      const labelled = [...owners].map((owner) => triples.getObjects(owner, `${SKOS}prefLabel`, null)[0]?.value)
      const known = new Set(offices.filter(({standards: lists}) => lists.includes(id)).map(({name}) => name))
      expect(labelled.filter((name) => name === undefined || !known.has(name))).toEqual([])
    }
  })

  test.each([
    ['a service without a name', `${CPSV}PublicService`, `${DCT}title`],
    ['a service without an authority', `${CPSV}PublicService`, `${CV}hasCompetentAuthority`],
    ['evidence without an identifier', `${CV}Evidence`, `${DCT}identifier`],
    ['an authority without its area', `${CV}PublicOrganisation`, `${DCT}spatial`],
    ['a rule without a description', `${CPSV}Rule`, `${DCT}description`],
  ])('the shapes find %s', async (_, type, property) => {
    const triples = await triplesOf(json(`jsonld/${standards.at(-1)?.id ?? ''}.jsonld`) as object)
    const [subject] = subjects(triples, type)
    triples.removeQuads(triples.getQuads(subject ?? null, DataFactory.namedNode(property), null, null))
    expect((await violations(triples, shapes)).length).toBeGreaterThan(0)
  })
})

describe('tables', () => {
  interface Metadata {
    url: string
    tableSchema: {columns: {name: string; datatype: string; separator?: string; required?: boolean}[]; primaryKey: string[]}
  }
  const described = readdirSync(join(dist, 'data')).filter((name) => name.endsWith('.csv-metadata.json'))

  /** A table as any reader gets it: one apostrophe taken from the front of a cell, as its description says. */
  const read = (name: string): Record<string, string>[] =>
    parseCsv(readFileSync(join(dist, 'data', name)), {
      bom: true,
      columns: true,
      cast: (value, {header}) => (header ? value : value.replace(/^'/u, '')),
    })

  test('there are six, each with its description', () => {
    expect(described.map((name) => name.replace('.csv-metadata.json', ''))).toEqual([
      'deadlines',
      'discrepancies',
      'documents',
      'indicators',
      'offices',
      'services',
    ])
  })

  test.each(described)('%s says what is in the table: columns, types, a key that is of one row only', (name) => {
    const {url, tableSchema} = json(`data/${name}`) as Metadata
    const rows = read(url)
    expect(rows.length).toBeGreaterThan(20)
    expect(Object.keys(rows[0] ?? {})).toEqual(tableSchema.columns.map((column) => column.name))
    for (const {name: column, datatype, required} of tableSchema.columns) {
      const values = rows.map((row) => row[column] ?? '')
      if (datatype === 'integer') expect(values.filter((value) => !/^\d*$/u.test(value))).toEqual([])
      if (datatype === 'date') expect(values.filter((value) => !/^(?:\d{4}-\d{2}-\d{2})?$/u.test(value))).toEqual([])
      if (required) expect(values.filter((value) => value === '')).toEqual([])
    }
    const keys = rows.map((row) => tableSchema.primaryKey.map((column) => row[column]).join('\n'))
    expect(new Set(keys).size).toBe(rows.length)
  })

  test('another reader gets the values that the data hold', () => {
    const byId = new Map(offices.map((office) => [office.id, office]))
    const rows = read('offices.csv')
    expect(rows).toHaveLength(offices.length)
    for (const {id, name, address, phones, phones_e164: numbers} of rows) {
      const office = byId.get(id ?? '')
      expect({name, address}).toEqual({name: office?.name, address: office?.address})
      expect(phones).toBe(office?.phones.map(({text}) => text).join('; '))
      expect(numbers).toBe(office?.phones.flatMap(({e164}) => e164 ?? []).join('; '))
    }
    const documents = read('documents.csv')
    expect(documents.map(({standard, text, case: occasion}) => [standard, text, occasion])).toEqual(
      standards.flatMap(({id, facts}) => facts.documents.map(({text, case: occasion}) => [id, text, occasion ?? ''])),
    )
    const deadlines = read('deadlines.csv')
    expect(deadlines.map(({standard, amount, unit}) => [standard, amount, unit])).toEqual(
      standards.flatMap(({id, facts}) => facts.deadlines.map(({amount, unit}) => [id, amount === null ? '' : String(amount), unit ?? ''])),
    )
    const indicators = read('indicators.csv')
    expect(indicators.map(({annex, label}) => [annex, label])).toEqual(
      standards.flatMap(({annexes}) => annexes.flatMap(({id, indicators: found}) => (found ?? []).map(({label}) => [id, label]))),
    )
    expect(new Set(read('discrepancies.csv').map(({office}) => office))).toEqual(
      new Set(offices.flatMap(({id, discrepancies}) => (discrepancies.length > 0 ? [id] : []))),
    )
    expect(read('services.csv').map(({id, title}) => [id, title])).toEqual(standards.map(({id, title}) => [id, title]))
  })
})

test('the catalogue lists every file of the data with its size and checksum', async () => {
  const triples = await triplesOf(json('data/catalogue.jsonld') as object)
  expect(await violations(triples, shapesOf('test/schemas/cpsv-ap/cpsv-ap-3.2.0-shapes.ttl'))).toEqual([])
  const distributions = triples.getSubjects(TYPE, 'http://www.w3.org/ns/dcat#Distribution', null)
  const listed = distributions.map((distribution) => {
    const value = (property: string) => triples.getObjects(distribution, property, null)[0]
    const sum = value('http://spdx.org/rdf/terms#checksum')
    return {
      path: value(`${DCT}title`)?.value ?? '',
      bytes: Number(value('http://www.w3.org/ns/dcat#byteSize')?.value),
      sha256: sum ? (triples.getObjects(sum, 'http://spdx.org/rdf/terms#checksumValue', null)[0]?.value ?? '') : '',
    }
  })
  for (const {path, bytes, sha256} of listed) {
    expect(statSync(join(dist, path)).size, path).toBe(bytes)
    expect(checksum(readFileSync(join(dist, path))), path).toBe(sha256)
  }
  const unlisted = catalogue.files.map(({path}) => path).filter((path) => !listed.some((one) => one.path === path))
  // The search index is a part of the site; the catalogue cannot hold its own checksum.
  expect(unlisted.filter((path) => !path.startsWith('search/'))).toEqual(['data/catalogue.jsonld'])
})
