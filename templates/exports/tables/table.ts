/**
 * Tables of the data: one definition of columns gives the CSV file and its description (CSV on the Web).
 *
 * Sources: RFC 4180; W3C «Metadata Vocabulary for Tabular Data» (https://www.w3.org/TR/tabular-metadata/).
 */
import {toJson} from '../../../parser/language/hidden-characters.ts'
import {csv, csvLines} from '../csv.ts'

export interface Column<Row> {
  name: string
  /** Title for people, in Kazakh. */
  title: string
  /** What stands in it, in English. */
  description: string
  datatype?: 'string' | 'integer' | 'decimal' | 'date' | 'anyURI'
  /** A list: the parts are joined by «; »; a semicolon within a part has a no-break space behind it. */
  list?: boolean
  value: (row: Row) => string | number | null | readonly string[]
}

export interface Table<Row> {
  /** Of the files: `services` → services.csv, services.csv-metadata.json. */
  name: string
  title: {kk: string; en: string}
  description: string
  columns: readonly Column<Row>[]
  /** Columns whose values together are of one row only. */
  key: readonly string[]
}

/** Parts of a list share a cell. */
const SEPARATOR = '; '
/** What a part holds instead of the separator; the data have no such space, so that putting a plain one back gives the value. */
const WITHIN_PART = ';\u00A0'

export function tableCsv<Row>(table: Table<Row>, rows: readonly Row[]): string {
  return tableHead(table) + tableRows(table, rows)
}

/** The first line of a table: the names of its columns. */
export const tableHead = <Row>({columns}: Table<Row>): string => csv([columns.map(({name}) => name)])

/** The lines below it; those of two lists of rows one after the other are those of both lists together. */
export const tableRows = <Row>({columns}: Table<Row>, rows: readonly Row[]): string =>
  csvLines(rows.map((row) => columns.map((column) => cell(column.value(row)))))

/** The description of a table, to stand beside it as `<name>.csv-metadata.json`. */
export function tableMetadata<Row>(table: Table<Row>, modified: string): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', {'@language': 'en'}],
    url: `${table.name}.csv`,
    'dc:title': [
      {'@value': table.title.en, '@language': 'en'},
      {'@value': table.title.kk, '@language': 'kk'},
    ],
    'dc:description': {'@value': table.description, '@language': 'en'},
    'dc:modified': {'@value': modified, '@type': 'xsd:date'},
    'rdfs:comment': {
      '@value':
        'A text that a spreadsheet would take for a formula (it begins with = + - @ | or %), or that begins with an apostrophe, has one apostrophe before it: take that away to get the value. In a list a semicolon and a space that belong to a part are a semicolon and a no-break space (U+00A0).',
      '@language': 'en',
    },
    dialect: {encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminators: ['\r\n']},
    tableSchema: {
      columns: table.columns.map(({name, title, description, datatype = 'string', list = false}) => ({
        name,
        titles: {und: [name], kk: [title]},
        'dc:description': description,
        datatype,
        ...(list && {separator: SEPARATOR}),
        ...(table.key.includes(name) && {required: true}),
      })),
      primaryKey: table.key,
    },
  }
  return `${toJson(metadata, 2)}\n`
}

function cell(value: string | number | null | readonly string[]): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return value.map((part) => part.replaceAll(SEPARATOR, WITHIN_PART)).join(SEPARATOR)
}
