/**
 * Acts as legal resources in the terms of ELI (http://data.europa.eu/eli/ontology).
 *
 * An act that is no document of this site is known by its kind, date and number; its name is a URN LEX (RFC 9676):
 * `urn:lex:kz:government:resolution:2005-11-02;1092`. An act that the text names without its number gets a name of
 * its own under the standard that speaks of it, since a date alone may be that of several acts.
 */
import type {Amendment, Facts, Resolution} from '../../../parser/model/index.ts'
import type {Addresses} from './index.ts'
import {english, KAZAKH, kazakh, ref, typed} from './vocabulary.ts'
import type {Node} from './vocabulary.ts'

const IN_FORCE = {'in-force': 'eli:InForce-inForce', repealed: 'eli:InForce-notInForce'} as const

/** RFC 9676 names authorities and kinds of acts in the words of the country's jurisdiction; these are the English ones. */
const ISSUERS: Readonly<Record<string, string>> = {law: 'parliament', code: 'parliament', decree: 'president', resolution: 'government'}

/** Name of an act, or null where number or date are not known. */
export function actUrn(kind: string, date: string | null, number: string | null): string | null {
  if (date === null || number === null || number === '') return null
  return `urn:lex:kz:${ISSUERS[kind] ?? 'state.body'}:${urnPart(kind)}:${date};${urnPart(number)}`
}

export type ResolutionHead = Pick<Resolution, 'id' | 'number' | 'date' | 'title' | 'status' | 'repealedBy'>

/** A resolution whose text is here. */
export function resolutionNode(resolution: ResolutionHead, amendments: readonly Amendment[], addresses: Addresses): Node {
  const {repealedBy} = resolution
  const act = `${addresses.resolution(resolution.id)}#act`
  const repealing = repealedBy ? actUrn('resolution', repealedBy.date, repealedBy.number) : null
  const amended = new Set(
    amendments.flatMap(({by, target}) =>
      by === resolution.id && target.resolution ? (actUrn('resolution', target.resolution.date, target.resolution.number) ?? []) : [],
    ),
  )
  return {
    '@id': act,
    '@type': 'eli:LegalResource',
    'dct:title': kazakh(resolution.title),
    'eli:id_local': actUrn('resolution', resolution.date, resolution.number) ?? resolution.id,
    'eli:number': resolution.number,
    'eli:date_document': typed(resolution.date, 'xsd:date'),
    'eli:passed_by': {
      '@id': `${addresses.data()}#government`,
      '@type': ['eli:Agent', 'foaf:Agent'],
      'dct:identifier': 'urn:lex:kz:government',
      'dct:title': english('Government of the Republic of Kazakhstan'),
      'foaf:name': [kazakh('Қазақстан Республикасының Үкіметі'), english('Government of the Republic of Kazakhstan')],
    },
    'eli:in_force': ref(IN_FORCE[resolution.status]),
    // Title and language are those of the text, not of the act as such: ELI has them on the expression.
    'eli:is_realized_by': {
      '@id': `${act}-kk`,
      '@type': 'eli:LegalExpression',
      'eli:realizes': ref(act),
      'eli:title': kazakh(resolution.title),
      'eli:language': KAZAKH,
    },
    ...(repealing !== null && {'eli:repealed_by': {'@id': repealing, '@type': 'eli:LegalResource'}}),
    ...(amended.size > 0 && {'eli:amends': [...amended].map((id) => ({'@id': id, '@type': 'eli:LegalResource'}))}),
  }
}

/** An act a service rests on; `place` is the address under which acts without a name of their own are named. */
export function legalBasisNode({text, kind, date, number, article}: Facts['legalBasis'][number], place: string, index: number): Node {
  return {
    '@id': actUrn(kind, date, number) ?? `${place}#basis-${String(index + 1)}`,
    '@type': 'eli:LegalResource',
    'dct:description': kazakh(text),
    ...(date !== null && {'eli:date_document': typed(date, 'xsd:date')}),
    ...(number !== null && {'eli:number': number}),
    ...(article !== null && {'rdfs:comment': kazakh(article)}),
  }
}

/** What RFC 9676 allows in a part of a name: «1092-1», «95_IV». */
function urnPart(text: string): string {
  return encodeURIComponent(text.trim().toLowerCase().replace(/\s+/gu, '.'))
}
