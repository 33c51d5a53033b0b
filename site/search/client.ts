/**
 * Search in the browser: fetches the first index when it is first needed, that of the offices when a query may be about them, and
 * of the pages of either those that the query needs.
 *
 *     const client = createSearchClient(document.documentElement.dataset.base ?? '/')
 *     await client.search('зейнетақы', {limit: 10}, (answer, complete) => show(answer, complete))
 */
import {INDEX_VERSION, MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from './format.ts'
import type {MainIndex, OfficeIndex} from './format.ts'
import {MissingPages, StalePage} from './pages.ts'
import type {WantedPage} from './pages.ts'
import {pause} from './pause.ts'
import {inPortions} from './portions.ts'
import {openSearcher, prepare} from './searcher.ts'
import type {Answer, Result, Searcher, SearchOptions, Suggestion} from './searcher.ts'

export type {Dimension, Filter, ResultKind} from './facets.ts'
export type {Answer, Result, SearchOptions, Suggestion} from './searcher.ts'
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
  /**
   * Fetches what is needed to show results.
   *
   * @throws Error where it cannot be fetched
   */
  prepare(results: readonly Result[]): Promise<void>
  /** Begins to fetch the first index, for when a search is likely: the field has the focus. */
  warm(): void
}

/**
 * @param base address of the site's root: «/» or «/qyzmet/»
 * @param get how files are fetched; the browser's own where it is not said
 * @param kept where the files stay from one page to the next; the storage of the tab where it is not said
 */
export function createSearchClient(
  base: string,
  get: typeof fetch = (...request) => fetch(...request),
  kept: Storage | null = tabStorage(),
): SearchClient {
  const root = base.replace(/\/?$/u, '/')
  let opened: Promise<Opened> | null = null
  let latest = 0

  /** Whether the browser must ask the server anew, whatever it has kept. */
  let anew = false

  const load = async (file: string, address: string): Promise<unknown> => {
    const before = recall(kept, address)
    if (before !== null) {
      await pause()
      return before
    }
    const response = await get(address, anew ? {cache: 'reload'} : {})
    if (!response.ok) throw new Error(`${file}: ${String(response.status)}`)
    const text = await response.text()
    const found = JSON.parse(text) as unknown
    keep(kept, address, text)
    await pause()
    return found
  }
  const ready = (): Promise<Opened> => {
    opened ??= load(MAIN_INDEX_FILE, root + MAIN_INDEX_FILE).then(async (index) => {
      const {edition} = index as MainIndex
      // pages change with the edition, and may be kept as long as the browser likes
      const fetchPage = (path: string): Promise<unknown> => load(path, `${root}${path}?${edition}`)
      const one = new Opened(openSearcher(index as MainIndex), fetchPage, async () => {
        return (await load(OFFICE_INDEX_FILE, `${root}${OFFICE_INDEX_FILE}?${edition}`)) as OfficeIndex
      })
      // what a whole index is opened with takes its time; it is over before the first answer is measured
      await one.attempt(() => one.searcher.search('', {limit: 1}))
      return one
    })
    // A failed fetch is tried again next time.
    opened.catch(() => (opened = null))
    return opened
  }
  /** Once again from the beginning where the site has been published anew meanwhile. */
  const fresh = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StalePage)) throw error
      opened = null
      forget(kept)
      anew = true
      try {
        return await work()
      } finally {
        anew = false
      }
    }
  }
  const ask = async <T>(query: string, options: SearchOptions, answer: (searcher: Searcher) => T, show: Show<T>): Promise<void> => {
    const turn = ++latest
    await fresh(async () => {
      const one = await ready()
      await pause()
      if (turn !== latest) return
      const waits = !one.withOffices && (await one.attempt(() => one.searcher.needsOffices(query, options)))
      const first = await one.attempt(() => measured(() => answer(one.searcher)))
      await pause()
      if (turn !== latest) return
      show(first, !waits, false)
      if (!waits) return
      const second = await one
        .takeOffices()
        .then(() => one.attempt(() => measured(() => answer(one.searcher))))
        .catch((error: unknown) => {
          if (error instanceof StalePage) throw error
          return null
        })
      if (turn !== latest) return
      show(second ?? first, true, second === null)
    })
  }

  return {
    search: (query, options, show) => ask(query, options, (searcher) => searcher.search(query, options), show),
    suggest: (prefix, show) => ask(prefix, {}, (searcher) => searcher.suggest(prefix), show),
    prepare: async (results) => (await ready()).attempt(() => prepare(results)),
    warm() {
      void ready().catch(() => undefined)
    },
  }
}

/** An index of which pages are fetched when they are wanted. */
class Opened {
  readonly searcher: Searcher
  withOffices = false
  readonly #fetchPage: (path: string) => Promise<unknown>
  readonly #fetchOffices: () => Promise<OfficeIndex>
  #offices: Promise<void> | null = null
  readonly #coming = new Map<WantedPage, Promise<void>>()

  constructor(searcher: Searcher, fetchPage: (path: string) => Promise<unknown>, fetchOffices: () => Promise<OfficeIndex>) {
    this.searcher = searcher
    this.#fetchPage = fetchPage
    this.#fetchOffices = fetchOffices
  }

  /** Does what may want pages, as often as some are missing. */
  async attempt<Made>(work: () => Made): Promise<Made> {
    for (;;) {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof MissingPages)) throw error
        await Promise.all(error.pages.map((page) => this.#fetch(page)))
      }
    }
  }

  #fetch(page: WantedPage): Promise<void> {
    let coming = this.#coming.get(page)
    if (coming === undefined) {
      coming = (page.path === null ? Promise.resolve(null) : this.#fetchPage(page.path)).then((file) => inPortions(page.open(file)))
      this.#coming.set(page, coming)
      const done = (): void => void this.#coming.delete(page)
      coming.then(done, done)
    }
    return coming
  }

  takeOffices(): Promise<void> {
    this.#offices ??= this.#fetchOffices().then((index) => {
      this.searcher.addOffices(index)
      this.withOffices = true
    })
    this.#offices.catch(() => (this.#offices = null))
    return this.#offices
  }
}

/**
 * How long a file of an earlier page is good: from the first words typed on one page to the results on the next, and back. A
 * server that says nothing of keeping would otherwise be asked for all of it again on every page.
 */
const GOOD_FOR = 30 * 60 * 1000

function recall(kept: Storage | null, address: string): unknown {
  try {
    const found = kept?.getItem(`${KEPT}${address}`) ?? ''
    const end = found.indexOf(' ')
    const age = Date.now() - Number(found.slice(0, Math.max(0, end)))
    return end > 0 && age >= 0 && age < GOOD_FOR ? (JSON.parse(found.slice(end + 1)) as unknown) : null
  } catch {
    return null
  }
}

/** Storage may be full or forbidden: then the next page asks again. */
function keep(kept: Storage | null, address: string, text: string): void {
  try {
    kept?.setItem(`${KEPT}${address}`, `${String(Date.now())} ${text}`)
  } catch {
    // nothing is lost
  }
}

/** Takes away the files of an earlier edition. */
function forget(kept: Storage | null): void {
  try {
    const keys = Array.from({length: kept?.length ?? 0}, (_, at) => kept?.key(at) ?? '')
    for (const key of keys) if (key.startsWith(KEPT)) kept?.removeItem(key)
  } catch {
    // then nothing was kept either
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
