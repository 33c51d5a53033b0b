/** What is shown of the documents found. */
import {foldWord, tokens} from '../../parser/language/stem.ts'
import type {Facets, ResultKind} from './facets.ts'
import {itemAnchors, markerOf} from './lines.ts'
import {unpackPhone} from './phones.ts'
import type {Ranked} from './rank.ts'
import type {Entry, Shelf} from './shelves.ts'
import {mark, snippet} from './snippet.ts'
import type {Marked, Wanted} from './snippet.ts'
import type {Term} from './vocabulary.ts'

/**
 * One document found. What is known without its text stands there at once; the rest is read when it is asked for, from pages that
 * `prepare` says are there.
 */
export interface Result {
  kind: ResultKind
  /** From 0 to about 1; comparable within one answer. */
  score: number
  /** By what the result can be filtered. */
  facets: Facets
  /** The same for all that stands under one heading: a standard with its points and forms, an office. */
  group: string
  /** Id of the standard it is or belongs to; null for an office. */
  standard: string | null
  /** Headings are sorted by this in the order of the alphabet: services, then offices by region and place. */
  order: number
  /**
   * Asks for the pages that the rest is read from.
   *
   * @throws MissingPages
   */
  prepare(): void
  /** Published id: of a standard, a point (`<standard>#<number>`), an office, an annex. */
  readonly id: string
  readonly title: string
  /** Title of the standard, name of the office. */
  readonly headTitle: string
  /** Address of the site; of a point, the item that was found, where it was one. */
  readonly url: string
  /** The marker of the item of a point that was found, «1)»; empty where it was none. */
  readonly item: string
  /** Of an office: its kind as published, its region, its telephones. */
  readonly officeKind: string | null
  readonly place: string
  readonly phones: {text: string; dial: string | null}[]
  /** The title again, with the places of the words searched for; worked out when it is asked for. */
  readonly heading: Marked
  /** The piece of the text that shows why it was found; worked out when it is asked for. */
  readonly snippet: Marked
}

/** Offices come behind all services. */
const BEHIND = 1e9

export class FoundResult implements Result {
  readonly kind: ResultKind
  readonly score: number
  readonly facets: Facets
  readonly #found: Ranked<Shelf>
  readonly #wanted: Wanted
  #line: FoundLine | null = null

  constructor(found: Ranked<Shelf>, wanted: Wanted) {
    this.kind = found.kind
    this.score = Math.round(found.score * 1000) / 1000
    this.facets = found.facets
    this.#found = found
    this.#wanted = wanted
  }

  get #entry(): Entry {
    return this.#found.shelf.entry(this.#found.document)
  }

  get #shown(): FoundLine {
    return (this.#line ??= bestLine(this.#entry, this.#wanted))
  }

  prepare(): void {
    void this.#entry
  }

  get group(): string {
    const {standard, document} = this.#found
    return standard < 0 ? `office ${String(document)}` : `standard ${String(standard)}`
  }

  get standard(): string | null {
    return this.#found.shelf.standardId(this.#found.document)
  }

  get order(): number {
    return this.#found.shelf.order(this.#found.document) + (this.kind === 'office' ? BEHIND : 0)
  }

  get id(): string {
    return this.#entry.id
  }

  get title(): string {
    return this.#entry.title
  }

  get headTitle(): string {
    return this.#found.shelf.headTitle(this.#found.document)
  }

  get url(): string {
    const {anchor} = this.#shown
    const {url} = this.#entry
    return anchor === '' ? url : `${url.split('#')[0] ?? ''}#${anchor}`
  }

  get item(): string {
    return this.#shown.item
  }

  get officeKind(): string | null {
    return this.#entry.officeKind
  }

  get place(): string {
    return this.#entry.place
  }

  get phones(): {text: string; dial: string | null}[] {
    return this.#entry.phones.map(unpackPhone)
  }

  get heading(): Marked {
    return mark(this.title, this.#wanted)
  }

  get snippet(): Marked {
    return this.#shown.text
  }
}

/** Tells the words of a text that were searched for: those that have one of the terms. */
export function wantedWords(terms: Iterable<Term>): Wanted {
  const byForm = new Map<string, string>()
  for (const {text, forms} of terms) for (const form of forms) byForm.set(form, text)
  const known = new Map<string, string | undefined>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined || known.has(word)) return before
    const term = byForm.get(foldWord(word))
    known.set(word, term)
    return term
  }
}

interface FoundLine {
  text: Marked
  item: string
  anchor: string
}

/** The line of a text with the most of the words searched for; of a point, the item it is or belongs to. */
function bestLine(entry: Entry, wanted: Wanted): FoundLine {
  const lines = entry.lines()
  if (lines.length < 2) return {text: snippet(lines[0] ?? '', wanted), item: '', anchor: ''}
  let best = 0
  let most = -1
  for (const [place, line] of lines.entries()) {
    const found = new Set(tokens(line).flatMap(({word}) => wanted(word) ?? [])).size
    if (found <= most) continue
    most = found
    best = place
  }
  // found by what it is about, or by its service: the beginning says most
  if (most === 0) return {text: snippet(lines.join(' '), wanted), item: '', anchor: ''}
  const items = entry.items()
  const line = lines[best] ?? ''
  if (!items.includes(best)) return {text: snippet(line, wanted), item: '', anchor: ''}
  const marker = markerOf(line)
  return {
    text: snippet(line.slice(marker.length).trim(), wanted),
    item: marker,
    anchor: itemAnchors(entry.number, lines, items).get(best) ?? '',
  }
}
