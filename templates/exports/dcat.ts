/**
 * The catalogue of everything that is published, in the terms of DCAT-AP 3 (JSON-LD): data sets, their files, sizes, checksums.
 *
 * Specification: https://semiceu.github.io/DCAT-AP/releases/3.0.0/. File types are those of the Publications Office of the European Union.
 */
import {withoutRepetition} from './cpsv/shared-nodes.ts'
import {concept, english, KAZAKH, kazakh, ref, typed} from './cpsv/vocabulary.ts'
import type {Node} from './cpsv/vocabulary.ts'

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
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

/** A file that is made after the catalogue, so that neither size nor checksum can stand in it. */
export interface LaterFile {
  path: string
  /** Language of the page or feed; the text of the acts is Kazakh in all of them. */
  language?: 'kk' | 'ru' | 'en'
}

interface DataSet {
  name: string
  title: {en: string; kk: string}
  description: string
  keywords: readonly string[]
  conformsTo?: Standard
  /** The paths of its files. */
  files: RegExp
}

/** A specification that the files of a data set follow. */
interface Standard {
  id: string
  title: string
}

const JSON_SCHEMA: Standard = {id: 'https://json-schema.org/draft/2020-12/schema', title: 'JSON Schema 2020-12'}
const AKOMA_NTOSO: Standard = {id: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0', title: 'Akoma Ntoso 3.0 (OASIS LegalDocML)'}
const CPSV_AP: Standard = {id: 'https://semiceu.github.io/CPSV-AP/releases/3.2.0/', title: 'CPSV-AP 3.2.0'}
const CSVW: Standard = {id: 'https://www.w3.org/TR/tabular-data-model/', title: 'CSV on the Web (W3C)'}
const DCAT_AP: Standard = {id: 'https://semiceu.github.io/DCAT-AP/releases/3.0.0/', title: 'DCAT-AP 3.0.0'}
const ATOM: Standard = {id: 'https://www.rfc-editor.org/rfc/rfc4287', title: 'Atom (RFC 4287)'}

/** First match wins; a file of no data set is no data (pages, styles). */
const DATA_SETS: readonly DataSet[] = [
  {
    name: 'schemas',
    title: {en: 'Schemas of the data', kk: 'Деректердің схемалары'},
    description: 'JSON Schema of each kind of file.',
    keywords: ['JSON Schema', 'data model'],
    conformsTo: JSON_SCHEMA,
    files: /^data\/schema\//u,
  },
  {
    name: 'resolutions',
    title: {en: 'Resolutions of the Government', kk: 'Үкіметтің қаулылары'},
    description: 'The acts that approve standards: structure, notes of amendment, amending instructions, as JSON.',
    keywords: ['resolution', 'amendment', 'legislation', 'Kazakhstan'],
    files: /^data\/(?:resolutions\/|amendments\.json$|editions\/)/u,
  },
  {
    name: 'standards',
    title: {en: 'Public service standards', kk: 'Мемлекеттік қызмет стандарттары'},
    description: 'Each standard with its points, facts, annexes, forms, indicators, as JSON.',
    keywords: ['public service', 'standard', 'legislation', 'Kazakhstan'],
    files: /^data\/standards\//u,
  },
  {
    name: 'akoma-ntoso',
    title: {en: 'Legal texts in Akoma Ntoso 3.0', kk: 'Akoma Ntoso 3.0 пішіміндегі мәтіндер'},
    description: 'Each resolution and standard as an XML document of OASIS LegalDocML.',
    keywords: ['legislation', 'LegalDocML', 'XML', 'Kazakhstan'],
    conformsTo: AKOMA_NTOSO,
    files: /^akn\//u,
  },
  {
    name: 'services',
    title: {en: 'Services in CPSV-AP 3.2', kk: 'CPSV-AP 3.2 пішіміндегі қызметтер'},
    description: 'Each standard as a public service in the European vocabulary, and a catalogue of all services and offices, as JSON-LD.',
    keywords: ['public service', 'service catalogue', 'linked data', 'Kazakhstan'],
    conformsTo: CPSV_AP,
    files: /^jsonld\//u,
  },
  {
    name: 'tables',
    title: {en: 'Tables', kk: 'Кестелер'},
    description: 'Services, documents, deadlines, indicators, offices and discrepancies as CSV, each with a description (CSV on the Web).',
    keywords: ['public service', 'deadline', 'office', 'indicator', 'table'],
    conformsTo: CSVW,
    files: /^data\/[a-z]+\.csv(?:-metadata\.json)?$/u,
  },
  {
    name: 'offices',
    title: {en: 'Register of offices', kk: 'Мекемелер тізілімі'},
    description: 'One office out of all rows that speak of it, with the discrepancies between the lists, as JSON.',
    keywords: ['office', 'address', 'telephone', 'public service centre', 'Kazakhstan'],
    files: /^data\/offices\.json$/u,
  },
  {
    name: 'quality',
    title: {en: 'How the texts were read', kk: 'Мәтіндер қалай оқылды'},
    description: 'Diagnostics and coverage: what was doubted, and what became of every character.',
    keywords: ['data quality', 'provenance'],
    files: /^data\/(?:diagnostics|coverage)\.json$/u,
  },
  {
    name: 'comparisons',
    title: {en: 'Comparisons', kk: 'Салыстырулар'},
    description: 'What differs between editions and between standards: a list as JSON, comparative tables as DOCX.',
    keywords: ['amendment', 'comparison', 'legislation'],
    files: /^data\/comparisons\.json$|^compare\/[^/]+\.(?:docx|json|md)$/u,
  },
  {
    name: 'forms',
    title: {en: 'Forms and papers', kk: 'Бланкілер мен қағаздар'},
    description: 'Fillable application forms, checklists, receipts and complaint slips as PDF.',
    keywords: ['application form', 'PDF', 'public service'],
    files: /^(?:forms|papers)\/[^/]+\.pdf$/u,
  },
  {
    name: 'reports',
    title: {en: 'Report templates', kk: 'Есеп үлгілері'},
    description: 'Templates of the yearly reports on indicators of quality and efficiency.',
    keywords: ['quality indicator', 'report', 'public service'],
    files: /^reports\/[^/]+\.(?:pdf|xlsx|csv|html)$/u,
  },
  {
    name: 'index',
    title: {en: 'Table of contents', kk: 'Мазмұны'},
    description: 'What there is, with the checksum of every other file, as JSON.',
    keywords: ['index', 'checksum'],
    files: /^data\/index\.json$/u,
  },
  {
    name: 'changes',
    title: {en: 'Feed of changes', kk: 'Өзгерістер таспасы'},
    description: 'What amending acts changed in the resolutions, as an Atom feed in Kazakh, Russian and English.',
    keywords: ['amendment', 'legislation', 'feed'],
    conformsTo: ATOM,
    files: /^(?:[a-z]{2}\/)?changes\.xml$/u,
  },
]

/** The data set that a file belongs to; null where the file is no data. */
export const dataSetOf = (path: string): string | null => DATA_SETS.find(({files}) => files.test(path))?.name ?? null

interface Format {
  media: string
  type: string
}

/** Ending → media type (IANA) and file type (Publications Office), the first that fits. */
const FORMATS: readonly (readonly [RegExp, Format])[] = [
  [/-metadata\.json$/u, {media: 'application/csvm+json', type: 'JSON'}],
  [/^data\/schema\/.*\.json$/u, {media: 'application/schema+json', type: 'JSON'}],
  [/\.json$/u, {media: 'application/json', type: 'JSON'}],
  [/\.jsonld$/u, {media: 'application/ld+json', type: 'JSON_LD'}],
  [/changes\.xml$/u, {media: 'application/atom+xml', type: 'ATOM'}],
  [/^akn\/.*\.xml$/u, {media: 'application/akn+xml', type: 'XML'}],
  [/\.csv$/u, {media: 'text/csv', type: 'CSV'}],
  [/\.pdf$/u, {media: 'application/pdf', type: 'PDF'}],
  [/\.xlsx$/u, {media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', type: 'XLSX'}],
  [/\.docx$/u, {media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', type: 'DOCX'}],
  [/\.html$/u, {media: 'text/html', type: 'HTML'}],
  [/\.md$/u, {media: 'text/markdown', type: 'TXT'}],
]

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const LANGUAGES: Readonly<Record<NonNullable<LaterFile['language']>, Node>> = {
  kk: KAZAKH,
  ru: {'@id': `${AUTHORITY}/language/RUS`, '@type': 'dct:LinguisticSystem', 'skos:prefLabel': english('Russian')},
  en: {'@id': `${AUTHORITY}/language/ENG`, '@type': 'dct:LinguisticSystem', 'skos:prefLabel': english('English')},
}
const KAZAKHSTAN: Node = {'@id': `${AUTHORITY}/country/KAZ`, '@type': 'dct:Location', 'skos:prefLabel': english('Kazakhstan')}
const GOVERNMENT = concept(`${AUTHORITY}/data-theme/GOVE`, 'Government and public sector')

const standardNode = ({id, title}: Standard): Node => ({'@id': id, '@type': 'dct:Standard', 'dct:title': english(title)})

/**
 * @param files what is published; of a file made later only the address is told
 * @param site address of the site, without a closing slash
 * @param page address of the page about the data
 * @param modified date of the data, `YYYY-MM-DD`
 */
export function dcatCatalogue(files: readonly (PublishedFile | LaterFile)[], site: string, page: string, modified: string): Node {
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
    'dct:language': KAZAKH,
    'dct:spatial': KAZAKHSTAN,
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
        'dcat:theme': GOVERNMENT,
        'dcat:keyword': one.keywords.map(english),
        ...(one.conformsTo && {'dct:conformsTo': standardNode(one.conformsTo)}),
        'dcat:landingPage': {'@id': page, '@type': 'foaf:Document'},
        'dcat:distribution': members.map((file) => distribution(file, site)),
      },
    ]
  })
  return withoutRepetition({
    '@context': CONTEXT,
    '@id': `${page}#catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': [english('Open data of Qyzmet'), kazakh('Qyzmet ашық деректері')],
    'dct:description': english('Public service standards of Kazakhstan as data: every file with its size and checksum.'),
    ...shared,
    'dct:publisher': publisher,
    'foaf:homepage': {'@id': page, '@type': 'foaf:Document'},
    'dct:conformsTo': standardNode(DCAT_AP),
    'dcat:dataset': datasets,
  })
}

function distribution(file: PublishedFile | LaterFile, site: string): Node {
  const {path} = file
  const address = `${site}/${path}`
  const [, format] = FORMATS.find(([ending]) => ending.test(path)) ?? []
  return {
    '@id': `${address}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': english(path),
    'dcat:accessURL': ref(address),
    'dcat:downloadURL': ref(address),
    ...('language' in file && {'dct:language': LANGUAGES[file.language ?? 'kk']}),
    ...(format && {
      'dcat:mediaType': {'@id': `http://www.iana.org/assignments/media-types/${format.media}`, '@type': 'dct:MediaType'},
      'dct:format': {'@id': `${AUTHORITY}/file-type/${format.type}`, '@type': 'dct:MediaTypeOrExtent'},
    }),
    'dct:rights': {
      '@type': 'dct:RightsStatement',
      'rdfs:label': english(
        'Official documents are not objects of copyright (Law of Kazakhstan «On copyright and related rights», article 8).',
      ),
    },
    ...('sha256' in file && {
      'dcat:byteSize': {'@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger'},
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': ref('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
        'spdx:checksumValue': {'@value': file.sha256, '@type': 'xsd:hexBinary'},
      },
    }),
  }
}
