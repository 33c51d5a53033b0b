/**
 * What of the site is kept on a device, and in which portions: shared by the build, which makes the packs, by the service
 * worker, which reads them, and by the page where a visitor asks for them.
 */
import {DEFAULT_LOCALE} from '../urls.ts'
import type {Locale} from '../urls.ts'

/** What a visitor chooses to keep. `core` is kept by itself, where it is small. */
export const PORTIONS = ['core', 'offices', 'forms'] as const
export type Portion = (typeof PORTIONS)[number]

/** `core-kk`: pages of a portion in a language. `core-files`: what all languages share. */
export type PackName = `${Portion}-${Locale | 'files'}`

/** A file that is always kept: styles, scripts, fonts, the pages that explain. */
export interface ShellFile {
  /** From the root: `/assets/…`. */
  path: string
  sha256: string
}

/** Many files in one, see pack.ts. */
export interface Pack {
  name: PackName
  /** From the root; its name holds its checksum, so that it never changes. */
  path: string
  sha256: string
  bytes: number
  files: number
  /**
   * Where a pack would grow too large, several have its name, each with the files from this path to the next one's: without
   * one, a pack is whole.
   */
  from?: string
}

/** One state of the whole site. */
export interface Edition {
  /** Changes with any kept byte. */
  version: string
  shell: ShellFile[]
  packs: Pack[]
}

/** The file that tells pages what there is to keep: an `Edition` without the shell. */
export const PACKS_FILE = 'offline/packs.json'
/** Where the packs lie; nothing there is ever kept but the pages and the list. */
export const PACK_FILE = /^\/?offline\/[^/]+\.pack$/u
export const ARCHIVE_FILE = 'qyzmet-offline.zip'
/** Further parts of an archive that one ZIP file cannot hold: `qyzmet-offline-2.zip`. */
export const archivePart = (part: number): string => ARCHIVE_FILE.replace('.', `-${String(part)}.`)
/** The archive and its parts. */
export const ARCHIVE_FILES = /^\/?qyzmet-offline(?:-\d+)?\.zip$/u
/** What archive there is, an `Archive`; not in it, so a copy on a stick offers no archive of itself. */
export const ARCHIVE_NOTE = 'qyzmet-offline.json'

export interface Archive {
  /** Size, of all parts together. */
  bytes: number
  /** Further parts beside ARCHIVE_FILE, where there are any. */
  parts?: {path: string; bytes: number}[]
}

/** Packs of a portion for a reader of one language. */
export const packsOf = (portion: Portion, locale: Locale): PackName[] => [`${portion}-${locale}`, `${portion}-files`]

/** Nobody is made to fetch more than this without having asked: with the services of a whole country, `core` has tens of megabytes. */
const MOST_UNASKED = 4 * 1024 * 1024

/** Whether packs are kept without being asked for. */
export const isKeptUnasked = (packs: readonly Pick<Pack, 'bytes'>[]): boolean =>
  packs.reduce((sum, {bytes}) => sum + bytes, 0) <= MOST_UNASKED

/** `ru/offices/index.html` → Russian. */
const LOCALE_FOLDER = /^(ru|en)\//u
/** An office list or a region's page, an annex: `standards/2012-1278-1/annex-1/index.html`. */
const OFFICE_PAGE = /^offices\/|^standards\/[^/]+\/annex-/u
/** `forms/2012-1278-1-2/index.html`. */
const FORM_PAGE = /^forms\//u
const FIRST_PAGE = /^(?:offices|forms)\/index\.html$/u
/** What a visitor on the road has no use for: raw data, reports, how the texts were read, the shell. */
const NOT_KEPT = /^(?:data|reports|quality|compare|offline|404)(?:\/|\.|$)/u
/** Files that pages need beside their own address: search indexes, blanks, papers. */
const FILES: readonly [RegExp, PackName][] = [
  [/^search\/offices(?:\/[^/]+)?\.json$/u, 'offices-files'],
  [/^search\/services(?:\/[^/]+)?\.json$/u, 'core-files'],
  [/^forms\/[^/]+\.(?:json|pdf)$|^papers\/[^/]+\.pdf$/u, 'forms-files'],
]

/**
 * The pack that holds a file.
 *
 * @param file path below the root, without a leading slash: `ru/standards/index.html`
 * @returns null for what is in none
 */
export function packOf(file: string): PackName | null {
  if (!file.endsWith('.html')) return FILES.find(([pattern]) => pattern.test(file))?.[1] ?? null
  const [folder = '', found] = LOCALE_FOLDER.exec(file) ?? []
  const page = file.slice(folder.length)
  const locale = (found as Locale | undefined) ?? DEFAULT_LOCALE
  if (NOT_KEPT.test(page)) return null
  // The first pages of offices and forms go with the rest: they are small, and say what there is.
  if (FIRST_PAGE.test(page)) return `core-${locale}`
  if (OFFICE_PAGE.test(page)) return `offices-${locale}`
  return FORM_PAGE.test(page) ? `forms-${locale}` : `core-${locale}`
}

/**
 * The pack that holds a file, of those that have the name of its pack.
 *
 * @param packs in the order of their files
 */
export function partFor(packs: readonly Pack[], file: string): Pack | undefined {
  return packs.findLast(({from}) => from === undefined || from <= file)
}

/** The file that a web server gives for a path: `/ru/` → `ru/index.html`. */
export function fileOf(pathname: string): string {
  const path = safelyDecoded(pathname).replace(/^\/+/u, '')
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** Language of the page at a path. */
export function localeOf(pathname: string): Locale {
  return (LOCALE_FOLDER.exec(pathname.replace(/^\/+/u, ''))?.[1] as Locale | undefined) ?? DEFAULT_LOCALE
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
