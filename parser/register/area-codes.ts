/**
 * Area codes of Kazakhstan by region, for telling a misprinted code (a valid number of another region) from a right one.
 *
 *     8-7262- 51-25-83 of an office in Батыс Қазақстан облысы
 *     7262 is Жамбыл облысы
 *
 * First three digits of the national number, as the national numbering plan gives them to regions. Code 727 serves
 * both the city of Almaty and the region around it.
 */
import type {Region} from './region.ts'

const REGIONS_BY_CODE: Record<string, readonly Region[]> = {
  '710': ['Қарағанды облысы'],
  '711': ['Батыс Қазақстан облысы'],
  '712': ['Атырау облысы'],
  '713': ['Ақтөбе облысы'],
  '714': ['Қостанай облысы'],
  '715': ['Солтүстік Қазақстан облысы'],
  '716': ['Ақмола облысы'],
  '717': ['Астана қаласы'],
  '718': ['Павлодар облысы'],
  '721': ['Қарағанды облысы'],
  '722': ['Шығыс Қазақстан облысы'],
  '723': ['Шығыс Қазақстан облысы'],
  '724': ['Қызылорда облысы'],
  '725': ['Оңтүстік Қазақстан облысы'],
  '726': ['Жамбыл облысы'],
  '727': ['Алматы облысы', 'Алматы қаласы'],
  '728': ['Алматы облысы'],
  '729': ['Маңғыстау облысы'],
}

/** Regions that a national number of ten digits can lie in; empty for mobile and other numbers without a place. */
export function regionsOfNumber(national: string): readonly Region[] {
  return REGIONS_BY_CODE[national.slice(0, 3)] ?? []
}
