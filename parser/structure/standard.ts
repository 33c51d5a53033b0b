/** A standard: its notes, sections, points and annexes, out of the part that the outline cut. */
import type {Note, Point, Section, Standard} from '../model/index.ts'
import {emptyFacts} from '../facts/empty.ts'
import {blockLines} from '../tree.ts'
import type {StandardPart} from './outline.ts'
import {toParagraphs} from './paragraphs.ts'
import {readNote, takeNotes} from './note.ts'
import {splitLostPoints} from './lost-points.ts'
import {buildPoint, missingNumbers, readPoints, type PointReading} from './point.ts'
import {hasLastSection} from './cut-off.ts'
import {findHeadings} from './section.ts'
import type {Reading} from './reading.ts'

const EXCLUDED = /алынып\s+таста|алып\s+таста/iu
/** «Стандарттың күші жойылды - …»: the note speaks of the whole. */
const WHOLE_STANDARD = /^(?:осы\s+)?(?:стандарт\p{L}*)?$/iu
/** «6-тармақ алынып тасталды», «6, 7-тармақтар …» */
const POINTS_NAMED = /^(?<numbers>[\d\s,–-]+(?:және\s+\d+)?)-?\s*тарма[қғ]/iu

export interface StandardReading {
  standard: Omit<Standard, 'id' | 'resolution' | 'ordinal' | 'legalStatus' | 'annexes'>
}

/** Reads a standard without its annexes. */
export function readStandard(part: StandardPart, reading: Reading): StandardReading['standard'] {
  const {root, words, file} = reading
  const paragraphs = toParagraphs(part.body, root.format, words, file)
  const {notes, rest: text} = takeNotes(paragraphs)
  const headings = findHeadings(text)
  const headingAt = new Set(headings.map(({index}) => index))
  const body = text.filter((_, index) => !headingAt.has(index))
  const strict = root.format !== 'markdown'
  const lines = blockLines([...part.titleLines, ...part.body])
  const doubt = (line: number, rule: string, message: string) =>
    file.message(message, {place: {line, column: 1}, ruleId: rule, source: 'structure'})
  const read = readPoints(body, (paragraph) => !strict || paragraph.indent === 'indented')
  const {before} = read
  const points = restoreLostPoints(read, (line, message) => doubt(line, 'lost-point', message))
  const status = points.length === 0 && notes.some(takesAllOut) ? 'excluded' : 'included'
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
  if (status === 'included') {
    const excluded = new Set(
      notes.filter(({effect}) => effect === 'excluded' || effect === 'repealed').flatMap(({target}) => numbersNamed(target)),
    )
    const missing = missingNumbers(points).filter((number) => !excluded.has(number))
    if (missing.length > 0)
      doubt(
        points[0]?.lines[0] ?? lines[0],
        'missing-points',
        `Points ${missing.join(', ')} of «${part.title}» were not found: a page may be lost, and text of theirs may stand in the point before.`,
      )
    if (points.length === 0) doubt(lines[0], 'no-points', `«${part.title}» has no numbered points.`)
    else if (!hasLastSection(headings))
      doubt(lines[0], 'missing-sections', `«${part.title}» has ${headings.length} section headings where a standard has five.`)
  }
  // Text between title and first point that is no note and no heading: keep it in view as a point without a number.
  if (before.length > 0 && status === 'included') {
    for (const paragraph of before)
      doubt(paragraph.lines[0], 'text-before-points', `Text before the first point: «${paragraph.text.slice(0, 80)}».`)
    points.unshift({
      number: '',
      text: before.map((paragraph) => paragraph.text).join('\n'),
      lines: [before[0]!.lines[0], before.at(-1)!.lines[1]],
      items: [],
    })
  } else if (before.length > 0) {
    notes.push(...before.map((paragraph): Note => ({...readNote(paragraph)})))
  }
  return {title: part.title, status, lines, notes, sections, points, facts: emptyFacts()}
}

/** True for a note by which the act lost the whole standard. */
function takesAllOut({effect, target, text}: Note): boolean {
  return effect === 'excluded' || EXCLUDED.test(text) || (effect === 'repealed' && WHOLE_STANDARD.test(target))
}

/** «6, 7-тармақтар» → 6, 7 */
function numbersNamed(target: string): number[] {
  const list = POINTS_NAMED.exec(target)?.groups?.numbers ?? ''
  return [...list.matchAll(/\d+/gu)].map(([number]) => Number(number))
}

/** Points, with those that lost their beginnings in a gap told from the point before it. */
function restoreLostPoints({points, paragraphs}: PointReading, doubt: (line: number, message: string) => void): Point[] {
  return points.flatMap((point, index) => {
    const number = Number.parseInt(point.number, 10)
    const next = Number.parseInt(points[index + 1]?.number ?? '', 10)
    if (!(next > number + 1)) return [point]
    const {own, lost} = splitLostPoints(paragraphs[index]!, number, next)
    if (lost.length === 0) return [point]
    for (const part of lost) {
      const [first] = part.paragraphs
      doubt(
        first!.lines[0],
        `«${first!.text.slice(0, 80)}» stands behind point ${point.number} without a number, and reads like point ${part.number}, whose beginning is lost: it is published as such.`,
      )
    }
    return [buildPoint(point.number, own), ...lost.map((part) => buildPoint(part.number, part.paragraphs))]
  })
}
