/** Languages of the site and the way a page or component gets its texts and links. */
import {DEFAULT_LOCALE, localize} from '../urls.ts'
import type {Locale} from '../urls.ts'
import {kk} from './kk.ts'
import type {Strings} from './kk.ts'

export type {Strings} from './kk.ts'

const TABLES: Partial<Record<Locale, Strings>> = {kk}

/** Languages whose texts exist; each gets its own pages. */
export const LOCALES = Object.keys(TABLES) as Locale[]

export interface LocaleTools {
  locale: Locale
  t: Strings
  /** Puts the language's prefix before a path of `urls.ts`. */
  link: (path: string) => string
}

/** Texts and links of the language a page is in; `params` are those of the page's route. */
export function useLocale({params}: {params: Record<string, string | undefined>}): LocaleTools {
  const locale = LOCALES.find((one) => one === params['locale']) ?? DEFAULT_LOCALE
  return {locale, t: TABLES[locale] ?? kk, link: (path) => localize(path, locale)}
}

/** The texts of a language. */
export function stringsOf(locale: Locale): Strings {
  return TABLES[locale] ?? kk
}

interface StaticPath<Params, Props> {
  params: Params & {locale: string | undefined}
  props: Props
}

/** Routes of one kind of page in every language, for `getStaticPaths`. */
export function inEveryLocale<Params extends object, Props>(pages: {params: Params; props: Props}[]): StaticPath<Params, Props>[] {
  return LOCALES.flatMap((locale) =>
    pages.map(({params, props}) => ({params: {...params, locale: locale === DEFAULT_LOCALE ? undefined : locale}, props})),
  )
}
