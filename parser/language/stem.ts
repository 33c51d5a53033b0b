/**
 * The words of search: one folding and one stemming for index, query and browser.
 *
 *     жәрдемақыларды, жардемакы, járdemaqy     →  жардемак
 *     Өскеменде, Оскемен, Öskemen              →  оскемен
 *
 * The rules and their order were found by measuring (see docs/search.md): fold the letters that keyboards lack first,
 * then a lexicon of lemmas learned from the data, then endings, then three evenings-out at the end of the stem. Verb
 * endings are left alone: «-етін» would eat «қызметін».
 */
import {harmony, foldLookAlikes, FRONT_VOWELS, BACK_VOWELS} from './alphabet.ts'
import {fromLatin, isLatinWord} from './transliteration.ts'

/** Letters that Russian keyboards lack, and those people write for them. */
const FOLDED = new Map([...'әғқңөұүһіёэ'].map((letter, at) => [letter, [...'агкноуухиее'][at] ?? letter]))
const FOLDABLE = /[әғқңөұүһіёэ]/gu
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu
/** Words and numbers; an apostrophe only inside a word in Latin letters («ko'mek»). */
const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’ʼ][\p{Script=Latin}\p{M}]*)*|\d+/gu

/** Words and numbers of a text, in lower case, as written otherwise, with their places. */
export function tokens(text: string): {word: string; start: number; end: number}[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The folded form of one word: what all ways of writing it have in common, endings included. */
export function foldWord(word: string): string {
  const lower = foldLookAlikes(word.normalize('NFC').replace(INVISIBLE, '')).toLowerCase()
  const cyrillic = isLatinWord(lower) ? fromLatin(lower) : lower
  return cyrillic.replace(FOLDABLE, (letter) => FOLDED.get(letter) ?? letter)
}

/** The folded sounds before an ending, which decide its first letter: «сай-ды» but «сайт-ты». */
const OPEN = 'аеиоуыярй'
const VOICED = 'лмнзж'
const VOICELESS = 'кпстшхфцчщбвгд'

/** An ending by what stands before it: after vowels and р, й; after other voiced sounds; after voiceless ones. */
function ending(open: string, voiced: string, voiceless: string): string {
  return `(?:(?<=[${OPEN}])${open}|(?<=[${VOICED}])${voiced}|(?<=[${VOICELESS}])${voiceless})`
}

/** «-лық»: a noun or adjective made of a noun; «-лығ-» before a vowel. */
const CLASS = ending('л[ыи][кг]', '[лд][ыи][кг]', 'т[ыи][кг]')
const PLURAL = ending('л[ае]р', '[лд][ае]р', 'т[ае]р')
const THIRD = '(?:(?<=[аеиоуыя])с[ыи]|(?<![аеиоыя])[ыи])'
/** First and second person: only after a lemma that is known («бөлім» is not «бөл» + «ім»). */
const PERSON = '(?:[ыи]?м|[ыи]?н|[ыи]?м[ыи]з|[ыи]?н[ыи]з)'
/** Cases after a stem or a plural: genitive, accusative, dative, locative (with -дағы), ablative, instrumental. */
const CASE =
  '(?:' +
  [
    ending('[нд][ыи]н', '[нд][ыи]н', 'т[ыи]н'),
    ending('[нд][ыи]', 'д[ыи]', 'т[ыи]'),
    ending('г[ае]', 'г[ае]', 'к[ае]'),
    ending('д[ае](?:г[ыи])?', 'д[ае](?:г[ыи])?', 'т[ае](?:г[ыи])?'),
    ending('д[ае]н', '[дн][ае]н', 'т[ае]н'),
    ending('мен', '[мб]ен', 'пен'),
  ].join('|') +
  ')'
/** Cases after a possessive in the third person. */
const CASE_THIRD = '(?:н|н[ае]|н[ыи]н|нд[ае](?:г[ыи])?|н[ае]н|мен)'
/** Cases after a possessive in the first or second person. */
const CASE_PERSON = '(?:[нд][ыи]н?|[ае]|д[ае](?:г[ыи])?|[нд][ае]н|мен)'
/** What may follow a known lemma; tested on the lemma's last letter and the rest. */
const CHAIN = new RegExp(`^.(?:${CLASS})?(?:${PLURAL})?(?:${THIRD}(?:${CASE_THIRD})?|${PERSON}(?:${CASE_PERSON})?|${CASE})?$`, 'u')
/**
 * What may part a form from its lemma when the lexicon is learned: no persons, and «-лық» only where no vowel follows, so
 * that «орталығы» speaks for «орталық» and not for «орта».
 */
const CHAIN_LEARNED = new RegExp(`^.(?:${CLASS})?(?:${PLURAL})?(?:${THIRD}(?:${CASE_THIRD})?|${CASE})?$`, 'u')
const CLASS_BEFORE_VOWEL = /^[лдт][ыи]г/u
const STARTS_WITH_VOWEL = /^[ыиае]/u

/** Endings stripped from a word the lexicon does not help with, in this order. */
const ENDINGS: readonly RegExp[] = [
  /(?<=[ыи])(?:нын|нин|ндагы|ндеги|нда|нде|нан|нен|мен|на|не)$/u,
  new RegExp(`${CASE}$`, 'u'),
  /(?<=[ыи])н$/u,
  new RegExp(`${THIRD}$`, 'u'),
  new RegExp(`${PLURAL}$`, 'u'),
  new RegExp(`${CLASS}$`, 'u'),
]
const PASSES = 3
const SHORTEST = 3
/** Stems of two letters that endings may be stripped down to: үй, іс, ай, ел, ер, су, жыл needs no help. */
const SHORT_STEMS = new Set(['уй', 'ис', 'ай', 'ел', 'ер', 'су', 'ат', 'от', 'ас', 'ак', 'жа'])
const VERBAL_NOUN_FROM = 6

export type Stemmer = (word: string) => string

/** Lemmas that can be asked for one by one. */
export type Lexicon = Pick<ReadonlySet<string>, 'has'>

/**
 * A stemmer that knows the lemmas of a lexicon (folded, as `learnLexicon` gives them). It takes a word as written or
 * folded, in any of the alphabets, and gives the stem that all its forms share.
 */
export function createStemmer(lexicon: Iterable<string> | Lexicon): Stemmer {
  const lemmas: Lexicon = 'has' in lexicon ? lexicon : new Set(lexicon)
  const memory = new Map<string, string>()
  return (word) => {
    let stem = memory.get(word)
    if (stem === undefined) {
      const folded = foldWord(word)
      stem = LETTERS.test(folded) ? evenOut(lemmaOf(folded, lemmas) ?? stripEndings(folded)) : folded
      memory.set(word, stem)
    }
    return stem
  }
}
const LETTERS = /^\p{L}+$/u

/** The longest known lemma of a folded word, or null. */
function lemmaOf(folded: string, lemmas: Lexicon): string | null {
  for (let size = folded.length; size >= 2; size--) {
    const rest = folded.slice(size)
    if (!CHAIN.test(folded.slice(size - 1))) continue
    const lemma = spellings(folded.slice(0, size), rest).find((spelling) => lemmas.has(spelling))
    if (lemma !== undefined && (lemma.length >= SHORTEST || SHORT_STEMS.has(lemma))) return lemma
  }
  return null
}

/** How a lemma may be spelled without the ending: «бөліг-і» is «бөлік», «кітаб-ы» «кітап», «халқ-ы» «халық». */
function spellings(stem: string, rest: string): string[] {
  if (!STARTS_WITH_VOWEL.test(rest)) return [stem]
  const last = stem.charAt(stem.length - 1)
  const voiceless = last === 'г' ? 'к' : last === 'б' ? 'п' : null
  const head = stem.slice(0, -1)
  return [stem, ...(voiceless === null ? [] : [head + voiceless]), `${head}ы${last}`, `${head}и${last}`]
}

function stripEndings(folded: string): string {
  let stem = folded
  for (let pass = 0; pass < PASSES; pass++) {
    const before = stem
    for (const ending of ENDINGS) {
      const shorter = stem.replace(ending, '')
      if (shorter === stem || (shorter.length < SHORTEST && !SHORT_STEMS.has(shorter))) continue
      stem = shorter
    }
    if (stem === before) break
  }
  return stem
}

/** «тағайындау» and «тағайынд-»; «жәрдемақы» and «жәрдемақ-»; «бөліг-» and «бөлік»: one spelling for the stem's end. */
function evenOut(stem: string): string {
  let even = stem
  if (even.length >= VERBAL_NOUN_FROM && even.endsWith('у')) even = even.slice(0, -1)
  if (even.length > SHORTEST && /[бвгджзйклмнпрстфхцчшщ][ыи]$/u.test(even)) even = even.slice(0, -1)
  return even.replace(/г$/u, 'к').replace(/б$/u, 'п')
}

/** So many different forms must speak for a lemma. */
const FORMS_NEEDED = 2
/** A word seen so often, and always with a capital, is a name: «Өскемен» keeps its «-мен». */
const NAME_SEEN = 2

const PLURAL_FORM = new RegExp(`${PLURAL}$`, 'u')
const GENITIVE = /[ндт][ыи]н$/u
/** Steps from a form to what it is a form of. */
const GENERATIONS = 4

interface KnownWord {
  /** As most often written, in lower case. */
  word: string
  count: number
  /** Whether it was ever seen without a capital. */
  small: boolean
  best: number
}

/**
 * Learns lemmas from running words (as written, case kept → how often). A lemma is what the most words of the list are
 * forms of, whether it stands there itself or not: «азаматтар» and «азаматтың» speak for «азамат». Words with no
 * relatives give no lemma, but for names; the endings are left to the rules. Harmony is looked at while the letters
 * still tell it. The result is folded and sorted.
 */
export function learnLexicon(words: ReadonlyMap<string, number>): string[] {
  const known = new Map<string, KnownWord>()
  for (const [written, count] of words) {
    const word = foldLookAlikes(written).toLowerCase()
    const folded = foldWord(word)
    if (!LETTERS.test(folded) || isLatinWord(word)) continue
    const entry = known.get(folded) ?? {word, count: 0, small: false, best: 0}
    if (count > entry.best) Object.assign(entry, {word, best: count})
    entry.count += count
    entry.small ||= written === written.toLowerCase()
    known.set(folded, entry)
  }
  const forms = new Map<string, number>()
  const parents = new Map<string, string[]>()
  for (const [folded, {word}] of known) {
    const candidates = lemmasFor(folded, word)
    parents.set(folded, candidates)
    for (const candidate of candidates) forms.set(candidate, (forms.get(candidate) ?? 0) + 1)
  }
  // Standing in the list itself speaks for a lemma, unless it is a plural: «ресурстар» stands there where «ресурс» does not.
  const weight = (candidate: string) => (forms.get(candidate) ?? 0) + (PLURAL_FORM.test(candidate) ? -0.25 : known.has(candidate) ? 0.5 : 0)
  const parentOf = (word: string): string => {
    // The first of the best: candidates come as written before respelled, the longer before the shorter.
    let best = word
    for (const candidate of parents.get(word) ?? []) if (weight(candidate) > weight(best)) best = candidate
    return best
  }
  const lemmas = new Set<string>()
  for (const [folded, entry] of known) {
    // A slip of the source («бөлімшелерілері») must not make a lemma of a form: go on to the parent's parent.
    let lemma = parentOf(folded)
    for (let step = 0; step < GENERATIONS; step++) lemma = parentOf(lemma)
    // «бөлімшес», torn from «бөлімшесі», is no lemma where «бөлімше» is one.
    if (lemma.endsWith('с') && known.has(lemma.slice(0, -1)) && weight(lemma.slice(0, -1)) >= weight(lemma)) lemma = lemma.slice(0, -1)
    if ((forms.get(lemma) ?? 0) >= FORMS_NEEDED) lemmas.add(lemma)
    else if (!entry.small && entry.count >= NAME_SEEN) lemmas.add(folded)
  }
  return [...lemmas].sort()
}

/** Everything a word may be a form of, itself first. */
function lemmasFor(folded: string, word: string): string[] {
  const plain: string[] = []
  const respelled: string[] = []
  for (let size = folded.length; size >= 2; size--) {
    const rest = folded.slice(size)
    if (!CHAIN_LEARNED.test(folded.slice(size - 1)) || CLASS_BEFORE_VOWEL.test(rest) || !inHarmony(word.slice(0, size), word.slice(size)))
      continue
    // «дипломының» ends in the genitive «-ның», not in «дипломын» + «-ың»: folding took the difference away.
    if (word.endsWith('ң') && rest !== '' && !GENITIVE.test(rest)) continue
    const [stem = '', ...others] = spellings(folded.slice(0, size), rest)
    if (stem.length < SHORTEST && !SHORT_STEMS.has(stem)) continue
    plain.push(stem)
    respelled.push(...others)
  }
  return [...plain, ...respelled]
}

/** Whether the first vowel of the endings goes with the last one of the stem; «-мен» goes with all. */
function inHarmony(stem: string, rest: string): boolean {
  const vowel = [...rest].find((letter) => BACK_VOWELS.includes(letter) || FRONT_VOWELS.includes(letter))
  const before = harmony(stem)
  if (vowel === undefined || before === null || /^[мбп]ен$/u.test(rest)) return true
  return before === (BACK_VOWELS.includes(vowel) ? 'back' : 'front')
}
