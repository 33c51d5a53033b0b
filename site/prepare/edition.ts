/** Which wording of a standard is shown, and where its annexes are spoken of. */
import type {Resolution, Standard} from '../../parser/model/index.ts'

/** Notes with these effects leave no text to be an edition of. */
const ENDED = new Set(['repealed', 'excluded'])

/**
 * The date of the wording: that of the last act that changed the standard, or that of the resolution.
 *
 * @returns `YYYY-MM-DD`, and whether it is the first wording
 */
export function editionOf(standard: Pick<Standard, 'notes'>, resolution: Pick<Resolution, 'date'>): {date: string; original: boolean} {
  const dates = standard.notes.flatMap(({date, effect}) => (date === null || ENDED.has(effect) ? [] : [date]))
  const last = dates.sort().at(-1)
  return last === undefined || last <= resolution.date ? {date: resolution.date, original: true} : {date: last, original: false}
}

export interface Mention {
  point: string
  /** Marker of the item, null where the point itself speaks of it. */
  item: string | null
}

/** The first place that sends the reader to an annex: «осы стандартқа 3-қосымшаға сәйкес өтініш». */
export function annexMention(standard: Pick<Standard, 'points'>, annex: number): Mention | null {
  const name = new RegExp(`(?<!\\d)${String(annex)}\\s*-\\s*қосымша`, 'iu')
  for (const point of standard.points) {
    const item = point.items.find(({text}) => name.test(text))
    if (item) return {point: point.number, item: item.marker}
    if (name.test(point.text)) return {point: point.number, item: null}
  }
  return null
}
