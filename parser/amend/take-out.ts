/** What is excluded or repealed, and what gets another number. */
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import {alive} from './document.ts'
import type {Para, TableState} from './document.ts'
import {markerOf, nameOf, Refusal} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {excludeSection} from './sections.ts'
import {touched} from './work.ts'
import type {Work} from './work.ts'

export function exclude(work: Work, region: Region, effect: 'excluded' | 'repealed'): void {
  const {last, scope, annex} = region
  if (last === null || last.unit === 'act-annex') {
    if (scope.kind === 'standard') {
      work.journal.touch(scope).state = 'excluded'
      work.outcome.touches.push({scope, what: 'standard', number: null, effect})
      return
    }
    if (scope.kind === 'act' && effect === 'repealed') {
      work.outcome.touches.push({scope, what: 'act', number: null, effect})
      return
    }
    throw new Refusal('what is to be excluded is not named')
  }
  if (last.unit === 'annex' && annex) {
    work.journal.touch(annex).state = 'gone'
    work.outcome.touches.push({scope, what: 'annex', number: String(annex.number), effect})
    return
  }
  if ((last.unit === 'row' && region.rows !== null) || (last.unit === 'table-section' && annex)) {
    if (last.unit === 'row' && annex?.table?.kind === 'indicators') checkHeaded(work, annex.table, region)
    for (const row of region.rows ?? []) work.journal.touch(row).state = 'gone'
    if (last.unit === 'table-section') {
      work.journal.list(annex!.table!.headings)
      annex!.table!.headings[region.group!] = null
      if ((region.rows ?? []).length === 0) throw new Refusal('the section of the table has no rows')
    }
    touched(work, region, 'amended')
    return
  }
  if (last.unit === 'section' || (last.unit === 'table-section' && !annex)) {
    excludeSection(work, region, effect)
    return
  }
  if (last.unit === 'title' || last.unit === 'column' || last.unit === 'corner') throw new Refusal(`${nameOf(last)} can not be excluded`)
  if (region.part) {
    const [para] = region.paras as [Para]
    work.journal.touch(para)
    para.text = `${para.text.slice(0, region.part[0]).trimEnd()} ${para.text.slice(region.part[1]).trimStart()}`.trim()
    if (para.state === 'kept') para.state = 'changed'
    if (/^\d{1,3}(?:-\d{1,2})?\.$/u.test(para.text)) {
      // The number of a point stays: what stands behind it begins the point now.
      const next = region.scope.paras.find((one, at, all) => at > all.indexOf(para) && one.state !== 'gone' && one.role === 'point')
      if (!next || next.point !== para.point || markerOf(next) !== null)
        throw new Refusal('nothing would be left of the paragraph: it is to be excluded as a whole')
      work.journal.touch(next)
      next.text = `${para.text} ${next.text}`
      if (next.state === 'kept') next.state = 'changed'
      para.state = 'gone'
    }
    if (para.text === '') throw new Refusal('nothing would be left of the paragraph: it is to be excluded as a whole')
    touched(work, region, 'amended')
    return
  }
  if (
    last.unit !== 'point' &&
    region.paras[0]?.role === 'point' &&
    POINT_NUMBER.test(region.paras[0].text) &&
    region.paras[0] === alive(scope.paras).find((para) => para.point === region.point)
  )
    throw new Refusal(`${nameOf(last)} holds the number of point ${region.point ?? ''}; without it the point has none`)
  for (const para of region.paras) work.journal.touch(para).state = 'gone'
  touched(work, region, last.unit === 'point' ? effect : 'amended')
}

/** «5.» heads 5.1 and 5.2: it goes with them or not at all. */
function checkHeaded(work: Work, table: TableState, {rows}: Region): void {
  const numbers = work.instruction.paths.map((path) => path.at(-1)?.number ?? '')
  for (const {number} of rows ?? []) {
    const below = table.rows.filter((row) => row.state !== 'gone' && row.number.startsWith(`${number}.`) && !numbers.includes(row.number))
    if (!number.includes('.') && below.length > 0)
      throw new Refusal(`row ${number} heads ${below.map((row) => row.number).join(', ')}, which are not excluded with it`)
  }
}

export function renumber(work: Work, regions: readonly Region[], to: readonly Step[]): void {
  if (regions.length !== to.length) throw new Refusal('the numbers before and after do not make pairs')
  const [first] = regions
  const unit = to[0]!.unit
  if (unit !== 'point' && unit !== 'item') throw new Refusal(`${nameOf(to[0]!)} can not be renumbered`)
  const scope = first!.scope
  const renumbered = new Set(regions.flatMap(({paras}) => paras))
  regions.forEach((region, index) => {
    const number = to[index]!.number!
    const others = alive(scope.paras).filter((para) => !renumbered.has(para) && para.role === 'point')
    const taken =
      unit === 'point'
        ? others.some(({point}) => point === number)
        : others.some((para) => para.point === region.point && markerOf(para) === number)
    if (taken) throw new Refusal(`${nameOf(to[index]!)} is there already`)
  })
  regions.forEach((region, index) => {
    const number = to[index]!.number!
    region.paras.forEach((para, at) => {
      work.journal.touch(para)
      if (at === 0) {
        para.text = unit === 'point' ? para.text.replace(POINT_NUMBER, `${number}. `) : para.text.replace(ITEM_MARKER, `${number} `)
        if (para.state === 'kept') para.state = 'changed'
      }
      if (unit === 'point') para.point = number
    })
    const former = region.point
    if (unit === 'point' && former !== null) work.outcome.touches.push({scope, what: 'point', number, effect: 'renumbered', former})
    else work.outcome.touches.push({scope, what: 'point', number: former, effect: 'amended'})
  })
}
