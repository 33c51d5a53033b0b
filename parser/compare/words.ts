/**
 * Differences of two wordings, word by word.
 *
 *     дүйсенбіден бастап сенбіні қоса алғанда      Біржан сал көшесі, 42-үй
 *     дүйсенбіден сенбіні қоса алғанда             Абай көшесі, 142-үй
 *
 * Of all ways to get from one text to the other the one that leaves most letters in place is taken; then short words
 * that stand alone between two changes are counted to them, so that a rewritten phrase reads as one.
 */
import type {WordChange} from '../model/index.ts'
import {typographicKey} from './typographic.ts'

interface Token {
  /** White space before it. */
  space: string
  text: string
  /** The same for tokens that differ typographically at most. */
  key: string
}

/** «жұмыс», «9.00», «(»: words, numbers with their fractions, single signs. */
const TOKEN = /(\s*)(\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+|[^\s])/gu
const TRAILING_SPACE = /\s+$/u

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const [, space = '', word = ''] of text.matchAll(TOKEN)) tokens.push({space, text: word, key: typographicKey(word)})
  return tokens
}

/** Keys of the words of a text: its letters and figures, without signs. */
export function wordKeys(text: string): string[] {
  return text.match(WORD)?.map(typographicKey) ?? []
}
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Greater tables of all pairs are cut at words that stand once in either text. */
const LARGEST_TABLE = 1_500_000
/** A stretch of so few letters between two changes is no common ground: «мен», «не», a comma. */
const SHORT_EQUAL = 3
/** Texts that have less than this share of their letters in common are shown as one taken out and one put in. */
const COMMON_SHARE = 0.15

/** The differences; a text that is the same gives one `equal`, two empty ones nothing. */
export function compareWords(before: string, after: string): WordChange[] {
  if (before === after) return before === '' ? [] : [{op: 'equal', text: after}]
  // Where several ways are equally good, both directions take the same one.
  if (before > after) return mirrorWords(compareWords(after, before))
  const a = tokensOf(before)
  const b = tokensOf(after)
  const pairs = commonTokens(a, b)
  return assemble(a, b, tidy(a, b, pairs), tail(before), tail(after))
}

const tail = (text: string): string => TRAILING_SPACE.exec(text)?.[0] ?? ''

type Pair = readonly [old: number, new: number]

/** A longest common run of tokens, longest by letters: pairs of places. */
function commonTokens(a: readonly Token[], b: readonly Token[]): Pair[] {
  const pairs: Pair[] = []
  walk(a, 0, a.length, b, 0, b.length, pairs)
  return pairs
}

function walk(a: readonly Token[], a0: number, a1: number, b: readonly Token[], b0: number, b1: number, pairs: Pair[]): void {
  let [firstA, firstB, lastA, lastB] = [a0, b0, a1, b1]
  while (firstA < lastA && firstB < lastB && a[firstA]!.key === b[firstB]!.key) pairs.push([firstA++, firstB++])
  const ends: Pair[] = []
  while (lastA > firstA && lastB > firstB && a[lastA - 1]!.key === b[lastB - 1]!.key) ends.push([--lastA, --lastB])
  const [rows, columns] = [lastA - firstA, lastB - firstB]
  if (rows > 0 && columns > 0) {
    if (rows * columns <= LARGEST_TABLE) fill(a, firstA, rows, b, firstB, columns, pairs)
    else cut(a, firstA, lastA, b, firstB, lastB, pairs)
  }
  for (let at = ends.length - 1; at >= 0; at--) pairs.push(ends[at]!)
}

/** Letters weigh what they are; a sign weighs less, so that words decide. */
const SIGN = /^[^\p{L}\p{N}]$/u
const weightOf = ({text}: Token): number => (SIGN.test(text) ? 1 : 2 * text.length)

function fill(a: readonly Token[], a0: number, rows: number, b: readonly Token[], b0: number, columns: number, pairs: Pair[]): void {
  const width = columns + 1
  const best = new Int32Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    const token = a[a0 + i]!
    const weight = weightOf(token)
    for (let j = columns - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
      const take = token.key === b[b0 + j]!.key ? best[(i + 1) * width + j + 1]! + weight : -1
      best[i * width + j] = Math.max(skip, take)
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns;) {
    const here = best[i * width + j]!
    if (a[a0 + i]!.key === b[b0 + j]!.key && here === best[(i + 1) * width + j + 1]! + weightOf(a[a0 + i]!))
      pairs.push([a0 + i++, b0 + j++])
    else if (here === best[(i + 1) * width + j]) i++
    else j++
  }
}

/** Long texts: words that stand once on either side, in order, cut both into stretches. */
function cut(a: readonly Token[], a0: number, a1: number, b: readonly Token[], b0: number, b1: number, pairs: Pair[]): void {
  const once = (tokens: readonly Token[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>()
    for (let at = from; at < to; at++) places.set(tokens[at]!.key, places.has(tokens[at]!.key) ? -1 : at)
    return places
  }
  const inB = once(b, b0, b1)
  const anchors: Pair[] = []
  for (const [key, at] of once(a, a0, a1)) {
    const other = inB.get(key) ?? -1
    if (at >= 0 && other >= 0) anchors.push([at, other])
  }
  let [fromA, fromB] = [a0, b0]
  for (const [atA, atB] of inOrder(anchors)) {
    walk(a, fromA, atA, b, fromB, atB, pairs)
    pairs.push([atA, atB])
    ;[fromA, fromB] = [atA + 1, atB + 1]
  }
  // Without a single anchor there is nothing to cut at: the stretches count as different.
  if (fromA > a0 || fromB > b0) walk(a, fromA, a1, b, fromB, b1, pairs)
}

/** The longest part of pairs, sorted by the first, in which the second rises too. */
export function inOrder<One extends readonly [number, number, ...unknown[]]>(pairs: readonly One[]): One[] {
  const tails: number[] = []
  const back: number[] = []
  pairs.forEach(([, second], at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < second) low = middle + 1
      else high = middle
    }
    back[at] = low > 0 ? tails[low - 1]! : -1
    tails[low] = at
  })
  const chain: One[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = back[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}

/** Pairs without those that help nobody to read. */
function tidy(a: readonly Token[], b: readonly Token[], pairs: readonly Pair[]): Pair[] {
  const letters = (tokens: readonly Token[]) => tokens.reduce((sum, {text}) => sum + text.length, 0)
  const common = pairs.reduce((sum, [old]) => sum + a[old]!.text.length, 0)
  if (common < COMMON_SHARE * Math.min(letters(a), letters(b))) return []
  // Runs of neighbours on both sides.
  const runs: Pair[][] = []
  for (const pair of pairs) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last?.[0] === pair[0] - 1 && last[1] === pair[1] - 1) run.push(pair)
    else runs.push([pair])
  }
  return runs
    .filter((run) => {
      const [first, last] = [run[0]!, run.at(-1)!]
      const inside = (first[0] > 0 || first[1] > 0) && (last[0] < a.length - 1 || last[1] < b.length - 1)
      // Both sides change before and after it: otherwise it joins a word taken out with one put in elsewhere.
      const size = run.reduce((sum, [old]) => sum + a[old]!.text.length, 0)
      return !inside || size > SHORT_EQUAL || !isSurrounded(first, last, pairs)
    })
    .flat()
}

/** Whether words change on both sides right before and right after a run: «өтініш [және] анықтама» rewritten on both ends. */
function isSurrounded(first: Pair, last: Pair, pairs: readonly Pair[]): boolean {
  const before = pairs.findLast(([old]) => old < first[0]) ?? [-1, -1]
  const after = pairs.find(([old]) => old > last[0]) ?? [Infinity, Infinity]
  const gap = (from: Pair | readonly [number, number], to: Pair | readonly [number, number]) => [to[0] - from[0] > 1, to[1] - from[1] > 1]
  return [...gap(before, first), ...gap(last, after)].every(Boolean)
}

/** The differences out of what stays. */
function assemble(a: readonly Token[], b: readonly Token[], pairs: readonly Pair[], tailA: string, tailB: string): WordChange[] {
  const words: WordChange[] = []
  const push = (op: 'insert' | 'delete', text: string) => {
    if (text === '') return
    const last = words.at(-1)
    if (last?.op === op) last.text += text
    else words.push({op, text})
  }
  const equal = (text: string, old: string) => {
    if (text === '' && old === '') return
    const last = words.at(-1)
    if (text !== old) words.push({op: 'equal', text, old})
    else if (last?.op === 'equal' && last.old === undefined) last.text += text
    else words.push({op: 'equal', text})
  }
  const raw = (tokens: readonly Token[], from: number, to: number): string => {
    let text = ''
    for (let at = from; at < to; at++) text += tokens[at]!.space + tokens[at]!.text
    return text
  }
  let [atA, atB] = [0, 0]
  const change = (toA: number, toB: number): boolean => {
    const [out, put] = [raw(a, atA, toA), raw(b, atB, toB)]
    ;[atA, atB] = [toA, toB]
    if (out === '' && put === '') return false
    if (typographicKey(out) === typographicKey(put)) {
      equal(put, out)
      return false
    }
    push('delete', out)
    push('insert', put)
    return true
  }
  for (const [old, now] of pairs) {
    const changed = change(old, now)
    const [mine, yours] = [a[old]!, b[now]!]
    const edge = changed || old === 0 || now === 0
    if (mine.space === yours.space) equal(mine.space, mine.space)
    else if (edge) {
      // The space goes with the words beside it.
      push('delete', mine.space)
      push('insert', yours.space)
    } else equal(yours.space, mine.space)
    equal(yours.text, mine.text)
    ;[atA, atB] = [old + 1, now + 1]
  }
  change(a.length, b.length)
  if (tailA === tailB) equal(tailA, tailA)
  else equal(tailB, tailA)
  return sorted(words)
}

/** In every change what was taken out first, then what was put in. */
function sorted(words: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = []
  let insert = ''
  let remove = ''
  const flush = () => {
    if (remove !== '') result.push({op: 'delete', text: remove})
    if (insert !== '') result.push({op: 'insert', text: insert})
    insert = remove = ''
  }
  for (const word of words) {
    if (word.op === 'insert') insert += word.text
    else if (word.op === 'delete') remove += word.text
    else {
      flush()
      result.push(word)
    }
  }
  flush()
  return result
}

/** The same differences seen from the other side. */
export function mirrorWords(words: readonly WordChange[]): WordChange[] {
  return sorted(
    words.map(({op, text, old}) =>
      op === 'equal' ? (old === undefined ? {op, text} : {op, text: old, old: text}) : {op: op === 'insert' ? 'delete' : 'insert', text},
    ),
  )
}

/**
 * Differences with several texts that were joined by line feeds, cut into those of each; null where a difference lies
 * across a cut. What was taken out at a cut belongs to the text before it.
 */
export function cutWords(words: readonly WordChange[], texts: readonly string[]): WordChange[][] | null {
  const parts: WordChange[][] = [[]]
  const breaks = texts.slice(0, -1)
  let left = breaks[0]?.length ?? Infinity
  for (const {op, text, old} of words) {
    if (op === 'delete') {
      parts.at(-1)!.push({op, text})
      continue
    }
    let rest = text
    while (rest.length > left) {
      // Letters that look alike can be told apart on either side of a cut only where nothing but the cut differs.
      if (old !== undefined && text.trim() !== '') return null
      if (left > 0) parts.at(-1)!.push({op, text: rest.slice(0, left)})
      rest = rest.slice(left + 1)
      parts.push([])
      left = breaks[parts.length - 1]?.length ?? Infinity
    }
    if (rest === '') continue
    parts.at(-1)!.push(old === undefined || rest !== text ? {op, text: rest} : {op, text, old})
    left -= rest.length
  }
  return parts.length === texts.length ? parts : null
}

/** One side of the differences, put together again. */
export function sideOf(words: readonly WordChange[], side: 'old' | 'new'): string {
  return words
    .map(({op, text, old}) =>
      op === 'equal' ? (side === 'old' ? (old ?? text) : text) : op === (side === 'old' ? 'delete' : 'insert') ? text : '',
    )
    .join('')
}
