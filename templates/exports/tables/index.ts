/** Every table with its rows: files for dist/data/. */
import type {Office, Resolution, Standard} from '../../../parser/model/index.ts'
import {tableCsv, tableMetadata} from './table.ts'
import type {Table} from './table.ts'
import {deadlines, discrepancies, documents, indicators, offices, services} from './tables.ts'

export interface TableFiles {
  name: string
  title: Table<never>['title']
  description: string
  csv: string
  metadata: string
}

interface Tabled {
  resolutions: readonly Resolution[]
  standards: readonly Standard[]
  offices: readonly Office[]
}

/**
 * @param modified date of the data, `YYYY-MM-DD`
 * @returns in the order they are listed on the data page
 */
export function tables({resolutions, standards, offices: register}: Tabled, modified: string): TableFiles[] {
  const byId = new Map(resolutions.map((resolution) => [resolution.id, resolution]))
  const facts = <Fact>(of: (standard: Standard) => readonly Fact[]) =>
    standards.flatMap((standard) => of(standard).map((fact, index) => ({standard, fact, index})))
  const files = <Row>(table: Table<Row>, rows: readonly Row[]): TableFiles => ({
    name: table.name,
    title: table.title,
    description: table.description,
    csv: tableCsv(table, rows),
    metadata: tableMetadata(table, modified),
  })
  return [
    files(
      services,
      standards.flatMap((standard) => {
        const resolution = byId.get(standard.resolution)
        return resolution ? [{standard, resolution}] : []
      }),
    ),
    files(
      documents,
      facts(({facts: {documents: found}}) => found),
    ),
    files(
      deadlines,
      facts(({facts: {deadlines: found}}) => found),
    ),
    files(
      indicators,
      standards.flatMap(({annexes}) =>
        annexes.flatMap((annex) => (annex.indicators ?? []).map((indicator, index) => ({annex, indicator, index}))),
      ),
    ),
    files(offices, register),
    files(
      discrepancies,
      register.flatMap((office) =>
        office.discrepancies.flatMap((discrepancy) => discrepancy.values.map((value, index) => ({office, discrepancy, value, index}))),
      ),
    ),
  ]
}
