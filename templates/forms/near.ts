/** Names that a mistyped one may have been meant for. */
import {editDistance} from '../../parser/language/edit-distance.ts'

/** At most this many are named. */
const MOST = 3

/**
 * @param typed what was typed
 * @param known the names there are
 * @returns the nearest, best first; none where nothing is near
 */
export function nearNames(typed: string, known: readonly string[]): string[] {
  const folded = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')
  return known
    .map((name) => ({name, far: folded !== '' && name.startsWith(folded) ? 0 : editDistance(folded, name)}))
    .filter(({name, far}) => far <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({name}) => name)
}
