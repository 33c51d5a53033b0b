/** What is published of a standard, an act or an edition as data, and what is made of all of them together. */
import {toJson} from '../../../parser/language/hidden-characters.ts'
import type {Amendment, Edition, Office, Resolution, Standard} from '../../../parser/model/index.ts'
import {LIMITS, SearchIndexBuilder} from '../../../site/search/builder.ts'
import {renderResolution, renderStandard, type ActHead} from '../../../templates/exports/akn/index.ts'
import {catalogueParts, serviceDocument, serviceInCatalogue, type Node, type OfficeHead} from '../../../templates/exports/cpsv/index.ts'
import {linesOfStandard} from '../../../templates/exports/tables/index.ts'
import {addressesOf} from './addresses.ts'
import {dataFile} from './publish.ts'
import type {Finished} from './shelved.ts'
import {shelvedExtra, type ShelvedExtra, type StandardExtra} from './standard-extra.ts'
import {finished, linked} from './taking.ts'
import {fetchJson, fetchLines, keepWritten, make, OutFile, writeOut, type Made, type Note, type Ref, type Workshop} from './workshop.ts'

/** What a standard's files say of its act. */
export type Act = ActHead & Pick<Resolution, 'status'>

export interface StandardOrder extends Finished {
  shop: Workshop
  key: string
  /** In the order of the data. */
  place: number
  resolution: Act
  /** All standards of the act. */
  siblings: readonly Pick<Standard, 'notes'>[]
  amendments: readonly Amendment[]
  /** Those whose lists belong to the standard. */
  register: readonly OfficeHead[]
  /** Name of the file in Akoma Ntoso; null where the act does not name the standard. */
  xml: string | null
  /** Date of the data, `YYYY-MM-DD`. */
  date: string
  /** Environment variable QYZMET_SITE. */
  site: string | undefined
}

export function standardTask(order: StandardOrder): Made<ShelvedExtra> {
  const {shop, key, place, resolution, siblings, amendments, register, xml, date, site} = order
  const standard = finished(order)
  const around = {resolution, offices: register, amendments}
  const addresses = addressesOf(site)
  const made = make(
    shop,
    'standard',
    key,
    [
      [`data/standards/${standard.id}.json`, dataFile('standard', standard)],
      ...(xml === null ? [] : [[`akn/${xml}`, renderStandard(standard, {resolution, standards: siblings}, date)] as const]),
      [`jsonld/${standard.id}.jsonld`, `${toJson(serviceDocument(standard, around, addresses))}\n`],
    ],
    {
      lines: linesOfStandard(standard, resolution),
      service: toJson(serviceInCatalogue(standard, around, addresses)),
    } satisfies StandardExtra,
  )
  return shelvedExtra(shop, place, made)
}

export interface ActOrder {
  shop: Workshop
  key: string
  resolution: Resolution
  standards: readonly Finished[]
  amendments: readonly Amendment[]
  xml: string
  date: string
}

export function actTask({shop, key, resolution, standards, amendments, xml, date}: ActOrder): Made<null> {
  const act = {resolution, standards: standards.map(finished), amendments}
  return make(
    shop,
    'act',
    key,
    [
      [`data/resolutions/${resolution.id}.json`, dataFile('resolution', resolution)],
      [`akn/${xml}`, renderResolution(act, date)],
    ],
    null,
  )
}

export interface EditionOrder {
  shop: Workshop
  key: string
  edition: Omit<Edition, 'standards'>
  standards: readonly Pick<Finished, 'text' | 'offices'>[]
}

export function editionTask({shop, key, edition, standards}: EditionOrder): Made<null> {
  const {id, edition: date, resolution, ...rest} = edition
  const whole: Edition = {id, edition: date, resolution, standards: standards.map(linked), ...rest}
  return make(shop, 'edition', key, [[`data/editions/${id}.json`, dataFile('edition', whole)]], null)
}

export interface SearchOrder {
  shop: Workshop
  key: string
  /** Acts with the prose of their standards, in the order of the data. */
  acts: readonly {resolution: Omit<Resolution, 'source'>; standards: readonly Ref[]}[]
  offices: Ref
}

export function searchTask({shop, key, acts, offices}: SearchOrder): Made<null> {
  const files: Note[] = []
  const builder = new SearchIndexBuilder((path, text) => files.push(writeOut(shop, [path, text])), LIMITS)
  for (const {resolution, standards} of acts) {
    builder.add(
      resolution as Resolution,
      standards.map((ref) => fetchJson<Standard>(ref)),
    )
  }
  builder.add(null, [])
  builder.addOffices(parsedLines<Office>(offices))
  builder.finish()
  return keepWritten(shop, 'search', key, {files, extra: null})
}

export interface CatalogueOrder {
  shop: Workshop
  key: string
  /** One service a line, as JSON. */
  services: Ref
  offices: Ref
  date: string
  site: string | undefined
}

/** All services and offices in one document. */
const SERVICES_FILE = 'jsonld/catalogue.jsonld'

export function catalogueTask({shop, key, services, offices, date, site}: CatalogueOrder): Made<null> {
  const file = new OutFile(shop, SERVICES_FILE)
  const parts = catalogueParts(
    () => parsedLines<Node>(services),
    () => parsedLines<Office>(offices),
    date,
    addressesOf(site),
  )
  for (const part of parts) file.write(part)
  file.write('\n')
  return keepWritten(shop, 'catalogue', key, {files: [file.close()], extra: null})
}

function* parsedLines<Value>(ref: Ref): Generator<Value> {
  for (const line of fetchLines(ref)) yield JSON.parse(line) as Value
}
