/**
 * Numbers of annexes and standards where the source has them wrong, twice or not at all.
 *
 *       1-қосымша, 2-қосымша, қосымша, 2-қосымша      printed
 *       1          2          3        4              published: each number once, what is printed kept where it can be
 *
 * What is printed is the first choice; a number that is printed already, or not at all, gives way to the next that
 * nothing else in the list claims.
 */

/** One number for each entry, all different. `printed` is null where the source names none. */
export function assignNumbers(printed: readonly (number | null)[]): number[] {
  const first = new Map<number, number>()
  printed.forEach((number, index) => {
    if (number !== null && number > 0 && !first.has(number)) first.set(number, index)
  })
  const taken = new Set(first.keys())
  const largest = Math.max(0, ...taken)
  const assigned: number[] = []
  printed.forEach((number, index) => {
    if (number !== null && first.get(number) === index) {
      assigned.push(number)
      return
    }
    let free = (assigned.at(-1) ?? 0) + 1
    // A place in the order where there is one, else behind all that are printed.
    if (taken.has(free)) free = largest + 1
    while (taken.has(free)) free++
    taken.add(free)
    assigned.push(free)
  })
  return assigned
}
