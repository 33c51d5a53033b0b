/**
 * What a comparison means for the applicant: how long, what fee, which documents.
 *
 *       7. … он жұмыс күні ішінде      →  7. … бес жұмыс күні ішінде      deadline: 10 working days → 5 working days
 *
 * Facts are read from the points, so where no point differs no fact does. Seen from the other side the list is mirrored.
 */
import {foldKey} from '../language/alphabet.ts'
import {mainDeadline} from '../facts/main-deadline.ts'
import type {Deadline, FactChange, FactValue, Facts} from '../model/index.ts'
import type {Part} from './document.ts'
import {walk, type Pair} from './pairs.ts'
import {typographicKey} from './typographic.ts'

/** Everything that changed in the facts of the standards that are on both sides. */
export function factChangesOf(root: Pair): FactChange[] {
  return [...walk(root)].flatMap(({old, now, same}) => {
    const [before, after] = [old?.part, now?.part]
    if (same || !before?.facts || !after?.facts) return []
    return compareFacts(before.facts, after.facts).map((change) => ({standard: standardId(after, before), ...change}))
  })
}

/** Two editions have one id; of two standards the ids are told apart by the pair. */
function standardId(after: Part, before: Part): FactChange['standard'] {
  return {old: before.id, new: after.id}
}

/** What differs in the facts of two standards, in the order in which an applicant asks. */
function compareFacts(before: Facts, after: Facts): Omit<FactChange, 'standard'>[] {
  return [
    ...differs('deadline', timeOf(mainDeadline(before)), timeOf(mainDeadline(after))),
    ...differs('wait', timeOf(longestWait(before)), timeOf(longestWait(after))),
    ...differs('fee', feeOf(before), feeOf(after)),
    ...differs('form', formOf(before), formOf(after)),
    ...documents(before, after),
  ]
}

function differs(fact: FactChange['fact'], old: FactValue | null, now: FactValue | null): Omit<FactChange, 'standard'>[] {
  const key = (value: FactValue | null) =>
    value === null
      ? ''
      : value.amount !== undefined
        ? `${String(value.amount)} ${value.unit ?? ''}`
        : (value.kind ?? typographicKey(value.text))
  return key(old) === key(now) ? [] : [{fact, old, new: now}]
}

function timeOf(deadline: Deadline | null): FactValue | null {
  if (deadline?.amount == null || deadline.unit === null) return null
  return {text: deadline.text, amount: deadline.amount, unit: deadline.unit, point: deadline.point}
}

/** The longest time in a queue, in minutes as texts have it. */
function longestWait({deadlines}: Facts): Deadline | null {
  const waits = deadlines.filter(({kind, amount, unit}) => kind === 'wait' && amount !== null && unit === 'minutes')
  return waits.reduce<Deadline | null>((longest, one) => (longest === null || one.amount! > longest.amount! ? one : longest), null)
}

function feeOf({fee}: Facts): FactValue | null {
  if (!fee) return null
  // Free is free, however it is said; what is paid may change.
  return fee.kind === 'free' ? {text: fee.text, kind: 'free', point: fee.point} : {text: fee.text, point: fee.point}
}

function formOf({form, formText, points}: Facts): FactValue | null {
  return form === null ? null : {text: formText ?? '', kind: form, point: points?.form ?? null}
}

type Document = Facts['documents'][number]

/** Documents with more than this share of common words are one, in another wording. */
const SAME_DOCUMENT = 0.6

/** Documents that are asked for on one side only, and those that are called otherwise. A document of several ways counts once. */
function documents(before: Facts, after: Facts): Omit<FactChange, 'standard'>[] {
  const [old, now] = [before, after].map((facts) => new Map(facts.documents.map((one) => [documentKey(one), one]))) as [
    Map<string, Document>,
    Map<string, Document>,
  ]
  const gone = [...old].filter(([key]) => !now.has(key))
  const come = [...now].filter(([key]) => !old.has(key))
  const alike = gone.flatMap(([from, one]) =>
    come.flatMap(([to, other]) => {
      const share = commonShare(one.text, other.text)
      return share >= SAME_DOCUMENT ? [{from, to, share}] : []
    }),
  )
  // The same order from either side.
  const order = ({from, to}: {from: string; to: string}) => [from, to].sort().join('\n')
  alike.sort((a, b) => b.share - a.share || (order(a) < order(b) ? -1 : 1))
  const taken = new Map<string, string>()
  const used = new Set<string>()
  for (const {from, to} of alike) {
    if (taken.has(from) || used.has(to)) continue
    taken.set(from, to)
    used.add(to)
  }
  const valueOf = ({text, point}: Document): FactValue => ({text, point})
  return [
    ...gone.map(([key, one]) => {
      const to = taken.get(key)
      return {fact: 'document' as const, old: valueOf(one), new: to === undefined ? null : valueOf(now.get(to)!)}
    }),
    ...come.filter(([key]) => !used.has(key)).map(([, one]) => ({fact: 'document' as const, old: null, new: valueOf(one)})),
  ]
}

/** «1) өтініш;» and «өтініш» are one. */
function documentKey({text}: Document): string {
  return typographicKey(text.replace(/[.;,:]+$/u, ''))
}

function commonShare(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => new Set(foldKey(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [])) as [Set<string>, Set<string>]
  const common = [...one].filter((word) => other.has(word)).length
  const all = Math.max(one.size, other.size)
  return all === 0 ? 0 : common / all
}

/** The changes that lead back. */
export function mirrorFacts(changes: readonly FactChange[]): FactChange[] {
  return changes.map(({standard, old, new: now, ...change}) => ({
    ...change,
    standard: {old: standard.new, new: standard.old},
    old: now,
    new: old,
  }))
}
