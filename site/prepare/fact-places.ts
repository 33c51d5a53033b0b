/** Where in the official text an answer stands: its point, and the item where the words are found in one. */
import {pointAnchor} from '../urls.ts'
import type {TextSection} from './official-text.ts'
import type {LaidPoint} from './point-layout.ts'

export interface FactPlace {
  /** Anchor on the page of the standard. */
  anchor: string
  point: string
  /** Marker of the item; null where the words stand in none, or in several. */
  item: string | null
}

export type PlaceFinder = (point: string | null | undefined, text?: string) => FactPlace | null

/** How many letters two texts must share from the start to be the same words. */
const ENOUGH = 24

/**
 * A function that finds the place of an answer. A line that has been given once is given again only where no other has
 * the words: lists for several cases repeat them, and answers are asked for in the order of the text.
 */
export function placeFinder(sections: readonly TextSection[]): PlaceFinder {
  const points = new Map<string, LaidPoint>()
  for (const {entries} of sections) {
    for (const entry of entries) if (entry.kind === 'point' && !points.has(entry.point.number)) points.set(entry.point.number, entry.point)
  }
  const given = new Set<string>()
  return (number, text) => {
    if (number === null || number === undefined || number === '') return null
    const point = points.get(number)
    const plain: FactPlace = {anchor: point?.id ?? pointAnchor(number), point: number, item: null}
    if (!point || text === undefined) return plain
    const wanted = plainText(text)
    const lines = point.blocks.flatMap((block) =>
      block.kind === 'item' ? block.paragraphs.map((paragraph, at) => ({item: block, paragraph, key: `${block.id} ${String(at)}`})) : [],
    )
    const same = lines.filter(({paragraph}) => sameWords(plainText(paragraph), wanted))
    const line = same.find(({key}) => !given.has(key)) ?? same[0]
    if (!line) return plain
    given.add(line.key)
    const {item} = line
    return {anchor: item.id, point: number, item: item.marker}
  }
}

/** A fact is its item without the marks at the end, or a part from its beginning or its end. */
function sameWords(paragraph: string, wanted: string): boolean {
  if (wanted === '' || paragraph === '') return false
  if (paragraph === wanted) return true
  return wanted.length >= ENOUGH && (paragraph.startsWith(wanted.slice(0, ENOUGH)) || paragraph.endsWith(wanted))
}

function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<![\s.,;:])[\s.,;:]+$/u, '')
    .trim()
}

export interface ValuesOfPoint<Value> {
  /** Null where the data do not say. */
  point: string | null
  values: Value[]
}

/** Telephones or addresses by the point that first names them, in the order of the text. */
export function byPoint<Value>(values: readonly Value[], points: readonly string[] = []): ValuesOfPoint<Value>[] {
  const groups: ValuesOfPoint<Value>[] = []
  for (const [at, value] of values.entries()) {
    const point = points[at] ?? null
    const group = groups.find((one) => one.point === point)
    if (group) group.values.push(value)
    else groups.push({point, values: [value]})
  }
  return groups
}
