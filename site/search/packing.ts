/**
 * Numbers as text.
 *
 * A number is written to the base of 40; its last digit is of one alphabet, the digits before of another, so that nothing need
 * stand between numbers. Nothing of it needs escaping in JSON, and servers compress it as text.
 */
import {FIELDS} from './format.ts'

const LAST = 'abcdefghijklmnopqrstuvwxyz0123456789!#$%'
const BEFORE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ&()*+,-./:;<=>'
const BASE = LAST.length
/** By code of a sign: its value; for digits before the last, `BASE` more. */
const VALUES = new Uint8Array(128)
for (let at = 0; at < BASE; at++) {
  VALUES[LAST.charCodeAt(at)] = at
  VALUES[BEFORE.charCodeAt(at)] = BASE + at
}

/** Whole numbers from 0 on as text. */
export function packNumbers(numbers: Iterable<number>): string {
  let out = ''
  for (const number of numbers) {
    let text = LAST.charAt(number % BASE)
    for (let rest = Math.floor(number / BASE); rest > 0; rest = Math.floor(rest / BASE)) text = BEFORE.charAt(rest % BASE) + text
    out += text
  }
  return out
}

/** The numbers of `packNumbers`. */
export function unpackNumbers(text: string): number[] {
  const reader = new Reader(text)
  const numbers: number[] = []
  while (!reader.done) numbers.push(reader.next())
  return numbers
}

class Reader {
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.#at >= this.#text.length
  }

  next(): number {
    let value = 0
    while (this.#at < this.#text.length) {
      const digit = VALUES[this.#text.charCodeAt(this.#at++)] ?? 0
      if (digit < BASE) return value * BASE + digit
      value = value * BASE + digit - BASE
    }
    return value
  }

  /** A number of one sign. */
  level(): number {
    return VALUES[this.#text.charCodeAt(this.#at++)] ?? 0
  }
}

/** How many levels one sign can tell. */
export const LEVELS = BASE

/** Where one word stands: for each field the documents (of the context, groups of them) and the worth of the match in each. */
export interface Posting {
  fields: {
    ids: Uint32Array
    /** Level of the match in each document (scoring.ts). */
    levels: Uint8Array
    /** In how many documents the word stands in this field. */
    documents: number
  }[]
}

/**
 *     title in documents 3 and 12, text in none, context in group 1, which has 20 documents
 *     2, 0, 1, 20; 3, 9; 1; then a sign a level
 */
export function packPosting(fields: readonly {ids: readonly number[]; levels: readonly number[]; documents: number}[]): string {
  const context = fields[FIELDS.length - 1]
  const numbers = [...fields.map(({ids}) => ids.length), ...(context === undefined || context.ids.length === 0 ? [] : [context.documents])]
  for (const {ids} of fields) for (const [at, id] of ids.entries()) numbers.push(id - (ids[at - 1] ?? 0))
  return packNumbers(numbers) + fields.map(({levels}) => packNumbers(levels)).join('')
}

export function unpackPosting(text: string): Posting {
  const reader = new Reader(text)
  const sizes = FIELDS.map(() => reader.next())
  const inContext = (sizes.at(-1) ?? 0) > 0 ? reader.next() : 0
  const fields = sizes.map((size, field) => {
    const ids = new Uint32Array(size)
    let id = 0
    for (let at = 0; at < size; at++) ids[at] = id += reader.next()
    return {ids, levels: new Uint8Array(size), documents: field === sizes.length - 1 ? inContext : size}
  })
  for (const {levels} of fields) for (let at = 0; at < levels.length; at++) levels[at] = reader.level()
  return {fields}
}

/** Levels of counts, two for each doubling: words of the main index always stand above those that only offices have. */
const STEPS_PER_DOUBLING = 3

/** How often a word stands there, as one sign. */
export function packCount(main: number, offices: number): string {
  const level = (count: number) => Math.min(BASE - 1, Math.round(STEPS_PER_DOUBLING * Math.log2(count)))
  return main > 0 ? BEFORE.charAt(level(main)) : LAST.charAt(level(Math.max(1, offices)))
}

/** The order of counts that `packCount` keeps. */
export function unpackCount(sign: string): number {
  return VALUES[sign.charCodeAt(0)] ?? 0
}
