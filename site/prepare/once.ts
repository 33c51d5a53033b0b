/**
 * Work that does not depend on the language is done once, not once a language: the result is kept for as long as what it was made from.
 *
 * @param make a pure function of its first argument, an object that nobody changes, and of others that are compared by identity
 * @returns the same function; who calls it must not change what it returns
 */
export function oncePer<Key extends object, Rest extends unknown[], Result>(
  make: (key: Key, ...rest: Rest) => Result,
): (key: Key, ...rest: Rest) => Result {
  const made = new WeakMap<Key, {rest: Rest; result: Result}[]>()
  return (key, ...rest) => {
    const known = made.get(key) ?? []
    const same = known.find((one) => one.rest.every((value, i) => value === rest[i]))
    if (same) return same.result
    const result = make(key, ...rest)
    made.set(key, [...known, {rest, result}])
    return result
  }
}
