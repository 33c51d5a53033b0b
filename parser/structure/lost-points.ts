/**
 * What is left of points whose beginning was lost with a page.
 *
 *       4. … туралы толық ақпарат:          point 4, then the page is lost with the beginnings of points 5 to 9
 *       1) уәкілетті органның интернет-ресурстарында;
 *       Порталдың жұмыс кестесі – тәулік бойы.       speaks of working hours: it is the end of point 9
 *       10. Мемлекеттік қызмет: …
 *
 * Only where numbers are missing: a paragraph without a marker that opens like a later point, by the order all
 * standards share, begins that point; what follows it goes with it.
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import {ITEM_MARKER, type Paragraph} from './paragraphs.ts'

/** The usual number of a point, and how its paragraphs open; only what no other point says. */
const OPENINGS: {number: number; pattern: RegExp}[] = [
  // «Көрсетілетін мемлекеттік қызметтің нысаны: ішінара автоматтандырылған.»
  {number: 2, pattern: /^[^\n]{0,60}нысаны\s*[:–-][^\n]*автоматтандырыл/iu},
  // «Мемлекеттік қызмет туралы ақпарат:»
  {number: 4, pattern: /^мемлекеттік\s+қызмет[^\n]{0,60}туралы\s+(?:толық\s+)?ақпарат/iu},
  // «Мемлекеттік қызмет көрсетудің нәтижесі …»
  {number: 5, pattern: /^(?:көрсетілетін\s+|көрсетілген\s+)?мемлекеттік\s+қызмет\p{L}*(?:\s+көрсету\p{L}*)?\s+нәтижес\p{L}*/iu},
  // «Мемлекеттік қызмет көрсету мерзімдері:»
  {number: 7, pattern: /^мемлекеттік\s+қызмет\p{L}*\s+көрсету\p{L}*\s+(?:шект?і\s+)?мерзім/iu},
  // «Мемлекеттік қызмет тегін көрсетіледі.»
  {number: 8, pattern: /^мемлекеттік\s+қызмет\p{L}*(?:\s+алушы\p{L}*)?\s+(?:тегін|ақылы|ақысыз)/iu},
  // «Жұмыс кестесі:», «Порталдың жұмыс кестесі – тәулік бойы.»
  {number: 9, pattern: /^(?:\p{L}+\s+){0,3}жұмыс\s+кестесі/iu},
  // «Мемлекеттік қызметті алу үшін … мынадай құжаттарды …»
  {number: 11, pattern: /^мемлекеттік\s+қызметті\s+алу\s+үшін(?=[^\n]*(?:құжат|мыналар))[^\n]*:$/iu},
  // «Мемлекеттік қызмет көрсетуден бас тарту …»
  {number: 16, pattern: /^мемлекеттік\s+қызмет\p{L}*\s+көрсетуден\s+бас\s+тарт/iu},
  // «Қызмет дөрекі көрсетілген жағдайда шағым …»
  {number: 22, pattern: /^[^\n]{0,60}дөрекі[^\n]*шағым/iu},
]

export interface LostPoint {
  number: string
  paragraphs: Paragraph[]
}

/**
 * Parts the paragraphs of a point before a gap. The first part is the point's own; the others are points that lost
 * their beginnings.
 *
 * @param number the point's own number
 * @param next the number after the gap
 */
export function splitLostPoints(paragraphs: readonly Paragraph[], number: number, next: number): {own: Paragraph[]; lost: LostPoint[]} {
  const own: Paragraph[] = []
  const lost: LostPoint[] = []
  let last = Math.floor(number)
  paragraphs.forEach((paragraph, index) => {
    const opened = index === 0 || paragraph.table || ITEM_MARKER.test(paragraph.text) ? null : openedPoint(paragraph.text)
    if (opened !== null && opened > last && opened < next) {
      lost.push({number: String(opened), paragraphs: [paragraph]})
      last = opened
    } else (lost.at(-1)?.paragraphs ?? own).push(paragraph)
  })
  return {own, lost}
}

function openedPoint(text: string): number | null {
  const folded = foldLookAlikes(text)
  return OPENINGS.find(({pattern}) => pattern.test(folded))?.number ?? null
}
