/** A standard as a public service: one node with all that hangs on it. */
import {mainDeadline} from '../../../parser/facts/main-deadline.ts'
import type {Amendment, Facts, Office, Resolution, Standard} from '../../../parser/model/index.ts'
import type {Addresses} from './index.ts'
import {durationOf} from './duration.ts'
import {legalBasisNode, resolutionNode} from './legal.ts'
import {competentAuthority} from './organisation.ts'
import {AUDIENCES, CHANNELS, concept, KAZAKH, kazakh, KAZAKHSTAN, ref, STATUS, TENGE, typed} from './vocabulary.ts'
import type {Node} from './vocabulary.ts'

export interface ServiceContext {
  standard: Standard
  resolution: Resolution
  /** Offices whose lists belong to the standard. */
  offices: readonly Office[]
  amendments: readonly Amendment[]
  addresses: Addresses
  /** How an office is named here: with its class and name, or only by its address where it stands in full elsewhere in the document. */
  officeLink: (office: Office, addresses: Addresses) => Node
}

/** Kinds of offices that a way of asking leads to: «орталық» leads to the service centres. */
const OFFICES_OF: Readonly<Record<string, (kind: string) => boolean>> = {
  'service-centre': (kind) => kind === 'service-centre',
  archive: (kind) => kind === 'archive',
  'competent-authority': (kind) => kind !== 'service-centre',
  'authorised-organisation': (kind) => kind !== 'service-centre',
  'local-executive-body': (kind) => kind !== 'service-centre',
}

/** The service that a standard describes, with authority, rule, evidence, cost, output, channels. */
export function serviceNode(context: ServiceContext): Node {
  const {standard, resolution, amendments, addresses} = context
  const {id, title, facts} = standard
  const page = addresses.standard(id)
  const status = standard.status === 'excluded' ? 'repealed' : standard.legalStatus
  const deadline = mainDeadline(facts)
  const duration = deadline ? durationOf(deadline) : null
  const evidence = facts.documents.map((document, index) => evidenceNode(document, index, page, id))
  const channels = channelNodes(context)
  const [first] = standard.points
  return {
    '@id': `${page}#service`,
    '@type': 'cpsv:PublicService',
    'dct:identifier': id,
    'dct:title': kazakh(title),
    'dct:description': kazakh(first?.text ?? title),
    'adms:status': STATUS[status],
    'dct:spatial': KAZAKHSTAN,
    'foaf:page': {'@id': page, '@type': 'foaf:Document'},
    'cv:hasCompetentAuthority': competentAuthority(standard, addresses),
    'cpsv:follows': ruleNode(standard, resolution, addresses),
    'cv:hasLegalResource': [
      resolutionNode(resolution, amendments, addresses),
      ...facts.legalBasis.map((basis, index) => legalBasisNode(basis, page, index)),
    ],
    ...(facts.audience !== undefined && {
      'dct:audience': concept(`${addresses.data()}#audience-${facts.audience}`, AUDIENCES[facts.audience] ?? facts.audience),
    }),
    ...(evidence.length > 0 && {'cpsv:hasInput': evidence}),
    ...(facts.recipients !== null && {'cv:holdsRequirement': requirementNode(facts.recipients, evidence, page, id)}),
    ...(facts.result.length > 0 && {
      'cpsv:produces': facts.result.map((text, index) => ({
        '@id': `${page}#output-${String(index + 1)}`,
        '@type': 'cv:Output',
        'dct:identifier': `${id}/output/${String(index + 1)}`,
        'dct:title': kazakh(text),
        'dct:language': KAZAKH,
      })),
    }),
    ...(duration !== null && {'cv:processingTime': typed(duration, 'xsd:duration')}),
    ...(facts.fee !== null && {'cv:hasCost': costNode(facts.fee, page, id)}),
    ...(channels.length > 0 && {'cv:hasChannel': channels}),
    ...contactPoint(facts, page),
  }
}

/** The standard itself is the rule that the service follows. */
function ruleNode({id, title, sections}: Standard, resolution: Resolution, addresses: Addresses): Node {
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

/** Every way of asking that a fact names, in the order of first mention. */
function channelNodes({standard, offices, addresses, officeLink}: ServiceContext): Node[] {
  const {id, facts} = standard
  const page = addresses.standard(id)
  const codes = new Set([...facts.deadlines, ...facts.hours, ...facts.documents].flatMap(({channel}) => channelCodes(channel)))
  return [...codes].map((code): Node => {
    const of = <Fact extends {channel: string | null}>(entries: readonly Fact[]): Fact[] =>
      entries.filter(({channel}) => channelCodes(channel).includes(code))
    const deadlines = of(facts.deadlines)
    const longest = mainDeadline({deadlines})
    const duration = longest ? durationOf(longest) : null
    const hours = of(facts.hours)
    const inputs = facts.documents.flatMap(({channel}, index) =>
      channel === null || channelCodes(channel).includes(code) ? [ref(evidenceId(page, index))] : [],
    )
    const owners = offices.filter(({kind}) => OFFICES_OF[code]?.(kind) === true)
    return {
      '@id': `${page}#channel-${code}`,
      '@type': 'cv:Channel',
      'dct:identifier': `${id}/channel/${code}`,
      'dct:type': concept(`${addresses.data()}#channel-${code}`, CHANNELS[code] ?? code),
      ...(deadlines.length > 0 && {
        'dct:description': kazakh(deadlines.map(({text, what}) => [text, what].filter(Boolean).join(' – ')).join('; ')),
      }),
      ...(duration !== null && {'cv:processingTime': typed(duration, 'xsd:duration')}),
      ...(hours.length > 0 && {
        'cv:openingHours': hours.map(({text, opening}, index) => ({
          '@id': `${page}#hours-${code}-${String(index + 1)}`,
          '@type': 'time:TemporalEntity',
          'dct:description': kazakh(text),
          // The syntax of OpenStreetMap, where the text is certain.
          ...(opening !== null && {'rdfs:comment': opening}),
        })),
      }),
      ...(inputs.length > 0 && {'cpsv:hasInput': inputs}),
      ...(owners.length > 0 && {'cv:ownedBy': owners.map((office) => officeLink(office, addresses))}),
    }
  })
}

/** «competent-authority, service-centre» are two. */
const channelCodes = (channel: string | null): string[] => (channel === null ? [] : channel.split(/,\s*/u))

function contactPoint({phones, emails, websites}: Facts, page: string): {'cv:contactPoint'?: Node} {
  if (phones.length + emails.length + websites.length === 0) return {}
  return {
    'cv:contactPoint': {
      '@id': `${page}#contact`,
      '@type': 'cv:ContactPoint',
      ...(phones.length > 0 && {'cv:telephone': phones.map(({text, e164}) => e164 ?? text)}),
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
