/**
 * Prints a published model in each of the four formats, in the manner of the real sources.
 *
 * What the converters did to the sources is imitated where it says nothing but how the text was made (indents,
 * wraps, page breaks, letter-spaced short lines, bullets), not where it lost or moved text.
 */
import type {SourceFormat} from '../../parser/tree.ts'
import {printAct, wrap, type ActModel, type Printed, type PrintedCell} from './document.ts'

const NBSP = '\u00a0'

/** The model as a source file of the format. */
export function render(model: ActModel, format: SourceFormat): string {
  const printed = printAct(model)
  switch (format) {
    case 'markdown':
      return printMarkdown(printed)
    case 'html':
      return printHtml(printed)
    case 'html-text':
      return printHtmlText(printed)
    case 'pdf-text':
      return printPdfText(printed)
  }
}

/**
 * Markdown of the PDF converter: paragraphs apart by a blank line, lists as bullets, rows with tabs, a title in bold,
 * right-aligned lines one under the other.
 */
function printMarkdown(printed: readonly Printed[]): string {
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
      case 'indicators':
        return block.rows.map(markdownRow).join('\n')
      default:
        return block.text
    }
  })
  return `\n${parts.join('\n\n')}\n`

  function markdownRow(row: readonly PrintedCell[]): string {
    return row.flatMap((cell) => [cell.covered ? '' : cell.text, ...Array<string>((cell.columns ?? 1) - 1).fill('')]).join('\t')
  }
}

/** A page of the legal database: menus around the act, notes in spans, anchors on paragraphs, stamps in tables without rules. */
function printHtml(printed: readonly Printed[]): string {
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
      case 'indicators':
        return `<table border="1" cellspacing="0">\n${block.rows.map(htmlRow).join('\n')}\n</table>`
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

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('«', '&laquo;').replaceAll('"', '&quot;')
}

/**
 * A page printed as text: no-break spaces and a blank before a paragraph, three blank lines between paragraphs, a tab
 * before each cell and a blank line after each row, right-aligned lines apart and padded at their end.
 */
function printHtmlText(printed: readonly Printed[]): string {
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
const PDF_NAME_WIDTH = 24
const PDF_LABEL_WIDTH = 44
/** Last lines no longer than this are justified by the converter: «к ө р с е т і л е д і .» */
const PDF_SPACED = 26

/**
 * Text of a PDF: six blanks before a paragraph, hard wraps, three blank lines at the end of a page, a short last line
 * spaced out letter by letter, cells one after another.
 */
function printPdfText(printed: readonly Printed[]): string {
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
        lines.push(...pdfOffices(block.rows))
        break
      case 'indicators':
        lines.push(...pdfIndicators(block.rows))
        break
      case 'blank-line':
        lines.push(`${block.indented ? '      ' : ''}${block.text}`)
        break
    }
  }
  return `${paged(lines).join('\n')}\n`

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

/** Number, name and the rest on one line; a name that wraps stands alone, and a blank line parts it from the rest. */
function pdfOffices(rows: readonly PrintedCell[][]): string[] {
  const [head = [], numbers = [], ...body] = rows
  const lines = [
    head[0]?.text ?? '',
    '',
    ...head.slice(1).flatMap((cell) => [...wrap(cell.text, 30), '']),
    numbers.map((cell) => cell.text).join(' '),
    '',
  ]
  for (const row of body) {
    if (row.length === 1) {
      lines.push(row[0]!.text, '')
      continue
    }
    const [number, name, ...rest] = row.map((cell) => (cell.covered ? '' : cell.text))
    const names = wrap(`${number} ${name}`, PDF_NAME_WIDTH)
    // The telephone shares the line of the address where it fits, and stands apart where it does not.
    const others = rest.filter(Boolean).reduce<string[]>((lines, cell) => {
      const last = lines.at(-1)
      const parts = wrap(cell, PDF_WIDTH - PDF_NAME_WIDTH)
      if (last !== undefined && parts.length === 1 && last.length + 1 + cell.length <= PDF_WIDTH - PDF_NAME_WIDTH)
        return [...lines.slice(0, -1), `${last} ${cell}`]
      return last === undefined ? parts : [...lines, '', ...parts]
    }, [])
    if (names.length === 1) lines.push(`${names[0]} ${others[0]}`, ...others.slice(1), '')
    else lines.push(...names.map((line, at) => (at < names.length - 1 ? `${line} ` : line)), '', ...others, '')
  }
  return lines
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

/** Three blank lines after every page; a page does not end in blank lines of its own. */
function paged(lines: readonly string[]): string[] {
  const out: string[] = []
  let onPage = 0
  lines.forEach((line, at) => {
    out.push(line)
    onPage++
    if (onPage < PDF_PAGE || line === '' || !lines[at + 1]) return
    out.push('', '', '')
    onPage = 0
  })
  return out
}
