/** What the data page says of each data set: its files, the format's name, the beginning of one file. */
import {toJson} from '../../parser/language/hidden-characters.ts'
import type {Catalogue} from '../../parser/model/index.ts'
import {dataSetOf} from '../../templates/exports/dcat.ts'

type PublishedFile = Pick<Catalogue['files'][number], 'path' | 'bytes'>

export interface DataSet {
  name: string
  files: PublishedFile[]
  /** Names of the formats, as their makers write them. */
  formats: string
  /** Files whose beginnings are shown: one of each kind that is text. */
  examples: PublishedFile[]
}

/** In the order of the page: what most people come for first. */
const ORDER = [
  'index',
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
  index: 'JSON, JSON-LD (DCAT-AP 3)',
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

/** The catalogue of all data sets belongs to none of them: it stands with the index. */
const CATALOGUE = 'data/catalogue.jsonld'

/** The data sets that have files. */
export function dataSets(files: readonly PublishedFile[]): DataSet[] {
  const bySet = Map.groupBy(files, ({path}) => (path === CATALOGUE ? 'index' : (dataSetOf(path) ?? '')))
  return ORDER.flatMap((name) => {
    const members = bySet.get(name) ?? []
    return members.length === 0 ? [] : [{name, files: members, formats: FORMATS[name] ?? '', examples: examplesOf(members)}]
  })
}

function examplesOf(files: readonly PublishedFile[]): PublishedFile[] {
  const texts = files.filter(({path}) => TEXT.test(path)).sort((a, b) => a.bytes - b.bytes)
  const kinds = [...Map.groupBy(texts, ({path}) => kindOf(path)).values()]
  return kinds
    .flatMap((kind) => kind.find(({bytes}) => bytes >= STUB_BYTES) ?? kind.at(-1) ?? [])
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Files of a kind look alike: those of one folder and ending; beside one another in `data/` each is a kind of its own. */
function kindOf(path: string): string {
  if (path.endsWith(METADATA)) return METADATA
  return /^data\/[^/]+$/u.test(path) ? path : path.replace(/(?<![^/])[^/]+(?=\.\w+$)/u, '')
}
const METADATA = '.csv-metadata.json'

/** Of a file's lines no more are shown. */
export const EXAMPLE_LINES = 24
/** The lines of a table are long and alike. */
const TABLE_LINES = 4
const LINE_LETTERS = 120

/**
 * The first lines of a file, for reading: JSON is laid out in lines, long lines are cut with «…», and of JSON-LD the context, which
 * says what the names mean, is left out for what the file says.
 */
export function beginningOf(path: string, text: string): string {
  const lines = (path.endsWith('.jsonld') ? body(text) : text).replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const most = path.endsWith('.csv') ? TABLE_LINES : EXAMPLE_LINES
  const shown = lines.slice(0, most).map((line) => (line.length > LINE_LETTERS ? `${line.slice(0, LINE_LETTERS)}…` : line))
  return [...shown, ...(lines.length > most ? ['…'] : [])].join('\n')
}

function body(text: string): string {
  const document = JSON.parse(text) as Record<string, unknown>
  return toJson({...document, ...('@context' in document && {'@context': '…'})}, 2)
}
