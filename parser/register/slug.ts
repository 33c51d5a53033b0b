/**
 * Identifiers of offices.
 *
 *     Қорғалжын аудандық бөлімі, Ақмола облысы      → aqmola-service-centre-korgaljin
 *     № 2 қалалық бөлім, Қарағанды облысы           → qaragandy-service-centre-city-2
 *
 * A slug says region, kind, place and number, in the words of the first resolution (by year and number) that names the
 * office, ways of writing folded: a later resolution never changes it. Where two offices would have the same, all of them
 * add what they differ in: rank, locality, street, house.
 */
import {stemOf} from './skeleton.ts'
import type {Candidate} from './matching.ts'

/** Latin letters of Kazakh and Russian ones, marks dropped. */
const LETTERS: Record<string, string> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}
/** «Степногорск», «Степногор»; «Зеленовский», «Зеленов»: the endings that come and go most. */
const ENDING = /(?<=.{4})(?:ски|ск)$/u
const LONGEST = 80

/** Letters, digits and hyphens only; may be empty. */
export function slug(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
}

/** A slug for each group, all different. */
export function slugs(groups: readonly (readonly Candidate[])[]): string[] {
  let names = groups.map(baseSlug)
  const further: ((group: readonly Candidate[]) => string)[] = [
    (group) => first(group, ({readName}) => readName.level ?? ''),
    (group) => first(group, ({readName}) => readName.unit),
    (group) => first(group, ({keys}) => (keys.localities.length > 0 ? stemOf(keys.localities.at(-1)!) : null)),
    (group) => first(group, ({keys}) => keys.street ?? keys.microdistrict),
    (group) => first(group, ({keys}) => keys.house),
    (group) => first(group, ({numbers}) => numbers[0] ?? null),
  ]
  for (const add of further) {
    const counts = countOf(names)
    names = names.map((name, at) => (counts.get(name)! > 1 ? join(name, slug(add(groups[at]!))) : name))
  }
  const used = new Map<string, number>()
  return names.map((name) => {
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return count === 1 ? name : `${name}-${String(count)}`
  })
}

function baseSlug(group: readonly Candidate[]): string {
  const [{kind, region}] = group as [Candidate]
  const head = group.some(({readName}) => readName.head)
  const place = head
    ? ''
    : first(group, ({readName}) => (readName.bare ? null : readName.words.map((word) => word.replace(ENDING, '')).join(' ')))
  const level = head || place !== '' ? '' : first(group, ({readName}) => readName.level ?? '')
  const number = first(group, ({readName}) => readName.number ?? '')
  const where = region === null ? '' : slug(region.replace(/ облысы$/u, ''))
  return join(where, kind, slug(place), level, number).slice(0, LONGEST).replace(/-+$/u, '')
}

/** What most rows of the first resolution say that says anything; empty where none does. */
function first(group: readonly Candidate[], say: (candidate: Candidate) => string | null): string {
  let earliest: string | null = null
  const voices = new Map<string, number>()
  for (const {value, resolution} of statements(group, say)) {
    if (earliest !== null && earliest !== resolution) break
    earliest = resolution
    voices.set(value, (voices.get(value) ?? 0) + 1)
  }
  const [most] = [...voices].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most?.[0] ?? ''
}

/** What each row says, in the order of the resolutions. */
function statements(group: readonly Candidate[], say: (candidate: Candidate) => string | null) {
  return group
    .flatMap((candidate) => {
      const value = say(candidate)
      return value === null ? [] : candidate.appearances.map(({order, standard}) => ({value, order, resolution: standard.resolution}))
    })
    .sort((a, b) => a.order - b.order)
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('-')
}
