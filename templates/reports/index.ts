/**
 * Reports on the quality indicators of a standard: a page for reading and printing, and a PDF to fill in.
 */
import type {Annex, Indicator} from '../../parser/model/index.ts'
import {writeDocument} from '../pdf/document.ts'
import type {Element} from '../pdf/display.ts'
import {prepareFonts, textWidth, type FontFiles, type PreparedFonts} from '../pdf/fonts.ts'
import {setBanner, setFooters, setHead} from '../pdf/furniture.ts'
import {Pager} from '../pdf/pager.ts'
import {GREY, STYLE} from '../pdf/style.ts'
import {setTable, type Cell, type Row} from '../pdf/table.ts'
import {wrapBalanced} from '../pdf/wrap.ts'
import {wordingData, type AnnexContext, type Template} from '../wording.ts'

/** Names of the templates a report needs; each is a file `<name>.hbs` beside this one. `page` is HTML, the others plain text. */
export const REPORT_TEMPLATES = [
  'page',
  'head',
  'status-word',
  'status',
  'footer',
  'report-number',
  'document-title',
  'title',
  'year-label',
  'organisation-label',
  'signature-label',
  'date-label',
  'cell-label',
  'column-indicator',
  'column-normative',
  'column-target',
  'column-current',
  'date-error',
] as const
export type ReportTemplates = Record<(typeof REPORT_TEMPLATES)[number], Template>

export interface ReportAssets {
  fonts: FontFiles
  reports: ReportTemplates
}

/** What an office reports: values by the code of the indicator («3.1»). What is left out stays open. */
export interface ReportValues {
  year?: string
  organisation?: string
  indicators?: Readonly<Record<string, {normative?: string; target?: string; current?: string}>>
}

export interface ReportOptions {
  assets: ReportAssets
  values?: ReportValues
  /** Date written into the PDF, `YYYY-MM-DD`; the act's own date where left out. */
  date?: string
}

interface Line extends Indicator {
  /** Code as the values and field names know it; the place in the table where the act prints none. */
  key: string
}

interface Group {
  heading: string
  rows: Line[]
}

/** An annex that a report can be made for. */
export const isReport = (annex: Annex): boolean => annex.kind === 'indicators' && (annex.indicators?.length ?? 0) > 0

function indicatorsOf(annex: Annex): readonly Indicator[] {
  if (!annex.indicators || annex.indicators.length === 0) throw new Error(`annex ${annex.id} has no indicators to report on`)
  return annex.indicators
}

/** Indicators under their group headings, values filled in. What the act prints stands before what the office says. */
function groupsOf(annex: Annex, values: ReportValues): Group[] {
  const groups: Group[] = []
  for (const [i, indicator] of indicatorsOf(annex).entries()) {
    const key = indicator.code || `row-${i + 1}`
    const given = values.indicators && Object.hasOwn(values.indicators, key) ? values.indicators[key] : undefined
    const row: Line = {
      ...indicator,
      key,
      normative: indicator.normative || given?.normative || '',
      target: given?.target ?? indicator.target,
      current: given?.current ?? indicator.current,
    }
    const group = groups.at(-1)
    if (group && group.heading === indicator.group) group.rows.push(row)
    else groups.push({heading: indicator.group, rows: [row]})
  }
  return groups
}

/** The act's own column headings where it prints four, else the usual ones. */
function columnsOf(annex: Annex, reports: ReportTemplates): string[] {
  const columns = annex.columns ?? []
  return columns.length === 4
    ? columns
    : [reports['column-indicator']({}), reports['column-normative']({}), reports['column-target']({}), reports['column-current']({})]
}

/**
 * The report as a page of its own: no files beside it, prints on A4.
 *
 * @param context an annex of kind `indicators`, its standard and its resolution, as published
 * @returns HTML; every text is escaped
 * @throws Error when the annex has no indicators
 */
export function renderReportHtml(context: AnnexContext, options: ReportOptions): string {
  const {reports} = options.assets
  const values = options.values ?? {}
  const wording = wordingData(context)
  return reports.page({
    repealed: wording.repealed,
    documentTitle: reports['document-title'](wording),
    statusWord: reports['status-word'](wording),
    status: reports.status(wording),
    head: reports.head(wording),
    title: reports.title(wording),
    yearLabel: reports['year-label'](wording),
    year: values.year ?? '',
    organisationLabel: reports['organisation-label'](wording),
    organisation: values.organisation ?? '',
    columns: columnsOf(context.annex, reports),
    groups: groupsOf(context.annex, values),
    signatureLabel: reports['signature-label'](wording),
    dateLabel: reports['date-label'](wording),
    footer: reports.footer(wording),
  })
}

/**
 * The report as a PDF to fill in: target and current value of every indicator are fields, and the normative value where the act leaves
 * it open. Field names: `target-3-1`, `current-3-1`, `normative-3-1`, `year`, `organisation`, `date`.
 *
 * @returns the PDF's bytes; equal arguments give equal bytes
 * @throws Error when the annex has no indicators, or the fonts are not TrueType
 */
export async function renderReportPdf(context: AnnexContext, options: ReportOptions): Promise<Uint8Array> {
  const {reports} = options.assets
  const values = options.values ?? {}
  const groups = groupsOf(context.annex, values)
  const fonts = await prepareFonts(options.assets.fonts)
  const wording = wordingData(context)
  const pager = new Pager(STYLE.margins)
  if (wording.repealed) setBanner(pager, fonts, reports['status-word'](wording), reports.status(wording))
  setHead(pager, fonts, reports.head(wording))
  setTitle(pager, fonts, reports.title(wording))
  setLine(pager, fonts, 'organisation', reports['organisation-label'](wording), values.organisation ?? '', pager.width)
  setLine(pager, fonts, 'year', reports['year-label'](wording), values.year ?? '', 150)
  pager.space(10)

  const columns = columnsOf(context.annex, reports)
  const open = (kind: string, row: Line, value: string, column: number): Cell => ({
    field: {
      // a full stop in a field's name would make it a branch of another
      name: `${kind}-${row.key.replaceAll('.', '-')}`,
      label: reports['cell-label']({code: row.code, label: row.label, column: columns[column] ?? ''}),
      value,
    },
    centred: true,
  })
  const rows = groups.flatMap((group): Row[] => [
    ...(group.heading === '' ? [] : [{heading: group.heading}]),
    ...group.rows.map((row): Row => [
      {text: row.code === '' ? row.label : `${row.code.replace(/\.$/u, '')}. ${row.label}`},
      context.annex.indicators?.some((printed) => printed.code === row.code && printed.label === row.label && printed.normative !== '')
        ? {text: row.normative, centred: true}
        : open('normative', row, row.normative, 1),
      open('target', row, row.target, 2),
      open('current', row, row.current, 3),
    ]),
  ])
  setTable(
    pager,
    {x: pager.left, width: pager.width},
    {columns, numbers: false, rows, lines: 1, measure: (text, size, weight) => textWidth(fonts[weight], text, size)},
  )
  pager.space(26)
  setSignature(pager, fonts, reports['signature-label'](wording), reports['date-label'](wording))
  setFooters(pager, fonts, reports.footer(wording), (page, pages) => reports['report-number']({...wording, page, pages}))
  return writeDocument(
    fonts,
    {
      title: reports['document-title'](wording),
      subject: reports.head(wording),
      date: options.date ?? context.resolution.date,
      keywords: context.annex.id,
      dateError: reports['date-error'](wording),
    },
    pager.sheets,
  )
}

function setTitle(pager: Pager, fonts: PreparedFonts, title: string): void {
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
  pager.y += lines.length * pitch + 10
}

/** «Есепті жыл ____» */
function setLine(pager: Pager, fonts: PreparedFonts, name: string, label: string, value: string, most: number): void {
  const baseline = pager.y + STYLE.gapPitch - 4
  const width = textWidth(fonts.regular, `${label} `, STYLE.size)
  const x = pager.left + width + 2
  const right = Math.min(pager.left + pager.width, x + most)
  pager.need(STYLE.gapPitch)
  pager.add({
    tag: 'P',
    kids: [
      {kind: 'text', x: pager.left, y: baseline, text: label, size: STYLE.size, weight: 'regular'},
      {kind: 'rule', x1: x, y1: baseline + 2.5, x2: right, y2: baseline + 2.5, width: STYLE.rule},
      {
        kind: 'field',
        name,
        label,
        type: 'text',
        x: x + STYLE.fieldInset,
        y: baseline - 12.7,
        width: right - x - STYLE.fieldInset,
        height: STYLE.fieldHeight,
        size: fit(value, right - x - STYLE.fieldInset, fonts),
        value,
      },
    ],
  })
  pager.y += STYLE.gapPitch + 2
}

/** The size a value fits its field in. */
function fit(value: string, width: number, fonts: PreparedFonts): number {
  const natural = textWidth(fonts.regular, value, 1)
  return natural * STYLE.fieldSize <= width ? STYLE.fieldSize : Math.max(6, Math.floor((width / natural) * 4) / 4)
}

/** Rules for the signature and the date, side by side. */
function setSignature(pager: Pager, fonts: PreparedFonts, signature: string, date: string): void {
  pager.need(40)
  const width = pager.width * 0.44
  const rule = pager.y + 18
  const kids: Element['kids'] = []
  for (const [i, label] of [signature, date].entries()) {
    const x = i === 0 ? pager.left : pager.left + pager.width - width
    kids.push({kind: 'rule', x1: x, y1: rule, x2: x + width, y2: rule, width: STYLE.rule})
    if (i === 1) {
      kids.push({
        kind: 'field',
        name: 'date',
        label,
        type: 'date',
        x: x + STYLE.fieldInset,
        y: rule - 15.2,
        width: width - STYLE.fieldInset,
        height: STYLE.fieldHeight,
        size: STYLE.fieldSize,
        value: '',
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
  pager.y += 40
}
