/**
 * Numbered points and their items.
 *
 *       "      8. Мемлекеттік қызмет тегін көрсетіледі."
 *       "      9. Жұмыс кестесі:"
 *       "      1) уәкілетті органда – аптасына бес күн …;"
 *
 * The numbers of an act rise by one. Of all numbered paragraphs the longest such chain is taken, so that a list
 * «1., 2., 3.» inside a point is not mistaken for points, and a lost page leaves a gap that is reported.
 */
import type {Item, Point} from '../model/index.ts'
import {ITEM_MARKER, POINT_NUMBER, type Paragraph} from './paragraphs.ts'

export interface PointReading {
  /** Paragraphs before the first point. */
  before: Paragraph[]
  points: Point[]
  /** The paragraphs of each point. */
  paragraphs: Paragraph[][]
}

interface Candidate {
  index: number
  /** As printed: «11», «11-1». */
  label: string
  /** «11-1» counts as 11.01: after 11, before 12. */
  number: number
}

function numberOf(label: string): number {
  const [whole, inserted] = label.split('-')
  return Number(whole) + Number(inserted ?? 0) / 100
}

/** What a point in the chain is worth, and what a missing number costs. */
const LINK = 10
const MISSING = 3

/** Cuts paragraphs into points. `accept` says which numbered paragraphs may open a point. */
export function readPoints(paragraphs: readonly Paragraph[], accept: (paragraph: Paragraph) => boolean = () => true): PointReading {
  const candidates: Candidate[] = []
  paragraphs.forEach((paragraph, index) => {
    const label = POINT_NUMBER.exec(paragraph.text)?.[1]
    if (label && !paragraph.table && accept(paragraph)) candidates.push({index, label, number: numberOf(label)})
  })
  const chain = longestChain(candidates)
  const before = paragraphs.slice(0, chain[0]?.index ?? paragraphs.length)
  const parts = chain.map(({index}, place) => paragraphs.slice(index, chain[place + 1]?.index ?? paragraphs.length))
  const points = chain.map(({label}, place) => buildPoint(label, parts[place]!))
  return {before: [...before], points, paragraphs: parts}
}

function longestChain(candidates: readonly Candidate[]): Candidate[] {
  const score: number[] = []
  const back: number[] = []
  let best = -1
  candidates.forEach(({number}, to) => {
    const inserted = !Number.isInteger(number)
    score[to] = inserted ? -Infinity : LINK - MISSING * (number - 1)
    back[to] = -1
    for (let from = 0; from < to; from++) {
      const before = candidates[from]!.number
      const step = Math.floor(number) - Math.floor(before)
      // A point that was inserted stands behind the one it is named after.
      if (inserted ? step !== 0 || number <= before : step < 1) continue
      const value = score[from]! + LINK - MISSING * Math.max(0, step - 1)
      if (value > score[to]!) {
        score[to] = value
        back[to] = from
      }
    }
    if (best === -1 || score[to]! > score[best]!) best = to
  })
  const chain: Candidate[] = []
  for (let at = best; at >= 0; at = back[at]!) chain.unshift(candidates[at]!)
  return chain
}

/** A point out of its paragraphs; the first begins with the number. */
export function buildPoint(number: string, paragraphs: readonly Paragraph[]): Point {
  const texts = paragraphs
    .map((paragraph, index) => (index === 0 ? paragraph.text.replace(POINT_NUMBER, '') : paragraph.text))
    .filter(Boolean)
  const items: Item[] = []
  paragraphs.forEach((paragraph, index) => {
    const text = index === 0 ? paragraph.text.replace(POINT_NUMBER, '') : paragraph.text
    const marker = ITEM_MARKER.exec(text)
    if (marker) items.push({marker: `${marker[1]})`, text: text.slice(marker[0].length), lines: paragraph.lines})
  })
  return {number, text: texts.join('\n'), lines: [paragraphs[0]?.lines[0] ?? 0, paragraphs.at(-1)?.lines[1] ?? 0], items}
}

/** Numbers that are missing between the first and the last point. */
export function missingNumbers(points: readonly Point[]): number[] {
  const numbers = points.map((point) => Number.parseInt(point.number, 10))
  const missing: number[] = []
  for (let number = 1; number < (numbers.at(-1) ?? 0); number++) if (!numbers.includes(number)) missing.push(number)
  return missing
}
