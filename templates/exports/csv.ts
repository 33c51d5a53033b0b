/**
 * Comma-separated tables that are safe to open in a spreadsheet.
 *
 * Sources: RFC 4180 for the form; OWASP «CSV Injection» for the first characters that a spreadsheet takes for a formula.
 */

/**
 * «=HYPERLINK(…)», «+7 7162 …», «-», «@SUM»: what a spreadsheet would compute; the full-width forms as well. A text that begins
 * with an apostrophe gets one too, so that taking one away always gives the value.
 */
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠|%]|^[\t\r']/u

/**
 * A table as CSV: UTF-8 with a byte order mark (Excel needs it), CRLF line ends. A cell that a spreadsheet would
 * take for a formula gets an apostrophe in front, which spreadsheets show as text.
 *
 * @param delimiter the semicolon is what spreadsheets of Kazakhstan open as columns; numbers get the decimal comma of these
 */
export function csv(rows: readonly (readonly (string | number | null)[])[], delimiter: ',' | ';' = ','): string {
  return `\ufeff${csvLines(rows, delimiter)}`
}

/** Lines of a table, without the byte order mark that stands before the first. */
export function csvLines(rows: readonly (readonly (string | number | null)[])[], delimiter: ',' | ';' = ','): string {
  return rows.map((row) => `${row.map((value) => cell(value, delimiter)).join(delimiter)}\r\n`).join('')
}

function cell(value: string | number | null, delimiter: ',' | ';'): string {
  if (value === null) return ''
  const text = typeof value === 'number' && delimiter === ';' ? String(value).replace('.', ',') : String(value)
  const inert = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : text
  return /[",\r\n;\t]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
