/**
 * The text of a changed act: the source as it was, with new text in the place of what changed.
 *
 *       source   2. Көрсетілетін … нысаны: автоматтандырылған.
 *       result   2. Көрсетілетін … нысаны: ішінара автоматтандырылған.
 *                Ескерту. 2-тармақ жаңа редакцияда – ҚР Үкіметінің …
 */
import {dateOf} from '../language/months.ts'
import type {SourceFormat} from '../tree.ts'
import {indicatorLines, officeLines} from '../structure/table-text.ts'
import type {ActDocument, AnnexState, Para, StandardState, TableState} from './document.ts'
import {emitHeading, emitParagraph, emitRow, emitTable, escapeFor, FINISHED, OPENS_ITSELF, paragraphBreak} from './emit.ts'
import {nameKey} from './find-words.ts'
import {isTableChanged, livingGroups} from './tables.ts'
import {emitCaption} from './transplant.ts'

interface Edit {
  start: number
  end: number
  text: string
}

export interface Notes {
  /** Note text for the title of a standard that is restated, excluded or new. */
  ofStandard(standard: StandardState | null): string
}

/** How the changed rows of a table are written: row by row, or the table anew. */
export type TableMode = 'rows' | 'whole'

/** The text of the act. `modeOf` says how each changed table is written. */
export function renderDocument(document: ActDocument, notes: Notes, modeOf: (annex: AnnexState) => TableMode): string {
  return new Renderer(document, notes, modeOf).render()
}

/** White space and list marks at the beginning of a line, which stay. */
const LEAD = /^[\s\u00a0]*/u
const HTML_LEAD = /^(?:[\s\u00a0]|&nbsp;|&#160;)*/u
const MARKDOWN_LEAD = /^\s*(?:(?:[-*+]|#{1,6})\s+)?/u
const BULLET = /^\s*[-*+]\s/u
const TAG = /<(\/?)([a-z][a-z\d]*)[^<>]*?(\/?)>/giu
const CLOSES_BLOCK = /^(?:\s|<\/(?:b|i|u|a|span|font|strong|em|sup|sub|small)>|<br\s*\/?>)*<\/(?:p|h[1-6])>/iu
const STAMP = ['Қазақстан Республикасы', 'Үкіметінің']

class Renderer {
  private readonly document: ActDocument
  private readonly notes: Notes
  private readonly modeOf: (annex: AnnexState) => TableMode
  private readonly edits: Edit[] = []

  constructor(document: ActDocument, notes: Notes, modeOf: (annex: AnnexState) => TableMode) {
    this.document = document
    this.notes = notes
    this.modeOf = modeOf
  }

  private get format(): SourceFormat {
    return this.document.format
  }

  render(): string {
    const {document} = this
    this.paras(document.act.paras)
    for (const attachment of document.attachments) this.paras(attachment.paras)
    for (const standard of document.standards) this.standard(standard)
    if (document.added.length > 0) this.addStandards()
    const edits = this.edits.sort((a, b) => a.start - b.start || a.end - b.end)
    let text = ''
    let at = 0
    for (const {start, end, text: insert} of edits) {
      if (start < at) continue
      text += document.source.slice(at, start) + insert
      at = end
    }
    return text + document.source.slice(at)
  }

  private paras(paras: readonly Para[]): void {
    let anchor: Para | null = null
    let before = ''
    let fresh: Para[] = []
    const flush = () => {
      if (fresh.length === 0) return
      this.insertParas(fresh, anchor, paras)
      fresh = []
    }
    for (const para of paras) {
      if (para.state === 'gone') {
        this.remove(para)
        continue
      }
      if (para.state === 'new') {
        fresh.push(para)
        continue
      }
      const added = fresh.at(-1)
      flush()
      // Markdown joins a paragraph to one that is not finished, unless a mark says that it begins.
      const last = added?.text ?? before
      const joined =
        this.format === 'markdown' &&
        (para.role === 'point' || para.role === 'preamble') &&
        last !== '' &&
        !FINISHED.test(last) &&
        !OPENS_ITSELF.test(para.text)
      const changedBefore = added !== undefined || anchor?.state === 'changed'
      if (para.state === 'changed' || (joined && changedBefore && !BULLET.test(this.sliceOf(para)))) this.change(para, joined)
      anchor = para
      before = para.text
    }
    flush()
  }

  private sliceOf(para: Para): string {
    return para.span ? this.document.source.slice(...para.span) : ''
  }

  private change(para: Para, bullet: boolean): void {
    if (!para.span) return
    const [start, end] = para.span
    const slice = this.sliceOf(para)
    if (this.format === 'html') {
      this.edits.push({start, end, text: keepTags(slice, (HTML_LEAD.exec(slice)?.[0] ?? '') + escapeFor(para.text, 'html'))})
      return
    }
    const lead = (this.format === 'markdown' && para.role !== 'cell' ? MARKDOWN_LEAD : LEAD).exec(slice)?.[0] ?? ''
    this.edits.push({start, end, text: `${bullet && !BULLET.test(slice) ? '- ' : lead}${escapeFor(para.text, this.format)}`})
  }

  private remove(para: Para): void {
    if (!para.span) return
    const [start, end] = para.span
    // In the text of a PDF the line stays as a blank one: without it what follows would join what stands before.
    const whole = this.format === 'markdown' || this.format === 'html-text'
    const {source} = this.document
    const to = whole && source[end] === '\n' && (start === 0 || source[start - 1] === '\n') ? end + 1 : end
    this.edits.push({start, end: to, text: this.format === 'html' ? keepTags(source.slice(start, end), '') : ''})
  }

  private insertParas(fresh: readonly Para[], anchor: Para | null, paras: readonly Para[]): void {
    let before = anchor?.text ?? ''
    const texts = fresh.map((para) => {
      const bullet = before !== '' && !FINISHED.test(before) && !OPENS_ITSELF.test(para.text)
      before = para.text
      const indent = para.indent === 'flush' ? 'flush' : 'indented'
      return emitParagraph(para.text, this.format, indent, bullet)
    })
    const separator = paragraphBreak(this.format)
    if (anchor?.span) {
      let at = anchor.span[1]
      if (this.format === 'html') {
        const closing = CLOSES_BLOCK.exec(this.document.source.slice(at, at + 400))
        if (!closing) {
          const inline = texts.map((text) => `<br/>${text.replace(/^<(?:p|h3)>|<\/(?:p|h3)>$/gu, '')}`).join('')
          this.edits.push({start: at, end: at, text: inline})
          return
        }
        at += closing[0].length
      }
      // The first heading may stand on the line of the title: it gets a line of its own.
      const shared = this.format === 'html' ? null : /^[ \u00a0]*(?=[^\s\u00a0])/u.exec(this.document.source.slice(at, at + 200))
      const behind = shared ? separator : ''
      this.edits.push({start: at, end: at + (shared?.[0].length ?? 0), text: texts.map((text) => separator + text).join('') + behind})
      // In the text of a PDF a flush line joins the paragraph above it.
      if (this.format === 'pdf-text') {
        const next = this.document.source.slice(at, at + 200).split('\n')[1] ?? ''
        if (next.trim() !== '' && !/^[ \u00a0]{6}/u.test(next)) this.edits.at(-1)!.text += '\n'
      }
      return
    }
    const first = paras.find((para) => para.span && para.state !== 'gone')
    const at = first?.span?.[0] ?? 0
    this.edits.push({start: at, end: at, text: texts.map((text) => text + separator).join('')})
  }

  private standard(standard: StandardState): void {
    const [start, end] = standard.range
    if (standard.state !== 'kept') {
      const note = emitParagraph(this.notes.ofStandard(standard), this.format, 'indented')
      const own = this.document.source.slice(start, standard.paras[0]!.span![1])
      const title = standard.replacement?.title ?? own
      const body = standard.replacement?.body ?? ''
      this.edits.push({
        start,
        end,
        text: keepTags(
          this.format === 'html' ? this.document.source.slice(start, end) : '',
          `${title}\n\n${note}${body === '' ? '' : `\n\n${body}`}`,
          this.format === 'html',
        ),
      })
      return
    }
    this.paras(standard.paras)
    for (const annex of standard.annexes) this.annex(annex)
    if (standard.added.length > 0) {
      const text = standard.added
        .map(({number, text}) => `\n\n${emitCaption(standard.model.title, number, this.format)}\n\n${text}`)
        .join('')
      this.edits.push({start: end, end, text})
    }
  }

  private annex(annex: AnnexState): void {
    const [start, end] = annex.range
    const captionEnd = annex.part.caption.at(-1)!.end
    if (annex.state === 'gone') {
      this.replace(start, end, '')
      return
    }
    if (annex.state === 'replaced') {
      this.replace(captionEnd, end, `\n\n${annex.replacement ?? ''}`)
      return
    }
    const {table} = annex
    const changed = table !== null && isTableChanged(table, annex.model)
    if (changed && this.modeOf(annex) === 'whole') {
      this.replace(captionEnd, end, `\n\n${this.wholeTable(annex, table)}`)
      return
    }
    this.paras(annex.paras)
    if (changed) {
      this.headings(annex, table)
      this.rows(table)
    }
  }

  private replace(start: number, end: number, text: string): void {
    this.edits.push({start, end, text: this.format === 'html' ? keepTags(this.document.source.slice(start, end), text) : text})
  }

  private wholeTable(annex: AnnexState, table: TableState): string {
    const {model} = annex
    const lines =
      table.kind === 'offices'
        ? officeLines(model.columns ?? [], model.groups ?? [])
        : indicatorLines(model.columns ?? [], model.indicators ?? [])
    const own = new Set([model.title ?? '', ...lines])
    const notes = model.text.split('\n').filter((line) => line !== '' && !own.has(line))
    const groups = livingGroups(table).map(({heading, rows}) => ({heading, rows: rows.map(({number, cells}) => ({number, cells}))}))
    return [
      ...(model.title === null ? [] : [emitParagraph(model.title, this.format, 'flush')]),
      emitTable({numbered: table.numbered, columns: table.columns, columnNumbers: hasColumnNumbers(annex, table), groups}, this.format),
      ...notes.map((note) => emitParagraph(note, this.format, 'indented')),
    ].join('\n\n')
  }

  /** A changed heading is written where the old one stands, if it stands there alone; else the table is written as a whole. */
  private headings(annex: AnnexState, table: TableState): void {
    const {columns = [], groups = []} = annex.model
    const put = (old: string | null | undefined, now: string | null | undefined) => {
      if (old == null || now == null || old === now) return
      const found = annex.paras.filter((para) => para.role !== 'caption' && para.state === 'kept' && nameKey(para.text) === nameKey(old))
      if (found.length === 1) this.change({...found[0]!, text: now}, false)
    }
    columns.forEach((column, index) => put(column, table.columns[index]))
    groups.forEach(({heading}, index) => put(heading, table.headings[index]))
  }

  private rows(table: TableState): void {
    const {numbered} = table
    const {lineStarts, source} = this.document
    const startOf = (line: number) => lineStarts[line - 1] ?? source.length
    const endOf = (line: number) => (lineStarts[line] === undefined ? source.length : lineStarts[line]! - 1)
    const write = (number: string, cells: readonly string[]) => emitRow(numbered ? [number, ...cells] : cells, this.format)
    let anchor: number | null = null
    table.rows.forEach((row, index) => {
      const [from, to] = row.lines
      if (row.state === 'new') {
        const gap = this.format === 'html-text' ? '\n\n' : '\n'
        const group = table.rows.filter((one) => one.group === row.group)
        const opens = group[0] === row && group.every(({state}) => state === 'new')
        const heading = opens ? (table.headings[row.group] ?? null) : null
        const width = row.cells.length + (numbered ? 1 : 0)
        const text = (heading === null ? '' : emitHeading(heading, width, this.format) + gap) + write(row.number, row.cells)
        const next = table.rows.slice(index + 1).find(({state}) => state !== 'new')
        if (anchor !== null) this.edits.push({start: anchor, end: anchor, text: gap + text})
        else if (next) this.edits.push({start: startOf(next.lines[0]), end: startOf(next.lines[0]), text: text + gap})
        return
      }
      anchor = endOf(to)
      // A cell that other rows have from this one is not printed in them.
      const cells = row.cells.map((cell, column) => (row.inherited.includes(column) ? '' : cell))
      if (row.state === 'changed') this.edits.push({start: startOf(from), end: endOf(to), text: write(row.number, cells)})
      if (row.state === 'gone') this.edits.push({start: startOf(from), end: Math.min(source.length, endOf(to) + 1), text: ''})
    })
  }

  private addStandards(): void {
    const {document} = this
    const act = document.parsed.resolution
    const date = dateOf(act?.date ?? null)
    const name = `№ ${act?.number ?? ''}`
    const stampOf = (number: number | undefined) =>
      [
        ...STAMP,
        date,
        ...(number === undefined ? [`${name} қаулысымен`, 'бекітілген'] : [`${name} қаулысына`, `${String(number)}-қосымша`]),
      ]
        .map((line) => emitParagraph(line, this.format, 'flush'))
        .join('\n')
    const end = Math.max(
      ...document.standards.map(({range}) => range[1]),
      ...document.act.paras.map(({span}) => span?.[1] ?? 0),
      ...document.attachments.flatMap(({paras}) => paras.map(({span}) => span?.[1] ?? 0)),
    )
    const note = emitParagraph(this.notes.ofStandard(null), this.format, 'indented')
    const text = document.added.map(({title, body, number}) => `\n\n\n${stampOf(number)}\n\n\n${title}\n\n${note}\n\n${body}`).join('')
    this.edits.push({start: end, end, text})
  }
}

/** Whether the source has a row «1 2 3 4» under the head of a table. */
function hasColumnNumbers({paras}: AnnexState, {columns, numbered}: TableState): boolean {
  const count = columns.length + (numbered ? 1 : 0)
  const row = Array.from({length: count}, (_, index) => String(index + 1)).join(' ')
  const texts = paras.filter(({role}) => role !== 'caption').map(({text}) => text)
  return texts.some((text, at) => text === row || texts.slice(at, at + count).join(' ') === row)
}

/** New text with the tags of the old that open or close more than the old text: the page stays well-formed. */
function keepTags(old: string, text: string, isHtml = true): string {
  if (!isHtml) return text
  const open: {name: string; tag: string}[] = []
  const closing: string[] = []
  for (const [tag, slash, name, empty] of old.matchAll(TAG)) {
    if (empty === '/' || /^(?:br|hr|img|input|col|meta|link)$/iu.test(name!)) continue
    if (slash === '') open.push({name: name!.toLowerCase(), tag})
    else if (open.at(-1)?.name === name!.toLowerCase()) open.pop()
    else closing.push(tag)
  }
  return closing.join('') + text + open.map(({tag}) => tag).join('')
}
