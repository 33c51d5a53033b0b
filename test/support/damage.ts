/** Damage of the kinds that converters do, applied to excerpts of sources at places chosen by a seeded generator. */
import type {Standard} from '../../parser/model/index.ts'
import {parse, type Knowledge, type ParsedSource, type SourceFormat, type SourceInput} from '../../parser/index.ts'

export const KINDS = ['page-break', 'annex-break', 're-wrap', 'letter-spacing', 'cell-spacing', 'torn-word'] as const
export type Kind = (typeof KINDS)[number]

export interface Excerpt {
  file: string
  format: SourceFormat
  lines: string[]
  /** [from, to) of the lines that are running text: titles, points, notes. */
  text: [number, number]
  model: string
}

export interface Damaged {
  text: string
  /** What was done, for people. */
  what: string
  /** 1-based lines of the damaged text that it was done to. */
  lines: number[]
}

/** A generator of numbers in [0, 1) that gives the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What must stay the same: everything but line numbers, and white space. */
export function modelOf({resolution, standards}: ParsedSource): string {
  const without = (key: string, value: unknown) =>
    key === 'lines' || key === 'source' ? undefined : typeof value === 'string' ? value.replace(/\s+/gu, ' ') : value
  return JSON.stringify({resolution, standards}, without)
}

/** Where two models part, with some text around; null where they are the same. */
export function firstDifference(before: string, after: string): string | null {
  if (before === after) return null
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  const cut = (text: string) => text.slice(Math.max(0, at - 60), at + 80)
  return `    was «${cut(before)}»\n    is  «${cut(after)}»`
}

/** One excerpt per standard: the head of the act, then the standard with its annexes. */
export function cutExcerpts(input: SourceInput, knowledge: Knowledge): Excerpt[] {
  const whole = parse(input, knowledge)
  const lines = new TextDecoder().decode(input.bytes).split('\n')
  const firstStandard = whole.standards[0]?.lines[0] ?? lines.length
  // The head alone names the act; instructions of an amending act are left out.
  const head = lines.slice(0, Math.min(firstStandard - 1, 60))
  return whole.standards.flatMap((standard) => {
    if (standard.status === 'excluded' || !whole.format || whole.format === 'akn') return []
    // Words of the web pages stand in their places: printed as a PDF they can be torn out.
    if (whole.format === 'html-text') return [printed(input.file, standard, knowledge)]
    const [from, to] = standard.lines
    const body = lines.slice(from - 1, to)
    const cut = [...head, ...body]
    const textEnd = standard.points.at(-1)?.lines[1] ?? to
    const textStart = standard.points[0]?.lines[0] ?? from
    const parsed = parse({file: input.file, bytes: new TextEncoder().encode(cut.join('\n')), format: whole.format}, knowledge)
    return [
      {
        file: input.file,
        format: whole.format,
        lines: cut,
        text: [head.length + textStart - from, head.length + textEnd - from + 1] as [number, number],
        model: modelOf(parsed),
      },
    ]
  })
}

/** A standard without annexes as the text of a PDF shows it. */
function printed(file: string, standard: Standard, knowledge: Knowledge): Excerpt {
  const lines = [
    'Стандарттарды бекіту туралы',
    '',
    'Күшін жойған',
    'Қазақстан Республикасы Үкіметінің 2012 жылғы 17 тамыздағы № 1059 Қаулысы.',
    '      Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:',
    '      1. Стандарт бекітілсін.',
    '      Қазақстан Республикасының',
    '      Премьер-Министрі                 К. Мәсімов',
    'Қазақстан Республикасы',
    'Үкіметінің',
    '2012 жылғы 17 тамыздағы',
    '№ 1059 қаулысымен',
    'бекітілген',
    '',
    `«${standard.title}»`,
    'мемлекеттік қызмет стандарты',
    '',
  ]
  const from = lines.length
  for (const section of standard.sections) {
    lines.push('', `${String(section.number)}. ${section.title}`, '')
    for (const point of standard.points.filter(({number}) => section.points.includes(number))) {
      for (const paragraph of `${point.number}. ${point.text}`.split('\n')) lines.push(...wrap(paragraph, 78))
    }
  }
  const parsed = parse({file, bytes: new TextEncoder().encode(lines.join('\n')), format: 'pdf-text'}, knowledge)
  return {file, format: 'pdf-text', lines, text: [from, lines.length], model: modelOf(parsed)}
}

function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = []
  let line = '     '
  for (const word of paragraph.split(' ')) {
    if (line.trim() !== '' && `${line} ${word}`.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Damages an excerpt; null where this kind does not fit its format, or no place was found. */
export function damage(excerpt: Excerpt, kind: Kind, next: () => number): Damaged | null {
  switch (kind) {
    case 'page-break':
      return breakPage(excerpt, next)
    case 'annex-break':
      return breakAnnex(excerpt, next)
    case 'cell-spacing':
      return spaceCell(excerpt, next)
    case 're-wrap':
      return rewrap(excerpt, next)
    case 'letter-spacing':
      return spaceLetters(excerpt, next)
    case 'torn-word':
      return tearWord(excerpt, next)
  }
}

function breakPage({format, lines, text: [from, to]}: Excerpt, next: () => number): Damaged | null {
  const at = from + Math.floor(next() * (to - from))
  const line = lines[at] ?? ''
  if (format === 'markdown') {
    // A page ends within a paragraph: its two halves stand apart by a blank line.
    if (line.includes('\t') || OWN_DAMAGE.test(line)) return null
    const blanks = [...line.matchAll(/(?<=[\p{L}\p{N}]) (?=\p{L})/gu)].map(({index}) => index)
    const cut = blanks[1 + Math.floor(next() * (blanks.length - 2))]
    if (blanks.length < 4 || cut === undefined) return null
    return {
      text: [...lines.slice(0, at), line.slice(0, cut), '', line.slice(cut + 1), ...lines.slice(at + 1)].join('\n'),
      what: `page break within «…${line.slice(Math.max(0, cut - 20), cut)} ¦ ${line.slice(cut + 1, cut + 21)}…»`,
      lines: [at + 1, at + 3],
    }
  }
  if (format !== 'pdf-text') return null
  // A page ends between two lines, and shows where no gap is.
  if (line.trim() === '' || lines[at - 1]?.trim() === '') return null
  return {
    text: [...lines.slice(0, at), '', '', '', ...lines.slice(at)].join('\n'),
    what: `page break before «${line.trim()}»`,
    lines: [at + 1, at + 4],
  }
}

/** A page ends within a table or a blank: three blank lines in the text of a PDF, one in Markdown. */
function breakAnnex({format, lines, text: [, from]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'pdf-text' && format !== 'markdown') return null
  const at = from + 1 + Math.floor(next() * (lines.length - from - 1))
  const [before = '', after = ''] = [lines[at - 1], lines[at]]
  if (before.trim() === '' || after.trim() === '') return null
  // In Markdown a page shows as a gap between two rows.
  if (format === 'markdown' && !(before.includes('\t') && after.includes('\t'))) return null
  const gap = format === 'markdown' ? [''] : ['', '', '']
  return {
    text: [...lines.slice(0, at), ...gap, ...lines.slice(at)].join('\n'),
    what: `page break in an annex before «${after.trim()}»`,
    lines: [at, at + 1, at + 1 + gap.length],
  }
}

/** «Желтоқсан к - с і , 1 2 9»: the end of a cell with its letters apart, blanks between letters and words alike. */
function spaceCell({format, lines, text: [, from]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'markdown') return null
  const count = 1 + Math.floor(next() * 2)
  const places = lines.flatMap((line, at) =>
    at < from || !line.includes('\t')
      ? []
      : line.split('\t').flatMap((cell, column) => (canBeSpaced(cell.split(' '), count) ? [{at, column}] : [])),
  )
  const place = places[Math.floor(next() * places.length)]
  if (!place) return null
  const cells = lines[place.at]!.split('\t')
  const words = cells[place.column]!.split(' ')
  const spaced = [...words.slice(0, -count), ...words.slice(-count).join('')].join(' ')
  cells[place.column] = spaced
  return {text: lines.with(place.at, cells.join('\t')).join('\n'), what: `letters set apart in a cell: «${spaced}»`, lines: [place.at + 1]}
}

/** Two numbers in a row, or two letters alone, could not be told apart by anyone. */
function canBeSpaced(words: string[], count: number): boolean {
  const tail = words.slice(-count)
  if (words.length <= count || OWN_DAMAGE.test(words.join(' '))) return false
  return (
    tail.some((word) => /\p{L}{3}/u.test(word)) &&
    tail.every((word) => /^[«(]?[\p{L}\p{N}-]+[»),.]*$/u.test(word)) &&
    !/\d$/u.test(words.at(-count - 1)!)
  )
}

const REFERENCE_AT_LINE_END = /\d-\s*$|[[(«]\s*$/u
/** Damage that stands in the source itself: wide gaps, letters apart, torn-out words. */
const OWN_DAMAGE = /\S {2,}|^ \S|\S [,;.]|[;.,)][\p{L}\d]|(?:(?:^|\s)\p{L}(?=\s)){3}/u

function rewrap({format, lines, text: [from, to]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'pdf-text') return null
  const width = 60 + Math.floor(next() * 50)
  const result: string[] = []
  const touched: number[] = []
  let open: string | null = null
  const flush = () => {
    if (open === null) return
    const indent = /^ */u.exec(open)![0]
    let line = ''
    for (const word of open.trim().split(' ')) {
      if (line !== '' && `${line} ${word}`.length > width) {
        result.push(line)
        line = word
      } else line = line === '' ? (indent && touched.at(-1) !== result.length ? indent + word : word) : `${line} ${word}`
      if (line === indent + word) touched.push(result.length)
    }
    if (line) result.push(line)
    open = null
  }
  for (let index = from; index < to; index++) {
    const line = lines[index]!
    // Lines with damage of their own stay as they are: their wraps are part of it.
    const plain = line.trim() !== '' && !OWN_DAMAGE.test(line.trimEnd()) && !REFERENCE_AT_LINE_END.test(line)
    if (!plain || line.startsWith('      ')) flush()
    if (!plain) {
      flush()
      result.push(line)
      continue
    }
    const following = lines[index + 1] ?? ''
    const goesOn =
      following.trim() !== '' &&
      !following.startsWith(' ') &&
      !OWN_DAMAGE.test(following.trimEnd()) &&
      !REFERENCE_AT_LINE_END.test(following)
    if (open === null) {
      if (!line.startsWith('      ') || !goesOn) result.push(line)
      else open = line.trimEnd()
    } else open = `${open} ${line.trim()}`.replace(/(\p{L})- (\p{L})/gu, '$1-$2')
    if (!goesOn) flush()
  }
  flush()
  return {
    text: [...lines.slice(0, from), ...result, ...lines.slice(to)].join('\n'),
    what: `lines re-wrapped at ${String(width)}`,
    lines: [from + 1],
  }
}

function spaceLetters({format, lines, text: [from, to]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'pdf-text' && format !== 'markdown') return null
  const at = from + Math.floor(next() * (to - from))
  const line = lines[at] ?? ''
  if (
    line.trim().length < 8 ||
    OWN_DAMAGE.test(line) ||
    line.includes('\t') ||
    /\S {2,}\S|_{2}|www|@|^- |\S [,;.]|[;.,)][\p{L}\d]|^ \S|\d-\s*$/u.test(line)
  )
    return null
  const indent = /^\s*/u.exec(line)![0]
  const words = line.trim().split(' ')
  let spaced: string
  if (format === 'markdown') {
    // The converter spaces the last words of a paragraph, blanks between letters and words alike.
    const count = Math.min(words.length, 1 + Math.floor(next() * 4))
    const tail = words.splice(words.length - count, count)
    if (tail.some((word) => /\d/u.test(word)) || tail.join('').length < 4) return null
    spaced = indent + [...words, [...tail.join('')].join(' ')].join(' ')
  } else if (next() < 0.5) spaced = indent + words.map((word) => [...word].join(' ')).join('  ')
  else {
    // In part: some words broken after thin letters, all gaps wide.
    spaced =
      indent +
      words
        .map((word) =>
          next() < 0.4
            ? word
                .replace(/(?<=\p{L})[іiә](?=\p{L}|$)/gu, (letter) => [` ${letter}`, `${letter} `, ` ${letter} `][Math.floor(next() * 3)]!)
                .trimEnd()
            : word,
        )
        .join('  ')
    if (spaced.trim() === line.trim()) return null
  }
  return {
    text: [...lines.slice(0, at), spaced, ...lines.slice(at + 1)].join('\n'),
    what: `letters set apart: «${spaced.trim()}»`,
    lines: [at + 1],
  }
}

const LINKED = /(?<=\p{L}) (\d{1,2}-(?:қосымша|тармағ|бап|баб)\p{L}*|Заңының|қаулысымен|қаулысының) (?=\p{L}{3})/gu

const ALREADY_TORN = /\S {2,}\S|^ \S|\S [,;.]|[;.,)][\p{L}\d]|\d-\s*$|(?:(?:^|\s)\p{L}(?=\s)){3}/u

/** «стандартқа 1 және 2-қосымшаларда көрсетілген» */
const PAIR = /(?<=\p{L}) (\d{1,2}) (және|мен) (\d{1,2}-(?:қосымша|тарма[қғ]|бап|баб)\p{L}*) (?=\p{L}{3})/u
/** «26-тармағында көрсетілген;» at the end of a paragraph */
const HANGS = /(?<=\p{L} )(\d{1,2}-)((?:қосымша|тарма[қғ]|бап|баб)\p{L}*) (\p{L}[\p{L} ]{3,24}[.;])$/u
/** «мемлекеттік қызмет стандарты;» at the end of a paragraph */
const LAST_WORD = /(?<=\p{L}) (стандарты|\d{1,2}-(?:қосымша|тарма[қғ]|бап|баб)\p{L}*)([.;])$/u
/** «осы стандартқа 3-қосымшаға сәйкес сапа көрсеткіштерімен …» */
const PARTED = /(?<=\p{L} \d{1,2})(-(?:қосымша|тарма[қғ]|бап|баб)\p{L}*) (?=\p{L}{3}.{12})/u
/** «Заңының 8-бабы, «Әкімшілік рәсімдер туралы»» */
const BEFORE_QUOTE = /(?<=\p{L}) (\d{1,2}-(?:бап|баб)\p{L}*), «(?=\p{Lu})/u

type Tear = (line: string, last: boolean, next: () => number) => string[] | null

/** The ways in which linked words fall out of their places; each gives the lines that take the line's place. */
const TEARS: Tear[] = [
  // To the end of the line: stuck to a mark or a digitless word when it begins with a digit; otherwise behind a blank.
  (line, _, next) => {
    const places = [...line.matchAll(LINKED)]
    const match = places[Math.floor(next() * places.length)]
    if (!match) return null
    const word = match[1]!
    const rest = `${line.slice(0, match.index)}  ${line.slice(match.index + match[0].length)}`
    const stuck = /[.;:,)]$/u.test(rest) || (/^\d/u.test(word) && /\p{L}$/u.test(rest) && next() < 0.5)
    return [stuck ? rest + word : `${rest} ${word}`]
  },
  // Two from one line: «стандартқа  және  көрсетілген.1 2-қосымшаларда»
  (line) => {
    const match = PAIR.exec(line)
    if (!match) return null
    const rest = `${line.slice(0, match.index)}  ${match[2]!}  ${line.slice(match.index + match[0].length)}`
    return [`${rest}${/[.;:,)]$/u.test(rest) ? '' : ' '}${match[1]!} ${match[3]!}`]
  },
  // The number hangs, the word is letter-spaced with what follows: «26-» ⏎ « к ө р с е т і л г е н ;т а р м а ғ ы н д а»
  (line, last, next) => {
    const match = last ? HANGS.exec(line) : null
    if (!match) return null
    const spaced = (text: string) =>
      text
        .split(' ')
        .map((word) => [...word].join(' '))
        .join('  ')
    const second = next() < 0.5 ? `${spaced(match[3]!)}${spaced(match[2]!)}` : `${match[3]!}${match[2]!}`
    return [line.slice(0, match.index) + match[1]!, ` ${second}`]
  },
  // Alone on a line of its own: «мемлекеттік қызмет» ⏎ «;с т а н д а р т ы»
  (line, last, next) => {
    const match = last ? LAST_WORD.exec(line) : null
    if (!match) return null
    return [line.slice(0, match.index), `${match[2]!}${next() < 0.5 ? [...match[1]!].join(' ') : match[1]!}`]
  },
  // Number and word parted: «осы стандартқа 3» ⏎ « сәйкес … олар -қосымшаға»
  (line) => {
    const match = PARTED.exec(line)
    return match ? [line.slice(0, match.index), ` ${line.slice(match.index + match[0].length)} ${match[1]!}`] : null
  },
  // Behind the opening mark of the next line: «Заңының , «8-бабы» ⏎ «Әкімшілік»
  (line) => {
    const match = BEFORE_QUOTE.exec(line)
    return match ? [`${line.slice(0, match.index)} , «${match[1]!}`, line.slice(match.index + match[0].length)] : null
  },
]

function tearWord({format, lines, text: [from, to]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'pdf-text') return null
  // Not every way fits every text: the next one is tried where the chosen one finds no place.
  const first = Math.floor(next() * TEARS.length)
  for (let turn = 0; turn < TEARS.length; turn++) {
    const torn = tearBy(TEARS[(first + turn) % TEARS.length]!, {lines, from, to}, next)
    if (torn) return torn
  }
  return null
}

function tearBy(tear: Tear, {lines, from, to}: {lines: string[]; from: number; to: number}, next: () => number): Damaged | null {
  const found: {at: number; torn: string[]}[] = []
  for (let at = from; at < to; at++) {
    const line = lines[at]!.trimEnd()
    if (ALREADY_TORN.test(line) || /\d-\s*$/u.test(lines[at - 1] ?? '') || ALREADY_TORN.test((lines[at - 1] ?? '').trimEnd())) continue
    const following = lines[at + 1] ?? ''
    const torn = tear(line, following.trim() === '' || following.startsWith('      '), next)
    if (torn) found.push({at, torn})
  }
  const chosen = found[Math.floor(next() * found.length)]
  if (!chosen) return null
  const {at, torn} = chosen
  return {
    text: [...lines.slice(0, at), ...torn, ...lines.slice(at + 1)].join('\n'),
    what: `torn out: «${torn.map((line) => line.trim()).join('» ⏎ «')}»`,
    lines: torn.map((_, index) => at + 1 + index),
  }
}
