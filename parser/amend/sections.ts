/**
 * Sections as a whole: of a standard with its points, of an office table with its rows.
 *
 *       мынадай мазмұндағы 6-бөліммен толықтырылсын: «6. Байланыс ақпараты / 27. …»
 *       ««Алматы облысы …» РМК филиалы» деген бөліммен толықтырылсын: a heading, and the rows below it
 */
import type {Content} from '../structure/amendment.ts'
import {POINT_NUMBER} from '../structure/paragraphs.ts'
import {alive} from './document.ts'
import type {Para, RowState, TableState} from './document.ts'
import {nameKey} from './find-words.ts'
import {isSuccessor} from './labels.ts'
import {nameOf, noTable, Refusal} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {contentOf, cutRows, insertAfter, touched} from './work.ts'
import type {Work} from './work.ts'

interface QuotedSection {
  heading: string
  points: {number: string; paragraphs: string[]}[]
}

/** A section of a standard as an instruction quotes it: its heading, then its points in the order of their numbers. */
function quotedSection({paragraphs, rows}: Content, number: string): QuotedSection {
  if (rows) throw new Refusal('a section of points is meant, and a table follows')
  const [heading = '', ...rest] = paragraphs
  const own = POINT_NUMBER.exec(heading)?.[1]
  if (own !== number)
    throw new Refusal(`section ${number} is meant, and the new text begins with ${own === undefined ? 'no number' : `number ${own}`}`)
  const points: QuotedSection['points'] = []
  for (const text of rest) {
    const label = POINT_NUMBER.exec(text)?.[1]
    const last = points.at(-1)
    if (label !== undefined && (last === undefined || isSuccessor(last.number, label))) points.push({number: label, paragraphs: [text]})
    else if (last) last.paragraphs.push(text)
    else throw new Refusal('under the heading of the new section no point follows')
  }
  if (points.length === 0) throw new Refusal('the new section has no points')
  return {heading, points}
}

/** A new section behind the last: its points go on with the numbers. */
export function insertSection(work: Work, region: Region, units: readonly Step[]): void {
  const {scope} = region
  const number = units[0]!.number
  if (scope.kind !== 'standard' || region.annex || number === null)
    throw new Refusal('the standard and the number of the new section are not named')
  if (units.length > 1) throw new Refusal('several sections are to be inserted at once')
  const list = work.journal.list(scope.paras)
  const headings = alive(list).filter(({role}) => role === 'heading')
  const points = alive(list).filter(({role}) => role === 'point')
  const [last, lastHeading] = [points.at(-1), headings.at(-1)]
  const before = POINT_NUMBER.exec(lastHeading?.text ?? '')?.[1]
  if (!last || before === undefined) throw new Refusal('the standard has no sections')
  if (headings.some(({text}) => POINT_NUMBER.exec(text)?.[1] === number)) throw new Refusal(`section ${number} is there already`)
  if (Number(number) !== Number(before) + 1) throw new Refusal(`section ${number} can not follow section ${before}`)
  const quoted = quotedSection(contentOf(work), number)
  const first = quoted.points[0]!.number
  if (!isSuccessor(last.point!, first)) throw new Refusal(`point ${first} of the new section can not follow point ${last.point!}`)
  insertAfter(work, list, last, [quoted.heading], lastHeading!, null)
  let anchor = list[list.indexOf(last) + 1]!
  for (const point of quoted.points) {
    insertAfter(work, list, anchor, point.paragraphs, last, point.number)
    anchor = list[list.indexOf(anchor) + point.paragraphs.length]!
  }
  work.outcome.touches.push({scope, what: 'section', number, effect: 'inserted', whole: true})
}

/**
 * A section in a new wording: its points keep their numbers, or the ones behind it would have to change. There may be fewer;
 * more only where none stand behind.
 */
export function restateSection(
  work: Work,
  region: Region,
  content: Content,
  replace: (paras: readonly Para[], texts: readonly string[]) => void,
): void {
  const heading = region.paras[0]!
  const number = POINT_NUMBER.exec(heading.text)?.[1] ?? ''
  const quoted = quotedSection(content, number)
  const groups = new Map<string, Para[]>()
  for (const para of region.paras) if (para.role === 'point') groups.set(para.point!, [...(groups.get(para.point!) ?? []), para])
  const [had, has] = [[...groups.keys()], quoted.points.map((point) => point.number)]
  const list = work.journal.list(region.scope.paras)
  const isLast = alive(list).findLast(({role}) => role === 'point')?.point === had.at(-1)
  const fits =
    has.length <= had.length ? has.every((label, at) => label === had[at]) : isLast && had.every((label, at) => label === has[at])
  if (!fits) throw new Refusal(`section ${number} has points ${had.join(', ')}, and the new text has ${has.join(', ')}`)
  replace([heading], [quoted.heading])
  let anchor = heading
  for (const point of quoted.points) {
    const own = groups.get(point.number)
    if (own) replace(own, point.paragraphs)
    else insertAfter(work, list, anchor, point.paragraphs, anchor, point.number)
    anchor = alive(list).findLast((para) => para.role === 'point' && para.point === point.number)!
  }
  for (const label of had.slice(has.length)) for (const para of groups.get(label)!) work.journal.touch(para).state = 'gone'
  work.outcome.touches.push({scope: region.scope, what: 'section', number, effect: 'restated', whole: true})
}

/** A section that goes with its points; the points behind it keep their numbers. */
export function excludeSection(work: Work, region: Region, effect: 'excluded' | 'repealed'): void {
  const number = POINT_NUMBER.exec(region.paras[0]?.text ?? '')?.[1] ?? ''
  for (const para of region.paras) work.journal.touch(para).state = 'gone'
  work.outcome.touches.push({scope: region.scope, what: 'section', number, effect, whole: true})
}

const BY_ROWS = 'a section of indicators is changed by its rows, each named by its number'

interface QuotedGroup {
  heading: string
  rows: string[][]
}

/** Rows under headings: a row with one filled cell heads those below it. */
function quotedGroups(rows: readonly string[][], name: string | undefined): QuotedGroup[] {
  const groups: QuotedGroup[] = []
  for (const cells of rows) {
    const [only, ...others] = cells.filter((cell) => cell !== '')
    if (only !== undefined && others.length === 0 && /\p{L}/u.test(only)) groups.push({heading: only, rows: []})
    else if (groups.length > 0) groups.at(-1)!.rows.push(cells)
    else if (name !== undefined) groups.push({heading: name, rows: [cells]})
    else throw new Refusal('the new section of the table has no heading')
  }
  if (groups.some((group) => group.rows.length === 0)) throw new Refusal('under the heading of the new section no rows follow')
  return groups
}

function groupCalled(table: TableState, step: Step): number {
  const found = table.order.filter((group) => nameKey(table.headings[group] ?? '') === nameKey(step.name ?? '') && step.name !== undefined)
  if (found.length !== 1) throw new Refusal(`the table has ${found.length === 0 ? 'no' : String(found.length)} ${nameOf(step)}`)
  return found[0]!
}

/** New sections of an office table, with their rows: behind or before the one that is named, else behind the last. */
export function insertGroups(work: Work, region: Region, units: readonly Step[], after: Step | null, before: Step | null): void {
  const {annex} = region
  if (annex?.table?.kind === 'indicators') throw new Refusal(BY_ROWS)
  if (!annex?.table) throw new Refusal(annex ? noTable(annex) : 'no annex is named')
  const {rows} = contentOf(work)
  if (!rows) throw new Refusal('the quoted section is not set as a table: its cells can not be told apart')
  const table = work.journal.touch(annex.table)
  const quoted = quotedGroups(rows, units[0]?.name)
  if (units.length > 1 && units.length !== quoted.length)
    throw new Refusal(`${String(units.length)} sections are named and ${String(quoted.length)} follow`)
  if (units.length === 1 && units[0]!.name !== undefined && quoted.length > 1)
    throw new Refusal(`one section is named and ${String(quoted.length)} follow`)
  units.forEach(({name}, index) => {
    if (name !== undefined && nameKey(name) !== nameKey(quoted[index]!.heading))
      throw new Refusal(`section «${name}» is to be inserted, and the new text is headed «${quoted[index]!.heading}»`)
  })
  const list = work.journal.list(table.rows)
  const side = after ?? before
  const beside = side ? groupCalled(table, side) : table.order.at(-1)
  const own = list.filter(({group}) => group === beside)
  let at = own.length === 0 ? list.length : before ? list.indexOf(own[0]!) : list.indexOf(own.at(-1)!) + 1
  let place = beside === undefined ? 0 : table.order.indexOf(beside) + (before ? 0 : 1)
  table.headings = [...table.headings]
  table.order = [...table.order]
  for (const {heading, rows: cells} of quoted) {
    if (table.order.some((group) => nameKey(table.headings[group] ?? '') === nameKey(heading)))
      throw new Refusal(`the table has section «${heading}» already`)
    const group = table.headings.push(heading) - 1
    table.order.splice(place++, 0, group)
    const fresh = cutRows(cells, table).map(({number, cells: own}): RowState => ({
      number,
      cells: own,
      inherited: [],
      lines: [0, 0],
      group,
      state: 'new',
    }))
    list.splice(at, 0, ...fresh)
    at += fresh.length
  }
  touched(work, region, 'amended')
}

/** A section of an office table in a new wording: its rows, under the old heading or a new one. */
export function restateGroup(work: Work, region: Region): void {
  const {annex, group} = region
  if (annex?.table?.kind === 'indicators') throw new Refusal(BY_ROWS)
  if (!annex?.table || group === null) throw new Refusal(annex ? noTable(annex) : 'no annex is named')
  const {rows} = contentOf(work)
  if (!rows) throw new Refusal('the quoted section is not set as a table: its cells can not be told apart')
  const table = work.journal.touch(annex.table)
  const quoted = quotedGroups(rows, table.headings[group] ?? '')
  if (quoted.length !== 1) throw new Refusal(`one section is to be restated, and ${String(quoted.length)} follow`)
  const [{heading, rows: cells}] = quoted as [QuotedGroup]
  table.headings = table.headings.map((one, index) => (index === group ? heading : one))
  const list = work.journal.list(table.rows)
  const old = list.filter((row) => row.group === group && row.state !== 'gone')
  const last = old.at(-1)
  if (!last) throw new Refusal('the section of the table has no rows')
  const fresh = cutRows(cells, table)
  old.forEach((row, index) => {
    const now = fresh[index]
    work.journal.touch(row)
    if (!now) row.state = 'gone'
    else Object.assign(row, {number: now.number, cells: now.cells, inherited: [], state: row.state === 'new' ? 'new' : 'changed'})
  })
  const more = fresh.slice(old.length).map((row): RowState => ({...row, inherited: [], lines: [0, 0], group, state: 'new'}))
  list.splice(list.indexOf(last) + 1, 0, ...more)
  touched(work, region, 'amended')
}
