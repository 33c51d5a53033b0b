/**
 * The region that a group heading or an address speaks of.
 *
 *       «Ақмола облысы бойынша ХҚО» РМК филиалы  → Ақмола облысы
 *       Астана қаласы, Сауран көшесі, 7-үй       → Астана қаласы
 *
 * The sixteen regions of Kazakhstan as they were until 2018.
 */
import {foldKey} from '../language/alphabet.ts'

export const REGIONS = [
  'Ақмола облысы',
  'Ақтөбе облысы',
  'Алматы облысы',
  'Атырау облысы',
  'Шығыс Қазақстан облысы',
  'Жамбыл облысы',
  'Батыс Қазақстан облысы',
  'Қарағанды облысы',
  'Қостанай облысы',
  'Қызылорда облысы',
  'Маңғыстау облысы',
  'Павлодар облысы',
  'Солтүстік Қазақстан облысы',
  'Оңтүстік Қазақстан облысы',
  'Астана қаласы',
  'Алматы қаласы',
] as const

const PATTERNS = REGIONS.map((region) => {
  const [, stem = '', kind] = /^(.*) (облысы|қаласы)$/u.exec(foldKey(region)) ?? []
  return {region, pattern: new RegExp(`(?<!\\p{L})${stem}\\s+${kind === 'қаласы' ? '(?:қ\\.|қала)' : 'обл'}`, 'u')}
})

/** The first region named in a text, or null. */
export function regionIn(text: string): string | null {
  const key = foldKey(text)
  let best: {region: string; at: number} | null = null
  for (const {region, pattern} of PATTERNS) {
    const at = key.search(pattern)
    if (at >= 0 && (best === null || at < best.at)) best = {region, at}
  }
  return best?.region ?? null
}
