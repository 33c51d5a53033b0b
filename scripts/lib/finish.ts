/**
 * What can only be done when every page is there: checksums and joined style sheets on the pages, packs and service worker, site map, archive.
 *
 * One pass over the pages does all that needs their text; files go through memory one at a time, and are read without
 * waiting for each other's promises, which takes a third of the time.
 */
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, extname, join, sep} from 'node:path'
import {siteAddress} from '../../site/address.ts'
import {stickReadme} from '../../site/i18n/stick.strings.ts'
import {ARCHIVE_FILE, ARCHIVE_NOTE, PACKS_FILE, packOf} from '../../site/worker/edition.ts'
import type {Pack, PackName, ShellFile} from '../../site/worker/edition.ts'
import {ArchiveWriter} from './archive.ts'
import {CHECKSUMS_FILE, checksumsText, writeChecksums} from './checksums.ts'
import {integrityOf, staticImports, withIntegrity} from './integrity.ts'
import type {Subresources} from './integrity.ts'
import {PackWriter} from './pack.ts'
import {robots, sitemap} from './sitemap.ts'
import {checksum} from './sources.ts'
import {StyleSheets} from './style-sheets.ts'
import {buildWorker} from './worker.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
}
/** Always kept on a device: what pages are made of, and the pages that explain. */
const SHELL = /^assets\/|^icons\/|^favicon\.svg$|(?:^|\/)site\.webmanifest$|(?:^|\/)offline\/(?:missing\/)?index\.html$/u
/** Pages that stand in for others, and whole documents that are no pages of the site. */
const UNLISTED = /^404\.html$|(?:^|\/)offline\/missing\/index\.html$/u
const INDEX = /(?:^|\/)index\.html$/u
/** Folder of the site in the archive, beside README.txt. */
const ARCHIVE_FOLDER = 'site'
const CHECKSUM_LETTERS = 12

export interface Finished {
  packs: Pack[]
  archiveBytes: number
  /** Checksum of the list of checksums. */
  manifest: string
}

/**
 * @param folder the whole output; nothing may be added to it afterwards
 * @param epoch date of the data, in seconds since 1970
 * @param site environment variable QYZMET_SITE
 * @param onStep called with what is being done
 * @throws Error where a page asks for a script that is not there, or QYZMET_SITE is no address
 */
export async function finishSite(
  folder: string,
  epoch: number,
  site: string | undefined,
  onStep: (step: string) => void,
): Promise<Finished> {
  const address = siteAddress(site)
  const files = filesOf(folder)
  const {subresources, sheets} = readSubresources(folder, files)
  const writers = new Map<PackName, PackWriter>()
  const shell: ShellFile[] = []
  const archive = new ArchiveWriter(join(folder, ARCHIVE_FILE), epoch)
  await archive.add('README.txt', Buffer.from(stickReadme()))
  const archived = new Map<string, string>()
  const keep = async (path: string, bytes: Uint8Array) => {
    archived.set(path, checksum(bytes))
    await archive.add(`${ARCHIVE_FOLDER}/${path}`, bytes)
  }
  const publish = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    await keep(name, Buffer.from(text))
  }

  const take = async (path: string, bytes: Uint8Array) => {
    await keep(path, bytes)
    const pack = packOf(path)
    if (SHELL.test(path)) shell.push({path: servedAt(path), sha256: checksum(bytes)})
    else if (pack !== null) {
      const writer = writers.get(pack) ?? new PackWriter()
      writers.set(pack, writer)
      await writer.add({path, type: TYPES[extname(path)] ?? 'application/octet-stream', bytes})
    }
  }

  onStep('pages')
  for (const path of files) {
    const file = join(folder, path)
    if (sheets.isWritten(`/${path}`)) {
      rmSync(file)
      continue
    }
    let bytes: Uint8Array = readFileSync(file)
    if (path.endsWith('.html')) {
      const html = Buffer.from(bytes).toString('utf8')
      const finished = withIntegrity(sheets.join(html), subresources)
      if (finished !== html) {
        bytes = Buffer.from(finished)
        writeFileSync(file, bytes)
      }
    }
    await take(path, bytes)
  }
  for (const [path, text] of sheets.used) {
    writeFileSync(join(folder, path), text)
    await take(path.slice(1), Buffer.from(text))
  }

  onStep('site map')
  const pages = files.filter((path) => INDEX.test(path) && !UNLISTED.test(path)).map(servedAt)
  const day = new Date(epoch * 1000).toISOString().slice(0, 10)
  for (const [name, text] of sitemap(pages, address, day)) await publish(name, text)
  await publish('robots.txt', robots(address))
  // The copy on the stick can be checked as well.
  await archive.add(`${ARCHIVE_FOLDER}/${CHECKSUMS_FILE}`, Buffer.from(checksumsText(archived)))
  const archiveBytes = await archive.finish()
  writeFileSync(join(folder, ARCHIVE_NOTE), JSON.stringify({bytes: archiveBytes}))

  // Not in the archive: a copy on a stick is on the device already, and would carry everything twice.
  onStep('packs')
  const packs: Pack[] = []
  mkdirSync(join(folder, dirname(PACKS_FILE)), {recursive: true})
  for (const [name, writer] of [...writers].toSorted(([a], [b]) => a.localeCompare(b))) {
    const content = await writer.finish()
    const sha256 = checksum(content)
    const path = `/offline/${name}.${sha256.slice(0, CHECKSUM_LETTERS)}.pack`
    writeFileSync(join(folder, path), content)
    packs.push({name, path, sha256, bytes: content.length, files: writer.size})
  }
  const version = createHash('sha256').update(JSON.stringify({shell, packs})).digest('hex').slice(0, CHECKSUM_LETTERS)
  const list = JSON.stringify({version, packs})
  writeFileSync(join(folder, PACKS_FILE), list)
  shell.push({path: `/${PACKS_FILE}`, sha256: checksum(list)})
  writeFileSync(join(folder, 'sw.js'), await buildWorker({version, shell, packs}))

  onStep('checksums')
  return {packs, archiveBytes, manifest: writeChecksums(folder)}
}

/** Files below a folder, in one order on every machine, with slashes. */
function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort()
}

/** `ru/offices/index.html` → `/ru/offices/` */
const servedAt = (path: string): string => `/${path.replace(/(^|\/)index\.html$/u, '$1')}`

/** Scripts with what they bring with them, and the style sheets, of which pages ask for others than the builder wrote. */
function readSubresources(folder: string, files: readonly string[]): {subresources: Subresources; sheets: StyleSheets} {
  const texts = new Map(
    files
      .filter((path) => /\.(?:js|css)$/u.test(path))
      .map((path) => [`/${path}`, readFileSync(join(folder, path), 'utf8')] as [string, string]),
  )
  const sheets = new StyleSheets(new Map([...texts].filter(([path]) => /^\/assets\/.*\.css$/u.test(path))))
  const sums = new Map<string, string>()
  const integrity = (path: string): string | undefined => {
    const text = sheets.used.get(path) ?? texts.get(path)
    if (text === undefined) return undefined
    const sum = sums.get(path) ?? integrityOf(Buffer.from(text))
    sums.set(path, sum)
    return sum
  }
  const scripts = [...texts.keys()].filter((path) => path.endsWith('.js'))
  const imports = new Map(scripts.map((path) => [path, staticImports(path, (one) => texts.get(one))]))
  return {subresources: {integrity, imports}, sheets}
}
