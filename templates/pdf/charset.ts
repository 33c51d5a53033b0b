/**
 * The one-byte character set of the field font: KZ-1048 (STRK1048-2002, the Kazakh national standard), with the codes that no Kazakh
 * or Russian text needs (Serbian, Macedonian and Ukrainian letters, typographic daggers …) given to ₸, to the letters of the Latin
 * Kazakh alphabet and to signs that forms use. 223 characters in all.
 */

/** Codes 0x80-0xFF in order. */
const UPPER_HALF =
  '₸Ä‚ä„…ÑñÜ€ü‹ĞҚҺğ' +
  'ı‘’“”•–—İ™Öö›қһŞ' +
  '\u00a0ҰұӘşӨŪ§ЁūҒ«−×²Ү' +
  '°±Ііө½÷·ё№ғ»әҢңү' +
  'АБВГДЕЖЗИЙКЛМНОП' +
  'РСТУФХЦЧШЩЪЫЬЭЮЯ' +
  'абвгдежзийклмноп' +
  'рстуфхцчшщъыьэюя'

/** Names of the Adobe Glyph List for what is not a letter of the Russian alphabet. */
const GLYPH_NAMES: Readonly<Record<string, string>> = {
  // the list is older than ₸; its «currency» is the sign that each country has its own for
  '₸': 'currency',
  Ä: 'Adieresis',
  ä: 'adieresis',
  Ñ: 'Ntilde',
  ñ: 'ntilde',
  Ü: 'Udieresis',
  ü: 'udieresis',
  Ö: 'Odieresis',
  ö: 'odieresis',
  Ğ: 'Gbreve',
  ğ: 'gbreve',
  İ: 'Idotaccent',
  ı: 'dotlessi',
  Ş: 'Scedilla',
  ş: 'scedilla',
  Ū: 'Umacron',
  ū: 'umacron',
  Ә: 'Schwacyrillic',
  ә: 'schwacyrillic',
  Ғ: 'Ghestrokecyrillic',
  ғ: 'ghestrokecyrillic',
  Қ: 'Kadescendercyrillic',
  қ: 'kadescendercyrillic',
  Ң: 'Endescendercyrillic',
  ң: 'endescendercyrillic',
  Ө: 'Obarredcyrillic',
  ө: 'obarredcyrillic',
  Ұ: 'Ustraightstrokecyrillic',
  ұ: 'ustraightstrokecyrillic',
  Ү: 'Ustraightcyrillic',
  ү: 'ustraightcyrillic',
  Һ: 'Shhacyrillic',
  һ: 'shhacyrillic',
  І: 'afii10055',
  і: 'afii10103',
  Ё: 'afii10023',
  ё: 'afii10071',
  '№': 'afii61352',
  '‚': 'quotesinglbase',
  '„': 'quotedblbase',
  '…': 'ellipsis',
  '€': 'Euro',
  '‹': 'guilsinglleft',
  '›': 'guilsinglright',
  '‘': 'quoteleft',
  '’': 'quoteright',
  '“': 'quotedblleft',
  '”': 'quotedblright',
  '•': 'bullet',
  '–': 'endash',
  '—': 'emdash',
  '™': 'trademark',
  '\u00a0': 'nbspace',
  '§': 'section',
  '«': 'guillemotleft',
  '»': 'guillemotright',
  '−': 'minus',
  '×': 'multiply',
  '÷': 'divide',
  '²': 'twosuperior',
  '°': 'degree',
  '±': 'plusminus',
  '½': 'onehalf',
  '·': 'periodcentered',
}

/** Names of ASCII from the blank to the tilde, letters left out. */
const ASCII_NAMES =
  'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash ' +
  'zero one two three four five six seven eight nine colon semicolon less equal greater question at ' +
  'bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright asciitilde'
const ASCII_SIGNS = ' !"#$%&\'()*+,-./0123456789:;<=>?@[\\]^_`{|}~'
const ASCII: ReadonlyMap<string, string> = new Map(ASCII_NAMES.split(' ').map((name, i) => [ASCII_SIGNS[i] ?? '', name]))

/** Code → Unicode character, in the order of the codes. */
export const FIELD_CODES: ReadonlyMap<number, number> = new Map([
  ...Array.from({length: 95}, (_, i) => [0x20 + i, 0x20 + i] as const),
  ...[...UPPER_HALF].map((character, i) => [0x80 + i, character.codePointAt(0) ?? 0] as const),
])

/** Every character that can be typed into a field. */
export const FIELD_CHARACTERS: string = String.fromCodePoint(...FIELD_CODES.values())

/** Characters that a font must also give what another is named after: viewers go from a glyph's name to its character to the font. */
export const NAMED_AFTER: ReadonlyMap<number, number> = new Map([[0xa4, 0x20b8]])

/**
 * Whether a name stands in the Adobe Glyph List, which PDF/UA asks of every name in a font's encoding. `uniXXXX` names do not, though every
 * viewer reads them.
 */
export const isListed = (name: string): boolean => !/^uni[0-9A-F]{4,}$/u.test(name)

/** A glyph's name by the Adobe Glyph List, or the `uniXXXX` form where the list has none. */
export function glyphName(codePoint: number): string {
  const named = GLYPH_NAMES[String.fromCodePoint(codePoint)]
  if (named) return named
  const ascii = codePoint < 0x7f ? String.fromCodePoint(codePoint) : ''
  if (/[A-Za-z]/u.test(ascii)) return ascii
  if (ASCII.has(ascii)) return ASCII.get(ascii) ?? ''
  // А-Я and а-я stand in the list in order, each row broken once by Ё (afii10023, afii10071)
  if (codePoint >= 0x410 && codePoint <= 0x415) return `afii${10017 + codePoint - 0x410}`
  if (codePoint >= 0x416 && codePoint <= 0x42f) return `afii${10024 + codePoint - 0x416}`
  if (codePoint >= 0x430 && codePoint <= 0x435) return `afii${10065 + codePoint - 0x430}`
  if (codePoint >= 0x436 && codePoint <= 0x44f) return `afii${10072 + codePoint - 0x436}`
  return `uni${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
