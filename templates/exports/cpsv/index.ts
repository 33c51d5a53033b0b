/**
 * CPSV-AP 3.2 (the European vocabulary of public services) in JSON-LD: a document for each standard, and a catalogue of all
 * services and offices.
 *
 * Every document stands alone: its context is in it, and every node that the profile gives a class to has its type there.
 */
import {toJson} from '../../../parser/language/hidden-characters.ts'
import type {Amendment, Office, Standard} from '../../../parser/model/index.ts'
import type {Addresses as PageAddresses} from '../schema-org.ts'
import type {ResolutionHead} from './legal.ts'
import {officeNode, officeReference, officeSummary, type OfficeHead} from './organisation.ts'
import {serviceNode} from './service.ts'
import {sayingOnce, withoutRepetition} from './shared-nodes.ts'
import {CONTEXT, english, kazakh, ref} from './vocabulary.ts'
import type {Node} from './vocabulary.ts'

export type {OfficeHead} from './organisation.ts'
export type {Node} from './vocabulary.ts'

/** Where things live on the web: whole addresses. */
export interface Addresses extends PageAddresses {
  region(name: string): string
  /** The page about the data; its fragments are the values of our own code lists. */
  data(): string
}

/** What a service is made of beside its standard. */
export interface Around {
  resolution: ResolutionHead
  /** Those whose lists belong to the standard. */
  offices: readonly OfficeHead[]
  amendments: readonly Amendment[]
}

/** One standard as a public service. */
export function serviceDocument(standard: Standard, around: Around, addresses: Addresses): Node {
  return withoutRepetition({'@context': CONTEXT, ...serviceNode({...around, standard, addresses, officeLink: officeSummary})})
}

/** One standard as a part of the catalogue, where its offices stand in full. */
export function serviceInCatalogue(standard: Standard, around: Around, addresses: Addresses): Node {
  return serviceNode({...around, standard, addresses, officeLink: officeReference})
}

/**
 * The catalogue: a data set whose parts are the services, and every office in full. In pieces, for all of them together are long.
 *
 * @param services see `serviceInCatalogue`; asked for twice
 * @param date of the data, `YYYY-MM-DD`
 */
export function* catalogueParts(
  services: () => Iterable<Node>,
  offices: () => Iterable<Office>,
  date: string,
  addresses: Addresses,
): Generator<string> {
  const ids: Node[] = []
  for (const node of services()) ids.push(ref(String(node['@id'])))
  const dataset: Node = {
    '@id': `${addresses.data()}#services`,
    '@type': 'dcat:Dataset',
    'dct:identifier': 'services',
    'dct:title': [english('Public service standards of Kazakhstan'), kazakh('Қазақстанның мемлекеттік қызмет стандарттары')],
    'dct:description': [
      english('The services that the standards approved by resolutions of the Government describe, as the acts word them.'),
      kazakh('Үкіметтің қаулыларымен бекітілген стандарттар сипаттайтын қызметтер, актілердің өз сөзімен.'),
    ],
    'dct:modified': {'@value': date, '@type': 'xsd:date'},
    'dct:publisher': publisher(addresses),
    'dcat:landingPage': {'@id': addresses.data(), '@type': 'foaf:Document'},
    'dct:hasPart': ids,
  }
  const once = sayingOnce()
  yield `{"@context":${toJson(CONTEXT)},"@graph":[${toJson(once(dataset))}`
  for (const node of services()) yield `,${toJson(once(node))}`
  for (const office of offices()) yield `,${toJson(once(officeNode(office, addresses)))}`
  yield ']}'
}

/** Who publishes the data; the acts are the Government's. */
function publisher(addresses: Addresses): Node {
  return {
    '@id': `${addresses.data()}#publisher`,
    '@type': 'foaf:Agent',
    'dct:identifier': 'qyzmet',
    'dct:title': english('Qyzmet'),
    'foaf:name': 'Qyzmet',
  }
}
