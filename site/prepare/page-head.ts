/** What the head of a page says to machines: its address, its counterparts in other languages. */
import {DEFAULT_LOCALE, localize} from '../urls.ts'
import type {Locale} from '../urls.ts'

export interface PageAddress {
  canonical: string
  /** `x-default` is the Kazakh page. */
  alternates: {hreflang: Locale | 'x-default'; href: string}[]
}

/**
 * Addresses of a page in all languages.
 *
 * @param pathname of the page as served, with the prefix of its language
 * @param locale language of the page
 * @param locales languages that have the page
 * @param site address of the site, without a closing slash
 */
export function pageAddress(pathname: string, locale: Locale, locales: readonly Locale[], site: string): PageAddress {
  const path = withoutLocale(pathname, locale)
  const alternates = locales.map((one) => ({hreflang: one, href: site + localize(path, one)}))
  return {
    canonical: site + localize(path, locale),
    alternates: alternates.length > 1 ? [...alternates, {hreflang: 'x-default', href: site + localize(path, DEFAULT_LOCALE)}] : [],
  }
}

/** `/ru/offices/` in Russian → `/offices/`. */
export function withoutLocale(pathname: string, locale: Locale): string {
  return `/${pathname.slice(localize('/', locale).length)}`
}

/** Names of the languages in Open Graph. */
export const OPEN_GRAPH_LOCALES: Readonly<Record<Locale, string>> = {kk: 'kk_KZ', ru: 'ru_KZ', en: 'en_GB'}
