/** Dates as the data writes them. */

/** Parts of an ISO date («2012-10-09»); the month counts from 0. */
export function dateParts(iso: string): {year: string; month: number; day: number} {
  return {year: iso.slice(0, 4), month: Number(iso.slice(5, 7)) - 1, day: Number(iso.slice(8, 10))}
}
