/**
 * The stamp that an act puts over each of its annexes and approved documents.
 *
 *       Қазақстан Республикасы          Қазақстан Республикасы
 *       Үкіметінің                      Үкіметінің
 *       2012 жылғы 9 қазандағы          2009 жылғы 30 желтоқсандағы
 *       № 1278 қаулысына                № 2315 қаулысымен
 *       1-қосымша                       бекітілген
 *
 * opens a standard (or another approved document), never an annex of a standard. Parts of it may be lost.
 */
import type {Block, Line} from '../tree.ts'
import {lineKey} from './keys.ts'

const STAMP_LINE =
  /^(?:қазақстанреспубликасы)?(?:үкіметінің)?(?:\d{4}ж(?:ылғы|\.)(?:[«"]?\d{1,2}[»"]?[а-яәіңғүұқөһ]+)?)?(?:(?:№|n)?\d*қаулысы(?:на|мен))?(?:(?:(?:№|n)?(?<annex>\d{1,3})-?)?қосымша)?(?:бекітілген)?$/u
const STAMP_SIGN = /қаулысы(?:на|мен)|үкіметінің/u
/** Without a number of the act a stamp is trusted only before a title in quotation marks. */
const STRONG_SIGN = /қаулысы(?:на|мен)/u
const STAMP_END = /қосымша$|бекітілген$/u

export interface Stamp {
  /** Index of its first block, and of the first block after it. */
  from: number
  to: number
  /** The number of the resolution's annex that the stamp names. */
  annex: number | null
}

/** Reads the stamp that begins at `blocks[from]`, or returns null. */
export function readStamp(blocks: readonly Block[], from: number): Stamp | null {
  let to = from
  let annex: number | null = null
  let sign = false
  let strong = false
  let ended = false
  for (; to < blocks.length; to++) {
    const block = blocks[to]!
    if (block.type !== 'line' || block.indent === 'indented') break
    const key = lineKey(block)
    const match = key === '' ? null : STAMP_LINE.exec(key)
    if (!match) break
    if (match.groups?.annex) annex ??= Number(match.groups.annex)
    sign ||= STAMP_SIGN.test(key)
    strong ||= STRONG_SIGN.test(key)
    ended ||= STAMP_END.test(key)
  }
  if (to === from || !sign) return null
  const next = blocks[to]
  // A wrapped line of running text can read like a whole stamp; there the text goes on without a gap.
  if (strong && ended && (next?.type !== 'line' || next.gap > 0 || next.pageBreak)) return {from, to, annex}
  return next?.type === 'line' && /^[«"]/u.test(lineKey(next)) && isTitleAhead(blocks, to) ? {from, to, annex} : null
}

/** True where a standard's title follows within a few lines. */
function isTitleAhead(blocks: readonly Block[], from: number): boolean {
  return blocks
    .slice(from, from + 12)
    .some((block) => block.type === 'line' && /стандарты-?(?:1\.жалпыереже.*)?$/u.test(lineKey(block as Line)))
}
