/** Whole standards and annexes, taken over from the annexes of the amending act. */
import type {AnnexState, StandardState} from './document.ts'
import {nameKey} from './find-words.ts'
import {nameOf, Refusal} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {transplantAnnex, transplantStandard, writeAnnex} from './transplant.ts'
import {contentOf, touched} from './work.ts'
import type {Work} from './work.ts'

export function restateFromAnnex(work: Work, region: Region, number: number | undefined): void {
  const {scope, last} = region
  if (last?.unit === 'annex' && region.annex) {
    replaceAnnex(work, region.annex, transplantAnnex(work.amending, number ?? null, work.document.format))
    touched(work, region, 'restated')
    return
  }
  if (last !== null && last.unit !== 'act-annex' && last.unit !== 'annex')
    throw new Refusal(`${nameOf(last)} can not be restated from an annex`)
  if (scope.kind !== 'standard') throw new Refusal('the standard that is to be restated is not named')
  const source = sourceStandard(work, number ?? null)
  work.journal.touch(scope)
  scope.state = 'replaced'
  scope.replacement = transplantStandard(work.amending, source, work.document.format)
  if (nameKey(source.model.title) !== nameKey(scope.model.title))
    work.outcome.remarks.push(`the standard has another title now: «${source.model.title}»`)
  work.outcome.touches.push({scope, what: 'standard', number: null, effect: 'restated'})
}

export function replaceAnnex(work: Work, annex: AnnexState, text: string): void {
  work.journal.touch(annex)
  annex.state = 'replaced'
  annex.replacement = text
}

export function insertAnnex(work: Work, region: Region, units: readonly Step[]): void {
  const {scope} = region
  if (scope.kind !== 'standard') throw new Refusal('the standard that the annex goes to is not named')
  const number = Number(units[0]?.number ?? scope.annexes.length + 1)
  addAnnex(work, scope, number, writeAnnex(contentOf(work), work.document.format))
}

export function insertAnnexes(work: Work, region: Region, units: readonly Step[], annexes: readonly number[]): void {
  const {scope} = region
  if (scope.kind !== 'standard') throw new Refusal('the standard that the annexes go to is not named')
  const numbers = units.filter(({unit}) => unit === 'annex').flatMap(({number}) => (number === null ? [] : [Number(number)]))
  if (numbers.length === 0) throw new Refusal('only annexes can be added from annexes')
  if (numbers.length !== Math.max(1, annexes.length))
    throw new Refusal(`${String(numbers.length)} annexes are named, and ${String(annexes.length)} of the amending act`)
  numbers.forEach((number, index) => {
    addAnnex(work, scope, number, transplantAnnex(work.amending, annexes[index] ?? null, work.document.format))
  })
}

function addAnnex(work: Work, standard: StandardState, number: number, text: string): void {
  const numbers = [
    ...standard.annexes.filter(({state}) => state !== 'gone').map((annex) => annex.number),
    ...standard.added.map((one) => one.number),
  ]
  if (numbers.includes(number)) throw new Refusal(`annex ${String(number)} is there already`)
  if (number !== Math.max(0, ...numbers) + 1)
    throw new Refusal(`annex ${String(number)} can not follow annex ${String(Math.max(0, ...numbers))}`)
  work.journal.list(standard.added).push({number, text})
  work.outcome.touches.push({scope: standard, what: 'annex', number: String(number), effect: 'inserted'})
}

export function insertStandards(work: Work, annexes: readonly number[]): void {
  const numbers: (number | null)[] = annexes.length === 0 ? [null] : [...annexes]
  const standards = numbers.map((number) => sourceStandard(work, number))
  for (const standard of standards) {
    if (work.document.standards.some(({model}) => nameKey(model.title) === nameKey(standard.model.title) && model.status === 'included'))
      throw new Refusal(`the base has a standard «${standard.model.title}» already`)
  }
  work.journal.list(work.document.added)
  for (const standard of standards) work.document.added.push(transplantStandard(work.amending, standard, work.document.format))
  work.outcome.touches.push({scope: work.document.act, what: 'standard', number: null, effect: 'inserted'})
}

/** «көрсетілген қаулы осы қаулыға 1-қосымшаға сәйкес 5-қосымшамен толықтырылсын»: annexes of the act itself are standards. */
export function insertActAnnexes(work: Work, units: readonly Step[], annexes: readonly number[]): void {
  const numbers = units.flatMap(({unit, number}) => ((unit === 'annex' || unit === 'act-annex') && number !== null ? [Number(number)] : []))
  if (numbers.length !== units.length || numbers.length !== Math.max(1, annexes.length))
    throw new Refusal(`${String(units.length)} annexes are named, and ${String(annexes.length)} of the amending act`)
  const taken = [
    ...work.document.standards.map(({model, part}) => part.annexNumber ?? model.ordinal),
    ...work.document.attachments.flatMap(({number}) => number ?? []),
    ...work.document.added.flatMap(({number}) => number ?? []),
  ]
  numbers.forEach((number, index) => {
    if (taken.includes(number)) throw new Refusal(`annex ${String(number)} of the act is there already`)
    const last = Math.max(0, ...taken, ...numbers.slice(0, index))
    if (number !== last + 1) throw new Refusal(`annex ${String(number)} of the act can not follow annex ${String(last)}`)
  })
  const from = work.document.added.length
  insertStandards(work, annexes)
  numbers.forEach((number, index) => {
    work.document.added[from + index] = {...work.document.added[from + index]!, number}
  })
}

/** The standard that stands in an annex of the amending act. @throws Refusal */
export function sourceStandard({amending}: Pick<Work, 'amending'>, number: number | null): StandardState {
  const {standards} = amending
  const found = number === null ? standards : standards.filter(({part, model}) => (part.annexNumber ?? model.ordinal) === number)
  if (found.length !== 1)
    throw new Refusal(
      number === null ? 'the amending act has not one annex with a standard' : `annex ${String(number)} of the amending act is no standard`,
    )
  return found[0]!
}
