/** The register of offices, out of the tables of all standards. */
import type {Office} from '../../../parser/model/index.ts'
import {registerOffices, type Listing} from '../../../parser/register/index.ts'
import {linesOfOffice} from '../../../templates/exports/tables/index.ts'
import {officesOfEditions, rowsOf} from './edition-offices.ts'
import {officeItem} from './publish.ts'
import {RegisterKeeper, type Registered} from './register-store.ts'
import {fetchJson, fetchLines, keepWritten, OutFile, type Made, type Ref, type Workshop} from './workshop.ts'

export interface RegisterOrder {
  shop: Workshop
  key: string
  /** Tables of the published standards, in the order of the sources, and of those of other editions. */
  published: readonly Ref[]
  editions: readonly Ref[]
  /** By resolution: date of the edition, file. */
  dates: [string, string][]
  files: [string, string][]
}

export function registerTask({shop, key, published, editions, dates, files}: RegisterOrder): Registered {
  const once = new Map<string, string>()
  const listings = published.map((ref) => lean(fetchJson<Listing>(ref), once))
  const others = editions.map((ref) => lean(fetchJson<Listing>(ref), once))
  const {offices, officeOf, diagnostics} = registerOffices(listings, {editions: new Map(dates), files: new Map(files)})
  const officeOfEdition = officesOfEditions(others, listings, officeOf)
  const heads: Registered['heads'] = []
  const keeper = new RegisterKeeper(shop, key)
  for (const office of offices()) {
    const {id, name, kind, standards} = office
    heads.push({id, name, kind, standards})
    keeper.add(JSON.stringify(office))
  }
  return keeper.finish({
    heads,
    links: {
      published: listings.map((listing) => rowsOf(listing).map(officeOf)),
      editions: others.map((listing) => rowsOf(listing).map(officeOfEdition)),
    },
    diagnostics,
  })
}

const NOTHING: number[] = []

/** Only what the register reads; the same cells stand in many tables, and are held once. */
function lean(listing: Listing, once: Map<string, string>): Listing {
  for (const row of rowsOf(listing)) {
    row.inherited = NOTHING
    row.cells = row.cells.map((cell) => {
      const known = once.get(cell)
      if (known === undefined) once.set(cell, cell)
      return known ?? cell
    })
  }
  return listing
}

export interface OfficesOrder {
  shop: Workshop
  key: string
  offices: Ref
  /** First lines of the tables. */
  heads: Record<string, string>
}

/** The register as JSON and as tables. */
export function officesTask({shop, key, offices, heads}: OfficesOrder): Made<null> {
  const json = new OutFile(shop, 'data/offices.json')
  const tables = Object.entries(heads).map(([name, head]) => {
    const file = new OutFile(shop, `data/${name}.csv`)
    file.write(head)
    return {name, file}
  })
  let opened = false
  for (const line of fetchLines(offices)) {
    const office = JSON.parse(line) as Office
    json.write(`${opened ? ',' : '['}\n${officeItem(office)}`)
    opened = true
    const lines = linesOfOffice(office)
    for (const {name, file} of tables) file.write(lines[name] ?? '')
  }
  json.write(opened ? '\n]\n' : '[]\n')
  const files = [json, ...tables.map(({file}) => file)].map((file) => file.close())
  return keepWritten(shop, 'offices', key, {files, extra: null})
}
