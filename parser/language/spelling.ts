/**
 * How likely a string of letters is as a word of the language: a letter model (four letters wide) learned from words.
 * It prices words that no vocabulary holds («шағымдануға» is dear but possible, «ғымдан» dearer).
 */

/** Marks the beginning and the end of a word in the model. */
const EDGE = '|'
/** Letters of context. */
const WIDTH = 3
/** Odds of a letter never seen at all. */
const ALPHABET = 60

export interface Spelling {
  /** Cost (natural logarithm of odds) of `next` after `context`; the context begins with «|» at the start of a word. */
  cost(context: string, next: string): number
}

export {EDGE, WIDTH}

/** Learns the model from words in lower case. */
export function learnSpelling(words: Iterable<string>): Spelling {
  const followers = new Map<string, Map<string, number>>()
  const totals = new Map<string, number>()
  for (const word of words) {
    const framed = `${EDGE}${word}${EDGE}`
    for (let at = 1; at < framed.length; at++) {
      const next = framed.charAt(at)
      for (let from = Math.max(0, at - WIDTH); from <= at; from++) {
        const context = framed.slice(from, at)
        let counts = followers.get(context)
        if (counts === undefined) followers.set(context, (counts = new Map()))
        counts.set(next, (counts.get(next) ?? 0) + 1)
        totals.set(context, (totals.get(context) ?? 0) + 1)
      }
    }
  }
  // Witten-Bell smoothing: a context gives way to the shorter one in the measure of how many letters follow it.
  const odds = (context: string, next: string): number => {
    const shorter = context === '' ? 1 / ALPHABET : odds(context.slice(1), next)
    const counts = followers.get(context)
    const total = totals.get(context)
    if (counts === undefined || total === undefined) return shorter
    return ((counts.get(next) ?? 0) + counts.size * shorter) / (total + counts.size)
  }
  const memory = new Map<string, number>()
  return {
    cost(context, next) {
      const key = context + next
      let cost = memory.get(key)
      if (cost === undefined) memory.set(key, (cost = -Math.log(odds(context, next))))
      return cost
    },
  }
}
