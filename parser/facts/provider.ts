/**
 * Who provides a service.
 *
 *     Мемлекеттік қызметті мекенжайлары осы стандартқа 1-қосымшада көрсетілген … аумақтық органдары (бұдан әрі – уәкілетті орган) ұсынады.
 *     … аумақтық органдары
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Point} from '../model/index.ts'
import {bare} from './paragraphs.ts'

/** «Мемлекеттік қызметті», ««…» мемлекеттік қызмет стандарты (бұдан әрі – мемлекеттік қызмет)» */
const LEAD = /^(?:[«"][^»"]*[»"]\s*)?мемлекеттік\s+қызмет\S*(?:\s+көрсету\S*)?(?:\s+стандарты)?(?:\s*\([^)]*\))?[\s,:–—-]*/iu
/** «(тізбесі,) мекенжайлары осы стандартқа 1, 2-қосымшаларда көрсетілген»: where the addresses are. */
const ADDRESSES =
  /^(?:тізбесі,\s*)?мекенжай\S*(?:\s+мен\s+телефон\S*)?(?:\s+тізбесі)?\s+осы\s+стандартқа\s+[\d\s,және-]+-?қосымша\S*\s+(?:сәйкес\s+)?көрсетілген\s+/iu
/** «010000, Астана қаласы, … мекенжайы бойынша орналасқан», «мемлекеттік қызмет алушының тұрғылықты жері бойынша» */
const PLACE =
  /^(?:\d{6},[\s\S]*?мекенжай\S*\s+бойынша(?:\s+орналасқан)?|мемлекеттік\s+қызмет\S*\s+алушының\s+тұрғылықты\s+жері\s+бойынша)\s+/iu
/** What follows the name: the abbreviation, other ways, the verb. */
const AFTER =
  /\s*\(бұдан\s+әрі|,\s*(?:сондай-ақ|сонымен\s+(?:қатар|бірге))|\s+(?:баламасыз\s+негізде|тарапынан|арқылы|көрсетеді|ұсынады|жүзеге\s+асырады|көрсетіледі)(?!\p{L})/iu

/** The name of the provider from the first paragraph of the point; null where the point names none. */
export function readProvider(point: Point | null): string | null {
  const first = point?.text.split('\n')[0]
  if (!first) return null
  const lead = LEAD.exec(foldLookAlikes(first))?.[0].length ?? 0
  let name = first.slice(lead)
  for (const pattern of [ADDRESSES, PLACE]) name = name.slice(pattern.exec(foldLookAlikes(name))?.[0].length ?? 0)
  const end = AFTER.exec(foldLookAlikes(name))?.index ?? name.length
  return bare(name.slice(0, end)) || null
}
