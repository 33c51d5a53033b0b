/**
 * Section headings of a standard: «1. Жалпы ережелер», «2. Мемлекеттік қызмет көрсету тәртібі».
 *
 * They look like points. A heading is short, ends without a mark, is not set as running text, and is the next
 * section: its words or the numbers around it tell.
 */
import type {Paragraph} from './paragraphs.ts'
import {POINT_NUMBER} from './paragraphs.ts'
import {squeeze} from './keys.ts'

/** The sections that a standard has, in order, by the words their headings share. */
const SECTIONS = [
  /^жалпыереже/u,
  /^мемлекеттікқызмет(?:ті|терді|тің)?көрсету/u,
  /^жұмысқағидат|^жұмыспринцип/u,
  /^жұмыс(?:тың)?нәтиже/u,
  /^шағымдан?у/u,
  /^байланыс/u,
]
/** Sections that stand under another number where one before them is left out, or more are added. */
const LATER_SECTIONS = /^(?:жұмысқағидат|жұмыспринцип|жұмыс(?:тың)?нәтиже|шағымдану|байланысақпарат)|шағымданутәртібі$|өзгеталаптар$/u
const LONGEST_HEADING = 90
const ENDS_LIKE_TEXT = /[.;:,]$/u

export interface Heading {
  index: number
  number: number
  title: string
}

/** Finds the headings among the paragraphs of a standard. */
export function findHeadings(paragraphs: readonly Paragraph[]): Heading[] {
  const headings: Heading[] = []
  paragraphs.forEach((paragraph, index) => {
    const match = POINT_NUMBER.exec(paragraph.text)
    if (!match || paragraph.table || paragraph.indent === 'indented') return
    const title = paragraph.text.slice(match[0].length)
    const number = Number(match[1])
    const last = headings.at(-1)?.number ?? 0
    if (title.length > LONGEST_HEADING || ENDS_LIKE_TEXT.test(title) || number <= last) return
    const key = squeeze(title)
    const known = (SECTIONS[number - 1]?.test(key) ?? false) || (number === last + 1 && LATER_SECTIONS.test(key))
    // Known words may skip a heading that was lost; other words must be the next section.
    if (known || (number === last + 1 && (paragraph.indent === 'flush' ? opensSection : partsPoints)(paragraphs, index, number)))
      headings.push({index, number, title})
  })
  return headings
}

/**
 * A heading with other words in a source that does not tell headings from text: it stands between two points that follow
 * each other, 19 and 20, and its own number is none that could stand there.
 */
function partsPoints(paragraphs: readonly Paragraph[], index: number, number: number): boolean {
  const next = paragraphs[index + 1]
  const following = next && !next.table ? POINT_NUMBER.exec(next.text)?.[1] : undefined
  if (following === undefined || ENDS_LIKE_TEXT.test(paragraphs[index]!.text) || !ENDS_LIKE_TEXT.test(next!.text)) return false
  const before = paragraphs.slice(0, index).findLast(({text, table}) => !table && POINT_NUMBER.test(text))
  const last = before ? Number.parseInt(before.text, 10) : 0
  return Number(following) === last + 1 && (number === 1 ? last === 0 : number < last)
}

/** A heading with other words: a numbered paragraph of running text follows, and its number is not the heading's successor. */
function opensSection(paragraphs: readonly Paragraph[], index: number, number: number): boolean {
  const next = paragraphs[index + 1]
  const following = next ? POINT_NUMBER.exec(next.text)?.[1] : undefined
  return following !== undefined && next?.indent === 'indented' && Number(following) >= number
}
