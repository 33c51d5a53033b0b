/** The order of numbers and markers: 11, 11-1, 12; а), б). */

/** «11-1» stands between 11 and 12. */
export function order(label: string): number {
  const [whole, inserted] = label.replace(/\)$/u, '').split('-')
  return Number(whole) + Number(inserted ?? 0) / 100
}

/** The row that one of this number follows: 12 before 13, 3 before 3-1, 3-1 before 3-2. */
export function previousNumber(number: string): string {
  const [whole = '', inserted] = number.split('-')
  if (inserted === undefined) return String(Number(whole) - 1)
  return Number(inserted) > 1 ? `${whole}-${String(Number(inserted) - 1)}` : whole
}

/** «б)» is the second; letters stand in the order of the alphabet. */
export function itemOrder(marker: string): number {
  return /^\d/u.test(marker) ? order(marker) : marker.codePointAt(0)! - 'а'.codePointAt(0)! + 1
}

export function isSuccessor(before: string, label: string): boolean {
  const [one, other] = [itemOrder(before), itemOrder(label)]
  if (!/^\d/u.test(before)) return true
  // 18-1 follows 18, 18-2 follows 18-1, 19 follows either.
  const isInserted = Math.floor(other) === Math.floor(one) && Math.round((other - one) * 100) === 1
  return isInserted || (Math.floor(other) === Math.floor(one) + 1 && Number.isInteger(other))
}
