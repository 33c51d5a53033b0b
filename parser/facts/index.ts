/** What a person wants to know first of a standard, out of its points. */
import type {Facts, Point} from '../model/index.ts'
import {readComplaint} from './complaint.ts'
import {readEmails, readPhones, readWebsites} from './contacts.ts'
import {readDeadlines} from './deadlines.ts'
import {readDocuments} from './documents.ts'
import {readFee} from './fee.ts'
import {readForm} from './form.ts'
import {readHours} from './hours.ts'
import {readLegalBasis} from './legal-basis.ts'
import {readProvider} from './provider.ts'
import {readRecipients} from './recipients.ts'
import {readRefusal} from './refusal.ts'
import {readResult} from './result.ts'
import {findPoint} from './topics.ts'

/**
 * The facts of a standard from its repaired points. A standard without points (an excluded one) has none.
 * Never throws; what the points do not say is null or empty.
 */
export function readFacts({points}: {points: readonly Point[]}): Facts {
  const about = (topic: Parameters<typeof findPoint>[1]) => findPoint(points, topic)
  return {
    provider: readProvider(about('provider')),
    recipients: readRecipients(about('recipients')),
    ...readForm(about('form')),
    result: readResult(about('result')),
    deadlines: readDeadlines(about('deadlines')),
    fee: readFee(about('fee')),
    hours: readHours(about('hours')),
    documents: readDocuments(about('documents')),
    refusal: readRefusal(about('refusal')),
    legalBasis: readLegalBasis(about('legal-basis')),
    websites: readWebsites(points),
    phones: readPhones(points),
    emails: readEmails(points),
    complaint: readComplaint([about('complaint-help'), about('complaint-result'), about('complaint-rudeness'), about('complaint-court')]),
  }
}
