/**
 * Cells lost in the source of a web page printed as text: a blank stands before the tab where they were.
 *
 *       "\tЭлектрондық мемлекеттік қызметтер бөлімі"
 *       " \tПетропавловск қаласы, Қазақстан Конституциясы көшесі, 58"
 *
 * becomes a row with an empty telephone cell between the two. What is lost stays lost and is reported.
 */
import type {DraftGroup, Header} from './drafts.ts'
import {columnRole, isHours, isNumberCell, isPhoneCell, type ColumnRole} from './patterns.ts'
import {foldKey} from '../language/alphabet.ts'

/** «Петропавловск қаласы, … көшесі, 58», «Тараз қаласы, 5 шағын ауд., 24». */
const ADDRESS = /көше|к-сі|даңғ|(?:қаласы|ауылы|кенті|ауданы),|шағын\s?ауд|(?:^|\s)қ\.,/u

/** What a cell's own text says that it is; null where it says nothing. */
function roleOf(text: string): ColumnRole | null {
  const key = foldKey(text)
  if (isPhoneCell(text)) return 'phone'
  if (isHours(text)) return 'hours'
  if (ADDRESS.test(key)) return 'address'
  return null
}

/**
 * The column that a cell after a loss stands in, counted from `filled` cells of the row; null where it cannot belong to the
 * row: at least one cell is lost, so the very next column would mean that a whole row is.
 */
export function skipsCells(filled: number, header: Header, text: string): number | null {
  const roles: (ColumnRole | 'number')[] = header.cells.map(columnRole)
  if (header.numbered) roles[0] = 'number'
  const wanted = isNumberCell(text) ? 'number' : roleOf(text)
  const from = filled === 0 ? 0 : filled + 1
  if (wanted === null) return filled === 0 && header.numbered ? nameColumn(header, text) : null
  const column = roles.findIndex((role, index) => index >= from && role === wanted)
  return column === -1 ? null : column
}

/** A text column for a cell that begins a row late: the second one for a unit within the office, else the name. */
function nameColumn(header: Header, text: string): number {
  const roles = header.cells.map(columnRole)
  const names = roles.map((role, index) => (role === 'name' || role === 'other' ? index : -1)).filter((index) => index > 0)
  const unit = names.find((index) => /бөлім/u.test(foldKey(header.cells[index]!)) && index !== names[0])
  return unit !== undefined && /бөлімі?$/u.test(foldKey(text)) ? unit : (names[0] ?? 1)
}

/**
 * True where a number after a loss must be a head office whose heading is lost: «11.» in a table whose groups begin
 * «1.», «2.», … «10.», each under a heading that repeats the office's name.
 */
export function isLostHeading(number: string, groups: readonly DraftGroup[]): boolean {
  const here = /^(\d+)\.$/u.exec(number)?.[1]
  const headed = groups.filter((group) => group.heading !== null && group.rows.length > 0)
  if (here === undefined || headed.length === 0) return false
  const last = /^(\d+)\.$/u.exec(headed.at(-1)!.rows[0]!.number)?.[1]
  const repeats = headed.filter((group) => foldKey(group.rows[0]!.cells[0] ?? '') === foldKey(group.heading!)).length
  return last !== undefined && Number(here) === Number(last) + 1 && repeats * 2 > headed.length
}
