/**
 * The words of CPSV-AP 3.2 and the code lists its values come from.
 *
 * Specification: https://semiceu.github.io/CPSV-AP/releases/3.2.0/ (SEMIC, European Commission). Where the profile leaves a list
 * open, the lists of the Publications Office of the European Union are used where they fit, our own otherwise.
 */

/** A node of JSON-LD, or a value in it. */
export type Value = string | number | boolean | Node | readonly Value[]
export interface Node {
  readonly [key: string]: Value
}

/** Prefixes of every document: nothing has to be fetched to read one. */
export const CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** The class that the profile wants for the area of a public organisation. */
export const TERRITORIAL_UNIT = 'http://data.europa.eu/88u/dataset/atu-type'

const AUTHORITY = 'http://publications.europa.eu/resource/authority'

/** Text of an act, or a name from it. */
export const kazakh = (text: string): Node => ({'@value': text, '@language': 'kk'})
export const english = (text: string): Node => ({'@value': text, '@language': 'en'})
export const typed = (value: string, type: 'xsd:date' | 'xsd:double' | 'xsd:duration' | 'xsd:anyURI'): Node => ({
  '@value': value,
  '@type': type,
})
export const ref = (id: string): Node => ({'@id': id})

/** A value of a code list, with its label, so that a reader needs no other file. */
export const concept = (id: string, label: string): Node => ({'@id': id, '@type': 'skos:Concept', 'skos:prefLabel': english(label)})

export const KAZAKH: Node = {'@id': `${AUTHORITY}/language/KAZ`, '@type': 'dct:LinguisticSystem', 'skos:prefLabel': english('Kazakh')}
export const TENGE = concept(`${AUTHORITY}/currency/KZT`, 'Kazakh tenge')
export const KAZAKHSTAN: Node = {
  '@id': `${AUTHORITY}/country/KAZ`,
  '@type': ['dct:Location', TERRITORIAL_UNIT],
  'skos:prefLabel': english('Kazakhstan'),
}

/** Asset Description Metadata Schema, code list «status». */
export const STATUS = {
  'in-force': concept('http://purl.org/adms/status/Completed', 'Completed: the service is offered as described'),
  repealed: concept('http://purl.org/adms/status/Withdrawn', 'Withdrawn: the act that describes the service is repealed'),
} as const

/** Ways of asking for a service, as the data name them (`channel` in the facts). */
export const CHANNELS: Readonly<Record<string, string>> = {
  'service-centre': 'Public service centre',
  'mobile-centre': 'Mobile service centre',
  portal: 'Web portal',
  'authorised-organisation': 'Authorised organisation',
  'competent-authority': 'Competent authority',
  'local-executive-body': 'Local executive body',
  akim: 'Akim (head of a district or village)',
  archive: 'Archive',
  post: 'Post',
}

/** Groups of people a service is listed under, as the data name them (`audience` in the facts). */
export const AUDIENCES: Readonly<Record<string, string>> = {
  families: 'Families with children',
  pensioners: 'Pensioners',
  disabled: 'People with disabilities',
  housing: 'People in need of housing',
  military: 'Conscripts, servicemen and veterans',
  support: 'Job seekers and people in need of support',
  students: 'Pupils and students',
  patients: 'Patients',
  drivers: 'Drivers and vehicle owners',
  farmers: 'Farmers',
  organisations: 'Organisations and entrepreneurs',
  papers: 'People in need of papers and certificates',
  other: 'Others',
}
