/**
 * What a laid-out document consists of before it is written: marks at places of a page, grouped by the tags that a screen reader hears.
 * Coordinates are points from the page's upper left corner; `y` of a text is its baseline.
 */
import type {Weight} from './fonts.ts'
import type {Check} from './validation.ts'

export interface TextMark {
  kind: 'text'
  x: number
  y: number
  text: string
  size: number
  weight: Weight
  color?: Color
}

/** A line: part of the drawing only, not read out. */
export interface RuleMark {
  kind: 'rule'
  x1: number
  y1: number
  x2: number
  y2: number
  width: number
  color?: Color
}

/** A frame or a filled ground: part of the drawing only. */
export interface FrameMark {
  kind: 'frame'
  x: number
  y: number
  width: number
  height: number
  line?: number
  color?: Color
  fill?: Color
}

export interface FieldMark {
  kind: 'field'
  name: string
  /** What a screen reader says and a viewer shows beside the pointer. */
  label: string
  /** `comb`: one character to a cell. */
  type: 'text' | 'multiline' | 'date' | 'checkbox' | 'comb'
  /** Type `comb`: how many cells. */
  cells?: number
  /** What the viewer checks when the field is left. */
  check?: Check
  x: number
  y: number
  width: number
  height: number
  size: number
  value: string | boolean
  centred?: boolean
  /** Script that the viewer runs when the reader leaves the field; may set `event.rc` to false. */
  script?: string
  /** Can be read and found, not changed. */
  readOnly?: boolean
  /** One of several boxes of one name, of which at most one is ticked: the state it stands for, and what is said of all of them. */
  option?: {state: string; question: string}
}

/** Red, green, blue, 0-1. */
export type Color = readonly [number, number, number]

/** A grid of dark and light squares, drawn as one shape. */
export interface MatrixMark {
  kind: 'matrix'
  x: number
  y: number
  /** Side of a square. */
  module: number
  rows: readonly (readonly boolean[])[]
}

export type Mark = TextMark | RuleMark | FrameMark | FieldMark | MatrixMark

/** Standard structure types of PDF that the forms use. */
export type Tag =
  'H1' | 'H2' | 'P' | 'Caption' | 'Note' | 'Span' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect' | 'Div'

export interface Element {
  tag: Tag
  kids: (Element | Mark)[]
  scope?: 'Column' | 'Row'
  /** Columns that a cell spans. */
  columns?: number
}

/** One printed page. `furniture` (footers, decoration) is not read out. */
export interface Sheet {
  elements: Element[]
  furniture: Mark[]
}

export const isElement = (node: Element | Mark): node is Element => 'tag' in node
