/** Chance that gives the same for the same seed. */
import {generator} from '../random.ts'

export interface Dice {
  /** True in this share of throws. */
  chance(share: number): boolean
  /** A whole number from `from` to `to`, both of them possible. */
  number(from: number, to: number): number
  pick<T>(choices: readonly T[]): T
  /** Some of the choices, all different, in an order of their own. */
  some<T>(choices: readonly T[], count: number): T[]
}

/** @param seed any text: what is thrown for it depends on nothing else */
export function diceOf(seed: string): Dice {
  let hash = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
  const next = generator(hash)
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)]!
  return {
    chance: (share) => next() < share,
    number: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick,
    some(choices, count) {
      const left = [...choices]
      return Array.from({length: Math.min(count, left.length)}, () => left.splice(Math.floor(next() * left.length), 1)[0]!)
    },
  }
}
