/** What the layout of a form works with: values, density, and what is handed in from outside. */
import type {Field} from '../../parser/model/index.ts'
import type {Weight} from '../pdf/fonts.ts'
import {STYLE} from '../pdf/style.ts'

/** Values by field name: a text, a tick, or the rows of a table (cells in printed order). */
export type FormValue = string | boolean | readonly (readonly string[])[]
export type FormValues = Readonly<Record<string, FormValue>>

/** How closely a form is set. */
export interface Density {
  textPitch: number
  gapPitch: number
  /** Factor for the room between blocks. */
  space: number
  noteSize: number
  fieldSize: number
  boxSize: number
  /** Room for a line of captions and gaps inside a box. */
  boxGapPitch: number
  /** Above and below what a box holds, together. */
  boxPadding: number
}

/** As the originals are set; and closer, where that saves a sheet with a few lines on it. */
export const NORMAL: Density = {
  textPitch: STYLE.textPitch,
  gapPitch: STYLE.gapPitch,
  space: 1,
  noteSize: STYLE.noteSize,
  fieldSize: STYLE.fieldSize,
  boxSize: STYLE.boxSize,
  boxGapPitch: 20,
  boxPadding: 8,
}
export const CLOSE: Density = {
  textPitch: 14,
  gapPitch: 17.5,
  space: 0.4,
  noteSize: 8,
  fieldSize: 11,
  boxSize: 9,
  boxGapPitch: 16.5,
  boxPadding: 8,
}

/** What the layout needs from outside: measuring, the fields, the values, the few words it adds itself. */
export interface FormContext {
  measure(text: string, size: number, weight: Weight): number
  field(name: string): Field
  value(name: string): FormValue
  /** The value where it has not been written yet: a field that stands at several places shows it at the first. */
  unwritten(name: string): FormValue
  /** Whether the year of a date in pieces has a gap of its own. */
  hasYear(name: string): boolean
  /** A name for one more place of a field, not used before. */
  place(name: string): string
  /** A value that has no room in its place, even set small. */
  misfit(field: string, value: string): void
  /** What a screen reader says of a field, of a part of a date, of a table's cell. */
  label(field: Field): string
  partLabel(field: Field, part: string): string
  /** … of the rules that go on with a field. */
  continuedLabel(field: Field): string
  cellLabel(row: string, column: string): string
  stamp: string
  density: Density
}

/** The column of a sheet that a block is set in. */
export interface Column {
  x: number
  width: number
}

/** A value as text, composed: separate marks would stand beside their letters. */
export const textValue = (value: FormValue): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').normalize('NFC') : '')
