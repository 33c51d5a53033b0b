/**
 * Editions that nobody published: the acts of a collection carried out on one another.
 *
 *       base of 09.10.2012, amending act of 05.04.2013  →  the base as of 05.04.2013, made by the program
 *
 * An act is carried out on the newest edition that is older than it. Where the collection has no such edition, all that can
 * be told is whether the text holds the change already.
 */
import type {Knowledge, ParsedSource, SourceInput} from '../index.ts'
import type {InstructionReport} from '../model/index.ts'
import type {SourceFormat} from '../tree.ts'
import {CannotAmend, consolidate, type AppliedInstruction, type Consolidation} from './consolidate.ts'
import {heldAmendments} from './held.ts'

/** A source with what it was read as. */
export interface DatedAct {
  input: SourceInput
  parsed: Pick<ParsedSource, 'amendments'> & {resolution: {id: string; number: string; date: string}}
  /** Date of the last act whose amendments it contains. */
  edition: string
}

export interface DerivedEdition {
  /** Id of the act. */
  act: string
  edition: string
  /** Date of the edition that was amended. */
  baseEdition: string
  /** File of the source at the beginning of the chain. */
  file: string
  by: string[]
  text: string
  format: SourceFormat
  parsed: ParsedSource
  instructions: InstructionReport[]
}

export interface Derivation {
  derived: DerivedEdition[]
  /** Ids of the amendments that a text of the collection, or one made here, holds. */
  received: Set<string>
  /** Instructions for acts of the collection that could not be carried out, each with the file it stands in. */
  refused: (InstructionReport & {file: string; act: string})[]
}

/**
 * Carries out every act of a collection that amends another one of it.
 *
 * @param acts all editions of all acts
 * @param knowledge asked for only where there is something to carry out
 * @param say called before each step
 */
export function deriveEditions(
  acts: readonly DatedAct[],
  knowledge: () => Knowledge,
  say: (what: string) => void = () => undefined,
): Derivation {
  const result: Derivation = {derived: [], received: new Set(), refused: []}
  for (const [id, texts] of Map.groupBy(acts, ({parsed}) => parsed.resolution.id)) {
    const {number, date} = texts[0]!.parsed.resolution
    const amending = latestOfEach(acts).filter(
      ({parsed}) =>
        parsed.resolution.id !== id &&
        parsed.amendments.some(({target}) => target.resolution?.number === number && target.resolution.date === date),
    )
    if (amending.length === 0) continue
    const editions: Text[] = texts.map(({input, edition}) => ({input, edition, isSource: true}))
    for (const [day, group] of Map.groupBy(amending.sort(byDate), ({parsed}) => parsed.resolution.date)) {
      for (const {parsed} of group) say(`${parsed.resolution.id} → ${id}`)
      deriveOne(id, day, group, editions, knowledge(), result)
    }
  }
  return result
}

interface Text {
  input: SourceInput
  edition: string
  isSource: boolean
}

function deriveOne(
  id: string,
  day: string,
  amending: readonly DatedAct[],
  editions: Text[],
  knowledge: Knowledge,
  result: Derivation,
): void {
  const sorted = editions.toSorted((a, b) => (a.edition < b.edition ? -1 : 1))
  const base = sorted.findLast(({edition}) => edition < day)
  const consolidated = sorted.find(({edition, isSource}) => isSource && edition >= day)
  if (consolidated) {
    for (const {input} of amending) for (const one of heldAmendments(consolidated.input, input, knowledge)) result.received.add(one)
  }
  if (!base || consolidated?.edition === day) return
  let {input} = base
  let last: Consolidation | null = null
  const instructions: InstructionReport[] = []
  for (const act of amending) {
    const {consolidation, report} = carryOut(input, act, knowledge)
    const own = report.filter((one) => isFor(one, id))
    const known = new Set(act.parsed.amendments.map((one) => one.id))
    const reports = own.map((one) => reportOf(one, known))
    instructions.push(...reports)
    for (const one of reports) {
      if (one.status === 'refused') result.refused.push({...one, file: act.input.file, act: id})
      else if (one.amendment !== null) result.received.add(one.amendment)
    }
    if (!consolidation || !own.some(({status}) => status === 'applied')) continue
    last = consolidation
    input = {file: input.file, bytes: new TextEncoder().encode(consolidation.text), format: consolidation.format}
  }
  if (!last) return
  editions.push({input, edition: day, isSource: false})
  const {text, format, parsed} = last
  const by = amending.map(({parsed: {resolution}}) => resolution.id)
  result.derived.push({act: id, edition: day, baseEdition: base.edition, file: input.file, by, text, format, parsed, instructions})
}

/** An act carried out; where nothing of it can be, each of its instructions is refused with that reason. */
function carryOut(
  base: SourceInput,
  act: DatedAct,
  knowledge: Knowledge,
): {consolidation: Consolidation | null; report: AppliedInstruction[]} {
  try {
    const consolidation = consolidate(base, act.input, knowledge)
    return {consolidation, report: consolidation.instructions}
  } catch (error) {
    if (!(error instanceof CannotAmend)) throw error
    const refused = act.parsed.amendments.map((one): AppliedInstruction => ({
      ...one,
      applied: false,
      status: 'refused',
      reason: error.message,
      remarks: [],
    }))
    return {consolidation: null, report: refused}
  }
}

/** What an amending act says of other acts is no refusal of this one. */
function isFor({target: {resolution: named}}: AppliedInstruction, id: string): boolean {
  if (!named) return true
  return named.date === null ? id.endsWith(`-${named.number}`) : id === `${named.date.slice(0, 4)}-${named.number}`
}

/** @param known ids of the instructions that were understood */
function reportOf(one: AppliedInstruction, known: ReadonlySet<string>): InstructionReport {
  const {id, by, item, target, lines, status, reason, remarks} = one
  return {by, item, amendment: known.has(id) ? id : null, standard: target.standard, place: target.place, lines, status, reason, remarks}
}

/** Of each act the latest edition: what it orders is said there. */
function latestOfEach(acts: readonly DatedAct[]): DatedAct[] {
  return [...Map.groupBy(acts, ({parsed}) => parsed.resolution.id).values()].map((editions) =>
    editions.reduce((latest, one) => (one.edition > latest.edition ? one : latest)),
  )
}

/** By date; of one day by number, as they were numbered when they were signed. */
function byDate({parsed: {resolution: a}}: DatedAct, {parsed: {resolution: b}}: DatedAct): number {
  return a.date === b.date ? Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10) : a.date < b.date ? -1 : 1
}
