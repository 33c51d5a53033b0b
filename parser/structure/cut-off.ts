/**
 * A source that ends too early.
 *
 *       "13) осы стандартқа 4-қосымшаға сәйкес сапа және тиімділік көрсеткіштері"   a point speaks of annex 4
 *       "17\tҚаратал ауданының бөлімі\tҮштөбе қ"                                    the text ends in the table of annex 2
 *
 * A standard has five sections, and its points name its annexes; what is missing at the very end was cut off.
 */
import type {Annex, Standard} from '../model/index.ts'

/** Sections of every standard, by the Government's model of a standard. */
const SECTIONS = 5
/** The last section of a later model, which has four: «… ескерілген өзге талаптар» */
const LAST_OF_FOUR = /өзге\s+талаптар$/iu
/** «осы стандартқа 1, 2 және 4-қосымшаларға», «осы стандарттың 3-қосымшасына» */
const ANNEX_REFERENCE = /осы\s+стандарт\p{L}*\s+((?:\d{1,2}(?!\d)(?:\s*[-–,]\s*|\s+және\s+)?){1,40})қосымша/giu
const NUMBER = /\d+/gu

/** Says what is missing after the last standard of a source; null where the end is an end. */
export function findCutOff(standards: readonly Standard[]): string | null {
  const last = standards.filter(({status}) => status === 'included').at(-1)
  if (!last || last.points.length === 0) return null
  const title = `the last standard (${last.id})`
  const section = Math.max(0, ...last.sections.map(({number}) => Number(number)))
  if (section > 0 && section < SECTIONS && !hasLastSection(last.sections))
    return `${title} ends in section ${String(section)} of ${String(SECTIONS)}`
  const present = largestAnnex(last)
  const missing = missingAnnexes(last).filter((number) => number > present)
  if (missing.length > 0) return `${title} speaks of annex ${missing.join(', ')}, and the text ends before it`
  const annex = last.annexes.at(-1)
  return annex && endsInRow(annex) ? `${title} ends within a row of the table of annex ${String(annex.number)}` : null
}

/** True where the sections come to an end that a standard may have. */
export function hasLastSection(sections: readonly {title: string}[]): boolean {
  return sections.length >= SECTIONS || LAST_OF_FOUR.test(sections.at(-1)?.title ?? '')
}

/** The annexes that the points of a standard speak of and that do not follow it. */
export function missingAnnexes(standard: Standard): number[] {
  const present = new Set(standard.annexes.map(({number}) => number))
  return [...annexesNamed(standard)].filter((number) => !present.has(number)).sort((a, b) => a - b)
}

function largestAnnex({annexes}: Standard): number {
  return Math.max(0, ...annexes.map(({number}) => number))
}

function annexesNamed(standard: Standard): Set<number> {
  const named = new Set<number>()
  for (const {text} of standard.points) {
    for (const [, list = ''] of text.matchAll(ANNEX_REFERENCE)) for (const [number] of list.matchAll(NUMBER)) named.add(Number(number))
  }
  return named
}

/** The last row has nothing after its first cell, where most rows have. */
function endsInRow({indicators = [], groups = []}: Annex): boolean {
  const rows = [
    ...groups.flatMap((group) => group.rows.map(({cells}) => cells.slice(1))),
    ...indicators.map(({normative, target, current}) => [normative, target, current]),
  ]
  const empty = rows.map((cells) => cells.every((cell) => cell.trim() === ''))
  return empty.at(-1) === true && empty.filter(Boolean).length * 4 < rows.length
}
