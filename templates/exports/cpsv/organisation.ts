/** Authorities and offices: who answers for a service, and where it is asked for. */
import type {Office, Standard} from '../../../parser/model/index.ts'
import type {Addresses} from './index.ts'
import {english, kazakh, KAZAKHSTAN, ref, TERRITORIAL_UNIT} from './vocabulary.ts'
import type {Node} from './vocabulary.ts'

/**
 * The authority that gives a service, in the words of its standard.
 *
 * A standard without text names none; the profile wants one, so it is the Government, whose act the standard is part of.
 */
export function competentAuthority({id, facts}: Standard, addresses: Addresses): Node {
  const name = facts.provider ?? 'Қазақстан Республикасының Үкіметі'
  return {
    '@id': `${addresses.standard(id)}#provider`,
    '@type': ['cv:PublicOrganisation', 'org:Organization'],
    'skos:prefLabel': kazakh(name),
    'dct:spatial': KAZAKHSTAN,
  }
}

/** What a service says of an office. */
export type OfficeHead = Pick<Office, 'id' | 'name' | 'kind'>

/** An office that stands in full in another document: its class and name. */
export const officeSummary = ({id, name}: OfficeHead, addresses: Addresses): Node => ({
  '@id': officeId(id, addresses),
  '@type': 'org:Organization',
  'skos:prefLabel': kazakh(name),
})

/** An office that stands in full in the same document. */
export const officeReference = ({id}: OfficeHead, addresses: Addresses): Node => ref(officeId(id, addresses))

/** An office in full: its place and how to reach it, as the latest edition prints it. */
export function officeNode(office: Office, addresses: Addresses): Node {
  const page = addresses.office(office.id)
  const telephones = office.phones.map(({text, e164}) => e164 ?? text)
  const contact = telephones.length > 0 || office.emails.length > 0
  return {
    '@id': officeId(office.id, addresses),
    '@type': ['cv:PublicOrganisation', 'org:Organization'],
    'dct:identifier': office.id,
    'skos:prefLabel': kazakh(office.name),
    'dct:spatial': office.region === null ? KAZAKHSTAN : region(office.region, addresses),
    ...(office.address !== '' && {
      'locn:address': {
        '@id': `${page}#address`,
        '@type': 'locn:Address',
        'locn:fullAddress': kazakh(office.address),
        'locn:adminUnitL1': english('Kazakhstan'),
        ...(office.region !== null && {'locn:adminUnitL2': kazakh(office.region)}),
        ...(office.locality !== null && {'locn:postName': kazakh(office.locality)}),
      },
    }),
    ...((contact || office.hours !== null) && {
      'cv:contactPoint': {
        '@id': `${page}#contact`,
        '@type': 'cv:ContactPoint',
        ...(telephones.length > 0 && {'cv:telephone': telephones}),
        ...(office.emails.length > 0 && {'cv:email': office.emails}),
        ...(office.hours !== null && {
          'cv:openingHours': {'@id': `${page}#hours`, '@type': 'time:TemporalEntity', 'dct:description': kazakh(office.hours)},
        }),
      },
    }),
    'foaf:page': {'@id': page, '@type': 'foaf:Document'},
  }
}

const officeId = (id: string, addresses: Addresses): string => `${addresses.office(id)}#office`

/** A region, known by its name: no code list of 2012 has a web address. */
function region(name: string, addresses: Addresses): Node {
  return {
    '@id': addresses.region(name),
    '@type': ['dct:Location', TERRITORIAL_UNIT],
    'skos:prefLabel': kazakh(name),
    'dct:isPartOf': ref(String(KAZAKHSTAN['@id'])),
  }
}
