/**
 * What a match is worth: BM25+ (Robertson; Lv and Zhai) with the usual parameters. The part that depends on word and document is
 * worked out when the index is built and kept as one of forty levels, so that an answer needs no lengths of documents.
 */
import {LEVELS} from './packing.ts'

const SATURATION = 1.2
const LENGTH_PART = 0.7
const FLOOR = 0.5
const RANGE = SATURATION + 1

/**
 * @param times how often the word stands in the field
 * @param length how many different words the field has; `mean` as an average of all documents
 */
export function worthOf(times: number, length: number, mean: number): number {
  return FLOOR + (times * RANGE) / (times + SATURATION * (1 - LENGTH_PART + (LENGTH_PART * length) / mean))
}

/** The level of `worthOf` that the index keeps. */
export function levelOf(times: number, length: number, mean: number): number {
  return Math.round(((worthOf(times, length, mean) - FLOOR) / RANGE) * (LEVELS - 1))
}

/** Worth by level. */
export const WORTH: readonly number[] = Array.from({length: LEVELS}, (_, level) => FLOOR + (level / (LEVELS - 1)) * RANGE)

/** How much a word tells that stands in so many of all documents. */
export function rarity(documents: number, all: number): number {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5))
}
