/** What the data page says of each data set: its files, the format's name, the beginning of one file. */
import type {Catalogue} from '../../parser/model/index.ts'
import {dataSetOf} from '../../templates/exports/dcat.ts'

type PublishedFile = Catalogue['files'][number]

export interface DataSet {
  name: string
  files: PublishedFile[]
  /** Names of the formats, as their makers write them. */
  formats: string
  /** File whose beginning is shown; null where its kind is no text. */
  example: PublishedFile | null
}

/** In the order of the page: what most people come for first. */
const ORDER = [
  'standards',
  'resolutions',
  'offices',
  'tables',
  'services',
  'akoma-ntoso',
  'comparisons',
  'forms',
  'reports',
  'quality',
  'schemas',
]
const FORMATS: Readonly<Record<string, string>> = {
  standards: 'JSON',
  resolutions: 'JSON',
  offices: 'JSON',
  tables: 'CSV (RFC 4180), CSV on the Web',
  services: 'JSON-LD, CPSV-AP 3.2',
  'akoma-ntoso': 'XML, Akoma Ntoso 3.0 (OASIS LegalDocML)',
  comparisons: 'JSON, DOCX',
  forms: 'PDF',
  reports: 'PDF, XLSX, CSV, HTML',
  quality: 'JSON',
  schemas: 'JSON Schema 2020-12',
}
const TEXT = /\.(?:json|jsonld|csv|xml)$/u
/** An example is there to show the shape: of a data set the smallest file of its main kind that is no stub. */
const STUB_BYTES = 4000

/** The data sets that have files. */
export function dataSets(files: readonly PublishedFile[]): DataSet[] {
  const bySet = Map.groupBy(files, ({path}) => dataSetOf(path) ?? '')
  return ORDER.flatMap((name) => {
    const members = bySet.get(name) ?? []
    return members.length === 0 ? [] : [{name, files: members, formats: FORMATS[name] ?? '', example: exampleOf(members)}]
  })
}

function exampleOf(files: readonly PublishedFile[]): PublishedFile | null {
  const texts = files.filter(({path}) => TEXT.test(path) && !path.includes('metadata')).sort((a, b) => a.bytes - b.bytes)
  return texts.find(({bytes}) => bytes >= STUB_BYTES) ?? texts.at(-1) ?? null
}

const EXAMPLE_LINES = 24
const LINE_LETTERS = 120

/** The first lines of a file, for reading: JSON is laid out in lines, long lines are cut with «…». */
export function beginningOf(path: string, text: string): string {
  const laidOut = path.endsWith('.jsonld') ? JSON.stringify(JSON.parse(text), null, 2) : text
  const lines = laidOut.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const shown = lines.slice(0, EXAMPLE_LINES).map((line) => (line.length > LINE_LETTERS ? `${line.slice(0, LINE_LETTERS)}…` : line))
  return [...shown, ...(lines.length > EXAMPLE_LINES ? ['…'] : [])].join('\n')
}
