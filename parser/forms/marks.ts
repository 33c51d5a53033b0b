/**
 * The marks of a blank: rules to write on, dates to fill in, the place of a stamp.
 *
 *       "Жеңілдікке құқық туралы куәліктің № __________берілген күні ___"
 *       "МО 20__ ж. «__»_____"
 *
 * become text, gap, text, gap; and stamp, date (the gaps of year, day and month as one).
 */

export type DatePart = 'day' | 'month' | 'year' | 'quarter'

/** A piece of a composite gap: printed words, or a rule and what it holds. */
export type Piece = {text: string} | {part: DatePart; width: number}

export type Mark =
  | {kind: 'text'; value: string}
  | {kind: 'gap'; width: number; printed: string}
  | {kind: 'date' | 'quarter'; printed: string; pieces: Piece[]}
  | {kind: 'stamp'; printed: string}

/** «____», «-----» (as the Markdown converter prints a rule), «……», «□□□□» (a box for each letter). */
const RULE_SOURCE = '_+|-{3,}|[–—]{3,}|\\.{5,}|…{2,}|[□▢](?: ?[□▢]){2,}'
const RULE = new RegExp(RULE_SOURCE, 'u')
/** «_ _ _ _»: one rule, letter-spaced. */
const SPACED_RULE = /(?<![_])_(?: _)+(?![_])/gu
/** «20__ ж. «__» _____», «20___ жылғы «____» __________» */
const DATE_YEAR_FIRST = /(?<year>(?:19|20) ?_+) ?(?<yearWord>ж(?:\.|ыл(?:ғы|дың|ы)?)?) ?["«“] ?(?<day>_+) ?["»”] ?(?<month>_+)(?<end>)/u
/** ««__» ________ 19__ ж.», ««___» _______ ж.» */
const DATE_DAY_FIRST = /["«“] ?(?<day>_+) ?["»”] ?(?<month>_+) ?(?<year>(?:19|20) ?_+)? ?(?<yearWord>ж\.|жыл(?:ғы|дың|ы)?)(?<end>)/u
/** «20___ жылғы ____ тоқсанда» */
const QUARTER = /(?<year>(?:19|20) ?_+) ?жыл(?:ғы|дың) ?(?<quarter>_+) ?тоқсан\p{L}*/u
/** «М.О.», «МО», «М. О.» between blanks: place of the stamp. */
const STAMP = /(?<=^|[\s,])(?:М ?\. ?О ?\.|МО)(?=$|[\s,])/u

/** True for a text with a rule to write on. */
export function hasRule(text: string): boolean {
  return RULE.test(text)
}

/** Cuts the text of a line into words and marks. The words keep their spaces. */
export function readMarks(line: string): Mark[] {
  const text = line.replaceAll('\u00a0', ' ').replace(SPACED_RULE, (rule) => rule.replaceAll(' ', ''))
  const pattern = new RegExp(
    `${[QUARTER, DATE_YEAR_FIRST, DATE_DAY_FIRST, STAMP, RULE].map((one) => `(?:${nameless(one)})`).join('|')}`,
    'gu',
  )
  const marks: Mark[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const printed = match[0]
    if (match.index > from) marks.push({kind: 'text', value: text.slice(from, match.index)})
    from = match.index + printed.length
    if (QUARTER.test(printed)) marks.push({kind: 'quarter', printed, pieces: pieces(printed, QUARTER)})
    else if (DATE_YEAR_FIRST.test(printed)) marks.push({kind: 'date', printed, pieces: pieces(printed, DATE_YEAR_FIRST)})
    else if (DATE_DAY_FIRST.test(printed)) marks.push({kind: 'date', printed, pieces: pieces(printed, DATE_DAY_FIRST)})
    else if (STAMP.test(printed)) marks.push({kind: 'stamp', printed})
    else marks.push({kind: 'gap', width: printed.length, printed})
  }
  if (from < text.length) marks.push({kind: 'text', value: text.slice(from)})
  return marks
}

/** The pattern as an alternative of a larger one: named groups may occur only once there. */
function nameless(pattern: RegExp): string {
  return pattern.source.replaceAll(/\(\?<(?![=!])\w+>/gu, '(?:')
}

/** «20__ ж. «__» _____»: «20», the rule of the year, « ж. «», the rule of the day … */
function pieces(printed: string, pattern: RegExp): Piece[] {
  const groups = new RegExp(pattern.source, 'du').exec(printed)?.indices?.groups ?? {}
  const parts = (['year', 'day', 'month', 'quarter'] as const)
    .flatMap((part) => {
      const span = groups[part]
      return span ? [{part, from: span[0] + printed.slice(span[0], span[1]).search(/_/u), to: span[1]}] : []
    })
    .filter(({from, to}) => to > from && printed.slice(from, to).includes('_'))
    .sort((a, b) => a.from - b.from)
  const found: Piece[] = []
  let at = 0
  for (const {part, from, to} of parts) {
    if (from > at) found.push({text: printed.slice(at, from)})
    found.push({part, width: to - from})
    at = to
  }
  if (at < printed.length) found.push({text: printed.slice(at)})
  return found
}
