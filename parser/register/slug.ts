/**
 * Identifiers of offices.
 *
 *     Қорғалжын аудандық бөлімі, Ақмола облысы      → aqmola-service-centre-korgaljin
 *     № 2 қалалық бөлім, Қарағанды облысы           → qaragandy-service-centre-city-2
 *
 * A slug says region, kind, place and number, in the spelling that most resolutions agree on once ways of writing are
 * folded: a further source changes it only where it outvotes the others. Where two offices would have the same, all of
 * them add their locality, then their street and house.
 */
import {stemOf} from './skeleton.ts'
import type {Candidate} from './matching.ts'

/** Latin letters of Kazakh and Russian ones, marks dropped. */
const LETTERS: Record<string, string> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', қ: 'q', л: 'l', м: 'm',
  н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'sh', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
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
    (group) => vote(group, ({readName}) => readName.level),
    (group) => vote(group, ({keys}) => (keys.localities.length > 0 ? stemOf(keys.localities.at(-1)!) : null)),
    (group) => vote(group, ({keys}) => keys.street ?? keys.microdistrict),
    (group) => vote(group, ({keys}) => keys.house),
    (group) => vote(group, ({numbers}) => numbers[0] ?? null),
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
  const place = head ? '' : vote(group, ({readName}) => (readName.bare ? null : readName.words.map((word) => word.replace(ENDING, '')).join(' ')))
  const level = head || place !== '' ? '' : vote(group, ({readName}) => readName.level)
  const number = vote(group, (candidate) => candidate.readName.number)
  const where = region === null ? '' : slug(region.replace(/ облысы$/u, ''))
  return join(where, kind, slug(place), level, number).slice(0, LONGEST).replace(/-+$/u, '')
}

/** What most resolutions say, each with one vote; of as many votes the first in the alphabet; empty where none says anything. */
function vote(group: readonly Candidate[], say: (candidate: Candidate) => string | null): string {
  const voices = new Map<string, Map<string, number>>()
  for (const candidate of group) {
    const value = say(candidate)
    if (value === null) continue
    for (const {standard} of candidate.appearances) {
      const own = voices.get(standard.resolution) ?? new Map<string, number>()
      own.set(value, (own.get(value) ?? 0) + 1)
      voices.set(standard.resolution, own)
    }
  }
  const votes = [...voices.values()].map((own) => most(own))
  return most(countOf(votes))
}

function most(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('-')
}
