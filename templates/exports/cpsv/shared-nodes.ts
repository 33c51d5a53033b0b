/** A node that says the same thing a second time becomes a link to the first: Kazakhstan stands in every office. */
import type {Node, Value} from './vocabulary.ts'

/** @returns the same triples, each node said once */
export function withoutRepetition(document: Node): Node {
  return sayingOnce()(document)
}

/** For a document in parts: to be called with one after the other. */
export function sayingOnce(): (part: Node) => Node {
  const said = new Map<string, Set<string>>()
  const visit = (value: Value): Value => {
    if (Array.isArray(value)) return (value as readonly Value[]).map(visit)
    if (typeof value !== 'object') return value
    const node = value as Node
    const id = node['@id']
    if (typeof id === 'string' && Object.keys(node).length > 1) {
      const text = JSON.stringify(node)
      const before = said.get(id) ?? new Set()
      if (before.has(text)) return {'@id': id}
      said.set(id, before.add(text))
    }
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, key === '@context' ? inner : visit(inner)]))
  }
  return (part) => visit(part) as Node
}
