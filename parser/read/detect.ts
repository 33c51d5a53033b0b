/**
 * Which of the input formats a text is in, by the marks each converter leaves.
 *
 *       "\tКөкшетау қалалық бөлімі"              one cell a line, opened by a tab: html-text
 *       "1)\tКөкшетау қалалық бөлімі\tАбай к."   cells parted by tabs: markdown
 *       "      2. Осы қаулы …"                   six blanks open a paragraph: pdf-text
 *       "<p>2. Осы қаулы …</p>"                  html
 */
import type {SourceFormat} from '../tree.ts'

export interface Detection {
  format: SourceFormat
  /** What it was told by, for the report: «1194 paragraphs indented by no-break spaces». */
  evidence: string
}

/** «<p class="…">», «</td>», «<br/>», «<!DOCTYPE html»: tags that the legal database's pages are made of. */
const TAG = /<(?:!doctype\s+html|\/?(?:html|head|body|div|p|h[1-6]|table|tbody|tr|td|th|span|a|br|ul|ol|li)\b[^<>]{0,2000})>/giu
/** Tags a text must have to be HTML: fewer may be quoted in prose. */
const LEAST_TAGS = 3
/** «<!DOCTYPE html>», «<p>…»: a page opens with a tag or a comment, prose that quotes tags does not. */
const OPENS_WITH_TAG = /^\s*<[!/a-z]/iu
/** Lines a tag may stand for where a text does not open with one: a piece of a page, its paragraphs wrapped. */
const LINES_PER_TAG = 4
/** «\u00a0\u00a0\u00a0\u00a0\u00a0 1. …» */
const NO_BREAK_INDENT = /^\u00a0{3,}/u
/** «      1. …» */
const BLANK_INDENT = /^ {5,8}\S/u
/** «\tАқмола облысы», and « \tбөлімі» where text was lost. */
const CELL_LINE = /^ ?\t(?!\t)[^\t]*$/u
/** «1)\tбөлімі\tмекенжайы» */
const TABBED_ROW = /\S\t/u
/** «- 1) …», «# Тақырып», «**…**», «| … |» */
const MARKDOWN_MARK = /^(?:[-*+] |#{1,6} |\|.*\|$)|\*\*\S/u
/** Characters in the widest line of a printed page; the other formats do not wrap. */
const PAGE_WIDTH = 120
/** Fewer lines say nothing about wrapping. */
const LEAST_WRAPPED_LINES = 30
/** «Ә», «б»: a text without Cyrillic letters is not one of ours. */
const CYRILLIC = /[\u0400-\u04ff]/u

/** Tells the format of a decoded source; null for a text without Cyrillic letters. Never throws. */
export function detectFormat(text: string): Detection | null {
  if (!CYRILLIC.test(text)) return null
  const tags = text.match(TAG)?.length ?? 0
  if (tags >= LEAST_TAGS && isMadeOfTags(text, tags)) return {format: 'html', evidence: plural(tags, 'HTML tag')}
  let noBreakIndents = 0
  let blankIndents = 0
  let cellLines = 0
  let tabbedRows = 0
  let marks = 0
  let pageBreaks = 0
  let longest = 0
  let blank = 0
  let lines = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      blank++
      continue
    }
    lines++
    if (blank === 3 && lines > 1) pageBreaks++
    blank = 0
    if (NO_BREAK_INDENT.test(line)) noBreakIndents++
    else if (BLANK_INDENT.test(line)) blankIndents++
    if (CELL_LINE.test(line)) cellLines++
    else if (TABBED_ROW.test(line)) tabbedRows++
    if (MARKDOWN_MARK.test(line)) marks++
    longest = Math.max(longest, line.length)
  }
  if (tabbedRows > cellLines) return {format: 'markdown', evidence: `${plural(tabbedRows, 'line')} of cells parted by tabs`}
  if (noBreakIndents > 0 && noBreakIndents >= blankIndents) {
    return {format: 'html-text', evidence: `${plural(noBreakIndents, 'paragraph')} indented by no-break spaces`}
  }
  if (cellLines > 0 && cellLines >= marks) return {format: 'html-text', evidence: `${plural(cellLines, 'line')} opened by a tab`}
  if (blankIndents > marks) return {format: 'pdf-text', evidence: `${plural(blankIndents, 'paragraph')} indented by blanks`}
  if (marks === 0 && lines >= LEAST_WRAPPED_LINES && longest <= PAGE_WIDTH) {
    return {format: 'pdf-text', evidence: `no line longer than ${String(longest)} characters, ${plural(pageBreaks, 'page break')}`}
  }
  if (marks > 0) return {format: 'markdown', evidence: `${plural(marks, 'Markdown mark')}`}
  return {format: 'markdown', evidence: 'no marks of another format'}
}

/** Whether tags hold the text together, and are not only quoted in it. */
function isMadeOfTags(text: string, tags: number): boolean {
  return OPENS_WITH_TAG.test(text) || tags * LINES_PER_TAG >= text.split('\n').filter((line) => line.trim() !== '').length
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** `<akomaNtoso`, with or without a prefix, near the start of an XML file */
const ROOT =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?[^>]{0,500}\?>\s*|<!DOCTYPE[^>]{0,500}>\s*)*<(?:[\w.-]+:)?akomaNtoso[\s>]/u

/** Whether a text is Akoma Ntoso, ours or not. */
export function isAkomaNtoso(text: string): boolean {
  return ROOT.test(text.slice(0, 10_000))
}
