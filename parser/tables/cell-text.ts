/**
 * Letter-spacing inside a cell, where it survived the line repairs.
 *
 *       "Жүргенов к - с і , 4 5 aitekebigkh@mail.ru"      "6 ш / а , 6 5 ү й"      "Некрасов к-сі, 1 9 gkh_2008@mail.ru"
 *
 * becomes «Жүргенов к-сі, 45 aitekebigkh@mail.ru», «6 ш/а, 65 үй», «Некрасов к-сі, 19 gkh_2008@mail.ru».
 */
import {foldSpace, type Cell, type Line} from '../tree.ts'

/** «к», «-», «і», «4»: one sign alone. */
const SINGLE = /^[\p{L}\p{N}\p{P}]$/u
/** As many single signs in a row as make a run. */
const RUN = /(?<!\S)\S(?: \S){3}(?!\S)/u
const LETTER = /\p{L}/u
const DIGIT = /\p{N}/u
/** Fewer single signs in a row than this are ordinary text («2 а», «М. Ә»). */
const SHORTEST_RUN = 4
/** «к-сі, 1 9 gkh_2008»: a house number of two or three digits set apart, after a comma. */
const SPACED_HOUSE_NUMBER = /(,\s?)(\d) (\d)(?: (\d))?(?=\s|$)/gu
/** «l i e v e @ kokshetau.online.kz»: an address of electronic mail set apart up to its «@». */
const SPACED_MAIL = /(?:(?:^|\s)[\w.]){3,64} ?@ ?(?=[\w-]+\.)/gu
const AFTER_AT = / ?@ (?=[\w-]+\.)/gu
/** «н / ж», «ш / а»: an abbreviation set apart. */
const SPACED_SLASH = /(?<=(?:^|\s)\p{L}) \/ (?=\p{L}(?:[\s,;]|$))/gu
/** «Ш ы ғ ы с Қ а з а қ с т а н о б л ы с ы :» joined: the word that ends a region's name begins a word. */
const REGION_WORD = /(?<=[\p{Ll}])(?=(?:облыс|қала)(?:ы|сы)[:]?$)/gu

/** The text of a cell with white space single and letter-spacing undone; `address` allows the repair of house numbers. */
export function readCell(cell: Cell): string {
  return repairCell(joinLines(cell.children.map(lineValue)))
}

/** «lieve@ kokshetau.online.kz» where the line repairs have joined «l i e v e @»: the blank after it was false too. */
function lineValue(line: Line): string {
  const isSpaced = line.raw.includes('@') && line.raw.search(SPACED_MAIL) >= 0
  return isSpaced ? line.value.replace(AFTER_AT, '@') : line.value
}

/** The text of a loose line, repaired as a cell is. */
export function readLine(line: Line): string {
  return repairCell(lineValue(line))
}

/** Lines of one cell as one text: a wrap after a hyphen leaves no blank («3-» ⏎ «шағын аудан»). */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const next = foldSpace(line)
    if (next === '') continue
    text = text === '' ? next : /[^\s-]-$/u.test(text) && /^[\p{L}\p{N}]/u.test(next) ? text + next : `${text} ${next}`
  }
  return text
}

/** Undoes letter-spacing in a cell; text without it comes back with white space folded. */
export function repairCell(text: string): string {
  // Cells are read by the ten thousand, and few hold a mark that a repair begins at.
  let repaired = foldSpace(text)
  if (repaired.includes('@')) {
    repaired = repaired.replace(SPACED_MAIL, (run) => (run.startsWith(' ') ? ' ' : '') + run.replaceAll(' ', ''))
  }
  repaired = joinRuns(repaired)
  if (repaired.includes('/')) repaired = repaired.replace(SPACED_SLASH, '/')
  if (!repaired.includes(',')) return repaired
  return repaired.replace(SPACED_HOUSE_NUMBER, (_, lead: string, ...digits: (string | undefined)[]) => {
    return `${lead.trimEnd()} ${digits.slice(0, 3).join('')}`
  })
}

function joinRuns(text: string): string {
  if (!RUN.test(text)) return text
  const tokens = text.split(' ')
  const pieces: string[] = []
  let at = 0
  while (at < tokens.length) {
    let end = at
    while (end < tokens.length && SINGLE.test(tokens[end]!)) end++
    const run = tokens.slice(at, end)
    if (run.length >= SHORTEST_RUN && run.filter((sign) => LETTER.test(sign)).length >= 2) {
      const word = respace(run)
      // «3- қ а б а т»: the hyphen holds the word to its number.
      if (/\d-$/u.test(pieces.at(-1) ?? '') && LETTER.test(word.charAt(0))) pieces.push(pieces.pop()! + word)
      else pieces.push(word)
      at = end
    } else {
      pieces.push(...tokens.slice(at, Math.max(end, at + 1)))
      at = Math.max(end, at + 1)
    }
  }
  return pieces.join(' ')
}

/** Blanks go back after commas, before capitals, and between a number and a word of two letters or more. */
function respace(run: readonly string[]): string {
  let text = ''
  run.forEach((sign, index) => {
    const before = text.at(-1) ?? ''
    const afterComma = /[,;:]/u.test(before)
    const newWord = LETTER.test(sign) && sign !== sign.toLowerCase() && /\p{Ll}/u.test(before)
    const wordAfterNumber = LETTER.test(sign) && DIGIT.test(before) && /^[\p{L}/]$/u.test(run[index + 1] ?? '')
    const numberAfterWord = DIGIT.test(sign) && LETTER.test(before)
    text += (afterComma || newWord || wordAfterNumber || numberAfterWord ? ' ' : '') + sign
  })
  return text.replace(REGION_WORD, ' ')
}
