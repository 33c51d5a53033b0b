/** The site in three languages: every page has its counterparts, and nothing of the interface is left in another language. */
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {load} from 'cheerio'
import {describe, expect, inject, test} from 'vitest'
import {LOCALES} from '../../site/i18n/index.ts'
import {DEFAULT_LOCALE} from '../../site/urls.ts'

const dist = inject('dist')
const OTHERS = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE)

/** Every page of the site but the one that is not there, whose file holds all languages; reports are documents of the acts. */
const pages = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter(
  (path) => path.endsWith('index.html') && !/^(?:data|reports|papers)\/.+\//u.test(path),
)
const prefixOf = (path: string): string | undefined => OTHERS.find((locale) => path.startsWith(`${locale}/`))
const inLocale = (locale: string): string[] =>
  pages
    .filter((path) => (prefixOf(path) ?? DEFAULT_LOCALE) === locale)
    .map((path) => (prefixOf(path) ? path.slice(locale.length + 1) : path))

/** «standards/2009-2223-4/annex-1/index.html» → «standards/*\/annex-*\/index.html»: the route that made the page. */
function kindOf(path: string): string {
  return path
    .replace(
      /^(?<folder>standards|resolutions|forms|quality|offices|compare|editions)\/(?!index\.html|region\/|discrepancies\/|lists)[^/]+/u,
      '$<folder>/*',
    )
    .replace(/^offices\/region\/[^/]+/u, 'offices/region/*')
    .replace(/(?<=\/)(?<name>annex|edition|compare)-[^/]+/u, '$<name>-*')
}

const MOST_OF_A_KIND = 24

/** Some pages of every kind, evenly chosen: every page is made by the same components. */
function sample(locale: string): string[] {
  return [...Map.groupBy(inLocale(locale), kindOf).values()].flatMap((same) => {
    const step = Math.ceil(same.length / MOST_OF_A_KIND)
    return same.filter((_, i) => i % step === 0)
  })
}

const read = (locale: string, path: string) => load(readFileSync(join(dist, locale === DEFAULT_LOCALE ? '' : locale, path), 'utf8'))

/** What betrays a text of another language. Russian shares most letters with Kazakh; these nine are Kazakh alone. */
const FOREIGN: Record<string, RegExp> = {ru: /[әғқңөұүһі]/iu, en: /\p{Script=Cyrillic}/u}

/** Attributes that people do not read: addresses, names for scripts, and the fields of a blank as data. */
const UNREAD = new Set([
  'href',
  'src',
  'class',
  'id',
  'for',
  'name',
  'value',
  'lang',
  'hreflang',
  'integrity',
  'data-checked',
  'data-value',
  'data-row',
])

type Node = ReturnType<ReturnType<typeof load>['root']>[0]['children'][number]

/** Texts and attributes that hold letters of another language where the nearest `lang` is the page's own. */
function untranslated(locale: string, path: string): string[] {
  const found: string[] = []
  const foreign = FOREIGN[locale] ?? /(?!)/u
  const visit = (node: Node, lang: string): void => {
    if (node.type === 'text') {
      if (lang === locale && foreign.test(node.data)) found.push(node.data.trim().slice(0, 80))
      return
    }
    if (!('attribs' in node) || node.attribs['type'] === 'application/ld+json') return
    const own = node.attribs['lang'] ?? lang
    for (const [name, value] of Object.entries(node.attribs)) {
      if (own === locale && !UNREAD.has(name) && foreign.test(value)) found.push(`${name}="${value.slice(0, 80)}"`)
    }
    for (const child of node.children) visit(child, own)
  }
  for (const node of read(locale, path).root()[0]?.children ?? []) visit(node, 'none')
  return found
}

/** Ordered and cut, so that a failure names a few pages and not thousands. */
const few = (list: Iterable<string>): string[] => [...list].slice(0, 12)

describe.each(OTHERS)('in %s', (locale) => {
  test('every page has its counterpart, and none is of this language alone', () => {
    const [own, original] = [new Set(inLocale(locale)), new Set(inLocale(DEFAULT_LOCALE))]
    expect(original.size).toBeGreaterThan(10)
    expect(few([...original].filter((path) => !own.has(path)))).toEqual([])
    expect(few([...own].filter((path) => !original.has(path)))).toEqual([])
  })

  test('nothing of the interface is left in Kazakh', () => {
    const left = new Set<string>()
    for (const path of sample(locale)) for (const text of untranslated(locale, path)) left.add(`${kindOf(path)}: ${text}`)
    expect(few(left)).toEqual([])
  })

  test('links to pages stay in the language; only the switch leaves it', () => {
    const lost = new Set<string>()
    for (const path of sample(locale)) {
      const $ = read(locale, path)
      for (const element of $('a[href^="/"]:not([hreflang]), form[action^="/"]')) {
        const target = element.attribs['href'] ?? element.attribs['action'] ?? ''
        const isPage = /\/(?:[?#].*)?$/u.test(target)
        if (isPage && !target.startsWith(`/${locale}/`)) lost.add(`${kindOf(path)} → ${target}`)
      }
    }
    expect(few(lost)).toEqual([])
  })
})

test.each(LOCALES)('pages in %s name their language, have a title, and lead to themselves in the others', (locale) => {
  const wrong = new Set<string>()
  for (const path of sample(locale)) {
    const $ = read(locale, path)
    const address = `/${path.replace(/index\.html$/u, '')}`
    const there = Object.fromEntries(
      $('[data-languages] a')
        .toArray()
        .map(({attribs}) => [attribs['hreflang'] ?? '', attribs['href']]),
    )
    const expected = Object.fromEntries(LOCALES.map((one) => [one, one === DEFAULT_LOCALE ? address : `/${one}${address}`]))
    if ($('html').attr('lang') !== locale) wrong.add(`${path}: lang`)
    if ($('title').text().trim() === '') wrong.add(`${path}: title`)
    if (JSON.stringify(there) !== JSON.stringify(expected)) wrong.add(`${path}: ${JSON.stringify(there)}`)
    if ($('[data-languages] a[aria-current]').attr('hreflang') !== locale) wrong.add(`${path}: current language`)
  }
  expect(few(wrong)).toEqual([])
})

test('the page that is not there speaks every language', () => {
  const $ = load(readFileSync(join(dist, '404.html'), 'utf8'))
  expect(
    $('main section[lang]')
      .toArray()
      .map(({attribs}) => attribs['lang']),
  ).toEqual(LOCALES)
})
