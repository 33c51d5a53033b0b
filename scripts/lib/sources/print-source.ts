/**
 * Prints a published model in each of the four formats, in the manner of the real sources.
 *
 * What the converters did to the sources is imitated where it says nothing but how the text was made (indents,
 * wraps, page breaks, letter-spaced short lines, bullets), not where it lost or moved text. An amendment is the opposite case:
 * what it puts into a source must be read as plainly as possible (`parser/amend/emit.ts`), so the two share nothing.
 */
import type {SourceFormat} from '../../../parser/tree.ts'
import {printAct, wrap, type ActModel, type Printed, type PrintedCell} from './print-act.ts'
import {generator} from '../random.ts'

const NBSP = '\u00a0'

/** What sources differ in; nothing here changes what a careful reader sees. */
export interface RenderOptions {
  /** Whether the row of column numbers «1 2 3 4» stands under a header; true where nothing is said. */
  columnNumbers?: boolean
  /** PDF and Markdown: where hours stand that cover many rows. */
  hours?: 'first' | 'middle'
  /** Region headings: rows of the table, or lines before a table of their own. */
  headings?: 'rows' | 'lines'
  /** Markdown: rows on a page; HTML as text: several telephones of a cell on lines of their own. */
  rows?: number
  /** Lines on a page: a page break falls wherever it falls. */
  page?: number
  /** Chooses among the ways in which a converter may have found the cells. */
  seed?: number
}

/** The model as a source file of the format. */
export function render(model: ActModel, format: SourceFormat, options: RenderOptions = {}): string {
  return renderPrinted(printAct(model), format, options)
}

/** Blocks as a source file of the format. */
export function renderPrinted(printed: readonly Printed[], format: SourceFormat, options: RenderOptions = {}): string {
  switch (format) {
    case 'markdown':
      return printMarkdown(printed, options)
    case 'html':
      return printHtml(printed, options)
    case 'html-text':
      return printHtmlText(printed, options)
    case 'pdf-text':
      return printPdfText(printed, options)
  }
}

/**
 * Markdown of the PDF converter: paragraphs apart by a blank line, lists as bullets, rows with tabs, a title in bold,
 * right-aligned lines one under the other.
 */
function printMarkdown(printed: readonly Printed[], options: RenderOptions): string {
  const parts = printed.map((block): string => {
    switch (block.type) {
      case 'paragraph':
        return block.item ? `- ${block.text}` : block.text
      case 'signature':
        return `${block.office}\n${block.role} *${block.name}*`
      case 'stamp':
      case 'addressee':
      case 'annex-title':
        return block.lines.join('\n')
      case 'caption':
        return block.lines.join(' ')
      case 'standard-title':
        return `**${block.lines.join('\n')}**`
      case 'offices':
        return markdownOffices(officeRows(block.rows, options), options)
      case 'indicators':
        return block.rows.map(markdownRow).join('\n')
      default:
        return block.text
    }
  })
  return `\n${parts.join('\n\n')}\n`
}

function markdownRow(row: readonly PrintedCell[]): string {
  return row.flatMap((cell) => [cell.covered ? '' : cell.text, ...Array<string>((cell.columns ?? 1) - 1).fill('')]).join('\t')
}

/** Pages cut the table: a blank line, and on some of them the header again; headings as rows or as lines of their own. */
function markdownOffices(
  rows: readonly PrintedCell[][],
  {columnNumbers = true, headings = 'rows', rows: onPage = Infinity, seed = 1}: RenderOptions,
): string {
  const chance = generator(seed)
  const header = rows.slice(0, columnNumbers ? 2 : 1)
  const lines = header.map(markdownRow)
  rows.slice(header.length).forEach((row, at) => {
    if (at > 0 && at % onPage === 0) lines.push('', ...(chance() < 0.5 ? header.map(markdownRow) : []))
    if (row.length === 1 && headings === 'lines') lines.push('', row[0]!.text, '')
    else lines.push(markdownRow(row))
  })
  return lines.join('\n')
}

/** The rows of an office table as the options want them: with the row of column numbers or without, hours at their place. */
function officeRows(rows: readonly PrintedCell[][], {columnNumbers = true, hours = 'first'}: RenderOptions): PrintedCell[][] {
  const [head = [], numbers = [], ...body] = rows
  const top = columnNumbers ? [head, numbers] : [head]
  if (hours === 'first') return [...top, ...body]
  const placed = body.map((row) => row.map((cell) => ({...cell})))
  body.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell.rows === undefined) return
      placed[at]![column] = {text: '', covered: true}
      placed[at + Math.floor(cell.rows / 2)]![column] = {text: cell.text}
    })
  })
  return [...top, ...placed]
}

/** A page of the legal database: menus around the act, notes in spans, anchors on paragraphs, stamps in tables without rules. */
function printHtml(printed: readonly Printed[], options: RenderOptions): string {
  let anchor = 0
  const body = printed.map((block): string => {
    switch (block.type) {
      case 'title':
        return `<h1>${escape(block.text)}</h1>`
      case 'status':
        return `<span class="status">${escape(block.text)}</span>`
      case 'requisites':
        return `<p>${escape(block.text)}</p>`
      case 'paragraph': {
        const text = `${'&nbsp;'.repeat(5)} ${linked(escape(block.text))}`
        return block.note ? `<p><span class="note">${text}</span></p>` : `<p id="z${++anchor}">${text}</p>`
      }
      case 'signature':
        return `<table><tr><td><p><i>${escape(block.office)}<br>${escape(block.role)}</i></p></td><td><p><i>${escape(block.name)}</i></p></td></tr></table>`
      case 'stamp':
        return `<p align="right">${lines(block.lines)}</p>`
      case 'caption':
        return `<table><tbody><tr><td width="60%"></td><td>${lines(block.lines)}</td></tr></tbody></table>`
      case 'addressee':
        return `<p style="text-align: right">${lines(block.lines)}</p>`
      case 'standard-title':
      case 'annex-title':
        return `<h3>${lines(block.lines)}</h3>`
      case 'section':
        return `<h3>${escape(block.text)}</h3>`
      case 'offices':
        return tablesOf(officeRows(block.rows, {...options, hours: 'first'}), options)
          .map(({heading, rows}) => `${heading === null ? '' : `<p>${escape(heading)}</p>\n`}${htmlTable(rows)}`)
          .join('\n')
      case 'indicators':
        return htmlTable(block.rows)
      case 'blank-line':
        return block.indented ? `<p>${'&nbsp;'.repeat(5)} ${escape(block.text)}</p>` : `<div>${escape(block.text)}</div>`
    }
  })
  return `<!DOCTYPE html>
<html lang="kk"><head><meta charset="utf-8"><title>Құжат - «Әділет» АҚЖ</title><style>.note { color: gray }</style></head>
<body>
<div class="top-menu"><a href="/kaz">Негізгі</a> <a href="/kaz/search">Іздеу</a></div>
<ul class="tabs"><li>Мәтін</li><li>Ақпарат</li></ul>
<article>
${body.join('\n')}
</article>
<footer>© ҚР Әділет министрлігі</footer>
<script>document.querySelector('.tabs').hidden = 1 < 2</script>
</body></html>
`

  function lines(list: readonly string[]): string {
    return list.map(escape).join('<br>\n')
  }
  function htmlTable(rows: readonly PrintedCell[][]): string {
    return `<table border="1" cellspacing="0">\n${rows.map(htmlRow).join('\n')}\n</table>`
  }
  function htmlRow(row: readonly PrintedCell[]): string {
    const cells = row
      .filter((cell) => !cell.covered)
      .map(
        (cell) =>
          `<td${cell.columns ? ` colspan="${cell.columns}"` : ''}${cell.rows ? ` rowspan="${cell.rows}"` : ''}>${escape(cell.text)}</td>`,
      )
    return `<tr>${cells.join('')}</tr>`
  }
  /** References to other places are links: «<a href="#z9">9-тармағында</a>». */
  function linked(text: string): string {
    return text.replace(/\d+-(?:тармағ|қосымша)\p{L}*/gu, (reference) => `<a href="#z${parseInt(reference, 10)}">${reference}</a>`)
  }
}

/** One table, or one for each region with its heading before it and the header again. */
function tablesOf(
  rows: readonly PrintedCell[][],
  {columnNumbers = true, headings = 'rows'}: RenderOptions,
): {heading: string | null; rows: PrintedCell[][]}[] {
  if (headings === 'rows') return [{heading: null, rows: [...rows]}]
  const header = rows.slice(0, columnNumbers ? 2 : 1)
  const tables: {heading: string | null; rows: PrintedCell[][]}[] = []
  for (const row of rows.slice(header.length)) {
    if (row.length === 1 || tables.length === 0) tables.push({heading: row.length === 1 ? row[0]!.text : null, rows: [...header]})
    if (row.length > 1) tables.at(-1)!.rows.push(row)
  }
  return tables
}

/** Several telephones of a cell on lines of their own: «8 (7162) 40-10-76» ⏎⏎ «8 (7162) 40-10-63». */
function telephones(text: string, {rows}: RenderOptions): string {
  return rows === undefined ? text : text.replace(/(?<=\d-\d\d) (?=8 ?[(-])/gu, '\n\n')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('«', '&laquo;').replaceAll('"', '&quot;')
}

/**
 * A page printed as text: no-break spaces and a blank before a paragraph, three blank lines between paragraphs, a tab
 * before each cell and a blank line after each row, right-aligned lines apart and padded at their end.
 */
function printHtmlText(printed: readonly Printed[], options: RenderOptions): string {
  let text = ''
  const indent = `${NBSP.repeat(5)} `
  const right = (lines: readonly string[]) => `${lines.map((line, at) => `${line}${at === 0 ? '' : `${NBSP.repeat(4)} `}`).join('\n\n')}\n`
  printed.forEach((block, at) => {
    const next = printed[at + 1]?.type
    switch (block.type) {
      case 'title':
        text += ` ${block.text}\n\n\t\t\t\t\t\n`
        break
      case 'status':
        text += `\t\t\t${block.text}\n\t\t\t\n\t\t\n\t\t\t\t\t\n`
        break
      case 'requisites':
        text += `${block.text}\n`
        break
      case 'paragraph':
        text += `${indent}${block.text}\n${next === 'paragraph' ? '\n\n\n' : ''}`
        break
      case 'signature':
        text += `${indent}${block.office}\n\n${indent}${block.role}${NBSP.repeat(20)} ${block.name}\n`
        break
      case 'stamp':
      case 'caption':
        text += `${/\n\n$/u.test(text) ? '' : '\n\n'}${right(block.lines)}`
        break
      case 'addressee':
        text += right(block.lines)
        break
      case 'standard-title':
        text += ` \n\n${block.lines.join(' ')}\n`
        break
      case 'annex-title':
        text += ` \n\n${block.lines.join(' ')}\n`
        break
      case 'section':
        text += ` \n\n${block.text}\n\n\n`
        break
      case 'offices':
        for (const {heading, rows} of tablesOf(officeRows(block.rows, {...options, hours: 'first'}), options)) {
          const cells = rows.map((row) => row.map((cell) => `\t${cell.covered ? '' : telephones(cell.text, options)}\n`).join(''))
          text += `${heading === null ? '' : ` \n\n${heading}\n\n`}${cells.join('\n')}\n\n\n`
        }
        break
      case 'indicators':
        text += `${block.rows.map((row) => row.map((cell) => `\t${cell.covered ? '' : cell.text}\n`).join('')).join('\n')}\n\n\n`
        break
      case 'blank-line':
        text += `${block.indented ? indent : ''}${block.text}\n${next === 'blank-line' ? '\n' : ''}`
        break
    }
  })
  return text
}

const PDF_WIDTH = 80
const PDF_PAGE = 46
const PDF_LABEL_WIDTH = 44
/** Last lines no longer than this are justified by the converter: «к ө р с е т і л е д і .» */
const PDF_SPACED = 26

/**
 * Text of a PDF: six blanks before a paragraph, hard wraps, three blank lines at the end of a page, a short last line
 * spaced out letter by letter, cells one after another.
 */
function printPdfText(printed: readonly Printed[], options: RenderOptions): string {
  const lines: string[] = ['']
  for (const block of printed) {
    switch (block.type) {
      case 'title':
        lines.push(...wrapped(block.text), '')
        break
      case 'status':
        lines.push(block.text)
        break
      case 'requisites':
        lines.push(...wrapped(block.text))
        break
      case 'paragraph': {
        const [first = '', ...rest] = wrap(block.text, PDF_WIDTH, PDF_WIDTH - 6)
        const all = [`      ${first}${rest.length > 0 ? ' ' : ''}`, ...rest.map((line, at) => (at < rest.length - 1 ? `${line} ` : line))]
        const last = all.at(-1)!
        if (all.length > 1 && last.length <= PDF_SPACED) all[all.length - 1] = spaced(last)
        lines.push(...all)
        break
      }
      case 'signature':
        lines.push(`      ${spaced(block.office)}`, `      ${block.role}${' '.repeat(37)}${block.name}`)
        break
      case 'stamp':
        lines.push(...block.lines.map((line) => `${line === 'бекітілген' ? line : spaced(line)}        `))
        break
      case 'caption':
        lines.push(...block.lines.map((line, at) => (at < block.lines.length - 1 ? `${line}     ` : `${line}                 `)))
        break
      case 'addressee':
        lines.push(...block.lines)
        break
      case 'standard-title':
      case 'annex-title':
        lines.push(...apart(lines), ...block.lines, '')
        break
      case 'section':
        lines.push(...apart(lines), block.text, '')
        break
      case 'offices':
        lines.push(...pdfOffices(block.rows, options))
        break
      case 'indicators':
        lines.push(...pdfIndicators(block.rows))
        break
      case 'blank-line':
        lines.push(`${block.indented ? '      ' : ''}${block.text}`)
        break
    }
  }
  return `${paged(lines, options.page ?? PDF_PAGE).join('\n')}\n`

  function apart(before: readonly string[]): string[] {
    return before.at(-1) === '' ? [] : ['']
  }
  function wrapped(text: string): string[] {
    return wrap(text, PDF_WIDTH).map((line, at, all) => (at < all.length - 1 ? `${line} ` : line))
  }
}

/** «Үкіметінің 2009 жылғы» → «Ү к і м е т і н і ң  2 0 0 9  ж ы л ғ ы» */
function spaced(line: string): string {
  return line
    .split(' ')
    .map((word) => [...word].join(' '))
    .join('  ')
}

/** Width of the columns of an office table in characters: number, name, what stands between, hours. */
const PDF_COLUMN = {name: 26, last: 22, hours: 30}
const PDF_LINE = 92

/**
 * Cells one after another, as the converter found them on the page: a cell of one line joins the line of its neighbour or
 * follows below it, a cell of several lines stands apart; a wrapped line keeps the blank it was wrapped at, most of the
 * time; hours that cover many rows stand beside the first of them or in their middle.
 */
function pdfOffices(rows: readonly PrintedCell[][], {columnNumbers = true, hours = 'first', seed = 1}: RenderOptions): string[] {
  const chance = generator(seed)
  const [head = [], numbers = [], ...body] = rows
  const lines = pdfHeader(head, chance)
  if (columnNumbers) lines.push(numbers.map((cell) => cell.text).join(' '), '')
  const waiting: {text: string; rows: number}[] = []
  for (const row of body) {
    if (row.length === 1) {
      lines.push(...pdfCell(row[0]!.text, 70, chance), '')
      continue
    }
    const [number, ...cells] = row
    const printed = cells.filter((cell) => {
      if (cell.covered || cell.text === '') return false
      if (hours === 'first' || cell.rows === undefined) return true
      waiting.push({text: cell.text, rows: Math.floor(cell.rows / 2)})
      return false
    })
    for (const each of [...waiting]) {
      if (each.rows-- > 0) continue
      printed.push({text: each.text})
      waiting.splice(waiting.indexOf(each), 1)
    }
    lines.push(...pdfRow(number!.text, printed, cells, chance), '')
  }
  return lines
}

function pdfHeader(head: readonly PrintedCell[], chance: () => number): string[] {
  const [number, ...columns] = head
  const first = number?.text ?? ''
  const lines = first.includes(' ') && chance() < 0.5 ? first.split(' ') : [first]
  lines.push('')
  let open = false
  for (const column of columns) {
    const parts = pdfCell(column.text, 30, chance)
    if (open && parts.length === 1 && `${lines.at(-1)} ${parts[0]}`.length < PDF_LINE) lines[lines.length - 1] += ` ${parts[0]}`
    else lines.push(...(open ? [''] : []), ...parts)
    open = true
  }
  return [...lines, '']
}

function pdfRow(number: string, cells: readonly PrintedCell[], all: readonly PrintedCell[], chance: () => number): string[] {
  const lines: string[] = []
  let above: string[] = []
  cells.forEach((cell) => {
    const at = all.findIndex((other) => other.text === cell.text)
    const middle = Math.max(24, Math.floor(60 / Math.max(1, all.length - 2)))
    const width = at === 0 ? PDF_COLUMN.name : cell.text.length > 80 ? PDF_COLUMN.hours : at === all.length - 1 ? PDF_COLUMN.last : middle
    const parts = pdfCell(cell.text, width, chance)
    const last = lines.at(-1)
    const joins = last !== undefined && `${last.trimEnd()} ${parts[0]}`.length <= PDF_LINE
    if (last === undefined) lines.push(...parts)
    else if (above.length === 1 && joins && chance() < (parts.length === 1 ? 0.8 : 0.4)) {
      lines[lines.length - 1] = `${last.trimEnd()} ${parts[0]}`
      lines.push(...parts.slice(1))
    } else if (above.length === 1 && parts.length > 1) lines.push(...parts)
    else if (parts.length === 1 && joins && chance() < 0.3) lines[lines.length - 1] = `${last.trimEnd()} ${parts[0]}`
    else lines.push('', ...parts)
    above = parts
  })
  if (number === '') return lines
  // «8)» alone on its line, where the name beside it has two.
  return chance() < 0.2 ? [number, ...lines] : [`${number} ${lines[0] ?? ''}`.trimEnd(), ...lines.slice(1)]
}

/** The lines of one cell. A telephone does not wrap after its code; «16-үй» may wrap at its hyphen. */
function pdfCell(text: string, width: number, chance: () => number): string[] {
  const lines = wrap(text.replace(/(?<=(?:^| )8) (?=\()|(?<=\)) (?=\d)|(?<=^№) (?=\d)| (?=[–-]\S)|(?<=\S[–-]) /gu, NBSP), width).map(
    (line) => line.replaceAll(NBSP, ' '),
  )
  return lines.map((line, at) => (at === lines.length - 1 || chance() < 0.08 ? line : `${line} `))
}

function pdfIndicators(rows: readonly PrintedCell[][]): string[] {
  const [head = [], ...body] = rows
  const [label, ...values] = head.map((cell) => cell.text)
  const lines = [...wrap(label ?? '', PDF_LABEL_WIDTH), '', ...values.flatMap((value) => [...wrap(value, 22), ''])]
  for (const row of body) {
    const [text = '', ...cells] = row.map((cell) => cell.text)
    lines.push(...wrap(text, PDF_LABEL_WIDTH).map((line, at, all) => (at < all.length - 1 ? `${line} ` : line)), '')
    for (const cell of cells) if (cell) lines.push(cell, '')
  }
  return lines
}

/** Three blank lines after every page; a blank line where a page ends is one of them. */
function paged(lines: readonly string[], page: number): string[] {
  const out: string[] = []
  let onPage = 0
  lines.forEach((line, at) => {
    if (++onPage <= page || !lines[at + 1]) {
      out.push(line)
      return
    }
    if (out.at(-1) === '') out.pop()
    out.push('', '', '')
    if (line !== '') out.push(line)
    onPage = 0
  })
  return out
}
