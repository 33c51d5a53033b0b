/** The list of changes, read off two documents laid side by side. */
import type {Change, ComparedPart, ComparedPiece, ComparedSide} from '../model/index.ts'
import {wholeText, type Part} from './document.ts'
import type {Pair, Side} from './pairs.ts'
import {placeOf, type Step} from './place.ts'
import {mirrorWords} from './words.ts'

/** Everything that differs, in the order of the new text. */
export function changesOf(root: Pair): Change[] {
  const counterparts = counterpartsOf(root)
  const changes: Change[] = []
  const visit = (pair: Pair, steps: readonly Step[]): void => {
    if (pair.same) return
    const {part} = (pair.now ?? pair.old)!
    const own = [...steps, {part, old: pair.old?.part ?? null, now: pair.now?.part ?? null}]
    if (pair.kind !== 'equal') changes.push(changeOf(pair, own, counterparts))
    for (const child of pair.children) visit(child, own)
  }
  visit(root, [])
  return changes
}

/** Parts of one text → their counterparts in the other. */
function counterpartsOf(root: Pair): Map<Part, Part> {
  const counterparts = new Map<Part, Part>()
  const visit = ({old, now, children}: Pair): void => {
    if (old && now) {
      counterparts.set(old.part, now.part)
      counterparts.set(now.part, old.part)
    }
    children.forEach(visit)
  }
  visit(root)
  return counterparts
}

function changeOf(pair: Pair, steps: readonly Step[], counterparts: ReadonlyMap<Part, Part>): Change {
  const {old, now, kind, typographic, words, related} = pair
  const {part} = (now ?? old)!
  const within = (wanted: ComparedPart) => steps.findLast((step) => step.part.part === wanted)?.part
  const annex = within('annex')
  const lone = !old || !now
  const parentOf = ({parent}: Side, own: 'old' | 'new'): ComparedSide['parent'] => {
    const other = counterparts.get(parent)?.id ?? ''
    return own === 'old' ? {old: parent.id, new: other} : {old: other, new: parent.id}
  }
  const sideOf = (side: Side, own: 'old' | 'new'): ComparedSide => ({
    part: side.part.part,
    id: side.part.id,
    text: wholeText(side.part),
    key: side.part.key,
    index: side.index,
    parent: parentOf(side, own),
    ...(lone ? {pieces: piecesOf(side.part)} : {}),
  })
  return {
    place: placeOf(steps),
    kind: kind === 'equal' ? 'changed' : kind,
    typographic,
    old: old && sideOf(old, 'old'),
    new: now && sideOf(now, 'new'),
    words,
    part: part.part,
    standard: within('standard')?.id ?? null,
    annex: annex ? Number(annex.key) : null,
    office: within('row')?.office ?? null,
    ...(related && kind === 'inserted' ? {splitFrom: related.id} : {}),
    ...(related && kind === 'deleted' ? {mergedInto: related.id} : {}),
  }
}

function piecesOf(part: Part, depth = 0): ComparedPiece[] {
  return part.children.flatMap((child) => [{part: child.part, key: child.key, text: child.text, depth}, ...piecesOf(child, depth + 1)])
}

const MIRRORED: Record<Change['kind'], Change['kind']> = {
  changed: 'changed',
  inserted: 'deleted',
  deleted: 'inserted',
  moved: 'moved',
  renumbered: 'renumbered',
}

/** The changes that lead back: what `changesOf` finds when old and new change places, but for the order of the list. */
export function mirrorChanges(changes: readonly Change[]): Change[] {
  const turn = (side: ComparedSide | null): ComparedSide | null => side && {...side, parent: {old: side.parent.new, new: side.parent.old}}
  return changes.map(({splitFrom, mergedInto, ...change}) => ({
    ...change,
    part: (change.old ?? change.new)!.part,
    kind: MIRRORED[change.kind],
    old: turn(change.new),
    new: turn(change.old),
    words: mirrorWords(change.words),
    ...(splitFrom === undefined ? {} : {mergedInto: splitFrom}),
    ...(mergedInto === undefined ? {} : {splitFrom: mergedInto}),
  }))
}
