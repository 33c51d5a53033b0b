/**
 * The proof that nothing of a source is lost.
 *
 * Every line that was read is looked for in the data that came out of it: a line counts as published when its words
 * stand there. Lines that hold no content of their own (stamps, captions, repeated heads) are set aside with the
 * reason. What is in neither is unaccounted for, and named by line.
 */
import type {Coverage} from './model/index.ts'
import {lineKey, squeeze} from './structure/keys.ts'
import {type Block, type Line, type Root} from './tree.ts'

const WHITE = /[\s\u00a0\u200b\ufeff]/u
const PUBLISHED = 1
const FIRST_REASON = 2

export class Ledger {
  readonly #root: Root
  readonly #marks: Uint8Array
  readonly #reasons: string[] = []

  constructor(root: Root) {
    this.#root = root
    this.#marks = new Uint8Array(root.source.length)
    for (const {start, end, reason} of root.setAside) this.#mark(start, end, this.#code(reason))
  }

  /** These lines hold nothing to publish. */
  setAside(lines: Iterable<Line>, reason: string): void {
    const code = this.#code(reason)
    for (const line of lines) this.#mark(line.start, line.end, code)
  }

  /** These lines went into `text`, each or its words; those that did not stay unaccounted for. */
  publish(lines: Iterable<Line>, text: string, local?: (line: Line) => string | null): void {
    for (const line of linesIn(lines, text, local)) this.#mark(line.start, line.end, PUBLISHED)
  }

  /** The lines of which something is neither set aside nor published yet. */
  open(lines: Iterable<Line>): Line[] {
    const isOpen = ({value, start, end}: Line) => value.trim() !== '' && this.#marks.subarray(start, end).includes(0)
    return [...lines].filter(isOpen)
  }

  /** The coverage figures of the source. */
  close(file: string): Coverage {
    const {source} = this.#root
    const setAside: Record<string, number> = {}
    let published = 0
    let unaccounted = 0
    const lines = new Set<number>()
    let line = 1
    for (let index = 0; index < source.length; index++) {
      const mark = this.#marks[index]!
      const character = source[index]!
      if (mark === PUBLISHED) published++
      else if (mark >= FIRST_REASON)
        setAside[this.#reasons[mark - FIRST_REASON]!] = (setAside[this.#reasons[mark - FIRST_REASON]!] ?? 0) + 1
      else if (WHITE.test(character)) setAside['white space'] = (setAside['white space'] ?? 0) + 1
      else {
        unaccounted++
        lines.add(line)
      }
      if (character === '\n') line++
    }
    return {file, characters: source.length, published, setAside, unaccounted, unaccountedLines: [...lines]}
  }

  #code(reason: string): number {
    const known = this.#reasons.indexOf(reason)
    if (known >= 0) return known + FIRST_REASON
    this.#reasons.push(reason)
    return this.#reasons.length - 1 + FIRST_REASON
  }

  #mark(start: number, end: number, code: number): void {
    // What a reader set aside stays set aside.
    for (let index = start; index < end; index++) if (this.#marks[index] === 0) this.#marks[index] = code
  }
}

/** The lines that stand in a text, or in the part of it that `local` names for them. */
function* linesIn(lines: Iterable<Line>, text: string, local?: (line: Line) => string | null): Generator<Line> {
  // Keys are made only for lines that do not stand there letter by letter.
  let whole: string | null = null
  let last = {near: '', key: ''}
  const nearby = (line: Line): boolean => {
    const near = local?.(line) ?? ''
    if (near === '') return false
    if (near.includes(line.value.trim())) return true
    if (near !== last.near) last = {near, key: squeeze(near)}
    return holds(last.key, line)
  }
  for (const line of lines) {
    if (nearby(line) || text.includes(line.value.trim()) || holds((whole ??= squeeze(text)), line)) yield line
  }
}

function holds(published: string, line: Line): boolean {
  if (published.includes(lineKey(line))) return true
  return line.value.split(/[\s_]+/u).every((word) => {
    const key = squeeze(word)
    if (key === '' || published.includes(key)) return true
    // A mark may have moved to another word with a torn-out one.
    return key.split(/[^\p{L}\p{N}]+/u).every((part) => part === '' || published.includes(part))
  })
}

/** Every line of some blocks, those in cells too. */
export function* linesOf(blocks: Iterable<Block>): Generator<Line> {
  for (const block of blocks) {
    if (block.type === 'line') yield block
    else if (block.type === 'table') for (const row of block.children) for (const cell of row.children) yield* cell.children
    else for (const cell of block.children) yield* cell.children
  }
}
