/**
 * The catalogue of everything that is published, in the terms of DCAT-AP 3 (JSON-LD): data sets, their files, sizes, checksums.
 *
 * Specification: https://semiceu.github.io/DCAT-AP/releases/3.0.0/. File types are those of the Publications Office of the European Union.
 */
import {english, kazakh, ref, typed} from './cpsv/vocabulary.ts'
import type {Node} from './cpsv/vocabulary.ts'

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export interface PublishedFile {
  /** Under dist/: `data/standards/2012-1278-1.json`. */
  path: string
  sha256: string
  bytes: number
}

interface DataSet {
  name: string
  title: {en: string; kk: string}
  description: string
  /** The paths of its files. */
  files: RegExp
}

/** First match wins; a file of no data set is no data (pages, styles). */
const DATA_SETS: readonly DataSet[] = [
  {
    name: 'schemas',
    title: {en: 'Schemas of the data', kk: 'Деректердің схемалары'},
    description: 'JSON Schema of each kind of file.',
    files: /^data\/schema\//u,
  },
  {
    name: 'resolutions',
    title: {en: 'Resolutions of the Government', kk: 'Үкіметтің қаулылары'},
    description: 'The acts that approve standards: structure, notes of amendment, amending instructions, as JSON.',
    files: /^data\/(?:resolutions\/|amendments\.json$|editions\/)/u,
  },
  {
    name: 'standards',
    title: {en: 'Public service standards', kk: 'Мемлекеттік қызмет стандарттары'},
    description: 'Each standard with its points, facts, annexes, forms, indicators, as JSON.',
    files: /^data\/standards\//u,
  },
  {
    name: 'akoma-ntoso',
    title: {en: 'Legal texts in Akoma Ntoso 3.0', kk: 'Akoma Ntoso 3.0 пішіміндегі мәтіндер'},
    description: 'Each resolution and standard as an XML document of OASIS LegalDocML.',
    files: /^akn\//u,
  },
  {
    name: 'services',
    title: {en: 'Services in CPSV-AP 3.2', kk: 'CPSV-AP 3.2 пішіміндегі қызметтер'},
    description: 'Each standard as a public service in the European vocabulary, and a catalogue of all services and offices, as JSON-LD.',
    files: /^jsonld\//u,
  },
  {
    name: 'tables',
    title: {en: 'Tables', kk: 'Кестелер'},
    description: 'Services, documents, deadlines, indicators, offices and discrepancies as CSV, each with a description (CSV on the Web).',
    files: /^data\/[a-z]+\.csv(?:-metadata\.json)?$/u,
  },
  {
    name: 'offices',
    title: {en: 'Register of offices', kk: 'Мекемелер тізілімі'},
    description: 'One office out of all rows that speak of it, with the discrepancies between the lists, as JSON.',
    files: /^data\/offices\.json$/u,
  },
  {
    name: 'quality',
    title: {en: 'How the texts were read', kk: 'Мәтіндер қалай оқылды'},
    description: 'Diagnostics and coverage: what was doubted, and what became of every character.',
    files: /^data\/(?:diagnostics|coverage)\.json$/u,
  },
  {
    name: 'comparisons',
    title: {en: 'Comparisons', kk: 'Салыстырулар'},
    description: 'What differs between editions and between standards: a list as JSON, comparative tables as DOCX.',
    files: /^data\/comparisons\.json$|^compare\/[^/]+\.(?:docx|json|md)$/u,
  },
  {
    name: 'forms',
    title: {en: 'Forms and papers', kk: 'Бланкілер мен қағаздар'},
    description: 'Fillable application forms, checklists, receipts and complaint slips as PDF.',
    files: /^(?:forms|papers)\/[^/]+\.pdf$/u,
  },
  {
    name: 'reports',
    title: {en: 'Report templates', kk: 'Есеп үлгілері'},
    description: 'Templates of the yearly reports on indicators of quality and efficiency.',
    files: /^reports\/[^/]+\.(?:pdf|xlsx|csv|html)$/u,
  },
]

/** The data set that a file belongs to; null where the file is no data. */
export const dataSetOf = (path: string): string | null => DATA_SETS.find(({files}) => files.test(path))?.name ?? null

/** Ending → media type (IANA) and file type (Publications Office). */
const FORMATS: Readonly<Record<string, {media: string; type: string}>> = {
  json: {media: 'application/json', type: 'JSON'},
  jsonld: {media: 'application/ld+json', type: 'JSON_LD'},
  xml: {media: 'application/akn+xml', type: 'AKN4EU'},
  csv: {media: 'text/csv', type: 'CSV'},
  pdf: {media: 'application/pdf', type: 'PDF'},
  xlsx: {media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', type: 'XLSX'},
  docx: {media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', type: 'DOCX'},
  html: {media: 'text/html', type: 'HTML'},
  md: {media: 'text/markdown', type: 'TXT'},
}

/**
 * @param site address of the site, without a closing slash
 * @param page address of the page about the data
 * @param modified date of the data, `YYYY-MM-DD`
 */
export function dcatCatalogue(files: readonly PublishedFile[], site: string, page: string, modified: string): Node {
  const byDataSet = Map.groupBy(files, ({path}) => DATA_SETS.find((one) => one.files.test(path)))
  const publisher = {
    '@id': `${page}#publisher`,
    '@type': 'foaf:Agent',
    'dct:identifier': 'qyzmet',
    'dct:title': english('Qyzmet'),
    'foaf:name': 'Qyzmet',
  }
  const shared = {
    'dct:publisher': ref(publisher['@id']),
    'dct:modified': typed(modified, 'xsd:date'),
    'dct:language': ref('http://publications.europa.eu/resource/authority/language/KAZ'),
    'dct:spatial': ref('http://publications.europa.eu/resource/authority/country/KAZ'),
  }
  const datasets = DATA_SETS.flatMap((one): Node[] => {
    const members = byDataSet.get(one) ?? []
    if (members.length === 0) return []
    return [
      {
        '@id': `${page}#${one.name}`,
        '@type': 'dcat:Dataset',
        'dct:identifier': one.name,
        'dct:title': [english(one.title.en), kazakh(one.title.kk)],
        'dct:description': english(one.description),
        ...shared,
        'dcat:theme': ref('http://publications.europa.eu/resource/authority/data-theme/GOVE'),
        'dcat:landingPage': {'@id': page, '@type': 'foaf:Document'},
        'dcat:distribution': members.map((file) => distribution(file, site)),
      },
    ]
  })
  return {
    '@context': CONTEXT,
    '@id': `${page}#catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': [english('Open data of Qyzmet'), kazakh('Qyzmet ашық деректері')],
    'dct:description': english('Public service standards of Kazakhstan as data: every file with its size and checksum.'),
    ...shared,
    'dct:publisher': publisher,
    'foaf:homepage': {'@id': page, '@type': 'foaf:Document'},
    'dcat:dataset': datasets,
  }
}

function distribution({path, sha256, bytes}: PublishedFile, site: string): Node {
  const address = `${site}/${path}`
  const format = FORMATS[path.slice(path.lastIndexOf('.') + 1)]
  return {
    '@id': `${address}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': english(path),
    'dcat:accessURL': ref(address),
    'dcat:downloadURL': ref(address),
    'dcat:byteSize': {'@value': String(bytes), '@type': 'xsd:nonNegativeInteger'},
    ...(format && {
      'dcat:mediaType': ref(`http://www.iana.org/assignments/media-types/${format.media}`),
      'dct:format': ref(`http://publications.europa.eu/resource/authority/file-type/${format.type}`),
    }),
    'dct:rights': {
      '@type': 'dct:RightsStatement',
      'http://www.w3.org/2000/01/rdf-schema#label': english(
        'Official documents are not objects of copyright (Law of Kazakhstan «On copyright and related rights», article 8).',
      ),
    },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': ref('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
      'spdx:checksumValue': {'@value': sha256, '@type': 'xsd:hexBinary'},
    },
  }
}
