/**
 * Search in the browser: fetches the first index when it is first needed, that of the offices when a query may be about them.
 *
 *     const client = createSearchClient(document.documentElement.dataset.base ?? '/')
 *     await client.search('зейнетақы', {limit: 10}, (answer, complete) => show(answer, complete))
 */
import {MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from './format.ts'
import type {MainIndex, OfficeIndex} from './format.ts'
import {createSearcher} from './searcher.ts'
import type {Answer, Searcher, SearchOptions, Suggestion} from './searcher.ts'

export type {Dimension, Filter} from './facets.ts'
export type {Answer, Result, ResultKind, SearchOptions, Suggestion} from './searcher.ts'
export type {Marked} from './snippet.ts'

/** Name of the measures of the browser's timeline that hold each answer's time. */
export const ANSWER_MEASURE = 'qyzmet-answer'

export interface SearchClient {
  /**
   * Calls `show` with the answer. Where offices may have one and their index is still to be fetched, `show` is called before with
   * what standards, points and forms say (`complete` is false). Where a newer search has begun meanwhile, an older one shows
   * nothing more.
   *
   * @throws Error where the first index cannot be fetched; a missing office index only leaves the offices out
   */
  search(query: string, options: SearchOptions, show: (answer: Answer, complete: boolean) => void): Promise<void>
  /** The best few results for what has been typed, shown in the same way. */
  suggest(prefix: string, show: (found: Suggestion[], complete: boolean) => void): Promise<void>
  /** Begins to fetch the first index, for when a search is likely: the field has the focus. */
  warm(): void
}

/**
 * @param base address of the site's root: «/» or «/qyzmet/»
 * @param get how files are fetched; the browser's own where it is not said
 */
export function createSearchClient(base: string, get: typeof fetch = (...request) => fetch(...request)): SearchClient {
  let main: Promise<Searcher> | null = null
  let offices: Promise<void> | null = null
  let officesThere = false
  let latest = 0

  const load = async <T>(file: string): Promise<T> => {
    const response = await get(`${base.replace(/\/?$/u, '/')}${file}`)
    if (!response.ok) throw new Error(`${file}: ${String(response.status)}`)
    return (await response.json()) as T
  }
  const searcher = (): Promise<Searcher> => {
    main ??= load<MainIndex>(MAIN_INDEX_FILE).then((index) => createSearcher(index))
    // A failed fetch is tried again next time.
    main.catch(() => (main = null))
    return main
  }
  const withOffices = (ready: Searcher): Promise<void> => {
    offices ??= load<OfficeIndex>(OFFICE_INDEX_FILE).then((index) => {
      ready.addOffices(index)
      officesThere = true
    })
    offices.catch(() => (offices = null))
    return offices
  }
  const ask = async <T>(
    query: string,
    options: SearchOptions,
    answer: (ready: Searcher) => T,
    show: (answer: T, complete: boolean) => void,
  ): Promise<void> => {
    const turn = ++latest
    const ready = await searcher()
    if (turn !== latest) return
    const waits = !officesThere && ready.needsOffices(query, options)
    show(
      measured(() => answer(ready)),
      !waits,
    )
    if (!waits) return
    await withOffices(ready).catch(() => undefined)
    if (turn === latest)
      show(
        measured(() => answer(ready)),
        true,
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

function measured<T>(answer: () => T): T {
  const start = performance.now()
  const result = answer()
  performance.measure(ANSWER_MEASURE, {start})
  return result
}
