/**
 * Word boundaries found again in a run of letters, from words learned in the sources themselves.
 *
 *     Қ а з а қ с т а н Р е с п у б л и к а с ы     ш а ғ ы м д а н у ғ а қ ұ қ ы л ы .
 *     Қазақстан Республикасы                        шағымдануға құқылы.
 */
import {agrees, ANY, NOMINAL} from './suffixes.ts'
import {EDGE, learnSpelling, WIDTH} from './spelling.ts'
import type {Spelling} from './spelling.ts'
import {DASHES, foldLookAlikes} from './alphabet.ts'

export interface Vocabulary {
  /** Word in lower case, look-alikes folded → how often it stood properly spaced. */
  readonly words: ReadonlyMap<string, number>
  /** Two words in a row, parted by one blank («қазақстан республикасы») → how often. */
  readonly pairs: ReadonlyMap<string, number>
  /** How a dash stood after a word («сондай-») and before one («-ақ»): above nought joined, below parted by blanks. */
  readonly dashes: ReadonlyMap<string, number>
  /** Running words learned from. */
  readonly total: number
  /** What a word never seen may look like. */
  readonly spelling: Spelling
}

/** «Республикасының34-бабына» gives two words: letters only. */
const WORD = /\p{L}[\p{L}\p{M}]*/gu
/** What stands between two words of a pair. */
const ONE_BLANK = /^[ \u00a0]$/u
/** What stands inside a compound, and between blanks. */
const HYPHEN = new RegExp(`^[${DASHES}]$`, 'u')
const ANY_DASH = new RegExp(`^ ?[${DASHES}] ?$`, 'u')
/** «және» stuck to a capital («түпкіЗаңына»): no word to learn. */
const STUCK = /\p{Ll}\p{Lu}/u
/** «м е м л е к е т», «нег і з інде»: a letter alone between blanks, not an initial («К.») nor an item mark («б)»). */
const LONE_LETTER = /(?:^|\s)\p{L}(?=\s|$)/gu
/** A line with so many lone letters is letter-spaced in part, and none of its words can be trusted. */
const LETTER_SPACED_FROM = 2
/** Short strings seen seldom are debris more often than words. */
const SHORT = 3
const SELDOM = 3

/** How often words, pairs of words and dashes stand in one text; sums over texts are a vocabulary's. */
export interface WordCounts {
  words: ReadonlyMap<string, number>
  pairs: ReadonlyMap<string, number>
  dashes: ReadonlyMap<string, number>
}

/**
 * Learns how often words and pairs of words stand in lines of text. Letter-spaced lines are left out, so are words run
 * together and rare strings of three letters or fewer.
 */
export function learnVocabulary(texts: Iterable<string>): Vocabulary {
  return sumVocabulary([...texts].map(countWords))
}

/** Counts the words of one text. */
export function countWords(text: string): WordCounts {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const dashes = new Map<string, number>()
  const note = (key: string, step: number) => dashes.set(key, (dashes.get(key) ?? 0) + step)
  // The same lines stand in many tables: each is read once and counts as often as it stands.
  const lines = new Map<string, number>()
  for (const line of text.split('\n')) lines.set(line, (lines.get(line) ?? 0) + 1)
  for (const [line, times] of lines) {
    if ((line.match(LONE_LETTER)?.length ?? 0) >= LETTER_SPACED_FROM) continue
    const folded = foldLookAlikes(line)
    let previous: {word: string; end: number} | null = null
    for (const match of folded.matchAll(WORD)) {
      const end = match.index + match[0].length
      if (STUCK.test(match[0]) || match[0].length === 1) {
        previous = null
        continue
      }
      const word = match[0].toLowerCase()
      if (HYPHEN.test(folded.charAt(match.index - 1)) && isEndings(word)) {
        previous = null
        continue
      }
      words.set(word, (words.get(word) ?? 0) + times)
      const between = previous === null ? '' : folded.slice(previous.end, match.index)
      if (previous !== null && ONE_BLANK.test(between)) {
        const pair = `${previous.word} ${word}`
        pairs.set(pair, (pairs.get(pair) ?? 0) + times)
      } else if (previous !== null && ANY_DASH.test(between)) {
        const step = HYPHEN.test(between) ? times : -times
        note(`${previous.word}-`, step)
        note(`-${word}`, step)
      }
      previous = {word, end}
    }
  }
  return {words, pairs, dashes}
}

/** The vocabulary of texts that were counted, in any order. */
export function sumVocabulary(counts: Iterable<WordCounts>): Vocabulary {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const dashes = new Map<string, number>()
  for (const one of counts) {
    addTo(words, one.words)
    addTo(pairs, one.pairs)
    addTo(dashes, one.dashes)
  }
  for (const [word, count] of words) if (isDebris(word, count, pairs)) words.delete(word)
  let total = 0
  for (const count of words.values()) total += count
  return {words, pairs, dashes, total, spelling: learnSpelling(words.keys())}
}

function addTo(sums: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count)
}

/** Words that look like bare endings and are words: «мен» (and), «да» (too). */
const PARTICLES = new Set(['мен', 'бен', 'пен', 'да', 'де', 'та', 'те', 'ма', 'ме', 'ше', 'не', 'а'])
/** A string seen so many times is a word, whatever it looks like. */
const OFTEN = 40
/** How much oftener the same letters must stand as two words for the one word to be a slip of the source. */
const SLIP = 5

/** Broken pieces («лардың», «ге»), rare short strings, words run together («бөлімшесініңатауы»): nothing to learn from. */
function isDebris(word: string, count: number, pairs: ReadonlyMap<string, number>): boolean {
  if (word.length <= SHORT && count < SELDOM && !PARTICLES.has(word)) return true
  if (count < (word.length <= SHORT ? OFTEN : SELDOM) && !PARTICLES.has(word) && isEndings(word)) return true
  for (let at = 2; at < word.length - 1; at++) {
    if ((pairs.get(`${word.slice(0, at)} ${word.slice(at)}`) ?? 0) >= count * SLIP) return true
  }
  return false
}

/** A lone letter or bare endings: no word where there are letters enough for a longer one. */
function isFragment(word: string): boolean {
  return word.length === 1 || (word.length <= LONGEST_ENDING + 1 && isEndings(word))
}

/** Whether a string is nothing but nominal endings («ларының»). */
function isEndings(word: string): boolean {
  const reached = [true]
  for (let to = 1; to <= word.length; to++) {
    reached.push(false)
    for (let from = Math.max(0, to - LONGEST_ENDING); from < to; from++) {
      if (reached[from] === true && NOMINAL_ENDINGS.has(word.slice(from, to)) && word.slice(from, to).length > 1) reached[to] = true
    }
  }
  return reached[word.length] === true
}

/** Costs are natural logarithms of odds; the figures were found by trying on the sources (test/language). */
const UNKNOWN_WORD = 4
/** Added for a piece that is a lone letter or bare endings. */
const FRAGMENT = 8
const INFLECTED = 2
const ENDING = 0.5
const MOST_ENDINGS = 4
const LONGEST_WORD = 32
const LONGEST_ENDING = 5
/** How often a word must have been seen for its known followers to weigh half. */
const PAIR_TRUST = 2
/** More than this share of letters outside known words and their forms: no split can be vouched for. */
const UNKNOWN_SHARE = 0.7

const ENDINGS = new Set(ANY)
const NOMINAL_ENDINGS = new Set(NOMINAL)
const SPACE = /[\s\u00a0]+/gu
/** What bounds words for certain: letters, digits and marks apart; a capital after a small letter. */
const CHUNK = /\p{L}[\p{L}\p{M}]*|\d+|[^\p{L}\d]/gu
const CAPITAL_INSIDE = /(?<=\p{Ll})(?=\p{Lu})/u

interface Inflected {
  cost: number
  endings: number
}

interface Step {
  /** Start of the last word. */
  from: number
  cost: number
  unknown: number
  previous: Step | null
  word: string
}

/**
 * Splits a run of letters without (trustworthy) blanks into words: the likeliest chain of known words, of known words
 * with legal endings, and, at a price, of unknown ones. Case is kept; digits, marks and capitals bound words; marks
 * stay on the word they belong to. Joined by single blanks the result is the text as a careful reader would space it.
 * Null where the text has no letters, or where most of it is unknown, so that no split can be vouched for.
 */
export function segment(letters: string, vocabulary: Vocabulary): string[] | null {
  const text = letters.replace(SPACE, '')
  const tokens: string[] = []
  let known = 0
  let unknown = 0
  for (const match of text.matchAll(CHUNK)) {
    if (!/\p{L}/u.test(match[0])) {
      tokens.push(match[0])
      continue
    }
    for (const part of match[0].split(CAPITAL_INSIDE)) {
      const best = bestSplit(part, vocabulary)
      // An abbreviation («к-сі») has no boundaries to be doubted.
      const doubted = part.length <= SHORT ? 0 : best.unknown
      known += part.length - doubted
      unknown += doubted
      tokens.push(...best.words)
    }
  }
  if (known + unknown === 0 || unknown / (known + unknown) > UNKNOWN_SHARE) return null
  return attachMarks(tokens, vocabulary)
}

function bestSplit(part: string, vocabulary: Vocabulary): {words: string[]; unknown: number} {
  const folded = foldLookAlikes(part).toLowerCase()
  const size = folded.length
  const logTotal = Math.log(vocabulary.total + 1)
  const costs = spellingCosts(folded, vocabulary.spelling)
  // ends[i]: the best way to each word that ends at i; best[i]: the best of them.
  const origin: Step = {from: 0, cost: 0, unknown: 0, previous: null, word: ''}
  const ends: Step[][] = Array.from({length: size + 1}, () => [])
  const best: (Step | undefined)[] = [origin]
  ends[0]?.push(origin)
  for (let from = 0; from < size; from++) {
    const arrivals = ends[from]
    const cheapest = best[from]
    if (arrivals === undefined || cheapest === undefined) continue
    const add = (to: number, step: Step) => {
      ends[to]?.push(step)
      const champion = best[to]
      if (champion === undefined || step.cost < champion.cost) best[to] = step
    }
    // Where a stem with its endings ends, what it costs and how many endings it has: further ones go on from there.
    const open = new Map<number, Inflected>()
    for (let to = from + 1; to <= Math.min(size, from + LONGEST_WORD); to++) {
      const word = folded.slice(from, to)
      const count = vocabulary.words.get(word)
      const inflected = open.get(to)
      let reached = inflected
      // 1. a known word, after the word before it that suits it best
      if (count !== undefined) {
        const single = logTotal - Math.log(count)
        let chosen = cheapest
        let cost = Infinity
        for (const arrival of arrivals) {
          const price = arrival.cost + pairCost(arrival.word, word, single, vocabulary)
          if (price >= cost) continue
          cost = price
          chosen = arrival
        }
        add(to, {from, cost, unknown: chosen.unknown, previous: chosen, word})
        if (word.length >= SHORT && single + INFLECTED < (inflected?.cost ?? Infinity)) reached = {cost: single + INFLECTED, endings: 0}
      } else {
        // 2. a known word with endings, or 3. an unknown word
        const strange = UNKNOWN_WORD + costs.word(from, to) + (from > 0 && isFragment(word) ? FRAGMENT : 0)
        const formed = inflected === undefined ? Infinity : inflected.cost + costs.end(from, to)
        add(to, {
          from,
          cost: cheapest.cost + Math.min(formed, strange),
          unknown: cheapest.unknown + (inflected === undefined ? word.length : 0),
          previous: cheapest,
          word,
        })
      }
      if (reached === undefined || reached.endings === MOST_ENDINGS) continue
      for (let next = to + 1; next <= Math.min(size, to + LONGEST_ENDING); next++) {
        const ending = folded.slice(to, next)
        if (!ENDINGS.has(ending) || !agrees(word, ending)) continue
        const cost = reached.cost + ENDING + costs.inside(to, next)
        if (cost < (open.get(next)?.cost ?? Infinity)) open.set(next, {cost, endings: reached.endings + 1})
      }
    }
  }
  const words: string[] = []
  let to = size
  for (let step = best[size] ?? null; step !== null && step.previous !== null; step = step.previous) {
    words.unshift(part.slice(step.from, to))
    to = step.from
  }
  return {words, unknown: best[size]?.unknown ?? size}
}

/** Cost of a known word after another: from the pairs seen, the more so the better the first word is known. */
function pairCost(before: string, word: string, single: number, vocabulary: Vocabulary): number {
  const seen = vocabulary.words.get(before)
  if (seen === undefined) return single
  const together = vocabulary.pairs.get(`${before} ${word}`) ?? 0
  const trust = (seen / (seen + PAIR_TRUST)) * 0.8
  return -Math.log(trust * Math.min(1, together / seen) + (1 - trust) * Math.exp(-single))
}

interface SpellingCosts {
  /** Of [from, to) as a word never seen. */
  word(from: number, to: number): number
  /** Of the letters [from, to) within a word. */
  inside(from: number, to: number): number
  /** Of the word [from, to) ending here. */
  end(from: number, to: number): number
}

/** Letters inside a word depend on their neighbours only, so their costs are summed once for the whole run. */
function spellingCosts(folded: string, spelling: Spelling): SpellingCosts {
  const sums = [0]
  for (let at = 0; at < folded.length; at++) {
    const context = folded.slice(Math.max(0, at - WIDTH), at)
    sums.push((sums[at] ?? 0) + spelling.cost(context, folded.charAt(at)))
  }
  const starts = new Map<number, number[]>()
  const start = (from: number): number[] => {
    let head = starts.get(from)
    if (head !== undefined) return head
    head = [0]
    for (let at = from; at < Math.min(folded.length, from + WIDTH); at++) {
      head.push((head.at(-1) ?? 0) + spelling.cost((EDGE + folded.slice(from, at)).slice(-WIDTH), folded.charAt(at)))
    }
    starts.set(from, head)
    return head
  }
  const inside = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0)
  const end = (from: number, to: number) => spelling.cost((EDGE + folded.slice(Math.max(from, to - WIDTH), to)).slice(-WIDTH), EDGE)
  const word = (from: number, to: number) => {
    const head = Math.min(WIDTH, to - from)
    return (start(from)[head] ?? 0) + inside(from + head, to) + end(from, to)
  }
  return {word, inside, end}
}

const OPENS = new Set(['(', '[', '«', '“', '„'])
const CLOSES = new Set([')', ']', '»', '”', ',', ';', ':', '.', '!', '?', '…', '%'])
/** Marks that join what stands on both sides. */
const JOINS = new Set(['/', '@', '_', "'", '’'])
const DIGITS = /^\d+$/u
/** «09.», «0,»: digits go on after these. */
const NUMBER_GOES_ON = /(?:\d\.|(?<!\d)0,)$/u
/** «18» before «б» in a house number. */
const ENDS_IN_DIGIT = /\d$/u
const AFTER_HOUSE_LETTER = /^(?:$|[-–,;)])/u
const LETTER_ONLY = /^\p{L}$/u
/** «Т.» before «А.» in initials. */
const INITIAL = /(?<!\p{L})\p{Lu}\.$/u
const LAST_WORD = /(?<!\p{L})\p{L}+$/u
/** «сондай-ақ», «Қазақстан-да»: short endings hang on a hyphen. */
const HANGS_ON = 3

/** Marks put back on the words they belong to: «(» before, «,» after, «-» between; «"» opens and closes by turns. */
function attachMarks(tokens: readonly string[], vocabulary: Vocabulary): string[] {
  const out: string[] = []
  let glue = true
  let quoteOpen = false
  for (const [at, token] of tokens.entries()) {
    let opens = OPENS.has(token)
    let closes = CLOSES.has(token)
    if (token === '"') {
      opens = !quoteOpen
      closes = quoteOpen
      quoteOpen = !quoteOpen
    }
    const before = out.at(-1) ?? ''
    const joins = JOINS.has(token) || (HYPHEN.test(token) && isHyphen(before, tokens[at + 1] ?? '', vocabulary))
    const lone = LETTER_ONLY.test(token)
    const goesOn =
      (DIGITS.test(token) && NUMBER_GOES_ON.test(before)) ||
      (lone && ENDS_IN_DIGIT.test(before) && AFTER_HOUSE_LETTER.test(tokens[at + 1] ?? '')) ||
      (lone && INITIAL.test(before))
    if (out.length > 0 && (glue || closes || joins || goesOn)) out[out.length - 1] = before + token
    else out.push(token)
    glue = opens || joins
  }
  return out
}

/** Whether a dash is a hyphen («26-тармақ», «сондай-ақ», «32-21») or stands between blanks («бұдан әрі - орталық»). */
function isHyphen(before: string, next: string, vocabulary: Vocabulary): boolean {
  if (ENDS_IN_DIGIT.test(before)) return true
  const word = LAST_WORD.exec(before)?.[0]
  if (word === undefined || DIGITS.test(next)) return false
  if (next.length <= HANGS_ON) return true
  const sign = (key: string) => Math.sign(vocabulary.dashes.get(foldLookAlikes(key).toLowerCase()) ?? 0)
  return sign(`${word}-`) + sign(`-${next}`) >= 0
}
