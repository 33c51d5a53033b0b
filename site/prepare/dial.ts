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
