/**
 * Lines to paragraphs, and the repairs that need a line's neighbours.
 *
 *       "      2. Осы қаулы алғаш рет ресми жарияланған күнінен бастап он күнтізбелік күн"
 *       "өткен соң қолданысқа енгізіледі."
 *
 * is one paragraph of two lines.
 */
import type {VFile} from 'vfile'
import {bounded} from '../repair/bounds.ts'
import type {WordTest} from '../repair/letter-spacing.ts'
import {restoreTornWords} from '../repair/torn-words.ts'
import {joinWrapped} from '../repair/wraps.ts'
import {squeeze} from './keys.ts'
import {cellText, foldSpace, type Block, type Cell, type Line, type SourceFormat} from '../tree.ts'

export interface Paragraph {
  text: string
  /** [first, last] source line. */
  lines: [number, number]
  /** Set like a heading or a caption (`flush`), like running text (`indented`), or not known. */
  indent: Line['indent']
  /** True where the paragraph is made of table cells that stand in running text. */
  table: boolean
  /** The cells, row by row; cells whose rows the source does not mark are one row. */
  cells?: string[][]
  /** Offsets in the source: [start, end). */
  span?: [number, number]
}

/** «7. », «7.Мемлекеттік», «11-1. » (inserted by a later act): a numbered point. */
export const POINT_NUMBER = /^(\d{1,3}(?:-\d{1,2})?)\s?\.\s*(?=[^\d\s])/u
/** «1)», «12-1)», «б)»: an item. */
export const ITEM_MARKER = /^(\d{1,3}(?:-\d{1,2})?|[а-яәіңғүұқөһ])\s?\)\s*/u
const NOTE_START = /^(?:Ескерту|РҚАО-ның ескертпесі)/u
/** What the legal database prints over an act: its status, and the line that names it; each stands alone. */
const STATUS_LINE =
  /^(?:күшінжойған|күшіжойылды|күшіжойылған|қолданыста(?:ғы)?|қолданысқаенгізілмеген|қолданысытоқтатылған|жаңартылған|ескірген|баспасөзрелиз[иі])$/u
const NAMES_THE_ACT = /^қазақстанреспубликасыүкіметінің\d{4}жылғы/u
/** «… стандарттарын бекіту туралы», «2007 жылғы 20 шілде № 613», «Астана, Үкімет Үйі»: lines over an act, without a mark at their end. */
const HEAD_LINE = /(?:туралы|(?:№|N)\s?\d+|^Астана(?: қаласы)?,? Үкімет Үйі|Үкіметінің Қаулысы)$/u
/** How a finished paragraph ends. */
const FINISHED = /[.;:!?…»”")\]]$/u
/** «… қызмет көрсетудің рұқсат берілген ең көп уақыты»: the amount is lost, and what begins anew below is a paragraph of its own. */
const AMOUNT_LOST = /ең (?:көп|ұзақ) уақыты(?:\s*[–—-])?$/u
const CONTINUES = /^[\p{Ll},.;:)»–-]/u

/** «көшірмесі ;»: what letter-spacing leaves of a mark set apart. */
const BLANK_BEFORE_MARK = /(?<=[\p{L}\p{N})»]) (?=[;:.,](?:\s|$))/gu

/**
 * Joins the lines of a text zone (no office tables) to paragraphs. Cells in running text become one paragraph; with
 * `byRow`, each row of a table does, its cells parted by « | ».
 */
export function toParagraphs(blocks: readonly Block[], format: SourceFormat, words: WordTest, file: VFile, byRow = false): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: Paragraph | null = null
  let previous: Line | null = null
  for (const block of blocks) {
    if (block.type !== 'line') {
      if (byRow && block.type === 'table') {
        for (const row of block.children) {
          const text = row.children.map(cellText).join(' | ')
          if (text.replace(/[\s|]/gu, '') !== '')
            paragraphs.push({
              text,
              lines: [...row.lines],
              indent: 'unknown',
              table: true,
              cells: [row.children.map(cellText)],
              ...spanOf(row.children),
            })
        }
        open = null
        previous = null
        continue
      }
      const cells = block.type === 'table' ? block.children.flatMap((row) => row.children) : block.children
      const text = foldSpace(cells.map(cellText).filter(Boolean).join(' '))
      const rows = block.type === 'table' ? block.children.map((row) => row.children.map(cellText)) : [cells.map(cellText)]
      if (text) paragraphs.push({text, lines: [...block.lines], indent: 'unknown', table: true, cells: rows, ...spanOf(cells)})
      open = null
      previous = null
      continue
    }
    if (format === 'pdf-text') restore(block, previous, words, file)
    const text = foldSpace(block.value)
    if (text === '') continue
    if (open && previous && continues(open, block, text, format)) {
      open.text = joinWrapped(open.text, text)
      open.lines[1] = block.number
      open.span = [open.span?.[0] ?? block.start, block.end]
    } else {
      open = {text, lines: [block.number, block.number], indent: block.indent, table: false, span: [block.start, block.end]}
      paragraphs.push(open)
    }
    previous = block
  }
  // Joined at hyphens, many lines may be one word.
  for (const paragraph of paragraphs) paragraph.text = bounded(paragraph.text)
  if (format === 'pdf-text') for (const paragraph of paragraphs) paragraph.text = paragraph.text.replace(BLANK_BEFORE_MARK, '')
  return paragraphs
}

function spanOf(cells: readonly Cell[]): {span?: [number, number]} {
  const lines = cells.flatMap((cell) => cell.children)
  return lines.length === 0 ? {} : {span: [lines[0]!.start, lines.at(-1)!.end]}
}

function restore(line: Line, previous: Line | null, words: WordTest, file: VFile): void {
  const restored = restoreTornWords(line, previous, words)
  if (!restored) return
  const what = restored.words.map((word) => `«${word}»`).join(', ')
  const options = {place: {line: line.number, column: 1}, ruleId: 'torn-word', source: 'repair'}
  const after = foldSpace(restored.after)
  const message = restored.doubtful
    ? file.message(`${what} stood apart from its place; where it belongs is not certain: «${after}».`, options)
    : file.info(`${what} put back into its place: «${after}».`, options)
  message.actual = restored.before.trim()
  message.expected = [after]
}

/** True for a line of the publisher such as «Күшін жойған»: the status of the act, or the kind of publication. */
export function isStatusLine(text: string): boolean {
  return STATUS_LINE.test(squeeze(text))
}

function continues(open: Paragraph, line: Line, text: string, format: SourceFormat): boolean {
  if (NOTE_START.test(text)) return false
  if (text.length < 20 && isStatusLine(text)) return false
  if (open.text.length < 20 && isStatusLine(open.text)) return false
  // The line that names the act ends where a gap is, with a mark or without.
  if (line.gap > 0 && open.text.startsWith('Қазақстан') && NAMES_THE_ACT.test(squeeze(open.text))) return false
  if (text.startsWith('Қазақстан') && open.indent !== 'indented' && NAMES_THE_ACT.test(squeeze(text))) return false
  if (format === 'pdf-text') {
    if (line.indent === 'indented') return false
    // At the top of a page nothing shows whether a line begins anew; a number after a finished sentence does.
    if (line.pageBreak && POINT_NUMBER.test(text) && FINISHED.test(open.text)) return false
    if (line.gap === 0) return true
    // A line that lost its first word stands after a blank line, and the line after it too: the sentence goes on.
    return (
      /^ \S/u.test(line.raw) ||
      /^[,;.)]/u.test(text) ||
      (!FINISHED.test(open.text) && !POINT_NUMBER.test(text) && open.indent === 'indented')
    )
  }
  if (format === 'markdown') {
    if (line.bullet || ITEM_MARKER.test(text) || POINT_NUMBER.test(text)) return false
    if (!FINISHED.test(open.text)) {
      if (line.gap > 0 && /^\p{Lu}\p{Ll}/u.test(text) && AMOUNT_LOST.test(open.text)) return false
      return !(line.gap > 0 && /^[\p{Lu}\d«]/u.test(text) && HEAD_LINE.test(open.text))
    }
    return CONTINUES.test(text) && !/[.;:]$/u.test(open.text) && line.gap === 0
  }
  return /^[,;.)]/u.test(text) && line.indent === 'flush'
}
