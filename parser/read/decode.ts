/**
 * From the bytes of a source to its text.
 *
 *       D2 9A D0 B0 D1 83 D0 BB D1 8B   UTF-8         «Қаулы»
 *       8D E0 F3 EB FB                  KZ-1048       «Қаулы», in windows-1251 it would be «Ќаулы»
 *
 * The official texts are UTF-8. Older exports come in UTF-16 or in one of three 8-bit code pages, which share
 * А-я and differ in where they put the Kazakh letters: windows-1251 (none but І), KZ-1048 (STRK1048-2002), PT154.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'kz-1048' | 'pt154'

export interface DecodeProblem {
  /** An error means that there is no text to read. */
  severity: 'error' | 'warning' | 'info'
  /** Rule id of the diagnostic: `read/…`. */
  rule: string
  /** 1-based line it was seen on; null where it concerns the whole file. */
  line: number | null
  /** What was found and what to do about it. */
  message: string
}

export interface Decoded {
  /** The text without a byte order mark, lines ended by line feeds; empty after an error. */
  text: string
  /** Null where the bytes are not text in a known encoding. */
  encoding: Encoding | null
  /** The most serious problem; of equals the one nearest to the bytes. */
  problem?: DecodeProblem
  /** All others. */
  further?: DecodeProblem[]
}

/** The longest line of the official texts has under 2,000 characters; a line this long is not prose. */
export const LONGEST_LINE = 1_000_000

/** First bytes of files that are often taken for their text, and what they are. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], kind: string, advice: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'save its text (for example with pdftotext -layout) and add the text file'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an office document (docx, odt)', 'save it as plain text in UTF-8'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old office document (doc)', 'save it as plain text in UTF-8'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document (rtf)', 'save it as plain text in UTF-8'],
  [[0x1f, 0x8b], 'a gzip archive', 'unpack it'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)', 'the text has to be recognised first'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)', 'the text has to be recognised first'],
]

/** Bytes 0x80-0xBF of each code page; 0xC0-0xFF are А-я in all of them. */
const UPPER_HALVES: Record<'windows-1251' | 'kz-1048' | 'pt154', string> = {
  'windows-1251': 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї',
  'kz-1048': 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\ufffd™љ›њқһџ\u00a0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00ad®Ү°±Ііөµ¶·ё№ғ»әҢңү',
  pt154: 'ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00a0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ',
}

/** Letters of Kazakh beyond the Russian alphabet. */
const KAZAKH_LETTER = /[ӘәҒғҚқҢңӨөҰұҮүҺһІі]/gu
/** Letters of other languages that a code page shows where the text has something else. */
const FOREIGN_LETTER = /[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐґЄєЇїјЅѕҖҗӮӯҶҷҲҳҠҡӢӣҸҹҘҙҜҝҪҫ\ufffd]/gu
/** Control characters that no text has. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/u
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/gu
/** «(71\f62) 40-10-76»: where a page or a column of a printer ended; blank space, as all readers have it, that no cell may keep. */
const FEED = /[\v\f]/gu
/** «?аза?стан», «к?ні»: a letter that the code page of some program lacked. */
const LOST_LETTER = /\?(?=\p{Ll})|(?<=\p{Ll})\?(?!\s|$)/gmu
/** Lost letters are reported from one in so many characters on: every tenth letter of Kazakh is none of Russian. */
const LOST_SHARE = 100

/**
 * Decodes a source. Never throws.
 *
 * @param bytes the file as it is
 * @returns the text, the encoding and the problems found, if any
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return failure('read/empty', 'the file is empty; put the text of the resolution into it or remove it')
  const signature = SIGNATURES.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (signature) {
    const [, kind, advice] = signature
    return failure('read/binary', `this is ${kind}, not text; ${advice}`)
  }
  const {text, encoding, problem} = decode(bytes)
  if (problem?.severity === 'error') return {text: '', encoding, problem}
  const lines = (text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text).replace(FEED, ' ')
  if (lines.trim() === '')
    return failure('read/empty', 'the file holds nothing but blanks; put the text of the resolution into it or remove it')
  const long = longLine(lines)
  if (long) {
    const message = `a line of ${String(long.length)} characters is not part of a legal text; break the text into its lines or replace the file`
    return {text: '', encoding, problem: {severity: 'error', rule: 'read/long-line', line: long.line, message}}
  }
  return finish(lines, encoding, problem)
}

function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes.subarray(3)) ?? notText()
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be')
  const order = utf16Order(bytes)
  if (order) return decodeUtf16(bytes, order)
  return decodeUtf8(bytes) ?? decodeCodePage(bytes) ?? notText()
}

/** UTF-8, with damaged places replaced by U+FFFD while they are few; null where it is not UTF-8. */
function decodeUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes), encoding: 'utf-8'}
  } catch {
    // Damaged, or another encoding: the share of whole letters tells.
  }
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  let damaged = 0
  let whole = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) damaged++
    else if (code > 0x7f) whole++
  }
  if (damaged * 20 > whole) return null
  const message = `${String(damaged)} places are damaged (not valid UTF-8), the first on this line; they read «\ufffd»: compare with the original`
  return {
    text,
    encoding: 'utf-8',
    problem: {severity: 'warning', rule: 'read/damaged-utf-8', line: lineAt(text, text.indexOf('\ufffd')), message},
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes)
  return {
    text,
    encoding,
    problem: {
      severity: 'info',
      rule: 'read/encoding',
      line: null,
      message: `decoded from ${encoding.toUpperCase()}; store sources as UTF-8`,
    },
  }
}

/**
 * The byte order of UTF-16 without a byte order mark: in Cyrillic and Latin text every second byte is 00 or 04
 * (20 for dashes and №).
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4) return null
  const sample = bytes.subarray(0, 20_000)
  const high = [0, 0]
  for (let index = 0; index < sample.length; index++) {
    const byte = sample[index]
    if (byte === 0x00 || byte === 0x04) high[index % 2] = (high[index % 2] ?? 0) + 1
  }
  const half = sample.length / 2
  const [even = 0, odd = 0] = high
  if (even > half * 0.85 && odd < half * 0.3) return 'utf-16be'
  if (odd > half * 0.85 && even < half * 0.3) return 'utf-16le'
  return null
}

/** One of the 8-bit code pages, when the text looks like Cyrillic prose in it; null when it does not. */
function decodeCodePage(bytes: Uint8Array): Decoded | null {
  let small = 0
  let capital = 0
  let other = 0
  for (const byte of bytes) {
    if (byte >= 0xe0) small++
    else if (byte >= 0xc0) capital++
    else if (byte >= 0x80) other++
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) return null
  }
  // Prose has few capitals; in KOI8-R it is the other way round, in DOS code pages the letters lie elsewhere.
  if (small + capital === 0 || capital * 2 > small || other > small) return null
  const candidates = (['windows-1251', 'kz-1048', 'pt154'] as const).map((encoding) => {
    const text = decodeWith(bytes, UPPER_HALVES[encoding])
    return {encoding, text, kazakh: count(text, KAZAKH_LETTER), foreign: count(text, FOREIGN_LETTER)}
  })
  // The first of equals is the commonest code page.
  const best = candidates.reduce((chosen, next) => (next.kazakh - next.foreign > chosen.kazakh - chosen.foreign ? next : chosen))
  if (best.foreign * 20 > small) return null
  return {
    text: best.text,
    encoding: best.encoding,
    problem: {
      severity: 'warning',
      rule: 'read/encoding',
      line: null,
      message: `decoded from ${best.encoding} by the look of its letters; compare with the original and store the source as UTF-8`,
    },
  }
}

function decodeWith(bytes: Uint8Array, upperHalf: string): string {
  const table = new Uint16Array(256)
  for (let byte = 0; byte < 256; byte++) {
    table[byte] = byte < 0x80 ? byte : byte < 0xc0 ? upperHalf.charCodeAt(byte - 0x80) : 0x410 + byte - 0xc0
  }
  const chunks: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    chunks.push(String.fromCharCode(...Array.from(bytes.subarray(start, start + 8192), (byte) => table[byte] ?? 0xfffd)))
  }
  return chunks.join('')
}

/** Control characters: a few are replaced and reported, many mean that this is no text. Lost letters are reported. */
function finish(text: string, encoding: Encoding | null, problem: DecodeProblem | undefined): Decoded {
  const problems = problem ? [problem] : []
  const lost = lostLetters(text)
  if (lost) problems.push(lost)
  const first = text.search(CONTROL)
  if (first === -1) return withProblems({text, encoding}, problems)
  const controls = count(text, CONTROLS)
  if (controls * 200 > text.length) return notText(lineAt(text, first))
  const message = `${String(controls)} control characters stand in the text, the first on this line; they read «\ufffd»: compare with the original`
  problems.push({severity: 'warning', rule: 'read/control-character', line: lineAt(text, first), message})
  return withProblems({text: text.replace(CONTROLS, '\ufffd'), encoding}, problems)
}

function withProblems(decoded: Decoded, problems: readonly DecodeProblem[]): Decoded {
  const [problem, ...further] = [
    ...problems.filter(({severity}) => severity !== 'info'),
    ...problems.filter(({severity}) => severity === 'info'),
  ]
  return {...decoded, ...(problem ? {problem} : {}), ...(further.length > 0 ? {further} : {})}
}

/** A text that went through a code page without the letters of Kazakh: each of them reads «?». */
function lostLetters(text: string): DecodeProblem | null {
  if (!text.includes('?')) return null
  const lost = count(text, LOST_LETTER)
  if (lost * LOST_SHARE < text.length) return null
  const line = lineAt(text, text.search(LOST_LETTER))
  const message = `${String(lost)} letters read «?», the first on this line: the text was once saved in a code page without the letters of Kazakh; get it again from where it came from, in UTF-8`
  return {severity: 'warning', rule: 'read/lost-letters', line, message}
}

function failure(rule: string, message: string): Decoded {
  return {text: '', encoding: null, problem: {severity: 'error', rule, line: null, message}}
}

function notText(line: number | null = null): Decoded {
  const message = 'this is not text in UTF-8, UTF-16, windows-1251, KZ-1048 or PT154; save the source as plain text in UTF-8'
  return {text: '', encoding: null, problem: {severity: 'error', rule: 'read/binary', line, message}}
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let feed = text.indexOf('\n'); feed !== -1 && feed < offset; feed = text.indexOf('\n', feed + 1)) line++
  return line
}

function longLine(text: string): {line: number; length: number} | null {
  if (text.length <= LONGEST_LINE) return null
  let line = 1
  let start = 0
  while (start <= text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    if (end - start > LONGEST_LINE) return {line, length: end - start}
    if (feed === -1) break
    start = feed + 1
    line++
  }
  return null
}
