/**
 * Comparison of two editions, two standards or two acts, part by part.
 *
 * `compareStandards` and `compareActs` give the published list of changes; `pairStandards` and `pairActs` the two texts
 * laid side by side, for pages and tables. `applyChanges` makes the new text of the old one and the changes.
 */
import type {Comparison, Standard} from '../model/index.ts'
import {changesOf} from './changes.ts'
import {factChangesOf} from './facts.ts'
import {actPart, standardPart, type Act, type Part} from './document.ts'
import {pairParts, summarize, type Pair} from './pairs.ts'

export {factChangesOf, mirrorFacts} from './facts.ts'
export {choosePairs} from './choose.ts'
export {changesOf, mirrorChanges} from './changes.ts'
export {actPart, samePart, standardPart, wholeText} from './document.ts'
export type {Act, Part} from './document.ts'
export {officeKind, pairParts, summarize, walk} from './pairs.ts'
export type {Pair, Side} from './pairs.ts'
export {applyChanges} from './patch.ts'
export {typographicKey} from './typographic.ts'
export {compareWords, mirrorWords, sideOf} from './words.ts'

/** What changed from one standard, or edition of a standard, to another. */
export function compareStandards(before: Standard, after: Standard): Comparison {
  return comparisonOf(pairStandards(before, after))
}

/** What changed from one act, or edition of an act, to another, with all its standards. */
export function compareActs(before: Act, after: Act): Comparison {
  return comparisonOf(pairActs(before, after))
}

export function pairStandards(before: Standard, after: Standard): Pair {
  return pairParts(standardPart(before), standardPart(after))
}

export function pairActs(before: Act, after: Act): Pair {
  return pairParts(actPart(before), actPart(after))
}

/** The published form of two documents laid side by side. */
export function comparisonOf(pair: Pair): Comparison {
  const about = (part: Part | undefined) => ({id: part?.id ?? '', title: part?.name ?? ''})
  return {
    old: about(pair.old?.part),
    new: about(pair.now?.part),
    summary: summarize(pair),
    facts: factChangesOf(pair),
    changes: changesOf(pair),
  }
}

/** The comparison without what only looks different. */
export function withoutTypographic(comparison: Comparison): Comparison {
  return {...comparison, changes: comparison.changes.filter(({typographic}) => !typographic)}
}
