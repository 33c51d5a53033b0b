/**
 * Which rows are worth comparing: those of one kind and region that share a telephone, an e-mail address, a place name,
 * or a street. All others can't reach the points that make them one office.
 */
import {stemOf} from './skeleton.ts'
import type {Candidate} from './matching.ts'

/** Letters of a name that spellings of it have in common. */
const PREFIX = 3

/** Pairs worth comparing, each once, the one that comes first in front; one that has anything to go by is paired with itself too. */
export function* candidatePairs<Kind extends Candidate>(candidates: readonly Kind[]): Generator<[Kind, Kind]> {
  const blocks = new Map<string, number[]>()
  for (const [at, candidate] of candidates.entries()) {
    for (const key of blockKeys(candidate)) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
  }
  // Which of a candidate's pairs have been given out: kept for one candidate at a time, so that memory does not grow with the pairs.
  const given = new Int32Array(candidates.length).fill(-1)
  for (const [at, candidate] of candidates.entries()) {
    for (const key of blockKeys(candidate)) {
      for (const other of blocks.get(key)!) {
        if (other > at) break
        if (given[other] === at) continue
        given[other] = at
        yield [candidates[other]!, candidate]
      }
    }
  }
}

function blockKeys({kind, region, readName, numbers, emails, keys}: Candidate): Set<string> {
  const found = new Set<string>()
  const add = (what: string, value: string) => found.add(`${kind}|${region ?? ''}|${what}|${value}`)
  for (const number of numbers) add('phone', number)
  for (const email of emails) add('email', email)
  for (const word of readName.words) add('place', stemOf(word).slice(0, PREFIX))
  if (readName.head) add('place', 'head')
  if (readName.place === '' && readName.number !== null) add('number', readName.number)
  if (keys.street !== null) add('street', stemOf(keys.street).slice(0, PREFIX))
  if (keys.microdistrict !== null) add('micro', keys.microdistrict)
  return found
}
