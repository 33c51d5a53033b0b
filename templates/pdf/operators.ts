/** Numbers and strings as they are written in PDF. */

const HEX = Array.from({length: 256}, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Two decimals are finer than any printer. */
export const number = (n: number): string => String(Math.round(n * 100) / 100)

/** A string in hexadecimal, `<d398>`. */
export function hexString(bytes: Uint8Array): string {
  let text = '<'
  for (const byte of bytes) text += HEX[byte] ?? ''
  return `${text}>`
}

/**
 * The same as a literal, `(…)`, in half the room; for streams that are not compressed.
 *
 * @param bytes none below 0x20
 */
export const literalString = (bytes: Uint8Array): string => `(${latin1(bytes).replace(/[()\\]/gu, '\\$&')})`

/** One character for each byte. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  // in pieces: a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000))
  return text
}

export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
