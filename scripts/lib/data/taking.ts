/** Standards taken from the shelf. */
import type {OfficeRow, Standard} from '../../../parser/model/index.ts'
import {linkRows} from '../../../parser/register/links.ts'
import {withPaths} from './products.ts'
import type {Finished} from './shelved.ts'
import {fetchJson} from './workshop.ts'

/** Takes a standard down as it was parsed, with the offices of its rows. */
export function linked({text, offices}: Pick<Finished, 'text' | 'offices'>): Standard {
  let at = 0
  return linkRows(fetchJson<Standard>(text), (_: OfficeRow) => offices[at++] ?? null)
}

/** Takes a standard down as it is published. */
export const finished = ({text, offices, names}: Finished): Standard => withPaths(linked({text, offices}), names)
