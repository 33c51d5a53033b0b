/**
 * Names and addresses of offices, learned where cells are marked, used where they are not.
 *
 *     learned:  | Қарғалы ауылы (Жилянка) | Ақтөбе қаласы, Қарғалы ауданы … |
 *     decides:  3) Қарғалы ауылы (Жилянка) Ақтөбе қаласы, Қарғалы ауданы …
 */
import {foldKey} from '../language/alphabet.ts'
import {classifyWord, columnKind} from './pdf-text-words.ts'
import type {OfficeTable, TableVocabulary} from './types.ts'

/** A vocabulary that knows nothing. */
export const EMPTY_VOCABULARY: TableVocabulary = {names: new Set(), addresses: new Set()}

/** «№1», «16а-үй»: a run of letters, or of digits. */
const PART = /\p{L}+|\d+/gu
const LONGEST_CELL = 200

/** The parts of a text that count in comparing cells: letters and digits, folded; «16 а үй» and «16а-үй» are alike. */
export function cellParts(text: string): string[] {
  return foldKey(text).match(PART) ?? []
}

/** The key of a whole cell in a vocabulary. */
export function cellKey(text: string): string {
  return cellParts(text).join(' ')
}

/**
 * Learns from tables whose cells the source marks (HTML, tab-separated Markdown). Which columns hold names and
 * addresses is told by their headings; a table without them teaches by order: name first, then address.
 */
export function learnTableVocabulary(tables: Iterable<OfficeTable>): TableVocabulary {
  const names = new Set<string>()
  const addresses = new Set<string>()
  for (const table of tables) {
    const kinds = table.columns.map(columnKind)
    const name = Math.max(kinds.indexOf('name'), 0)
    const address = kinds.includes('address') ? kinds.indexOf('address') : name + 1
    for (const {rows} of table.groups) {
      for (const {cells} of rows) {
        // In a shifted or damaged row cells are missing, or the address stands with the name.
        if (!cells[name] || !cells[address] || cells[name].split(' ').some(isStreetWord)) continue
        add(names, cells[name])
        add(addresses, cells[address])
      }
    }
  }
  return {names, addresses}
}

function isStreetWord(word: string): boolean {
  return classifyWord(word).kind === 'street'
}

function add(keys: Set<string>, cell: string): void {
  // A damaged row can hold a whole page in one cell.
  if (cell.length > LONGEST_CELL) return
  const key = cellKey(cell)
  if (key.includes(' ')) keys.add(key)
}

/** Cells of one kind, arranged so that all that begin at a word of a text are found in one walk. */
export interface CellIndex {
  next: Map<string, CellIndex>
  whole: boolean
}

/** What follows the last word of a cell: one for all of them, for they are many. */
const NOTHING = new Map<string, CellIndex>()

const indexes = new WeakMap<ReadonlySet<string>, CellIndex>()

/** The index of a set of cell keys, built once per set. */
export function cellIndex(keys: ReadonlySet<string>): CellIndex {
  const known = indexes.get(keys)
  if (known) return known
  const root: CellIndex = {next: new Map(), whole: false}
  for (const key of keys) {
    let node = root
    for (const part of key.split(' ')) {
      if (node.next === NOTHING) node.next = new Map()
      const child = node.next.get(part) ?? {next: NOTHING, whole: false}
      node.next.set(part, child)
      node = child
    }
    node.whole = true
  }
  indexes.set(keys, root)
  return root
}

/** The keys of an index that are made of nothing but these parts, in the order of their letters. */
export function cellsOf(index: CellIndex, parts: ReadonlySet<string>): string[] {
  const found: string[] = []
  const visit = ({next, whole}: CellIndex, key: string): void => {
    if (whole) found.push(key)
    for (const part of next.size < parts.size ? next.keys() : parts) {
      const child = parts.has(part) ? next.get(part) : undefined
      if (child) visit(child, key === '' ? part : `${key} ${part}`)
    }
  }
  visit(index, '')
  return found.sort()
}
