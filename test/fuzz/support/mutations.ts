/** What is done to a text: everything that converters, editors, networks and attackers do, at seeded places. */
import type {Material} from './texts.ts'

/** Gives numbers in [0, 1). */
export type Chance = () => number
type Mutation = (lines: string[], chance: Chance, material: Material) => string[]

/** Characters that programs trip over: controls, marks of direction, joiners, halves of pairs, look-alikes, line separators. */
const ODD_CHARACTERS = [
  ...'\u0000\u0001\u0007\u0008\u000b\u000c\u001b\u001f\u007f\u0085\u009f\u00a0\u00ad',
  ...'\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202d\u202e\u202c\u2060\u2066\u2067\u2069\ufeff',
  ...'\ufffd\uffff\ufffe\u0301\u0306\u0489\u3000\u2003\u1680\u180e',
  ...'𐰀🇰🇿𝒜ﬁǅßİıſ',
  '\ud800',
  '\udc00',
  '\r',
  '\r\n',
  '\t',
  '\n',
  '\f',
]
/** Pieces of markup of all the formats, of templates, of spreadsheets, of our own syntax. */
const SNIPPETS = [
  ...['<table>', '</table>', '<tr>', '<td>', '</td>', '<td colspan="99999999" rowspan=-3>', '<th>', '<p>', '</p>', '<br>', '<div hidden>'],
  ...['<script>', '</script>', '<style>', '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<!DOCTYPE html>', '<form>', '<nav>'],
  ...['<svg><title>', '<math>', '<template>', '<select><option>', '<textarea>', '<pre>', '<center>', '<h1>', '<a href="javascript:1">'],
  ...['<plaintext>', '<noscript>', '<frameset>', '<body>', '</body>', '</html>', '<title>', '<iframe>', '<image>', '<caption>', '<li>'],
  ...['&nbsp;', '&#0;', '&#1;', '&#xD800;', '&#x110000;', '&#9;', '&#10;', '&#13;', '&amp;amp;', '&lt;p&gt;', '&bogus;', '&', '&#', '&#x'],
  ...['**', '*', '__', '_', '# ', '- ', '> ', '1. ', '```', '~~~', '|', '|---|', '\\', '[a](b)', '![', '](', '<http://a>', '---', '==='],
  ...['{{a}}', '{{{constructor}}}', '${1}', '=1+1', '@SUM(A1)', '+7', '%s%n', '../../etc', '\\u{B}', '$&', '$1', '$`', '(?:'],
  ...['«', '»', '"', '„', '“', '№', '___________', '_', '()', '(_____)', '1)', '1-1)', 'а)', '99999999999999999999)', '0.', '-1.', '…'],
  ...['1-қосымша', '999999999999-қосымша', '0-қосымша', 'осы қаулыға', 'бекітілген', 'мемлекеттік қызмет стандарты', 'Ескерту.'],
  ...['Күшін жойған', 'алып тасталсын', 'мынадай редакцияда жазылсын:', 'деген сөздер', 'деген сөздермен ауыстырылсын', 'ҚАУЛЫ ЕТЕДІ:'],
  ...['Р/с', 'Р/с №', 'Атауы', 'Мекенжайы', 'Телефоны', 'М.О.', 'қолы', '20__ жылғы «__» ________', 'күні', '8 (7172) 00-00-00'],
  ...['2012 жылғы 45 тамыздағы № 1059 қаулысымен', '0000 жылғы 0 қаңтардағы', '99999 жылғы 1 мамырдағы', '2012 жылғы 17 тамыздағы № 1059'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'undefined', 'null', 'NaN'],
  ...[
    'xmlns="x"',
    '<qz:field/>',
    'lines="9 1"',
    'lines="-1 1e9"',
    'version="2"',
    'wId="a"',
    '<attachment/>',
    '<point>',
    '<num/>',
    'eId=""',
  ],
]

function place(length: number, chance: Chance): number {
  return Math.floor(chance() * length)
}

function pick<T>(values: readonly T[], chance: Chance): T {
  return values[place(values.length, chance)]!
}

/** [from, to) of a stretch of lines; short ones are likelier. */
function stretch(lines: readonly string[], chance: Chance): [number, number] {
  const from = place(lines.length, chance)
  return [from, Math.min(lines.length, from + 1 + Math.floor(chance() ** 3 * lines.length))]
}

function onLine(change: (line: string, chance: Chance, material: Material) => string): Mutation {
  return (lines, chance, material) => {
    if (lines.length === 0) return lines
    const at = place(lines.length, chance)
    return [...lines.slice(0, at), ...change(lines[at]!, chance, material).split('\n'), ...lines.slice(at + 1)]
  }
}

/** Changes every line of a stretch. */
function onLines(change: (line: string, chance: Chance) => string): Mutation {
  return (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    return lines.flatMap((line, index) => (index < from || index >= to ? [line] : change(line, chance).split('\n')))
  }
}

function insertAt(line: string, what: string, chance: Chance): string {
  const at = place(line.length + 1, chance)
  return line.slice(0, at) + what + line.slice(at)
}

function shuffled<T>(values: readonly T[], chance: Chance): T[] {
  const result = [...values]
  for (let index = result.length - 1; index > 0; index--) {
    const other = place(index + 1, chance)
    ;[result[index], result[other]] = [result[other]!, result[index]!]
  }
  return result
}

/** How much a pumped piece is repeated: up to some thousand characters. */
function times(chance: Chance): number {
  return 2 ** (1 + place(11, chance))
}

/** One word of a line as UTF-8 read in a Cyrillic code page: «Ò› Ð°…». */
function misread(text: string): string {
  return new TextDecoder('windows-1251').decode(new TextEncoder().encode(text))
}

export const MUTATIONS: Record<string, Mutation> = {
  // Lines
  'cut off': (lines, chance) => lines.slice(0, place(lines.length + 1, chance)),
  'cut off in a line': (lines, chance) => {
    const at = place(lines.length, chance)
    return [...lines.slice(0, at), (lines[at] ?? '').slice(0, place((lines[at] ?? '').length, chance))]
  },
  'beginning lost': (lines, chance) => lines.slice(place(lines.length, chance)),
  'lines lost': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    return [...lines.slice(0, from), ...lines.slice(to)]
  },
  'lines twice': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    return [...lines.slice(0, to), ...lines.slice(from)]
  },
  'lines elsewhere': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    const rest = [...lines.slice(0, from), ...lines.slice(to)]
    const at = place(rest.length + 1, chance)
    return [...rest.slice(0, at), ...lines.slice(from, to), ...rest.slice(at)]
  },
  'lines shuffled': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    return [...lines.slice(0, from), ...shuffled(lines.slice(from, to), chance), ...lines.slice(to)]
  },
  'lines reversed': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    return [...lines.slice(0, from), ...lines.slice(from, to).reverse(), ...lines.slice(to)]
  },
  'one line many times': (lines, chance) => {
    const at = place(lines.length, chance)
    return [...lines.slice(0, at), ...Array<string>(times(chance)).fill(lines[at] ?? ''), ...lines.slice(at)]
  },
  'lines joined': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    return [...lines.slice(0, from), lines.slice(from, to).join(pick([' ', '', '\t', '\r', '\u2028'], chance)), ...lines.slice(to)]
  },
  'lines broken': onLines((line, chance) => insertAt(line, '\n', chance)),
  'blank lines': onLines((line, chance) => '\n'.repeat(place(5, chance)) + line),
  'blank lines lost': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    return lines.filter((line, index) => index < from || index >= to || line.trim() !== '')
  },
  indents: onLines((line, chance) => pick(['', '      ', '\u00a0\u00a0\u00a0\u00a0 ', ' ', '\t', '        '], chance) + line.trimStart()),
  'mark of another place': (lines, chance, {marks}) => {
    const at = place(lines.length + 1, chance)
    return [...lines.slice(0, at), ...Array.from({length: 1 + place(3, chance)}, () => pick(marks, chance)), ...lines.slice(at)]
  },
  'line replaced by another': onLine((_, chance, {marks}) => pick(marks, chance)),
  'another text in between': (lines, chance, {texts}) => {
    const other = pick(texts, chance).lines
    const [from, to] = stretch(other, chance)
    const at = place(lines.length + 1, chance)
    return [...lines.slice(0, at), ...other.slice(from, to), ...lines.slice(at)]
  },
  'end of another text': (lines, chance, {texts}) => {
    const other = pick(texts, chance).lines
    return [...lines.slice(0, place(lines.length, chance)), ...other.slice(place(other.length, chance))]
  },
  // Characters
  'odd characters': onLine((line, chance) => insertAt(line, pick(ODD_CHARACTERS, chance), chance)),
  'odd characters all over': onLines((line, chance) => insertAt(line, pick(ODD_CHARACTERS, chance), chance)),
  'letters lost': onLines((line, chance) => {
    const at = place(line.length + 1, chance)
    return line.slice(0, at) + line.slice(at + 1 + place(6, chance))
  }),
  'letters apart': onLines((line) => [...line].join(' ')),
  'blanks lost': onLines((line) => line.replaceAll(' ', '')),
  'blanks wide': onLines((line) => line.replaceAll(' ', '   ')),
  'words shuffled': onLines((line, chance) => shuffled(line.split(' '), chance).join(' ')),
  'capitals changed': onLines((line, chance) => (chance() < 0.5 ? line.toUpperCase() : line.toLowerCase())),
  'digits changed': onLines((line, chance) => line.replace(/\d/gu, () => String(place(10, chance)))),
  'digits many': onLine((line, chance) => line.replace(/\d+/u, () => '9'.repeat(times(chance)))),
  'digits nought': onLine((line) => line.replace(/\d+/u, '0')),
  'decomposed letters': onLines((line) => line.normalize('NFD')),
  'question marks': onLines((line) => line.replace(/[^\x00-\x7f]/gu, (letter) => (/[а-яё]/iu.test(letter) ? letter : '?'))),
  'misread encoding': onLines(misread),
  'Latin letters': onLines((line) => line.replace(/[асеорхі]/gu, (letter) => 'aceopxi'['асеорхі'.indexOf(letter)]!)),
  'snippet of markup': onLine((line, chance) => insertAt(line, pick(SNIPPETS, chance), chance)),
  'snippets of markup': onLines((line, chance) => insertAt(line, pick(SNIPPETS, chance), chance)),
  'snippet on a line': onLine((line, chance) => `${pick(SNIPPETS, chance)}\n${line}`),
  soup: onLine((_, chance) =>
    Array.from({length: 1 + place(40, chance)}, () => pick(SNIPPETS, chance)).join(pick(['', ' ', '\n', '\t'], chance)),
  ),
  // Tables
  'tabs lost': onLines((line) =>
    line.replaceAll(
      '\t',
      pick([' ', ''], () => line.length / (line.length + 7)),
    ),
  ),
  'tabs for blanks': onLines((line, chance) => line.replace(/ /gu, () => (chance() < 0.3 ? '\t' : ' '))),
  'cells lost': onLines((line, chance) =>
    line
      .split('\t')
      .filter(() => chance() < 0.7)
      .join('\t'),
  ),
  'cells twice': onLines((line) =>
    line
      .split('\t')
      .flatMap((cell) => [cell, cell])
      .join('\t'),
  ),
  'cells shuffled': onLines((line, chance) => shuffled(line.split('\t'), chance).join('\t')),
  'many columns': onLine((line, chance) => `${line}${'\tа'.repeat(times(chance))}`),
  'empty columns': onLines((line, chance) => line + '\t'.repeat(place(12, chance))),
  'tags lost': onLines((line, chance) => line.replace(/<[^<>]{0,200}>/gu, (tag) => (chance() < 0.3 ? '' : tag))),
  'tags shuffled': onLines((line, chance) => {
    const tags = shuffled(line.match(/<[^<>]{0,200}>/gu) ?? [], chance)
    return line.replace(/<[^<>]{0,200}>/gu, () => tags.pop() ?? '')
  }),
  spans: onLines((line, chance) =>
    line.replace(/<(td|th)\b/gu, (tag) => `${tag} ${pick(['colspan', 'rowspan'], chance)}="${String(place(2000, chance))}"`),
  ),
  // Size
  'huge cell': onLine((line, chance) =>
    insertAt(line, pick(['сөз ', 'ә', '1', '_', '\u00a0', ' ', '(', '«', '8 (7172) 11-22-33, '], chance).repeat(times(chance)), chance),
  ),
  'long line': onLine((line, chance) => line.repeat(Math.min(times(chance), 1 + Math.floor(20_000 / (line.length + 1))))),
  'deep brackets': onLine((line, chance) => insertAt(line, pick(['(', '[', '«(', '((«', '{'], chance).repeat(times(chance)), chance)),
  'deep tags': (lines, chance) => {
    const [from, to] = stretch(lines, chance)
    const tag = pick(['div', 'table', 'table><tr><td', 'ul><li', 'b', 'span', 'p', 'blockquote', 'font', 'a'], chance)
    const depth = times(chance)
    const close = chance() < 0.5 ? `</${tag.split('>')[0]!}>`.repeat(depth) : ''
    return [...lines.slice(0, from), `<${tag}>`.repeat(depth), ...lines.slice(from, to), close, ...lines.slice(to)]
  },
  'deep quotes': onLine((line, chance) => pick(['> ', '- ', '1. ', '* ', '>', '  - '], chance).repeat(Math.min(times(chance), 200)) + line),
  'deep lists': (lines, chance) => {
    const at = place(lines.length + 1, chance)
    const list = Array.from({length: Math.min(times(chance), 100)}, (_, depth) => `${'  '.repeat(depth)}- ${String(depth)}) а`)
    return [...lines.slice(0, at), ...list, ...lines.slice(at)]
  },
}

/** How the text becomes bytes. */
export const ENCODINGS: Record<string, (text: string, chance: Chance) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with a mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'UTF-16': (text) => utf16(`\ufeff${text}`),
  'UTF-16 with its bytes swapped': (text) => swapped(utf16(`\ufeff${text}`)),
  'UTF-16 without a mark': utf16,
  'windows-1251': (text) => codePage(text),
  'bytes lost': (text, chance) => {
    const bytes = new TextEncoder().encode(text)
    return bytes.filter(() => chance() > 0.001)
  },
  'bytes changed': (text, chance) => new TextEncoder().encode(text).map((byte) => (chance() < 0.002 ? place(256, chance) : byte)),
  'cut in a letter': (text, chance) => {
    const bytes = new TextEncoder().encode(text)
    return bytes.subarray(0, place(bytes.length + 1, chance))
  },
  'two encodings': (text, chance) => {
    const at = place(text.length, chance)
    const [one, other] = [new TextEncoder().encode(text.slice(0, at)), codePage(text.slice(at))]
    const bytes = new Uint8Array(one.length + other.length)
    bytes.set(one)
    bytes.set(other, one.length)
    return bytes
  },
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from({length: text.length}, (_, index) => text.charCodeAt(index)).buffer)
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0)
}

function codePage(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    return code < 0x80 ? code : code >= 0x410 && code <= 0x44f ? code - 0x350 : 0x3f
  })
}
