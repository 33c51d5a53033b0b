/**
 * Street names that stand in Russian in one list and in Kazakh in another: the same street to those who know it, another
 * sign to those who look for it.
 *
 *     Победа көшесі, 7-үй
 *     Жеңіс көшесі, 7-үй
 */
import {likeness, skeleton, stemOf} from './skeleton.ts'

const PAIRS: readonly (readonly [string, string])[] = [
  ['Победа', 'Жеңіс'],
  ['Мир', 'Бейбітшілік'],
  ['Труд', 'Еңбек'],
  ['Железнодорожная', 'Темір жол'],
  ['Железнодорожный', 'Теміржол'],
  ['Центральная', 'Орталық'],
  ['Школьная', 'Мектеп'],
  ['Молодежная', 'Жастар'],
  ['8 март', '8 наурыз'],
  ['4 май', '4 мамыр'],
  ['Дружба', 'Достық'],
  ['Независимость', 'Тәуелсіздік'],
  ['Московская', 'Мәскеу'],
  ['Семипалатинская', 'Семей'],
  ['Советская', 'Кеңес'],
  ['Советская', 'Советтер'],
  ['Советов', 'Советтер'],
  ['Комсомольская', 'Комсомол'],
  ['Космонавтов', 'Ғарышкерлер'],
  ['Безымянный', 'Аты аталмаған'],
  ['Набережная', 'Жағалау'],
  ['Степная', 'Дала'],
  ['Новая', 'Жаңа'],
]
const KEYS = PAIRS.map((pair) => pair.map((name) => stemOf(skeleton(name))) as [string, string])

/** True for two names (skeletons) that are a pair of that kind. */
export function translated(a: string, b: string): boolean {
  const [left, right] = [stemOf(a), stemOf(b)]
  return KEYS.some(([one, other]) => (alike(left, one) && alike(right, other)) || (alike(left, other) && alike(right, one)))
}

function alike(a: string, b: string): boolean {
  return a === b || (a.length > 4 && likeness(a, b) !== 'different')
}
