/** The report as a PDF to fill in, or filled: every value is a field, whose checks run in the viewer. */
import {writeDocument} from '../pdf/document.ts'
import type {Element, FieldMark, Mark} from '../pdf/display.ts'
import {prepareFonts, textWidth, type PreparedFonts} from '../pdf/fonts.ts'
import {setBanner, setFooters, setHead} from '../pdf/furniture.ts'
import {Pager} from '../pdf/pager.ts'
import {GREY, INK, LINE, STYLE} from '../pdf/style.ts'
import {setTable, type Cell, type Row} from '../pdf/table.ts'
import {wrapBalanced, wrapText} from '../pdf/wrap.ts'
import {barOf, SCALE, type Bar} from './chart.ts'
import {decimal, evaluate} from './compute.ts'
import {META_WORDS} from './csv.ts'
import {groupedRows, markOf, META_CODES, metaText} from './grid.ts'
import {fieldPart, printedLabel, type ReportContext, type ReportRow} from './indicators.ts'
import type {MetaField, ReportData, ReportResult} from './model.ts'
import {countCheck, percentCheck, yearCheck} from './scripts.ts'
import {wordingOf, type ReportAssets, type Wording} from './words.ts'

/** Name of the field that holds the template's mark. */
export const PDF_MARK_FIELD = 'template'
/** Indicator values that are fields; a field's name is `<kind>-<code>`, the code's stops as hyphens: `numerator-3-1`. */
export const PDF_VALUE_FIELDS = ['norm', 'target', 'numerator', 'denominator', 'percent'] as const
export type PdfValueField = (typeof PDF_VALUE_FIELDS)[number]

export const pdfFieldName = (kind: PdfValueField, key: string): string => `${kind}-${fieldPart(key)}`

/** Shares of the width: the indicator, what the act sets, the counts, the value. */
const SHARES = [36.6, 13.4, 13.4, 12.6, 10.5, 13.5]

/**
 * @param options `date` stands in the file as the date it was made, `YYYY-MM-DD`
 * @returns the PDF's bytes; equal arguments give equal bytes
 * @throws Error when the annex has no indicators, or the fonts are not TrueType
 */
export async function renderReportPdf(
  context: ReportContext,
  {assets, report, date}: {assets: ReportAssets; report: ReportData; date: string},
): Promise<Uint8Array> {
  const wording = wordingOf(context, assets.reports)
  const filled = evaluate(context, report)
  const fonts = await prepareFonts(assets.fonts)
  const pager = new Pager(STYLE.margins)
  const isFilled = filled.values.some(({percent}) => percent !== null)
  if (wording.repealed) setBanner(pager, fonts, wording.statusWord, wording.status)
  setHead(pager, fonts, wording.head)
  setTitle(pager, fonts, wording.title)
  const meta = (field: MetaField): LineField => ({
    name: META_CODES[field],
    label: wording.word(META_WORDS[field]),
    value: metaText(filled, field),
    ...(field === 'year' ? {script: yearCheck(wording.word('year-error'))} : {}),
  })
  setLine(pager, fonts, [meta('office')])
  setLine(pager, fonts, [meta('region'), {...meta('year'), width: 46}])
  setLine(pager, fonts, [meta('filledBy')])
  if (!isFilled) setParagraph(pager, fonts, wording.word('help'), {size: STYLE.noteSize, before: 3})
  pager.space(6)
  setValues(pager, fonts, context, wording, new Map(filled.values.map((result) => [result.code, result])))
  if (isFilled) setCharts(pager, fonts, context, wording, filled.values)
  pager.space(isFilled ? 22 : 8)
  setSignature(pager, fonts, wording, filled.date)
  setMark(pager, fonts, wording.word('mark'), markOf(filled))
  setFooters(pager, fonts, wording.footer, wording.pageNumber)
  return writeDocument(
    fonts,
    {
      title: wording.documentTitle,
      subject: wording.head,
      date,
      keywords: markOf(filled),
      dateError: wording.word('date-error'),
    },
    pager.sheets,
  )
}

function setValues(
  pager: Pager,
  fonts: PreparedFonts,
  context: ReportContext,
  wording: Wording,
  results: ReadonlyMap<string, ReportResult>,
): void {
  const columns = [
    wording.columns.indicator,
    wording.columns.norm,
    wording.columns.target,
    wording.word('numerator'),
    wording.word('denominator'),
    wording.columns.current,
  ]
  const percent = percentCheck(wording.word('percent-error'))
  const messages = {whole: wording.word('count-error'), zero: wording.word('zero-error'), order: wording.word('order-error')}
  const open = (kind: PdfValueField, row: ReportRow, column: number): Cell => {
    const share = pdfFieldName('percent', row.key)
    const script =
      kind === 'numerator'
        ? countCheck('numerator', pdfFieldName('denominator', row.key), share, messages)
        : kind === 'denominator'
          ? countCheck('denominator', pdfFieldName('numerator', row.key), share, messages)
          : percent
    return {
      field: {
        name: pdfFieldName(kind, row.key),
        label: wording.cellLabel(row, columns[column] ?? ''),
        value: decimal(results.get(row.key)?.[kind] ?? null),
        script,
      },
      centred: true,
    }
  }
  const rows = groupedRows(context).flatMap((group): Row[] => [
    ...(group.heading === '' ? [] : [{heading: group.heading}]),
    ...group.rows.map((row): Row => [
      {text: printedLabel(row)},
      row.normative === '' ? open('norm', row, 1) : {text: row.normative, centred: true},
      open('target', row, 2),
      open('numerator', row, 3),
      open('denominator', row, 4),
      open('percent', row, 5),
    ]),
  ])
  setTable(
    pager,
    {x: pager.left, width: pager.width},
    {columns, numbers: false, rows, lines: 1, shares: SHARES, measure: (text, size, weight) => textWidth(fonts[weight], text, size)},
  )
}

const BAR_HEIGHT = 9
const MARK_ROOM = 8

/** A bar for each indicator that has a value, with its outcome in words below: what is read out is the words. */
function setCharts(pager: Pager, fonts: PreparedFonts, context: ReportContext, wording: Wording, results: readonly ReportResult[]): void {
  const rows = new Map(groupedRows(context).flatMap((group) => group.rows.map((row) => [row.key, row] as const)))
  pager.space(16)
  pager.need(110)
  setParagraph(pager, fonts, wording.word('chart-title'), {size: STYLE.titleSize, weight: 'bold', tag: 'H2'})
  setLegend(pager, fonts, wording)
  for (const result of results) {
    const bar = barOf(result)
    const row = rows.get(result.code)
    if (!bar || !row) continue
    const size = STYLE.noteSize
    const bold = (text: string): number => textWidth(fonts.bold, text, size)
    const plain = (text: string): number => textWidth(fonts.regular, text, size)
    const height =
      (wrapText(printedLabel(row), pager.width, bold).length + wrapText(wording.result(result), pager.width, plain).length) * size * 1.3 +
      BAR_HEIGHT +
      2 * MARK_ROOM +
      8
    pager.need(height)
    setParagraph(pager, fonts, printedLabel(row), {size, weight: 'bold'})
    const top = pager.y + MARK_ROOM
    pager.y = top + BAR_HEIGHT + MARK_ROOM
    setParagraph(pager, fonts, wording.result(result), {size, marks: drawBar(bar, pager.left, top, pager.width)})
    pager.space(8)
  }
}

/** Marks of a bar whose upper left corner is at (x, y). */
function drawBar(bar: Bar, x: number, y: number, width: number): Mark[] {
  const at = (percent: number): number => x + (width * percent) / 100
  return [
    ...SCALE.map((mark): Mark => ({kind: 'rule', x1: at(mark), y1: y - 2, x2: at(mark), y2: y + BAR_HEIGHT + 2, width: 0.4, color: LINE})),
    {kind: 'frame', x, y: y - 1, width, height: BAR_HEIGHT + 2, line: 0.4, color: LINE},
    ...(bar.value > 0 ? [{kind: 'frame' as const, x, y, width: (width * bar.value) / 100, height: BAR_HEIGHT, fill: GREY}] : []),
    ...(bar.target === null ? [] : drawTarget(at(bar.target), y, BAR_HEIGHT)),
    ...(bar.norm === null ? [] : drawNorm(at(bar.norm), y, BAR_HEIGHT)),
  ]
}

const WHITE = [1, 1, 1] as const

/** A full line with a filled triangle above. */
function drawNorm(x: number, y: number, height: number): Mark[] {
  const steps = 10
  return [
    {kind: 'rule', x1: x, y1: y - 1, x2: x, y2: y + height + 1, width: 4.5, color: WHITE},
    {kind: 'rule', x1: x, y1: y - 3, x2: x, y2: y + height + 3, width: 2, color: INK},
    // a triangle of rules, each a little shorter than the one above
    ...Array.from({length: steps}, (_, i): Mark => {
      const half = 4 * (1 - i / steps)
      const at = y - 7 + (i * 5) / steps
      return {kind: 'rule', x1: x - half, y1: at, x2: x + half, y2: at, width: 0.6, color: INK}
    }),
  ]
}

/** A broken line with an open diamond below. */
function drawTarget(x: number, y: number, height: number): Mark[] {
  const foot = y + height + 4.5
  const arm = 3.2
  const edge = (x1: number, y1: number, x2: number, y2: number): Mark => ({kind: 'rule', x1, y1, x2, y2, width: 1, color: INK})
  return [
    {kind: 'rule', x1: x, y1: y - 1, x2: x, y2: y + height + 1, width: 4, color: WHITE},
    ...[0, 1, 2].map((i): Mark => {
      const step = (height + 2) / 3
      return {kind: 'rule', x1: x, y1: y - 2 + i * step, x2: x, y2: y - 2 + i * step + step * 0.62, width: 1.3, color: INK}
    }),
    edge(x - arm, foot, x, foot - arm),
    edge(x, foot - arm, x + arm, foot),
    edge(x + arm, foot, x, foot + arm),
    edge(x, foot + arm, x - arm, foot),
  ]
}

function setLegend(pager: Pager, fonts: PreparedFonts, wording: Wording): void {
  const size = STYLE.captionSize
  const y = pager.y + 9
  const kids: Element['kids'] = []
  let x = pager.left
  const entries: [string, (at: number) => Mark[]][] = [
    [wording.word('legend-value'), (at) => [{kind: 'frame', x: at, y: y - 1, width: 18, height: 7, fill: GREY}]],
    [wording.word('legend-norm'), (at) => drawNorm(at + 9, y - 1, 7)],
    [wording.word('legend-target'), (at) => drawTarget(at + 9, y - 2, 5)],
  ]
  for (const [text, draw] of entries) {
    kids.push(...draw(x), {kind: 'text', x: x + 24, y: y + 5, text: `${text} `, size, weight: 'regular', color: GREY})
    x += 24 + textWidth(fonts.regular, text, size) + 22
  }
  pager.add({tag: 'P', kids})
  pager.y = y + 14
}

interface ParagraphStyle {
  size: number
  weight?: 'regular' | 'bold'
  tag?: 'P' | 'H2'
  before?: number
  /** Drawn with the text, in the place that is theirs. */
  marks?: readonly Mark[]
}

/** Running text over the whole width. */
export function setParagraph(pager: Pager, fonts: PreparedFonts, text: string, style: ParagraphStyle): void {
  const {size, weight = 'regular', tag = 'P', before = 0, marks = []} = style
  const pitch = size * 1.3
  const lines = wrapText(text, pager.width, (line) => textWidth(fonts[weight], line, size))
  pager.space(before)
  pager.need(lines.length * pitch)
  pager.add({
    tag,
    kids: [
      ...marks,
      ...lines.map((line, i): Mark => ({kind: 'text', x: pager.left, y: pager.y + size + i * pitch, text: `${line} `, size, weight})),
    ],
  })
  pager.y += lines.length * pitch
}

export function setTitle(pager: Pager, fonts: PreparedFonts, title: string): void {
  const measure = (text: string): number => textWidth(fonts.bold, text, STYLE.titleSize)
  const pitch = STYLE.titleSize * 1.32
  const lines = wrapBalanced(title, pager.width * 0.92, measure)
  pager.space(8)
  pager.add({
    tag: 'H1',
    kids: lines.map((text, i) => ({
      kind: 'text',
      x: pager.left + (pager.width - measure(text)) / 2,
      y: pager.y + STYLE.titleSize + i * pitch,
      text,
      size: STYLE.titleSize,
      weight: 'bold',
    })),
  })
  pager.y += lines.length * pitch + 8
}

export interface LineField {
  name: string
  label: string
  value: string
  type?: 'text' | 'date'
  script?: string
  /** Room for the value; what is left of the line where left out. */
  width?: number
}

/** «Есепті жыл ____ Өңір ____»: fields with their captions on one line. */
export function setLine(pager: Pager, fonts: PreparedFonts, fields: readonly LineField[]): void {
  pager.need(STYLE.gapPitch)
  const baseline = pager.y + STYLE.gapPitch - 4
  const captions = fields.map(({label}) => textWidth(fonts.regular, `${label} `, STYLE.size) + 2)
  const between = 14
  const fixed = fields.reduce((sum, {width = 0}, i) => sum + width + (captions[i] ?? 0), between * (fields.length - 1))
  const free = Math.max(60, (pager.width - fixed) / Math.max(1, fields.filter(({width}) => width === undefined).length))
  const kids: Element['kids'] = []
  let x = pager.left
  for (const [i, {name, label, value, type = 'text', script, width = free}] of fields.entries()) {
    const start = x + (captions[i] ?? 0)
    kids.push({kind: 'text', x, y: baseline, text: label, size: STYLE.size, weight: 'regular'})
    kids.push({kind: 'rule', x1: start, y1: baseline + 2.5, x2: start + width, y2: baseline + 2.5, width: STYLE.rule})
    const mark: FieldMark = {
      kind: 'field',
      name,
      label,
      type,
      x: start + STYLE.fieldInset,
      y: baseline - 12.7,
      width: width - STYLE.fieldInset,
      height: STYLE.fieldHeight,
      size: fit(value, width - STYLE.fieldInset, fonts),
      value,
    }
    kids.push(script === undefined ? mark : {...mark, script})
    x = start + width + between
  }
  pager.add({tag: 'P', kids})
  pager.y += STYLE.gapPitch + 1
}

/** The size a value fits its field in. */
function fit(value: string, width: number, fonts: PreparedFonts): number {
  const natural = textWidth(fonts.regular, value, 1)
  return natural * STYLE.fieldSize <= width ? STYLE.fieldSize : Math.max(6, Math.floor((width / natural) * 4) / 4)
}

/** Which template this is: small, read by programs, not to be changed. */
export function setMark(pager: Pager, fonts: PreparedFonts, label: string, mark: string): void {
  const size = 6.5
  pager.need(14)
  const width = textWidth(fonts.regular, mark, size) + 6
  const caption = textWidth(fonts.regular, `${label}: `, size)
  pager.add({
    tag: 'P',
    kids: [
      {kind: 'text', x: pager.left, y: pager.y + 8, text: `${label}: `, size, weight: 'regular', color: GREY},
      {
        kind: 'field',
        name: PDF_MARK_FIELD,
        label,
        type: 'text',
        x: pager.left + caption,
        y: pager.y,
        width,
        height: 11,
        size,
        value: mark,
        readOnly: true,
      },
    ],
  })
  pager.y += 14
}

/** Rules for the signature and the date, side by side. */
function setSignature(pager: Pager, fonts: PreparedFonts, wording: Wording, date: string): void {
  pager.need(46)
  const width = pager.width * 0.44
  const rule = pager.y + 18
  const kids: Element['kids'] = []
  for (const [i, label] of [wording.word('signature'), wording.word('date')].entries()) {
    const x = i === 0 ? pager.left : pager.left + pager.width - width
    kids.push({kind: 'rule', x1: x, y1: rule, x2: x + width, y2: rule, width: STYLE.rule})
    if (i === 1) {
      kids.push({
        kind: 'field',
        name: META_CODES.date,
        label,
        type: 'date',
        x: x + STYLE.fieldInset,
        y: rule - 15.2,
        width: width - STYLE.fieldInset,
        height: STYLE.fieldHeight,
        size: STYLE.fieldSize,
        value: date,
      })
    }
    kids.push({
      kind: 'text',
      x: x + (width - textWidth(fonts.regular, label, STYLE.captionSize)) / 2,
      y: rule + STYLE.captionSize * 1.2,
      text: label,
      size: STYLE.captionSize,
      weight: 'regular',
      color: GREY,
    })
  }
  pager.add({tag: 'P', kids})
  pager.y += 32
}
