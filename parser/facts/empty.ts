/** Facts of a standard that says nothing. */
import type {Facts} from '../model/index.ts'

export function emptyFacts(): Facts {
  return {
    provider: null,
    recipients: null,
    form: null,
    formText: null,
    result: [],
    deadlines: [],
    fee: null,
    hours: [],
    documents: [],
    documentRemarks: [],
    steps: [],
    points: {provider: null, recipients: null, form: null, result: null, refusal: null, websites: [], phones: [], emails: []},
    refusal: [],
    legalBasis: [],
    websites: [],
    phones: [],
    emails: [],
    complaint: [],
  }
}
