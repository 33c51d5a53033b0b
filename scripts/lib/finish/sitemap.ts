/** The list of the pages for search engines. Source: https://www.sitemaps.org/protocol.html */
import {localeOf} from '../../../site/worker/edition.ts'
import {DEFAULT_LOCALE, localize} from '../../../site/urls.ts'
import {withoutLocale} from '../../../site/prepare/page-head.ts'

/** Most pages of one file; the protocol allows 50 000 and 50 MB. */
const PAGES_PER_FILE = 10_000

/**
 * The site map, in one file or, for a large site, in several and an index.
 *
 * @param paths of the pages, as served: `/ru/offices/`
 * @param site address of the site, without a closing slash
 * @param date of the data, `YYYY-MM-DD`
 * @returns texts by file name
 */
export function sitemap(paths: readonly string[], site: string, date: string, perFile = PAGES_PER_FILE): Map<string, string> {
  const known = new Set(paths)
  const entries = paths.toSorted().map((path) => entry(path, known, site, date))
  if (entries.length <= perFile) return new Map([['sitemap.xml', urlSet(entries)]])
  const files = new Map<string, string>()
  for (let from = 0; from < entries.length; from += perFile) {
    files.set(`sitemap-${String(files.size + 1)}.xml`, urlSet(entries.slice(from, from + perFile)))
  }
  const parts = [...files.keys()].map((name) => `<sitemap><loc>${escapeXml(`${site}/${name}`)}</loc><lastmod>${date}</lastmod></sitemap>\n`)
  const index = `${DECLARATION}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join('')}</sitemapindex>\n`
  return new Map([['sitemap.xml', index], ...files])
}

/** What crawlers may read: everything, and where the list is. */
export const robots = (site: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

function urlSet(entries: readonly string[]): string {
  return `${DECLARATION}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`
}

function entry(path: string, known: ReadonlySet<string>, site: string, date: string): string {
  const plain = withoutLocale(path, localeOf(path))
  const counterparts = (['kk', 'ru', 'en'] as const).filter((locale) => known.has(localize(plain, locale)))
  const alternates =
    counterparts.length < 2
      ? []
      : [
          ...counterparts.map((locale) => alternate(locale, site + localize(plain, locale))),
          alternate('x-default', site + localize(plain, DEFAULT_LOCALE)),
        ]
  return `<url><loc>${escapeXml(site + path)}</loc><lastmod>${date}</lastmod>${alternates.join('')}</url>\n`
}

const alternate = (language: string, address: string): string =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(address)}"/>`

const XML: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;'}

const escapeXml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => XML[sign] ?? sign)
