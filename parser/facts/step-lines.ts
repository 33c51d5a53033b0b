/**
 * The sentences of a point that belong to a step, each under the line that leads to it.
 *
 *     Құжаттарды қабылдау тікелей:⏎2) орталықта «кедергісіз» қызмет көрсету арқылы операциялық залда жүзеге асырылады.
 *     {lead: 'Құжаттарды қабылдау тікелей:', text: 'орталықта «кедергісіз» қызмет көрсету арқылы операциялық залда жүзеге асырылады'}
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Point, Step} from '../model/index.ts'
import {channelOpening} from './channel.ts'
import {bare, paragraphs, sentences} from './paragraphs.ts'

/** «мекенжай бойынша … тапсырылады: 010000, Астана қаласы, …»: the colon of an address leads to no list. */
const ENDS_WITH_COLON = /:$/u

/**
 * @param belongs whether a sentence, its look-alike letters folded, speaks of the step; an item under a line that leads on
 *   belongs where its lead or itself does
 */
export function stepsUnderLeads(point: Point | null, kind: Step['kind'], belongs: (folded: string) => boolean): Step[] {
  if (!point) return []
  const steps: Step[] = []
  let lead: string | null = null
  let inList = false
  for (const {text, marker, opensList} of paragraphs(point)) {
    // «1) сұрауды жіберген орталық қызметкерінен:» is an item whose semicolon was misprinted
    if (opensList && !(marker !== null && lead !== null)) {
      lead = text
      inList = false
      continue
    }
    if (marker !== null) inList = true
    // Under «Құжаттарды қабылдау тікелей:» an unmarked line is led to as well, until the list has begun.
    const led: boolean = lead !== null && (marker !== null || !inList)
    const words = sentences(text).filter((sentence) => belongs(foldLookAlikes(led ? `${lead ?? ''} ${sentence}` : sentence)))
    const own = led && marker === null ? words.filter((sentence) => belongs(foldLookAlikes(sentence))) : words
    if (own.length === 0) continue
    const said = bare(own.join(' ')).replace(ENDS_WITH_COLON, '')
    steps.push({
      kind,
      lead: led ? lead : null,
      text: said,
      channel: channelOpening(said),
      states: [],
      point: point.number,
    })
  }
  return steps
}
