/** What a person wants to know first of a standard, out of its points. */
import type {Facts, Point} from '../model/index.ts'
import {readAudience} from './audience.ts'
import {readComplaint} from './complaint.ts'
import {pointsOfEmails, pointsOfPhones, pointsOfWebsites, readEmails, readPhones, readWebsites} from './contacts.ts'
import {readDeadlines} from './deadlines.ts'
import {documentRemarksOf, readDocuments} from './documents.ts'
import {readFee} from './fee.ts'
import {readForm} from './form.ts'
import {readHours} from './hours.ts'
import {readLegalBasis} from './legal-basis.ts'
import {readProvider} from './provider.ts'
import {readRecipients} from './recipients.ts'
import {readRefusal} from './refusal.ts'
import {readResult} from './result.ts'
import {readSteps} from './steps.ts'
import {findPoint} from './topics.ts'

/**
 * The facts of a standard from its repaired points. A standard without points (an excluded one) has none but the audience,
 * which its title tells.
 * Never throws; what the points do not say is null or empty.
 */
export function readFacts({title, points}: {title?: string; points: readonly Point[]}): Facts {
  const about = (topic: Parameters<typeof findPoint>[1]) => findPoint(points, topic)
  /** The number of the point a fact was read from; null where nothing was read. */
  const from = (topic: Parameters<typeof findPoint>[1], fact: unknown) =>
    fact === null || (Array.isArray(fact) && fact.length === 0) ? null : (about(topic)?.number ?? null)
  const provider = readProvider(about('provider'))
  const recipients = readRecipients(about('recipients'))
  const form = readForm(about('form'))
  const result = readResult(about('result'))
  const refusal = readRefusal(about('refusal'))
  return {
    provider,
    recipients,
    audience: readAudience(title ?? '', recipients, points),
    ...form,
    result,
    deadlines: readDeadlines(about('deadlines')),
    fee: readFee(about('fee')),
    hours: readHours(about('hours')),
    documents: readDocuments(about('documents')),
    documentRemarks: documentRemarksOf(about('documents')),
    steps: readSteps(points),
    points: {
      provider: from('provider', provider),
      recipients: from('recipients', recipients),
      form: from('form', form.form),
      result: from('result', result),
      refusal: from('refusal', refusal),
      websites: pointsOfWebsites(points),
      phones: pointsOfPhones(points),
      emails: pointsOfEmails(points),
    },
    refusal,
    legalBasis: readLegalBasis(about('legal-basis')),
    websites: readWebsites(points),
    phones: readPhones(points),
    emails: readEmails(points),
    complaint: readComplaint([about('complaint-help'), about('complaint-result'), about('complaint-rudeness'), about('complaint-court')]),
  }
}
