/**
 * Characters that a page does not show, or that turn the order of those around them.
 *
 *       "төлем\u202eсіз\u202c"      «төлем⟨U+202E⟩сіз⟨U+202C⟩»     on a page the letters between stand the wrong way round
 *       "ак\u200bысыз"              «ак⟨U+200B⟩ысыз»               read as one word, found as two
 *
 * They stay in the data as they were published. Whoever works with the text is told: by a diagnostic, by signs in comparisons.
 * Which they are: Unicode's properties Bidi_Control, Default_Ignorable_Code_Point and Noncharacter_Code_Point, format characters,
 * and controls.
 */

export type HiddenKind = 'direction' | 'zero-width' | 'soft-hyphen' | 'tag' | 'control' | 'invisible'

/** No-break spaces and the white space of lines are no such characters; half of a Hangul syllable and the like shows nothing. */
const HIDDEN = /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cf}\p{Zl}\p{Zp}]|[^\P{Cc}\t\n\r\f\v]/gu

const DIRECTION = /\p{Bidi_Control}/u
const TAG = /[\u{e0000}-\u{e007f}]/u
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]/u
const CONTROL = /\p{Cc}/u

/** White space to the readers, which fold it. */
const BLANK = /[\u200b\ufeff\p{Zl}\p{Zp}]/u

/** What converters and word processors leave at line ends and between words; each alone is no reason to doubt a line. */
const ORDINARY = /[\u00ad\u200b\u2060\ufeff]/u
const ORDINARY_ALL = /[\u00ad\u200b\u2060\ufeff]/gu
const CODE_UNIT = /[\s\S]/g

/** Names of the Unicode Standard, of those that occur. */
const NAMES = new Map<number, string>([
  [0x00ad, 'soft hyphen'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'Arabic letter mark'],
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0xfeff, 'zero width no-break space'],
])

const KIND_NAMES: Record<HiddenKind, string> = {
  direction: 'mark of direction',
  'zero-width': 'zero-width character',
  'soft-hyphen': 'soft hyphen',
  tag: 'tag character',
  control: 'control character',
  invisible: 'invisible character',
}

/** A piece of a text: letters, or one character that does not show. */
export type TextPart = {text: string; code: null} | {text: string; code: string; kind: HiddenKind}

function kindOf(character: string): HiddenKind {
  if (DIRECTION.test(character)) return 'direction'
  if (ZERO_WIDTH.test(character)) return 'zero-width'
  if (character === '\u00ad') return 'soft-hyphen'
  if (TAG.test(character)) return 'tag'
  return CONTROL.test(character) ? 'control' : 'invisible'
}

/** «U+202E» */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The text in pieces, in order; joined, their `text` is the text. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const {0: character, index} of text.matchAll(HIDDEN)) {
    if (index > from) parts.push({text: text.slice(from, index), code: null})
    parts.push({text: character, code: codeOf(character), kind: kindOf(character)})
    from = index + character.length
  }
  if (from < text.length || parts.length === 0) parts.push({text: text.slice(from), code: null})
  return parts
}

/**
 * The text with a sign in the place of each: «төлем⟨U+202E⟩сіз».
 *
 * @param brackets around the number, for fonts that have no angle brackets
 */
export function revealed(text: string, [open, close]: readonly [string, string] = ['⟨', '⟩']): string {
  return text.replace(HIDDEN, (character) => `${open}${codeOf(character)}${close}`)
}

/**
 * The text for titles and printed sheets: signs as in `revealed`, but what converters leave is left out, for it neither shows
 * nor misleads there. For reading only; data keep the text as published.
 */
export function legible(text: string, brackets?: readonly [string, string]): string {
  return text.search(HIDDEN) === -1 ? text : revealed(text.replace(ORDINARY_ALL, ''), brackets)
}

/**
 * A value as JSON in which every such character is written by its number, `\u202e`: any editor shows it, and whoever reads the
 * JSON gets the text exactly as published.
 *
 * @param space as for `JSON.stringify`
 */
export function toJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(HIDDEN, (character) =>
    character.replace(CODE_UNIT, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/**
 * The same for XML: `&#x202E;`.
 *
 * @param escaped without the characters that XML forbids
 */
export function toXml(escaped: string): string {
  return escaped.replace(HIDDEN, (character) => `&#x${codeOf(character).slice('U+'.length)};`)
}

/** «⟨U+202E⟩», as `revealed` writes it. */
const SIGN = /⟨U\+([\dA-F]{4,6})⟩/gu

/** A text that `revealed` has made, with the characters themselves again: a page has signs of its own for them. */
export function unrevealed(text: string): string {
  return text.replace(SIGN, (sign, hex: string) => {
    const code = Number.parseInt(hex, 16)
    const character = code > 0x10ffff ? sign : String.fromCodePoint(code)
    return revealed(character) === sign ? character : sign
  })
}

/** References to characters, as Markdown, HTML and XML write them: «&#8238;», «&#x202e;», «&rlm;». */
const REFERENCE = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]{3,14}));?/giu
const NAMED: Record<string, number> = {
  shy: 0xad,
  rlm: 0x200f,
  lrm: 0x200e,
  zwj: 0x200d,
  zwnj: 0x200c,
  zerowidthspace: 0x200b,
  nobreak: 0x2060,
}
/** What references to U+0080–U+009F mean in HTML is other characters, which show. */
const REFERENCED = /[^\p{Cc}]/u

function dereferenced(text: string): string {
  return text.replace(REFERENCE, (whole, ...rest) => {
    const {decimal, hex, name} = rest.at(-1) as Record<'decimal' | 'hex' | 'name', string | undefined>
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : (NAMED[name?.toLowerCase() ?? ''] ?? 0)
    if (code === 0 || code > 0x10ffff) return whole
    const character = String.fromCodePoint(code)
    return REFERENCED.test(character) && partsOf(character)[0]?.code ? character : whole
  })
}

export interface HiddenFinding {
  /** 1-based. */
  line: number
  /** True where no converter leaves such characters: the line may read otherwise than it looks. */
  doubtful: boolean
  message: string
}

/** Characters of a line that a message shows. */
const SHOWN = 80

/**
 * The lines of a source with characters that do not show. Those that converters leave everywhere are told once, at the first line.
 *
 * @param references whether the format reads references to characters
 * @param folds whether white space is folded: then some of them are read as blanks
 */
export function findHidden(source: string, {references, folds}: {references: boolean; folds: boolean}): HiddenFinding[] {
  // Nearly all sources have none.
  if (source.search(HIDDEN) === -1 && !(references && source.includes('&'))) return []
  const told = (character: string) => nameOf(character) + (folds && BLANK.test(character) ? ' (read as a blank)' : '')
  const findings: HiddenFinding[] = []
  const ordinary = new Map<string, {line: number; count: number; lines: number}>()
  source.split('\n').forEach((written, at) => {
    const text = references && written.includes('&') ? dereferenced(written) : written
    const found = new Map<string, number>()
    for (const [character] of text.matchAll(HIDDEN)) found.set(character, (found.get(character) ?? 0) + 1)
    const doubtful = [...found].filter(([character]) => !ORDINARY.test(character))
    for (const [character, count] of found) {
      if (!ORDINARY.test(character)) continue
      const all = ordinary.get(character) ?? {line: at + 1, count: 0, lines: 0}
      ordinary.set(character, {...all, count: all.count + count, lines: all.lines + 1})
    }
    if (doubtful.length === 0) return
    const names = doubtful.map(([character, count]) => `${told(character)}${count > 1 ? `, ${String(count)} times` : ''}`)
    findings.push({line: at + 1, doubtful: true, message: `Does not show on a page: ${names.join('; ')}. «${around(text)}»`})
  })
  for (const [character, {line, count, lines}] of ordinary) {
    const often =
      count === 1 ? 'once' : `${String(count)} times on ${lines === 1 ? 'this line' : `${String(lines)} lines, first on this one`}`
    findings.push({line, doubtful: false, message: `Does not show on a page: ${told(character)}, ${often}.`})
  }
  return findings.sort((a, b) => a.line - b.line)
}

/** «U+202E right-to-left override» */
function nameOf(character: string): string {
  return `${codeOf(character)} ${NAMES.get(character.codePointAt(0) ?? 0) ?? KIND_NAMES[kindOf(character)]}`
}

/** The line from shortly before its first such character on. */
function around(line: string): string {
  const first = Math.max(0, line.search(HIDDEN) - SHOWN / 2)
  // Neither end may cut a pair in two.
  const characters = [...line.slice(first, first + 4 * SHOWN).replace(/^\p{Surrogate}/u, '')]
  const shown = characters.slice(0, SHOWN).join('')
  return `${first > 0 ? '…' : ''}${revealed(shown).trim()}${characters.length > SHOWN ? '…' : ''}`
}
