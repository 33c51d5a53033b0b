/** An office in the blanks: to whom an application goes, whose receipt it is. */
import type {Inline, Office} from '../../parser/model/index.ts'
import {UsageError} from './command.ts'
import type {Blank, Library} from './forms-blanks.ts'
import {nearest} from './suggest.ts'

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
/** The word is printed in the blank: «______ ауданы (қаласы)». */
const SUFFIX = /\s+(?:облысы|ауданы|қаласы)$/u

/**
 * Finds an office.
 *
 * @throws UsageError with the nearest ids and names
 */
export function findOffice(library: Library, typed: string): Office {
  const found = library.offices.find(({id}) => id === typed)
  if (found) return found
  const byName = library.offices.filter(({name}) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, 5)
  const near =
    byName.length > 0
      ? byName.map(({id}) => id)
      : nearest(
          typed,
          library.offices.map(({id}) => id),
        )
  throw new UsageError(`there is no office «${typed}»${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`)
}

/** Standards whose lists name the office. */
export const standardsOf = (office: Office): Set<string> => new Set(office.standards)

/** What is known of the office for the fields of a blank. */
export function officeValues(blank: Blank, office: Office): Record<string, string> {
  const values: Record<string, string> = {}
  if (blank.fields.some(({name}) => name === 'office') && blank.blocks.length === 0) {
    values['office'] = [office.name, office.address, office.phones.map(({text}) => text).join(', ')]
      .filter((part) => part !== '')
      .join(', ')
  }
  const byName = new Map(blank.fields.map((field) => [field.name, field]))
  const gaps = blank.blocks
    .filter((block) => block.type === 'addressee')
    .flatMap((block) => block.lines.flat())
    .filter((inline): inline is Extract<Inline, {type: 'gap'}> => inline.type === 'gap')
  for (const gap of gaps) {
    const label = byName.get(gap.field)?.label ?? gap.caption ?? ''
    if (NAME.test(label) && !/басшы/iu.test(label)) values[gap.field] = office.name
    else if (APPLICANT.test(label)) break
    else if (LOCALITY.test(label))
      values[gap.field] = [office.locality, office.district, office.region].filter((part) => part !== null).join(', ')
    else if (REGION.test(label) && !DISTRICT.test(label)) values[gap.field] = (office.region ?? '').replace(SUFFIX, '')
    else if (DISTRICT.test(label)) values[gap.field] = (office.district ?? office.locality ?? '').replace(SUFFIX, '')
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}
