/**
 * Differences that a reader does not see, or that say nothing: look-alike letters, spaces, quotation marks, dashes, case.
 *
 *     орталықта – мемлекеттiк қызмет «Халыққа …» республикалық
 *     орталықта - мемлекеттік қызмет “Халыққа …” Республикалық
 */
import {foldKey} from '../language/alphabet.ts'

/** A space that parts no figures: «№ 5» and «№5» are one, «2 1» and «21» are not. */
const LOOSE_SPACE = /(?<!\d) | (?!\d)/gu
/** «интернет-ресурс» and «интернет ресурс», «№ 8-үй» and «№ 8 үй»; «1-2» keeps its hyphen. */
const LOOSE_HYPHEN = /(?<=[\p{L}\d])-(?=\p{L})/gu

const keys = new Map<string, string>()
/** Texts come again in every table; more than so many are forgotten. */
const MOST_KEYS = 50_000

/** A key that two texts share where they differ typographically at most. */
export function typographicKey(text: string): string {
  let key = keys.get(text)
  if (key === undefined) {
    key = foldKey(text).replace(LOOSE_SPACE, '').replace(LOOSE_HYPHEN, '')
    if (keys.size >= MOST_KEYS) keys.clear()
    keys.set(text, key)
  }
  return key
}
