/** Other names of an office: how the lists write it. */
import {foldKey, foldLookAlikes} from '../../parser/language/alphabet.ts'
import type {Office} from '../../parser/model/index.ts'

export interface OtherName {
  name: string
  /** Annexes whose lists write it so. */
  annexes: string[]
  /** What alone sets it apart from the name shown: Latin letters that look like Kazakh ones, or signs and capitals. */
  only: 'latin' | 'signs' | null
}

/** Names in the lists that differ from the one shown, the most frequent first. */
export function otherNames({name: shown, appearances}: Pick<Office, 'name' | 'appearances'>): OtherName[] {
  return [...Map.groupBy(appearances, ({name}) => name)]
    .filter(([name]) => name !== shown && name !== '')
    .map(([name, list]) => ({
      name,
      annexes: list.map(({annex}) => annex),
      only:
        foldLookAlikes(name) === foldLookAlikes(shown) ? ('latin' as const) : foldKey(name) === foldKey(shown) ? ('signs' as const) : null,
    }))
    .sort((a, b) => b.annexes.length - a.annexes.length)
}
