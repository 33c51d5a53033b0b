/**
 * What a PDF viewer runs when the reader leaves a field. Plain statements of an old JavaScript: Acrobat, Chrome and Firefox run them.
 * A wrong value is named and not taken; counts fill in their share.
 */

const quote = (text: string): string => JSON.stringify(text)
const refuse = (message: string): string => `app.alert(${quote(message)});event.rc=false;`

/** What was typed, without blanks and signs; a decimal comma becomes a point. */
const clean = (value: string): string => `String(${value}).replace(/[\\s%\\u00a0]/g,"").replace(",",".")`

/** A share or a norm: empty, or 0-100 with at most two decimals. */
export const percentCheck = (message: string): string =>
  `var t=${clean('event.value')};if(t!==""&&!(/^\\d{1,3}(\\.\\d{1,2})?$/.test(t)&&+t<=100)){${refuse(message)}}`

/** A year of four digits. */
export const yearCheck = (message: string): string =>
  `var t=${clean('event.value')};if(t!==""&&!/^(19|20)\\d\\d$/.test(t)){${refuse(message)}}`

export interface CountMessages {
  whole: string
  zero: string
  order: string
}

/**
 * Numerator or denominator: a whole number; with both there, numerator ≤ denominator > 0, and the share is written into its field,
 * rounded half up to two decimals.
 *
 * @param own which of the two this field is
 * @param other name of the field of the other
 * @param share name of the field of the share
 */
export function countCheck(own: 'numerator' | 'denominator', other: string, share: string, messages: CountMessages): string {
  const there = clean(`(this.getField(${quote(other)})||{value:""}).value`)
  const [n, d] = own === 'numerator' ? ['t', 'o'] : ['o', 't']
  return (
    `var t=${clean('event.value')};var o=${there};` +
    `if(t!==""&&!/^\\d{1,9}$/.test(t)){${refuse(messages.whole)}}` +
    (own === 'denominator' ? `else if(t!==""&&+t===0){${refuse(messages.zero)}}` : '') +
    `else if(/^\\d{1,9}$/.test(t)&&/^\\d{1,9}$/.test(o)){` +
    `if(+${n}>+${d}){${refuse(messages.order)}}` +
    `else if(+${d}>0){this.getField(${quote(share)}).value=String(Math.floor((20000*${n}+1*${d})/(2*${d}))/100).replace(".",",");}}`
  )
}
