/**
 * What a person holds in hand in the end.
 *
 *     Көрсетілетін мемлекеттік қызметтің нәтижесі әскери қызмет өткергенін растау туралы анықтама беру … болып табылады.
 *     әскери қызмет өткергенін растау туралы анықтама беру …
 */
import type {Point} from '../model/index.ts'
import {bare, paragraphs} from './paragraphs.ts'

const LEAD = /^[^:\n]{0,70}?қызмет\S*(?:\s+көрсету\S*)?\s+нәтижес\p{L}*\s*[:–—-]?\s*(?:мыналар(?!\p{L}))?:?\s*/iu
const VERB = /[\s,]*болып\s+табылады[\s.;]*$/iu

/** The results, one for each item; a point without items has one result for each paragraph. */
export function readResult(point: Point | null): string[] {
  if (!point) return []
  const results: string[] = []
  let pending = ''
  for (const [at, {text, folded, marker}] of paragraphs(point).entries()) {
    const lead = at === 0 && marker === null ? (LEAD.exec(folded)?.[0].length ?? 0) : 0
    const verb = VERB.exec(folded)?.index ?? text.length
    const part = text.slice(lead, Math.max(lead, verb)).trim()
    if (part === '') continue
    // «1) уәкілетті ұйым бөлімшесінде немесе орталықта:» goes with the line under it.
    if (/:$/u.test(part)) {
      pending = at === 0 ? '' : `${part} `
      if (at === 0 && bare(part).length > 40) results.push(bare(part))
      continue
    }
    results.push(pending + bare(part))
    pending = ''
  }
  return results
}
