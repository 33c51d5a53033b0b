/**
 * The fields of a blank as a web form shows them: what kind of control each gets, how it is called, where it is numbered.
 *
 *     {name: 'full-name', label: '1. (тегі, аты мен әкесінің аты)', type: 'text'}
 *     → {number: 3, label: 'тегі, аты мен әкесінің аты', control: {kind: 'line'}}
 */
import type {Annex, Field, Inline, LayoutBlock} from '../../parser/model/index.ts'
import {contentOf} from './check-fields.ts'

type Part = 'day' | 'month' | 'year' | 'quarter'

export interface TableRow {
  /** Its place among the printed rows, headings counted: the one that `FormValues` goes by. */
  index: number
  /** What the blank prints in the row: «1.» */
  printed: string[]
}

export type Control =
  | {kind: 'line'}
  | {kind: 'area'; rows: number}
  | {kind: 'date'}
  /** A text in several gaps: the year and the quarter of «20__ жылғы __ тоқсанда». */
  | {kind: 'parts'; parts: Part[]}
  | {kind: 'choice'; options: string[]}
  | {kind: 'tick'}
  | {kind: 'table'; columns: string[]; rows: TableRow[]; serial: number | null}
  /** A signature, a stamp: nothing is typed there. */
  | {kind: 'later'}

export interface FieldView {
  number: number
  name: string
  /** '' where the blank has no words for it. */
  label: string
  hint: string | null
  required: boolean
  control: Control
  field: Field
}

/** The fields of one sheet. */
export interface FieldGroup {
  /** The sheet's title; null where the blank is one sheet. */
  title: string | null
  fields: FieldView[]
}

/** «1. (тегі, аты)», «2 (туған күні)»: the number printed before a caption. */
const MARKER = /^\d{1,2}\s*(?:[.)]\s+|(?<=\s))(?=\S)/u
/** «(тегі, аты мен әкесінің аты)» */
const BRACKETED = /^\((?<inner>[^()]*)\)$/u
/** «Мекенжайы (индекс, қала, көше)»: words, then an explanation. */
const EXPLAINED = /^(?<words>[^()]{3,}[^()\s])\s+\((?<inner>.+)\)$/u
/** A field called by its rules: «20__ ж. «__» ____» */
const RULES = /_{2}/u
/** Heading of a column of running numbers: «№», «Р/с №» */
const SERIAL = /^(?:р\/с\s*)?№$/iu
/** Lines of a field that may be long, though the blank prints one. */
const LEAST_AREA = 2

/** The fields in their order, by sheet of the blank. */
export function fieldGroups({fields = [], layout = []}: Pick<Annex, 'fields' | 'layout'>): FieldGroup[] {
  const sheets = sheetsOf(layout)
  const sheetOf = new Map<string, number>()
  for (const [i, sheet] of sheets.entries()) for (const name of namesIn(sheet.blocks)) if (!sheetOf.has(name)) sheetOf.set(name, i)
  const groups = (sheets.length > 0 ? sheets : [{title: null}]).map(({title}): FieldGroup => ({title, fields: []}))
  let at = 0
  for (const [i, field] of fields.entries()) {
    at = sheetOf.get(field.name) ?? at
    groups[at]?.fields.push(fieldView(field, i + 1, layout))
  }
  const filled = groups.filter((group) => group.fields.length > 0)
  return filled.length === 1 ? filled.map((group) => ({...group, title: null})) : filled
}

interface SheetBlocks {
  title: string | null
  /** Words that say which side it is. */
  side: string
  blocks: LayoutBlock[]
}

/** The blocks of each side of the blank. */
export function sheetsOf(layout: readonly LayoutBlock[]): SheetBlocks[] {
  const sheets: SheetBlocks[] = [{title: null, side: '', blocks: []}]
  for (const block of layout) {
    if (block.type === 'side') {
      sheets.push({title: null, side: block.text, blocks: []})
      continue
    }
    const sheet = sheets.at(-1)
    if (!sheet) continue
    if (block.type === 'title') sheet.title ??= block.lines.join(' ')
    sheet.blocks.push(block)
  }
  return sheets.filter(({blocks}) => blocks.length > 0)
}

function fieldView(field: Field, number: number, layout: readonly LayoutBlock[]): FieldView {
  const {label, hint} = named(field)
  return {number, name: field.name, label, hint, required: field.required, control: controlOf(field, layout), field}
}

/** Words and explanation of a field. */
function named(field: Field): {label: string; hint: string | null} {
  const whole = field.label.replace(MARKER, '').trim()
  if (RULES.test(whole) || whole === '') return {label: '', hint: field.hint ?? null}
  const inner = BRACKETED.exec(whole)?.groups?.['inner']
  if (inner !== undefined) return {label: inner, hint: field.hint ?? null}
  const {words, inner: explanation} = EXPLAINED.exec(whole)?.groups ?? {}
  if (words === undefined || explanation === undefined || field.hint !== undefined) return {label: whole, hint: field.hint ?? null}
  return {label: words, hint: explanation}
}

function controlOf(field: Field, layout: readonly LayoutBlock[]): Control {
  switch (field.type) {
    case 'signature':
    case 'stamp':
      return {kind: 'later'}
    case 'date':
      return {kind: 'date'}
    case 'checkbox': {
      const options = field.options ?? optionsIn(layout, field.name)
      return options.length > 0 ? {kind: 'choice', options} : {kind: 'tick'}
    }
    case 'table':
      return tableOf(field, layout)
    case 'multiline':
      return {kind: 'area', rows: Math.max(LEAST_AREA, field.rows ?? 0)}
    case 'text': {
      const parts = partsIn(layout, field.name)
      return parts.length > 0 ? {kind: 'parts', parts} : {kind: 'line'}
    }
  }
}

function tableOf(field: Field, layout: readonly LayoutBlock[]): Control {
  const block = layout.find((one) => one.type === 'table' && one.field === field.name)
  const printed = block?.type === 'table' ? block.rows : []
  const own = block?.type === 'table' ? block.columns : []
  const width = Math.max(own.length, field.columns?.length ?? 0, ...printed.map((row) => row.length))
  const columns = Array.from({length: width}, (_, c) => own[c] || field.columns?.[c] || '')
  const serial = columns.findIndex((column) => SERIAL.test(column.trim()))
  // a single cell in a table of several columns is a heading over them
  const rows = Array.from({length: Math.max(printed.length, field.rows ?? 0, 1)}, (_, index) => ({
    index,
    printed: printed[index] ?? [],
  })).filter(({printed: cells}) => !(cells.length === 1 && width > 1))
  return {kind: 'table', columns, rows, serial: serial < 0 ? null : serial}
}

const inlines = (blocks: readonly LayoutBlock[]): Inline[] => blocks.flatMap(contentOf)

function namesIn(blocks: readonly LayoutBlock[]): string[] {
  const own = blocks.flatMap((block) => ('field' in block && block.field !== null ? [block.field] : []))
  return [...own, ...inlines(blocks).flatMap((one) => (one.type === 'gap' ? [one.field] : []))]
}

function gapsOf(layout: readonly LayoutBlock[], name: string): Extract<Inline, {type: 'gap'}>[] {
  return inlines(layout).filter((one) => one.type === 'gap' && one.field === name) as Extract<Inline, {type: 'gap'}>[]
}

const optionsIn = (layout: readonly LayoutBlock[], name: string): string[] =>
  gapsOf(layout, name).flatMap(({part, caption}) => (part === 'option' && caption !== null ? [caption] : []))

const partsIn = (layout: readonly LayoutBlock[], name: string): Part[] => [
  ...new Set(gapsOf(layout, name).flatMap(({part}) => (part === undefined || part === 'option' ? [] : [part]))),
]
