/**
 * Which rows are worth comparing: those of one kind and region that share a telephone, an e-mail address, a place name,
 * or a street. All others can't reach the points that make them one office.
 */
import {stemOf} from './skeleton.ts'
import type {Candidate} from './matching.ts'

/** Letters of a name that spellings of it have in common. */
const PREFIX = 3

/** Pairs of indexes, each once, the smaller first. */
export function* candidatePairs(candidates: readonly Candidate[]): Generator<[number, number]> {
  const blocks = new Map<string, number[]>()
  for (const [at, candidate] of candidates.entries()) {
    for (const key of blockKeys(candidate)) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
  }
  const seen = new Set<number>()
  for (const block of blocks.values()) {
    for (let i = 1; i < block.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [block[j]!, block[i]!]
        const pair = a * candidates.length + b
        if (a === b || seen.has(pair)) continue
        seen.add(pair)
        yield [a, b]
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
