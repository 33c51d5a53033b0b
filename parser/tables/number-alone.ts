/**
 * A row split over two lines with its number alone on the first.
 *
 *       "11" ⏎ "«Мүсірепов атындағы ауданының ТКШ … бөлімі» ММ\tНовоишимское а., Абылайхан к-сі\t2-16-86"
 *       "3\t\t\t\t" ⏎ "\tСандықтау ауданының мұрағаты\tБалкашино ауылы, Абылайхан к-сі, 119\t9-16-76"
 *
 * becomes one row 11, and one row 3: not the rest of the row before, and no office without a name.
 */
import type {DraftRow} from './drafts.ts'
import {isHours, isNumberCell} from './patterns.ts'

/** «11», «11.», «1.11)»: the last number, and what stands around it. */
const LAST_NUMBER = /^(.*?)(\d{1,3})([.)]{0,2})$/u

/**
 * True for a number that comes right after the last of these rows, or begins a list. Any other number alone on a line may be
 * the rest of a cell: «көшесі,» ⏎ «26».
 */
export function isNextNumber(text: string, rows: readonly DraftRow[]): boolean {
  if (!isNumberCell(text)) return false
  const here = LAST_NUMBER.exec(text)!
  const above = rows.findLast((row) => row.number !== '')
  if (!above) return Number(here[2]) === 1
  const before = LAST_NUMBER.exec(above.number)
  return before !== null && before[1] === here[1] && before[3] === here[3] && Number(here[2]) === Number(before[2]) + 1
}

/** True for the cells of a row, not of a heading or of hours, that do not begin with a number. */
export function lacksNumber(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '')
  return filled.length >= 2 && !isNumberCell(texts[0] ?? '') && !filled.every((text) => isHours(text)) && /\p{L}/u.test(filled[0]!)
}

/** True for a row with a number and nothing else. */
export function isNumberAlone(row: DraftRow): boolean {
  return row.number !== '' && row.cells.every((cell) => cell === '')
}
