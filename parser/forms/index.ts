/**
 * Blanks: application forms and certificates in the annexes of a standard.
 *
 *       "Меншік иесінің мекенжайы _____"
 *       "(тұрғылықты жері/орналасқан жері, байланыс деректері)"
 *
 * become a field with its caption, type and hint, and a paragraph of the layout with a gap in it.
 */
import type {Block, SourceFormat} from '../tree.ts'
import type {Field, LayoutBlock} from '../model/annex.ts'
import {attachCaptions, type Report} from './captions.ts'
import {readChoice} from './choice.ts'
import {formatOf} from './format.ts'
import {findGrid, readGrid} from './grid.ts'
import {groupRules} from './groups.ts'
import {ALL_MANDATORY, MANDATORY, plain, REMARKS, squeezed} from './kazakh-terms.ts'
import {joinSlashes, labelGroup} from './labels.ts'
import {layOut, type SheetModel} from './layout.ts'
import {restoreAddresseeRules, restoreBodyRules} from './lost-rules.ts'
import {nameFields} from './names.ts'
import {paragraphStarts} from './paragraphs.ts'
import {readRows, rowPrinted, rowWords, type Row, type Slot} from './rows.ts'
import {readSheets, type Sheet} from './sheets.ts'
import {partyAbove, readSignatureRow, signatureCaptions} from './signature-block.ts'
import {restoreTitle} from './title.ts'
import {readMarkedTable, readPrintedTable, tableSlot} from './tables.ts'

export interface BlankContext {
  format: SourceFormat
  report: Report
  /** The title of the annex, where other steps know it; else it is found in the blocks. */
  title?: string
}

export interface Blank {
  fields: Field[]
  layout: LayoutBlock[]
  /** The title as printed, lines joined; null where the blank has none. */
  title: string | null
}

/**
 * Reads the blank of an annex.
 *
 * `blocks` are the annex without its caption; title lines are best left among them, for they part the addressee
 * from the rest. Letter-spacing should be undone before.
 * What had to be guessed goes to `context.report`. Never throws; an annex with nothing to fill in gives no fields.
 */
export function readBlank(blocks: readonly Block[], context: BlankContext): Blank {
  const found = readRows(blocks, context.format)
  const rows = context.title ? restoreTitle(found, context.title) : found
  const sheets = readSheets(rows, context.title).map((sheet) => readSheet(sheet, rows, context.report))
  const slots = sheets.flatMap(slotsOf)
  nameFields(slots)
  const title =
    sheets
      .find((sheet) => sheet.title.length > 0)
      ?.title.map(rowPrinted)
      .join(' ') ?? null
  const all = ALL_MANDATORY.test(plain(sheets.flatMap((sheet) => sheet.remarks.map(rowPrinted)).join(' ')))
  return {fields: slots.map((slot) => ({...fieldOf(slot, rows), ...(all ? {required: true} : {})})), layout: sheets.flatMap(layOut), title}
}

function readSheet(sheet: Sheet, all: readonly Row[], report: Report): SheetModel {
  const remarksFrom = sheet.body.findIndex((row) => row.kind === 'words' && REMARKS.test(squeezed(rowPrinted(row))))
  const main = remarksFrom === -1 ? sheet.body : sheet.body.slice(0, remarksFrom)
  const model: SheetModel = {
    side: sheet.side,
    addressee: [],
    title: sheet.title,
    body: [],
    tables: new Map(),
    lists: new Map(),
    boxes: [],
    remarks: remarksFrom === -1 ? [] : sheet.body.slice(remarksFrom),
  }
  const grid = findGrid(main)
  if (grid) model.boxes = readGrid(main.slice(grid.from, grid.to))
  const body = attachCaptions(readTables(grid ? main.slice(0, grid.from) : main, model, report), report)
  model.addressee = attachCaptions(sheet.addressee, report)
  restoreAddresseeRules(model.addressee, report)
  readSignatures(body)
  for (const row of body) if (row.kind === 'words') readChoice(row)
  restoreBodyRules(body, all, report)
  model.body = body
  labelAll(model.addressee, true, model, report)
  labelAll(body, false, model, report)
  return model
}

function readTables(rows: readonly Row[], model: SheetModel, report: Report): Row[] {
  const kept: Row[] = []
  let at = 0
  while (at < rows.length) {
    const row = rows[at]!
    const printed = row.kind === 'words' ? readPrintedTable(rows, at, report) : null
    if (row.table || printed) {
      const table = row.table ? readMarkedTable(row.table) : printed!.table
      const above = kept.at(-1)
      const heading =
        above?.kind === 'words' && /:$/u.test(rowPrinted(above)) && above.items.every((item) => item.kind === 'text')
          ? rowWords(above).replace(/:$/u, '')
          : ''
      const to = printed?.to ?? at + 1
      const place: Row = {...row, kind: 'table', items: [], lines: [row.lines[0], rows[to - 1]!.lines[1]]}
      kept.push(place)
      model.tables.set(place, {table, slot: tableSlot(table, row.lines[0], heading)})
      at = to
    } else {
      kept.push(row)
      at++
    }
  }
  return kept
}

function readSignatures(rows: readonly Row[]): void {
  let party: string | null = null
  let inBlock = false
  rows.forEach((row, index) => {
    const captions = signatureCaptions(row)
    if (!captions) {
      inBlock = false
      return
    }
    // A stamp alone, or beside a date, belongs to the whole paper.
    if (row.items.every((item) => item.kind === 'stamp')) return
    if (!inBlock || row.blank) party = partyAbove(rows, index)?.text ?? (inBlock ? party : null)
    inBlock = true
    readSignatureRow(row, captions, party)
  })
}

function labelAll(rows: readonly Row[], addressee: boolean, model: SheetModel, report: Report): void {
  const starts = paragraphStarts(rows)
  const groups = joinSlashes(rows, groupRules(rows, starts))
  for (const group of groups) {
    const slot = labelGroup(group, {rows, starts, addressee}, groups)
    if (slot && group.markers) model.lists.set(slot, group.markers)
    if (slot && !/\p{L}/u.test(slot.label)) report('forms/unlabelled-field', 'This rule has no caption in the source.', slot.line, 'info')
  }
}

/** The fields of a sheet, in the order of the print. */
function slotsOf(sheet: SheetModel): Slot[] {
  const found = new Set<Slot>()
  const take = (row: Row) => {
    const table = sheet.tables.get(row)
    if (table) found.add(table.slot)
    for (const item of row.items) if (item.kind !== 'text' && item.slot) found.add(item.slot)
  }
  sheet.addressee.forEach(take)
  sheet.body.forEach(take)
  for (const box of sheet.boxes) {
    if (box.slot) found.add(box.slot)
    box.rows.forEach(take)
  }
  return [...found]
}

function fieldOf(slot: Slot, rows: readonly Row[]): Field {
  const format = slot.type === 'text' ? formatOf(slot.label) : undefined
  const row = rows.find((one) => one.lines[0] <= slot.line && one.lines[1] >= slot.line)
  return {
    name: slot.name,
    label: slot.label,
    type: slot.type,
    required: MANDATORY.test(plain(`${slot.label} ${slot.hint ?? ''} ${row ? rowPrinted(row) : ''}`)),
    ...(slot.columns ? {columns: slot.columns} : {}),
    ...(slot.rows === undefined ? {} : {rows: slot.rows}),
    ...(format ? {format} : {}),
    ...(slot.hint === undefined ? {} : {hint: slot.hint}),
    ...(slot.options ? {options: slot.options} : {}),
  }
}
