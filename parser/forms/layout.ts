/**
 * The blank as it is printed, block by block: enough to draw it again.
 *
 *       "ЖСН _____"                    → paragraph: «ЖСН », gap
 *       "_____" ⏎ "(себебін көрсету)" → rules with a caption
 */
import {foldSpace} from '../tree.ts'
import type {Inline, LayoutBlock} from '../model/annex.ts'
import type {GapItem} from './captions.ts'
import type {Box} from './grid.ts'
import {isRuleOnly, rowPrinted, type Item, type Row, type Slot} from './rows.ts'
import {paragraphStarts} from './paragraphs.ts'
import type {BlankTable} from './tables.ts'

export interface SheetModel {
  side: string | null
  addressee: Row[]
  title: Row[]
  body: Row[]
  tables: Map<Row, {table: BlankTable; slot: Slot}>
  /** Numbered rules by the row of the first: markers of all. */
  lists: Map<Slot, string[]>
  boxes: Box[]
  remarks: Row[]
}

/** Rules shorter than this are parts of a sentence even where their length is lost. */
const WIDTH_WHERE_LOST = 16
/** Between the places of a signature line, which the print sets far apart. */
const WIDE_SPACE = '    '
/** «тіркеу кітабы (» ⏎ «мекенжай анықтамасы)»: the line is broken behind the bracket. */
const OPEN_BRACKET = /([(«]) (?=\S)/gu
const PUNCTUATION = /^[\s.,;:]*$/u

/** The blocks of one sheet. Fields must have their names. */
export function layOut(sheet: SheetModel): LayoutBlock[] {
  const blocks: LayoutBlock[] = []
  if (sheet.side !== null) blocks.push({type: 'side', text: sheet.side})
  if (sheet.addressee.length > 0)
    blocks.push({type: 'addressee', lines: sheet.addressee.map((row) => join(rowInline(row))).filter((line) => line.length > 0)})
  if (sheet.title.length > 0) blocks.push({type: 'title', lines: sheet.title.map(rowPrinted)})
  blocks.push(...bodyBlocks(sheet))
  blocks.push(...sheet.boxes.map(boxBlock))
  blocks.push(...remarkBlocks(sheet.remarks))
  return blocks
}

function bodyBlocks(sheet: SheetModel): LayoutBlock[] {
  const blocks: LayoutBlock[] = []
  const starts = paragraphStarts(sheet.body)
  let open: {marker: string | null; indent: boolean; content: Inline[]; closing: boolean} | null = null
  const flush = () => {
    if (!open) return
    const content = join(open.content, open.closing ? WIDE_SPACE : ' ')
    if (open.marker !== null) blocks.push({type: 'item', marker: open.marker, ...(open.indent ? {indent: true} : {}), content})
    else if (content.length > 0)
      blocks.push(open.closing ? {type: 'signature', content} : {type: 'paragraph', indent: open.indent, content})
    open = null
  }
  const listed = new Set<Slot>()
  sheet.body.forEach((row, index) => {
    const table = sheet.tables.get(row)
    if (table) {
      flush()
      blocks.push({
        type: 'table',
        field: table.slot.name,
        columns: table.table.columns,
        numbers: table.table.numbers,
        rows: table.table.rows,
      })
      return
    }
    const slot = row.items.find((item) => item.kind !== 'text')?.slot
    const markers = slot ? sheet.lists.get(slot) : undefined
    if (slot && markers) {
      flush()
      if (!listed.has(slot)) blocks.push({type: 'rules', field: slot.name, count: markers.length, caption: null, markers})
      listed.add(slot)
      // «4. _____ және _____ т.б.»: what stands behind the last rule.
      const rest = join(rowInline({...row, marker: null, items: row.items.slice(1)}))
      if (row.items.slice(1).some((item) => item.kind !== 'text' || !PUNCTUATION.test(item.value)))
        blocks.push({type: 'paragraph', indent: true, content: rest})
      return
    }
    if (isRuleOnly(row) && row.marker === null && slot && slot.type !== 'signature') {
      flush()
      const rule = row.items.find((item): item is GapItem => item.kind === 'gap')!
      const before = blocks.at(-1)
      const [caption, ...inside] = captionParts(rule)
      if (before?.type === 'rules' && before.field === slot.name && before.caption === null && before.tail === undefined) {
        before.count += 1
        before.caption = caption ?? null
      } else blocks.push({type: 'rules', field: slot.name, count: 1, caption: caption ?? null})
      blocks.push(...insideRules(slot.name, inside))
      const tail = foldSpace(
        row.items
          .slice(row.items.indexOf(rule) + 1)
          .map((item) => (item.kind === 'text' ? item.value : ''))
          .join(''),
      )
      const last = blocks.at(-1)
      if (tail !== '' && last?.type === 'rules') last.tail = tail
      return
    }
    const closing = isClosing(row)
    if (starts[index] || !open || isRuleOnly(row)) {
      flush()
      open = {marker: row.marker, indent: row.indented, content: [], closing}
    } else {
      open.closing ||= closing
      open.content.push({type: 'text', value: ' '})
    }
    open.content.push(...rowInline(row, false))
    const inside = row.items.flatMap((item) => (item.kind === 'gap' ? captionParts(item).slice(1) : []))
    if (inside.length > 0 && slot) {
      flush()
      blocks.push(...insideRules(slot.name, inside))
    }
  })
  flush()
  return blocks
}

/** The caption of a rule as printed: in brackets, and in pieces where further rules stand between its lines. */
function captionParts(item: GapItem | Item): string[] {
  const caption = 'caption' in item ? item.caption : undefined
  if (caption === undefined) return []
  return (item as GapItem).captionParts ?? [`(${caption})`]
}

/** Rules between the lines of a caption, each with the line under it. */
function insideRules(field: string, captions: readonly string[]): LayoutBlock[] {
  return captions.map((caption) => ({type: 'rules', field, count: 1, caption: caption === '' ? null : caption}))
}

/** The line of the signature: a stamp, a signature, or a date and nothing else. */
function isClosing(row: Row): boolean {
  const slots = row.items.flatMap((item) => (item.kind !== 'text' && item.slot ? [item.slot] : []))
  if (slots.some((slot) => slot.type === 'signature' || slot.type === 'stamp' || slot.party !== undefined)) return true
  return slots.length > 0 && row.items.every((item) => (item.kind === 'text' ? PUNCTUATION.test(item.value) : item.kind === 'date'))
}

/** Words and gaps of a row. */
export function rowInline(row: Row, withMarker = true): Inline[] {
  const inline: Inline[] = row.marker !== null && withMarker ? [{type: 'text', value: `${row.marker} `}] : []
  row.items.forEach((item, index) =>
    inline.push(
      ...itemInline(
        item,
        row,
        row.items.slice(index + 1).every((later) => later.kind === 'text' && PUNCTUATION.test(later.value)),
      ),
    ),
  )
  return inline
}

function itemInline(item: Item, row: Row, isLast: boolean): Inline[] {
  if (item.kind === 'text') return [{type: 'text', value: item.value.replaceAll(/\s+/gu, ' ')}]
  const slot = item.slot
  if (!slot) return [{type: 'text', value: item.printed}]
  const field = slot.name
  if (item.kind === 'stamp') return [{type: 'gap', field, width: item.printed.length, caption: null}]
  if (item.kind === 'gap') {
    const lost = row.widthLost || (item as GapItem).lost === true
    const known = item.width > 0 && !row.widthLost
    const width = slot.type === 'checkbox' || known ? item.width : lost ? (isLast ? 0 : WIDTH_WHERE_LOST) : item.width
    if (slot.type === 'checkbox') return [{type: 'gap', field, width, caption: item.caption ?? null, part: 'option'}]
    return [{type: 'gap', field, width, caption: captionParts(item)[0] ?? null}]
  }
  return item.pieces.map((piece): Inline =>
    'text' in piece
      ? {type: 'text', value: piece.text}
      : {type: 'gap', field, width: piece.width, caption: item.caption === undefined ? null : `(${item.caption})`, part: piece.part},
  )
}

function boxBlock(box: Box): LayoutBlock {
  const lines = box.rows.map((row) => join(rowInline(row), WIDE_SPACE))
  return {
    type: 'box',
    number: box.number,
    text: box.text,
    field: box.slot?.name ?? null,
    width: box.width,
    ...(lines.length > 0 ? {lines} : {}),
  }
}

function remarkBlocks(rows: readonly Row[]): LayoutBlock[] {
  const blocks: LayoutBlock[] = []
  const starts = paragraphStarts(rows)
  rows.forEach((row, index) => {
    const last = blocks.at(-1)
    const text = rowPrinted(row)
    // «… мынадай анықтамалар» ⏎ «:»
    if (last?.type === 'note' && (!starts[index] || PUNCTUATION.test(text)))
      last.text = foldSpace(`${last.text} ${text}`)
        .replace(/ ([:;,.])$/u, '$1')
        .replace(OPEN_BRACKET, '$1')
    else blocks.push({type: 'note', text})
  })
  return blocks
}

/** Neighbouring words made one run, a blank between words and gaps, `space` between gaps of different fields; ends trimmed. */
function join(content: readonly Inline[], space = ' '): Inline[] {
  const runs: Inline[] = []
  for (const run of content) {
    const last = runs.at(-1)
    if (run.type === 'text') {
      if (last?.type === 'text') last.value = `${last.value}${run.value}`.replaceAll(/ {2,}/gu, ' ')
      else
        runs.push({
          ...run,
          value:
            last?.type === 'gap' && (last.part === undefined || last.part === 'year') && /^[\p{L}\p{N}]/u.test(run.value)
              ? ` ${run.value}`
              : run.value,
        })
    } else {
      if (last?.type === 'gap' && last.field !== run.field) runs.push({type: 'text', value: space})
      else if (last?.type === 'text' && last.value.trim() === '' && runs.at(-2)?.type === 'gap') last.value = space
      else if (last?.type === 'text' && run.part === undefined && /[\p{L}\p{N}:№]$/u.test(last.value)) last.value += ' '
      runs.push(run)
    }
  }
  const first = runs[0]
  if (first?.type === 'text') first.value = first.value.trimStart()
  const last = runs.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return runs.filter((run) => run.type !== 'text' || run.value !== '')
}
