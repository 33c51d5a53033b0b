/** Short views of a tree for comparing it with an expected one by eye. */
import {cellText, foldSpace} from '../../parser/tree.ts'
import type {Block, Root} from '../../parser/tree.ts'

export type Outline =
  | {line: number; indent: string; text: string}
  | {table: [number, number]; rows: Array<Array<string | {text: string; colspan?: number; rowspan?: number}>>}

/** Lines as number, indent and text; tables as cells, spans written out where they are not 1. */
export function outline(root: Root): Outline[] {
  return root.children.map((block: Block) => {
    if (block.type === 'line') return {line: block.number, indent: block.indent, text: foldSpace(block.value)}
    if (block.type === 'cell-run') throw new Error('a page has no runs of cells')
    const rows = block.children.map((row) =>
      row.children.map((cell) => {
        const spans = {...(cell.colspan > 1 && {colspan: cell.colspan}), ...(cell.rowspan > 1 && {rowspan: cell.rowspan})}
        return Object.keys(spans).length > 0 ? {text: cellText(cell), ...spans} : cellText(cell)
      }),
    )
    return {table: block.lines, rows}
  })
}

/** Source characters that no line holds and no reason sets aside, as text. */
export function unaccounted(root: Root): string {
  const seen = new Uint8Array(root.source.length)
  for (const {start, end} of root.setAside) seen.fill(1, start, end)
  for (const block of root.children) {
    if (block.type === 'line') seen.fill(1, block.start, block.end)
    else {
      const cells = block.type === 'table' ? block.children.flatMap((row) => row.children) : block.children
      for (const cell of cells) for (const line of cell.children) seen.fill(1, line.start, line.end)
    }
  }
  return [...seen].map((flag, at) => (flag ? '' : root.source[at]!)).join('')
}
