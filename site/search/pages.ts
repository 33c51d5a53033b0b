/**
 * Pages of the index as they are read. What is looked up on a page that is not there yet throws `MissingPages`; who asked fetches
 * them and asks again. So the search itself is written as if everything were at hand.
 *
 *     for (;;) try { return search() } catch (error) { await fetchAll(error.pages) }
 */
import type {PageFile, Table} from './format.ts'
import {pagePath} from './format.ts'
import {atOnce} from './portions.ts'

/** A page that is wanted. */
export interface WantedPage {
  /** Where it lies; null where it is at hand and only has to be opened. */
  path: string | null
  /** Opens it in portions (portions.ts), given what the file holds. */
  open: (file: unknown) => Generator<unknown, void>
}

export class MissingPages extends Error {
  readonly pages: readonly WantedPage[]

  constructor(pages: readonly WantedPage[]) {
    super('pages of the index are missing')
    this.pages = pages
  }
}

/** A page does not belong to the index: the site has been published anew since that was read. */
export class StalePage extends Error {
  constructor(path: string) {
    super(`${path} belongs to another edition of the index`)
  }
}

/** Does several things that may each want pages, so that all of them are wanted together. */
export function together<Made>(tasks: readonly (() => Made)[]): Made[] {
  const wanted = new Set<WantedPage>()
  const made: Made[] = []
  for (const task of tasks) {
    try {
      made.push(task())
    } catch (error) {
      if (!(error instanceof MissingPages)) throw error
      for (const page of error.pages) wanted.add(page)
    }
  }
  if (wanted.size > 0) throw new MissingPages([...wanted])
  return made
}

/** How an index and its pages are called. */
export interface Origin {
  /** Path of the index file. */
  file: string
  edition: string
  /** Reads a file at once, where that can be done; without it pages are wanted by `MissingPages`. */
  read?: ((path: string) => unknown) | undefined
}

/** The pages of one table. */
export class Pages<Page, Opened> {
  readonly #table: Table<Page>
  readonly #name: string
  readonly #origin: Origin
  readonly #open: (page: Page, place: number) => Generator<unknown, Opened>
  readonly #opened = new Map<number, Opened>()
  readonly #wanted = new Map<number, WantedPage>()

  /** @param open makes of a page what is looked up in; throws `StalePage` where it is not what it should be */
  constructor(table: Table<Page>, name: string, origin: Origin, open: (page: Page, place: number) => Generator<unknown, Opened>) {
    this.#table = table
    this.#name = name
    this.#origin = origin
    this.#open = open
  }

  /** @throws MissingPages */
  get(place: number): Opened {
    const opened = this.#opened.get(place)
    if (opened !== undefined) return opened
    const {read} = this.#origin
    const wanted = this.#want(place)
    if (read === undefined) throw new MissingPages([wanted])
    atOnce(wanted.open(wanted.path === null ? null : read(wanted.path)))
    return this.#opened.get(place) as Opened
  }

  /** Pages one behind the other. */
  range(first: number, last: number): Opened[] {
    return together(Array.from({length: last - first + 1}, (_, at) => () => this.get(first + at)))
  }

  #want(place: number): WantedPage {
    const known = this.#wanted.get(place)
    if (known !== undefined) return known
    const inline = this.#table.pages?.[place]
    const {file, edition} = this.#origin
    const open = this.#open
    const keep = (opened: Opened): void => void this.#opened.set(place, opened)
    const wanted: WantedPage = {
      path: inline === undefined ? pagePath(file, this.#name, place) : null,
      *open(found) {
        if (inline !== undefined) return keep(yield* open(inline, place))
        const {edition: own = edition, page} = found as PageFile<Page>
        if (own !== edition) throw new StalePage(wanted.path ?? '')
        keep(yield* open(page, place))
      },
    }
    this.#wanted.set(place, wanted)
    return wanted
  }
}
