/**
 * Letters: the Kazakh alphabet, and Latin letters that stand where Cyrillic ones belong.
 *
 *     бөлiмi, енгiзiледi     (Latin i)
 *     бөлімі, енгізіледі
 */

/** Lower-case letters of the Kazakh Cyrillic alphabet, for use inside a character class. */
export const KAZAKH_LOWER = 'а-яёәіңғүұқөһ'
/** Upper-case letters of the Kazakh Cyrillic alphabet, for use inside a character class. */
export const KAZAKH_UPPER = 'А-ЯЁӘІҢҒҮҰҚӨҺ'
/** Marks that open or close a quotation in the sources, for use inside a character class. */
export const QUOTES = '"«»“”„‟″'
/** Hyphens, dashes and minus signs, for use inside a character class. */
export const DASHES = '\\-‐‑‒–—―−'

/** Vowels after which back suffixes stand (-лар, -ға); «и» and «у» go both ways and belong to neither. */
export const BACK_VOWELS = 'аоұыёюя'
/** Vowels after which front suffixes stand (-лер, -ге). */
export const FRONT_VOWELS = 'әеөүіэ'
export const VOWELS = `${BACK_VOWELS}${FRONT_VOWELS}иу`

const LOOK_ALIKES = new Map<string, string>([...pairs('aceikopxyhtəɵ', 'асеікорхуһтәө'), ...pairs('ABCEHIKMOPTXYƏƟ', 'АВСЕНІКМОРТХУӘӨ')])

/** «бөлiмi»: a run of letters; combining marks belong to the letter before them. */
const WORD = /[\p{L}\p{M}]+/gu
/** What must be there before a word can need folding: «i» in «бөлiмi». */
const FOLDABLE = /[A-Za-zƏəƟɵ]/u
const CYRILLIC = /\p{Script=Cyrillic}/u
/** «ІІтоптағы», typed with Latin I: a Roman number run into the word after it keeps its letters. */
const ROMAN_PREFIX = /^[IVX]{2,}(?=\p{Script=Cyrillic})/u

/**
 * Latin look-alikes made Cyrillic, but only in words that already hold a Cyrillic letter, so «e-mail», «www» and
 * Roman numbers stay. The result has as many characters as the text: offsets into the one are offsets into the other.
 */
export function foldLookAlikes(text: string): string {
  if (!FOLDABLE.test(text)) return text
  return text.replace(WORD, (word) => {
    if (!FOLDABLE.test(word) || !CYRILLIC.test(word)) return word
    const roman = ROMAN_PREFIX.exec(word)?.[0] ?? ''
    let folded = roman
    for (const letter of word.slice(roman.length)) folded += LOOK_ALIKES.get(letter) ?? letter
    return folded
  })
}

/** Soft hyphens and zero-width characters, which show nothing. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu
const ANY_QUOTE = new RegExp(`[${QUOTES}]|''`, 'gu')
const ANY_DASH = new RegExp(`[${DASHES}]`, 'gu')
const ANY_SPACE = /[\s\u00a0]+/gu
/** Anything that a key has in one form only; most texts hold nothing of the kind. */
const MARKED = new RegExp(`[\u00ad\u200b-\u200d\u2060\ufeff${QUOTES}${DASHES}]|''|[^\\S ]| {2}`, 'u')

/**
 * A key for comparing spellings: two texts with the same key differ in nothing a reader would call a difference of
 * wording. NFC, look-alikes folded, lower case, quotation marks and dashes made one kind, white space single.
 */
export function foldKey(text: string): string {
  if (!MARKED.test(text)) return foldLookAlikes(text.normalize('NFC')).toLowerCase().trim()
  return foldLookAlikes(text.normalize('NFC').replace(INVISIBLE, ''))
    .toLowerCase()
    .replace(ANY_QUOTE, '"')
    .replace(ANY_DASH, '-')
    .replace(ANY_SPACE, ' ')
    .trim()
}

/** Vowel harmony of a word, told by its last vowel that has one; null where none does («и», «у», abbreviations). */
export function harmony(word: string): 'back' | 'front' | null {
  for (let at = word.length - 1; at >= 0; at--) {
    const letter = word.charAt(at)
    if (BACK_VOWELS.includes(letter)) return 'back'
    if (FRONT_VOWELS.includes(letter)) return 'front'
  }
  return null
}

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to]
  return [...from].map((letter, at) => [letter, targets[at] ?? letter])
}
