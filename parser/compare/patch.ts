/** Applying a list of changes: the old text and the changes give the new text. */
import type {Change, ComparedSide} from '../model/index.ts'
import type {Part} from './document.ts'

/**
 * The new document, out of the old one and what `compare` found. Ids of parts that stand in the new text only are the
 * new ones; all other parts keep theirs.
 *
 * @throws Error where a change speaks of a part that the document has not
 */
export function applyChanges(document: Part, changes: readonly Change[]): Part {
  const root = copy(document)
  const byId = new Map<string, {part: Part; parent: Part | null}>()
  const list = (part: Part, parent: Part | null) => {
    byId.set(part.id, {part, parent})
    for (const child of part.children) list(child, part)
  }
  list(root, null)
  const find = (id: string) => {
    const found = byId.get(id)
    if (!found) throw new Error(`The document has no ${id}`)
    return found
  }
  const arrivals: {parent: Part; part: Part; index: number}[] = []
  const leaving = new Map<Part, Set<Part>>()
  const leave = (part: Part, parent: Part | null) => {
    if (!parent) throw new Error(`${part.id} is the document itself`)
    const gone = leaving.get(parent) ?? new Set<Part>()
    leaving.set(parent, gone.add(part))
  }
  for (const {kind, old, new: now, part: name} of changes) {
    if (!old && now) arrivals.push({parent: find(now.parent.old).part, part: grow(name, now), index: now.index})
    if (!old) continue
    const {part, parent} = find(old.id)
    if (!now) {
      leave(part, parent)
      continue
    }
    part.part = now.part
    part.key = now.key
    if (part.children.length === 0 || name === 'field') part.text = ownText(now, part)
    if (kind !== 'moved') continue
    leave(part, parent)
    arrivals.push({parent: find(now.parent.old).part, part, index: now.index})
  }
  for (const [parent, gone] of leaving) parent.children = parent.children.filter((child) => !gone.has(child))
  // What stays keeps its order; what comes is put at its place from the front on.
  arrivals.sort((a, b) => a.index - b.index)
  for (const {parent, part, index} of arrivals) parent.children.splice(index, 0, part)
  return root
}

/** A field has parts of its own behind its caption; its own words are the first line. */
function ownText(side: ComparedSide, part: Part): string {
  return part.children.length === 0 ? side.text : (side.text.split('\n')[0] ?? '')
}

function copy(part: Part): Part {
  return {...part, children: part.children.map(copy)}
}

function grow(name: Part['part'], side: ComparedSide): Part {
  const pieces = side.pieces ?? []
  const root: Part = {
    part: name,
    key: side.key,
    text: pieces.length === 0 ? side.text : name === 'field' ? (side.text.split('\n')[0] ?? '') : '',
    id: side.id,
    children: [],
  }
  const open = [root]
  pieces.forEach(({part, key, text, depth}, at) => {
    const child: Part = {part, key, text, id: `${side.id}~piece-${String(at)}`, children: []}
    open.length = depth + 1
    open[depth]!.children.push(child)
    open.push(child)
  })
  return root
}
