/** New points, items, paragraphs, sentences, rows: each behind the one it follows. */
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import {alive} from './document.ts'
import type {Para, RowState} from './document.ts'
import {isSuccessor, itemOrder, order, previousNumber} from './labels.ts'
import {countedParagraphs, itemsOf, nameOf, noTable, partsOf, Refusal, rowNumber, sentencesOf} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {insertGroups, insertSection} from './sections.ts'
import {insertAnnex} from './whole.ts'
import {contentOf, findBelow, grouped, insertAfter, listOf, rowsOf, touched} from './work.ts'
import type {Work} from './work.ts'

export function insert(work: Work, region: Region, units: readonly Step[], after: Step | null, before: Step | null): void {
  const unit = units[0]!.unit
  if (units.some((step) => step.unit !== unit)) throw new Refusal('units of several kinds are to be inserted at once')
  switch (unit) {
    case 'point':
      insertPoints(work, region, units)
      return
    case 'item':
      insertItems(work, region, units)
      return
    case 'paragraph':
    case 'part':
      insertParagraphs(work, region, units, after, before)
      return
    case 'sentence':
      insertSentence(work, region, units[0]!, after)
      return
    case 'row':
      insertRows(work, region, units, after, before)
      return
    case 'section':
      insertSection(work, region, units)
      return
    case 'table-section':
      insertGroups(work, region, units, after, before)
      return
    case 'annex':
      insertAnnex(work, region, units)
      return
    default:
      throw new Refusal(`${nameOf(units[0]!)} can not be inserted`)
  }
}

function insertPoints(work: Work, region: Region, units: readonly Step[]): void {
  const list = work.journal.list(region.scope.paras)
  if (region.annex) throw new Refusal(`points of annex ${String(region.annex.number)} can not be inserted`)
  for (const {number, paragraphs} of numberedGroups(work, units, 'point')) {
    const points = alive(list).filter(({role}) => role === 'point')
    if (points.some(({point}) => point === number)) throw new Refusal(`point ${number} is there already`)
    const smaller = points.filter(({point}) => order(point!) < order(number))
    const last = smaller.at(-1)
    if (!last) throw new Refusal(`there is no point before ${number}`)
    const gone = new Set(list.filter(({role, state}) => role === 'point' && state === 'gone').map(({point}) => point))
    if (!isSuccessor(last.point!, number) && !gone.has(previousNumber(number)) && !wasExcluded(work, region, number))
      throw new Refusal(`point ${number} can not follow point ${last.point!}`)
    insertAfter(work, list, last, paragraphs, last, number)
    work.outcome.touches.push({scope: region.scope, what: 'point', number, effect: 'inserted'})
  }
}

/** True where notes say that the point before was excluded earlier. */
function wasExcluded(work: Work, region: Region, number: string): boolean {
  const before = previousNumber(number)
  return region.scope.paras.some(
    ({role, text}) => role === 'note' && new RegExp(`(?<!\\d)${before}-тармақ\\s+(?:алып|алынып|күші)`, 'u').test(text),
  )
}

function insertItems(work: Work, region: Region, units: readonly Step[]): void {
  const list = work.journal.list(listOf(work, region))
  if (region.point === null && !region.annex) throw new Refusal('the point that the items go into is not named')
  if (region.last?.unit === 'item' && units.some(({number}) => isDigit(number) && isDigit(region.last?.number ?? null)))
    throw new Refusal(`item ${units[0]!.number ?? ''} can not stand inside of item ${region.last.number ?? ''}`)
  let paras = region.paras
  for (const {number, paragraphs} of numberedGroups(work, units, 'item')) {
    const items = itemsOf(paras)
    if (items.some(({marker}) => marker === number))
      throw new Refusal(`item ${number} is there already${region.point === null ? '' : ` in point ${region.point}`}`)
    const smaller = items.filter(({marker}) => itemOrder(marker) < itemOrder(number))
    const previous = smaller.at(-1)
    if (/^\d+-1\)/u.test(number) && previous && Number.parseInt(previous.marker, 10) !== Number.parseInt(number, 10))
      throw new Refusal(`item ${number} can not follow item ${previous.marker}`)
    if (previous && !isSuccessor(previous.marker, number)) throw new Refusal(`item ${number} can not follow item ${previous.marker}`)
    if (!previous && (items.length > 0 ? itemOrder(items[0]!.marker) <= itemOrder(number) : itemOrder(number) !== 1))
      throw new Refusal(`there is no item before ${number}`)
    const first = items[0]?.paras[0]
    const anchor = previous?.paras.at(-1) ?? (first ? list[list.indexOf(first) - 1] : paras.at(-1))
    if (!anchor) throw new Refusal(`there is no place for item ${number}`)
    insertAfter(work, list, anchor, paragraphs, paras[0]!)
    paras = list.filter(
      (para) => para.state !== 'gone' && (paras.includes(para) || (para.state === 'new' && para.point === paras[0]!.point)),
    )
  }
  touched(work, region, 'amended')
}

function insertParagraphs(work: Work, region: Region, units: readonly Step[], after: Step | null, before: Step | null): void {
  const {paragraphs, rows} = contentOf(work)
  if (rows) throw new Refusal('a table can not be inserted as a paragraph')
  const list = work.journal.list(listOf(work, region))
  const unit = units[0]!.unit
  const numbers = units.flatMap(({number}) => (number === null ? [] : [Number(number)]))
  if (unit === 'paragraph' && numbers.length > 1 && numbers.length !== paragraphs.length)
    throw new Refusal(`${String(numbers.length)} paragraphs are named and ${String(paragraphs.length)} follow`)
  if (region.paras.length === 0 || (region.last === null && !region.annex))
    throw new Refusal('the place that the text goes into is not named')
  const like = region.paras[0]!
  const put = (anchor: Para) => {
    insertAfter(work, list, anchor, paragraphs, like)
    touched(work, region, 'amended')
  }
  const side = after ?? before
  if (side) {
    const anchor = findBelow(work.document, region, side)
    if (after) put(anchor.paras.at(-1)!)
    else {
      const at = list.indexOf(anchor.paras[0]!)
      if (at <= 0 || anchor.paras[0] === region.paras[0]) throw new Refusal(`there is no place before ${nameOf(side)}`)
      put(list[at - 1]!)
    }
    return
  }
  if (numbers.length === 0) {
    put(region.paras.at(-1)!)
    return
  }
  const first = Math.min(...numbers)
  if (first === 1) throw new Refusal('the first paragraph holds the number and can not be another')
  const existing = unit === 'part' ? partsOf(region.paras) : countedParagraphs(region).paras.map((para) => [para])
  const previous = existing[first - 2]
  if (!previous) throw new Refusal(`there is no ${unit} ${String(first - 1)} before it: ${String(existing.length)} are there`)
  if (unit === 'paragraph' && countedParagraphs(region).doubtful && previous[0] !== region.paras[first - 2]) {
    if (first - 1 !== existing.length)
      throw new Refusal(`paragraph ${String(first)} may be at two places: with the items counted, or without them`)
    put(region.paras.at(-1)!)
    return
  }
  put(previous.at(-1)!)
}

function insertSentence(work: Work, region: Region, unit: Step, after: Step | null): void {
  const text = contentOf(work).paragraphs.join(' ')
  const para = region.paras.at(-1)
  if (!para || region.last === null) throw new Refusal('the place that the sentence goes into is not named')
  let own = para
  let at = para.text.length
  const which =
    after?.unit === 'sentence' ? Number(after.number) : unit.number !== null && unit.number !== 'last' ? Number(unit.number) - 1 : null
  if (which !== null) {
    const all = region.paras.flatMap((one) => sentencesOf(one.text).map((span) => ({one, span})))
    const found = all[which - 1]
    if (!found) throw new Refusal(`there is no sentence ${String(which)}: ${String(all.length)} are there`)
    own = found.one
    at = found.span[1]
  } else if (after) {
    own = findBelow(work.document, region, after).paras.at(-1)!
    at = own.text.length
  }
  work.journal.touch(own)
  own.text = `${own.text.slice(0, at).trimEnd()} ${text}${own.text.slice(at)}`
  if (own.state === 'kept') own.state = 'changed'
  touched(work, region, 'amended')
}

function insertRows(work: Work, region: Region, units: readonly Step[], after: Step | null, before: Step | null): void {
  const table = region.annex?.table
  if (!table || region.rows === null) throw new Refusal(region.annex ? noTable(region.annex) : 'no annex is named')
  const rows = rowsOf(work, region)
  const wanted = units.flatMap(({number}) => (number === null ? [] : [rowNumber(number)]))
  const numbers = rows.map(({number}) => rowNumber(number))
  if (wanted.length > 0 && wanted.join(' ') !== numbers.join(' ') && numbers.some((number) => number !== ''))
    throw new Refusal(`rows ${wanted.join(', ')} are to be inserted, and ${numbers.join(', ')} follow`)
  const list = work.journal.list(table.rows)
  rows.forEach((row, index) => {
    const number = rowNumber(row.number) || wanted[index] || ''
    if (row.number === '' && number !== '') row.number = number
    const within = list.filter((one) => one.state !== 'gone' && (region.group === null || one.group === region.group))
    if (after === null && before === null && within.some((one) => rowNumber(one.number) === number))
      throw new Refusal(`row ${number} is there already`)
    const side = after ?? before
    const anchors =
      index > 0
        ? [list.find((one) => one.state === 'new' && one.cells === rows[index - 1]!.cells)!]
        : side
          ? within.filter((one) => rowNumber(one.number) === side.number)
          : number === ''
            ? within.slice(-1)
            : table.kind === 'indicators'
              ? behindWhich(within, number)
              : within.filter((one) => rowNumber(one.number) === previousNumber(number))
    if (anchors.length === 0)
      throw new Refusal(
        side
          ? `the table has no row ${side.number ?? ''}`
          : `the table has no row ${table.kind === 'indicators' ? indicatorBefore(number) : previousNumber(number)} that row ${number} could follow`,
      )
    if (anchors.length > 1)
      throw new Refusal(`row ${number} could follow ${String(anchors.length)} rows: the section of the table is not named`)
    const [anchor] = anchors as [RowState]
    // Between two rows of a cell that spans them, or behind the last of them, an empty cell is spanned too.
    const inherited = anchor.inherited.filter((column) => row.cells[column] === '')
    row.cells = row.cells.map((cell, column) => (inherited.includes(column) ? anchor.cells[column]! : cell))
    const fresh: RowState = {number: row.number, cells: row.cells, inherited, lines: [0, 0], group: anchor.group, state: 'new'}
    list.splice(list.indexOf(anchor) + (before && index === 0 ? 0 : 1), 0, fresh)
  })
  touched(work, region, 'amended')
}

/** The number behind which a row of indicators goes: 5.1 for 5.2, 5 for 5.1 and for 6. */
function indicatorBefore(number: string): string {
  const [group = '', own] = number.split('.')
  if (own === undefined) return String(Number(group) - 1)
  return own === '1' ? group : `${group}.${String(Number(own) - 1)}`
}

/** The row of indicators behind which one goes: 6 behind all that 5 heads. */
function behindWhich(rows: readonly RowState[], number: string): RowState[] {
  const before = indicatorBefore(number)
  const found = rows.filter((row) => row.number === before)
  if (found.length !== 1 || number.includes('.')) return found
  return rows.filter((row) => row.number === before || row.number.startsWith(`${before}.`)).slice(-1)
}

function numberedGroups(work: Work, units: readonly Step[], unit: 'point' | 'item'): {number: string; paragraphs: string[]}[] {
  const pattern = unit === 'point' ? POINT_NUMBER : ITEM_MARKER
  const wanted = units.flatMap(({number}) => number ?? [])
  const groups = grouped(work, unit).map((paragraphs) => {
    const number = pattern.exec(paragraphs[0]!)?.[1]
    return {number: number === undefined ? null : unit === 'item' ? `${number})` : number, paragraphs}
  })
  const [only] = groups
  if (groups.length === 1 && wanted.length === 1 && only!.number === null) {
    only!.number = wanted[0]!
    only!.paragraphs[0] = `${wanted[0]!}${unit === 'point' ? '.' : ''} ${only!.paragraphs[0]!}`
  }
  const numbers = groups.map(({number}) => number ?? '—')
  if (wanted.length > 0 && numbers.join(' ') !== wanted.join(' '))
    throw new Refusal(`${wanted.join(', ')} are to be inserted, and the new text has ${numbers.join(', ')}`)
  return groups.map(({number, paragraphs}) => {
    if (number === null) throw new Refusal('the new text has no number')
    return {number, paragraphs}
  })
}

function isDigit(label: string | null): boolean {
  return label !== null && /^\d/u.test(label)
}
