/**
 * The bar of one indicator: how long it is, where norm and target stand. Drawn by the page (SVG) and the PDF alike: the value is a solid
 * bar, the norm a full line with a filled triangle above, the target a broken line with an open diamond below, so that they are told
 * apart without colour.
 */
import type {ReportResult} from './model.ts'

export interface Bar {
  /** Percent of the scale, 0-100. */
  value: number
  norm: number | null
  target: number | null
}

/** Marks of the scale. */
export const SCALE = [0, 25, 50, 75, 100]

/** The bar of an indicator; null where its value is open. */
export const barOf = ({percent, norm, target}: ReportResult): Bar | null => (percent === null ? null : {value: percent, norm, target})
