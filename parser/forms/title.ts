/**
 * The title of a blank: the rows that end in what the paper is called.
 *
 *       "Қазақстан Республикасының шегінен тыс тұрақты тұруға"
 *       "шығатын азаматқа анықтама беру туралы"
 *       "Ө Т І Н І Ш"
 *
 * What stands before it is the addressee.
 */
import {PAPER, plain, squeezed} from './kazakh-terms.ts'
import {emptyRow, rowPrinted, type Row} from './rows.ts'

export interface Span {
  from: number
  to: number
}

/** «… (түпкі пайдаланушының сертификаты)»: the title's own explanation. */
const END_BRACKET = /\s*\([^()]*\)\s*$/u
/** A sentence or a heading of a list, no title; a title may be wrapped after a comma. */
const SENTENCE_END = /[.;:]\s*$/u
const COMMA_END = /,\s*$/u
/** Rows that a title may take. */
const LONGEST_TITLE = 6
/** «қосымша» alone is a heading of a list of papers. */
const BARE_ATTACHMENT = 'қосымша'

/** The rows of the title, as [from, to); null where the blank has none. `title` is what other steps found it to be. */
export function findTitle(rows: readonly Row[], title?: string): Span | null {
  return (title ? findGiven(rows, title) : null) ?? findByName(rows)
}

/**
 * The rows with a title that another step has taken out put back, where a hole in the line numbers shows that
 * lines are missing, or first. Rows that hold the title are returned as they are.
 */
export function restoreTitle(rows: readonly Row[], title: string): Row[] {
  if (findGiven(rows, title)) return [...rows]
  const own = findByName(rows)
  if (own && squeezed(title).endsWith(squeezed(rows.slice(own.from, own.to).map(rowPrinted).join('')))) return [...rows]
  const hole = rows.findIndex((row, index) => index > 0 && row.lines[0] - rows[index - 1]!.lines[1] - 1 > row.gap)
  const at = Math.max(0, hole)
  const below = rows[at]
  const line = below ? below.lines[0] : 0
  const row: Row = {...emptyRow(), items: [{kind: 'text', value: title}], lines: [line, line], apart: true, blank: true}
  return [...rows.slice(0, at), row, ...rows.slice(at).map((one, index) => (index === 0 ? {...one, apart: true, blank: true} : one))]
}

function findGiven(rows: readonly Row[], title: string): Span | null {
  const wanted = squeezed(title)
  for (let from = 0; from < rows.length; from++) {
    let text = ''
    for (let to = from; to < rows.length && text.length < wanted.length; to++) {
      text += squeezed(rowPrinted(rows[to]!))
      if (text === wanted) return {from, to: to + 1}
    }
  }
  return null
}

function findByName(rows: readonly Row[]): Span | null {
  for (let end = 0; end < rows.length; end++) {
    if (!mayBeTitle(rows[end]!) || rows[end]!.kind === 'caption' || COMMA_END.test(rowPrinted(rows[end]!))) continue
    let to = end + 1
    const below = rows[to]
    if (below?.kind === 'caption' && !below.blank) to++
    if (!endsTitle(rows, to)) continue
    const words = plain(rowPrinted(rows[end]!).replace(END_BRACKET, ''))
    const last = words.split(/[\s(]/u).at(-1) ?? ''
    if (!PAPER.test(last) || PAPER.exec(last)?.[0] !== last) continue
    let from = end
    while (from > 0 && end - from < LONGEST_TITLE && !rows[from]!.blank && mayBeTitle(rows[from - 1]!)) from--
    if (from > 0 && !rows[from]!.blank) continue
    if (from === end && words === BARE_ATTACHMENT) continue
    return {from, to}
  }
  return null
}

function mayBeTitle(row: Row): boolean {
  if (row.kind === 'table' || row.indented || row.marker !== null || row.inside > 0) return false
  return row.items.every((item) => item.kind === 'text') && !SENTENCE_END.test(rowPrinted(row))
}

/** Below a title stands something of its own: another paragraph, a row with a rule, or nothing. */
function endsTitle(rows: readonly Row[], at: number): boolean {
  const next = rows[at]
  return next === undefined || next.apart || next.blank || next.kind === 'table' || next.items.some((item) => item.kind !== 'text')
}
