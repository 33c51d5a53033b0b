/**
 * Search in the browser: fetches the indexes when they are first needed, the offices after the first answer.
 *
 *     const client = createSearchClient(document.documentElement.dataset.base ?? '/')
 *     await client.search('зейнетақы', {limit: 10}, (answer, complete) => show(answer, complete))
 */
import {MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from './format.ts'
import type {MainIndex, OfficeIndex} from './format.ts'
import {createSearcher} from './searcher.ts'
import type {Answer, Searcher, SearchOptions, Suggestion} from './searcher.ts'

export type {Answer, Result, ResultKind, SearchOptions, Suggestion} from './searcher.ts'
export type {Marked} from './snippet.ts'

export interface SearchClient {
  /**
   * Calls `show` with what standards, points and forms say (`complete` is false), and again when the offices are in.
   * Where a newer search has begun meanwhile, an older one shows nothing more.
   *
   * @throws Error where the first index cannot be fetched; a missing office index only leaves the offices out
   */
  search(query: string, options: SearchOptions, show: (answer: Answer, complete: boolean) => void): Promise<void>
  /** Completions of what has been typed; empty until the first index is there. Begins to fetch it. */
  suggest(prefix: string, limit?: number): Promise<Suggestion[]>
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
    })
    offices.catch(() => (offices = null))
    return offices
  }

  return {
    async search(query, options, show) {
      const turn = ++latest
      const ready = await searcher()
      if (turn !== latest) return
      show(ready.search(query, options), false)
      await withOffices(ready).catch(() => undefined)
      if (turn === latest) show(ready.search(query, options), true)
    },
    async suggest(prefix, limit) {
      return (await searcher()).suggest(prefix, limit)
    },
    warm() {
      void searcher().catch(() => undefined)
    },
  }
}
