/** Languages of the site and the way a page or component gets its texts and links. */
import {DEFAULT_LOCALE, LOCALES, localize} from '../urls.ts'
import type {Locale} from '../urls.ts'
import {en} from './en/index.ts'
import {kk} from './kk/index.ts'
import type {Strings} from './kk/index.ts'
import {ru} from './ru/index.ts'
import {translations} from './translations.ts'

export type {Strings} from './kk/index.ts'
export {LOCALES}

const TABLES = translations<Strings>('site/i18n', {kk, ru, en})

export interface LocaleTools {
  locale: Locale
  t: Strings
  /** Puts the language's prefix before a path of `urls.ts`. */
  link: (path: string) => string
  /**
   * The `lang` of an element that holds official text (titles, points, facts in the act's words, names and addresses of
   * offices): it stays Kazakh in every language. Not set on Kazakh pages, whose language it is anyway.
   */
  official: 'kk' | undefined
}

/** Texts and links of the language a page is in; `params` are those of the page's route. */
export function useLocale({params}: {params: Record<string, string | undefined>}): LocaleTools {
  const locale = LOCALES.find((one) => one === params['locale']) ?? DEFAULT_LOCALE
  return {
    locale,
    t: TABLES[locale],
    link: (path) => localize(path, locale),
    official: locale === DEFAULT_LOCALE ? undefined : DEFAULT_LOCALE,
  }
}

/** The texts of a language. */
export function stringsOf(locale: Locale): Strings {
  return TABLES[locale]
}

interface StaticPath<Params, Props> {
  params: Params & {locale: string | undefined}
  props: Props
}

/** Routes of one kind of page in every language, for `getStaticPaths`. */
export function inEveryLocale<Params extends object, Props>(pages: {params: Params; props: Props}[]): StaticPath<Params, Props>[] {
  return pages.flatMap(({params, props}) =>
    LOCALES.map((locale) => ({params: {...params, locale: locale === DEFAULT_LOCALE ? undefined : locale}, props})),
  )
}
