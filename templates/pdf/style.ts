/** Measures of a printed form, in points. */
import type {Color} from './display.ts'
import {mm} from './page.ts'

export const STYLE = {
  margins: {left: mm(20), right: mm(15), top: mm(14), bottom: mm(23.5)},
  /** Running text. */
  size: 11,
  textPitch: 15.5,
  /** A line that has a gap in it: room to write by hand. */
  gapPitch: 21,
  captionSize: 8,
  titleSize: 12.5,
  noteSize: 9,
  cellSize: 9,
  boxSize: 9.5,
  headSize: 8.5,
  footerSize: 7.5,
  /** What is typed into fields. */
  fieldSize: 12,
  cellFieldSize: 10,
  /** The smallest size a value that is already there may be set in, so as to fit. */
  leastFieldSize: 8,
  fieldHeight: 17,
  /** From the end of a rule to the field on it: viewers set the text at the very edge of a field. */
  fieldInset: 2,
  rule: 0.6,
  hairline: 0.4,
} as const

/** The official originals count a rule in underscores, 69 to a full line. */
export const CHARACTERS_PER_LINE = 69

export const INK: Color = [0, 0, 0]
export const GREY: Color = [0.29, 0.35, 0.39]
export const LINE: Color = [0.46, 0.52, 0.56]
/** Used for «repealed» and nothing else; dark enough to print as plain grey. */
export const RED: Color = [0.7, 0.125, 0.106]
