/**
 * What stands under a table, or over its header, and is neither heading nor row.
 *
 *       "8(7252) 54-95-88" ⏎ "55-81-29" ⏎⏎ "      Ескертпе: қысқартуларды ашып жазу: ҚІД – қорғаныс істері жөніндегі департамент."
 *
 * becomes the table without its last line, and a note.
 */
import {foldKey} from '../language/alphabet.ts'
import {foldSpace, type Block, type Line} from '../tree.ts'
import {hasPhone} from './patterns.ts'

/** «Ескертпе: …», «Ескерту. 1-қосымша жаңа редакцияда …», «* – …», «Қысқартулар: …», «Аббревиатуралардың ашып жазылуы». */
const NOTE = /^(?:ескерт(?:пе|у)(?:лер)?\s?[.:;–-]|ескерт(?:пе|у)(?:лер)?$|\*|[¹²³]|қысқарт(?:у|ылған)|аббревиатура)/u
/** «Е с к е р т п е :». */
const SPACED_NOTE = /^е с к е р т (?:п е|у)/u
/** «12)», «12. Көкшетау …», «1.12»: the line begins a row. */
const ROW = /^\d{1,3}(?:\.\d{1,3})*[.)]*(?:\s|$)/u
/** Signs that end a sentence. */
const SENTENCE_END = /[.;:»)]\s*$/u

export interface PartedNotes {
  /** The table: rows, and the lines that may belong to them. */
  table: Block[]
  notes: Line[]
}

/** Takes notes off the lines before and after a table. Lines between rows stay where they are. */
export function partNotes(blocks: readonly Block[]): PartedNotes {
  const from = firstNoteBelow(blocks)
  const below = blocks.slice(from) as Line[]
  const rest = blocks.slice(0, from)
  const above = notesAbove(rest)
  return {table: rest.slice(above), notes: [...(rest.slice(0, above) as Line[]), ...below]}
}

/** Index of the first line of the notes at the end; the number of blocks where there are none. */
function firstNoteBelow(blocks: readonly Block[]): number {
  let first = blocks.length
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index]!
    if (block.type !== 'line') break
    const text = foldSpace(block.value)
    if (isNote(text) || (block.indent === 'indented' && isSentence(text))) first = index
    // Rows and headings of the table cannot stand below its notes; the lines of a note have neither.
    else if (hasPhone(text) || (ROW.test(text) && !SENTENCE_END.test(text))) break
  }
  return first
}

/** Number of lines at the beginning that are notes of amendment: «Ескерту. 1-қосымша жаңа редакцияда – …». */
function notesAbove(blocks: readonly Block[]): number {
  let count = 0
  while (count < blocks.length) {
    const block = blocks[count]!
    if (block.type !== 'line') break
    const opens = isNote(foldSpace(block.value))
    // A note goes on to the next gap.
    const goesOn = count > 0 && block.gap === 0 && !block.pageBreak && block.indent !== 'indented'
    if (!opens && !goesOn) break
    count++
  }
  return count
}

function isNote(text: string): boolean {
  const key = foldKey(text)
  return NOTE.test(key) || SPACED_NOTE.test(key)
}

function isSentence(text: string): boolean {
  return text.length > 30 && SENTENCE_END.test(text) && !hasPhone(text)
}
