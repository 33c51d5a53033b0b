/** Annexes out of Akoma Ntoso: tables of offices and indicators, blanks, text. */
import type {Annex, Field, Indicator, OfficeGroup, OfficeRow} from '../model/index.ts'
import {indicatorLines, officeLines} from '../structure/table-text.ts'
import {readLayout} from './akn-layout.ts'
import {joinParagraphs} from './akn-names.ts'
import {
  attribute,
  boolean,
  child,
  children,
  descend,
  fail,
  furtherOf,
  integer,
  isFiller,
  linesOf,
  need,
  needAttribute,
  ownAttribute,
  ownChildren,
  paragraphsOf,
  textOf,
  type Taken,
} from './akn-nodes.ts'
import type {XmlElement} from './akn-xml.ts'

/** What the text of an annex begins with where it follows from the rest: its title and its tables. */
export function annexPrefix({title, columns, groups, indicators}: Omit<Annex, 'text'>): string {
  const lines = [title ?? '']
  if (groups) lines.push(...officeLines(columns ?? [], groups))
  if (indicators) lines.push(...indicatorLines(columns ?? [], indicators))
  return lines.filter((line) => line !== '').join('\n')
}

/**
 * One annex of a standard.
 *
 * @param document the `doc` in an attachment of the standard's document
 */
export function readAnnex(document: XmlElement, standard: string, taken: Taken): Annex {
  const meta = need(document, 'meta', 'proprietary')
  const about = ownChildren(meta, 'annex')[0] ?? fail(meta, 'the proprietary metadata of an annex say nothing of it')
  const number = integer(about, needAttribute(about, 'number'))
  const body = need(document, 'mainBody')
  const title = descend(document, 'preface', 'longTitle', 'p', 'docTitle')
  const empty = new Set((attribute(about, 'empty') ?? '').split(' '))
  const lists = readBody(body, taken)
  const columns = lists.columns ?? ownChildren(meta, 'column').map((column) => textOf(column, taken))
  const fields = ownChildren(meta, 'field').map((field) => readField(field, taken))
  const annex = {
    id: attribute(about, 'id') ?? `${standard}/${String(number)}`,
    number,
    // The schema of the model is checked when all is read.
    kind: needAttribute(about, 'kind') as Annex['kind'],
    title: title ? textOf(title, taken) : null,
    lines: linesOf(about, attribute(about, 'lines')),
    ...listed('columns', columns, empty),
    ...listed('groups', lists.groups, empty),
    ...listed('fields', fields, empty),
    ...listed('layout', lists.layout, empty),
    ...listed('indicators', lists.indicators, empty),
    ...products(meta),
    ...furtherOf(meta, taken),
  } as Omit<Annex, 'text'>
  const {id, ...further} = annex
  return {id, ...further, text: readText(body, annexPrefix(annex), taken)}
}

function listed<Name extends string, Value>(name: Name, values: readonly Value[], empty: ReadonlySet<string>) {
  return values.length > 0 || empty.has(name) ? {[name]: values} : {}
}

function readBody(body: XmlElement, taken: Taken) {
  const groups: OfficeGroup[] = []
  const indicators: Indicator[] = []
  let columns: string[] | null = null
  for (const table of children(body, 'table')) {
    const head = children(table, 'tr').find((row) => attribute(row, 'class') === 'head')
    // The first cell heads the numbers.
    const headings = head
      ? cells(head)
          .slice(1)
          .map((cell) => paragraphsOf(cell, taken))
      : []
    const rows = children(table, 'tr').filter((row) => row !== head && !isFiller(row))
    if (attribute(table, 'class') === 'indicators') {
      if (head) columns ??= headings
      indicators.push(...readIndicators(rows, taken))
      continue
    }
    const isOwn = ownAttribute(table, 'columns') === 'own'
    if (head && !isOwn) columns ??= headings
    const caption = child(table, 'caption')
    groups.push({heading: caption ? textOf(caption, taken) : null, ...(isOwn ? {columns: headings} : {}), rows: readRows(rows, taken)})
  }
  const drawn = children(body, 'container').find((element) => attribute(element, 'name') === 'layout')
  return {groups, indicators, columns, layout: drawn ? readLayout(drawn, taken) : []}
}

const cells = (row: XmlElement): XmlElement[] => children(row).filter(({name}) => name === 'td' || name === 'th')

/** Rows of an office table; a cell that spans rows is repeated in each. */
function readRows(rows: readonly XmlElement[], taken: Taken): OfficeRow[] {
  /** Per column: how many rows the cell above still covers. */
  const covers: number[] = []
  let above: string[] = []
  return rows.map((row) => {
    const [number, ...rest] = cells(row)
    const values: string[] = []
    const inherited: number[] = []
    let next = 0
    while (next < rest.length || (covers[values.length] ?? 0) > 0) {
      const column = values.length
      if ((covers[column] ?? 0) > 0) {
        covers[column]!--
        inherited.push(column)
        values.push(above[column] ?? '')
        continue
      }
      const cell = rest[next++]!
      const span = attribute(cell, 'rowspan')
      covers[column] = span === null ? 0 : integer(cell, span) - 1
      values.push(paragraphsOf(cell, taken))
    }
    above = values
    const apart = ownAttribute(row, 'inherited')
    if (apart !== null) inherited.push(...apart.split(' ').map((column) => integer(row, column)))
    return {
      number: number ? paragraphsOf(number, taken) : '',
      cells: values,
      inherited: apart !== null && inherited.length > apart.split(' ').length ? inherited.sort((a, b) => a - b) : inherited,
      office: ownAttribute(row, 'office'),
      lines: linesOf(row),
    }
  })
}

function readIndicators(rows: readonly XmlElement[], taken: Taken): Indicator[] {
  const indicators: Indicator[] = []
  let group = ''
  for (const row of rows) {
    const [code = '', label = '', normative = '', target = '', current = ''] = cells(row).map((cell) => paragraphsOf(cell, taken))
    if (attribute(row, 'class') === 'group') group = code
    else indicators.push({group, code, label, normative, target, current})
  }
  return indicators
}

/** The text: what follows from the rest, and what is written out. */
function readText(body: XmlElement, prefix: string, taken: Taken): string {
  const written = children(body, 'container').find((element) => attribute(element, 'name') === 'text')
  if (!written) return prefix
  const text = joinParagraphs(children(written, 'p').map((element) => textOf(element, taken)))
  return ownAttribute(written, 'whole') === 'true' || prefix === '' ? text : `${prefix}\n${text}`
}

function readField(element: XmlElement, taken: Taken): Field {
  const list = (name: 'columns' | 'options', values: readonly XmlElement[]) =>
    listed(
      name,
      values.map((value) => textOf(value, taken)),
      new Set((attribute(element, 'empty') ?? '').split(' ')),
    )
  const words = (name: string) => ownChildren(element, name).map((value) => textOf(value, taken))
  const rows = attribute(element, 'rows')
  const format = attribute(element, 'format')
  const [hint] = words('hint')
  return {
    name: needAttribute(element, 'name'),
    label: words('label')[0] ?? fail(element, 'a field has no label'),
    type: needAttribute(element, 'type') as Field['type'],
    required: boolean(element, attribute(element, 'required')),
    ...list('columns', ownChildren(element, 'column')),
    ...(rows === null ? {} : {rows: integer(element, rows)}),
    ...(format === null ? {} : {format: format as NonNullable<Field['format']>}),
    ...(hint === undefined ? {} : {hint}),
    ...list('options', ownChildren(element, 'option')),
  }
}

/** Paths of what was made from the annex. */
function products(meta: XmlElement): Pick<Annex, 'pdf' | 'report'> {
  const paths = new Map(ownChildren(meta, 'file').map((file) => [needAttribute(file, 'of'), needAttribute(file, 'path')]))
  const [form, pdf, html] = ['form', 'report-pdf', 'report-html'].map((name) => paths.get(name))
  const [xlsx, csv] = ['report-xlsx', 'report-csv'].map((name) => paths.get(name))
  const [surveyPdf, surveyHtml, surveyCsv] = ['survey-pdf', 'survey-html', 'survey-csv'].map((name) => paths.get(name))
  const survey =
    surveyPdf !== undefined && surveyHtml !== undefined && surveyCsv !== undefined
      ? {survey: {pdf: surveyPdf, html: surveyHtml, csv: surveyCsv}}
      : {}
  const report =
    pdf !== undefined && html !== undefined
      ? {report: {pdf, ...(xlsx === undefined ? {} : {xlsx}), ...(csv === undefined ? {} : {csv}), html, ...survey}}
      : {}
  return {...(form === undefined ? {} : {pdf: form}), ...report}
}
