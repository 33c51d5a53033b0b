/**
 * Reports as text: ours, or saved again by a spreadsheet in the manner of its country — UTF-8, UTF-16 or windows-1251; parted by commas,
 * semicolons or tabs.
 */
import {MARK_CODE} from '../grid.ts'
import {MARK_KINDS, readMark} from '../model.ts'
import {fromGrid} from './grid.ts'
import {cellName, FileError, type RawCell, type RawReport} from './raw.ts'

const SEPARATORS = [',', ';', '\t'] as const

/** «sep=;»: what Excel writes in front to tell itself the separator. */
const SEPARATOR_LINE = /^sep=[,;\t]?\r?\n/iu
/** «'=1+1», «'+7 7162 …»: made inert when it was written (templates/exports/csv.ts). */
const INERT = /^'(?=[\s\u00a0]*[=+\-@＝＋－＠|%]|[\t\r])/u

/** Whether a text holds the mark of a report or a questionnaire. */
const MARK_START = new RegExp(`(?:${Object.values(MARK_KINDS).join('|')})/\\d`, 'u')

/**
 * @returns the report
 * @throws FileError where the text is none
 */
export function readCsvReport(bytes: Uint8Array): RawReport {
  const {text, lettersLost} = decode(bytes)
  if (text.trim() === '') throw new FileError('empty-file', 'the file is empty')
  if (!MARK_START.test(text))
    throw new FileError('not-a-report', 'this is no report: the line «template» with the mark of the template is not in it')
  const body = text.replace(SEPARATOR_LINE, (line) => '\n'.repeat(line.split('\n').length - 1))
  const tables = SEPARATORS.map((separator) => ({separator, grid: parse(body, separator)}))
  // The right separator is the one by which the mark gets a cell to itself.
  const table =
    tables.find(({grid}) => grid.some((row) => row[0]?.text.trim() === MARK_CODE && row.some((cell) => readMark(cell.text) !== null))) ??
    tables.find(({grid}) => grid.some((row) => row.length > 2))
  const report = fromGrid(table?.grid ?? [], 'csv', readMark(text))
  if (!report) throw new FileError('no-mark', 'the mark of the template is damaged, or the rows of the indicators are gone')
  return {...report, commaIsUsual: table?.separator !== ',', lettersLost}
}

/** Any table as text, parted as its first line is: the cells' texts. */
export function readTable(bytes: Uint8Array): string[][] {
  const {text} = decode(bytes)
  const first = text.slice(0, text.search(/[\r\n]|$/u))
  const separator = SEPARATORS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  return parse(text, separator).map((row) => row.map((cell) => cell.text))
}

/** Text of any of the encodings that spreadsheets write. */
function decode(bytes: Uint8Array): {text: string; lettersLost: boolean} {
  const decoded = (encoding: string): string => new TextDecoder(encoding).decode(bytes)
  const wide = wideEncoding(bytes)
  if (wide !== null) return {text: decoded(wide).replace(/^\ufeff/u, ''), lettersLost: false}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), lettersLost: false}
  } catch {
    return {text: decoded('windows-1251'), lettersLost: true}
  }
}

/** Bytes by which the encoding is told. */
const SAMPLE = 1024
/** In UTF-16 one byte of each letter is 0 (Latin) or 4 (Cyrillic); nearly every letter here is one or the other. */
const NEARLY = 0.8

/** «utf-16le» or «utf-16be», marked as such or not; null for anything else. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  const share = (parity: number): number =>
    sample.filter((byte, index) => index % 2 === parity && (byte === 0 || byte === 4)).length / Math.max(1, sample.length / 2)
  return sample.length < 4 ? null : share(1) > NEARLY ? 'utf-16le' : share(0) > NEARLY ? 'utf-16be' : null
}

/** RFC 4180, with the separators of other countries and line ends of any kind. A quotation mark inside an unquoted cell is text. */
function parse(text: string, separator: string): RawCell[][] {
  const rows: RawCell[][] = []
  let row: RawCell[] = []
  let [line, rowLine] = [1, 1]
  const add = (value: string, quoted: boolean): void => {
    const shown = quoted ? value : value.trim()
    row.push({
      place: cellName(rows.length, row.length),
      line: rowLine,
      text: shown.replace(INERT, ''),
      number: null,
      isFormula: false,
      isError: false,
      isPercent: false,
    })
  }
  for (let at = 0; at <= text.length;) {
    if (text[at] === '"') {
      let value = ''
      for (at++; at < text.length; at++) {
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break
          at++
        }
        if (text[at] === '\n') line++
        value += text[at] ?? ''
      }
      at++
      // what stands behind the closing mark belongs to the cell
      const end = endOfCell(text, at, separator)
      add(value + text.slice(at, end), true)
      at = end
    } else {
      const end = endOfCell(text, at, separator)
      add(text.slice(at, end), false)
      at = end
    }
    if (text[at] === separator) {
      at++
      continue
    }
    if (at < text.length || row.length > 1 || row[0]?.text !== '') rows.push(row)
    row = []
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    rowLine = line
  }
  return rows
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === separator || character === '\n' || character === '\r') return at
  }
  return text.length
}
