/**
 * A blank printed as a grid of numbered boxes, without rules.
 *
 *       "7. Орнату және (немесе) өнімді пайдалану орны 8. Өнімді түпкі пайдалану"
 *       "15. Импорттаушы (түпкі пайдаланушы) … міндеттенеді."
 *       "17. Импорттаушы"
 *       "Т.А.Ә.                   Лауазымы"
 *
 * are the boxes 7 and 8 (fields), 15 (a statement) and 17 (who signs, with fields of its own).
 */
import {foldSpace} from '../tree.ts'
import {typeOf} from './field-type.ts'
import {setWidths} from './grid-rows.ts'
import {rowPrinted, type Row, type Slot} from './rows.ts'
import {readSignatureRow, signatureCaptions} from './signature-block.ts'

export interface Box {
  number: string
  text: string
  slot: Slot | null
  /** Rows of signature captions below the text. */
  rows: Row[]
  line: number
  /** The lines it is printed in, its number included. */
  printed: string[]
  /** Printed on one line with the box before, or right under it without a blank line: a cell of the same row. */
  linked: boolean
  /** Share of the line, 0-1. */
  width: number
}

const FEWEST_BOXES = 3
/** «… алдында.»: words that leave nothing to fill in. */
const STATEMENT = /\p{Ll}{2}\.$/u
const MOST_WORDS_OF_CAPTION = 25

/** Where the grid begins and ends in the rows, as [from, to); null where there is none. */
export function findGrid(rows: readonly Row[]): {from: number; to: number} | null {
  if (rows.some((row) => row.items.some((item) => item.kind === 'gap' && !('lost' in item)))) return null
  const from = rows.findIndex((row) => startsBox(row, 1))
  if (from === -1 || /:\s*$/u.test(from > 0 ? rowPrinted(rows[from - 1]!) : '')) return null
  let found = 0
  for (const row of rows.slice(from)) {
    for (let text = rowPrinted(row), cut = boxIn(text, found + 1); cut; cut = boxIn(text, found + 1)) {
      found++
      text = text.slice(cut.to)
    }
  }
  return found >= FEWEST_BOXES ? {from, to: rows.length} : null
}

function startsBox(row: Row, number: number): boolean {
  return (
    row.kind === 'words' &&
    row.marker !== null &&
    Number.parseInt(row.marker, 10) === number &&
    row.marker.endsWith('.') &&
    row.items.length > 0
  )
}

/** Where the box of this number begins in a line: [from, to) of its number. */
function boxIn(text: string, number: number): {from: number; to: number} | null {
  const found = new RegExp(`(?:^|\\s)${String(number)}\\. ?(?=\\p{Lu})`, 'u').exec(text)
  return found ? {from: found.index, to: found.index + found[0].length} : null
}

/** The boxes of a grid, in order. Rows of captions get their fields in place. */
export function readGrid(rows: readonly Row[]): Box[] {
  const boxes: Box[] = []
  for (const row of rows) {
    const captions = signatureCaptions(row)
    const open = boxes.at(-1)
    if (captions && open) {
      readSignatureRow(row, captions, foldSpace(`${open.number} ${open.text}`))
      open.rows.push(row)
      continue
    }
    let text = rowPrinted(row)
    let linked = row.gap === 0 && boxes.at(-1)?.rows.length === 0
    for (;;) {
      const next = String(boxes.length + 1)
      const cut = boxIn(text, boxes.length + 1)
      if (boxes.length > 0) addText(boxes.at(-1)!, cut ? text.slice(0, cut.from) : text)
      if (!cut) break
      boxes.push({number: `${next}.`, text: '', slot: null, rows: [], line: row.lines[0], printed: [], linked, width: 1})
      linked = true
      text = text.slice(cut.to)
    }
  }
  for (const box of boxes) {
    if (box.rows.length > 0 || STATEMENT.test(box.text) || box.text.split(' ').length > MOST_WORDS_OF_CAPTION) continue
    box.slot = {label: `${box.number} ${box.text}`, type: typeOf(box.text), line: box.line, name: ''}
  }
  setWidths(boxes)
  return boxes
}

function addText(box: Box, text: string): void {
  if (text.trim() !== '') box.printed.push(foldSpace(`${box.printed.length === 0 ? box.number : ''} ${text}`))
  box.text = foldSpace(`${box.text} ${text}`)
}
