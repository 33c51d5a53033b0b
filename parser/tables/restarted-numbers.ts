/**
 * A region's part of the list whose heading is not printed: the numbers of the rows begin again.
 *
 *       "Алматы қаласы:"  "1)\t…Орталық мемлекеттік мұрағаты" … "7)\tТүрксіб аудандық мұрағаты"  "1)\tАқмола облысының мемлекеттік мұрағаты"
 *
 * becomes the group «Алматы қаласы:» with rows 1) to 7), and a group without a heading.
 */
import type {DraftGroup} from './drafts.ts'

/** «7)», «7.», «7»: the number and its style. */
const NUMBER = /^(\d{1,3})([.)]*)$/u

/** Cuts groups where their numbering begins again; only in a list that has headings, for elsewhere all rows are one group. */
export function splitRestarts(groups: readonly DraftGroup[]): DraftGroup[] {
  if (!groups.some((group) => group.heading !== null)) return [...groups]
  return groups.flatMap(splitGroup)
}

function splitGroup(group: DraftGroup): DraftGroup[] {
  const parts: DraftGroup[] = [{...group, rows: []}]
  let last = {value: 0, style: ''}
  for (const row of group.rows) {
    const match = NUMBER.exec(row.number)
    if (match) {
      const [value, style] = [Number(match[1]), match[2]!]
      // «1.» and «1)» below it are a head office and its first unit, not a new beginning.
      if (value === 1 && style === last.style && last.value > 1) parts.push({...group, heading: null, rows: []})
      last = {value, style}
    }
    parts.at(-1)!.rows.push(row)
  }
  return parts
}
