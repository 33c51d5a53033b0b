/** Fills sheets from the top; what does not fit goes onto the next. */
import type {Element, Sheet} from './display.ts'
import {PAGE_HEIGHT, PAGE_WIDTH} from './page.ts'

/** Room left free at the edges, in points. */
export interface Margins {
  left: number
  right: number
  top: number
  bottom: number
}

export class Pager {
  readonly margins: Margins
  readonly sheets: Sheet[] = []
  y = 0

  constructor(margins: Margins) {
    this.margins = margins
    this.newSheet()
  }

  get left(): number {
    return this.margins.left
  }

  get width(): number {
    return PAGE_WIDTH - this.margins.left - this.margins.right
  }

  /** Where the room for content ends. */
  get bottom(): number {
    return PAGE_HEIGHT - this.margins.bottom
  }

  get sheet(): Sheet {
    const sheet = this.sheets.at(-1)
    if (!sheet) throw new Error('a pager always has a sheet')
    return sheet
  }

  get atTop(): boolean {
    return this.sheet.elements.length === 0
  }

  newSheet(): void {
    this.sheets.push({elements: [], furniture: []})
    this.y = this.margins.top
  }

  /** Makes sure that `height` fits on the sheet, turning to a new one where it does not. Returns whether it turned. */
  need(height: number): boolean {
    if (this.y + height <= this.bottom || this.atTop) return false
    this.newSheet()
    return true
  }

  /** Blank room; none at the top of a sheet. */
  space(height: number): void {
    if (!this.atTop) this.y += height
  }

  add(element: Element): void {
    this.sheet.elements.push(element)
  }
}
