/**
 * Kazakh written in Latin letters, turned into the folded Cyrillic form that search compares by.
 *
 *     zeinetaqy, zeınetaqy, zei'netaqy     →  зейнетакы   (зейнетақы)
 *     kömek, ko'mek, kómek                 →  комек       (көмек)
 *
 * Both official alphabets are read, that of 2017 (with apostrophes, then with acute accents) and that of 2021, and the
 * habits of people who have neither on their keyboard (sh, zh, gh). All end in the same folded letters, so it need not
 * be known which one was meant.
 */

/** Letters and groups, the longer first; what they stand for in folded Cyrillic. */
const GROUPS: readonly (readonly [string, string])[] = [
  ["s'", 'ш'],
  ["c'", 'ч'],
  ['shch', 'щ'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ts', 'ц'],
  ['ya', 'я'],
  ['yu', 'ю'],
  ['yo', 'е'],
  ['a', 'а'],
  ['á', 'а'],
  ['ä', 'а'],
  ['b', 'б'],
  ['c', 'ц'],
  ['ç', 'ч'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['ǵ', 'г'],
  ['ğ', 'г'],
  ['h', 'х'],
  ['i', 'и'],
  ['í', 'и'],
  ['ı', 'и'],
  ['j', 'ж'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['ń', 'н'],
  ['ñ', 'н'],
  ['ŋ', 'н'],
  ['o', 'о'],
  ['ó', 'о'],
  ['ö', 'о'],
  ['p', 'п'],
  ['q', 'к'],
  ['r', 'р'],
  ['s', 'с'],
  ['ş', 'ш'],
  ['t', 'т'],
  ['u', 'у'],
  ['ú', 'у'],
  ['ü', 'у'],
  ['ū', 'у'],
  ['v', 'в'],
  ['w', 'у'],
  ['x', 'х'],
  ['y', 'ы'],
  ['ý', 'у'],
  ['z', 'з'],
]
const TABLE = new Map(GROUPS)
const LONGEST = 4

/** A word in Latin letters, apostrophes of the 2017 alphabet among them. */
const LATIN_WORD = /^[\p{Script=Latin}'’ʼ]+$/u
const APOSTROPHES = /['’ʼ`]/gu
const VOWEL = /[аеиоуыя]$/u
/** «i», «ı», «y» after a vowel are «й»: zeinetaqy, jay. */
const GLIDE = new Set(['i', 'ı', 'í', 'y'])

/** True for a word wholly in Latin letters. */
export function isLatinWord(word: string): boolean {
  return LATIN_WORD.test(word)
}

/** A lower-case word in Latin letters in the folded Cyrillic form; letters it does not know stay. */
export function fromLatin(word: string): string {
  const text = word.normalize('NFC').replace(APOSTROPHES, "'")
  let out = ''
  for (let at = 0; at < text.length;) {
    const letter = text.charAt(at)
    if (letter === "'") {
      at++
      continue
    }
    if (GLIDE.has(letter) && VOWEL.test(out)) {
      out += 'й'
      at++
      continue
    }
    let size = Math.min(LONGEST, text.length - at)
    while (size > 1 && !TABLE.has(text.slice(at, at + size))) size--
    out += TABLE.get(text.slice(at, at + size)) ?? letter
    at += size
  }
  // «ay» + «a» is «ая», «i» + «a» is «ия»: the two alphabets have no letters of their own for я and ю.
  return out
    .replace(/йа/gu, 'я')
    .replace(/йу(?=.)/gu, 'ю')
    .replace(/иа/gu, 'ия')
}
