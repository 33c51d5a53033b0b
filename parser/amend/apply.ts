/**
 * Carries one instruction out on an act.
 *
 *       «7-тармақтың 1) тармақшасындағы «он» деген сөз «бес» деген сөзбен ауыстырылсын»
 *       1) … тапсырған сәттен бастап – он жұмыс күні ішінде;  →  1) … тапсырған сәттен бастап – бес жұмыс күні ішінде;
 *
 * Exact or refused: a place or words that are not there, that are there more than once, or a text that contradicts the
 * place it is meant for, stop the instruction as a whole, with the reason.
 */
import type {Instruction} from '../structure/amendment.ts'
import {areRespective, changeWords, insertWords} from './change-words.ts'
import type {ActDocument} from './document.ts'
import {insert} from './insert.ts'
import type {Journal} from './journal.ts'
import {findRegion, findScope, nameOf, Refusal} from './regions.ts'
import type {Region, Step} from './regions.ts'
import {restate} from './restate.ts'
import {exclude, renumber} from './take-out.ts'
import {insertActAnnexes, insertAnnexes, insertStandards, restateFromAnnex} from './whole.ts'
import type {Outcome, Work} from './work.ts'

/** A place as it is named, within its standard. */
function placeKey({scope}: Region, path: readonly Step[]): string {
  return JSON.stringify([scope.kind === 'standard' ? scope.id : scope.kind, path])
}

/** A place that is restated twice by one act: which wording holds is not said. */
function once({document, instruction}: Work, regions: readonly Region[]): void {
  regions.forEach((region, index) => {
    const path = instruction.paths[index]!
    if (document.restated.includes(placeKey(region, path)))
      throw new Refusal(`${path.map(nameOf).join(', ')} is restated by an instruction before this one`)
  })
}

/** Carries an instruction out. @throws Refusal, after which the journal must be rolled back */
export function applyInstruction(document: ActDocument, instruction: Instruction, amending: ActDocument, journal: Journal): Outcome {
  const work: Work = {document, instruction, amending, journal, outcome: {touches: [], remarks: []}}
  const {operation, standard} = work.instruction
  if (operation.kind === 'unknown') throw new Refusal(operation.why)
  if (operation.kind === 'insert-standards') {
    insertStandards(work, operation.annexes)
    return work.outcome
  }
  const scope = findScope(work.document, standard)
  const {paths} = work.instruction
  // All places are looked for before the first is changed.
  const regions = paths.map((path) => findRegion(work.document, scope, path))
  regions.forEach(({scope: found}) => {
    if (found.kind === 'standard' && found.state !== 'kept')
      throw new Refusal(`the standard «${found.model.title}» is restated or excluded as a whole by the same act`)
  })
  switch (operation.kind) {
    case 'replace-words':
      if (areRespective(work, regions, paths, operation.pairs))
        regions.forEach((region, index) => changeWords(work, region, paths[index]!, [operation.pairs[index]!]))
      else regions.forEach((region, index) => changeWords(work, region, paths[index]!, operation.pairs))
      break
    case 'delete-words':
      regions.forEach((region, index) =>
        changeWords(
          work,
          region,
          paths[index]!,
          operation.words.map((old) => ({old, new: ''})),
        ),
      )
      break
    case 'insert-words':
      regions.forEach((region, index) => insertWords(work, region, paths[index]!, operation))
      break
    case 'restate':
      once(work, regions)
      restate(work, regions)
      journal.list(document.restated).push(...regions.map((region, index) => placeKey(region, paths[index]!)))
      break
    case 'restate-from-annex':
      regions.forEach((region, index) =>
        restateFromAnnex(work, region, operation.annexes.length > 1 ? operation.annexes[index] : operation.annexes[0]),
      )
      break
    case 'insert':
      regions.forEach((region) => insert(work, region, operation.units, operation.after, operation.before))
      break
    case 'insert-from-annex':
      regions.forEach((region) => {
        if (region.scope.kind === 'act') insertActAnnexes(work, operation.units, operation.annexes)
        else insertAnnexes(work, region, operation.units, operation.annexes)
      })
      break
    case 'exclude':
      regions.forEach((region) => exclude(work, region, 'excluded'))
      break
    case 'repeal':
      regions.forEach((region) => exclude(work, region, 'repealed'))
      break
    case 'renumber':
      renumber(work, regions, operation.to)
      break
  }
  return work.outcome
}
