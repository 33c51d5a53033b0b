/**
 * The published data in the words of schema.org: services, offices, acts.
 *
 * Pure functions: data in, plain objects in JSON-LD out. What the data do not say with certainty is left out; a text of the
 * act goes in as it is printed, in Kazakh.
 *
 * Vocabulary: https://schema.org/GovernmentService, /GovernmentOffice, /Legislation.
 */
import {toJson} from '../../parser/language/hidden-characters.ts'
import type {Office, Resolution, Standard} from '../../parser/model/index.ts'
import {CHANNELS} from './cpsv/vocabulary.ts'
import {describeService} from './service-description.ts'
import type {ChannelDescription, ServiceDescription} from './service-description.ts'

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
 * @param channelName of a way of asking, in the language of the page
 */
export function standardSchema(
  standard: Standard,
  resolution: Resolution,
  addresses: Addresses,
  status: string | null,
  channelName: (code: string) => string = (code) => CHANNELS[code] ?? code,
): JsonLd {
  return {
    '@context': CONTEXT,
    '@graph': [governmentService(standard, addresses, status, channelName), standardLegislation(standard, resolution, addresses)],
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
  return toJson(value).replace(/[<>&]/gu, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
}

function governmentService(standard: Standard, addresses: Addresses, status: string | null, channelName: (code: string) => string): JsonLd {
  const {id, title, withdrawn, provider, recipients, outputs, cost, channels, contact} = describeService(standard, [])
  const page = addresses.standard(id)
  const ways = [...channels.map((channel) => serviceChannel(channel, page, channelName)), ...contactChannels(contact)]
  // What holds for every way of asking is said of the service.
  const [first] = channels
  const common = channels.length === 1 && first ? openingHours(first) : []
  return {
    '@type': 'GovernmentService',
    '@id': `${page}#service`,
    url: page,
    identifier: id,
    name: title,
    ...(status !== null && {disambiguatingDescription: status}),
    ...(provider !== null && {provider: {'@type': 'GovernmentOrganization', name: provider}}),
    ...(recipients !== null && {audience: {'@type': 'Audience', audienceType: recipients}}),
    ...(outputs.length > 0 && {serviceOutput: outputs.map((name) => ({'@type': 'Thing', name}))}),
    ...(cost?.kind === 'free' && !withdrawn && {offers: {'@type': 'Offer', price: 0, priceCurrency: 'KZT'}}),
    ...(common.length > 0 && {hoursAvailable: common}),
    areaServed: COUNTRY,
    ...(ways.length > 0 && {availableChannel: ways}),
    subjectOf: {'@id': legislationId(id, addresses)},
  }
}

/** A way of asking: how long it takes in the words of the act and as a duration, when its offices are open. */
function serviceChannel(channel: ChannelDescription, page: string, channelName: (code: string) => string): JsonLd {
  const {code, wording, processingTime} = channel
  const hours = openingHours(channel)
  return {
    '@type': 'ServiceChannel',
    '@id': `${page}#channel-${code ?? 'any'}`,
    ...(code !== null && {name: channelName(code)}),
    ...(wording !== null && {description: wording}),
    ...(processingTime !== null && {processingTime}),
    ...(hours.length > 0 && {serviceLocation: {'@type': 'Place', openingHoursSpecification: hours}}),
  }
}

/** Ways to reach those who give the service that have an address of their own: web pages and telephones. */
function contactChannels({websites, telephones, emails}: ServiceDescription['contact']): JsonLd[] {
  return [
    ...websites.map((site): JsonLd => ({'@type': 'ServiceChannel', serviceUrl: /^https?:\/\//u.test(site) ? site : `http://${site}`})),
    ...telephones.map((telephone): JsonLd => ({'@type': 'ServiceChannel', servicePhone: {'@type': 'ContactPoint', telephone}})),
    ...emails.map((email): JsonLd => ({'@type': 'ServiceChannel', servicePhone: {'@type': 'ContactPoint', email}})),
  ]
}

/** Days in the syntax of OpenStreetMap, in the order of the week. */
const DAYS: readonly (readonly [string, string])[] = [
  ['Mo', 'Monday'],
  ['Tu', 'Tuesday'],
  ['We', 'Wednesday'],
  ['Th', 'Thursday'],
  ['Fr', 'Friday'],
  ['Sa', 'Saturday'],
  ['Su', 'Sunday'],
]
/** «Mo-Fr 09:00-13:00,14:00-18:00» */
const DAYS_AND_TIMES = /^(?<days>[A-Z][a-z](?:[-,][A-Z][a-z])*) (?<times>[\d:]+-[\d:]+(?:,[\d:]+-[\d:]+)*)$/u
const AROUND_THE_CLOCK = '24/7'

/** The hours that are certain, a node for each span of the day. */
function openingHours({hours}: ChannelDescription): JsonLd[] {
  const rules = new Set(hours.flatMap(({opening}) => opening?.split(/;\s*/u) ?? []))
  return [...rules].flatMap((rule) => {
    if (rule === AROUND_THE_CLOCK)
      return [
        span(
          DAYS.map(([, day]) => day),
          '00:00',
          '23:59',
        ),
      ]
    const {days = '', times = ''} = DAYS_AND_TIMES.exec(rule)?.groups ?? {}
    if (times === '') return []
    const named = days.split(',').flatMap(daysOf)
    return times.split(',').map((time) => {
      const [opens = '', closes = ''] = time.split('-')
      return span(named, opens, closes)
    })
  })
}

/** «Mo-Fr»: five days; «Sa»: one. */
function daysOf(range: string): string[] {
  const [from, to = from] = range.split('-')
  const start = DAYS.findIndex(([short]) => short === from)
  const end = DAYS.findIndex(([short]) => short === to)
  return start < 0 ? [] : DAYS.slice(start, end + 1).map(([, day]) => day)
}

const span = (days: readonly string[], opens: string, closes: string): JsonLd => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: days.map((day) => `${CONTEXT}/${day}`),
  opens,
  closes,
})

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
