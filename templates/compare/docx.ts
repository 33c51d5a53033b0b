/**
 * The comparative table («салыстырма кесте») as a Word document, in the form of the state bodies: landscape; number,
 * structural element, wording in force, proposed wording, justification to be filled in; the heads stand on every page.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import type {Pair} from '../../parser/compare/index.ts'
import {revealed} from '../../parser/language/hidden-characters.ts'
import {isSame, viewOf, type CompareBlock, type CompareRow, type Run, type ViewOptions} from './view.ts'
import {blockName, rowName, WORDS} from './words.ts'

export interface DocxOptions extends ViewOptions {
  /** Day of the document, `YYYY-MM-DD`: the same comparison gives the same bytes. */
  date: string
  /** How the two texts are called: «2012 жылғы 9 қазандағы № 1278 қаулы». */
  oldLabel: string
  newLabel: string
}

/** Fonts of official papers; Liberation Serif has the same widths where Times is not installed. */
const FONT = 'Times New Roman'
/** Half points. */
const SIZE = 22
/** Twentieths of a point. */
const MARGIN = {top: 850, bottom: 850, left: 850, right: 850}
const WIDTHS = [700, 2300, 4700, 4700, 2738]
const TOTAL = WIDTHS.reduce((sum, width) => sum + width, 0)

interface TableLine {
  element: string
  old: Run[] | null
  new: Run[] | null
}

/** The standard that the lines below belong to, across the whole table. */
interface TableHeading {
  heading: string
}

type TableEntry = TableLine | TableHeading
const isHeading = (entry: TableEntry): entry is TableHeading => 'heading' in entry

export async function compareDocx(pair: Pair, options: DocxOptions): Promise<Uint8Array> {
  const entries = withOwners(viewOf(pair, options).flatMap((block) => linesOf(block)))
  const [old, now] = [pair.old?.part.name ?? '', pair.now?.part.name ?? '']
  const document = new Document({
    title: WORDS.table,
    subject: revealed(now),
    creator: 'Qyzmet',
    lastModifiedBy: 'Qyzmet',
    styles: {default: {document: {run: {font: FONT, size: SIZE, language: {value: 'kk-KZ'}}}}},
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself.
            size: {width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE},
            margin: {...MARGIN, footer: 400},
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({alignment: AlignmentType.CENTER, children: [new TextRun({children: [PageNumber.CURRENT]})]})],
          }),
        },
        children: [
          title(WORDS.table, {bold: true, size: SIZE + 6, after: 120}),
          title(old === now ? `«${now}»` : `«${old}» – «${now}»`, {after: 60}),
          title(`${options.oldLabel} – ${options.newLabel}`, {after: 240}),
          entries.length === 0 ? title(WORDS.nothing, {after: 0}) : table(entries),
        ],
      },
    ],
  })
  return fixed(await Packer.toBuffer(document), options.date)
}

function title(text: string, {bold = false, size = SIZE, after}: {bold?: boolean; size?: number; after: number}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: {after},
    keepNext: true,
    children: [new TextRun({text: revealed(text), bold, size})],
  })
}

/** Headings that no line follows say nothing; the only one says what the title says. */
function withOwners(entries: readonly TableEntry[]): TableEntry[] {
  const kept = entries.filter((entry, at) => {
    const next = entries[at + 1]
    return !isHeading(entry) || (next !== undefined && !isHeading(next))
  })
  return kept.filter(isHeading).length === 1 && kept[0] && isHeading(kept[0]) ? kept.slice(1) : kept
}

function table(entries: readonly TableEntry[]): Table {
  let number = 0
  const heads = [WORDS.number, WORDS.element, WORDS.current, WORDS.proposed, WORDS.reason]
  const border = {style: BorderStyle.SINGLE, size: 4, color: '000000'}
  return new Table({
    layout: TableLayoutType.FIXED,
    width: {size: TOTAL, type: WidthType.DXA},
    columnWidths: WIDTHS,
    // For the table once, and not for each of its cells: a third of the file and of the time to make it.
    margins: {top: 40, bottom: 40, left: 80, right: 80},
    borders: {top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border},
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((text, at) =>
          cell(at, [new Paragraph({alignment: AlignmentType.CENTER, children: [new TextRun({text, bold: true})]})], true),
        ),
      }),
      ...entries.map((entry) => {
        if (isHeading(entry)) {
          const name = new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            children: [new TextRun({text: revealed(entry.heading), bold: true})],
          })
          return new TableRow({cantSplit: true, children: [new TableCell({columnSpan: WIDTHS.length, children: [name]})]})
        }
        const {element, old, new: now} = entry
        return new TableRow({
          children: [
            cell(0, [new Paragraph({alignment: AlignmentType.CENTER, children: [new TextRun(String(++number))]})]),
            cell(1, paragraphs([{text: element, mark: 'none'}], 'old')),
            cell(2, old ? paragraphs(old, 'old') : paragraphs([{text: WORDS.none, mark: 'none'}], 'old')),
            cell(3, now ? paragraphs(now, 'new') : paragraphs([{text: WORDS.excluded, mark: 'none'}], 'new')),
            cell(4, [new Paragraph('')]),
          ],
        })
      }),
    ],
  })
}

function cell(column: number, children: Paragraph[], head = false): TableCell {
  return new TableCell({
    width: {size: WIDTHS[column] ?? 0, type: WidthType.DXA},
    ...(head ? {verticalAlign: VerticalAlign.CENTER} : {}),
    children,
  })
}

/** Runs as paragraphs: a line feed opens a new one. */
function paragraphs(runs: readonly Run[], side: 'old' | 'new'): Paragraph[] {
  const lines: Run[][] = [[]]
  for (const {text, mark} of runs) {
    text.split('\n').forEach((piece, at) => {
      if (at > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push({text: piece, mark})
    })
  }
  return lines.map((line) => new Paragraph({children: line.map((run) => textRun(run, side))}))
}

/** Characters that do not show are said by their numbers. */
function textRun({text: published, mark}: Run, side: 'old' | 'new'): TextRun {
  const text = revealed(published)
  if (mark === 'none') return new TextRun({text})
  if (mark === 'typographic') return new TextRun({text, underline: {type: 'dotted'}})
  return side === 'old' ? new TextRun({text, strike: true, bold: true}) : new TextRun({text, bold: true, underline: {}})
}

function linesOf(block: CompareBlock): TableEntry[] {
  switch (block.type) {
    case 'same':
      return []
    case 'heading':
      return block.part === 'annex' ? [] : [{heading: `«${block.title}»`}]
    case 'part': {
      const name = blockName(block)
      const number = block.kind === 'renumbered' || block.kind === 'moved' ? ` (${block.oldKey} → ${block.newKey})` : ''
      const rows = block.rows.filter((row): row is CompareRow => !isSame(row))
      // A part that was put in or taken out whole is one row of the table.
      if (rows.length > 1 && rows.every((row) => row.old === null)) return [{element: name, old: null, new: joined(rows, 'new')}]
      if (rows.length > 1 && rows.every((row) => row.new === null)) return [{element: name, old: joined(rows, 'old'), new: null}]
      if (rows.length === 0)
        return number === ''
          ? []
          : [
              {
                element: name + number,
                old: [{text: `${block.oldKey}.`, mark: 'changed'}],
                new: [{text: `${block.newKey}.`, mark: 'changed'}],
              },
            ]
      return rows.map((row) => ({
        element: [name + number, rowName(row)].filter((text) => text !== '').join(', '),
        old: row.old && withKey(row, row.oldKey, row.old),
        new: row.new && withKey(row, row.newKey, row.new),
      }))
    }
    case 'offices': {
      const name = `${block.key}-қосымша`
      return [
        ...block.others.map((row) => ({
          element: [name, rowName(row)].filter((text) => text !== '').join(', '),
          old: row.old,
          new: row.new,
        })),
        ...block.rows.map((row) => {
          const whole = row.fields.every(({old}) => old === null) || row.fields.every((field) => field.new === null)
          const side = (own: 'old' | 'new'): Run[] | null =>
            row.fields.every((field) => field[own] === null)
              ? null
              : row.fields.flatMap((field, at): Run[] => [
                  ...(at > 0 ? [{text: '\n', mark: 'none' as const}] : []),
                  ...(whole ? [] : [{text: `${field.label}: `, mark: 'none' as const}]),
                  ...(field[own] ?? []),
                ])
          return {element: [name, row.region, row.name].filter(Boolean).join(', '), old: side('old'), new: side('new')}
        }),
      ]
    }
  }
}

function withKey({kind, part, oldKey, newKey}: CompareRow, key: string, runs: Run[]): Run[] {
  if (part !== 'item' && part !== 'point') return runs
  const mark = kind === 'inserted' || kind === 'deleted' || oldKey !== newKey ? 'changed' : 'none'
  return [{text: key, mark}, {text: ' ', mark: 'none'}, ...runs]
}

function joined(rows: readonly CompareRow[], side: 'old' | 'new'): Run[] {
  return rows.flatMap((row, at) => [
    ...(at > 0 ? [{text: '\n', mark: 'none' as const}] : []),
    ...withKey(row, side === 'old' ? row.oldKey : row.newKey, row[side] ?? []),
  ])
}

const TIMES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu

/** The same package with the day of the document in place of the moment it was made, there and in the archive. */
function fixed(bytes: Uint8Array, date: string): Uint8Array {
  const files = unzipSync(bytes)
  const core = files['docProps/core.xml']
  if (core) files['docProps/core.xml'] = strToU8(strFromU8(core).replace(TIMES, `$1${date}T00:00:00Z`))
  const names = Object.keys(files).sort((a, b) => (a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1))
  // Archives count days in local time from 1980: the same day everywhere.
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name]!])), {mtime, level: 6})
}
