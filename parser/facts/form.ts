/**
 * How far a service is automated.
 *
 *     Көрсетілетін мемлекеттік қызмет нысаны: ішінара автоматтандырылған.
 *     partial, «ішінара автоматтандырылған»
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Facts, Point} from '../model/index.ts'

/** The fuller wording first: «автоматтандырылған» alone means fully. */
const FORMS: readonly (readonly [RegExp, Facts['form']])[] = [
  [/ішінара\s+автоматтандырылған/iu, 'partial'],
  [/(?:толық|толығымен)\s+автоматтандырылған/iu, 'full'],
  [/автоматтандырылмаған/iu, 'none'],
  [/автоматтандырылған/iu, 'full'],
]

/** The form from the point that states it, and its words. */
export function readForm(point: Point | null): Pick<Facts, 'form' | 'formText'> {
  if (!point) return {form: null, formText: null}
  const folded = foldLookAlikes(point.text)
  const found = FORMS.map(([pattern, form]) => ({form, match: pattern.exec(folded)}))
    .filter((candidate) => candidate.match !== null)
    .sort((a, b) => a.match!.index - b.match!.index)[0]
  if (!found?.match) return {form: null, formText: null}
  return {form: found.form, formText: point.text.slice(found.match.index, found.match.index + found.match[0].length)}
}
