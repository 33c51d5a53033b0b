/**
 * The published data in the words of schema.org: services, offices, acts.
 *
 * Pure functions: data in, plain objects in JSON-LD out. What the data do not say with certainty is left out; a text of the
 * act goes in as it is printed, in Kazakh.
 *
 * Vocabulary: https://schema.org/GovernmentService, /GovernmentOffice, /Legislation.
 */
import type {Office, Resolution, Standard} from '../../parser/model/index.ts'

export type JsonLd = {[key: string]: JsonLd | JsonLd[] | string | string[] | number | boolean}

/** Where things live on the web. Every function takes ids of the data and gives whole addresses. */
export interface Addresses {
  resolution(id: string): string
  standard(id: string): string
  office(id: string): string
}

const CONTEXT = 'https://schema.org'
const LANGUAGE = 'kk'
const COUNTRY: JsonLd = {'@type': 'Country', name: 'Қазақстан Республикасы', identifier: 'KZ'}
const GOVERNMENT: JsonLd = {'@type': 'GovernmentOrganization', name: 'Қазақстан Республикасының Үкіметі'}

/** A resolution: an act of the Government, in force or not, with the standards it approves. */
export function resolutionSchema(resolution: Resolution, addresses: Addresses): JsonLd {
  return {
    '@context': CONTEXT,
    ...legislation(resolution, addresses),
    ...(resolution.standards.length > 0 && {
      hasPart: resolution.standards.map((id) => ({
        '@type': 'Legislation',
        '@id': legislationId(id, addresses),
        url: addresses.standard(id),
      })),
    }),
  }
}

/**
 * A standard: the service it describes, and the part of an act that it is.
 *
 * @param status said in words where the act no longer applies, so that nobody takes the service for one offered today
 */
export function standardSchema(standard: Standard, resolution: Resolution, addresses: Addresses, status: string | null): JsonLd {
  return {
    '@context': CONTEXT,
    '@graph': [governmentService(standard, addresses, status), standardLegislation(standard, resolution, addresses)],
  }
}

/** An office: where it is and how to reach it, as the latest edition prints it. */
export function officeSchema(office: Office, addresses: Addresses): JsonLd {
  const telephones = office.phones.map(({text, e164}) => e164 ?? text)
  return {
    '@context': CONTEXT,
    '@type': 'GovernmentOffice',
    '@id': `${addresses.office(office.id)}#office`,
    url: addresses.office(office.id),
    name: office.name,
    ...postalAddress(office),
    ...(telephones.length > 0 && {telephone: telephones}),
    ...(office.emails.length > 0 && {email: office.emails}),
  }
}

/**
 * The text of a `<script type="application/ld+json">`: nothing in it can end the element or open another, whatever the
 * sources hold.
 */
export function jsonLdText(value: JsonLd): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function governmentService({id, title, facts, legalStatus}: Standard, addresses: Addresses, status: string | null): JsonLd {
  return {
    '@type': 'GovernmentService',
    '@id': `${addresses.standard(id)}#service`,
    url: addresses.standard(id),
    identifier: id,
    name: title,
    ...(status !== null && {disambiguatingDescription: status}),
    ...(facts.provider !== null && {provider: {'@type': 'GovernmentOrganization', name: facts.provider}}),
    ...(facts.recipients !== null && {audience: {'@type': 'Audience', audienceType: facts.recipients}}),
    ...(facts.result.length > 0 && {serviceOutput: facts.result.map((name) => ({'@type': 'Thing', name}))}),
    ...(facts.fee?.kind === 'free' && legalStatus === 'in-force' && {offers: {'@type': 'Offer', price: 0, priceCurrency: 'KZT'}}),
    areaServed: COUNTRY,
    ...channels(facts),
    subjectOf: {'@id': legislationId(id, addresses)},
  }
}

/** Ways to ask that have an address of their own: web pages and telephones. */
function channels({websites, phones}: Standard['facts']): {availableChannel?: JsonLd[]} {
  const found: JsonLd[] = [
    ...websites.map((site): JsonLd => ({'@type': 'ServiceChannel', serviceUrl: /^https?:\/\//u.test(site) ? site : `http://${site}`})),
    ...phones.map(({text, e164}): JsonLd => ({
      '@type': 'ServiceChannel',
      servicePhone: {'@type': 'ContactPoint', telephone: e164 ?? text},
    })),
  ]
  return found.length > 0 ? {availableChannel: found} : {}
}

function standardLegislation({id, title, legalStatus, status}: Standard, resolution: Resolution, addresses: Addresses): JsonLd {
  return {
    '@type': 'Legislation',
    '@id': legislationId(id, addresses),
    url: addresses.standard(id),
    name: title,
    inLanguage: LANGUAGE,
    legislationLegalForce: force(legalStatus === 'in-force' && status === 'included'),
    ...expiry(resolution),
    isPartOf: {...legislation(resolution, addresses)},
  }
}

function legislation(resolution: Resolution, addresses: Addresses): JsonLd {
  return {
    '@type': 'Legislation',
    '@id': `${addresses.resolution(resolution.id)}#act`,
    url: addresses.resolution(resolution.id),
    name: resolution.title,
    legislationIdentifier: resolution.number,
    legislationDate: resolution.date,
    legislationJurisdiction: COUNTRY,
    legislationPassedBy: GOVERNMENT,
    inLanguage: LANGUAGE,
    legislationLegalForce: force(resolution.status === 'in-force'),
    ...expiry(resolution),
  }
}

const force = (inForce: boolean): string => `${CONTEXT}/${inForce ? 'InForce' : 'NotInForce'}`

/** The day of the act that repealed a resolution: after it, the text is history. */
function expiry({status, repealedBy}: Resolution): {expires?: string} {
  return status === 'repealed' && repealedBy?.date ? {expires: repealedBy.date} : {}
}

const legislationId = (standard: string, addresses: Addresses): string => `${addresses.standard(standard)}#act`

function postalAddress({address, locality, region}: Office): {address?: JsonLd} {
  if (address === '' && locality === null && region === null) return {}
  return {
    address: {
      '@type': 'PostalAddress',
      ...(address !== '' && {streetAddress: address}),
      ...(locality !== null && {addressLocality: locality}),
      ...(region !== null && {addressRegion: region}),
      addressCountry: 'KZ',
    },
  }
}
