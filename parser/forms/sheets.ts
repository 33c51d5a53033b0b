/**
 * The sheets and sides of a blank.
 *
 *       "Сыртқы жағы"                              the other side of the sheet
 *       "Қазақстан Республикасының кепілдік міндеттемесі"   a second title: another paper
 *
 * Each has its own title, and boxes numbered from 1.
 */
import {OTHER_SIDE, squeezed} from './kazakh-terms.ts'
import {rowPrinted, type Row} from './rows.ts'
import {findTitle} from './title.ts'

export interface Sheet {
  /** «Сыртқы жағы»; empty for a new paper without such words; null for the first sheet. */
  side: string | null
  addressee: Row[]
  title: Row[]
  body: Row[]
}

/** Cuts the rows of an annex into sheets, in order; nothing is dropped. */
export function readSheets(rows: readonly Row[], title?: string): Sheet[] {
  const sheets: Sheet[] = []
  let rest = [...rows]
  let side: string | null = null
  while (rest.length > 0) {
    const turn = rest.findIndex((row) => row.kind !== 'table' && OTHER_SIDE.test(squeezed(rowPrinted(row))))
    const page = turn === -1 ? rest : rest.slice(0, turn)
    cutPapers(page, side, sheets.length === 0 ? title : undefined, sheets)
    if (turn === -1) break
    side = rowPrinted(rest[turn]!)
    rest = rest.slice(turn + 1)
  }
  return sheets
}

function cutPapers(page: readonly Row[], side: string | null, title: string | undefined, sheets: Sheet[]): void {
  let rows = page
  let mark = side
  let known = title
  while (rows.length > 0 || mark !== null) {
    const span = findTitle(rows, known) ?? {from: 0, to: 0}
    const after = rows.slice(span.to)
    const second = span.to === 0 ? null : findTitle(after)
    // A second title at once under the first is a subtitle of it.
    const end = second && second.from > 0 ? second.from : after.length
    sheets.push({side: mark, addressee: rows.slice(0, span.from), title: rows.slice(span.from, span.to), body: after.slice(0, end)})
    rows = after.slice(end)
    if (rows.length === 0) return
    mark = ''
    known = undefined
  }
}
