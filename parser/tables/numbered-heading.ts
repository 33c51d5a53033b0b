/**
 * A region heading in the name column, with or without a number of its own, and nothing beside it.
 *
 *       "1.\tАқмола облысы\t\t\t"  "1.1.\tАқмола облыстық тарихи-өлкетану музейі\tКөкшетау қаласы, …"
 *
 * becomes the heading «Ақмола облысы» and the row 1.1. The number counts the regions; it stands in a cell of its own.
 */
import {foldKey} from '../language/alphabet.ts'

/** «Ақмола облысы», «Шығыс Қазақстан облысы:», «Астана қаласы», «Ақмола облысы бойынша»: a region and no office of it. */
const REGION_ALONE = /^(?:[\p{L}-]+\s){1,3}(?:облысы|қаласы)(?:\s?бойынша)?\s?:?$/u

/** True for the name of a region and nothing else. */
export function isRegionAlone(text: string): boolean {
  return REGION_ALONE.test(foldKey(text))
}

/** The heading that a row holds, its cells given with the number column first; null where it is an office. */
export function numberedHeading(cells: readonly string[]): string | null {
  const [, name = '', ...rest] = cells
  if (!isRegionAlone(name) || rest.some((cell) => cell !== '')) return null
  return name
}
