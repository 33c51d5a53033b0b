/**
 * Receipts and slips: two copies on a sheet where they fit, one for the applicant and one that stays. Both copies share their fields:
 * what is typed into one stands in the other.
 */
import {PAGE_WIDTH} from '../pdf/page.ts'
import {Pager} from '../pdf/pager.ts'
import {GREY, LINE, STYLE} from '../pdf/style.ts'
import type {Area, Measure} from './lines.ts'

/** Room on both sides of the line to cut along. */
const CUT = 10
const DASH = 6

/** Height that something takes when it is set at the top of an empty sheet; Infinity where one sheet is not enough. */
function heightOf(set: (area: Area) => void, measure: Measure): number {
  const pager = new Pager(STYLE.margins)
  set({pager, x: pager.left, width: pager.width, measure})
  return pager.sheets.length > 1 ? Infinity : pager.y - STYLE.margins.top
}

/**
 * Sets two copies.
 *
 * @param variants ways to set a copy, the best first; the first that fits twice is taken, else the first that fits a sheet, each copy on
 *   its own
 */
export function setCopies(
  pager: Pager,
  measure: Measure,
  variants: readonly ((area: Area, copy: 'applicant' | 'office') => void)[],
  cut: string,
): void {
  const area: Area = {pager, x: pager.left, width: pager.width, measure}
  const room = pager.bottom - pager.y
  const half = (room - 2 * CUT) / 2
  const heights = variants.map((variant) =>
    heightOf((empty) => {
      variant(empty, 'applicant')
    }, measure),
  )
  const fitting = variants.find((_, index) => (heights[index] ?? Infinity) <= half)
  const chosen = fitting ?? variants.find((_, index) => (heights[index] ?? Infinity) <= room) ?? variants[0]
  if (!chosen) return
  const top = pager.y
  chosen(area, 'applicant')
  if (!fitting) pager.newSheet()
  else {
    // a slip is cut off right below; what fills its half is cut in the middle
    const line = Math.min(top + half, pager.y + 2 * CUT) + CUT
    setCut(pager, line, measure, cut)
    pager.y = line + CUT
  }
  chosen(area, 'office')
}

/** A dashed line over the whole sheet. */
function setCut(pager: Pager, y: number, measure: Measure, text: string): void {
  const size = 7
  const width = measure(text, size, 'regular')
  const middle = (PAGE_WIDTH - width) / 2
  for (let x = 15; x < PAGE_WIDTH - 15; x += 2 * DASH) {
    if (x + DASH > middle - 6 && x < middle + width + 6) continue
    pager.sheet.furniture.push({kind: 'rule', x1: x, y1: y, x2: x + DASH, y2: y, width: STYLE.hairline, color: LINE})
  }
  pager.sheet.furniture.push({kind: 'text', x: middle, y: y + 2.4, text, size, weight: 'regular', color: GREY})
}
