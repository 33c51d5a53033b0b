/** A standard as a public service: one node with all that hangs on it. */
import type {Amendment, Facts, Standard} from '../../../parser/model/index.ts'
import {describeService} from '../service-description.ts'
import type {ChannelDescription, ServiceDescription} from '../service-description.ts'
import type {Addresses} from './index.ts'
import {legalBasisNode, resolutionNode, type ResolutionHead} from './legal.ts'
import {competentAuthority, type OfficeHead} from './organisation.ts'
import {AUDIENCES, CHANNELS, concept, KAZAKH, kazakh, KAZAKHSTAN, ref, STATUS, TENGE, typed} from './vocabulary.ts'
import type {Node} from './vocabulary.ts'

export interface ServiceContext {
  standard: Standard
  resolution: ResolutionHead
  /** Offices whose lists belong to the standard. */
  offices: readonly OfficeHead[]
  amendments: readonly Amendment[]
  addresses: Addresses
  /** How an office is named here: with its class and name, or only by its address where it stands in full elsewhere in the document. */
  officeLink: (office: OfficeHead, addresses: Addresses) => Node
}

/** The service that a standard describes, with authority, rule, evidence, cost, output, channels. */
export function serviceNode(context: ServiceContext): Node {
  const {standard, resolution, offices, amendments, addresses} = context
  const service = describeService(standard, offices)
  const {id, title, description, withdrawn, audience, documents, recipients, outputs, processingTime, cost, channels} = service
  const page = addresses.standard(id)
  const evidence = documents.map((document, index) => evidenceNode(document, index, page, id))
  return {
    '@id': `${page}#service`,
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    'dct:title': kazakh(title),
    'dct:description': kazakh(description),
    'adms:status': STATUS[withdrawn ? 'repealed' : 'in-force'],
    'dct:spatial': KAZAKHSTAN,
    'foaf:page': {'@id': page, '@type': 'foaf:Document'},
    'cv:hasCompetentAuthority': competentAuthority(standard, addresses),
    'cpsv:follows': ruleNode(standard, resolution, addresses),
    'cv:hasLegalResource': [
      resolutionNode(resolution, amendments, addresses),
      ...standard.facts.legalBasis.map((basis, index) => legalBasisNode(basis, page, index)),
    ],
    ...(audience !== null && {'dct:audience': concept(`${addresses.data()}#audience-${audience}`, AUDIENCES[audience] ?? audience)}),
    ...(evidence.length > 0 && {'cpsv:hasInput': evidence}),
    ...(recipients !== null && {'cv:holdsRequirement': requirementNode(recipients, evidence, page, id)}),
    ...(outputs.length > 0 && {
      'cpsv:produces': outputs.map((text, index) => ({
        '@id': `${page}#output-${String(index + 1)}`,
        '@type': 'cv:Output',
        'dct:identifier': `${id}/output/${String(index + 1)}`,
        'dct:title': kazakh(text),
        'dct:language': KAZAKH,
      })),
    }),
    ...(processingTime !== null && {'cv:processingTime': typed(processingTime, 'xsd:duration')}),
    ...(cost !== null && {'cv:hasCost': costNode(cost, page, id)}),
    ...(channels.length > 0 && {'cv:hasChannel': channels.map((channel) => channelNode(channel, page, context))}),
    ...contactPoint(service.contact, page),
  }
}

/** The standard itself is the rule that the service follows. */
function ruleNode({id, title, sections}: Standard, resolution: ResolutionHead, addresses: Addresses): Node {
  return {
    '@id': `${addresses.standard(id)}#act`,
    '@type': 'cpsv:Rule',
    'dct:identifier': `${id}/standard`,
    'dct:title': kazakh(title),
    'dct:description': kazakh(sections.length > 0 ? sections.map((section) => section.title).join('; ') : title),
    'dct:language': KAZAKH,
    'cpsv:implements': ref(`${addresses.resolution(resolution.id)}#act`),
  }
}

const evidenceId = (page: string, index: number): string => `${page}#evidence-${String(index + 1)}`

function evidenceNode({text, case: occasion}: Facts['documents'][number], index: number, page: string, id: string): Node {
  return {
    '@id': evidenceId(page, index),
    '@type': 'cv:Evidence',
    'dct:identifier': `${id}/evidence/${String(index + 1)}`,
    'dct:title': kazakh(text),
    ...(occasion !== null && {'dct:description': kazakh(occasion)}),
  }
}

/** Who may ask for the service, proved by the documents. */
function requirementNode(recipients: string, evidence: readonly Node[], page: string, id: string): Node {
  return {
    '@id': `${page}#requirement`,
    '@type': 'cv:Requirement',
    'dct:identifier': `${id}/requirement`,
    'dct:title': kazakh(recipients),
    ...(evidence.length > 0 && {'cv:hasSupportingEvidence': evidence.map((node) => ref(String(node['@id'])))}),
  }
}

/** The amount is certain only where there is none: what a paid service costs is said in words. */
function costNode({kind, text}: NonNullable<Facts['fee']>, page: string, id: string): Node {
  return {
    '@id': `${page}#cost`,
    '@type': 'cv:Cost',
    'dct:identifier': `${id}/cost`,
    'dct:description': kazakh(text),
    ...(kind === 'free' && {'cv:hasValue': typed('0', 'xsd:double'), 'cv:currency': TENGE}),
  }
}

/** A way of asking; one without a code stands for all, where the standard names none. */
function channelNode(channel: ChannelDescription, page: string, {standard: {id}, addresses, officeLink}: ServiceContext): Node {
  const {wording, processingTime, hours, documents, offices} = channel
  const name = channel.code ?? 'any'
  return {
    '@id': `${page}#channel-${name}`,
    '@type': 'cv:Channel',
    'dct:identifier': `${id}/channel/${name}`,
    ...(channel.code !== null && {'dct:type': concept(`${addresses.data()}#channel-${name}`, CHANNELS[channel.code] ?? channel.code)}),
    ...(wording !== null && {'dct:description': kazakh(wording)}),
    ...(processingTime !== null && {'cv:processingTime': typed(processingTime, 'xsd:duration')}),
    ...(hours.length > 0 && {
      'cv:openingHours': hours.map(({text, opening}, index) => ({
        '@id': `${page}#hours-${name}-${String(index + 1)}`,
        '@type': 'time:TemporalEntity',
        'dct:description': kazakh(text),
        // The syntax of OpenStreetMap, where the text is certain.
        ...(opening !== null && {'rdfs:comment': opening}),
      })),
    }),
    ...(documents.length > 0 && {'cpsv:hasInput': documents.map((index) => ref(evidenceId(page, index)))}),
    ...(offices.length > 0 && {'cv:ownedBy': offices.map((office) => officeLink(office, addresses))}),
  }
}

function contactPoint({telephones, emails, websites}: ServiceDescription['contact'], page: string): {'cv:contactPoint'?: Node} {
  if (telephones.length + emails.length + websites.length === 0) return {}
  return {
    'cv:contactPoint': {
      '@id': `${page}#contact`,
      '@type': 'cv:ContactPoint',
      ...(telephones.length > 0 && {'cv:telephone': telephones}),
      ...(emails.length > 0 && {'cv:email': emails}),
      ...(websites.length > 0 && {
        'cv:contactPage': websites.map((site, index) => ({
          '@id': `${page}#website-${String(index + 1)}`,
          '@type': 'foaf:Document',
          // As printed: some of these addresses are misspelt in the acts, and none is certain to answer today.
          'rdfs:label': site,
        })),
      }),
    },
  }
}
