/**
 * Whether a service costs anything.
 *
 *     Мемлекеттік қызмет тегін көрсетіледі.
 *     free
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Facts, Point} from '../model/index.ts'

const FREE = /(?<!\p{L})(?:тегін|ақысыз|төлемсіз)(?!\p{L})|(?:ақы|төлем|алым)\s+алынбайды/iu
const PAID = /(?<!\p{L})ақылы(?!\p{L})|мемлекеттік\s+баж|тіркеу\s+алым|(?:ақы|төлем|алым)\S*\s+(?:алынады|төленеді)/iu

/** What the point says first decides: a paid service may have a part that is free. */
export function readFee(point: Point | null): Facts['fee'] {
  if (!point) return null
  const folded = foldLookAlikes(point.text)
  const free = FREE.exec(folded)?.index ?? Infinity
  const paid = PAID.exec(folded)?.index ?? Infinity
  if (free === Infinity && paid === Infinity) return null
  return {kind: free < paid ? 'free' : 'paid', text: point.text, point: point.number}
}
