/**
 * Characters that a character reference can name and no text may hold.
 *
 *       "1-&#1;қосымша"      "1-\ufffdқосымша"    a control character: what prints or stores it may break
 *       "&#xD800; тармақ"    "\ufffd тармақ"      half of a pair: no UTF-8 can hold it
 *
 * What stands in the bytes themselves is treated in `decode.ts`, which sees it first.
 */

/** U+0000–U+001F without tab, line feed, form feed and carriage return, which are white space; U+007F; halves of pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]|\p{Surrogate}/gu

/** The text with U+FFFD in the place of each. */
export function withoutControls(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd')
}
