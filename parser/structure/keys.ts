/** Keys for recognising lines whatever their spacing and spelling. */
import type {Line} from '../tree.ts'

/** Latin letters that stand for Cyrillic ones in these sources, lower case. */
const LATIN: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

const cache = new WeakMap<Line, {value: string; key: string}>()

/** Code unit → code unit in a key; 0 drops it. */
const KEY_UNITS = keyUnits()

function keyUnits(): Uint16Array {
  const units = Uint16Array.from({length: 0x10000}, (_, code) => code)
  for (const blank of ' \t\n\r\f\v\u00a0\u00ad\u200b\ufeff\u2028\u2029\u202f\u3000') units[blank.charCodeAt(0)] = 0
  for (let code = 0x2000; code <= 0x200a; code++) units[code] = 0
  for (const quote of '“”„‟″') units[quote.charCodeAt(0)] = '"'.charCodeAt(0)
  for (const dash of '‐‑‒–—―−') units[dash.charCodeAt(0)] = '-'.charCodeAt(0)
  for (const [latin, cyrillic] of Object.entries(LATIN)) units[latin.charCodeAt(0)] = cyrillic.charCodeAt(0)
  return units
}

/**
 * The letters, digits and signs of a text without any white space, lower-cased, Latin look-alikes as Cyrillic:
 * «Қ а з а қ с т а н  Р е с п у б л и к а с ы» and «Қазақстан Республикасы» have the same key.
 */
export function squeeze(text: string): string {
  const lower = text.normalize('NFC').toLowerCase()
  // One buffer for all calls: keys are made by the ten thousand.
  if (units.length < lower.length) units = new Uint16Array(2 * lower.length)
  let length = 0
  for (let index = 0; index < lower.length; index++) {
    const unit = KEY_UNITS[lower.charCodeAt(index)]!
    if (unit !== 0) units[length++] = unit
  }
  return decoder.decode(units.subarray(0, length))
}

const decoder = new TextDecoder('utf-16le')
let units = new Uint16Array(4096)

/** The key of a line, remembered until its value changes. */
export function lineKey(line: Line): string {
  const known = cache.get(line)
  if (known && known.value === line.value) return known.key
  const key = squeeze(line.value)
  cache.set(line, {value: line.value, key})
  return key
}
