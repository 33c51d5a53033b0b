import {framed, use} from '../reads.ts'
import type {Frame} from '../reads.ts'

/**
 * Work that does not depend on the language is done once, not once a language: the result is kept for as long as what it was made from.
 * What the work has read of the data counts as read by every page that gets the result.
 *
 * @param make a pure function of its first argument, an object that nobody changes, and of others that are compared by identity
 * @param kept how many keys are remembered: few for large results, as the pages of one thing in all languages come after one
 *   another (`inEveryLocale`)
 * @returns the same function; who calls it must not change what it returns
 */
export function oncePer<Key extends object, Rest extends unknown[], Result>(
  make: (key: Key, ...rest: Rest) => Result,
  kept = Infinity,
): (key: Key, ...rest: Rest) => Result {
  const made = new WeakMap<Key, {rest: Rest; result: Result; frame: Frame}[]>()
  const latest: Key[] = []
  return (key, ...rest) => {
    const known = made.get(key) ?? []
    let one = known.find((other) => other.rest.every((value, i) => value === rest[i]))
    if (!one) {
      one = {rest, ...framed(() => make(key, ...rest))}
      if (kept !== Infinity && known.length === 0 && latest.push(key) > kept) made.delete(latest.shift() ?? key)
      made.set(key, [...known, one])
    }
    use(one.frame)
    return one.result
  }
}
