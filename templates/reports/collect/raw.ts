/** What a file says, before anything of it is believed. */
import type {ValueColumn} from '../grid.ts'
import type {MetaField, TemplateMark} from '../model.ts'

/** A cell of a table or a field of a form. */
export interface RawCell {
  /** Where it stands, as its program names it: «E12», «percent-3-1». */
  place: string
  /** Line of the file, for text files. */
  line: number | null
  /** What a reader sees; '' where it is empty. */
  text: string
  /** The value where the file holds a number, not digits in a text. */
  number: number | null
  /** A formula of the spreadsheet; text and number are its result. */
  isFormula: boolean
  /** «#DIV/0!» and the like. */
  isError: boolean
  /** Shown as a percentage: 0.95 is 95 %. */
  isPercent: boolean
}

export interface RawRow {
  /** Code of the indicator; in a form, the part of the field's name that stands for it. */
  code: string
  place: string
  line: number | null
  /** Null in a form, whose labels nobody can change. */
  label: RawCell | null
  cells: Partial<Record<ValueColumn, RawCell>>
  /** The row has more cells than there are columns: something in it has been cut in two. */
  isWide: boolean
}

export type ReportFormat = 'pdf' | 'xlsx' | 'csv'

export interface RawReport {
  format: ReportFormat
  /** Name of the sheet, where a workbook holds several reports. */
  sheet: string | null
  mark: TemplateMark
  meta: Partial<Record<MetaField, RawCell>>
  rows: RawRow[]
  /** Numbers are usually written with a comma here: in our forms, and in tables that are not parted by commas. */
  commaIsUsual: boolean
  /** The text was read in a code page that lacks Kazakh letters: each of them is «?». */
  lettersLost: boolean
  /** The tables of a PDF were damaged. */
  damaged: boolean
}

/** Why a file can't be read, by rule. */
export class FileError extends Error {
  readonly rule: FileRule

  constructor(rule: FileRule, message: string) {
    super(message)
    this.rule = rule
  }
}

/** Rules about whole files. */
export type FileRule =
  | 'empty-file'
  | 'not-a-report'
  | 'questionnaire'
  | 'truncated'
  | 'damaged'
  | 'password'
  | 'flattened'
  | 'old-format'
  | 'no-mark'
  | 'too-large'
  | 'unreadable'

export const emptyCell = (place: string, line: number | null = null): RawCell => ({
  place,
  line,
  text: '',
  number: null,
  isFormula: false,
  isError: false,
  isPercent: false,
})

/** «AB12» for row 11 and column 27. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${String(row + 1)}`
}
