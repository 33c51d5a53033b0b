/** What is shown of standards, gathered into pages as it comes. */
import type {StandardDocuments} from './documents.ts'
import type {PageFile, StandardTexts, Table, TextPage} from './format.ts'
import {packNumbers} from './packing.ts'

interface Waiting {
  id: string
  title: string
  points: StandardDocuments['points']
  forms: StandardDocuments['forms']
  size: number
}

/** Beside its letters, what a line takes. */
const LINE_SIZE = 5

export class TextPages {
  /** Standards that no page holds yet: all of them, until it is sure that they are too many for one. */
  #waiting: Waiting[] = []
  #filled = 0
  #steps: number[] = []
  #pages = 0
  /** Whether everything has place in the index file itself. */
  whole = true
  readonly #most: number
  readonly #page: number
  readonly #write: (place: number, json: string) => void

  /**
   * @param most so many characters stay whole; `page` of a page where there are more
   * @param write takes a finished page
   */
  constructor(most: number, page: number, write: (place: number, json: string) => void) {
    this.#most = most
    this.#page = page
    this.#write = write
  }

  add(id: string, title: string, {points, forms}: Pick<StandardDocuments, 'points' | 'forms'>): void {
    const size = [title, ...points.map(({text}) => text), ...forms.map(({title: name, text}) => name + text)].reduce(
      (sum, text) => sum + text.length + LINE_SIZE,
      0,
    )
    this.#waiting.push({id, title, points, forms, size})
    this.#filled += size
    if (this.whole && this.#filled > this.#most) this.whole = false
    if (!this.whole) this.#writeFull()
  }

  /** Writes the pages that are full; a last one that is not goes on waiting. */
  #writeFull(): void {
    let start = 0
    let filled = 0
    for (const [at, {size}] of this.#waiting.entries()) {
      if (at > start && filled + size > this.#page) {
        this.#writePage(this.#waiting.slice(start, at))
        start = at
        filled = 0
      }
      filled += size
    }
    this.#waiting = this.#waiting.slice(start)
  }

  #writePage(standards: readonly Waiting[]): void {
    this.#write(this.#pages++, JSON.stringify({page: pageOf(standards)} satisfies PageFile<TextPage>))
    this.#steps.push(standards.length)
  }

  finish(): Table<TextPage> {
    if (this.whole) return {begins: '', pages: [pageOf(this.#waiting)]}
    if (this.#waiting.length > 0) this.#writePage(this.#waiting)
    return {begins: packNumbers(this.#steps.slice(0, -1))}
  }
}

/** Each line is kept once: points of one kind differ little from standard to standard. */
function pageOf(standards: readonly Waiting[]): TextPage {
  const numbers = new Map<string, number>()
  const packed = (text: string): string =>
    packNumbers(
      text.split('\n').map((line) => {
        const known = numbers.get(line)
        if (known !== undefined) return known
        numbers.set(line, numbers.size)
        return numbers.size - 1
      }),
    )
  const texts = standards.map(({title, points, forms}): StandardTexts => [
    title,
    points.map(({number, text, items}) => [number, packed(text), packNumbers(items)]),
    forms.map(({annex, title: name, text}) => [annex, name, packed(text)]),
  ])
  return {first: standards[0]?.id ?? '', lines: [...numbers.keys()], standards: texts}
}
