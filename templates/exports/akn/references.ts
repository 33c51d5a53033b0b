/**
 * Mentions of other acts, and of the standard's own points and annexes, in a line of text.
 *
 *       осы стандартқа 1 және 2-қосымшаларда    1 → annex 1, «2-қосымшаларда» → annex 2
 *       мерзімдері 11-тармақта айқындалған      point 11 of the same standard
 *       Заңының 3-бабы 2, 3-тармақтарының       of a law: none of ours
 */

/** Words in a line that refer to something, and its address. */
export interface Reference {
  start: number
  end: number
  href: string
}

/** Identifiers of what a standard can refer to in itself; what stands in it twice is not in here. */
export interface Targets {
  /** By number: «11», and by number and marker: «11.2)». */
  points: ReadonlyMap<string, string>
  /** By number: «4». */
  annexes: ReadonlyMap<string, string>
}

const NUMBER = String.raw`\d+(?:-\d+)?`
/** «1, 2 және 3-қосымшаларында», «11-тармағының 2) тармақшасында» */
const MENTION = new RegExp(
  String.raw`(?<![\p{L}\d.№-])(?<numbers>(?:${NUMBER}(?:,\s*|\s+және\s+|\s+мен\s+)){0,20})(?<last>${NUMBER})-(?<unit>қосымша|тарма[қғ])(?!ша)\p{L}*(?:\s+(?<item>\d+)\)\s+тармақша\p{L}*)?`,
  'gu',
)
/** «осы стандартқа», «осы мемлекеттік қызмет стандартының»: right before it */
const OF_THIS_STANDARD = /(?<!\p{L})осы\s+(?:мемлекеттік\s+қызмет\s+)?стандарт(?:қа|тың|ының)\s+$/iu
/** «қаулының», «Заңға», «3-бабы»: the number is that of something else */
const OF_ANOTHER = /(?:[ндт][ыі]ң|[ғгқк][ае]|ба(?:бы|п|птары))[»”"]?\s+$/iu
/** A letter or a closing mark, and blanks: words stand right before the number. */
const WORDS_BEFORE = /[\p{L}»”")]\s+$/u

/** So much is looked at before a number. */
const BEFORE = 80

/** Mentions of points and annexes of the standard itself, as far as they are for certain. */
export function ownReferences(line: string, targets: Targets): Reference[] {
  const found: Reference[] = []
  for (const match of line.matchAll(MENTION)) {
    const {numbers = '', last = '', unit = '', item} = match.groups ?? {}
    const before = line.slice(Math.max(0, match.index - BEFORE), match.index)
    if (!OF_THIS_STANDARD.test(before) && (OF_ANOTHER.test(before) || !WORDS_BEFORE.test(before))) continue
    const places = unit === 'қосымша' ? targets.annexes : targets.points
    for (const number of numbers.matchAll(new RegExp(NUMBER, 'gu'))) {
      const start = match.index + number.index
      push(found, places.get(number[0]), start, start + number[0].length)
    }
    const start = match.index + numbers.length
    const point = item === undefined || unit === 'қосымша' ? undefined : targets.points.get(`${last}.${item})`)
    const named = match[0].slice(numbers.length)
    const short = item === undefined ? named : named.slice(0, /\s+\d+\)\s+тармақша\p{L}*$/u.exec(named)?.index)
    if (point === undefined) push(found, places.get(last), start, start + short.length)
    else push(found, point, start, start + named.length)
  }
  return found
}

function push(found: Reference[], eId: string | undefined, start: number, end: number): void {
  if (eId !== undefined) found.push({start, end, href: `#${eId}`})
}

/** Those that do not overlap an earlier one, in order. */
export function apart(references: readonly Reference[]): Reference[] {
  let end = 0
  return references
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((reference) => {
      if (reference.start < end) return false
      end = reference.end
      return true
    })
}

/** What stands once among the entries. */
export function unique(entries: readonly (readonly [key: string, eId: string])[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const [key] of entries) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Map(entries.filter(([key]) => counts.get(key) === 1))
}
