/**
 * A standard as the service it describes, in no vocabulary: what CPSV-AP and schema.org both render, so that they say the same.
 *
 * What a fact says of no way of asking in particular holds for every one («мемлекеттік қызметті алуға дейін күтудің … уақыты»).
 */
import {mainDeadline} from '../../parser/facts/main-deadline.ts'
import type {Audience, Deadline, Facts, Office, Standard} from '../../parser/model/index.ts'
import {durationOf} from './cpsv/duration.ts'

export interface ServiceDescription {
  id: string
  title: string
  /** The words of the first point; the title where there is none. */
  description: string
  /** The act is repealed, or has dropped the standard: the service is not offered. */
  withdrawn: boolean
  provider: string | null
  recipients: string | null
  audience: Audience | null
  /** Duration of XML Schema: how long the service itself takes. */
  processingTime: string | null
  documents: Facts['documents']
  outputs: readonly string[]
  cost: Facts['fee']
  channels: ChannelDescription[]
  /** How to reach those who give the service; those whom one complains to are not among them. */
  contact: {telephones: string[]; emails: string[]; websites: string[]}
}

export interface ChannelDescription {
  /** As the data name it; null: the standard names no way of asking, yet says how long it takes or when it is open. */
  code: string | null
  deadlines: Deadline[]
  /** Every deadline in the words of the act. */
  wording: string | null
  processingTime: string | null
  hours: Facts['hours']
  /** Indexes in `documents`. */
  documents: number[]
  /** Offices of the kind that this way leads to. */
  offices: Pick<Office, 'id' | 'name' | 'kind'>[]
}

/** Kinds of offices that a way of asking leads to: «орталық» leads to the service centres. */
const OFFICES_OF: Readonly<Record<string, (kind: string) => boolean>> = {
  'service-centre': (kind) => kind === 'service-centre',
  archive: (kind) => kind === 'archive',
  'competent-authority': (kind) => kind !== 'service-centre',
  'authorised-organisation': (kind) => kind !== 'service-centre',
  'local-executive-body': (kind) => kind !== 'service-centre',
}

/** @param offices those whose lists belong to the standard */
export function describeService(
  {id, title, points, facts, status, legalStatus}: Standard,
  offices: readonly Pick<Office, 'id' | 'name' | 'kind'>[],
): ServiceDescription {
  return {
    id,
    title,
    description: points[0]?.text ?? title,
    withdrawn: status === 'excluded' || legalStatus === 'repealed',
    provider: facts.provider,
    recipients: facts.recipients,
    audience: facts.audience ?? null,
    processingTime: timeOf(facts.deadlines),
    documents: facts.documents,
    outputs: facts.result,
    cost: facts.fee,
    channels: channelsOf(facts, offices),
    contact: contactOf(facts),
  }
}

/** Every way of asking that a fact names, in the order of first mention; one without a name where none is named. */
function channelsOf(facts: Facts, offices: readonly Pick<Office, 'id' | 'name' | 'kind'>[]): ChannelDescription[] {
  const named = new Set([...facts.deadlines, ...facts.hours, ...facts.documents].flatMap(({channel}) => channelCodes(channel)))
  const codes: (string | null)[] = named.size > 0 ? [...named] : facts.deadlines.length + facts.hours.length > 0 ? [null] : []
  const tellsOfService = facts.deadlines.some(({kind = 'service'}) => kind === 'service')
  return codes.map((code): ChannelDescription => {
    const holds = ({channel}: {channel: string | null}) => channel === null || (code !== null && channelCodes(channel).includes(code))
    const deadlines = facts.deadlines.filter(holds)
    return {
      code,
      deadlines,
      wording: deadlines.length > 0 ? deadlines.map(({text, what}) => [text, what].filter(Boolean).join(' – ')).join('; ') : null,
      // The time at a counter answers only where no deadline of the standard is of the service itself.
      processingTime: timeOf(deadlines.filter(({kind = 'service'}) => !tellsOfService || kind === 'service')),
      hours: facts.hours.filter(holds),
      documents: facts.documents.flatMap((document, index) => (holds(document) ? [index] : [])),
      offices: code === null ? [] : offices.filter(({kind}) => OFFICES_OF[code]?.(kind) === true),
    }
  })
}

function timeOf(deadlines: readonly Deadline[]): string | null {
  const main = mainDeadline({deadlines: [...deadlines]})
  return main ? durationOf(main) : null
}

/** «competent-authority, service-centre» are two. */
const channelCodes = (channel: string | null): string[] => (channel === null ? [] : channel.split(/,\s*/u))

/** A telephone or an e-mail address that only the points on complaints name is no way to the service. */
function contactOf({phones, emails, websites, complaint, points}: Facts): ServiceDescription['contact'] {
  const complaintPoints = new Set(complaint.map(({point}) => point))
  const complaintPhones = new Set(complaint.flatMap((one) => one.phones.map(({text}) => text)))
  const ofComplaint = (point: string | undefined) => point !== undefined && complaintPoints.has(point)
  return {
    // «8 (7172) 74-05-29» and «(7172) 74-05-29» are one number.
    telephones: [
      ...new Set(
        phones
          .filter(({text}, index) => (points ? !ofComplaint(points.phones[index]) : !complaintPhones.has(text)))
          .map(({text, e164}) => e164 ?? text),
      ),
    ],
    emails: emails.filter((_, index) => !ofComplaint(points?.emails[index])),
    websites,
  }
}
