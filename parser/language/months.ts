/**
 * The months, and dates in words.
 *
 *     2012-10-09
 *     2012 жылғы 9 қазандағы
 */

export const MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
] as const

/** With the ending that makes them an attribute: «9 қазандағы қаулы». */
export const MONTHS_OF = [
  'қаңтардағы',
  'ақпандағы',
  'наурыздағы',
  'сәуірдегі',
  'мамырдағы',
  'маусымдағы',
  'шілдедегі',
  'тамыздағы',
  'қыркүйектегі',
  'қазандағы',
  'қарашадағы',
  'желтоқсандағы',
] as const

/** `2014-03-05` → «2014 жылғы 5 наурыздағы»; '' for anything that is not a date. */
export function dateOf(iso: string | null): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso ?? '') ?? []
  const name = MONTHS_OF[Number(month) - 1]
  return year && name ? `${year} жылғы ${String(Number(day))} ${name}` : ''
}
