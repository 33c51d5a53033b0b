/** What an annex holds: tables of offices and indicators, the layout of a blank, text. */
import {OWN_PREFIX, splitParagraphs} from '../../../parser/read/akn-names.ts'
import {annexPrefix} from '../../../parser/read/akn-annex.ts'
import type {Annex, Field, Indicator, OfficeGroup, OfficeRow} from '../../../parser/model/index.ts'
import {own, paragraphs, sourceLines, type Place} from './body.ts'
import {writeLayout} from './layout.ts'
import {element, inline, ownText, text, type Attributes} from './xml.ts'

/** The blocks of the main part of an annex. */
export function annexBody(annex: Annex, place: Place): string[] {
  const {columns, groups, indicators, layout} = annex
  const blocks: string[] = []
  const headed = groups?.some((group) => group.columns === undefined) ?? false
  groups?.forEach((group) => blocks.push(officeTable(group, columns ?? [], place)))
  if (indicators && indicators.length > 0) blocks.push(indicatorTable(indicators, headed ? [] : (columns ?? []), place))
  const drawn = layout && layout.length > 0 ? place.ids.next(place.prefix, 'container') : null
  if (drawn !== null) blocks.push(element('container', {name: 'layout', eId: drawn}, writeLayout(layout ?? [], place)))
  const rest = restOfText(annex)
  if (rest.lines.length > 0) {
    const attributes = {
      name: 'text',
      eId: place.ids.next(place.prefix, 'container'),
      // A blank is laid out above; this is the same once more, in lines of characters.
      alternativeTo: drawn === null ? null : `#${drawn}`,
      [own('whole')]: rest.whole ? true : null,
    }
    blocks.push(
      element(
        'container',
        attributes,
        rest.lines.map((line) => inline('p', {}, text(line))),
      ),
    )
  }
  return blocks.length > 0 ? blocks : [inline('p', {class: 'empty'}, '')]
}

/** What the text says beyond the title and the tables; all of it where it does not begin with these. */
function restOfText(annex: Annex): {lines: string[]; whole: boolean} {
  const prefix = annexPrefix(annex)
  if (annex.text === prefix) return {lines: [], whole: false}
  if (prefix === '') return {lines: splitParagraphs(annex.text), whole: false}
  if (annex.text.startsWith(`${prefix}\n`)) return {lines: annex.text.slice(prefix.length + 1).split('\n'), whole: false}
  return {lines: annex.text.split('\n'), whole: true}
}

/** Where the headings of the columns stand: in the first table that has no headings of its own, else apart. */
export function columnsApart({columns, groups, indicators}: Annex): readonly string[] {
  if (columns === undefined || columns.length === 0) return []
  const shown = groups?.some((group) => group.columns === undefined) === true || (indicators !== undefined && indicators.length > 0)
  return shown ? [] : columns
}

/** Lists that are there but empty have nothing in the text that would show them. */
export function emptyLists(annex: Annex): string[] {
  const names = ['columns', 'groups', 'fields', 'layout', 'indicators'] as const
  return names.filter((name) => annex[name]?.length === 0)
}

function officeTable(group: OfficeGroup, columns: readonly string[], place: Place): string {
  const headings = group.columns ?? columns
  const attributes: Attributes = {
    class: 'offices',
    eId: place.ids.next(place.prefix, 'table'),
    [own('columns')]: group.columns === undefined ? null : 'own',
  }
  const caption = group.heading === null ? '' : inline('caption', {}, text(group.heading))
  const head =
    headings.length === 0
      ? ''
      : element(
          'tr',
          {class: 'head'},
          ['', ...headings].map((heading) => cell('th', heading)),
        )
  const rows = officeRows(group.rows)
  const filler = head === '' && rows.length === 0 ? [element('tr', {class: 'empty'}, [cell('td', '')])] : []
  return element('table', attributes, [caption, head, ...rows, ...filler])
}

/** Rows in which a cell that spans rows stands once, as in the source. */
function officeRows(rows: readonly OfficeRow[]): string[] {
  const spans = rows.map(({cells}) => cells.map(() => 1))
  const covered = rows.map(({cells}) => cells.map(() => false))
  for (let index = rows.length - 1; index > 0; index--) {
    const row = rows[index]!
    const above = rows[index - 1]!
    const ascending = row.inherited.every((column, order) => order === 0 || column > row.inherited[order - 1]!)
    // A cell hangs on the one above only where both rows are of one length and it says the same.
    if (row.cells.length !== above.cells.length || !ascending) continue
    for (const column of row.inherited) {
      if (row.cells[column] === undefined || row.cells[column] !== above.cells[column]) continue
      covered[index]![column] = true
      spans[index - 1]![column] = spans[index - 1]![column]! + spans[index]![column]!
    }
  }
  return rows.map((row, index) => {
    const inherited = row.inherited.filter((column) => !(covered[index]![column] ?? false))
    const cells = row.cells.flatMap((value, column) =>
      covered[index]![column]! ? [] : cell('td', value, {rowspan: spans[index]![column]! > 1 ? spans[index]![column]! : null}),
    )
    const attributes = {
      [own('lines')]: sourceLines(row.lines),
      [own('office')]: row.office,
      [own('inherited')]: inherited.length > 0 ? inherited.join(' ') : null,
    }
    return element('tr', attributes, [cell('td', row.number, {class: 'number'}), ...cells])
  })
}

function indicatorTable(indicators: readonly Indicator[], columns: readonly string[], place: Place): string {
  const attributes = {class: 'indicators', eId: place.ids.next(place.prefix, 'table')}
  const rows: string[] = []
  let group = ''
  for (const indicator of indicators) {
    if (indicator.group !== group) {
      group = indicator.group
      rows.push(element('tr', {class: 'group'}, [cell('th', group, {colspan: 5})]))
    }
    const {code, label, normative, target, current} = indicator
    rows.push(
      element(
        'tr',
        {},
        [code, label, normative, target, current].map((value) => cell('td', value)),
      ),
    )
  }
  const head =
    columns.length === 0
      ? ''
      : element(
          'tr',
          {class: 'head'},
          ['', ...columns].map((heading) => cell('th', heading)),
        )
  return element('table', attributes, [head, ...rows])
}

function cell(name: 'td' | 'th', value: string, attributes: Attributes = {}): string {
  return inline(name, attributes, paragraphs(value).join(''))
}

/** What a field of a blank is; its place in the layout is a `fillIn` that names it. */
export function writeField(field: Field): string {
  const {name, type, required, rows, format} = field
  const list = (element: string, values: readonly string[] | undefined) =>
    (values ?? []).map((value) => inline(`${OWN_PREFIX}:${element}`, {}, ownText(value)))
  const empty = (['columns', 'options'] as const).filter((key) => field[key]?.length === 0)
  return element(`${OWN_PREFIX}:field`, {name, type, required, rows, format, empty: empty.length > 0 ? empty.join(' ') : null}, [
    inline(`${OWN_PREFIX}:label`, {}, ownText(field.label)),
    ...(field.hint === undefined ? [] : [inline(`${OWN_PREFIX}:hint`, {}, ownText(field.hint))]),
    ...list('column', field.columns),
    ...list('option', field.options),
  ])
}
