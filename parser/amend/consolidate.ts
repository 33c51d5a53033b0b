/**
 * An amending act applied to a base: the consolidated text, and what became of each instruction.
 *
 * Instructions are carried out one after another on the paragraphs and rows of the base; the result is written back into
 * the source, read again, and compared part by part with what was meant. What does not read back exactly is refused.
 */
import {parse, type Knowledge, type ParsedSource, type SourceInput} from '../index.ts'
import type {Amendment} from '../model/index.ts'
import {publishInstructions, readInstructions, type Instruction} from '../structure/amendment.ts'
import type {SourceFormat} from '../tree.ts'
import {applyInstruction} from './apply.ts'
import type {Touch} from './work.ts'
import {openDocument, type ActDocument, type Para} from './document.ts'
import {foreignInstructions, looseInstructions, type ForeignInstruction} from './foreign.ts'
import {Journal} from './journal.ts'
import {amendingAct, mainEffect, noteText, sectionNote} from './note.ts'
import {Refusal, type Scope} from './regions.ts'
import {renderDocument, type TableMode} from './render.ts'
import {isTableChanged} from './tables.ts'
import {mismatches, type Mismatch} from './verify.ts'

export interface AppliedInstruction extends Amendment {
  status: 'applied' | 'refused'
  /** Why it was refused; null for one that was applied. */
  reason: string | null
  /** What a reader should know of one that was applied. */
  remarks: string[]
}

export interface Consolidation {
  instructions: AppliedInstruction[]
  /** The consolidated text, in the format of the base. */
  text: string
  format: SourceFormat
  /** What the consolidated text reads as. */
  parsed: ParsedSource
}

/** Why nothing could be applied at all. */
export class CannotAmend extends Error {}

export interface Entry {
  instruction: Instruction
  amendments: Amendment[]
  refusal: string | null
  remarks: string[]
  touches: Touch[]
}

const MOST_ROUNDS = 40

/**
 * Applies an amending act to a base.
 *
 * @param base the act that is amended, in any format
 * @param amending the amending act, in any format
 * @param knowledge what the collection teaches about words and offices (see `learn`)
 * @throws CannotAmend where one of the two is no resolution that can be read
 */
export function consolidate(base: SourceInput, amending: SourceInput, knowledge: Knowledge): Consolidation {
  const source = openDocument(amending, knowledge)
  const document = openDocument(base, knowledge)
  if (!document) refuseExport(base)
  if (!source) refuseExport(amending)
  if (!document?.parsed.resolution) throw new CannotAmend(`${base.file} is no resolution that could be amended`)
  if (!source) throw new CannotAmend(`${amending.file} can not be read`)
  const act = source.parsed.resolution
  const entries = entriesOf(source)
  const foreign = otherInstructions(source, entries)
  if (!act && entries.length === 0 && foreign.length === 0)
    throw new CannotAmend(`${amending.file} is no resolution, and has no amending instructions`)
  for (const entry of entries) entry.refusal = wrongAct(entry.instruction, document, source)
  const pristine = {base, knowledge}
  const result = carryOut(document, source, entries, pristine)
  const by = act?.id ?? ''
  return {
    ...result,
    format: document.format,
    instructions: [...report(entries, by), ...foreign.map((one, index) => foreignEntry(one, by, entries.length + index + 1))],
  }
}

/**
 * An export in Akoma Ntoso is refused: what it was made from can be amended, and be exported again. Its elements hold the
 * text as it was read, without the spelling of a source that could be kept to the byte.
 */
function refuseExport(input: SourceInput): void {
  const {format, resolution} = parse(input)
  if (format !== 'akn') return
  const way = resolution ? `; the act can be named by its id ${resolution.id} where its source is at hand` : ''
  throw new CannotAmend(`${input.file} is an export in Akoma Ntoso: give the text that it was made from${way}`)
}

/** What orders an amendment and is no instruction that is read: in another language, or of no act. */
function otherInstructions(source: ActDocument, entries: Entry[]): (ForeignInstruction & {reason: string})[] {
  const foreign = foreignInstructions(source).map((one) => ({
    ...one,
    reason: `the instruction is written in ${one.language}; only Kazakh drafting formulas are read`,
  }))
  const others = foreign.filter(({lines, reason}) => {
    const own = entries.find(({instruction}) => instruction.operation.kind === 'unknown' && instruction.lines[0] === lines[0])
    if (own) own.instruction = {...own.instruction, operation: {kind: 'unknown', why: reason}}
    return !own
  })
  if (entries.length > 0 || foreign.length > 0) return others
  return looseInstructions(source).map((one) => ({...one, language: '', act: null, reason: 'the instruction names no act that is amended'}))
}

/** The instructions of an act, in their order, with what is published of each. */
export function entriesOf(source: ActDocument): Entry[] {
  const instructions = readInstructions(source.points, source.parsed.resolution?.date ?? null)
  return publishInstructions(instructions, source.parsed.resolution?.id ?? '').map(({instruction, amendments}) => ({
    instruction,
    amendments,
    refusal: null,
    remarks: [],
    touches: [],
  }))
}

/** Why an instruction is not meant for this base; null where it is. */
export function wrongAct({act}: Instruction, document: ActDocument, source: ActDocument): string | null {
  const base = document.parsed.resolution!
  const own = source.parsed.resolution
  if (act === null) return 'the instruction names no act that is amended'
  if (own && act.number === own.number && (act.date === null || act.date === own.date)) return 'the act amends itself'
  const name = `№ ${act.number}${act.date === null ? '' : ` of ${act.date}`}`
  if (act.number !== base.number || (act.date !== null && act.date !== base.date)) {
    const differs = act.number === base.number ? ': the numbers are the same, the dates are not' : ''
    const through = document.parsed.amendments.some(
      ({target}) => target.resolution?.number === act.number && target.resolution.date === act.date,
    )
    return `the instruction amends ${name}, and the base is № ${base.number} of ${base.date}${differs}${through ? ', which itself amends that act: apply the instruction to the act' : ''}`
  }
  if (own && document.parsed.amendments.some(({target}) => target.resolution?.number === own.number && target.resolution.date === own.date))
    return `circular: the base itself amends № ${own.number} of ${own.date}`
  return null
}

function carryOut(
  first: ActDocument,
  source: ActDocument,
  entries: Entry[],
  pristine: {base: SourceInput; knowledge: Knowledge},
): {text: string; parsed: ParsedSource} {
  let document = first
  const whole = new Set<string>()
  const again = () => {
    const opened = openDocument(pristine.base, pristine.knowledge, first.parsed)
    if (!opened) throw new CannotAmend(`${pristine.base.file} can not be read`)
    return opened
  }
  for (let round = 0; ; round++) {
    const result = attempt(document, source, entries, pristine, whole)
    if (result.wrong.length === 0) return result
    if (round >= MOST_ROUNDS) throw new CannotAmend(`the consolidated text does not read back: ${result.wrong[0]!.message}`)
    if (!writeWhole(document, result.wrong, whole))
      refuseWrong(entries, result.wrong, (some) => attempt(again(), source, some, pristine, whole).wrong)
    document = again()
  }
}

/** Carries instructions out on a document that is as it was, writes it and reads it again. */
function attempt(
  document: ActDocument,
  source: ActDocument,
  entries: readonly Entry[],
  pristine: {base: SourceInput; knowledge: Knowledge},
  whole: ReadonlySet<string>,
): {text: string; parsed: ParsedSource; wrong: Mismatch[]} {
  for (const entry of entries) {
    entry.touches = []
    entry.remarks = []
    if (entry.refusal !== null) continue
    const journal = new Journal()
    try {
      const {touches, remarks} = applyInstruction(document, entry.instruction, source, journal)
      entry.touches = touches
      entry.remarks = [...new Set(remarks)]
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      journal.rollBack()
      entry.refusal = error.message
    }
  }
  if (entries.every(({touches}) => touches.length === 0)) return {text: document.source, parsed: document.parsed, wrong: []}
  const notes = addNotes(document, source, entries)
  const text = renderDocument(document, notes, (annex): TableMode =>
    whole.has(annex.model.id) || document.format === 'pdf-text' || document.format === 'html' ? 'whole' : 'rows',
  )
  const input: SourceInput = {...pristine.base, bytes: new TextEncoder().encode(text), format: document.format}
  delete input.manifest
  const parsed = parse(input, pristine.knowledge)
  return {text, parsed, wrong: mismatches(document, parsed)}
}

/** Tables that did not read back row by row are written as a whole; false where there is none. */
function writeWhole(document: ActDocument, wrong: readonly Mismatch[], whole: Set<string>): boolean {
  let changed = false
  for (const {annexId} of wrong) {
    const annex = annexId === null ? undefined : document.standards.flatMap(({annexes}) => annexes).find(({model}) => model.id === annexId)
    if (!annex?.table || whole.has(annex.model.id) || !isTableChanged(annex.table, annex.model)) continue
    whole.add(annex.model.id)
    changed = true
  }
  return changed
}

/** Refuses the one instruction with which the result stops reading back; those before and behind it may stay. */
function refuseWrong(entries: readonly Entry[], wrong: readonly Mismatch[], tried: (some: readonly Entry[]) => Mismatch[]): void {
  const blamed = entries.filter(({touches}) => touches.some((touch) => concerns(touch, wrong[0]!)))
  const suspects = blamed.length > 0 ? blamed : entries.filter(({touches}) => touches.length > 0)
  const others = entries.filter((entry) => !suspects.includes(entry))
  // What those after it lean on may be missing in a trial: their refusals there are forgotten.
  const refusals = entries.map(({refusal}) => refusal)
  let [good, bad] = [0, suspects.length]
  let message = wrong[0]!.message
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    const taken = new Set([...others, ...suspects.slice(0, middle)])
    const found = tried(entries.filter((entry) => taken.has(entry)))
    entries.forEach((entry, index) => (entry.refusal = refusals[index]!))
    if (found.length === 0) good = middle
    else {
      bad = middle
      message = found[0]!.message
    }
  }
  suspects[bad - 1]!.refusal = `the result would not read back exactly: ${message}`
}

function concerns({scope, what, number}: Touch, wrong: Mismatch): boolean {
  const isAddition = what === 'standard' && scope.kind === 'act'
  if (wrong.added === true || isAddition) return wrong.added === true && isAddition
  const id = scope.kind === 'standard' ? scope.id : null
  if (id !== wrong.standard) return false
  if (wrong.annexId !== null) return what === 'annex' && wrong.annexId.endsWith(`/${number ?? ''}`)
  return wrong.point === null || (what === 'point' && number === wrong.point)
}

/** Writes the notes of amendment into the paragraphs; what stands for whole standards is asked for when they are written. */
function addNotes(document: ActDocument, source: ActDocument, entries: readonly Entry[]) {
  const own = source.parsed.resolution
  const groups = new Map<string, Touch[]>()
  const forces = new Map<Touch, Amendment['inForce']>()
  for (const {touches, instruction} of entries) {
    for (const touch of touches) {
      const isGone = touch.what === 'point' && (touch.effect === 'excluded' || touch.effect === 'repealed')
      // A point that goes and another that takes its number are two.
      const id = touch.scope.kind === 'standard' ? touch.scope.id : touch.scope.kind
      const key = [id, touch.what, touch.number ?? '', ...(isGone ? ['gone'] : [])].join('|')
      groups.set(key, [...(groups.get(key) ?? []), touch])
      forces.set(touch, instruction.inForce)
    }
  }
  const byOf = (touches: readonly Touch[]): string => {
    if (!own) return 'өзгерістер енгізетін қаулымен'
    const all = [...new Map(touches.map((touch) => [forces.get(touch)?.text, forces.get(touch) ?? null])).values()]
    return amendingAct({number: own.number, date: own.date}, all)
  }
  for (const touches of groups.values()) {
    const {scope, what, number} = touches[0]!
    const by = byOf(touches)
    if (what === 'standard') continue
    const real: Scope = scope.kind === 'standard' ? (document.standards.find(({id}) => id === scope.id) ?? scope) : scope
    if (real.kind === 'standard' && real.state !== 'kept') continue
    const effect = mainEffect(touches)
    const former = touches.find((touch) => touch.former !== undefined)?.former
    // «бұрынғы 24-тармақ»: a number that was another's is said to be so, whatever else was done.
    if (former !== undefined && effect !== 'renumbered')
      putNote(real.paras, noteText(what, number, 'renumbered', by, former), what, number, false)
    const isWhole = touches.some((touch) => touch.whole)
    const text = isWhole ? sectionNote(number, effect, by) : noteText(what, number, effect, by, former)
    putNote(real.paras, text, what, number, effect === 'excluded' || effect === 'repealed')
  }
  return {
    ofStandard: (standard: {state: string; id: string} | null) => {
      const all = entries.flatMap(({touches}) => touches)
      if (standard === null) {
        const added = all.filter(({what, effect}) => what === 'standard' && effect === 'inserted')
        return noteText('standard', null, 'inserted', byOf(added))
      }
      const touches = groups.get([standard.id, 'standard', ''].join('|')) ?? []
      const by = byOf(touches.length > 0 ? touches : all)
      return noteText('standard', null, touches.length > 0 ? mainEffect(touches) : 'restated', by)
    },
  }
}

function putNote(paras: Para[], text: string, what: Touch['what'], number: string | null, isGone: boolean): void {
  const note: Para = {text, role: 'note', point: null, lines: [0, 0], span: null, state: 'new', indent: 'indented'}
  const last = (test: (para: Para) => boolean) => paras.findLastIndex(test)
  let at = -1
  if (what === 'point') {
    at = last((para) => para.role === 'point' && para.point === number && (para.state === 'gone') === isGone)
    // Notes that follow the point already stay before the new one.
    while (at !== -1 && paras[at + 1]?.role === 'note') at++
  } else if (what === 'preamble') {
    at = last(({role}) => role === 'preamble')
    while (at !== -1 && paras[at + 1]?.role === 'note') at++
  } else if (what === 'section') {
    at = last((para) => para.role === 'heading' && para.text.startsWith(`${number ?? ''}.`))
    at = -1
  }
  if (at === -1) {
    const head = paras.findIndex(({role}) => role === 'requisites') === -1 ? 'title' : 'requisites'
    at = last(({role}) => role === head)
    while (paras[at + 1]?.role === 'note') at++
  }
  paras.splice(at + 1, 0, note)
}

function report(entries: readonly Entry[], by: string): AppliedInstruction[] {
  return entries.flatMap(({instruction, amendments, refusal, remarks}, index): AppliedInstruction[] => {
    const status = refusal === null ? 'applied' : 'refused'
    const published: Amendment[] =
      amendments.length > 0
        ? amendments
        : [
            {
              id: `${by}/refused-${String(index + 1)}`,
              by,
              item: instruction.item,
              target: {resolution: instruction.act, standard: instruction.standard, place: instruction.place, paths: instruction.paths},
              action: 'restate',
              operation: instruction.operation,
              text: instruction.sentence,
              words: null,
              inForce: instruction.inForce,
              lines: instruction.lines,
              applied: false,
            },
          ]
    return published.map((amendment) => ({
      ...amendment,
      applied: status === 'applied',
      status,
      reason: refusal,
      remarks: refusal === null ? remarks : [],
    }))
  })
}

function foreignEntry(one: ForeignInstruction & {reason: string}, by: string, number: number): AppliedInstruction {
  const {reason} = one
  return {
    id: `${by}/${String(number)}`,
    by,
    item: '',
    target: {resolution: one.act, standard: null, place: ''},
    action: 'restate',
    operation: {kind: 'unknown', why: reason},
    text: one.text,
    words: null,
    inForce: null,
    lines: one.lines,
    applied: false,
    status: 'refused',
    reason,
    remarks: [],
  }
}
