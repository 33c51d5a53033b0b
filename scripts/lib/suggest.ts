/** «Did you mean …?» for a mistyped name. */
import {editDistance} from '../../parser/language/edit-distance.ts'

/**
 * @param typed what was typed
 * @param known the names there are
 * @param prefix what to print before a name: `--` for options
 * @returns `; did you mean --json?`, or nothing where no name is near
 */
export function suggest(typed: string, known: readonly string[], prefix = ''): string {
  const near = known
    .map((name) => ({name, distance: name.startsWith(typed) && typed !== '' ? 0 : editDistance(typed.toLowerCase(), name)}))
    .filter(({name, distance}) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  const [best] = near
  return best ? `; did you mean ${prefix}${best.name}?` : ''
}

/** The names nearest to what was typed, the best first: those that begin with it, hold it, or differ by few letters. */
export function nearest(typed: string, known: readonly string[], most = 5): string[] {
  const wanted = typed.toLowerCase()
  if (wanted === '') return []
  return known
    .map((name) => {
      const lower = name.toLowerCase()
      const away = lower.startsWith(wanted) ? 0 : lower.includes(wanted) ? 1 : editDistance(wanted, lower)
      return {name, away}
    })
    .filter(({name, away}) => away <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({name}) => name)
}
