/**
 * Rows and groups of an office table while they are being read: what the format readers (html-text, markdown, html)
 * yield and the steps after them repair, before `finishTable` makes the published shape.
 */
import {foldKey} from '../language/alphabet.ts'
import type {OfficeGroup} from '../model/index.ts'
import {columnRole, isNumberCell, isNumberHeading} from './patterns.ts'
import {splitRestarts} from './restarted-numbers.ts'
import type {OfficeTable} from './types.ts'

export interface DraftRow {
  /** As printed in the number column; '' where there is none. */
  number: string
  /** The columns after the number column; as many as the group has columns, or fewer. */
  cells: string[]
  /** Indexes in `cells` that come from a cell spanning rows. */
  inherited: number[]
  lines: [number, number]
  /** True where a page of the original, or blank lines, part this row from the one before. */
  apart: boolean
  /** Indexes in `cells` that the source has no cell for. */
  missing?: number[]
  /** True where lost cells are reported already. */
  damaged?: boolean
}

/** Working hours printed beside the rows: in a row of their own, or alone on a line. */
export interface LooseHours {
  text: string
  /** The row of the group that they stand before. */
  before: number
  line: number
}

export interface DraftGroup {
  heading: string | null
  /** Headings of this group's columns, the number column left out. */
  columns: string[]
  rows: DraftRow[]
  looseHours: LooseHours[]
  /** Cells that stand in the heading's own row: they belong to an office below. */
  stray: DraftRow | null
}

export interface Header {
  /** All headings, the number column included. */
  cells: string[]
  /** The headings after the number column. */
  columns: string[]
  /** True where the first column holds numbers. */
  numbered: boolean
}

/** A header from its cells in printed order. */
export function headerOf(cells: readonly string[]): Header {
  const numbered = isNumberHeading(cells[0] ?? '') || isBareHeader(cells)
  return {cells: [...cells], columns: numbered ? cells.slice(1) : [...cells], numbered}
}

/**
 * The second row of a header: «телефоны», «сайты» below «Байланыс деректері». Null where the row is not one.
 * `cells` are laid out as the header is: empty where the first row heads the column alone.
 */
export function underHeader(header: Header, cells: readonly string[]): Header | null {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length < 2 || cells[0] !== '' || cells[1] !== '' || cells.some((cell) => /\d/u.test(cell))) return null
  const top = pad(header.cells, cells.length)
  return headerOf(
    top.map((heading, index) => {
      const below = cells[index] ?? ''
      const over = below === '' ? heading : (top.slice(0, index + 1).findLast((each) => each !== '') ?? '')
      return `${over} ${below}`.trim()
    }),
  )
}

/** «», «Орталықтардың атауы», «Мекенжайы», «Телефоны»: a header whose «№» is lost. No row of offices is without digits. */
function isBareHeader(cells: readonly string[]): boolean {
  if (cells[0] !== '' || cells.length < 3 || cells.some((cell) => /\d/u.test(cell))) return false
  const roles = new Set(cells.map(columnRole))
  return roles.has('name') && roles.has('address') && (roles.has('phone') || roles.has('hours'))
}

/** True where the first row of a table is an office: the header is missing, as in the rows that an amending act inserts. */
export function isHeaderless(cells: readonly string[]): boolean {
  return isNumberCell(cells[0] ?? '') && cells.length > 1 && !isColumnNumbers(cells)
}

/** A header for a table that shows none: the headings are empty. */
export function blankHeader(width: number): Header {
  const cells = Array.from({length: width}, () => '')
  return {cells, columns: cells.slice(1), numbered: true}
}

/** The table's headings after another header: those of the first, unless it showed none. */
export function tableColumns(columns: readonly string[], header: Header): readonly string[] {
  return columns.some((heading) => heading !== '') ? columns : header.columns
}

/** «1 2 3 4 5»: the row of column numbers below a header, or repeated at the top of a page. */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length >= 2 && filled.every((cell, index) => cell.replace(/[\s.]/gu, '') === String(index + 1))
}

export function newGroup(heading: string | null, columns: readonly string[]): DraftGroup {
  return {heading, columns: [...columns], rows: [], looseHours: [], stray: null}
}

/** Index of the working-hours column in `cells`, or -1. */
export function hoursColumn(group: DraftGroup): number {
  return group.columns.findIndex((heading) => columnRole(heading) === 'hours')
}

/** The published shape: every row as wide as the table; a heading without rows stays, for it was printed. */
export function finishTable(columns: readonly string[], groups: readonly DraftGroup[]): OfficeTable {
  const published: OfficeGroup[] = []
  // A later part of the table may be wider than its first header: its cells are kept under empty headings.
  const width = Math.max(columns.length, ...groups.flatMap((group) => group.rows.map((row) => row.cells.length)))
  for (const group of splitRestarts(groups)) {
    if (group.rows.length === 0 && group.heading === null) continue
    const rows = group.rows.map((row) => ({
      number: row.number,
      cells: pad(row.cells, width),
      inherited: [...row.inherited].sort((a, b) => a - b),
      office: null,
      lines: row.lines,
    }))
    // A part of the list with a header of its own: its headings are published with it.
    const own = group.columns.some((heading, index) => foldKey(heading) !== foldKey(columns[index] ?? ''))
    published.push(own ? {heading: group.heading, columns: group.columns, rows} : {heading: group.heading, rows})
  }
  return {columns: pad(columns, width), groups: published}
}

/** The cells with empty ones added up to the width; never cut. */
export function pad(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({length: Math.max(0, width - cells.length)}, () => '')]
}
