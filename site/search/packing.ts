/**
 * The index of MiniSearch in the form it is published in: terms as one text, numbers in one or two characters each.
 *
 *     [['ай', {'0': {'3': 1, '12': 2}}]]
 *     terms «ай», postings: 2 documents in field 0: 3 once, 9 further on 2 times; none in fields 1 and 2
 *
 * A number is written to the base of 40; its last digit is of one alphabet, the digits before of another, so that nothing need
 * stand between numbers. The packed form is under a third of the plain one, and half of it when both are gzipped.
 */
import type {AsPlainObject} from 'minisearch'
import {FIELDS} from './format.ts'
import {atOnce} from './portions.ts'

export interface PackedIndex {
  /** Number of documents; their ids count from 0. */
  count: number
  /** Mean length of each field. */
  average: number[]
  /** Lengths of the fields, document by document. */
  lengths: string
  /** Terms in alphabetical order, parted by blanks. */
  terms: string
  /** For each term and each field: how many documents, then for each the step from the one before, and how often if not once. */
  postings: string
}

const LAST = 'abcdefghijklmnopqrstuvwxyz0123456789!#$%'
const BEFORE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ&()*+,-./:;<=>'
const BASE = LAST.length
const VALUES = new Map([...Array.from(LAST, (sign, at) => [sign, at] as const), ...Array.from(BEFORE, (sign, at) => [sign, at] as const)])

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
  return [...numbersOf(text)]
}

function* numbersOf(text: string): Generator<number, undefined> {
  let value = 0
  for (const sign of text) {
    value = value * BASE + (VALUES.get(sign) ?? 0)
    if (!LAST.includes(sign)) continue
    yield value
    value = 0
  }
  return undefined
}

/** Packs an index whose documents have the ids 0, 1, 2 … and were added in this order. */
export function packIndex(index: AsPlainObject): PackedIndex {
  const terms = [...index.index].sort(([a], [b]) => (a < b ? -1 : 1))
  const postings = function* (): Generator<number> {
    for (const [, fields] of terms) {
      for (const field of FIELDS.keys()) {
        const documents = Object.entries((fields[field] ?? {}) as Record<string, number>)
          .map(([id, times]) => [Number(id), times] as const)
          .sort(([a], [b]) => a - b)
        yield documents.length
        let before = 0
        for (const [id, times] of documents) {
          // «once» needs no number of its own
          yield (id - before) * 2 + (times > 1 ? 1 : 0)
          if (times > 1) yield times
          before = id
        }
      }
    }
  }
  const lengths = function* (): Generator<number> {
    for (let id = 0; id < index.documentCount; id++) for (const field of FIELDS.keys()) yield index.fieldLength[id]?.[field] ?? 0
  }
  return {
    count: index.documentCount,
    average: index.averageFieldLength.map((mean) => Math.round(mean * 1000) / 1000),
    lengths: packNumbers(lengths()),
    terms: terms.map(([term]) => term).join(' '),
    postings: packNumbers(postings()),
  }
}

/** The index as MiniSearch reads it, and in how many documents each term stands. */
export interface Unpacked {
  index: AsPlainObject
  frequencies: Map<string, number>
}

export function unpackIndex(packed: PackedIndex): Unpacked {
  return atOnce(unpacking(packed))
}

/** Terms that are unpacked in one go. */
const PORTION = 200

/** `unpackIndex` in portions, with a yield wherever one who must not keep others waiting can rest. */
export function* unpacking({count, average, lengths, terms, postings}: PackedIndex): Generator<undefined, Unpacked> {
  const numbers = numbersOf(postings)
  const frequencies = new Map<string, number>()
  const next = (): number => numbers.next().value ?? 0
  const index: AsPlainObject['index'] = []
  for (const term of terms === '' ? [] : terms.split(' ')) {
    if (index.length % PORTION === PORTION - 1) yield undefined
    const fields: Record<string, Record<string, number>> = {}
    let most = 0
    for (const field of FIELDS.keys()) {
      const size = next()
      if (size === 0) continue
      const documents: Record<string, number> = {}
      let id = 0
      for (let i = 0; i < size; i++) {
        const step = next()
        id += step >> 1
        documents[id] = step & 1 ? next() : 1
      }
      fields[field] = documents
      most = Math.max(most, size)
    }
    frequencies.set(term, most)
    index.push([term, fields] as unknown as AsPlainObject['index'][number])
  }
  yield undefined
  const all = unpackNumbers(lengths)
  const size = FIELDS.length
  return {
    frequencies,
    index: {
      documentCount: count,
      nextId: count,
      documentIds: Object.fromEntries(Array.from({length: count}, (_, id) => [id, id])),
      fieldIds: Object.fromEntries(FIELDS.map((field, id) => [field, id])),
      fieldLength: Object.fromEntries(Array.from({length: count}, (_, id) => [id, all.slice(id * size, (id + 1) * size)])),
      averageFieldLength: average,
      storedFields: {},
      dirtCount: 0,
      index,
      serializationVersion: 2,
    },
  }
}
