/** What the lists of offices are worth today: from when they are, and whether their acts still apply. */
import type {Office, Resolution} from '../../parser/model/index.ts'
import {oncePer} from './once.ts'

export interface ListsStatus {
  /** Acts whose lists name the offices. */
  acts: number
  repealed: number
  /** Years of the editions, first and last; null where no list has a date. */
  from: string | null
  to: string | null
  /** Years the acts were repealed in, without repetition. */
  repealedIn: string[]
  /** Each act and the date of its latest list, the oldest first. */
  editions: {number: string; date: string}[]
}

/** @param resolutionOf the id of the act that an annex belongs to */
export function listsStatus(
  offices: readonly Office[],
  resolutions: readonly Resolution[],
  resolutionOf: (annex: string) => string | undefined,
): ListsStatus {
  const named = new Set<string>()
  const actOf = new Map<string, string | undefined>()
  const dates = new Map<string, string>()
  const years = new Set<string>()
  for (const office of offices) {
    for (const {annex, date} of office.appearances) {
      if (!actOf.has(annex)) actOf.set(annex, resolutionOf(annex))
      const act = actOf.get(annex)
      if (act !== undefined) named.add(act)
      if (date === null) continue
      years.add(date.slice(0, 4))
      if (act !== undefined && date > (dates.get(act) ?? '')) dates.set(act, date)
    }
  }
  const acts = resolutions.filter(({id}) => named.has(id))
  const repealed = acts.filter(({status}) => status === 'repealed')
  const inOrder = [...years].sort()
  return {
    acts: acts.length,
    repealed: repealed.length,
    from: inOrder[0] ?? null,
    to: inOrder.at(-1) ?? null,
    repealedIn: [...new Set(repealed.flatMap(({repealedBy}) => (repealedBy?.date ? [repealedBy.date.slice(0, 4)] : [])))].sort(),
    editions: acts
      .flatMap(({id, number}) => (dates.has(id) ? [{number, date: dates.get(id) ?? ''}] : []))
      .sort((a, b) => a.date.localeCompare(b.date)),
  }
}

/** The same, of a list of offices that several pages have in common. */
export const listsStatusOf = oncePer(listsStatus)

/** How many lists name an office, and in how much they disagree. */
export const listedOf = oncePer(({appearances, discrepancies}: Office) => ({lists: appearances.length, differences: discrepancies.length}))
