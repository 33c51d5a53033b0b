/** Words that are replaced, taken out or put in: found exactly once where one place is meant, or refused. */
import {joinWords} from '../structure/amendment.ts'
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import {alive} from './document.ts'
import type {Para, StandardState} from './document.ts'
import {findWords, replaceWords} from './find-words.ts'
import type {Pair} from './find-words.ts'
import {Refusal} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {contentOf, touched} from './work.ts'
import type {Work} from './work.ts'

const LOOKS_THE_SAME = 'found with other letters, spaces or marks that look the same'

export function changeWords(work: Work, region: Region, path: readonly Step[], pairs: readonly Pair[]): void {
  const slots = slotsIn(work, region, path)
  const throughout = path.at(-1)?.unit === 'text'
  const loose = /цифр|сан(?:дар)?(?!\p{L})/u.test(work.instruction.sentence)
  const counted = (asLoose: boolean) => slots.map((slot) => replaceWords(slot.get(), pairs, asLoose))
  let results = counted(false)
  const total = (index: number) => results.reduce((sum, {counts}) => sum + counts[index]!, 0)
  if (loose && pairs.some((_, index) => total(index) === 0)) results = counted(true)
  pairs.forEach((pair, index) => {
    const count = total(index)
    if (count === 0) throw new Refusal(`the words «${pair.old}» are not found there`)
    if (count > 1 && !throughout)
      throw new Refusal(`the words «${pair.old}» are found ${String(count)} times, and the instruction does not say which are meant`)
    if (results.some(({inexact}) => inexact[index])) work.outcome.remarks.push(`«${pair.old}» ${LOOKS_THE_SAME}`)
  })
  results.forEach(({text, counts}, index) => {
    if (counts.every((count) => count === 0)) return
    slots[index]!.set(text)
    slots[index]!.touch()
  })
}

export function insertWords(
  work: Work,
  region: Region,
  path: readonly Step[],
  operation: {anchor: string | null; side: 'after' | 'before' | 'end' | 'start'; words: string},
): void {
  const words = operation.words === '' ? contentOf(work).paragraphs.join(' ') : operation.words
  if (operation.anchor === null) {
    const slots = slotsOf(work, region)
    const slot = operation.side === 'start' ? slots[0] : slots.at(-1)
    if (!slot) throw new Refusal('there is no text')
    const text = slot.get()
    if (operation.side === 'start') {
      const lead = POINT_NUMBER.exec(text)?.[0] ?? ITEM_MARKER.exec(text)?.[0] ?? ''
      slot.set(`${lead}${words} ${text.slice(lead.length)}`)
    } else {
      const mark = /[.;:,]$/u.test(words) ? '' : (/[.;:,]$/u.exec(text)?.[0] ?? '')
      slot.set(joinWords(mark === '' ? text : text.slice(0, -1), words) + mark)
    }
    slot.touch()
    return
  }
  const slots = slotsIn(work, region, path)
  const throughout = path.at(-1)?.unit === 'text'
  const loose = /цифр/u.test(work.instruction.sentence)
  let found = slots.map((slot) => findWords(slot.get(), operation.anchor!))
  if (loose && found.every((list) => list.length === 0)) found = slots.map((slot) => findWords(slot.get(), operation.anchor!, true))
  const count = found.reduce((sum, list) => sum + list.length, 0)
  if (count === 0) throw new Refusal(`the words «${operation.anchor}» are not found there`)
  if (count > 1 && !throughout)
    throw new Refusal(`the words «${operation.anchor}» are found ${String(count)} times, and the instruction does not say which are meant`)
  if (found.flat().some(({exact}) => !exact)) work.outcome.remarks.push(`«${operation.anchor}» ${LOOKS_THE_SAME}`)
  found.forEach((list, index) => {
    if (list.length === 0) return
    let text = slots[index]!.get()
    for (const {start, end} of [...list].reverse()) {
      const before = text.slice(0, start)
      const anchor = text.slice(start, end)
      const behind = text.slice(end)
      text =
        operation.side === 'after'
          ? joinWords(before + anchor, words) + behind
          : `${before}${words}${/[(«"-]$/u.test(words) ? '' : ' '}${anchor}${behind}`
    }
    slots[index]!.set(text)
    slots[index]!.touch()
  })
}

function slotsIn(work: Work, region: Region, path: readonly Step[]): {get: () => string; set: (text: string) => void; touch: () => void}[] {
  const regions = [region]
  const throughout = path.length === 0 || path.at(-1)!.unit === 'text'
  if (throughout && region.annex === null && (region.last === null || region.last.unit === 'act-annex')) {
    const standards: StandardState[] =
      region.scope.kind === 'standard'
        ? [region.scope]
        : region.scope.kind === 'act' && region.last === null && path.length > 0
          ? work.document.standards.filter(({model, state}) => model.status === 'included' && state === 'kept')
          : []
    for (const standard of standards) {
      if (standard !== region.scope) regions.push({...region, scope: standard, paras: alive(standard.paras)})
      for (const annex of standard.annexes.filter(({state}) => state === 'kept'))
        regions.push({
          ...region,
          scope: standard,
          annex,
          paras: alive(annex.paras),
          rows: annex.table?.rows.filter(({state}) => state !== 'gone') ?? null,
        })
    }
  }
  return regions.flatMap((one) => slotsOf(work, one))
}

function slotsOf(work: Work, region: Region) {
  const {paras, part, rows, column} = region
  const change = (para: Para, text: string) => {
    work.journal.touch(para)
    para.text = text
    if (para.state === 'kept') para.state = 'changed'
  }
  const texts = (column === null ? paras : [])
    .filter(({role}) => role !== 'note' && role !== 'requisites')
    .filter((para) => role(para, region))
  const ofParas = texts.map((para) => ({
    get: () => (part ? para.text.slice(...part) : para.text),
    set: (text: string) => change(para, part ? para.text.slice(0, part[0]) + text + para.text.slice(part[1]) : text),
    touch: () =>
      touched(
        work,
        region.point === null && para.point !== null && !region.annex ? {...region, point: para.point} : withRole(region, para),
        'amended',
      ),
  }))
  const ofRows = (rows ?? []).flatMap((row) =>
    row.cells.flatMap((_, index) => {
      if ((column !== null && column !== index) || row.inherited.includes(index)) return []
      return [
        {
          get: () => row.cells[index]!,
          set: (text: string) => {
            work.journal.touch(row)
            row.cells = row.cells.map((cell, at) => (at === index ? text : cell))
            if (row.state === 'kept') row.state = 'changed'
            // The rows that have it from this one have it still.
            for (const other of region.annex!.table!.rows) {
              if (other === row || other.group !== row.group || !other.inherited.includes(index)) continue
              work.journal.touch(other).cells = other.cells.map((cell, at) => (at === index ? text : cell))
            }
          },
          touch: () => touched(work, region, 'amended'),
        },
      ]
    }),
  )
  return [...ofParas, ...ofRows]
}

function role(para: Para, region: Region): boolean {
  // The words of a standard are not looked for in its title, unless the title is named.
  return region.last !== null || region.annex !== null || para.role !== 'other' || region.scope.kind !== 'act'
}

function withRole(region: Region, para: Para): Region {
  if (region.last !== null || region.annex) return region
  if (para.role === 'title' || para.role === 'heading') return {...region, paras: [para], last: {unit: 'title', number: null}}
  if (para.role === 'preamble') return {...region, last: {unit: 'preamble', number: null}}
  return region
}
