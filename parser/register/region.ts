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
const PATTERN = new RegExp(
  `(?<!\\p{L})(?:${REGIONS.map((region) => {
    const [, name = '', kind] = /^(.*) (облысы|қаласы)$/u.exec(foldKey(region)) ?? []
    const full = `${name.replace(/ /gu, '[\\s-]+')}\\s+${kind === 'қаласы' ? '(?:қ\\s?\\.|қ-сы|қала(?!лар))' : 'об(?:л|ыл)(?!ыстар)'}`
    const initials = INITIALS[region]
    return `(${full}${initials ? `|${initials}(?!\\p{L})` : ''})`
  }).join('|')})`,
  'u',
)

/** The first region named in a text, or null. */
export function regionIn(text: string): Region | null {
  return regionInKey(foldKey(text))
}

/** The same of a text that is folded already. */
export function regionInKey(key: string): Region | null {
  const match = PATTERN.exec(key)
  return match ? (REGIONS[match.slice(1).findIndex((group) => group !== undefined)] ?? null) : null
}
