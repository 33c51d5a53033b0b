/**
 * Search in the browser: fetches the first index when it is first needed, that of the offices when a query may be about them.
 *
 *     const client = createSearchClient(document.documentElement.dataset.base ?? '/')
 *     await client.search('зейнетақы', {limit: 10}, (answer, complete) => show(answer, complete))
 */
import {INDEX_VERSION, MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from './format.ts'
import type {MainIndex, OfficeIndex} from './format.ts'
import {pause} from './pause.ts'
import {openSearcher} from './searcher.ts'
import type {Answer, Searcher, SearchOptions, Suggestion} from './searcher.ts'

export type {Dimension, Filter} from './facets.ts'
export type {Answer, Result, ResultKind, SearchOptions, Suggestion} from './searcher.ts'
export type {Marked} from './snippet.ts'

/** Name of the measures of the browser's timeline that hold each answer's time. */
export const ANSWER_MEASURE = 'qyzmet-answer'

export type Show<Found> = (found: Found, complete: boolean, lacking: boolean) => void

export interface SearchClient {
  /**
   * Calls `show` with the answer. Where offices may have one and their index is still to be fetched, `show` is called before with
   * what standards, points and forms say (`complete` is false). Where a newer search has begun meanwhile, an older one shows
   * nothing more.
   *
   * @throws Error where the first index cannot be fetched; where that of the offices cannot, the answer comes without them and
   *   `lacking` is true
   */
  search(query: string, options: SearchOptions, show: Show<Answer>): Promise<void>
  /** The best few results for what has been typed, shown in the same way. */
  suggest(prefix: string, show: Show<Suggestion[]>): Promise<void>
  /** Begins to fetch the first index, for when a search is likely: the field has the focus. */
  warm(): void
}

/**
 * @param base address of the site's root: «/» or «/qyzmet/»
 * @param get how files are fetched; the browser's own where it is not said
 * @param kept where the indexes stay from one page to the next; that of the tab where it is not said
 */
export function createSearchClient(
  base: string,
  get: typeof fetch = (...request) => fetch(...request),
  kept: Storage | null = tabStorage(),
): SearchClient {
  let main: Promise<Searcher> | null = null
  let offices: Promise<void> | null = null
  let officesThere = false
  let latest = 0

  const load = async <T>(file: string): Promise<T> => {
    const url = `${base.replace(/\/?$/u, '/')}${file}`
    const before = recall(kept, url)
    if (before !== null) {
      await pause()
      return before as T
    }
    const response = await get(url)
    if (!response.ok) throw new Error(`${file}: ${String(response.status)}`)
    const text = await response.text()
    const index = JSON.parse(text) as T
    keep(kept, url, text)
    await pause()
    return index
  }
  const searcher = (): Promise<Searcher> => {
    main ??= load<MainIndex>(MAIN_INDEX_FILE).then(openSearcher)
    // A failed fetch is tried again next time.
    main.catch(() => (main = null))
    return main
  }
  const withOffices = (ready: Searcher): Promise<void> => {
    offices ??= load<OfficeIndex>(OFFICE_INDEX_FILE).then(async (index) => {
      await ready.addOfficesSlowly(index)
      officesThere = true
    })
    offices.catch(() => (offices = null))
    return offices
  }
  const ask = async <T>(query: string, options: SearchOptions, answer: (ready: Searcher) => T, show: Show<T>): Promise<void> => {
    const turn = ++latest
    const ready = await searcher()
    await pause()
    if (turn !== latest) return
    const waits = !officesThere && ready.needsOffices(query, options)
    const first = measured(() => answer(ready))
    await pause()
    if (turn !== latest) return
    show(first, !waits, false)
    if (!waits) return
    await withOffices(ready).catch(() => undefined)
    if (turn === latest)
      show(
        measured(() => answer(ready)),
        true,
        !officesThere,
      )
  }

  return {
    search: (query, options, show) => ask(query, options, (ready) => ready.search(query, options), show),
    suggest: (prefix, show) => ask(prefix, {}, (ready) => ready.suggest(prefix), show),
    warm() {
      void searcher().catch(() => undefined)
    },
  }
}

/**
 * How long an index of an earlier page is good: from the first words typed on one page to the results on the next, and back. A
 * server that says nothing of keeping would otherwise be asked for all of it again on every page.
 */
const GOOD_FOR = 30 * 60 * 1000

function recall(kept: Storage | null, url: string): unknown {
  try {
    const found = kept?.getItem(`${KEPT}${url}`) ?? ''
    const end = found.indexOf(' ')
    const age = Date.now() - Number(found.slice(0, Math.max(0, end)))
    return end > 0 && age >= 0 && age < GOOD_FOR ? (JSON.parse(found.slice(end + 1)) as unknown) : null
  } catch {
    return null
  }
}

/** Storage may be full or forbidden: then the next page asks again. */
function keep(kept: Storage | null, url: string, text: string): void {
  try {
    kept?.setItem(`${KEPT}${url}`, `${String(Date.now())} ${text}`)
  } catch {
    // nothing is lost
  }
}

/** With the version, so that no newer script reads an older index. */
const KEPT = `qyzmet-index-${String(INDEX_VERSION)} `

function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage
  } catch {
    return null
  }
}

function measured<T>(answer: () => T): T {
  const start = performance.now()
  const result = answer()
  performance.measure(ANSWER_MEASURE, {start})
  return result
}
