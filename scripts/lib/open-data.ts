/** What is published for other programs beside the data: services in CPSV-AP, tables, the catalogue of all files. */
import {siteAddress} from '../../site/address.ts'
import {LOCALES} from '../../site/i18n/index.ts'
import {dataUrl, feedUrl, localize, officeUrl, regionUrl, resolutionUrl, standardUrl} from '../../site/urls.ts'
import {catalogueDocument, serviceDocument} from '../../templates/exports/cpsv/index.ts'
import type {Addresses, Node} from '../../templates/exports/cpsv/index.ts'
import {dcatCatalogue} from '../../templates/exports/dcat.ts'
import type {LaterFile} from '../../templates/exports/dcat.ts'
import {tables} from '../../templates/exports/tables/index.ts'
import type {Model} from './pipeline.ts'
import type {Steps} from './progress.ts'
import type {Files} from './publish.ts'
import {checksum} from './sources.ts'

/** What the files are made from. */
export type OpenModel = Pick<Model, 'resolutions' | 'standards' | 'offices' | 'amendments'>

/** All services and offices in one document. */
const SERVICES_FILE = 'jsonld/catalogue.jsonld'
/** What there is, with checksums, for portals of open data. */
const CATALOGUE_FILE = 'data/catalogue.jsonld'
/** Names every other file with its checksum, the catalogue too: it is made last. */
const INDEX_FILE = 'data/index.json'

/**
 * Adds the files to those of the build. To be called when all other data are there: the catalogue lists them.
 *
 * @param epoch date of the data, in seconds since 1970
 * @param site environment variable QYZMET_SITE
 * @throws Error where QYZMET_SITE is no address
 */
export function addOpenData(files: Files, model: OpenModel, epoch: number, site: string | undefined, progress: Steps): void {
  const address = siteAddress(site)
  const date = new Date(epoch * 1000).toISOString().slice(0, 10)
  const addresses: Addresses = {
    resolution: (id) => address + resolutionUrl(id),
    standard: (id) => address + standardUrl(id),
    office: (id) => address + officeUrl(id),
    region: (name) => address + regionUrl(name),
    data: () => address + dataUrl(),
  }

  progress.begin('tables')
  for (const {name, csv, metadata} of tables(model, date)) {
    files.set(`data/${name}.csv`, csv)
    files.set(`data/${name}.csv-metadata.json`, metadata)
  }

  progress.begin('services')
  for (const standard of model.standards) files.set(`jsonld/${standard.id}.jsonld`, json(serviceDocument(standard, model, addresses)))
  files.set(SERVICES_FILE, json(catalogueDocument(model, date, addresses)))

  progress.begin('catalogue')
  const listed = [...files].map(([path, content]) => ({path, sha256: checksum(content), bytes: Buffer.byteLength(content)}))
  // Made after the catalogue: the index has the catalogue's checksum, the feeds are made with the pages.
  const later: LaterFile[] = [{path: INDEX_FILE}, ...LOCALES.map((language) => ({path: localize(feedUrl(), language).slice(1), language}))]
  files.set(CATALOGUE_FILE, json(dcatCatalogue([...listed, ...later], address, addresses.data(), date)))
}

const json = (document: Node): string => `${JSON.stringify(document)}\n`
