/**
 * Letters set apart by blanks.
 *
 *       "ү ш і н ,  к ү н і  м е н"            all letters apart, two blanks between words (PDF text)
 *       "нег і з інде  күн  сайын жүзеге"      apart at some letters only (PDF text)
 *       "Қ а з а қ с т а н Р е с п у б л и к а с ы"  one blank between letters and words alike (Markdown)
 *
 * become «үшін, күні мен», «негізінде күн сайын жүзеге», «Қазақстан Республикасы». Where the blanks do not
 * tell, known words decide; a word boundary that cannot be found stays as printed.
 */

/** The words that decide: learned from properly spaced text. */
export interface WordTest {
  /** True for a word that occurs properly spaced; any capitalisation. */
  known(word: string): boolean
  /** True for a known word with a legal ending: «бөлімдер» + «ін». */
  inflected(word: string): boolean
  /** True for two words that stand side by side somewhere, properly spaced. */
  follows(first: string, second: string): boolean
  /** Splits a run of letters into words, or null where no split is likely. */
  segment(run: string): string[] | null
}

export interface Despaced {
  value: string
  /** True where a run had to be joined or split without a known word to confirm it. */
  doubtful: boolean
}

/** «м», «(ж», «ы,», «3»: a letter or digit with at most a mark around it. */
const SINGLE = /^[(«"“\[;.,]?[\p{L}\p{N}№%][)»"”\],.;:!?–-]*$/u
const MARK = /^[\p{P}\p{S}]{1,3}$/u
/** «мерзімі – осы»: a dash between blanks parts words; «9-1», «интернет-ресурс» hold together. */
const DASH = /^[-–—]$/u
const LETTER = /\p{L}/u
const BARE_LETTER = /^\p{L}$/u
const SMALL_LETTERS = /^\p{Ll}+$/u
const WORD_EDGES = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu
const CLOSES = /^[),.;:!?»”]+/u
/** Fewer single letters in a row than this are ordinary text («8 а үй», «I и II»). */
const SHORTEST_RUN = 3

/**
 * Undoes letter-spacing in one line; null where there is none. A web page (`printed` false) sets no letters apart, so a
 * single blank inside a word is a misspelling of the publisher there, and stays. Where two blanks part words
 * (`wideGaps`, the text of a PDF), letters with single blanks between them are one word.
 */
export function despace(line: string, words: WordTest, printed = true, wideGaps = false): Despaced | null {
  if (!line.includes(' ')) return null
  const lead = /^\s*/u.exec(line)![0]
  const text = line.slice(lead.length).trimEnd()
  const hasWideGaps = /\S {2,}\S/u.test(text)
  const tokens = text.split(/ +/u)
  const longestRun = runs(tokens).reduce((longest, [from, to]) => Math.max(longest, to - from), 0)
  if (!hasWideGaps) {
    if (longestRun < SHORTEST_RUN) return printed ? joinLoneLetters(lead, text, tokens, words) : null
    return finish(lead, text, (wideGaps && longestRun === tokens.length && oneWord(tokens, words)) || splitRuns(tokens, words))
  }
  const chunks = text.split(/ {2,}/u)
  const singles = tokens.filter((token) => SINGLE.test(token) || MARK.test(token)).length
  // All letters apart: two blanks are the word boundaries, every single blank is false.
  if (singles >= 0.6 * tokens.length && tokens.length >= SHORTEST_RUN) {
    const joined = chunks.map((chunk) => chunk.replaceAll(' ', ''))
    return finish(lead, text, {pieces: joined, doubtful: false})
  }
  let doubtful = false
  const pieces: string[] = []
  for (const chunk of chunks) {
    const joined = joinBroken(chunk.split(' '), words)
    doubtful ||= joined.doubtful
    pieces.push(joined.pieces.join(' '))
  }
  // Wide gaps alone are kept: a word may be torn out there (see torn-words).
  const value = pieces.join('  ')
  return value === chunks.join('  ') ? null : {value: lead + value, doubtful}
}

/** «w w w . c o n . g o v . k z .» alone in a line: its dots end no sentence. */
const SPACED_ADDRESS = /^(?:https?:\/\/)?www(?:\.[a-z\d-]+)+$/u

/** «н е г і з д е л е д і .» alone in a line: one word, unless known words say otherwise. */
function oneWord(tokens: readonly string[], words: WordTest): {pieces: string[]; doubtful: boolean} | null {
  const joined = tokens.join('')
  const letters = joined.replace(WORD_EDGES, '')
  if (SPACED_ADDRESS.test(letters)) return {pieces: [joined], doubtful: false}
  if (!/^(?:\d+-)?\p{L}+$/u.test(letters) || /\p{Ll}\p{Lu}/u.test(letters)) return null
  if (words.known(letters)) return {pieces: [joined], doubtful: false}
  const split = words.segment(joined)
  return split && split.length > 1 && split.every((word) => words.known(word.replace(WORD_EDGES, '')))
    ? null
    : {pieces: [joined], doubtful: false}
}

/** A letter alone between blanks, in a line that is not letter-spaced otherwise. */
const LONE_LETTER = /^\p{Ll}$/u
const SHORTEST_JOINED = 5

/** «ку ә ландырылады» → «куәландырылады»: only where a known word comes out. */
function joinLoneLetters(lead: string, text: string, tokens: readonly string[], words: WordTest): Despaced | null {
  if (!tokens.some((token) => LONE_LETTER.test(token))) return null
  const {pieces} = joinBroken(tokens, words)
  const own = new Set(tokens)
  const sure = pieces.every((piece) => own.has(piece) || (piece.length >= SHORTEST_JOINED && words.known(piece.replace(WORD_EDGES, ''))))
  // Only a lone letter is joined: «Абылай хан» beside «74 а» stays two words, though «Абылайхан» is known.
  let at = 0
  const joinsLetters = pieces.every((piece) => {
    const from = at
    while (at < tokens.length && tokens.slice(from, at).join('') !== piece) at++
    return at - from <= 1 || tokens.slice(from, at).some((token) => LONE_LETTER.test(token))
  })
  return sure && joinsLetters ? finish(lead, text, {pieces, doubtful: false}) : null
}

function finish(lead: string, text: string, {pieces, doubtful}: {pieces: string[]; doubtful: boolean}): Despaced | null {
  const value = pieces.filter(Boolean).join(' ')
  return value === text ? null : {value: lead + value, doubtful}
}

/** [from, to) of the runs of single letters among the tokens. */
function runs(tokens: readonly string[]): [number, number][] {
  const found: [number, number][] = []
  let from = 0
  while (from < tokens.length) {
    let to = from
    while (to < tokens.length && (SINGLE.test(tokens[to]!) || MARK.test(tokens[to]!))) to++
    // «Мақат қ., № 1» is three short words: a run has letters bare of marks.
    if (to - from >= SHORTEST_RUN && tokens.slice(from, to).some((token) => BARE_LETTER.test(token))) found.push([from, to])
    from = Math.max(to, from + 1)
  }
  return found
}

/** One blank between letters and words alike: runs of single letters are split by known words. */
function splitRuns(tokens: readonly string[], words: WordTest): {pieces: string[]; doubtful: boolean} {
  const pieces: string[] = []
  let doubtful = false
  let at = 0
  for (const [from, to] of runs(tokens)) {
    pieces.push(...tokens.slice(at, from))
    const opening = pieces.length
    for (const run of splitAtMarks(tokens.slice(from, to))) {
      const letters = run.replace(WORD_EDGES, '')
      if (!LETTER.test(letters) || words.known(letters)) {
        attach(pieces, run)
        doubtful ||= readsAsTwo(letters, words)
        continue
      }
      const split = words.segment(run)
      if (split) {
        for (const word of split) attach(pieces, word)
        doubtful ||= split.some((word) => readsAsTwo(word.replace(WORD_EDGES, ''), words))
      } else {
        attach(pieces, run)
        doubtful = true
      }
    }
    joinOpening(pieces, opening, words)
    at = to
  }
  pieces.push(...tokens.slice(at))
  return {pieces, doubtful}
}

/** «қолжетімділік» and «қол жетімділік» are both printed: nothing tells which. */
function readsAsTwo(letters: string, words: WordTest): boolean {
  for (let at = 2; at < letters.length - 1; at++) if (words.follows(letters.slice(0, at), letters.slice(at))) return true
  return false
}

/** «құжат ны с а н ы н д а ғ ы»: letters that are no word of their own open the word that the run goes on with. */
function joinOpening(pieces: string[], at: number, words: WordTest): void {
  const head = pieces[at - 1]
  const tail = pieces[at]
  if (head === undefined || tail === undefined || !SMALL_LETTERS.test(head) || words.known(head)) return
  const whole = head + tail.replace(WORD_EDGES, '')
  if (words.known(whole) || words.inflected(whole)) pieces.splice(at - 1, 2, head + tail)
}

/** Runs are cut after sentence marks and between digits and letters: «2 0 1 2 ж ы л ғ ы» → «2012», «жылғы». */
function splitAtMarks(tokens: readonly string[]): string[] {
  const parts: string[] = []
  let current = ''
  for (const [index, token] of tokens.entries()) {
    // A dash on its own parts words and stays on its own.
    if (/^[–—]$/u.test(token)) {
      if (current) parts.push(current)
      parts.push(token)
      current = ''
      continue
    }
    const digit = /^\p{N}/u.test(token)
    const before = current.at(-1) ?? ''
    // «1 6 а - ү й» is «16а-үй»: a letter belongs to the house number before it.
    const house = /\p{N}$/u.test(current) && LETTER.test(token) && /^[-–]/u.test(tokens[index + 1] ?? '')
    const change = current !== '' && !house && ((digit && LETTER.test(before)) || (/\p{N}/u.test(before) && LETTER.test(token[0] ?? '')))
    if (change || (/[,;:!?]$/u.test(current) && !MARK.test(token)) || /^[«("№]/u.test(token) || current === '№') {
      if (current) parts.push(current)
      current = ''
    }
    current += token
  }
  if (current) parts.push(current)
  return parts
}

function attach(pieces: string[], word: string): void {
  if (CLOSES.test(word) && pieces.length > 0 && word.replace(CLOSES, '') === '') pieces[pieces.length - 1] += word
  else if (pieces.at(-1) !== undefined && /^[(«]$/u.test(pieces.at(-1)!)) pieces[pieces.length - 1] += word
  else pieces.push(word)
}

/** Costs of a word in a chunk with single blanks, some of them false. */
const KNOWN = 1
const INFLECTED = 2
const UNKNOWN = 4
const JOIN = 0.6
/** A little less than a mark on its own. */
const JOINED_MARK = 0.95
const MOST_JOINED = 14

/** «нег і з інде» → «негізінде»: joins tokens where that makes known words of unknown pieces. */
function joinBroken(tokens: readonly string[], words: WordTest): {pieces: string[]; doubtful: boolean} {
  if (tokens.length === 1) return {pieces: [...tokens], doubtful: false}
  const best: number[] = [0]
  const back: number[] = [0]
  for (let to = 1; to <= tokens.length; to++) {
    best[to] = Infinity
    back[to] = to - 1
    for (let from = Math.max(0, to - MOST_JOINED); from < to; from++) {
      const cost = best[from]! + pieceCost(tokens.slice(from, to), words)
      if (cost < best[to]!) {
        best[to] = cost
        back[to] = from
      }
    }
  }
  const pieces: string[] = []
  let doubtful = false
  for (let to = tokens.length; to > 0; to = back[to]!) {
    const from = back[to]!
    pieces.unshift(tokens.slice(from, to).join(''))
    const word = pieces[0]!.replace(WORD_EDGES, '')
    if (
      to - from > 1 &&
      LETTER.test(word) &&
      !WEB_ADDRESS.test(word) &&
      !confirmed(word.replace(NUMBERED, ''), words) &&
      !words.inflected(word)
    )
      doubtful = true
  }
  return {pieces, doubtful}
}

/** «www.con .gov .kz» */
const WEB_ADDRESS = /^[\w-]+(?:\.[\w-]+)+$/u
const DASH_INSIDE = /(?<=\p{L})[-–](?=\p{L})/u
/** «6-кіреберіс» */
const NUMBERED = /^\d{1,3}-(?=\p{L})/u
const DASH_AT_EDGE = /^[-–]|[-–]$/u

/** A known word, or a compound of known words: «call–орталықта». */
function confirmed(word: string, words: WordTest): boolean {
  return words.known(word) || (DASH_INSIDE.test(word) && word.split(DASH_INSIDE).every((part) => words.known(part)))
}

function pieceCost(tokens: readonly string[], words: WordTest): number {
  const piece = tokens.join('')
  const word = piece.replace(WORD_EDGES, '')
  if (tokens.length === 1) {
    if (word === '') return KNOWN
    if (/^\p{N}[\p{N}.,:/-]*$/u.test(word)) return KNOWN
    if (confirmed(word, words)) return KNOWN
    return UNKNOWN + (word.length === 1 ? 2 : 0)
  }
  // A closing mark on its own belongs to the token before it: «нөмірі ;», «2 )».
  const last = tokens.at(-1)!
  if (CLOSES.test(last) && last.replace(CLOSES, '') === '') {
    // After a whole word the blank may be the place of a torn-out word («Заңының ,  және»): it stays.
    if (tokens.length === 2 && !SINGLE.test(tokens[0]!)) return Infinity
    return pieceCost(tokens.slice(0, -1), words) + JOINED_MARK
  }
  // «www.con .gov .kz»
  if (tokens.slice(1).every((token) => /^\.[a-z]/u.test(token)) && /^[\w.]+$/u.test(tokens[0]!)) return KNOWN
  if (tokens.some((token) => DASH.test(token) || token.includes('_'))) return Infinity
  if (tokens.some((token, index) => index > 0 && /^[(«№]/u.test(token))) return Infinity
  if (tokens.some((token, index) => index < tokens.length - 1 && /[,;:.)»]$/u.test(token))) return Infinity
  const compound = !tokens.some((token) => DASH_AT_EDGE.test(token))
  // «6-к іребері с» is a word behind its number.
  if (compound && NUMBERED.test(tokens[0]!)) return pieceCost([tokens[0]!.replace(NUMBERED, ''), ...tokens.slice(1)], words)
  if (/\p{N}/u.test(word)) return Infinity
  if (words.known(word) || (compound && confirmed(word, words))) return KNOWN + JOIN * (tokens.length - 1)
  if (words.inflected(word)) return INFLECTED + JOIN * (tokens.length - 1)
  // Letters apart with nothing to confirm them: better one unknown word than many.
  const singles = tokens.filter((token) => SINGLE.test(token)).length
  return singles >= tokens.length - 1 ? UNKNOWN + 1.5 * (tokens.length - 1) : UNKNOWN * tokens.length + 1
}
