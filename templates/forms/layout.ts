/**
 * Lays out a blank: blocks of the annex → sheets of marks and fields. Pure measuring; nothing is written here.
 */
import type {Field, LayoutBlock} from '../../parser/model/index.ts'
import type {Element, FieldMark, Mark, Tag, TextMark} from '../pdf/display.ts'
import {LINE_HEIGHT} from '../pdf/fields.ts'
import {setLines, type FlowStyle, type Line, type Piece} from '../pdf/flow.ts'
import type {Weight} from '../pdf/fonts.ts'
import type {Pager} from '../pdf/pager.ts'
import {setTable} from '../pdf/table.ts'
import {wrapBalanced, wrapText} from '../pdf/wrap.ts'
import {datePart, joinLines, joinParts, type FormBlock, type Run} from './parts.ts'
import {CHARACTERS_PER_LINE, GREY, STYLE} from '../pdf/style.ts'
import {formTable} from './table.ts'

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
}

/** As the originals are set; and closer, where that saves a sheet with a few lines on it. */
export const NORMAL: Density = {
  textPitch: STYLE.textPitch,
  gapPitch: STYLE.gapPitch,
  space: 1,
  noteSize: STYLE.noteSize,
  fieldSize: STYLE.fieldSize,
}
export const CLOSE: Density = {textPitch: 14, gapPitch: 17.5, space: 0.4, noteSize: 8, fieldSize: 11}

/** What the layout needs from outside: measuring, the fields, the values, the few words it adds itself. */
export interface FormContext {
  measure(text: string, size: number, weight: Weight): number
  field(name: string): Field
  value(name: string): FormValue
  /** The value where it has not been written yet: a field that stands at several places shows it at the first. */
  unwritten(name: string): FormValue
  /** A name for one more place of a field, not used before. */
  place(name: string): string
  /** What a screen reader says of a field, of a part of a date, of a table's cell. */
  label(field: Field): string
  partLabel(field: Field, part: string): string
  cellLabel(row: string, column: string): string
  stamp: string
  density: Density
}

/** A gap's kind decides what is put into it. */
interface GapData {
  kind: 'field' | 'signature' | 'stamp' | 'tick'
  field: Field
  /** Name of the form field: the field's own, or that of a part. */
  name: string
  label: string
  value: FormValue
}

/** The column of a sheet that a block is set in. */
interface Column {
  x: number
  width: number
}

const INSET = STYLE.fieldInset
const ADDRESSEE_SHARE = 0.56
/** A label longer than this share of the line stands above its rules instead of beside them. */
const LABEL_SHARE = 0.4
const MULTILINE_ROWS = 2
const BOX_PADDING = 5
/** How far a rule lies under the baseline. */
const RULE_DROP = 2.5
/** From the middle of a line of type to its baseline, in ems of the field font: half of ascent and descent. */
const CENTRE = 0.388
const ASCENT = 1.069
const INDENT = 22
/** Gaps printed shorter than this many characters keep their width. */
const SHORT = 12
/** «М.О.», «МО» at the end of «17. Импорттаушы: МО». */
const STAMP = /М ?\.? ?О ?\.?$/u
const LEAST_DATE = 80
/** A line with fewer letters may be the name of who signs below. */
const SHORT_HEADING = 60
/** Where a value has no second line to go to, it is set small rather than cut off. */
const TINY = 4
const TICK = 10

/** Shares of boxes that add up to this fill their row. */
const FULL = 0.985
/** Room for a line of captions and gaps inside a box. */
const BOX_GAP_PITCH = 20

/** Sets all blocks onto the pager's sheets. */
export function setForm(pager: Pager, layout: readonly LayoutBlock[], context: FormContext): void {
  const full: Column = {x: pager.left, width: pager.width}
  const blocks = joinParts(layout)
  const space = (height: number): void => pager.space(height * context.density.space)
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block) continue
    switch (block.type) {
      case 'addressee': {
        const width = full.width * ADDRESSEE_SHARE
        const column = {x: full.x + full.width - width, width}
        for (const line of block.lines) setContent(pager, column, line, context, {tag: 'P', indent: 0})
        space(6)
        break
      }
      case 'title':
        setTitle(pager, full, block.lines, context)
        break
      case 'paragraph':
        // whose signatures follow
        if (blocks[i - 1]?.type === 'signature') space(10)
        setContent(pager, full, block.content, context, {tag: 'P', indent: block.indent ? INDENT : 0})
        break
      case 'item':
        setItem(pager, full, block.marker, block.content, context)
        break
      case 'rules':
        if (block.markers) setMarkedRules(pager, full, block, context)
        else setRules(pager, under(blocks[i - 1], full, context), context.field(block.field), block.count, block.caption, context)
        break
      case 'table':
        space(6)
        setTable(pager, full, formTable(block, block.field === null ? null : context.field(block.field), context))
        space(8)
        break
      case 'box': {
        const row: Box[] = []
        let share = 0
        for (let j = i; j < blocks.length && share < FULL; j++) {
          const box = blocks[j]
          if (box?.type !== 'box' || (row.length > 0 && share + box.width > 1.01)) break
          row.push(box)
          share += box.width
        }
        if (blocks[i - 1]?.type !== 'box') space(7)
        i += row.length - 1
        setBoxes(pager, full, row, context)
        if (blocks[i + 1]?.type !== 'box') space(7)
        break
      }
      case 'signature':
        space(isSignatory(blocks[i - 1]) ? 1 : blocks[i - 1]?.type === 'signature' ? 4 : 12)
        setContent(pager, full, block.content, context, {tag: 'P', indent: 0})
        break
      case 'note':
        space(blocks[i - 1]?.type === 'note' ? 1 : 6)
        setNote(pager, full, block.text, context)
        break
      case 'side':
        if (!pager.atTop) pager.newSheet()
        setSide(pager, full, block.text, context)
        break
    }
  }
}

/** «Импорттаушы»: a line of words over the places for a signature. */
const isSignatory = (block: FormBlock | undefined): boolean =>
  block?.type === 'paragraph' && block.content.every((run) => run.type === 'text' && run.value.length < SHORT_HEADING)

/** Rules that go on with an item stand under its words. */
function under(block: FormBlock | undefined, column: Column, context: FormContext): Column {
  if (block?.type !== 'item' || block.content.some((run) => run.type === 'gap')) return column
  const hang = hanging(block.marker, context)
  return {x: column.x + hang, width: column.width - hang}
}

const hanging = (marker: string, context: FormContext): number => Math.max(18, context.measure(`${marker} `, STYLE.size, 'regular') + 2)

const flowStyle = (context: FormContext, width: number, indent: number, size: number = STYLE.size): FlowStyle => ({
  width,
  indent,
  size,
  captionSize: STYLE.captionSize,
  textPitch: size * (context.density.textPitch / STYLE.size),
  gapPitch: context.density.gapPitch,
  measure: context.measure,
})

const textValue = (value: FormValue): string => (typeof value === 'string' ? value.normalize('NFC') : '')

/** Rows a value needs in a field of several lines. */
function rowsFor(value: string, width: number, size: number, context: FormContext): number {
  return value === '' ? 0 : wrapText(value, width - INSET, (text) => context.measure(text, size, 'regular')).length
}

/** A value too long for one line asks for several, whatever the blank prints. */
function isLong(field: Field, value: FormValue, width: number, context: FormContext): boolean {
  if (field.type !== 'text' && field.type !== 'multiline') return false
  const text = textValue(value)
  return text.includes('\n') || context.measure(text, STYLE.leastFieldSize, 'regular') > width - INSET - 1
}

/** Least widths of the parts of a date, in points: «09», «қыркүйек», «12». */
const PART_WIDTH = {day: 24, month: 84, year: 24, quarter: 24, option: TICK + 4} as const

function pieces(content: readonly Run[], column: Column, context: FormContext, pager: Pager): Piece<GapData>[] {
  const found: Piece<GapData>[] = []
  let before = ''
  for (const [i, run] of content.entries()) {
    if (run.type === 'text') {
      found.push({kind: 'text', text: run.value})
      before = run.value
      continue
    }
    const field = context.field(run.field)
    const caption = run.caption ?? ''
    const value = context.value(run.field)
    const fixed = (width: number, data: Partial<GapData>, under = caption): void => {
      found.push({
        kind: 'gap',
        width,
        least: width,
        grows: false,
        caption: under,
        data: {kind: 'field', field, name: field.name, label: context.label(field), value, ...data},
      })
    }
    if (field.type === 'stamp') {
      const mark = STAMP.exec(field.label)?.[0] ?? context.stamp
      fixed(context.measure(mark, STYLE.size, 'regular') + 4, {kind: 'stamp', label: mark})
    } else if (run.part === 'option' || field.type === 'checkbox') {
      // the word to choose is the caption: it stands after its box
      const ticked = value === true || value === caption || (Array.isArray(value) && value.flat().includes(caption))
      fixed(
        PART_WIDTH.option,
        {
          kind: 'tick',
          name: context.place(field.name),
          label: run.part === 'option' && caption !== '' ? caption : context.label(field),
          value: ticked,
        },
        '',
      )
      if (run.part === 'option' && caption !== '') found.push({kind: 'text', text: `\u00a0${caption}`})
    } else if (run.part !== undefined) {
      const {part} = run
      const own = context.value(`${field.name}-${part}`)
      const text = typeof own === 'string' && own !== '' ? own : datePart(textValue(value), part, before)
      const least = Math.max(PART_WIDTH[part], text === '' ? 0 : neededWidth(text, column, context))
      fixed(least, {name: context.place(`${field.name}-${part}`), label: context.partLabel(field, part), value: text})
    } else {
      const wish = Math.min((run.width * pager.width) / CHARACTERS_PER_LINE, column.width)
      const text = textValue(context.unwritten(field.name))
      const name = field.type === 'signature' ? field.name : context.place(field.name)
      const date = field.type === 'date'
      found.push({
        kind: 'gap',
        width: content.length === 1 ? 0 : date && run.width > 0 ? Math.max(wish, LEAST_DATE) : wish,
        least: text === '' ? 0 : neededWidth(text, column, context),
        // short places, such as that of a number inside a sentence, keep their size
        grows: run.width === 0 || run.width > SHORT || (i === content.length - 1 && !date),
        caption,
        data: {kind: field.type === 'signature' ? 'signature' : 'field', field, name, label: context.label(field), value: text},
      })
    }
    before = ''
  }
  return found
}

const neededWidth = (text: string, column: Column, context: FormContext): number =>
  Math.min(column.width, context.measure(text, context.density.fieldSize, 'regular') + INSET + 2)

interface ContentOptions {
  tag: Tag
  indent: number
  size?: number
}

/** Whether a gap is set as a block of several rules. */
function isBlock(run: Run, column: Column, context: FormContext): boolean {
  if (run.type !== 'gap' || run.part !== undefined) return false
  if ((run.rows ?? 1) > 1) return true
  const field = context.field(run.field)
  return field.type === 'multiline' || isLong(field, context.unwritten(run.field), column.width, context)
}

/** Running text. A place for several lines inside it is set as a block, with what stands before and after it at its sides. */
function setContent(pager: Pager, column: Column, content: readonly Run[], context: FormContext, options: ContentOptions): void {
  const {indent} = options
  const at = content.findIndex((run) => isBlock(run, column, context))
  const gap = content[at]
  if (gap?.type !== 'gap') {
    setParagraph(
      pager,
      column,
      setLines(pieces(content, column, context, pager), flowStyle(context, column.width, indent, options.size)),
      context,
      options,
    )
    return
  }
  const field = context.field(gap.field)
  const printed = field.type === 'multiline' ? Math.max(gap.rows ?? field.rows ?? 1, MULTILINE_ROWS) : (gap.rows ?? 1)
  const before = content.slice(0, at)
  const after = content.slice(at + 1)
  const beforeLines = setLines(pieces(before, column, context, pager), flowStyle(context, column.width, indent))
  const wordsOnly = before.length > 0 && before.every((run) => run.type === 'text')
  const label = wordsOnly && beforeLines.length === 1 ? naturalWidth(beforeLines, context) : 0
  const beside = label > 0 && label <= LABEL_SHARE * column.width
  if (!beside) setParagraph(pager, column, beforeLines, context, options)
  const tail = after.every((run) => run.type === 'text')
    ? after
        .map((run) => (run.type === 'text' ? run.value : ''))
        .join('')
        .trim()
    : ''
  const tailWidth = tail === '' ? 0 : context.measure(tail, STYLE.size, 'regular') + 6
  const tailBeside = tailWidth > 0 && tailWidth <= LABEL_SHARE * column.width
  const left = beside ? label + 5 : 0
  const place = {x: column.x + left, width: column.width - left - (tailBeside ? tailWidth : 0)}
  setRules(pager, place, field, printed, gap.caption, context, {
    label: beside ? {x: column.x, lines: beforeLines} : null,
    tail: tailBeside ? {x: place.x + place.width + 6, text: tail} : null,
  })
  if (after.length > 0 && !tailBeside) setContent(pager, column, after, context, {tag: options.tag, indent: 0})
}

const naturalWidth = (lines: readonly Line<GapData>[], context: FormContext): number =>
  Math.max(
    0,
    ...lines.map((line) =>
      Math.max(
        ...line.items.map((item) => item.x + (item.kind === 'text' ? context.measure(item.text, STYLE.size, item.weight) : item.width)),
      ),
    ),
  )

function setParagraph(pager: Pager, column: Column, lines: readonly Line<GapData>[], context: FormContext, options: ContentOptions): void {
  let element: Element | null = null
  for (const line of lines) {
    if (pager.need(line.height)) element = null
    if (!element) {
      element = {tag: options.tag, kids: []}
      pager.add(element)
    }
    element.kids.push(...lineMarks(line, column.x, pager.y, context, options.size ?? STYLE.size))
    pager.y += line.height
  }
}

/** The marks of a line, in reading order: words, fields, captions. */
function lineMarks(line: Line<GapData>, x: number, top: number, context: FormContext, size: number): (Mark | Element)[] {
  const baseline = top + line.baseline
  const marks: (Mark | Element)[] = []
  for (const item of line.items) {
    if (item.kind === 'text') {
      marks.push({kind: 'text', x: x + item.x, y: baseline, text: item.text, size, weight: item.weight})
      continue
    }
    const {kind, field, name, label, value} = item.data
    const left = x + item.x
    if (kind === 'stamp') {
      marks.push({kind: 'text', x: left, y: baseline, text: label, size, weight: 'regular'})
    } else if (kind === 'tick') {
      const box = {x: left + 2, y: baseline - TICK + 1, width: TICK, height: TICK}
      marks.push(
        {kind: 'frame', ...box, line: STYLE.rule},
        {kind: 'field', name, label, type: 'checkbox', ...box, size: TICK, value: value === true},
      )
    } else {
      const rule = baseline + RULE_DROP
      marks.push({kind: 'rule', x1: left, y1: rule, x2: left + item.width, y2: rule, width: STYLE.rule})
      const type = field.type === 'date' && name === field.name ? 'date' : 'text'
      if (kind !== 'signature') marks.push(singleField({name, label, type}, value, {x: left, width: item.width}, baseline, context))
    }
    if (item.caption.length > 0) {
      const captions = item.caption.map((part, i): TextMark => ({
        kind: 'text',
        x: x + part.x,
        y: baseline + RULE_DROP + STYLE.captionSize * (1.05 + i * 1.22),
        text: part.text,
        size: STYLE.captionSize,
        weight: 'regular',
        color: GREY,
      }))
      marks.push({tag: 'Span', kids: captions})
    }
  }
  return marks
}

/** A field of one line. Viewers centre its text between top and bottom; it is placed so that the text stands on the line's baseline. */
function singleField(
  field: Pick<FieldMark, 'name' | 'label' | 'type'>,
  value: FormValue,
  place: Column,
  baseline: number,
  context: FormContext,
): FieldMark {
  const text = textValue(value)
  const natural = context.measure(text, 1, 'regular')
  const fitting = Math.floor(((place.width - INSET) / Math.max(natural, 0.01)) * 4) / 4
  const size = text === '' ? context.density.fieldSize : Math.max(TINY, Math.min(context.density.fieldSize, fitting))
  const bottom = baseline + STYLE.fieldHeight / 2 - CENTRE * size
  return {
    kind: 'field',
    ...field,
    x: place.x + INSET,
    y: bottom - STYLE.fieldHeight,
    width: place.width - INSET,
    height: STYLE.fieldHeight,
    size,
    value: text,
  }
}

interface Sides {
  label: {x: number; lines: readonly Line<GapData>[]} | null
  tail: {x: number; text: string} | null
}

/** Rules under each other that are one field; words may stand before the first and after the last. */
function setRules(
  pager: Pager,
  column: Column,
  field: Field,
  printed: number,
  caption: string | null,
  context: FormContext,
  sides: Sides = {label: null, tail: null},
): Element {
  const text = textValue(context.unwritten(field.name))
  const pitch = LINE_HEIGHT * context.density.fieldSize
  const rows = Math.max(
    printed,
    isLong(field, text, column.width, context) || printed > 1 ? rowsFor(text, column.width, context.density.fieldSize, context) : 1,
  )
  const measure = (words: string): number => context.measure(words, STYLE.captionSize, 'regular')
  const captions = caption ? wrapText(caption, column.width, measure) : []
  const single = rows === 1
  const top = 4.5 * context.density.space
  const height =
    (single ? context.density.gapPitch : top + rows * pitch + 2) +
    captions.length * STYLE.captionSize * 1.22 +
    (captions.length > 0 ? 1.5 : 0)
  pager.need(height)
  const element: Element = {tag: 'P', kids: []}
  pager.add(element)
  // the place of a line of type inside the field, as viewers put it
  const first = single ? pager.y + context.density.gapPitch - 0.33 * STYLE.size : pager.y + top + ASCENT * context.density.fieldSize
  const lastRule = first + RULE_DROP + (rows - 1) * pitch
  for (const line of sides.label?.lines ?? []) {
    for (const item of line.items) {
      if (item.kind === 'text')
        element.kids.push({
          kind: 'text',
          x: (sides.label?.x ?? 0) + item.x,
          y: first,
          text: item.text,
          size: STYLE.size,
          weight: item.weight,
        })
    }
  }
  for (let row = 0; row < rows; row++) {
    const rule = first + RULE_DROP + row * pitch
    element.kids.push({kind: 'rule', x1: column.x, y1: rule, x2: column.x + column.width, y2: rule, width: STYLE.rule})
  }
  if (field.type !== 'signature' && field.type !== 'stamp') {
    const name = context.place(field.name)
    const label = context.label(field)
    element.kids.push(
      single
        ? singleField({name, label, type: field.type === 'date' ? 'date' : 'text'}, text, column, first, context)
        : {
            kind: 'field',
            name,
            label,
            type: 'multiline',
            x: column.x + INSET,
            y: pager.y + top,
            width: column.width - INSET,
            height: rows * pitch + 2,
            size: context.density.fieldSize,
            value: text,
          },
    )
  }
  if (sides.tail)
    element.kids.push({kind: 'text', x: sides.tail.x, y: lastRule - RULE_DROP, text: sides.tail.text, size: STYLE.size, weight: 'regular'})
  if (captions.length > 0) {
    element.kids.push({tag: 'Span', kids: captionMarks(captions, column, lastRule, measure)})
  }
  pager.y += height + (single ? 0 : 3 * context.density.space)
  return element
}

const captionMarks = (captions: readonly string[], column: Column, rule: number, measure: (text: string) => number): TextMark[] =>
  captions.map((text, i) => ({
    kind: 'text',
    x: column.x + Math.max(0, column.width - measure(text)) / 2,
    y: rule + STYLE.captionSize * (1.05 + i * 1.22),
    text,
    size: STYLE.captionSize,
    weight: 'regular',
    color: GREY,
  }))

/** Rules that are numbered: each is a field of its own, one line of the value in each. */
function setMarkedRules(pager: Pager, column: Column, block: Extract<LayoutBlock, {type: 'rules'}>, context: FormContext): void {
  const field = context.field(block.field)
  const markers = block.markers ?? []
  const lines = textValue(context.value(field.name)).split('\n')
  const count = Math.max(block.count, markers.length)
  for (let row = 0; row < count; row++) {
    const last = row === count - 1
    // what there is no rule for stays on the last
    const value = last ? lines.slice(row).join('; ') : (lines[row] ?? '')
    const numbered: Field = {...field, type: 'text', name: `${field.name}-${row + 1}`, label: `${field.label} ${markers[row] ?? ''}`.trim()}
    const inner: FormContext = {...context, field: () => numbered, value: () => value, unwritten: () => value}
    setItem(pager, column, markers[row] ?? '', [{type: 'gap', field: numbered.name, width: 0, caption: last ? block.caption : null}], inner)
  }
}

function setTitle(pager: Pager, column: Column, lines: readonly string[], context: FormContext): void {
  const measure = (text: string): number => context.measure(text, STYLE.titleSize, 'bold')
  const wrapped = lines.flatMap((line) => wrapBalanced(line, column.width * 0.92, measure))
  const pitch = STYLE.titleSize * 1.32
  pager.space(14 * context.density.space)
  pager.need(wrapped.length * pitch + 60)
  pager.add({
    tag: 'H1',
    kids: wrapped.map((text, i) => ({
      kind: 'text',
      x: column.x + (column.width - measure(text)) / 2,
      y: pager.y + STYLE.titleSize + i * pitch,
      text,
      size: STYLE.titleSize,
      weight: 'bold',
    })),
  })
  pager.y += wrapped.length * pitch + 8
}

function setItem(pager: Pager, column: Column, marker: string, content: readonly Run[], context: FormContext): void {
  const hang = hanging(marker, context)
  const inner = {x: column.x + hang, width: column.width - hang}
  const sheet = pager.sheet
  const start = sheet.elements.length
  setContent(pager, inner, content, context, {tag: 'P', indent: 0})
  const target = pager.sheet === sheet ? sheet.elements[start] : pager.sheet.elements[0]
  const baseline = target ? firstBaseline(target) : null
  if (target && baseline !== null) {
    target.kids.unshift({kind: 'text', x: column.x, y: baseline, text: `${marker} `, size: STYLE.size, weight: 'regular'})
  }
}

/** Baseline of an element's first line: of its first word, or of what is typed on its first rule. */
function firstBaseline(element: Element): number | null {
  for (const kid of element.kids) {
    if ('tag' in kid) continue
    if (kid.kind === 'text') return kid.y
    if (kid.kind === 'rule') return kid.y1 - RULE_DROP
  }
  return null
}

type Box = Extract<LayoutBlock, {type: 'box'}>

/** «16» → «16. »; a number printed with its mark keeps it. */
const boxNumber = (number: string | null): string =>
  number === null || number === '' ? '' : /[.)]$/u.test(number) ? `${number} ` : `${number}. `

/** Boxes side by side, all as high as the highest. */
function setBoxes(pager: Pager, column: Column, boxes: readonly Box[], context: FormContext): void {
  const size = STYLE.boxSize
  const measure = (text: string): number => context.measure(text, size, 'regular')
  const total = Math.max(
    1,
    boxes.reduce((sum, box) => sum + box.width, 0),
  )
  const pitch = LINE_HEIGHT * context.density.fieldSize
  let x = column.x
  const parts = boxes.map((box) => {
    const width = (box.width / total) * column.width
    const inner = width - 2 * BOX_PADDING
    const text = boxNumber(box.number) + box.text
    const words = text === '' ? [] : wrapText(text, inner, measure)
    const field = box.field === null ? null : context.field(box.field)
    const open = field !== null && field.type !== 'signature' && field.type !== 'stamp'
    const value = open ? textValue(context.unwritten(field.name)) : ''
    const rows = !open
      ? 0
      : Math.max(
          field.type === 'multiline' ? (field.rows ?? MULTILINE_ROWS) : 1,
          rowsFor(value, inner + INSET, context.density.fieldSize, context),
        )
    const lines = joinLines(box.lines ?? []).flatMap((line) =>
      setLines(pieces(line, {x: 0, width: inner}, context, pager), {...flowStyle(context, inner, 0, size), gapPitch: BOX_GAP_PITCH}),
    )
    const textHeight = words.length * size * 1.3
    const linesHeight = lines.reduce((sum, line) => sum + line.height, 0)
    const part = {x, width, words, field, open, value, lines, textHeight, linesHeight, fieldHeight: rows > 0 ? rows * pitch + 3 : 0}
    x += width
    return part
  })
  const height = Math.max(
    ...parts.map((part) => 2 * BOX_PADDING - 2 + part.textHeight + part.fieldHeight + part.linesHeight + (part.lines.length > 0 ? 3 : 0)),
  )
  pager.need(height)
  for (const part of parts) {
    const element: Element = {tag: 'P', kids: [{kind: 'frame', x: part.x, y: pager.y, width: part.width, height, line: STYLE.rule}]}
    part.words.forEach((text, i) => {
      element.kids.push({
        kind: 'text',
        x: part.x + BOX_PADDING,
        y: pager.y + BOX_PADDING + size * (0.85 + i * 1.3),
        text,
        size,
        weight: 'regular',
      })
    })
    let y = pager.y + BOX_PADDING + part.textHeight
    if (part.field && part.open) {
      const room = pager.y + height - y - 1.5 - part.linesHeight - (part.lines.length > 0 ? 3 : 0)
      element.kids.push({
        kind: 'field',
        name: context.place(part.field.name),
        label: context.label(part.field),
        // a box has room below: the text may go on there
        type: part.field.type === 'date' ? 'date' : 'multiline',
        x: part.x + BOX_PADDING,
        y,
        width: part.width - 2 * BOX_PADDING,
        height: room,
        size: context.density.fieldSize,
        value: part.value,
      })
      y += room
    }
    for (const line of part.lines) {
      element.kids.push(...lineMarks(line, part.x + BOX_PADDING, y, context, size))
      y += line.height
    }
    pager.add(element)
  }
  pager.y += height
}

function setNote(pager: Pager, column: Column, text: string, context: FormContext): void {
  const measure = (words: string): number => context.measure(words, context.density.noteSize, 'regular')
  const pitch = context.density.noteSize * 1.36
  const lines = wrapText(text, column.width, measure)
  let element: Element | null = null
  for (const line of lines) {
    if (pager.need(pitch)) element = null
    if (!element) {
      element = {tag: 'Note', kids: []}
      pager.add(element)
    }
    element.kids.push({
      kind: 'text',
      x: column.x,
      y: pager.y + context.density.noteSize,
      text: line,
      size: context.density.noteSize,
      weight: 'regular',
    })
    pager.y += pitch
  }
}

function setSide(pager: Pager, column: Column, text: string, context: FormContext): void {
  const size = context.density.noteSize
  pager.add({
    tag: 'P',
    kids: [
      {
        kind: 'text',
        x: column.x + column.width - context.measure(text, size, 'regular'),
        y: pager.y + size,
        text,
        size,
        weight: 'regular',
        color: GREY,
      },
    ],
  })
  pager.y += size * 1.5
}
