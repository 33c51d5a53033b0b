/** Which telephone numbers can be dialled from a page. */
import type {Phone} from '../../parser/model/index.ts'

const DIALLABLE = /^\+\d{6,15}$/u
/** «1414»: the number of a call centre is dialled as it is. */
const SHORT = /^\d{3,5}$/u

/** What stands in a `tel:` address; null where the number is not certain. */
export function dialled({text, e164}: Phone): string | null {
  if (e164 !== null && DIALLABLE.test(e164)) return e164
  return SHORT.test(text) ? text : null
}

export interface CellPart {
  text: string
  /** Null for what is no number, or none that is certain. */
  dialled: string | null
}

/** A cell as printed, cut at the numbers of its office that stand in it letter for letter. */
export function dialParts(cell: string, phones: readonly Phone[]): CellPart[] {
  const parts: CellPart[] = []
  let from = 0
  const found = phones
    .map((phone) => ({phone, at: cell.indexOf(phone.text), number: dialled(phone)}))
    .filter(({at, number}) => at >= 0 && number !== null)
    .sort((a, b) => a.at - b.at)
  for (const {phone, at, number} of found) {
    if (at < from) continue
    if (at > from) parts.push({text: cell.slice(from, at), dialled: null})
    parts.push({text: phone.text, dialled: number})
    from = at + phone.text.length
  }
  if (from < cell.length) parts.push({text: cell.slice(from), dialled: null})
  return parts
}
