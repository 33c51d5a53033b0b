/** QR codes: an address as a grid of squares. */
import {encode} from 'uqr'

/** Codes made before: a service centre prints the same form all day. */
const made = new Map<string, readonly (readonly boolean[])[]>()
const MOST_KEPT = 200

/**
 * @param text the address
 * @returns rows of squares, true for dark; without the light margin, which the page around it gives
 */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  let rows = made.get(text)
  if (!rows) {
    rows = encode(text, {ecc: 'M', border: 0}).data
    if (made.size >= MOST_KEPT) made.clear()
    made.set(text, rows)
  }
  return rows
}
