/** What every page of offices says the same way: names of offices, regions and kinds, links of regions. */
import type {Office} from '../../parser/model/index.ts'
import {annexById} from '../data.ts'
import {stringsOf} from '../i18n/index.ts'
import {regionName, shortRegionName} from '../i18n/names.ts'
import type {Name} from '../i18n/names.ts'
import {shortNames} from '../prepare/region-tiles.ts'
import {DEFAULT_LOCALE} from '../urls.ts'
import type {Locale} from '../urls.ts'
import {strings} from './Offices.strings.ts'

/** The act whose annex this is. */
export const resolutionOf = (annex: string): string | undefined => annexById(annex)?.standard.resolution

/** «2012-1278-2/2» → «2012-1278-2, 2-қосымша» */
export function listName(annex: string, locale: Locale): string {
  const found = annexById(annex)
  return found ? `${found.standard.id}, ${stringsOf(locale).format.annex(found.annex.number)}` : annex
}

/** The name of an office; what it is, where the lists have none. */
export function officeName({name, kind}: Pick<Office, 'name' | 'kind'>, locale: Locale): Name {
  if (name.trim() === '') return {text: strings[locale].unnamed(stringsOf(locale).offices.kindName(kind)), lang: undefined}
  return {text: name, lang: locale === DEFAULT_LOCALE ? undefined : DEFAULT_LOCALE}
}

/** The heading of a kind, in the plural. */
export function kindHeading(kind: string, locale: Locale): string {
  const {kinds, otherKind} = strings[locale]
  return (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? otherKind
}

/** A region's name on a page; the lists may tell none. */
export function nameOfRegion(name: string | null, locale: Locale): Name {
  return name === null ? {text: stringsOf(locale).offices.unknownRegion, lang: undefined} : regionName(name, locale)
}

/** What the address of a region is made from, the same in every language. */
export function regionKey(name: string | null): string {
  return name ?? stringsOf(DEFAULT_LOCALE).offices.unknownRegion
}

/** Names of regions for narrow places, by the published name. */
export function shortRegionNames(names: readonly string[], locale: Locale): Map<string, Name> {
  if (locale !== DEFAULT_LOCALE) return new Map(names.map((name) => [name, shortRegionName(name, locale)]))
  return new Map([...shortNames(names)].map(([name, text]) => [name, {text, lang: undefined}]))
}

/** «2012-10-09» → «09.10.2012», for narrow columns. */
export const shortDate = (iso: string): string => iso.split('-').reverse().join('.')
