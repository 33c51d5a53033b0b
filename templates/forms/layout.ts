/**
 * Lays out a blank: blocks of the annex → sheets of marks and fields. Pure measuring; nothing is written here.
 */
import type {Field, LayoutBlock} from '../../parser/model/index.ts'
import {isElement, type Element, type Mark} from '../pdf/display.ts'
import {LINE_HEIGHT} from '../pdf/fields.ts'
import {Pager} from '../pdf/pager.ts'
import {GREY, STYLE} from '../pdf/style.ts'
import {setTable} from '../pdf/table.ts'
import {wrapBalanced, wrapText} from '../pdf/wrap.ts'
import {firstBaseline, rowsFor, setContent, setRules} from './content.ts'
import {textValue, type Column, type FormContext} from './context.ts'
import {joinLines, joinParts, type FormBlock, type Run} from './parts.ts'
import {formTable} from './table.ts'

export type {FormValue, FormValues} from './context.ts'

const INSET = STYLE.fieldInset
const ADDRESSEE_SHARE = 0.56
/** Lines to write in where the source has lost how many there were. */
const MULTILINE_ROWS = 2
/** At the sides of a box. */
const BOX_PADDING = 5
const INDENT = 22
/** Width of a rule that shares its line with another, in characters. */
const HALF_LINE = 30
/** A line with fewer letters may be the name of who signs below. */
const SHORT_HEADING = 100
/** Shares of boxes that add up to this fill their row. */
const FULL = 0.985
/** A title is set smaller, down to this, so that its lines break where the original's do. */
const LEAST_TITLE = 10.5

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
        else if (isSignatory(block) && blocks[i + 1]?.type === 'signature') space(12)
        setContent(pager, full, block.content, context, {tag: 'P', indent: block.indent ? INDENT : 0})
        break
      case 'item': {
        const indent = block.indent ? INDENT : 0
        setItem(pager, {x: full.x + indent, width: full.width - indent}, block.marker, block.content, context)
        break
      }
      case 'rules':
        setRules(pager, under(blocks[i - 1], full, context), context.field(block.field), block.rules, block.tail, context)
        break
      case 'list':
        setList(pager, full, block, context)
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
        if (blocks[i - 1]?.type === 'note') space(1)
        else {
          space(6)
          keepTogether(pager, full, blocks, i, context)
        }
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
  block?.type === 'paragraph' &&
  block.content.every((run) => run.type === 'text' && run.value.length < SHORT_HEADING && !/[.;]$/u.test(run.value))

/** Rules that go on with an item stand under its words. */
function under(block: FormBlock | undefined, column: Column, context: FormContext): Column {
  if (block?.type !== 'item' || block.content.some((run) => run.type === 'gap')) return column
  const hang = hanging(block.marker, context) + (block.indent ? INDENT : 0)
  return {x: column.x + hang, width: column.width - hang}
}

const hanging = (marker: string, context: FormContext): number => Math.max(18, context.measure(`${marker} `, STYLE.size, 'regular') + 2)
/** Rules that are numbered: each is a field of its own, one line of the value in each. */
function setList(pager: Pager, column: Column, block: Extract<FormBlock, {type: 'list'}>, context: FormContext): void {
  const field = context.field(block.field)
  const lines = textValue(context.value(field.name)).split('\n')
  const count = block.markers.length
  const goesOn = block.rest.length > 0
  for (const [row, marker] of block.markers.entries()) {
    const last = row === count - 1
    // what there is no rule for stays on the last
    const value = last && !goesOn ? lines.slice(row).join('; ') : (lines[row] ?? '')
    const numbered: Field = {...field, type: 'text', name: `${field.name}-${row + 1}`, label: `${field.label} ${marker}`.trim()}
    const rest: Field = {...numbered, name: `${field.name}-${count + 1}`}
    const own = (name: string): boolean => name === numbered.name
    const inner: FormContext = {
      ...context,
      field: (name) => (own(name) ? numbered : name === field.name ? rest : context.field(name)),
      value: (name) =>
        own(name) ? value : name === field.name || name === rest.name ? lines.slice(count).join('; ') : context.value(name),
      unwritten: (name) =>
        own(name) ? value : name === field.name || name === rest.name ? lines.slice(count).join('; ') : context.unwritten(name),
    }
    const gap: Run = {type: 'gap', field: numbered.name, width: last && goesOn ? HALF_LINE : 1, caption: last ? block.caption : null}
    setItem(pager, column, marker, last ? [gap, ...block.rest] : [gap], inner)
  }
}

/** Remarks that would run over the foot of the sheet but fit one go to the next together. */
function keepTogether(pager: Pager, column: Column, blocks: readonly FormBlock[], from: number, context: FormContext): void {
  const end = blocks.findIndex((block, i) => i >= from && block.type !== 'note')
  const notes = blocks.slice(from, end === -1 ? blocks.length : end)
  const height = notes.reduce(
    (sum, block) => sum + (block.type === 'note' ? noteLines(block.text, column, context).length * notePitch(context) + 1 : 0),
    0,
  )
  if (height <= pager.bottom - pager.margins.top) pager.need(height)
}

function setTitle(pager: Pager, column: Column, lines: readonly string[], context: FormContext): void {
  const widest = Math.max(1, ...lines.map((line) => context.measure(line, 1, 'bold')))
  const fitting = Math.floor((column.width / widest) * 4) / 4
  const size = fitting < LEAST_TITLE ? STYLE.titleSize : Math.min(STYLE.titleSize, fitting)
  const measure = (text: string): number => context.measure(text, size, 'bold')
  const wrapped = lines.flatMap((line) => wrapBalanced(line, column.width, measure))
  const pitch = size * 1.32
  pager.space(14 * context.density.space)
  pager.need(wrapped.length * pitch + 60)
  pager.add({
    tag: 'H1',
    kids: wrapped.map((text, i) => ({
      kind: 'text',
      x: column.x + (column.width - measure(text)) / 2,
      y: pager.y + size + i * pitch,
      text,
      size,
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
type Box = Extract<LayoutBlock, {type: 'box'}>

/** «16» → «16. »; a number printed with its mark keeps it. */
const boxNumber = (number: string | null): string =>
  number === null || number === '' ? '' : /[.)]$/u.test(number) ? `${number} ` : `${number}. `

/** Boxes side by side, all as high as the highest. */
function setBoxes(pager: Pager, column: Column, boxes: readonly Box[], context: FormContext): void {
  const size = context.density.boxSize
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
    const lines = linesInBox(box, {x: x + BOX_PADDING, width: inner}, pager, context)
    const textHeight = words.length * size * 1.3
    const part = {x, width, words, field, open, value, lines, textHeight, fieldHeight: rows > 0 ? rows * pitch + 3 : 0}
    x += width
    return part
  })
  const below = (lines: Pager): number => (lines.atTop ? 0 : lines.y + 3)
  const height = Math.max(...parts.map((part) => context.density.boxPadding + part.textHeight + part.fieldHeight + below(part.lines)))
  if (height > pager.bottom - pager.margins.top)
    for (const {field, value} of parts) if (field && value !== '') context.misfit(field.name, value)
  pager.need(height)
  for (const part of parts) {
    const {x, width, words, field, lines} = part
    const words_: Element = {
      tag: 'P',
      kids: words.map((text, i) => ({
        kind: 'text',
        x: x + BOX_PADDING,
        y: pager.y + BOX_PADDING + size * (0.85 + i * 1.3),
        text,
        size,
        weight: 'regular',
      })),
    }
    const y = pager.y + BOX_PADDING + part.textHeight
    const room = pager.y + height - y - 1.5 - below(lines)
    if (field && part.open) {
      words_.kids.push({
        kind: 'field',
        name: context.place(field.name),
        label: context.label(field),
        // a box has room below: the text may go on there
        type: field.type === 'date' ? 'date' : 'multiline',
        x: x + BOX_PADDING,
        y,
        width: width - 2 * BOX_PADDING,
        height: room,
        size: context.density.fieldSize,
        value: part.value,
        ...(field.type === 'date' ? {check: 'date' as const} : field.format ? {check: field.format} : {}),
      })
    }
    pager.add({
      tag: 'Div',
      kids: [
        {kind: 'frame', x, y: pager.y, width, height, line: STYLE.rule},
        words_,
        ...lines.sheet.elements.map((element) => moved(element, y + (field && part.open ? room : 0))),
      ],
    })
  }
  pager.y += height
}

/** The captions and gaps of a box, set by themselves from y = 0. */
function linesInBox(box: Box, column: Column, pager: Pager, context: FormContext): Pager {
  const endless = new Pager({...pager.margins, top: 0, bottom: -1e6})
  for (const line of joinLines(box.lines ?? []))
    setContent(endless, column, line, context, {tag: 'P', indent: 0, size: context.density.boxSize, gapPitch: context.density.boxGapPitch})
  return endless
}

/** An element further down. */
function moved(element: Element, by: number): Element {
  const move = (kid: Element | Mark): Element | Mark => {
    if (isElement(kid)) return moved(kid, by)
    return kid.kind === 'rule' ? {...kid, y1: kid.y1 + by, y2: kid.y2 + by} : {...kid, y: kid.y + by}
  }
  return {...element, kids: element.kids.map(move)}
}

const notePitch = (context: FormContext): number => context.density.noteSize * 1.36
const noteLines = (text: string, column: Column, context: FormContext): string[] =>
  wrapText(text, column.width, (words) => context.measure(words, context.density.noteSize, 'regular'))

function setNote(pager: Pager, column: Column, text: string, context: FormContext): void {
  const pitch = notePitch(context)
  const lines = noteLines(text, column, context)
  let element: Element | null = null
  for (const line of lines) {
    if (pager.need(pitch)) element = null
    if (!element) {
      element = {tag: 'P', kids: []}
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
