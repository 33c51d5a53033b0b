/**
 * Sets running text with its gaps: rules with captions, dates in parts, ticks, combs, and fields that go on over several rules.
 */
import type {Field} from '../../parser/model/index.ts'
import type {Element, FieldMark, Mark, RuleMark, Tag, TextMark} from '../pdf/display.ts'
import {LINE_HEIGHT} from '../pdf/fields.ts'
import {setLines, type FlowStyle, type Line, type Piece} from '../pdf/flow.ts'
import type {Pager} from '../pdf/pager.ts'
import {CHARACTERS_PER_LINE, GREY, STYLE} from '../pdf/style.ts'
import {wrapText} from '../pdf/wrap.ts'
import {bareNumber} from './checks.ts'
import {textValue, type Column, type FormContext, type FormValue} from './context.ts'
import {datePart, yearPart, type Rule, type Run} from './parts.ts'
import {shareOut} from './places.ts'

/** A gap's kind decides what is put into it. */
interface GapData {
  kind: 'field' | 'signature' | 'stamp' | 'tick' | 'comb'
  field: Field
  /** Name of the form field: the field's own, or that of a part. */
  name: string
  label: string
  value: FormValue
  /** A piece of a date. */
  part?: boolean
}

const INSET = STYLE.fieldInset
/** Words after a place stand behind its last rule, if they take no more than this share of the line. */
const TAIL_SHARE = 0.75
/** Lines to write in where the source has lost how many there were. */
const MULTILINE_ROWS = 2
/** How far a rule lies under the baseline. */
const RULE_DROP = 2.5
/** From the middle of a line of type to its baseline, in ems of the field font: half of ascent and descent. */
const CENTRE = 0.388
const ASCENT = 1.069
/** Gaps printed shorter than this many characters keep their width. */
const SHORT = 12
/** «М.О.», «МО» at the end of «17. Импорттаушы: МО». */
const STAMP = /М ?\.? ?О ?\.?$/u
const LEAST_DATE = 80
const TICK = 10
/** Room for a signature, in points; the most where the source has lost the length of the rule. */
const LEAST_SIGNATURE = 90
const LOST_SIGNATURE = 190
/** A signature beside words of several lines stands this far from them. */
const BESIDE = 18
/** The number of a person or an organisation: a cell for each digit. */
const COMB_CELLS = 12
const COMB_CELL = 15.5
const COMB_TOOTH = 9
const COMB_LEAD = 3
/** Lines kept for what is printed under rules that fill a sheet. */
const CAPTION_ROWS = 4

const flowStyle = (context: FormContext, width: number, options: ContentOptions): FlowStyle => ({
  width,
  indent: options.indent,
  size: options.size ?? STYLE.size,
  captionSize: STYLE.captionSize,
  textPitch: (options.size ?? STYLE.size) * (context.density.textPitch / STYLE.size),
  gapPitch: options.gapPitch ?? context.density.gapPitch,
  measure: context.measure,
})
/** Rows a value needs in a field of several lines. */
export const rowsFor = (value: string, width: number, size: number, context: FormContext): number =>
  value === '' ? 0 : wrapText(value, width - INSET, (text) => context.measure(text, size, 'regular')).length

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
      const given = typeof own === 'string' && own !== ''
      const text = !given
        ? datePart(textValue(value), part, before, context.hasYear(field.name))
        : part === 'year'
          ? yearPart(own, before)
          : own
      const least = Math.max(PART_WIDTH[part], text === '' ? 0 : neededWidth(text, column, context))
      fixed(least, {
        name: context.place(`${field.name}-${part}`),
        label: context.partLabel(field, part),
        value: text,
        part: part !== 'quarter',
      })
    } else {
      if (isComb(field)) {
        fixed(COMB_LEAD + COMB_CELLS * COMB_CELL, {kind: 'comb', name: context.place(field.name)})
        before = ''
        continue
      }
      if (field.type === 'signature') {
        const printed = (run.width * pager.width) / CHARACTERS_PER_LINE
        fixed(Math.min(column.width, LOST_SIGNATURE, run.width > 0 ? Math.max(printed, LEAST_SIGNATURE) : LOST_SIGNATURE), {
          kind: 'signature',
          value: '',
        })
        before = ''
        continue
      }
      const wish = Math.min((run.width * pager.width) / CHARACTERS_PER_LINE, column.width)
      const text = textValue(context.unwritten(field.name))
      const name = context.place(field.name)
      const date = field.type === 'date'
      found.push({
        kind: 'gap',
        width: content.length === 1 ? 0 : date && run.width > 0 ? Math.max(wish, LEAST_DATE) : wish,
        least: text === '' ? 0 : neededWidth(text, column, context),
        // short places, such as that of a number inside a sentence, keep their size
        grows: run.width === 0 || run.width > SHORT || (i === content.length - 1 && !date),
        caption,
        data: {kind: 'field', field, name, label: context.label(field), value: text},
      })
    }
    before = ''
  }
  return found
}

const neededWidth = (text: string, column: Column, context: FormContext): number =>
  Math.min(column.width, context.measure(text, context.density.fieldSize, 'regular') + INSET + 2)
export interface ContentOptions {
  tag: Tag
  indent: number
  size?: number
  gapPitch?: number
}
/** Whether a gap is set as several places: more rules than one, or a value that needs them. */
function isBlock(run: Run, column: Column, context: FormContext): boolean {
  if (run.type !== 'gap' || run.part !== undefined) return false
  const field = context.field(run.field)
  if (field.type === 'signature' || field.type === 'stamp' || isComb(field)) return false
  if ((run.more ?? []).length > 0) return true
  return (field.type === 'multiline' && run.width === 0) || isLong(field, context.unwritten(run.field), column.width, context)
}

/** Running text with its gaps, over as many lines as it takes. */
export function setContent(pager: Pager, column: Column, content: readonly Run[], context: FormContext, options: ContentOptions): void {
  const at = content.findIndex((run) => isBlock(run, column, context))
  if (at !== -1) {
    setPlaces(pager, column, content, at, context, options)
    return
  }
  const style = flowStyle(context, column.width, options)
  setParagraph(
    pager,
    column,
    signatureBeside(content, column, context, pager, options) ?? setLines(pieces(content, column, context, pager), style),
    context,
    options,
  )
}

/** «Уәкілетті органның бастығы (кент, ауыл …) ________»: the rule stands beside the last line of words too long to share one line with it. */
function signatureBeside(
  content: readonly Run[],
  column: Column,
  context: FormContext,
  pager: Pager,
  options: ContentOptions,
): Line<GapData>[] | null {
  const [words, gap, ...others] = content
  if (others.length > 0 || words?.type !== 'text' || gap?.type !== 'gap' || context.field(gap.field).type !== 'signature') return null
  const [piece] = pieces([gap], column, context, pager)
  if (piece?.kind !== 'gap') return null
  const room = column.width - piece.width - BESIDE
  if (context.measure(words.value, STYLE.size, 'regular') <= room) return null
  const lines = setLines<GapData>([{kind: 'text', text: words.value}], flowStyle(context, room, options))
  const rule = setLines([piece], flowStyle(context, piece.width, {...options, indent: 0}))[0]
  const last = lines.at(-1)
  if (!last || !rule) return null
  const shift = column.width - piece.width
  const items = rule.items.map((item) =>
    item.kind === 'text' ? item : {...item, x: shift, caption: item.caption.map((part) => ({...part, x: shift + part.x}))},
  )
  return [...lines.slice(0, -1), {...rule, items: [...last.items, ...items]}]
}

/**
 * A field of several places: the rule behind the label, full rules below it, and the last rule with the words that follow.
 *
 *     құжат, жеке куәлік № _____________
 *     __________________________________
 *     ____________________ берілген күні
 */
function setPlaces(pager: Pager, column: Column, content: readonly Run[], at: number, context: FormContext, options: ContentOptions): void {
  const gap = content[at]
  if (gap?.type !== 'gap') return
  const field = context.field(gap.field)
  const before = content.slice(0, at)
  const after = content.slice(at + 1)
  const rules: Rule[] = (gap.more ?? []).map((rule) => ({...rule}))
  let caption = gap.caption
  if (rules.length === 0 && field.type === 'multiline' && gap.width === 0) {
    rules.push({count: MULTILINE_ROWS - 1, caption: before.length === 0 ? caption : null})
    if (before.length === 0) caption = null
  }
  if (before.length === 0) {
    // nothing stands before the first rule: it is one of them
    if (caption === null && rules[0]) rules[0].count += 1
    else rules.unshift({count: 1, caption})
  } else if (rules.length === 0) {
    // the value alone asks for more: what is printed under the rule goes under the last
    rules.push({count: 0, caption})
    caption = null
  }
  const tail = after.every((run) => run.type === 'text')
    ? after
        .map((run) => (run.type === 'text' ? run.value : ''))
        .join('')
        .trim()
    : ''
  const tailWidth = tail === '' ? 0 : context.measure(tail, STYLE.size, 'regular') + 8
  const ends = tail !== '' && tailWidth <= TAIL_SHARE * column.width
  let tailCaption: string | null = null
  const last = rules.at(-1)
  if (ends && last) {
    last.count = Math.max(0, last.count - 1)
    tailCaption = last.caption
    last.caption = null
  }
  const data: GapData = {kind: 'field', field, name: '', label: '', value: ''}
  const open = (under: string | null): Piece<GapData> => ({kind: 'gap', width: 0, least: 0, grows: true, caption: under ?? '', data})
  const style = flowStyle(context, column.width, options)
  const lines = before.length > 0 ? setLines([...pieces(before, column, context, pager), open(caption)], style) : []
  const head = lines.at(-1)?.items.find((item) => item.kind === 'gap' && item.data === data)
  const size = context.density.fieldSize
  const places = [
    ...(head?.kind === 'gap' ? [{width: head.width - INSET - 1, rows: 1}] : []),
    ...rules.map(({count}) => ({width: column.width - INSET, rows: count})),
    ...(ends ? [{width: column.width - tailWidth - INSET - 1, rows: 1}] : []),
  ]
  const grows = (head ? 1 : 0) + rules.length - 1
  const shares = shareOut(textValue(context.unwritten(field.name)), places, grows, (text) => context.measure(text, size, 'regular'))
  let index = 0
  const take = (): {text: string; rows: number; name: string; label: string} => {
    const share = shares[index++] ?? {text: '', rows: 0}
    if (share.rows === 0) return {...share, name: '', label: ''}
    const name = context.place(field.name)
    return {...share, name, label: name === field.name ? context.label(field) : context.continuedLabel(field)}
  }
  const fill = ({text, name, label}: {text: string; name: string; label: string}): void => {
    Object.assign(data, {value: text, name, label})
  }
  if (head) fill(take())
  if (lines.length > 0) setParagraph(pager, column, lines, context, options)
  for (const rule of rules) {
    const place = take()
    if (place.rows > 0) setRows(pager, column, {...place, field, caption: rule.caption}, context)
  }
  if (ends) {
    fill(take())
    const close = setLines([open(tailCaption), {kind: 'text', text: /^[.,;:]/u.test(tail) ? tail : ` ${tail}`}], {...style, indent: 0})
    setParagraph(pager, column, close, context, options)
  } else if (after.length > 0) setContent(pager, column, after, context, {...options, indent: 0})
}
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
    } else if (kind === 'comb') {
      marks.push(...combMarks(left + COMB_LEAD, baseline + RULE_DROP), combField(item.data, left + COMB_LEAD, baseline, context))
    } else {
      const rule = baseline + RULE_DROP
      marks.push({kind: 'rule', x1: left, y1: rule, x2: left + item.width, y2: rule, width: STYLE.rule})
      const type = field.type === 'date' && name === field.name ? 'date' : 'text'
      if (kind !== 'signature')
        marks.push(
          singleField(
            field,
            {name, label, type, ...(item.data.part ? {check: 'date-part' as const} : {})},
            value,
            {x: left, width: item.width},
            baseline,
            context,
          ),
        )
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
  of: Field,
  field: Pick<FieldMark, 'name' | 'label' | 'type' | 'check'>,
  value: FormValue,
  place: Column,
  baseline: number,
  context: FormContext,
): FieldMark {
  const text = textValue(value)
  const natural = context.measure(text, 1, 'regular')
  const fitting = Math.floor(((place.width - INSET) / Math.max(natural, 0.01)) * 4) / 4
  const size = text === '' ? context.density.fieldSize : Math.max(STYLE.leastFieldSize, Math.min(context.density.fieldSize, fitting))
  if (text.includes('\n') || (text !== '' && fitting < STYLE.leastFieldSize)) context.misfit(of.name, text)
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
    ...checkOf(of, field),
  }
}

/** What a viewer checks when the field is left. */
function checkOf(field: Field, mark: Pick<FieldMark, 'type' | 'check'>): Pick<FieldMark, 'check'> {
  if (mark.check) return {check: mark.check}
  if (mark.type === 'date') return {check: 'date'}
  return field.format ? {check: field.format} : {}
}

/** A rule with a tooth between every two cells. */
const combMarks = (x: number, rule: number): RuleMark[] => [
  {kind: 'rule', x1: x, y1: rule, x2: x + COMB_CELLS * COMB_CELL, y2: rule, width: STYLE.rule},
  ...Array.from({length: COMB_CELLS + 1}, (_, i): RuleMark => {
    const at = x + i * COMB_CELL
    return {kind: 'rule', x1: at, y1: rule, x2: at, y2: rule - COMB_TOOTH, width: STYLE.rule}
  }),
]

function combField({field, name, label, value}: GapData, x: number, baseline: number, context: FormContext): FieldMark {
  const digits = bareNumber(textValue(value))
  if ([...digits].length > COMB_CELLS) context.misfit(field.name, textValue(value))
  const size = context.density.fieldSize
  return {
    kind: 'field',
    name,
    label,
    type: 'comb',
    cells: COMB_CELLS,
    x,
    y: baseline - STYLE.fieldHeight / 2 - CENTRE * size,
    width: COMB_CELLS * COMB_CELL,
    height: STYLE.fieldHeight,
    size,
    value: digits,
    ...checkOf(field, {type: 'comb'}),
  }
}

/** Twelve digits, one to a cell. */
const isComb = (field: Field): boolean =>
  field.type === 'text' && (field.format === 'iin' || field.format === 'bin' || field.format === 'iin-bin')
/** Rules under each other that are one field of their own. */
export function setRules(pager: Pager, column: Column, field: Field, rules: readonly Rule[], tail: string, context: FormContext): void {
  const [first, ...more] = rules
  if (!first) return
  const value = context.unwritten(field.name)
  const total = rules.reduce((sum, {count}) => sum + count, 0)
  const written = field.type !== 'signature' && field.type !== 'stamp'
  if (isComb(field) || (!written && tail !== '')) {
    const content: Run[] = [{type: 'gap', field: field.name, width: 0, caption: first.caption}]
    setContent(pager, column, [...content, {type: 'text', value: tail}], context, {tag: 'P', indent: 0})
  } else if (written && (total > 1 || tail !== '' || isLong(field, value, column.width, context))) {
    const opening: Rule[] = first.count > 1 ? [{...first, count: first.count - 1}] : []
    const gap: Run = {
      type: 'gap',
      field: field.name,
      width: 1,
      caption: first.count > 1 ? null : first.caption,
      more: [...opening, ...more],
    }
    const content: Run[] = [gap, ...(tail === '' ? [] : [{type: 'text' as const, value: tail}])]
    setPlaces(pager, column, content, 0, context, {tag: 'P', indent: 0})
  } else {
    const name = written ? context.place(field.name) : ''
    const text = textValue(value)
    setRows(pager, column, {field, rows: total, text, name, label: context.label(field), caption: first.caption}, context)
  }
}

/** Rules of one place. */
interface Rows {
  field: Field
  rows: number
  /** What the place holds of the field's value. */
  text: string
  /** '' for a place that is written by hand only. */
  name: string
  label: string
  caption: string | null
}

/** Draws rules under each other with the field that lies on them; more than a sheet holds go on on the next. */
function setRows(pager: Pager, column: Column, place: Rows, context: FormContext): void {
  const size = context.density.fieldSize
  const pitch = LINE_HEIGHT * size
  const top = 4.5 * context.density.space
  const most = Math.floor((pager.bottom - pager.margins.top - top - 2) / pitch) - CAPTION_ROWS
  if (place.rows > most) {
    const width = column.width - INSET
    const [now, then] = shareOut(
      place.text,
      [
        {width, rows: most},
        {width, rows: place.rows - most},
      ],
      1,
      (text) => context.measure(text, size, 'regular'),
    )
    setRows(pager, column, {...place, rows: most, text: now?.text ?? '', caption: null}, context)
    const name = context.place(place.field.name)
    setRows(
      pager,
      column,
      {...place, rows: place.rows - most, text: then?.text ?? '', name, label: context.continuedLabel(place.field)},
      context,
    )
    return
  }
  const {field, rows, text, name, label, caption} = place
  const measure = (words: string): number => context.measure(words, STYLE.captionSize, 'regular')
  const captions = caption ? wrapText(caption, column.width, measure) : []
  const single = rows === 1
  const height =
    (single ? context.density.gapPitch : top + rows * pitch + 2) +
    captions.length * STYLE.captionSize * 1.22 +
    (captions.length > 0 ? 1.5 : 0)
  pager.need(height)
  const element: Element = {tag: 'P', kids: []}
  pager.add(element)
  // the place of a line of type inside the field, as viewers put it
  const first = single ? pager.y + context.density.gapPitch - 0.33 * STYLE.size : pager.y + top + ASCENT * size
  for (let row = 0; row < rows; row++) {
    const y = first + RULE_DROP + row * pitch
    element.kids.push({kind: 'rule', x1: column.x, y1: y, x2: column.x + column.width, y2: y, width: STYLE.rule})
  }
  if (name !== '') {
    element.kids.push(
      single
        ? singleField(field, {name, label, type: field.type === 'date' ? 'date' : 'text'}, text, column, first, context)
        : {
            kind: 'field',
            name,
            label,
            type: 'multiline',
            x: column.x + INSET,
            y: pager.y + top,
            width: column.width - INSET,
            height: rows * pitch + 2,
            size,
            value: text,
          },
    )
  }
  if (captions.length > 0)
    element.kids.push({tag: 'Span', kids: captionMarks(captions, column, first + RULE_DROP + (rows - 1) * pitch, measure)})
  pager.y += height + (single ? 0 : 3 * context.density.space)
}

/** Baseline of an element's first line: of its first word, or of what is typed on its first rule. */
export function firstBaseline(element: Element): number | null {
  for (const kid of element.kids) {
    if ('tag' in kid) continue
    if (kid.kind === 'text') return kid.y
    if (kid.kind === 'rule') return kid.y1 - RULE_DROP
  }
  return null
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
