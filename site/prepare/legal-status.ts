/** Whether a text still applies, by which act it was repealed, and the words for it. */
import type {LegalStatus, Resolution, Standard} from '../../parser/model/index.ts'

export interface StatusView {
  status: LegalStatus
  /** The standard alone was taken out of the act. */
  excluded: boolean
  /** The act that repealed or excluded it. */
  by: {number: string; date: string | null} | null
}

export function resolutionStatus(resolution: Resolution): StatusView {
  return {status: resolution.status, excluded: false, by: resolution.repealedBy}
}

/** The status of a standard: its own exclusion first, else that of its resolution. */
export function standardStatus(standard: Standard, resolution: Resolution | undefined): StatusView {
  if (standard.status === 'excluded') {
    const note = standard.notes.find(({effect, number}) => effect === 'excluded' && number !== null)
    return {status: 'repealed', excluded: true, by: note?.number ? {number: note.number, date: note.date} : null}
  }
  return {status: standard.legalStatus, excluded: false, by: standard.legalStatus === 'repealed' ? (resolution?.repealedBy ?? null) : null}
}
