/**
 * Who may receive a service.
 *
 *     Мемлекеттік қызмет жеке тұлғаларға – мемлекеттік атаулы әлеуметтік көмек алушыларға (бұдан әрі – мемлекеттік қызмет алушылар) көрсетіледі.
 *     жеке тұлғаларға – мемлекеттік атаулы әлеуметтік көмек алушыларға
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Point} from '../model/index.ts'
import {bare} from './paragraphs.ts'

const LEAD = /^мемлекеттік\s+қызмет(?:ті)?(?:\s+көрсету)?[\s:–—-]*/iu
/** «(бұдан әрі – мемлекеттік қызмет алушы)»: the name the text gives them. */
const ABBREVIATION = /\s*\(бұдан\s+әрі\s*[-–—]\s*(?=[^)]{0,200}(?:алушы|тұтынушы|беруші|иесі))[^)]{0,300}\)/iu
const VERB = /[\s,]*(?:көрсетіледі|ұсынылады|беріледі)[\s.;]*$/iu

/** The recipients, in the words of the point; lists keep their line feeds. */
export function readRecipients(point: Point | null): string | null {
  if (!point) return null
  let text = point.text
  for (const pattern of [LEAD, ABBREVIATION, VERB]) {
    const match = pattern.exec(foldLookAlikes(text))
    if (match) text = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  }
  return bare(text) || null
}
