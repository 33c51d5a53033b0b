/** What others make of a standard: lines of the tables, its entry in the catalogue. */
import type {TableLines} from '../../../templates/exports/tables/index.ts'
import {shelve, type Made, type Ref, type Workshop} from './workshop.ts'

export interface StandardExtra {
  lines: TableLines
  /** The service as a part of the catalogue: JSON. */
  service: string
}

/** The same on the shelf: those of a whole country are too long to be held. */
export interface ShelvedExtra {
  /** By name of the table. */
  lines: Record<string, Ref>
  /** One line. */
  service: Ref
}

/** @param place of the standard in the order of the data */
export function shelvedExtra(shop: Workshop, place: number, {files, extra}: Made<StandardExtra>): Made<ShelvedExtra> {
  const tables = Object.entries(extra.lines).filter(([, lines]) => lines !== '')
  const [service, ...lines] = shelve(shop, `standard-${String(place)}`, [`${extra.service}\n`, ...tables.map(([, text]) => text)])
  return {files, extra: {service: service!, lines: Object.fromEntries(tables.map(([name], at) => [name, lines[at]!]))}}
}
