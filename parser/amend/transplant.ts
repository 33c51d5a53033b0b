/**
 * Standards and annexes of an amending act, as text that goes into the base.
 *
 * Where both sources have one format the text is taken over as it stands. Otherwise it is written anew from what was
 * read: titles and headings, paragraphs, tables row by row, blanks line by line.
 */
import type {Annex} from '../model/index.ts'
import type {Content} from '../structure/amendment.ts'
import {readCaptionEndingAt} from '../structure/caption.ts'
import {cellText, foldSpace, type Block, type CellRun, type SourceFormat} from '../tree.ts'
import type {ActDocument, AnnexState, StandardState, Transplant} from './document.ts'
import {emitParagraph, emitRow, emitTable, escapeFor, FINISHED, OPENS_ITSELF, paragraphBreak} from './emit.ts'
import {Refusal} from './regions.ts'

/** A standard, from its title to the end of its last annex. */
export function transplantStandard(source: ActDocument, standard: StandardState, format: SourceFormat): Transplant {
  const title = standard.paras.find(({role}) => role === 'title')!
  if (source.format === format && format !== 'html') {
    const [start, end] = standard.range
    const titleEnd = title.span![1]
    return {
      title: source.source.slice(start, titleEnd),
      body: source.source.slice(titleEnd, end).replace(/^\n+/u, '').trimEnd(),
      model: standard.model,
      sameFormat: true,
    }
  }
  const paragraphs = standard.paras.filter(({role}) => role !== 'title')
  let before = ''
  const text = paragraphs.map((para) => {
    const bullet = before !== '' && !FINISHED.test(before) && !OPENS_ITSELF.test(para.text)
    before = para.text
    return para.role === 'heading'
      ? `\n${emitParagraph(para.text, format, 'flush')}\n`
      : emitParagraph(para.text, format, 'indented', bullet)
  })
  const annexes = standard.annexes.map(
    (annex) => `${emitCaption(standard.model.title, annex.number, format)}\n\n${emitAnnex(annex, format)}`,
  )
  return {
    title: emitParagraph(`«${standard.model.title}» мемлекеттік қызмет стандарты`, format, 'flush'),
    body: [text.join(paragraphBreak(format)), ...annexes].join('\n\n'),
    model: standard.model,
    sameFormat: false,
  }
}

/** The caption over an annex of a standard. */
export function emitCaption(title: string, number: number, format: SourceFormat): string {
  return [`«${title}»`, 'мемлекеттік қызмет стандартына', `${String(number)}-қосымша`]
    .map((line) => emitParagraph(line, format, 'flush'))
    .join('\n')
}

function emitAnnex({model, part}: AnnexState, format: SourceFormat): string {
  if (model.kind === 'offices' && model.groups) return emitOffices(model, format)
  return emitBlocks(part.body, format)
}

/** An office table with its title and the notes under it. */
export function emitOffices(model: Annex, format: SourceFormat): string {
  const groups = model.groups ?? []
  const numbered = groups.some(({rows}) => rows.some(({number}) => number !== ''))
  const table = emitTable({numbered, columns: model.columns ?? [], groups}, format)
  return [...(model.title === null ? [] : [emitParagraph(model.title, format, 'flush')]), table].join('\n\n')
}

function emitBlocks(blocks: readonly Block[], format: SourceFormat): string {
  let text = ''
  for (const block of blocks) {
    if (block.type === 'line') {
      const value = format === 'html' ? foldSpace(block.value) : block.value.trim()
      const lead = block.indent === 'indented' && format !== 'markdown' ? 'indented' : 'flush'
      text += `${'\n'.repeat(Math.min(2, block.gap))}${format === 'html' ? emitParagraph(value, format, lead) : lead === 'indented' ? emitParagraph(value, format, lead) : escapeFor(value, format)}\n`
      continue
    }
    const rows = block.type === 'table' ? block.children.map((row) => row.children.map(cellText)) : cellRows(block)
    const cells = rows.map((row) => emitRow(row, format))
    text += format === 'html' ? `<table>${cells.join('\n')}</table>\n` : `\n${cells.join(format === 'html-text' ? '\n\n' : '\n')}\n`
  }
  return text.trim()
}

/** Cells whose rows are not marked: a blank line ends a row. */
function cellRows({children}: CellRun): string[][] {
  const rows: string[][] = []
  children.forEach((cell, index) => {
    if (index === 0 || children[index - 1]!.gapAfter > 0) rows.push([])
    rows.at(-1)!.push(cellText(cell))
  })
  return rows
}

/** An annex of the amending act that holds an annex of a standard; null for its only one. */
export function transplantAnnex(source: ActDocument, number: number | null, format: SourceFormat): string {
  const found = source.attachments.filter((one) => number === null || one.number === number)
  if (found.length !== 1)
    throw new Refusal(
      number === null
        ? 'the amending act has not one annex'
        : `the amending act has no annex ${String(number)} that could be an annex of a standard`,
    )
  let blocks = found[0]!.part.body
  for (let end = 0; end < Math.min(blocks.length, 14); end++) {
    const caption = readCaptionEndingAt(blocks, end, 0)
    if (!caption) continue
    blocks = blocks.slice(caption.to)
    break
  }
  if (blocks.length === 0) throw new Refusal(`annex ${String(number ?? 1)} of the amending act is empty`)
  return emitBlocks(blocks, format)
}

/** An annex that an instruction quotes: its paragraphs, then its table. */
export function writeAnnex(content: Content, format: SourceFormat): string {
  if (!content.rows) return content.paragraphs.map((paragraph) => emitParagraph(paragraph, format, 'flush')).join(paragraphBreak(format))
  // A line with one cell over the head of the table is its title.
  const from = content.rows.findIndex((row) => row.filter(Boolean).length > 1)
  const titles = content.rows.slice(0, Math.max(0, from)).map((row) => emitParagraph(row.filter(Boolean).join(' '), format, 'flush'))
  const rows = content.rows.slice(Math.max(0, from)).map((row) => emitRow(row, format))
  const table = format === 'html' ? `<table>\n${rows.join('\n')}\n</table>` : rows.join(format === 'html-text' ? '\n\n' : '\n')
  return [...titles, table].join('\n\n')
}
