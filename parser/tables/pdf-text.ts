/**
 * Office tables in the plain text of a PDF: lines, no marks for rows or cells.
 *
 *     "1)" ⏎ "Көкшетау қалалық " ⏎ "бөлімі Көкшетау қаласы, Біржан сал көшесі, 42-үй" ⏎ "" ⏎ "8 (7162) 25-00-67"
 *     1) | Көкшетау қалалық бөлімі | Көкшетау қаласы, Біржан сал көшесі, 42-үй | 8 (7162) 25-00-67
 */
import {foldKey} from '../language/alphabet.ts'
import type {Line} from '../tree.ts'
import {finishTable, newGroup, type DraftGroup, type DraftRow} from './drafts.ts'
import {align, type AlignedRow} from './pdf-text-align.ts'
import {isColumnNumbers, readHeader, type TableHeader} from './pdf-text-header.ts'
import {joinTokens, rowNumber, tokenize, type Token} from './pdf-text-tokens.ts'
import type {ColumnKind} from './pdf-text-words.ts'
import {reportTornHours, spreadHours} from './spanning-hours.ts'
import type {OfficeTable, TableContext} from './types.ts'
import {rowName} from './unfilled.ts'

/** " бойынша ХҚО» РМК": one blank at the beginning of a line is left of a phrase that the converter lost. */
const LOST_TEXT = /^[ \u00a0](?=\S)/u

/**
 * Reads the lines of one annex, its caption and title already taken off, to the rows of its table. Every word of the
 * lines after the header ends up in a heading, a number or a cell. Doubts are reported (`tables/…`). Never throws.
 */
export function readPdfOfficeTable(lines: readonly Line[], context: TableContext): OfficeTable {
  const header = readHeader(lines)
  const body = withoutRepeatedHeaders(lines, header)
  for (const line of body) {
    if (LOST_TEXT.test(line.raw)) context.report('tables/lost-text', `text was lost before «${line.value.trim()}»`, line.number, 'warning')
  }
  const tokens = tokenize(body)
  const groups: DraftGroup[] = []
  for (const part of align(tokens, {kinds: header.kinds, vocabulary: context.vocabulary})) {
    if (part.type === 'heading') {
      groups.push(newGroup(joinTokens(tokens, ...part.span), header.columns))
      continue
    }
    if (groups.length === 0) groups.push(newGroup(null, header.columns))
    groups.at(-1)!.rows.push(officeRow(tokens, part))
    reportDoubts(tokens, part, header.kinds, context)
  }
  reportNumbering(groups, context)
  // Hours stand beside the first row they cover, or in the middle of the rows.
  for (const group of groups) reportTornHours(spreadHours(group, true), context)
  return finishTable(header.columns, groups)
}

/** The lines after the header; a table may print its header again on each page. */
function withoutRepeatedHeaders(lines: readonly Line[], {length, counted}: TableHeader): Line[] {
  const keys = lines.slice(0, length).map((line) => foldKey(line.value))
  const printed = new Set(keys)
  const body: Line[] = []
  for (let index = length; index < lines.length; index++) {
    const line = lines[index]!
    if (length > 0 && keys.every((key, at) => foldKey(lines[index + at]?.value ?? '') === key)) index += length - 1
    else if (!counted || !isColumnNumbers(line)) body.push(line)
    else while (body.length > 0 && printed.has(foldKey(body.at(-1)!.value))) body.pop()
  }
  return body
}

function officeRow(tokens: readonly Token[], row: AlignedRow): DraftRow {
  const spans = [row.number, ...row.cells].filter((span) => span !== null)
  return {
    number: row.number ? joinTokens(tokens, ...row.number) : '',
    cells: row.cells.map((span) => (span ? joinTokens(tokens, ...span) : '')),
    inherited: [],
    apart: false,
    lines: [tokens[spans[0]![0]]!.line, tokens[spans.at(-1)![1] - 1]!.line],
  }
}

function reportDoubts(tokens: readonly Token[], row: AlignedRow, kinds: readonly ColumnKind[], {report}: TableContext): void {
  const lacking = kinds.filter((kind, column) => !row.cells[column] && (kind === 'name' || kind === 'address' || kind === 'phone'))
  const first = row.number ?? row.cells.find((cell) => cell !== null)
  if (lacking.length === 0 || !first) return
  const message = `In ${rowName(officeRow(tokens, row))} nothing is printed for: ${lacking.join(', ')}`
  report('tables/empty-cell', message, tokens[first[0]]!.line, 'warning')
}

/** Items are numbered 1), 2), 3) … inside a group; sub-offices without a number stand between them. */
function reportNumbering(groups: readonly DraftGroup[], {report}: TableContext): void {
  for (const group of groups) {
    let expected = 1
    for (const row of group.rows) {
      const number = rowNumber(row.number)
      if (number?.style !== 'item') continue
      if (number.value !== expected)
        report('tables/row-number', `the row is numbered ${row.number}, ${expected} was due`, row.lines[0], 'info')
      expected = number.value + 1
    }
  }
}
