/**
 * The number column where several numbers run together or are spaced apart.
 *
 *       "11 1)\tЖ а м б ы л о б л ы с ы : …"      "1 2 1)\tБатыс Қазақстан облысы: …"      "1 3\tҚарағанды облысы:"
 *
 * becomes group 11 with row «1)», group 12 with row «1)», number «13».
 */

/** «11 1)», «1 2 1)», «6 1)»: the number of a group, then the number of its first row. */
const FUSED = /^(\d(?:\s?\d)*)\s+(\d{1,2}\))$/u
/** «1 3»: a number spaced apart. */
const SPACED = /^\d(?:\s\d)+$/u

export interface RowNumber {
  /** The number of the group that opens here, or ''. */
  group: string
  number: string
}

/** Takes the content of a number cell apart. */
export function readNumber(text: string): RowNumber {
  const fused = FUSED.exec(text)
  if (fused) return {group: fused[1]!.replace(/\s/gu, ''), number: fused[2]!}
  return {group: '', number: SPACED.test(text) ? text.replace(/\s/gu, '') : text}
}
