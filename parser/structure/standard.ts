/** A standard: its notes, sections, points and annexes, out of the part that the outline cut. */
import type {Annex, Note, Section, Standard} from '../model/index.ts'
import {emptyFacts} from '../facts/empty.ts'
import {blockLines} from '../tree.ts'
import type {StandardPart} from './outline.ts'
import {toParagraphs, type Paragraph} from './paragraphs.ts'
import {isNote, readNote} from './note.ts'
import {missingNumbers, readPoints} from './point.ts'
import {findHeadings} from './section.ts'
import type {Reading} from './reading.ts'

const EXCLUDED = /алынып\s+таста|алып\s+таста/iu

export interface StandardReading {
  standard: Omit<Standard, 'id' | 'resolution' | 'ordinal' | 'legalStatus' | 'annexes'>
}

/** Reads a standard without its annexes. */
export function readStandard(part: StandardPart, reading: Reading): StandardReading['standard'] {
  const {root, words, file} = reading
  const paragraphs = toParagraphs(part.body, root.format, words, file)
  const notes: Note[] = []
  const text: Paragraph[] = []
  for (const paragraph of paragraphs) {
    if (isNote(paragraph.text)) notes.push(readNote(paragraph))
    else text.push(paragraph)
  }
  const headings = findHeadings(text)
  const headingAt = new Set(headings.map(({index}) => index))
  const body = text.filter((_, index) => !headingAt.has(index))
  const strict = root.format !== 'markdown'
  const {before, points} = readPoints(body, (paragraph) => !strict || paragraph.indent === 'indented')
  const status = points.length === 0 && notes.some((note) => note.effect === 'excluded' || EXCLUDED.test(note.text)) ? 'excluded' : 'included'
  const sections: Section[] = headings.map((heading, place) => {
    const first = text[heading.index]!
    const from = first.lines[0]
    const to = headings[place + 1] ? text[headings[place + 1]!.index]!.lines[0] - 1 : (text.at(-1)?.lines[1] ?? from)
    return {
      number: heading.number,
      title: heading.title,
      points: points.filter((point) => point.lines[0] > from && point.lines[0] <= to).map((point) => point.number),
      lines: [from, Math.max(from, points.filter((point) => point.lines[0] > from && point.lines[0] <= to).at(-1)?.lines[1] ?? from)],
    }
  })
  const lines = blockLines([...part.titleLines, ...part.body])
  const doubt = (line: number, rule: string, message: string) => file.message(message, {place: {line, column: 1}, ruleId: rule, source: 'structure'})
  if (status === 'included') {
    const missing = missingNumbers(points)
    if (missing.length > 0) doubt(points[0]?.lines[0] ?? lines[0], 'missing-points', `Points ${missing.join(', ')} of «${part.title}» were not found: a page may be lost, and text of theirs may stand in the point before.`)
    if (points.length === 0) doubt(lines[0], 'no-points', `«${part.title}» has no numbered points.`)
    else if (headings.length < 5) doubt(lines[0], 'missing-sections', `«${part.title}» has ${headings.length} section headings where a standard has five.`)
  }
  // Text between title and first point that is no note and no heading: keep it in view as a point without a number.
  if (before.length > 0 && status === 'included') {
    for (const paragraph of before) doubt(paragraph.lines[0], 'text-before-points', `Text before the first point: «${paragraph.text.slice(0, 80)}».`)
    points.unshift({number: '', text: before.map((paragraph) => paragraph.text).join('\n'), lines: [before[0]!.lines[0], before.at(-1)!.lines[1]], items: []})
  } else if (before.length > 0) {
    notes.push(...before.map((paragraph): Note => ({...readNote(paragraph)})))
  }
  return {title: part.title, status, lines, notes, sections, points, facts: emptyFacts()}
}

export type {Annex}
