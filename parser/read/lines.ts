/** Cutting a decoded source into physical lines: what all readers begin with. */
import type {Cell, Line} from '../tree.ts'

export interface PhysicalLine {
  /** 1-based. */
  number: number
  start: number
  end: number
  text: string
}

/** Every line of the source with its offsets; `\r\n` and `\n` both end a line. */
export function physicalLines(source: string): PhysicalLine[] {
  const lines: PhysicalLine[] = []
  let start = 0
  let number = 1
  while (start <= source.length) {
    const feed = source.indexOf('\n', start)
    const stop = feed === -1 ? source.length : feed
    const end = stop > start && source.charCodeAt(stop - 1) === 13 ? stop - 1 : stop
    lines.push({number, start, end, text: source.slice(start, end)})
    if (feed === -1) break
    start = feed + 1
    number++
  }
  return lines
}

/** True for a line that shows nothing: blanks, tabs, no-break spaces. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** A `Line` node for a part of a physical line. */
export function lineNode(physical: PhysicalLine, part: Partial<Line> & Pick<Line, 'indent' | 'gap'>): Line {
  const {value = physical.text, raw = physical.text, start = physical.start, end = physical.end, pageBreak = false, ...rest} = part
  return {type: 'line', value, raw, number: physical.number, start, end, pageBreak, ...rest}
}

/** A `Cell` with one line of text, or none. */
export function cellNode(lines: Line[], number: number, extra: Partial<Cell> = {}): Cell {
  return {
    type: 'cell',
    children: lines,
    lines: [number, lines.at(-1)?.number ?? number],
    colspan: 1,
    rowspan: 1,
    damaged: false,
    gapAfter: 0,
    ...extra,
  }
}
