/** Damage of the kinds that converters do, applied to excerpts of sources at places chosen by a seeded generator. */
import type {Standard} from '../../parser/model/index.ts'
import {parse, type Knowledge, type ParsedSource, type SourceFormat, type SourceInput} from '../../parser/index.ts'

export const KINDS = ['page-break', 're-wrap', 'letter-spacing', 'torn-word'] as const
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
  const without = (key: string, value: unknown) => (key === 'lines' || key === 'source' ? undefined : typeof value === 'string' ? value.replace(/\s+/gu, ' ') : value)
  return JSON.stringify({resolution, standards}, without)
}

/** One excerpt per standard: the head of the act, then the standard with its annexes. */
export function cutExcerpts(input: SourceInput, knowledge: Knowledge): Excerpt[] {
  const whole = parse(input, knowledge)
  const lines = new TextDecoder().decode(input.bytes).split('\n')
  const firstStandard = whole.standards[0]?.lines[0] ?? lines.length
  // The head alone names the act; instructions of an amending act are left out.
  const head = lines.slice(0, Math.min(firstStandard - 1, 60))
  return whole.standards.flatMap((standard) => {
    if (standard.status === 'excluded' || !whole.format) return []
    // Words of the web pages stand in their places: printed as a PDF they can be torn out.
    if (whole.format === 'html-text') return [printed(input.file, standard, knowledge)]
    const [from, to] = standard.lines
    const body = lines.slice(from - 1, to)
    const cut = [...head, ...body]
    const textEnd = standard.points.at(-1)?.lines[1] ?? to
    const textStart = standard.points[0]?.lines[0] ?? from
    const parsed = parse({file: input.file, bytes: new TextEncoder().encode(cut.join('\n')), format: whole.format}, knowledge)
    return [{file: input.file, format: whole.format, lines: cut, text: [head.length + textStart - from, head.length + textEnd - from + 1] as [number, number], model: modelOf(parsed)}]
  })
}

/** A standard without annexes as the text of a PDF shows it. */
function printed(file: string, standard: Standard, knowledge: Knowledge): Excerpt {
  const lines = [
    'Стандарттарды бекіту туралы', '', 'Күшін жойған',
    'Қазақстан Республикасы Үкіметінің 2012 жылғы 17 тамыздағы № 1059 Қаулысы.',
    '      Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:', '      1. Стандарт бекітілсін.', '      Қазақстан Республикасының', '      Премьер-Министрі                 К. Мәсімов',
    'Қазақстан Республикасы', 'Үкіметінің', '2012 жылғы 17 тамыздағы', '№ 1059 қаулысымен', 'бекітілген', '', `«${standard.title}»`, 'мемлекеттік қызмет стандарты', '',
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
    case 're-wrap':
      return rewrap(excerpt, next)
    case 'letter-spacing':
      return spaceLetters(excerpt, next)
    case 'torn-word':
      return tearWord(excerpt, next)
  }
}

function breakPage({format, lines, text: [from, to]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'pdf-text') return null
  const at = from + Math.floor(next() * (to - from))
  // A page ends between two lines, and shows where no gap is.
  if (lines[at]?.trim() === '' || lines[at - 1]?.trim() === '') return null
  return {text: [...lines.slice(0, at), '', '', '', ...lines.slice(at)].join('\n'), what: `page break before «${lines[at]!.trim()}»`, lines: [at + 1, at + 4]}
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
    const goesOn = following.trim() !== '' && !following.startsWith(' ') && !OWN_DAMAGE.test(following.trimEnd()) && !REFERENCE_AT_LINE_END.test(following)
    if (open === null) {
      if (!line.startsWith('      ') || !goesOn) result.push(line)
      else open = line.trimEnd()
    } else open = `${open} ${line.trim()}`.replace(/(\p{L})- (\p{L})/gu, '$1-$2')
    if (!goesOn) flush()
  }
  flush()
  return {text: [...lines.slice(0, from), ...result, ...lines.slice(to)].join('\n'), what: `lines re-wrapped at ${String(width)}`, lines: [from + 1]}
}

function spaceLetters({format, lines, text: [from, to]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'pdf-text' && format !== 'markdown') return null
  const at = from + Math.floor(next() * (to - from))
  const line = lines[at] ?? ''
  if (line.trim().length < 8 || OWN_DAMAGE.test(line) || line.includes('\t') || /\S {2,}\S|_{2}|www|@|^- |\S [,;.]|[;.,)][\p{L}\d]|^ \S|\d-\s*$/u.test(line)) return null
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
    spaced = indent + words.map((word) => (next() < 0.4 ? word.replace(/(?<=\p{L})[іiә](?=\p{L}|$)/gu, (letter) => [` ${letter}`, `${letter} `, ` ${letter} `][Math.floor(next() * 3)]!).trimEnd() : word)).join('  ')
    if (spaced.trim() === line.trim()) return null
  }
  return {text: [...lines.slice(0, at), spaced, ...lines.slice(at + 1)].join('\n'), what: `letters set apart: «${spaced.trim()}»`, lines: [at + 1]}
}

const LINKED = /(?<=\p{L}) (\d{1,2}-(?:қосымша|тармағ|бап|баб)\p{L}*|Заңының|қаулысымен|қаулысының) (?=\p{L}{3})/gu

function tearWord({format, lines, text: [from, to]}: Excerpt, next: () => number): Damaged | null {
  if (format !== 'pdf-text') return null
  const places: {line: number; match: RegExpExecArray}[] = []
  for (let index = from; index < to; index++) {
    const line = lines[index]!
    if (/\S {2,}\S|^ \S|\S [,;.]|[;.,)][\p{L}\d]|\d-\s*$/u.test(line.trimEnd())) continue
    for (const match of line.matchAll(LINKED)) places.push({line: index, match})
  }
  const place = places[Math.floor(next() * places.length)]
  if (!place) return null
  const line = lines[place.line]!.trimEnd()
  const word = place.match[1]!
  const rest = `${line.slice(0, place.match.index)}  ${line.slice(place.match.index + place.match[0].length)}`
  // Stuck to a mark or a digitless word when it begins with a digit; otherwise behind a blank.
  const stuck = /[.;:,)]$/u.test(rest) || (/^\d/u.test(word) && /\p{L}$/u.test(rest) && next() < 0.5)
  const torn = stuck ? rest + word : `${rest} ${word}`
  return {text: [...lines.slice(0, place.line), torn, ...lines.slice(place.line + 1)].join('\n'), what: `torn out: «${torn.trim()}»`, lines: [place.line + 1]}
}
