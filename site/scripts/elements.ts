/** Elements that the search scripts are made of. Texts go in as text, never as markup. */
import type {Marked} from '../search/snippet.ts'

export function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  if (text !== '') made.textContent = text
  return made
}

/** The text with the words searched for in `mark`. */
export function marked({text, marks}: Marked): Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)))
    nodes.push(element('mark', '', text.slice(start, end)))
    at = end
  }
  nodes.push(document.createTextNode(text.slice(at)))
  return nodes
}

/** «{count} тармақ» with the values named in braces. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)
}
