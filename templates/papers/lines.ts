/**
 * Sets the lines of a paper: words, and places to write in after them.
 *
 *     Сұраудың нөмірі мен қабылданған күні: № ________ ______________
 *                                           (нөмірі)      (күні)
 */
import type {Element, FieldMark, Mark} from '../pdf/display.ts'
import {LINE_HEIGHT} from '../pdf/fields.ts'
import {setLines, type FlowStyle, type Line, type Piece} from '../pdf/flow.ts'
import type {Weight} from '../pdf/fonts.ts'
import type {Pager} from '../pdf/pager.ts'
import {GREY, STYLE} from '../pdf/style.ts'
import {wrapBalanced, wrapText} from '../pdf/wrap.ts'

export type Measure = (text: string, size: number, weight: Weight) => number

/** A place to write in. */
export interface Place {
  name: string
  label: string
  type: 'text' | 'date' | 'signature'
  value: string
  /** Width wished for in points; 0: the rest of the line. */
  width: number
  caption?: string
}

export type Part = {text: string; weight?: Weight} | Place

/** The column that lines are set in. */
export interface Area {
  pager: Pager
  x: number
  width: number
  measure: Measure
  /** Set closer, where that saves a sheet. */
  close?: boolean
}

const SIZE = 10
const CAPTION = 7.5
const TEXT_PITCH = 13.2
const GAP_PITCH = 17
const CLOSE_PITCH = 14.5
/** How far a rule lies under the baseline. */
const DROP = 2.5
const FIELD_SIZE = 10.5
const FIELD_HEIGHT = 15
/** A value that does not fit at this size gets more lines. */
const LEAST_SIZE = 8
const LONG_SIZE = 9
const CENTRE = 0.388
const APART = 16
/** A place for «the rest of the line» narrower than this goes to the next. */
const LEAST_OPEN = 104

const isPlace = (part: Part): part is Place => 'name' in part

/** Sets a line; a value too long for its place gets lines of its own below. */
export function setParts(area: Area, parts: readonly Part[]): void {
  const long = parts.filter(isPlace).find((place) => area.measure(place.value, LEAST_SIZE, 'regular') > area.width - STYLE.fieldInset)
  const style: FlowStyle = {
    width: area.width,
    indent: 0,
    size: SIZE,
    captionSize: CAPTION,
    textPitch: TEXT_PITCH,
    gapPitch: area.close ? CLOSE_PITCH : GAP_PITCH,
    measure: area.measure,
  }
  const pieces = shareLine(
    area,
    parts.filter((part) => part !== long),
  ).map((part): Piece<Place> => {
    if (!isPlace(part)) return {kind: 'text', text: part.text, ...(part.weight ? {weight: part.weight} : {})}
    const wish = part.value === '' ? 0 : Math.min(area.width, area.measure(part.value, LEAST_SIZE, 'regular') + STYLE.fieldInset + 2)
    return {
      kind: 'gap',
      width: part.width,
      least: Math.min(area.width, Math.max(part.width, wish, part.width === 0 ? LEAST_OPEN : 0)),
      grows: part.width === 0 || part.type === 'text',
      caption: part.caption ?? '',
      data: part,
    }
  })
  const lines = setLines(pieces, style)
  area.pager.need(lines.reduce((sum, line) => sum + line.height, 0))
  const element: Element = {tag: 'P', kids: []}
  for (const line of lines) {
    element.kids.push(...lineMarks(line, area))
    area.pager.y += line.height
  }
  area.pager.add(element)
  if (long) setLong(area, long)
}

/**
 * Gives the open place of a line what the other parts leave. Where that is too little, the words before it get a line of their own.
 */
function shareLine(area: Area, parts: readonly Part[]): readonly Part[] {
  const open = parts.findIndex((part) => isPlace(part) && part.width === 0)
  const place = parts[open]
  if (!place || !isPlace(place)) return parts
  const rest =
    area.width -
    parts.reduce((sum, part) => sum + (isPlace(part) ? part.width : area.measure(part.text, SIZE, part.weight ?? 'regular')), 0)
  // two places next to each other stand further apart than a blank
  const apart = APART * (parts.filter(isPlace).length - 1) + 1
  const [first] = parts
  if (rest - apart >= LEAST_OPEN || open === 0)
    return parts.map((part) => (part === place ? {...place, width: Math.max(1, rest - apart)} : part))
  if (!first || isPlace(first)) return parts
  area.pager.space(area.close ? 0 : 2)
  setText(area, first.text.trimEnd())
  return shareLine(area, parts.slice(1))
}

function lineMarks(line: Line<Place>, area: Area): (Mark | Element)[] {
  const baseline = area.pager.y + line.baseline
  const marks: (Mark | Element)[] = []
  for (const item of line.items) {
    const x = area.x + item.x
    if (item.kind === 'text') {
      marks.push({kind: 'text', x, y: baseline, text: item.text, size: SIZE, weight: item.weight})
      continue
    }
    const place = item.data
    marks.push({kind: 'rule', x1: x, y1: baseline + DROP, x2: x + item.width, y2: baseline + DROP, width: STYLE.rule})
    if (place.type !== 'signature') marks.push(fieldMark(place, {x, width: item.width}, baseline, area.measure))
    if (item.caption.length > 0) {
      marks.push({
        tag: 'Span',
        kids: item.caption.map((caption, i) => ({
          kind: 'text',
          x: area.x + caption.x,
          y: baseline + DROP + CAPTION * (1.05 + i * 1.22),
          text: caption.text,
          size: CAPTION,
          weight: 'regular',
          color: GREY,
        })),
      })
    }
  }
  return marks
}

function fieldMark(place: Place, room: {x: number; width: number}, baseline: number, measure: Measure): FieldMark {
  const width = room.width - STYLE.fieldInset
  const natural = measure(place.value, 1, 'regular')
  const size = place.value === '' ? FIELD_SIZE : Math.min(FIELD_SIZE, Math.floor((width / natural) * 4) / 4)
  return {
    kind: 'field',
    name: place.name,
    label: place.label,
    type: place.type === 'date' ? 'date' : 'text',
    x: room.x + STYLE.fieldInset,
    y: baseline - FIELD_HEIGHT / 2 - CENTRE * size,
    width,
    height: FIELD_HEIGHT,
    size,
    value: place.value,
  }
}

/** Several rules under each other, one field. */
function setLong(area: Area, place: Place): void {
  const pitch = LINE_HEIGHT * LONG_SIZE
  const width = area.width - STYLE.fieldInset
  const rows = wrapText(place.value, width, (text) => area.measure(text, LONG_SIZE, 'regular')).length
  const height = rows * pitch + 2
  area.pager.need(height)
  const {y} = area.pager
  area.pager.add({
    tag: 'P',
    kids: [
      ...Array.from({length: rows}, (_, i) => {
        const rule = y + (i + 1) * pitch
        return {kind: 'rule' as const, x1: area.x, y1: rule, x2: area.x + area.width, y2: rule, width: STYLE.rule}
      }),
      {
        kind: 'field',
        name: place.name,
        label: place.label,
        type: 'multiline',
        x: area.x + STYLE.fieldInset,
        y: y - 1,
        width,
        height,
        size: LONG_SIZE,
        value: place.value,
      },
    ],
  })
  area.pager.y += height
}

export interface Paragraph {
  size?: number
  weight?: Weight
  tag?: 'P' | 'H1' | 'H2' | 'Note'
  centred?: boolean
  grey?: boolean
  /** Room below. */
  after?: number
}

/** Sets running text. */
export function setText(area: Area, text: string, options: Paragraph = {}): void {
  const {size = SIZE, weight = 'regular', tag = 'P', centred = false, grey = false, after = 0} = options
  const measure = (words: string): number => area.measure(words, size, weight)
  const lines = centred ? wrapBalanced(text, area.width * 0.94, measure) : wrapText(text, area.width, measure)
  const pitch = size * 1.32
  let element: Element | null = null
  for (const line of lines) {
    if (area.pager.need(pitch)) element = null
    if (!element) {
      element = {tag, kids: []}
      area.pager.add(element)
    }
    const x = centred ? area.x + (area.width - measure(line)) / 2 : area.x
    element.kids.push({kind: 'text', x, y: area.pager.y + size, text: line, size, weight, ...(grey ? {color: GREY} : {})})
    area.pager.y += pitch
  }
  area.pager.y += after
}
