/** Every table with its rows: files for dist/data/. */
import type {Office, Resolution, Standard} from '../../../parser/model/index.ts'
import {tableHead, tableMetadata, tableRows} from './table.ts'
import type {Table} from './table.ts'
import {deadlines, discrepancies, documents, indicators, offices, services} from './tables.ts'

export interface TableFile {
  name: string
  /** First line of the CSV file. */
  head: string
  /** What stands beside it as `<name>.csv-metadata.json`. */
  metadata: string
}

/** Lines of tables, by the name of the table. */
export type TableLines = Record<string, string>

/**
 * @param modified date of the data, `YYYY-MM-DD`
 * @returns in the order they are listed on the data page
 */
export function tableFiles(modified: string): TableFile[] {
  const file = <Row>(table: Table<Row>): TableFile => ({
    name: table.name,
    head: tableHead(table),
    metadata: tableMetadata(table, modified),
  })
  return [file(services), file(documents), file(deadlines), file(indicators), file(offices), file(discrepancies)]
}

/** The lines that a standard has in the tables. */
export function linesOfStandard(standard: Standard, resolution: Pick<Resolution, 'id' | 'repealedBy'>): TableLines {
  const {facts, annexes} = standard
  const numbered = <Fact>(found: readonly Fact[]) => found.map((fact, index) => ({standard, fact, index}))
  return {
    [services.name]: tableRows(services, [{standard, resolution}]),
    [documents.name]: tableRows(documents, numbered(facts.documents)),
    [deadlines.name]: tableRows(deadlines, numbered(facts.deadlines)),
    [indicators.name]: tableRows(
      indicators,
      annexes.flatMap((annex) => (annex.indicators ?? []).map((indicator, index) => ({annex, indicator, index}))),
    ),
  }
}

/** The lines that an office has in the tables. */
export function linesOfOffice(office: Office): TableLines {
  return {
    [offices.name]: tableRows(offices, [office]),
    [discrepancies.name]: tableRows(
      discrepancies,
      office.discrepancies.flatMap((discrepancy) => discrepancy.values.map((value, index) => ({office, discrepancy, value, index}))),
    ),
  }
}
