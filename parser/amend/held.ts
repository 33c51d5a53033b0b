/**
 * Whether a consolidated text holds a change already.
 *
 *       «7-тармақ мынадай редакцияда жазылсын: «7. …»»            it does where point 7 reads so
 *       «… осы қаулының 1-қосымшасына сәйкес жаңа редакцияда …»   it does where the standard reads as that annex
 *       «он» деген сөз «бес» деген сөзбен ауыстырылсын            «он» is not there, and «бес» is, once
 *
 * Only what can be told from the text for certain counts: that words or a point are missing proves nothing, unless a note of
 * amendment says that this act took them out.
 */
import type {Knowledge, SourceInput} from '../index.ts'
import type {Note} from '../model/index.ts'
import type {Instruction} from '../structure/amendment.ts'
import {foldSpace} from '../tree.ts'
import {applyInstruction} from './apply.ts'
import {entriesOf, wrongAct} from './consolidate.ts'
import {alive, openDocument, type ActDocument, type Para} from './document.ts'
import {nameKey} from './find-words.ts'
import {Journal} from './journal.ts'
import {Refusal} from './regions.ts'
import {transplantMismatch} from './verify.ts'
import {sourceStandard} from './whole.ts'

/**
 * The amendments that a text holds.
 *
 * @param text an edition that is newer than the amending act
 * @returns ids of amendments
 */
export function heldAmendments(text: SourceInput, amending: SourceInput, knowledge: Knowledge): Set<string> {
  const [document, source] = [openDocument(text, knowledge), openDocument(amending, knowledge)]
  if (!document?.parsed.resolution || !source) return new Set()
  const held = entriesOf(source).filter(
    ({instruction}) => wrongAct(instruction, document, source) === null && holds(document, instruction, source),
  )
  return new Set(held.flatMap(({amendments}) => amendments.map(({id}) => id)))
}

function holds(document: ActDocument, instruction: Instruction, source: ActDocument): boolean {
  const {operation} = instruction
  switch (operation.kind) {
    case 'restate':
      return changesNothing(document, instruction, source)
    case 'restate-from-annex':
      return (
        instruction.paths.every((path) => path.length === 0) && holdsStandard(document, instruction, source, operation.annexes[0] ?? null)
      )
    case 'insert-standards':
      return operation.annexes.length > 0 && operation.annexes.every((number) => holdsStandard(document, instruction, source, number))
    case 'insert': {
      const {units} = operation
      if (units.some(({number}) => number === null)) return false
      const paths = instruction.paths.flatMap((path) => units.map((unit) => [...path, unit]))
      return changesNothing(document, {...instruction, paths, operation: {kind: 'restate'}}, source)
    }
    case 'replace-words':
      return (
        operation.pairs.every((pair) => pair.new !== '') &&
        !canBeDone(document, instruction, source) &&
        operation.pairs.every((pair) =>
          canBeDone(document, {...instruction, operation: {kind: 'replace-words', pairs: [{old: pair.new, new: pair.old}]}}, source),
        )
      )
    case 'insert-words': {
      const {anchor, side, words} = operation
      if (anchor === null || words === '' || (side !== 'after' && side !== 'before')) return false
      const gap = side === 'after' && /^[,.;:)]/u.test(words) ? '' : ' '
      const old = side === 'after' ? `${anchor}${gap}${words}` : `${words} ${anchor}`
      return canBeDone(document, {...instruction, operation: {kind: 'replace-words', pairs: [{old, new: anchor}]}}, source)
    }
    case 'exclude':
      return !canBeDone(document, instruction, source) && isNoted(document, instruction, source)
    default:
      return false
  }
}

/** Whether a standard reads as an annex of the act has it, or a note of amendment says that the act restated it. */
function holdsStandard(document: ActDocument, {standard}: Instruction, source: ActDocument, number: number | null): boolean {
  let own
  try {
    own = sourceStandard({amending: source}, number).model
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
  // «… стандарты» that is restated may have got another title.
  const found = document.standards.filter(({model}) =>
    [standard, own.title].some((title) => title !== null && nameKey(model.title) === nameKey(title)),
  )
  const [only] = found
  if (found.length !== 1 || only?.model.status !== 'included') return false
  if (transplantMismatch({model: own, sameFormat: source.format === document.format}, only.model) === null) return true
  const by = source.parsed.resolution
  return only.model.notes.some(
    (note) => note.effect === 'restated' && note.number === by?.number && note.date === by.date && WHOLE.test(foldSpace(note.target)),
  )
}

/** «Ескерту. Стандарт жаңа редакцияда»: the standard as a whole. */
const WHOLE = /^стандарт$/iu

function canBeDone(document: ActDocument, instruction: Instruction, source: ActDocument): boolean {
  const journal = new Journal()
  try {
    applyInstruction(document, instruction, source, journal)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  } finally {
    journal.rollBack()
  }
}

/** Whether a text stays as it is when an instruction is carried out on it. */
function changesNothing(document: ActDocument, instruction: Instruction, source: ActDocument): boolean {
  const before = wordsOf(document)
  const journal = new Journal()
  try {
    applyInstruction(document, instruction, source, journal)
    return wordsOf(document) === before
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  } finally {
    journal.rollBack()
  }
}

/** Everything an act says, as it would be written now. */
function wordsOf({act, attachments, standards, added}: ActDocument): string {
  const paras = (list: readonly Para[]) => alive(list).map(({text}) => foldSpace(text))
  return [
    ...paras(act.paras),
    ...attachments.flatMap((attachment) => paras(attachment.paras)),
    ...standards.flatMap((standard) => [
      standard.state,
      ...paras(standard.paras),
      ...standard.annexes.flatMap((annex) => [
        annex.state,
        annex.replacement ?? '',
        ...(annex.table?.columns ?? []),
        ...(annex.table?.headings ?? []),
        ...paras(annex.paras),
        ...(annex.table?.rows ?? [])
          .filter(({state}) => state !== 'gone')
          .map(({number, cells}) => [number, ...cells.map(foldSpace)].join('\t')),
      ]),
      ...standard.added.map(({text}) => text),
    ]),
    ...added.map(({body}) => body),
  ].join('\n')
}

/** «Ескерту. 3-тармақ алынып тасталды – ҚР Үкіметінің 2012.08.31 № 1131 қаулысымен» */
function isNoted(document: ActDocument, {standard, paths}: Instruction, source: ActDocument): boolean {
  const by = source.parsed.resolution
  if (!by || paths.length === 0) return false
  const owner =
    standard === null ? document.parsed.resolution : document.standards.find(({model}) => nameKey(model.title) === nameKey(standard))?.model
  const notes = (owner?.notes ?? []).filter(
    ({effect, number, date}: Note) => effect === 'excluded' && number === by.number && (date === null || date === by.date),
  )
  // «3-тармақ»: a note of a smaller place inside does not speak of the whole.
  return paths.every((path) => {
    const [only] = path
    if (path.length !== 1 || only?.unit !== 'point' || only.number === null) return false
    return notes.some(({target}) => foldSpace(target) === `${only.number ?? ''}-тармақ`)
  })
}
