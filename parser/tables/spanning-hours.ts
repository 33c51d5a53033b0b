/**
 * Working hours that cover many rows and are printed once, beside any of them, alone on a line, or again at the top of a page.
 *
 *       "13\tЗеренді …\t8-716-32-2-24-72"  "демалыс және мереке күндерін қоспағанда, …"  "14\tҚорғалжын …\t8-716-37-2-23-34"
 *
 * becomes rows 13 and 14 with the same hours, listed as inherited where they were not printed.
 */
import {hoursColumn, pad, type DraftGroup} from './drafts.ts'
import {isHours, isTornHours} from './patterns.ts'
import type {TableContext} from './types.ts'

/** Hours as printed at one place of the group. */
interface Print {
  /** First row the print can cover. */
  from: number
  text: string
  /** True where the print is the cell of row `from`. */
  inRow: boolean
}

/** A torn-off end of hours begins like this: «13 желтоқсандағы …», «түскі үзіліс …», «9-00 – 18-00». */
const CONTINUES = /^[\d\p{Ll}]/u
/** «13-00 - 14- 00», «13: 00»: a time of day torn by a line wrap. */
const TORN_CLOCK = /(?<=\d[-:]) (?=\d\d(?!\d))/gu
/** «демалыс және мереке күндерін …», «дс. – жм. сағ. …»: how printed hours begin. */
const BEGINS = /^(?:демалыс|мереке|(?:дс|сс|ср|бс|жм|сб)[.,\s]|аптасына|күн\s+сайын|сағат|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі)/iu

/**
 * Fills the hours column of a group. `centred`: hours stand in the middle of the rows they cover (Markdown from PDF),
 * so a single print covers the group from its first row; otherwise they stand at the first row they cover.
 * Returns the source lines of rows whose printed hours are torn: they keep their part as printed.
 */
export function spreadHours(group: DraftGroup, centred: boolean): number[] {
  const column = hoursColumn(group)
  if (column === -1 || group.rows.length === 0) return []
  for (const row of group.rows)
    row.cells = pad(row.cells, group.columns.length).map((cell, index) => (index === column ? tidy(cell) : cell))
  for (const loose of group.looseHours) loose.text = tidy(loose.text)
  const torn = group.rows.filter(
    (row) =>
      (isHours(row.cells[column]!) || BEGINS.test(row.cells[column]!)) &&
      (isTornHours(row.cells[column]!) || isTornEnd(row.cells[column]!)),
  )
  spread(group, column, centred)
  return torn.map((row) => row.lines[0])
}

function spread(group: DraftGroup, column: number, centred: boolean): void {
  const prints = printsOf(group, column)
  const printed = prints.filter((print) => print.inRow && !isTornEnd(print.text)).length
  // Where most rows have hours of their own, an empty cell is an empty cell.
  if (prints.length === 0 || (printed > 1 && printed * 2 > group.rows.length)) return
  const chained = chainTorn(prints)
  if (centred && prints.length === 1) {
    const text = prints[0]!.text
    group.rows.forEach((row, index) => {
      row.cells[column] = text
      if (index > 0) row.inherited.push(column)
    })
    return
  }
  let next = 0
  let text = chained[0]!.text
  group.rows.forEach((row, index) => {
    while (next < chained.length && chained[next]!.from <= index) text = chained[next++]!.text
    // Hours printed beside a later row cover the rows from the first on: there they begin, and the later row inherits them.
    const coversAbove = index > 0 && index === chained[0]!.from
    if (row.cells[column] !== '' && !coversAbove) return
    if (row.cells[column] === '') row.cells[column] = text
    if (index > 0) row.inherited.push(column)
  })
}

/** Says which rows show only a part of their working hours. */
export function reportTornHours(lines: readonly number[], context: TableContext): void {
  for (const line of lines)
    context.report('tables/torn-hours', 'Working hours are torn in the source; the row keeps the part printed in it', line, 'info')
}

function tidy(text: string): string {
  return text.replace(TORN_CLOCK, '')
}

function isTornEnd(text: string): boolean {
  return CONTINUES.test(text) && !BEGINS.test(text)
}

function printsOf(group: DraftGroup, column: number): Print[] {
  const prints: Print[] = []
  group.rows.forEach((row, index) => {
    for (const loose of group.looseHours) if (loose.before === index) prints.push({from: index, text: loose.text, inRow: false})
    const text = row.cells[column]!
    if (text !== '') prints.push({from: index, text, inRow: true})
  })
  for (const loose of group.looseHours)
    if (loose.before >= group.rows.length) prints.push({from: loose.before, text: loose.text, inRow: false})
  return prints
}

/** Hours torn by a page break are one text for the rows that inherit them; the rows they are printed in keep their part. */
function chainTorn(prints: readonly Print[]): Print[] {
  const chained = prints.map((print) => ({...print}))
  for (let at = 0; at < chained.length; at++) {
    const parts = [chained[at]!.text]
    let end = at
    while (end + 1 < chained.length && isTornHours(parts.at(-1)!) && isTornEnd(chained[end + 1]!.text)) {
      parts.push(chained[++end]!.text)
    }
    if (end === at) continue
    const whole = parts.join(' ')
    for (let index = at; index <= end; index++) chained[index]!.text = whole
    at = end
  }
  return chained
}
