/**
 * CPSV-AP 3.2 (the European vocabulary of public services) in JSON-LD: a document for each standard, and a catalogue of all
 * services and offices.
 *
 * Every document stands alone: its context is in it, and every node that the profile gives a class to has its type there.
 */
import type {Amendment, Office, Resolution, Standard} from '../../../parser/model/index.ts'
import type {Addresses as PageAddresses} from '../schema-org.ts'
import {officeNode, officeReference, officeSummary} from './organisation.ts'
import {serviceNode} from './service.ts'
import type {ServiceContext} from './service.ts'
import {withoutRepetition} from './shared-nodes.ts'
import {CONTEXT, english, kazakh, ref} from './vocabulary.ts'
import type {Node} from './vocabulary.ts'

export type {Node} from './vocabulary.ts'

/** Where things live on the web: whole addresses. */
export interface Addresses extends PageAddresses {
  region(name: string): string
  /** The page about the data; its fragments are the values of our own code lists. */
  data(): string
}

export interface Published {
  resolutions: readonly Resolution[]
  standards: readonly Standard[]
  offices: readonly Office[]
  amendments: readonly Amendment[]
}

/**
 * One standard as a public service.
 *
 * @throws Error where the standard's resolution is not among the published ones: a fault of the program
 */
export function serviceDocument(standard: Standard, published: Published, addresses: Addresses): Node {
  return withoutRepetition({'@context': CONTEXT, ...service(standard, published, addresses, officeSummary)})
}

/**
 * The catalogue: a data set whose parts are the services, and every office in full.
 *
 * @param date of the data, `YYYY-MM-DD`
 */
export function catalogueDocument(published: Published, date: string, addresses: Addresses): Node {
  const services = published.standards.map((standard) => service(standard, published, addresses, officeReference))
  return withoutRepetition({
    '@context': CONTEXT,
    '@graph': [
      {
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
        'dct:hasPart': services.map((node) => ref(String(node['@id']))),
      },
      ...services,
      ...published.offices.map((office) => officeNode(office, addresses)),
    ],
  })
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

function service(
  standard: Standard,
  {resolutions, offices, amendments}: Published,
  addresses: Addresses,
  officeLink: ServiceContext['officeLink'],
): Node {
  const resolution = resolutions.find(({id}) => id === standard.resolution)
  if (!resolution) throw new Error(`the resolution ${standard.resolution} of the standard ${standard.id} is not published`)
  return serviceNode({
    standard,
    resolution,
    offices: offices.filter(({standards}) => standards.includes(standard.id)),
    amendments,
    addresses,
    officeLink,
  })
}
