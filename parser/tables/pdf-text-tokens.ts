/**
 * Lines of a table cut into words, with what the line breaks between them say.
 *
 *     "7) Теміртау қаласының №" ⏎ "1 бөлімі" ⏎ "" ⏎ "Блюхер көшесі, 23 8 (7213) 44-67-45"
 *     7) · Теміртау · қаласының · № ⏎ 1 · бөлімі ⏎⏎ Блюхер · көшесі, · 23 · 8 (7213) 44-67-45
 */
import type {Line} from '../tree.ts'
import {classifyWord, matchPhone, type WordClass} from './pdf-text-words.ts'

/**
 * What stands between a word and the one before it. A converter that wraps a cell leaves the blank it wrapped at:
 * `wrap` is a line end with a blank, `line` one without.
 */
export type Break = 'none' | 'wrap' | 'line' | 'gap' | 'page'

export interface RowNumber {
  /** «12)» and «1.12» count 12. */
  value: number
  /** `item` for «12)» and «1.12», counted inside a group; `head` for «12» and «12.». */
  style: 'item' | 'head'
  /** True for «12»: any number in an address looks the same. */
  bare: boolean
}

export interface Token {
  text: string
  /** Folded, without marks at the edges. */
  bare: string
  kind: WordClass
  break: Break
  /** True where the wrap fell beside a mark that belongs to both sides: «82» ⏎ «-үй», «67 «» ⏎ «Б»». */
  clings: boolean
  /** Printed without a blank after the word before: «2-15-49,» «2-12-30». */
  adjacent: boolean
  /** A comma, semicolon or colon ends the word. */
  comma: boolean
  /** The word could be the number of a row: first on its line, a number. */
  row: RowNumber | null
  lastOfLine: boolean
  line: number
}

/** «12)», «12.», «12», «1.12», «12.)». */
const ROW_NUMBER = /^(\d{1,3})((?:\.\d{1,3})*)([.)]*)$/u
/** «9.«Қостанай облысы», «1)Ақкөл»: number and name run together. */
const FUSED_NUMBER = /^\d{1,3}[.)]+(?=[\p{Lu}«"№])/u
const SPACE = /[\s\u00a0]/u
const ENDS_OPEN = /[«("„“/–-]$/u
const ALONE = /^[–-]$/u
const ENDS_NUMBER_SIGN = /№$/u
const BEGINS_CLOSED = /^[»),.;:/–-]/u
const ENDS_COMMA = /[,;:]$/u
/** A closing mark after a blank needs none: «көшесі» ⏎ «, 84», «ХҚО» ⏎ «» РМК», «82» ⏎ «-үй»; but «дс.» ⏎ «– жм.». */
const NEEDS_NO_BLANK_BEFORE = /^(?:[»),.;:/]|[–-]\S)/u
/** «67 «» ⏎ «Б» үй», «31/» ⏎ «33», «3-» ⏎ «шағын»; but «дс. –» ⏎ «жм.». */
const NEEDS_NO_BLANK_AFTER = /[«(„/]$|\S[–-]$/u

/** A converter that leaves a blank at the end of more lines than this leaves it everywhere, and it says nothing. */
const MOST_WRAPS = 0.9

/** Cuts lines into words; telephone numbers are kept together. */
export function tokenize(lines: readonly Line[]): Token[] {
  const tokens: Token[] = []
  const tellsWraps = lines.filter(endsInBlank).length <= MOST_WRAPS * lines.length
  let previous: Line | null = null
  for (const line of lines) {
    const words = wordsOf(line.value)
    if (words.length === 0) continue
    words.forEach((word, index) => {
      const before = tokens.at(-1)
      const between: Break = index > 0 || previous === null ? 'none' : breakBetween(previous, line, tellsWraps)
      tokens.push({
        text: word.text,
        ...(word.phone ? {bare: word.text, kind: word.phone} : classifyWord(word.text)),
        break: before ? between : 'gap',
        clings: before !== undefined && clings(before, word.text),
        adjacent: word.adjacent,
        comma: ENDS_COMMA.test(word.text),
        row: index === 0 ? rowNumber(word.text) : null,
        lastOfLine: index === words.length - 1,
        line: line.number,
      })
    })
    previous = line
  }
  return tokens
}

function clings(before: Token, text: string): boolean {
  // A dash between blanks can be an empty cell.
  if (ALONE.test(text) || ALONE.test(before.text)) return false
  return ENDS_OPEN.test(before.text) || ENDS_NUMBER_SIGN.test(before.text) || BEGINS_CLOSED.test(text)
}

function endsInBlank(line: Line): boolean {
  return SPACE.test(line.raw.at(-1) ?? '')
}

function breakBetween(before: Line, line: Line, tellsWraps: boolean): Break {
  if (!line.pageBreak && line.gap > 0) return 'gap'
  if (tellsWraps && endsInBlank(before)) return 'wrap'
  return line.pageBreak ? 'page' : 'line'
}

interface Word {
  text: string
  phone: 'phone' | 'local-phone' | null
  adjacent: boolean
}

function wordsOf(value: string): Word[] {
  const words: Word[] = []
  let at = 0
  while (at < value.length) {
    if (SPACE.test(value.charAt(at))) {
      at++
      continue
    }
    const adjacent = at > 0 && !SPACE.test(value.charAt(at - 1))
    const phone = matchPhone(value, at)
    if (phone) {
      const marks = /^[,;.]*/u.exec(value.slice(phone.end))?.[0] ?? ''
      words.push({text: phone.text + marks, phone: phone.kind, adjacent})
      at = phone.end + marks.length
      continue
    }
    let end = at
    while (end < value.length && !SPACE.test(value.charAt(end))) end++
    const text = value.slice(at, end)
    const fused = words.length === 0 ? FUSED_NUMBER.exec(text)?.[0] : undefined
    if (fused) words.push({text: fused, phone: null, adjacent}, {text: text.slice(fused.length), phone: null, adjacent: true})
    else words.push({text, phone: null, adjacent})
    at = end
  }
  return words
}

/** Reads «12)», «12.», «12», «1.12» as the number of a row; null for anything else. */
export function rowNumber(text: string): RowNumber | null {
  const match = ROW_NUMBER.exec(text)
  if (!match) return null
  const [, first = '', rest = '', marks = ''] = match
  if (rest) return {value: Number(rest.slice(rest.lastIndexOf('.') + 1)), style: 'item', bare: false}
  return {value: Number(first), style: marks.includes(')') ? 'item' : 'head', bare: marks === ''}
}

/** The text of a cell: words joined, wraps undone. */
export function joinTokens(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let index = from; index < to; index++) {
    const token = tokens[index]!
    const wrapped = token.break === 'line' || token.break === 'page'
    const glued = token.adjacent || (wrapped && (NEEDS_NO_BLANK_AFTER.test(text) || NEEDS_NO_BLANK_BEFORE.test(token.text)))
    text += text === '' || glued ? token.text : ` ${token.text}`
  }
  return text
}
