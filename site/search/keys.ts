/** In which order the tables of the index are sorted, and on which page something stands. */
import {unpackNumbers} from './packing.ts'

/**
 * Words are sorted as if «х» were «к»: one may be written for the other («Балхаш», «Балқаш»), and both spellings should stand on
 * one page. The key of a beginning is the beginning of the key.
 */
export function sortKey(folded: string): string {
  return folded.replaceAll('х', 'к')
}

/** Order by code of the letters: the same everywhere, and that of `<`. */
export function placeOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Sorted behind everything that begins so. */
export const END = '\uffff'

/** Stands before words that no query is completed or mended by. */
export const HIDDEN = '='

/** Words by first letter and length: what a slip changes least. */
export function mendingKey(folded: string): string {
  return lengthKey(folded, folded.length)
}

/** The key of words of a length that begin with the letter of this one. */
export function lengthKey(folded: string, length: number): string {
  return sortKey(folded.charAt(0)) + String.fromCharCode(LENGTH_ZERO + length)
}
/** Lengths are written as letters that no word has. */
const LENGTH_ZERO = 0x4e00

/** The key of a word by what follows its first letter. */
export function tailKey(folded: string): string {
  return sortKey(folded.slice(1))
}

/** Finds pages of a table sorted by keys. */
export function pagesByKey(begins: string): {count: number; pageOf: (key: string) => number} {
  const keys = begins === '' ? [] : begins.split(' ')
  return {count: keys.length + 1, pageOf: (key) => placeIn(keys, key)}
}

/** Finds pages of a table by number. */
export function pagesByNumber(begins: string): {count: number; pageOf: (number: number) => number; beginOf: (page: number) => number} {
  let sum = 0
  const numbers = unpackNumbers(begins).map((step) => (sum += step))
  return {
    count: numbers.length + 1,
    pageOf: (number) => placeIn(numbers, number),
    beginOf: (page) => (page === 0 ? 0 : (numbers[page - 1] ?? 0)),
  }
}

/** How many of the sorted values are not above one. */
export function placeIn<Value>(sorted: ArrayLike<Value>, value: Value): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Value) <= value) low = middle + 1
    else high = middle
  }
  return low
}
