/**
 * Lines without a tab among the cells of a web page printed as text: the rest of a cell, or the heading of what follows.
 *
 *       "\t8 (7162) 40-10-76" "" "8 (7162) 40-10-63"      "\t" "" "" "" "" "Алматы облысы уәкілетті ұйымның бөлімшелері" "\tр/с №"
 *
 * becomes one cell with two telephones; an empty cell and a heading.
 */
import type {Block, Line} from '../tree.ts'
import {joinLines, repairCell} from './cell-text.ts'
import {isHours, isNumberHeading, isRegionHeading} from './patterns.ts'

/** A cell with all the lines that belong to it. */
export interface TextCell {
  text: string
  lines: [number, number]
  /** Blank lines between the cell before and this one. */
  gap: number
  /** True where the source shows that cells were lost before this one. */
  damaged: boolean
  /** True where the tab itself was lost with them. */
  torn: boolean
  /** True for a line without a tab that heads a table or a group. */
  heading: boolean
}

/** One physical line of the table: the first of a cell, or one that may belong to the cell above. */
interface Piece {
  value: string
  number: number
  tab: boolean
  damaged: boolean
  /** A line without a tab that begins with one blank: the tab was lost. */
  torn: boolean
}

/** Puts the lines between cells where they belong: to the cell above, or before the header below as its heading. */
export function textCells(blocks: readonly Block[]): TextCell[] {
  const pieces = blocks.flatMap(toPieces)
  const cells: (TextCell & {values: string[]})[] = []
  let previousLine = pieces[0]?.number ?? 0
  pieces.forEach((piece, index) => {
    const gap = Math.max(0, piece.number - previousLine - 1)
    previousLine = Math.max(previousLine, piece.number)
    const above = cells.at(-1)
    const make = (heading: boolean) =>
      cells.push({
        text: '',
        values: [piece.value],
        lines: [piece.number, piece.number],
        gap,
        damaged: piece.damaged,
        torn: piece.torn,
        heading,
      })
    if (piece.tab || piece.torn) make(false)
    else if (!above || (headingStarts(pieces, index) && (headsTable(pieces, index) || headsGroup(pieces, index)))) make(true)
    else append(above, piece)
  })
  return cells.map(({values, ...cell}) => ({...cell, text: repairCell(joinLines(values))}))
}

function toPieces(block: Block): Piece[] {
  if (block.type === 'line') return [linePiece(block)]
  if (block.type === 'table') return []
  return block.children.flatMap((cell) => {
    const [first, ...rest] = cell.children
    const opens: Piece = {value: first?.value ?? '', number: cell.lines[0], tab: true, damaged: cell.damaged, torn: false}
    // A cell that begins below its own tab: the first line is content all the same.
    return [opens, ...rest.map((line) => ({value: line.value, number: line.number, tab: false, damaged: false, torn: false}))]
  })
}

function linePiece(line: Line): Piece {
  return {value: line.value, number: line.number, tab: false, damaged: false, torn: line.gap === 0 && /^ \S/u.test(line.raw)}
}

function append(cell: TextCell & {values: string[]}, piece: Piece): void {
  cell.values.push(piece.value)
  cell.lines[1] = piece.number
}

/** True where only lines without tabs stand between here and a header. */
function headsTable(pieces: readonly Piece[], index: number): boolean {
  for (let at = index; at < pieces.length; at++) {
    const piece = pieces[at]!
    if (!piece.tab) continue
    // «Р/с» and its «№» can stand on two lines.
    const next = pieces[at + 1]
    return isNumberHeading(piece.value) || (!!next && !next.tab && isNumberHeading(`${piece.value}${next.value}`))
  }
  return false
}

/** True where the next cell is the number of a group's first row: «1», «1.», «1)». */
function headsGroup(pieces: readonly Piece[], index: number): boolean {
  const next = pieces[index + 1]
  return isRegionHeading(pieces[index]!.value) && !!next?.tab && /^1[.)]{0,2}$/u.test(next.value.trim())
}

/** True for the line that begins the heading: set off by blank lines, or else naming a region. */
function headingStarts(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index]!
  const before = pieces[index - 1]
  const gap = before ? piece.number - before.number - 1 : 0
  return (gap >= 2 || isRegionHeading(piece.value)) && !isHours(piece.value) && /\p{L}{3}/u.test(piece.value)
}
