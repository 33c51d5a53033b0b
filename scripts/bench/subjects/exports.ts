/** Open data of all resolutions: how long it takes to write, and how large it is. */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {readAkomaNtoso} from '../../../parser/read/akn.ts'
import type {Amendment, Office, Resolution, Standard} from '../../../parser/model/index.ts'
import {akomaNtosoFiles} from '../../../templates/exports/akn/index.ts'
import {catalogueParts, serviceDocument, serviceInCatalogue} from '../../../templates/exports/cpsv/index.ts'
import {linesOfOffice, linesOfStandard} from '../../../templates/exports/tables/index.ts'
import {addressesOf} from '../../lib/data/addresses.ts'
import type {Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'
import {inTurns} from '../measure.ts'

/** An act is named by year and number, a standard by one number more. */
const KINDS: readonly [id: string, what: string, path: RegExp][] = [
  ['akn-acts', 'Akoma Ntoso, one an act', /^akn\/[^-]+-[^-]+\.xml$/u],
  ['akn-standards', 'Akoma Ntoso, one a standard', /^akn\/[^-]+-[^-]+-[^-]+\.xml$/u],
  ['services', 'services, JSON-LD, one a standard', /^jsonld\/\d.*\.jsonld$/u],
  ['service-catalogue', 'services and offices in one, JSON-LD', /^jsonld\/catalogue\.jsonld$/u],
  ['tables', 'tables, CSV', /^data\/[^/]+\.csv$/u],
  ['catalogue', 'catalogue of files, DCAT', /^data\/catalogue\.jsonld$/u],
]
const DATE = '1970-01-01'

interface Model {
  resolutions: readonly Resolution[]
  standards: readonly Standard[]
  amendments: readonly Amendment[]
  offices: readonly Office[]
}

export const exports: Subject = {
  title: 'Exports of all resolutions',
  async measure(bench) {
    const dist = bench.dist()
    const json = (name: string): unknown => JSON.parse(readFileSync(join(dist, 'data', name), 'utf8'))
    const {resolutions, standards} = await bench.published()
    const model: Model = {
      resolutions,
      standards,
      amendments: json('amendments.json') as Amendment[],
      offices: json('offices.json') as Office[],
    }
    let xml: {name: string; text: string}[] = []
    bench.say('writing')
    const times = await inTurns(bench.rounds, {
      write() {
        xml = akomaNtosoFiles(model, DATE).map(({name, render}) => ({name, text: render()}))
      },
      read() {
        for (const {name, text} of xml) readAkomaNtoso(name, text)
      },
      services: () => writeServices(model),
      tables: () => writeTables(model),
    })
    const all = ['akn', 'jsonld', 'data'].flatMap((folder) => readdirSync(join(dist, folder)).map((name) => `${folder}/${name}`))
    const size = (path: RegExp) => all.filter((one) => path.test(one)).reduce((sum, one) => sum + statSync(join(dist, one)).size, 0)
    return [
      {
        id: 'exports/all',
        what: 'all exports written',
        unit: 'milliseconds',
        value: times.write + times.services + times.tables,
        target: {most: 5000},
      },
      {id: 'exports/akn-write', what: `Akoma Ntoso written, ${String(xml.length)} files`, unit: 'milliseconds', value: times.write},
      {id: 'exports/akn-read', what: 'the same read back', unit: 'milliseconds', value: times.read},
      {id: 'exports/services', what: 'services and their catalogue written', unit: 'milliseconds', value: times.services},
      {id: 'exports/tables', what: 'tables written', unit: 'milliseconds', value: times.tables},
      ...KINDS.map(([id, what, path]): Figure => ({id: `exports/bytes/${id}`, what, unit: 'bytes', value: size(path), compared: 'fixed'})),
    ]
  },
}

/** Each standard as a service, then all of them and all offices in one; the length of all. */
function writeServices({resolutions, standards, offices, amendments}: Model): number {
  const addresses = addressesOf(undefined)
  const made = standards.flatMap((standard) => {
    const resolution = resolutions.find(({id}) => id === standard.resolution)
    if (!resolution) return []
    const around = {
      resolution,
      offices: offices.filter((office) => office.standards.includes(standard.id)),
      amendments: amendments.filter(({by}) => by === resolution.id),
    }
    const {length} = JSON.stringify(serviceDocument(standard, around, addresses))
    return [{length, part: serviceInCatalogue(standard, around, addresses)}]
  })
  const parts = catalogueParts(
    () => made.map(({part}) => part),
    () => offices,
    DATE,
    addresses,
  )
  return [...made, ...parts].reduce((sum, {length}) => sum + length, 0)
}

function writeTables({resolutions, standards, offices}: Model): number {
  const lines = [
    ...standards.flatMap((standard) => {
      const resolution = resolutions.find(({id}) => id === standard.resolution)
      return resolution ? [linesOfStandard(standard, resolution)] : []
    }),
    ...offices.map(linesOfOffice),
  ]
  return lines.flatMap((one) => Object.values(one)).reduce((sum, text) => sum + text.length, 0)
}
