/**
 * The caption over an annex of a standard.
 *
 *       «Мемлекеттік базалық зейнетақы
 *       төлемін тағайындау»
 *       мемлекеттік қызмет стандартына
 *       1-қосымша
 *
 * The number may be missing in the source; then it is null.
 */
import type {Block, Line} from '../tree.ts'
import {lineKey} from './keys.ts'

/** «1-қосымша», «№ 1 қосымша»; without a number the word stands alone, or right behind the standard. */
const ENDS_CAPTION = /(?:(?:№|n)?(\d{1,2})-?|^-?|стандарт(?:ына|қа)-?)қосымша$/u
const WHOLE_CAPTION = /стандарт(?:ына|қа)(?:(?:№|n)?(\d{1,2})-?|-?)қосымша$/u
const OPENS_WITH_QUOTE = /^[«"]/u
/** A caption is not longer than this many lines. */
const MOST_LINES = 12

export interface Caption {
  from: number
  to: number
  number: number | null
}

/** Reads the caption whose last line is `blocks[end]`, or returns null. Nothing before `floor` belongs to it. */
export function readCaptionEndingAt(blocks: readonly Block[], end: number, floor: number): Caption | null {
  const last = blocks[end]
  if (last?.type !== 'line' || !ENDS_CAPTION.test(lineKey(last))) return null
  let joined = ''
  let named = -1
  for (let index = end; index >= Math.max(floor, end - MOST_LINES); index--) {
    const block = blocks[index]!
    if (block.type !== 'line' || (block.indent === 'indented' && index < end)) break
    const key = lineKey(block)
    joined = key + joined
    const whole = WHOLE_CAPTION.exec(joined)
    if (!whole) {
      if (index < end - 1) break
      continue
    }
    const number = whole[1] ? Number(whole[1]) : null
    if (OPENS_WITH_QUOTE.test(joined) && opensItself(joined)) return {from: index, to: end + 1, number}
    // The line that names the standard stays a caption even where its beginning was lost.
    if (named === -1) named = index
    if (index === Math.max(floor, end - MOST_LINES)) break
  }
  if (named === -1) return null
  return {from: named, to: end + 1, number: Number(WHOLE_CAPTION.exec(joinKeys(blocks, named, end))?.[1] ?? 0) || null}
}

/** True where the quotation mark at the beginning is the outermost one, as far as can be told. */
function opensItself(joined: string): boolean {
  const opened = [...joined.matchAll(/«/gu)].length
  const closed = [...joined.matchAll(/»/gu)].length
  return opened >= closed || opened === 0 || joined.startsWith('"') || closed - opened <= 1
}

function joinKeys(blocks: readonly Block[], from: number, to: number): string {
  return blocks
    .slice(from, to + 1)
    .map((block) => lineKey(block as Line))
    .join('')
}
