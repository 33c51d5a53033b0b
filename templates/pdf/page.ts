/** A4 in points. */
export const PAGE_WIDTH = 595.28
export const PAGE_HEIGHT = 841.89

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4
