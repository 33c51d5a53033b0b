/** The official text of a standard in reading order: sections, points and notes of amendment. */
import type {Note, Standard} from '../../parser/model/index.ts'
import {sectionAnchor} from '../urls.ts'
import {layoutPoint} from './point-layout.ts'
import type {LaidPoint} from './point-layout.ts'

export type TextEntry = {kind: 'point'; point: LaidPoint} | {kind: 'note'; note: Note}

export interface TextSection {
  id: string | null
  number: number | null
  title: string | null
  entries: TextEntry[]
}

type Placed = {line: number; rank: number} & (
  {kind: 'section'; index: number} | {kind: 'point'; index: number} | {kind: 'note'; index: number}
)

/**
 * Sections, points and notes are merged by the line they begin at: a note stands after the point it follows in the
 * source. What comes before the first section is a section without a title.
 *
 * @param taken ids already used on the page; those given here are added
 */
export function officialText(standard: Pick<Standard, 'sections' | 'points' | 'notes'>, taken = new Set<string>()): TextSection[] {
  const {sections, points, notes} = standard
  const placed: Placed[] = [
    ...sections.map(({lines}, index): Placed => ({kind: 'section', index, line: lines[0], rank: 0})),
    ...points.map(({lines}, index): Placed => ({kind: 'point', index, line: lines[0], rank: 1})),
    ...notes.map(({lines}, index): Placed => ({kind: 'note', index, line: lines[0], rank: 2})),
  ]
  placed.sort((a, b) => a.line - b.line || a.rank - b.rank || a.index - b.index)

  const out: TextSection[] = []
  const current = (): TextSection => {
    const last = out.at(-1)
    if (last) return last
    const opening: TextSection = {id: null, number: null, title: null, entries: []}
    out.push(opening)
    return opening
  }
  for (const one of placed) {
    if (one.kind === 'section') {
      const section = sections[one.index]
      if (!section) continue
      let id = sectionAnchor(section.number)
      while (taken.has(id)) id += '~'
      taken.add(id)
      out.push({id, number: section.number, title: section.title, entries: []})
    } else if (one.kind === 'point') {
      const point = points[one.index]
      if (point) current().entries.push({kind: 'point', point: layoutPoint(point, taken)})
    } else {
      const note = notes[one.index]
      if (note) current().entries.push({kind: 'note', note})
    }
  }
  return out
}
