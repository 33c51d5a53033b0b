/** What an act prints, in order, whatever the format: the step between the published model and the four renderers. */
import {dateOf} from '../../../parser/language/months.ts'
import type {Annex, Inline, LayoutBlock, Note, OfficeRow, Point, Resolution, Standard} from '../../../parser/model/index.ts'

export interface ActModel {
  resolution: Resolution
  standards: Standard[]
}

/** A cell of a printed table; `rows` and `columns` are spans. */
export interface PrintedCell {
  text: string
  columns?: number
  rows?: number
  /** Covered by a cell above that spans rows. */
  covered?: boolean
}

export type Printed =
  /** Title of the page and of the act, its status, the line that names it. */
  | {type: 'title' | 'status' | 'requisites'; text: string}
  /** Running text: a point, an item, a note of amendment. `number` for a point's first paragraph, `last` for its last. */
  | {type: 'paragraph'; text: string; note?: boolean; item?: boolean}
  | {type: 'signature'; office: string; role: string; name: string}
  /** Right-aligned lines: the stamp over a standard, the caption over an annex, the addressee of a blank. */
  | {type: 'stamp' | 'caption' | 'addressee'; lines: string[]}
  | {type: 'standard-title' | 'annex-title'; lines: string[]}
  | {type: 'section'; text: string}
  | {type: 'offices' | 'indicators'; rows: PrintedCell[][]}
  /** A line of a blank, as wide as it is; `indented` opens a paragraph. */
  | {type: 'blank-line'; text: string; indented: boolean}

const TITLE_WIDTH = 58
const CAPTION_WIDTH = 44
const RULE_WIDTH = 69
const GOVERNMENT = 'Қазақстан Республикасы Үкіметінің'

/** The act as it is printed. */
export function printAct({resolution, standards}: ActModel): Printed[] {
  return [...printResolution(resolution), ...standards.flatMap((standard) => printStandard(standard, resolution))]
}

/** Lines of at most `width` characters, broken at blanks. */
export function wrap(text: string, width: number, firstWidth = width): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const limit = lines.length === 0 ? firstWidth : width
    if (line !== '' && line.length + 1 + word.length > limit) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

function printResolution(resolution: Resolution): Printed[] {
  const {repealedBy} = resolution
  const repeal = repealedBy ? ` Күші жойылды - ${GOVERNMENT} ${dateOf(repealedBy.date)} № ${repealedBy.number} қаулысымен` : ''
  const afterHead = resolution.notes.filter((note) => noteTarget(note) === 'head')
  const afterPreamble = resolution.notes.filter((note) => noteTarget(note) === 'preamble')
  return [
    {type: 'title', text: resolution.title},
    ...(repealedBy ? [{type: 'status', text: 'Күшін жойған'} as const] : []),
    {type: 'requisites', text: `${GOVERNMENT} ${dateOf(resolution.date)} № ${resolution.number} Қаулысы.${repeal}`},
    ...afterHead.map(printNote),
    ...paragraphsOf(resolution.preamble),
    ...afterPreamble.map(printNote),
    ...resolution.points.flatMap((point) => printPoint(point, resolution.notes)),
    ...(resolution.signatory ? [printSignature(resolution.signatory)] : []),
  ]
}

/** The office stands on a line of its own over the role: «Қазақстан Республикасының» ⏎ «Премьер-Министрі   К. Мәсімов» */
function printSignature({role, name}: NonNullable<Resolution['signatory']>): Printed {
  const at = role.lastIndexOf(' ')
  return {type: 'signature', office: role.slice(0, at), role: role.slice(at + 1), name}
}

function printStandard(standard: Standard, resolution: Resolution): Printed[] {
  const printed: Printed[] = [
    {
      type: 'stamp',
      lines: ['Қазақстан Республикасы', 'Үкіметінің', dateOf(resolution.date), `№ ${resolution.number} қаулысымен`, 'бекітілген'],
    },
    {type: 'standard-title', lines: wrap(`«${standard.title}» мемлекеттік қызмет стандарты`, TITLE_WIDTH)},
    ...standard.notes.filter((note) => noteTarget(note) === 'head').map(printNote),
  ]
  for (const point of standard.points) {
    const section = standard.sections.find(({points}) => points[0] === point.number)
    if (section) printed.push({type: 'section', text: `${section.number}. ${section.title}`})
    printed.push(...printPoint(point, standard.notes))
  }
  for (const annex of standard.annexes) {
    printed.push({
      type: 'caption',
      lines: [...wrap(`«${standard.title}» мемлекеттік қызмет стандартына`, CAPTION_WIDTH), `${annex.number}-қосымша`],
    })
    printed.push(...printAnnex(annex))
  }
  return printed
}

function printPoint(point: Point, notes: readonly Note[]): Printed[] {
  return [...paragraphsOf(`${point.number}. ${point.text}`), ...notes.filter((note) => noteTarget(note) === point.number).map(printNote)]
}

/** A note stands under what it speaks of: a point, the preamble, or else the title. */
function noteTarget(note: Note): string {
  return /^(\d+)-тарма/u.exec(note.target)?.[1] ?? (/^кіріспе/iu.test(note.target) ? 'preamble' : 'head')
}

function printNote(note: Note): Printed {
  return {type: 'paragraph', text: note.text, note: true}
}

function paragraphsOf(text: string): Printed[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({type: 'paragraph', text: line, item: /^\d+\) /u.test(line)}))
}

function printAnnex(annex: Annex): Printed[] {
  const title: Printed[] = annex.title ? [{type: 'annex-title', lines: wrap(annex.title, TITLE_WIDTH)}] : []
  if (annex.kind === 'offices') return [...title, {type: 'offices', rows: officeRows(annex)}]
  if (annex.kind === 'indicators') return [...title, {type: 'indicators', rows: indicatorRows(annex)}]
  // The title stands over the blank, unless the layout says where («… бастығына» ⏎ «Өтініш»).
  const layout = annex.layout ?? []
  const first = layout.some((block) => block.type === 'title') ? [] : title
  return [...first, ...layout.flatMap((block) => (block.type === 'title' ? title : printBlock(block)))]
}

function officeRows(annex: Annex): PrintedCell[][] {
  const columns = annex.columns ?? []
  const rows: PrintedCell[][] = [
    ['Р/с №', ...columns].map((text) => ({text})),
    ['1', ...columns.map((_, at) => String(at + 2))].map((text) => ({text})),
  ]
  for (const group of annex.groups ?? []) {
    if (group.heading !== null) rows.push([{text: group.heading, columns: columns.length + 1}])
    group.rows.forEach((row, at) => {
      const cells = row.cells.map((text, column): PrintedCell => {
        // Hours torn over two cells are whole where they are inherited: a cell of their own in the print.
        const covers = (below: OfficeRow | undefined) =>
          below !== undefined && below.inherited.includes(column) && below.cells[column] === text
        if (row.inherited.includes(column) && group.rows[at - 1]?.cells[column] === text) return {text, covered: true}
        const next = group.rows.slice(at + 1).findIndex((below) => !covers(below))
        const covered = next === -1 ? group.rows.length - at - 1 : next
        return covered > 0 ? {text, rows: covered + 1} : {text}
      })
      rows.push([{text: row.number}, ...cells])
    })
  }
  return rows
}

function indicatorRows(annex: Annex): PrintedCell[][] {
  const columns = annex.columns ?? []
  const rows: PrintedCell[][] = [columns.map((text) => ({text}))]
  let group = ''
  for (const indicator of annex.indicators ?? []) {
    if (indicator.group !== group) rows.push([{text: indicator.group, columns: columns.length}])
    group = indicator.group
    rows.push([`${indicator.code}. ${indicator.label}`, indicator.normative, indicator.target, indicator.current].map((text) => ({text})))
  }
  return rows
}

function printBlock(block: LayoutBlock): Printed[] {
  switch (block.type) {
    case 'addressee':
      return [{type: 'addressee', lines: block.lines.flatMap(blankLines)}]
    case 'paragraph':
    case 'signature':
      return blankLines(block.content).map((text, at) => ({
        type: 'blank-line',
        text,
        indented: at === 0 && (block.type === 'signature' || block.indent),
      }))
    case 'item':
      return blankLines(block.content).map((text, at) => ({
        type: 'blank-line',
        text: at === 0 ? `${block.marker} ${text}` : text,
        indented: at === 0,
      }))
    case 'rules':
      return [...Array<string>(block.count).fill('_'.repeat(RULE_WIDTH)), ...(block.caption ? [block.caption] : [])].map((text) => ({
        type: 'blank-line',
        text,
        indented: false,
      }))
    case 'note':
      return [{type: 'blank-line', text: block.text, indented: true}]
    default:
      throw new Error(`a block of type ${block.type} is not printed yet`)
  }
}

/** A line of a blank with its gaps drawn, and the captions under them on lines of their own. */
function blankLines(content: readonly Inline[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of content) {
    if (part.type === 'text') {
      line += part.value
      continue
    }
    line += '_'.repeat(part.width > 0 ? part.width : Math.max(3, RULE_WIDTH - line.length))
    if (part.caption) {
      lines.push(line, part.caption)
      line = ''
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
