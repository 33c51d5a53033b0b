/** Standards with nothing in them but one office list each, for tests of the register. */
import type {OfficeGroup, Standard} from '../../parser/model/index.ts'

/** Rows are written as in a table: `name | address | telephones`, one a line. */
export interface List {
  resolution: string
  ordinal?: number
  heading?: string | null
  columns?: string[]
  rows: string
}

const COLUMNS = ['Орталықтардың атауы (филиалдар, бөлімдер, бөлімшелер)', 'Орналасқан мекенжайы', 'Байланыс деректері']

export function standardsOf(...lists: readonly List[]): Standard[] {
  return lists.map(({resolution, ordinal = 1, heading = '«Ақмола облысы бойынша ХҚО» РМК филиалы', columns = COLUMNS, rows}) => {
    const id = `${resolution}-${String(ordinal)}`
    const group: OfficeGroup = {
      heading,
      rows: rows
        .trim()
        .split('\n')
        .map((line, at) => ({
          number: String(at + 1),
          cells: line.split('|').map((cell) => cell.trim()),
          inherited: [],
          office: null,
          lines: [at + 1, at + 1],
        })),
    }
    return {
      id,
      resolution,
      ordinal,
      title: '',
      status: 'included',
      legalStatus: 'in-force',
      lines: [1, 1],
      notes: [],
      sections: [],
      points: [],
      facts: {} as Standard['facts'],
      annexes: [{id: `${id}/1`, number: 1, kind: 'offices', title: null, text: '', lines: [1, 1], columns, groups: [group]}],
    }
  })
}
