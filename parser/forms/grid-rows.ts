/**
 * Which boxes of a grid stand side by side. The source prints the cells of a row one after another; where their lines are broken tells.
 *
 *       "1. Импорттаушы (заңды және нақты мекенжайы,"        broken after half a line: the box is half as wide as the sheet,
 *       "телефоны)"                                          and «2. Импорттаушы ел» stands beside it
 *       "2. Импорттаушы ел"
 *
 * Side by side are boxes printed on one line or without a blank line between; and a box whose text is broken early, with the next
 * one, as long as their words fit one line together.
 */
import type {Box} from './grid.ts'

/** What a box takes of a line, in characters; `most` is null where its text is not broken. */
interface Measure {
  least: number
  most: number | null
}

/** Lines of a box that is certainly filled to its edge. */
const FULL_LINES = 3
/** A box broken before this share of the line is no box of its own row. */
const NARROW = 0.8
const QUARTER_DOUBT = 0.06
/** Room at the sides of a box, in characters. */
const PADDING = 2

/** Sets `width` of each box: its share of the row it stands in. */
export function setWidths(boxes: readonly Box[]): void {
  const full = Math.max(0, ...boxes.filter((box) => box.printed.length >= FULL_LINES).flatMap((box) => box.printed.map(length)))
  for (let from = 0; from < boxes.length;) {
    const to = full > 0 ? rowEnd(boxes, from, full) : linkedEnd(boxes, from)
    const row = boxes.slice(from, to)
    const shares = full > 0 ? sharesOf(row, full) : row.map(() => 1 / row.length)
    row.forEach((box, index) => (box.width = shares[index] ?? 1))
    from = to
  }
}

const length = (text: string): number => [...text].length

/** The boxes linked to the one at `from`, as an end index. */
function linkedEnd(boxes: readonly Box[], from: number): number {
  let to = from + 1
  while (boxes[to]?.linked === true) to++
  return to
}

function measure(box: Box): Measure {
  const lengths = box.printed.map(length)
  const bounds = box.printed.slice(1).map((line, index) => (lengths[index] ?? 0) + 1 + length(line.split(' ')[0] ?? ''))
  return {least: Math.max(0, ...lengths), most: bounds.length > 0 ? Math.max(Math.min(...bounds), ...lengths) : null}
}

function rowEnd(boxes: readonly Box[], from: number, full: number): number {
  const widths = boxes.map(measure)
  const isNarrow = (index: number): boolean => {
    const most = widths[index]?.most ?? null
    return most !== null && most < NARROW * full
  }
  const room = (until: number): number => widths.slice(from, until).reduce((sum, {least}) => sum + least + PADDING, 0)
  // who signs needs the whole line
  const isWide = (start: number, end: number): boolean => boxes.slice(start, end).some((box) => box.rows.length > 0)
  let to = from + 1
  while (to < boxes.length) {
    const next = boxes[to]?.linked === true ? to + 1 : linkedEnd(boxes, to)
    const narrow = Array.from({length: next - from}, (_, offset) => from + offset).some(isNarrow)
    if ((!narrow && boxes[to]?.linked !== true) || isWide(from, next) || room(next) > full) break
    to = next
  }
  return to
}

/** Rows of one grid share their upright lines: shares near halves and quarters of the line are those. */
function onQuarters(shares: readonly number[]): number[] | null {
  const quarters = shares.map((share) => Math.round(share * 4) / 4)
  const near = quarters.every((quarter, index) => quarter > 0 && Math.abs(quarter - (shares[index] ?? 0)) <= QUARTER_DOUBT)
  return near && quarters.reduce((sum, quarter) => sum + quarter, 0) === 1 ? quarters : null
}

/** Boxes whose text is broken take the width that breaks it so; the others share the rest. */
function sharesOf(row: readonly Box[], full: number): number[] {
  if (row.length === 1) return [1]
  const widths = row.map(measure)
  const known = widths.map(({least, most}) => (most === null ? null : (least + most) / 2 / full))
  const rest = 1 - known.reduce<number>((sum, share) => sum + (share ?? 0), 0)
  const open = known.filter((share) => share === null).length
  const even = widths.every(({least, most}) => most !== null || least / full <= rest / open)
  const words = widths.reduce((sum, {least, most}) => sum + (most === null ? least : 0), 0)
  const shares = widths.map(({least}, index) => known[index] ?? (even ? rest / open : (rest * least) / words))
  const sum = shares.reduce((total, share) => total + share, 0)
  return onQuarters(shares.map((share) => share / sum)) ?? shares.map((share) => Math.round((share / sum) * 1000) / 1000)
}
