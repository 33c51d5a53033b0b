import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {parse as parseCsv} from 'csv-parse/sync'
import {DataFactory} from 'n3'
import type {Store} from 'n3'
import {describe, expect, inject, test} from 'vitest'
import type {Catalogue, Office, Standard} from '../../parser/model/index.ts'
import {checksum} from '../../scripts/lib/sources/received.ts'
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
      // Where no way of asking is named, one stands for all.
      expect(channels).toHaveLength(names.size > 0 || facts.deadlines.length + facts.hours.length === 0 ? names.size : 1)
      const owners = new Set(triples.getObjects(null, `${CV}ownedBy`, null).map(({value}) => value))
      const labelled = [...owners].map((owner) => triples.getObjects(owner, `${SKOS}prefLabel`, null)[0]?.value)
      const known = new Set(offices.filter(({standards: lists}) => lists.includes(id)).map(({name}) => name))
      expect(labelled.filter((name) => name === undefined || !known.has(name))).toEqual([])
    }
  })

  test('every deadline stands in the words of the act, those of every way of asking too', () => {
    for (const {id, facts} of standards) {
      const {'cv:hasChannel': channels = []} = json(`jsonld/${id}.jsonld`) as {
        'cv:hasChannel'?: {'dct:identifier': string; 'dct:description'?: {'@value': string}}[]
      }
      const words = new Map(
        channels.map((one) => [one['dct:identifier'].split('/').at(-1) ?? '', one['dct:description']?.['@value'] ?? '']),
      )
      for (const {text, what, channel} of facts.deadlines) {
        const told = channel === null ? [...words.values()] : channel.split(', ').map((name) => words.get(name) ?? '')
        expect(told.length, id).toBeGreaterThan(0)
        for (const wording of told) expect(wording, id).toContain([text, what].filter(Boolean).join(' – '))
      }
    }
  })

  test('a wait in a queue is no processing time', async () => {
    const minutes = (duration: string) => Number(/^PT(\d+)M$/u.exec(duration)?.[1] ?? Infinity)
    const seen: string[] = []
    for (const {id, facts} of standards) {
      const services = facts.deadlines.filter(({kind, unit}) => kind === 'service' && unit === 'minutes').map(({amount}) => amount)
      if (services.length === 0) continue
      const triples = await triplesOf(json(`jsonld/${id}.jsonld`) as object)
      const short = triples.getObjects(null, `${CV}processingTime`, null).map(({value}) => minutes(value))
      for (const time of short.filter(Number.isFinite)) expect(services, id).toContain(time)
      seen.push(id)
    }
    expect(seen.length).toBeGreaterThan(3)
  })

  test('the title and language of an act are those of its text, who passed it is a thing with a name', async () => {
    const ELI = 'http://data.europa.eu/eli/ontology#'
    const triples = await triplesOf(json('jsonld/catalogue.jsonld') as object)
    const expressions = subjects(triples, `${ELI}LegalExpression`)
    expect(expressions).toHaveLength(catalogue.resolutions.length)
    for (const property of ['title', 'language']) {
      expect(new Set(triples.getSubjects(`${ELI}${property}`, null, null).map(({value}) => value))).toEqual(
        new Set(expressions.map(({value}) => value)),
      )
    }
    for (const agent of triples.getObjects(null, `${ELI}passed_by`, null)) {
      expect(triples.getObjects(agent, 'http://xmlns.com/foaf/0.1/name', null).length).toBeGreaterThan(0)
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
      if (datatype === 'decimal') expect(values.filter((value) => !/^(?:\d+(?:\.\d+)?)?$/u.test(value))).toEqual([])
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

describe('the catalogue of the data', () => {
  const DCAT = 'http://www.w3.org/ns/dcat#'
  const FOAF = 'http://xmlns.com/foaf/0.1/'
  const shapes = shapesOf('test/schemas/dcat-ap/dcat-ap-3-shapes.ttl')
  const triples = () => triplesOf(json('data/catalogue.jsonld') as object)

  test('no shape of DCAT-AP or CPSV-AP finds fault with it, nor DCAT-AP with that of the services', async () => {
    expect(await violations(await triples(), shapes)).toEqual([])
    expect(await violations(await triples(), shapesOf('test/schemas/cpsv-ap/cpsv-ap-3.2.0-shapes.ttl'))).toEqual([])
    const services = await triplesOf(json('jsonld/catalogue.jsonld') as object)
    expect(await violations(services, shapes)).toEqual([])
  })

  test.each([
    ['a catalogue without a title', `${DCAT}Catalog`, `${DCT}title`],
    ['a catalogue without a publisher', `${DCAT}Catalog`, `${DCT}publisher`],
    ['a data set without a description', `${DCAT}Dataset`, `${DCT}description`],
    ['a distribution without an address', `${DCAT}Distribution`, `${DCAT}accessURL`],
    ['an agent without a name', `${FOAF}Agent`, `${FOAF}name`],
    ['a language of no class', `${DCT}LinguisticSystem`, TYPE],
    ['a place of no class', `${DCT}Location`, TYPE],
    ['a theme of no class', `${SKOS}Concept`, TYPE],
    ['a file format of no class', `${DCT}MediaTypeOrExtent`, TYPE],
    ['a media type of no class', `${DCT}MediaType`, TYPE],
  ])('the shapes find %s', async (_, type, property) => {
    const broken = await triples()
    const [subject] = broken.getSubjects(TYPE, type, null)
    broken.removeQuads(broken.getQuads(subject ?? null, DataFactory.namedNode(property), null, null))
    expect((await violations(broken, shapes)).length).toBeGreaterThan(0)
  })

  test('lists every file of the data with its size and checksum, and what is made later without', async () => {
    const store = await triples()
    const listed = store.getSubjects(TYPE, `${DCAT}Distribution`, null).map((distribution) => {
      const value = (property: string) => store.getObjects(distribution, property, null)[0]
      const sum = value('http://spdx.org/rdf/terms#checksum')
      return {
        path: value(`${DCT}title`)?.value ?? '',
        media: value(`${DCAT}mediaType`)?.value.replace(/^.*media-types\//u, ''),
        bytes: Number(value(`${DCAT}byteSize`)?.value),
        sha256: sum ? store.getObjects(sum, 'http://spdx.org/rdf/terms#checksumValue', null)[0]?.value : undefined,
      }
    })
    const later = listed.filter(({sha256}) => sha256 === undefined)
    expect(later.map(({path}) => path).sort()).toEqual(['changes.xml', 'data/index.json', 'en/changes.xml', 'ru/changes.xml'])
    for (const {path} of later) expect(statSync(join(dist, path)).isFile(), path).toBe(true)
    for (const {path, bytes, sha256} of listed.filter((one) => one.sha256 !== undefined)) {
      expect(statSync(join(dist, path)).size, path).toBe(bytes)
      expect(checksum(readFileSync(join(dist, path))), path).toBe(sha256)
    }
    const unlisted = catalogue.files.map(({path}) => path).filter((path) => !listed.some((one) => one.path === path))
    // The search index is a part of the site; the catalogue cannot hold its own checksum.
    expect(unlisted.filter((path) => !path.startsWith('search/'))).toEqual(['data/catalogue.jsonld'])
    const mediaOf = (ending: RegExp) => new Set(listed.filter(({path}) => ending.test(path)).map(({media}) => media))
    expect(mediaOf(/-metadata\.json$/u)).toEqual(new Set(['application/csvm+json']))
    expect(mediaOf(/^akn\//u)).toEqual(new Set(['application/akn+xml']))
    expect(mediaOf(/changes\.xml$/u)).toEqual(new Set(['application/atom+xml']))
  })
})
