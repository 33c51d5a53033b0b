/** Open data of all resolutions: how long it takes to write, and how large it is. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readAkomaNtoso} from '../../../parser/read/akn.ts'
import type {Amendment, Office} from '../../../parser/model/index.ts'
import {akomaNtosoFiles} from '../../../templates/exports/akn/index.ts'
import {addOpenData} from '../../lib/open-data.ts'
import type {Files} from '../../lib/publish.ts'
import {SILENT, type Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'
import {inTurns} from '../measure.ts'

const KINDS: readonly [id: string, what: string, path: RegExp][] = [
  ['services', 'services, JSON-LD, one a standard', /^jsonld\/\d/u],
  ['service-catalogue', 'services and offices in one, JSON-LD', /^jsonld\/catalogue/u],
  ['tables', 'tables, CSV', /\.csv$/u],
  ['catalogue', 'catalogue of files, DCAT', /^data\/catalogue/u],
]

export const exports: Subject = {
  title: 'Exports of all resolutions',
  async measure(bench) {
    const published = await bench.published()
    const json = (name: string): unknown => JSON.parse(readFileSync(join(bench.dist(), 'data', name), 'utf8'))
    const model = {...published, amendments: json('amendments.json') as Amendment[], offices: json('offices.json') as Office[]}
    let xml: {name: string; text: string}[] = []
    let files: Files = new Map()
    bench.say('writing')
    const times = await inTurns(bench.rounds, {
      write() {
        xml = akomaNtosoFiles(model, '1970-01-01').map(({name, render}) => ({name, text: render()}))
      },
      read() {
        for (const {name, text} of xml) readAkomaNtoso(name, text)
      },
      rest() {
        files = new Map()
        addOpenData(files, model, 0, undefined, SILENT)
      },
    })
    const acts = new Set(model.resolutions.map(({id}) => `${id}.xml`))
    const size = (some: readonly {text: string}[]) => some.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0)
    const sizeOf = (path: RegExp) =>
      [...files].reduce((sum, [name, content]) => (path.test(name) ? sum + Buffer.byteLength(content) : sum), 0)
    const bytes = (id: string, what: string, value: number): Figure => ({
      id: `exports/bytes/${id}`,
      what,
      unit: 'bytes',
      value,
      compared: 'fixed',
    })
    return [
      {id: 'exports/all', what: 'all exports written', unit: 'milliseconds', value: times.write + times.rest, target: {most: 5000}},
      {id: 'exports/akn-write', what: `Akoma Ntoso written, ${String(xml.length)} files`, unit: 'milliseconds', value: times.write},
      {id: 'exports/akn-read', what: 'the same read back', unit: 'milliseconds', value: times.read},
      {id: 'exports/rest', what: 'services, tables and catalogue written', unit: 'milliseconds', value: times.rest},
      bytes('akn-acts', 'Akoma Ntoso, one an act', size(xml.filter(({name}) => acts.has(name)))),
      bytes('akn-standards', 'Akoma Ntoso, one a standard', size(xml.filter(({name}) => !acts.has(name)))),
      ...KINDS.map(([id, what, path]) => bytes(id, what, sizeOf(path))),
    ]
  },
}
