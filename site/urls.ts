/**
 * Where every page of the site lives: small pure functions, the only place that knows the address scheme.
 *
 * Paths are those of the Kazakh pages; `localize` puts the prefix of another language before them.
 * Ids are the published ones (`2012-1278-1`), which hold only letters, digits and hyphens.
 */

/** Languages of the site, each with pages of its own; all but Kazakh, the language of the sources, get a prefix. */
export const LOCALES = ['kk', 'ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE = 'kk' satisfies Locale

/** Path of the same page in another language: `/standards/` → `/ru/standards/`. */
export function localize(path: string, locale: Locale): string {
  return locale === DEFAULT_LOCALE ? path : `/${locale}${path}`
}

export const homeUrl = (): string => '/'
export const standardsUrl = (): string => '/standards/'
export const standardUrl = (id: string): string => `/standards/${id}/`
/** What the page of a standard loads to show the offices of another region. */
export const standardOfficesUrl = (id: string): string => `/standards/${id}/offices.json`
export const resolutionsUrl = (): string => '/resolutions/'
export const resolutionUrl = (id: string): string => `/resolutions/${id}/`
export const changesUrl = (): string => '/changes/'
export const comparisonsUrl = (): string => '/compare/'
/** Page of a comparison; `id` is the published one: `<old>--<new>`. */
export const comparisonUrl = (id: string): string => `/compare/${id}/`
/** What the instructions of the sources change in an act that is not among them. */
export const amendedActUrl = (act: {number: string; date: string | null}): string =>
  `/compare/act-${slug(act.number)}${act.date ? `-${act.date}` : ''}/`
/** The lists of offices of one kind, edition by edition. */
export const officeListsUrl = (kind: string): string => `/compare/lists-${slug(kind)}/`
/** An earlier edition of an act or a standard; `edition` is its date. */
export const editionUrl = (id: string, edition: string): string => `/editions/${id}/${edition}/`
export const officesUrl = (): string => '/offices/'
export const officeUrl = (id: string): string => `/offices/${id}/`
export const discrepanciesUrl = (): string => '/offices/discrepancies/'
/** Differences between the lists about the offices of a region. */
export const regionDiscrepanciesUrl = (region: string): string => `${discrepanciesUrl()}${slug(region)}/`
export const regionUrl = (region: string): string => `/offices/region/${slug(region)}/`
/** The offices of a region by district and town. */
export const districtsUrl = (region: string): string => `${regionUrl(region)}districts/`
/** Where a service is given: its offices by region. */
export const serviceOfficesUrl = (standard: string): string => `/offices/service/${standard}/`
export const formsUrl = (): string => '/forms/'
/** Services and blanks of a letter, where all of them are too many for a page; `key` is that of prepare/lists.ts. */
export const letterUrl = (key: string): string => `/standards/letter/${key}/`
export const formsLetterUrl = (key: string): string => `/forms/letter/${key}/`
export const comparisonsLetterUrl = (key: string): string => `/compare/letter/${key}/`
export const reportsUrl = (): string => '/reports/'
export const actReportsUrl = (resolution: string): string => `/reports/${slug(resolution)}/`
export const searchUrl = (query = ''): string => (query === '' ? '/search/' : `/search/?q=${encodeURIComponent(query)}`)
export const dataUrl = (): string => '/data/'
export const qualityUrl = (): string => '/quality/'
export const qualityFileUrl = (file: string): string => `/quality/${slug(file)}/`
export const helpUrl = (): string => '/help/'
export const glossaryUrl = (): string => '/glossary/'
export const offlineUrl = (): string => '/offline/'
/** What the service worker shows in place of a page that is not on the device. */
export const missingUrl = (): string => '/offline/missing/'
export const feedUrl = (): string => '/changes.xml'
export const webManifestUrl = (): string => '/site.webmanifest'

/** Anchor of a point. A hyphen inside a number («11-1») is written `_`, so that it never reads as an item. */
export function pointAnchor(number: string): string {
  return `p${anchorPart(number)}`
}

/** Anchor of an item: point «7», item «2)» → `p7-2`. */
export function itemAnchor(number: string, marker: string): string {
  return `${pointAnchor(number)}-${anchorPart(marker)}`
}

/** Anchor of a group of services on the home page: «families» → `for-families`. */
export function audienceAnchor(audience: string): string {
  return `for-${slug(audience)}`
}

/** Anchor of a section: 2 → `s2`. */
export function sectionAnchor(number: number): string {
  return `s${number}`
}

/** Anchor of an instruction in a table of them: «2.2)» → `i2_2`. */
export function instructionAnchor(item: string): string {
  return `i${anchorPart(item)}`
}

/** Address of a point of a standard. */
export function pointUrl(standard: string, number: string): string {
  return `${standardUrl(standard)}#${pointAnchor(number)}`
}

/** Address of an item of a point of a standard. */
export function itemUrl(standard: string, number: string, marker: string): string {
  return `${standardUrl(standard)}#${itemAnchor(number, marker)}`
}

/** Page of an annex; `id` is the published one: `<standard>/<number>`. */
export function annexUrl(id: string): string {
  const {standard, number} = splitAnnexId(id)
  return `${standardUrl(standard)}annex-${number}/`
}

/** Anchor of a row of an office table: the line of the source it begins on. */
export function rowAnchor(line: number): string {
  return `r${line}`
}

/** Anchor of a group (a region) in an office table. */
export function groupAnchor(heading: string): string {
  return `g-${slug(heading)}`
}

/** Page of a form; `id` is the annex's. */
export function formUrl(id: string): string {
  const {standard, number} = splitAnnexId(id)
  return `/forms/${standard}-${number}/`
}

/** Anchor of the offices of a district or town on the page of its region. */
export function districtAnchor(district: string): string {
  return `d-${slug(district)}`
}

/** Anchor of the offices of a kind on the page of their region. */
export function kindAnchor(kind: string): string {
  return `k-${slug(kind)}`
}

/** Anchor of a rule's list on a quality page. */
export function ruleAnchor(severity: string, rule: string): string {
  return `${severity}-${slug(rule)}`
}

/** What the browser fetches to draw a form. */
export function formDataUrl(id: string): string {
  return `/forms/${annexSlug(id)}.json`
}

const FILE_NAME_LENGTH = 48

/** Name of a filled form's file: the title in Latin letters, cut at a word, and the form's number. */
export function formFileName(id: string, title: string | null): string {
  const words = title === null ? [] : slug(title).split('-')
  let name = ''
  for (const word of words) {
    if (name.length + word.length > FILE_NAME_LENGTH) break
    name += `${word}-`
  }
  return `${name}${annexSlug(id)}.pdf`
}

/** A file under dist/, as the data names it (`forms/2012-1278-1-2.pdf`). */
export function fileUrl(path: string): string {
  return `/${path.replace(/^\/+/u, '')}`
}

/** `2012-1278-1/2` → standard `2012-1278-1`, number `2`. */
export function splitAnnexId(id: string): {standard: string; number: string} {
  const slash = id.lastIndexOf('/')
  return {standard: id.slice(0, slash), number: id.slice(slash + 1)}
}

/** `2012-1278-1/2` → `2012-1278-1-2`: one path segment. */
export function annexSlug(id: string): string {
  return id.replace('/', '-')
}

const LATIN: Record<string, string> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** Latin letters, digits and hyphens out of any text: «Ақмола облысы» → `aqmola-oblysy`. */
export function slug(text: string): string {
  const latin = Array.from(text.normalize('NFC').toLowerCase(), (letter) => LATIN[letter] ?? letter).join('')
  return latin.replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'x'
}

/** «11-1» → `11_1`, «2)» → `2`, «б)» → `б`. */
function anchorPart(text: string): string {
  return text
    .trim()
    .replace(/(?<![).])[).]+$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
}
