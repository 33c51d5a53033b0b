/** Cuts the text of a point into paragraphs and items, each item with an anchor that is unique on the page. */
import type {Item, Point} from '../../parser/model/index.ts'
import {itemAnchor, pointAnchor} from '../urls.ts'

export type PointBlock =
  {kind: 'paragraph'; text: string} | {kind: 'item'; id: string; marker: string; nested: boolean; paragraphs: string[]}

export interface LaidPoint {
  id: string
  number: string
  blocks: PointBlock[]
}

/** «а)», «б)», «–»: markers of lists inside a numbered item. */
const INNER_MARKER = /^(?:\p{L}|[-–—•])/u
/** A paragraph that goes on with the sentence of the item before it: «бала тууға және …». */
const GOES_ON = /^[\p{Ll}«("–-]/u

/**
 * @param point a point as published: paragraphs and items of its text stand on lines of their own
 * @param taken ids already used on the page; the ids given here are added to it
 */
export function layoutPoint(point: Point, taken: Set<string>): LaidPoint {
  const id = claim(pointAnchor(point.number), taken)
  const blocks: PointBlock[] = []
  const waiting = [...point.items]
  let numbered = false
  for (const line of point.text.split('\n')) {
    const item = waiting[0]
    const text = item ? textAfterMarker(line, item) : null
    const last = blocks.at(-1)
    if (item && text !== null) {
      waiting.shift()
      const inner = INNER_MARKER.test(item.marker)
      blocks.push({
        kind: 'item',
        id: claim(itemAnchor(point.number, item.marker), taken),
        marker: item.marker,
        nested: inner && numbered,
        paragraphs: [text],
      })
      numbered ||= !inner
    } else if (last?.kind === 'item' && continues(last.paragraphs.at(-1) ?? '', line)) {
      last.paragraphs.push(line)
    } else if (line !== '') {
      blocks.push({kind: 'paragraph', text: line})
    }
  }
  return {id, number: point.number, blocks}
}

/** The item's text on this line, or null where the line does not open the item. */
function textAfterMarker(line: string, item: Item): string | null {
  if (!line.startsWith(item.marker)) return null
  const text = line.slice(item.marker.length).trim()
  return item.text.startsWith(text) ? text : null
}

/** A line after an item belongs to it where the item ends with a colon or the line goes on with its sentence. */
function continues(before: string, line: string): boolean {
  return before.endsWith(':') || (!before.endsWith('.') && GOES_ON.test(line))
}

function claim(id: string, taken: Set<string>): string {
  let free = id
  for (let copy = 2; taken.has(free); copy++) free = `${id}~${copy}`
  taken.add(free)
  return free
}
