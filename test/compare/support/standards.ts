import {emptyFacts} from '../../../parser/facts/empty.ts'
import type {OfficeRow, Point, Resolution, Standard} from '../../../parser/model/index.ts'

export const NO_FACTS = emptyFacts()

const NOWHERE: [number, number] = [0, 0]
const ITEM = /^(\S+\))\s(.*)$/u
const POINT = /^(\d+(?:-\d+)?)\.\s(.*)$/su

/** A point out of its printed text: «11. …\n1) …». */
export function pointOf(text: string): Point {
  const [, number = '', body = ''] = POINT.exec(text) ?? []
  const items = body.split('\n').flatMap((line) => {
    const [, marker = '', own = ''] = ITEM.exec(line) ?? []
    return marker === '' ? [] : [{marker, text: own, lines: NOWHERE}]
  })
  return {number, text: body, items, lines: NOWHERE}
}

export interface Table {
  columns: string[]
  groups: {heading: string | null; rows: [number: string, office: string | null, ...cells: string[]][]}[]
}

/** A standard out of the printed text of its points and, if wanted, a list of offices as its first annex. */
export function standardOf(points: readonly string[], table?: Table, id = '2012-1-1'): Standard {
  return {
    id,
    resolution: id.replace(/-\d+$/u, ''),
    ordinal: 1,
    title: 'Бала тууға және бала күтімі бойынша жәрдемақылар тағайындау',
    status: 'included',
    legalStatus: 'in-force',
    lines: NOWHERE,
    notes: [],
    sections: [],
    points: points.map(pointOf),
    facts: NO_FACTS,
    annexes: table
      ? [
          {
            id: `${id}/1`,
            number: 1,
            kind: 'offices',
            title: 'Халыққа қызмет көрсету орталықтарының тізбесі',
            text: '',
            lines: NOWHERE,
            columns: table.columns,
            groups: table.groups.map(({heading, rows}) => ({
              heading,
              rows: rows.map(([number, office, ...cells]): OfficeRow => ({number, office, cells, inherited: [], lines: NOWHERE})),
            })),
          },
        ]
      : [],
  }
}

/** A resolution with nothing of its own but its standards. */
export function resolutionOf(standards: string[]): Resolution {
  return {
    id: '2012-1',
    number: '1',
    date: '2012-01-05',
    title: 'Мемлекеттік қызмет стандарттарын бекіту туралы',
    kind: 'resolution',
    signatory: null,
    status: 'in-force',
    repealedBy: null,
    notes: [],
    preamble: '',
    points: [],
    attachments: [],
    standards,
    amendments: [],
    source: {file: 'act.md', format: 'markdown', sha256: '', lines: NOWHERE},
  }
}
