/** Words that are replaced, taken out or put in: found exactly once where one place is meant, or refused. */
import {joinWords} from '../structure/amendment.ts'
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import {alive} from './document.ts'
import type {Para, StandardState} from './document.ts'
import {findWords, replaceWords} from './find-words.ts'
import type {Pair} from './find-words.ts'
import {Refusal} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {contentOf, headingOf, setHeading, touched} from './work.ts'
import type {Work} from './work.ts'

const LOOKS_THE_SAME = 'found with other letters, spaces or marks that look the same'

export function changeWords(work: Work, region: Region, path: readonly Step[], pairs: readonly Pair[]): void {
  if (region.edge !== null) {
    for (const pair of pairs) changeAtEdge(work, region, path, pair)
    return
  }
  const slots = slotsIn(work, region, path)
  const throughout = path.at(-1)?.unit === 'text'
  const loose = isLoose(work)
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

/**
 * Whether «тиісінше» parts the words by their places: the first in the first place, the second in the second.
 *
 *       14-тармақтағы және 15-тармақтағы «порталдағы», «порталда» деген сөздер тиісінше …
 *
 * Only where the text leaves no other reading: each pair stands once in its own place, and in none of the others.
 */
export function areRespective(
  work: Work,
  regions: readonly Region[],
  paths: readonly (readonly Step[])[],
  pairs: readonly Pair[],
): boolean {
  if (regions.length < 2 || regions.length !== pairs.length || regions.some(({edge}) => edge !== null)) return false
  if (!/(?<!\p{L})тиісінше/iu.test(work.instruction.sentence)) return false
  return regions.every((region, place) => {
    const slots = slotsIn(work, region, paths[place]!)
    return pairs.every(({old}, index) => {
      const count = slots.reduce((sum, slot) => sum + findWords(slot.get(), old).length, 0)
      return count === (index === place ? 1 : 0)
    })
  })
}

/** What may stand behind words that end a text, and before words that begin one. */
const CLOSING = /^[\s.;:,!?»”")\]]*$/u
const OPENING = /^[\s«„“"([–-]*$/u

/** «… соңындағы «он жұмыс күні» деген сөздер»: only those that end the place, however often they stand in it. */
function changeAtEdge(work: Work, region: Region, path: readonly Step[], pair: Pair): void {
  const {slot, start} = atEdge(work, region, path, pair.old)
  const text = slot.get()
  const before = text.slice(0, start)
  const behind = replaceWords(text.slice(start), [pair], isLoose(work)).text
  const glued = pair.new === '' && (behind === '' || /^[,;:.)]/u.test(behind))
  slot.set(glued ? before.trimEnd() + behind : before + behind)
  slot.touch()
}

function atEdge(work: Work, region: Region, path: readonly Step[], words: string): {slot: Slot; start: number; end: number} {
  const slots = slotsIn(work, {...region, edge: null}, path)
  const slot = region.edge === 'start' ? slots[0] : slots.at(-1)
  if (!slot) throw new Refusal('there is no text')
  const text = slot.get()
  const lead = POINT_NUMBER.exec(text)?.[0].length ?? ITEM_MARKER.exec(text)?.[0].length ?? 0
  let found = findWords(text, words)
  if (found.length === 0 && isLoose(work)) found = findWords(text, words, true)
  const isThere = ({start, end}: {start: number; end: number}) =>
    region.edge === 'start' ? start >= lead && OPENING.test(text.slice(lead, start)) : CLOSING.test(text.slice(end))
  const one = found.find(isThere)
  if (!one) throw new Refusal(`the words «${words}» are not found at the ${region.edge === 'start' ? 'beginning' : 'end'}`)
  if (!one.exact) work.outcome.remarks.push(`«${words}» ${LOOKS_THE_SAME}`)
  return {slot, ...one}
}

function isLoose({instruction}: Work): boolean {
  return /цифр|сан(?:дар)?(?!\p{L})/u.test(instruction.sentence)
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
  if (region.edge !== null) {
    const {slot, start, end} = atEdge(work, region, path, operation.anchor)
    const text = slot.get()
    slot.set(
      operation.side === 'after'
        ? joinWords(text.slice(0, end), words) + text.slice(end)
        : `${text.slice(0, start)}${words}${/[(«"-]$/u.test(words) ? '' : ' '}${text.slice(start)}`,
    )
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

/** A text in which words are looked for. */
interface Slot {
  get: () => string
  set: (text: string) => void
  touch: () => void
}

function slotsIn(work: Work, region: Region, path: readonly Step[]): Slot[] {
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

function slotsOf(work: Work, region: Region): Slot[] {
  if (region.heading !== null) {
    const set = (text: string) => {
      setHeading(work, region, text)
    }
    const touch = () => {
      touched(work, region, 'amended')
    }
    return [{get: () => headingOf(region), set, touch}]
  }
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
