/**
 * Texts for what people read and cannot ask: printed sheets, workbooks, summaries.
 *
 *       {title: 'төлем\u202eсіз'}     {title: 'төлем⟨U+202E⟩сіз'}
 *
 * In the data, and in what is read back from a file, texts stay as they were published or typed.
 */
import {legible, revealed} from '../parser/language/hidden-characters.ts'
import type {AnnexContext} from './wording.ts'

type Brackets = readonly [string, string]

/** Those that the fonts of the forms have, for printing and for typing. */
export const PRINTED: Brackets = ['‹', '›']

/** Values that somebody typed, with all signs: what stands in a field is what is seen there. */
export const typedIn = <Value>(values: Value): Value => textsIn(values, (text) => revealed(text, PRINTED)) as Value

/** A comparison, with all signs. */
export const revealedIn = <Value>(value: Value): Value => textsIn(value, (text) => revealed(text)) as Value

/** The same value, its texts as they are read; what needs no sign comes back as it is, not as a copy. */
export const legibleIn = <Value>(value: Value, brackets?: Brackets): Value => textsIn(value, (text) => legible(text, brackets)) as Value

/** An annex and what is said of its standard, as they are read. */
export function legibleContext<Context extends AnnexContext>(context: Context, brackets?: Brackets): Context {
  const {annex, standard} = context
  return {...context, annex: legibleIn(annex, brackets), standard: {...standard, title: legible(standard.title, brackets)}}
}

function textsIn(value: unknown, of: (text: string) => string): unknown {
  if (typeof value === 'string') return of(value)
  if (Array.isArray(value)) {
    const parts = value.map((part) => textsIn(part, of))
    return parts.some((part, at) => part !== value[at]) ? parts : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const changed = entries.map(([key, part]): [string, unknown] => [key, textsIn(part, of)])
  return changed.some(([, part], at) => part !== entries[at]?.[1]) ? Object.fromEntries(changed) : value
}
