/**
 * The region that a group heading or an address speaks of.
 *
 *     «Ақмола облысы бойынша ХҚО» РМК филиалы;  БҚО, Орал қ., Жамбыл к-сі, 81/2;  Астана қаласы, Сауран көшесі, 7-үй
 *     Ақмола облысы                          ;  Батыс Қазақстан облысы          ;  Астана қаласы
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
export type Region = (typeof REGIONS)[number]

/** «БҚО»: four regions are known by their initials. */
const INITIALS: Partial<Record<Region, string>> = {
  'Шығыс Қазақстан облысы': 'шқо',
  'Батыс Қазақстан облысы': 'бқо',
  'Солтүстік Қазақстан облысы': 'сқо',
  'Оңтүстік Қазақстан облысы': 'оқо',
}

/** «Ақмола облысының», «Алматы обылысының», «Батыс Қазақстан обл.», «Оңтүстік-Қазақстан облысы», «Ақтөбе облыстық филиалы»; not «Астана, Алматы қалаларының». */
const PATTERNS = REGIONS.map((region) => {
  const [, name = '', kind] = /^(.*) (облысы|қаласы)$/u.exec(foldKey(region)) ?? []
  const full = `${name.replace(/ /gu, '[\\s-]+')}\\s+${kind === 'қаласы' ? '(?:қ\\s?\\.|қ-сы|қала(?!лар))' : 'об(?:л|ыл)(?!ыстар)'}`
  const initials = INITIALS[region]
  return {region, pattern: new RegExp(`(?<!\\p{L})(?:${full}${initials ? `|${initials}(?!\\p{L})` : ''})`, 'u')}
})

/** The first region named in a text, or null. */
export function regionIn(text: string): Region | null {
  const key = foldKey(text)
  let best: {region: Region; at: number} | null = null
  for (const {region, pattern} of PATTERNS) {
    const at = key.search(pattern)
    if (at >= 0 && (best === null || at < best.at)) best = {region, at}
  }
  return best?.region ?? null
}
