/** Which wording of a standard is shown, and where its annexes are spoken of. */
import type {Standard} from '../../parser/model/index.ts'

export {editionOf} from '../../templates/wording.ts'

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
