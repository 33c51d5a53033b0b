/**
 * Spellings of one name brought together: what is left of a word when the ways of writing it are taken away.
 *
 *     Мәртөк, Мартук            Бұқар жырау, Бұхар Жырау        Осакаровка, Осакаров
 *     марток, мартук            букаржирау, бухаржирау          осакаров, осакаров
 *
 * Kazakh letters are folded to their Russian neighbours, hard and soft signs dropped, double letters made one, Russian
 * endings of place and street names cut off. What still differs is measured in letters.
 */
import {foldKey} from '../language/alphabet.ts'

const LETTERS: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ы: 'и',
  й: 'и',
  э: 'е',
  ё: 'е',
  щ: 'ш',
  ъ: '',
  ь: '',
  ю: 'иу',
  я: 'иа',
}
const FOLDED = /[әғқңөұүһіыйэёщъьюя]/gu
const DOUBLE = /(\p{L})\1+/gu
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu
/** «Вокзальная», «Вокзал»; «Степногорск», «Степногор»; «Явленка», «Явленко»; «Зеленовский», «Зеленов». */
const ENDING = /(?:скаиа|ски|ское|скои|ск|аиа|ое|ка|ко|ова|ово|а|о|е)$/u
/** «Зырян» and «Зыряновск», «Лебяжі» and «Лебяжинский», «Қызылқоға» and «Қызылқоғалы»: what one spelling has more than the other. */
const MORE = /^(?:ов|ев|ин|нов|н|арн?|а?ли|ели|ди|а?си|л|д|т)$/u
/** Letters that a name must have before endings of the other kind are looked for. */
const LONG_ENOUGH = 5
/** «Казталовка», «Казталов»: a stem keeps at least so many letters. */
const SHORTEST_STEM = 4

/** Letters only, ways of writing folded. */
export function skeleton(text: string): string {
  return bones(foldKey(text))
}

/** The same of a text that is folded already. */
export function bones(folded: string): string {
  return folded
    .replace(FOLDED, (letter) => LETTERS[letter] ?? letter)
    .replace(NOT_LETTERS, '')
    .replace(DOUBLE, '$1')
}

/** The skeleton without the endings that Russian names have. */
export function stemOf(name: string): string {
  return shapeOf(name).stem
}

interface Shape {
  stem: string
  /** Its numbers: «№ 1» and «№ 2», «21 шағын аудан» and «12 шағын аудан» differ, for digits are no spelling. */
  digits: string
}

/** The same few thousand names are compared millions of times: each is taken apart once, and memory is bounded. */
const shapes = new Map<string, Shape>()
const SHAPES_KEPT = 50_000

function shapeOf(name: string): Shape {
  const known = shapes.get(name)
  if (known) return known
  let stem = name
  for (let round = 0; round < 2; round++) {
    const shorter = stem.replace(ENDING, '')
    if (shorter.length < SHORTEST_STEM || shorter === stem) break
    stem = shorter
  }
  const shape = {stem, digits: name.replace(/\D+/gu, ' ').trim()}
  if (shapes.size >= SHAPES_KEPT) shapes.clear()
  shapes.set(name, shape)
  return shape
}

/** How two names compare: the same, the same in another spelling, or different. Skeletons go in. */
export function likeness(a: string, b: string): 'same' | 'spelling' | 'different' {
  if (a === b) return 'same'
  const [one, other] = [shapeOf(a), shapeOf(b)]
  if (one.digits !== other.digits) return 'different'
  const [left, right] = [one.stem, other.stem]
  if (left === right) return 'spelling'
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  if (short.length >= LONG_ENOUGH && long.startsWith(short) && MORE.test(long.slice(short.length))) return 'spelling'
  const allowed = long.length < 4 ? 0 : long.length < 8 ? 1 : 2
  return allowed > 0 && distance(left, right, allowed) <= allowed ? 'spelling' : 'different'
}

/**
 * True where all words of the shorter name are in the longer one: «Исламов» and «Кентал Исламов», «Балықшы Байжігітов». Of two
 * names of as many words each must be in the other («Жамбыл Жамбыл» is not «Жамбыл Абай»), so that it does not matter which comes first.
 */
export function within(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const isIn = (word: string, words: readonly string[]) => words.some((other) => likeness(word, other) !== 'different')
  if (few.join('').length < LONG_ENOUGH || !few.every((word) => isIn(word, many))) return false
  return a.length !== b.length || many.every((word) => isIn(word, few))
}

/** Letters to change, insert or delete to make one word of the other; more than `limit` is told as `limit + 1`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // What both begin and end with costs nothing; most pairs differ at once.
  let from = 0
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const [height, width] = [endA - from, endB - from]
  // One letter is left of the longer one at most, or two letters differ.
  if (height <= 1 && width <= 1) return Math.max(height, width)
  if (limit <= 1) return limit + 1
  let row = Array.from({length: width + 1}, (_, at) => at)
  for (let i = 1; i <= height; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= width; j++) {
      const change = a.charCodeAt(from + i - 1) === b.charCodeAt(from + j - 1) ? 0 : 1
      const cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change)
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    row = next
  }
  return row[width]!
}
