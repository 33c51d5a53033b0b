/** Telephones of offices, kept as they are printed where the number to dial follows from that. */
import type {Phone} from '../../parser/model/index.ts'
import type {PhoneEntry} from './format.ts'

/** «8 (727) 278-00-23»: the long-distance prefix, then code and number of together ten digits. */
const WHOLE = /^[78]?(\d{10})$/u

/** The number to dial that a printed one means by itself: «8 (727) 278-00-23» → «+77272780023»; nothing where it is not whole. */
function dialOf(text: string): string {
  const digits = WHOLE.exec(text.replace(/\D/gu, ''))?.[1]
  return digits === undefined ? '' : `+7${digits}`
}

export function packPhone({text, e164}: Phone): PhoneEntry {
  return dialOf(text) === (e164 ?? '') ? text : [text, e164 ?? '']
}

/** The telephone as published; `dial` is null where no number is certain. */
export function unpackPhone(entry: PhoneEntry): {text: string; dial: string | null} {
  const [text, dial] = typeof entry === 'string' ? [entry, dialOf(entry)] : entry
  return {text, dial: dial === '' ? null : dial}
}

/** Digits of a telephone without the long-distance prefix. */
const LOCAL_DIGITS = 10
/** Fewer digits are no telephone. */
export const PHONE_LEAST = 5

/** What is looked for among telephones for the digits of a query. */
export function wantedDigits(digits: string): string {
  return digits.length > LOCAL_DIGITS ? digits.slice(-LOCAL_DIGITS) : digits
}

/** All the digits of a telephone as published. */
export function digitsOf(entry: PhoneEntry): string {
  return (typeof entry === 'string' ? entry : entry[0]).replace(/\D/gu, '')
}
