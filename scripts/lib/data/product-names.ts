/** What files that are made from annexes are called. */

/** Names of files for annexes; to be asked for one after the other, in the order of the data. */
export function productNames(): (annex: string) => string {
  const taken = new Set<string>()
  return (annex) => unique(annex.replaceAll('/', '-'), taken)
}

/** Two annexes may carry one number in a damaged source: the second becomes «…-2». */
function unique(name: string, taken: Set<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}-${String(count)}`
  taken.add(candidate)
  return candidate
}
