/** Lines of a point and the anchors of the items they open. */
import {itemAnchor} from '../urls.ts'

/** «1)», «б)», «–»: what stands before the text of an item. */
const MARKER = /^(?:[^\s()]{1,6}\)|[-–—•])/u

/** The marker a line opens with; empty where it opens no item. */
export function markerOf(line: string): string {
  return MARKER.exec(line)?.[0] ?? ''
}

/**
 * Anchors by place of the line, in the order of the lines, named as `layoutPoint` names them: a marker that comes again in a point
 * gets a number.
 *
 * @param places of the lines that open an item
 */
export function itemAnchors(number: string, lines: readonly string[], places: readonly number[]): Map<number, string> {
  const taken = new Set<string>()
  return new Map(
    places.map((place) => {
      const id = itemAnchor(number, markerOf(lines[place] ?? ''))
      let free = id
      for (let copy = 2; taken.has(free); copy++) free = `${id}~${String(copy)}`
      taken.add(free)
      return [place, free]
    }),
  )
}
