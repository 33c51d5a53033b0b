/** An office in the blanks: to whom an application goes, whose receipt it is. */
import type {Inline} from '../../../parser/model/index.ts'
import {UsageError} from '../command.ts'
import type {Blank, Library, ListedOffice} from './blanks.ts'
import {nearest} from '../suggest.ts'

/** From here on an addressee block speaks of the applicant: «тегі, аты, әкесінің аты», «мемлекеттік қызметті алушының толық атауы». */
const APPLICANT = /тегі|аты-жөні|алушы|өтініш беруші|тұтынушы|басшы|Т\.\s?А\.\s?Ә/iu
/** «уәкілетті органның толық атауы» */
const NAME = /(?:орган|ұйым|мекеме|бөлімше)\p{L}*\s(?:толық\s)?атауы/iu
/** «елді мекен, аудан, облыс» */
const LOCALITY = /елді мекен/iu
/** «облысы» */
const REGION = /облыс/iu
/** «ауданы (қаласы)», «қаланың/ауданның» */
const DISTRICT = /аудан|қала/iu
/** The kinds of place that a blank may print after its gap: «______ ауданы (қаласы)», «______ қаланың/ауданның». */
const KINDS = [
  {word: /облыс/iu, ending: /\s+облысы$/u},
  {word: /аудан/iu, ending: /\s+ауданы$/u},
  {word: /қала/iu, ending: /\s+қаласы$/u},
] as const

/** «ауданы (қаласы)», «қаланың/ауданның»: what stands farther off belongs to the next words. */
const PRINTED_KIND = 20

/**
 * Finds an office.
 *
 * @throws UsageError with the nearest ids and names
 */
export function findOffice(library: Library, typed: string): ListedOffice {
  const found = library.offices().find(({id}) => id === typed)
  if (found) return found
  const byName = library
    .offices()
    .filter(({name}) => name.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, 5)
  const near =
    byName.length > 0
      ? byName.map(({id}) => id)
      : nearest(
          typed,
          library.offices().map(({id}) => id),
        )
  throw new UsageError(`there is no office «${typed}»${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`)
}

/** Standards whose lists name the office. */
export const standardsOf = (office: ListedOffice): Set<string> => new Set(office.standards)

/**
 * What is known of the office for the fields of a blank. A place is written only with the kind its list gives it: an office of «Алматы
 * қаласы» is in no «облысы», so that gap stays empty.
 *
 * @param say told of every gap of a place that stays empty
 */
export function officeValues(blank: Blank, office: ListedOffice, say: (message: string) => void = () => undefined): Record<string, string> {
  const values: Record<string, string> = {}
  if (blank.fields.some(({name}) => name === 'office') && blank.blocks.length === 0) {
    values['office'] = [office.name, office.address, office.phones.map(({text}) => text).join(', ')]
      .filter((part) => part !== '')
      .join(', ')
  }
  const byName = new Map(blank.fields.map((field) => [field.name, field]))
  for (const {gap, after} of gapsOf(blank)) {
    const label = byName.get(gap.field)?.label ?? gap.caption ?? ''
    let places: readonly (string | null)[] = []
    if (NAME.test(label) && !/басшы/iu.test(label)) {
      values[gap.field] = office.name
      continue
    } else if (APPLICANT.test(label)) break
    else if (LOCALITY.test(label)) {
      values[gap.field] = [...new Set([office.locality, office.district, office.region])].filter((part) => part !== null).join(', ')
      continue
    } else if (REGION.test(label) && !DISTRICT.test(label)) places = [office.region]
    else if (DISTRICT.test(label)) places = [office.district, office.locality, office.region]
    else continue
    const value = placeOf(places, label, after)
    if (value === null) say(`${blank.id}: ${gap.field} («${label}») stays empty: the list of ${office.id} gives no such place`)
    else values[gap.field] = value
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** The gaps of the addressee, each with the beginning of what is printed after it in its line. */
const gapsOf = (blank: Blank): {gap: Extract<Inline, {type: 'gap'}>; after: string}[] =>
  blank.blocks
    .filter((block) => block.type === 'addressee')
    .flatMap((block) => block.lines)
    .flatMap((line) =>
      line.flatMap((inline, index) => {
        if (inline.type !== 'gap') return []
        const next = line[index + 1]
        return [{gap: inline, after: next?.type === 'text' ? next.value.trimStart().slice(0, PRINTED_KIND) : ''}]
      }),
    )

/** The first place of a kind that the gap is for; its kind word is left out only where the blank prints it. */
function placeOf(places: readonly (string | null)[], label: string, after: string): string | null {
  const kinds = KINDS.filter(({word}) => word.test(label))
  for (const place of places) {
    const kind = kinds.find(({ending}) => place !== null && ending.test(place))
    if (place !== null && kind) return kind.word.test(after) ? place.replace(kind.ending, '') : place
  }
  return null
}
