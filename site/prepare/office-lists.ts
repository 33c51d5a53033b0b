/** What the lists of offices are worth today: from when they are, and whether their acts still apply. */
import type {Office, Resolution} from '../../parser/model/index.ts'

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
  const named = new Set(offices.flatMap(({appearances}) => appearances.map(({annex}) => resolutionOf(annex))))
  const acts = resolutions.filter(({id}) => named.has(id))
  const dates = new Map<string, string>()
  for (const {annex, date} of offices.flatMap(({appearances}) => appearances)) {
    const act = resolutionOf(annex)
    if (act !== undefined && date !== null && date > (dates.get(act) ?? '')) dates.set(act, date)
  }
  const years = offices.flatMap(({appearances}) => appearances.flatMap(({date}) => (date === null ? [] : [date.slice(0, 4)]))).sort()
  const repealed = acts.filter(({status}) => status === 'repealed')
  return {
    acts: acts.length,
    repealed: repealed.length,
    from: years[0] ?? null,
    to: years.at(-1) ?? null,
    repealedIn: [...new Set(repealed.flatMap(({repealedBy}) => (repealedBy?.date ? [repealedBy.date.slice(0, 4)] : [])))].sort(),
    editions: acts
      .flatMap(({id, number}) => (dates.has(id) ? [{number, date: dates.get(id) ?? ''}] : []))
      .sort((a, b) => a.date.localeCompare(b.date)),
  }
}
